// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/deploy/Ledger.h"
#include "core/deploy/Secrets.h"
#include "core/kube/Api.h"
#include "core/preflight/Preflight.h"

#include <functional>
#include <memory>

namespace sentinel::deploy {

/// What `helm upgrade --install` is asked for.
struct HelmInstall
{
    QString release; ///< "sentinel"
    QString ns;
    QString chart; ///< folder of the chart
    QStringList valueFiles; ///< in the order they are laid over each other
    QJsonObject values{}; ///< over the files; no secrets
    QString description; ///< kept with the revision: names the run, so that a resumed one finds it
    bool dryRun = false; ///< renders and checks, writes nothing
    bool resumed = false; ///< an earlier try of this run began: a pending revision is what is left of it
};

/// A revision of a release.
struct HelmRevision
{
    int number = 0; ///< 0: there is none
    QString status{}; ///< "deployed", "failed", "pending-upgrade", …
    QString description{};
    QString version{}; ///< of the application
};

/// Helm as the flow needs it. A port: the program fills it with the real binary.
class HelmRunner
{
public:
    virtual ~HelmRunner() = default;
    /// The newest revision; number 0 where there is no release.
    [[nodiscard]] virtual Async<HelmRevision> newest(QString release, QString ns, CancelToken cancel) = 0;
    /// Upgrades or installs and does not wait for pods. A revision a killed helm left pending is cleared first; Conflict when it
    /// may be somebody's who is still at it.
    [[nodiscard]] virtual Async<HelmRevision> install(HelmInstall request, std::function<void(QString)> line, CancelToken cancel)
        = 0;
};

/// Where a pushed bundle lies.
struct PushedBundle
{
    QString url; ///< as Argo CD is to read it
    QString revision; ///< commit, 40 hex digits
    bool changed = false; ///< false: it lay there already
};

/// Git as the flow needs it. A port.
class GitStore
{
public:
    virtual ~GitStore() = default;
    /// Puts the bundle in `folder` on `branch` of the repository; nothing is done where the same bundle lies there already. On a
    /// rehearsal cluster it is a repository of our own, told to the cluster, whatever `url` says.
    [[nodiscard]] virtual Async<PushedBundle> push(QString folder, QString url, QString branch, CancelToken cancel) = 0;
};

/// A Secret somebody has to give a value for.
struct SecretQuestion
{
    QString ns;
    QString name;
    SecretKey key;
};

/// What a deploy works with. Shared, so that no page or command that goes away takes anything from under a running flow.
struct Services
{
    kube::ApiPtr api;
    std::shared_ptr<Clock> clock;
    std::shared_ptr<Ledger> ledger; ///< where every effect is written before it happens
    std::shared_ptr<HelmRunner> helm; ///< null: no helm here; the Helm path says so
    std::shared_ptr<GitStore> git; ///< null: no git here; the Argo CD path says so
    /// Asks a person, all at once; null where nobody can be asked. Answers "NAME/KEY" to value; Cancelled stops the run.
    std::function<Async<SecretValues>(QList<SecretQuestion> questions)> ask{};
    /// One run for each environment of the cluster at a time: what it returns is held while the run lasts. Conflict names who
    /// holds it. May be null.
    std::function<Result<std::shared_ptr<void>>(QString environment)> lock{};
    /// Looks whether the bundle would come up, before anything is written; fails that were accepted for it before are marked.
    /// Null: nobody looks, and the run has no such step.
    std::function<Async<preflight::Report>(preflight::Request request, preflight::Depth depth, CancelToken cancel)> preflight{};
    /// Sends a pod that looks from inside and removes it again. Null: nobody can.
    std::function<Async<preflight::Checks>(preflight::Request request, std::function<void(QString)> tell, CancelToken cancel)>
        lookInside{};
    /// Called once everything an Application brings is healthy, to keep what it is; that it cannot be kept is said in the run's
    /// log and changes nothing. May be null.
    std::function<Async<void>(QString ns, QString application, CancelToken cancel)> keep{};
    QString clusterName{}; ///< for people and the journal: the kubeconfig's context
    QString clusterId{}; ///< what tells clusters apart: the server's address
    QString userName{}; ///< who does this, as the journal and Argo CD show it
    bool rehearsal = false; ///< the cluster is the rehearsal cluster
    /// On a rehearsal cluster, a stand-in for what only a person has on a real one: a certificate, a login.
    std::function<QByteArray(const SecretNeed &need, const SecretKey &key)> standIn{};
};

} // namespace sentinel::deploy
