// SPDX-License-Identifier: GPL-3.0-or-later
#include "Servers.h"
#include "Waiting.h"
#include "core/kube/HttpApi.h"
#include "tests/support/Tries.h"

#include <QEventLoop>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <thread>

using namespace sentinel;
using namespace sentinel::kube;
using namespace Qt::StringLiterals;

class HttpAnswersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void anObjectIsReadWithTokenAndName();
    void aStatusBecomesAnErrorOfItsKind_data();
    void aStatusBecomesAnErrorOfItsKind();
    void anInvalidObjectNamesItsFields();
    void hostileSentencesAreMadePlain();
    void anAnswerThatIsNotWholeIsRefused_data();
    void anAnswerThatIsNotWholeIsRefused();
    void redirectsAreNotFollowed();
    void aServerThatAsksToWaitIsAskedAgain();
    void tenPoliteTriesAreEnough();
    void aWriteIsRepeatedOnlyWhenItWasNotRead();
    void anyPathBelowTheServerCanBeAsked();
    void aServerBelowAPathIsAskedBelowIt();
    void aNameThatIsNoPathSegmentNeverReachesTheServer();
    void theVersionOfManagedClustersIsRead();
    void manyRequestsShareOneConnection();
    void aTokenFileIsReadAgainAfterAMinute();
    void answersArriveOnTheThreadThatAsked();
    void largeAnswersArriveWhole();

private:
    std::unique_ptr<Authority> m_authority;
    std::unique_ptr<ScriptedServer> m_server;
    std::shared_ptr<EagerClock> m_clock;
    std::unique_ptr<HttpApi> m_api;
    ObjectName m_name{u"shop"_s, u"web-0"_s};
};

void HttpAnswersTest::init()
{
    m_authority = std::make_unique<Authority>();
    m_server = std::make_unique<ScriptedServer>(*m_authority);
    m_clock = std::make_shared<EagerClock>();
    m_api = std::make_unique<HttpApi>(m_server->access(), HttpOptions{.seed = 1}, m_clock);
}

void HttpAnswersTest::anObjectIsReadWithTokenAndName()
{
    m_server->answer
        = [](const Seen &, QHttpServerResponder &responder) { reply(responder, 200, QJsonObject{{u"kind"_s, u"Pod"_s}}); };
    const auto object = answerOf(m_api->get(kPods, m_name, {}));
    QVERIFY2(object, qPrintable(object ? QString() : object.error().detail));
    QCOMPARE(object->value(u"kind"_s).toString(), u"Pod"_s);
    const Seen &seen = m_server->seen.first();
    QCOMPARE(seen.method, "GET");
    QCOMPARE(seen.path, u"/api/v1/namespaces/shop/pods/web-0"_s);
    QCOMPARE(seen.headers.value("authorization"), "Bearer secret-token");
    QVERIFY(seen.headers.value("user-agent").startsWith("sentinel-console/"));
    QCOMPARE(seen.headers.value("accept"), "application/json");
}

void HttpAnswersTest::aStatusBecomesAnErrorOfItsKind_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char *name, int status, const QByteArray &body, Error::Kind kind, const QString &sentence) {
        QTest::newRow(name) << status << body << static_cast<int>(kind) << sentence;
    };
    const auto status = [](int code, const QString &reason, const QString &message, const QJsonObject &details = {}) {
        return QJsonDocument(statusObject(code, reason, message, details)).toJson();
    };
    const QJsonObject named{{u"name"_s, u"web-0"_s}, {u"kind"_s, u"pods"_s}};
    row("401", 401, status(401, u"Unauthorized"_s, u"Unauthorized"_s), Error::Kind::Unauthorized,
        u"does not accept who we are"_s);
    row("403", 403, status(403, u"Forbidden"_s, u"pods \"web-0\" is forbidden: User \"x\" cannot get resource \"pods\""_s, named),
        Error::Kind::Forbidden, u"cannot get resource"_s);
    row("404 of an object", 404, status(404, u"NotFound"_s, u"pods \"web-0\" not found"_s, named), Error::Kind::NotFound,
        u"not found"_s);
    row("404 of a kind", 404, status(404, u"NotFound"_s, u"the server could not find the requested resource"_s),
        Error::Kind::Unsupported, u"does not serve this kind"_s);
    row("404 of no API", 404, "404 page not found\n", Error::Kind::Unsupported,
        u"does not serve this kind: 404 page not found"_s);
    row("405", 405, status(405, u"MethodNotAllowed"_s, u"not allowed"_s), Error::Kind::Unsupported, u"not allowed"_s);
    row("406", 406, status(406, u"NotAcceptable"_s, u"only JSON"_s), Error::Kind::Unsupported, u"only JSON"_s);
    row("409", 409, status(409, u"Conflict"_s, u"the object has been modified"_s, named), Error::Kind::Conflict,
        u"has been modified"_s);
    row("400", 400, status(400, u"BadRequest"_s, u"unknown field \"x\""_s), Error::Kind::Invalid, u"unknown field"_s);
    row("422", 422, status(422, u"Invalid"_s, u"is invalid"_s, named), Error::Kind::Invalid, u"is invalid"_s);
    row("500", 500, status(500, u"InternalError"_s, u"etcdserver: no leader"_s), Error::Kind::Internal, u"no leader"_s);
    row("503 without a reason", 503, "", Error::Kind::Internal, u"answered with HTTP 503 and no reason"_s);
    row("504", 504, status(504, u"Timeout"_s, u"too slow"_s), Error::Kind::Timeout, u"too slow"_s);
    row("a page of a proxy", 502, "<html>bad gateway</html>", Error::Kind::Internal, u"bad gateway"_s);
}

