// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rollback/Guard.h"
#include "tests/core/rollback/World.h"

namespace sentinel::testing {

/// A world in which the older version runs, with guards that have a journal of their own.
class GuardWorld : public RollbackWorld
{
public:
    explicit GuardWorld(rollback::Way wanted, bool wasWell = true)
        : RollbackWorld(wanted)
    {
        runOnly(u"1.0.0"_s, wasWell);
        schemaOld = 1;
        schemaNew = 1;
        migrated(1);
    }

    [[nodiscard]] rollback::GuardServices guardServices()
    {
        rollback::GuardServices made{.rollback = services(), .ledger = guardLedger = std::make_shared<FakeLedger>(guardLines)};
        ledger->died = [this] { killGuard(); };
        guardLedger->died = [this] { killGuard(); };
        return made;
    }
    [[nodiscard]] rollback::GuardRequest guardRequest()
    {
        rollback::GuardRequest wanted{.subject = request().subject, .rules = rules, .optIn = u"plan"_s};
        if (way == rollback::Way::Helm) {
            wanted.since = deployed;
        }
        return wanted;
    }
    [[nodiscard]] Result<rollback::GuardArmed> arm()
    {
        const auto armed = answerOf(clock, rollback::armGuard(request().subject, rules, guardServices(), {}, {}));
        return armed ? *armed : failure(Error::Kind::Internal, u"arming"_s, u"it hangs"_s);
    }
    void deployNow(bool isWell)
    {
        deployed = clock.now();
        deploy(u"1.1.0"_s, isWell);
    }
    /// Nothing: it hangs, since its process is dead.
    [[nodiscard]] std::optional<Result<rollback::GuardReport>> guardWith(const rollback::GuardRequest &wanted,
                                                                         const rollback::GuardServices &services)
    {
        const auto opened = rollback::openGuard(wanted, services);
        if (!opened) {
            return failure(opened);
        }
        guardRun = *opened;
        return answerOf(clock, rollback::guardDeploy(wanted, services, guardRun, guardRun->cancelToken()));
    }
    [[nodiscard]] std::optional<Result<rollback::GuardReport>> guardNow() { return guardWith(guardRequest(), guardServices()); }
    void killGuard()
    {
        kill();
        guardLedger->when = FakeLedger::When::BeforeLine;
    }
    [[nodiscard]] int rollbacks() const { return way == rollback::Way::Helm ? helm->calls : syncs; }

    rollback::GuardRules rules{.isOn = true};
    QDateTime deployed;
    LedgerLines guardLines = std::make_shared<QList<deploy::LedgerEntry>>();
    std::shared_ptr<FakeLedger> guardLedger;
    std::shared_ptr<deploy::DeployRun> guardRun;
};

} // namespace sentinel::testing
