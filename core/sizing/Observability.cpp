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

constexpr double kMonolithicPerDay = 20e9; ///< what one Loki takes in a day
// Loki's own baseline below 3 TB a day is 29 pods with 38 vCPU and 59 GiB together; one instance here is their mean.
constexpr int kBaselinePods = 29;
constexpr double kBaselinePerDay = 3e12;
constexpr Need kLokiFull{.cpu = 1.31, .memory = 2.04 * kGi};
constexpr double kLokiWal = 10 * kGi;

Component planned(const QString &name, int replicas, const QString &why, Need request, Need limit)
{
    Component part = component(name, replicas, request, limit);
    part.figures
        = {figure(name + ".cpu"_L1, Text::tr("CPU of one pod: %1").arg(name), cores(request.cpu),
                  {.formula = why,
                   .worked = cores(request.cpu).display,
                   .source = Text::tr("planned: the part at rest with room above, see core/decisions/0006-the-sizing-model.md"),
                   .inputs = {}})};
    return part;
}

Component daemon(const QString &name, const QString &why, Need request, Need limit)
{
    Component part = planned(name, 1, why, request, limit);
    part.perNode = true;
    return part;
}

QStringList logInputs()
{
    return {u"load.eventsPerSecond"_s, u"load.share"_s, u"load.logLinesPerEvent"_s, u"load.logLineBytes"_s, u"load.eventStore"_s};
}

QList<Figure> lokiFigures(const Load &load, const LogNeed &need)
{
    const QString event = load.eventsInLoki ? u" + %1 B"_s.arg(number(load.eventBytes)) : QString();
    const QString mode = load.lokiObjectStore ? Text::tr("object store") : Text::tr("file system");
    return {
        figure(u"loki.perDay"_s, Text::tr("Logs a day"), disk(need.perDay),
               {.formula = load.eventsInLoki ? Text::tr("E × (lines per event × bytes per line + s) × 86 400")
                                             : Text::tr("E × lines per event × bytes per line × 86 400"),
                .worked = u"%1/s × (%2 × %3 B%4) × 86 400 s"_s.arg(number(load.events), number(load.logLinesPerEvent),
                                                                   number(load.logLineBytes), event),
                .source = Text::tr("before compression"),
                .inputs = logInputs()}),
        figure(u"loki.disk"_s, Text::tr("Logs kept"), disk(need.disk),
               {.formula = Text::tr("(logs a day × Rl + audit lines a day × (Ra − Rl)) ÷ 5 × copies + 10 GiB"),
                .worked = u"(%1 × %2 d + %3 × (%4 − %2) d) ÷ 5 × %5 + 10 GiB"_s
                              .arg(disk(need.perDay).display, number(load.logRetention / kDay), disk(need.auditPerDay).display,
                                   number(load.auditRetention / kDay))
                              .arg(need.replicationFactor),
                .source
                = Text::tr("planned: compressed to a fifth, verify with your logs; 10 GiB for the write-ahead log; kept in: %1")
                      .arg(mode),
                .inputs = logInputs()
                    + QStringList{u"load.logRetention"_s, u"load.auditLineShare"_s, u"observability.securityRetention"_s,
                                  u"observability.lokiStore"_s}}),
        figure(u"loki.instances"_s, Text::tr("Loki instances"), count(need.instances, u"pods"_s),
               {.formula = load.lokiObjectStore
                    ? Text::tr("max(asked, ⌈logs a day ÷ 20 GB⌉, two above 20 GB a day), at most 29 for each 3 TB a day")
                    : Text::tr("as asked; a file system cannot be shared"),
                .worked = load.lokiObjectStore
                    ? Text::tr("max(%1, ⌈%2 ÷ 20 GB⌉)").arg(load.lokiReplicas).arg(disk(need.perDay).display)
                    : QString::number(need.instances),
                .source = Text::tr("Loki's deployment modes: monolithic to about 20 GB a day; its baseline below 3 TB a day is "
                                   "29 pods, 38 vCPU, 59 GiB"),
                .inputs = logInputs() + QStringList{u"observability.lokiReplicas"_s, u"observability.lokiStore"_s}}),
    };
}

Component loki(const Load &load)
{
    const LogNeed need = logNeed(load);
    const double full = std::min(1.0, need.perDay / kMonolithicPerDay);
    const Need request{.cpu = 0.1 + full * (kLokiFull.cpu - 0.1), .memory = 224 * kMi + full * (kLokiFull.memory - 224 * kMi)};
    Component part = component(u"loki"_s, need.instances, request, {.cpu = 2 * kLokiFull.cpu, .memory = 2 * request.memory});
    part.storage = volume(need.volume);
    part.iops = 50;
    part.spreadHosts = false;
    part.spreadZones = load.level == Level::Zone && need.instances > 1;
    part.figures = lokiFigures(load, need);
    return part;
}

