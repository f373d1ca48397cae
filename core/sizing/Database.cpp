// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sizing/Amount.h"
#include "core/sizing/Parts.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace sentinel::sizing {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

constexpr double kDiskFactor = 1.35; ///< disk of a row with its indexes, per event byte
constexpr double kPayloadIndexBytes = 80; ///< a GIN index on the payload adds per row
constexpr double kMaxWalSize = 1e9;
constexpr double kWalKeep = 4 * 3600; ///< seconds of peak WAL kept for a dead replica
constexpr double kRowsPerCore = 5000; ///< batched inserts a second; measured four to eight times that
constexpr double kRowsPerCoreIndexed = 2250; ///< the payload index cut it to 45 %
constexpr double kCommitCpu = 0.0005; ///< CPU seconds a commit costs beside its rows
constexpr double kReadCpu = 0.07; ///< vCPU per request/s of the API
constexpr double kIdleCpu = 0.05;
constexpr double kPage = 8192;

/// The smallest database worth starting: small ones suffer from autovacuum and checkpoints, not from rows.
double leastCpu(const Load &load)
{
    if (load.profile == "prod"_L1) {
        return 4;
    }
    return load.profile == "staging"_L1 ? 2 : load.profile == "dev"_L1 ? 0.5 : 0.25;
}

/// 1.6 in batches of 100 and more, 2.0 for one row a commit, in between as the commit's own record is shared by more rows.
double walFactor(const Load &load)
{
    if (load.payloadIndex) {
        return 3.5;
    }
    if (load.batch >= 100) {
        return 1.6;
    }
    return 1.6 + 0.4 * (1.0 / load.batch - 0.01) / 0.99;
}

double roundedCpu(double cpu)
{
    return cpu < 2 ? std::ceil(cpu * 4 - 1e-9) / 4 : std::ceil(cpu - 1e-9);
}

QStringList eventInputs()
{
    return {u"load.eventsPerSecond"_s, u"load.share"_s, u"load.eventBytes"_s, u"load.eventRetention"_s, u"load.payloadIndex"_s};
}

QStringList walInputs()
{
    return {u"load.eventsPerSecond"_s, u"load.share"_s,     u"load.peakFactor"_s,
            u"load.eventBytes"_s,      u"load.batchSize"_s, u"load.payloadIndex"_s};
}

QString measured()
{
    return Text::tr("measured with 554-byte events: primary key, two B-trees, one BRIN");
}

QList<Figure> sizeFigures(const Load &load, const DatabaseNeed &need)
{
    const QString row = load.payloadIndex ? Text::tr("(1.35 × s + 80 B)") : Text::tr("1.35 × s");
    const QString rowWorked = load.payloadIndex ? u"(1.35 × %1 B + 80 B)"_s.arg(number(load.eventBytes))
                                                : u"1.35 × %1 B"_s.arg(number(load.eventBytes));
    return {
        figure(u"postgresql.rows"_s, Text::tr("Rows in PostgreSQL"), count(need.rows, u"rows"_s),
               {.formula = Text::tr("E × 86 400 × R"),
                .worked = u"%1/s × 86 400 s × %2 d"_s.arg(number(load.events), number(load.eventRetention / kDay)),
                .source = Text::tr("one row an event, kept for the hot window"),
                .inputs = eventInputs()}),
        figure(u"postgresql.bytesPerRow"_s, Text::tr("Disk per event"), disk(need.bytesPerRow),
               {.formula = row,
                .worked = rowWorked,
                .source = measured(),
                .inputs = {u"load.eventBytes"_s, u"load.payloadIndex"_s}}),
        figure(u"postgresql.data"_s, Text::tr("PostgreSQL data"), disk(need.data),
               {.formula = Text::tr("E × 86 400 × R × %1").arg(row),
                .worked = Text::tr("%1 rows × %2").arg(number(need.rows), rowWorked),
                .source = measured(),
                .inputs = eventInputs()}),
        figure(u"postgresql.walReserve"_s, Text::tr("Room for the write-ahead log"), disk(need.walReserve),
               {.formula = Text::tr("max_wal_size + 4 h × peak WAL"),
                .worked = u"1 GB + 4 h × %1"_s.arg(byteRate(need.walPeak).display),
                .source = Text::tr("planned: a replica dead for four hours at peak cannot fill the disk"),
                .inputs = walInputs()}),
        figure(u"postgresql.volume"_s, Text::tr("PostgreSQL volume"), disk(need.volume),
               {.formula = Text::tr("(1.2 × data + WAL reserve) ÷ 0.7"),
                .worked = u"(1.2 × %1 + %2) ÷ 0.7"_s.arg(disk(need.data).display, disk(need.walReserve).display),
                .source = Text::tr("planned: a fifth for bloat and rewrites, never more than 70 % full; at least 8 GiB"),
                .inputs = eventInputs() + QStringList{u"load.peakFactor"_s}}),
    };
}

