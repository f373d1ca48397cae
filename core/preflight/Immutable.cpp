// SPDX-License-Identifier: GPL-3.0-or-later
// What the API server does not let anybody change once it is there: found before anything is applied.
#include "core/preflight/Checks.h"
#include "core/preflight/Pods.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::preflight {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

constexpr auto kRule = "preflight.immutable"_L1;

/// A field that is one thing and would become another.
struct Change
{
    QString field{};
    QString is{};
    QString becomes{};
    QString answer{}; ///< the plan's KEY behind it

    [[nodiscard]] QString line() const { return Text::tr("%1: %2, would become %3").arg(field, is, becomes); }
};

QString shown(const QJsonValue &value)
{
    if (value.isUndefined() || value.isNull()) {
        return Text::tr("nothing");
    }
    if (value.isString()) {
        return plainLine(value.toString());
    }
    const QJsonDocument whole = value.isArray() ? QJsonDocument(value.toArray()) : QJsonDocument(value.toObject());
    return plainLine(QString::fromUtf8(whole.toJson(QJsonDocument::Compact)));
}

/// Collects the differences of one object. What the server fills in where nothing is written counts as written.
class Comparison
{
public:
    Comparison(const QJsonValue &live, const QJsonValue &wanted)
        : m_live(live)
        , m_wanted(wanted)
    {
    }
    void field(const QString &name, const QString &usual = {}, const QString &answer = {})
    {
        const auto at = [&](const QJsonValue &spec) {
            const QJsonValue value = spec[name];
            return value.isUndefined() && !usual.isEmpty() ? QJsonValue(usual) : value;
        };
        note(m_prefix + name, at(m_live), at(m_wanted), answer);
    }
    void amount(const QStringList &path, const QString &answer, bool mayGrow)
    {
        QJsonValue live = m_live;
        QJsonValue wanted = m_wanted;
        for (const QString &step : path) {
            live = live[step];
            wanted = wanted[step];
        }
        const qint64 is = milliOf(live);
        const qint64 becomes = milliOf(wanted);
        if (is != becomes && !(mayGrow && becomes > is)) {
            changes.append({m_prefix + path.join(u'.'), shown(live), shown(wanted), answer});
        }
    }
    void note(const QString &name, const QJsonValue &live, const QJsonValue &wanted, const QString &answer)
    {
        if (live != wanted) {
            changes.append({name, shown(live), shown(wanted), answer});
        }
    }
    [[nodiscard]] bool asks(const QString &name) const { return !m_wanted[name].isUndefined(); }
    void within(const QString &prefix) { m_prefix = prefix; }
    QList<Change> changes;

private:
    QJsonValue m_live;
    QJsonValue m_wanted;
    QString m_prefix = u"spec."_s;
};

/// A claim's own fields, whether of a template or by itself.
void compareClaim(Comparison &claim, const QString &sizeAnswer, const QString &classAnswer, bool mayGrow)
{
    claim.amount({u"resources"_s, u"requests"_s, u"storage"_s}, sizeAnswer, mayGrow);
    if (!mayGrow || claim.asks(u"storageClassName"_s)) { // where a claim names none, the cluster fills in its default
        claim.field(u"storageClassName"_s, {}, classAnswer);
    }
    claim.field(u"accessModes"_s);
    claim.field(u"volumeMode"_s, u"Filesystem"_s);
}

QJsonObject templateNamed(const QJsonObject &object, const QString &name)
{
    const QJsonArray templates = object[u"spec"][u"volumeClaimTemplates"].toArray();
    for (const QJsonValue &each : templates) {
        if (each[u"metadata"][u"name"].toString() == name) {
            return each.toObject();
        }
    }
    return {};
}

QStringList templatesOf(const QJsonObject &object)
{
    QStringList names;
    const QJsonArray templates = object[u"spec"][u"volumeClaimTemplates"].toArray();
    for (const QJsonValue &each : templates) {
        names.append(each[u"metadata"][u"name"].toString());
    }
    return names;
}

bool isDatabase(const QString &name)
{
    return name.startsWith("patroni"_L1) || name.startsWith("postgres"_L1);
}

QString sizeAnswerFor(const QString &owner)
{
    return isDatabase(owner) ? u"storage.databaseVolume"_s : owner.startsWith("redis"_L1) ? u"storage.redisVolume"_s : QString();
}

