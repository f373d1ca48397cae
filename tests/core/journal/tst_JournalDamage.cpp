// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/Journal.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace sentinel;
using namespace sentinel::journal;
using namespace Qt::StringLiterals;

class JournalDamageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aChangedByteIsFoundWhereverItIs();
    void linesTakenAwayPutInOrMovedAreFound_data();
    void linesTakenAwayPutInOrMovedAreFound();
    void anEndThatWasCutOffIsMissed();
    void anEndThatIsCutOffMeanwhileIsMissedByTheNextRecord();
    void aJournalWrittenAnewIsNoticed();
    void aTailTornAtAnyByteIsCutAndSaid();
    void aTailOfZeroesIsCut();
    void whatStandsAfterADamagedRecordIsKeptBeside();
    void readersLeaveATornTailAlone();
    void aFileThatIsTakenAwayIsMissed();

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(u"journal.jsonl"_s); }
    [[nodiscard]] QByteArrayList lines() const
    {
        QByteArrayList all = content().split('\n');
        all.removeLast();
        return all;
    }
    [[nodiscard]] QByteArray content() const
    {
        QFile file(path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void write(const QByteArray &bytes) const
    {
        QFile file(path());
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
            qFatal("cannot write");
        }
    }
    [[nodiscard]] std::shared_ptr<Journal> open() const
    {
        auto journal = Journal::open(m_folder->path());
        if (!journal) {
            qFatal("%s", qPrintable(journal.error().detail));
        }
        return *journal;
    }
    std::unique_ptr<QTemporaryDir> m_folder;
    std::shared_ptr<Journal> m_journal; ///< of the time before the damage
    QString m_id;
};

void JournalDamageTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_journal = open();
    auto log = m_journal->begin({.kind = u"deploy"_s, .cluster = u"eu-1"_s, .environment = u"prod"_s});
    m_id = log->id();
    for (int each = 0; each < 4; ++each) {
        QVERIFY(log->observed({.phase = u"p"_s, .sentence = u"Seen %1."_s.arg(each)}));
    }
}

void JournalDamageTest::aChangedByteIsFoundWhereverItIs()
{
    const QByteArray whole = content();
    for (qsizetype at = 0; at < whole.size(); ++at) {
        QByteArray changed = whole;
        changed[at] = changed[at] == 'x' ? 'y' : 'x';
        write(changed);
        const auto verified = m_journal->verify();
        QVERIFY(verified);
        QVERIFY2(!verified->isWhole(), qPrintable(QString::number(at)));
        const auto line = static_cast<int>(whole.first(at).count('\n')) + 1;
        QCOMPARE(verified->findings.first().where.line, line);
        QCOMPARE(verified->records, line - 1);
    }
    write(whole);
    QVERIFY(m_journal->verify()->isWhole());
}

void JournalDamageTest::linesTakenAwayPutInOrMovedAreFound_data()
{
    QTest::addColumn<QList<int>>("order");
    QTest::addColumn<int>("line");
    QTest::newRow("first taken away") << QList<int>{1, 2, 3, 4} << 1;
    QTest::newRow("one taken away") << QList<int>{0, 1, 3, 4} << 3;
    QTest::newRow("two changed places") << QList<int>{0, 2, 1, 3, 4} << 2;
    QTest::newRow("one put in twice") << QList<int>{0, 1, 1, 2, 3, 4} << 3;
    QTest::newRow("backwards") << QList<int>{4, 3, 2, 1, 0} << 1;
}

void JournalDamageTest::linesTakenAwayPutInOrMovedAreFound()
{
    QFETCH(const QList<int>, order);
    const QByteArrayList before = lines();
    QByteArray after;
    for (const int each : order) {
        after += before[each] + '\n';
    }
    write(after);
    const auto verified = m_journal->verify();
    QVERIFY(!verified->isWhole());
    QTEST(verified->findings.first().where.line, "line");
    QVERIFY(verified->findings.first().sentence.contains("taken away, put in or moved"_L1));
}

void JournalDamageTest::anEndThatWasCutOffIsMissed()
{
    const QByteArrayList before = lines();
    write(before.mid(0, 3).join('\n') + '\n');
    const auto verified = m_journal->verify();
    QVERIFY(!verified->isWhole());
    QCOMPARE(verified->findings.first().rule, u"journal.head"_s);
    const auto again = open();
    QCOMPARE(again->notes(), QStringList{u"The journal once had 5 records and has 3: the rest were taken away."_s});
    QVERIFY(again->resume(m_id)); // goes on, and the loss stays on record
    const auto later = again->verify();
    QVERIFY(later->isWhole() && later->isShortened);
    QCOMPARE(later->findings.first().rule, u"journal.repaired"_s);
}