void HttpAnswersTest::aStatusBecomesAnErrorOfItsKind()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    QFETCH(const int, kind);
    QFETCH(const QString, sentence);
    m_server->answer = [&](const Seen &, QHttpServerResponder &responder) { reply(responder, status, body); };
    const auto object = answerOf(m_api->get(kPods, m_name, {}));
    QVERIFY(!object);
    QCOMPARE(static_cast<int>(object.error().kind), kind);
    QVERIFY2(object.error().detail.contains(sentence), qPrintable(object.error().detail));
    QCOMPARE(object.error().doing, u"reading Pod shop/web-0"_s);
    QCOMPARE(m_server->seen.size(), 1);
}

void HttpAnswersTest::anInvalidObjectNamesItsFields()
{
    const QJsonArray causes{QJsonObject{
        {u"reason"_s, u"FieldValueInvalid"_s}, {u"message"_s, u"must be positive"_s}, {u"field"_s, u"spec.replicas"_s}}};
    m_server->answer = [&](const Seen &, QHttpServerResponder &responder) {
        reply(responder, 422, statusObject(422, u"Invalid"_s, u"is invalid"_s, {{u"causes"_s, causes}}));
    };
    const auto object = answerOf(m_api->get(kPods, m_name, {}));
    QVERIFY(!object);
    QCOMPARE(object.error().findings.size(), 1);
    QCOMPARE(object.error().findings.first().path, u"spec.replicas"_s);
    QCOMPARE(object.error().findings.first().sentence, u"must be positive"_s);
    QCOMPARE(object.error().findings.first().rule, u"kubernetes.FieldValueInvalid"_s);
}

void HttpAnswersTest::hostileSentencesAreMadePlain()
{
    m_server->answer = [](const Seen &, QHttpServerResponder &responder) {
        reply(responder, 403, statusObject(403, u"Forbidden"_s, u"no\u001b[31m\nrm -rf\u202e evil"_s));
    };
    const auto object = answerOf(m_api->get(kPods, m_name, {}));
    QVERIFY(!object);
    QCOMPARE(object.error().detail, u"no rm -rf  evil"_s);
}

void HttpAnswersTest::anAnswerThatIsNotWholeIsRefused_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("truncated JSON") << QByteArray(R"({"kind":"Pod","metadata":{"na)");
    QTest::newRow("no JSON") << QByteArray("<html>login</html>");
    QTest::newRow("a list") << QByteArray("[1,2]");
    QTest::newRow("nothing") << QByteArray();
}

void HttpAnswersTest::anAnswerThatIsNotWholeIsRefused()
{
    QFETCH(const QByteArray, body);
    m_server->answer = [&](const Seen &, QHttpServerResponder &responder) { reply(responder, 200, body); };
    const auto object = answerOf(m_api->get(kPods, m_name, {}));
    QVERIFY(!object);
    QCOMPARE(object.error().kind, Error::Kind::Unreachable);
    QVERIFY(object.error().detail.contains(u"127.0.0.1:%1"_s.arg(m_server->port())));
}

void HttpAnswersTest::redirectsAreNotFollowed()
{
    m_server->answer = [this](const Seen &, QHttpServerResponder &responder) {
        reply(responder, 302, QByteArray(),
              {{"Location", "https://127.0.0.1:" + QByteArray::number(m_server->port()) + "/elsewhere"}});
    };
    const auto object = answerOf(m_api->get(kPods, m_name, {}));
    QVERIFY(!object);
    QCOMPARE(object.error().kind, Error::Kind::Unreachable);
    QVERIFY(object.error().detail.contains("sends us elsewhere (HTTP 302)"_L1));
    QCOMPARE(m_server->seen.size(), 1);
}

