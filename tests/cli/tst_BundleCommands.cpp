// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/CommandLine.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace sentinel;
using namespace sentinel::testing;
using namespace Qt::StringLiterals;
using cli::Exit;

class BundleCommandsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void generateWritesTheLayoutOfTheBundle();
    void theSamePlanGivesTheSameBytes();
    void aFreshBundleVerifies();
    void anEditedFileIsFoundAndNotWrittenOver();
    void foreignFilesAreNeverTouched();
    void anUnchangedBundleIsReplaced();
    void diffSaysWhatANewerPlanChanges();
    void diffOfEqualBundlesIsAYes();
    void aFolderThatIsNoBundleIsUnreadableInput();
};

namespace {

Answer generated(const PlanFolder &folder, const QString &out, const QString &plan = {})
{
    return run({u"generate"_s, plan.isEmpty() ? folder.plan() : plan, u"--out"_s, folder.file(out)});
}

QMap<QString, QByteArray> content(const QString &folder)
{
    QMap<QString, QByteArray> files;
    QDirIterator each(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (each.hasNext()) {
        QFile file(each.next());
        if (file.open(QIODevice::ReadOnly)) {
            files.insert(QDir(folder).relativeFilePath(file.fileName()), file.readAll());
        }
    }
    return files;
}

} // namespace

void BundleCommandsTest::generateWritesTheLayoutOfTheBundle()
{
    const PlanFolder folder({u"--environments"_s, u"staging,prod"_s});
    const Answer answer = generated(folder, u"out"_s);
    QVERIFY2(answer.code == Exit::Done, qPrintable(answer.err));
    for (const QString &path :
         {u"sentinel-plan.yaml"_s, u"README.md"_s, u"bundle.json"_s, u"charts/sentinel/Chart.yaml"_s,
          u"environments/prod/values.yaml"_s, u"environments/staging/version.yaml"_s, u"environments/prod/namespace.yaml"_s,
          u"environments/prod/secrets.example.yaml"_s, u"images/images.txt"_s, u"docs/DEPLOYMENT_GUIDE.md"_s}) {
        QVERIFY2(QFile::exists(folder.file(u"out/"_s + path)), qPrintable(path));
    }
    for (const QString &path : {u"argocd"_s, u"environments/prod/network-policies"_s, u"environments/prod/cert-manager"_s}) {
        QVERIFY2(!QDir(folder.file(u"out/"_s + path)).isEmpty(), qPrintable(path));
    }
    QCOMPARE(folder.read(u"out/sentinel-plan.yaml"_s), folder.read(u"sentinel-plan.yaml"_s));
}

void BundleCommandsTest::theSamePlanGivesTheSameBytes()
{
    const PlanFolder folder;
    QCOMPARE(generated(folder, u"one"_s).code, Exit::Done);
    QCOMPARE(generated(folder, u"two"_s).code, Exit::Done);
    QVERIFY(!content(folder.file(u"one"_s)).isEmpty());
    QCOMPARE(content(folder.file(u"one"_s)), content(folder.file(u"two"_s)));
}

void BundleCommandsTest::aFreshBundleVerifies()
{
    const PlanFolder folder;
    QCOMPARE(generated(folder, u"out"_s).code, Exit::Done);
    const Answer answer = run({u"bundle"_s, u"verify"_s, folder.file(u"out"_s), u"-o"_s, u"json"_s});
    QCOMPARE(answer.code, Exit::Done);
    QVERIFY(QJsonDocument::fromJson(answer.out.toUtf8()).object().value("items"_L1).toArray().isEmpty());
}

void BundleCommandsTest::anEditedFileIsFoundAndNotWrittenOver()
{
    const PlanFolder folder;
    QCOMPARE(generated(folder, u"out"_s).code, Exit::Done);
    folder.write(u"out/README.md"_s, "mine now\n");
    const Answer verified = run({u"bundle"_s, u"verify"_s, folder.file(u"out"_s)});
    QCOMPARE(verified.code, Exit::No);
    QVERIFY2(verified.out.contains(u"README.md"), qPrintable(verified.out));
    const Answer again = generated(folder, u"out"_s);
    QCOMPARE(again.code, Exit::CouldNot);
    QVERIFY2(again.err.contains(u"README.md"), qPrintable(again.err));
    QCOMPARE(folder.read(u"out/README.md"_s), QByteArray("mine now\n"));
}

void BundleCommandsTest::foreignFilesAreNeverTouched()
{
    const PlanFolder folder;
    QDir().mkpath(folder.file(u"out"_s));
    folder.write(u"out/notes.txt"_s, "precious\n");
    const Answer answer = generated(folder, u"out"_s);
    QCOMPARE(answer.code, Exit::CouldNot);
    QVERIFY(answer.err.contains(u"notes.txt"));
    QCOMPARE(content(folder.file(u"out"_s)), (QMap<QString, QByteArray>{{u"notes.txt"_s, "precious\n"}}));
}

void BundleCommandsTest::anUnchangedBundleIsReplaced()
{
    const PlanFolder folder;
    QCOMPARE(generated(folder, u"out"_s).code, Exit::Done);
    QCOMPARE(run({u"plan"_s, u"set"_s, folder.plan(), u"network.host=console.example.org"_s}).code, Exit::Done);
    QCOMPARE(generated(folder, u"out"_s).code, Exit::Done);
    QVERIFY(folder.read(u"out/environments/prod/values.yaml"_s).contains("console.example.org"));
    QCOMPARE(run({u"bundle"_s, u"verify"_s, folder.file(u"out"_s)}).code, Exit::Done);
}

void BundleCommandsTest::diffSaysWhatANewerPlanChanges()
{
    const PlanFolder folder;
    QCOMPARE(generated(folder, u"old"_s).code, Exit::Done);
    QCOMPARE(run({u"plan"_s, u"set"_s, folder.plan(), u"network.host=console.example.org"_s}).code, Exit::Done);
    QCOMPARE(generated(folder, u"new"_s).code, Exit::Done);
    const Answer answer = run({u"bundle"_s, u"diff"_s, folder.file(u"old"_s), folder.file(u"new"_s)});
    QCOMPARE(answer.code, Exit::No);
    QVERIFY2(answer.out.contains(u"environments/prod/values.yaml"), qPrintable(answer.out));
    QVERIFY(answer.out.contains(u"console.example.org"));
}

void BundleCommandsTest::diffOfEqualBundlesIsAYes()
{
    const PlanFolder folder;
    QCOMPARE(generated(folder, u"old"_s).code, Exit::Done);
    const Answer answer = run({u"bundle"_s, u"diff"_s, folder.file(u"old"_s), folder.file(u"old"_s)});
    QCOMPARE(answer.code, Exit::Done);
    QVERIFY(answer.out.isEmpty());
}

void BundleCommandsTest::aFolderThatIsNoBundleIsUnreadableInput()
{
    const PlanFolder folder;
    QDir().mkpath(folder.file(u"empty"_s));
    // A folder without its manifest can be read; it just is not what was written.
    QCOMPARE(run({u"bundle"_s, u"verify"_s, folder.file(u"empty"_s)}).code, Exit::No);
    QCOMPARE(run({u"bundle"_s, u"verify"_s, folder.file(u"nowhere"_s)}).code, Exit::Usage);
    QCOMPARE(run({u"bundle"_s, u"diff"_s, folder.file(u"nowhere"_s), folder.file(u"empty"_s)}).code, Exit::Usage);
}

QTEST_GUILESS_MAIN(BundleCommandsTest)
#include "tst_BundleCommands.moc"
