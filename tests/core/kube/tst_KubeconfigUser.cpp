// SPDX-License-Identifier: GPL-3.0-or-later
// Who a kubeconfig says we are, and what it may not decide alone.
#include "Authority.h"
#include "core/kube/access/CredentialSource.h"
#include "core/kube/access/EnvironmentProxy.h"
#include "core/kube/access/Kubeconfig.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace sentinel;
using namespace sentinel::kube;
using namespace Qt::StringLiterals;

namespace {

constexpr auto kGood = "{server: 'https://h:1'}";

QByteArray kubeconfig(const QByteArray &cluster, const QByteArray &user)
{
    return "apiVersion: v1\nkind: Config\ncurrent-context: x\nclusters:\n- {name: c, cluster: " + cluster
        + "}\nusers:\n- {name: u, user: " + user + "}\ncontexts:\n- {name: x, context: {cluster: c, user: u}}\n";
}

class Yes final : public Consent
{
public:
    bool allows(const ConsentWish &wish) const override
    {
        seen.append(wish);
        return true;
    }
    mutable QList<ConsentWish> seen;
};

} // namespace

class KubeconfigUserTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPluginIsReadWithAllItNeeds()
    {
        const auto access = accessOf(
            "{server: 'https://h:1', extensions: [{name: other, extension: 1}, {name: client.authentication.k8s.io/exec, "
            "extension: {audience: a}}]}",
            "{exec: {command: bin/sign-in, args: [get, --x], env: [{name: A, value: b}], apiVersion: "
            "client.authentication.k8s.io/v1, installHint: get it, provideClusterInfo: true, interactiveMode: Never}}");
        QVERIFY2(access, qPrintable(access ? QString() : access.error().detail));
        QVERIFY(access->plugin);
        const ExecPlugin &plugin = *access->plugin;
        QCOMPARE(plugin.command, m_folder.filePath(u"bin/sign-in"_s)); // beside the kubeconfig
        QCOMPARE(plugin.arguments, QStringList({u"get"_s, u"--x"_s}));
        QCOMPARE(plugin.variables.value(0), std::pair(u"A"_s, u"b"_s));
        QCOMPARE(plugin.installHint, u"get it"_s);
        QCOMPARE(plugin.interaction, ExecPlugin::Interaction::Never);
        const QJsonObject info = QJsonDocument::fromJson(execInfo(plugin, *access, false)).object();
        QCOMPARE(info[u"spec"_s][u"interactive"_s], QJsonValue(false));
        QCOMPARE(info[u"spec"_s][u"cluster"_s][u"server"_s].toString(), u"https://h:1"_s);
        QCOMPARE(info[u"spec"_s][u"cluster"_s][u"config"_s][u"audience"_s].toString(), u"a"_s);
    }
    void aPluginIsToldNothingItDoesNotAskFor()
    {
        const auto access = accessOf(kGood, "{exec: {command: sign-in, apiVersion: client.authentication.k8s.io/v1beta1}}");
        QVERIFY(access);
        QCOMPARE(access->plugin->command, u"sign-in"_s); // looked for on PATH
        QCOMPARE(access->plugin->interaction, ExecPlugin::Interaction::IfAvailable);
        QVERIFY(!execInfo(*access->plugin, *access, true).contains("https://h:1"));
    }
    void aPluginIsNotRunWhereSomethingElseSaysWhoWeAre()
    {
        const QByteArray exec = "exec: {command: sign-in, apiVersion: client.authentication.k8s.io/v1beta1}";
        for (const QByteArray other : {"token: t", "tokenFile: t", "username: a, password: b"}) {
            const auto access = accessOf(kGood, "{" + other + ", " + exec + "}");
            QVERIFY(access);
            QVERIFY(!access->plugin);
        }
    }
    void aBadUserIsASentenceWithItsPlace_data()
    {
        QTest::addColumn<QByteArray>("user");
        QTest::addColumn<int>("column");
        QTest::addColumn<QString>("sentence");
        const QByteArray v1 = "apiVersion: client.authentication.k8s.io/v1";
        QTest::newRow("no mode") << "{exec: {command: a, " + v1 + "}}" << 26 << u"needs interactiveMode"_s;
        QTest::newRow("a mode of its own") << "{exec: {command: a, interactiveMode: Maybe, " + v1 + "}}" << 56
                                           << u"must be Never, IfAvailable or Always"_s;
        QTest::newRow("no command") << "{exec: {interactiveMode: Never, " + v1 + "}}" << 26 << u"has no command"_s;
        QTest::newRow("variables no list") << "{exec: {command: a, interactiveMode: Never, env: {A: b}, " + v1 + "}}" << 68
                                           << u"list of name and value"_s;
        QTest::newRow("exec a word") << QByteArray("{exec: aws}") << 26 << u"must hold keys and values"_s;
        QTest::newRow("half a password") << QByteArray("{username: a}") << 3 << u"without a password"_s;
        QTest::newRow("two ways") << QByteArray("{token: t, username: a, password: b}") << 40 << u"one of them"_s;
        QTest::newRow("groups of nobody") << QByteArray("{as-groups: [a]}") << 3 << u"does not say who that is"_s;
        QTest::newRow("a line break in a name")
            << QByteArray("{as: \"a\\nImpersonate-Group: system:masters\"}") << 24 << u"letters that no name has"_s;
    }
    void aBadUserIsASentenceWithItsPlace()
    {
        QFETCH(const QByteArray, user);
        QFETCH(const QString, sentence);
        const auto access = accessOf(kGood, user);
        QVERIFY(!access);
        QCOMPARE(access.error().kind, Error::Kind::Invalid);
        QVERIFY2(access.error().detail.contains(sentence), qPrintable(access.error().detail));
        QCOMPARE(access.error().where.line, 7);
        QTEST(access.error().where.column, "column");
    }
    void whomWeActAsIsSentAsHeaders()
    {
        const auto access
            = accessOf(kGood, "{token: t, as: ana, as-uid: '7', as-groups: [dev, ops], as-user-extra: {'Scopes/x y': [a, b]}}");
        QVERIFY2(access, qPrintable(access ? QString() : access.error().detail));
        QCOMPARE(
            impersonationHeaders(access->as),
            QByteArrayList({"Impersonate-User: ana", "Impersonate-Uid: 7", "Impersonate-Group: dev", "Impersonate-Group: ops",
                            "Impersonate-Extra-Scopes%2Fx%20y: a", "Impersonate-Extra-Scopes%2Fx%20y: b"}));
    }
    void aCertificateIsNotLeftUnverifiedWithoutConsent()
    {
        const QByteArray cluster = "{server: 'https://h:1', insecure-skip-tls-verify: true}";
        const auto refused = accessOf(cluster, "{token: t}");
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Error::Kind::Forbidden);
        QVERIFY(refused.error().detail.contains(u"sentinelctl clusters allow \"x\""_s));
        QCOMPARE(refused.error().where.line, 5);
        const auto yes = std::make_shared<Yes>();
        const auto access = accessOf(cluster, "{token: t}", yes);
        QVERIFY(access);
        QVERIFY(access->insecure);
        QCOMPARE(yes->seen, QList<ConsentWish>({InsecureWish{.cluster = u"c"_s, .server = u"https://h:1"_s}}));
    }
    void aKeyOfAnotherCertificateIsRefused()
    {
        const Authority authority;
        const Authority::Issued one = authority.issue();
        const Authority::Issued other = authority.issue();
        const auto user = [](const QByteArray &certificate, const QByteArray &key) -> QByteArray {
            return "{client-certificate-data: " + certificate.toBase64() + ", client-key-data: " + key.toBase64() + "}";
        };
        QVERIFY(accessOf(kGood, user(one.certificate, one.key)));
        const auto refused = accessOf(kGood, user(one.certificate, other.key));
        QVERIFY(!refused);
        QVERIFY2(refused.error().detail.contains("does not belong to its certificate"_L1), qPrintable(refused.error().detail));
    }
    void aProxyIsReadAndItsPasswordIsNotShown()
    {
        const auto access = accessOf("{server: 'https://h:1', proxy-url: 'http://me:pw@proxy:3128'}", "{}");
        QVERIFY(access);
        QCOMPARE(access->proxy.url.password(), u"pw"_s);
        QCOMPARE(access->proxy.shown(), u"http://proxy:3128"_s);
        const auto bad = accessOf("{server: 'https://h:1', proxy-url: 'ftp://me:pw@proxy'}", "{}");
        QVERIFY(!bad);
        QCOMPARE(bad.error().where.column, 57);
        QVERIFY(!bad.error().detail.contains("pw"_L1));
    }
    void theEnvironmentsProxyFollowsItsExceptions_data()
    {
        QTest::addColumn<QString>("server");
        QTest::addColumn<QString>("exceptions");
        QTest::addColumn<bool>("isUsed");
        QTest::newRow("none") << u"https://k8s.corp:6443"_s << QString() << true;
        QTest::newRow("all") << u"https://k8s.corp:6443"_s << u"*"_s << false;
        QTest::newRow("name") << u"https://k8s.corp:6443"_s << u"a.b, k8s.corp"_s << false;
        QTest::newRow("below a name") << u"https://k8s.corp:6443"_s << u"corp"_s << false;
        QTest::newRow("suffix") << u"https://k8s.corp:6443"_s << u".corp"_s << false;
        QTest::newRow("suffix is not the name itself") << u"https://corp:6443"_s << u".corp"_s << true;
        QTest::newRow("no suffix of letters") << u"https://mycorp:6443"_s << u"corp"_s << true;
        QTest::newRow("star") << u"https://k8s.corp:6443"_s << u"*.corp"_s << false;
        QTest::newRow("port") << u"https://k8s.corp:6443"_s << u"k8s.corp:6443"_s << false;
        QTest::newRow("another port") << u"https://k8s.corp:6443"_s << u"k8s.corp:443"_s << true;
        QTest::newRow("address") << u"https://10.1.2.3"_s << u"10.1.2.3"_s << false;
        QTest::newRow("network") << u"https://10.1.2.3"_s << u"10.0.0.0/8"_s << false;
        QTest::newRow("another network") << u"https://11.1.2.3"_s << u"10.0.0.0/8"_s << true;
        QTest::newRow("odd network") << u"https://10.1.2.3"_s << u"10.1.2.0/23"_s << false;
        QTest::newRow("IPv6 network") << u"https://[fd00::1]"_s << u"fd00::/8"_s << false;
        QTest::newRow("loopback never") << u"https://127.0.0.1:6443"_s << QString() << false;
        QTest::newRow("localhost never") << u"https://localhost:6443"_s << QString() << false;
    }
    void theEnvironmentsProxyFollowsItsExceptions()
    {
        QFETCH(const QString, server);
        QFETCH(const QString, exceptions);
        const auto proxy = environmentProxy(QUrl(server), [&](const char *name) {
            const QLatin1StringView asked(name);
            return asked == "https_proxy"_L1 ? u"proxy:3128"_s : asked == "NO_PROXY"_L1 ? exceptions : QString();
        });
        QVERIFY(proxy);
        QTEST(!proxy->isNone(), "isUsed");
        if (!proxy->isNone()) {
            QCOMPARE(proxy->shown(), u"http://proxy:3128"_s);
            QCOMPARE(proxy->variable, u"https_proxy"_s);
        }
    }

private:
    Result<ClusterAccess> accessOf(const QByteArray &cluster, const QByteArray &user, std::shared_ptr<Consent> consent = {}) const
    {
        QFile file(m_folder.filePath(u"config"_s));
        if (!file.open(QIODevice::WriteOnly)) {
            qFatal("no kubeconfig");
        }
        file.write(kubeconfig(cluster, user));
        file.close();
        const auto config = Kubeconfig::readFiles({file.fileName()});
        return config ? config->access({}, std::move(consent)) : failure(config);
    }
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(KubeconfigUserTest)
#include "tst_KubeconfigUser.moc"
