// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/CommandLine.h"
#include "tests/cli/SchemaJudge.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>
#include <QTest>

using namespace sentinel;
using namespace sentinel::testing;
using namespace Qt::StringLiterals;
using cli::Exit;

class BundleCheckTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanManifestsAreAYes();
    void errorsAreANoWithTheirPlace();
    void warningsCountOnlyWhenStrict();
    void documentsFollowTheirSchema();
    void whatCannotBeReadIsUsageWithItsPlace();
    void usageIsHeldTo();
    void whatIsNoFileOfFlowsIsUsage_data();
    void whatIsNoFileOfFlowsIsUsage();
    void anExemptionTakesAFindingOut();
    void theMatrixAndTheChangesAreSaid();
    void hostileNamesDoNotReachTheTerminal();
    void aFreshBundleHasNoErrors();
    void aMissingHelmIsACouldNot();
};

namespace {

/// The corpus of the room's own tests, which no rule complains about.
QByteArray good()
{
    QFile file(QStringLiteral(SENTINEL_SOURCE_DIR "/tests/core/policy/corpus/good.yaml"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

class Folder
{
public:
    explicit Folder(const QByteArray &text) { write(u"m/all.yaml"_s, text); }
    void write(const QString &name, const QByteArray &text) const
    {
        QDir(m_folder.path()).mkpath(QFileInfo(m_folder.filePath(name)).path());
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size()) {
            qFatal("cannot write %s", qPrintable(name));
        }
    }
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] Answer check(const QStringList &more = {}) const
    {
        return run(QStringList{u"bundle"_s, u"check"_s, u"--manifests"_s, path(u"m"_s), u"-n"_s, u"shop"_s} + more);
    }

private:
    QTemporaryDir m_folder;
};

QByteArray with(QByteArray text, const QByteArray &from, const QByteArray &to)
{
    const qsizetype at = text.indexOf(from);
    if (at < 0) {
        qFatal("no %s", from.constData());
    }
    return text.replace(at, from.size(), to);
}

QJsonObject documentOf(const Answer &answer)
{
    return QJsonDocument::fromJson(answer.out.toUtf8()).object();
}

} // namespace

void BundleCheckTest::cleanManifestsAreAYes()
{
    const Answer answer = Folder(good()).check({u"--strict"_s});
    QVERIFY2(answer.code == Exit::Done, qPrintable(answer.out + answer.err));
    QCOMPARE(answer.out, QString());
}

void BundleCheckTest::errorsAreANoWithTheirPlace()
{
    const Folder folder(with(good(), "hostnames: [api.example.com]", "hostname: [api.example.com]"));
    const Answer answer = folder.check();
    QCOMPARE(answer.code, Exit::No);
    const qsizetype line = good().first(good().indexOf("hostnames:")).count('\n') + 1;
    QVERIFY2(answer.out.contains(folder.path(u"m/all.yaml"_s) + u":%1:3: "_s.arg(line)), qPrintable(answer.out));
    QVERIFY2(answer.out.contains(u"[schema.unknown-field]"), qPrintable(answer.out));
}

void BundleCheckTest::warningsCountOnlyWhenStrict()
{
    const Folder folder(with(good(), "readOnlyRootFilesystem: true", "readOnlyRootFilesystem: false"));
    QCOMPARE(folder.check().code, Exit::Done);
    QCOMPARE(folder.check({u"--strict"_s}).code, Exit::No);
}

void BundleCheckTest::documentsFollowTheirSchema()
{
    const Folder folder(
        with(good(), "automountServiceAccountToken: false", "automountServiceAccountToken: false\n      hostPID: true"));
    folder.write(u"old/all.yaml"_s, good());
    const Answer answer = folder.check({u"-o"_s, u"json"_s, u"--matrix"_s, u"--since"_s, folder.path(u"old"_s)});
    QCOMPARE(answer.code, Exit::No);
    QCOMPARE(complaint(run({u"schema"_s, u"FindingList"_s}).out.toUtf8(), answer.out.toUtf8()), QString());
    const QJsonObject document = documentOf(answer);
    const QJsonObject item = document.value("items"_L1).toArray().first().toObject();
    QCOMPARE(item.value("rule"_L1).toString(), u"pod.host-pid"_s);
    QCOMPARE(item.value("object"_L1).toString(), u"Deployment/web"_s);
    QCOMPARE(item.value("path"_L1).toString(), u"spec.template.spec.hostPID"_s);
    QVERIFY(item.value("line"_L1).toInt() > 0);
    QCOMPARE(document.value("effects"_L1).toArray().size(), 1);
    QVERIFY(!document.value("reachability"_L1).toArray().isEmpty());
}

void BundleCheckTest::whatCannotBeReadIsUsageWithItsPlace()
{
    const Folder folder("kind: [\n");
    const Answer answer = folder.check();
    QCOMPARE(answer.code, Exit::Usage);
    QVERIFY2(answer.err.contains(folder.path(u"m/all.yaml"_s) + u":1:"_s), qPrintable(answer.err));
    QCOMPARE(run({u"bundle"_s, u"check"_s, u"--manifests"_s, folder.path(u"none"_s)}).code, Exit::Usage);
    const Folder other(good());
    other.write(u"e.yaml"_s, "apiVersion: console.sentinel/v1\nkind: PolicyExemptions\nexemptions:\n  - {rule: a.b}\n");
    const Answer exempted = other.check({u"--exemptions"_s, other.path(u"e.yaml"_s)});
    QCOMPARE(exempted.code, Exit::Usage);
    QVERIFY2(exempted.err.contains(u"e.yaml:4:"), qPrintable(exempted.err));
}

void BundleCheckTest::usageIsHeldTo()
{
    const Folder folder(good());
    QCOMPARE(run({u"bundle"_s, u"check"_s}).code, Exit::Usage);
    QCOMPARE(folder.check({u"--kubernetes"_s, u"1.12"_s}).code, Exit::Usage);
    QCOMPARE(folder.check({u"--kubernetes"_s, u"1.37"_s}).code, Exit::Done);
    QCOMPARE(folder.check({folder.path(u"m"_s)}).code, Exit::Usage); // a bundle and manifests
    QCOMPARE(run({u"bundle"_s, u"check"_s, folder.path(u"m"_s)}).code, Exit::Usage); // no bundle
}

void BundleCheckTest::whatIsNoFileOfFlowsIsUsage_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("missing") << QByteArray();
    QTest::newRow("empty") << QByteArray("");
    QTest::newRow("a pod") << QByteArray("apiVersion: v1\nkind: Pod\nmetadata: {name: web}\n");
    QTest::newRow("no YAML") << QByteArray("kind: [\n");
}

