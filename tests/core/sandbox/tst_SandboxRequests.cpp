// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/Discovery.h"
#include "core/sandbox/Foundation.h"
#include "core/sandbox/OpenApi.h"
#include "core/sandbox/Registry.h"
#include "core/sandbox/Types.h"
#include "tests/support/ManualClock.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace sentinel;
using namespace sentinel::sandbox;
using namespace Qt::StringLiterals;

class RequestsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void errorsAreSaidAsKubectlPrintsThem_data();
    void errorsAreSaidAsKubectlPrintsThem();
    void unknownAndDoubledFieldsAreWarnedOfOrRefused();
    void aListComesInPagesOfOneMoment();
    void aPageOfAForgottenMomentIsExpired();
    void aDryRunStoresNothing();
    void aDeletionHoldsToItsPreconditions();
    void aCollectionIsDeletedByItsLabels();
    void scaleChangesReplicasOnly();
    void clientsCannotWriteStatusWithTheObject();
    void everyKindIsDiscoveredAndDescribed();

private:
    Answer ask(const QByteArray &method, const QString &path, const QByteArray &body = {},
               const QByteArray &contentType = "application/json");

    std::unique_ptr<testing::ManualClock> m_clock;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<Registry> m_registry;
};

void RequestsTest::init()
{
    m_registry.reset();
    m_clock = std::make_unique<testing::ManualClock>();
    m_store = std::make_unique<Store>(*m_clock);
    m_registry = std::make_unique<Registry>(*m_store, *m_clock);
    lay(*m_store);
}

Answer RequestsTest::ask(const QByteArray &method, const QString &path, const QByteArray &body, const QByteArray &contentType)
{
    const QUrl url(path);
    const auto call = resolved({.method = method,
                                .path = url.path(),
                                .query = QUrlQuery(url),
                                .body = body,
                                .contentType = contentType,
                                .accept = "application/json",
                                .userAgent = u"test/1"_s});
    return call ? m_registry->handle(*call) : answerOf(call.error());
}

void RequestsTest::errorsAreSaidAsKubectlPrintsThem_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *name, const char *method, const char *path, const char *body, int code, const char *message) {
        QTest::newRow(name) << QByteArray(method) << QString::fromLatin1(path) << QByteArray(body) << code
                            << QString::fromLatin1(message);
    };
    row("not there", "GET", "/apis/apps/v1/namespaces/default/deployments/x", "", 404, "deployments.apps \"x\" not found");
    row("no such kind", "GET", "/apis/apps/v1/namespaces/default/nonsense", "", 404,
        "the server could not find the requested resource");
    row("no namespace", "POST", "/api/v1/namespaces/none/configmaps", R"({"metadata":{"name":"a"}})", 404,
        "namespaces \"none\" not found");
    row("there already", "POST", "/api/v1/namespaces", R"({"metadata":{"name":"default"}})", 409,
        "namespaces \"default\" already exists");
    row("bad name", "POST", "/api/v1/namespaces/default/configmaps", R"({"metadata":{"name":"A_b"}})", 422,
        "ConfigMap \"A_b\" is invalid: metadata.name: Invalid value");
    row("wrong kind", "POST", "/api/v1/namespaces/default/configmaps", R"({"kind":"Secret","metadata":{"name":"a"}})", 400,
        "does not match the expected");
    row("no json", "POST", "/api/v1/namespaces/default/configmaps", R"({"metadata":)", 400, "could not be read as JSON");
    row("stale", "PUT", "/api/v1/namespaces/default", R"({"metadata":{"name":"default","resourceVersion":"1"}})", 409,
        "Operation cannot be fulfilled on namespaces \"default\": the object has been modified");
    row("exec", "POST", "/api/v1/namespaces/default/pods/x/exec", "", 404, "pods \"x\" not found");
    row("method", "POST", "/api/v1/namespaces/default/configmaps/a", "{}", 405, "does not allow this method");
    row("selector", "GET", "/api/v1/pods?fieldSelector=a.b%3Dc", "", 400, "field label not supported: a.b");
}

void RequestsTest::errorsAreSaidAsKubectlPrintsThem()
{
    QFETCH(QByteArray, method);
    QFETCH(QString, path);
    QFETCH(QByteArray, body);
    QFETCH(int, code);
    QFETCH(QString, message);
    const Answer answer = ask(method, path, body);
    QCOMPARE(answer.code, code);
    QCOMPARE(answer.object.value("kind"_L1).toString(), u"Status"_s);
    QCOMPARE(answer.object.value("code"_L1).toInt(), code);
    QVERIFY2(answer.object.value("message"_L1).toString().contains(message),
             qPrintable(answer.object.value("message"_L1).toString()));
}

