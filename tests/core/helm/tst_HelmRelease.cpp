// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/helm/Release.h"
#include "core/helm/ReleaseBytes.h"

#include <QEventLoop>
#include <QJsonDocument>
#include <QTest>
#include <QThread>
#include <zlib.h>

using namespace sentinel;
using namespace sentinel::helm;
using namespace Qt::StringLiterals;

class HelmReleaseTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRevisionIsReadOutOfItsSecret();
    void aBodyThatIsNotCompressedIsReadToo();
    void everyStatusOfHelmHasItsName_data();
    void everyStatusOfHelmHasItsName();
    void aDamagedBodyLeavesWhatTheLabelsSay_data();
    void aDamagedBodyLeavesWhatTheLabelsSay();
    void aBodyThatGrowsWithoutEndIsRefused();
    void anotherSecretIsNoRelease();
    void theServersOwnBytesGiveTheSame();
    void bytesThatAreNotWhatHelmWritesGiveNothing_data();
    void bytesThatAreNotWhatHelmWritesGiveNothing();
    void theAnswerComesFromAnotherThread();
};

namespace {

QByteArray zipped(const QByteArray &content)
{
    z_stream stream{};
    deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
    QByteArray packed(static_cast<qsizetype>(deflateBound(&stream, static_cast<uLong>(content.size()))), Qt::Uninitialized);
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(content.constData()));
    stream.avail_in = static_cast<uInt>(content.size());
    stream.next_out = reinterpret_cast<Bytef *>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    deflate(&stream, Z_FINISH);
    packed.resize(static_cast<qsizetype>(stream.total_out));
    deflateEnd(&stream);
    return packed;
}

QJsonObject secretWith(const QByteArray &release, const QString &status = u"deployed"_s)
{
    const QJsonObject labels{{u"owner"_s, u"helm"_s}, {u"name"_s, u"sentinel"_s}, {u"status"_s, status}, {u"version"_s, u"4"_s}};
    const QJsonObject metadata{
        {u"name"_s, u"sh.helm.release.v1.sentinel.v4"_s}, {u"namespace"_s, u"sentinel-prod"_s}, {u"labels"_s, labels}};
    return {{u"metadata"_s, metadata},
            {u"type"_s, u"helm.sh/release.v1"_s},
            {u"data"_s, QJsonObject{{u"release"_s, QString::fromLatin1(release.toBase64())}}}};
}

QByteArray body(const QString &status)
{
    const QJsonObject info{{u"status"_s, status},
                           {u"description"_s, u"Rollback to 2"_s},
                           {u"first_deployed"_s, QString()},
                           {u"last_deployed"_s, u"2026-11-24T10:11:12.123456789+01:00"_s},
                           {u"rollback_revision"_s, 2}};
    const QJsonObject chart{
        {u"metadata"_s, QJsonObject{{u"name"_s, u"sentinel"_s}, {u"version"_s, u"0.1.0"_s}, {u"appVersion"_s, u"1.10"_s}}}};
    return QJsonDocument(QJsonObject{{u"name"_s, u"sentinel"_s},
                                     {u"version"_s, 4},
                                     {u"info"_s, info},
                                     {u"chart"_s, chart},
                                     {u"config"_s, QJsonObject{{u"replicas"_s, 3}}},
                                     {u"manifest"_s, u"---\nkind: Service\n"_s},
                                     {u"apply_method"_s, u"ssa"_s}})
        .toJson(QJsonDocument::Compact);
}

} // namespace

void HelmReleaseTest::aRevisionIsReadOutOfItsSecret()
{
    const Result<Release> release = decodeRelease(secretWith(zipped(body(u"deployed"_s)).toBase64()));

    QVERIFY2(release, release ? "" : qPrintable(release.error().detail));
    QCOMPARE(release->problem, QString());
    QCOMPARE(release->name, u"sentinel"_s);
    QCOMPARE(release->ns, u"sentinel-prod"_s);
    QCOMPARE(release->revision, 4);
    QCOMPARE(release->status, Release::Status::Deployed);
    QCOMPARE(release->description, u"Rollback to 2"_s);
    QVERIFY(!release->firstDeployed.isValid());
    QCOMPARE(release->lastDeployed, QDateTime({2026, 11, 24}, QTime(9, 11, 12, 123), QTimeZone::UTC));
    QCOMPARE(release->chartVersion, u"0.1.0"_s);
    QCOMPARE(release->appVersion, u"1.10"_s);
    QCOMPARE(release->rolledBackTo, 2);
    QVERIFY(release->serverSide);
    QCOMPARE(release->values[u"replicas"].toInt(), 3);
    QCOMPARE(release->manifest, u"---\nkind: Service\n"_s);
}

void HelmReleaseTest::aBodyThatIsNotCompressedIsReadToo()
{
    const Result<Release> release = decodeRelease(secretWith(body(u"superseded"_s).toBase64()));
    QVERIFY(release);
    QCOMPARE(release->status, Release::Status::Superseded);
}

void HelmReleaseTest::everyStatusOfHelmHasItsName_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("pending");
    for (const QString &name : {u"unknown"_s, u"deployed"_s, u"uninstalled"_s, u"superseded"_s, u"failed"_s, u"uninstalling"_s}) {
        QTest::newRow(qPrintable(name)) << name << false;
    }
    for (const QString &name : {u"pending-install"_s, u"pending-upgrade"_s, u"pending-rollback"_s}) {
        QTest::newRow(qPrintable(name)) << name << true;
    }
}

