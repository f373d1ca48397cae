// SPDX-License-Identifier: GPL-3.0-or-later
#include "Waiting.h"
#include "core/kube/actions/RightsCache.h"
#include "tests/fakes/FakeCluster.h"
#include "tests/support/ManualClock.h"
#include "tests/support/Tries.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace sentinel;
using namespace sentinel::kube;
using namespace Qt::StringLiterals;
using sentinel::testing::FakeCluster;
using sentinel::testing::ManualClock;

namespace {

QJsonObject statusWith(const QByteArray &rules, bool incomplete = false)
{
    return {{u"resourceRules"_s, QJsonDocument::fromJson(rules).array()}, {u"incomplete"_s, incomplete}};
}

} // namespace

class RightsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_cluster = std::make_shared<FakeCluster>(); }
    void rulesAreReadAsTheServerReadsThem_data();
    void rulesAreReadAsTheServerReadsThem();
    void whatIsNotAmongIncompleteRulesIsUnknown();
    void nothingAskedIsUnknown();
    void oneActIsAskedExactly();
    void aServerThatCannotTellIsUnknown();
    void connectingTakesBothVerbs();
    void whoWeAreIsMadePlain();
    void theCacheAsksOnceAMinute();
    void theCacheKeepsWhatItKnewWhenTheServerIsAway();
    void aRefusalMakesItAskAgain();

private:
    std::shared_ptr<FakeCluster> m_cluster;
};

void RightsTest::rulesAreReadAsTheServerReadsThem_data()
{
    QTest::addColumn<QByteArray>("rule");
    QTest::addColumn<QStringList>("question"); // verb, group, resource, subresource, name
    QTest::addColumn<bool>("allowed");
    const QByteArray pods = R"([{"verbs":["get","list"],"apiGroups":[""],"resources":["pods"]}])";
    const QByteArray everything = R"([{"verbs":["*"],"apiGroups":["*"],"resources":["*"]}])";
    const QByteArray scales = R"([{"verbs":["patch"],"apiGroups":["apps"],"resources":["*/scale"]}])";
    const QByteArray one = R"([{"verbs":["patch"],"apiGroups":["apps"],"resources":["deployments"],"resourceNames":["web"]}])";
    const auto question = [](auto... words) { return QStringList{QString::fromLatin1(words)...}; };
    QTest::newRow("a verb that is there") << pods << question("list", "", "pods", "", "") << true;
    QTest::newRow("another verb") << pods << question("delete", "", "pods", "", "") << false;
    QTest::newRow("another group") << pods << question("get", "metrics.k8s.io", "pods", "", "") << false;
    QTest::newRow("a subresource is not its resource") << pods << question("get", "", "pods", "exec", "") << false;
    QTest::newRow("everything") << everything << question("create", "", "pods", "exec", "a") << true;
    QTest::newRow("a subresource of any") << scales << question("patch", "apps", "deployments", "scale", "") << true;
    QTest::newRow("not of its resource") << scales << question("patch", "apps", "deployments", "", "") << false;
    QTest::newRow("by name") << one << question("patch", "apps", "deployments", "", "web") << true;
    QTest::newRow("of another name") << one << question("patch", "apps", "deployments", "", "db") << false;
    QTest::newRow("of any name") << one << question("patch", "apps", "deployments", "", "") << false;
}

void RightsTest::rulesAreReadAsTheServerReadsThem()
{
    QFETCH(const QByteArray, rule);
    QFETCH(const QStringList, question);
    QFETCH(const bool, allowed);
    const AccessQuestion asked{
        .verb = question[0], .group = question[1], .resource = question[2], .subresource = question[3], .name = question[4]};
    QCOMPARE(Rights::fromReview(statusWith(rule)).of(asked), allowed ? Right::Allowed : Right::Denied);
}

void RightsTest::whatIsNotAmongIncompleteRulesIsUnknown()
{
    const Rights rights = Rights::fromReview(statusWith(R"([{"verbs":["get"],"apiGroups":[""],"resources":["pods"]}])", true));
    QCOMPARE(rights.of({.verb = u"get"_s, .resource = u"pods"_s}), Right::Allowed);
    QCOMPARE(rights.of({.verb = u"delete"_s, .resource = u"pods"_s}), Right::Unknown);
    QVERIFY(!rights.isComplete());
}

void RightsTest::nothingAskedIsUnknown()
{
    QCOMPARE(Rights().of({.verb = u"get"_s, .resource = u"pods"_s}), Right::Unknown);
}

