// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kube/rows/ObjectStore.h"
#include "core/kube/rows/RowDecoder.h"
#include "core/kube/rows/RowText.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QTest>
#include <QTimeZone>

using namespace sentinel;
using namespace sentinel::kube;
using namespace Qt::StringLiterals;

namespace {

QByteArray recorded(const QString &name)
{
    QFile file(QStringLiteral(SENTINEL_SOURCE_DIR "/tests/core/kube/rows/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

HttpAnswer headOf(const QByteArray &type)
{
    return {.status = 200, .headers = {{"content-type", type}}};
}

const QByteArray kProtobuf = "application/vnd.kubernetes.protobuf";

/// Tells a body to a decoder in pieces of `size` bytes. False: the decoder had enough.
bool feed(RowDecoder &decoder, const QByteArray &body, const QByteArray &type, qsizetype size)
{
    decoder.begin(headOf(type));
    for (qsizetype at = 0; at < body.size(); at += size) {
        if (!decoder.take(QByteArrayView(body).sliced(at, std::min(size, body.size() - at)))) {
            return false;
        }
    }
    decoder.end();
    return true;
}

struct Rows
{
    explicit Rows(RowLayout layout)
        : mailbox(std::make_shared<RowMailbox>(layout))
        , store(layout)
        , batch(layout)
    {
    }
    void flush()
    {
        if (mailbox->take(batch)) {
            store.apply(batch);
        }
        (void)store.flush();
    }
    [[nodiscard]] QStringList names() const
    {
        QStringList names;
        for (RowId row = 0; row < store.end(); ++row) {
            if (store.contains(row)) {
                names.append(store.name(row).name);
            }
        }
        names.sort();
        return names;
    }
    std::shared_ptr<RowMailbox> mailbox;
    ObjectStore store;
    RowBatch batch;
};

/// Every cell, as text; rows in the order of their names.
QStringList cellsOf(const Rows &rows)
{
    QStringList all;
    for (const QString &name : rows.names()) {
        for (RowId row = 0; row < rows.store.end(); ++row) {
            if (!rows.store.contains(row) || rows.store.name(row).name != name) {
                continue;
            }
            QStringList cells;
            for (int column = 0; column < rows.store.layout().columns(); ++column) {
                cells.append(rows.store.string(row, column) + u'|'
                             + QString::number(rows.store.number(row, column) & 0xFFFF'FFFF));
            }
            // Places of texts differ from store to store.
            for (int column = 0; column < rows.store.layout().columns(); ++column) {
                const CellKind kind = cellKind(rows.store.layout().fields[static_cast<size_t>(column)]);
                if (kind == CellKind::Word || kind == CellKind::Text) {
                    cells[column] = rows.store.string(row, column);
                }
            }
            all.append(cells.join(u" ; "_s));
        }
    }
    return all;
}

struct Kind
{
    ResourceType type;
    QList<std::pair<Field, QString>> columns; ///< and what the server's table calls them
};

const QList<Kind> &kinds()
{
    using enum Field;
    static const QList<Kind> all{
        {{u""_s, u"v1"_s, u"Pod"_s, u"pods"_s},
         {{Ready, u"Ready"_s}, {Status, u"Status"_s}, {Restarts, u"Restarts"_s}, {Ip, u"IP"_s}, {Node, u"Node"_s}}},
        {{u"apps"_s, u"v1"_s, u"Deployment"_s, u"deployments"_s},
         {{Ready, u"Ready"_s}, {UpToDate, u"Up-to-date"_s}, {Available, u"Available"_s}, {Images, u"Images"_s}}},
        {{u"apps"_s, u"v1"_s, u"StatefulSet"_s, u"statefulsets"_s}, {{Ready, u"Ready"_s}, {Images, u"Images"_s}}},
        {{u"apps"_s, u"v1"_s, u"DaemonSet"_s, u"daemonsets"_s},
         {{Desired, u"Desired"_s}, {Current, u"Current"_s}, {UpToDate, u"Up-to-date"_s}, {Available, u"Available"_s}}},
        {{u"apps"_s, u"v1"_s, u"ReplicaSet"_s, u"replicasets"_s}, {{Desired, u"Desired"_s}, {Current, u"Current"_s}}},
        {{u"batch"_s, u"v1"_s, u"Job"_s, u"jobs"_s},
         {{Status, u"Status"_s}, {Completions, u"Completions"_s}, {Images, u"Images"_s}}},
        {{u"batch"_s, u"v1"_s, u"CronJob"_s, u"cronjobs"_s},
         {{Schedule, u"Schedule"_s}, {TimeZone, u"Timezone"_s}, {Suspended, u"Suspend"_s}, {Active, u"Active"_s}}},
        {{u""_s, u"v1"_s, u"Service"_s, u"services"_s},
         {{ServiceType, u"Type"_s}, {ClusterIp, u"Cluster-IP"_s}, {ExternalIp, u"External-IP"_s}, {Ports, u"Port(s)"_s}}},
        {{u"networking.k8s.io"_s, u"v1"_s, u"Ingress"_s, u"ingresses"_s},
         {{Class, u"Class"_s}, {Hosts, u"Hosts"_s}, {Address, u"Address"_s}}},
        {{u""_s, u"v1"_s, u"PersistentVolumeClaim"_s, u"persistentvolumeclaims"_s},
         {{Status, u"Status"_s}, {Volume, u"Volume"_s}, {StorageClass, u"StorageClass"_s}}},
        {{u""_s, u"v1"_s, u"Node"_s, u"nodes"_s, false},
         {{Status, u"Status"_s}, {Roles, u"Roles"_s}, {NodeVersion, u"Version"_s}, {InternalIp, u"Internal-IP"_s}}},
        {{u""_s, u"v1"_s, u"Namespace"_s, u"namespaces"_s, false}, {{Status, u"Status"_s}}},
        {{u""_s, u"v1"_s, u"Event"_s, u"events"_s},
         {{EventType, u"Type"_s}, {Reason, u"Reason"_s}, {Subject, u"Object"_s}, {Message, u"Message"_s}, {Count, u"Count"_s}}},
    };
    return all;
}

QString normal(QString text)
{
    text = text.section(u" ("_s, 0, 0); // "7 (4h ago)": the age is another one now
    return text == "<none>"_L1 ? QString() : text;
}

} // namespace

class RowReadersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKindReadsAsTheServerPrintsIt_data();
    void everyKindReadsAsTheServerPrintsIt();
    void protobufAndJsonAreTheSame_data() { everyKindReadsAsTheServerPrintsIt_data(); }
    void protobufAndJsonAreTheSame();
    void pagesMayBeCutAnywhere_data();
    void pagesMayBeCutAnywhere();
    void metadataAloneFillsTheFirstColumns();
    void aWatchIsTheSameInBothForms();
    void aStreamedListEndsWithItsBookmark();
    void whatIsNoListIsSaid_data();
    void whatIsNoListIsSaid();
    void aPageThatBreaksOffIsNotWhole();
    void anErrorEventIsARefusal();
    void customResourcesShowTheirCondition();
    void agesAreThoseOfKubectl_data();
    void agesAreThoseOfKubectl();
};

void RowReadersTest::everyKindReadsAsTheServerPrintsIt_data()
{
    QTest::addColumn<int>("kind");
    for (int at = 0; at < kinds().size(); ++at) {
        QTest::newRow(qUtf8Printable(kinds()[at].type.plural)) << at;
    }
}

void RowReadersTest::everyKindReadsAsTheServerPrintsIt()
{
    QFETCH(int, kind);
    const Kind &each = kinds()[kind];
    Rows rows(rowLayout(each.type));
    PageDecoder decoder(rows.mailbox);
    QVERIFY(feed(decoder, recorded(each.type.plural + u".pb"_s), kProtobuf, 1000));
    QVERIFY(decoder.isWhole());
    QVERIFY(!decoder.version().isEmpty());
    rows.flush();

    const QJsonObject table = QJsonDocument::fromJson(recorded(each.type.plural + u".table.json"_s)).object();
    QVERIFY(!table.isEmpty());
    QCOMPARE(rows.names(), table.keys());
    const QString ns = each.type.namespaced ? u"rows"_s : QString();
    for (const QString &name : rows.names()) {
        const auto row = rows.store.find(ns, name);
        QVERIFY(row);
        for (const auto &[field, title] : each.columns) {
            QVERIFY2(table[name].toObject().contains(title), qUtf8Printable(title));
            const QString printed = table[name].toObject()[title].toVariant().toString();
            const QString ours = rowText(rows.store, *row, field, QDateTime::currentDateTimeUtc());
            QVERIFY2(normal(ours) == normal(printed),
                     qUtf8Printable(u"%1 %2: %3 is printed, %4 was read"_s.arg(name, title, printed, ours)));
        }
    }
}

void RowReadersTest::protobufAndJsonAreTheSame()
{
    QFETCH(int, kind);
    const ResourceType &type = kinds()[kind].type;
    Rows protobuf(rowLayout(type));
    Rows json(rowLayout(type));
    PageDecoder first(protobuf.mailbox);
    PageDecoder second(json.mailbox);
    QVERIFY(feed(first, recorded(type.plural + u".pb"_s), kProtobuf, 100'000));
    QVERIFY(feed(second, recorded(type.plural + u".json"_s), "application/json", 777));
    QVERIFY2(second.isWhole(), qUtf8Printable(second.problem()));
    protobuf.flush();
    json.flush();
    QCOMPARE(cellsOf(json), cellsOf(protobuf));
    QVERIFY(json.store.size() > 0);
}

void RowReadersTest::pagesMayBeCutAnywhere_data()
{
    QTest::addColumn<qsizetype>("size");
    for (const qsizetype size : {1, 2, 3, 7, 64, 4096}) {
        QTest::addRow("%lld", static_cast<long long>(size)) << size;
    }
}

void RowReadersTest::pagesMayBeCutAnywhere()
{
    QFETCH(qsizetype, size);
    Rows whole(rowLayout(kinds().first().type));
    Rows cut(rowLayout(kinds().first().type));
    PageDecoder first(whole.mailbox);
    PageDecoder second(cut.mailbox);
    const QByteArray body = recorded(u"pods.pb"_s);
    QVERIFY(feed(first, body, kProtobuf, body.size()));
    QVERIFY(feed(second, body, kProtobuf, size));
    whole.flush();
    cut.flush();
    QCOMPARE(cut.store.size(), 20);
    QCOMPARE(cellsOf(cut), cellsOf(whole));
}

void RowReadersTest::metadataAloneFillsTheFirstColumns()
{
    const RowLayout layout = rowLayout({.group = {}, .version = u"v1"_s, .kind = u"Secret"_s, .plural = u"secrets"_s});
    QCOMPARE(layout.columns(), static_cast<qsizetype>(kCommonColumns));
    Rows rows(layout);
    PageDecoder decoder(rows.mailbox);
    QVERIFY(feed(decoder, recorded(u"pods.metadata.pb"_s), kProtobuf, 100));
    rows.flush();
    const auto row = rows.store.find(u"rows"_s, u"crash"_s);
    QVERIFY(row);
    QVERIFY(rows.store.number(*row, kCreated) > 0);
    QVERIFY(rows.store.text(*row, kLabels).find("\ncase=crash\n") != std::string_view::npos);
    QCOMPARE(rows.store.text(*row, kUid).size(), size_t{36});
}

void RowReadersTest::aWatchIsTheSameInBothForms()
{
    Rows protobuf(rowLayout(kinds().first().type));
    Rows json(rowLayout(kinds().first().type));
    WatchDecoder first(protobuf.mailbox, false);
    WatchDecoder second(json.mailbox, false);
    QVERIFY(feed(first, recorded(u"pods.watch.pb"_s), kProtobuf + ";stream=watch", 33));
    QVERIFY(feed(second, recorded(u"pods.watch.json"_s), "application/json", 33));
    QCOMPARE(first.objects(), second.objects());
    QVERIFY(first.objects() >= 20);
    QVERIFY(first.hasHeard());
    QVERIFY(!first.version().isEmpty());
    protobuf.flush();
    json.flush();
    QCOMPARE(cellsOf(json), cellsOf(protobuf));
}

void RowReadersTest::aStreamedListEndsWithItsBookmark()
{
    const QByteArray body = recorded(u"pods.stream.pb"_s);
    Rows rows(rowLayout(kinds().first().type));
    WatchDecoder cut(rows.mailbox, true);
    (void)feed(cut, body.first(body.size() / 2), kProtobuf + ";stream=watch", 500);
    QVERIFY(cut.isInitial());
    QCOMPARE(cut.version(), QString()); // no place to go on from
    WatchDecoder decoder(rows.mailbox, true);
    QVERIFY(feed(decoder, body, kProtobuf + ";stream=watch", 500));
    QVERIFY(!decoder.isInitial());
    QVERIFY(!decoder.version().isEmpty());
    rows.flush();
    QCOMPARE(rows.store.size(), 20);
}

void RowReadersTest::whatIsNoListIsSaid_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("type");
    QTest::newRow("a page of HTML") << QByteArray("<html>login</html>") << QByteArray("text/html");
    QTest::newRow("an object") << QByteArray(R"({"kind":"PodList","items":{"a":1}})") << QByteArray("application/json");
    QTest::newRow("cut JSON") << QByteArray(R"({"metadata":{"resourceVersion":"1"},"items":[{"metadata":{"name":"a"}})")
                              << QByteArray("application/json");
    QTest::newRow("no magic") << QByteArray("abcdefgh") << kProtobuf;
    QTest::newRow("a group") << QByteArray("k8s\0\x0b", 5) << kProtobuf;
    QTest::newRow("an object longer than the list") << QByteArray("k8s\0\x12\x03\x12\x7f\x00", 9) << kProtobuf;
    QTest::newRow("an object that is none") << QByteArray("k8s\0\x12\x05\x12\x03\x0a\x7f\x00", 11) << kProtobuf;
    QTest::newRow("a number without an end") << QByteArray("k8s\0") + QByteArray(12, '\xff') << kProtobuf;
}

void RowReadersTest::whatIsNoListIsSaid()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, type);
    Rows rows(rowLayout(kinds().first().type));
    PageDecoder decoder(rows.mailbox);
    (void)feed(decoder, body, type, 3);
    QVERIFY(!decoder.isWhole());
    QVERIFY(!decoder.problem().isEmpty());
}

void RowReadersTest::aPageThatBreaksOffIsNotWhole()
{
    const QByteArray body = recorded(u"pods.pb"_s);
    Rows rows(rowLayout(kinds().first().type));
    PageDecoder decoder(rows.mailbox);
    QVERIFY(feed(decoder, body.first(body.size() - 100), kProtobuf, 4096));
    QVERIFY(!decoder.isWhole());
}

void RowReadersTest::anErrorEventIsARefusal()
{
    Rows rows(rowLayout(kinds().first().type));
    WatchDecoder decoder(rows.mailbox, false);
    const QByteArray body = R"({"type":"ERROR","object":{"kind":"Status","code":410,"reason":"Expired","message":"too old"}})"
                            "\n";
    QVERIFY(!feed(decoder, body, "application/json", 10));
    QCOMPARE(decoder.refusal()["code"_L1].toInt(), 410);
    WatchDecoder broken(rows.mailbox, false);
    QVERIFY(!feed(broken, "{\"type\":\"ADDED\",\"object\":{\"metadata\":\n", "application/json", 10));
    QVERIFY(broken.refusal().isEmpty());
    QVERIFY(!broken.problem().isEmpty());
}

void RowReadersTest::customResourcesShowTheirCondition()
{
    const RowLayout layout
        = rowLayout({.group = u"cert-manager.io"_s, .version = u"v1"_s, .kind = u"Certificate"_s, .plural = u"certificates"_s});
    QVERIFY(!layout.hasProtobuf);
    Rows rows(layout);
    PageDecoder decoder(rows.mailbox);
    const QByteArray body = R"({"metadata":{"resourceVersion":"7"},"items":[{"metadata":{"name":"web","namespace":"shop",
        "resourceVersion":"5","ownerReferences":[{"kind":"Ingress","name":"front","controller":true}],
        "managedFields":[{"fieldsV1":{"f:metadata":{"f:name":{}}}}]},"status":{"conditions":[
        {"type":"Issuing","status":"True","reason":"Renewing"},
        {"type":"Ready","status":"False","reason":"Pending","message":"waiting for \"web\" — \u00e9"}]}}]})";
    QVERIFY(feed(decoder, body, "application/json", 50));
    rows.flush();
    const auto row = rows.store.find(u"shop"_s, u"web"_s);
    QVERIFY(row);
    const auto text = [&](Field field) { return rows.store.string(*row, rows.store.column(field)); };
    QCOMPARE(text(Field::ReadyWord), u"False"_s);
    QCOMPARE(text(Field::Status), u"Pending"_s);
    QCOMPARE(text(Field::Message), u"waiting for \"web\" — é"_s);
    QCOMPARE(text(Field::Owner), u"Ingress/front"_s);
    QCOMPARE(rows.store.health(*row), RowHealth::Bad);
}

