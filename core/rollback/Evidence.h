// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/deploy/ObjectState.h"
#include "core/gitops/Owner.h"
#include "core/helm/History.h"
#include "core/kube/actions/Rights.h"
#include "core/rollback/Candidate.h"

namespace sentinel::rollback {

/// What the person chose beside the version.
struct Choice
{
    Way way = Way::ArgoCd;
    bool withHooks = false; ///< hooks of the older version run, as in a sync
    bool prune = false; ///< what only the newer version has goes; Helm always does
    bool endRunning = false; ///< an operation that runs is ended first
    bool addPointer = false; ///< the owning ApplicationSet is told to leave the pause alone
    bool revertCommit = false; ///< Git says the older version too afterwards, so that it lasts
    bool operator==(const Choice &) const = default;
};

/// What a version holds, as Argo CD or Helm would apply it: with namespaces, hooks apart. May hold secrets: never logged.
struct Content
{
    QList<QJsonObject> objects{};
    QList<QJsonObject> hooks{};
    QStringList notes{}; ///< sentences, such as that it was taken from an earlier fetch
    bool isOffline = false; ///< its source gave no answer: this is of an earlier fetch, or what was kept of it
    bool isKept = false; ///< what was kept of it: without Secrets
};

/// Something that was looked for: what was found, or why nobody could look. Unknown is never taken for none.
template <typename T>
struct Seen
{
    std::optional<T> value{};
    QString problem{}; ///< where there is no value
    [[nodiscard]] explicit operator bool() const { return value.has_value(); }
    [[nodiscard]] const T &operator*() const { return *value; }
    [[nodiscard]] const T *operator->() const { return &*value; }
};

struct RightSeen
{
    kube::AccessQuestion question;
    kube::Right right = kube::Right::Unknown;
};

/// What the server said of one object of the older version, asked with dryRun=All.
struct DryRun
{
    deploy::ObjectKey key;
    bool created = false;
    QString refusal{}; ///< empty: the server would take it
    bool isUnknown = false; ///< it could not be asked; `refusal` says why
};

/// Everything the checks look at, gathered once. A value: the checks are pure functions of it.
struct Evidence
{
    Subject subject{};
    Candidate candidate{};
    Candidate present{}; ///< what runs now; without an id where its deploy never ended
    Choice choice{};
    QDateTime now{};
    QString run{}; ///< a run of ours that goes on: its own operation is not in its way

    QList<RightSeen> rights{};
    kube::Object application{}; ///< as it is now; empty for a release
    Seen<kube::Object> project{};
    Seen<gitops::ApplicationOwner> owner{}; ///< who writes the Application besides people
    gitops::PauseWay pauseWay = gitops::PauseWay::Switch; ///< what this Argo CD knows
    Seen<QList<helm::ReleaseHead>> heads{}; ///< of a release

    Seen<Content> target{};
    Seen<Content> current{};
    QList<DryRun> dryRuns{};
    QList<kube::ResourceType> types{};

    // What lives in the namespace, or beside it.
    Seen<QList<kube::Object>> jobs{};
    Seen<QList<kube::Object>> definitions{}; ///< CustomResourceDefinitions the older version has or uses
    Seen<QList<kube::Object>> workloads{}; ///< Deployments and StatefulSets
    Seen<QList<kube::Object>> scalers{}; ///< HorizontalPodAutoscalers and ScaledObjects
    Seen<QList<kube::Object>> pods{}; ///< of the whole cluster where that may be read
    Seen<QList<kube::Object>> nodes{};
    Seen<QList<kube::Object>> claims{};
    Seen<QSet<QString>> secrets{}; ///< names
    Seen<QSet<QString>> configMaps{};
    Seen<QList<kube::Object>> certificates{};
    Seen<QList<kube::Object>> budgets{};
    Seen<QList<kube::Object>> snapshots{}; ///< VolumeSnapshots; empty where none are served
    Seen<QList<kube::Object>> cronJobs{};
    int schemaKnown = 0; ///< the highest schema an earlier run saw complete; 0: none
    QString schemaNeeds{}; ///< the lowest version that reads that one
};

} // namespace sentinel::rollback
