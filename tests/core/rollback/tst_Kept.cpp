// SPDX-License-Identifier: GPL-3.0-or-later
// Manifests kept for the day a repository is gone, and going back with them.
#include "core/base/Files.h"
#include "core/rollback/Kept.h"
#include "tests/core/deploy/Objects.h"
#include "tests/core/rollback/World.h"

#include <QDir>
#include <QTest>

using namespace sentinel;
using namespace sentinel::rollback;
using namespace sentinel::testing;

namespace {

const QString kCluster = u"https://test"_s;

QJsonObject map(const QByteArray &value)
{
    return json("{'apiVersion':'v1','kind':'ConfigMap','metadata':{'name':'settings','namespace':'shop'},'data':{'a':'" + value
                + "'}}");
}

QJsonObject secret()
{
    return json(
        "{'apiVersion':'v1','kind':'Secret','metadata':{'name':'login','namespace':'shop','annotations':{'last':'open-sesame'}},"
        "'data':{'password':'b3Blbi1zZXNhbWU='},'stringData':{'more':'open-sesame'}}");
}

Candidate candidate(const QString &id, const QString &revision)
{
    return {.id = id, .way = Way::ArgoCd, .revision = revision, .revisions = {revision}};
}

Subject shop()
{
    return {.ns = u"argocd"_s, .name = u"shop"_s, .targetNs = u"shop"_s};
}

QDateTime noon()
{
    return QDateTime::fromString(u"2026-11-26T12:00:00Z"_s, Qt::ISODate);
}

} // namespace

class KeptTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

