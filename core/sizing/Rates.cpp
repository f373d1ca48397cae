// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sizing/Amount.h"
#include "core/sizing/Parts.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sentinel::sizing {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

} // namespace

QList<Figure> loadFigures(const Load &load)
{
    return {
        figure(u"load.events"_s, Text::tr("Events in this environment"), perSecond(load.events),
               {.formula = Text::tr("E = events/s × share"),
                .worked = u"%1/s × %2"_s.arg(number(load.statedEvents), number(load.share)),
                .source = Text::tr("your answers"),
                .inputs = {u"load.eventsPerSecond"_s, u"load.share"_s}}),
        figure(u"load.peak"_s, Text::tr("Events at peak"), perSecond(load.peakEvents()),
               {.formula = Text::tr("E × p"),
                .worked = u"%1/s × %2"_s.arg(number(load.events), number(load.peakFactor)),
                .source = Text::tr("your answers"),
                .inputs = {u"load.eventsPerSecond"_s, u"load.share"_s, u"load.peakFactor"_s}}),
        figure(u"load.requests"_s, Text::tr("API requests at peak"), perSecond(load.requestsPerSecond),
               {.formula = Text::tr("as answered, else max(2, 0.02 × active users)"),
                .worked = Text::tr("%1 active users").arg(number(load.users)),
                .source = Text::tr("GitLab reference architectures: about 20 requests a second for 1 000 users"),
                .inputs = {u"load.requestsPerSecond"_s, u"load.activeUsers"_s}}),
    };
}

QList<Figure> backupFigures(const Load &load, const DatabaseNeed &need)
{
    if (!load.backups) {
        return {};
    }
    const double space = load.backupRatio * (load.backupFulls * need.data + load.walDays * need.walPerDay);
    const double restore = need.data / load.restoreRate + need.walPerDay / load.replayRate + 60;
    const QString data = disk(need.data).display;
    const QString wal = disk(need.walPerDay).display;
    const QStringList inputs{u"load.eventsPerSecond"_s, u"load.eventRetention"_s, u"load.eventBytes"_s};
    return {
        figure(u"backup.space"_s, Text::tr("Backup space"), disk(space),
               {.formula = Text::tr("(Bf × data + Bd × WAL a day) × c"),
                .worked = u"(%1 × %2 + %3 × %4) × %5"_s.arg(number(load.backupFulls), data, number(load.walDays), wal,
                                                            number(load.backupRatio)),
                .source = Text::tr("planned: what compression leaves differs from site to site; take c from your first backup"),
                .inputs = inputs + QStringList{u"storage.backupFulls"_s, u"storage.walDays"_s, u"storage.backupRatio"_s}}),
        figure(u"restore.time"_s, Text::tr("Time to restore"), elapsed(restore),
               {.formula = Text::tr("data ÷ restore rate + WAL of one day ÷ replay rate + 60 s"),
                .worked = u"%1 ÷ %2 + %3 ÷ %4 + 60 s"_s.arg(data, byteRate(load.restoreRate).display, wal,
                                                            byteRate(load.replayRate).display),
                .source = Text::tr("planned with a backup each day; publish the rates of your last drill, never a formula alone"),
                .inputs = inputs + QStringList{u"storage.restoreRate"_s, u"storage.replayRate"_s}}),
        figure(u"backup.bandwidth"_s, Text::tr("Upload at peak"), byteRate(need.walPeak),
               {.formula = Text::tr("peak WAL, at most half the uplink"),
                .worked = u"%1 ≤ ½ × %2"_s.arg(byteRate(need.walPeak).display, byteRate(load.uplink).display),
                .source = Text::tr("planned: the archive must catch up while backups run"),
                .inputs = inputs + QStringList{u"load.peakFactor"_s, u"storage.uplinkMbit"_s}}),
    };
}

} // namespace sentinel::sizing
