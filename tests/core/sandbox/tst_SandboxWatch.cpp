// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/Cluster.h"
#include "core/sandbox/Types.h"

#include "tests/support/Tries.h"
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSslConfiguration>
#include <QSslSocket>

using namespace sentinel;
using namespace sentinel::sandbox;
using namespace Qt::StringLiterals;

namespace {

QJsonObject configMap(const QString &name)
{
    return {{"metadata"_L1,
             QJsonObject{{"name"_L1, name}, {"namespace"_L1, "default"_L1}, {"labels"_L1, QJsonObject{{"app"_L1, "web"_L1}}}}},
            {"data"_L1, QJsonObject{{"key"_L1, "value"_L1}}}};
}

/// One connection that asks one thing and keeps what comes.
class Client : public QObject
{
public:
    Client(Cluster &cluster, const QByteArray &path, const QByteArray &token = {}, const QByteArray &method = "GET",
           const QByteArray &body = {})
    {
        QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
        configuration.setCaCertificates(QSslCertificate::fromData(cluster.credentials().authority, QSsl::Pem));
        m_socket.setSslConfiguration(configuration);
        const QByteArray request = method + ' ' + path + " HTTP/1.1\r\nHost: rehearsal\r\nAuthorization: Bearer "
            + (token.isEmpty() ? cluster.credentials().token : token) + "\r\nContent-Length: " + QByteArray::number(body.size())
            + "\r\n\r\n" + body;
        connect(&m_socket, &QSslSocket::encrypted, this, [this, request] { wasAsked = m_socket.write(request) > 0; });
        connect(&m_socket, &QSslSocket::readyRead, this, [this] { text += m_socket.readAll(); });
        m_socket.connectToHostEncrypted(u"127.0.0.1"_s, static_cast<quint16>(cluster.url().section(u':', -1).toInt()),
                                        u"127.0.0.1"_s);
    }
    [[nodiscard]] qsizetype count(QByteArrayView type) const { return text.count("{\"type\":\"" + type.toByteArray() + '"'); }
    [[nodiscard]] bool hasEnded() const { return text.contains("\r\n0\r\n\r\n"); }
    void leave() { m_socket.abort(); }
    QByteArray text;
    bool wasAsked = false;

private:
    QSslSocket m_socket;
};

} // namespace

class WatchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void strangersAreRefused();
    void twoThousandObjectsReachFiftyWatchesWithoutAMissedEvent();
    void anEventArrivesWithinFiveMilliseconds();
    void aWatchSeesWhatCameBeforeItFromAVersionOn();
    void objectsComeIntoASelectionAndLeaveIt();
    void aVersionThatIsForgottenIsExpired();
    void theInitialEventsEndWithABookmark();
    void droppedWatchesEndAndClientsThatLeaveAreForgotten();
    void aVersionFromTheFutureIsTooLarge();
    void faultsSlowDownAndRefuseButNotTheConsolesOwnPaths();
    void theSpeedIsChangedOverHttp();
};

void WatchTest::strangersAreRefused()
{
    SystemClock wall;
    Cluster cluster(wall, {});
    QVERIFY(cluster.start());
    Client client(cluster, "/api/v1/pods", "nonsense");
    QTRY_VERIFY(client.text.startsWith("HTTP/1.1 401"));
    QTRY_VERIFY(client.text.contains("\"reason\":\"Unauthorized\""));
}

void WatchTest::twoThousandObjectsReachFiftyWatchesWithoutAMissedEvent()
{
    SystemClock wall;
    Cluster cluster(wall, {});
    QVERIFY(cluster.start());
    std::vector<std::unique_ptr<Client>> clients;
    for (int i = 0; i < 50; ++i) {
        clients.push_back(std::make_unique<Client>(cluster,
                                                   "/api/v1/namespaces/default/configmaps?watch=1&resourceVersion="
                                                       + QByteArray::number(cluster.store().resourceVersion())));
    }
    for (const auto &client : clients) {
        QTRY_VERIFY(client->text.contains("\r\n\r\n"));
    }
    for (int i = 0; i < 2000; ++i) {
        QVERIFY(cluster.store().create(kinds::configMap(), configMap(u"c%1"_s.arg(i))));
        if (i % 100 == 0) {
            QCoreApplication::processEvents();
        }
    }
    for (const auto &client : clients) {
        QTRY_COMPARE_WITH_TIMEOUT(client->count("ADDED"), 2000, 60000);
        // In order: the last one is the last one.
        QVERIFY(client->text.lastIndexOf("\"name\":\"c1999\"") > client->text.lastIndexOf("\"name\":\"c1998\""));
    }
}

