// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kube/access/Kubeconfig.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace sentinel;
using namespace sentinel::kube;
using namespace Qt::StringLiterals;

namespace {

constexpr auto kPem = "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n";
constexpr auto kKey = "-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----\n";

QByteArray kubeconfig(const QByteArray &cluster, const QByteArray &user, const QByteArray &context = "{cluster: c, user: u}")
{
    return "apiVersion: v1\nkind: Config\ncurrent-context: x\nclusters:\n- {name: c, cluster: " + cluster
        + "}\nusers:\n- {name: u, user: " + user + "}\ncontexts:\n- {name: x, context: " + context + "}\n";
}

} // namespace

class KubeconfigTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aContextGivesServerTrustAndUser();
    void inlineContentWinsOverAFile();
    void pathsAreRelativeToTheFileThatHoldsThem();
    void theFirstFileThatNamesAThingWinsWhole();
    void anExplicitFileIsReadAlone();
    void filesOfTheVariableThatAreMissingArePassedOver();
    void noFileAtAllIsSaid();
    void aContextThatIsNotThereNamesThoseThatAre();
    void aProblemIsASentenceWithItsPlace_data();
    void aProblemIsASentenceWithItsPlace();
    void whatIsNotSupportedIsSaid_data();
    void whatIsNotSupportedIsSaid();
    void plainHttpIsForLoopbackOnly_data();
    void plainHttpIsForLoopbackOnly();

private:
    QString write(const QString &name, const QByteArray &content) const
    {
        const QString path = m_folder->filePath(name);
        QDir().mkpath(QFileInfo(path).path());
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly)) {
            qFatal("cannot write %s", qPrintable(path));
        }
        file.write(content);
        return path;
    }
    Result<ClusterAccess> accessOf(const QByteArray &text, const QString &context = {}) const
    {
        const auto config = Kubeconfig::readFiles({write(u"config"_s, text)});
        return config ? config->access(context) : failure(config);
    }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void KubeconfigTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void KubeconfigTest::aContextGivesServerTrustAndUser()
{
    const QByteArray text
        = "apiVersion: v1\nkind: Config\ncurrent-context: admin@eu\nclusters:\n- name: eu\n  cluster:\n"
          "    server: https://eu.example.com:6443/k8s/c-1\n    tls-server-name: kubernetes\n    disable-compression: true\n"
          "    certificate-authority-data: "
        + QByteArray(kPem).toBase64()
        + "\nusers:\n- name: admin\n  user:\n"
          "    token: abc\n    client-certificate-data: "
        + QByteArray(kPem).toBase64() + "\n    client-key-data: " + QByteArray(kKey).toBase64()
        + "\ncontexts:\n- name: admin@eu\n  context:\n    cluster: eu\n    user: admin\n    namespace: shop\n";
    const auto access = accessOf(text);
    QVERIFY2(access, qPrintable(access ? QString() : access.error().detail));
    QCOMPARE(access->context, u"admin@eu"_s);
    QCOMPARE(access->cluster, u"eu"_s);
    QCOMPARE(access->user, u"admin"_s);
    QCOMPARE(access->ns, u"shop"_s);
    QCOMPARE(access->server, QUrl(u"https://eu.example.com:6443/k8s/c-1"_s));
    QCOMPARE(access->host(), u"eu.example.com:6443"_s);
    QCOMPARE(access->tlsServerName, u"kubernetes"_s);
    QCOMPARE(access->authority, QByteArray(kPem));
    QCOMPARE(access->certificate, QByteArray(kPem));
    QCOMPARE(access->key, QByteArray(kKey));
    QCOMPARE(access->token, QByteArray("abc"));
    QVERIFY(!access->compression);
}

void KubeconfigTest::inlineContentWinsOverAFile()
{
    const auto access
        = accessOf(kubeconfig("{server: 'https://h:1', certificate-authority: missing.pem, certificate-authority-data: "
                                  + QByteArray(kPem).toBase64() + "}",
                              "{token: t}"));
    QVERIFY2(access, qPrintable(access ? QString() : access.error().detail));
    QCOMPARE(access->authority, QByteArray(kPem));
    QCOMPARE(access->ns, u"default"_s);
}

void KubeconfigTest::pathsAreRelativeToTheFileThatHoldsThem()
{
    write(u"a/pki/ca.pem"_s, kPem);
    const QString file
        = write(u"a/config"_s, kubeconfig("{server: 'https://h:1', certificate-authority: pki/ca.pem}", "{tokenFile: ../token}"));
    const auto config = Kubeconfig::readFiles({file});
    QVERIFY(config);
    const auto access = config->access();
    QVERIFY2(access, qPrintable(access ? QString() : access.error().detail));
    QCOMPARE(access->authority, QByteArray(kPem));
    QCOMPARE(access->tokenFile, m_folder->filePath(u"token"_s));
}

