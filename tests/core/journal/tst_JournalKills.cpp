// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/Journal.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace sentinel;
using namespace sentinel::journal;
using namespace Qt::StringLiterals;

class JournalKillsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasAcknowledgedSurvivesAnyKill();
    void twoProgramsAreKilledWhileTheyWriteTogether();
    void aFullDiskRecordsNothingAndSaysSo();
};

namespace {

/// Id and number of the last record a writer said was on the disk.
struct Acknowledged
{
    QString id;
    int last = -1;
};

std::unique_ptr<QProcess> startWriter(const QString &folder, const QStringList &more = {})
{
    auto writer = std::make_unique<QProcess>();
    writer->start(QStringLiteral(JOURNAL_WRITER), QStringList{folder} + more);
    return writer;
}

Acknowledged readAcknowledged(QProcess &writer, int atLeast)
{
    Acknowledged seen;
    const auto read = [&] {
        while (writer.canReadLine()) {
            const QByteArrayList words = writer.readLine().trimmed().split(' ');
            if (words.size() == 2 && words[0] != "error") {
                seen = {QString::fromLatin1(words[0]), words[1].toInt()};
            }
        }
    };
    while (seen.last < atLeast && writer.waitForReadyRead(20'000)) {
        read();
    }
    writer.kill();
    writer.waitForFinished();
    read();
    return seen;
}

QList<int> intentsOf(Journal &journal, const QString &id)
{
    QList<int> numbers;
    const auto records = journal.records(id);
    for (const Record &record : records.value_or(QList<Record>())) {
        if (record.type == RecordType::Intent) {
            numbers.append(record.requestId.toInt());
        }
    }
    return numbers;
}

bool isCountedFromZero(const QList<int> &numbers)
{
    for (qsizetype index = 0; index < numbers.size(); ++index) {
        if (numbers[index] != index) {
            return false;
        }
    }
    return true;
}

} // namespace

void JournalKillsTest::whatWasAcknowledgedSurvivesAnyKill()
{
    QTemporaryDir folder;
    QRandomGenerator random(20261126);
    for (int round = 0; round < 40; ++round) {
        const auto writer = startWriter(folder.path());
        const Acknowledged seen = readAcknowledged(*writer, static_cast<int>(random.bounded(30)));
        QVERIFY(seen.last >= 0);
        const auto journal = Journal::open(folder.path());
        QVERIFY2(journal, qPrintable(journal ? QString() : journal.error().detail));
        const QList<int> found = intentsOf(**journal, seen.id);
        QVERIFY(isCountedFromZero(found));
        QVERIFY2(found.size() > seen.last, qPrintable(u"%1 acknowledged, %2 found"_s.arg(seen.last).arg(found.size())));
        const auto verified = (*journal)->verify();
        QVERIFY2(verified && verified->isWhole(), qPrintable(verified->findings.value(0).sentence));
    }
}

void JournalKillsTest::twoProgramsAreKilledWhileTheyWriteTogether()
{
    QTemporaryDir folder;
    QRandomGenerator random(7);
    for (int round = 0; round < 10; ++round) {
        const auto one = startWriter(folder.path());
        const auto two = startWriter(folder.path());
        const Acknowledged first = readAcknowledged(*one, 5 + static_cast<int>(random.bounded(20)));
        const Acknowledged second = readAcknowledged(*two, 10 + static_cast<int>(random.bounded(20)));
        QVERIFY(first.last >= 0 && second.last >= 0);
        const auto journal = Journal::open(folder.path());
        QVERIFY(journal);
        for (const Acknowledged &seen : {first, second}) {
            const QList<int> found = intentsOf(**journal, seen.id);
            QVERIFY(isCountedFromZero(found));
            QVERIFY(found.size() > seen.last);
        }
        QVERIFY((*journal)->verify()->isWhole());
    }
}

void JournalKillsTest::aFullDiskRecordsNothingAndSaysSo()
{
    for (const int room : {3000, 3001, 3050, 3123, 3200, 3333}) {
        QTemporaryDir folder;
        const auto writer = startWriter(folder.path(), {QString::number(room)});
        QVERIFY(writer->waitForFinished(20'000));
        QCOMPARE(writer->exitStatus(), QProcess::NormalExit);
        QCOMPARE(writer->exitCode(), 1);
        const QByteArrayList said = writer->readAll().trimmed().split('\n');
        QVERIFY2(said.last().startsWith("error There is no room for the journal"), said.last());
        QVERIFY(said.last().contains("nothing was recorded"));
        const QByteArrayList words = said[said.size() - 2].split(' ');
        const auto journal = Journal::open(folder.path());
        QVERIFY(journal);
        QVERIFY((*journal)->notes().isEmpty()); // not even half a line was left behind
        const QList<int> found = intentsOf(**journal, QString::fromLatin1(words[0]));
        QCOMPARE(found.size(), words[1].toInt() + 1); // those acknowledged and no more
        QVERIFY(isCountedFromZero(found));
        QVERIFY((*journal)->verify()->isWhole());
    }
}

QTEST_GUILESS_MAIN(JournalKillsTest)
#include "tst_JournalKills.moc"
