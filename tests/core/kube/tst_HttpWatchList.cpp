// SPDX-License-Identifier: GPL-3.0-or-later
#include "Servers.h"
#include "Waiting.h"
#include "core/kube/HttpApi.h"
#include "tests/support/Tries.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace sentinel;
using namespace sentinel::kube;
using namespace Qt::StringLiterals;

namespace {

QByteArray line(const QString &type, const QString &name, int version, bool endsInitial = false)
{
    QJsonObject metadata{{u"resourceVersion"_s, QString::number(version)}};
    if (!name.isEmpty()) {
        metadata.insert(u"name"_s, name);
    }
    if (endsInitial) {
        metadata.insert(u"annotations"_s, QJsonObject{{u"k8s.io/initial-events-end"_s, u"true"_s}});
    }
    return QJsonDocument(QJsonObject{{u"type"_s, type}, {u"object"_s, QJsonObject{{u"metadata"_s, metadata}}}})
               .toJson(QJsonDocument::Compact)
        + '\n';
}

QByteArray end(int version)
{
    return line(u"BOOKMARK"_s, {}, version, true);
}

QString textOf(const WatchEvent &event)
{
    const auto named = [](const Object &object) { return object[u"metadata"_s][u"name"_s].toString(); };
    if (event.type == WatchEvent::Type::Replaced) {
        QStringList names;
        for (const Object &object : event.objects) {
            names.append(named(object));
        }
        return u"="_s + names.join(u',');
    }
    const QHash<WatchEvent::Type, QString> words{{WatchEvent::Type::Added, u"+"_s},
                                                 {WatchEvent::Type::Modified, u"~"_s},
                                                 {WatchEvent::Type::Deleted, u"-"_s},
                                                 {WatchEvent::Type::Disconnected, u"disconnected"_s},
                                                 {WatchEvent::Type::Reconnected, u"reconnected"_s}};
    return words[event.type] + named(event.object);
}

} // namespace

class HttpWatchListTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void oneRequestBringsEverythingAndGoesOn();
    void whatChangesWhileItGathersIsToldOnce();
    void aStreamThatBreaksWhileItGathersTellsNothingTwice();
    void afterABreakItGoesOnFromTheLastVersion();
    void aForgottenVersionIsGatheredAgainAndReplaces();
    void aServerThatRefusesIsListed_data();
    void aServerThatRefusesIsListed();
    void aServerThatDoesNotUnderstandIsListed();
    void aWrongSelectorIsTheListsToSay();

private:
    using Step = std::function<void(QHttpServerResponder &)>;
    /// Watches are answered by `m_watches` in turn, then stay open; lists hold "listed" at 70.
    void start(const ListOptions &options = {.ns = u"shop"_s})
    {
        m_server->answer = [this](const Seen &seen, QHttpServerResponder &responder) {
            if (!seen.query.hasQueryItem(u"watch"_s)) {
                return reply(responder, m_listStatus,
                             m_listStatus == 200 ? m_list : statusObject(m_listStatus, u"x"_s, u"list"_s));
            }
            if (!m_watches.isEmpty()) {
                return m_watches.takeFirst()(responder);
            }
            responder.writeBeginChunked("application/json");
            m_open.push_back(std::move(responder));
        };
        deliver(m_api->watch(
                    kPods, options, [this](const WatchEvent &told) { m_told.append(textOf(told)); }, m_cancel.token()),
                this, [this](Result<void> ended) { m_ended = std::move(ended); });
    }
    static Step stream(const QByteArrayList &pieces)
    {
        return [pieces](QHttpServerResponder &responder) {
            responder.writeBeginChunked("application/json");
            for (const QByteArray &piece : pieces) {
                responder.writeChunk(piece);
            }
            responder.writeEndChunked({});
        };
    }

    std::unique_ptr<Authority> m_authority;
    std::unique_ptr<ScriptedServer> m_server;
    std::shared_ptr<EagerClock> m_clock;
    std::unique_ptr<HttpApi> m_api;
    QList<Step> m_watches;
    std::vector<QHttpServerResponder> m_open;
    QJsonObject m_list;
    int m_listStatus = 200;
    CancelSource m_cancel;
    QStringList m_told;
    std::optional<Result<void>> m_ended;
};

void HttpWatchListTest::init()
{
    m_authority = std::make_unique<Authority>();
    m_server = std::make_unique<ScriptedServer>(*m_authority);
    m_clock = std::make_shared<EagerClock>();
    m_api = std::make_unique<HttpApi>(m_server->access(), HttpOptions{.seed = 5}, m_clock);
    m_watches.clear();
    m_open.clear();
    m_list = {{u"kind"_s, u"PodList"_s},
              {u"metadata"_s, QJsonObject{{u"resourceVersion"_s, u"70"_s}}},
              {u"items"_s, QJsonArray{QJsonObject{{u"metadata"_s, QJsonObject{{u"name"_s, u"listed"_s}}}}}}};
    m_listStatus = 200;
    m_cancel = {};
    m_told.clear();
    m_ended.reset();
}

void HttpWatchListTest::cleanup()
{
    m_cancel.cancel();
    QTRY_VERIFY(m_ended);
    m_api.reset();
    m_open.clear();
}

