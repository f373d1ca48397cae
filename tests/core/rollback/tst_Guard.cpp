// SPDX-License-Identifier: GPL-3.0-or-later
// A guard of a deploy: what it answers, what it leaves alone, and that it answers once.
#include "core/rollback/GuardSlo.h"
#include "tests/core/rollback/GuardWorld.h"

#include <QTest>

using namespace sentinel;
using namespace sentinel::rollback;
using namespace sentinel::testing;

namespace {

kube::RawAnswer prometheusSays(const QByteArray &value)
{
    return {.status = 200,
            .contentType = "application/json",
            .body
            = R"({"status":"success","data":{"resultType":"vector","result":[{"metric":{},"value":[1,")" + value + R"("]}]}})"};
}

GuardRules withQuery()
{
    return {
        .isOn = true, .query = u"errors"_s, .above = 0.05, .prometheus = {.ns = u"m"_s, .service = u"p"_s, .port = u"9090"_s}};
}

} // namespace

class GuardTest : public QObject
{
    Q_OBJECT

private:
    static void ways()
    {
        QTest::addColumn<int>("way");
        QTest::newRow("argocd") << int(Way::ArgoCd);
        QTest::newRow("helm") << int(Way::Helm);
    }

private Q_SLOTS:
    void aNewFailureIsRolledBackOnce_data() { ways(); }
    void aNewFailureIsRolledBackOnce()
    {
        QFETCH(const int, way);
        GuardWorld world(Way{way});
        QVERIFY(world.arm());
        world.deployNow(false);
        const auto first = world.guardNow();
        QVERIFY(first);
        QVERIFY2(*first, qPrintable(*first ? QString() : first->error().detail));
        QVERIFY2((*first)->decision == GuardDecision::RolledBack, qPrintable((*first)->sentence));
        QCOMPARE(world.rollbacks(), 1);
        QVERIFY((*first)->failures.join(u' ').contains(u"Deployment/web"));
        QVERIFY(!(*first)->rollbackRun.isEmpty());

        const auto second = world.guardNow();
        QVERIFY(second && *second);
        QCOMPARE((*second)->decision, GuardDecision::Nothing);
        QCOMPARE(world.rollbacks(), 1);
    }

    void aRollbackThatDoesNotHelpIsNotTriedTwice()
    {
        GuardWorld world(Way::ArgoCd);
        QVERIFY(world.arm());
        world.deployNow(false);
        world.comesUp = false;
        const auto first = world.guardNow();
        QVERIFY(first && *first);
        QCOMPARE((*first)->decision, GuardDecision::NotHelped);
        QCOMPARE((*world.guardNow())->decision, GuardDecision::Nothing);
        QCOMPARE(world.rollbacks(), 1);
    }

    void whatFailedBeforeIsLeftAlone_data() { ways(); }
    void whatFailedBeforeIsLeftAlone()
    {
        QFETCH(const int, way);
        GuardWorld world(Way{way}, false);
        const auto armed = world.arm();
        QVERIFY(armed);
        QCOMPARE(armed->failing, QStringList{u"Deployment/shop/web"_s});
        world.deployNow(false);
        const auto ended = world.guardNow();
        QVERIFY(ended && *ended);
        QVERIFY2((*ended)->decision == GuardDecision::Quiet, qPrintable((*ended)->sentence));
        QCOMPARE(world.rollbacks(), 0);
    }

    void aDeployThatGoesWellIsWatchedForItsTime()
    {
        GuardWorld world(Way::ArgoCd);
        QVERIFY(world.arm());
        world.deployNow(true);
        const QDateTime began = world.clock.now();
        const auto ended = world.guardNow();
        QVERIFY(ended && *ended);
        QCOMPARE((*ended)->decision, GuardDecision::Quiet);
        QVERIFY(began.secsTo(world.clock.now()) >= 600);
        QVERIFY(began.secsTo(world.clock.now()) < 620);
    }

    void aFailureThatPassesIsNone()
    {
        GuardWorld world(Way::ArgoCd);
        QVERIFY(world.arm());
        world.deployNow(false);
        world.clock.after(std::chrono::seconds(40), this, [&world] { world.setWell(u"1.1.0"_s, true); });
        const auto ended = world.guardNow();
        QVERIFY(ended && *ended);
        QCOMPARE((*ended)->decision, GuardDecision::Quiet);
        QCOMPARE(world.rollbacks(), 0);
    }

