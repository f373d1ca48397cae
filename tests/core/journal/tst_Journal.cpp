// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/Journal.h"
#include "core/journal/RunRecord.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace sentinel;
using namespace sentinel::journal;
using namespace Qt::StringLiterals;

namespace {

/// A minute passes with every look at it.
class WalkingClock final : public Clock
{
public:
    QDateTime now() const override { return m_now = m_now.addSecs(60); }
    void after(Duration, QObject *, std::function<void()>) override { }

private:
    mutable QDateTime m_now = QDateTime(QDate(2026, 11, 26), QTime(12, 0), QTimeZone::UTC);
};

const Scope kProd{.kind = u"deploy"_s, .context = u"eu-1-admin"_s, .cluster = u"eu-1"_s, .environment = u"prod"_s};

} // namespace

class JournalTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void anOperationIsToldFromIntentToOutcome();
    void idsAreNamesOfKubernetes();
    void anIntentWithoutAnEffectIsPending();
    void theNewestOperationComesFirst();
    void anOpenOperationIsFoundAndStandsInTheWay();
    void aStoppedOperationIsOpenAsLongAsItCanBeResumed();
    void anEndedOperationIsNotResumed();
    void severalProgramsSeeEachOthersRecords();
    void filesAreForTheirOwnerOnly();
    void secretsEnterAsDigestsOnly();
    void hostileTextIsMadePlain();
    void aRunIsRecreatedFromItsRecords();
    void aClaimIsHeldByOneProgram();
    void everyLineIsAnObjectOfJson();
    void aWholeJournalIsVerified();

private:
    std::shared_ptr<Journal> openJournal() const
    {
        auto journal = Journal::open(m_folder->filePath(u"state/journal"_s), std::make_shared<WalkingClock>(), u"ana@desk"_s);
        if (!journal) {
            qFatal("%s", qPrintable(journal.error().detail));
        }
        return *journal;
    }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void JournalTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void JournalTest::anOperationIsToldFromIntentToOutcome()
{
    const auto journal = openJournal();
    auto log = journal->begin(kProd, u"Deploys version 1.4."_s, Facts().add(u"via"_s, u"argocd"_s));
    QVERIFY2(log, qPrintable(log ? QString() : log.error().detail));
    const Target web{.apiVersion = u"apps/v1"_s, .kind = u"Deployment"_s, .ns = u"shop"_s, .name = u"web"_s};
    QVERIFY(log->intent({.phase = u"platform"_s, .sentence = u"web is applied."_s, .requestId = u"r-1"_s, .target = web}));
    QVERIFY(
        log->effect({.phase = u"platform"_s, .requestId = u"r-1"_s, .target = web, .uid = u"u-1"_s, .resourceVersion = u"77"_s}));
    QVERIFY(log->observed({.phase = u"platform"_s, .sentence = u"web is available."_s, .target = web}));
    QVERIFY(log->outcome(Outcome::Done, u"Everything is healthy."_s));

    const auto again = openJournal(); // from the file
    const auto records = again->records(log->id());
    QVERIFY(records);
    QCOMPARE(records->size(), 5);
    const Record &effect = records->at(2);
    QCOMPARE(effect.type, RecordType::Effect);
    QCOMPARE(effect.number, 3);
    QCOMPARE(effect.who, u"ana@desk"_s);
    QCOMPARE(effect.scope, kProd);
    QCOMPARE(effect.phase, u"platform"_s);
    QCOMPARE(effect.target, web);
    QCOMPARE(effect.uid, u"u-1"_s);
    QCOMPARE(effect.resourceVersion, u"77"_s);
    QCOMPARE(effect.requestId, u"r-1"_s);
    QVERIFY(effect.at.isValid() && effect.at > records->at(1).at);
    QCOMPARE(records->first().facts.value(u"via"_s), u"argocd"_s);
    const auto operations = again->operations();
    QVERIFY(operations);
    QCOMPARE(operations->first().state, Operation::State::Done);
    QCOMPARE(operations->first().sentence, u"Everything is healthy."_s);
    QCOMPARE(operations->first().phase, u"platform"_s);
    QVERIFY(operations->first().pending.isEmpty());
    QVERIFY(!operations->first().isOpen());
}

