// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/bundle/Plans.h"

#include "core/bundle/Folder.h"

#include <QDir>
#include <QElapsedTimer>
#include <QTemporaryDir>

#include <algorithm>
#include <csignal>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace sentinel;
using namespace sentinel::bundle;

namespace {

void writeText(const QString &path, const QByteArray &text)
{
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(text), text.size());
}

QStringList namesIn(const QString &folder)
{
    return QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot, QDir::Name);
}

bool isWhole(const QString &folder)
{
    const Result<Findings> findings = verify(folder);
    return findings && findings->isEmpty();
}

} // namespace

class BundleWritingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_dev = bundleWith({u"dev"_s});
        m_prod = bundleWith({u"prod"_s});
    }
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void newFolderAppearsWholeWithItsParents();
    void stoppedWritingLeavesNothing();
    void emptyFolderIsFilled();
    void writtenBundleReadsBackTheSame();
    void writingAgainReplacesTheWholeFolder();
    void filesTakeTheUsualModes();
    void foreignFileIsAConflictThatNamesIt();
    void changedFileIsAConflictThatNamesIt();
    void folderThatIsNoBundleIsLeftAlone();
    void fileInTheWayIsAConflict();
    void folderWeStandInIsNotReplaced();
    void repositoryInTheFolderIsKept();
    void freshRepositoryIsFilled();
    void linkToAFolderStaysALink();
    void remainsOfAnInterruptedRunAreTakenAway();
    void runThatStillGoesOnIsLeftAlone();
    void repositoryMovedByAnInterruptedRunComesBack();
    void pathThatLeavesTheFolderIsRefused();
    void folderNobodyMayWriteInIsSaidSo();
    void killAtAnyMomentLeavesTheOldOrTheNew();

private:
    [[nodiscard]] QString path(const QString &name = u"bundle"_s) const { return m_folder->filePath(name); }

    Bundle m_dev;
    Bundle m_prod;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void BundleWritingTest::newFolderAppearsWholeWithItsParents()
{
    const Result<void> written = write(m_dev, path(u"a/b/bundle"_s));
    QVERIFY2(written, written ? "" : qPrintable(written.error().detail));
    QVERIFY(isWhole(path(u"a/b/bundle"_s)));
    QCOMPARE(namesIn(path(u"a/b"_s)), QStringList{u"bundle"_s}); // nothing of the making is left
}

void BundleWritingTest::stoppedWritingLeavesNothing()
{
    const QString target = m_folder->filePath(u"bundle"_s);
    static int asked;
    asked = 0;
    const auto afterFive = [] { return ++asked == 5; };
    Result<void> written = write(m_dev, target, afterFive);
    QVERIFY(!written);
    QCOMPARE(written.error().kind, Error::Kind::Cancelled);
    QCOMPARE(asked, 5);
    QCOMPARE(namesIn(m_folder->path()), QStringList());
    QVERIFY(write(m_dev, target));
    asked = 0;
    QVERIFY(!write(m_prod, target, afterFive));
    QCOMPARE(namesIn(m_folder->path()), QStringList{u"bundle"_s});
    QVERIFY(QFileInfo::exists(target + u"/environments/dev/values.yaml"_s)); // the old one, untouched
    QVERIFY(isWhole(target));
}

void BundleWritingTest::emptyFolderIsFilled()
{
    QVERIFY(QDir().mkpath(path()));
    QVERIFY(write(m_dev, path() + u'/'));
    QVERIFY(isWhole(path()));
}

void BundleWritingTest::writtenBundleReadsBackTheSame()
{
    QVERIFY(write(m_prod, path()));
    const Result<Bundle> back = read(path());
    QVERIFY(back);
    QCOMPARE(back->name, m_prod.name);
    QCOMPARE(back->files.size(), m_prod.files.size());
    for (qsizetype i = 0; i < back->files.size(); ++i) {
        QCOMPARE(back->files[i].path, m_prod.files[i].path);
        QCOMPARE(back->files[i].content, m_prod.files[i].content);
        QCOMPARE(back->files[i].mediaType, m_prod.files[i].mediaType);
    }
}

void BundleWritingTest::writingAgainReplacesTheWholeFolder()
{
    QVERIFY(write(m_dev, path()));
    QVERIFY(write(m_prod, path()));
    QVERIFY(isWhole(path()));
    QVERIFY(QFileInfo::exists(path() + u"/environments/prod/values.yaml"_s));
    QVERIFY(!QFileInfo::exists(path() + u"/environments/dev"_s));
    QCOMPARE(namesIn(m_folder->path()), QStringList{u"bundle"_s});
}

