// SPDX-License-Identifier: GPL-3.0-or-later
// What changes, and whether the server takes it.
#include "core/base/Quantity.h"
#include "core/rollback/Checks.h"

#include <QCoreApplication>
#include <QHash>
#include <QJsonArray>
#include <QMap>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::rollback {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

constexpr qsizetype kMostNamed = 3;

QString someOf(const QStringList &names)
{
    const QString first = names.first(std::min(names.size(), kMostNamed)).join(u", "_s);
    return names.size() > kMostNamed ? Text::tr("%1 and %n more", nullptr, int(names.size() - kMostNamed)).arg(first) : first;
}

QString nameOf(const QJsonObject &object)
{
    return object[u"metadata"][u"name"].toString();
}

/// Objects of a list by name.
QHash<QString, QJsonObject> byName(const QList<kube::Object> &objects, const QString &kind = {})
{
    QHash<QString, QJsonObject> named;
    for (const kube::Object &object : objects) {
        if (kind.isEmpty() || object[u"kind"].toString() == kind) {
            named.insert(nameOf(object), object);
        }
    }
    return named;
}

std::optional<Quantity> sizeOf(const QJsonValue &spec)
{
    const auto size = Quantity::parse(spec[u"resources"][u"requests"][u"storage"].toString());
    return size ? std::optional(*size) : std::nullopt;
}

void checkClaim(CheckWriter &check, const QString &title, const QJsonValue &live, const QJsonValue &wanted)
{
    const auto now = sizeOf(live);
    const auto then = sizeOf(wanted);
    if (now && then && *then < *now) {
        check.red(title,
                  Text::tr("The older version wants %1, the claim has %2; a claim cannot shrink.")
                      .arg(then->toString(), now->toString()),
                  Text::tr("Keep the present size in the older version's values, or choose a version that has it."));
    }
    const QString nowClass = live[u"storageClassName"].toString();
    const QString thenClass = wanted[u"storageClassName"].toString();
    if (!thenClass.isEmpty() && !nowClass.isEmpty() && nowClass != thenClass) {
        check.red(title, Text::tr("The older version wants the storage class %1, the claim has %2.").arg(thenClass, nowClass),
                  Text::tr("A claim cannot move to another class; its data must be copied by hand."));
    }
}

/// A template whose claims exist already: the StatefulSet refuses to change it.
void checkTemplates(CheckWriter &check, const QJsonObject &live, const QJsonObject &wanted)
{
    QHash<QString, QJsonObject> present;
    const QJsonArray now = live[u"spec"][u"volumeClaimTemplates"].toArray();
    for (const QJsonValue &one : now) {
        present.insert(one[u"metadata"][u"name"].toString(), one.toObject());
    }
    const QJsonArray then = wanted[u"spec"][u"volumeClaimTemplates"].toArray();
    for (const QJsonValue &one : then) {
        const QString name = one[u"metadata"][u"name"].toString();
        const QString title = u"StatefulSet/%1 (%2)"_s.arg(nameOf(wanted), name);
        if (!present.contains(name)) {
            check.red(title, Text::tr("The older version has a claim that the StatefulSet has not; its claims cannot change."),
                      Text::tr("Delete the StatefulSet without its pods (--cascade=orphan) first; its data stays."));
            continue;
        }
        const QJsonObject known = present.take(name);
        checkClaim(check, title, known[u"spec"], one[u"spec"]);
        const auto nowSize = sizeOf(known[u"spec"]);
        const auto thenSize = sizeOf(one[u"spec"]);
        if (nowSize && thenSize && *nowSize < *thenSize) {
            check.red(title,
                      Text::tr("The older version wants larger claims than the StatefulSet was made with; that cannot change."),
                      Text::tr("Delete the StatefulSet without its pods (--cascade=orphan) first; its data stays."));
        }
    }
    for (auto left = present.cbegin(); left != present.cend(); ++left) {
        check.red(u"StatefulSet/%1 (%2)"_s.arg(nameOf(wanted), left.key()),
                  Text::tr("The older version has no such claim, and the StatefulSet cannot lose one."),
                  Text::tr("Delete the StatefulSet without its pods (--cascade=orphan) first; its data stays."));
    }
}

/// Objects of a kind that are refused for the same reason: one sentence for all.
struct Refused
{
    QString kind;
    QString sentence; ///< of the first
    bool isUnknown = false;
    QStringList names{};
};

