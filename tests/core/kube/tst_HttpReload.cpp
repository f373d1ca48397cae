// SPDX-License-Identifier: GPL-3.0-or-later
// A kubeconfig that changes under a running program.
#include "WatchedServer.h"
#include "core/kube/access/Kubeconfig.h"
#include "tests/support/Tries.h"

#include <QFile>
#include <QTemporaryDir>
#include <cstdio>

using namespace sentinel;
using namespace sentinel::kube;
using namespace Qt::StringLiterals;

using Type = WatchEvent::Type;

class HttpReloadTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_first = std::make_unique<WatchedServer>(m_authority);
        replaceConfig(*m_first, "{token: one}");
        const auto config = Kubeconfig::readFiles({config_()});
        QVERIFY(config);
        const auto access = config->access();
        QVERIFY2(access, qPrintable(access ? QString() : access.error().detail));
        m_api = std::make_unique<HttpApi>(*access, HttpOptions{}, std::make_shared<EagerClock>());
    }
    void cleanup() { m_api.reset(); }

    void aNewTokenHoldsFromTheNextRequestOnAndWatchesStay()
    {
        Watching watching(*m_api);
        QTRY_COMPARE(m_first->watches, 1);
        replaceConfig(*m_first, "{token: two}");
        QVERIFY(answerOf(m_api->list(kPods, {}, {})));
        QCOMPARE(m_first->seen.last().headers.value("authorization").toByteArray(), QByteArray("Bearer two"));
        QCOMPARE(watching.count(Type::Disconnected), 0);
        QCOMPARE(m_first->watches, 1);
        QCOMPARE(m_first->connections, 1);
    }
    void watchesGoToANewServerByThemselves()
    {
        Watching watching(*m_api);
        QTRY_COMPARE(m_first->watches, 1);
        WatchedServer second(m_authority);
        replaceConfig(second, "{token: one}");
        QTRY_COMPARE(second.watches, 1);
        QCOMPARE(second.lists, 1); // versions of the first mean nothing here
        QCOMPARE(watching.count(Type::Replaced), 2);
        QVERIFY(!watching.end);
    }
    void aNewAuthorityIsTrustedAndTheOldOneNoMore()
    {
        const Authority other(u"other-ca"_s);
        Watching watching(*m_api);
        QTRY_COMPARE(m_first->watches, 1);
        WatchedServer second(other);
        replaceConfig(second, "{token: one}", &other);
        QTRY_COMPARE(second.watches, 1);
        replaceConfig(*m_first, "{token: one}", &other);
        const auto list = answerOf(m_api->list(kPods, {}, {}));
        QVERIFY(!list);
        QCOMPARE(list.error().kind, Error::Kind::Unreachable);
    }
    void halfAFileChangesNothing_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("cut") << QByteArray("apiVersion: v1\nclusters: [{name: c, clus");
        QTest::newRow("without the context") << QByteArray("apiVersion: v1\nkind: Config\ncurrent-context: y\n");
    }
    void halfAFileChangesNothing()
    {
        QFETCH(const QByteArray, text);
        Watching watching(*m_api);
        QTRY_COMPARE(m_first->watches, 1);
        QFile file(config_());
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate)); // in place
        file.write(text);
        file.close();
        QVERIFY(answerOf(m_api->list(kPods, {}, {})));
        QCOMPARE(m_first->seen.last().headers.value("authorization").toByteArray(), QByteArray("Bearer one"));
        replaceConfig(*m_first, "{token: two}");
        QVERIFY(answerOf(m_api->list(kPods, {}, {})));
        QCOMPARE(m_first->seen.last().headers.value("authorization").toByteArray(), QByteArray("Bearer two"));
        QCOMPARE(watching.count(Type::Disconnected), 0);
    }
    void anotherCurrentContextMovesNobody()
    {
        WatchedServer second(m_authority);
        const auto server = [](const ScriptedServer &each) { return each.access().server.toString().toUtf8(); };
        const QByteArray data = m_authority.certificate().toBase64();
        put(u"config"_s,
            "current-context: y\nclusters: [{name: c, cluster: {server: '" + server(*m_first) + "', certificate-authority-data: "
                + data + "}}, {name: d, cluster: {server: '" + server(second) + "', certificate-authority-data: " + data
                + "}}]\nusers: [{name: u, user: {token: one}}]\ncontexts: [{name: x, context: {cluster: c, user: u}}, {name: y, "
                  "context: {cluster: d, user: u}}]\n");
        QVERIFY(answerOf(m_api->list(kPods, {}, {})));
        QCOMPARE(m_first->lists, 1);
        QCOMPARE(second.lists, 0);
    }
    void aRenewedClientCertificateIsShownOnANewConnection()
    {
        WatchedServer server(m_authority, {.wantsClientCertificate = true});
        const auto renew = [this] {
            const Authority::Issued issued = m_authority.issue({.commonName = u"admin"_s, .names = {}});
            put(u"client.crt"_s, issued.certificate);
            const auto list = m_api ? std::optional(answerOf(m_api->list(kPods, {}, {}))) : std::nullopt;
            put(u"client.key"_s, issued.key);
            return !list || list->has_value(); // between the two nothing breaks
        };
        m_api.reset();
        QVERIFY(renew());
        replaceConfig(server, "{client-certificate: client.crt, client-key: client.key}");
        const auto access = Kubeconfig::readFiles({config_()})->access();
        QVERIFY(access);
        m_api = std::make_unique<HttpApi>(*access, HttpOptions{}, std::make_shared<EagerClock>());
        Watching watching(*m_api);
        QTRY_COMPARE(server.watches, 1);
        QCOMPARE(server.connections, 1);
        QVERIFY(renew());
        QTRY_COMPARE(server.watches, 2); // the old connection is dropped, the watch goes on over the new one
        QVERIFY(answerOf(m_api->list(kPods, {}, {})));
        QCOMPARE(server.connections, 2);
        QCOMPARE(watching.count(Type::Replaced), 1);
        QCOMPARE(watching.count(Type::Reconnected), 1);
    }

private:
    [[nodiscard]] QString config_() const { return m_folder->filePath(u"config"_s); }
    /// As a careful program writes: another file takes the name.
    void put(const QString &name, const QByteArray &text) const
    {
        const QString path = m_folder->filePath(name);
        QFile file(path + u".new"_s);
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size()) {
            qFatal("cannot write");
        }
        file.close();
        if (std::rename(file.fileName().toLocal8Bit().constData(), path.toLocal8Bit().constData()) != 0) {
            qFatal("cannot rename");
        }
    }
    void replaceConfig(const ScriptedServer &server, const QByteArray &user, const Authority *authority = nullptr) const
    {
        put(u"config"_s,
            "current-context: x\nclusters: [{name: c, cluster: {server: '" + server.access().server.toString().toUtf8()
                + "', certificate-authority-data: " + (authority ? *authority : m_authority).certificate().toBase64()
                + "}}]\nusers: [{name: u, user: " + user + "}]\ncontexts: [{name: x, context: {cluster: c, user: u}}]\n");
    }

    Authority m_authority{u"cluster-ca"_s};
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<WatchedServer> m_first;
    std::unique_ptr<HttpApi> m_api;
};

QTEST_GUILESS_MAIN(HttpReloadTest)
#include "tst_HttpReload.moc"