void HttpWatchListTest::oneRequestBringsEverythingAndGoesOn()
{
    start();
    QTRY_COMPARE(m_open.size(), 1U);
    m_open[0].writeChunk(line(u"ADDED"_s, u"b"_s, 4) + line(u"ADDED"_s, u"a"_s, 9));
    QVERIFY(m_told.isEmpty());
    m_open[0].writeChunk(end(12));
    QTRY_COMPARE(m_told, QStringList{u"=a,b"_s});
    m_open[0].writeChunk(line(u"ADDED"_s, u"c"_s, 13));
    QTRY_COMPARE(m_told, QStringList({u"=a,b"_s, u"+c"_s}));
    QCOMPARE(m_server->seen.size(), 1);
    const Seen &asked = m_server->seen.first();
    QCOMPARE(asked.asked(u"sendInitialEvents"_s), u"true"_s);
    QCOMPARE(asked.asked(u"resourceVersionMatch"_s), u"NotOlderThan"_s);
    QCOMPARE(asked.asked(u"allowWatchBookmarks"_s), u"true"_s);
    QVERIFY(!asked.query.hasQueryItem(u"resourceVersion"_s));
}

void HttpWatchListTest::whatChangesWhileItGathersIsToldOnce()
{
    start();
    QTRY_COMPARE(m_open.size(), 1U);
    m_open[0].writeChunk(line(u"ADDED"_s, u"a"_s, 1) + line(u"ADDED"_s, u"b"_s, 2) + line(u"DELETED"_s, u"a"_s, 3)
                         + line(u"MODIFIED"_s, u"b"_s, 4) + end(5));
    QTRY_COMPARE(m_told, QStringList{u"=b"_s});
}

void HttpWatchListTest::aStreamThatBreaksWhileItGathersTellsNothingTwice()
{
    m_watches = {stream({line(u"ADDED"_s, u"gone"_s, 1)}), stream({line(u"ADDED"_s, u"a"_s, 1) + end(8)})};
    start();
    QTRY_COMPARE(m_open.size(), 1U);
    QCOMPARE(m_told, QStringList{u"=a"_s});
    QCOMPARE(m_clock->waits.size(), 1); // a server that ends it early is not asked in a hurry
    QCOMPARE(m_server->seen[2].asked(u"resourceVersion"_s), u"8"_s);
}

void HttpWatchListTest::afterABreakItGoesOnFromTheLastVersion()
{
    m_watches = {stream({line(u"ADDED"_s, u"a"_s, 1) + end(8) + line(u"ADDED"_s, u"b"_s, 9)})};
    start();
    QTRY_COMPARE(m_open.size(), 1U);
    QCOMPARE(m_told, QStringList({u"=a"_s, u"+b"_s}));
    QCOMPARE(m_server->seen[1].asked(u"resourceVersion"_s), u"9"_s);
    QVERIFY(!m_server->seen[1].query.hasQueryItem(u"sendInitialEvents"_s));
}

void HttpWatchListTest::aForgottenVersionIsGatheredAgainAndReplaces()
{
    m_watches = {stream({line(u"ADDED"_s, u"a"_s, 1) + end(8)}),
                 [](QHttpServerResponder &responder) { reply(responder, 410, statusObject(410, u"Expired"_s, u"too old"_s)); },
                 stream({line(u"ADDED"_s, u"b"_s, 90) + end(91)})};
    start();
    QTRY_COMPARE(m_open.size(), 1U);
    QCOMPARE(m_told, QStringList({u"=a"_s, u"=b"_s}));
    QCOMPARE(m_server->seen[3].asked(u"resourceVersion"_s), u"91"_s);
}

void HttpWatchListTest::aServerThatRefusesIsListed_data()
{
    QTest::addColumn<int>("status");
    QTest::newRow("the gate is off") << 422;
    QTest::newRow("an old server") << 400;
}

void HttpWatchListTest::aServerThatRefusesIsListed()
{
    QFETCH(const int, status);
    m_watches = {[status](QHttpServerResponder &responder) {
        reply(responder, status,
              statusObject(status, u"Invalid"_s, u"sendInitialEvents: Forbidden: sendInitialEvents is forbidden for watch"_s));
    }};
    start();
    QTRY_COMPARE(m_open.size(), 1U);
    QCOMPARE(m_told, QStringList{u"=listed"_s});
    QVERIFY(m_clock->waits.isEmpty());
    // It is not asked again, by other watches neither.
    m_cancel.cancel();
    QTRY_VERIFY(m_ended);
    m_cancel = {};
    m_ended.reset();
    const qsizetype before = m_server->seen.size();
    start();
    QTRY_COMPARE(m_open.size(), 2U);
    QVERIFY(!m_server->seen[before].query.hasQueryItem(u"watch"_s));
}

void HttpWatchListTest::aServerThatDoesNotUnderstandIsListed()
{
    // It takes the parameters for nothing: what there is comes as additions, and no bookmark says that it is all.
    m_watches = {stream({line(u"ADDED"_s, u"a"_s, 1) + line(u"BOOKMARK"_s, {}, 30)})};
    start();
    QTRY_COMPARE(m_open.size(), 1U);
    QCOMPARE(m_told, QStringList{u"=listed"_s});
    QCOMPARE(m_server->seen.last().asked(u"resourceVersion"_s), u"70"_s);
}

void HttpWatchListTest::aWrongSelectorIsTheListsToSay()
{
    m_listStatus = 400;
    m_watches = {[](QHttpServerResponder &responder) {
        reply(responder, 400, statusObject(400, u"BadRequest"_s, u"unable to parse requirement"_s));
    }};
    start({.ns = u"shop"_s, .labelSelector = u"!!"_s});
    QTRY_VERIFY(m_ended);
    QCOMPARE(m_ended->error().kind, Error::Kind::Invalid);
}

QTEST_GUILESS_MAIN(HttpWatchListTest)
#include "tst_HttpWatchList.moc"
