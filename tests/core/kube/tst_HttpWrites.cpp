// SPDX-License-Identifier: GPL-3.0-or-later
#include "Servers.h"
#include "Waiting.h"
#include "core/kube/HttpApi.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace sentinel;
using namespace sentinel::kube;
using namespace Qt::StringLiterals;

class HttpWritesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void applyingAsksForStrictFieldsUnderOurName();
    void applyingSaysForceAndDryRun();
    void aFieldOfSomebodyElseIsAConflictAndNoError();
    void anObjectThatChangedMeanwhileIsAnError();
    void warningsOfTheServerAreKept();
    void creatingGoesIntoTheNamespaceOfTheContext();
    void replacingNamesTheObject();
    void patchesSayWhatTheyAre_data();
    void patchesSayWhatTheyAre();
    void deletingIsForOneObjectOnly();
    void logsComeLineByLine();
    void logsOfAPodThatIsNotThere();
    void aPartOfALogIsAskedFor();
    void writesSayDryRunAndStrictFields();
    void aSubresourceIsCreatedBelowItsObject();
    void aFieldThatNobodyDeclaresIsOurFault();
    void anyRequestGetsAnyAnswer();

private:
    void answerWith(int status, const QJsonObject &body, const QList<std::pair<QByteArray, QByteArray>> &headers = {})
    {
        m_server->answer = [=](const Seen &, QHttpServerResponder &responder) { reply(responder, status, body, headers); };
    }
    QJsonObject sent() const { return QJsonDocument::fromJson(m_server->seen.last().body).object(); }

    std::unique_ptr<Authority> m_authority;
    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<HttpApi> m_api;
    const Object m_web{
        {u"metadata"_s, QJsonObject{{u"name"_s, u"web"_s}, {u"namespace"_s, u"shop"_s}, {u"managedFields"_s, QJsonArray{1}}}},
        {u"spec"_s, QJsonObject{{u"replicas"_s, 2}}}};
};

void HttpWritesTest::init()
{
    m_authority = std::make_unique<Authority>();
    m_server = std::make_unique<ScriptedServer>(*m_authority);
    ClusterAccess access = m_server->access();
    access.ns = u"mine"_s;
    m_api = std::make_unique<HttpApi>(access);
}

void HttpWritesTest::applyingAsksForStrictFieldsUnderOurName()
{
    answerWith(201, {{u"kind"_s, u"Deployment"_s}});
    const auto written = answerOf(m_api->apply(kDeployments, m_web, {}, {}));
    QVERIFY2(written, qPrintable(written ? QString() : written.error().detail));
    QVERIFY(written->created);
    QVERIFY(written->conflicts.isEmpty());
    const Seen &seen = m_server->seen.last();
    QCOMPARE(seen.method, "PATCH");
    QCOMPARE(seen.path, u"/apis/apps/v1/namespaces/shop/deployments/web"_s);
    QCOMPARE(seen.headers.value("content-type"), "application/apply-patch+yaml");
    QCOMPARE(seen.asked(u"fieldManager"_s), u"sentinel-console"_s);
    QCOMPARE(seen.asked(u"fieldValidation"_s), u"Strict"_s);
    QVERIFY(!seen.query.hasQueryItem(u"force"_s) && !seen.query.hasQueryItem(u"dryRun"_s));
    QCOMPARE(sent()[u"apiVersion"_s].toString(), u"apps/v1"_s);
    QCOMPARE(sent()[u"kind"_s].toString(), u"Deployment"_s);
    QVERIFY(!sent()[u"metadata"_s].toObject().contains(u"managedFields"_s));
    QCOMPARE(sent()[u"spec"_s][u"replicas"_s].toInt(), 2);
}

void HttpWritesTest::applyingSaysForceAndDryRun()
{
    answerWith(200, {{u"kind"_s, u"Deployment"_s}});
    const auto written = answerOf(
        m_api->apply(kDeployments, m_web, {.fieldManager = u"me & you"_s, .force = true, .dryRun = true, .strict = false}, {}));
    QVERIFY(written);
    QVERIFY(!written->created);
    const Seen &seen = m_server->seen.last();
    QCOMPARE(seen.asked(u"fieldManager"_s), u"me & you"_s);
    QCOMPARE(seen.asked(u"force"_s), u"true"_s);
    QCOMPARE(seen.asked(u"dryRun"_s), u"All"_s);
    QCOMPARE(seen.asked(u"fieldValidation"_s), u"Warn"_s);
}

