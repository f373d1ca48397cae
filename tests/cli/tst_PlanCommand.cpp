// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/CommandLine.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace sentinel;
using namespace sentinel::testing;
using namespace Qt::StringLiterals;
using cli::Exit;

class PlanCommandTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyProfileGivesAPlanWithoutErrors_data();
    void everyProfileGivesAPlanWithoutErrors();
    void aNewPlanHoldsOnlyWhatWasAnswered();
    void severalEnvironmentsTakeTheProfileOfTheirName();
    void anExistingFileIsLeftAlone();
    void aDashWritesToStandardOutput();
    void anUnknownKeyIsRefusedWithTheClosestOne();
    void aWrongValueIsRefusedAndNothingIsWritten();
    void setChangesOneLineAndKeepsComments();
    void setTakesAllAnswersOrNone();
    void setOnAnOverrideTouchesThatEnvironmentOnly();
    void aBrokenPlanIsSaidWithFileLineAndColumn();
    void everyProblemOfABrokenPlanIsSaid();
    void aPlanThatBreaksARuleIsReadableAndTheAnswerIsNo();
    void aMissingFileIsUnreadableInput();
    void explainSaysWhereAnAnswerComesFrom();
    void explainOfAFieldWithoutHelpEndsWithItsName();
    void explainOfAnUnknownKeyIsAUsageError();
    void aLiteralPasswordOfThePublicListIsRefused();
};

void PlanCommandTest::everyProfileGivesAPlanWithoutErrors_data()
{
    QTest::addColumn<QString>("profile");
    for (const QString &profile : {u"edge"_s, u"dev"_s, u"staging"_s, u"prod"_s}) {
        QTest::newRow(qPrintable(profile)) << profile;
    }
}

void PlanCommandTest::everyProfileGivesAPlanWithoutErrors()
{
    QFETCH(QString, profile);
    const PlanFolder folder({u"--profile"_s, profile});
    const Answer answer = run({u"plan"_s, u"check"_s, folder.plan(), u"-o"_s, u"json"_s});
    QVERIFY2(answer.code == Exit::Done, qPrintable(answer.out + answer.err));
    const QJsonObject document = QJsonDocument::fromJson(answer.out.toUtf8()).object();
    QCOMPARE(document.value("kind"_L1).toString(), u"FindingList"_s);
    QCOMPARE(document.value("apiVersion"_L1).toString(), u"console.sentinel/v1"_s);
    for (const QJsonValue item : document.value("items"_L1).toArray()) {
        QVERIFY(item.toObject().value("severity"_L1).toString() != u"error");
    }
}

