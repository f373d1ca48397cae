// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kube/actions/ContainerRun.h"

#include "core/kube/actions/LogWindow.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace sentinel::kube {

namespace {

/// The status of a container, and whether it is one that must end for the pod to begin.
std::pair<QJsonObject, bool> statusOf(const Object &pod, const QString &container)
{
    for (const auto key : {"containerStatuses"_L1, "initContainerStatuses"_L1, "ephemeralContainerStatuses"_L1}) {
        for (const QJsonValue &status : pod["status"_L1][key].toArray()) {
            if (status["name"_L1].toString() == container) {
                return {status.toObject(), key != "containerStatuses"_L1};
            }
        }
    }
    return {};
}

/// An initial container that is started again and stays, beside those of the pod's work.
bool isSidecar(const Object &pod, const QString &container)
{
    for (const QJsonValue &one : pod["spec"_L1]["initContainers"_L1].toArray()) {
        if (one["name"_L1].toString() == container) {
            return one["restartPolicy"_L1].toString() == "Always"_L1;
        }
    }
    return false;
}

bool isStartedAgain(const Object &pod, const QString &container, const QJsonObject &ended, bool endsOnce)
{
    const QString phase = pod["status"_L1]["phase"_L1].toString();
    const bool isGoing = !pod["metadata"_L1]["deletionTimestamp"_L1].toString().isEmpty();
    if (isGoing || phase == "Succeeded"_L1 || phase == "Failed"_L1) {
        return false;
    }
    const QString policy = pod["spec"_L1]["restartPolicy"_L1].toString(u"Always"_s);
    const bool failed = ended["exitCode"_L1].toInt() != 0;
    if (endsOnce && !isSidecar(pod, container)) {
        return failed && policy != "Never"_L1;
    }
    return policy == "Always"_L1 || (policy == "OnFailure"_L1 && failed);
}

} // namespace

QStringList containersOf(const Object &pod)
{
    QStringList names;
    for (const auto key : {"initContainers"_L1, "containers"_L1, "ephemeralContainers"_L1}) {
        for (const QJsonValue &container : pod["spec"_L1][key].toArray()) {
            names.append(container["name"_L1].toString());
        }
    }
    return names;
}

ContainerRun containerRun(const Object &pod, const QString &container)
{
    QString name = container;
    if (name.isEmpty()) {
        name = pod["metadata"_L1]["annotations"_L1]["kubectl.kubernetes.io/default-container"_L1].toString();
    }
    if (name.isEmpty() || !containersOf(pod).contains(name)) {
        name = container.isEmpty() ? pod["spec"_L1]["containers"_L1][0]["name"_L1].toString() : container;
    }
    const auto [status, endsOnce] = statusOf(pod, name);
    const QJsonObject state = status["state"_L1].toObject();
    const QJsonObject ended = state["terminated"_L1].toObject();
    return {.podUid = pod["metadata"_L1]["uid"_L1].toString(),
            .container = name,
            .restarts = status["restartCount"_L1].toInt(),
            .startedAt = logTime(state["running"_L1]["startedAt"_L1].toString().toLatin1()).value_or(0),
            .isRunning = state.contains("running"_L1),
            .isOver = !ended.isEmpty() && !isStartedAgain(pod, name, ended, endsOnce),
            .isKnown = containersOf(pod).contains(name)};
}

} // namespace sentinel::kube
