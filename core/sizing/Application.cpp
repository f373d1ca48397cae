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

constexpr double kBusy = 0.7; ///< of a worker process at peak
constexpr double kTaskCpuShare = 1.0 / 3.0; ///< of a task's time is CPU; the rest waits for PostgreSQL and Redis
constexpr int kProcessesPerPod = 4; ///< Sentinel's own worker concurrency
constexpr double kProcessMemory = 96 * kMi; ///< of one forked process beyond what it shares with its parent
constexpr double kPodBusy = 0.6; ///< of an API pod at peak
constexpr double kUsersPerFrontend = 1000;
constexpr double kConnectionsPerBackend = 20; ///< the API opens one connection a request; a pod answers some twenty at a time
constexpr double kOtherConnections = 15; ///< beat, migration, n8n, exporters, the admin
constexpr double kConnectionsUsed = 0.8; ///< of max_connections
constexpr double kLeastConnections = 200;
constexpr double kMostConnections = 5000; ///< what the chart takes

QString fixedSource()
{
    return Text::tr("planned: the part at rest with room above, see core/decisions/0006-the-sizing-model.md");
}

Component backend(const Load &load)
{
    // One uvicorn process a pod: it cannot use more than one core.
    const double busy = load.requestsPerSecond * load.requestCpu;
    const int least = leastReplicas(load);
    const int pods = std::max(least, replicaCount(busy / kPodBusy));
    const Need request{.cpu = std::max(0.1, busy / (kPodBusy * pods)), .memory = 256 * kMi};
    Component part = component(u"backend"_s, pods, request, {.cpu = 1, .memory = 512 * kMi});
    part.maxReplicas = load.isHighlyAvailable() ? replicaCount(pods * 1.5) : pods;
    part.spreadZones = load.level == Level::Zone;
    part.figures = {
        figure(u"backend.pods"_s, Text::tr("API pods"), count(pods, u"pods"_s),
               {.formula = Text::tr("max(%1, requests/s × CPU per request ÷ 0.6)").arg(least),
                .worked = Text::tr("max(%1, %2/s × %3 ÷ 0.6)")
                              .arg(QString::number(least), number(load.requestsPerSecond), span(load.requestCpu)),
                .source = Text::tr("each pod is one process on one core, 60 % busy at peak; measure the CPU per request"),
                .inputs = {u"load.requestsPerSecond"_s, u"load.requestCpu"_s, u"availability.level"_s, u"availability.zones"_s}}),
        figure(u"backend.maxPods"_s, Text::tr("API pods, most"), count(part.maxReplicas, u"pods"_s),
               {.formula = load.isHighlyAvailable() ? Text::tr("1.5 × pods") : Text::tr("pods"),
                .worked = load.isHighlyAvailable() ? u"1.5 × %1"_s.arg(pods) : QString::number(pods),
                .source = Text::tr("GitLab reference architectures: web pods scale to 1.5 times their minimum"),
                .inputs = {u"availability.level"_s}}),
    };
    return part;
}

Component worker(const Load &load)
{
    const double processes = std::max(1.0, std::ceil(workerProcesses(load) - 1e-9));
    const int pods = replicaCount(processes / kProcessesPerPod);
    const int each = static_cast<int>(std::min<double>(processes, kProcessesPerPod));
    // What the tasks burn at peak, shared out over the pods: never more than each process can be busy.
    const double burn = std::max(load.peakEvents() * load.taskTime * kTaskCpuShare, 0.0);
    const Need request{.cpu = std::max(0.05, burn / pods), .memory = each * kProcessMemory + kProcessMemory};
    Component part = component(u"worker"_s, pods, request, {.cpu = static_cast<double>(each), .memory = request.memory * 2});
    part.maxReplicas = load.isHighlyAvailable() ? replicaCount(pods * 1.5) : pods;
    part.spreadZones = load.level == Level::Zone;
    const QStringList inputs{u"load.eventsPerSecond"_s, u"load.share"_s, u"load.peakFactor"_s, u"load.taskTime"_s};
    const QString rate = u"%1/s × %2 × %3"_s.arg(number(load.events), number(load.peakFactor), span(load.taskTime));
    part.figures = {
        figure(u"worker.processes"_s, Text::tr("Worker processes"), count(processes, u"processes"_s),
               {.formula = Text::tr("⌈E × p × time per task ÷ 0.7⌉"),
                .worked = u"⌈"_s + rate + u" ÷ 0.7⌉"_s,
                .source = Text::tr("Little's law, processes 70 % busy at peak"),
                .inputs = inputs}),
        figure(u"worker.pods"_s, Text::tr("Worker pods"), count(pods, u"pods"_s),
               {.formula = Text::tr("⌈processes ÷ 4⌉"),
                .worked = u"⌈%1 ÷ 4⌉"_s.arg(number(processes)),
                .source = Text::tr("four processes a pod, as Sentinel starts its workers"),
                .inputs = inputs}),
        figure(u"worker.cpu"_s, Text::tr("CPU of one worker pod"), cores(part.requestCpu.value()),
               {.formula = Text::tr("E × p × time per task × ⅓ ÷ pods"),
                .worked = rate + u" × ⅓ ÷ %1"_s.arg(pods),
                .source = Text::tr("planned: a third of a task is CPU; a full pod of four then asks for 0.93 vCPU, where GitLab "
                                   "gives a heavy worker 0.9"),
                .inputs = inputs}),
    };
    return part;
}

