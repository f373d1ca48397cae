// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition/CheckBundle.h"
#include "qml/Sentinel/Plan/ReachCause.h"
#include "qml/Sentinel/Plan/ReachController.h"
#include "tests/journeys/Journey.h"

#include <QDir>
#include <QStandardPaths>
#include <QTimer>
#include <ctime>

using namespace sentinel;
using namespace sentinel::journeys;

namespace {

constexpr int kPatience = 60'000; // milliseconds, for a machine that does much else

/// A person who looks at what a check finds.
class Auditor : public Person
{
public:
    explicit Auditor(const QString &draftsFolder)
        : Person(draftsFolder)
    {
        findings.setReview(&review);
        reach.setFindings(&findings);
    }

    console::FindingsController findings;
    console::ReachController reach;

    [[nodiscard]] bool checks()
    {
        QSignalSpy checked(&findings, &console::FindingsController::checked);
        wizard.setStep(u"review"_s);
        review.setActive(true);
        return checked.wait(kPatience) && findings.isPresent() && !findings.trouble().isPresent();
    }
    [[nodiscard]] QList<console::RowsModel::Row> found(const QString &rule)
    {
        QList<console::RowsModel::Row> rows = rowsOf(&findings, "rows")->rows();
        rows.removeIf([&rule](const auto &row) { return row.value(u"rule"_s) != rule; });
        return rows;
    }
    /// Puts the eye on the way between two ends; false when one of them is not shown.
    [[nodiscard]] bool looks(const QString &from, const QString &to)
    {
        const int row = placeOf("sources", from);
        const int column = placeOf("destinations", to);
        reach.look(row, column);
        return row >= 0 && column >= 0;
    }
    [[nodiscard]] QString way(const QString &part) const { return reach.way().value(part).toString(); }

private:
    [[nodiscard]] int placeOf(const char *heads, const QString &title)
    {
        const auto &rows = rowsOf(&reach, heads)->rows();
        const auto isIt = [&title](const auto &row) { return row.value(u"title"_s) == title; };
        const auto at = std::ranges::find_if(rows, isIt);
        return at == rows.end() ? -1 : static_cast<int>(at - rows.begin());
    }
};

double cpuOfThisThread()
{
    timespec used{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &used);
    return static_cast<double>(used.tv_sec) * 1e3 + static_cast<double>(used.tv_nsec) / 1e6;
}

} // namespace

