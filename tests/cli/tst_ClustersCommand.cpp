// SPDX-License-Identifier: GPL-3.0-or-later
// The person's list of clusters, as scripts meet it: codes, documents, and nothing allowed by accident.
#include "app/cli/commands/Cluster.h"
#include "tests/cli/CommandLine.h"
#include "tests/cli/SchemaJudge.h"

#include <QBuffer>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace sentinel;
using namespace sentinel::testing;
using namespace Qt::StringLiterals;
using cli::Exit;

namespace {

Answer runClusters(const QStringList &arguments)
{
    QBuffer out;
    QBuffer err;
    out.open(QIODevice::WriteOnly);
    err.open(QIODevice::WriteOnly);
    const Exit code
        = cli::run(QStringList{u"clusters"_s} + arguments, {.out = out, .err = err}, {cli::addClusters, cli::addStatus});
    return {.code = code, .out = QString::fromUtf8(out.data()), .err = QString::fromUtf8(err.data())};
}

QJsonObject documentOf(const Answer &answer)
{
    return QJsonDocument::fromJson(answer.out.toUtf8()).object();
}

} // namespace

class ClustersCommandTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        qputenv("XDG_STATE_HOME", (m_folder->path() + u"/state"_s).toUtf8());
        qputenv("XDG_CONFIG_HOME", (m_folder->path() + u"/config"_s).toUtf8());
        qputenv("HOME", m_folder->path().toUtf8());
        qunsetenv("KUBECONFIG");
        write(u"kube"_s,
              "current-context: dev\nclusters:\n- {name: c, cluster: {server: 'https://127.0.0.1:1'}}\n"
              "- {name: i, cluster: {server: 'https://127.0.0.1:1', insecure-skip-tls-verify: true}}\n"
              "- {name: n, cluster: {}}\n"
              "users:\n- {name: u, user: {token: hunter2}}\n- {name: e, user: {exec: {command: ./sign-in, args: "
              "[--client-secret, hunter2], "
              "apiVersion: client.authentication.k8s.io/v1beta1}}}\n"
              "contexts:\n- {name: dev, context: {cluster: c, user: u}}\n- {name: eu-prod, context: {cluster: c, user: e}}\n"
              "- {name: lab, context: {cluster: i, user: u}}\n- {name: none, context: {cluster: n, user: u}}\n");
        write(u"sign-in"_s, "#!/bin/sh\ntouch \"$0.ran\"\n");
        QVERIFY(QFile::setPermissions(path(u"sign-in"_s), QFile::ReadOwner | QFile::ExeOwner));
    }

    void aClusterIsAddedListedAndRemoved()
    {
        QCOMPARE(runClusters({u"add"_s, u"--kubeconfig"_s, path(u"kube"_s)}).out, u"dev\n"_s);
        QCOMPARE(runClusters({u"add"_s, u"eu"_s, u"--kubeconfig"_s, path(u"kube"_s), u"--context"_s, u"eu-prod"_s, u"--colour"_s,
                              u"teal"_s})
                     .code,
                 Exit::Done);
        const Answer listed = runClusters({u"list"_s, u"-o"_s, u"json"_s});
        QCOMPARE(complaint(run({u"schema"_s, u"ClusterList"_s}).out.toUtf8(), listed.out.toUtf8()), QString());
        const QJsonArray items = documentOf(listed)[u"items"_s].toArray();
        QCOMPARE(items.size(), 2);
        QCOMPARE(items[0][u"protection"_s].toString(), u"confirm"_s);
        QCOMPARE(items[1][u"protection"_s].toString(), u"typed-name"_s); // its context says production
        QCOMPARE(items[1][u"kubeconfig"_s].toString(), path(u"kube"_s));
        QCOMPARE(runClusters({u"-o"_s, u"name"_s}).out, u"dev\neu\n"_s);
        QVERIFY(runClusters({}).out.contains(u"teal"_s));
        QCOMPARE(runClusters({u"add"_s, u"eu"_s, u"--kubeconfig"_s, path(u"kube"_s)}).code, Exit::Usage); // the name is taken
        QCOMPARE(runClusters({u"remove"_s, u"eu"_s}).code, Exit::Done);
        QCOMPARE(runClusters({u"remove"_s, u"eu"_s}).code, Exit::Usage);
        const QString file = path(u"config/sentinel-console/clusters.yaml"_s);
        QFile raw(file);
        QVERIFY(raw.open(QIODevice::ReadOnly));
        QVERIFY(!raw.readAll().contains("hunter2"));
        QVERIFY(!(QFileInfo(file).permissions() & (QFile::ReadGroup | QFile::ReadOther)));
    }
    void wrongWordsAreTwo_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("no such context") << QStringList{u"add"_s, u"--context"_s, u"moon"_s};
        QTest::newRow("no such protection") << QStringList{u"add"_s, u"--protection"_s, u"much"_s};
        QTest::newRow("no such colour") << QStringList{u"add"_s, u"--colour"_s, u"puce"_s};
        QTest::newRow("test of no context") << QStringList{u"test"_s, u"moon"_s};
        QTest::newRow("test of half a cluster") << QStringList{u"test"_s, u"none"_s};
        QTest::newRow("allow what?") << QStringList{u"allow"_s, u"moon"_s};
    }
    void wrongWordsAreTwo()
    {
        QFETCH(QStringList, arguments);
        const Answer answer = runClusters(arguments + QStringList{u"--kubeconfig"_s, path(u"kube"_s)});
        QVERIFY2(answer.code == Exit::Usage, qPrintable(answer.err));
        QVERIFY(!answer.err.isEmpty());
    }
    void aBrokenKubeconfigIsSaidWithItsPlace()
    {
        write(u"kube"_s, "clusters: [\n");
        const Answer answer = runClusters({u"test"_s, u"--kubeconfig"_s, path(u"kube"_s)});
        QCOMPARE(answer.code, Exit::Usage);
        QVERIFY2(answer.err.contains(path(u"kube"_s) + u":1:11: "_s), qPrintable(answer.err));
    }
    void aListThatSomebodyBrokeIsSaidWithItsPlace()
    {
        QCOMPARE(runClusters({u"add"_s, u"--kubeconfig"_s, path(u"kube"_s)}).code, Exit::Done);
        QFile raw(path(u"config/sentinel-console/clusters.yaml"_s));
        QVERIFY(raw.open(QIODevice::Append));
        raw.write("clusters: []\n");
        raw.close();
        const Answer answer = runClusters({});
        QCOMPARE(answer.code, Exit::Usage);
        QVERIFY2(answer.err.contains(u"clusters.yaml:"_s), qPrintable(answer.err));
    }
    void aTestThatFailsSaysWhere()
    {
        const Answer answer = runClusters({u"test"_s, u"dev"_s, u"--kubeconfig"_s, path(u"kube"_s), u"-o"_s, u"json"_s});
        QCOMPARE(answer.code, Exit::CouldNot);
        QCOMPARE(complaint(run({u"schema"_s, u"ClusterCheck"_s}).out.toUtf8(), answer.out.toUtf8()), QString());
        const QJsonObject check = documentOf(answer);
        QCOMPARE(check[u"usable"_s], QJsonValue(false));
        QCOMPARE(check[u"steps"_s][4][u"outcome"_s].toString(), u"failed"_s);
        QVERIFY(!answer.out.contains(u"hunter2"_s));
    }
    void nothingIsAllowedWithoutAWord()
    {
        const QStringList place{u"--kubeconfig"_s, path(u"kube"_s)};
        const Answer asked = runClusters(QStringList{u"allow"_s, u"eu-prod"_s} + place);
        QCOMPARE(asked.code, Exit::Usage);
        QVERIFY2(asked.err.contains(path(u"sign-in"_s)) && asked.err.contains(u"--yes"_s), qPrintable(asked.err));
        QVERIFY(!asked.err.contains(u"hunter2"_s));
        QCOMPARE(runClusters(QStringList{u"test"_s, u"eu-prod"_s} + place).code, Exit::CouldNot);
        QVERIFY(!QFile::exists(path(u"sign-in.ran"_s)));
        QCOMPARE(runClusters(QStringList{u"allow"_s, u"eu-prod"_s, u"--yes"_s} + place).code, Exit::Done);
        QVERIFY(!QFile::exists(path(u"sign-in.ran"_s))); // allowed, not run
        const Answer again = runClusters(QStringList{u"allow"_s, u"eu-prod"_s} + place);
        QCOMPARE(again.code, Exit::Done);
        QVERIFY(again.err.contains(u"already"_s));
        const QJsonArray allowed = documentOf(runClusters({u"list"_s, u"-o"_s, u"json"_s}))[u"allowed"_s].toArray();
        QCOMPARE(allowed.size(), 1);
        QCOMPARE(allowed[0][u"command"_s].toString(), path(u"sign-in"_s));
    }
    void anUnverifiedCertificateNeedsItToo()
    {
        const QStringList place{u"--kubeconfig"_s, path(u"kube"_s)};
        QBuffer out;
        QBuffer err;
        out.open(QIODevice::WriteOnly);
        err.open(QIODevice::WriteOnly);
        const QStringList status{u"status"_s, u"--context"_s, u"lab"_s};
        QCOMPARE(cli::run(status + place, {.out = out, .err = err}, {cli::addStatus}), Exit::CouldNot);
        QVERIFY2(err.data().contains("sentinelctl clusters allow \"lab\""), err.data().constData());
        QCOMPARE(runClusters(QStringList{u"allow"_s, u"lab"_s, u"--yes"_s} + place).code, Exit::Done);
        const Answer tested = runClusters(QStringList{u"test"_s, u"lab"_s, u"-o"_s, u"json"_s} + place);
        QCOMPARE(documentOf(tested)[u"steps"_s][2][u"outcome"_s].toString(), u"warned"_s);
        QCOMPARE(documentOf(tested)[u"steps"_s][4][u"outcome"_s].toString(), u"failed"_s); // nothing listens there
    }

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }
    void write(const QString &name, const QByteArray &text) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size()) {
            qFatal("cannot write");
        }
    }
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(ClustersCommandTest)
#include "tst_ClustersCommand.moc"
