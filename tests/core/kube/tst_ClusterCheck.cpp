// SPDX-License-Identifier: GPL-3.0-or-later
// "Does this cluster work?": which step fails, and what is said then.
#include "Plugins.h"
#include "Servers.h"
#include "Waiting.h"
#include "core/kube/access/ClusterCheck.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace sentinel;
using namespace sentinel::kube;
using namespace Qt::StringLiterals;

using Id = CheckStep::Id;
using Outcome = CheckStep::Outcome;

class ClusterCheckTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<PluginFolder>();
        m_consent = std::make_shared<FakeConsent>();
        m_server = std::make_unique<ScriptedServer>(m_authority);
        m_minor = u"35"_s;
        m_allowed = {QString()};
        m_server->answer = [this](const Seen &seen, QHttpServerResponder &responder) { answer(seen, responder); };
    }

    void aGoodClusterPassesEveryStepAndTellsAfterEach()
    {
        QList<ClusterCheck> told;
        const auto check
            = answerOf(checkCluster(order(config("{token: good}")), [&](const ClusterCheck &each) { told.append(each); }, {}));
        QVERIFY(check);
        QCOMPARE(outcomes(*check), u"passed passed passed passed passed warned passed passed passed"_s); // a day left: renew
        QVERIFY(!check->firstFailed());
        QCOMPARE(check->user, u"ana"_s);
        QCOMPARE(check->groups, QStringList{u"dev"_s});
        QCOMPARE(check->version.minor, 35);
        QVERIFY2(check->step(Id::Tls).sentence.contains(u"Signed by \"CN=cluster-ca\""_s),
                 qPrintable(check->step(Id::Tls).sentence));
        QVERIFY(told.size() >= 9);
        QCOMPARE(told.first().step(Id::Rights).outcome, Outcome::Waiting);
    }
    void theStepThatFailsIsTheOneThatIsWrong_data()
    {
        QTest::addColumn<QByteArray>("cluster"); // %1: the server's address; %2: its authority
        QTest::addColumn<QByteArray>("user");
        QTest::addColumn<int>("step");
        QTest::addColumn<QString>("sentence");
        const QByteArray good = "{server: '%1', certificate-authority-data: %2}";
        QTest::newRow("no server") << QByteArray("{}") << QByteArray("{}") << int(Id::Context) << u"has no server"_s;
        QTest::newRow("a name nobody knows") << QByteArray("{server: 'https://no-such.invalid'}") << QByteArray("{}")
                                             << int(Id::Address) << u"no-such.invalid is not known"_s;
        QTest::newRow("nothing listens") << QByteArray("{server: 'https://127.0.0.1:1'}") << QByteArray("{}")
                                         << int(Id::Connection) << u"Nothing answers at 127.0.0.1:1"_s;
        QTest::newRow("a stranger's authority") << QByteArray("{server: '%1', certificate-authority-data: %3}")
                                                << QByteArray("{}") << int(Id::Tls) << u"not the authority of this cluster"_s;
        QTest::newRow("a bad token") << good << QByteArray("{token: bad}") << int(Id::SignIn) << u""_s;
        QTest::newRow("no such program")
            << good << QByteArray("{exec: {command: nowhere-to-be-found, apiVersion: client.authentication.k8s.io/v1beta1}}")
            << int(Id::Consent) << u"nowhere-to-be-found"_s;
    }
    void theStepThatFailsIsTheOneThatIsWrong()
    {
        QFETCH(QByteArray, cluster);
        QFETCH(const QByteArray, user);
        QFETCH(const int, step);
        QFETCH(const QString, sentence);
        const Authority stranger(u"stranger"_s);
        cluster.replace("%3", stranger.certificate().toBase64());
        const auto check = answerOf(checkCluster(order(config(user, cluster)), {}, {}));
        QVERIFY(check);
        QVERIFY(check->firstFailed());
        QCOMPARE(int(check->firstFailed()->id), step);
        QVERIFY2(check->firstFailed()->sentence.contains(sentence), qPrintable(check->firstFailed()->sentence));
        for (const CheckStep &each : check->steps) {
            QCOMPARE(each.outcome == Outcome::NotChecked, int(each.id) > step);
        }
    }
    void aFileThatIsNotThereAndAPlaceThatIsWrongAreSaid()
    {
        const auto missing = answerOf(checkCluster(order(u"/nowhere"_s), {}, {}));
        QCOMPARE(missing->firstFailed()->id, Id::Kubeconfig);
        m_folder->write(u"config"_s, "clusters: [\n");
        const auto broken = answerOf(checkCluster(order(m_folder->path() + u"/config"_s), {}, {}));
        QCOMPARE(broken->firstFailed()->id, Id::Kubeconfig);
        QVERIFY(broken->firstFailed()->where.isKnown());
    }
    void whatNeedsConsentIsAskedAndNothingIsSent()
    {
        m_consent->isWilling = false;
        const auto check
            = answerOf(checkCluster(order(config("{token: good}", "{server: '%1', insecure-skip-tls-verify: true}")), {}, {}));
        QCOMPARE(check->firstFailed()->id, Id::Consent);
        QVERIFY(check->wish);
        QCOMPARE(std::get<InsecureWish>(*check->wish).server, m_server->access().server.toString());
        QCOMPARE(m_server->connections, 0);
        m_consent->isWilling = true;
        const auto again
            = answerOf(checkCluster(order(config("{token: good}", "{server: '%1', insecure-skip-tls-verify: true}")), {}, {}));
        QVERIFY(!again->firstFailed());
        QCOMPARE(again->step(Id::Consent).outcome, Outcome::Warned);
        QCOMPARE(again->step(Id::Tls).outcome, Outcome::Warned);
    }
    void aProgramNobodyAllowedIsAskedFor()
    {
        const ExecPlugin plugin = m_folder->giving(R"({"token":"good"})");
        const QString file
            = config("{exec: {command: ./sign-in, interactiveMode: Never, apiVersion: client.authentication.k8s.io/v1}}");
        m_consent->isWilling = false;
        const auto check = answerOf(checkCluster(order(file), {}, {}));
        QCOMPARE(check->firstFailed()->id, Id::Consent);
        QCOMPARE(std::get<PluginWish>(*check->wish).command, plugin.command);
        QCOMPARE(m_folder->runs(), 0);
        m_consent->isWilling = true;
        const auto again = answerOf(checkCluster(order(file), {}, {}));
        QVERIFY2(!again->firstFailed(), qPrintable(again->firstFailed() ? again->firstFailed()->sentence : QString()));
        QCOMPARE(m_folder->runs(), 1);
    }
    void anotherVersionAndFewerRightsAreWarnedOf()
    {
        m_minor = u"29+"_s;
        m_allowed = {u"shop"_s};
        const auto check = answerOf(checkCluster(order(config("{token: good}")), {}, {}));
        QVERIFY(!check->firstFailed());
        QCOMPARE(check->step(Id::Version).outcome, Outcome::Warned);
        QCOMPARE(check->step(Id::Rights).outcome, Outcome::Warned);
        QVERIFY(check->step(Id::Rights).sentence.contains(u"shop"_s));
        m_allowed.clear();
        const auto none = answerOf(checkCluster(order(config("{token: good}")), {}, {}));
        QCOMPARE(none->firstFailed()->id, Id::Rights);
    }