void HttpAnswersTest::aServerThatAsksToWaitIsAskedAgain()
{
    m_server->answer = [this](const Seen &, QHttpServerResponder &responder) {
        const int status = m_server->seen.size() == 1 ? 429 : m_server->seen.size() == 2 ? 503 : 200;
        reply(responder, status, QJsonObject{{u"kind"_s, u"Pod"_s}},
              status == 200 ? QList<std::pair<QByteArray, QByteArray>>{}
                            : QList<std::pair<QByteArray, QByteArray>>{{"Retry-After", "3"}});
    };
    const auto object = answerOf(m_api->get(kPods, m_name, {}));
    QVERIFY2(object, qPrintable(object ? QString() : object.error().detail));
    QCOMPARE(m_clock->waits, QList<Duration>({std::chrono::seconds(3), std::chrono::seconds(3)}));
}

void HttpAnswersTest::tenPoliteTriesAreEnough()
{
    m_server->answer
        = [](const Seen &, QHttpServerResponder &responder) { reply(responder, 429, QByteArray(), {{"Retry-After", "1"}}); };
    const auto object = answerOf(m_api->get(kPods, m_name, {}));
    QVERIFY(!object);
    QCOMPARE(object.error().kind, Error::Kind::RateLimited);
    QCOMPARE(m_server->seen.size(), 11);
    QCOMPARE(m_clock->waits.size(), 10);
}

void HttpAnswersTest::aWriteIsRepeatedOnlyWhenItWasNotRead()
{
    m_server->answer = [this](const Seen &, QHttpServerResponder &responder) {
        reply(responder, m_server->seen.size() == 1 ? 429 : 503, QByteArray(), {{"Retry-After", "1"}});
    };
    const auto written = answerOf(m_api->create(kPods, {{u"metadata"_s, QJsonObject{{u"name"_s, u"a"_s}}}}, {}));
    QVERIFY(!written);
    QCOMPARE(written.error().kind, Error::Kind::Internal);
    QCOMPARE(m_server->seen.size(), 2); // after the 429, not after the 503
}

void HttpAnswersTest::anyPathBelowTheServerCanBeAsked()
{
    m_server->answer = [](const Seen &seen, QHttpServerResponder &responder) {
        reply(responder, seen.method == "DELETE" ? 200 : 201, seen.method == "DELETE" ? QByteArray() : seen.body);
    };
    const Object body{{u"spec"_s, QJsonObject{{u"a"_s, 1}}}};
    const auto review
        = answerOf(m_api->request("POST", u"/apis/authorization.k8s.io/v1/selfsubjectaccessreviews?dryRun=All"_s, body, {}));
    QVERIFY2(review, qPrintable(review ? QString() : review.error().detail));
    QCOMPARE(*review, body);
    QCOMPARE(m_server->seen.last().path, u"/apis/authorization.k8s.io/v1/selfsubjectaccessreviews"_s);
    QCOMPARE(m_server->seen.last().asked(u"dryRun"_s), u"All"_s);
    QCOMPARE(m_server->seen.last().headers.value("content-type"), "application/json");
    const auto nothing = answerOf(m_api->request("DELETE", u"/rehearsal/faults/x"_s, {}, {}));
    QVERIFY(nothing && nothing->isEmpty());
    const auto refused = answerOf(m_api->request("GET", u"http://elsewhere/"_s, {}, {}));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, Error::Kind::Invalid);
    QCOMPARE(m_server->seen.size(), 2);
}

void HttpAnswersTest::aServerBelowAPathIsAskedBelowIt()
{
    m_server->answer
        = [](const Seen &, QHttpServerResponder &responder) { reply(responder, 200, QJsonObject{{u"kind"_s, u"Pod"_s}}); };
    ClusterAccess access = m_server->access();
    access.server.setPath(u"/k8s/clusters/c-1/"_s);
    HttpApi api(access);
    QVERIFY(answerOf(api.get(kPods, m_name, {})));
    QCOMPARE(m_server->seen.first().path, u"/k8s/clusters/c-1/api/v1/namespaces/shop/pods/web-0"_s);
}

void HttpAnswersTest::aNameThatIsNoPathSegmentNeverReachesTheServer()
{
    for (const QString &name : {u""_s, u"."_s, u".."_s, u"../secrets/x"_s, u"a%2fb"_s}) {
        const auto object = answerOf(m_api->get(kPods, {u"shop"_s, name}, {}));
        QVERIFY(!object);
        QCOMPARE(object.error().kind, Error::Kind::Invalid);
    }
    QVERIFY(!answerOf(m_api->get(kPods, {{}, u"a"_s}, {})));
    QCOMPARE(m_server->seen.size(), 0);
}

