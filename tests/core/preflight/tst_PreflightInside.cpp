// SPDX-License-Identifier: GPL-3.0-or-later
// A pod is sent to look from inside: what it may do, what is believed of what it says, and that nothing of it stays.
#include "core/bundle/Bundle.h"
#include "core/plan/InstallPlan.h"
#include "core/preflight/PodSecurity.h"
#include "core/preflight/inside/LookInside.h"
#include "core/preflight/inside/Objects.h"
#include "core/preflight/inside/Told.h"
#include "tests/core/preflight/Ask.h"
#include "tests/fakes/FakeCluster.h"
#include "tests/support/SteppedClock.h"

#include <QTemporaryDir>
#include <QTest>

using namespace sentinel;
using namespace sentinel::preflight;
using namespace sentinel::testing;
using namespace Qt::StringLiterals;

namespace {

const QStringList kAnswers{u"network.tls=selfSigned"_s, u"target.imageRegistry=registry.example.com/own"_s,
                           u"storage.backupTarget=s3"_s, u"storage.backupEndpoint=https://s3.example.com"_s};

/// A person with a bundle, a journal and a cluster whose kubelet is this test.
struct World
{
    QTemporaryDir folder;
    SteppedClock clock;
    std::shared_ptr<FakeCluster> cluster = std::make_shared<FakeCluster>();
    std::shared_ptr<journal::Journal> journal;
    QStringList told;
    std::function<void(const kube::Object &job)> kubelet;
    QByteArray said; ///< what the pods print; ID stands for the look's