void BundleWritingTest::filesTakeTheUsualModes()
{
    const mode_t before = ::umask(027);
    QVERIFY(write(m_dev, path()));
    ::umask(before);
    struct stat status = {};
    QCOMPARE(::stat(QFile::encodeName(path() + u"/README.md"_s).constData(), &status), 0);
    QCOMPARE(status.st_mode & 0777U, 0640U);
    QCOMPARE(::stat(QFile::encodeName(path()).constData(), &status), 0);
    QCOMPARE(status.st_mode & 0777U, 0750U);
    QCOMPARE(::stat(QFile::encodeName(path() + u"/docs"_s).constData(), &status), 0);
    QCOMPARE(status.st_mode & 0777U, 0750U);
}

void BundleWritingTest::foreignFileIsAConflictThatNamesIt()
{
    QVERIFY(write(m_dev, path()));
    writeText(path() + u"/notes.txt"_s, "mine");
    const Result<void> again = write(m_prod, path());
    QVERIFY(!again);
    QCOMPARE(again.error().kind, Error::Kind::Conflict);
    QVERIFY(again.error().detail.contains(u"notes.txt"));
    QVERIFY(QFileInfo::exists(path() + u"/environments/dev"_s)); // nothing was touched
    QCOMPARE(namesIn(m_folder->path()), QStringList{u"bundle"_s});
}

void BundleWritingTest::changedFileIsAConflictThatNamesIt()
{
    QVERIFY(write(m_dev, path()));
    writeText(path() + u"/environments/dev/values.yaml"_s, "host: other.example.com\n");
    const Result<void> again = write(m_dev, path());
    QVERIFY(!again);
    QCOMPARE(again.error().kind, Error::Kind::Conflict);
    QCOMPARE(again.error().findings.size(), 1);
    QCOMPARE(again.error().findings.first().object, u"environments/dev/values.yaml"_s);
}

void BundleWritingTest::folderThatIsNoBundleIsLeftAlone()
{
    writeText(path() + u"/thesis/chapter.txt"_s, "years of work");
    const Result<void> written = write(m_dev, path());
    QVERIFY(!written);
    QCOMPARE(written.error().kind, Error::Kind::Conflict);
    QVERIFY(written.error().detail.contains(u"thesis/chapter.txt"));
    QCOMPARE(namesIn(path()), QStringList{u"thesis"_s});
}

void BundleWritingTest::fileInTheWayIsAConflict()
{
    writeText(path(), "a file");
    const Result<void> written = write(m_dev, path());
    QVERIFY(!written);
    QCOMPARE(written.error().kind, Error::Kind::Conflict);
}

void BundleWritingTest::folderWeStandInIsNotReplaced()
{
    QVERIFY(write(m_dev, path()));
    const QString before = QDir::currentPath();
    QVERIFY(QDir::setCurrent(path()));
    const Result<void> written = write(m_dev, u"."_s);
    QVERIFY(QDir::setCurrent(before));
    QVERIFY(!written);
    QCOMPARE(written.error().kind, Error::Kind::Conflict);
    QVERIFY(isWhole(path()));
}

void BundleWritingTest::repositoryInTheFolderIsKept()
{
    QVERIFY(write(m_dev, path()));
    writeText(path() + u"/.git/HEAD"_s, "ref: refs/heads/main\n");
    QVERIFY(isWhole(path()));
    QVERIFY(write(m_prod, path()));
    QVERIFY(isWhole(path()));
    QVERIFY(QFileInfo::exists(path() + u"/environments/prod"_s));
    QVERIFY(QFileInfo::exists(path() + u"/.git/HEAD"_s));
    QCOMPARE(namesIn(m_folder->path()), QStringList{u"bundle"_s});
}

void BundleWritingTest::freshRepositoryIsFilled()
{
    writeText(path() + u"/.git/HEAD"_s, "ref: refs/heads/main\n");
    QVERIFY(write(m_dev, path()));
    QVERIFY(isWhole(path()));
    QVERIFY(QFileInfo::exists(path() + u"/.git/HEAD"_s));
}

void BundleWritingTest::linkToAFolderStaysALink()
{
    QVERIFY(write(m_dev, path(u"real"_s)));
    QVERIFY(QFile::link(path(u"real"_s), path(u"link"_s)));
    QVERIFY(write(m_prod, path(u"link"_s)));
    QVERIFY(QFileInfo(path(u"link"_s)).isSymLink());
    QVERIFY(QFileInfo::exists(path(u"real"_s) + u"/environments/prod"_s));
}