void JournalDamageTest::anEndThatIsCutOffMeanwhileIsMissedByTheNextRecord()
{
    write(lines().mid(0, 3).join('\n') + '\n');
    QVERIFY(m_journal->resume(m_id));
    QCOMPARE(m_journal->notes(), QStringList{u"The journal once had 5 records and has 3: the rest were taken away."_s});
    QCOMPARE(m_journal->verify()->findings.first().rule, u"journal.repaired"_s);
}

void JournalDamageTest::aJournalWrittenAnewIsNoticed()
{
    QTemporaryDir forgery;
    {
        const auto other = Journal::open(forgery.path());
        QVERIFY(other);
        auto log = (*other)->begin({.kind = u"deploy"_s});
        for (int each = 0; each < 6; ++each) {
            QVERIFY(log->observed({.sentence = u"Nothing to see."_s}));
        }
    }
    QFile file(forgery.filePath(u"journal.jsonl"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    write(file.readAll());
    QVERIFY(!m_journal->verify()->isWhole());
    QCOMPARE(open()->notes(), QStringList{u"Record 5 once had another hash: the journal was written anew."_s});
}

void JournalDamageTest::aTailTornAtAnyByteIsCutAndSaid()
{
    const QByteArray whole = content();
    const qsizetype last = whole.lastIndexOf('\n', -2) + 1;
    for (qsizetype size = last + 1; size < whole.size(); ++size) {
        QFile::remove(m_folder->filePath(u"journal.head"_s)); // written after the line that is torn here
        write(whole.first(size));
        const auto again = open();
        QCOMPARE(again->records(m_id)->size(), 4);
        QCOMPARE(again->notes().size(), 1);
        QVERIFY(again->notes().first().contains("Records 1 to 4 are whole"_L1));
        QVERIFY(content().startsWith(whole.first(last)));
        QVERIFY(again->verify()->isWhole() && !again->verify()->isShortened);
    }
    QCOMPARE(QDir(m_folder->path()).entryList({u"journal-cut-*"_s}).size(), 0);
}

void JournalDamageTest::aTailOfZeroesIsCut()
{
    write(content() + QByteArray(5000, '\0'));
    const auto again = open();
    QCOMPARE(again->records(m_id)->size(), 5);
    QCOMPARE(again->notes().size(), 1);
    QVERIFY(again->resume(m_id));
    QVERIFY(again->verify()->isWhole());
}

void JournalDamageTest::whatStandsAfterADamagedRecordIsKeptBeside()
{
    QByteArrayList damaged = lines();
    damaged[2].replace("Seen 1", "Seen 9");
    const QByteArray rest = damaged.mid(2).join('\n') + '\n';
    write(damaged.join('\n') + '\n');
    const auto again = open();
    QCOMPARE(again->records(m_id)->size(), 2);
    QVERIFY2(again->notes().first().contains("set aside"_L1), qPrintable(again->notes().first()));
    const QStringList aside = QDir(m_folder->path()).entryList({u"journal-cut-*"_s});
    QCOMPARE(aside.size(), 1);
    QFile kept(m_folder->filePath(aside.first()));
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QCOMPARE(kept.readAll(), rest);
    const auto verified = again->verify();
    QVERIFY(verified->isWhole() && verified->isShortened);
    QCOMPARE(verified->findings.first().severity, Severity::Warning); // for good
}

void JournalDamageTest::readersLeaveATornTailAlone()
{
    const QByteArray torn = content() + "{\"n\":6,\"at\":";
    write(torn);
    QCOMPARE(m_journal->records(m_id)->size(), 5);
    QVERIFY(!m_journal->verify()->isWhole());
    QCOMPARE(content(), torn);
    auto log = m_journal->resume(m_id); // a writer cuts it
    QVERIFY(log);
    QVERIFY(m_journal->verify()->isWhole());
    QCOMPARE(m_journal->notes().size(), 1);
}

void JournalDamageTest::aFileThatIsTakenAwayIsMissed()
{
    QVERIFY(QFile::remove(path()));
    QCOMPARE(m_journal->records(m_id)->size(), 0); // not from memory: it is gone
    const auto again = open();
    QVERIFY(again->notes().first().contains("once had 5 records and has 0"_L1));
    QVERIFY(!m_journal->resume(m_id));
}

QTEST_GUILESS_MAIN(JournalDamageTest)
#include "tst_JournalDamage.moc"