void JournalTest::idsAreNamesOfKubernetes()
{
    const auto journal = openJournal();
    static const QRegularExpression form(u"^deploy-20261126-[0-9a-f]{4}$"_s);
    QSet<QString> ids;
    for (int each = 0; each < 50; ++each) {
        auto log = journal->begin({.kind = u"deploy"_s, .cluster = QString::number(each)});
        QVERIFY(log);
        QVERIFY2(form.match(log->id()).hasMatch(), qPrintable(log->id()));
        ids.insert(log->id());
    }
    QCOMPARE(ids.size(), 50);
    const auto odd = journal->begin({.kind = u"Roll Back!"_s});
    QVERIFY(odd && odd->id().startsWith("roll-back-2026"_L1));
    QVERIFY(!journal->begin({.kind = u"!"_s}));
}

void JournalTest::anIntentWithoutAnEffectIsPending()
{
    const auto journal = openJournal();
    auto log = journal->begin(kProd);
    QVERIFY(log->intent({.phase = u"a"_s, .requestId = u"1"_s}) && log->intent({.phase = u"b"_s, .requestId = u"2"_s}));
    QVERIFY(log->effect({.phase = u"a"_s, .requestId = u"1"_s}));
    const auto open = journal->openOperation(u"deploy"_s, u"eu-1"_s, u"prod"_s);
    QVERIFY(open && *open);
    QCOMPARE((*open)->pending.size(), 1);
    QCOMPARE((*open)->pending.first().requestId, u"2"_s);
}

void JournalTest::theNewestOperationComesFirst()
{
    const auto journal = openJournal();
    QStringList ids;
    for (int each = 0; each < 3; ++each) {
        ids.prepend(journal->begin({.kind = u"deploy"_s, .cluster = QString::number(each)})->id());
    }
    QStringList told;
    const auto operations = journal->operations();
    for (const Operation &operation : *operations) {
        told.append(operation.id);
    }
    QCOMPARE(told, ids);
}

void JournalTest::anOpenOperationIsFoundAndStandsInTheWay()
{
    const auto journal = openJournal();
    const auto log = journal->begin(kProd);
    const auto second = journal->begin(kProd);
    QVERIFY(!second);
    QCOMPARE(second.error().kind, Error::Kind::Conflict);
    QVERIFY(second.error().detail.contains(log->id()));
    Scope staging = kProd;
    staging.environment = u"staging"_s;
    QVERIFY(journal->begin(staging));
    QCOMPARE((*journal->openOperation(u"deploy"_s, u"eu-1"_s, u"prod"_s))->id, log->id());
    QVERIFY(!*journal->openOperation(u"rollback"_s, u"eu-1"_s, u"prod"_s));
}

void JournalTest::aStoppedOperationIsOpenAsLongAsItCanBeResumed()
{
    const auto journal = openJournal();
    auto log = journal->begin(kProd);
    QVERIFY(log->outcome(Outcome::Stopped, u"Stopped by Ana."_s, true));
    auto operation = *journal->openOperation(u"deploy"_s, u"eu-1"_s, u"prod"_s);
    QVERIFY(operation);
    QCOMPARE(operation->state, Operation::State::Stopped);
    auto again = journal->resume(log->id());
    QVERIFY(again);
    QCOMPARE(again->scope(), kProd);
    operation = *journal->openOperation(u"deploy"_s, u"eu-1"_s, u"prod"_s);
    QCOMPARE(operation->state, Operation::State::Running);
    QVERIFY(again->outcome(Outcome::Done, u"Done."_s));
    QVERIFY(!*journal->openOperation(u"deploy"_s, u"eu-1"_s, u"prod"_s));
}

