// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Files.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace sentinel;
using namespace Qt::StringLiterals;

class FilesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNewFileIsPrivate();
    void anExistingFileKeepsItsMode();
    void aFailedWriteLeavesTheOldContentAndNoLitter();
    void readingSaysWhatIsWrong();
};

void FilesTest::aNewFileIsPrivate()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"plan.yaml"_s);
    QVERIFY(writeFile(path, "a: 1\n"));
    QCOMPARE(readFile(path).value(), QByteArray("a: 1\n"));
    QCOMPARE(QFile::permissions(path) & ~(QFile::ReadUser | QFile::WriteUser), QFile::ReadOwner | QFile::WriteOwner);
}

void FilesTest::anExistingFileKeepsItsMode()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"plan.yaml"_s);
    QVERIFY(writeFile(path, "old"));
    QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup));
    QVERIFY(writeFile(path, "new"));
    QVERIFY(QFile::permissions(path) & QFile::ReadGroup);
    QCOMPARE(readFile(path).value(), QByteArray("new"));
}

void FilesTest::aFailedWriteLeavesTheOldContentAndNoLitter()
{
    QTemporaryDir folder;
    const auto written = writeFile(folder.filePath(u"missing/plan.yaml"_s), "x");
    QVERIFY(!written.has_value());
    QVERIFY(written.error().detail.contains(u"missing/plan.yaml"));
    QVERIFY(QDir(folder.path()).isEmpty());
}

void FilesTest::readingSaysWhatIsWrong()
{
    QTemporaryDir folder;
    QCOMPARE(readFile(folder.filePath(u"none"_s)).error().kind, Error::Kind::NotFound);
    QCOMPARE(readFile(folder.path()).error().kind, Error::Kind::Invalid);
    const QString path = folder.filePath(u"large"_s);
    QVERIFY(writeFile(path, QByteArray(101, 'x')));
    QVERIFY(readFile(path, 101).has_value());
    QCOMPARE(readFile(path, 100).error().kind, Error::Kind::Invalid);
}

QTEST_APPLESS_MAIN(FilesTest)
#include "tst_Files.moc"
