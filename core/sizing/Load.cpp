// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sizing/Load.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::sizing {

namespace {

double seconds(const plan::Answers &answers, QStringView key)
{
    return static_cast<double>(answers.duration(key).count()) / 1000.0;
}

double quantity(const plan::Answers &answers, QStringView key)
{
    return answers.applies(key) ? answers.quantity(key).value() : 0.0;
}

int count(const plan::Answers &answers, QStringView key, int least)
{
    constexpr qint64 kMost = 1'000'000;
    return static_cast<int>(std::clamp<qint64>(answers.applies(key) ? answers.integer(key) : least, least, kMost));
}

bool on(const plan::Answers &answers, QStringView key)
{
    return answers.applies(key) && answers.flag(key);
}

void readTraffic(const plan::Answers &answers, Load &load)
{
    load.statedEvents = answers.decimal(u"load.eventsPerSecond");
    load.share = answers.decimal(u"load.share");
    load.events = load.statedEvents * load.share;
    load.peakFactor = std::max(1.0, answers.decimal(u"load.peakFactor"));
    load.eventBytes = answers.decimal(u"load.eventBytes");
    load.eventRetention = seconds(answers, u"load.eventRetention");
    load.logRetention = seconds(answers, u"load.logRetention");
    load.eventsInLoki = answers.text(u"load.eventStore") == "loki"_L1;
    load.payloadIndex = on(answers, u"load.payloadIndex");
    load.batch = std::max(1.0, answers.decimal(u"load.batchSize"));
    load.logLineBytes = answers.decimal(u"load.logLineBytes");
    load.logLinesPerEvent = answers.decimal(u"load.logLinesPerEvent");
    load.taskTime = seconds(answers, u"load.taskTime");
    load.outage = seconds(answers, u"load.outage");
    load.messageBytes = answers.quantity(u"load.messageBytes").value();
    load.users = answers.decimal(u"load.activeUsers");
    load.requestsPerSecond = answers.decimal(u"load.requestsPerSecond");
    load.requestCpu = seconds(answers, u"load.requestCpu");
    load.tenants = std::max(1.0, answers.decimal(u"load.tenants"));
}

void readHardware(const plan::Answers &answers, Load &load)
{
    load.nodeCpu = answers.decimal(u"hardware.nodeCpu");
    load.nodeMemory = answers.quantity(u"hardware.nodeMemory").value();
    load.nodeDisk = answers.quantity(u"hardware.nodeDisk").value();
    // K3s brings local-path as its only class: a volume is a folder on the node.
    const QString storageClass = answers.text(u"storage.class");
    load.localVolumes
        = storageClass == "local-path"_L1 || (storageClass.isEmpty() && answers.text(u"target.distribution") == "k3s"_L1);
    load.currency = answers.text(u"hardware.currency");
    load.pricePerCpu = answers.decimal(u"hardware.pricePerCpu");
    load.pricePerMemoryGib = answers.decimal(u"hardware.pricePerMemoryGib");
    load.pricePerStorageGib = answers.decimal(u"hardware.pricePerStorageGib");

    const QString level = answers.text(u"availability.level");
    load.level = level == "zone"_L1 ? Level::Zone : level == "node"_L1 ? Level::Node : Level::None;
    load.zones = count(answers, u"availability.zones", 1);
    load.wishedNodes = count(answers, u"availability.nodes", 0);
    load.drainSpare = on(answers, u"availability.drainSpare");
}

void readStorage(const plan::Answers &answers, Load &load)
{
    load.databaseBundled = answers.text(u"storage.database") != "external"_L1;
    load.databaseVolume = quantity(answers, u"storage.databaseVolume");
    load.redisVolume = quantity(answers, u"storage.redisVolume");
    load.maxVolume = quantity(answers, u"storage.maxVolume");
    load.backups = answers.text(u"storage.backupTarget") != "none"_L1;
    load.backupFulls = answers.decimal(u"storage.backupFulls");
    load.walDays = answers.decimal(u"storage.walDays");
    load.backupRatio = answers.decimal(u"storage.backupRatio");
    load.restoreRate = std::max(1.0, answers.quantity(u"storage.restoreRate").value());
    load.replayRate = std::max(1.0, answers.quantity(u"storage.replayRate").value());
    load.uplink = answers.decimal(u"storage.uplinkMbit") * 1e6 / 8.0;
}

void readObservability(const plan::Answers &answers, Load &load)
{
    load.prometheusBundled = answers.text(u"observability.prometheus") == "bundled"_L1;
    load.metricsRetention = seconds(answers, u"observability.metricsRetention");
    load.scrapeInterval = std::max(1.0, seconds(answers, u"observability.scrapeInterval"));
    const QString loki = answers.text(u"observability.loki");
    load.lokiBundled = loki == "bundled"_L1;
    load.lokiUsed = load.lokiBundled || loki == "existing"_L1;
    load.auditRetention = load.logRetention;
    if (load.lokiBundled) {
        load.auditRetention = seconds(answers, u"observability.securityRetention");
        load.auditLineShare = answers.decimal(u"load.auditLineShare");
    }
    load.lokiObjectStore = answers.text(u"observability.lokiStore") == "objectStore"_L1;
    load.lokiReplicas = count(answers, u"observability.lokiReplicas", 1);
    load.ai = on(answers, u"observability.ai");
    load.aiModelBillions = answers.decimal(u"observability.aiModelBillions");
    load.automation = on(answers, u"observability.automation");
    load.watchdog = answers.text(u"observability.watchdog") == "auditd"_L1;
    load.monitoredHosts = count(answers, u"observability.monitoredHosts", 0);
}

} // namespace

Load loadOf(const plan::Answers &answers)
{
    Load load;
    load.profile = answers.profile();
    readTraffic(answers, load);
    readHardware(answers, load);
    readStorage(answers, load);
    readObservability(answers, load);
    return load;
}

} // namespace sentinel::sizing