    void aMigrationBetweenIsNeverCrossed()
    {
        GuardWorld world(Way::ArgoCd);
        world.schemaNew = 2;
        QVERIFY(world.arm());
        world.deployNow(false);
        world.migrated(2);
        const auto ended = world.guardNow();
        QVERIFY(ended && *ended);
        QCOMPARE((*ended)->decision, GuardDecision::Refused);
        QVERIFY2((*ended)->sentence.contains(u"migration"), qPrintable((*ended)->sentence));
        QCOMPARE(world.rollbacks(), 0);
        QVERIFY(gitops::isAutoSynced(world.application()));
    }

    void aSchemaNobodyKnowsIsRefused()
    {
        GuardWorld world(Way::Helm);
        world.schemaOld = 0;
        QVERIFY(world.arm());
        world.deployNow(false);
        const auto ended = world.guardNow();
        QVERIFY(ended && *ended);
        QCOMPARE((*ended)->decision, GuardDecision::Refused);
        QVERIFY2((*ended)->sentence.contains(u"not known"), qPrintable((*ended)->sentence));
        QCOMPARE(world.rollbacks(), 0);
    }

    void whereNobodyOptedInNothingIsDone()
    {
        GuardWorld world(Way::ArgoCd);
        QVERIFY(world.arm());
        world.deployNow(false);
        GuardRequest request = world.guardRequest();
        request.optIn.clear();
        const auto ended = world.guardWith(request, world.guardServices());
        QVERIFY(ended && !*ended);
        QCOMPARE(ended->error().kind, Error::Kind::Invalid);
        QCOMPARE(world.rollbacks(), 0);
    }

    void whoWasNotArmedCannotTellNewFromOld()
    {
        GuardWorld world(Way::ArgoCd);
        world.deployNow(false);
        const auto ended = world.guardNow();
        QVERIFY(ended && !*ended);
        QCOMPARE(ended->error().kind, Error::Kind::Invalid);
        QVERIFY(ended->error().detail.contains(u"--arm"));
        QCOMPARE(world.rollbacks(), 0);
    }

    void aDeployIsWaitedFor()
    {
        GuardWorld world(Way::ArgoCd);
        QVERIFY(world.arm());
        GuardRequest request = world.guardRequest();
        const auto none = world.guardWith(request, world.guardServices());
        QVERIFY(none && *none);
        QCOMPARE((*none)->decision, GuardDecision::Nothing);
        request.wait = std::chrono::minutes(5);
        world.clock.after(std::chrono::minutes(2), this, [&world] { world.deployNow(false); });
        const auto ended = world.guardWith(request, world.guardServices());
        QVERIFY(ended && *ended);
        QCOMPARE((*ended)->decision, GuardDecision::RolledBack);
        QCOMPARE(world.rollbacks(), 1);
    }

    void whatAnotherGuardDecidedIsLeftToIt()
    {
        GuardWorld world(Way::ArgoCd);
        QVERIFY(world.arm());
        world.deployNow(false);
        GuardRequest request = world.guardRequest();
        // On another machine, while this one watches.
        world.clock.after(std::chrono::seconds(30), this, [&world, subject = request.subject] {
            auto mark = answerOf(world.clock, readGuardMark(world.cluster, subject, {}));
            const auto deploy = deployIn(argoCandidates(subjectOf(world.application()), Memory()));
            (*mark)->decided
                = GuardDecided{.deploy = deploy.id(), .run = u"guard-of-ci"_s, .decision = u"rolling-back"_s, .by = u"ci"_s};
            std::ignore = answerOf(world.clock, writeGuardMark(world.cluster, subject, **mark, {}));
        });
        const auto ended = world.guardNow();
        QVERIFY(ended && *ended);
        QCOMPARE((*ended)->decision, GuardDecision::Nothing);
        QCOMPARE(world.rollbacks(), 0);
    }