void BundleWritingTest::remainsOfAnInterruptedRunAreTakenAway()
{
    writeText(path(u".bundle.sentinel-Abc123"_s) + u"/README.md"_s, "half");
    writeText(path(u".bundle.sentinel-toolong7"_s) + u"/x"_s, "not ours by its name");
    QVERIFY(write(m_dev, path()));
    QCOMPARE(namesIn(m_folder->path()), (QStringList{u".bundle.sentinel-toolong7"_s, u"bundle"_s}));
}

void BundleWritingTest::runThatStillGoesOnIsLeftAlone()
{
    const QString other = path(u".bundle.sentinel-Abc123"_s);
    writeText(other + u"/README.md"_s, "half");
    const int descriptor = ::open(QFile::encodeName(other).constData(), O_RDONLY | O_DIRECTORY);
    QVERIFY(descriptor >= 0 && ::flock(descriptor, LOCK_EX) == 0);
    QVERIFY(write(m_dev, path()));
    ::close(descriptor);
    QVERIFY(QFileInfo::exists(other + u"/README.md"_s));
}

void BundleWritingTest::repositoryMovedByAnInterruptedRunComesBack()
{
    QVERIFY(write(m_dev, path()));
    writeText(path(u".bundle.sentinel-Abc123"_s) + u"/.git/HEAD"_s, "ref: refs/heads/main\n");
    QVERIFY(write(m_prod, path()));
    QVERIFY(QFileInfo::exists(path() + u"/.git/HEAD"_s));
    QCOMPARE(namesIn(m_folder->path()), QStringList{u"bundle"_s});
}

void BundleWritingTest::pathThatLeavesTheFolderIsRefused()
{
    for (const QString &name : {u"../escaped"_s, u"/etc/escaped"_s, u"a/../../escaped"_s, u"a//b"_s, u"a\\b"_s, QString()}) {
        Bundle bundle = m_dev;
        bundle.files.append({.path = name, .mediaType = {}, .content = "x", .origins = {}});
        const Result<void> written = write(bundle, path());
        QVERIFY2(!written, qPrintable(name));
        QCOMPARE(written.error().kind, Error::Kind::Invalid);
        QVERIFY(namesIn(m_folder->path()).isEmpty());
    }
}

void BundleWritingTest::folderNobodyMayWriteInIsSaidSo()
{
    const Result<void> written = write(m_dev, u"/proc/self/bundle"_s);
    QVERIFY(!written);
    QVERIFY(written.error().kind == Error::Kind::Forbidden || written.error().kind == Error::Kind::Unreachable);
    QVERIFY(!written.error().detail.isEmpty());
}

void BundleWritingTest::killAtAnyMomentLeavesTheOldOrTheNew()
{
    QVERIFY(write(m_dev, path()));
    for (int round = 0; round < 15; ++round) {
        int pipe[2] = {-1, -1};
        QCOMPARE(::pipe(pipe), 0);
        const pid_t child = ::fork();
        QVERIFY(child >= 0);
        if (child == 0) {
            // Writes one and the other without end, saying each time that one was begun.
            for (int i = 0;; ++i) {
                [[maybe_unused]] const ssize_t said = ::write(pipe[1], "x", 1);
                [[maybe_unused]] const Result<void> written = write(i % 2 == 0 ? m_prod : m_dev, path());
            }
        }
        ::close(pipe[1]);
        char byte = 0;
        for (int seen = 0; seen < 2 + round % 3; ++seen) {
            QCOMPARE(::read(pipe[0], &byte, 1), 1);
        }
        // Somewhere inside of a write, each round a little later.
        QElapsedTimer moment;
        moment.start();
        while (moment.nsecsElapsed() < round * 500'000) { }
        ::kill(child, SIGKILL);
        int status = 0;
        QCOMPARE(::waitpid(child, &status, 0), child);
        QVERIFY(WIFSIGNALED(status));
        ::close(pipe[0]);
        QVERIFY2(isWhole(path()), qPrintable(QString::number(round)));
    }
    QVERIFY(write(m_dev, path()));
    QCOMPARE(namesIn(m_folder->path()), QStringList{u"bundle"_s});
}

QTEST_GUILESS_MAIN(BundleWritingTest)
#include "tst_BundleWriting.moc"
