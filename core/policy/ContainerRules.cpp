// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Quantity.h"
#include "core/policy/Rules.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::policy {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(PolicyRules)
};

class Voice
{
public:
    Voice(const Container &container, Complaints &complaints)
        : m_container(container)
        , m_complaints(complaints)
    {
    }
    void say(QLatin1StringView rule, const QString &path, const yaml::Value &value, const QString &sentence,
             const QString &remedy)
    {
        const Object &owner = *m_container.pods->owner;
        m_complaints.add(
            rule, owner,
            {.path = m_container.path + u'.' + path, .where = owner.at(value.line() > 0 ? value : *m_container.tree)}, sentence,
            remedy);
    }
    [[nodiscard]] const yaml::Value &operator[](QStringView field) const { return valueAt(*m_container.tree, {field}); }
    [[nodiscard]] QString name() const { return m_container.name(); }
    [[nodiscard]] const Container &container() const { return m_container; }

private:
    const Container &m_container;
    Complaints &m_complaints;
};

bool isSecretName(const QString &name)
{
    static const QRegularExpression pattern(u"(PASSWORD|PASSWD|SECRET|TOKEN|API_?KEY|PRIVATE_?KEY|CREDENTIALS?)$"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    return pattern.match(name).hasMatch();
}

void checkImage(Voice &voice)
{
    const yaml::Value &image = voice[u"image"];
    const QString text = image.text();
    if (text.contains(u'@')) {
        return;
    }
    const QString last = text.sliced(text.lastIndexOf(u'/') + 1);
    const qsizetype colon = last.indexOf(u':');
    if (colon < 0 || last.sliced(colon + 1) == "latest"_L1) {
        voice.say(
            "container.image-tag"_L1, u"image"_s, image,
            Text::tr("Container %1 runs %2, which names no version: two starts may run two programs.").arg(voice.name(), text),
            Text::tr("Name a version, best with its digest."));
        return;
    }
    voice.say("container.image-digest"_L1, u"image"_s, image,
              Text::tr("Container %1 runs %2 by its tag, which may be moved to another image.").arg(voice.name(), text),
              Text::tr("Pin the digest."));
    if (const yaml::Value &pull = voice[u"imagePullPolicy"]; pull.text() != "Always"_L1) {
        voice.say("container.pull-policy"_L1, u"imagePullPolicy"_s, pull,
                  Text::tr("A node that has an image of container %1's tag never asks whether it changed.").arg(voice.name()),
                  Text::tr("Pin the digest, or set imagePullPolicy to Always."));
    }
}

void checkResources(Voice &voice)
{
    QStringList missing;
    const yaml::Value &resources = voice[u"resources"];
    for (const QString &kind : {u"cpu"_s, u"memory"_s, u"ephemeral-storage"_s}) {
        const yaml::Value &request = valueAt(resources, {u"requests", kind});
        const yaml::Value &limit = valueAt(resources, {u"limits", kind});
        if (request.isNull() && limit.isNull()) {
            missing.append(kind);
            continue;
        }
        if (limit.isNull()) {
            missing.append(kind);
        }
        const Result<Quantity> wanted = Quantity::parse(request.text());
        const Result<Quantity> most = Quantity::parse(limit.text());
        if (wanted && most && *wanted > *most) {
            voice.say("container.request-over-limit"_L1, u"resources.requests."_s + kind, request,
                      Text::tr("Container %1 asks for more %2 than its limit, which Kubernetes refuses.").arg(voice.name(), kind),
                      Text::tr("Raise the limit or lower the request."));
        }
    }
    if (!missing.isEmpty()) {
        voice.say("container.resources"_L1, u"resources"_s, resources,
                  Text::tr("Container %1 has no request or no limit of %2, so it may starve what runs beside it.")
                      .arg(voice.name(), missing.join(u", "_s)),
                  Text::tr("Give both, as the sizing says."));
    }
}

void checkEnvironment(Voice &voice)
{
    QSet<QString> seen;
    static const QRegularExpression reference(u"\\$\\(([A-Za-z_][A-Za-z0-9_]*)\\)"_s);
    for (const yaml::Value &entry : voice[u"env"].items()) {
        const QString name = textAt(entry, {u"name"});
        const QString value = textAt(entry, {u"value"});
        if (seen.contains(name)) {
            voice.say("container.duplicate-env"_L1, u"env"_s, entry,
                      Text::tr("Container %1 is given %2 twice; server-side apply, which Helm 4 uses, refuses that.")
                          .arg(voice.name(), name),
                      Text::tr("Keep one of the two."));
        }
        auto used = reference.globalMatch(value);
        bool isReference = false;
        while (used.hasNext()) {
            isReference = true;
            const QString other = used.next().captured(1);
            // Kubernetes knows only what stands before it; sources of the whole environment come first of all.
            if (!seen.contains(other) && voice[u"envFrom"].isNull()) {
                voice.say("container.env-reference"_L1, u"env"_s, entry,
                          Text::tr("%1 of container %2 uses %3, which is not defined before it and stays as written.")
                              .arg(name, voice.name(), other),
                          Text::tr("Define %1 above it.").arg(other));
            }
        }
        if (isSecretName(name) && !value.isEmpty() && !isReference) {
            voice.say("container.secret-in-env"_L1, u"env"_s, entry,
                      Text::tr("%1 of container %2 stands in the manifest, where everybody may read it.").arg(name, voice.name()),
                      Text::tr("Put it into a Secret and refer to that."));
        }
        if (const yaml::Value &secret = valueAt(entry, {u"valueFrom", u"secretKeyRef"}); !secret.isNull()) {
            voice.say("container.secret-from-env"_L1, u"env"_s, entry,
                      Text::tr("%1 of container %2 is a secret in its environment, where children and crash dumps see it.")
                          .arg(name, voice.name()),
                      Text::tr("Mount it as a file where the program can read one."));
        }
        seen.insert(name);
    }
}

void checkProbes(Voice &voice)
{
    const Container &container = voice.container();
    const yaml::Value &readiness = voice[u"readinessProbe"];
    const yaml::Value &liveness = voice[u"livenessProbe"];
    if (container.kind == Container::Kind::Main && container.pods->runOn()) {
        QStringList missing;
        if (readiness.isNull()) {
            missing.append(u"readinessProbe"_s);
        }
        if (liveness.isNull()) {
            missing.append(u"livenessProbe"_s);
        }
        if (!missing.isEmpty()) {
            voice.say(
                "container.probes-missing"_L1, missing.first(), nothing(),
                Text::tr("Nobody asks container %1 whether it works: it has no %2.").arg(voice.name(), missing.join(u", "_s)),
                Text::tr("Give it probes that differ."));
        }
    }
    if (!readiness.isNull() && readiness == liveness) {
        voice.say("container.probes-identical"_L1, u"livenessProbe"_s, liveness,
                  Text::tr("Container %1 is restarted whenever it is not ready: both probes ask the same.").arg(voice.name()),
                  Text::tr("Let the liveness probe ask something simpler, more patiently."));
    }
    for (const QLatin1StringView probe : {"startupProbe"_L1, "readinessProbe"_L1, "livenessProbe"_L1}) {
        for (const QStringView way : {QStringView(u"httpGet"), QStringView(u"tcpSocket"), QStringView(u"grpc")}) {
            const yaml::Value &port = valueAt(voice[QString(probe)], {way, u"port"});
            const QList<yaml::Value> &ports = voice[u"ports"].items();
            const bool isName = port.kind() == yaml::Value::Kind::String;
            const bool isThere = std::ranges::any_of(ports, [&](const yaml::Value &each) {
                return textAt(each, {isName ? QStringView(u"name") : QStringView(u"containerPort")}) == port.text();
            });
            if (port.isNull() || isThere) {
                continue;
            }
            voice.say(isName ? "container.probe-port"_L1 : "container.probe-port-undeclared"_L1, QString(probe), port,
                      Text::tr("The %1 of container %2 asks port %3, which the container does not declare.")
                          .arg(QString(probe), voice.name(), port.text()),
                      Text::tr("Declare the port, or ask one that is declared."));
        }
    }
}

void checkPorts(Voice &voice)
{
    QSet<QString> seen;
    for (const yaml::Value &port : voice[u"ports"].items()) {
        const QString number = textAt(port, {u"containerPort"});
        const QString protocol = textAt(port, {u"protocol"});
        const QString key = number + u'/' + (protocol.isEmpty() ? u"TCP"_s : protocol);
        if (seen.contains(key)) {
            voice.say("container.duplicate-port"_L1, u"ports"_s, port,
                      Text::tr("Container %1 declares port %2 twice.").arg(voice.name(), key), Text::tr("Keep one of the two."));
        }
        seen.insert(key);
        if (numberAt(port, {u"hostPort"}, 0) > 0) {
            voice.say(
                "container.host-port"_L1, u"ports"_s, port,
                Text::tr("Container %1 takes a port of its node: only one such pod fits on each, and policies are passed by.")
                    .arg(voice.name()),
                Text::tr("Use a Service instead of hostPort."));
        }
        if (number == "22"_L1) {
            voice.say("container.ssh-port"_L1, u"ports"_s, port,
                      Text::tr("Container %1 listens where SSH does; logins into pods leave no trace in the cluster's audit log.")
                          .arg(voice.name()),
                      Text::tr("Use kubectl exec, which is authorised and audited."));
        }
    }
}

} // namespace