void HttpWritesTest::aFieldOfSomebodyElseIsAConflictAndNoError()
{
    const QJsonArray causes{
        QJsonObject{{u"reason"_s, u"FieldManagerConflict"_s},
                    {u"message"_s, u"conflict with \"kubectl-client-side-apply\" using apps/v1"_s},
                    {u"field"_s, u".spec.replicas"_s}},
        QJsonObject{{u"reason"_s, u"FieldManagerConflict"_s},
                    {u"message"_s, u"conflict with \"hpa\" with subresource \"scale\" using autoscaling/v2"_s},
                    {u"field"_s, u".spec.paused"_s}}};
    answerWith(409, statusObject(409, u"Conflict"_s, u"Apply failed with 2 conflicts"_s, {{u"causes"_s, causes}}));
    const auto written = answerOf(m_api->apply(kDeployments, m_web, {}, {}));
    QVERIFY(written);
    QCOMPARE(
        written->conflicts,
        QList<FieldConflict>({{u"kubectl-client-side-apply"_s, u".spec.replicas"_s}, {u"hpa (scale)"_s, u".spec.paused"_s}}));
    QVERIFY(written->object.isEmpty());
}

void HttpWritesTest::anObjectThatChangedMeanwhileIsAnError()
{
    answerWith(409,
               statusObject(409, u"Conflict"_s, u"Operation cannot be fulfilled: the object has been modified"_s,
                            {{u"name"_s, u"web"_s}}));
    const auto written = answerOf(m_api->replace(kDeployments, m_web, {}));
    QVERIFY(!written);
    QCOMPARE(written.error().kind, Error::Kind::Conflict);
    QCOMPARE(written.error().doing, u"replacing Deployment shop/web"_s);
}

void HttpWritesTest::warningsOfTheServerAreKept()
{
    answerWith(200, {{u"kind"_s, u"Deployment"_s}},
               {{"Warning", "299 - \"apps/v1beta1 is \\\"old\\\"\""},
                {"Warning", "299 - \"unknown field \\\\ spec.x\""},
                {"Warning", "nonsense"}});
    const auto written = answerOf(m_api->apply(kDeployments, m_web, {}, {}));
    QVERIFY(written);
    QCOMPARE(written->warnings, QStringList({u"apps/v1beta1 is \"old\""_s, u"unknown field \\ spec.x"_s}));
}

void HttpWritesTest::creatingGoesIntoTheNamespaceOfTheContext()
{
    answerWith(201, {{u"kind"_s, u"Pod"_s}});
    QVERIFY(answerOf(m_api->create(kPods, {{u"metadata"_s, QJsonObject{{u"generateName"_s, u"web-"_s}}}}, {})));
    QCOMPARE(m_server->seen.last().method, "POST");
    QCOMPARE(m_server->seen.last().path, u"/api/v1/namespaces/mine/pods"_s);
    QCOMPARE(sent()[u"metadata"_s][u"namespace"_s].toString(), u"mine"_s);
    QVERIFY(answerOf(m_api->create(kNamespaces, {{u"metadata"_s, QJsonObject{{u"name"_s, u"shop"_s}}}}, {})));
    QCOMPARE(m_server->seen.last().path, u"/api/v1/namespaces"_s);
    QVERIFY(!sent()[u"metadata"_s].toObject().contains(u"namespace"_s));
}

void HttpWritesTest::replacingNamesTheObject()
{
    answerWith(200, {{u"kind"_s, u"Deployment"_s}});
    QVERIFY(answerOf(m_api->replace(kDeployments, m_web, {})));
    QCOMPARE(m_server->seen.last().method, "PUT");
    QCOMPARE(m_server->seen.last().path, u"/apis/apps/v1/namespaces/shop/deployments/web"_s);
    const auto nameless = answerOf(m_api->replace(kDeployments, {}, {}));
    QVERIFY(!nameless);
    QCOMPARE(nameless.error().kind, Error::Kind::Invalid);
    QCOMPARE(m_server->seen.size(), 1);
}

