// SPDX-License-Identifier: GPL-3.0-or-later
// Every document the command line prints is valid by the schema it publishes, judged by a validator that is not ours.
#include "tests/cli/CommandLine.h"
#include "tests/cli/SchemaJudge.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace sentinel;
using namespace sentinel::testing;
using namespace Qt::StringLiterals;
using cli::Exit;

class SchemasTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void printedDocumentsFollowTheirSchema_data();
    void printedDocumentsFollowTheirSchema();
    void theSchemaOfAPlanAcceptsPlansAndRefusesOthers();
    void theSchemaOfAnInventoryAcceptsMachinesAndRefusesOthers();
    void everyKindHasASchemaInBothLanguages();
};

namespace {

QByteArray schemaOf(const QString &kind)
{
    return run({u"schema"_s, kind}).out.toUtf8();
}

} // namespace

void SchemasTest::printedDocumentsFollowTheirSchema_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("findings") << u"FindingList"_s << QStringList{u"plan"_s, u"check"_s, u"PLAN"_s};
    QTest::newRow("findings of a broken plan") << u"FindingList"_s << QStringList{u"plan"_s, u"check"_s, u"BROKEN"_s};
    QTest::newRow("sizing") << u"SizingReport"_s << QStringList{u"size"_s, u"PLAN"_s};
    QTest::newRow("sizing of one environment")
        << u"SizingReport"_s << QStringList{u"size"_s, u"PLAN"_s, u"--environment"_s, u"prod"_s};
    QTest::newRow("sizing, explained") << u"SizingReport"_s << QStringList{u"size"_s, u"PLAN"_s, u"--explain"_s};
    QTest::newRow("explanation") << u"PlanExplanation"_s
                                 << QStringList{u"plan"_s, u"explain"_s, u"PLAN"_s, u"load.eventsPerSecond"_s};
    QTest::newRow("manifest") << u"BundleManifest"_s << QStringList{u"generate"_s, u"PLAN"_s, u"--out"_s, u"OUT/new"_s};
    QTest::newRow("verify") << u"FindingList"_s << QStringList{u"bundle"_s, u"verify"_s, u"OUT/old"_s};
    QTest::newRow("diff") << u"BundleDiff"_s << QStringList{u"bundle"_s, u"diff"_s, u"OUT/old"_s, u"OUT/other"_s};
}

void SchemasTest::printedDocumentsFollowTheirSchema()
{
    QFETCH(QString, kind);
    QFETCH(QStringList, arguments);
    const PlanFolder folder(
        {u"--environments"_s, u"dev,prod"_s, u"--set"_s, u"load.eventsPerSecond=1200"_s, u"--set"_s, u"load.logRetention=90d"_s});
    folder.write(u"broken.yaml"_s,
                 "apiVersion: console.sentinel/v1\nkind: InstallPlan\nspec:\n  load: {eventsPerSecond: fast}\n");
    QCOMPARE(run({u"generate"_s, folder.plan(), u"--out"_s, folder.file(u"old"_s)}).code, Exit::Done);
    const QString other = folder.file(u"other.yaml"_s);
    QVERIFY(QFile::copy(folder.plan(), other));
    QCOMPARE(run({u"plan"_s, u"set"_s, other, u"network.host=console.example.org"_s}).code, Exit::Done);
    QCOMPARE(run({u"generate"_s, other, u"--out"_s, folder.file(u"other"_s)}).code, Exit::Done);
    for (QString &argument : arguments) {
        argument.replace(u"PLAN"_s, folder.plan())
            .replace(u"BROKEN"_s, folder.file(u"broken.yaml"_s))
            .replace(u"OUT/"_s, folder.file(u"x"_s).chopped(1));
    }
    const Answer answer = run(arguments + QStringList{u"-o"_s, u"json"_s});
    QVERIFY2(!answer.out.isEmpty(), qPrintable(answer.err));
    QCOMPARE(QJsonDocument::fromJson(answer.out.toUtf8()).object().value("kind"_L1).toString(), kind);
    const QString wrong = complaint(schemaOf(kind), answer.out.toUtf8());
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
}

void SchemasTest::theSchemaOfAPlanAcceptsPlansAndRefusesOthers()
{
    const auto plan = [](const QByteArray &spec) {
        return QByteArray(R"({"apiVersion":"console.sentinel/v1","kind":"InstallPlan","metadata":{"name":"example"},"spec":)")
            + spec
            + QByteArray(
                   R"(,"environments":{"prod":{"profile":"prod"}},"clusters":[{"name":"eu-1","environment":"prod","context":"eu-1-admin"}]})");
    };
    const QByteArray schema = schemaOf(u"InstallPlan"_s);
    const QByteArray good
        = R"({"load":{"eventsPerSecond":1200,"logRetention":"90d"},"network":{"host":"sentinel.example.com","exposure":"gateway"}})";
    QCOMPARE(complaint(schema, plan(good)), QString());
    QVERIFY(!complaint(schema, plan(R"({"load":{"eventsPerSecond":"fast"}})")).isEmpty());
    QVERIFY(!complaint(schema, plan(R"({"load":{"eventPerSecond":1}})")).isEmpty());
    QVERIFY(!complaint(schema, plan(R"({"load":{"logRetention":"90"}})")).isEmpty());
    QVERIFY(!complaint(schema, plan(R"({"network":{"exposure":"nodeport"}})")).isEmpty());
}

void SchemasTest::theSchemaOfAnInventoryAcceptsMachinesAndRefusesOthers()
{
    const QByteArray schema = schemaOf(u"Inventory"_s);
    const auto machines = [](const QByteArray &more) {
        return QByteArray(R"({"groups":[{"name":"a","count":3,"cpu":8,"memory":"32Gi")") + more + R"(}]})";
    };
    QCOMPARE(
        complaint(schema, machines(R"(,"disk":"1Ti","zone":"a","taints":["a=b:NoSchedule",{"key":"c","effect":"NoExecute"}])")),
        QString());
    QCOMPARE(complaint(schema, machines(R"(,"zones":["a","b"],"tolerated":true)")), QString());
    QVERIFY(!complaint(schema, machines(R"(,"zone":"a","zones":["a"])")).isEmpty());
    QVERIFY(!complaint(schema, machines(R"(,"colour":"red")")).isEmpty());
    QVERIFY(!complaint(schema, machines(R"(,"taints":["a=b:Never"])")).isEmpty());
    QVERIFY(!complaint(schema, R"({"groups":[]})").isEmpty());
}

void SchemasTest::everyKindHasASchemaInBothLanguages()
{
    for (const QString &kind : {u"BundleDiff"_s, u"BundleManifest"_s, u"FindingList"_s, u"InstallPlan"_s, u"Inventory"_s,
                                u"PlanExplanation"_s, u"SizingReport"_s}) {
        for (const Language language : {Language::English, Language::Spanish}) {
            const Answer answer = run({u"schema"_s, kind}, language);
            QCOMPARE(answer.code, Exit::Done);
            QCOMPARE(QJsonDocument::fromJson(answer.out.toUtf8()).object().value("title"_L1).toString(), kind);
        }
    }
}

QTEST_GUILESS_MAIN(SchemasTest)
#include "tst_Schemas.moc"
