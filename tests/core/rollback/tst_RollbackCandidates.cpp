// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rollback/ManifestText.h"
#include "tests/core/rollback/World.h"

#include <QJsonArray>
#include <QTest>

using namespace sentinel;
using namespace sentinel::rollback;
using namespace sentinel::testing;

class RollbackCandidatesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theHistoryOfArgoCdIsToldNewestFirst()
    {
        RollbackWorld world(Way::ArgoCd);
        const auto memory = std::make_shared<Memory>();
        memory->add({.revision = QString(40, u'a'), .version = u"1.0.0"_s, .health = Remembered::Healthy});
        const auto found = answerOf(world.clock, candidatesOf(world.cluster, world.request().subject, memory, {}));
        QVERIFY(found && *found);
        QCOMPARE((*found)->size(), 2);
        const Candidate &present = (*found)->first();
        QVERIFY(present.isPresent);
        QCOMPARE(present.id, u"1"_s);
        const Candidate &older = (*found)->last();
        QCOMPARE(older.version, u"1.0.0"_s);
        QCOMPARE(older.by, u"ada"_s);
        QCOMPARE(older.steps, 1);
        QCOMPARE(older.healthSentence, u"healthy 5 day(s)"_s);
    }

    void aSyncThatFailedIsWhatRunsNowAndTheNewestEntryCanBeGoneBackTo()
    {
        RollbackWorld world(Way::ArgoCd);
        kube::Object application = world.application();
        QJsonObject status = application.value(u"status"_s).toObject();
        status.insert(u"operationState"_s,
                      QJsonObject{{u"phase"_s, u"Failed"_s},
                                  {u"startedAt"_s, u"2026-11-26T11:30:00Z"_s},
                                  {u"syncResult"_s, QJsonObject{{u"revision"_s, QString(40, u'd')}}}});
        application.insert(u"status"_s, status);
        const QList<Candidate> found = argoCandidates(subjectOf(application), {});
        QCOMPARE(found.size(), 3);
        QVERIFY(found[0].isPresent);
        QVERIFY(found[0].id.isEmpty());
        QVERIFY(!found[1].isPresent);
        QVERIFY(candidateNamed(found, u"1"_s));
    }

    void theRevisionsOfAReleaseAreTold()
    {
        RollbackWorld world(Way::Helm);
        const auto found
            = answerOf(world.clock, candidatesOf(world.cluster, world.request().subject, std::make_shared<Memory>(), {}));
        QVERIFY(found && *found);
        QCOMPARE((*found)->size(), 2);
        const Distance &distance = (*found)->last().distance;
        QVERIFY(distance.known);
        QCOMPARE(distance.values, 1);
        QCOMPARE(distance.objects, 1);
    }

    void theVersionThatRunsIsNoCandidate()
    {
        RollbackWorld world(Way::ArgoCd);
        const QList<Candidate> found = argoCandidates(world.request().subject, {});
        QCOMPARE(candidateNamed(found, u"1"_s).error().kind, Error::Kind::Invalid);
        QCOMPARE(candidateNamed(found, u"7"_s).error().kind, Error::Kind::NotFound);
        QVERIFY(candidateNamed(found, u"7"_s).error().detail.endsWith(u"the history has: 0."));
        const auto alone = candidateNamed({found.at(found.at(0).isPresent ? 0 : 1)}, u"7"_s);
        QVERIFY(alone.error().detail.endsWith(u"nothing is older than what is deployed."));
        QCOMPARE(candidateNamed(found, QString(8, u'a'))->id, u"0"_s);
    }

    void documentsAreTakenApartAtTheirLines()
    {
        const QByteArray stream("---\n# Source: a\nkind: A\n---\nkind: B\ntext: |\n  ---\n  x\n---\n\n--- \nkind: C");
        QCOMPARE(documentsOf(stream).size(), 3);
        QVERIFY(documentsOf(stream)[1].endsWith("x"));
        QVERIFY(documentsOf("").isEmpty());
    }

    void imagesOfOneRepositoryStandBesideEachOther()
    {
        QCOMPARE(imagesIn("    image: a/b:1\n  - image: \"c:2\"\nsomeimage: no\n- {name: x, image: \"d:3\"}\n    image: a/b:1\n"),
                 (QStringList{u"a/b:1"_s, u"c:2"_s, u"d:3"_s}));
        const auto changes = imageChanges({u"r:5000/a:2"_s, u"b:1"_s}, {u"r:5000/a:1"_s, u"b:1"_s, u"c:1"_s});
        QCOMPARE(changes, (QList<ImageChange>{{u"r:5000/a:2"_s, u"r:5000/a:1"_s}, {QString(), u"c:1"_s}}));
    }

    void anApplicationAndAReleaseAreFoundByTheirNames()
    {
        RollbackWorld world(Way::ArgoCd);
        const auto find
            = [&world](const SubjectName &name) { return *answerOf(world.clock, findSubject(world.cluster, name, {})); };
        QCOMPARE(find({.word = u"shop"_s})->way, Way::ArgoCd);
        QCOMPARE(find({.word = u"argocd/shop"_s})->targetNs, u"shop"_s);
        QCOMPARE(find({.word = u"other/shop"_s}).error().kind, Error::Kind::NotFound);
        QCOMPARE(find({.word = u"a/b/c"_s}).error().kind, Error::Kind::Invalid);
        // What is no name is not asked about: in a selector it would be more than one.
        world.cluster->lastSelector = u"not asked"_s;
        for (const QString &word : {u"x,owner!=foo"_s, u"shop,owner=helm"_s, u"Shop"_s, u"-shop"_s, u"sh op"_s, u"a..b"_s,
                                    u"shop,x/shop"_s, QString(254, u'a')}) {
            QCOMPARE(find({.word = word}).error().kind, Error::Kind::NotFound);
        }
        QCOMPARE(find({.word = u"shop"_s, .ns = u"../argocd"_s}).error().kind, Error::Kind::NotFound);
        QCOMPARE(world.cluster->lastSelector, u"not asked"_s);
        RollbackWorld release(Way::Helm);
        const auto found = *answerOf(release.clock, findSubject(release.cluster, {.word = u"shop/shop"_s}, {}));
        QCOMPARE(found->way, Way::Helm);
    }
};

QTEST_GUILESS_MAIN(RollbackCandidatesTest)
#include "tst_RollbackCandidates.moc"