    void aQueryAboveItsLimitIsAFailure_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<int>("decision");
        QTest::newRow("it rose") << QByteArray("0.01") << QByteArray("0.4") << int(GuardDecision::RolledBack);
        QTest::newRow("it was high before") << QByteArray("0.4") << QByteArray("0.4") << int(GuardDecision::Quiet);
        QTest::newRow("it stayed low") << QByteArray("0.01") << QByteArray("0.05") << int(GuardDecision::Quiet);
        QTest::newRow("it has no value") << QByteArray("0.01") << QByteArray("NaN") << int(GuardDecision::Quiet);
    }

    void aQueryAboveItsLimitIsAFailure()
    {
        QFETCH(const QByteArray, before);
        QFETCH(const QByteArray, after);
        QFETCH(const int, decision);
        GuardWorld world(Way::Helm);
        world.rules = withQuery();
        QByteArray value = before;
        world.cluster->sent = [&value](const kube::RawRequest &request) {
            return request.path.contains(u"/services/p:9090/proxy/api/v1/query?query=errors") ? prometheusSays(value)
                                                                                              : kube::RawAnswer{.status = 404};
        };
        QVERIFY(world.arm());
        world.deployNow(true);
        value = after;
        const auto ended = world.guardNow();
        QVERIFY(ended && *ended);
        QVERIFY2((*ended)->decision == GuardDecision{decision}, qPrintable((*ended)->sentence));
    }

    void aPrometheusOutOfReachIsSaidAndDoesNotStopTheWatch()
    {
        GuardWorld world(Way::ArgoCd);
        world.rules = withQuery();
        QVERIFY(world.arm());
        world.deployNow(false);
        const auto ended = world.guardNow();
        QVERIFY(ended && *ended);
        QCOMPARE((*ended)->decision, GuardDecision::RolledBack);
        QVERIFY(!(*ended)->sloProblem.isEmpty());
        QVERIFY(world.guardRun->lines().join(u' ').contains(u"Prometheus"));
    }

    void aClusterThatCannotBeSeenIsNotQuiet()
    {
        GuardWorld world(Way::ArgoCd);
        QVERIFY(world.arm());
        world.deployNow(true);
        world.cluster->hang(Act::Watch);
        const auto ended = world.guardNow();
        QVERIFY(ended && !*ended);
        QCOMPARE(ended->error().kind, Error::Kind::Unreachable);
        QVERIFY(world.guardRun->isResumable());
    }

    void itsRulesAreReadWithTheirPlaces_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("problem");
        const QByteArray head("apiVersion: console.sentinel/v1\nkind: RollbackGuard\nmetadata: {name: prod}\nspec:\n");
        QTest::newRow("plain") << head + "  watch: 5m\n" << QString();
        QTest::newRow("with a query") << head + "  watch: 1h\n  slo: {query: up, above: 0.1, prometheus: 'm/https:p:9090'}\n"
                                      << QString();
        QTest::newRow("another kind") << QByteArray("kind: Pod\n") << u"RollbackGuard"_s;
        QTest::newRow("no time") << head + "  watch: soon\n" << u"spec.watch"_s;
        QTest::newRow("too long") << head + "  watch: 48h\n" << u"spec.watch"_s;
        QTest::newRow("no number") << head + "  watch: 5m\n  slo: {query: up, above: high, prometheus: 'm/p:9'}\n" << u"above"_s;
        QTest::newRow("a way out") << head + "  watch: 5m\n  slo: {query: up, above: 1, prometheus: 'm/../../p:9'}\n"
                                   << u"SERVICE"_s;
    }

    void itsRulesAreReadWithTheirPlaces()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QString, problem);
        const auto rules = readGuardRules(text, u"guard.yaml"_s);
        QCOMPARE(rules.has_value(), problem.isEmpty());
        if (!rules) {
            QVERIFY2(rules.error().detail.contains(problem), qPrintable(rules.error().detail));
            QVERIFY(rules.error().detail.contains(u"guard.yaml"));
        }
    }

    void whatIsNoAnswerOfPrometheusIsNoValue_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("a page") << QByteArray("<html>502</html>");
        QTest::newRow("an error") << QByteArray(R"({"status":"error","error":"bad"})");
        QTest::newRow("no series") << QByteArray(R"({"status":"success","data":{"resultType":"vector","result":[]}})");
        QTest::newRow("odd series") << QByteArray(
            R"({"status":"success","data":{"resultType":"vector","result":[{"value":7},3,null]}})");
    }

    void whatIsNoAnswerOfPrometheusIsNoValue()
    {
        QFETCH(const QByteArray, body);
        const SloReading reading = sloIn(body);
        QVERIFY(!reading.value);
        QVERIFY(!reading.problem.isEmpty());
    }

    void theHighestOfSeveralSeriesCounts()
    {
        const SloReading reading
            = sloIn(R"({"status":"success","data":{"resultType":"vector","result":[{"value":[1,"0.2"]},{"value":[1,"0.7"]}]}})");
        QCOMPARE(reading.value, 0.7);
        QCOMPARE(sloIn(R"({"status":"success","data":{"resultType":"scalar","result":[1,"3"]}})").value, 3.0);
    }
};

QTEST_GUILESS_MAIN(GuardTest)
#include "tst_Guard.moc"