QList<Refused> refusedAlike(const QList<DryRun> &runs)
{
    QMap<std::pair<QString, QString>, Refused> alike;
    for (const DryRun &run : runs) {
        if (run.refusal.isEmpty()) {
            continue;
        }
        QString reason = run.refusal;
        reason.replace(run.key.name, u"…"_s); // most reasons name the object
        Refused &one = alike[{run.key.kind, reason}];
        if (one.names.isEmpty()) {
            one = {.kind = run.key.kind, .sentence = run.refusal, .isUnknown = run.isUnknown};
        }
        one.names.append(run.key.name);
    }
    return alike.values();
}

struct Scaler
{
    QString kind;
    QString name;
    QString target; ///< "Deployment/backend"
};

QList<Scaler> scalersOf(const QList<kube::Object> &objects)
{
    QList<Scaler> scalers;
    for (const kube::Object &object : objects) {
        const QJsonValue reference = object[u"spec"][u"scaleTargetRef"];
        const QString kind = reference[u"kind"].toString(u"Deployment"_s); // what KEDA takes when none is named
        scalers.append(
            {.kind = object[u"kind"].toString(), .name = nameOf(object), .target = kind + u'/' + reference[u"name"].toString()});
    }
    return scalers;
}

} // namespace

QJsonObject podSpecOf(const QJsonObject &object)
{
    const QString kind = object[u"kind"].toString();
    if (kind == u"CronJob") {
        return object[u"spec"][u"jobTemplate"][u"spec"][u"template"][u"spec"].toObject();
    }
    return kind == u"Pod" ? object[u"spec"].toObject() : object[u"spec"][u"template"][u"spec"].toObject();
}

Check checkDeletes(const Evidence &evidence, const Difference &difference)
{
    CheckWriter check(u"deletes"_s, Text::tr("What changes and what goes"));
    if (!difference.known) {
        check.unknown(Text::tr("What changes"), evidence.target ? evidence.current.problem : evidence.target.problem,
                      Text::tr("Look at both versions by hand, or choose one whose files can be read."));
        return check.done();
    }
    using Kind = ObjectDifference::Kind;
    check.note(Text::tr("%1 change (%2 lines), %3 come back, %4 are only in the newer version.")
                   .arg(difference.count(Kind::Changed) - difference.minor())
                   .arg(difference.lines())
                   .arg(difference.count(Kind::Created))
                   .arg(difference.count(Kind::Removed)));
    const bool goes = evidence.choice.way == Way::Helm || evidence.choice.prune;
    for (const ObjectDifference &object : difference.objects) {
        if (object.kind != Kind::Removed || !goes || !holdsData(object.key)) {
            continue;
        }
        check.red(
            object.key.toString(), Text::tr("It would be deleted, and what it holds with it."),
            evidence.choice.way == Way::Helm
                ? Text::tr("Keep it with the annotation helm.sh/resource-policy: keep, or take it out of the release first.")
                : Text::tr("Roll back without --prune; it then stays until you remove it by hand."));
    }
    return check.done();
}

Check checkDryRun(const Evidence &evidence)
{
    CheckWriter check(u"dry-run"_s, Text::tr("Would the server take it"));
    if (!evidence.target) {
        check.unknown(Text::tr("Whether the server would take the older version"), evidence.target.problem);
        return check.done();
    }
    if (evidence.subject.isRemote) {
        check.unknown(Text::tr("Whether the server would take the older version"),
                      Text::tr("Its objects live on another cluster than the one this context names."));
        return check.done();
    }
    for (const Refused &one : refusedAlike(evidence.dryRuns)) {
        if (one.isUnknown) {
            check.amber(one.kind + u'/' + someOf(one.names), one.sentence);
        } else {
            check.red(one.kind + u'/' + someOf(one.names), one.sentence,
                      Text::tr("The rollback would fail here half-way; mend this first or choose another version."));
        }
    }
    check.note(Text::tr("%n object(s) asked with a server-side dry run.", nullptr, int(evidence.dryRuns.size())));
    return check.done();
}