/// What `bundle check` says stands on the review page, without holding it up.
class FindingsJourney : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        m_helm = QStandardPaths::findExecutable(u"helm"_s);
        if (m_helm.isEmpty()) {
            QSKIP("no helm on PATH");
        }
        m_path = qgetenv("PATH");
    }

    void init()
    {
        qputenv("PATH", m_path);
        m_temporary = m_state.filePath(u"tmp-%1"_s.arg(QLatin1StringView(QTest::currentTestFunction())));
        QVERIFY(QDir().mkpath(m_temporary));
        qputenv("TMPDIR", QFile::encodeName(m_temporary));
    }

    void thePageSaysWhatTheCommandSays()
    {
        Auditor person(m_state.filePath(u"a"_s));
        person.document().create(u"prod"_s, {u"staging"_s, u"prod"_s});
        QVERIFY(person.checks());
        QVERIFY(!person.findings.isOlder());
        QVERIFY(!person.findings.isBusy());
        const QString folder = m_state.filePath(u"a-bundle"_s);
        QVERIFY(person.writes(folder));

        const auto written = bundle::read(folder);
        QVERIFY(written.has_value());
        const auto rendered = QCoro::waitFor(composition::renderBundle({.folder = folder, .bundle = *written}, {}));
        QVERIFY(rendered.has_value());
        const auto shown = person.findings.checkedBundle();
        QCOMPARE(shown->environments.size(), 2);
        for (const composition::EnvironmentManifests &each : *rendered) {
            const auto report = composition::checkEnvironment(each, {}, QDate::currentDate());
            const console::CheckedEnvironment *same = shown->find(each.environment);
            QVERIFY(same);
            QCOMPARE(same->report.findings, report.findings);
            QCOMPARE(same->report.exempted, report.exempted);
            QVERIFY(!same->report.exempted.isEmpty());
        }
        QCOMPARE(person.findings.command(), u"sentinelctl bundle check "_s + folder);
    }

    void nothingOfACheckStaysBehind()
    {
        Auditor person(m_state.filePath(u"b"_s));
        person.wizard.begin({}, u"dev"_s, {});
        QVERIFY(person.checks());
        QCOMPARE(leftOver(), QStringList());
    }

    void theWindowsThreadHasNextToNothingToDo()
    {
        Auditor person(m_state.filePath(u"c"_s));
        person.document().create(u"prod"_s, {u"dev"_s, u"staging"_s, u"prod"_s});
        QVERIFY(person.reviews());
        QSignalSpy checked(&person.findings, &console::FindingsController::checked);
        const double before = cpuOfThisThread();
        QVERIFY(checked.wait(kPatience));
        const double used = cpuOfThisThread() - before;
        qInfo("the window's thread used %.1f ms while three environments were checked", used);
        QVERIFY2(used < 250, qPrintable(QString::number(used)));
    }

    void aFindingLeadsToItsLinesAndToItsAnswer()
    {
        Auditor person(m_state.filePath(u"d"_s));
        person.document().create(u"prod"_s, {u"staging"_s, u"prod"_s});
        person.types(u"environments.prod.security.networkPolicies"_s, u"false"_s);
        QVERIFY(person.checks());
        const auto open = person.found(u"network.unprotected-pod"_s);
        QVERIFY(!open.isEmpty());
        const auto &row = open.first();
        QCOMPARE(row.value(u"environments"_s).toString(), u"prod"_s);

        const QString file = row.value(u"file"_s).toString();
        QVERIFY2(file.startsWith(u"rendered/prod/"_s), qPrintable(file));
        QSignalSpy marked(&person.review, &console::ReviewController::marked);
        person.review.open(file, row.value(u"line"_s).toInt());
        QCOMPARE(marked.size(), 1);
        QCOMPARE(person.review.file(), file);
        QCOMPARE(person.review.line(), row.value(u"line"_s).toInt());
        const QString lines = person.review.text();
        QCOMPARE(lines.first(person.review.markStart()).count(u'\n'), row.value(u"line"_s).toInt() - 1);
        QVERIFY(person.review.markLength() > 0);
        QVERIFY(person.review.fileRow() < Person::rowsOf(&person.review, "files")->count());
        QVERIFY(person.review.lineKey().isEmpty());

        QCOMPARE(row.value(u"key"_s).toString(), u"environments.prod.security.networkPolicies"_s);
        person.wizard.jump(row.value(u"key"_s).toString());
        QCOMPARE(person.wizard.step(), u"security"_s);
        QCOMPARE(person.wizard.environment(), u"prod"_s);
    }

    void whatIsFoundInSeveralEnvironmentsIsSaidOnce()
    {
        Auditor person(m_state.filePath(u"e"_s));
        person.document().create(u"prod"_s, {u"staging"_s, u"prod"_s});
        QVERIFY(person.checks());
        const auto byTag = person.found(u"container.image-digest"_s);
        QVERIFY(!byTag.isEmpty());
        QCOMPARE(byTag.first().value(u"environments"_s).toString(), u"staging, prod"_s);
        const int both = person.findings.count();

        person.wizard.setEnvironment(u"prod"_s);
        QVERIFY(person.findings.count() <= both);
        for (const auto &row : Person::rowsOf(&person.findings, "rows")->rows()) {
            QCOMPARE(row.value(u"environments"_s).toString(), u"prod"_s);
        }
        QVERIFY(!person.findings.isOlder()); // another view, the same answers
        QVERIFY(person.findings.command().endsWith(u" --environment prod"_s));
    }

    void groupsAreHiddenAndAcceptedFindingsUnfoldedWithReasonAndDay()
    {
        Auditor person(m_state.filePath(u"f"_s));
        person.wizard.begin({}, u"prod"_s, {});
        QVERIFY(person.checks());
        auto *rows = Person::rowsOf(&person.findings, "rows");
        const int all = rows->count();
        QCOMPARE(all, person.findings.count());
        person.findings.toggle(u"notes"_s);
        QVERIFY(rows->count() < all);
        QCOMPARE(person.findings.count(), all); // hidden, and counted
        person.findings.showAll();
        QCOMPARE(rows->count(), all);

        person.findings.toggle(u"exempted"_s);
        QVERIFY(rows->count() > all);
        const auto &accepted = rows->rows().last();
        const auto &checked = person.findings.checkedBundle()->environments.first();
        const auto why = std::ranges::find_if(checked.exemptions, [&accepted](const policy::Exemption &each) {
            return accepted.value(u"remedy"_s).toString().endsWith(each.reason);
        });
        QVERIFY2(why != checked.exemptions.end(), qPrintable(accepted.value(u"remedy"_s).toString()));
        const QString day = console::localeOf(Language::English).toString(why->expires, QLocale::ShortFormat);
        QVERIFY2(accepted.value(u"remedy"_s).toString().contains(day), qPrintable(accepted.value(u"remedy"_s).toString()));
    }

    void theNewestAnswersWin()
    {
        waitingHelm();
        Auditor person(m_state.filePath(u"g"_s));
        person.wizard.begin({}, u"prod"_s, {});
        person.types(u"network.host"_s, u"first.example.org"_s);
        QSignalSpy checked(&person.findings, &console::FindingsController::checked);
        QVERIFY(person.reviews());
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(m_folder.filePath(u"waits"_s)), kPatience);
        QVERIFY(person.findings.isBusy());
        checked.clear();

        person.types(u"network.host"_s, u"second.example.org"_s); // the helm of the first answers waits for ever
        QVERIFY(checked.wait(kPatience));
        QCOMPARE(checked.size(), 1);
        const QByteArray text = rendered(person);
        QVERIFY(text.contains("second.example.org"));
        QVERIFY(!text.contains("first.example.org"));
        QTRY_COMPARE_WITH_TIMEOUT(leftOver(), QStringList(), kPatience); // the first is over too
        QCOMPARE(checked.size(), 1);
    }

    void whatWasFoundBeforeStaysAndSaysSo()
    {
        Auditor person(m_state.filePath(u"h"_s));
        person.wizard.begin({}, u"prod"_s, {});
        QVERIFY(person.checks());
        const int before = Person::rowsOf(&person.findings, "rows")->count();
        QVERIFY(before > 0);
        waitingHelm();
        person.types(u"network.host"_s, u"other.example.org"_s);
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(m_folder.filePath(u"waits"_s)), kPatience);
        QVERIFY(person.findings.isOlder());
        QVERIFY(person.findings.isBusy());
        QCOMPARE(Person::rowsOf(&person.findings, "rows")->count(), before);

        person.document().undo(); // the answers that were checked, so there is nothing to wait for
        QTRY_VERIFY_WITH_TIMEOUT(!person.findings.isOlder() && !person.findings.isBusy(), kPatience);
        QTRY_COMPARE_WITH_TIMEOUT(leftOver(), QStringList(), kPatience);
    }

    void leavingThePageStopsTheCheck()
    {
        waitingHelm();
        Auditor person(m_state.filePath(u"i"_s));
        person.wizard.begin({}, u"prod"_s, {});
        QVERIFY(person.reviews());
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(m_folder.filePath(u"waits"_s)), kPatience);
        QVERIFY(!leftOver().isEmpty());
        person.review.setActive(false);
        QVERIFY(!person.findings.isBusy());
        QTRY_COMPARE_WITH_TIMEOUT(leftOver(), QStringList(), kPatience); // helm was ended, its folders are gone
        QVERIFY(!person.findings.isPresent());
        QVERIFY(!person.findings.trouble().isPresent());
        // Back again: it begins anew, and this time helm answers.
        QVERIFY(person.checks());
    }

    void aPageThatIsGoneLeavesNothing()
    {
        waitingHelm();
        {
            Auditor person(m_state.filePath(u"j"_s));
            person.wizard.begin({}, u"prod"_s, {});
            QVERIFY(person.reviews());
            QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(m_folder.filePath(u"waits"_s)), kPatience);
        }
        QTRY_COMPARE_WITH_TIMEOUT(leftOver(), QStringList(), kPatience);
    }

    void aProgramThatEndsWaitsForNoCheck()
    {
        waitingHelm();
        Auditor person(m_state.filePath(u"r"_s));
        person.wizard.begin({}, u"prod"_s, {});
        QVERIFY(person.reviews());
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(m_folder.filePath(u"waits"_s)), kPatience);
        QVERIFY(!leftOver().isEmpty());
        QTimer::singleShot(0, qApp, &QCoreApplication::quit);
        QCoreApplication::exec();
        // Over by now, helm and folders too: nobody would wait for them any more.
        QCOMPARE(leftOver(), QStringList());
    }

    void withoutHelmItIsSaidHowToGetIt()
    {
        qputenv("PATH", QFile::encodeName(m_state.filePath(u"nowhere"_s)));
        Auditor person(m_state.filePath(u"k"_s));
        person.wizard.begin({}, u"prod"_s, {});
        QVERIFY(!person.checks());
        QVERIFY(!person.findings.isPresent());
        QVERIFY(!person.findings.isBusy());
        QVERIFY2(person.findings.trouble().text().contains(u"Install Helm"_s), qPrintable(person.findings.trouble().text()));
        // It was installed: the same answers are checked once more.
        qputenv("PATH", m_path);
        QSignalSpy checked(&person.findings, &console::FindingsController::checked);
        person.findings.checkAgain();
        QVERIFY(checked.wait(kPatience));
        QVERIFY(person.findings.isPresent());
        QVERIFY(!person.findings.trouble().isPresent());
    }

    void aChartThatCannotBeRenderedSaysWhyAndForWhom()
    {
        Auditor person(m_state.filePath(u"l"_s));
        person.wizard.begin({}, u"prod"_s, {});
        QVERIFY(person.checks());
        const int before = Person::rowsOf(&person.findings, "rows")->count();
        // The real helm, given a chart with a template that is none.
        putHelm("printf '{{ if }}' >> \"$chart/templates/application/backend.yaml\"; exec '" + QFile::encodeName(m_helm)
                + "' \"$@\"\n");
        QSignalSpy checked(&person.findings, &console::FindingsController::checked);
        person.types(u"network.host"_s, u"other.example.org"_s);
        QVERIFY(checked.wait(kPatience));
        const console::Trouble &trouble = person.findings.trouble();
        QVERIFY(trouble.isPresent());
        QVERIFY2(trouble.title.contains(u"prod"_s), qPrintable(trouble.title));
        QVERIFY2(trouble.text().contains(u"backend.yaml"_s), qPrintable(trouble.text()));
        QVERIFY(person.findings.isOlder());
        QCOMPARE(Person::rowsOf(&person.findings, "rows")->count(), before);
        QCOMPARE(leftOver(), QStringList());
    }

    void aPlanWithProblemsIsNotChecked()
    {
        Auditor person(m_state.filePath(u"m"_s));
        person.wizard.begin({}, u"prod"_s, {});
        person.types(u"availability.level"_s, u"zone"_s);
        person.types(u"availability.zones"_s, u"2"_s);
        QVERIFY(person.reviews());
        QVERIFY(!person.review.isReady());
        QVERIFY(!person.findings.isBusy());
        QVERIFY(!person.findings.isPresent());
        QVERIFY2(person.findings.note().contains(u"Mend the problems"_s), qPrintable(person.findings.note()));
        QSignalSpy checked(&person.findings, &console::FindingsController::checked);
        person.types(u"availability.zones"_s, u"3"_s); // mended, so it goes on by itself
        QVERIFY(checked.wait(kPatience));
        QVERIFY(person.findings.isPresent());
    }

    void theMatrixSaysWhoReachesWhomAndWhy()
    {
        Auditor person(m_state.filePath(u"n"_s));
        person.wizard.begin({}, u"prod"_s, {});
        person.types(u"availability.level"_s, u"none"_s); // one PostgreSQL, one Redis
        person.reach.setEnvironment(u"prod"_s);
        QVERIFY(person.checks());
        QVERIFY(person.looks(u"backend"_s, u"postgres"_s));
        QVERIFY2(person.way(u"sentence"_s).contains(u"TCP 5432"_s), qPrintable(person.way(u"sentence"_s)));
        const auto *checked = person.findings.checkedBundle()->find(u"prod");
        QStringList policies;
        for (const policy::NetworkPolicy &each : checked->report.network.policies) {
            policies.append(each.name);
        }
        const QString cause = person.way(u"cause"_s);
        QVERIFY2(std::ranges::any_of(policies, [&cause](const QString &each) { return cause.contains(each); }),
                 qPrintable(cause));
        QVERIFY(person.looks(u"postgres"_s, u"frontend"_s));
        QCOMPARE(person.way(u"sentence"_s), u"sentinel-prod/postgres does not reach sentinel-prod/frontend."_s);
        QVERIFY(person.way(u"cause"_s).startsWith(u"Stopped"_s));
        QCOMPARE(person.reach.differences(), 0);
    }

    void theMatrixIsNarrowedByName()
    {
        Auditor person(m_state.filePath(u"o"_s));
        person.wizard.begin({}, u"prod"_s, {});
        person.types(u"availability.level"_s, u"none"_s); // one PostgreSQL, one Redis
        person.reach.setEnvironment(u"prod"_s);
        QVERIFY(person.checks());
        const int all = person.reach.property("sources").value<console::RowsModel *>()->count();
        person.reach.setFilter(u"redis"_s);
        QVERIFY(Person::rowsOf(&person.reach, "sources")->count() < all);
        QVERIFY(person.looks(u"backend"_s, u"redis"_s));
        QVERIFY(!person.looks(u"frontend"_s, u"redis"_s)); // has nothing to do with it
        person.reach.setFilter(u"nobody"_s);
        QCOMPARE(Person::rowsOf(&person.reach, "sources")->count(), 0);
        person.reach.setFilter({});
        QCOMPARE(Person::rowsOf(&person.reach, "sources")->count(), all);
    }

    void whatIsNotAsWantedIsCountedNamedAndFoundInTheMatrix()
    {
        // As if a policy let the wrong port of the database through.
        putHelm("'" + QFile::encodeName(m_helm)
                + "' \"$@\" | sed 's/{protocol: TCP, port: 5432}/{protocol: TCP, port: 5433}/'\n");
        Auditor person(m_state.filePath(u"q"_s));
        person.wizard.begin({}, u"prod"_s, {});
        person.types(u"availability.level"_s, u"none"_s); // one PostgreSQL, one Redis
        person.reach.setEnvironment(u"prod"_s);
        QVERIFY(person.checks());
        const int all = Person::rowsOf(&person.reach, "sources")->count();
        QVERIFY(person.reach.differences() > 0);
        QVERIFY2(person.reach.headline().contains(u"not as wanted"_s), qPrintable(person.reach.headline()));

        person.reach.setDifferencesOnly(true);
        const int sources = Person::rowsOf(&person.reach, "sources")->count();
        QVERIFY(sources > 0 && sources < all);
        QVERIFY(person.looks(u"backend"_s, u"postgres"_s));
        const QVariantList problems = person.reach.way().value(u"problems"_s).toList();
        QCOMPARE(problems.size(), 2); // the port that is needed, and the one that is not
        for (const QVariant &problem : problems) {
            QVERIFY(problem.toMap().value(u"sentence"_s).toString().contains(u"543"_s));
            QVERIFY(!problem.toMap().value(u"remedy"_s).toString().isEmpty());
        }
        QCOMPARE(person.way(u"key"_s), u"security.networkPolicies"_s);
        QVERIFY(!person.looks(u"redis"_s, u"backend"_s));
        // As many cells are framed as the check names.
        const auto *table = person.reach.property("table").value<console::ReachTable *>();
        int framed = 0;
        for (int row = 0; row < table->rowCount(); ++row) {
            for (int column = 0; column < table->columnCount(); ++column) {
                framed += table->data(table->index(row, column), console::ReachTable::DifferentRole).toBool() ? 1 : 0;
            }
        }
        QCOMPARE(framed, person.reach.differences());
    }

    void whoLooksAtAConnectionSeesItAgainAfterTheNextCheck()
    {
        Auditor person(m_state.filePath(u"s"_s));
        person.wizard.begin({}, u"prod"_s, {});
        person.types(u"availability.level"_s, u"none"_s); // one PostgreSQL, one Redis
        person.reach.setEnvironment(u"prod"_s);
        QVERIFY(person.checks());
        QVERIFY(person.looks(u"backend"_s, u"postgres"_s));
        const QString before = person.way(u"sentence"_s);
        QSignalSpy narrowed(&person.reach, &console::ReachController::narrowed);
        QSignalSpy checked(&person.findings, &console::FindingsController::checked);
        putHelm("'" + QFile::encodeName(m_helm)
                + "' \"$@\" | sed 's/{protocol: TCP, port: 5432}/{protocol: TCP, port: 5433}/'\n");
        person.types(u"network.host"_s, u"other.example.org"_s);
        QVERIFY(checked.wait(kPatience));
        QCOMPARE(narrowed.size(), 0); // the same ends, so the view stays where it is
        QVERIFY2(person.way(u"sentence"_s).contains(u"5433"_s), qPrintable(person.way(u"sentence"_s)));
        QVERIFY(person.way(u"sentence"_s) != before);
    }

    void everyCellIsAsTheCheckHasIt()
    {
        Auditor person(m_state.filePath(u"p"_s));
        person.wizard.begin({}, u"prod"_s, {});
        person.reach.setEnvironment(u"prod"_s);
        QVERIFY(person.checks());
        const auto *table = person.reach.property("table").value<console::ReachTable *>();
        const auto &report = person.findings.checkedBundle()->find(u"prod")->report;
        QCOMPARE(table->rowCount(), report.reach->size());
        int open = 0;
        for (int row = 0; row < table->rowCount(); ++row) {
            for (int column = 0; column < table->columnCount(); ++column) {
                const auto state = table->data(table->index(row, column), console::ReachTable::StateRole).toInt();
                const policy::Reach &reach = report.reach->between(row, column);
                QCOMPARE(state == console::ReachTable::Open, !reach.open.isEmpty() && state != console::ReachTable::Unsaid);
                open += state == console::ReachTable::Open ? 1 : 0;
                // The policies named as the reason agree with the whole.
                const console::ReachCause cause = console::reachCause(report.network, row, column);
                if (!reach.open.isEmpty()) {
                    QVERIFY(cause.source.isOpen() && cause.destination.isOpen());
                }
                QCOMPARE(cause.source.held, report.reach->isIsolated(row, false));
                QCOMPARE(cause.destination.held, report.reach->isIsolated(column, true));
            }
        }
        QVERIFY(open > 10);
    }