QList<Figure> powerFigures(const Load &load, const DatabaseNeed &need)
{
    const double rowsPerCore = load.payloadIndex ? kRowsPerCoreIndexed : kRowsPerCore;
    const QStringList inputs{u"load.eventsPerSecond"_s, u"load.share"_s,        u"load.peakFactor"_s,
                             u"load.batchSize"_s,       u"load.payloadIndex"_s, u"load.requestsPerSecond"_s};
    return {
        figure(u"postgresql.commits"_s, Text::tr("Commits at peak"), perSecond(need.commits),
               {.formula = Text::tr("E × p ÷ batch"),
                .worked = u"%1/s × %2 ÷ %3"_s.arg(number(load.events), number(load.peakFactor), number(load.batch)),
                .source = Text::tr("one commit a batch"),
                .inputs = {u"load.eventsPerSecond"_s, u"load.share"_s, u"load.peakFactor"_s, u"load.batchSize"_s}}),
        figure(u"postgresql.cpu"_s, Text::tr("CPU of one PostgreSQL"), cores(need.cpu),
               {.formula = Text::tr("max(least, E × p ÷ %1 + commits × 0.5 ms + requests/s × 0.07 + 0.05), rounded up")
                               .arg(number(rowsPerCore)),
                .worked = u"max(%1, %2/s ÷ %3 + %4/s × 0.5 ms + %5/s × 0.07 + 0.05)"_s.arg(
                    number(leastCpu(load)), number(load.peakEvents()), number(rowsPerCore), number(need.commits),
                    number(load.requestsPerSecond)),
                .source = Text::tr("measured 38 000 to 59 000 rows/s on two cores, planned with a quarter; reads as GitLab's "
                                   "0.06 to 0.08 vCPU per request/s"),
                .inputs = inputs}),
        figure(u"postgresql.memory"_s, Text::tr("Memory of one PostgreSQL"), memory(need.memory),
               {.formula = Text::tr("4 GiB × vCPU"),
                .worked = u"4 GiB × %1"_s.arg(number(need.cpu)),
                .source = Text::tr("GitLab reference architectures; a quarter of it as shared_buffers"),
                .inputs = inputs}),
        figure(u"postgresql.iops"_s, Text::tr("IOPS of one PostgreSQL volume"), count(std::ceil(need.iops), u"IOPS"_s),
               {.formula = Text::tr("commits + (peak WAL + dirty pages) ÷ 8 KiB"),
                .worked = u"%1/s + (%2 + %3) ÷ 8 KiB"_s.arg(number(need.commits), byteRate(need.walPeak).display,
                                                            byteRate(load.peakEvents() * need.bytesPerRow).display),
                .source = Text::tr("sustained; check that the storage class gives three times that"),
                .inputs = walInputs()}),
    };
}

Component postgresql(const Load &load, const DatabaseNeed &need)
{
    const int replicas = load.isHighlyAvailable() ? 3 : 1;
    Component part = component(u"postgresql"_s, replicas, {.cpu = need.cpu, .memory = need.memory},
                               {.cpu = std::max(2.0, need.cpu), .memory = need.memory});
    part.storage = std::max(volume(need.volume), volume(load.databaseVolume));
    part.iops = static_cast<int>(std::min(std::ceil(need.iops), 1e9));
    part.spreadHosts = replicas > 1;
    part.spreadZones = load.level == Level::Zone;
    part.figures = databaseFigures(load, need);
    part.figures.append(figure(
        u"postgresql.replicas"_s, Text::tr("PostgreSQL servers"), count(replicas, u"pods"_s),
        {.formula = Text::tr("one alone; three where a node or zone may be lost"),
         .worked = QString::number(replicas),
         .source = Text::tr(
             "Patroni: one synchronous standby and one spare; with two, losing one stops commits or drops the synchronous copy"),
         .inputs = {u"availability.level"_s}}));
    return part;
}

