// SPDX-License-Identifier: GPL-3.0-or-later
// What there is to restore from, should data have to go back too.
#include "core/base/Timestamp.h"
#include "core/rollback/Checks.h"
#include "core/rollback/RestorePoint.h"

#include <QCoreApplication>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::rollback {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

constexpr Duration kFreshBackup = std::chrono::hours(24);

QString timeText(const QDateTime &at)
{
    return at.toString(u"yyyy-MM-dd HH:mm");
}

/// Newest backup there is a sign of.
QDateTime newestBackup(const Evidence &evidence)
{
    const QList<RestorePoint> points = restorePointsIn(evidence);
    QDateTime newest = points.isEmpty() ? QDateTime() : points.first().at;
    if (evidence.cronJobs) {
        for (const kube::Object &job : *evidence.cronJobs) {
            const QString component = job[u"metadata"][u"labels"][u"app.kubernetes.io/component"].toString();
            if (component.contains(u"backup") || job[u"metadata"][u"name"].toString().contains(u"backup")) {
                const QDateTime at = timestampOf(job[u"status"][u"lastSuccessfulTime"]);
                newest = at.isValid() && (!newest.isValid() || at > newest) ? at : newest;
            }
        }
    }
    return newest;
}

void checkFreshness(CheckWriter &check, const Evidence &evidence, const QDateTime &newest)
{
    const Duration age(newest.msecsTo(evidence.now));
    if (age <= kFreshBackup) {
        check.note(Text::tr("The newest backup is from %1.").arg(timeText(newest)));
    } else {
        check.amber({}, Text::tr("The newest backup is %1 old.").arg(spanText(age)), Text::tr("Make one before going back."));
    }
}

/// What fits the older version: taken before the newer one came.
void offerPoint(CheckWriter &check, const Evidence &evidence)
{
    const QString archive = archiveCommand(evidence);
    if (const auto point = restorePointBefore(evidence)) {
        check.note(Text::tr("The older version's data: %1 of %2, the newest from before the newer version came.")
                       .arg(point->kind + u'/' + point->name, timeText(point->at)));
        return;
    }
    const QString why = !evidence.present.at.isValid()
        ? Text::tr("Since when the newer version runs is not known.")
        : Text::tr("No VolumeSnapshot and no backup job here is from before %1, when the newer version came.")
              .arg(timeText(evidence.present.at));
    check.unknown(Text::tr("What the older version's data could be restored from"), why,
                  archive.isEmpty() ? Text::tr("Look where your backups are kept for one from before that.")
                                    : Text::tr("pgBackRest keeps a list of its own: %1").arg(archive));
}

} // namespace

bool mayNeedData(const Evidence &evidence, Light schema, Light volumes, const Difference &difference)
{
    const bool goes = evidence.choice.way == Way::Helm || evidence.choice.prune;
    const bool losesData = std::ranges::any_of(difference.objects, [goes](const ObjectDifference &object) {
        return object.kind == ObjectDifference::Kind::Removed && goes && holdsData(object.key);
    });
    return schema == Light::Red || schema == Light::Amber || volumes == Light::Red || volumes == Light::Amber || losesData;
}

Check checkBackup(const Evidence &evidence, bool needsData, const Difference &difference)
{
    CheckWriter check(u"backup"_s, Text::tr("A backup, should data have to go back too"));
    const QDateTime newest = newestBackup(evidence);
    if (newest.isValid()) {
        checkFreshness(check, evidence, newest);
        if (needsData) {
            offerPoint(check, evidence);
        }
        return check.done();
    }
    if (!needsData && difference.known) {
        return check.notHere(Text::tr("The older version reads the data as it is and nothing that holds data goes."));
    }
    const QString archive = archiveCommand(evidence);
    check.unknown(Text::tr("Whether there is a fresh backup"),
                  evidence.snapshots.problem.isEmpty()
                      ? Text::tr("No VolumeSnapshot and no backup job of this namespace says when one was made.")
                      : evidence.snapshots.problem,
                  archive.isEmpty() ? Text::tr("Make sure that there is one from before the newer version.")
                                    : Text::tr("pgBackRest keeps a list of its own: %1").arg(archive));
    return check.done();
}

} // namespace sentinel::rollback
