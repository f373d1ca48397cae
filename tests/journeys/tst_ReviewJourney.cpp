// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/journeys/Journey.h"

#include <QDir>

using namespace sentinel;
using namespace sentinel::journeys;

/// What stands on the review page is what lands on the disk, and the command line makes the same.
class ReviewJourney : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theEqualCommandMakesTheSameBytes()
    {
        Person person(m_state.filePath(u"a"_s));
        // Sentences are Spanish here, and English for a pipeline: the files must not differ by that.
        person.wizard.setLanguageName(u"es"_s);
        person.document().create(u"prod"_s, {u"staging"_s, u"prod"_s});
        const QString file = m_state.filePath(u"my plan.yaml"_s);
        person.document().saveAs(file);
        QVERIFY(person.reviews());
        const QString folder = m_state.filePath(u"a/bundle"_s);
        QVERIFY2(person.writes(folder), qPrintable(person.review.trouble().text()));
        QCOMPARE(person.review.command(), u"sentinelctl generate '%1' --out %2"_s.arg(file, folder));

        const auto plan = plan::InstallPlan::load(file);
        QVERIFY(plan.has_value());
        const auto same = bundle::generate(*plan, Language::English);
        QVERIFY(same.has_value());
        QVERIFY(!same->files.isEmpty());
        for (const bundle::File &each : same->files) {
            QFile written(folder + u'/' + each.path);
            QVERIFY2(written.open(QIODevice::ReadOnly), qPrintable(each.path));
            QVERIFY2(written.readAll() == each.content, qPrintable(each.path));
        }
    }

    void aLineSaysWhichAnswerMadeIt()
    {
        Person person(m_state.filePath(u"b"_s));
        person.wizard.begin({}, u"prod"_s, {});
        person.types(u"network.host"_s, u"events.example.org"_s);
        QVERIFY(person.reviews());
        person.review.setFile(u"environments/prod/values.yaml"_s);
        const QString text = person.review.text();
        QVERIFY(text.contains(u"events.example.org"_s));
        person.review.setLine(1 + static_cast<int>(QStringView(text).first(text.indexOf(u"events.example.org"_s)).count(u'\n')));
        QCOMPARE(console::splitKey(person.review.lineKey()).key, u"network.host"_s);
        QVERIFY2(person.review.lineOrigin().contains(u"events.example.org"_s), qPrintable(person.review.lineOrigin()));
        person.wizard.jump(person.review.lineKey());
        QCOMPARE(person.wizard.step(), u"network"_s);
    }

    void theNextReviewShowsWhatIsDifferentFromTheLastBundle()
    {
        Person person(m_state.filePath(u"c"_s));
        person.wizard.begin({}, u"prod"_s, {});
        person.document().saveAs(m_state.filePath(u"c.yaml"_s));
        QVERIFY(person.reviews());
        QVERIFY(person.writes(m_state.filePath(u"c/bundle"_s)));
        QTRY_COMPARE_WITH_TIMEOUT(person.review.property("busy").toBool(), false, 20'000);
        QCOMPARE(person.review.changedFiles(), 0);

        QSignalSpy made(&person.review, &console::ReviewController::made);
        person.types(u"network.host"_s, u"other.example.org"_s);
        QVERIFY(!made.isEmpty() || made.wait(20'000));
        QTRY_COMPARE_WITH_TIMEOUT(person.review.property("busy").toBool(), false, 20'000);
        QVERIFY(person.review.changedFiles() > 0);
        person.review.setFile(u"environments/prod/values.yaml"_s);
        QStringList added;
        for (const auto &line : Person::rowsOf(&person.review, "diff")->rows()) {
            if (line.value(u"kind"_s).toString() == u"added"_s) {
                added.append(line.value(u"text"_s).toString());
            }
        }
        QVERIFY2(added.join(u'\n').contains(u"other.example.org"_s), qPrintable(added.join(u'\n')));

        // Another day: the plan opened again still knows its bundle.
        person.document().save();
        Person later(m_state.filePath(u"c"_s));
        later.wizard.begin(m_state.filePath(u"c.yaml"_s), {}, {});
        QCOMPARE(later.review.comparedWith(), m_state.filePath(u"c/bundle"_s));
    }

    void aFolderWithForeignFilesIsLeftAloneAndAnotherPlaceOffered()
    {
        Person person(m_state.filePath(u"d"_s));
        const QString folder = m_state.filePath(u"home"_s);
        QVERIFY(QDir().mkpath(folder));
        writeText(folder + u"/diary.txt"_s, "mine");
        person.wizard.begin({}, u"dev"_s, {});
        QVERIFY(person.reviews());
        QVERIFY(!person.writes(folder));
        QVERIFY2(person.review.trouble().text().contains(u"diary.txt"_s), qPrintable(person.review.trouble().text()));
        QCOMPARE(QDir(folder).entryList(QDir::Files), QStringList{u"diary.txt"_s});
        QVERIFY(!person.review.alternative().isEmpty());
        QVERIFY2(person.writes(person.review.alternative()), qPrintable(person.review.trouble().text()));
    }

    void theSecretsToPrepareAreNamedPerNamespace()
    {
        Person person(m_state.filePath(u"e"_s));
        person.document().create(u"prod"_s, {u"staging"_s, u"prod"_s});
        person.types(u"security.databaseSecret"_s, u"my-database"_s);
        QVERIFY(person.reviews());
        QStringList places;
        for (const auto &row : Person::rowsOf(&person.review, "secrets")->rows()) {
            if (row.value(u"name"_s).toString().startsWith(u"my-database"_s)) {
                places.append(row.value(u"place"_s).toString());
            }
        }
        QCOMPARE(places, (QStringList{u"sentinel-staging"_s, u"sentinel-prod"_s}));
    }

    void theTreeFoldsAndTheSummaryCounts()
    {
        Person person(m_state.filePath(u"f"_s));
        person.wizard.begin({}, u"prod"_s, {});
        QVERIFY(person.reviews());
        auto *files = Person::rowsOf(&person.review, "files");
        QVERIFY(!files->find(u"environments/prod/values.yaml"_s).isEmpty());
        person.review.toggleFolder(u"environments/"_s);
        QVERIFY(files->find(u"environments/prod/values.yaml"_s).isEmpty());
        person.review.toggleFolder(u"environments/"_s);
        QVERIFY(!files->find(u"environments/prod/values.yaml"_s).isEmpty());
        QCOMPARE(Person::rowsOf(&person.review, "summary")->count(), 4);
    }

private:
    QTemporaryDir m_state;
};

QTEST_GUILESS_MAIN(ReviewJourney)
#include "tst_ReviewJourney.moc"
