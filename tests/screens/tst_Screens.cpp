// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QImage>
#include <QProcess>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

constexpr int kPatience = 120'000; // milliseconds, for a machine that does much else
constexpr int kFewColours = 40; // a page without its content has the colours of its frame only
constexpr double kMostlyOneColour = 0.985;

/// What must have been taken, without number, theme and language.
const QStringList kPictures{
    u"start"_s,
    u"palette"_s,
    u"plan-start"_s,
    u"plan-target"_s,
    u"plan-load"_s,
    u"plan-hardware"_s,
    u"plan-hardware-lost"_s,
    u"plan-availability"_s,
    u"plan-network"_s,
    u"plan-storage"_s,
    u"plan-observability"_s,
    u"plan-security"_s,
    u"plan-delivery"_s,
    u"plan-review"_s,
    u"plan-review-findings"_s,
    u"plan-review-lines"_s,
    u"plan-review-reach"_s,
    u"settings-general"_s,
    u"help"_s,
    u"deploy-empty"_s,
    u"deploy-chosen"_s,
    u"deploy-preflight"_s,
    u"deploy-inside"_s,
    u"certificates"_s,
    u"deploy-healthy"_s,
    u"deploy-yaml"_s,
    u"deploy-upgraded"_s,
    u"deploy-broken"_s,
    u"deploy-faults"_s,
    u"activity"_s,
    u"settings-clusters"_s,
    u"settings-cluster-tested"_s,
    u"settings-cluster-add"_s,
    u"settings-cluster-known"_s,
    u"rollback-page"_s,
    u"rollback-sheet"_s,
    u"rollback-verdict"_s,
    u"rollback-running"_s,
    u"rollback-stopped"_s,
    u"sync-resources"_s,
    u"sync-timeline"_s,
    u"sync-history"_s,
    u"sync-differences"_s,
    u"sync-windows"_s,
    u"sync-sheet"_s,
    u"sync-options"_s,
    u"sync-clusters"_s,
    u"workloads-pods"_s,
    u"workloads-filter"_s,
    u"workloads-yaml"_s,
    u"workloads-events"_s,
    u"workloads-logs"_s,
    u"workloads-scale"_s,
    u"workloads-delete"_s,
    u"workloads-custom"_s,
};

struct Played
{
    int exitCode = -1;
    QString output;
    QString errors;
};

Played play(const QStringList &options)
{
    QProcess tour;
    tour.start(QStringLiteral(SENTINEL_CONSOLE), options);
    if (!tour.waitForFinished(kPatience)) {
        tour.kill();
        tour.waitForFinished();
    }
    return {.exitCode = tour.exitStatus() == QProcess::NormalExit ? tour.exitCode() : -1,
            .output = QString::fromUtf8(tour.readAllStandardOutput()),
            .errors = QString::fromUtf8(tour.readAllStandardError())};
}

/// Why the picture shows nothing worth looking at; empty when it does.
QString emptiness(const QImage &picture)
{
    QHash<QRgb, int> counts;
    int seen = 0;
    for (int y = 0; y < picture.height(); y += 2) {
        for (int x = 0; x < picture.width(); x += 2, ++seen) {
            ++counts[picture.pixel(x, y)];
        }
    }
    const int most = *std::ranges::max_element(counts);
    if (counts.size() < kFewColours) {
        return u"only %1 colours"_s.arg(counts.size());
    }
    return most > kMostlyOneColour * seen ? u"nearly all of it is one colour"_s : QString();
}

QStringList linesBeginning(const QString &text, QStringView with)
{
    QStringList lines = text.split(u'\n');
    lines.removeIf([with](const QString &line) { return !line.startsWith(with); });
    return lines;
}

} // namespace

class TestScreens : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPageIsDrawnWhole_data()
    {
        QTest::addColumn<QString>("theme");
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("size");
        for (const QString &theme : {u"light"_s, u"dark"_s}) {
            for (const QString &language : {u"en"_s, u"es"_s}) {
                for (const QString &size : {u"1440x900"_s, u"1280x720"_s, u"3840x2160"_s}) {
                    QTest::addRow("%s %s %s", qPrintable(theme), qPrintable(language), qPrintable(size))
                        << theme << language << size;
                }
            }
        }
    }
    void everyPageIsDrawnWhole()
    {
        QFETCH(const QString, theme);
        QFETCH(const QString, language);
        QFETCH(const QString, size);
        const QString folder = QStringLiteral(SENTINEL_SCREENS) + u'/' + size;
        const QString ending = u"-%1-%2.png"_s.arg(theme, language);
        QVERIFY(QDir().mkpath(folder));
        for (const QString &old : QDir(folder).entryList({u'*' + ending})) {
            QVERIFY(QFile::remove(folder + u'/' + old));
        }

        const Played played = play({u"--tour"_s, folder, u"--theme"_s, theme, u"--language"_s, language, u"--size"_s, size});
        QVERIFY2(played.exitCode == 0, qPrintable(played.output + played.errors));

        QStringList missing = kPictures;
        const QSize expected(size.section(u'x', 0, 0).toInt(), size.section(u'x', 1, 1).toInt());
        for (const QString &file : QDir(folder).entryList({u'*' + ending})) {
            const QImage picture(folder + u'/' + file);
            QVERIFY2(!picture.isNull(), qPrintable(file));
            QCOMPARE(picture.size(), expected);
            const QString empty = emptiness(picture);
            QVERIFY2(empty.isEmpty(), qPrintable(file + u": "_s + empty));
            missing.removeAll(file.section(u'-', 1).chopped(ending.size()));
        }
        QVERIFY2(missing.isEmpty(), qPrintable(u"not taken: "_s + missing.join(u", "_s)));

        const QStringList cut = linesBeginning(played.output, u"cut: ");
        QVERIFY2(cut.isEmpty(), qPrintable(u'\n' + cut.join(u'\n')));
    }

    /// As it is played where nobody says how: both looks, and between them the rehearsal cluster is another one.
    void oneLookAfterTheOtherIsPlayed()
    {
        const QTemporaryDir folder;
        const Played played = play({u"--tour"_s, folder.path(), u"--size"_s, u"1280x720"_s});
        QVERIFY2(played.exitCode == 0, qPrintable(played.output + played.errors));
        const QDir taken(folder.path());
        QCOMPARE(taken.entryList({u"*-dark-es.png"_s}).size(), taken.entryList({u"*-light-en.png"_s}).size());
        QVERIFY(taken.entryList({u"*-dark-es.png"_s}).size() >= kPictures.size());
    }
};

QTEST_GUILESS_MAIN(TestScreens)
#include "tst_Screens.moc"
