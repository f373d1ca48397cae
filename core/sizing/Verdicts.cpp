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

constexpr double kComfortVolume = 4e12; ///< one PostgreSQL: backup, vacuum and rebuild of a replica still end within a day
constexpr double kMostVolume = 16e12; ///< where file systems, cloud volumes and restore times all end
constexpr double kComfortRows = 10'000; ///< sustained rows/s
constexpr double kLokiMonolithic = 20e9;
constexpr double kRedisCommands = 100'000; ///< one core
constexpr double kConnections = 500;

Finding finding(Severity severity, const QString &rule, const QString &object, const QString &path, const QString &sentence,
                const QString &remedy)
{
    return {
        .severity = severity, .rule = rule, .object = object, .path = path, .sentence = sentence, .remedy = remedy, .where = {}};
}

void judgeDatabaseSize(const Load &load, const DatabaseNeed &need, Findings &findings)
{
    const bool tooLarge = need.volume > kMostVolume;
    if (!tooLarge && need.volume <= kComfortVolume && load.events <= kComfortRows) {
        return;
    }
    const QString remedy = load.eventsInLoki
        ? Text::tr("Shorten load.eventRetention, or send fewer events to PostgreSQL.")
        : Text::tr("Move raw events out: set load.eventStore=loki; PostgreSQL then keeps one day of them.");
    const QString path = load.eventsInLoki ? u"load.eventRetention"_s : u"load.eventStore"_s;
    const QString volume = disk(need.volume).display;
    if (tooLarge) {
        findings.append(finding(Severity::Error, u"sizing.no-single-postgresql"_s, u"postgresql"_s, path,
                                Text::tr("No single PostgreSQL holds this: %1 events/s for %2 days need %3; past 16 TB neither "
                                         "volumes nor restores keep up.")
                                    .arg(number(load.events), number(load.eventRetention / kDay), volume),
                                remedy));
        return;
    }
    const QString why = need.volume > kComfortVolume
        ? Text::tr("The PostgreSQL volume would be %1, above the 4 TB up to which backup, vacuum and a new replica stay within a "
                   "day: tier raw events out.")
              .arg(volume)
        : Text::tr("%1 rows/s arrive all day, above the 10 000 a single PostgreSQL is planned for: tier raw events out.")
              .arg(number(load.events));
    findings.append(finding(Severity::Warning, u"sizing.tier-raw-events"_s, u"postgresql"_s, path, why, remedy));
}

void judgeVolumes(const Load &load, const DatabaseNeed &need, const Sizing &sizing, Findings &findings)
{
    if (load.databaseBundled && load.databaseVolume > 0 && load.databaseVolume < need.volume) {
        findings.append(finding(Severity::Error, u"sizing.database-volume"_s, u"postgresql"_s, u"storage.databaseVolume"_s,
                                Text::tr("The PostgreSQL volume of %1 is smaller than the %2 this load needs; it would fill up.")
                                    .arg(memory(load.databaseVolume).display, memory(need.volume).display),
                                Text::tr("Set storage.databaseVolume to at least %1, or keep events for a shorter time.")
                                    .arg(volume(need.volume).toString())));
    }
    const Component *redis = sizing.component(u"redis");
    const Figure *redisVolume = sizing.figure(u"redis.volume");
    if (redis && redisVolume && load.redisVolume > 0 && load.redisVolume < redisVolume->value) {
        findings.append(finding(Severity::Error, u"sizing.redis-volume"_s, u"redis"_s, u"storage.redisVolume"_s,
                                Text::tr("The Redis volume of %1 is smaller than the %2 its files need while they are rewritten.")
                                    .arg(memory(load.redisVolume).display, memory(redisVolume->value).display),
                                Text::tr("Set storage.redisVolume to at least %1.").arg(volume(redisVolume->value).toString())));
    }
    for (const Component &part : sizing.components) {
        if (load.maxVolume <= 0 || part.storage.value() <= load.maxVolume) {
            continue;
        }
        const bool database = part.name == "postgresql"_L1;
        findings.append(finding(Severity::Warning, u"sizing.volume-too-large"_s, part.name, u"storage.maxVolume"_s,
                                Text::tr("%1 needs a volume of %2, but the largest your storage offers is %3.")
                                    .arg(part.name, memory(part.storage.value()).display, memory(load.maxVolume).display),
                                database && !load.eventsInLoki
                                    ? Text::tr("Set load.eventStore=loki, or raise storage.maxVolume if the storage can do more.")
                                    : Text::tr("Keep less, or raise storage.maxVolume if the storage can do more.")));
    }
}

