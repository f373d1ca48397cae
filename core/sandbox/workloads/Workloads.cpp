// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/workloads/Workloads.h"

#include "core/sandbox/scenarios/Scenarios.h"
#include "core/sandbox/workloads/Autoscalers.h"
#include "core/sandbox/workloads/CronJobs.h"
#include "core/sandbox/workloads/DaemonSets.h"
#include "core/sandbox/workloads/Deployments.h"
#include "core/sandbox/workloads/DisruptionBudgets.h"
#include "core/sandbox/workloads/Endpoints.h"
#include "core/sandbox/workloads/Exposure.h"
#include "core/sandbox/workloads/GarbageCollection.h"
#include "core/sandbox/workloads/Jobs.h"
#include "core/sandbox/workloads/Kubelet.h"
#include "core/sandbox/workloads/Namespaces.h"
#include "core/sandbox/workloads/Nodes.h"
#include "core/sandbox/workloads/ReplicaSets.h"
#include "core/sandbox/workloads/Scheduler.h"
#include "core/sandbox/workloads/Services.h"
#include "core/sandbox/workloads/StatefulSets.h"
#include "core/sandbox/workloads/Volumes.h"

using namespace Qt::StringLiterals;

namespace sentinel::sandbox {

namespace {

/// What a new cluster holds; whatever is there already stays as it is.
Store &furnished(Store &store)
{
    for (const QString &name : {u"default"_s, u"kube-system"_s, u"kube-public"_s, u"kube-node-lease"_s}) {
        static_cast<void>(store.create(kinds::ns(), {{u"metadata"_s, QJsonObject{{u"name"_s, name}}}}));
    }
    const QJsonObject port{{u"name"_s, u"https"_s}, {u"port"_s, 443}, {u"protocol"_s, u"TCP"_s}, {u"targetPort"_s, 6443}};
    static_cast<void>(store.create(
        kinds::service(),
        {{u"metadata"_s,
          QJsonObject{{u"name"_s, u"kubernetes"_s},
                      {u"namespace"_s, u"default"_s},
                      {u"labels"_s, QJsonObject{{u"component"_s, u"apiserver"_s}, {u"provider"_s, u"kubernetes"_s}}}}},
         {u"spec"_s,
          QJsonObject{{u"type"_s, u"ClusterIP"_s},
                      {u"clusterIP"_s, u"10.96.0.1"_s},
                      {u"clusterIPs"_s, QJsonArray{u"10.96.0.1"_s}},
                      {u"ports"_s, QJsonArray{port}}}}}));
    return store;
}

} // namespace

struct Workloads::Parts
{
    Parts(Store &store, Clock &clock, PodLogs &logs, Options given, FaultSwitches *switches)
        : options(std::move(given))
        , events(store, clock)
        , breakage(store)
        , world{.store = furnished(store),
                .clock = clock,
                .events = events,
                .logs = logs,
                .breakage = breakage,
                .options = options}
        , scenarios(breakage, switches)
    {
    }

    Options options;
    Events events;
    Breakage breakage;
    World world;
    Scenarios scenarios;
    // What is told first acts first: owners before what they own would be as right, only slower.
    GarbageCollection garbageCollection{world};
    Namespaces namespaces{world};
    Nodes nodes{world};
    Volumes volumes{world};
    Services services{world};
    Deployments deployments{world};
    ReplicaSets replicaSets{world};
    StatefulSets statefulSets{world};
    DaemonSets daemonSets{world};
    CronJobs cronJobs{world};
    Jobs jobs{world};
    Scheduler scheduler{world};
    Kubelet kubelet{world};
    Endpoints endpoints{world};
    Exposure exposure{world};
    Autoscalers autoscalers{world};
    DisruptionBudgets disruptionBudgets{world};
};

Workloads::Workloads(Store &store, Clock &clock, PodLogs &logs, Options options, FaultSwitches *switches)
    : m_parts(std::make_unique<Parts>(store, clock, logs, std::move(options), switches))
{
}

Workloads::~Workloads() = default;

Scenarios &Workloads::scenarios()
{
    return m_parts->scenarios;
}

Breakage &Workloads::breakage()
{
    return m_parts->breakage;
}

Events &Workloads::events()
{
    return m_parts->events;
}

void Workloads::setLoad(double factor)
{
    m_parts->autoscalers.setLoad(factor);
}

} // namespace sentinel::sandbox