void RightsTest::oneActIsAskedExactly()
{
    QJsonObject seen;
    m_cluster->allows = [&seen](const QJsonObject &attributes) {
        seen = attributes;
        return false;
    };
    const auto verdict = answerOf(ask(m_cluster,
                                      {.verb = u"patch"_s,
                                       .group = u"apps"_s,
                                       .resource = u"deployments"_s,
                                       .subresource = u"scale"_s,
                                       .ns = u"shop"_s,
                                       .name = u"web"_s},
                                      {}));
    QVERIFY(verdict);
    QCOMPARE(verdict->right, Right::Denied);
    QCOMPARE(seen,
             (QJsonObject{{u"verb"_s, u"patch"_s},
                          {u"group"_s, u"apps"_s},
                          {u"resource"_s, u"deployments"_s},
                          {u"subresource"_s, u"scale"_s},
                          {u"namespace"_s, u"shop"_s},
                          {u"name"_s, u"web"_s}}));
    m_cluster->failNext(sentinel::testing::Act::Create, Error::Kind::Unreachable);
    const auto away = answerOf(ask(m_cluster, {.verb = u"get"_s, .resource = u"pods"_s, .ns = u"shop"_s}, {}));
    QCOMPARE(away.error().doing, u"asking whether we may get pods in shop"_s);
}

void RightsTest::aServerThatCannotTellIsUnknown()
{
    m_cluster->verdict = {{u"allowed"_s, false}, {u"evaluationError"_s, u"webhook\nis away"_s}};
    const auto verdict = answerOf(ask(m_cluster, {.verb = u"get"_s, .resource = u"pods"_s}, {}));
    QVERIFY(verdict);
    QCOMPARE(verdict->right, Right::Unknown);
    QCOMPARE(verdict->reason, u"webhook is away"_s);
}

void RightsTest::connectingTakesBothVerbs()
{
    QStringList verbs;
    m_cluster->allows = [&verbs](const QJsonObject &attributes) {
        verbs.append(attributes[u"verb"].toString() + u' ' + attributes[u"resource"].toString() + u'/'
                     + attributes[u"subresource"].toString());
        return attributes[u"verb"] == u"create"_s;
    };
    const auto verdict = answerOf(mayConnect(m_cluster, {.ns = u"shop"_s, .name = u"web"_s}, u"exec"_s, {}));
    QVERIFY(verdict);
    QCOMPARE(verdict->right, Right::Denied);
    QCOMPARE(verbs, QStringList({u"create pods/exec"_s, u"get pods/exec"_s}));
}

void RightsTest::whoWeAreIsMadePlain()
{
    const auto identity = answerOf(whoAmI(m_cluster, {}));
    QVERIFY(identity);
    QCOMPARE(identity->name, u"tester"_s);
    QCOMPARE(identity->groups, QStringList{u"testers"_s});
}

void RightsTest::theCacheAsksOnceAMinute()
{
    const auto clock = std::make_shared<ManualClock>();
    m_cluster->rules = statusWith(R"([{"verbs":["get"],"apiGroups":[""],"resources":["pods"]}])");
    RightsCache cache(m_cluster, clock);
    int news = 0;
    cache.onChange([&news] { ++news; });
    const AccessQuestion question{.verb = u"get"_s, .resource = u"pods"_s, .ns = u"shop"_s};
    QCOMPARE(cache.of(question), Right::Unknown);
    QCOMPARE(cache.of(question), Right::Unknown);
    QTRY_COMPARE(news, 1);
    QCOMPARE(cache.of(question), Right::Allowed);
    m_cluster->rules = statusWith("[]");
    clock->advance(std::chrono::seconds(59));
    QCOMPARE(cache.of(question), Right::Allowed);
    clock->advance(std::chrono::seconds(1));
    QCOMPARE(cache.of(question), Right::Allowed); // until the answer is there
    QTRY_COMPARE(news, 2);
    QCOMPARE(cache.of(question), Right::Denied);
}

void RightsTest::theCacheKeepsWhatItKnewWhenTheServerIsAway()
{
    const auto clock = std::make_shared<ManualClock>();
    m_cluster->rules = statusWith(R"([{"verbs":["*"],"apiGroups":["*"],"resources":["*"]}])");
    RightsCache cache(m_cluster, clock);
    const AccessQuestion question{.verb = u"get"_s, .resource = u"pods"_s, .ns = u"shop"_s};
    QTRY_COMPARE(cache.of(question), Right::Allowed);
    m_cluster->failNext(sentinel::testing::Act::Create, Error::Kind::Unreachable);
    clock->advance(std::chrono::minutes(2));
    QCOMPARE(cache.of(question), Right::Allowed);
    QCoreApplication::processEvents();
    QCOMPARE(cache.of(question), Right::Allowed);
}

void RightsTest::aRefusalMakesItAskAgain()
{
    const auto clock = std::make_shared<ManualClock>();
    m_cluster->rules = statusWith(R"([{"verbs":["*"],"apiGroups":["*"],"resources":["*"]}])");
    RightsCache cache(m_cluster, clock);
    const AccessQuestion question{.verb = u"get"_s, .resource = u"pods"_s, .ns = u"shop"_s};
    QTRY_COMPARE(cache.of(question), Right::Allowed);
    m_cluster->rules = statusWith("[]");
    cache.forget(u"shop"_s);
    QCOMPARE(cache.of(question), Right::Unknown);
    QTRY_COMPARE(cache.of(question), Right::Denied);
}

QTEST_GUILESS_MAIN(RightsTest)
#include "tst_Rights.moc"