void JournalTest::anEndedOperationIsNotResumed()
{
    const auto journal = openJournal();
    auto log = journal->begin(kProd);
    QVERIFY(log->outcome(Outcome::Failed, u"No."_s));
    QCOMPARE(journal->resume(log->id()).error().kind, Error::Kind::Conflict);
    QCOMPARE(journal->resume(u"deploy-20200101-0000"_s).error().kind, Error::Kind::NotFound);
    QCOMPARE(journal->records(log->id())->size(), 2); // the refusals left nothing
}

void JournalTest::severalProgramsSeeEachOthersRecords()
{
    const auto one = openJournal();
    const auto two = openJournal();
    auto first = one->begin(kProd);
    QCOMPARE(two->begin(kProd).error().kind, Error::Kind::Conflict);
    auto second = two->begin({.kind = u"backup"_s});
    for (int each = 0; each < 20; ++each) {
        QVERIFY(first->observed({.sentence = QString::number(each)}));
        QVERIFY(second->observed({.sentence = QString::number(each)}));
    }
    QCOMPARE(one->operations()->size(), 2);
    QCOMPARE(*one->head(), *two->head());
    const auto verified = one->verify();
    QVERIFY(verified && verified->isWhole());
    QCOMPARE(verified->records, 42);
}

void JournalTest::filesAreForTheirOwnerOnly()
{
    const auto journal = openJournal();
    QVERIFY(journal->begin(kProd));
    const auto own = QFile::ReadOwner | QFile::WriteOwner;
    const auto bits = [](const QString &path) {
        return QFile::permissions(path)
            & (QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther
               | QFile::WriteOther | QFile::ExeOther | QFile::ExeGroup);
    };
    const QDir folder(QFileInfo(journal->file()).path());
    QCOMPARE(bits(folder.path()), own | QFile::ExeOwner);
    const QStringList files = folder.entryList(QDir::Files);
    QVERIFY(files.contains("journal.jsonl"_L1) && files.contains("journal.key"_L1) && files.contains("journal.head"_L1));
    for (const QString &file : files) {
        QCOMPARE(bits(folder.filePath(file)), own);
    }
}

void JournalTest::secretsEnterAsDigestsOnly()
{
    const auto journal = openJournal();
    auto log = journal->begin(kProd);
    const QString jwt = u"eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ4In0.c2lnbmF0dXJl"_s;
    Facts facts;
    facts.add(u"database"_s, journal->digest("hunter2-one"))
        .add(u"adminPassword"_s, u"hunter2-two"_s)
        .add(u"note"_s, u"password=hunter2-three"_s);
    facts.add(u"bearer"_s, jwt).add(u"pem"_s, u"-----BEGIN EC PRIVATE KEY-----hunter2-four"_s).add(u"image"_s, u"sentinel:1.4"_s);
    QVERIFY(log->effect({.sentence = u"Set token: hunter2-five."_s, .facts = facts}));
    QFile file(journal->file());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray written = file.readAll();
    QVERIFY2(!written.contains("hunter2"), written);
    QVERIFY(!written.contains("eyJ"));
    const Record record = journal->records(log->id())->last();
    QCOMPARE(record.facts.value(u"database"_s), journal->digest("hunter2-one").text());
    QCOMPARE(record.facts.value(u"adminPassword"_s), journal->digest("hunter2-two").text());
    QVERIFY(journal->digest("hunter2-one") != journal->digest("hunter2-two"));
    QCOMPARE(record.facts.value(u"image"_s), u"sentinel:1.4"_s);
    // Another journal has another key: the same secret is not found by comparing.
    QTemporaryDir elsewhere;
    QVERIFY((*Journal::open(elsewhere.path()))->digest("hunter2-one") != journal->digest("hunter2-one"));
}

void JournalTest::hostileTextIsMadePlain()
{
    const auto journal = openJournal();
    auto log = journal->begin(kProd);
    QVERIFY(log->observed({.sentence = u"a\n{\"n\":9}\u001b[31m\u202eb"_s}));
    QCOMPARE(journal->records(log->id())->last().sentence, u"a {\"n\":9} b"_s);
    QVERIFY(journal->verify()->isWhole());
}