void KubeconfigTest::theFirstFileThatNamesAThingWinsWhole()
{
    const QString first
        = write(u"1"_s, "contexts: [{name: x, context: {cluster: c, user: u}}]\nusers: [{name: u, user: {tokenFile: t}}]\n");
    const QString second = write(u"2"_s, kubeconfig("{server: 'https://second:1'}", "{token: second}", "{cluster: other}"));
    const QString third = write(u"3"_s,
                                "current-context: y\nclusters: [{name: c, cluster: {server: 'https://third:1'}}, {name: d}]\n"
                                "contexts: [{name: y, context: {cluster: d}}]\n");
    const auto config = Kubeconfig::readFiles({first, second, third});
    QVERIFY2(config, qPrintable(config ? QString() : config.error().detail));
    QCOMPARE(config->currentContext(), u"x"_s); // the first that sets one
    QCOMPARE(config->contexts(), QStringList({u"x"_s, u"y"_s}));
    const auto access = config->access();
    QVERIFY2(access, qPrintable(access ? QString() : access.error().detail));
    QCOMPARE(access->server.host(), u"second"_s);
    QCOMPARE(access->token, QByteArray()); // fields of the second user are not mixed in
    QCOMPARE(access->tokenFile, m_folder->filePath(u"t"_s));
}

void KubeconfigTest::anExplicitFileIsReadAlone()
{
    QCOMPARE(Kubeconfig::files(u"mine"_s, u"a:b"_s, u"/home/x"_s), QStringList{u"mine"_s});
    QCOMPARE(Kubeconfig::files({}, u"a::b"_s, u"/home/x"_s), QStringList({u"a"_s, u"b"_s}));
    QCOMPARE(Kubeconfig::files({}, {}, u"/home/x"_s), QStringList{u"/home/x/.kube/config"_s});
    const auto missing = Kubeconfig::read(m_folder->filePath(u"none"_s));
    QVERIFY(!missing);
    QCOMPARE(missing.error().kind, Error::Kind::NotFound);
}

void KubeconfigTest::filesOfTheVariableThatAreMissingArePassedOver()
{
    const QString file = write(u"config"_s, kubeconfig("{server: 'https://h:1'}", "{token: t}"));
    qputenv("KUBECONFIG", (m_folder->filePath(u"none"_s) + u':' + file).toUtf8());
    const auto config = Kubeconfig::read();
    qunsetenv("KUBECONFIG");
    QVERIFY(config);
    QCOMPARE(config->files(), QStringList{file});
}

void KubeconfigTest::noFileAtAllIsSaid()
{
    qputenv("KUBECONFIG", m_folder->filePath(u"none"_s).toUtf8());
    const auto config = Kubeconfig::read();
    qunsetenv("KUBECONFIG");
    QVERIFY(!config);
    QCOMPARE(config.error().kind, Error::Kind::NotFound);
    QVERIFY(config.error().detail.contains(m_folder->filePath(u"none"_s)));
}

void KubeconfigTest::aContextThatIsNotThereNamesThoseThatAre()
{
    const auto access = accessOf(kubeconfig("{server: 'https://h:1'}", "{token: t}"), u"prod"_s);
    QVERIFY(!access);
    QCOMPARE(access.error().kind, Error::Kind::NotFound);
    QCOMPARE(access.error().detail, u"The kubeconfig has no context \"prod\"; it has: x."_s);
}