Component pooler(const QString &name, const Load &load, const DatabaseNeed &need)
{
    const double transactions = load.requestsPerSecond * 10 + need.commits;
    const double cpu = 0.02 + transactions / 5000;
    Component part = component(name, load.isHighlyAvailable() ? 2 : 1, {.cpu = cpu, .memory = 32 * kMi},
                               {.cpu = std::max(0.5, cpu * 2), .memory = 128 * kMi});
    part.spreadHosts = part.replicas > 1;
    part.spreadZones = load.level == Level::Zone;
    part.figures
        = {figure(name + ".cpu"_L1, Text::tr("CPU of one pod: %1").arg(name), cores(cpu),
                  {.formula = Text::tr("0.02 + (10 × requests/s + commits/s) ÷ 5000"),
                   .worked = u"0.02 + (10 × %1/s + %2/s) ÷ 5000"_s.arg(number(load.requestsPerSecond), number(need.commits)),
                   .source = Text::tr("planned: 5 000 short transactions a second and core"),
                   .inputs = {u"load.requestsPerSecond"_s, u"load.eventsPerSecond"_s, u"load.batchSize"_s}})};
    return part;
}

Component etcd(const Load &load)
{
    Component part = component(u"etcd"_s, 3, {.cpu = 0.5, .memory = kGi}, {.cpu = 1, .memory = kGi});
    part.storage = volume(8 * kGi);
    part.iops = 50;
    part.spreadHosts = true;
    part.spreadZones = load.level == Level::Zone;
    part.figures = {figure(
        u"etcd.replicas"_s, Text::tr("etcd members"), count(3, u"pods"_s),
        {.formula = Text::tr("three: survives one lost member"),
         .worked = u"3"_s,
         .source = Text::tr("etcd's tuning guide: 0.5 vCPU, 1 GiB, 8 GiB; 50 sequential 8 KB writes a second, each under 10 ms"),
         .inputs = {u"availability.level"_s}})};
    return part;
}

} // namespace

DatabaseNeed databaseNeed(const Load &load)
{
    DatabaseNeed need;
    need.rows = load.events * load.eventRetention;
    need.bytesPerRow = kDiskFactor * load.eventBytes + (load.payloadIndex ? kPayloadIndexBytes : 0);
    need.data = need.rows * need.bytesPerRow;
    need.walFactor = walFactor(load);
    need.walPeakFactor = std::max(2.0, need.walFactor);
    need.walPerDay = load.events * kDay * need.walFactor * load.eventBytes;
    need.walPeak = load.peakEvents() * need.walPeakFactor * load.eventBytes;
    need.walReserve = kMaxWalSize + kWalKeep * need.walPeak;
    need.volume = std::max(8 * kGi, (1.2 * need.data + need.walReserve) / 0.7);
    need.commits = load.peakEvents() / load.batch;
    const double writes
        = load.peakEvents() / (load.payloadIndex ? kRowsPerCoreIndexed : kRowsPerCore) + need.commits * kCommitCpu;
    need.cpu = std::max(leastCpu(load), roundedCpu(writes + load.requestsPerSecond * kReadCpu + kIdleCpu));
    need.memory = 4 * kGi * need.cpu;
    need.iops = need.commits + (need.walPeak + load.peakEvents() * need.bytesPerRow) / kPage;
    return need;
}

QList<Figure> databaseFigures(const Load &load, const DatabaseNeed &need)
{
    return sizeFigures(load, need) + powerFigures(load, need);
}

QList<Figure> walFigures(const Load &load, const DatabaseNeed &need)
{
    return {
        figure(
            u"wal.perDay"_s, Text::tr("Write-ahead log a day"), disk(need.walPerDay),
            {.formula = Text::tr("E × 86 400 × %1 × s").arg(number(need.walFactor)),
             .worked = u"%1/s × 86 400 s × %2 × %3 B"_s.arg(number(load.events), number(need.walFactor), number(load.eventBytes)),
             .source
             = Text::tr("measured: 1.6 × s in batches of 100 and more, 2.0 × s one row a commit, 3.5 × s with the payload index"),
             .inputs = walInputs()}),
        figure(u"wal.peak"_s, Text::tr("Write-ahead log at peak"), byteRate(need.walPeak),
               {.formula = Text::tr("E × p × %1 × s").arg(number(need.walPeakFactor)),
                .worked = u"%1/s × %2 × %3 × %4 B"_s.arg(number(load.events), number(load.peakFactor), number(need.walPeakFactor),
                                                         number(load.eventBytes)),
                .source = Text::tr("measured for single rows: at peak batches are not always full"),
                .inputs = walInputs()}),
    };
}

QList<Component> databaseParts(const Load &load, const DatabaseNeed &need)
{
    QList<Component> parts;
    if (load.databaseBundled) {
        parts.append(postgresql(load, need));
    }
    if (load.databaseBundled && load.isHighlyAvailable()) {
        parts.append(pooler(u"pgbouncer"_s, load, need));
        parts.append(pooler(u"haproxy"_s, load, need));
        parts.append(etcd(load));
    }
    return parts;
}

} // namespace sentinel::sizing
