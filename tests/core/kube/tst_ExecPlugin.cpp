// SPDX-License-Identifier: GPL-3.0-or-later
// Programs that sign in: how they are run, and what is believed of them. Real child programs.
#include "Authority.h"
#include "Plugins.h"
#include "Waiting.h"
#include "core/kube/access/LoginPath.h"
#include "tests/support/Tries.h"

#include <QJsonDocument>

using namespace sentinel;
using namespace sentinel::kube;
using namespace Qt::StringLiterals;

class ExecPluginTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<PluginFolder>();
        m_consent = std::make_shared<FakeConsent>();
    }

    void aTokenIsTakenFromWhatItWrites()
    {
        const auto given = run(m_folder->giving(R"({"token":"abc","expirationTimestamp":"2026-11-26T13:00:00Z"})"));
        QVERIFY2(given, qPrintable(given ? QString() : given.error().detail));
        QCOMPARE(given->token, QByteArray("abc"));
        QCOMPARE(given->expires, QDateTime(QDate(2026, 11, 26), QTime(13, 0), QTimeZone::UTC));
    }
    void itGetsItsArgumentsAndVariablesAsTheyAreAndNoInput()
    {
        ExecPlugin plugin
            = m_folder->plugin("printf '%s\\n' \"$@\" > \"$FOLDER/args\"; printf '%s' \"$MARK\" > \"$FOLDER/mark\"\n"
                               "cat > \"$FOLDER/input\"; printf '%s' \"$KUBERNETES_EXEC_INFO\" > \"$FOLDER/info\"; exit 7");
        plugin.arguments = {u"$(touch %1/evil)"_s.arg(m_folder->path()), u"a b"_s, u"; rm -rf /"_s};
        plugin.variables = {{u"MARK"_s, u"`id`"_s}};
        QVERIFY(!run(plugin));
        QCOMPARE(m_folder->read(u"args"_s), plugin.arguments.join(u'\n').toUtf8() + '\n');
        QCOMPARE(m_folder->read(u"mark"_s), QByteArray("`id`"));
        QCOMPARE(m_folder->read(u"input"_s), QByteArray());
        QVERIFY(!QFile::exists(m_folder->path() + u"/evil"_s));
        const QJsonObject info = QJsonDocument::fromJson(m_folder->read(u"info"_s)).object();
        QCOMPARE(info[u"kind"_s].toString(), u"ExecCredential"_s);
        QCOMPARE(info[u"apiVersion"_s].toString(), plugin.apiVersion);
        QCOMPARE(info[u"spec"_s][u"interactive"_s], QJsonValue(false));
        QVERIFY(info[u"spec"_s][u"cluster"_s].isUndefined());
    }
    void nothingIsRunThatNobodyAllowed()
    {
        m_consent->isWilling = false;
        ExecPlugin plugin = m_folder->giving(R"({"token":"abc"})");
        plugin.arguments = {u"--password"_s, u"hunter2"_s};
        const auto given = run(plugin);
        QVERIFY(!given);
        QCOMPARE(given.error().kind, Error::Kind::Forbidden);
        QVERIFY2(given.error().detail.contains(u"sentinelctl clusters allow \"test\""_s), qPrintable(given.error().detail));
        QVERIFY(!given.error().detail.contains(u"hunter2"_s));
        QCOMPARE(m_folder->runs(), 0);
    }
    void whatIsAllowedIsThisFileAndNoOther()
    {
        QVERIFY(run(m_folder->giving(R"({"token":"abc"})")));
        QVERIFY(run(m_folder->giving(R"({"token":"abd"})"))); // another content
        const auto &first = std::get<PluginWish>(m_consent->asked[0]);
        const auto &second = std::get<PluginWish>(m_consent->asked[1]);
        QCOMPARE(first.command, m_folder->path() + u"/sign-in"_s);
        QCOMPARE(first.sha256.size(), 64);
        QVERIFY(first.sha256 != second.sha256);
    }
    void aPersonMayBeAsked()
    {
        m_consent->isWilling = false;
        QList<ConsentWish> asked;
        const ExecPlugin plugin = m_folder->giving(R"({"token":"abc"})");
        const auto ask = [&asked](ConsentWish wish) -> Async<bool> {
            asked.append(wish);
            return yes(asked.size() > 1);
        };
        const PluginGate gate{.consent = m_consent, .ask = ask};
        QVERIFY(!answerOf(runPlugin(plugin, accessFor(plugin), gate, {})));
        QVERIFY(answerOf(runPlugin(plugin, accessFor(plugin), gate, {})));
        QCOMPARE(m_folder->runs(), 1);
    }
    void aProgramThatIsNotThereIsSaidWithItsHint()
    {
        ExecPlugin plugin{.command = u"no-such-sign-in"_s, .installHint = u"brew \x1b[31minstall it\n\nnow"_s};
        const auto given = run(plugin);
        QVERIFY(!given);
        QCOMPARE(given.error().kind, Error::Kind::NotFound);
        QVERIFY2(given.error().detail.contains(u"no-such-sign-in"_s), qPrintable(given.error().detail));
        QVERIFY(given.error().detail.contains(u"install it now"_s));
        QVERIFY(!given.error().detail.contains(u'\x1b'));
    }
    void oneThatNeedsATerminalIsNotRunWithoutOne()
    {
        ExecPlugin plugin = m_folder->giving(R"({"token":"abc"})");
        plugin.interaction = ExecPlugin::Interaction::Always;
        const auto given = run(plugin);
        QVERIFY(!given);
        QCOMPARE(given.error().kind, Error::Kind::Unsupported);
        QCOMPARE(m_folder->runs(), 0);
    }
    void whatItSaysWhenItFailsIsShortAndPlain()
    {
        const auto given
            = run(m_folder->plugin("echo first >&2; printf '\\033[31mexpired \\342\\200\\256session' >&2\n"
                                   "i=0; while [ $i -lt 99 ]; do printf 'xxxxxxxxxxxxxxxxxxxx' >&2; i=$((i+1)); done; exit 3"));
        QVERIFY(!given);
        QCOMPARE(given.error().kind, Error::Kind::Unauthorized);
        QVERIFY2(given.error().detail.contains(u"could not sign in: "_s), qPrintable(given.error().detail));
        QVERIFY(!given.error().detail.contains(u'\x1b') && !given.error().detail.contains(QChar(0x202e)));
        QVERIFY(given.error().detail.size() < 700);
    }
    void whatItMayNotGiveIsRefused_data()
    {
        QTest::addColumn<QByteArray>("out");
        QTest::addColumn<QString>("sentence");
        const auto whole = [](const QByteArray &status) -> QByteArray {
            return R"({"apiVersion":"client.authentication.k8s.io/v1","kind":"ExecCredential","status":)" + status + "}";
        };
        QTest::newRow("nothing") << QByteArray() << u"no ExecCredential"_s;
        QTest::newRow("words") << QByteArray("Logged in!") << u"no ExecCredential"_s;
        QTest::newRow("another kind") << QByteArray(R"({"kind":"Pod"})") << u"no ExecCredential"_s;
        QTest::newRow("another version") << QByteArray(
            R"({"kind":"ExecCredential","apiVersion":"client.authentication.k8s.io/v1beta1"})")
                                         << u"another version"_s;
        QTest::newRow("empty") << whole("{}") << u"neither a token nor a certificate"_s;
        QTest::newRow("a header in the token") << whole(R"({"token":"a\r\nX: y"})") << u"characters that no token has"_s;
        QTest::newRow("half a pair") << whole(R"({"clientCertificateData":"x"})") << u"without its key"_s;
        QTest::newRow("no PEM") << whole(R"({"clientCertificateData":"x","clientKeyData":"y"})") << u"no PEM"_s;
        QTest::newRow("no time") << whole(R"({"token":"secret-a","expirationTimestamp":"soon"})") << u"a time that is none"_s;
        QTest::newRow("too much") << whole("{\"token\":\"" + QByteArray(2 << 20, 'a') + "\"}") << u"no ExecCredential"_s;
    }
    void whatItMayNotGiveIsRefused()
    {
        QFETCH(const QByteArray, out);
        QFETCH(const QString, sentence);
        const auto given = readExecCredential(out, u"client.authentication.k8s.io/v1"_s, u"sign-in"_s);
        QVERIFY(!given);
        QCOMPARE(given.error().kind, Error::Kind::Invalid);
        QVERIFY2(given.error().detail.contains(sentence), qPrintable(given.error().detail));
        QVERIFY(!given.error().detail.contains(u"secret-a"_s));
    }
    void aCertificateAndItsKeyAreTakenTogether()
    {
        const Authority authority;
        const Authority::Issued one = authority.issue();
        const auto out = [](const Authority::Issued &pair) {
            const QJsonObject status{{u"clientCertificateData"_s, QString::fromUtf8(pair.certificate)},
                                     {u"clientKeyData"_s, QString::fromUtf8(pair.key)}};
            return QJsonDocument(QJsonObject{{u"kind"_s, u"ExecCredential"_s}, {u"apiVersion"_s, u"v"_s}, {u"status"_s, status}})
                .toJson();
        };
        QVERIFY(readExecCredential(out(one), u"v"_s, u"p"_s));
        QVERIFY(!readExecCredential(out({.certificate = one.certificate, .key = authority.issue().key}), u"v"_s, u"p"_s));
    }
    void stoppingEndsTheProgram()
    {
        CancelSource source;
        const ExecPlugin plugin
            = m_folder->plugin("trap 'echo stopped > \"$FOLDER/end\"; exit 1' TERM\necho ready > \"$FOLDER/ready\"\n"
                               "tail -f /dev/null & wait");
        std::optional<Result<ExecCredential>> kept;
        deliver(runPlugin(plugin, accessFor(plugin), {.consent = m_consent}, source.token()), this,
                [&](Result<ExecCredential> answer) { kept = std::move(answer); });
        QTRY_VERIFY(QFile::exists(m_folder->path() + u"/ready"_s));
        source.cancel();
        QTRY_VERIFY(kept);
        QCOMPARE(kept->error().kind, Error::Kind::Cancelled);
        QCOMPARE(m_folder->read(u"end"_s), QByteArray("stopped\n"));
    }
    void aBareNameIsLookedForOnPathAndNotWhereWeAre()
    {
        ExecPlugin plugin = m_folder->giving(R"({"token":"abc"})");
        plugin.command = u"sign-in"_s;
        const QByteArray before = qgetenv("PATH");
        const QString there = QDir::currentPath();
        QDir::setCurrent(m_folder->path());
        qputenv("PATH", "." + QByteArray(1, ':') + before);
        QVERIFY(!run(plugin));
        qputenv("PATH", m_folder->path().toUtf8() + ':' + before);
        QVERIFY(run(plugin));
        qputenv("PATH", before);
        QDir::setCurrent(there);
    }
    void onlyAListedShellIsAsked()
    {
        const QByteArray listed = "# shells\n/bin/sh\n/usr/bin/fish\n";
        QCOMPARE(shellToAsk(u"/bin/sh"_s, listed), u"/bin/sh"_s);
        QCOMPARE(shellToAsk(u"/tmp/sh"_s, listed), QString());
        QCOMPARE(shellToAsk(u"sh"_s, "sh\n"), QString());
        QCOMPARE(shellToAsk({}, listed), QString());
    }
    void aPathIsFoundBehindAnyGreeting()
    {
        QCOMPARE(pathIn("Welcome!\n/usr/bin:/opt/x:bin:.\n"), u"/usr/bin:/opt/x"_s);
        QCOMPARE(pathIn("nothing here\n"), QString());
        QCOMPARE(pathIn("/ok/bin\n\x1b[31m/evil\n"), u"/ok/bin"_s);
    }
    void theLoginShellIsAskedOnce()
    {
        const auto path = answerOf(loginPath());
        QVERIFY(path);
        QVERIFY(path->startsWith(u'/'));
        QCOMPARE(*answerOf(loginPath()), *path);
    }

private:
    static Async<bool> yes(bool isYes) { co_return isYes; }
    static ClusterAccess accessFor(const ExecPlugin &plugin)
    {
        return {.context = u"test"_s, .server = QUrl(u"https://127.0.0.1:1"_s), .plugin = plugin};
    }
    Result<ExecCredential> run(const ExecPlugin &plugin)
    {
        return answerOf(runPlugin(plugin, accessFor(plugin), {.consent = m_consent}, {}));
    }
    std::unique_ptr<PluginFolder> m_folder;
    std::shared_ptr<FakeConsent> m_consent;
};

QTEST_GUILESS_MAIN(ExecPluginTest)
#include "tst_ExecPlugin.moc"