void HelmReleaseTest::everyStatusOfHelmHasItsName()
{
    QFETCH(QString, name);
    QFETCH(bool, pending);
    const Result<Release> release = decodeRelease(secretWith(zipped(body(name)).toBase64(), name));
    QVERIFY(release);
    QCOMPARE(statusName(release->status), name);
    QCOMPARE(release->isPending(), pending);
}

void HelmReleaseTest::aDamagedBodyLeavesWhatTheLabelsSay_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no base64") << QByteArray("%%%");
    QTest::newRow("cut off") << zipped(body(u"deployed"_s)).chopped(40).toBase64();
    QTest::newRow("no JSON") << zipped("hello").toBase64();
    QTest::newRow("a list") << zipped("[1]").toBase64();
}

void HelmReleaseTest::aDamagedBodyLeavesWhatTheLabelsSay()
{
    QFETCH(QByteArray, content);
    const Result<Release> release = decodeRelease(secretWith(content, u"pending-upgrade"_s));
    QVERIFY(release);
    QVERIFY(!release->problem.isEmpty());
    QCOMPARE(release->revision, 4);
    QCOMPARE(release->status, Release::Status::PendingUpgrade);
}

void HelmReleaseTest::aBodyThatGrowsWithoutEndIsRefused()
{
    const Result<Release> release = decodeRelease(secretWith(zipped(QByteArray(100 * 1024 * 1024, ' ')).toBase64()));
    QVERIFY(release);
    QVERIFY2(release->problem.contains(u"too large"), qPrintable(release->problem));
}

void HelmReleaseTest::anotherSecretIsNoRelease()
{
    QJsonObject secret = secretWith("x");
    secret[u"metadata"_s] = QJsonObject{{u"name"_s, u"passwords"_s}};
    const Result<Release> release = decodeRelease(secret);
    QVERIFY(!release);
    QCOMPARE(release.error().kind, Error::Kind::Invalid);
}

void HelmReleaseTest::theServersOwnBytesGiveTheSame()
{
    for (const QByteArray &text :
         {body(u"deployed"_s), body(u"deployed"_s) + " ", body(u"deployed"_s) + "  "}) { // each rest of base64
        const QJsonObject secret = secretWith(zipped(text).toBase64());
        const auto fast = decodeReleaseBytes(QJsonDocument(secret).toJson());
        const auto slow = decodeRelease(secret);
        QVERIFY(fast && slow);
        QCOMPARE(fast->name, slow->name);
        QCOMPARE(fast->ns, slow->ns);
        QCOMPARE(fast->revision, slow->revision);
        QCOMPARE(fast->status, slow->status);
        QCOMPARE(fast->description, slow->description);
        QCOMPARE(fast->firstDeployed, slow->firstDeployed);
        QCOMPARE(fast->lastDeployed, slow->lastDeployed);
        QCOMPARE(fast->chartName, slow->chartName);
        QCOMPARE(fast->chartVersion, slow->chartVersion);
        QCOMPARE(fast->appVersion, slow->appVersion);
        QCOMPARE(fast->rolledBackTo, slow->rolledBackTo);
        QCOMPARE(fast->serverSide, slow->serverSide);
        QCOMPARE(fast->manifest, slow->manifest);
        QCOMPARE(fast->values, slow->values);
    }
}

void HelmReleaseTest::bytesThatAreNotWhatHelmWritesGiveNothing_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const auto bytesOf = [](const QByteArray &release) { return QJsonDocument(secretWith(release)).toJson(); };
    const QByteArray packed = zipped(body(u"deployed"_s));
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no JSON") << QByteArray("<html>");
    QTest::newRow("no Secret") << QByteArray("{}");
    QTest::newRow("no base64") << bytesOf("***");
    QTest::newRow("not zipped") << bytesOf(body(u"deployed"_s).toBase64());
    QTest::newRow("cut") << bytesOf(packed.first(packed.size() / 2).toBase64());
    QByteArray lie = packed;
    lie[lie.size() - 1] = 0x7f; // two gigabytes, it says
    QTest::newRow("a lie about its size") << bytesOf(lie.toBase64());
    QTest::newRow("no JSON inside") << bytesOf(zipped("helm").toBase64());
    QTest::newRow("no release inside") << bytesOf(zipped("{\"a\":1}").toBase64());
    QTest::newRow("more after it") << bytesOf(zipped(body(u"deployed"_s) + "{}").toBase64());
}

void HelmReleaseTest::bytesThatAreNotWhatHelmWritesGiveNothing()
{
    QFETCH(const QByteArray, bytes);
    QVERIFY(!decodeReleaseBytes(bytes));
}

void HelmReleaseTest::theAnswerComesFromAnotherThread()
{
    QObject context;
    QEventLoop loop;
    QThread *answered = nullptr;
    bool found = false;
    deliver(decodeAside(QJsonDocument(secretWith(zipped(body(u"deployed"_s)).toBase64())).toJson()), &context,
            [&](const Result<std::optional<Release>> &release) {
                found = release && *release;
                answered = QThread::currentThread();
                loop.quit();
            });
    loop.exec();
    QVERIFY(found);
    QCOMPARE(answered, QThread::currentThread());
}

QTEST_GUILESS_MAIN(HelmReleaseTest)
#include "tst_HelmRelease.moc"
