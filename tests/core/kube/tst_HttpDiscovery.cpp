// SPDX-License-Identifier: GPL-3.0-or-later
#include "Servers.h"
#include "Waiting.h"
#include "core/kube/HttpApi.h"

using namespace sentinel;
using namespace sentinel::kube;
using namespace Qt::StringLiterals;

class HttpDiscoveryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aggregatedAnswersTakeTwoRequests();
    void aStaleGroupIsSaid();
    void olderServersAreAskedGroupByGroup();
    void aBrokenGroupIsLeftOutAndSaid();

private:
    static QStringList textOf(const QList<ResourceType> &types)
    {
        QStringList lines;
        for (const ResourceType &type : types) {
            lines.append(type.apiVersion() + u' ' + type.kind + u' ' + type.plural
                         + (type.namespaced ? u" namespaced "_s : u" "_s) + type.verbs.join(u','));
        }
        return lines;
    }

    std::unique_ptr<Authority> m_authority;
    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<HttpApi> m_api;
};

void HttpDiscoveryTest::init()
{
    m_authority = std::make_unique<Authority>();
    m_server = std::make_unique<ScriptedServer>(*m_authority);
    m_api = std::make_unique<HttpApi>(m_server->access());
}

void HttpDiscoveryTest::aggregatedAnswersTakeTwoRequests()
{
    m_server->answer = [](const Seen &seen, QHttpServerResponder &responder) {
        if (seen.path == "/api"_L1) {
            return reply(
                responder, 200,
                QByteArray(R"({"kind":"APIGroupDiscoveryList","items":[{"metadata":{},"versions":[{"version":"v1","resources":[
                {"resource":"pods","responseKind":{"kind":"Pod"},"scope":"Namespaced","verbs":["get","list"],"singularResource":"pod",
                 "shortNames":["po"],"subresources":[{"subresource":"log","verbs":["get"]},{"subresource":"exec","verbs":["create"]}]},
                {"resource":"nodes","responseKind":{"kind":"Node"},"scope":"Cluster","verbs":["get"]}]}]}]})"));
        }
        return reply(responder, 200,
                     QByteArray(R"({"kind":"APIGroupDiscoveryList","items":[{"metadata":{"name":"autoscaling"},"versions":[
            {"version":"v2","resources":[{"resource":"horizontalpodautoscalers","responseKind":{"kind":"HorizontalPodAutoscaler"},"scope":"Namespaced","verbs":[]}]},
            {"version":"v1","resources":[{"resource":"horizontalpodautoscalers","responseKind":{"kind":"HorizontalPodAutoscaler"},"scope":"Namespaced","verbs":[]},
                                         {"resource":"onlyold","responseKind":{"kind":"OnlyOld"},"scope":"Namespaced","verbs":[]}]}]}]})"));
    };
    const auto types = answerOf(m_api->discover({}));
    QVERIFY2(types, qPrintable(types ? QString() : types.error().detail));
    QCOMPARE(textOf(*types),
             QStringList({u"v1 Pod pods namespaced get,list"_s, u"v1 Node nodes get"_s,
                          u"autoscaling/v2 HorizontalPodAutoscaler horizontalpodautoscalers namespaced "_s,
                          u"autoscaling/v1 OnlyOld onlyold namespaced "_s}));
    QCOMPARE(types->first().singular, u"pod"_s);
    QCOMPARE(types->first().shortNames, QStringList{u"po"_s});
    QCOMPARE(types->first().subresources, QStringList({u"log"_s, u"exec"_s}));
    QCOMPARE(m_server->seen.size(), 2);
    QVERIFY(m_server->seen.first().headers.value("accept").contains("as=APIGroupDiscoveryList"));
    QVERIFY(m_api->warnings().isEmpty());
}

void HttpDiscoveryTest::aStaleGroupIsSaid()
{
    m_server->answer = [](const Seen &, QHttpServerResponder &responder) {
        reply(responder, 200, QByteArray(R"({"kind":"APIGroupDiscoveryList","items":[{"metadata":{"name":"metrics.k8s.io"},
            "versions":[{"version":"v1beta1","freshness":"Stale"}]}]})"));
    };
    QVERIFY(answerOf(m_api->discover({})));
    QVERIFY(m_api->warnings().first().contains("metrics.k8s.io/v1beta1"_L1));
}

void HttpDiscoveryTest::olderServersAreAskedGroupByGroup()
{
    m_server->answer = [](const Seen &seen, QHttpServerResponder &responder) {
        const QByteArray pods
            = R"({"kind":"APIResourceList","resources":[{"name":"pods","kind":"Pod","namespaced":true,"verbs":["get"]},
            {"name":"pods/log","kind":"Pod","namespaced":true,"verbs":["get"]}]})";
        const QByteArray thing
            = R"({"kind":"APIResourceList","resources":[{"name":"things","kind":"Thing","namespaced":false,"verbs":["get"]}]})";
        if (seen.path == "/api"_L1) {
            return reply(responder, 200, QByteArray(R"({"kind":"APIVersions","versions":["v1"]})"));
        }
        if (seen.path == "/apis"_L1) {
            return reply(
                responder, 200,
                QByteArray(
                    R"({"kind":"APIGroupList","groups":[{"name":"x.io","versions":[{"version":"v1alpha1"},{"version":"v1"}],
                "preferredVersion":{"version":"v1"}}]})"));
        }
        reply(responder, 200, seen.path == "/api/v1"_L1 ? pods : thing);
    };
    const auto types = answerOf(m_api->discover({}));
    QVERIFY2(types, qPrintable(types ? QString() : types.error().detail));
    QCOMPARE(textOf(*types), QStringList({u"v1 Pod pods namespaced get"_s, u"x.io/v1 Thing things get"_s}));
    QCOMPARE(types->first().subresources, QStringList{u"log"_s});
}

void HttpDiscoveryTest::aBrokenGroupIsLeftOutAndSaid()
{
    m_server->answer = [](const Seen &seen, QHttpServerResponder &responder) {
        if (seen.path == "/api"_L1) {
            return reply(responder, 200, QByteArray(R"({"kind":"APIVersions","versions":[]})"));
        }
        if (seen.path == "/apis"_L1) {
            return reply(responder, 200,
                         QByteArray(R"({"kind":"APIGroupList","groups":[{"name":"broken.io","versions":[{"version":"v1"}]},
                {"name":"x.io","versions":[{"version":"v1"}]}]})"));
        }
        if (seen.path.contains("broken"_L1)) {
            return reply(responder, 503, QByteArray("service unavailable"));
        }
        reply(responder, 200,
              QByteArray(
                  R"({"kind":"APIResourceList","resources":[{"name":"things","kind":"Thing","namespaced":true,"verbs":[]}]})"));
    };
    const auto types = answerOf(m_api->discover({}));
    QVERIFY(types);
    QCOMPARE(types->size(), 1);
    QCOMPARE(m_api->warnings(), QStringList{u"The kinds of broken.io/v1 are left out: service unavailable"_s});
}

QTEST_GUILESS_MAIN(HttpDiscoveryTest)
#include "tst_HttpDiscovery.moc"
