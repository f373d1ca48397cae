// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kube/rows/RowDecoder.h"

#include <QDir>
#include <QTest>

using namespace sentinel;
using namespace sentinel::kube;
using namespace Qt::StringLiterals;

namespace {

ResourceType typeOf(const QString &plural)
{
    static const QList<ResourceType> kTypes{
        {.group = {}, .version = u"v1"_s, .kind = u"Pod"_s, .plural = u"pods"_s},
        {.group = {}, .version = u"v1"_s, .kind = u"ConfigMap"_s, .plural = u"configmaps"_s},
        {.group = {}, .version = u"v1"_s, .kind = u"Service"_s, .plural = u"services"_s},
        {.group = u"apps"_s, .version = u"v1"_s, .kind = u"Deployment"_s, .plural = u"deployments"_s},
        {.group = u"batch"_s, .version = u"v1"_s, .kind = u"CronJob"_s, .plural = u"cronjobs"_s},
        {.group = u"argoproj.io"_s, .version = u"v1alpha1"_s, .kind = u"Application"_s, .plural = u"applications"_s}};
    for (const ResourceType &type : kTypes) {
        if (type.plural == plural) {
            return type;
        }
    }
    return {};
}

HttpAnswer headOf(bool isProtobuf)
{
    HttpAnswer head{.status = 200};
    const QByteArray type = isProtobuf ? "application/vnd.kubernetes.protobuf" : "application/json";
    head.headers.emplaceBack("content-type", type);
    return head;
}

} // namespace

/// What a real API server 1.35 said, byte by byte as it came: it is read whole, in JSON and in protobuf. The bytes are where the
/// fuzzer begins; the first two of each file are its own.
class RealBytesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatARealServerSaysIsReadWhole_data();
    void whatARealServerSaysIsReadWhole();
};

void RealBytesTest::whatARealServerSaysIsReadWhole_data()
{
    QTest::addColumn<QString>("file");
    const QDir folder(QStringLiteral(SENTINEL_SOURCE_DIR "/tests/fuzz/corpus/rows"));
    const QStringList files = folder.entryList(QDir::Files);
    QVERIFY(files.size() > 10);
    for (const QString &file : files) {
        QTest::newRow(qPrintable(file)) << folder.filePath(file);
    }
}

void RealBytesTest::whatARealServerSaysIsReadWhole()
{
    QFETCH(QString, file);
    const QStringList words = file.section(u'/', -1).split(u'-'); // "pods-watch-pb"
    QFile source(file);
    QVERIFY(source.open(QIODevice::ReadOnly));
    const QByteArray bytes = source.readAll().sliced(2);
    const auto rows = std::make_shared<RowMailbox>(rowLayout(typeOf(words[0])));
    const bool isProtobuf = words[2] == "pb"_L1;
    if (words[1] == "list"_L1) {
        PageDecoder page(rows);
        page.begin(headOf(isProtobuf));
        QVERIFY2(page.take(bytes), qPrintable(page.problem()));
        page.end();
        QVERIFY(page.isWhole());
        QVERIFY(page.objects() > 0);
        QVERIFY(page.version().toLongLong() > 0);
        return;
    }
    const bool isInitial = words[1] == "watch"_L1; // "events": those from some version on
    WatchDecoder watch(rows, isInitial);
    watch.begin(headOf(isProtobuf));
    QVERIFY2(watch.take(bytes), qPrintable(watch.problem()));
    watch.end();
    QVERIFY(!watch.isInitial()); // its end was told
    QVERIFY(watch.objects() > 0);
    QVERIFY(watch.version().toLongLong() > 0);
}

QTEST_APPLESS_MAIN(RealBytesTest)
#include "tst_RealBytes.moc"
