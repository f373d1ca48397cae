// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rollback/Rollback.h"
#include "tests/core/deploy/World.h"

namespace sentinel::testing {

using namespace Qt::StringLiterals;

/// A Secret as helm writes it.
[[nodiscard]] kube::Object releaseSecret(int revision, const QString &status, const QString &description, const QString &version,
                                         int rolledBackTo = 0);

/// Helm without helm: a rollback is a Secret more, and the workload of the older version appears.
class FakeHelmBack final : public rollback::HelmBack
{
public:
    explicit FakeHelmBack(std::shared_ptr<FakeCluster> cluster)
        : m_cluster(std::move(cluster))
    {
    }
    Async<void> rollBack(QString ns, QString release, int revision, bool hooks, std::function<void(QString)> line,
                         CancelToken cancel) override;

    int calls = 0;
    int newest = 2;
    bool frozen = false;
    /// Dies in the middle of the `dieIn`-th call: the revision is there, pending or done, and nobody hears of it.
    int dieIn = 0;
    bool leavesPending = false;
    std::function<void()> died;
    std::function<void(int)> done;

private:
    std::shared_ptr<FakeCluster> m_cluster;
};

class FakeGitBack final : public rollback::GitBack
{
public:
    Async<rollback::Reverted> revert(rollback::RevertOrder order, CancelToken cancel) override;

    int commits = 0;
    bool frozen = false;
    std::optional<Error> error;
    std::function<void(const QString &)> pushed;

private:
    QHash<QString, QString> m_byRun;
};

/// Reminders in memory that die with the ledger.
class FakePauses final : public rollback::PauseBook
{
public:
    explicit FakePauses(std::shared_ptr<QList<rollback::Pause>> pauses)
        : m_pauses(std::move(pauses))
    {
    }
    Result<void> note(rollback::Pause pause) override;
    Result<void> settle(const rollback::Pause &pause, const QString &sentence) override;
    Result<QList<rollback::Pause>> open() override { return *m_pauses; }
    bool dead = false;

private:
    std::shared_ptr<QList<rollback::Pause>> m_pauses;
};

/// An Application or a release with two versions, the newer one running, and controllers of the simplest sort.
class RollbackWorld
{
public:
    explicit RollbackWorld(rollback::Way way);

    [[nodiscard]] rollback::Services services();
    [[nodiscard]] rollback::RollbackRequest request();
    /// Opens a run and lets it go on until it ends or nothing moves any more.
    [[nodiscard]] std::optional<Result<rollback::RollbackOutcome>> rollBackWith(const rollback::RollbackRequest &request,
                                                                                const rollback::Services &services);
    [[nodiscard]] std::optional<Result<rollback::RollbackOutcome>> rollBackNow() { return rollBackWith(request(), services()); }
    [[nodiscard]] kube::Object application() const { return cluster->object(u"Application"_s, u"argocd"_s, u"shop"_s); }
    void kill();
    void restart();
    /// An operation of somebody else that does not end by itself.
    void occupy(const QString &message);
    /// A migration to this schema is through.
    void migrated(int schema);
    /// As before the newer version came.
    void runOnly(const QString &version, bool isWell);
    /// The newer version comes; its pods come up, or its deadline passes.
    void deploy(const QString &version, bool isWell);
    void setWell(const QString &version, bool isWell);

    rollback::Way way;
    rollback::Choice choice;
    SteppedClock clock;
    std::shared_ptr<FakeCluster> cluster = std::make_shared<FakeCluster>();
    std::shared_ptr<FakeHelmBack> helm = std::make_shared<FakeHelmBack>(cluster);
    std::shared_ptr<FakeGitBack> git = std::make_shared<FakeGitBack>();
    std::shared_ptr<QList<rollback::Pause>> pauses = std::make_shared<QList<rollback::Pause>>();
    std::shared_ptr<FakePauses> book;
    LedgerLines lines = std::make_shared<QList<deploy::LedgerEntry>>();
    std::shared_ptr<FakeLedger> ledger;
    std::shared_ptr<deploy::DeployRun> run; ///< the last one
    bool comesUp = true;
    int schemaOld = 0; ///< markers of the two versions; 0: none
    int schemaNew = 0;
    QString syncPhase = QStringLiteral("Succeeded");
    QString syncMessage = QStringLiteral("successfully synced");
    int syncs = 0; ///< operations Argo CD began

private:
    void controller(const kube::Object &written);
    void beginSync(const kube::Object &application);
    void endSync();
    void bring(const QString &version);
};

} // namespace sentinel::testing