Component fixed(const QString &name, const QString &why, Need request, Need limit)
{
    Component part = component(name, 1, request, limit);
    part.figures = {figure(name + ".cpu"_L1, Text::tr("CPU of one pod: %1").arg(name), cores(request.cpu),
                           {.formula = why, .worked = cores(request.cpu).display, .source = fixedSource(), .inputs = {}})};
    return part;
}

Component frontend(const Load &load)
{
    const int least = leastReplicas(load);
    const int pods = std::max(least, replicaCount(load.users / kUsersPerFrontend));
    Component part = component(u"frontend"_s, pods, {.cpu = 0.05, .memory = 128 * kMi}, {.cpu = 0.5, .memory = 256 * kMi});
    part.maxReplicas = load.isHighlyAvailable() ? replicaCount(pods * 1.5) : pods;
    part.spreadZones = load.level == Level::Zone;
    part.figures = {figure(u"frontend.pods"_s, Text::tr("Web pods"), count(pods, u"pods"_s),
                           {.formula = Text::tr("max(%1, active users ÷ 1000)").arg(least),
                            .worked = Text::tr("max(%1, %2 ÷ 1000)").arg(QString::number(least), number(load.users)),
                            .source = fixedSource(),
                            .inputs = {u"load.activeUsers"_s, u"availability.level"_s}})};
    return part;
}

} // namespace

double workerProcesses(const Load &load)
{
    return load.peakEvents() * load.taskTime / kBusy;
}

double databaseConnections(int backendPods, int workerPods)
{
    return backendPods * kConnectionsPerBackend + static_cast<double>(workerPods) * kProcessesPerPod + kOtherConnections;
}

QList<Figure> connectionFigures(const Component &backend, const Component &worker)
{
    const double connections = databaseConnections(backend.maxReplicas, worker.maxReplicas);
    const double most = std::clamp(std::ceil(connections / kConnectionsUsed / 10) * 10, kLeastConnections, kMostConnections);
    const QStringList inputs{u"load.requestsPerSecond"_s, u"load.eventsPerSecond"_s, u"load.share"_s,
                             u"load.peakFactor"_s,        u"load.taskTime"_s,        u"availability.level"_s};
    return {
        figure(u"database.connections"_s, Text::tr("Database connections"), count(connections, u"connections"_s),
               {.formula = Text::tr("API pods × 20 + worker pods × 4 + 15"),
                .worked = u"%1 × 20 + %2 × 4 + 15"_s.arg(backend.maxReplicas).arg(worker.maxReplicas),
                .source = Text::tr("pods at their most; the API opens one connection a request, a worker one a process"),
                .inputs = inputs}),
        figure(u"database.maxConnections"_s, Text::tr("max_connections of PostgreSQL"), count(most, u"connections"_s),
               {.formula
                = Text::tr("max(%1, connections ÷ 0.8), at most %2").arg(number(kLeastConnections), number(kMostConnections)),
                .worked = u"max(%1, %2 ÷ 0.8)"_s.arg(number(kLeastConnections), number(connections)),
                .source = Text::tr("without PgBouncer a fifth stays free for people and for pods that are being replaced"),
                .inputs = inputs}),
    };
}

QList<Component> applicationParts(const Load &load)
{
    return {backend(load), worker(load),
            fixed(u"beat"_s, Text::tr("exactly one scheduler: two would run every task twice"),
                  {.cpu = 0.05, .memory = 128 * kMi}, {.cpu = 0.25, .memory = 256 * kMi}),
            fixed(u"migration"_s, Text::tr("one Job at each upgrade, then gone"), {.cpu = 0.1, .memory = 128 * kMi},
                  {.cpu = 1, .memory = 512 * kMi}),
            frontend(load)};
}

} // namespace sentinel::sizing
