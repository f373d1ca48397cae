// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/sandbox/PodLogs.h"
#include "core/sandbox/Store.h"
#include "core/sandbox/Types.h"
#include "core/sandbox/scenarios/Breakage.h"
#include "core/sandbox/workloads/Events.h"
#include "core/sandbox/workloads/Json.h"
#include "core/sandbox/workloads/Owners.h"
#include "core/sandbox/workloads/Selectors.h"

namespace sentinel::sandbox {

/// Durations of the model, in cluster time. They are near what a small real cluster shows.
struct Pace
{
    Duration sandbox{400}; ///< the pod's network, before its first container
    Duration create{200}; ///< a container, once its image is there
    Duration pullLeast{1500};
    Duration pullMost{7000};
    Duration bootLeast{1000}; ///< from started to answering
    Duration bootMost{4000};
    Duration initRun{800}; ///< an init container with nothing to wait for
    Duration jobRun{5000}; ///< a container of a pod that ends
    Duration provision{1000}; ///< a volume
    Duration address{1500}; ///< of an Ingress or Gateway
    Duration nodeGrace{50000}; ///< silence after which a node counts as lost: node-monitor-grace-period
    Duration waitLimit{300000}; ///< how long a program that waits does so when it says nothing of it
};

struct Options
{
    struct NodePool
    {
        QString zone;
        int nodes = 2;
        QString cpu = QStringLiteral("16");
        QString memory = QStringLiteral("64Gi");
        QString disk = QStringLiteral("200Gi");
        QJsonObject labels{};
        QJsonArray taints{};
    };
    QList<NodePool> pools{
        {.zone = QStringLiteral("zone-a")}, {.zone = QStringLiteral("zone-b")}, {.zone = QStringLiteral("zone-c")}};
    QString kubernetesVersion = QStringLiteral("1.35.0");
    QString certificateAuthority; ///< PEM, for kube-root-ca.crt; empty: the ConfigMap says there is none
    Pace pace{};
};

/// What controllers share. All of it outlives them.
struct World
{
    Store &store;
    Clock &clock;
    Events &events;
    PodLogs &logs;
    Breakage &breakage;
    const Options &options;

    [[nodiscard]] QDateTime now() const { return clock.now(); }
};

} // namespace sentinel::sandbox