private:
    void answer(const Seen &seen, QHttpServerResponder &responder)
    {
        const QJsonObject body = QJsonDocument::fromJson(seen.body).object();
        const QByteArray bearer = seen.headers.value("authorization").toByteArray();
        if (seen.path == u"/version"_s) {
            return reply(responder, 200, QJsonObject{{u"major"_s, u"1"_s}, {u"minor"_s, m_minor}});
        }
        if (bearer != "Bearer good") {
            return reply(responder, 401, statusObject(401, u"Unauthorized"_s, u"Unauthorized"_s));
        }
        if (seen.path.endsWith(u"/selfsubjectreviews"_s)) {
            const QJsonObject who{{u"username"_s, u"ana"_s}, {u"groups"_s, QJsonArray{u"dev"_s}}};
            return reply(responder, 201, QJsonObject{{u"status"_s, QJsonObject{{u"userInfo"_s, who}}}});
        }
        const QString ns = body[u"spec"_s][u"resourceAttributes"_s][u"namespace"_s].toString();
        reply(responder, 201, QJsonObject{{u"status"_s, QJsonObject{{u"allowed"_s, m_allowed.contains(ns)}}}});
    }
    QString config(const QByteArray &user, QByteArray cluster = "{server: '%1', certificate-authority-data: %2}")
    {
        cluster.replace("%1", m_server->access().server.toString().toUtf8());
        cluster.replace("%2", m_authority.certificate().toBase64());
        m_folder->write(u"config"_s,
                        "current-context: x\nclusters: [{name: c, cluster: " + cluster + "}]\nusers: [{name: u, user: " + user
                            + "}]\ncontexts: [{name: x, context: {cluster: c, user: u, namespace: shop}}]\n");
        return m_folder->path() + u"/config"_s;
    }
    [[nodiscard]] CheckOrder order(const QString &file) const { return {.kubeconfig = file, .consent = m_consent}; }
    static QString outcomes(const ClusterCheck &check)
    {
        QStringList words;
        for (const CheckStep &step : check.steps) {
            words.append(outcomeName(step.outcome).toString());
        }
        return words.join(u' ');
    }

    Authority m_authority{u"cluster-ca"_s};
    QString m_minor;
    QStringList m_allowed; ///< namespaces; empty text: all
    std::unique_ptr<PluginFolder> m_folder;
    std::shared_ptr<FakeConsent> m_consent;
    std::unique_ptr<ScriptedServer> m_server;
};

QTEST_GUILESS_MAIN(ClusterCheckTest)
#include "tst_ClusterCheck.moc"
