// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kube/access/KnownClusters.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>
#include <sys/stat.h>
#include <thread>

using namespace sentinel;
using namespace sentinel::kube;
using namespace Qt::StringLiterals;

namespace {

const QDateTime kNow(QDate(2026, 11, 26), QTime(12, 0), QTimeZone::UTC);
const auto kOthers
    = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;

PluginWish wish()
{
    return {.command = u"/usr/bin/sign-in"_s,
            .arguments = {u"get"_s, u"--client-secret=hunter2"_s, u"--token"_s, u"hunter3"_s},
            .variables = {u"PASS=hunter4"_s},
            .sha256 = "abc"};
}

} // namespace

class KnownClustersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void aListThatWasNeverWrittenIsEmpty()
    {
        const auto known = file().read();
        QVERIFY(known);
        QVERIFY(known->clusters().isEmpty());
        QVERIFY(!QFileInfo::exists(file().path())); // asking makes nothing
    }
    void whatIsWrittenReadsBackAndIsOursAlone()
    {
        const KnownCluster cluster{.name = u"eu 1"_s,
                                   .kubeconfig = u"/home/ana/.kube/eu"_s,
                                   .context = u"admin@eu"_s,
                                   .protection = ProtectionLevel::TypedName,
                                   .colour = u"teal"_s};
        const ::mode_t before = ::umask(0);
        const auto written = file().change([&](KnownClusters &known) {
            known.allow(InsecureWish{.cluster = u"c"_s, .server = u"https://h:1"_s}, kNow);
            known.allow(wish(), kNow);
            return known.add(cluster);
        });
        ::umask(before);
        QVERIFY2(written, qPrintable(written ? QString() : written.error().detail));
        QVERIFY(!(QFileInfo(file().path()).permissions() & kOthers));
        QVERIFY(!(QFileInfo(QFileInfo(file().path()).path()).permissions() & kOthers));
        const auto known = file().read();
        QVERIFY2(known, qPrintable(known ? QString() : known.error().detail));
        QCOMPARE(known->clusters(), QList<KnownCluster>{cluster});
        QVERIFY(known->find(u"/home/ana/.kube/eu"_s, u"admin@eu"_s));
        QVERIFY(known->allows(InsecureWish{.cluster = u"c"_s, .server = u"https://h:1"_s}));
        QVERIFY(!known->allows(InsecureWish{.cluster = u"c"_s, .server = u"https://h:2"_s}));
        QVERIFY(known->allows(wish()));
    }
    void aConsentIsForThisProgramAndTheseWordsOnly()
    {
        KnownClusters known;
        known.allow(wish(), kNow);
        PluginWish other = wish();
        other.sha256 = "abd";
        QVERIFY(!known.allows(other));
        other = wish();
        other.arguments.append(u"more"_s);
        QVERIFY(!known.allows(other));
        other = wish();
        other.variables = {u"LD_PRELOAD=/tmp/evil.so"_s};
        QVERIFY(!known.allows(other));
        other = wish();
        other.command = u"/tmp/sign-in"_s;
        QVERIFY(!known.allows(other));
        other = wish();
        other.sha256.clear(); // a file that could not be read
        QVERIFY(!known.allows(other));
        known.forbid(wish());
        QVERIFY(!known.allows(wish()));
    }
    void secretsOfAProgramAreNeitherKeptNorShown()
    {
        KnownClusters known;
        known.allow(wish(), kNow);
        for (const QByteArray &text : {known.text(), consentQuestion(wish()).toUtf8()}) {
            QVERIFY2(!text.contains("hunter"), text.constData());
            QVERIFY(text.contains("/usr/bin/sign-in"));
            QVERIFY(text.contains("--client-secret=…"));
        }
    }
    void whatAnotherVersionWroteIsKept()
    {
        write("apiVersion: console.sentinel/v1\nkind: KnownClusters\nfuture: {a: [1]}\nclusters:\n"
              "- {name: a, context: x, mood: good}\n");
        const auto changed = file().change([](KnownClusters &known) { return known.add({.name = u"b"_s, .context = u"y"_s}); });
        QVERIFY2(changed, qPrintable(changed ? QString() : changed.error().detail));
        const QByteArray text = read();
        QVERIFY2(text.contains("mood: good"), text.constData());
        QVERIFY(text.contains("future:"));
        QVERIFY(text.contains("name: b"));
    }
    void aBadFileIsSaidWithItsPlaceAndLeftAsItIs_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("line");
        QTest::addColumn<int>("column");
        QTest::addColumn<QString>("sentence");
        const QByteArray head = "apiVersion: console.sentinel/v1\nkind: KnownClusters\n";
        QTest::newRow("no YAML") << QByteArray("clusters: [\n") << 1 << 11 << u"["_s;
        QTest::newRow("another kind") << QByteArray("kind: Pod\n") << 1 << 7 << u"no list of clusters"_s;
        QTest::newRow("no list") << head + "clusters: {a: b}\n" << 3 << 11 << u"must be a list"_s;
        QTest::newRow("no name") << head + "clusters:\n- {context: x}\n" << 4 << 3 << u"A cluster needs \"name\"."_s;
        QTest::newRow("no context") << head + "clusters:\n- {name: x}\n" << 4 << 3 << u"A cluster needs \"context\"."_s;
        QTest::newRow("protection") << head + "clusters:\n- {name: x, context: y, protection: much}\n"
                                    << 4 << 37 << u"\"much\" is no protection"_s;
        QTest::newRow("colour") << head + "clusters:\n- {name: x, context: y, colour: puce}\n"
                                << 4 << 33 << u"\"puce\" is no colour"_s;
        QTest::newRow("a path from nowhere") << head + "clusters:\n- {name: x, context: y, kubeconfig: a}\n"
                                             << 4 << 37 << u"absolute path"_s;
        QTest::newRow("doubled") << head + "clusters:\n- {name: x, context: y}\n- {name: x, context: z}\n"
                                 << 5 << 10 << u"Two clusters are called \"x\""_s;
        QTest::newRow("consent") << head + "allowed: {plugins: [{command: /a}]}\n" << 3 << 21 << u"needs \"inputSha256\""_s;
    }
    void aBadFileIsSaidWithItsPlaceAndLeftAsItIs()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QString, sentence);
        write(text);
        const auto changed = file().change([](KnownClusters &known) { return known.add({.name = u"b"_s, .context = u"y"_s}); });
        QVERIFY(!changed);
        QCOMPARE(changed.error().kind, Error::Kind::Invalid);
        QVERIFY2(changed.error().detail.contains(sentence), qPrintable(changed.error().detail));
        QTEST(changed.error().where.line, "line");
        QTEST(changed.error().where.column, "column");
        QCOMPARE(read(), text);
    }
    void whoeverMayWriteItMustBeUs()
    {
        write("apiVersion: console.sentinel/v1\nkind: KnownClusters\n");
        QVERIFY(QFile::setPermissions(file().path(), QFile::ReadOwner | QFile::WriteOwner | QFile::WriteOther));
        const auto known = file().read();
        QVERIFY(!known);
        QCOMPARE(known.error().kind, Error::Kind::Forbidden);
        QVERIFY(!file().consent()->allows(wish()));
    }
    void namesAreTakenOnce()
    {
        KnownClusters known;
        QVERIFY(known.add({.name = u"a"_s, .context = u"x"_s}));
        QCOMPARE(known.add({.name = u"a"_s, .context = u"y"_s}).error().kind, Error::Kind::Conflict);
        QCOMPARE(known.add({.name = u"b\u202e"_s, .context = u"y"_s}).error().kind, Error::Kind::Invalid);
        QVERIFY(known.add({.name = u"b"_s, .context = u"y"_s}));
        QCOMPARE(known.replace(u"b"_s, {.name = u"a"_s, .context = u"y"_s}).error().kind, Error::Kind::Conflict);
        QVERIFY(known.replace(u"b"_s, {.name = u"b"_s, .context = u"z"_s}));
        QCOMPARE(known.find(u"b"_s)->context, u"z"_s);
        QVERIFY(known.remove(u"a"_s));
        QCOMPARE(known.remove(u"a"_s).error().kind, Error::Kind::NotFound);
    }
    void aConsentHoldsAsSoonAsItIsWritten()
    {
        const auto consent = file().consent();
        QVERIFY(!consent->allows(wish()));
        QVERIFY(file().change([](KnownClusters &known) {
            known.allow(wish(), kNow);
            return Result<void>();
        }));
        QVERIFY(consent->allows(wish()));
        QVERIFY(file().change([](KnownClusters &known) {
            known.forbid(wish());
            return Result<void>();
        }));
        QVERIFY(!consent->allows(wish()));
    }
    void changesOfManyHandsAreAllKept()
    {
        std::vector<std::thread> hands;
        for (int hand = 0; hand < 4; ++hand) {
            hands.emplace_back([this, hand] {
                for (int each = 0; each < 5; ++each) {
                    std::ignore = file().change([&](KnownClusters &known) {
                        return known.add({.name = u"c%1-%2"_s.arg(hand).arg(each), .context = u"x"_s});
                    });
                }
            });
        }
        for (std::thread &each : hands) {
            each.join();
        }
        QCOMPARE(file().read()->clusters().size(), 20);
    }

private:
    [[nodiscard]] KnownClustersFile file() const { return KnownClustersFile(m_folder->filePath(u"sentinel"_s)); }
    void write(const QByteArray &text) const
    {
        QDir().mkpath(QFileInfo(file().path()).path());
        QFile raw(file().path());
        QVERIFY(raw.open(QIODevice::WriteOnly));
        raw.write(text);
    }
    [[nodiscard]] QByteArray read() const
    {
        QFile raw(file().path());
        return raw.open(QIODevice::ReadOnly) ? raw.readAll() : QByteArray();
    }
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(KnownClustersTest)
#include "tst_KnownClusters.moc"
