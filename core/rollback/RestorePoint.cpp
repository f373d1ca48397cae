// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rollback/RestorePoint.h"
#include "core/base/Timestamp.h"
#include "core/deploy/Conditions.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::rollback {

namespace {

QString nameOf(const QJsonValue &object)
{
    return object[u"metadata"][u"name"].toString();
}

/// What comes from the cluster goes into a line for a shell only where it is a name Kubernetes allows.
bool isName(const QString &word)
{
    return !word.isEmpty() && std::ranges::all_of(word, [](QChar letter) {
        return (letter >= u'a' && letter <= u'z') || (letter >= u'0' && letter <= u'9') || letter == u'-' || letter == u'.';
    });
}

/// A claim made of the snapshot, beside the one in use.
QString claimOf(const QString &ns, const kube::Object &snapshot)
{
    const QString name = nameOf(snapshot);
    const QString claim = snapshot[u"spec"][u"source"][u"persistentVolumeClaimName"].toString();
    const QString size = snapshot[u"status"][u"restoreSize"].toString();
    const bool isSize = !size.isEmpty() && std::ranges::all_of(size, [](QChar letter) { return letter.isLetterOrNumber(); });
    if (!isName(ns) || !isName(name) || !isName(claim)) {
        return {};
    }
    return u"kubectl -n %1 create -f - <<'END'\n"
           "{apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: %2-restored}, spec: {accessModes: [ReadWriteOnce], "
           "resources: {requests: {storage: %3}}, dataSource: {apiGroup: snapshot.storage.k8s.io, kind: VolumeSnapshot, name: "
           "%4}}}\n"
           "END"_s.arg(ns, claim, isSize ? size : u"1Gi"_s, name);
}

bool isBackup(const kube::Object &object)
{
    const QString component = object[u"metadata"][u"labels"][u"app.kubernetes.io/component"].toString();
    const QString owner = object[u"metadata"][u"ownerReferences"][0][u"name"].toString();
    return component.contains(u"backup") || nameOf(object).contains(u"backup") || owner.contains(u"backup");
}

void takeSnapshots(QList<RestorePoint> &points, const Evidence &evidence)
{
    if (!evidence.snapshots) {
        return;
    }
    for (const kube::Object &snapshot : *evidence.snapshots) {
        const QDateTime at = timestampOf(snapshot[u"status"][u"creationTime"]);
        if (snapshot[u"status"][u"readyToUse"].toBool() && at.isValid()) {
            points.append({.kind = u"VolumeSnapshot"_s,
                           .name = nameOf(snapshot),
                           .at = at,
                           .command = claimOf(evidence.subject.targetNs, snapshot)});
        }
    }
}

void takeJobs(QList<RestorePoint> &points, const Evidence &evidence)
{
    if (!evidence.jobs) {
        return;
    }
    for (const kube::Object &job : *evidence.jobs) {
        // What a backup holds is of the time it began.
        const QDateTime at = timestampOf(job[u"status"][u"startTime"]);
        const QString ns = evidence.subject.targetNs;
        if (isBackup(job) && deploy::conditionOf(job, u"Complete").isTrue() && at.isValid()) {
            points.append(
                {.kind = u"Job"_s,
                 .name = nameOf(job),
                 .at = at,
                 .command = isName(ns) && isName(nameOf(job)) ? u"kubectl -n %1 logs job/%2"_s.arg(ns, nameOf(job)) : QString()});
        }
    }
}

} // namespace

QList<RestorePoint> restorePointsIn(const Evidence &evidence)
{
    QList<RestorePoint> points;
    takeSnapshots(points, evidence);
    takeJobs(points, evidence);
    std::ranges::stable_sort(points, std::ranges::greater(), &RestorePoint::at);
    return points;
}

std::optional<RestorePoint> restorePointBefore(const Evidence &evidence)
{
    const QDateTime came = evidence.present.at;
    const QList<RestorePoint> points = restorePointsIn(evidence);
    const auto found
        = std::ranges::find_if(points, [&came](const RestorePoint &point) { return came.isValid() && point.at <= came; });
    return found == points.cend() ? std::nullopt : std::optional(*found);
}

QString archiveCommand(const Evidence &evidence)
{
    if (!evidence.pods || !isName(evidence.subject.targetNs)) {
        return {};
    }
    for (const kube::Object &pod : *evidence.pods) {
        if (pod[u"metadata"][u"namespace"].toString() != evidence.subject.targetNs || !isName(nameOf(pod))) {
            continue;
        }
        const QJsonArray volumes = pod[u"spec"][u"volumes"].toArray();
        const bool has
            = std::ranges::any_of(volumes, [](const QJsonValue &one) { return one[u"name"].toString() == u"pgbackrest-secret"; });
        if (has) {
            return u"kubectl -n %1 exec %2 -c patroni -- pgbackrest --stanza=sentinel info"_s.arg(evidence.subject.targetNs,
                                                                                                  nameOf(pod));
        }
    }
    return {};
}

} // namespace sentinel::rollback
