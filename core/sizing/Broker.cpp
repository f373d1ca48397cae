// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sizing/Amount.h"
#include "core/sizing/Parts.h"

#include <QCoreApplication>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::sizing {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

constexpr double kCommandsPerEvent = 6; ///< push, pop, mark as unacknowledged, acknowledge, store and expire the result
constexpr double kCommandsPerCore = 100'000;
constexpr double kCachePerUser = 256 * 1024.0;
constexpr double kCachePerTenant = 16 * kMi;

Component redis(const Load &load)
{
    const double broker = redisBrokerBytes(load);
    const double cache = load.users * kCachePerUser + load.tenants * kCachePerTenant;
    const double all = broker + cache;
    const double cpu = 0.1 + redisCommands(load) / kCommandsPerCore;
    const double disk_ = std::max(1 * kGi, 3 * all);
    Component part = component(u"redis"_s, load.isHighlyAvailable() ? 3 : 1, {.cpu = cpu, .memory = all},
                               {.cpu = std::max(1.0, cpu), .memory = all});
    part.storage = std::max(volume(disk_), volume(load.redisVolume));
    part.spreadHosts = part.replicas > 1;
    part.spreadZones = load.level == Level::Zone;
    const QStringList inputs{u"load.eventsPerSecond"_s, u"load.share"_s, u"load.peakFactor"_s, u"load.outage"_s,
                             u"load.messageBytes"_s};
    part.figures = {
        figure(u"redis.broker"_s, Text::tr("Redis for the task queue"), memory(broker),
               {.formula = Text::tr("E × p × outage × bytes per message × 2 + 256 MiB"),
                .worked = u"%1/s × %2 × %3 × %4 × 2 + 256 MiB"_s.arg(number(load.events), number(load.peakFactor),
                                                                     span(load.outage), memory(load.messageBytes).display),
                .source
                = Text::tr("planned: holds a peak while the workers are away; twice, because a saving fork copies what changes"),
                .inputs = inputs}),
        figure(u"redis.cache"_s, Text::tr("Redis for the cache"), memory(cache),
               {.formula = Text::tr("users × 256 KiB + tenants × 16 MiB"),
                .worked = u"%1 × 256 KiB + %2 × 16 MiB"_s.arg(number(load.users), number(load.tenants)),
                .source = Text::tr("planned"),
                .inputs = {u"load.activeUsers"_s, u"load.tenants"_s}}),
        figure(u"redis.memory"_s, Text::tr("Memory of one Redis"), memory(all),
               {.formula = Text::tr("task queue + cache"),
                .worked = u"%1 + %2"_s.arg(memory(broker).display, memory(cache).display),
                .source
                = Text::tr("limit of the pod; maxmemory is 0.6 of it, policy noeviction, so that no task is ever thrown away"),
                .inputs = inputs + QStringList{u"load.activeUsers"_s, u"load.tenants"_s}}),
        figure(u"redis.cpu"_s, Text::tr("CPU of one Redis"), cores(cpu),
               {.formula = Text::tr("0.1 + E × p × 6 commands ÷ 100 000"),
                .worked = u"0.1 + %1/s × %2 × 6 ÷ 100 000"_s.arg(number(load.events), number(load.peakFactor)),
                .source = Text::tr("planned: commands run on one core, about 100 000 a second"),
                .inputs = {u"load.eventsPerSecond"_s, u"load.share"_s, u"load.peakFactor"_s}}),
        figure(u"redis.volume"_s, Text::tr("Redis volume"), disk(disk_),
               {.formula = Text::tr("max(1 GiB, 3 × memory)"),
                .worked = Text::tr("max(1 GiB, 3 × %1)").arg(memory(all).display),
                .source = Text::tr("planned: the append-only file, its rewrite and a snapshot lie side by side"),
                .inputs = inputs}),
    };
    return part;
}

/// Leads clients to the master of the day, which most of them cannot find themselves.
Component proxy(const Load &load)
{
    const double cpu = 0.05 + redisCommands(load) / 100'000;
    Component part
        = component(u"redis-proxy"_s, 2, {.cpu = cpu, .memory = 64 * kMi}, {.cpu = std::max(0.5, 2 * cpu), .memory = 256 * kMi});
    part.spreadHosts = true;
    part.spreadZones = load.level == Level::Zone;
    part.figures = {figure(u"redis-proxy.cpu"_s, Text::tr("CPU of one pod: %1").arg(part.name), cores(cpu),
                           {.formula = Text::tr("0.05 + commands/s ÷ 100 000"),
                            .worked = u"0.05 + %1/s ÷ 100 000"_s.arg(number(redisCommands(load))),
                            .source = Text::tr("planned: passing a command on costs about what Redis needs to run it"),
                            .inputs = {u"load.eventsPerSecond"_s, u"load.share"_s, u"load.peakFactor"_s}})};
    return part;
}

} // namespace

double redisCommands(const Load &load)
{
    return load.peakEvents() * kCommandsPerEvent;
}

QList<Component> brokerParts(const Load &load)
{
    QList<Component> parts{redis(load)};
    if (load.isHighlyAvailable()) {
        Component sentinel
            = component(u"redis-sentinel"_s, 3, {.cpu = 0.05, .memory = 64 * kMi}, {.cpu = 0.25, .memory = 128 * kMi});
        sentinel.spreadHosts = true;
        sentinel.spreadZones = load.level == Level::Zone;
        sentinel.figures = {figure(u"redis-sentinel.replicas"_s, Text::tr("Redis Sentinels"), count(3, u"pods"_s),
                                   {.formula = Text::tr("three: two must agree on a failover"),
                                    .worked = u"3"_s,
                                    .source = Text::tr("Redis Sentinel: quorum of two out of three"),
                                    .inputs = {u"availability.level"_s}})};
        parts.append(sentinel);
        parts.append(proxy(load));
    }
    return parts;
}

} // namespace sentinel::sizing
