// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/preflight/PodSecurity.h"

#include "core/preflight/Json.h"

#include <QCoreApplication>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::preflight {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

QList<QJsonObject> containersOf(const QJsonObject &spec)
{
    QList<QJsonObject> all;
    for (const QStringView list :
         {QStringView(u"initContainers"), QStringView(u"containers"), QStringView(u"ephemeralContainers")}) {
        const QJsonArray containers = spec[list].toArray();
        for (const QJsonValue &each : containers) {
            all.append(each.toObject());
        }
    }
    return all;
}

QString inContainer(const QJsonObject &container, const QString &what)
{
    return Text::tr("%1 of container %2").arg(what, plainLine(container[u"name"].toString()));
}

/// Of the container, else of the pod.
QJsonValue setting(const QJsonObject &spec, const QJsonObject &container, QStringView name)
{
    const QJsonValue own = container[u"securityContext"][name];
    return own.isUndefined() || own.isNull() ? spec[u"securityContext"][name] : own;
}

QString againstBaseline(const QJsonObject &spec)
{
    for (const QString &name : {u"hostNetwork"_s, u"hostPID"_s, u"hostIPC"_s}) {
        if (spec[name].toBool()) {
            return name;
        }
    }
    const QJsonArray volumes = spec[u"volumes"].toArray();
    for (const QJsonValue &each : volumes) {
        if (each.toObject().contains(u"hostPath")) {
            return Text::tr("the hostPath volume %1").arg(plainLine(each[u"name"].toString()));
        }
    }
    static const QStringList kUsual{u"AUDIT_WRITE"_s, u"CHOWN"_s,  u"DAC_OVERRIDE"_s,     u"FOWNER"_s,  u"FSETID"_s,
                                    u"KILL"_s,        u"MKNOD"_s,  u"NET_BIND_SERVICE"_s, u"SETFCAP"_s, u"SETGID"_s,
                                    u"SETPCAP"_s,     u"SETUID"_s, u"SYS_CHROOT"_s};
    const QList<QJsonObject> containers = containersOf(spec);
    for (const QJsonObject &container : containers) {
        const QJsonObject context = container[u"securityContext"].toObject();
        if (context[u"privileged"].toBool()) {
            return inContainer(container, u"privileged"_s);
        }
        const QStringList added = textsOf(context[u"capabilities"][u"add"]);
        for (const QString &capability : added) {
            if (!kUsual.contains(capability)) {
                return inContainer(container, Text::tr("the capability %1").arg(plainLine(capability)));
            }
        }
        const QJsonArray ports = container[u"ports"].toArray();
        if (std::ranges::any_of(ports, [](const QJsonValue &port) { return port[u"hostPort"].toInt() != 0; })) {
            return inContainer(container, u"hostPort"_s);
        }
        if (setting(spec, container, u"seccompProfile")[u"type"].toString() == "Unconfined"_L1) {
            return inContainer(container, u"seccompProfile: Unconfined"_s);
        }
        const QString procMount = context[u"procMount"].toString(u"Default"_s);
        if (procMount != "Default"_L1) {
            return inContainer(container, u"procMount"_s);
        }
    }
    return {};
}

QString againstRestricted(const QJsonObject &spec)
{
    static const QStringList kVolumes{u"configMap"_s, u"csi"_s,       u"downwardAPI"_s,
                                      u"emptyDir"_s,  u"ephemeral"_s, u"persistentVolumeClaim"_s,
                                      u"projected"_s, u"secret"_s,    u"image"_s};
    const QJsonArray volumes = spec[u"volumes"].toArray();
    for (const QJsonValue &each : volumes) {
        QStringList sources = each.toObject().keys();
        sources.removeAll(u"name"_s);
        if (!sources.isEmpty() && !kVolumes.contains(sources.first())) {
            return Text::tr("the volume %1 of type %2").arg(plainLine(each[u"name"].toString()), plainLine(sources.first()));
        }
    }
    const QList<QJsonObject> containers = containersOf(spec);
    for (const QJsonObject &container : containers) {
        const QJsonObject context = container[u"securityContext"].toObject();
        if (context[u"allowPrivilegeEscalation"].toBool(true)) {
            return inContainer(container, u"allowPrivilegeEscalation"_s);
        }
        if (!setting(spec, container, u"runAsNonRoot").toBool(false)) {
            return inContainer(container, u"runAsNonRoot"_s);
        }
        if (setting(spec, container, u"runAsUser").toInt(1) == 0) {
            return inContainer(container, u"runAsUser: 0"_s);
        }
        const QString seccomp = setting(spec, container, u"seccompProfile")[u"type"].toString();
        if (seccomp != "RuntimeDefault"_L1 && seccomp != "Localhost"_L1) {
            return inContainer(container, u"seccompProfile"_s);
        }
        if (!textsOf(context[u"capabilities"][u"drop"]).contains(u"ALL"_s)) {
            return inContainer(container, u"capabilities.drop"_s);
        }
        QStringList added = textsOf(context[u"capabilities"][u"add"]);
        added.removeAll(u"NET_BIND_SERVICE"_s);
        if (!added.isEmpty()) {
            return inContainer(container, Text::tr("the capability %1").arg(plainLine(added.first())));
        }
    }
    return {};
}

} // namespace

QString refusedBy(const QString &level, const QJsonObject &podSpec)
{
    if (level == "privileged"_L1) {
        return {};
    }
    const QString baseline = againstBaseline(podSpec);
    return baseline.isEmpty() && level == "restricted"_L1 ? againstRestricted(podSpec) : baseline;
}

} // namespace sentinel::preflight