private:
    /// A helm on PATH that runs `script` for `helm template`, with `$chart` set; else the real one.
    void putHelm(const QByteArray &script)
    {
        const QString path = m_folder.filePath(u"bin/helm"_s);
        QVERIFY(QDir().mkpath(m_folder.filePath(u"bin"_s)));
        writeText(path,
                  "#!/bin/sh\nif [ \"$1\" != template ]; then exec '" + QFile::encodeName(m_helm)
                      + "' \"$@\"; fi\nfor chart; do :; done\n" + script);
        QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::ExeOwner | QFile::WriteOwner));
        qputenv("PATH", QFile::encodeName(m_folder.filePath(u"bin"_s)) + ':' + m_path);
    }
    /// One whose first run makes the file "waits" and waits for ever; later ones are real.
    void waitingHelm()
    {
        QFile::remove(m_folder.filePath(u"waits"_s));
        const QByteArray waits = QFile::encodeName(m_folder.filePath(u"waits"_s));
        const QByteArray gate = QFile::encodeName(m_folder.filePath(u"gate"_s));
        putHelm("if [ ! -e '" + waits + "' ]; then mkfifo '" + gate + "' 2>/dev/null; : > '" + waits + "'; read -r never < '"
                + gate + "'; fi\nexec '" + QFile::encodeName(m_helm) + "' \"$@\"\n");
    }
    [[nodiscard]] QStringList leftOver() const { return QDir(m_temporary).entryList(QDir::Dirs | QDir::NoDotAndDotDot); }
    [[nodiscard]] static QByteArray rendered(const Auditor &person)
    {
        QByteArray text;
        for (const console::CheckedEnvironment &each : person.findings.checkedBundle()->environments) {
            for (const bundle::File &file : each.rendered) {
                text += file.content;
            }
        }
        return text;
    }

    QTemporaryDir m_state;
    QTemporaryDir m_folder;
    QString m_helm;
    QByteArray m_path;
    QString m_temporary;
};

QTEST_GUILESS_MAIN(FindingsJourney)
#include "tst_FindingsJourney.moc"