void RequestsTest::unknownAndDoubledFieldsAreWarnedOfOrRefused()
{
    if (!Schema::table().isLoaded()) {
        QSKIP("this build has no schemas");
    }
    const QByteArray body = R"({"metadata":{"name":"a"},"data":{"x":"1","x":"2"},"dat":{}})";
    const QString path = u"/api/v1/namespaces/default/configmaps?fieldValidation="_s;
    const Answer strict = ask("POST", path + u"Strict"_s, body);
    QCOMPARE(strict.code, 400);
    QVERIFY(strict.object.value("message"_L1)
                .toString()
                .contains("strict decoding error: unknown field \"dat\", duplicate field \"data.x\""_L1));
    const Answer warned = ask("POST", path + u"Warn"_s, body);
    QCOMPARE(warned.code, 201);
    QCOMPARE(warned.warnings, QStringList({u"unknown field \"dat\""_s, u"duplicate field \"data.x\""_s}));
    QVERIFY(!warned.object.contains("dat"_L1));
    QCOMPARE(warned.object.value("data"_L1)["x"_L1].toString(), u"2"_s);
    QCOMPARE(ask("POST", path + u"Ignore"_s, R"({"metadata":{"name":"b"},"dat":{}})").warnings, QStringList());
}

void RequestsTest::aListComesInPagesOfOneMoment()
{
    for (int i = 0; i < 25; ++i) {
        QCOMPARE(ask("POST", u"/api/v1/namespaces/default/configmaps"_s,
                     R"({"metadata":{"name":"c%"}})"_ba.replace("%", QByteArray::number(i + 10)))
                     .code,
                 201);
    }
    QStringList names;
    QString next;
    do {
        const Answer page = ask("GET", u"/api/v1/namespaces/default/configmaps?limit=10&continue="_s + next);
        for (const auto &item : page.object.value("items"_L1).toArray()) {
            names.append(item["metadata"_L1]["name"_L1].toString());
        }
        next = page.object.value("metadata"_L1)["continue"_L1].toString();
        // What comes and goes between the pages plays no part.
        (void)m_store->remove(kinds::configMap(), u"default"_s, u"c34"_s);
        (void)m_store->create(kinds::configMap(),
                              QJsonDocument::fromJson(R"({"metadata":{"name":"c99","namespace":"default"}})").object());
    } while (!next.isEmpty());
    QCOMPARE(names.size(), 25);
    QVERIFY(names.contains(u"c34"_s) && !names.contains(u"c99"_s));
}

void RequestsTest::aPageOfAForgottenMomentIsExpired()
{
    const Answer page = ask("GET", u"/api/v1/namespaces?limit=1"_s);
    const QString next = page.object.value("metadata"_L1)["continue"_L1].toString();
    QVERIFY(!next.isEmpty());
    QVERIFY(m_store->create(kinds::ns(), QJsonDocument::fromJson(R"({"metadata":{"name":"z"}})").object()));
    m_store->compact();
    const Answer answer = ask("GET", u"/api/v1/namespaces?limit=1&continue="_s + next);
    QCOMPARE(answer.code, 410);
    QCOMPARE(answer.object.value("reason"_L1).toString(), u"Expired"_s);
}

void RequestsTest::aDryRunStoresNothing()
{
    const Answer answer = ask("POST", u"/api/v1/namespaces/default/configmaps?dryRun=All"_s, R"({"metadata":{"name":"a"}})");
    QCOMPARE(answer.code, 201);
    QVERIFY(!answer.object.value("metadata"_L1)["uid"_L1].toString().isEmpty());
    QCOMPARE(m_store->count(kinds::configMap()), 0);
    QCOMPARE(ask("DELETE", u"/api/v1/namespaces/kube-public?dryRun=All"_s).code, 200);
    QVERIFY(m_store->find(kinds::ns(), {}, u"kube-public"_s));
}

