// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition/Rehearsal.h"

#include "tests/support/Tries.h"
#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>

#ifdef Q_OS_UNIX
#include <csignal>
#endif

using namespace Qt::StringLiterals;
using sentinel::composition::Rehearsal;

/// The child is begun, watched and ended; whatever happens to it is said in a sentence.
class RehearsalTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aMissingProgramIsSaid()
    {
        Rehearsal rehearsal({}, m_folder.filePath(u"a"_s));
        rehearsal.start(10);
        QCOMPARE(rehearsal.state(), Rehearsal::State::Failed);
        QVERIFY(rehearsal.sentence().contains(u"sentinelctl-cluster"_s));
    }

    void aProgramThatCannotBeStartedIsSaid()
    {
        Rehearsal rehearsal(m_folder.filePath(u"none"_s), m_folder.filePath(u"b"_s));
        rehearsal.start(10);
        QTRY_COMPARE(rehearsal.state(), Rehearsal::State::Failed);
        QVERIFY(!rehearsal.sentence().isEmpty());
    }

    void itIsReadyWhenTheChildSaysSoAndKnowsHowItWasAsked()
    {
        const QString heard = m_folder.filePath(u"heard"_s);
        Rehearsal rehearsal(
            program(u"printf '%s\\n' \"$*\" > '%1'\necho 'ready https://127.0.0.1:1'\nexec tail -f /dev/null\n"_s.arg(heard)),
            m_folder.filePath(u"c"_s));
        rehearsal.start(10);
        QCOMPARE(rehearsal.state(), Rehearsal::State::Starting);
        QTRY_COMPARE(rehearsal.state(), Rehearsal::State::Ready);
        QFile file(heard);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(QString::fromUtf8(file.readAll()).trimmed(),
                 u"sandbox start --kubeconfig %1 --speed 10"_s.arg(rehearsal.kubeconfig()));
        const auto others = QFile::ReadGroup | QFile::ReadOther | QFile::ExeGroup | QFile::ExeOther;
        QVERIFY(!(QFileInfo(QFileInfo(rehearsal.kubeconfig()).path()).permissions() & others));
    }

    void aChildThatEndsBeforeItIsReadyLeavesItsLastWords()
    {
        Rehearsal rehearsal(program(u"echo 'first' >&2\necho 'the port 6443 is taken' >&2\nexit 3\n"_s),
                            m_folder.filePath(u"d"_s));
        rehearsal.start(10);
        QTRY_COMPARE(rehearsal.state(), Rehearsal::State::Failed);
        QVERIFY2(rehearsal.sentence().contains(u"the port 6443 is taken"_s), qPrintable(rehearsal.sentence()));
    }

    void aChildThatDiesIsSurvivedAndCanBeStartedAgain()
    {
        Rehearsal rehearsal(program(u"echo ready\nexec tail -f /dev/null\n"_s), m_folder.filePath(u"e"_s));
        rehearsal.start(10);
        QTRY_COMPARE(rehearsal.state(), Rehearsal::State::Ready);
        QSignalSpy changed(&rehearsal, &Rehearsal::changed);
        ::kill(pid_t(rehearsal.processId()), SIGKILL);
        QTRY_COMPARE(rehearsal.state(), Rehearsal::State::Failed);
        QVERIFY(!rehearsal.sentence().isEmpty());
        QVERIFY(!changed.isEmpty());
        rehearsal.start(10);
        QTRY_COMPARE(rehearsal.state(), Rehearsal::State::Ready);
    }

    void stoppingAsksTheChildToEnd()
    {
        const QString mark = m_folder.filePath(u"ended"_s);
        Rehearsal rehearsal(
            program(
                u"tail -f /dev/null &\nchild=$!\ntrap \"touch '%1'; kill $child; exit 0\" TERM\necho ready\nwait\n"_s.arg(mark)),
            m_folder.filePath(u"f"_s));
        rehearsal.start(10);
        QTRY_COMPARE(rehearsal.state(), Rehearsal::State::Ready);
        rehearsal.stop();
        QCOMPARE(rehearsal.state(), Rehearsal::State::Off);
        QVERIFY(QFile::exists(mark));
    }

    void aRestartIsAnotherChild()
    {
        Rehearsal rehearsal(program(u"echo ready\nexec tail -f /dev/null\n"_s), m_folder.filePath(u"g"_s));
        rehearsal.start(10);
        QTRY_COMPARE(rehearsal.state(), Rehearsal::State::Ready);
        const qint64 first = rehearsal.processId();
        rehearsal.restart();
        QTRY_COMPARE(rehearsal.state(), Rehearsal::State::Ready);
        QVERIFY(rehearsal.processId() != first);
        QVERIFY(::kill(pid_t(first), 0) != 0);
    }

private:
    QString program(const QString &text)
    {
        const QString path = m_folder.filePath(u"program-%1"_s.arg(++m_programs));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write("#!/bin/sh\n" + text.toUtf8()) < 0
            || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner)) {
            qFatal("no program to start");
        }
        return path;
    }

    QTemporaryDir m_folder;
    int m_programs = 0;
};

QTEST_GUILESS_MAIN(RehearsalTest)
#include "tst_Rehearsal.moc"
