// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/preflight/Checks.h"
#include "core/preflight/Json.h"

#include <QCoreApplication>
#include <QVersionNumber>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::preflight {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

// DESIGN's supported range.
const QVersionNumber kLowestKubernetes(1, 34);
const QVersionNumber kHighestKubernetes(1, 37);
const QVersionNumber kLowestCertManager(1, 17);
const QVersionNumber kLowestGatewayApi(1, 0);

QVersionNumber versionIn(QString text)
{
    const QVersionNumber version = QVersionNumber::fromString(text.startsWith(u'v') ? text.sliced(1) : text);
    // What was built without a release says 0.0.0, which is no version.
    return version.isNull() || version.normalized().isNull() ? QVersionNumber() : version;
}

/// The definition of a kind, by its full name; nothing: not there, or not readable.
const QJsonObject *definitionOf(const Sight &sight, const QString &name)
{
    const auto &definitions = sight.of(u"customresourcedefinitions.apiextensions.k8s.io"_s);
    if (!definitions) {
        return nullptr;
    }
    const auto found = std::ranges::find_if(*definitions, [&name](const QJsonObject &each) { return nameOf(each) == name; });
    return found == definitions->cend() ? nullptr : &*found;
}

/// The version an add-on's definition carries, in a label or an annotation.
QVersionNumber versionOf(const Sight &sight, const QString &definition, const QString &mark)
{
    const QJsonObject *object = definitionOf(sight, definition);
    if (!object) {
        return {};
    }
    const QString label = (*object)[u"metadata"][u"labels"].toObject().value(mark).toString();
    return versionIn(label.isEmpty() ? annotationOf(*object, mark) : label);
}

/// The running program's image says it where no label does: "quay.io/argoproj/argocd:v3.6.1".
QVersionNumber versionOfImage(const Sight &sight, QLatin1StringView repository)
{
    const auto &pods = sight.of(u"pods"_s);
    if (!pods) {
        return {};
    }
    for (const QJsonObject &pod : *pods) {
        const QJsonArray containers = pod[u"spec"][u"containers"].toArray();
        for (const QJsonValue &each : containers) {
            const QString image = each[u"image"].toString().section(u'@', 0, 0);
            if (image.section(u':', 0, -2).endsWith(repository)) {
                if (const QVersionNumber version = versionIn(image.section(u':', -1)); !version.isNull()) {
                    return version;
                }
            }
        }
    }
    return {};
}

Check kubernetes(const Demand &demand, const Sight &sight)
{
    const QString rule = u"preflight.kubernetes-version"_s;
    const QString key = u"target.kubernetesVersion"_s;
    const QVersionNumber runs(sight.version.major, sight.version.minor);
    const QVersionNumber wanted = versionIn(demand.answers.text(key));
    const QString said = plainLine(sight.version.gitVersion);
    if (runs < kLowestKubernetes) {
        return fail(rule, Text::tr("The cluster runs Kubernetes %1; 1.34 or later is needed.").arg(said),
                    Text::tr("Upgrade the cluster first."), key);
    }
    if (runs < wanted) {
        return fail(
            rule,
            Text::tr("The cluster runs Kubernetes %1, older than the %2 the plan was made for.").arg(said, wanted.toString()),
            Text::tr("Set the plan to %1 and generate again, or upgrade the cluster.").arg(runs.toString()), key);
    }
    if (runs > kHighestKubernetes) {
        return warn(rule,
                    Text::tr("The cluster runs Kubernetes %1, newer than 1.37, up to which this program is tried.").arg(said),
                    Text::tr("Rehearse the deploy on a test cluster of this version."), key);
    }
    if (runs > wanted) {
        return warn(
            rule, Text::tr("The cluster runs Kubernetes %1; the plan says %2.").arg(said, wanted.toString()),
            Text::tr("Set the plan to %1 and generate again, so that the findings are about this version.").arg(runs.toString()),
            key);
    }
    return pass(rule, Text::tr("The cluster runs Kubernetes %1, as the plan says.").arg(said), key);
}

Check kinds(const Demand &demand, const Sight &sight)
{
    const QString rule = u"preflight.kinds"_s;
    QStringList missing;
    const QList<QJsonObject> objects = demand.objects() + demand.argo;
    for (const QJsonObject &object : objects) {
        const QString version = object[u"apiVersion"].toString();
        const bool served = std::ranges::any_of(sight.types, [&](const kube::ResourceType &type) {
            return type.kind == kindOf(object) && type.apiVersion() == version;
        });
        const QString name = kindOf(object) + u" ("_s + version + u')';
        if (!served && !missing.contains(name)) {
            missing.append(name);
        }
    }
    if (missing.isEmpty()) {
        return pass(rule, Text::tr("The cluster serves every kind the bundle holds."));
    }
    Check check = fail(rule, Text::tr("The cluster does not serve %1.").arg(missing.join(u", "_s)),
                       Text::tr("Install what brings them, or choose another way in the plan."), u"target.kubernetesVersion"_s);
    check.details = missing;
    return check;
}

/// One of the programs that must be there before: present, and which version.
struct AddOn
{
    QString rule;
    QString name;
    QString group;
    QString kind;
    QString definition; ///< that carries the version
    QString mark; ///< label or annotation with it
    QLatin1StringView image;
    QVersionNumber lowest;
    QString key; ///< the plan's answer that asks for it
    QString instead; ///< what to choose where it is not wanted
};