    explicit World(const QStringList &answers = kAnswers)
    {
        journal = *journal::Journal::open(folder.filePath(u"journal"_s), steppedClock(), u"ana@desk"_s);
        cluster->serve({.group = {}, .version = u"v1"_s, .kind = u"ServiceAccount"_s, .plural = u"serviceaccounts"_s});
        plan::InstallPlan::NewPlan wanted{.name = u"example"_s, .environments = {u"staging"_s}, .profile = u"staging"_s};
        for (const QString &answer : answers) {
            wanted.answers.append({answer.section(u'=', 0, 0), answer.section(u'=', 1)});
        }
        const auto plan = plan::InstallPlan::create(wanted);
        const auto bundle = plan ? bundle::generate(*plan) : failure(plan);
        if (!bundle || !bundle::write(*bundle, folder.filePath(u"bundle"_s))) {
            qFatal("no bundle: %s", qPrintable(bundle ? QString() : bundle.error().detail));
        }
        kubelet = [this](const kube::Object &job) { endPod(job); };
        cluster->written = [this](const kube::Object &object) {
            if (object[u"kind"].toString() == u"Job") {
                kubelet(object);
            }
        };
        cluster->logged
            = [this](const kube::ObjectName &pod, const kube::LogOptions &, const std::function<void(QByteArray)> &line) {
                  line("noise before");
                  line(QByteArray(said)
                           .replace("ID", pod.name.section(u"-pod"_s, 0, 0).section(u"-n"_s, 0, 0).toUtf8())
                           .replace('\'', '"'));
                  return Result<void>();
              };
    }
    std::shared_ptr<Clock> steppedClock()
    {
        return {&clock, [](Clock *) { }};
    }
    /// What the next program finds of it. Elsewhere, since the claim of the one that died ends only with this process.
    void begetJournal()
    {
        const QDir from(folder.filePath(u"journal"_s));
        const QDir to(folder.filePath(u"after"_s));
        QVERIFY(to.mkpath(u"."_s) && QFile::setPermissions(to.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        const QStringList files = from.entryList(QDir::Files | QDir::Hidden);
        for (const QString &file : files) {
            QVERIFY(QFile::copy(from.filePath(file), to.filePath(file)));
        }
        journal = *journal::Journal::open(to.path(), steppedClock(), u"ana@desk"_s);
    }
    [[nodiscard]] QJsonObject podOf(const kube::Object &job, const QByteArray &status) const
    {
        QJsonObject labels = job[u"metadata"][u"labels"].toObject();
        labels.insert(u"batch.kubernetes.io/job-name"_s, job[u"metadata"][u"name"]);
        return {{u"apiVersion"_s, u"v1"_s},
                {u"kind"_s, u"Pod"_s},
                {u"metadata"_s,
                 QJsonObject{{u"name"_s, job[u"metadata"][u"name"].toString() + u"-pod"_s},
                             {u"namespace"_s, job[u"metadata"][u"namespace"]},
                             {u"labels"_s, labels}}},
                {u"status"_s, json(status)}};
    }
    void endPod(const kube::Object &job) { cluster->put(podOf(job, "{'phase':'Succeeded'}")); }
    [[nodiscard]] Request request() const { return {.folder = folder.filePath(u"bundle"_s), .way = Way::Helm}; }
    [[nodiscard]] Demand demand() const { return *readDemand(request()); }
    InsideServices services()
    {
        return {.api = cluster, .clock = steppedClock(), .journal = journal, .context = u"eu"_s, .cluster = u"https://eu"_s};
    }
    Result<Checks> look(CancelToken cancel = {})
    {
        return answerOf(clock,
                        lookInside(
                            request(), services(), [this](const QString &line) { told.append(line); }, cancel))
            .value_or(failure(Error::Kind::Timeout, u"waiting"_s, u"it waits for something that never comes"_s));
    }
    journal::Operation last() { return journal->operations()->first(); }
    /// Of what a look makes, what is there.
    [[nodiscard]] qsizetype traces() const
    {
        return cluster->count(u"Job"_s) + cluster->count(u"PersistentVolumeClaim"_s) + cluster->count(u"ServiceAccount"_s)
            + cluster->count(u"NetworkPolicy"_s) + cluster->count(u"Namespace"_s);
    }
};

/// Everything it was asked, all of it good.
const QByteArray kGood
    = "{'kind':'PreflightProbe','id':'ID','node':'n1','kernel':'6.12.1','names':[{'name':'kubernetes.default.svc','state':'found'"
      "},"
      "{'name':'s3.example.com','state':'found'},{'name':'registry.example.com','state':'found'},{'name':'registry-1.docker.io',"
      "'state':'found'},{'name':'quay.io','state':'found'},{'name':'registry.k8s.io','state':'found'}],"
      "'targets':[{'host':'s3.example.com','port':443,'reached':true,'trusted':true,'offset':0.4},"
      "{'host':'registry.example.com','port':443,'reached':false,'error':'Connection refused'}],"
      "'disk':{'writes':500,'median':1200,'p99':3400,'worst':9000}}";

Check about(const Checks &checks, const QString &rule, const QString &word)
{
    for (const Check &check : checks) {
        if (check.rule == rule && check.found.contains(word)) {
            return check;
        }
    }
    return {.rule = u"none"_s};
}

} // namespace

class PreflightInsideTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatItSeesBecomesChecksAndNothingStays()
    {
        World world;
        world.said = kGood;
        const auto checks = world.look();
        QVERIFY2(checks, checks ? "" : qPrintable(checks.error().detail));
        QCOMPARE(one(*checks, u"preflight.inside"_s).state, State::Pass);
        QCOMPARE(one(*checks, u"preflight.disk-latency"_s).state, State::Pass);
        QVERIFY(one(*checks, u"preflight.disk-latency"_s).found.contains(u"3.4 ms"_s));
        QCOMPARE(one(*checks, u"preflight.clock"_s).object, u"Node/n1"_s);
        QCOMPARE(about(*checks, u"preflight.pod-egress"_s, u"s3.example.com"_s).state, State::Pass);
        QCOMPARE(about(*checks, u"preflight.pod-egress"_s, u"s3.example.com"_s).answer, u"storage.backupEndpoint"_s);
        // Nodes pull images, not pods: worth a look, no more.
        QCOMPARE(about(*checks, u"preflight.pod-egress"_s, u"registry.example.com"_s).state, State::Warn);
        QCOMPARE(world.traces(), 0);
        QCOMPARE(world.last().state, journal::Operation::State::Done);
    }
    void theJobMayDoNothingAndFitsTheStrictestLevel()
    {
        World world;
        const Demand demand = world.demand();
        const QList<QJsonObject> objects = probeObjects(demand, insideWishOf(demand), u"look-1"_s);
        const QJsonObject spec = objects.last()[u"spec"][u"template"][u"spec"].toObject();
        QCOMPARE(refusedBy(u"restricted"_s, spec), QString());
        QCOMPARE(spec[u"automountServiceAccountToken"], QJsonValue(false));
        QVERIFY(objects.last()[u"spec"][u"activeDeadlineSeconds"].toInt() > 0);
        QVERIFY(objects.last()[u"spec"][u"ttlSecondsAfterFinished"].toInt() > 0);
        QCOMPARE(spec[u"containers"][0][u"image"].toString(), u"registry.example.com/own/sentinel-preflight:1"_s);
        // The way out is that of Sentinel's own pods, and the servers of the plan.
        const auto policy
            = std::ranges::find(objects, u"NetworkPolicy"_s, [](const QJsonObject &each) { return each[u"kind"].toString(); });
        QVERIFY(policy != objects.cend());
        QVERIFY((*policy)[u"spec"][u"ingress"].toArray().isEmpty());
        QVERIFY((*policy)[u"spec"][u"egress"][0][u"to"][0].toObject().contains(u"podSelector"));
    }
    void aNamespaceThatWasThereStays()
    {
        World world;
        world.said = kGood;
        world.cluster->put(json("{'apiVersion':'v1','kind':'Namespace','metadata':{'name':'sentinel-staging'}}"));
        QVERIFY(world.look());
        QCOMPARE(world.traces(), 1);
    }
    void aNamespaceOthersUseMeanwhileStays()
    {
        World world;
        world.said = kGood;
        world.kubelet = [&world](const kube::Object &job) {
            world.cluster->put(
                json("{'apiVersion':'v1','kind':'Secret','metadata':{'name':'theirs','namespace':'sentinel-staging'}}"));
            world.endPod(job);
        };
        QVERIFY(world.look());
        QCOMPARE(world.cluster->count(u"Namespace"_s), 1);
        QVERIFY(world.told.join(u' ').contains(u"Secret/theirs"_s));
    }
    void whatAPodTellsOfOtherThingsIsNotBelieved()
    {
        World world;
        world.said = "{'kind':'PreflightProbe','id':'look-of-another','disk':{'writes':500,'p99':1}}";
        const Checks checks = *world.look();
        QCOMPARE(one(checks, u"preflight.inside"_s).state, State::NotChecked);
        QVERIFY(!one(checks, u"preflight.inside"_s).whoCan.isEmpty());
        world.said
            = "{'kind':'PreflightProbe','id':'ID','node':'\\u001b[31mn1','names':[{'name':'evil.example.com','state':'found'}],"
              "'targets':'none','disk':{'writes':-5,'p99':1e300,'error':7}}";
        const Checks hostile = *world.look();
        QCOMPARE(one(hostile, u"preflight.pod-dns"_s).state, State::NotChecked);
        QCOMPARE(one(hostile, u"preflight.disk-latency"_s).state, State::NotChecked);
        for (const Check &check : hostile) {
            QVERIFY(!check.found.contains(QChar(0x1b)));
            QVERIFY(check.state != State::Pass || check.rule == u"preflight.inside");
        }
    }
    void silentNameServersAndSlowDisksFail()
    {
        const Demand demand = World().demand();
        const InsideWish wish = insideWishOf(demand);
        const auto told = [](const QByteArray &text) { return *readTold({QByteArray(text).replace('\'', '"')}, u"x"_s); };
        const Told silent
            = told("{'kind':'PreflightProbe','id':'x','names':[{'name':'kubernetes.default.svc','state':'silent'},"
                   "{'name':'s3.example.com','state':'unknown'}],'disk':{'writes':200,'median':30000,'p99':90000}}");
        const Check names = one(checkPodNames(demand, wish, silent), u"preflight.pod-dns"_s);
        QCOMPARE(names.state, State::Fail);
        QVERIFY2(names.found.contains(u"kubernetes.default.svc"_s), qPrintable(names.found));
        QCOMPARE(one(checkPodDisk(wish, silent), u"preflight.disk-latency"_s).state, State::Fail);
        const Told slow = told("{'kind':'PreflightProbe','id':'x','disk':{'writes':200,'median':9000,'p99':20000}}");
        QCOMPARE(one(checkPodDisk(wish, slow), u"preflight.disk-latency"_s).state, State::Warn);
        const Told unreached
            = told("{'kind':'PreflightProbe','id':'x','targets':[{'host':'s3.example.com','port':443,'reached':false}]}");
        QCOMPARE(about(checkPodWays(wish, unreached), u"preflight.pod-egress"_s, u"s3.example.com"_s).state, State::Fail);
        const Told distrusted = told(
            "{'kind':'PreflightProbe','id':'x','targets':[{'host':'s3.example.com','port':443,'reached':true,'trusted':false}]}");
        QCOMPARE(about(checkPodWays(wish, distrusted), u"preflight.pod-egress"_s, u"s3.example.com"_s).state, State::Warn);
    }
    void aClockThatIsFarOffFails()
    {
        Told told{.node = u"n1"_s};
        QVERIFY(checkPodClock(told).isEmpty()); // nobody told the time
        for (const double offset : {-120.0, -121.0, 9000.0}) {
            told.ways.insert(QString::number(offset), {.reached = true, .trusted = true, .offset = offset});
        }
        QCOMPARE(one(checkPodClock(told), u"preflight.clock"_s).state, State::Fail); // the middle of three
        for (Told::Way &way : told.ways) {
            way.trusted = false;
        }
        QVERIFY(checkPodClock(told).isEmpty()); // nobody whose word counts
    }
    void aPodThatCannotStartSaysWhy()
    {
        World world;
        world.kubelet = [&world](const kube::Object &job) {
            world.cluster->put(
                world.podOf(job,
                            "{'phase':'Pending','containerStatuses':[{'state':{'waiting':{'reason':'ImagePullBackOff',"
                            "'message':'no such image'}}}]}"));
        };
        const Check check = one(*world.look(), u"preflight.inside"_s);
        QCOMPARE(check.state, State::NotChecked);
        QVERIFY2(check.found.contains(u"no such image"_s), qPrintable(check.found));
        QCOMPARE(world.traces(), 0);
    }
    void aJobThatMakesNoPodSaysWhy()
    {
        World world;
        world.kubelet = [&world](const kube::Object &job) {
            QJsonObject event
                = json("{'apiVersion':'v1','kind':'Event','metadata':{'name':'e','namespace':'sentinel-staging'},'reason':"
                       "'FailedCreate','message':'exceeded quota: team'}");
            event.insert(u"involvedObject"_s,
                         QJsonObject{{u"kind"_s, u"Job"_s},
                                     {u"namespace"_s, u"sentinel-staging"_s},
                                     {u"name"_s, job[u"metadata"][u"name"]}});
            world.cluster->put(event);
        };
        QVERIFY(one(*world.look(), u"preflight.inside"_s).found.contains(u"exceeded quota: team"_s));
        QCOMPARE(world.traces(), 0);
    }
    void whatNeverEndsIsGivenUp()
    {
        World world;
        world.kubelet = [](const kube::Object &) { };
        const Check check = one(*world.look(), u"preflight.inside"_s);
        QCOMPARE(check.state, State::NotChecked);
        QVERIFY(check.found.contains(u"in time"_s));
        QCOMPARE(world.traces(), 0);
    }
    void whoMayMakeNothingIsToldWhatIsNeeded()
    {
        World world;
        world.cluster->failNext(Act::Create, Error::Kind::Forbidden, 100, u"Job"_s);
        const Check check = one(*world.look(), u"preflight.inside"_s);
        QCOMPARE(check.state, State::NotChecked);
        QVERIFY(check.whoCan.contains(u"jobs"_s));
        QCOMPARE(world.traces(), 0);
    }
    void whatAKilledLookLeftIsRemovedByTheNext()
    {
        // At every moment: before and after each answer of the cluster.
        for (int moment = 1; moment < 80; ++moment) {
            World world;
            world.said = kGood;
            QObject receiver;
            bool died = false;
            world.cluster->killAt(moment, [&died] { died = true; });
            bool ended = false;
            deliver(lookInside(world.request(), world.services(), [](const QString &) {}, {}), &receiver,
                    [&ended](const Result<Checks> &) { ended = true; });
            std::ignore = runUntil(world.clock, [&] { return died || ended; });
            if (ended && !died) {
                QVERIFY(moment > 10);
                return; // later there is nothing to die in
            }
            world.cluster->thaw();
            world.begetJournal();
            const auto checks = world.look();
            QVERIFY2(checks, qPrintable(u"moment %1: %2"_s.arg(moment).arg(checks ? QString() : checks.error().detail)));
            QCOMPARE(one(*checks, u"preflight.inside"_s).state, State::Pass);
            QVERIFY2(world.traces() == 0, qPrintable(u"moment %1 leaves something"_s.arg(moment)));
        }
    }
    void whoStopsLeavesNothing()
    {
        World world;
        CancelSource stop;
        world.kubelet = [&stop](const kube::Object &) { stop.cancel(); };
        const auto checks = world.look(stop.token());
        QVERIFY(!checks);
        QCOMPARE(checks.error().kind, Error::Kind::Cancelled);
        QCOMPARE(world.traces(), 0);
        QCOMPARE(world.last().state, journal::Operation::State::Stopped);
    }
    void whereThePlanWatchesTheNodesEachIsLookedAt()
    {
        World world(kAnswers + QStringList{u"observability.watchdog=auditd"_s});
        for (const QString &name : {u"n1"_s, u"n2"_s, u"n3"_s}) {
            world.cluster->put(node(name, u"z"_s));
        }
        world.said = QByteArray(kGood).replace("'disk'", "'audit':{'log':true,'age':5},'disk'");
        Checks checks = *world.look();
        QCOMPARE(one(checks, u"preflight.node-audit"_s).state, State::Pass);
        QCOMPARE(world.traces(), 0);
        world.said = QByteArray(kGood).replace("'disk'", "'audit':{'log':false},'disk'");
        checks = *world.look();
        QCOMPARE(one(checks, u"preflight.node-audit"_s).state, State::Fail);
        QVERIFY(one(checks, u"preflight.node-audit"_s).details.contains(u"n2"_s));
    }
    void aReportSaysThatNobodyHasLookedUntilSomebodyDid()
    {
        Report report;
        report.checks = {notLookedInside()};
        takeInside(report, {pass(u"preflight.inside"_s, u"seen"_s)});
        QCOMPARE(report.checks.size(), 1);
        QCOMPARE(report.checks.first().state, State::Pass);
    }
};

QTEST_GUILESS_MAIN(PreflightInsideTest)
#include "tst_PreflightInside.moc"
