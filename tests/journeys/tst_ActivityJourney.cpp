// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/Sentinel/Activity/ActivityController.h"
#include "qml/Sentinel/Activity/Reminders.h"

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

    void whatBroughtAVersionLeadsToTheWayBack()
    {
        const auto deployed = [this](const QString &environment, const QString &via) {
            const auto log = m_journal->begin(scope(environment), u"deploy"_s,
                                              journal::Facts()
                                                  .add(u"via"_s, via)
                                                  .add(u"cluster"_s, u"eu-1"_s)
                                                  .add(u"namespace"_s, u"sentinel-"_s + environment));
            QVERIFY(log);
        };
        deployed(u"prod"_s, u"argocd"_s);
        deployed(u"staging"_s, u"helm"_s);
        journal::Scope scale = scope(u"Deployment/web"_s);
        scale.kind = u"scale"_s;
        QVERIFY(m_journal->begin(scale));
        console::ActivityController activity;
        activity.setFolder(m_folder->path());
        const auto list = rows(activity, "operations");
        QVERIFY(activity.rollBack().isEmpty()); // scaled: no version was brought
        QVERIFY(!activity.rollBackReason().isEmpty());
        activity.setSelected(list.at(1).value(u"id"_s).toString());
        QCOMPARE(activity.rollBack().value(u"subject"_s).toString(), u"sentinel-staging/sentinel"_s);
        QCOMPARE(activity.rollBack().value(u"via"_s).toString(), u"helm"_s);
        activity.setSelected(list.at(2).value(u"id"_s).toString());
        QCOMPARE(activity.rollBack().value(u"subject"_s).toString(), u"sentinel-prod-eu-1"_s);
        QCOMPARE(activity.rollBack().value(u"server"_s).toString(), u"https://eu-1.example.com:6443"_s);
        QCOMPARE(activity.rollBackReason(), QString());
        const auto claim = m_journal->claim(scope(u"prod"_s));
        QVERIFY(claim);
        activity.refresh();
        QVERIFY(!activity.rollBackReason().isEmpty()); // it is under way
    }

    void theFirstReminderIsSeenWhereNoJournalWasBefore()
    {
        const QTemporaryDir folder;
        console::Reminders reminders;
        reminders.setPlace({{u"stateFolder"_s, folder.path()}, {u"usable"_s, true}});
        QCOMPARE(reminders.pauses()->count(), 0);
        const auto journal = journal::Journal::open(folder.path());
        QVERIFY(journal);
        journal::Scope pause = scope(u"argocd/shop"_s);
        pause.kind = u"auto-sync"_s;
        QVERIFY((*journal)->begin(pause, u"auto-sync is paused"_s));
        QTRY_COMPARE(reminders.pauses()->count(), 1);
    }

    void whatIsPausedIsRemembered()
    {
        const auto paused = [this](const QString &application, const QString &context) {
            journal::Scope pause = scope(application, context);
            pause.kind = u"auto-sync"_s;
            return m_journal->begin(pause, u"auto-sync is paused"_s);
        };
        auto log = paused(u"argocd/shop"_s, u"eu-1"_s);
        QVERIFY(log);
        QVERIFY(paused(u"argocd/cart"_s, u"us-1"_s));
        QVERIFY(paused(u"argocd/gone"_s, u"rehearsal"_s)); // of a rehearsal that has ended
        console::Reminders reminders;
        reminders.setPlace({{u"stateFolder"_s, m_folder->path()}, {u"usable"_s, true}, {u"context"_s, u"eu-1"_s}});
        QCOMPARE(reminders.pauses()->count(), 2);
        QVERIFY(reminders.sentence().contains(u"argocd/cart on us-1"_s));
        const QVariantList here = reminders.resumable();
        QCOMPARE(here.size(), 1);
        QCOMPARE(here.first().toMap().value(u"cluster"_s).toString(), u"eu-1"_s);
        QVERIFY(reminders.pauses()->rows().first().value(u"blockedReason"_s).toString().contains(u"us-1"));
        QVERIFY(log->outcome(journal::Outcome::Done, u"it is on again"_s));
        QTRY_COMPARE(reminders.pauses()->count(), 1);
        // And nothing that could be gone on with is made of it.
        console::ActivityController activity;
        activity.setFolder(m_folder->path());
        QVERIFY(std::ranges::none_of(rows(activity, "operations"),
                                     [](const auto &row) { return row.value(u"resumable"_s).toBool(); }));
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
