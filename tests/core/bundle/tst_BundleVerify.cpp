// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/bundle/Plans.h"

#include "core/bundle/Folder.h"
#include "core/bundle/Manifest.h"

#include <QDir>
#include <QTemporaryDir>

#include <sys/stat.h>

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

QByteArray readText(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// "bundle.changed README.md" for each finding.
QStringList said(const Result<Findings> &findings)
{
    QStringList lines;
    for (const Finding &finding : findings ? *findings : Findings()) {
        lines.append(finding.rule + u' ' + finding.object);
    }
    return lines;
}

} // namespace

class BundleVerifyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_bundle = bundleWith({u"dev"_s}); }
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(write(m_bundle, path()));
    }

    void writtenBundleHasNothingToSay();
    void changedByteOfTheSameSizeIsFound();
    void changedSizeIsFoundWithoutReading();
    void missingAndForeignFilesAreFound();
    void linkInAFilesPlaceIsNotFollowed();
    void linkInAFoldersPlaceIsNotFollowed();
    void pipeInAFilesPlaceDoesNotHang();
    void signatureBesideTheManifestIsNoForeigner();
    void folderWithoutManifestIsNoBundle();
    void folderThatIsNotThereIsAnError();
    void brokenManifestIsAFinding_data();
    void brokenManifestIsAFinding();
    void pathThatLeavesTheFolderIsNeverOpened();
    void hugeManifestIsNotRead();
    void readingKeepsToPlainFiles();
    void treeDeeperThanAnyBundleIsRefused();

private:
    [[nodiscard]] QString path(const QString &name = {}) const
    {
        return m_folder->filePath(u"bundle"_s) + (name.isEmpty() ? QString() : u'/' + name);
    }

    Bundle m_bundle;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void BundleVerifyTest::writtenBundleHasNothingToSay()
{
    QVERIFY(verify(path()));
    QCOMPARE(said(verify(path())), QStringList());
}

void BundleVerifyTest::changedByteOfTheSameSizeIsFound()
{
    QByteArray text = readText(path(u"README.md"_s));
    text[5] = text[5] == 'x' ? 'y' : 'x';
    writeText(path(u"README.md"_s), text);
    QCOMPARE(said(verify(path())), QStringList{u"bundle.changed README.md"_s});
}

void BundleVerifyTest::changedSizeIsFoundWithoutReading()
{
    // A sparse file larger than memory: reading it would not end soon.
    QCOMPARE(::truncate(QFile::encodeName(path(u"README.md"_s)).constData(), off_t(1) << 42), 0);
    QCOMPARE(said(verify(path())), QStringList{u"bundle.changed README.md"_s});
}

void BundleVerifyTest::missingAndForeignFilesAreFound()
{
    QVERIFY(QFile::remove(path(u"images/images.txt"_s)));
    writeText(path(u"images/other.txt"_s), "x");
    writeText(path(u".hidden"_s), "x");
    QCOMPARE(
        said(verify(path())),
        (QStringList{u"bundle.missing images/images.txt"_s, u"bundle.foreign .hidden"_s, u"bundle.foreign images/other.txt"_s}));
}

void BundleVerifyTest::linkInAFilesPlaceIsNotFollowed()
{
    // Even a link to the very same content is no file of the bundle.
    writeText(m_folder->filePath(u"copy"_s), readText(path(u"README.md"_s)));
    QVERIFY(QFile::remove(path(u"README.md"_s)));
    QVERIFY(QFile::link(m_folder->filePath(u"copy"_s), path(u"README.md"_s)));
    QCOMPARE(said(verify(path())), QStringList{u"bundle.changed README.md"_s});
}

void BundleVerifyTest::linkInAFoldersPlaceIsNotFollowed()
{
    QVERIFY(QDir().rename(path(u"images"_s), m_folder->filePath(u"images"_s)));
    QVERIFY(QFile::link(m_folder->filePath(u"images"_s), path(u"images"_s)));
    QCOMPARE(said(verify(path())), (QStringList{u"bundle.missing images/images.txt"_s, u"bundle.foreign images"_s}));
    const Result<Folder> folder = Folder::open(path());
    QVERIFY(folder);
    QVERIFY(!folder->content(u"images/images.txt"_s));
}

void BundleVerifyTest::pipeInAFilesPlaceDoesNotHang()
{
    QVERIFY(QFile::remove(path(u"README.md"_s)));
    QCOMPARE(::mkfifo(QFile::encodeName(path(u"README.md"_s)).constData(), 0600), 0);
    QCOMPARE(said(verify(path())), QStringList{u"bundle.changed README.md"_s});
    const Result<Folder> folder = Folder::open(path());
    QVERIFY(folder && !folder->content(u"README.md"_s));
}

void BundleVerifyTest::signatureBesideTheManifestIsNoForeigner()
{
    writeText(path(kSignaturePath.toString()), "signature");
    QCOMPARE(said(verify(path())), QStringList());
}