void BundleCheckTest::whatIsNoFileOfFlowsIsUsage()
{
    QFETCH(const QByteArray, text);
    const PlanFolder plan;
    QCOMPARE(run({u"generate"_s, plan.plan(), u"--out"_s, plan.file(u"bundle"_s)}).code, Exit::Done);
    const QString flows = plan.file(u"f.yaml"_s);
    if (!text.isNull()) {
        plan.write(u"f.yaml"_s, text);
    }
    // Of a bundle too, and before its chart is rendered.
    const Answer ofBundle = run({u"bundle"_s, u"check"_s, plan.file(u"bundle"_s), u"--flows"_s, flows});
    const Answer ofManifests = Folder(good()).check({u"--flows"_s, flows});
    for (const Answer &answer : {ofBundle, ofManifests}) {
        QVERIFY2(answer.code == Exit::Usage, qPrintable(answer.err));
        QVERIFY2(answer.err.contains(u"f.yaml"), qPrintable(answer.err));
        QVERIFY(answer.out.isEmpty());
    }
}

void BundleCheckTest::anExemptionTakesAFindingOut()
{
    const Folder folder(
        with(good(), "automountServiceAccountToken: false", "automountServiceAccountToken: false\n      hostPID: true"));
    const QByteArray head = "apiVersion: console.sentinel/v1\nkind: PolicyExemptions\nexemptions:\n";
    folder.write(u"e.yaml"_s, head + "  - {rule: pod.host-pid, object: Deployment/web, reason: it looks, expires: 2999-12-31}\n");
    folder.write(u"old.yaml"_s,
                 head + "  - {rule: pod.host-pid, object: Deployment/web, reason: it looks, expires: 2020-12-31}\n");
    QCOMPARE(folder.check().code, Exit::No);
    const Answer answer = folder.check({u"--exemptions"_s, folder.path(u"e.yaml"_s)});
    QVERIFY2(answer.code == Exit::Done, qPrintable(answer.out));
    QVERIFY2(answer.err.contains(u"1 exempted"), qPrintable(answer.err));
    const Answer expired = folder.check({u"--exemptions"_s, folder.path(u"old.yaml"_s)});
    QCOMPARE(expired.code, Exit::No);
    QVERIFY2(expired.out.contains(u"[exemption.expired]"), qPrintable(expired.out));
}