void PlanCommandTest::aNewPlanHoldsOnlyWhatWasAnswered()
{
    const PlanFolder folder({u"--profile"_s, u"prod"_s, u"--set"_s, u"load.eventsPerSecond=1200"_s});
    const QByteArray text = folder.read(u"sentinel-plan.yaml"_s);
    QVERIFY(text.contains("eventsPerSecond: 1200"));
    QVERIFY(text.contains("kind: InstallPlan"));
    QVERIFY(!text.contains("logRetention"));
    QCOMPARE(QFile::permissions(folder.plan()) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
}

void PlanCommandTest::severalEnvironmentsTakeTheProfileOfTheirName()
{
    const PlanFolder folder({u"--environments"_s, u"dev,staging,prod"_s});
    for (const QString &name : {u"dev"_s, u"staging"_s, u"prod"_s}) {
        const Answer answer = run({u"size"_s, folder.plan(), u"--environment"_s, name});
        QVERIFY2(answer.code == Exit::Done, qPrintable(answer.err));
    }
    const Answer answer = run({u"size"_s, folder.plan(), u"--environment"_s, u"edge"_s});
    QCOMPARE(answer.code, Exit::Usage);
    QVERIFY(answer.err.contains(u"dev, staging, prod"));
}

void PlanCommandTest::anExistingFileIsLeftAlone()
{
    const PlanFolder folder;
    folder.write(u"mine.yaml"_s, "precious\n");
    const Answer answer = run({u"plan"_s, u"new"_s, u"--out"_s, folder.file(u"mine.yaml"_s)});
    QCOMPARE(answer.code, Exit::CouldNot);
    QVERIFY(answer.err.contains(u"--force"));
    QCOMPARE(folder.read(u"mine.yaml"_s), QByteArray("precious\n"));
    QCOMPARE(run({u"plan"_s, u"new"_s, u"--force"_s, u"--out"_s, folder.file(u"mine.yaml"_s)}).code, Exit::Done);
}

void PlanCommandTest::aDashWritesToStandardOutput()
{
    const Answer answer = run({u"plan"_s, u"new"_s, u"--profile"_s, u"edge"_s, u"--out"_s, u"-"_s});
    QCOMPARE(answer.code, Exit::Done);
    QVERIFY(answer.out.contains(u"kind: InstallPlan"));
}

void PlanCommandTest::anUnknownKeyIsRefusedWithTheClosestOne()
{
    const Answer answer = run({u"plan"_s, u"new"_s, u"--set"_s, u"load.eventPerSecond=5"_s, u"--out"_s, u"-"_s});
    QCOMPARE(answer.code, Exit::Usage);
    QVERIFY2(answer.err.contains(u"load.eventsPerSecond"), qPrintable(answer.err));
    QVERIFY(answer.out.isEmpty());
}

void PlanCommandTest::aWrongValueIsRefusedAndNothingIsWritten()
{
    const PlanFolder folder;
    const QByteArray before = folder.read(u"sentinel-plan.yaml"_s);
    for (const QString &bad : {u"load.eventsPerSecond=many"_s, u"load.eventsPerSecond=-1"_s, u"load.logRetention=90"_s,
                               u"network.host=not a host"_s, u"network.tls=yes"_s, u"load.eventsPerSecond"_s}) {
        const Answer answer = run({u"plan"_s, u"set"_s, folder.plan(), bad});
        QVERIFY2(answer.code == Exit::Usage, qPrintable(bad + answer.err));
        QVERIFY2(!answer.err.isEmpty(), qPrintable(bad));
    }
    QCOMPARE(folder.read(u"sentinel-plan.yaml"_s), before);
}

void PlanCommandTest::setChangesOneLineAndKeepsComments()
{
    const PlanFolder folder;
    folder.write(
        u"p.yaml"_s,
        "# ours, do not touch\napiVersion: console.sentinel/v1\nkind: InstallPlan\nmetadata: {name: example}\nspec:\n"
        "  load:\n    eventsPerSecond: 100   # agreed in May\n    logRetention: 30d\nenvironments:\n  prod: {profile: prod}\n");
    const Answer answer = run({u"plan"_s, u"set"_s, folder.file(u"p.yaml"_s), u"load.eventsPerSecond=1200"_s});
    QVERIFY2(answer.code == Exit::Done, qPrintable(answer.err));
    QByteArray expected
        = "# ours, do not touch\napiVersion: console.sentinel/v1\nkind: InstallPlan\nmetadata: {name: example}\nspec:\n"
          "  load:\n    eventsPerSecond: 1200   # agreed in May\n    logRetention: 30d\nenvironments:\n  prod: {profile: prod}\n";
    QCOMPARE(folder.read(u"p.yaml"_s), expected);
}

void PlanCommandTest::setTakesAllAnswersOrNone()
{
    const PlanFolder folder;
    const QByteArray before = folder.read(u"sentinel-plan.yaml"_s);
    const Answer answer = run({u"plan"_s, u"set"_s, folder.plan(), u"load.eventsPerSecond=7"_s, u"load.logRetention=never"_s});
    QCOMPARE(answer.code, Exit::Usage);
    QCOMPARE(folder.read(u"sentinel-plan.yaml"_s), before);
}

void PlanCommandTest::setOnAnOverrideTouchesThatEnvironmentOnly()
{
    const PlanFolder folder({u"--environments"_s, u"staging,prod"_s, u"--set"_s, u"load.eventsPerSecond=1200"_s});
    QCOMPARE(run({u"plan"_s, u"set"_s, folder.plan(), u"environments.staging.load.eventsPerSecond=200"_s}).code, Exit::Done);
    const Answer base = run({u"plan"_s, u"explain"_s, folder.plan(), u"load.eventsPerSecond"_s});
    const Answer staging = run({u"plan"_s, u"explain"_s, folder.plan(), u"environments.staging.load.eventsPerSecond"_s});
    const Answer prod = run({u"plan"_s, u"explain"_s, folder.plan(), u"environments.prod.load.eventsPerSecond"_s});
    QVERIFY2(base.out.contains(u"= 1200"), qPrintable(base.out + base.err));
    QVERIFY2(staging.out.contains(u"= 200 "), qPrintable(staging.out + staging.err));
    QVERIFY2(prod.out.contains(u"= 1200"), qPrintable(prod.out + prod.err));
}

void PlanCommandTest::aBrokenPlanIsSaidWithFileLineAndColumn()
{
    const PlanFolder folder;
    folder.write(u"broken.yaml"_s,
                 "apiVersion: console.sentinel/v1\nkind: InstallPlan\nspec:\n  load:\n    eventsPerSecond: fast\n");
    for (const QStringList &command : {QStringList{u"plan"_s, u"check"_s}, QStringList{u"size"_s},
                                       QStringList{u"generate"_s, u"--out"_s, folder.file(u"out"_s)}}) {
        const Answer answer = run(command + QStringList{folder.file(u"broken.yaml"_s)});
        QCOMPARE(answer.code, Exit::Usage);
        QVERIFY2(answer.err.contains(folder.file(u"broken.yaml"_s) + u":5:22: "_s), qPrintable(answer.err));
    }
    QVERIFY(!QFile::exists(folder.file(u"out"_s)));
}

void PlanCommandTest::everyProblemOfABrokenPlanIsSaid()
{
    const PlanFolder folder;
    folder.write(
        u"broken.yaml"_s,
        "apiVersion: console.sentinel/v1\nkind: InstallPlan\nspec:\n  load:\n    eventsPerSecond: fast\n    logRetentoin: 90d\n");
    const Answer answer = run({u"plan"_s, u"check"_s, folder.file(u"broken.yaml"_s), u"-o"_s, u"json"_s});
    QCOMPARE(answer.code, Exit::Usage);
    const QJsonArray items = QJsonDocument::fromJson(answer.out.toUtf8()).object().value("items"_L1).toArray();
    QVERIFY(items.size() >= 2);
    QList<int> lines;
    for (const QJsonValue item : items) {
        lines.append(item.toObject().value("line"_L1).toInt());
    }
    QVERIFY(lines.contains(5) && lines.contains(6));
    QVERIFY2(answer.err.contains(u":6:5: "), qPrintable(answer.err));
    QVERIFY2(answer.err.contains(u"logRetention"), qPrintable(answer.err));
}

void PlanCommandTest::aPlanThatBreaksARuleIsReadableAndTheAnswerIsNo()
{
    const PlanFolder folder({u"--profile"_s, u"prod"_s});
    QCOMPARE(run({u"plan"_s, u"set"_s, folder.plan(), u"availability.failoverTarget=5s"_s, u"availability.level=none"_s}).code,
             Exit::Done);
    const Answer checked = run({u"plan"_s, u"check"_s, folder.plan()});
    QVERIFY2(checked.code == Exit::No, qPrintable(checked.out));
    QVERIFY2(checked.out.contains(u"availability"), qPrintable(checked.out));
    const Answer generated = run({u"generate"_s, folder.plan(), u"--out"_s, folder.file(u"out"_s)});
    QCOMPARE(generated.code, Exit::No);
    QVERIFY(!QFile::exists(folder.file(u"out"_s)));
}

void PlanCommandTest::aMissingFileIsUnreadableInput()
{
    const Answer answer = run({u"plan"_s, u"check"_s, u"/nowhere/plan.yaml"_s});
    QCOMPARE(answer.code, Exit::Usage);
    QVERIFY(answer.err.contains(u"/nowhere/plan.yaml"));
}

void PlanCommandTest::explainSaysWhereAnAnswerComesFrom()
{
    const PlanFolder folder({u"--profile"_s, u"prod"_s, u"--set"_s, u"load.eventsPerSecond=1200"_s});
    const auto source = [&](const QString &key) {
        const Answer answer = run({u"plan"_s, u"explain"_s, folder.plan(), key, u"-o"_s, u"json"_s});
        return QJsonDocument::fromJson(answer.out.toUtf8()).object();
    };
    QCOMPARE(source(u"load.eventsPerSecond"_s).value("source"_L1).toString(), u"base"_s);
    QVERIFY(source(u"load.eventsPerSecond"_s).value("line"_L1).toInt() > 0);
    QVERIFY(!source(u"load.eventsPerSecond"_s).value("effects"_L1).toArray().isEmpty());
    QCOMPARE(source(u"load.peakFactor"_s).value("source"_L1).toString(), u"default"_s);
    QCOMPARE(source(u"load.eventRetention"_s).value("source"_L1).toString(), u"derived"_s);
}

void PlanCommandTest::explainOfAFieldWithoutHelpEndsWithItsName()
{
    const PlanFolder folder({u"--set"_s, u"clusters[eu-1].environment=prod"_s});
    const Answer field = run({u"plan"_s, u"explain"_s, folder.plan(), u"clusters[eu-1].environment"_s});
    QVERIFY2(field.out.contains(u"\n  Environment installed on the cluster\n"), qPrintable(field.out));
    QVERIFY2(field.out.contains(u"Changes: clusters/<name>/"), qPrintable(field.out));
    QCOMPARE(run({u"plan"_s, u"explain"_s, folder.plan(), u"load.eventsPerSecond"_s, u"-o"_s, u"name"_s}).out,
             u"load.eventsPerSecond\n"_s);
}

void PlanCommandTest::explainOfAnUnknownKeyIsAUsageError()
{
    const PlanFolder folder;
    const Answer answer = run({u"plan"_s, u"explain"_s, folder.plan(), u"load.eventsPerSecnd"_s});
    QCOMPARE(answer.code, Exit::Usage);
    QVERIFY2(answer.err.contains(u"load.eventsPerSecond"), qPrintable(answer.err));
}

void PlanCommandTest::aLiteralPasswordOfThePublicListIsRefused()
{
    const PlanFolder folder;
    for (const QString &literal : {u"security.databaseSecret=darkfenix"_s, u"storage.databaseUser=sentinel_password"_s,
                                   u"network.ingressClass=changeme"_s}) {
        const Answer answer = run({u"plan"_s, u"set"_s, folder.plan(), literal});
        QVERIFY2(answer.code == Exit::Usage, qPrintable(literal));
    }
}

QTEST_GUILESS_MAIN(PlanCommandTest)
#include "tst_PlanCommand.moc"
