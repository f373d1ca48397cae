// SPDX-License-Identifier: GPL-3.0-or-later
// Whole bundles against kept ones, so that a change of what customers get is seen in review. After an intended change:
// SENTINEL_REFRESH_GOLDEN=1 tests/tst_BundleGolden, then read the difference before committing it.
#include "tests/core/bundle/Plans.h"

#include <QDir>
#include <QDirIterator>

using namespace Qt::StringLiterals;
using namespace sentinel;
using namespace sentinel::bundle;

namespace {

const QString kFolder = QStringLiteral(SENTINEL_SOURCE_DIR "/tests/core/bundle/golden");

/// The chart and the guides are kept where they are written; their sums would change with every one of their words.
bool isKept(const QString &path)
{
    return !path.startsWith(u"charts/") && !path.startsWith(u"containers/") && !path.startsWith(u"docs/")
        && path != u"bundle.json" && path != u"sentinel-plan.yaml";
}

Bundle keptBundle(const QString &folder)
{
    Bundle bundle;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        const QString name = QDir(folder).relativeFilePath(path);
        QFile file(path);
        if (isKept(name) && file.open(QIODevice::ReadOnly)) {
            bundle.files.append({.path = name, .mediaType = mediaTypeOf(name), .content = file.readAll(), .origins = {}});
        }
    }
    std::ranges::sort(bundle.files, {}, &File::path);
    return bundle;
}

void refresh(const QString &folder, const Bundle &bundle)
{
    for (const QString &name : QDir(folder).entryList(QDir::AllEntries | QDir::NoDotAndDotDot)) {
        const QString path = folder + u'/' + name;
        if (name != u"plan.yaml") {
            QFileInfo(path).isDir() ? QDir(path).removeRecursively() : QFile::remove(path);
        }
    }
    for (const File &file : bundle.files) {
        const QString path = folder + u'/' + file.path;
        QFile out(path);
        QVERIFY(QDir().mkpath(QFileInfo(path).path()) && out.open(QIODevice::WriteOnly));
        QCOMPARE(out.write(file.content), file.content.size());
    }
}

} // namespace

class BundleGoldenTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bundleIsTheKeptOne_data();
    void bundleIsTheKeptOne();
};

void BundleGoldenTest::bundleIsTheKeptOne_data()
{
    QTest::addColumn<QString>("folder");
    for (const QString &name : QDir(kFolder).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
        QTest::newRow(qPrintable(name)) << kFolder + u'/' + name;
    }
}

void BundleGoldenTest::bundleIsTheKeptOne()
{
    QFETCH(QString, folder);
    QFile file(folder + u"/plan.yaml"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const Result<plan::InstallPlan> plan = plan::InstallPlan::parse(file.readAll(), u"plan.yaml"_s);
    QVERIFY2(plan, plan ? "" : qPrintable(plan.error().detail));
    Bundle bundle = bundleOf(*plan);
    bundle.files.removeIf([](const File &one) { return !isKept(one.path); });
    if (qEnvironmentVariableIsSet("SENTINEL_REFRESH_GOLDEN")) {
        refresh(folder, bundle);
    }
    Bundle kept = keptBundle(folder);
    kept.files.removeIf([](const File &one) { return one.path == u"plan.yaml"; });
    QVERIFY(!kept.files.isEmpty());
    QString all;
    for (const Change &change : difference(kept, bundle)) {
        all += change.diff;
    }
    QVERIFY2(all.isEmpty(), qPrintable(u'\n' + all));
}

QTEST_GUILESS_MAIN(BundleGoldenTest)
#include "tst_BundleGolden.moc"