void HttpWritesTest::patchesSayWhatTheyAre_data()
{
    QTest::addColumn<int>("type");
    QTest::addColumn<QByteArray>("contentType");
    QTest::newRow("merge") << static_cast<int>(PatchType::Merge) << QByteArray("application/merge-patch+json");
    QTest::newRow("strategic") << static_cast<int>(PatchType::Strategic) << QByteArray("application/strategic-merge-patch+json");
    QTest::newRow("json") << static_cast<int>(PatchType::Json) << QByteArray("application/json-patch+json");
}

void HttpWritesTest::patchesSayWhatTheyAre()
{
    QFETCH(const int, type);
    answerWith(200, {{u"kind"_s, u"Deployment"_s}});
    QVERIFY(answerOf(m_api->patch(kDeployments, {u"shop"_s, u"web"_s}, static_cast<PatchType>(type), "[1]", u"scale"_s, {})));
    QCOMPARE(m_server->seen.last().path, u"/apis/apps/v1/namespaces/shop/deployments/web/scale"_s);
    QTEST(m_server->seen.last().headers.value("content-type").toByteArray(), "contentType");
    QCOMPARE(m_server->seen.last().body, "[1]");
}

void HttpWritesTest::deletingIsForOneObjectOnly()
{
    answerWith(200, {{u"kind"_s, u"Status"_s}, {u"status"_s, u"Success"_s}});
    QVERIFY(answerOf(m_api->remove(kPods, {u"shop"_s, u"web-0"_s},
                                   {.propagation = Propagation::Foreground, .uid = u"u-1"_s, .dryRun = true}, {})));
    QCOMPARE(m_server->seen.last().method, "DELETE");
    QCOMPARE(sent()[u"propagationPolicy"_s].toString(), u"Foreground"_s);
    QCOMPARE(sent()[u"preconditions"_s][u"uid"_s].toString(), u"u-1"_s);
    QCOMPARE(sent()[u"dryRun"_s].toArray().first().toString(), u"All"_s);
    QVERIFY(!sent().contains(u"gracePeriodSeconds"));
    QVERIFY(answerOf(m_api->remove(kPods, {u"shop"_s, u"web-0"_s}, {.resourceVersion = u"7"_s, .graceSeconds = 0}, {})));
    QCOMPARE(sent()[u"preconditions"_s].toObject(), (QJsonObject{{u"resourceVersion"_s, u"7"_s}}));
    QCOMPARE(sent()[u"gracePeriodSeconds"_s], QJsonValue(0));
    const auto collection = answerOf(m_api->remove(kPods, {u"shop"_s, {}}, {}, {}));
    QVERIFY(!collection); // never the whole collection
    QCOMPARE(m_server->seen.size(), 2);
}

void HttpWritesTest::logsComeLineByLine()
{
    m_server->answer = [](const Seen &, QHttpServerResponder &responder) {
        responder.writeBeginChunked("text/plain");
        responder.writeChunk("first li");
        responder.writeChunk("ne\nsecond\n\nth");
        responder.writeEndChunked("ird");
    };
    QByteArrayList lines;
    const auto ended = answerOf(m_api->logs({u"shop"_s, u"web-0"_s},
                                            {.container = u"app"_s, .previous = true, .follow = true, .tailLines = 10},
                                            [&lines](const QByteArray &line) { lines.append(line); }, {}));
    QVERIFY2(ended, qPrintable(ended ? QString() : ended.error().detail));
    QCOMPARE(lines, QByteArrayList({"first line", "second", "", "third"}));
    const Seen &seen = m_server->seen.last();
    QCOMPARE(seen.path, u"/api/v1/namespaces/shop/pods/web-0/log"_s);
    QCOMPARE(seen.asked(u"container"_s), u"app"_s);
    QCOMPARE(seen.asked(u"previous"_s), u"true"_s);
    QCOMPARE(seen.asked(u"follow"_s), u"true"_s);
    QCOMPARE(seen.asked(u"tailLines"_s), u"10"_s);
}

void HttpWritesTest::logsOfAPodThatIsNotThere()
{
    answerWith(404, statusObject(404, u"NotFound"_s, u"pods \"web-9\" not found"_s, {{u"name"_s, u"web-9"_s}}));
    int lines = 0;
    const auto ended = answerOf(m_api->logs({u"shop"_s, u"web-9"_s}, {}, [&lines](const QByteArray &) { ++lines; }, {}));
    QVERIFY(!ended);
    QCOMPARE(ended.error().kind, Error::Kind::NotFound);
    QCOMPARE(lines, 0);
}