QString metricsSource()
{
    return Text::tr("planned: 1 500 series a node, 150 a pod, 2 000 for histograms; verify with prometheus_tsdb_head_series");
}

} // namespace

LogNeed logNeed(const Load &load)
{
    LogNeed need;
    const double line = load.logLinesPerEvent * load.logLineBytes + (load.eventsInLoki ? load.eventBytes : 0);
    need.perDay = load.events * kDay * line;
    need.auditPerDay = load.events * kDay * load.logLinesPerEvent * load.logLineBytes * load.auditLineShare;
    need.instances = load.lokiReplicas;
    if (load.lokiObjectStore && need.perDay > kMonolithicPerDay) {
        const double most = kBaselinePods * std::max(1.0, std::ceil(need.perDay / kBaselinePerDay));
        need.instances = std::max({load.lokiReplicas, 2, replicaCount(std::min(need.perDay / kMonolithicPerDay, most))});
    }
    need.replicationFactor = load.lokiObjectStore ? std::clamp(need.instances, 1, 3) : 1;
    // A file store is not shared: each instance holds all it was sent, and that is not the same in any two.
    const double kept = need.perDay * load.logRetention + need.auditPerDay * (load.auditRetention - load.logRetention);
    need.disk = kept / kDay / 5 * need.replicationFactor + kLokiWal;
    need.volume = load.lokiObjectStore ? kLokiWal : need.disk;
    return need;
}

MetricsNeed metricsNeed(const Load &load, int nodes, double pods)
{
    MetricsNeed need;
    need.hosts = std::max(nodes, load.monitoredHosts);
    need.pods = pods;
    need.series = 1500 * need.hosts + 150 * need.pods + 2000;
    need.samples = need.series / load.scrapeInterval;
    need.disk = load.metricsRetention * need.samples * 2 * 1.2;
    need.request = need.series * 8192 + 0.5 * kGi;
    need.memory = 2 * need.request;
    need.volume = std::max(2 * kGi, need.disk / 0.8);
    return need;
}

void fitMetrics(Component &prometheus, const MetricsNeed &need)
{
    const double cpu = 0.05 + need.samples / 50'000;
    setNeed(prometheus, {.cpu = cpu, .memory = need.request}, {.cpu = std::max(1.0, 2 * cpu), .memory = need.memory});
    prometheus.storage = volume(need.volume);
}

QList<Figure> metricsFigures(const Load &load, const MetricsNeed &need)
{
    const QStringList inputs{u"availability.nodes"_s, u"observability.monitoredHosts"_s, u"observability.scrapeInterval"_s};
    return {
        figure(u"prometheus.series"_s, Text::tr("Time series"), count(need.series, u"series"_s),
               {.formula = Text::tr("1500 × hosts + 150 × pods + 2000"),
                .worked = u"1500 × %1 + 150 × %2 + 2000"_s.arg(number(need.hosts), number(need.pods)),
                .source = metricsSource(),
                .inputs = inputs}),
        figure(u"prometheus.samples"_s, Text::tr("Samples"), perSecond(need.samples),
               {.formula = Text::tr("series ÷ interval"),
                .worked = u"%1 ÷ %2"_s.arg(number(need.series), span(load.scrapeInterval)),
                .source = metricsSource(),
                .inputs = inputs}),
        figure(u"prometheus.disk"_s, Text::tr("Metrics kept"), disk(need.disk),
               {.formula = Text::tr("retention × samples/s × 2 B × 1.2"),
                .worked = u"%1 × %2/s × 2 B × 1.2"_s.arg(span(load.metricsRetention), number(need.samples)),
                .source
                = Text::tr("Prometheus documentation: 1 to 2 bytes a sample; a fifth for the write-ahead log and compaction"),
                .inputs = inputs + QStringList{u"observability.metricsRetention"_s}}),
        figure(u"prometheus.volume"_s, Text::tr("Prometheus volume"), disk(need.volume),
               {.formula = Text::tr("max(2 GiB, kept ÷ 0.8)"),
                .worked = Text::tr("max(2 GiB, %1 ÷ 0.8)").arg(disk(need.disk).display),
                .source = Text::tr("retentionSize is 0.8 of the volume and in GiB: Prometheus reads 50GB as 50 GiB"),
                .inputs = inputs + QStringList{u"observability.metricsRetention"_s}}),
        figure(u"prometheus.memory"_s, Text::tr("Memory of one Prometheus, most"), memory(need.memory),
               {.formula = Text::tr("(series × 8 KiB + 0.5 GiB) × 2"),
                .worked = u"(%1 × 8 KiB + 0.5 GiB) × 2"_s.arg(number(need.series)),
                .source = Text::tr("Prometheus maintainers: about 10 GB for 1.5 million series; doubled for queries, which is "
                                   "the limit, not the request"),
                .inputs = inputs}),
    };
}