void BundleVerifyTest::folderWithoutManifestIsNoBundle()
{
    QVERIFY(QFile::remove(path(u"bundle.json"_s)));
    QCOMPARE(said(verify(path())), QStringList{u"bundle.manifest bundle.json"_s});
    const Result<Bundle> bundle = read(path());
    QVERIFY(!bundle);
    QCOMPARE(bundle.error().kind, Error::Kind::Invalid);
}

void BundleVerifyTest::folderThatIsNotThereIsAnError()
{
    const Result<Findings> findings = verify(path(u"nowhere"_s));
    QVERIFY(!findings);
    QCOMPARE(findings.error().kind, Error::Kind::NotFound);
    QCOMPARE(verify(path(u"README.md"_s)).error().kind, Error::Kind::Invalid);
}

void BundleVerifyTest::brokenManifestIsAFinding_data()
{
    const QByteArray head = R"({"apiVersion":"console.sentinel/v1","kind":"BundleManifest","items":[)";
    const QByteArray sum(64, 'a');
    QTest::addColumn<QByteArray>("manifest");
    QTest::newRow("no JSON") << QByteArray("{");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("another kind") << QByteArray(R"({"apiVersion":"console.sentinel/v1","kind":"Other","items":[]})");
    QTest::newRow("items no list") << QByteArray(R"({"apiVersion":"console.sentinel/v1","kind":"BundleManifest","items":{}})");
    QTest::newRow("item no map") << head + "7]}";
    QTest::newRow("path above") << head + R"({"path":"../secret","size":1,"sha256":")" + sum + R"("}]})";
    QTest::newRow("absolute path") << head + R"({"path":"/etc/passwd","size":1,"sha256":")" + sum + R"("}]})";
    QTest::newRow("size negative") << head + R"({"path":"a","size":-1,"sha256":")" + sum + R"("}]})";
    QTest::newRow("size a text") << head + R"({"path":"a","size":"1","sha256":")" + sum + R"("}]})";
    QTest::newRow("size enormous") << head + R"({"path":"a","size":1e18,"sha256":")" + sum + R"("}]})";
    QTest::newRow("sum short") << head + R"({"path":"a","size":1,"sha256":"abc"}]})";
    QTest::newRow("itself") << head + R"({"path":"bundle.json","size":1,"sha256":")" + sum + R"("}]})";
    QTest::newRow("twice") << head + R"({"path":"a","size":1,"sha256":")" + sum + R"("},{"path":"a","size":1,"sha256":")" + sum
            + R"("}]})";
}

void BundleVerifyTest::brokenManifestIsAFinding()
{
    QFETCH(QByteArray, manifest);
    writeText(path(u"bundle.json"_s), manifest);
    const Result<Findings> findings = verify(path());
    QVERIFY(findings);
    QVERIFY(!findings->isEmpty());
    for (const Finding &finding : *findings) {
        QCOMPARE(finding.rule, u"bundle.manifest"_s);
        QCOMPARE(finding.severity, Severity::Error);
        QVERIFY(!finding.sentence.isEmpty() && !finding.remedy.isEmpty());
    }
}

void BundleVerifyTest::pathThatLeavesTheFolderIsNeverOpened()
{
    QVERIFY(isInnerPath(u"a/b.c"));
    for (const QString &bad :
         {u""_s, u"/a"_s, u"a/"_s, u"a//b"_s, u"."_s, u".."_s, u"a/../b"_s, u"./a"_s, u"a\\b"_s, u"a\nb"_s}) {
        QVERIFY2(!isInnerPath(bad), qPrintable(bad));
    }
}

void BundleVerifyTest::hugeManifestIsNotRead()
{
    QCOMPARE(::truncate(QFile::encodeName(path(u"bundle.json"_s)).constData(), off_t(1) << 40), 0);
    QCOMPARE(said(verify(path())), QStringList{u"bundle.manifest bundle.json"_s});
}

void BundleVerifyTest::readingKeepsToPlainFiles()
{
    writeText(m_folder->filePath(u"outside"_s), "secret");
    QVERIFY(QFile::link(m_folder->filePath(u"outside"_s), path(u"inside"_s)));
    const Result<Bundle> bundle = read(path());
    QVERIFY(bundle);
    QVERIFY(!bundle->find(u"inside"));
    QCOMPARE(bundle->files.size(), m_bundle.files.size());
}

void BundleVerifyTest::treeDeeperThanAnyBundleIsRefused()
{
    QVERIFY(QDir().mkpath(path(u"d"_s) + QString(u"/d"_s).repeated(60)));
    const Result<Findings> findings = verify(path());
    QVERIFY(!findings);
    QCOMPARE(findings.error().kind, Error::Kind::Invalid);
}

QTEST_GUILESS_MAIN(BundleVerifyTest)
#include "tst_BundleVerify.moc"