void JournalTest::aRunIsRecreatedFromItsRecords()
{
    const auto journal = openJournal();
    auto log = journal->begin(kProd, u"Deploys version 1.4."_s);
    const QDateTime noon(QDate(2026, 11, 26), QTime(12, 0), QTimeZone::UTC);
    {
        OperationRun run(log->id(), u"deploy"_s);
        recordSteps(run, *log);
        run.setSteps({{.id = u"namespace"_s, .title = u"Namespace"_s},
                      {.id = u"platform"_s, .title = u"Platform"_s},
                      {.id = u"app"_s, .title = u"Application"_s}});
        run.begin(u"namespace"_s, noon);
        for (int each = 0; each < 100; ++each) {
            run.tell(u"namespace"_s, u"still at it"_s, each, 100); // for the eye only
        }
        run.end(u"namespace"_s, OperationStep::State::Done, noon.addSecs(3), u"made"_s);
        run.begin(u"platform"_s, noon.addSecs(3));
    }
    QCOMPARE(journal->records(log->id())->size(), 5);
    auto run = recreateRun(*openJournal()->records(log->id()));
    QVERIFY(run);
    QCOMPARE(run->id(), log->id());
    QCOMPARE(run->kind(), u"deploy"_s);
    QCOMPARE(run->state(), OperationRun::State::Running);
    QCOMPARE(run->steps().size(), 3);
    QCOMPARE(run->steps()[0].state, OperationStep::State::Done);
    QCOMPARE(run->steps()[0].detail, u"made"_s);
    QCOMPARE(run->steps()[0].ended, noon.addSecs(3));
    QCOMPARE(run->steps()[1].state, OperationStep::State::Running);
    QCOMPARE(run->steps()[2].title, u"Application"_s);
    QCOMPARE(run->lines(), QStringList{u"Deploys version 1.4."_s});
    QVERIFY(log->outcome(Outcome::Failed, u"The image does not exist."_s, true));
    run = recreateRun(*journal->records(log->id()));
    QCOMPARE(run->state(), OperationRun::State::Failed);
    QCOMPARE(run->error()->detail, u"The image does not exist."_s);
    QVERIFY(run->isResumable());
    QVERIFY(!recreateRun({}));
}

void JournalTest::aClaimIsHeldByOneProgram()
{
    const auto one = openJournal();
    const auto two = openJournal();
    {
        const auto claim = one->claim(kProd);
        QVERIFY(claim);
        const auto other = two->claim(kProd);
        QVERIFY(!other);
        QCOMPARE(other.error().kind, Error::Kind::Conflict);
        QVERIFY2(other.error().detail.contains(QString::number(QCoreApplication::applicationPid())),
                 qPrintable(other.error().detail));
        QVERIFY(two->claim({.kind = u"deploy"_s, .cluster = u"eu-1"_s, .environment = u"../staging"_s}));
    }
    QVERIFY(two->claim(kProd));
}

void JournalTest::everyLineIsAnObjectOfJson()
{
    const auto journal = openJournal();
    auto log = journal->begin(kProd);
    QVERIFY(log->outcome(Outcome::Done, u"Schön."_s));
    QFile file(journal->file());
    QVERIFY(file.open(QIODevice::ReadOnly));
    int lines = 0;
    while (!file.atEnd()) {
        const QJsonObject object = QJsonDocument::fromJson(file.readLine()).object();
        QCOMPARE(object[u"n"_s].toInt(), ++lines);
        QCOMPARE(object[u"hash"_s].toString().size(), 64);
    }
    QCOMPARE(lines, 2);
}

void JournalTest::aWholeJournalIsVerified()
{
    const auto journal = openJournal();
    QVERIFY(journal->verify()->isWhole()); // an empty one
    auto log = journal->begin(kProd);
    QVERIFY(log->outcome(Outcome::Done, u"Done."_s));
    const auto verified = journal->verify();
    QVERIFY(verified);
    QVERIFY(verified->findings.isEmpty());
    QCOMPARE(verified->records, 2);
    QCOMPARE(verified->head, *journal->head());
    QVERIFY(journal->notes().isEmpty());
}

QTEST_GUILESS_MAIN(JournalTest)
#include "tst_Journal.moc"
