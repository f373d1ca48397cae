// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/workloads/Programs.h"

namespace sentinel::sandbox {

/// What a node's runtime knows of one container: the part that is not in the API.
struct ContainerRun
{
    enum class Phase { Waiting, Pulling, Creating, Running, Ended };
    struct ProbeRun
    {
        int failures = 0;
        QDateTime next; ///< invalid: nothing to try
    };

    QString name;
    bool isInit = false;
    bool isSidecar = false;
    Phase phase = Phase::Waiting;
    QString reason; ///< why it waits: "ContainerCreating", "CrashLoopBackOff"
    QString message;
    QDateTime due; ///< when the phase goes on; invalid: now
    QDateTime pullBegan;
    int pullFailures = 0;

    Program program;
    QDateTime startedAt;
    QDateTime bootedAt;
    QDateTime finishedAt;
    QDateTime goesOnAt; ///< a program that ends: when it has all it needs, invalid before
    QDateTime nextWaitLine;
    QMap<QString, ProbeRun> probes;
    bool started = false;
    bool ready = false;

    int exitCode = 0;
    QString endReason;
    QString endMessage;
    int restarts = 0;
    int crashes = 0; ///< in a row, for the back-off
    int serial = 0; ///< of the runs of this container, for its id
    QJsonObject lastState;
};

/// What a node's kubelet knows of one pod.
struct PodRun
{
    QDateTime seen;
    QDateTime sandboxAt; ///< when its network is there
    bool hasSandbox = false;
    QString ip;
    int mountFailures = 0;
    QDateTime mountAgain;
    QList<ContainerRun> inits;
    QList<ContainerRun> mains;
    bool isStopping = false;
    QDateTime stopsAt;
    QString failure; ///< reason of a pod that was ended by the kubelet: "Evicted", "DeadlineExceeded"
    QString failureMessage;
};

} // namespace sentinel::sandbox
