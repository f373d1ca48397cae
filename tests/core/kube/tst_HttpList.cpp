// SPDX-License-Identifier: GPL-3.0-or-later
#include "Servers.h"
#include "Waiting.h"
#include "core/kube/HttpApi.h"

#include <QJsonArray>

using namespace sentinel;
using namespace sentinel::kube;
using namespace Qt::StringLiterals;

class HttpListTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void pagesArePutTogether();
    void aPlaceTheServerForgotBeginsAgain();
    void aServerThatForgetsAllTheTimeIsAskedForEverythingAtOnce();
    void selectorsAndNamespaceAreAsked();
    void nothingIsAListToo();
    void itemsSayWhatTheyAre();
    void somethingElseIsNoList();
    void aVersionIsAskedForOnlyWithTheFirstPage();
    void aVersionFromTheFutureIsAskedForWithout();
    void whatWasThenIsAConflictWhenItIsForgotten();
    void pagesMayBeOfDifferentMomentsWhereThatIsSaid();

private:
    /// Answers with pods [from, to) and the place to go on from.
    static QJsonObject page(int from, int to, const QString &place)
    {
        QJsonArray items;
        for (int each = from; each < to; ++each) {
            items.append(QJsonObject{{u"metadata"_s, QJsonObject{{u"name"_s, u"pod-%1"_s.arg(each)}}}});
        }
        return {{u"kind"_s, u"PodList"_s},
                {u"metadata"_s, QJsonObject{{u"resourceVersion"_s, u"77"_s}, {u"continue"_s, place}}},
                {u"items"_s, items}};
    }
    static QStringList namesOf(const QList<Object> &objects)
    {
        QStringList names;
        for (const Object &object : objects) {
            names.append(object[u"metadata"_s][u"name"_s].toString());
        }
        return names;
    }

    std::unique_ptr<Authority> m_authority;
    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<HttpApi> m_api;
};

void HttpListTest::init()
{
    m_authority = std::make_unique<Authority>();
    m_server = std::make_unique<ScriptedServer>(*m_authority);
    m_api = std::make_unique<HttpApi>(m_server->access());
}

void HttpListTest::pagesArePutTogether()
{
    m_server->answer = [](const Seen &seen, QHttpServerResponder &responder) {
        const QString place = seen.asked(u"continue"_s);
        reply(responder, 200,
              place.isEmpty()            ? page(0, 2, u"a=/+&b"_s)
                  : place == u"a=/+&b"_s ? page(2, 4, u"last"_s)
                                         : page(4, 5, {}));
    };
    const auto list = answerOf(m_api->list(kPods, {.ns = u"shop"_s, .pageSize = 2}, {}));
    QVERIFY2(list, qPrintable(list ? QString() : list.error().detail));
    QCOMPARE(namesOf(list->items), QStringList({u"pod-0"_s, u"pod-1"_s, u"pod-2"_s, u"pod-3"_s, u"pod-4"_s}));
    QCOMPARE(list->resourceVersion, u"77"_s);
    QCOMPARE(m_server->seen.size(), 3);
    QCOMPARE(m_server->seen.first().asked(u"limit"_s), u"2"_s);
}

void HttpListTest::aPlaceTheServerForgotBeginsAgain()
{
    m_server->answer = [this](const Seen &, QHttpServerResponder &responder) {
        switch (m_server->seen.size()) {
        case 2:
            return reply(responder, 410, statusObject(410, u"Expired"_s, u"The provided continue parameter is too old"_s));
        case 3:
            return reply(responder, 200, page(0, 3, {}));
        default:
            return reply(responder, 200, page(0, 2, u"next"_s));
        }
    };
    const auto list = answerOf(m_api->list(kPods, {}, {}));
    QVERIFY2(list, qPrintable(list ? QString() : list.error().detail));
    QCOMPARE(namesOf(list->items), QStringList({u"pod-0"_s, u"pod-1"_s, u"pod-2"_s})); // nothing twice
}

void HttpListTest::aServerThatForgetsAllTheTimeIsAskedForEverythingAtOnce()
{
    m_server->answer = [](const Seen &seen, QHttpServerResponder &responder) {
        if (seen.asked(u"limit"_s).isEmpty()) {
            return reply(responder, 200, page(0, 9, {}));
        }
        return seen.asked(u"continue"_s).isEmpty() ? reply(responder, 200, page(0, 2, u"next"_s))
                                                   : reply(responder, 410, statusObject(410, u"Expired"_s, u"too old"_s));
    };
    const auto list = answerOf(m_api->list(kPods, {}, {}));
    QVERIFY(list);
    QCOMPARE(list->items.size(), 9);
    QCOMPARE(m_server->seen.size(), 7);
}

void HttpListTest::selectorsAndNamespaceAreAsked()
{
    m_server->answer = [](const Seen &, QHttpServerResponder &responder) { reply(responder, 200, page(0, 0, {})); };
    QVERIFY(answerOf(m_api->list(
        kDeployments, {.ns = u"shop"_s, .labelSelector = u"app in (a,b)"_s, .fieldSelector = u"metadata.name=x"_s}, {})));
    QCOMPARE(m_server->seen.last().path, u"/apis/apps/v1/namespaces/shop/deployments"_s);
    QCOMPARE(m_server->seen.last().asked(u"labelSelector"_s), u"app in (a,b)"_s);
    QCOMPARE(m_server->seen.last().asked(u"fieldSelector"_s), u"metadata.name=x"_s);
    QVERIFY(answerOf(m_api->list(kDeployments, {}, {})));
    QCOMPARE(m_server->seen.last().path, u"/apis/apps/v1/deployments"_s);
    QVERIFY(answerOf(m_api->list(kNamespaces, {.ns = u"shop"_s}, {})));
    QCOMPARE(m_server->seen.last().path, u"/api/v1/namespaces"_s);
}

