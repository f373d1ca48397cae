// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/Table.h"
#include "core/sandbox/TableCells.h"
#include "core/sandbox/Types.h"

#include <QJsonDocument>
#include <QTest>
#include <QTimeZone>

using namespace sentinel::sandbox;
using namespace Qt::StringLiterals;

namespace {

const QDateTime kNow(QDate(2026, 11, 26), QTime(12, 0), QTimeZone::UTC);

QJsonObject json(const char *text)
{
    return QJsonDocument::fromJson(text).object();
}

} // namespace

class TableTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void timesReadAsKubectlSaysThem_data();
    void timesReadAsKubectlSaysThem();
    void podsSayWhatIsWrong_data();
    void podsSayWhatIsWrong();
    void rowsHaveACellForEachColumn();
    void otherKindsShowNameAndAge();
    void listsKeepTheirMetadataAndBookmarksHaveNoRow();
};

void TableTest::timesReadAsKubectlSaysThem_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<QString>("text");
    const QList<std::pair<qint64, const char *>> rows{{-5, "<invalid>"}, {0, "0s"},      {119, "119s"},    {120, "2m"},
                                                      {125, "2m5s"},     {600, "10m"},   {10799, "179m"},  {10800, "3h"},
                                                      {11000, "3h3m"},   {28800, "8h"},  {172799, "47h"},  {172800, "2d"},
                                                      {176400, "2d1h"},  {691200, "8d"}, {63072000, "2y"}, {64000000, "2y10d"}};
    for (const auto &[seconds, text] : rows) {
        QTest::newRow(text) << seconds << QString::fromLatin1(text);
    }
}

void TableTest::timesReadAsKubectlSaysThem()
{
    QFETCH(qint64, seconds);
    QFETCH(QString, text);
    QCOMPARE(cells::duration(seconds), text);
}

void TableTest::podsSayWhatIsWrong_data()
{
    QTest::addColumn<QJsonObject>("pod");
    QTest::addColumn<QString>("status");
    QTest::addColumn<QString>("ready");
    const auto row = [](const char *name, const char *status, const char *ready, const char *pod) {
        QTest::newRow(name) << json(pod) << QString::fromLatin1(status) << QString::fromLatin1(ready);
    };
    row("pending", "Pending", "0/1", R"({"spec":{"containers":[{}]},"status":{"phase":"Pending"}})");
    row("running", "Running", "1/1",
        R"({"spec":{"containers":[{}]},"status":{"phase":"Running","containerStatuses":[{"ready":true,"state":{"running":{}}}]}})");
    row("image", "ImagePullBackOff", "0/1",
        R"({"spec":{"containers":[{}]},"status":{"phase":"Pending","containerStatuses":[{"ready":false,"state":{"waiting":{"reason":"ImagePullBackOff"}}}]}})");
    row("crash", "Error", "0/1",
        R"({"spec":{"containers":[{}]},"status":{"phase":"Running","containerStatuses":[{"ready":false,"state":{"terminated":{"reason":"Error","exitCode":1}}}]}})");
    row("init", "Init:1/2", "0/1",
        R"({"spec":{"containers":[{}],"initContainers":[{},{}]},"status":{"phase":"Pending","initContainerStatuses":[{"state":{"terminated":{"exitCode":0}}},{"state":{"running":{}}}]}})");
    row("init fails", "Init:CrashLoopBackOff", "0/1",
        R"({"spec":{"containers":[{}],"initContainers":[{}]},"status":{"phase":"Pending","initContainerStatuses":[{"state":{"waiting":{"reason":"CrashLoopBackOff"}}}]}})");
    row("done", "Completed", "0/1",
        R"({"spec":{"containers":[{}]},"status":{"phase":"Succeeded","containerStatuses":[{"ready":false,"state":{"terminated":{"reason":"Completed","exitCode":0}}}]}})");
    row("leaving", "Terminating", "1/1",
        R"({"metadata":{"deletionTimestamp":"2026-11-26T12:00:00Z"},"spec":{"containers":[{}]},"status":{"phase":"Running","containerStatuses":[{"ready":true,"state":{"running":{}}}]}})");
    row("evicted", "Evicted", "0/1", R"({"spec":{"containers":[{}]},"status":{"phase":"Failed","reason":"Evicted"}})");
}

void TableTest::podsSayWhatIsWrong()
{
    QFETCH(QJsonObject, pod);
    QFETCH(QString, status);
    QFETCH(QString, ready);
    QCOMPARE(cells::podStatus(pod), status);
    QCOMPARE(cells::podReady(pod), ready);
}

void TableTest::rowsHaveACellForEachColumn()
{
    for (const Type *type : allTypes()) {
        const QJsonObject table = tableOf(*type, json(R"({"metadata":{"name":"x"}})"), RowObject::Metadata, kNow);
        const QJsonArray columns = table.value("columnDefinitions"_L1).toArray();
        const QJsonArray rows = table.value("rows"_L1).toArray();
        QCOMPARE(rows.size(), 1);
        QCOMPARE(rows.at(0)["cells"_L1].toArray().size(), columns.size());
        QCOMPARE(rows.at(0)["object"_L1]["kind"_L1].toString(), u"PartialObjectMetadata"_s);
        for (const auto &cell : rows.at(0)["cells"_L1].toArray()) {
            QVERIFY2(!cell.isUndefined() && !cell.isObject(), qPrintable(type->resource()));
        }
    }
}

void TableTest::otherKindsShowNameAndAge()
{
    const Type *lease = typeOfKind(u"coordination.k8s.io/v1", u"Lease");
    const QJsonObject table
        = tableOf(*lease, json(R"({"metadata":{"name":"x","creationTimestamp":"2026-11-26T11:00:00Z"}})"), RowObject::None, kNow);
    QCOMPARE(table.value("rows"_L1)[0]["cells"_L1].toArray(), QJsonArray({"x"_L1, "60m"_L1}));
}

void TableTest::listsKeepTheirMetadataAndBookmarksHaveNoRow()
{
    const QJsonObject list = tableOf(
        kinds::pod(), json(R"({"metadata":{"resourceVersion":"7","continue":"c"},"items":[{"metadata":{"name":"x"}}]})"),
        RowObject::Whole, kNow);
    QCOMPARE(list.value("metadata"_L1)["continue"_L1].toString(), u"c"_s);
    QCOMPARE(list.value("rows"_L1)[0]["object"_L1]["metadata"_L1]["name"_L1].toString(), u"x"_s);
    const QJsonObject bookmark = tableOf(kinds::pod(), json(R"({"metadata":{"resourceVersion":"9"}})"), RowObject::None, kNow);
    QVERIFY(bookmark.value("rows"_L1).toArray().isEmpty());
    QCOMPARE(bookmark.value("metadata"_L1)["resourceVersion"_L1].toString(), u"9"_s);
}

QTEST_GUILESS_MAIN(TableTest)
#include "tst_SandboxTable.moc"