private Q_SLOTS:
    void whatIsKeptComesBackWithoutSecrets()
    {
        const QString folder = m_folder.filePath(u"one/kept"_s);
        const KeptManifests kept(folder);
        QVERIFY(kept.keep(kCluster, shop(), candidate(u"0"_s, u"aaaa"_s), {.objects = {map("1"), secret()}, .hooks = {map("2")}},
                          noon()));
        const auto found = kept.find(kCluster, shop(), candidate(u"5"_s, u"aaaa"_s)); // the same version under another number
        QVERIFY(found);
        QCOMPARE(found->objects, QList<QJsonObject>{map("1")});
        QCOMPARE(found->hooks, QList<QJsonObject>{map("2")});
        QVERIFY(found->isOffline && found->isKept);
        QCOMPARE(kept.find(u"https://other"_s, shop(), candidate(u"0"_s, u"aaaa"_s)).error().kind, Error::Kind::NotFound);

        const QFileInfoList files = QDir(folder).entryInfoList(QDir::Files);
        QCOMPARE(files.size(), 1);
        QCOMPARE(files.first().permissions() & 0x0077, QFileDevice::Permissions());
        QCOMPARE(QFileInfo(folder).permissions() & 0x0077, QFileDevice::Permissions());
        const QByteArray plain = qUncompress(*readFile(files.first().filePath()));
        QVERIFY(plain.contains("login"));
        QVERIFY(!plain.contains("sesame") && !plain.contains("b3Blbi1"));
    }

    void theOldestGoWhenThereAreTooMany()
    {
        const QString folder = m_folder.filePath(u"many"_s);
        const KeptManifests kept(folder);
        for (int number = 0; number < 205; ++number) {
            const Candidate one = candidate(u"0"_s, u"commit-%1"_s.arg(number));
            QVERIFY(kept.keep(kCluster, shop(), one, {.objects = {map("x")}}, noon()));
            // Files of one second are equally old.
            const QFileInfoList all = QDir(folder).entryInfoList(QDir::Files, QDir::Time);
            QVERIFY(all.size() <= 200);
        }
        QVERIFY(kept.find(kCluster, shop(), candidate(u"0"_s, u"commit-204"_s)));
    }

    void aDamagedFileIsNoContent()
    {
        const QString folder = m_folder.filePath(u"damaged"_s);
        const KeptManifests kept(folder);
        QVERIFY(kept.keep(kCluster, shop(), candidate(u"0"_s, u"aaaa"_s), {.objects = {map("1")}}, noon()));
        const QString file = QDir(folder).entryInfoList(QDir::Files).first().filePath();
        for (const QByteArray &content :
             {QByteArray(), QByteArray("\xff\xff\xff\xff bomb"), QByteArray("\0\0\0\x10 nothing", 12)}) {
            QVERIFY(writeFile(file, content));
            QVERIFY(!kept.find(kCluster, shop(), candidate(u"0"_s, u"aaaa"_s)));
        }
    }

    void theWayBackTakesAwayWhatOnlyTheNewerVersionSays()
    {
        const QJsonObject newer = json("{'data':{'a':'2','b':'3','c':{'d':1}},'kind':'X'}");
        const QJsonObject older = json("{'data':{'a':'1','c':{'d':1},'e':['x']},'kind':'X'}");
        QCOMPARE(wayBack(newer, older), json("{'data':{'a':'1','b':null,'e':['x']}}"));
        QCOMPARE(wayBack(older, older), QJsonObject());
    }

    void namespacesComeBeforeWhatLivesInThem()
    {
        const QJsonObject space = json("{'kind':'Namespace','metadata':{'name':'n'}}");
        const QJsonObject early
            = json("{'kind':'Deployment','metadata':{'name':'d','annotations':{'argocd.argoproj.io/sync-wave':'-1'}}}");
        QCOMPARE(inApplyOrder({map("1"), space, early}), (QList<QJsonObject>{early, space, map("1")}));
    }

    void withoutItsRepositoryTheKeptManifestsAreBrought()
    {
        RollbackWorld world(Way::ArgoCd);
        world.syncPhase = u"Error"_s;
        world.syncMessage = u"ComparisonError: failed to list refs: no route to host"_s;
        Services services = world.services();
        const ContentOf online = services.contents;
        const auto kept = std::make_shared<KeptManifests>(m_folder.filePath(u"world"_s));
        const auto keep = keeping(online, kept, kCluster, services.clock);
        const RollbackRequest wanted = world.request();
        for (const Candidate &one : argoCandidates(wanted.subject, Memory())) {
            QVERIFY(answerOf(world.clock, keep(wanted.subject, one, {})).has_value()); // as after each deploy
        }
        const ContentOf gone = [](const Subject &, const Candidate &, const CancelToken &) {
            const Promise<Content> promise;
            promise.keep(failure(Error::Kind::Unreachable, u"fetching"_s, u"no route to host"_s));
            return promise.answer();
        };
        services.contents = keeping(gone, kept, kCluster, services.clock);
        world.cluster->written = [&world, before = world.cluster->written](const kube::Object &object) {
            before(object);
            const QString image = object[u"spec"][u"template"][u"spec"][u"containers"][0][u"image"].toString();
            if (object[u"kind"].toString() == u"Deployment" && image.endsWith(u":1.0.0")
                && object[u"status"][u"availableReplicas"].toInt() == 0) {
                world.setWell(u"1.0.0"_s, true); // its controller
            }
        };
        RollbackRequest request = wanted;
        const auto refused = world.rollBackWith(request, services);
        QVERIFY(refused && *refused);
        QVERIFY((*refused)->isRefused); // how long it lasts is to be accepted first
        QCOMPARE((*refused)->verdict->unaccepted(request.accepted), QStringList{u"rollback.sticks"_s});
        QVERIFY((*refused)->verdict->sticks.contains(u"repository is back"));
        request.accepted.append(u"rollback.sticks"_s);
        const auto ended = world.rollBackWith(request, services);
        QVERIFY(ended);
        QVERIFY2(*ended, qPrintable(*ended ? QString() : ended->error().detail));
        QVERIFY((*ended)->healthy);
        QVERIFY((*ended)->isPaused);
        QCOMPARE(world.cluster->effects().filter(u"Deployment/web"_s).size(), 1);
        QVERIFY(world.run->lines().join(u' ').contains(u"kept"));
    }

    void whereTheRepositoryAnswersNothingIsBroughtByUs()
    {
        RollbackWorld world(Way::ArgoCd);
        world.syncPhase = u"Error"_s;
        world.syncMessage = u"ComparisonError: bad manifest"_s;
        const auto ended = world.rollBackNow();
        QVERIFY(ended && *ended);
        QVERIFY(!(*ended)->healthy);
        QVERIFY(world.cluster->effects().filter(u"Deployment/web"_s).isEmpty());
    }
};

QTEST_GUILESS_MAIN(KeptTest)
#include "tst_Kept.moc"
