// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/Answers.h"

namespace sentinel::sizing {

enum class Level { None, Node, Zone };

/// The answers of one environment as plain numbers: bytes, seconds, cores, counts. Read once, so that no formula looks anything
/// up. Answers that do not apply are left at zero or false.
struct Load
{
    QString profile;

    double statedEvents = 0; ///< events/s as answered
    double share = 1; ///< of them in this environment
    double events = 0; ///< E = stated × share
    double peakFactor = 1; ///< p
    double eventBytes = 0; ///< s
    double eventRetention = 0; ///< R, hot in PostgreSQL
    double logRetention = 0; ///< Rl
    double auditRetention = 0; ///< Ra, of the security lane; of a Loki that is not ours as long as the rest
    double auditLineShare = 0; ///< a, of the log lines
    bool eventsInLoki = false;
    bool payloadIndex = false;
    double batch = 1; ///< rows per commit
    double logLineBytes = 0;
    double logLinesPerEvent = 0;
    double taskTime = 0;
    double outage = 0;
    double messageBytes = 0;
    double users = 0;
    double requestsPerSecond = 0; ///< at peak
    double requestCpu = 0; ///< CPU seconds a request
    double tenants = 1;

    double nodeCpu = 0;
    double nodeMemory = 0;
    double nodeDisk = 0;
    bool localVolumes = false; ///< volumes lie on the nodes' own disks
    QString currency;
    double pricePerCpu = 0; ///< per month
    double pricePerMemoryGib = 0;
    double pricePerStorageGib = 0;

    Level level = Level::None;
    int zones = 1;
    int wishedNodes = 0; ///< 0: as computed
    bool drainSpare = false;

    bool databaseBundled = true;
    double databaseVolume = 0; ///< 0: by formula
    double redisVolume = 0; ///< 0: by formula
    double maxVolume = 0; ///< 0: unknown
    bool backups = false;
    double backupFulls = 0;
    double walDays = 0;
    double backupRatio = 1;
    double restoreRate = 1; ///< B/s
    double replayRate = 1; ///< B/s
    double uplink = 0; ///< B/s

    bool prometheusBundled = false;
    double metricsRetention = 0;
    double scrapeInterval = 15;
    bool lokiBundled = false;
    bool lokiUsed = false; ///< bundled or the customer's own
    bool lokiObjectStore = false;
    int lokiReplicas = 1;
    bool ai = false;
    double aiModelBillions = 0;
    bool automation = false;
    bool watchdog = false;
    int monitoredHosts = 0; ///< 0: the nodes of the cluster

    [[nodiscard]] bool isHighlyAvailable() const { return level != Level::None; }
    [[nodiscard]] double peakEvents() const { return events * peakFactor; }
};

[[nodiscard]] Load loadOf(const plan::Answers &answers);

} // namespace sentinel::sizing
