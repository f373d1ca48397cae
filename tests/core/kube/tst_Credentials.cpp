// SPDX-License-Identifier: GPL-3.0-or-later
// Credentials that end, are refused, or change under a running program.
#include "Plugins.h"
#include "Servers.h"
#include "Waiting.h"
#include "core/kube/HttpApi.h"
#include "core/kube/access/Kubeconfig.h"
#include "tests/support/SteppedClock.h"
#include "tests/support/Tries.h"

using namespace sentinel;
using namespace sentinel::kube;
using namespace Qt::StringLiterals;

namespace {

const ObjectName kName{u"shop"_s, u"web-0"_s};

QByteArray bearerOf(const Seen &seen)
{
    return seen.headers.value(QHttpHeaders::WellKnownHeader::Authorization).toByteArray();
}

} // namespace

class CredentialsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<PluginFolder>();
        m_clock = std::make_shared<testing::SteppedClock>();
        m_server = std::make_unique<ScriptedServer>(m_authority);
        m_good = "Bearer good";
        m_server->answer = [this](const Seen &seen, QHttpServerResponder &responder) {
            if (bearerOf(seen) == m_good) {
                reply(responder, 200, QJsonObject{{u"kind"_s, u"Pod"_s}});
            } else {
                reply(responder, 401, statusObject(401, u"Unauthorized"_s, u"Unauthorized"_s));
            }
        };
    }
    void cleanup() { m_api.reset(); }

    void aProgramRunsOnceForManyRequests()
    {
        use(m_folder->giving(R"({"token":"good"})"));
        QCOMPARE(ask(20), 20);
        QCOMPARE(m_folder->runs(), 1);
        QCOMPARE(ask(1), 1);
        QCOMPARE(m_folder->runs(), 1);
    }
    void itRunsAgainWhenWhatItGaveEnds()
    {
        const QByteArray soon = m_clock->now().addSecs(3600).toString(Qt::ISODate).toUtf8();
        use(m_folder->giving("{\"token\":\"good\",\"expirationTimestamp\":\"" + soon + "\"}"));
        QCOMPARE(ask(1), 1);
        m_clock->advance(std::chrono::seconds(3580));
        QCOMPARE(ask(1), 1);
        QCOMPARE(m_folder->runs(), 1);
        m_clock->advance(std::chrono::seconds(15)); // ten seconds early
        QCOMPARE(ask(1), 1);
        QCOMPARE(m_folder->runs(), 2);
    }
    void aStormOfRefusalsEndsInOneNewSignIn()
    {
        m_folder->write(u"token"_s, "old");
        use(m_folder->plugin("printf '{\"apiVersion\":\"client.authentication.k8s.io/v1\",\"kind\":\"ExecCredential\","
                             "\"status\":{\"token\":\"%s\"}}' \"$(cat \"$FOLDER/token\")\""));
        m_good = "Bearer old";
        QCOMPARE(ask(1), 1);
        m_good = "Bearer new"; // the old one was revoked
        m_folder->write(u"token"_s, "new");
        QCOMPARE(ask(40), 40); // each was refused, none was told so
        QCOMPARE(m_folder->runs(), 2);
    }
    void aProgramWhoseTokensAreRefusedRestsLongerAndLonger()
    {
        use(m_folder->giving(R"({"token":"bad"})"));
        QCOMPARE(ask(30), 0);
        QCOMPARE(m_folder->runs(), 2); // one that may just have ended, one more
        QCOMPARE(m_error.kind, Error::Kind::Unauthorized);
        const qsizetype asked = m_server->seen.size();
        QCOMPARE(ask(30), 0);
        QCOMPARE(m_folder->runs(), 2);
        QCOMPARE(m_server->seen.size(), asked); // without a proof nobody is asked
        QVERIFY2(m_error.detail.contains(u"refuses what sign-in gives"_s), qPrintable(m_error.detail));
        QVERIFY(m_error.detail.contains(u"5s"_s));
        m_clock->advance(std::chrono::seconds(6));
        QCOMPARE(ask(30), 0);
        QCOMPARE(m_folder->runs(), 3);
        m_clock->advance(std::chrono::seconds(6));
        QCOMPARE(ask(1), 0);
        QCOMPARE(m_folder->runs(), 3); // ten seconds by now
        m_good = "Bearer bad";
        m_clock->advance(std::chrono::seconds(6));
        QCOMPARE(ask(10), 10);
        QCOMPARE(m_folder->runs(), 4);
    }
    void aProgramThatFailsIsNotRunForEachRequest()
    {
        use(m_folder->plugin("echo 'no session' >&2; exit 1"));
        QCOMPARE(ask(10), 0);
        QCOMPARE(ask(10), 0);
        QCOMPARE(m_folder->runs(), 1);
        QVERIFY2(m_error.detail.contains(u"no session"_s), qPrintable(m_error.detail));
    }
    void aNewHttpApiNeedsNoNewSignIn()
    {
        const ExecPlugin plugin = m_folder->giving(R"({"token":"good"})");
        use(plugin);
        QCOMPARE(ask(1), 1);
        use(plugin);
        QCOMPARE(ask(1), 1);
        QCOMPARE(m_folder->runs(), 1);
    }
    void goneRequestsEndTheProgram()
    {
        use(m_folder->plugin(
            "trap 'echo stopped > \"$FOLDER/end\"; exit 1' TERM\necho > \"$FOLDER/ready\"\ntail -f /dev/null & wait"));
        std::optional<Result<Object>> kept;
        deliver(m_api->get(kPods, kName, {}), this, [&](Result<Object> answer) { kept = std::move(answer); });
        QTRY_VERIFY(QFile::exists(m_folder->path() + u"/ready"_s));
        m_api.reset();
        QTRY_VERIFY(kept);
        QCOMPARE(kept->error().kind, Error::Kind::Cancelled);
        QTRY_COMPARE(m_folder->read(u"end"_s), QByteArray("stopped\n"));
    }
    void aProgramMayGiveACertificate()
    {
        const Authority::Issued client = m_authority.issue({.commonName = u"admin"_s, .names = {}});
        ScriptedServer server(m_authority, {.wantsClientCertificate = true});
        server.answer
            = [](const Seen &, QHttpServerResponder &responder) { reply(responder, 200, QJsonObject{{u"kind"_s, u"Pod"_s}}); };
        const auto line = [](const QByteArray &pem) { return QByteArray(pem).replace("\n", "\\n"); };
        const ExecPlugin plugin = m_folder->giving("{\"clientCertificateData\":\"" + line(client.certificate)
                                                   + "\",\"clientKeyData\":\"" + line(client.key) + "\"}");
        ClusterAccess access = server.access();
        access.token.clear();
        access.plugin = plugin;
        m_api = std::make_unique<HttpApi>(access, HttpOptions{.gate = {.consent = std::make_shared<FakeConsent>()}}, m_clock);
        QVERIFY2(ask(3) == 3, qPrintable(m_error.detail));
    }
    void aTokenFileIsReadAgainAtOnceWhenItsTokenIsRefused()
    {
        m_folder->write(u"token"_s, "good\n");
        ClusterAccess access = m_server->access();
        access.tokenFile = m_folder->path() + u"/token"_s;
        m_api = std::make_unique<HttpApi>(access, HttpOptions{}, m_clock);
        QCOMPARE(ask(1), 1);
        m_folder->write(u"token"_s, "better\n");
        m_good = "Bearer better";
        QCOMPARE(ask(5), 5); // well within the minute
        QFile::remove(access.tokenFile);
        m_clock->advance(std::chrono::minutes(5));
        QCOMPARE(ask(1), 1); // the last good one
    }
    void aPasswordIsSentAsSuch()
    {
        ClusterAccess access = m_server->access();
        access.token.clear();
        access.userName = "ana";
        access.password = "pässword";
        m_good = "Basic " + QByteArray("ana:pässword").toBase64();
        m_api = std::make_unique<HttpApi>(access, HttpOptions{}, m_clock);
        QCOMPARE(ask(1), 1);
    }
    void whomWeActAsIsToldWithEveryRequest()
    {
        ClusterAccess access = m_server->access();
        access.token = "good";
        access.as = {.user = u"boss"_s, .groups = {u"a"_s, u"b"_s}};
        m_api = std::make_unique<HttpApi>(access, HttpOptions{}, m_clock);
        QCOMPARE(ask(1), 1);
        QCOMPARE(m_server->seen.last().headers.value("impersonate-user").toByteArray(), QByteArray("boss"));
        QCOMPARE(m_server->seen.last().headers.values("impersonate-group"), QByteArrayList({"a", "b"}));
    }

private:
    void use(const ExecPlugin &plugin)
    {
        ClusterAccess access = m_server->access();
        access.token.clear();
        access.plugin = plugin;
        m_api = std::make_unique<HttpApi>(access, HttpOptions{.gate = {.consent = std::make_shared<FakeConsent>()}}, m_clock);
    }
    /// How many of so many requests at once went well; the last error is kept.
    int ask(int count)
    {
        int good = 0;
        int ended = 0;
        for (int each = 0; each < count; ++each) {
            deliver(m_api->get(kPods, kName, {}), this, [&](const Result<Object> &answer) {
                ++ended;
                good += answer ? 1 : 0;
                m_error = answer ? m_error : answer.error();
            });
        }
        return QTest::qWaitFor([&] { return ended == count; }, 20'000) ? good : -1;
    }

    Authority m_authority;
    QByteArray m_good;
    Error m_error;
    std::unique_ptr<PluginFolder> m_folder;
    std::shared_ptr<testing::SteppedClock> m_clock;
    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<HttpApi> m_api;
};

QTEST_GUILESS_MAIN(CredentialsTest)
#include "tst_Credentials.moc"
