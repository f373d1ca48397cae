// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Interruption.h"
#include "tests/cli/CommandLine.h"

#include <QTest>
#include <csignal>

using namespace sentinel;
using namespace sentinel::testing;
using namespace Qt::StringLiterals;
using cli::Exit;

class UsageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wrongUsageIsExitCodeTwoWithASentence_data();
    void wrongUsageIsExitCodeTwoWithASentence();
    void aForgottenValueSwallowsNoOption_data();
    void aForgottenValueSwallowsNoOption();
    void aTypingMistakeGetsTheClosestCommand();
    void helpGoesToStandardOutput_data();
    void helpGoesToStandardOutput();
    void theVersionIsAnAnswer();
    void aSignalIsNotedWhileSomethingIsHalfMade();
};

void UsageTest::wrongUsageIsExitCodeTwoWithASentence_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("nothing") << QStringList{};
    QTest::newRow("unknown command") << QStringList{u"install"_s};
    QTest::newRow("unknown flag") << QStringList{u"size"_s, u"plan.yaml"_s, u"--fast"_s};
    QTest::newRow("missing argument") << QStringList{u"size"_s};
    QTest::newRow("missing subcommand") << QStringList{u"plan"_s};
    QTest::newRow("unknown subcommand") << QStringList{u"bundle"_s, u"sign"_s, u"folder"_s};
    QTest::newRow("unknown format") << QStringList{u"size"_s, u"plan.yaml"_s, u"-o"_s, u"xml"_s};
    QTest::newRow("missing --out") << QStringList{u"generate"_s, u"plan.yaml"_s};
    QTest::newRow("too many words") << QStringList{u"schema"_s, u"InstallPlan"_s, u"FindingList"_s};
    QTest::newRow("unknown kind") << QStringList{u"schema"_s, u"Pod"_s};
    QTest::newRow("no environments") << QStringList{u"plan"_s, u"new"_s, u"--environments"_s, u","_s, u"--out"_s, u"-"_s};
    QTest::newRow("unknown profile") << QStringList{u"plan"_s, u"new"_s, u"--profile"_s, u"huge"_s, u"--out"_s, u"-"_s};
}

void UsageTest::wrongUsageIsExitCodeTwoWithASentence()
{
    QFETCH(QStringList, arguments);
    const Answer answer = run(arguments);
    QVERIFY2(answer.code == Exit::Usage, qPrintable(answer.err));
    QVERIFY(answer.out.isEmpty());
    QVERIFY(answer.err.trimmed().size() > 20);
}

void UsageTest::aForgottenValueSwallowsNoOption_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("option");
    QTest::newRow("the last one given") << QStringList{u"plan"_s, u"new"_s, u"--out"_s, u"--force"_s} << u"--out"_s;
    QTest::newRow("one that may be given often")
        << QStringList{u"plan"_s, u"new"_s, u"--set"_s, u"--force"_s, u"--out"_s, u"-"_s} << u"--set"_s;
    QTest::newRow("one with words to choose from")
        << QStringList{u"size"_s, u"plan.yaml"_s, u"-o"_s, u"--explain"_s} << u"--output"_s;
    QTest::newRow("below two commands") << QStringList{u"bundle"_s, u"check"_s,   u"--manifests"_s,
                                                       u"m"_s,      u"--flows"_s, u"--strict"_s}
                                        << u"--flows"_s;
    QTest::newRow("with an equals sign") << QStringList{u"generate"_s, u"plan.yaml"_s, u"--out=--force"_s} << u"--out"_s;
}

void UsageTest::aForgottenValueSwallowsNoOption()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, option);
    const Answer answer = run(arguments);
    QCOMPARE(answer.code, Exit::Usage);
    QVERIFY2(answer.err.contains(option + u": its value is missing: \"--"_s), qPrintable(answer.err));
    QVERIFY(answer.out.isEmpty());
}

void UsageTest::aTypingMistakeGetsTheClosestCommand()
{
    QVERIFY(run({u"generat"_s}).err.contains(u"did you mean \"generate\""));
    QVERIFY(run({u"--fast"_s}).err.contains(u"no option \"--fast\""));
    QVERIFY(run({u"bundle"_s, u"verfy"_s}).err.contains(u"did you mean \"verify\""));
}

void UsageTest::helpGoesToStandardOutput_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("expected");
    QTest::newRow("top") << QStringList{u"--help"_s} << u"generate"_s;
    QTest::newRow("top, how to call it") << QStringList{u"--help"_s} << u"Usage: sentinelctl [OPTIONS]"_s;
    QTest::newRow("command") << QStringList{u"size"_s, u"--help"_s} << u"--inventory"_s;
    QTest::newRow("subcommand") << QStringList{u"plan"_s, u"new"_s, u"--help"_s} << u"--profile"_s;
    QTest::newRow("all") << QStringList{u"--help-all"_s} << u"--environments"_s;
}

void UsageTest::helpGoesToStandardOutput()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, expected);
    const Answer answer = run(arguments);
    QCOMPARE(answer.code, Exit::Done);
    QVERIFY2(answer.out.contains(expected), qPrintable(answer.out));
    QVERIFY(answer.err.isEmpty());
}

void UsageTest::theVersionIsAnAnswer()
{
    const Answer answer = run({u"--version"_s});
    QCOMPARE(answer.code, Exit::Done);
    QCOMPARE(answer.out, u"sentinelctl " SENTINEL_VERSION "\n"_s);
}

void UsageTest::aSignalIsNotedWhileSomethingIsHalfMade()
{
    const auto before = std::signal(SIGHUP, SIG_IGN);
    const auto mine = std::signal(SIGTERM, SIG_DFL);
    for (const int number : {SIGINT, SIGTERM}) {
        const cli::Interruption interruption;
        QVERIFY(!cli::Interruption::isAsked());
        std::raise(SIGHUP); // ignored before, so still
        QVERIFY(!cli::Interruption::isAsked());
        std::raise(number);
        QVERIFY(cli::Interruption::isAsked());
    }
    QVERIFY(std::signal(SIGTERM, SIG_DFL) == SIG_DFL); // given back
    std::signal(SIGTERM, mine);
    std::signal(SIGHUP, before);
}

QTEST_GUILESS_MAIN(UsageTest)
#include "tst_Usage.moc"