Check addOn(const AddOn &one, const Sight &sight)
{
    if (!sight.serves(one.group, one.kind)) {
        return fail(one.rule, Text::tr("%1 is not installed: the cluster knows no %2.").arg(one.name, one.kind),
                    Text::tr("Install %1 first, or %2.").arg(one.name, one.instead), one.key);
    }
    QVersionNumber version = versionOf(sight, one.definition, one.mark);
    if (version.isNull()) {
        version = versionOfImage(sight, one.image);
    }
    if (version.isNull()) {
        Check check = notChecked(one.rule, Text::tr("%1 is installed; nothing readable says which version.").arg(one.name),
                                 Text::tr("whoever installed %1").arg(one.name), one.key);
        return check;
    }
    if (version < one.lowest) {
        return fail(
            one.rule,
            Text::tr("%1 %2 is installed; %3 or later is needed.").arg(one.name, version.toString(), one.lowest.toString()),
            Text::tr("Upgrade %1.").arg(one.name), one.key);
    }
    return pass(one.rule, Text::tr("%1 %2 is installed.").arg(one.name, version.toString()), one.key);
}

Check argoCd(const Demand &demand, const Sight &sight)
{
    const QString key = u"target.argocdVersion"_s;
    const QVersionNumber wanted = versionIn(demand.answers.text(key));
    Check check = addOn({.rule = u"preflight.argocd"_s,
                         .name = u"Argo CD"_s,
                         .group = u"argoproj.io"_s,
                         .kind = u"ApplicationSet"_s,
                         .definition = u"applications.argoproj.io"_s,
                         .mark = u"app.kubernetes.io/version"_s,
                         .image = "argocd"_L1,
                         .lowest = QVersionNumber(2, 14),
                         .key = key,
                         .instead = Text::tr("deploy --via helm")},
                        sight);
    const QVersionNumber runs = versionOfImage(sight, "argocd"_L1);
    if (check.state == State::NotChecked && sight.argoEnables) {
        // No version, but what changed with 3.1 can be told: how auto-sync is paused.
        const QString is = *sight.argoEnables ? Text::tr("3.1 or later") : Text::tr("older than 3.1");
        const QString found
            = Text::tr("Argo CD, %1 by its definitions, is installed; the plan says %2.").arg(is, wanted.toString());
        return *sight.argoEnables == (wanted >= QVersionNumber(3, 1))
            ? pass(check.rule, found, key)
            : fail(check.rule, found, Text::tr("Set the plan to the version that runs and generate again."), key);
    }
    if (check.state != State::Pass || runs.isNull() || wanted.isNull()) {
        return check;
    }
    if (runs.majorVersion() == wanted.majorVersion() && runs.minorVersion() == wanted.minorVersion()) {
        return check;
    }
    // How auto-sync is paused, and what the ApplicationSets leave alone for that, changed there.
    const QVersionNumber turn(3, 1);
    const bool matters = (runs < turn) != (wanted < turn);
    const QString found = Text::tr("Argo CD %1 is installed; the plan says %2.").arg(runs.toString(), wanted.toString());
    const QString remedy
        = Text::tr("Set the plan to %1.%2 and generate again.").arg(runs.majorVersion()).arg(runs.minorVersion());
    return matters ? fail(check.rule, found, remedy, key) : warn(check.rule, found, remedy, key);
}

bool needs(const Demand &demand, QStringView group)
{
    const QList<QJsonObject> objects = demand.objects();
    return std::ranges::any_of(objects, [group](const QJsonObject &object) { return groupOf(object) == group; });
}

} // namespace

Checks checkVersions(const Demand &demand, const Sight &sight)
{
    Checks checks{kubernetes(demand, sight), kinds(demand, sight)};
    if (demand.way == Way::ArgoCd) {
        checks.append(argoCd(demand, sight));
    }
    if (needs(demand, u"cert-manager.io")) {
        checks.append(addOn({.rule = u"preflight.cert-manager"_s,
                             .name = u"cert-manager"_s,
                             .group = u"cert-manager.io"_s,
                             .kind = u"Certificate"_s,
                             .definition = u"certificates.cert-manager.io"_s,
                             .mark = u"app.kubernetes.io/version"_s,
                             .image = "cert-manager-controller"_L1,
                             .lowest = kLowestCertManager,
                             .key = u"network.tls"_s,
                             .instead = Text::tr("choose an existing Secret in the plan (network.tls)")},
                            sight));
    }
    if (needs(demand, u"keda.sh")) {
        checks.append(addOn({.rule = u"preflight.keda"_s,
                             .name = u"KEDA"_s,
                             .group = u"keda.sh"_s,
                             .kind = u"ScaledObject"_s,
                             .definition = u"scaledobjects.keda.sh"_s,
                             .mark = u"app.kubernetes.io/version"_s,
                             .image = "keda"_L1,
                             .lowest = QVersionNumber(2, 12),
                             .key = u"load.scaler"_s,
                             .instead = Text::tr("let Kubernetes scale (load.scaler: hpa)")},
                            sight));
    }
    if (needs(demand, u"monitoring.coreos.com")) {
        checks.append(addOn({.rule = u"preflight.prometheus-operator"_s,
                             .name = Text::tr("the Prometheus operator"),
                             .group = u"monitoring.coreos.com"_s,
                             .kind = u"ServiceMonitor"_s,
                             .definition = u"servicemonitors.monitoring.coreos.com"_s,
                             .mark = u"operator.prometheus.io/version"_s,
                             .image = "prometheus-operator"_L1,
                             .lowest = QVersionNumber(0, 60),
                             .key = u"observability.operatorRelease"_s,
                             .instead = Text::tr("let the bundle bring Prometheus (observability.prometheus: bundled)")},
                            sight));
    }
    return checks;
}

} // namespace sentinel::preflight