Check checkDefinitions(const Evidence &evidence)
{
    CheckWriter check(u"definitions"_s, Text::tr("Kinds it needs"));
    if (!evidence.target) {
        check.unknown(Text::tr("Which kinds the older version needs"), evidence.target.problem);
        return check.done();
    }
    QStringList told;
    bool hasOwn = false;
    for (const QJsonObject &object : evidence.target->objects) {
        const deploy::ObjectKey key = deploy::keyOf(object);
        hasOwn = hasOwn || key.kind == u"CustomResourceDefinition";
        const QString version = object[u"apiVersion"].toString();
        const bool isServed = std::ranges::any_of(
            evidence.types, [&](const kube::ResourceType &type) { return type.group == key.group && type.kind == key.kind; });
        if (!isServed && !told.contains(version + key.kind)) {
            told.append(version + key.kind);
            check.red(key.toString(), Text::tr("The cluster serves no %1 of %2 (any more).").arg(key.kind, version),
                      Text::tr("Install what brings it, or choose a version that does without."));
        }
    }
    if (hasOwn && !evidence.definitions) {
        check.unknown(Text::tr("Which versions of its kinds are stored"), evidence.definitions.problem);
        return check.done();
    }
    const auto live = hasOwn ? byName(*evidence.definitions) : QHash<QString, QJsonObject>();
    for (const QJsonObject &object : evidence.target->objects) {
        if (object[u"kind"].toString() != u"CustomResourceDefinition" || !live.contains(nameOf(object))) {
            continue;
        }
        QStringList versions;
        const QJsonArray then = object[u"spec"][u"versions"].toArray();
        for (const QJsonValue &one : then) {
            versions.append(one[u"name"].toString());
        }
        const QJsonArray stored = live[nameOf(object)][u"status"][u"storedVersions"].toArray();
        for (const QJsonValue &one : stored) {
            if (!versions.contains(one.toString())) {
                check.red(u"CustomResourceDefinition/"_s + nameOf(object),
                          Text::tr("Objects are stored as %1, which the older version does not know.").arg(one.toString()),
                          Text::tr("Migrate the stored objects first, or leave the definition as it is."));
            }
        }
    }
    return check.done();
}

Check checkReplicas(const Evidence &evidence)
{
    CheckWriter check(u"replicas"_s, Text::tr("Numbers of pods"));
    if (!evidence.target || !evidence.scalers || !evidence.workloads) {
        check.unknown(Text::tr("Whether the older version changes numbers of pods that something else sets"),
                      !evidence.target        ? evidence.target.problem
                          : !evidence.scalers ? evidence.scalers.problem
                                              : evidence.workloads.problem);
        return check.done();
    }
    const QList<Scaler> scalers = scalersOf(*evidence.scalers);
    bool any = false;
    for (const QJsonObject &object : evidence.target->objects) {
        const QJsonValue wanted = object[u"spec"][u"replicas"];
        const QString title = object[u"kind"].toString() + u'/' + nameOf(object);
        const auto scaler = std::ranges::find(scalers, title, &Scaler::target);
        const auto live = byName(*evidence.workloads, object[u"kind"].toString()).value(nameOf(object));
        if (!wanted.isDouble() || live.isEmpty()) {
            continue;
        }
        any = true;
        const int now = live[u"spec"][u"replicas"].toInt(1);
        if (wanted.toInt() < now) {
            check.amber(
                title,
                scaler != scalers.cend()
                    ? Text::tr("%1 %2 runs %3 pods of it; the older version says %4, so there are fewer until it scales again.")
                          .arg(scaler->kind, scaler->name)
                          .arg(now)
                          .arg(wanted.toInt())
                    : Text::tr("It goes from %1 to %2 pods.").arg(now).arg(wanted.toInt()),
                Text::tr("Accept when fewer pods bear the load of today."));
        }
    }
    return any ? check.done() : check.notHere(Text::tr("The older version sets no number of pods."));
}

Check checkVolumes(const Evidence &evidence)
{
    CheckWriter check(u"volumes"_s, Text::tr("Volumes"));
    if (!evidence.target || !evidence.claims || !evidence.workloads) {
        check.unknown(Text::tr("Whether the volumes fit"),
                      !evidence.target       ? evidence.target.problem
                          : !evidence.claims ? evidence.claims.problem
                                             : evidence.workloads.problem);
        return check.done();
    }
    const auto claims = byName(*evidence.claims);
    const auto sets = byName(*evidence.workloads, u"StatefulSet"_s);
    bool any = false;
    for (const QJsonObject &object : evidence.target->objects) {
        const QString kind = object[u"kind"].toString();
        if (kind == u"PersistentVolumeClaim" && claims.contains(nameOf(object))) {
            any = true;
            checkClaim(check, kind + u'/' + nameOf(object), claims[nameOf(object)][u"spec"], object[u"spec"]);
        } else if (kind == u"StatefulSet" && sets.contains(nameOf(object))) {
            any = true;
            checkTemplates(check, sets[nameOf(object)], object);
        }
    }
    return any ? check.done() : check.notHere(Text::tr("The older version has no volumes of its own here."));
}

} // namespace sentinel::rollback