void HttpWritesTest::aPartOfALogIsAskedFor()
{
    answerWith(200, {});
    const auto read = [this](const LogOptions &options) {
        std::ignore = answerOf(m_api->logs({u"shop"_s, u"web-0"_s}, options, [](const QByteArray &) { }, {}));
        return m_server->seen.last();
    };
    const Seen some = read({.timestamps = true, .since = std::chrono::milliseconds(1500), .mostBytes = 99});
    QCOMPARE(some.asked(u"timestamps"_s), u"true"_s);
    QCOMPARE(some.asked(u"sinceSeconds"_s), u"2"_s); // never a shorter time than was asked for
    QCOMPARE(some.asked(u"limitBytes"_s), u"99"_s);
    const Seen later = read({.since = std::chrono::seconds(5), .sinceTime = u"2026-11-26T12:00:00Z"_s});
    QCOMPARE(later.asked(u"sinceTime"_s), u"2026-11-26T12:00:00Z"_s);
    QVERIFY(!later.query.hasQueryItem(u"sinceSeconds"_s));
}

void HttpWritesTest::writesSayDryRunAndStrictFields()
{
    answerWith(200, {{u"kind"_s, u"Deployment"_s}});
    const WriteOptions options{.fieldManager = u"me"_s, .dryRun = true, .strict = true};
    QVERIFY(answerOf(m_api->create(kDeployments, m_web, options, {})));
    QVERIFY(answerOf(m_api->replace(kDeployments, m_web, options, {})));
    QVERIFY(answerOf(m_api->patch(kDeployments, {u"shop"_s, u"web"_s}, Patch{.json = "{}"}, options, {})));
    for (const Seen &seen : std::as_const(m_server->seen)) {
        QCOMPARE(seen.asked(u"fieldManager"_s), u"me"_s);
        QCOMPARE(seen.asked(u"dryRun"_s), u"All"_s);
        QCOMPARE(seen.asked(u"fieldValidation"_s), u"Strict"_s);
    }
}

void HttpWritesTest::aSubresourceIsCreatedBelowItsObject()
{
    answerWith(201, {{u"kind"_s, u"Status"_s}});
    const Object eviction{{u"apiVersion"_s, u"policy/v1"_s},
                          {u"kind"_s, u"Eviction"_s},
                          {u"metadata"_s, QJsonObject{{u"name"_s, u"web-0"_s}, {u"namespace"_s, u"shop"_s}}}};
    QVERIFY(answerOf(m_api->create(kPods, eviction, {.subresource = u"eviction"_s}, {})));
    QCOMPARE(m_server->seen.last().path, u"/api/v1/namespaces/shop/pods/web-0/eviction"_s);
    QCOMPARE(sent()[u"kind"_s].toString(), u"Eviction"_s);
}

void HttpWritesTest::aFieldThatNobodyDeclaresIsOurFault()
{
    // The real server answers so to a server-side apply.
    answerWith(
        500,
        statusObject(
            500, {},
            u"failed to create typed patch object (shop/web; apps/v1, Kind=Deployment): .spec.x: field not declared in schema"_s));
    const auto refused = answerOf(m_api->apply(kDeployments, m_web, {}, {}));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, Error::Kind::Invalid);
    QVERIFY(refused.error().detail.contains(u".spec.x"_s));
}

void HttpWritesTest::anyRequestGetsAnyAnswer()
{
    m_server->answer = [](const Seen &, QHttpServerResponder &responder) { reply(responder, 503, QByteArray("[{\"a\":1}]")); };
    const auto answer = answerOf(m_api->send(
        {.method = "POST", .path = u"/x?a=b%20c"_s, .accept = "text/plain", .contentType = "application/x", .body = "body"}, {}));
    QVERIFY2(answer, qPrintable(answer ? QString() : answer.error().detail));
    QCOMPARE(answer->status, 503);
    QCOMPARE(answer->body, "[{\"a\":1}]"); // as it came, JSON or not
    const Seen &seen = m_server->seen.last();
    QCOMPARE(seen.asked(u"a"_s), u"b c"_s);
    QCOMPARE(seen.headers.value("content-type"), "application/x");
    QCOMPARE(seen.headers.value("accept"), "text/plain");
    QCOMPARE(seen.body, "body");
}

QTEST_GUILESS_MAIN(HttpWritesTest)
#include "tst_HttpWrites.moc"