void BundleCheckTest::theMatrixAndTheChangesAreSaid()
{
    const Folder folder(with(good(), "shop/api:1.2.3@", "shop/api:1.2.4@"));
    folder.write(u"old/all.yaml"_s, good());
    const Answer answer = folder.check({u"--matrix"_s, u"--since"_s, folder.path(u"old"_s)});
    QVERIFY2(answer.out.contains(u"TCP 5432"), qPrintable(answer.out));
    QVERIFY2(answer.out.contains(u"restarts"), qPrintable(answer.out));
}

void BundleCheckTest::hostileNamesDoNotReachTheTerminal()
{
    const Folder folder("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: \"a\\e[2J\\u202eb\", namespace: shop}\n");
    const Answer answer = folder.check();
    QCOMPARE(answer.code, Exit::No);
    QVERIFY(!answer.out.contains(u'\x1b') && !answer.out.contains(u'\u202e'));
}

void BundleCheckTest::aFreshBundleHasNoErrors()
{
    if (QStandardPaths::findExecutable(u"helm"_s).isEmpty()) {
        QSKIP("helm is not on PATH, and it renders the chart.");
    }
    const PlanFolder folder({u"--environments"_s, u"dev,prod"_s});
    QCOMPARE(run({u"generate"_s, folder.plan(), u"--out"_s, folder.file(u"out"_s)}).code, Exit::Done);
    const Answer answer
        = run({u"bundle"_s, u"check"_s, folder.file(u"out"_s), u"--render-to"_s, folder.file(u"kept"_s), u"-o"_s, u"json"_s});
    QVERIFY2(answer.code == Exit::Done, qPrintable(answer.out + answer.err));
    QCOMPARE(complaint(run({u"schema"_s, u"FindingList"_s}).out.toUtf8(), answer.out.toUtf8()), QString());
    QVERIFY(QFile::exists(folder.file(u"kept/prod/templates/network-policies.yaml"_s)));
    for (const auto &item : documentOf(answer).value("items"_L1).toArray()) {
        const QString file = item.toObject().value("file"_L1).toString();
        QVERIFY2(file.startsWith(u"environments/"_s) || QFile::exists(file) || file == u"flows.yaml"_s, qPrintable(file));
    }
    const Answer nobody = run({u"bundle"_s, u"check"_s, folder.file(u"out"_s), u"--environment"_s, u"qa"_s});
    QCOMPARE(nobody.code, Exit::Usage);
    QVERIFY2(nobody.err.contains(u"dev, prod"), qPrintable(nobody.err));
}

void BundleCheckTest::aMissingHelmIsACouldNot()
{
    const PlanFolder folder;
    QCOMPARE(run({u"generate"_s, folder.plan(), u"--out"_s, folder.file(u"out"_s)}).code, Exit::Done);
    const QByteArray path = qgetenv("PATH");
    qputenv("PATH", "/nowhere");
    const Answer answer = run({u"bundle"_s, u"check"_s, folder.file(u"out"_s)});
    qputenv("PATH", path);
    QCOMPARE(answer.code, Exit::CouldNot);
    QVERIFY2(answer.err.contains(u"helm"), qPrintable(answer.err));
}

QTEST_GUILESS_MAIN(BundleCheckTest)
#include "tst_BundleCheck.moc"
