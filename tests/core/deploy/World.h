// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/deploy/Deploy.h"
#include "tests/fakes/FakeCluster.h"
#include "tests/support/SteppedClock.h"

#include <QTemporaryDir>

namespace sentinel::testing {

/// What survives a kill: the lines of the journal.
using LedgerLines = std::shared_ptr<QList<deploy::LedgerEntry>>;

/// A ledger in memory that can die: from then on nothing is written, as if the process were gone.
class FakeLedger final : public deploy::Ledger
{
public:
    explicit FakeLedger(LedgerLines lines)
        : m_lines(std::move(lines))
    {
    }
    Result<void> append(const deploy::LedgerEntry &entry) override;
    Result<QList<deploy::LedgerEntry>> openRuns() override;

    /// Dies around its `count`-th line: with it written or just before.
    enum class When { Never, BeforeLine, AfterLine };
    When when = When::Never;
    int count = 0;
    std::function<void()> died;

private:
    LedgerLines m_lines;
    int m_written = 0;
    bool m_dead = false;
};

/// Helm without helm: a revision is a line, and the workload it brings appears in the cluster.
class FakeHelm final : public deploy::HelmRunner
{
public:
    explicit FakeHelm(std::shared_ptr<FakeCluster> cluster)
        : m_cluster(std::move(cluster))
    {
    }
    Async<deploy::HelmRevision> newest(QString release, QString ns, CancelToken cancel) override;
    Async<deploy::HelmRevision> install(deploy::HelmInstall request, std::function<void(QString)> line,
                                        CancelToken cancel) override;

    /// As a helm that is not ours, or not any more, leaves it.
    void setNewest(const deploy::HelmRevision &newest) { m_newest = newest; }

    int installs = 0;
    std::optional<Error> error;
    bool frozen = false;
    deploy::HelmInstall last;
    std::function<void(const deploy::HelmInstall &)> installed;

private:
    std::shared_ptr<FakeCluster> m_cluster;
    deploy::HelmRevision m_newest;
};

/// Git without git: the commit is a sum of what was pushed.
class FakeGit final : public deploy::GitStore
{
public:
    Async<deploy::PushedBundle> push(QString folder, QString url, QString branch, CancelToken cancel) override;

    int pushes = 0; ///< those that changed something
    std::optional<Error> error;
    bool frozen = false;

private:
    QString m_head;
};

/// A bundle of a plan, and a cluster with controllers of the simplest sort to deploy it to.
class DeployWorld
{
public:
    /// `answers` KEY=VALUE of the plan; one environment "dev".
    explicit DeployWorld(const QStringList &answers = {});

    [[nodiscard]] deploy::DeployRequest request() const;
    /// A new process: same cluster, same journal.
    [[nodiscard]] deploy::Services services();
    /// Opens a run and lets it go on until it ends or nothing moves any more.
    [[nodiscard]] std::optional<Result<deploy::DeployOutcome>> deployWith(const deploy::DeployRequest &request,
                                                                          const deploy::Services &services);
    [[nodiscard]] std::optional<Result<deploy::DeployOutcome>> deployNow() { return deployWith(request(), services()); }
    void kill();
    void restart();

    SteppedClock clock;
    std::shared_ptr<FakeCluster> cluster = std::make_shared<FakeCluster>();
    std::shared_ptr<FakeHelm> helm = std::make_shared<FakeHelm>(cluster);
    std::shared_ptr<FakeGit> git = std::make_shared<FakeGit>();
    LedgerLines lines = std::make_shared<QList<deploy::LedgerEntry>>();
    std::shared_ptr<FakeLedger> ledger;
    std::shared_ptr<deploy::DeployRun> run; ///< the last one
    bool workloadsComeUp = true;
    QString brokenSync; ///< name of the Application whose syncs fail
    QString replacedSync; ///< name of the Application where somebody ends the next operation and puts another in its place
    int syncs = 0; ///< operations Argo CD began

private:
    void controller(const kube::Object &written);
    void makeApplications(const kube::Object &set);
    void beginSync(const kube::Object &application);
    void endSync(const QString &name);
    void bringWorkload();

    std::shared_ptr<QTemporaryDir> m_folder; ///< of the bundle, shared by all worlds of the plan
};

} // namespace sentinel::testing