void WatchTest::anEventArrivesWithinFiveMilliseconds()
{
    SystemClock wall;
    Cluster cluster(wall, {});
    QVERIFY(cluster.start());
    Client client(cluster, "/api/v1/configmaps?watch=1");
    QTRY_VERIFY(client.text.contains("\r\n\r\n"));
    QList<double> times;
    for (int i = 1; i <= 200; ++i) {
        QElapsedTimer timer;
        timer.start();
        QVERIFY(cluster.store().create(kinds::configMap(), configMap(u"c%1"_s.arg(i))));
        while (client.count("ADDED") < i && timer.elapsed() < 5000) {
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 100);
        }
        times.append(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    std::ranges::sort(times);
    qInfo("write to client: median %.2f ms, 95th of 100 %.2f ms", times.at(100), times.at(190));
    QVERIFY2(times.at(100) <= 5, qPrintable(QString::number(times.at(100))));
}

void WatchTest::aWatchSeesWhatCameBeforeItFromAVersionOn()
{
    SystemClock wall;
    Cluster cluster(wall, {});
    QVERIFY(cluster.start());
    const QByteArray version = QByteArray::number(cluster.store().resourceVersion());
    QVERIFY(cluster.store().create(kinds::configMap(), configMap(u"a"_s)));
    QVERIFY(cluster.store().remove(kinds::configMap(), u"default"_s, u"a"_s));
    Client client(cluster, "/api/v1/configmaps?watch=1&resourceVersion=" + version);
    QTRY_COMPARE(client.count("ADDED"), 1);
    QTRY_COMPARE(client.count("DELETED"), 1);
    QVERIFY(cluster.store().create(kinds::configMap(), configMap(u"b"_s)));
    QTRY_COMPARE(client.count("ADDED"), 2);
}

void WatchTest::objectsComeIntoASelectionAndLeaveIt()
{
    SystemClock wall;
    Cluster cluster(wall, {});
    QVERIFY(cluster.start());
    Client client(cluster, "/api/v1/configmaps?watch=1&labelSelector=app%3Dweb");
    QTRY_VERIFY(client.text.contains("\r\n\r\n"));
    const auto relabel = [&cluster](const QString &app) {
        QVERIFY(cluster.store().change(kinds::configMap(), u"default"_s, u"a"_s, [&app](QJsonObject &object) {
            QJsonObject metadata = object.value("metadata"_L1).toObject();
            metadata.insert("labels"_L1, QJsonObject{{"app"_L1, app}});
            object.insert("metadata"_L1, metadata);
            return true;
        }));
    };
    QVERIFY(cluster.store().create(kinds::configMap(), configMap(u"a"_s)));
    QTRY_COMPARE(client.count("ADDED"), 1);
    relabel(u"db"_s);
    QTRY_COMPARE(client.count("DELETED"), 1);
    relabel(u"web"_s);
    QTRY_COMPARE(client.count("ADDED"), 2);
    QCOMPARE(client.count("MODIFIED"), 0);
}

void WatchTest::aVersionThatIsForgottenIsExpired()
{
    SystemClock wall;
    Cluster cluster(wall, {});
    QVERIFY(cluster.start());
    const QByteArray version = QByteArray::number(cluster.store().resourceVersion());
    QVERIFY(cluster.store().create(kinds::configMap(), configMap(u"a"_s)));
    cluster.faults().forgetHistory();
    Client client(cluster, "/api/v1/configmaps?watch=1&resourceVersion=" + version);
    QTRY_COMPARE(client.count("ERROR"), 1);
    QVERIFY(client.text.contains("\"code\":410") && client.text.contains("\"reason\":\"Expired\""));
    QTRY_VERIFY(client.hasEnded());
}

void WatchTest::theInitialEventsEndWithABookmark()
{
    SystemClock wall;
    Cluster cluster(wall, {});
    QVERIFY(cluster.start());
    QVERIFY(cluster.store().create(kinds::configMap(), configMap(u"a"_s)));
    Client client(cluster,
                  "/api/v1/configmaps?watch=1&sendInitialEvents=true&resourceVersionMatch=NotOlderThan&allowWatchBookmarks=true");
    QTRY_COMPARE(client.count("BOOKMARK"), 1);
    QCOMPARE(client.count("ADDED"), 1);
    QVERIFY(client.text.contains("\"k8s.io/initial-events-end\":\"true\""));
    Client refused(cluster, "/api/v1/configmaps?watch=1&sendInitialEvents=true");
    QTRY_VERIFY(refused.text.startsWith("HTTP/1.1 422"));
}

void WatchTest::droppedWatchesEndAndClientsThatLeaveAreForgotten()
{
    SystemClock wall;
    Cluster cluster(wall, {});
    QVERIFY(cluster.start());
    Client client(cluster, "/api/v1/configmaps?watch=1");
    Client other(cluster, "/api/v1/secrets?watch=1");
    QTRY_VERIFY(client.text.contains("\r\n\r\n") && other.text.contains("\r\n\r\n"));
    const auto watches = [&cluster] {
        Client state(cluster, "/rehearsal/v1/state");
        if (!QTest::qWaitFor([&state] { return state.text.contains("RehearsalState"); })) {
            return -1;
        }
        const auto match = QRegularExpression(u"\"watches\":(\\d+)"_s).match(QString::fromUtf8(state.text));
        return match.captured(1).toInt();
    };
    QTRY_COMPARE(watches(), 2);
    other.leave();
    QTRY_COMPARE(watches(), 1);
    cluster.faults().dropWatches();
    QTRY_VERIFY(client.hasEnded());
    QCOMPARE(watches(), 0);
}

void WatchTest::aVersionFromTheFutureIsTooLarge()
{
    SystemClock wall;
    Cluster cluster(wall, {});
    QVERIFY(cluster.start());
    Client client(cluster, "/api/v1/configmaps?resourceVersion=999999&resourceVersionMatch=NotOlderThan");
    QTRY_VERIFY(client.text.startsWith("HTTP/1.1 504"));
    QTRY_VERIFY(client.text.contains("Too large resource version: 999999"));
}

void WatchTest::faultsSlowDownAndRefuseButNotTheConsolesOwnPaths()
{
    SystemClock wall;
    Cluster cluster(wall, {});
    QVERIFY(cluster.start());
    cluster.faults().setTooManyRequests(1, 3);
    Client refused(cluster, "/api/v1/pods");
    QTRY_VERIFY(refused.text.contains("\"reason\":\"TooManyRequests\""));
    QVERIFY(refused.text.startsWith("HTTP/1.1 429") && refused.text.toLower().contains("retry-after: 3"));
    Client own(cluster, "/rehearsal/v1/state");
    QTRY_VERIFY(own.text.startsWith("HTTP/1.1 200"));
    cluster.faults().clear();
    cluster.faults().setDelay(std::chrono::milliseconds(80));
    QElapsedTimer timer;
    timer.start();
    Client late(cluster, "/api/v1/pods");
    QTRY_VERIFY(late.text.startsWith("HTTP/1.1 200"));
    QVERIFY(timer.elapsed() >= 80);
    // One that still waits when the cluster ends must not be answered by a server that is gone.
    cluster.faults().setDelay(std::chrono::seconds(30));
    Client never(cluster, "/api/v1/pods");
    QTRY_VERIFY(never.wasAsked);
    Client after(cluster, "/rehearsal/v1/state"); // answered behind the one that waits
    QTRY_VERIFY(after.text.startsWith("HTTP/1.1 200"));
    QVERIFY(never.text.isEmpty());
}

void WatchTest::theSpeedIsChangedOverHttp()
{
    SystemClock wall;
    Cluster cluster(wall, {});
    QVERIFY(cluster.start());
    const QByteArray body = R"({"speed":20})";
    Client client(cluster, "/rehearsal/v1/speed", {}, "PUT", body);
    QTRY_VERIFY(client.text.startsWith("HTTP/1.1 200"));
    QCOMPARE(cluster.clock().speed(), 20.0);
    Client wrong(cluster, "/rehearsal/v1/speed", {}, "PUT", R"({"speed":0})");
    QTRY_VERIFY(wrong.text.startsWith("HTTP/1.1 400"));
    QCOMPARE(cluster.clock().speed(), 20.0);
    Client none(cluster, "/rehearsal/v1/nonsense");
    QTRY_VERIFY(none.text.startsWith("HTTP/1.1 404"));
}

QTEST_GUILESS_MAIN(WatchTest)
#include "tst_SandboxWatch.moc"