void KubeconfigTest::aProblemIsASentenceWithItsPlace_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("sentence");
    const QByteArray good = "{server: 'https://h:1'}";
    QTest::newRow("no YAML") << QByteArray("clusters: [\n") << 1 << 11 << u"["_s;
    QTest::newRow("another kind") << QByteArray("kind: Pod\n") << 1 << 7 << u"This is not a kubeconfig but a Pod."_s;
    QTest::newRow("a list") << QByteArray("- a\n") << 1 << 1
                            << u"This is not a kubeconfig: it holds no clusters, users and contexts."_s;
    QTest::newRow("clusters no list") << QByteArray("clusters: {a: b}\n") << 1 << 11 << u"\"clusters\" must be a list."_s;
    QTest::newRow("no name") << QByteArray("users:\n- user: {}\n") << 2 << 3 << u"An entry of \"users\" has no name."_s;
    QTest::newRow("doubled") << QByteArray("users:\n- name: a\n- name: a\n") << 3 << 9
                             << u"\"users\" has two entries named \"a\"."_s;
    QTest::newRow("no server") << kubeconfig("{}", "{}") << 5 << 3 << u"The cluster \"c\" has no server."_s;
    QTest::newRow("server no address") << kubeconfig("{server: 'https://'}", "{}") << 5 << 31
                                       << u"The server of the cluster \"c\" is not an address like https://host:6443."_s;
    QTest::newRow("server of another scheme")
        << kubeconfig("{server: 'ftp://h'}", "{}") << 5 << 31 << u"The server of the cluster \"c\" must be an https address."_s;
    QTest::newRow("a password in the address") << kubeconfig("{server: 'https://me:pw@h'}", "{}") << 5 << 31
                                               << u"The server of the cluster \"c\" is not an address like https://host:6443."_s;
    QTest::newRow("cluster missing") << kubeconfig(good, "{}", "{cluster: z}") << 9 << 32
                                     << u"The context \"x\" names the cluster \"z\", which is not there."_s;
    QTest::newRow("user missing") << kubeconfig(good, "{}", "{cluster: c, user: z}") << 9 << 41
                                  << u"The context \"x\" names the user \"z\", which is not there."_s;
    QTest::newRow("not Base64") << kubeconfig("{server: 'https://h:1', certificate-authority-data: '***'}", "{}") << 5 << 74
                                << u"\"certificate-authority-data\" of \"c\" is not Base64."_s;
    QTest::newRow("no certificate") << kubeconfig("{server: 'https://h:1', certificate-authority-data: YQ==}", "{}") << 5 << 74
                                    << u"The authority of the cluster \"c\" holds no PEM certificate."_s;
    QTest::newRow("a key alone")
        << kubeconfig(good, "{client-key-data: " + QByteArray(kKey).toBase64() + "}") << 7 << 3
        << u"The user \"u\" has a client certificate without its key, or a key without its certificate."_s;
    QTest::newRow("token a list") << kubeconfig(good, "{token: [a]}") << 7 << 27 << u"\"token\" of \"u\" must be a text."_s;
    QTest::newRow("flag a text") << kubeconfig("{server: 'https://h:1', insecure-skip-tls-verify: maybe}", "{}") << 5 << 72
                                 << u"\"insecure-skip-tls-verify\" of \"c\" must be true or false."_s;
}

void KubeconfigTest::aProblemIsASentenceWithItsPlace()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, sentence);
    const auto access = accessOf(text);
    QVERIFY(!access);
    QCOMPARE(access.error().kind, Error::Kind::Invalid);
    QVERIFY2(access.error().detail.contains(sentence), qPrintable(access.error().detail));
    QVERIFY(access.error().where.file.endsWith("config"_L1));
    QTEST(access.error().where.line, "line");
    QTEST(access.error().where.column, "column");
}

void KubeconfigTest::whatIsNotSupportedIsSaid_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("about");
    const QByteArray good = "{server: 'https://h:1'}";
    QTest::newRow("auth-provider") << kubeconfig(good, "{auth-provider: {name: gcp}}") << u"auth-provider"_s;
    QTest::newRow("a plugin of long ago") << kubeconfig(
        good, "{exec: {command: aws, apiVersion: client.authentication.k8s.io/v1alpha1}}")
                                          << u"v1alpha1"_s;
    QTest::newRow("passphrase") << kubeconfig(good,
                                              "{client-certificate-data: " + QByteArray(kPem).toBase64() + ", client-key-data: "
                                                  + QByteArray("-----BEGIN ENCRYPTED PRIVATE KEY-----\nx\n").toBase64() + "}")
                                << u"passphrase"_s;
}

void KubeconfigTest::whatIsNotSupportedIsSaid()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, about);
    const auto access = accessOf(text);
    QVERIFY(!access);
    QCOMPARE(access.error().kind, Error::Kind::Unsupported);
    QVERIFY2(access.error().detail.contains(about), qPrintable(access.error().detail));
    QVERIFY(access.error().where.isKnown());
}

void KubeconfigTest::plainHttpIsForLoopbackOnly_data()
{
    QTest::addColumn<QByteArray>("server");
    QTest::addColumn<bool>("accepted");
    QTest::newRow("loopback") << QByteArray("http://127.0.0.1:8001") << true;
    QTest::newRow("localhost") << QByteArray("http://localhost:8001") << true;
    QTest::newRow("loopback of IPv6") << QByteArray("http://[::1]:8001") << true;
    QTest::newRow("another host") << QByteArray("http://10.0.0.1:8001") << false;
    QTest::newRow("a name that looks like loopback") << QByteArray("http://127.0.0.1.example.com:8001") << false;
}

void KubeconfigTest::plainHttpIsForLoopbackOnly()
{
    QFETCH(const QByteArray, server);
    QFETCH(const bool, accepted);
    const auto access = accessOf(kubeconfig("{server: '" + server + "'}", "{}"));
    QCOMPARE(access.has_value(), accepted);
    if (!accepted) {
        QCOMPARE(access.error().kind, Error::Kind::Unsupported);
    }
}

QTEST_GUILESS_MAIN(KubeconfigTest)
#include "tst_Kubeconfig.moc"
