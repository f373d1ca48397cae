// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gitops/CheckOut.h"

#include "tests/core/gitops/Repository.h"

#include <QStandardPaths>

using namespace sentinel;
using namespace sentinel::gitops;
using namespace Qt::StringLiterals;

class GitopsCheckOutTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void anyNameOfARevisionLeadsToItsFiles_data();
    void anyNameOfARevisionLeadsToItsFiles();
    void aRevisionIsWrittenOnce();
    void anOldRevisionLiesBesideTheNewOne();
    void aSymbolicLinkIsAPlainFile();
    void whatIsNotThereIsNotFound_data();
    void whatIsNotThereIsNotFound();
};

namespace {

QString textIn(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

void GitopsCheckOutTest::initTestCase()
{
    if (QStandardPaths::findExecutable(u"git"_s).isEmpty()) {
        QSKIP("git is not on PATH");
    }
    qputenv("GIT_CONFIG_GLOBAL", "/dev/null");
    qputenv("GIT_CONFIG_NOSYSTEM", "1");
}

void GitopsCheckOutTest::anyNameOfARevisionLeadsToItsFiles_data()
{
    QTest::addColumn<QString>("revision");
    QTest::newRow("branch") << u"main"_s;
    QTest::newRow("HEAD") << u"HEAD"_s;
    QTest::newRow("tag") << u"v1"_s;
    QTest::newRow("commit") << QString();
}

void GitopsCheckOutTest::anyNameOfARevisionLeadsToItsFiles()
{
    QFETCH(QString, revision);
    Repository repository;
    const QString commit = repository.push(u"a/b.yaml"_s, "x: 1\n");
    git(repository.bare, {u"tag"_s, u"-a"_s, u"v1"_s, u"-m"_s, u"one"_s, u"main"_s});

    const Result<CheckedOut> out = QCoro::waitFor(checkOut({.repository = repository.bare,
                                                            .revision = revision.isEmpty() ? commit : revision,
                                                            .cache = repository.folder.filePath(u"cache"_s)},
                                                           {}));

    QVERIFY2(out, out ? "" : qPrintable(out.error().detail));
    QCOMPARE(out->commit, commit);
    QCOMPARE(textIn(out->folder + u"/a/b.yaml"_s), u"x: 1\n"_s);
    QCOMPARE(QDir(out->folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot), QStringList{u"a"_s});
    // Nothing but folders of commits is left behind.
    QCOMPARE(QDir(repository.folder.filePath(u"cache"_s)).entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
             QStringList{commit});
}

void GitopsCheckOutTest::aRevisionIsWrittenOnce()
{
    Repository repository;
    repository.push(u"a"_s, "1");
    const CheckOutRequest request{
        .repository = repository.copy, .revision = u"main"_s, .cache = repository.folder.filePath(u"cache"_s)};
    const Result<CheckedOut> first = QCoro::waitFor(checkOut(request, {}));
    QVERIFY(first);
    put(first->folder + u"/mark"_s, "");

    const Result<CheckedOut> second = QCoro::waitFor(checkOut(request, {}));

    QVERIFY(second);
    QVERIFY(QFile::exists(second->folder + u"/mark"_s));
}

void GitopsCheckOutTest::anOldRevisionLiesBesideTheNewOne()
{
    Repository repository;
    const QString old = repository.push(u"a"_s, "1");
    repository.push(u"a"_s, "2");
    CheckOutRequest request{.repository = repository.bare, .revision = old, .cache = repository.folder.filePath(u"cache"_s)};
    const Result<CheckedOut> before = QCoro::waitFor(checkOut(request, {}));
    request.revision = u"main"_s;
    const Result<CheckedOut> now = QCoro::waitFor(checkOut(request, {}));

    QVERIFY(before && now);
    QCOMPARE(textIn(before->folder + u"/a"_s), u"1"_s);
    QCOMPARE(textIn(now->folder + u"/a"_s), u"2"_s);
}

void GitopsCheckOutTest::aSymbolicLinkIsAPlainFile()
{
    Repository repository;
    QVERIFY(QFile::link(u"/etc/passwd"_s, repository.copy + u"/values.yaml"_s));
    repository.push(u"a"_s, "1");

    const Result<CheckedOut> out = QCoro::waitFor(
        checkOut({.repository = repository.bare, .revision = u"main"_s, .cache = repository.folder.filePath(u"cache"_s)}, {}));

    QVERIFY(out);
    QVERIFY(!QFileInfo(out->folder + u"/values.yaml"_s).isSymLink());
    QCOMPARE(textIn(out->folder + u"/values.yaml"_s), u"/etc/passwd"_s);
}

void GitopsCheckOutTest::whatIsNotThereIsNotFound_data()
{
    QTest::addColumn<QString>("revision");
    QTest::addColumn<bool>("repositoryIsThere");
    QTest::newRow("repository") << u"main"_s << false;
    QTest::newRow("branch") << u"gone"_s << true;
    QTest::newRow("commit") << u"0123456789012345678901234567890123456789"_s << true;
    QTest::newRow("an option") << u"--all"_s << true;
}

void GitopsCheckOutTest::whatIsNotThereIsNotFound()
{
    QFETCH(QString, revision);
    QFETCH(bool, repositoryIsThere);
    Repository repository;
    repository.push(u"a"_s, "1");

    const Result<CheckedOut> out = QCoro::waitFor(checkOut({.repository = repositoryIsThere ? repository.bare : u"/nowhere"_s,
                                                            .revision = revision,
                                                            .cache = repository.folder.filePath(u"cache"_s)},
                                                           {}));

    QVERIFY(!out);
    QVERIFY2(out.error().kind == Error::Kind::NotFound, qPrintable(out.error().detail));
    QVERIFY(out.error().detail.contains(repositoryIsThere ? revision : u"/nowhere"_s));
}

QTEST_GUILESS_MAIN(GitopsCheckOutTest)
#include "tst_GitopsCheckOut.moc"
