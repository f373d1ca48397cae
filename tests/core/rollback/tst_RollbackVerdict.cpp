// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rollback/Checks.h"
#include "tests/core/deploy/Objects.h"

#include <QTest>

using namespace sentinel;
using namespace sentinel::rollback;
using namespace sentinel::testing;
using namespace Qt::StringLiterals;

namespace {

QJsonObject migration(int schema, const QByteArray &lowest, const QByteArray &version, bool complete)
{
    QJsonObject job
        = json("{'apiVersion':'batch/v1','kind':'Job','metadata':{'name':'migration','annotations':{'console.sentinel/"
               "schema-version':'"
               + QByteArray::number(schema) + "','console.sentinel/lowest-app-version':'" + lowest
               + "','console.sentinel/app-version':'" + version + "'}}}");
    if (complete) {
        job.insert(u"status"_s, json("{'conditions':[{'type':'Complete','status':'True'}]}"));
    }
    return job;
}

QJsonObject web(const QByteArray &image, int replicas)
{
    return json("{'apiVersion':'apps/v1','kind':'Deployment','metadata':{'name':'web','namespace':'shop'},'spec':{'replicas':"
                + QByteArray::number(replicas) + ",'template':{'spec':{'containers':[{'name':'web','image':'" + image
                + "'}]}}}}");
}

/// Everything was looked at and nothing is wrong.
Evidence wellSeen()
{
    Evidence evidence;
    evidence.subject = {.way = Way::Helm, .ns = u"shop"_s, .name = u"shop"_s, .targetNs = u"shop"_s};
    evidence.choice.way = Way::Helm;
    evidence.candidate = {.id = u"1"_s, .way = Way::Helm, .version = u"1.0.0"_s, .health = Remembered::Healthy};
    evidence.present = {.id = u"2"_s, .way = Way::Helm, .version = u"1.1.0"_s, .isPresent = true};
    evidence.now = QDateTime::fromString(u"2026-11-26T12:00:00Z"_s, Qt::ISODate);
    evidence.rights = {{{.verb = u"patch"_s, .resource = u"deployments"_s}, kube::Right::Allowed}};
    evidence.heads.value = QList<helm::ReleaseHead>();
    evidence.types = {{.group = u"apps"_s, .version = u"v1"_s, .kind = u"Deployment"_s, .plural = u"deployments"_s},
                      {.group = u"batch"_s, .version = u"v1"_s, .kind = u"Job"_s, .plural = u"jobs"_s}};
    evidence.target.value = Content{.objects = {web("shop/web:1.0.0", 2), migration(6, "1.0.0", "1.0.0", false)}};
    evidence.current.value = Content{.objects = {web("shop/web:1.1.0", 2), migration(6, "1.0.0", "1.1.0", false)}};
    evidence.jobs.value = {migration(6, "1.0.0", "1.1.0", true)};
    for (auto *list : {&evidence.definitions, &evidence.scalers, &evidence.claims, &evidence.certificates, &evidence.budgets,
                       &evidence.snapshots, &evidence.cronJobs, &evidence.pods}) {
        list->value = QList<kube::Object>();
    }
    evidence.workloads.value = {web("shop/web:1.1.0", 2)};
    evidence.nodes.value = {json("{'metadata':{'name':'n'},'status':{'allocatable':{'cpu':'4','memory':'8Gi'},'images':[{'names':"
                                 "['shop/web:1.0.0']}]}}")};
    evidence.secrets.value = QSet<QString>();
    evidence.configMaps.value = QSet<QString>();
    return evidence;
}

Light lightOf(const Evidence &evidence, const QString &rule)
{
    const Verdict verdict = verdictOf(evidence);
    const auto check = std::ranges::find(verdict.checks, u"rollback."_s + rule, &Check::rule);
    return check == verdict.checks.cend() ? Light::Red : check->light;
}

} // namespace

class RollbackVerdictTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasLookedAtAndFoundWellIsGreen()
    {
        const Verdict verdict = verdictOf(wellSeen());
        QCOMPARE(verdict.checks.size(), 15);
        QStringList rules;
        std::ranges::transform(verdict.checks, std::back_inserter(rules), &Check::rule);
        QCOMPARE(rules, checkRules());
        QString wrong;
        for (const Check &check : verdict.checks) {
            if (check.light == Light::Amber || check.light == Light::Red) {
                wrong += check.rule + u": "_s + check.findings.constLast().sentence + u'\n';
            }
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
        QCOMPARE(verdict.light(), Light::Green);
        QVERIFY(verdict.difference.known);
        QVERIFY(!verdict.effects.isEmpty());
    }

    void unknownIsNeverGreen()
    {
        const Verdict verdict = verdictOf(Evidence());
        QCOMPARE(verdict.checks.size(), 15);
        const QStringList open = verdict.unaccepted({});
        for (const char *rule : {"target", "rights", "deletes", "dry-run", "schema", "definitions", "replicas", "images",
                                 "volumes", "references", "backup", "room"}) {
            const QString name = u"rollback."_s + QString::fromLatin1(rule);
            QVERIFY2(open.contains(name) || verdict.light() == Light::Red, rule);
            const auto check = std::ranges::find(verdict.checks, name, &Check::rule);
            QVERIFY2(check->light >= Light::Amber, rule);
        }
    }

    void dataTheOlderVersionCannotReadIsInTheWay()
    {
        Evidence evidence = wellSeen();
        evidence.jobs.value = {migration(7, "1.1.0", "1.1.0", true)};
        QCOMPARE(lightOf(evidence, u"schema"_s), Light::Red);
        evidence.jobs.value = {migration(7, "1.0.0", "1.1.0", true)};
        QCOMPARE(lightOf(evidence, u"schema"_s), Light::Green);
        evidence.jobs.value = {migration(6, "1.0.0", "1.0.0", true), migration(7, "1.1.0", "1.1.0", false)};
        QCOMPARE(lightOf(evidence, u"schema"_s), Light::Amber); // began, not through
        evidence.jobs.value = QList<kube::Object>();
        QCOMPARE(lightOf(evidence, u"schema"_s), Light::Amber);
        evidence.schemaKnown = 7; // an earlier run saw it, and Helm removed the Job
        evidence.schemaNeeds = u"1.1.0"_s;
        QCOMPARE(lightOf(evidence, u"schema"_s), Light::Amber);
    }

    void whereDataWouldNotGoBackTheRestorePointThatFitsIsOffered()
    {
        Evidence evidence = wellSeen();
        evidence.jobs.value = {migration(7, "1.1.0", "1.1.0", true)};
        evidence.present.at = QDateTime::fromString(u"2026-11-25T12:00:00Z"_s, Qt::ISODate);
        QVERIFY(!verdictOf(evidence).restorePoint);
        QCOMPARE(lightOf(evidence, u"backup"_s), Light::Amber); // there is none, and that is said

        const auto snapshot = [](const QByteArray &name, const QByteArray &at, const QByteArray &ready = "true") {
            return json("{'metadata':{'name':'" + name
                        + "'},'spec':{'source':{'persistentVolumeClaimName':'data'}},'status':{"
                          "'readyToUse':"
                        + ready + ",'restoreSize':'8Gi','creationTime':'" + at + "'}}");
        };
        evidence.snapshots.value = {snapshot("old", "2026-11-20T12:00:00Z"), snapshot("fits", "2026-11-25T11:00:00Z"),
                                    snapshot("half", "2026-11-25T11:30:00Z", "false"), snapshot("late", "2026-11-26T11:00:00Z")};
        const Verdict verdict = verdictOf(evidence);
        QVERIFY(verdict.restorePoint);
        QCOMPARE(verdict.restorePoint->name, u"fits"_s);
        QVERIFY(verdict.restorePoint->command.contains(u"kind: VolumeSnapshot, name: fits"));
        QVERIFY(verdict.restorePoint->command.contains(u"storage: 8Gi"));

        evidence.jobs.value->append(
            json("{'metadata':{'name':'backup-2','ownerReferences':[{'name':'backup'}]},'status':{'startTime':"
                 "'2026-11-25T11:59:00Z','conditions':[{'type':'Complete','status':'True'}]}}"));
        QCOMPARE(verdictOf(evidence).restorePoint->name, u"backup-2"_s);
        evidence.present.at = {};
        QVERIFY(!verdictOf(evidence).restorePoint); // since when the newer version runs is not known
    }

    void aRestorePointIsOfferedOnlyWhereDataIsAtStake()
    {
        Evidence evidence = wellSeen();
        evidence.present.at = evidence.now;
        evidence.snapshots.value
            = {json("{'metadata':{'name':'s'},'status':{'readyToUse':true,'creationTime':'2026-11-20T12:00:00Z'}}")};
        QVERIFY(!verdictOf(evidence).restorePoint);
    }

    void whatIsNoNameGoesIntoNoCommand()
    {
        Evidence evidence = wellSeen();
        evidence.jobs.value = {migration(7, "1.1.0", "1.1.0", true)};
        evidence.present.at = evidence.now;
        evidence.snapshots.value
            = {json("{'metadata':{'name':'x; rm -rf /'},'spec':{'source':{'persistentVolumeClaimName':'d'}},'status':{"
                    "'readyToUse':true,'creationTime':'2026-11-20T12:00:00Z'}}")};
        QCOMPARE(verdictOf(evidence).restorePoint->command, QString());
    }

    void whatTheServerRefusesIsInTheWay()
    {
        Evidence evidence = wellSeen();
        evidence.dryRuns = {{.key = {u"apps"_s, u"Deployment"_s, u"shop"_s, u"web"_s}, .refusal = u"field is immutable"_s}};
        QCOMPARE(lightOf(evidence, u"dry-run"_s), Light::Red);
        evidence.dryRuns[0].isUnknown = true;
        QCOMPARE(lightOf(evidence, u"dry-run"_s), Light::Amber);
    }

    void rightsThatAreMissingAreInTheWay()
    {
        Evidence evidence = wellSeen();
        evidence.rights[0].right = kube::Right::Denied;
        QCOMPARE(lightOf(evidence, u"rights"_s), Light::Red);
        evidence.rights[0].right = kube::Right::Unknown;
        QCOMPARE(lightOf(evidence, u"rights"_s), Light::Amber);
    }

    void deletingWhatHoldsDataIsInTheWay()
    {
        Evidence evidence = wellSeen();
        evidence.current.value->objects.append(
            json("{'apiVersion':'v1','kind':'PersistentVolumeClaim','metadata':{'name':'data','namespace':'shop'}}"));
        QCOMPARE(lightOf(evidence, u"deletes"_s), Light::Red);
        evidence.subject.way = Way::ArgoCd;
        evidence.choice.way = Way::ArgoCd;
        QCOMPARE(lightOf(evidence, u"deletes"_s), Light::Green); // stays, without --prune
        QCOMPARE(lightOf(evidence, u"hooks"_s), Light::Amber); // which is said
        evidence.choice.prune = true;
        QCOMPARE(lightOf(evidence, u"deletes"_s), Light::Red);
    }

    void fewerPodsThanRunAreToBeAccepted()
    {
        Evidence evidence = wellSeen();
        evidence.workloads.value = {web("shop/web:1.1.0", 5)};
        QCOMPARE(lightOf(evidence, u"replicas"_s), Light::Amber);
    }

    void imagesNobodyHasAreToBeAccepted()
    {
        Evidence evidence = wellSeen();
        evidence.nodes.value = {json("{'metadata':{'name':'n'},'status':{'allocatable':{'cpu':'4','memory':'8Gi'}}}")};
        QCOMPARE(lightOf(evidence, u"images"_s), Light::Amber);
        evidence.pods.value
            = {json("{'spec':{'containers':[{'name':'web','image':'shop/web:1.0.0'}]},'status':{'containerStatuses':"
                    "[{'name':'web','state':{'running':{}}}]}}")};
        QCOMPARE(lightOf(evidence, u"images"_s), Light::Green);
    }

    void aClaimCannotShrink()
    {
        Evidence evidence = wellSeen();
        const auto claim = [](const QByteArray &size) {
            return json("{'apiVersion':'v1','kind':'PersistentVolumeClaim','metadata':{'name':'data','namespace':'shop'},'spec':{"
                        "'resources':{'requests':{'storage':'"
                        + size + "'}}}}");
        };
        evidence.target.value->objects.append(claim("10Gi"));
        evidence.claims.value = {claim("20Gi")};
        QCOMPARE(lightOf(evidence, u"volumes"_s), Light::Red);
        evidence.claims.value = {claim("10Gi")};
        QCOMPARE(lightOf(evidence, u"volumes"_s), Light::Green);
    }

    void aSecretThatIsGoneAndACertificateThatExpiredAreInTheWay()
    {
        Evidence evidence = wellSeen();
        evidence.target.value->objects[0]
            = json("{'apiVersion':'apps/"
                   "v1','kind':'Deployment','metadata':{'name':'web','namespace':'shop'},'spec':{'template':{'spec':{"
                   "'containers':[{'name':'web','image':'shop/web:1.0.0','envFrom':[{'secretRef':{'name':'login'}}]}]}}}}");
        QCOMPARE(lightOf(evidence, u"references"_s), Light::Red);
        evidence.secrets.value = QSet<QString>{u"login"_s};
        QCOMPARE(lightOf(evidence, u"references"_s), Light::Green);
        evidence.certificates.value
            = {json("{'metadata':{'name':'c'},'spec':{'secretName':'login'},'status':{'notAfter':'2026-11-01T00:"
                    "00:00Z','conditions':[{'type':'Ready','status':'True'}]}}")};
        QCOMPARE(lightOf(evidence, u"references"_s), Light::Red);
    }

    void aPendingReleaseIsToBeAcceptedUntilItIsOld()
    {
        Evidence evidence = wellSeen();
        evidence.heads.value = {helm::ReleaseHead{.ns = u"shop"_s,
                                                  .name = u"shop"_s,
                                                  .revision = 2,
                                                  .status = helm::Release::Status::PendingUpgrade,
                                                  .at = evidence.now.addSecs(-60)}};
        QCOMPARE(lightOf(evidence, u"busy"_s), Light::Amber);
        evidence.heads.value->first().at = evidence.now.addSecs(-3600);
        QCOMPARE(lightOf(evidence, u"busy"_s), Light::Green);
    }

    void secretsAreShownAsChangedAndNeverThemselves()
    {
        const auto secret = [](const QByteArray &value) {
            return json("{'apiVersion':'v1','kind':'Secret','metadata':{'name':'s','namespace':'shop'},'data':{'password':'"
                        + value + "','same':'aGk='}}");
        };
        const Difference difference = differenceOf({secret("b25l")}, {secret("dHdv")});
        QCOMPARE(difference.objects.size(), 1);
        QString text;
        for (const DiffLine &line : difference.objects[0].lines) {
            text += line.text;
        }
        QVERIFY(!text.contains(u"b25l") && !text.contains(u"dHdv") && !text.contains(u"aGk="));
        QVERIFY(difference.objects[0].changed >= 2);
    }

    void acceptedRulesMayBeNamedShort()
    {
        Evidence evidence = wellSeen();
        evidence.workloads.value = {web("shop/web:1.1.0", 5)};
        const Verdict verdict = verdictOf(evidence);
        QCOMPARE(verdict.unaccepted({}), QStringList{u"rollback.replicas"_s});
        QVERIFY(verdict.unaccepted({u"replicas"_s}).isEmpty());
        QVERIFY(verdict.unaccepted({u"rollback.replicas"_s}).isEmpty());
    }
};

QTEST_GUILESS_MAIN(RollbackVerdictTest)
#include "tst_RollbackVerdict.moc"