void HttpListTest::nothingIsAListToo()
{
    m_server->answer = [](const Seen &, QHttpServerResponder &responder) {
        reply(responder, 200, QByteArray(R"({"kind":"PodList","metadata":{"resourceVersion":"5"},"items":null})"));
    };
    const auto list = answerOf(m_api->list(kPods, {}, {}));
    QVERIFY(list);
    QVERIFY(list->items.isEmpty());
    QCOMPARE(list->resourceVersion, u"5"_s);
}

void HttpListTest::itemsSayWhatTheyAre()
{
    m_server->answer = [](const Seen &, QHttpServerResponder &responder) { reply(responder, 200, page(0, 1, {})); };
    const auto list = answerOf(m_api->list(kDeployments, {}, {}));
    QVERIFY(list);
    QCOMPARE(list->items.first()[u"kind"_s].toString(), u"Deployment"_s);
    QCOMPARE(list->items.first()[u"apiVersion"_s].toString(), u"apps/v1"_s);
}

void HttpListTest::somethingElseIsNoList()
{
    m_server->answer
        = [](const Seen &, QHttpServerResponder &responder) { reply(responder, 200, QJsonObject{{u"kind"_s, u"Pod"_s}}); };
    const auto list = answerOf(m_api->list(kPods, {}, {}));
    QVERIFY(!list);
    QCOMPARE(list.error().doing, u"listing pods"_s);
}

void HttpListTest::aVersionIsAskedForOnlyWithTheFirstPage()
{
    m_server->answer = [](const Seen &seen, QHttpServerResponder &responder) {
        reply(responder, 200, seen.asked(u"continue"_s).isEmpty() ? page(0, 2, u"next"_s) : page(2, 3, {}));
    };
    QVERIFY(answerOf(m_api->list(kPods, {.version = u"42"_s}, {})));
    QCOMPARE(m_server->seen[0].asked(u"resourceVersion"_s), u"42"_s);
    QCOMPARE(m_server->seen[0].asked(u"resourceVersionMatch"_s), u"NotOlderThan"_s);
    QVERIFY(!m_server->seen[1].query.hasQueryItem(u"resourceVersion"_s));
    QVERIFY(answerOf(m_api->list(kPods, {.version = u"42"_s, .exact = true}, {})));
    QCOMPARE(m_server->seen[2].asked(u"resourceVersionMatch"_s), u"Exact"_s);
}

void HttpListTest::aVersionFromTheFutureIsAskedForWithout()
{
    m_server->answer = [](const Seen &seen, QHttpServerResponder &responder) {
        if (seen.query.hasQueryItem(u"resourceVersion"_s)) {
            const QJsonObject causes{{u"causes"_s, QJsonArray{QJsonObject{{u"reason"_s, u"ResourceVersionTooLarge"_s}}}},
                                     {u"retryAfterSeconds"_s, 1}};
            return reply(responder, 504, statusObject(504, u"Timeout"_s, u"Too large resource version: 42, current: 3"_s, causes),
                         {{"Retry-After", "1"}});
        }
        reply(responder, 200, page(0, 1, {}));
    };
    const auto list = answerOf(m_api->list(kPods, {.version = u"42"_s}, {}));
    QVERIFY2(list, qPrintable(list ? QString() : list.error().detail));
    QCOMPARE(m_server->seen.size(), 2); // at once, not after waiting for the future
}

void HttpListTest::whatWasThenIsAConflictWhenItIsForgotten()
{
    m_server->answer = [](const Seen &, QHttpServerResponder &responder) {
        reply(responder, 410, statusObject(410, u"Expired"_s, u"The resourceVersion for the provided list is too old."_s));
    };
    const auto list = answerOf(m_api->list(kPods, {.version = u"42"_s, .exact = true}, {}));
    QVERIFY(!list);
    QCOMPARE(list.error().kind, Error::Kind::Conflict);
}

void HttpListTest::pagesMayBeOfDifferentMomentsWhereThatIsSaid()
{
    m_server->answer = [](const Seen &seen, QHttpServerResponder &responder) {
        const QString place = seen.asked(u"continue"_s);
        if (place == u"old") {
            QJsonObject gone = statusObject(410, u"Expired"_s, u"The provided continue parameter is too old"_s);
            gone.insert(u"metadata"_s, QJsonObject{{u"continue"_s, u"fresh"_s}});
            return reply(responder, 410, gone);
        }
        reply(responder, 200, place.isEmpty() ? page(0, 2, u"old"_s) : page(2, 3, {}));
    };
    const auto list = answerOf(m_api->list(kPods, {.mayMix = true}, {}));
    QVERIFY(list);
    QCOMPARE(namesOf(list->items), QStringList({u"pod-0"_s, u"pod-1"_s, u"pod-2"_s}));
    QCOMPARE(m_server->seen.size(), 3);
    const auto whole = answerOf(m_api->list(kPods, {}, {}));
    QVERIFY(whole); // else it begins again, at last without pages
    QVERIFY(m_server->seen.last().asked(u"limit"_s).isEmpty());
}

QTEST_GUILESS_MAIN(HttpListTest)
#include "tst_HttpList.moc"