void RequestsTest::aDeletionHoldsToItsPreconditions()
{
    QCOMPARE(ask("POST", u"/api/v1/namespaces/default/configmaps"_s, R"({"metadata":{"name":"a"}})").code, 201);
    const QString path = u"/api/v1/namespaces/default/configmaps/a"_s;
    const Answer refused = ask("DELETE", path, R"({"preconditions":{"uid":"other"}})");
    QCOMPARE(refused.code, 409);
    QVERIFY(refused.object.value("message"_L1).toString().contains("UID in the precondition"_L1));
    const Answer done = ask("DELETE", path, R"({"propagationPolicy":"Background"})");
    QCOMPARE(done.object.value("status"_L1).toString(), u"Success"_s);
    QCOMPARE(ask("DELETE", path).code, 404);
}

void RequestsTest::aCollectionIsDeletedByItsLabels()
{
    for (const auto &body : {R"({"metadata":{"name":"a","labels":{"x":"1"}}})"_ba, R"({"metadata":{"name":"b"}})"_ba}) {
        QCOMPARE(ask("POST", u"/api/v1/namespaces/default/configmaps"_s, body).code, 201);
    }
    QCOMPARE(ask("DELETE", u"/api/v1/namespaces/default/configmaps?labelSelector=x%3D1"_s).code, 200);
    QCOMPARE(m_store->count(kinds::configMap()), 1);
}

void RequestsTest::scaleChangesReplicasOnly()
{
    const QByteArray body
        = R"({"metadata":{"name":"d"},"spec":{"selector":{"matchLabels":{"a":"b"}},"template":{"metadata":{"labels":{"a":"b"}},"spec":{"containers":[{"name":"c","image":"i"}]}}}})";
    QCOMPARE(ask("POST", u"/apis/apps/v1/namespaces/default/deployments"_s, body).code, 201);
    const QString path = u"/apis/apps/v1/namespaces/default/deployments/d/scale"_s;
    QCOMPARE(ask("GET", path).object.value("spec"_L1)["replicas"_L1].toInt(), 1);
    QCOMPARE(ask("PATCH", path, R"({"spec":{"replicas":4}})", "application/merge-patch+json").object.value("kind"_L1).toString(),
             u"Scale"_s);
    const QJsonObject now = *m_store->find(kinds::deployment(), u"default"_s, u"d"_s);
    QCOMPARE(now.value("spec"_L1)["replicas"_L1].toInt(), 4);
    QCOMPARE(now.value("spec"_L1)["template"_L1]["spec"_L1]["containers"_L1].toArray().size(), 1);
    QCOMPARE(ask("PATCH", path, R"({"spec":{"replicas":-1}})", "application/merge-patch+json").code, 422);
}

void RequestsTest::clientsCannotWriteStatusWithTheObject()
{
    QCOMPARE(ask("POST", u"/api/v1/namespaces/default/pods"_s,
                 R"({"metadata":{"name":"p"},"spec":{"containers":[{"name":"c","image":"i"}]},"status":{"phase":"Running"}})")
                 .code,
             201);
    QCOMPARE(m_store->find(kinds::pod(), u"default"_s, u"p"_s)->value("status"_L1)["phase"_L1].toString(), u"Pending"_s);
    QCOMPARE(ask("PATCH", u"/api/v1/namespaces/default/pods/p/status"_s, R"({"status":{"phase":"Running"}})",
                 "application/merge-patch+json")
                 .code,
             200);
    QCOMPARE(m_store->find(kinds::pod(), u"default"_s, u"p"_s)->value("status"_L1)["phase"_L1].toString(), u"Running"_s);
}

void RequestsTest::everyKindIsDiscoveredAndDescribed()
{
    for (const Type *type : allTypes()) {
        const QString base = (type->group.isEmpty() ? u"/api/"_s : u"/apis/"_s + type->group + u'/') + type->version;
        const auto answer = discovery({.method = "GET", .path = base});
        QVERIFY(answer);
        const QJsonArray resources = answer->object.value("resources"_L1).toArray();
        QVERIFY2(std::ranges::any_of(resources, [type](const auto &item) { return item["kind"_L1].toString() == type->kind; }),
                 qPrintable(base));
        if (Schema::table().isLoaded()) {
            QVERIFY2(Schema::table().kind(*type), qPrintable(type->resource()));
            QCOMPARE(openApi({.method = "GET", .path = u"/openapi/v3"_s + base})->code, 200);
        }
    }
}

QTEST_GUILESS_MAIN(RequestsTest)
#include "tst_SandboxRequests.moc"