void judgeUplink(const Load &load, const DatabaseNeed &need, Findings &findings)
{
    if (!load.backups || load.uplink <= 0 || need.walPeak <= 0.5 * load.uplink) {
        return;
    }
    findings.append(finding(Severity::Error, u"sizing.wal-uplink"_s, u"postgresql"_s, u"storage.uplinkMbit"_s,
                            Text::tr("Archiving the write-ahead log takes %1 at peak, more than half of the uplink of %2; the "
                                     "archive would fall behind and the disk fill.")
                                .arg(byteRate(need.walPeak).display, byteRate(load.uplink).display),
                            Text::tr("Use an uplink of at least %1 Mbit/s, back up inside the site, or lower the load.")
                                .arg(number(need.walPeak * 2 * 8 / 1e6))));
}

void judgeLogs(const Load &load, const LogNeed &need, Findings &findings)
{
    if (!load.lokiBundled || load.lokiObjectStore) {
        return;
    }
    if (load.lokiReplicas > 1) {
        findings.append(finding(
            Severity::Error, u"sizing.loki-filesystem-replicas"_s, u"loki"_s, u"observability.lokiReplicas"_s,
            Text::tr(
                "%1 Lokis on their own file systems are not highly available: they answer in turn, each with a part of the logs.")
                .arg(load.lokiReplicas),
            Text::tr("Set observability.lokiStore=objectStore, or observability.lokiReplicas=1.")));
    }
    if (need.perDay > kLokiMonolithic) {
        findings.append(finding(Severity::Warning, u"sizing.loki-object-store"_s, u"loki"_s, u"observability.lokiStore"_s,
                                Text::tr("%1 of logs a day are more than the 20 GB one Loki with a file system takes.")
                                    .arg(disk(need.perDay).display),
                                Text::tr("Set observability.lokiStore=objectStore.")));
    }
}

void judgeBroker(const Load &load, const Sizing &sizing, Findings &findings)
{
    const double commands = redisCommands(load);
    if (commands > kRedisCommands) {
        findings.append(
            finding(Severity::Warning, u"sizing.redis-commands"_s, u"redis"_s, u"load.eventsPerSecond"_s,
                    Text::tr("One task for each event means %1 Redis commands/s at peak; Redis runs them on one core and is "
                             "planned for 100 000.")
                        .arg(number(commands)),
                    Text::tr("Let the workers take events in batches, or spread the sources over several installations.")));
    }
    const Component *backend = sizing.component(u"backend");
    const Component *worker = sizing.component(u"worker");
    const double connections = databaseConnections(backend->replicas, worker->replicas);
    if (connections > kConnections) {
        findings.append(finding(
            Severity::Warning, u"sizing.connections"_s, u"pgbouncer"_s, u"load.taskTime"_s,
            Text::tr("API and workers would open %1 connections; PostgreSQL alone is planned for 500.").arg(number(connections)),
            Text::tr("Put PgBouncer between them, or shorten the tasks (load.taskTime) so that fewer workers do.")));
    }
}

} // namespace

Findings verdictsOf(const Load &load, const DatabaseNeed &database, const LogNeed &logs, const Sizing &sizing)
{
    Findings findings;
    judgeDatabaseSize(load, database, findings);
    judgeVolumes(load, database, sizing, findings);
    judgeUplink(load, database, findings);
    judgeLogs(load, logs, findings);
    judgeBroker(load, sizing, findings);
    return findings;
}

} // namespace sentinel::sizing