void HttpAnswersTest::theVersionOfManagedClustersIsRead()
{
    m_server->answer = [](const Seen &, QHttpServerResponder &responder) {
        reply(responder, 200, QJsonObject{{u"major"_s, u"1"_s}, {u"minor"_s, u"35+"_s}, {u"gitVersion"_s, u"v1.35.4-eks-1"_s}});
    };
    const auto version = answerOf(m_api->version({}));
    QVERIFY(version);
    QCOMPARE(version->major, 1);
    QCOMPARE(version->minor, 35);
    QCOMPARE(version->gitVersion, u"v1.35.4-eks-1"_s);
}

void HttpAnswersTest::manyRequestsShareOneConnection()
{
    m_server->answer
        = [](const Seen &, QHttpServerResponder &responder) { reply(responder, 200, QJsonObject{{u"kind"_s, u"Pod"_s}}); };
    for (int each = 0; each < 3; ++each) {
        QVERIFY(answerOf(m_api->get(kPods, m_name, {})));
    }
    int answers = 0;
    for (int each = 0; each < 40; ++each) {
        deliver(m_api->get(kPods, m_name, {}), this, [&answers](const Result<Object> &object) { answers += object ? 1 : 0; });
    }
    QTRY_COMPARE(answers, 40);
    QCOMPARE(m_server->connections, 1);
}

void HttpAnswersTest::aTokenFileIsReadAgainAfterAMinute()
{
    QTemporaryDir folder;
    const auto write = [&folder](const QByteArray &token) {
        QFile file(folder.filePath(u"token"_s));
        return file.open(QIODevice::WriteOnly) && file.write(token) == token.size();
    };
    m_server->answer
        = [](const Seen &, QHttpServerResponder &responder) { reply(responder, 200, QJsonObject{{u"kind"_s, u"Pod"_s}}); };
    ClusterAccess access = m_server->access();
    access.tokenFile = folder.filePath(u"token"_s);
    HttpApi api(access, {}, m_clock);
    const auto tokenSent = [&] {
        const bool isGood = answerOf(api.get(kPods, m_name, {})).has_value();
        return isGood ? m_server->seen.last().headers.value("authorization").toByteArray() : QByteArray("failed");
    };
    QVERIFY(!answerOf(api.get(kPods, m_name, {}))); // no file yet
    QVERIFY(write("first\n"));
    QCOMPARE(tokenSent(), "Bearer first");
    QVERIFY(write("second\n"));
    QCOMPARE(tokenSent(), "Bearer first");
    m_clock->after(std::chrono::seconds(61), this, [] { });
    QCOMPARE(tokenSent(), "Bearer second");
    QFile::remove(access.tokenFile);
    m_clock->after(std::chrono::seconds(61), this, [] { });
    QCOMPARE(tokenSent(), "Bearer second");
}

void HttpAnswersTest::answersArriveOnTheThreadThatAsked()
{
    m_server->answer
        = [](const Seen &, QHttpServerResponder &responder) { reply(responder, 200, QJsonObject{{u"kind"_s, u"Pod"_s}}); };
    std::atomic<bool> isRight = false;
    std::atomic<bool> isAnswered = false;
    // A thread of the standard library: the sanitizer for threads sees its start and end, those of Qt's it does not.
    std::thread asking([&, access = m_server->access()] {
        QEventLoop loop;
        HttpApi api(access);
        deliver(api.get(kPods, m_name, {}), &loop, [&, id = std::this_thread::get_id()](const Result<Object> &object) {
            isRight = object.has_value() && std::this_thread::get_id() == id;
            loop.quit();
        });
        loop.exec();
        isAnswered = true;
    });
    const bool hasCome = QTest::qWaitFor([&isAnswered] { return isAnswered.load(); }, 20'000);
    QVERIFY(hasCome); // joining would wait for good
    asking.join();
    QVERIFY(isRight);
}

void HttpAnswersTest::largeAnswersArriveWhole()
{
    QJsonArray many;
    for (int each = 0; each < 40'000; ++each) {
        many.append(QJsonObject{{u"name"_s, u"pod-%1"_s.arg(each)}, {u"node"_s, u"node-%1"_s.arg(each % 50)}});
    }
    const QJsonObject large{{u"kind"_s, u"List"_s}, {u"many"_s, many}};
    m_server->answer = [&](const Seen &, QHttpServerResponder &responder) { reply(responder, 200, large); };
    const auto object = answerOf(m_api->get(kPods, m_name, {}));
    QVERIFY2(object, qPrintable(object ? QString() : object.error().detail));
    QCOMPARE(*object, large);
}

QTEST_GUILESS_MAIN(HttpAnswersTest)
#include "tst_HttpAnswers.moc"