void checkContainerRuns(const Container &container, Complaints &complaints)
{
    Voice voice(container, complaints);
    checkImage(voice);
    checkResources(voice);
    checkEnvironment(voice);
    checkProbes(voice);
    checkPorts(voice);
}

void checkContainer(const Container &container, const Inventory &inventory, Complaints &complaints)
{
    Voice voice(container, complaints);
    const Object &owner = *container.pods->owner;
    QSet<QString> volumes;
    for (const yaml::Value &volume : valueAt(*container.pods->spec, {u"volumes"}).items()) {
        volumes.insert(textAt(volume, {u"name"}));
    }
    for (const yaml::Value &claim : valueAt(owner.tree, {u"spec", u"volumeClaimTemplates"}).items()) {
        volumes.insert(textAt(claim, {u"metadata", u"name"}));
    }
    QSet<QString> paths;
    for (const yaml::Value &mount : voice[u"volumeMounts"].items()) {
        const QString name = textAt(mount, {u"name"});
        if (!volumes.contains(name)) {
            voice.say("container.unknown-volume"_L1, u"volumeMounts"_s, mount,
                      Text::tr("Container %1 mounts %2, and the pod has no such volume.").arg(voice.name(), name),
                      Text::tr("Add the volume, or mend its name."));
        }
        const QString path = textAt(mount, {u"mountPath"});
        if (paths.contains(path)) {
            voice.say("container.duplicate-mount"_L1, u"volumeMounts"_s, mount,
                      Text::tr("Container %1 mounts two volumes at %2.").arg(voice.name(), path), Text::tr("Move one of them."));
        }
        paths.insert(path);
    }
    const auto checkConfig = [&](const yaml::Value &reference, const yaml::Value &place) {
        const QString name = textAt(reference, {u"name"});
        if (!name.isEmpty() && !isTrue(valueAt(reference, {u"optional"}))
            && !inventory.has(u"ConfigMap", owner.nameSpace, name)) {
            voice.say(
                "pod.missing-config"_L1, u"env"_s, place,
                Text::tr("Container %1 needs the ConfigMap %2, which is not among these manifests.").arg(voice.name(), name),
                Text::tr("Make sure it is there before, or its pods never start."));
        }
    };
    for (const yaml::Value &source : voice[u"envFrom"].items()) {
        checkConfig(valueAt(source, {u"configMapRef"}), source);
    }
    for (const yaml::Value &entry : voice[u"env"].items()) {
        checkConfig(valueAt(entry, {u"valueFrom", u"configMapKeyRef"}), entry);
    }
}

} // namespace sentinel::policy
