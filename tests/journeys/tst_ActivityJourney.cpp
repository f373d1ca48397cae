// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/Sentinel/Activity/ActivityController.h"

#include "tests/support/Tries.h"
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace sentinel;

namespace {

journal::Scope scope(const QString &environment, const QString &context = u"eu-1"_s)
{
    return {.kind = u"deploy"_s, .context = context, .cluster = u"https://eu-1.example.com:6443"_s, .environment = environment};
}

QList<console::RowsModel::Row> rows(const console::ActivityController &activity, const char *property)
{
    return activity.property(property).value<console::RowsModel *>()->rows();
}

} // namespace

/// What was done can be read afterwards: by whom, how it ended, what it said, and whether anybody changed the record.
class ActivityJourney : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        const auto opened = journal::Journal::open(m_folder->path(), std::make_shared<SystemClock>(), u"ada@desk"_s);
        QVERIFY(opened);
        m_journal = *opened;
    }

    void anEmptyJournalSaysSo()
    {
        console::ActivityController activity;
        activity.setFolder(m_folder->path());
        QVERIFY(rows(activity, "operations").isEmpty());
        QVERIFY(activity.headline().contains(u"Nothing"_s));
        QVERIFY(!activity.trouble().isPresent());
    }

    void operationsComeNewestFirstWithWhoAndHow()
    {
        finished(u"staging"_s, journal::Outcome::Done, u"healthy"_s);
        finished(u"prod"_s, journal::Outcome::Failed, u"unhealthy"_s);
        console::ActivityController activity;
        activity.setFolder(m_folder->path());
        const auto list = rows(activity, "operations");
        QCOMPARE(list.size(), 2);
        QCOMPARE(list.first().value(u"place"_s).toString(), u"prod on eu-1"_s);
        QCOMPARE(list.first().value(u"tone"_s).toInt(), 4);
        QCOMPARE(list.first().value(u"who"_s).toString(), u"ada@desk"_s);
        QCOMPARE(list.last().value(u"place"_s).toString(), u"staging on eu-1"_s);
        QVERIFY(!list.last().value(u"sentence"_s).toString().contains(u"healthy:"_s));

        activity.setSelected(list.last().value(u"id"_s).toString());
        const auto steps = rows(activity, "steps");
        QCOMPARE(steps.size(), 1);
        QCOMPARE(steps.first().value(u"title"_s).toString(), u"Namespace"_s);
        QVERIFY(!rows(activity, "records").isEmpty());
    }

    void whatNobodyEndedIsInterruptedAndWhatIsHeldIsUnderWay()
    {
        QVERIFY(m_journal->begin(scope(u"prod"_s)));
        console::ActivityController activity;
        activity.setFolder(m_folder->path());
        QCOMPARE(rows(activity, "operations").first().value(u"resumable"_s).toBool(), true);
        const auto claim = m_journal->claim(scope(u"prod"_s));
        QVERIFY(claim);
        activity.refresh();
        QCOMPARE(rows(activity, "operations").first().value(u"resumable"_s).toBool(), false);
        QVERIFY(activity.headline().contains(u"under way"_s));
    }

    void whatWasOpenOnARehearsalClusterEndedWithIt()
    {
        QVERIFY(m_journal->begin(scope(u"prod"_s, u"rehearsal"_s)));
        console::ActivityController activity;
        activity.setFolder(m_folder->path());
        QCOMPARE(rows(activity, "operations").first().value(u"resumable"_s).toBool(), false);
        activity.setRehearsalSince(QDateTime::currentDateTimeUtc().addDays(-1)); // the same cluster still runs
        QCOMPARE(rows(activity, "operations").first().value(u"resumable"_s).toBool(), true);
    }

    void whatIsWrittenMeanwhileAppears()
    {
        console::ActivityController activity;
        activity.setFolder(m_folder->path());
        finished(u"prod"_s, journal::Outcome::Done, u"healthy"_s);
        QTRY_COMPARE(rows(activity, "operations").size(), 1);
    }

    void aJournalSomebodyChangedSaysFromWhere()
    {
        finished(u"prod"_s, journal::Outcome::Done, u"healthy"_s);
        finished(u"staging"_s, journal::Outcome::Done, u"healthy"_s);
        const QString path = m_journal->file();
        m_journal.reset();
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QByteArray text = file.readAll();
        QVERIFY(text.contains("staging"));
        text.replace("staging", "stagins");
        QVERIFY(file.seek(0) && file.write(text) == text.size());
        file.close();

        console::ActivityController activity;
        activity.setFolder(m_folder->path());
        QVERIFY2(activity.chainTone() != 1, qPrintable(activity.chainText()));
        QVERIFY2(activity.chainText().contains(u"record 4 "_s), qPrintable(activity.chainText()));
    }

private:
    void finished(const QString &environment, journal::Outcome outcome, const QString &sentence)
    {
        auto log = m_journal->begin(scope(environment), u"deploy example to sentinel-%1"_s.arg(environment));
        QVERIFY(log);
        OperationStep step{.id = u"namespace"_s, .title = u"Namespace"_s, .state = OperationStep::State::Done};
        QVERIFY(log->steps({step}));
        QVERIFY(log->step(step));
        QVERIFY(log->outcome(outcome, sentence));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::shared_ptr<journal::Journal> m_journal;
};

QTEST_GUILESS_MAIN(ActivityJourney)
#include "tst_ActivityJourney.moc"