QList<Change> ofStatefulSet(const QJsonObject &live, const QJsonObject &wanted)
{
    const QString name = nameOf(wanted);
    Comparison whole(live[u"spec"], wanted[u"spec"]);
    whole.field(u"serviceName"_s);
    whole.field(u"podManagementPolicy"_s, u"OrderedReady"_s);
    whole.field(u"selector"_s);
    QList<Change> changes = whole.changes;
    const QStringList before = templatesOf(live);
    const QStringList after = templatesOf(wanted);
    if (before != after) {
        changes.append({u"spec.volumeClaimTemplates"_s, before.join(u", "_s), after.join(u", "_s), {}});
        return changes;
    }
    for (const QString &each : after) {
        const QJsonObject is = templateNamed(live, each);
        const QJsonObject becomes = templateNamed(wanted, each);
        Comparison claim(is[u"spec"], becomes[u"spec"]);
        claim.within(u"spec.volumeClaimTemplates[%1].spec."_s.arg(each));
        compareClaim(claim, sizeAnswerFor(name), isDatabase(name) ? u"storage.databaseClass"_s : u"storage.class"_s, false);
        claim.note(u"spec.volumeClaimTemplates[%1].metadata.labels"_s.arg(each), is[u"metadata"][u"labels"],
                   becomes[u"metadata"][u"labels"], {});
        changes += claim.changes;
    }
    return changes;
}

QList<Change> changesOf(const QJsonObject &live, const QJsonObject &wanted)
{
    const QString kind = kindOf(wanted);
    if (kind == "StatefulSet"_L1) {
        return ofStatefulSet(live, wanted);
    }
    Comparison whole(live[u"spec"], wanted[u"spec"]);
    if (kind == "Deployment"_L1) {
        whole.field(u"selector"_s);
    } else if (kind == "PersistentVolumeClaim"_L1) {
        compareClaim(whole, {}, u"storage.class"_s, true);
    } else if (kind == "Service"_L1) {
        // An address is given by the cluster; only having one or none is somebody's choice.
        const bool was = live[u"spec"][u"clusterIP"].toString() == "None"_L1;
        const bool becomes = wanted[u"spec"][u"clusterIP"].toString() == "None"_L1;
        if (was != becomes) {
            whole.note(u"spec.clusterIP"_s, live[u"spec"][u"clusterIP"], wanted[u"spec"][u"clusterIP"], {});
        }
    }
    return whole.changes;
}

QString remedyFor(const QString &kind, const QString &name, const QString &ns)
{
    if (kind == "StatefulSet"_L1) {
        return Text::tr(
                   "Answer as before in the plan, or change the volumes themselves first and remove the StatefulSet without its "
                   "pods (kubectl delete statefulset %1 -n %2 --cascade=orphan); the deploy makes it anew around them.")
            .arg(name, ns);
    }
    if (kind == "PersistentVolumeClaim"_L1) {
        return Text::tr("Answer as before in the plan, or move the data to a new claim.");
    }
    return Text::tr("Answer as before in the plan, or remove %1/%2 in %3 first; the deploy makes it anew.").arg(kind, name, ns);
}

const QJsonObject *liveOf(const Result<QList<kube::Object>> &list, const QString &name)
{
    if (!list) {
        return nullptr;
    }
    const auto found = std::ranges::find_if(*list, [&name](const QJsonObject &each) { return nameOf(each) == name; });
    return found == list->cend() ? nullptr : &*found;
}

} // namespace

Checks checkImmutable(const Demand &demand, const Sight &sight)
{
    const QList<std::pair<QString, QString>> lists{{u"StatefulSet"_s, u"statefulsets.apps"_s},
                                                   {u"Deployment"_s, u"deployments.apps"_s},
                                                   {u"PersistentVolumeClaim"_s, u"persistentvolumeclaims"_s},
                                                   {u"Service"_s, u"services"_s}};
    Checks checks;
    QStringList unseenKinds;
    int compared = 0;
    for (const auto &[kind, key] : lists) {
        const auto &list = sight.of(key);
        if (!list) {
            unseenKinds.append(key.section(u'.', 0, 0));
            continue;
        }
        for (const QJsonObject &object : demand.chart) {
            const bool here = spaceOf(object).isEmpty() || spaceOf(object) == demand.ns();
            const QJsonObject *live = kindOf(object) == kind && here ? liveOf(list, nameOf(object)) : nullptr;
            if (!live) {
                continue;
            }
            ++compared;
            const QList<Change> changes = changesOf(*live, object);
            if (changes.isEmpty()) {
                continue;
            }
            Check check = fail(kRule, Text::tr("Kubernetes does not change %1.").arg(changes.first().line()),
                               remedyFor(kind, nameOf(object), demand.ns()), changes.first().answer);
            check.object = titleOf(object);
            for (const Change &change : changes) {
                check.details.append(change.line());
            }
            checks.append(check);
        }
    }
    if (!checks.isEmpty()) {
        return checks;
    }
    if (!unseenKinds.isEmpty()) {
        return {notChecked(kRule, Text::tr("What is installed cannot be read: %1.").arg(unseenKinds.join(u", "_s)),
                           Text::tr("%1 in %2").arg(whoMay(u"list"_s, unseenKinds.join(u", "_s)), demand.ns()))};
    }
    return compared == 0
        ? Checks()
        : Checks{pass(kRule, Text::tr("Nothing is changed that cannot be (%n object(s) compared).", nullptr, compared))};
}

} // namespace sentinel::preflight
