// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/bundle/Plans.h"

#include <QProcess>
#include <QTemporaryDir>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace sentinel;
using namespace sentinel::bundle;

namespace {

Bundle of(const QList<std::pair<QString, QByteArray>> &files)
{
    Bundle bundle;
    for (const auto &[path, content] : files) {
        bundle.files.append({.path = path, .mediaType = mediaTypeOf(path), .content = content, .origins = {}});
    }
    return bundle;
}

} // namespace

class BundleDifferenceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void equalBundlesDifferInNothing();
    void oneAnswerChangesOnlyTheFilesItFeeds();
    void addedRemovedAndChangedFilesAreToldApart();
    void manifestIsNotShown();
    void diffIsTheOnePatchApplies_data();
    void diffIsTheOnePatchApplies();
    void binaryContentHasNoDiffButIsNamed();
};

void BundleDifferenceTest::equalBundlesDifferInNothing()
{
    const Bundle bundle = bundleWith({u"prod"_s});
    QVERIFY(difference(bundle, bundle).isEmpty());
}

void BundleDifferenceTest::oneAnswerChangesOnlyTheFilesItFeeds()
{
    const plan::InstallPlan plan = planWith({u"prod"_s});
    const Result<plan::InstallPlan> changed = plan.with(u"network.ingressClass"_s, u"haproxy"_s);
    QVERIFY(changed);
    QStringList paths;
    for (const Change &change : difference(bundleOf(plan), bundleOf(*changed))) {
        QCOMPARE(change.kind, Change::Kind::Changed);
        paths.append(change.path);
    }
    QCOMPARE(paths,
             (QStringList{u"environments/prod/cert-manager/issuer.yaml"_s, u"environments/prod/values.yaml"_s,
                          u"sentinel-plan.yaml"_s}));
}

void BundleDifferenceTest::addedRemovedAndChangedFilesAreToldApart()
{
    const QList<Change> changes = difference(of({{u"a"_s, "1\n"}, {u"b"_s, "1\n"}, {u"d"_s, "1\n"}}),
                                             of({{u"b"_s, "2\n"}, {u"c"_s, "1\n"}, {u"d"_s, "1\n"}}));
    QCOMPARE(changes.size(), 3);
    QCOMPARE(changes[0].path, u"a"_s);
    QCOMPARE(changes[0].kind, Change::Kind::Removed);
    QCOMPARE(changes[0].diff, u"--- a/a\n+++ /dev/null\n@@ -1,1 +0,0 @@\n-1\n"_s);
    QCOMPARE(changes[1].path, u"b"_s);
    QCOMPARE(changes[1].kind, Change::Kind::Changed);
    QCOMPARE(changes[1].diff, u"--- a/b\n+++ b/b\n@@ -1,1 +1,1 @@\n-1\n+2\n"_s);
    QCOMPARE(changes[2].path, u"c"_s);
    QCOMPARE(changes[2].kind, Change::Kind::Added);
}

void BundleDifferenceTest::manifestIsNotShown()
{
    QVERIFY(
        difference(of({{u"bundle.json"_s, "1\n"}}), of({{u"bundle.json"_s, "2\n"}, {u"bundle.json.sig"_s, "3\n"}})).isEmpty());
}

void BundleDifferenceTest::diffIsTheOnePatchApplies_data()
{
    QTest::addColumn<QByteArray>("older");
    QTest::addColumn<QByteArray>("newer");
    QTest::newRow("in the middle") << QByteArray("a\nb\nc\nd\ne\nf\ng\n") << QByteArray("a\nb\nc\nD\ne\nf\ng\n");
    QTest::newRow("two hunks") << QByteArray("1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n13\n14\n15\n")
                               << QByteArray("1\nX\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n13\nY\n15\n");
    QTest::newRow("no line feed at the end") << QByteArray("a\nb") << QByteArray("a\nc");
    QTest::newRow("line feed added") << QByteArray("a\nb") << QByteArray("a\nb\n");
    QTest::newRow("everything new") << QByteArray("a\n") << QByteArray("x\ny\nz\n");
    QTest::newRow("Spanish") << QByteArray("año\n") << QByteArray("años\n");
}

void BundleDifferenceTest::diffIsTheOnePatchApplies()
{
    QFETCH(QByteArray, older);
    QFETCH(QByteArray, newer);
    QTemporaryDir folder;
    QFile file(folder.filePath(u"f"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(older) == older.size());
    file.close();
    const QList<Change> changes = difference(of({{u"f"_s, older}}), of({{u"f"_s, newer}}));
    QCOMPARE(changes.size(), 1);
    QProcess git; // reads unified diffs strictly
    git.setWorkingDirectory(folder.path());
    git.setProcessEnvironment([&folder] {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"GIT_CEILING_DIRECTORIES"_s, folder.path());
        return environment;
    }());
    git.start(u"git"_s, {u"apply"_s, u"--unidiff-zero"_s, u"-"_s});
    QVERIFY(git.waitForStarted());
    git.write(changes.first().diff.toUtf8());
    git.closeWriteChannel();
    QVERIFY(git.waitForFinished());
    QVERIFY2(git.exitCode() == 0, git.readAllStandardError().constData() + changes.first().diff.toUtf8());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), newer);
}

void BundleDifferenceTest::binaryContentHasNoDiffButIsNamed()
{
    const QList<Change> changes = difference(of({{u"f"_s, QByteArray("\0a", 2)}}), of({{u"f"_s, QByteArray("\0b", 2)}}));
    QCOMPARE(changes.size(), 1);
    QVERIFY(changes.first().diff.isEmpty());
}

QTEST_GUILESS_MAIN(BundleDifferenceTest)
#include "tst_BundleDifference.moc"