void RowReadersTest::agesAreThoseOfKubectl_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<QString>("text");
    QTest::newRow("none") << qint64{0} << u"0s"_s;
    QTest::newRow("to come") << qint64{-5} << u"<invalid>"_s;
    QTest::newRow("seconds") << qint64{119} << u"119s"_s;
    QTest::newRow("minutes and seconds") << qint64{150} << u"2m30s"_s;
    QTest::newRow("minutes") << qint64{11 * 60 + 5} << u"11m"_s;
    QTest::newRow("hours and minutes") << qint64{4 * 3600 + 49 * 60} << u"4h49m"_s;
    QTest::newRow("hours") << qint64{30 * 3600} << u"30h"_s;
    QTest::newRow("days and hours") << qint64{4 * 86'400 + 7200} << u"4d2h"_s;
    QTest::newRow("days") << qint64{400 * 86'400} << u"400d"_s;
    QTest::newRow("years and days") << qint64{3 * 365 * 86'400 + 30 * 86'400} << u"3y30d"_s;
    QTest::newRow("years") << qint64{9 * 365 * 86'400} << u"9y"_s;
}

void RowReadersTest::agesAreThoseOfKubectl()
{
    QFETCH(qint64, seconds);
    QFETCH(QString, text);
    QCOMPARE(ageText(std::chrono::seconds(seconds)), text);
}

QTEST_APPLESS_MAIN(RowReadersTest)
#include "tst_RowReaders.moc"