QList<Component> observabilityParts(const Load &load)
{
    QList<Component> parts;
    const int pair = load.isHighlyAvailable() ? 2 : 1;
    if (load.prometheusBundled) {
        Component prometheus = planned(u"prometheus"_s, pair, Text::tr("0.05 + samples/s ÷ 50 000"), {.cpu = 0.05}, {.cpu = 1});
        prometheus.figures.clear(); // fitMetrics knows them once the nodes are counted
        prometheus.iops = 50;
        prometheus.spreadHosts = pair > 1;
        prometheus.spreadZones = load.level == Level::Zone;
        parts.append(prometheus);
        Component alertmanager = planned(u"alertmanager"_s, pair, Text::tr("small; two gossip so that an alert is sent once"),
                                         {.cpu = 0.02, .memory = 64 * kMi}, {.cpu = 0.1, .memory = 128 * kMi});
        alertmanager.storage = volume(kGi);
        alertmanager.spreadHosts = pair > 1;
        alertmanager.spreadZones = load.level == Level::Zone;
        parts.append(alertmanager);
    }
    if (load.prometheusBundled || load.lokiBundled) {
        Component grafana = planned(u"grafana"_s, 1, Text::tr("one: its SQLite file cannot be shared"),
                                    {.cpu = 0.05, .memory = 128 * kMi}, {.cpu = 0.5, .memory = 512 * kMi});
        grafana.storage = volume(kGi);
        parts.append(grafana);
    }
    if (load.lokiBundled) {
        parts.append(loki(load));
    }
    if (load.lokiUsed) {
        const QString why = Text::tr("one on each node and lane, so that neither lane can starve the other");
        for (const QString &name : {u"collector-security"_s, u"collector-ops"_s}) {
            parts.append(daemon(name, why, {.cpu = 0.05, .memory = 96 * kMi}, {.cpu = 0.25, .memory = 256 * kMi}));
        }
    }
    if (load.prometheusBundled) {
        parts.append(daemon(u"exporters"_s, Text::tr("node, PostgreSQL and Redis exporters, counted once a node"),
                            {.cpu = 0.03, .memory = 64 * kMi}, {.cpu = 0.1, .memory = 128 * kMi}));
    }
    if (load.watchdog) {
        parts.append(daemon(u"watchdog"_s, Text::tr("one on each node reads its audit log"), {.cpu = 0.05, .memory = 64 * kMi},
                            {.cpu = 0.25, .memory = 128 * kMi}));
    }
    return parts;
}

QList<Component> extraParts(const Load &load)
{
    QList<Component> parts;
    if (load.automation) {
        Component n8n = planned(u"n8n"_s, 1, Text::tr("one: its SQLite file cannot be shared"), {.cpu = 0.1, .memory = 256 * kMi},
                                {.cpu = 1, .memory = kGi});
        n8n.storage = volume(2 * kGi);
        parts.append(n8n);
    }
    if (load.ai) {
        const double model = load.aiModelBillions * 0.55e9;
        const double need = model + 1.5e9 + 1e9;
        Component ollama = planned(u"ollama"_s, 1, QString(), {.cpu = 2, .memory = need}, {.cpu = 4, .memory = 1.25 * need});
        ollama.storage = volume(std::max(kGi, 1.5 * model));
        ollama.figures
            = {figure(u"ollama.memory"_s, Text::tr("Memory of Ollama"), memory(need),
                      {.formula = Text::tr("0.55 GB × billions of parameters + 1.5 GB context + 1 GB"),
                       .worked = u"0.55 GB × %1 + 1.5 GB + 1 GB"_s.arg(number(load.aiModelBillions)),
                       .source = Text::tr("4-bit models, a context of 32 000 tokens; on the graphics card where there is one"),
                       .inputs = {u"observability.ai"_s, u"observability.aiModelBillions"_s}}),
               figure(u"ollama.volume"_s, Text::tr("Ollama volume"), disk(std::max(kGi, 1.5 * model)),
                      {.formula = Text::tr("1.5 × 0.55 GB × billions of parameters"),
                       .worked = u"1.5 × 0.55 GB × %1"_s.arg(number(load.aiModelBillions)),
                       .source = Text::tr("planned: the model's files and the next model beside them; one pod, at least 1 GiB"),
                       .inputs = {u"observability.ai"_s, u"observability.aiModelBillions"_s}})};
        parts.append(ollama);
    }
    return parts;
}

} // namespace sentinel::sizing
