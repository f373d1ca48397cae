// SPDX-License-Identifier: GPL-3.0-or-later
// The Helm path, and what both paths share.
#include "tests/core/deploy/World.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace sentinel;
using namespace sentinel::deploy;
using namespace sentinel::testing;
using namespace Qt::StringLiterals;

namespace {

const QStringList kHelmPlan{u"delivery.method=helm"_s, u"network.host=sentinel.example.com"_s};

OperationStep stepNamed(const DeployRun &run, const QString &id)
{
    const auto found = std::ranges::find(run.steps(), id, &OperationStep::id);
    return found == run.steps().cend() ? OperationStep() : *found;
}

bool mentionsValue(const DeployWorld &world, const QByteArray &value)
{
    for (const LedgerEntry &entry : std::as_const(*world.lines)) {
        if (entry.sentence.contains(QString::fromUtf8(value)) || QJsonDocument(entry.facts).toJson().contains(value)) {
            return true;
        }
    }
    return std::ranges::any_of(world.run->lines(),
                               [&value](const QString &line) { return line.contains(QString::fromUtf8(value)); });
}

} // namespace

class DeployTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theHelmPathEndsHealthy();
    void eachPhaseThatFailsSaysSo_data();
    void eachPhaseThatFailsSaysSo();
    void nothingIsBegunBeforeTheClusterIsKnownToFit_data();
    void nothingIsBegunBeforeTheClusterIsKnownToFit();
    void existingSecretsAreLeftAlone();
    void aSecretWithoutItsKeyIsNotOursToChange();
    void valuesOnlyAPersonHasAreAskedFor();
    void withNobodyToAskTheMissingValuesAreNamed();
    void secretsAppearInNoLine();
    void aFieldOfSomebodyElseIsAConflictInWords();
    void aChangedBundleIsNotDeployed();
    void aWorkloadThatStaysBrokenIsUnhealthyWithItsCause();
    void aDryRunWritesNothingAndPlansEverything();
    void stoppingSaysWhatStays_data();
    void stoppingSaysWhatStays();
    void aClusterThatVanishesIsSaidAndEndsTheRunForLater();
    void theSameCommandAgainResumes();
    void aHelmThatOutlivedAKillIsWaitedFor();
    void aNewBundleSupersedesAnOpenRun();
    void anotherRunOfTheSamePlaceIsRefused();
    void droppedWatchesDoNotEndTheRun();
};

void DeployTest::theHelmPathEndsHealthy()
{
    DeployWorld world(kHelmPlan);
    const auto ended = world.deployNow();
    QVERIFY2(ended && *ended, ended ? qPrintable(ended->error().doing + ended->error().detail) : "it hangs");
    QVERIFY((*ended)->healthy);
    QCOMPARE(world.run->verdict(), Verdict::Healthy);
    QCOMPARE(world.run->state(), OperationRun::State::Done);
    for (const OperationStep &step : world.run->steps()) {
        QCOMPARE(step.state, OperationStep::State::Done);
    }
    QCOMPARE(world.helm->installs, 1);
    QCOMPARE(world.helm->last.values[u"delivery"].toString(), u"helm"_s);
    QVERIFY(world.cluster->count(u"NetworkPolicy"_s) > 0);
    QCOMPARE(world.cluster->count(u"Secret"_s), 5);
    QVERIFY(world.cluster->effects().indexOf(u"apply Namespace/sentinel-dev"_s)
            < world.cluster->effects().indexOf(u"create Secret/sentinel-app"_s));
    QCOMPARE(world.lines->constLast().kind, LedgerEntry::Kind::Ended);
}

void DeployTest::eachPhaseThatFailsSaysSo_data()
{
    QTest::addColumn<int>("act");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("step");
    QTest::newRow("version") << int(Act::Version) << QString() << u"cluster"_s;
    QTest::newRow("discovery") << int(Act::Discover) << QString() << u"cluster"_s;
    QTest::newRow("looking for Secrets") << int(Act::Get) << u"Secret"_s << u"cluster"_s;
    QTest::newRow("namespace") << int(Act::Apply) << u"Namespace"_s << u"namespace"_s;
    QTest::newRow("secrets") << int(Act::Create) << u"Secret"_s << u"secrets"_s;
    QTest::newRow("platform") << int(Act::Apply) << u"NetworkPolicy"_s << u"platform"_s;
}

void DeployTest::eachPhaseThatFailsSaysSo()
{
    QFETCH(const int, act);
    QFETCH(const QString, kind);
    QFETCH(const QString, step);
    for (const Error::Kind error : {Error::Kind::Unreachable, Error::Kind::Timeout, Error::Kind::Unauthorized,
                                    Error::Kind::Forbidden, Error::Kind::Internal, Error::Kind::RateLimited}) {
        DeployWorld world(kHelmPlan);
        world.cluster->failNext(Act(act), error, 1, kind);
        const auto ended = world.deployNow();
        QVERIFY(ended && !*ended);
        QCOMPARE(ended->error().kind, error);
        QCOMPARE(stepNamed(*world.run, step).state, OperationStep::State::Failed);
        QVERIFY(!stepNamed(*world.run, step).detail.isEmpty());
        QCOMPARE(world.run->verdict(), Verdict::Failed);
        QCOMPARE(world.run->isResumable(), step != u"cluster");
        // The fault is over: the same command again ends well.
        const auto again = world.deployNow();
        QVERIFY(again && *again && (*again)->healthy);
    }
}

void DeployTest::nothingIsBegunBeforeTheClusterIsKnownToFit_data()
{
    QTest::addColumn<int>("minor");
    QTest::addColumn<QString>("missingKind");
    QTest::newRow("too old") << 33 << QString();
    QTest::newRow("no cert-manager") << 35 << u"Issuer"_s;
}

void DeployTest::nothingIsBegunBeforeTheClusterIsKnownToFit()
{
    QFETCH(const int, minor);
    QFETCH(const QString, missingKind);
    DeployWorld world(kHelmPlan);
    world.cluster->serverVersion.minor = minor;
    world.cluster->unserve(missingKind);
    const auto ended = world.deployNow();
    QCOMPARE(ended->error().kind, Error::Kind::Unsupported);
    QVERIFY(world.cluster->effects().isEmpty());
    QVERIFY(world.lines->isEmpty());
}

void DeployTest::existingSecretsAreLeftAlone()
{
    DeployWorld world(kHelmPlan);
    const QJsonObject own{{u"apiVersion"_s, u"v1"_s},
                          {u"kind"_s, u"Secret"_s},
                          {u"metadata"_s, QJsonObject{{u"name"_s, u"sentinel-app"_s}, {u"namespace"_s, u"sentinel-dev"_s}}},
                          {u"data"_s, QJsonObject{{u"secret-key"_s, u"bXkgb3du"_s}}}};
    world.cluster->put(own);
    QVERIFY(*world.deployNow());
    QCOMPARE(world.cluster->object(u"Secret"_s, u"sentinel-dev"_s, u"sentinel-app"_s)[u"data"][u"secret-key"].toString(),
             u"bXkgb3du"_s);
    QVERIFY(!world.cluster->effects().contains(u"create Secret/sentinel-app"_s));
}

void DeployTest::aSecretWithoutItsKeyIsNotOursToChange()
{
    DeployWorld world(kHelmPlan);
    world.cluster->put({{u"apiVersion"_s, u"v1"_s},
                        {u"kind"_s, u"Secret"_s},
                        {u"metadata"_s, QJsonObject{{u"name"_s, u"sentinel-app"_s}, {u"namespace"_s, u"sentinel-dev"_s}}}});
    const auto ended = world.deployNow();
    QCOMPARE(ended->error().kind, Error::Kind::Invalid);
    QVERIFY(ended->error().detail.contains(u"secret-key"));
    QVERIFY(world.cluster->effects().isEmpty());
}

void DeployTest::valuesOnlyAPersonHasAreAskedFor()
{
    DeployWorld world(kHelmPlan + QStringList{u"storage.database=external"_s, u"storage.databaseHost=db.example.com"_s});
    Services services = world.services();
    QStringList asked;
    services.ask = [&asked](QList<SecretQuestion> questions) -> Async<SecretValues> {
        const Promise<SecretValues> promise;
        SecretValues values;
        for (const SecretQuestion &question : questions) {
            asked.append(question.name + u'/' + question.key.key);
            values.insert(asked.last(), "given by hand");
        }
        promise.keep(values);
        return promise.answer();
    };
    QVERIFY(*world.deployWith(world.request(), services));
    QCOMPARE(asked, QStringList{u"sentinel-database/password"_s});
    const QJsonObject made = world.cluster->object(u"Secret"_s, u"sentinel-dev"_s, u"sentinel-database"_s);
    QCOMPARE(QByteArray::fromBase64(made[u"data"][u"password"].toString().toLatin1()), "given by hand");
}

void DeployTest::withNobodyToAskTheMissingValuesAreNamed()
{
    DeployWorld world(kHelmPlan + QStringList{u"storage.database=external"_s, u"storage.databaseHost=db.example.com"_s});
    const auto ended = world.deployNow();
    QCOMPARE(ended->error().kind, Error::Kind::Invalid);
    QVERIFY(ended->error().detail.contains(u"sentinel-database/password"));
    QVERIFY(world.lines->isEmpty());
    DeployRequest request = world.request();
    request.secrets.insert(u"sentinel-database/password"_s, "from a file");
    request.secrets.insert(u"sentinel-database/pasword"_s, "with a slip in its name");
    QVERIFY(world.deployWith(request, world.services())->error().detail.contains(u"sentinel-database/pasword"));
    request.secrets.remove(u"sentinel-database/pasword"_s);
    QVERIFY(*world.deployWith(request, world.services()));
}

void DeployTest::secretsAppearInNoLine()
{
    DeployWorld world(kHelmPlan);
    QVERIFY(*world.deployNow());
    for (const QString &name : {u"sentinel-app"_s, u"sentinel-redis"_s, u"sentinel-database"_s}) {
        const QJsonObject data = world.cluster->object(u"Secret"_s, u"sentinel-dev"_s, name)[u"data"].toObject();
        for (const QJsonValue &value : data) {
            const QByteArray plain = QByteArray::fromBase64(value.toString().toLatin1());
            QVERIFY(plain.size() >= 32);
            QVERIFY(!mentionsValue(world, plain));
            QVERIFY(!mentionsValue(world, value.toString().toLatin1()));
        }
    }
}

void DeployTest::aFieldOfSomebodyElseIsAConflictInWords()
{
    DeployWorld world(kHelmPlan);
    world.cluster->conflictOn(u"Namespace"_s, u"sentinel-dev"_s, {.manager = u"kubectl"_s, .field = u".metadata.labels.tier"_s});
    const auto ended = world.deployNow();
    QCOMPARE(ended->error().kind, Error::Kind::Conflict);
    QVERIFY(ended->error().detail.contains(u"kubectl") && ended->error().detail.contains(u".metadata.labels.tier"));
}

void DeployTest::aChangedBundleIsNotDeployed()
{
    DeployWorld world(kHelmPlan + QStringList{u"load.eventsPerSecond=77"_s}); // a folder of its own: it is changed
    QFile file(world.request().folder + u"/environments/dev/values.yaml"_s);
    QVERIFY(file.open(QIODevice::Append) && file.write("# mine\n") > 0);
    file.close();
    const auto ended = world.deployNow();
    QCOMPARE(ended->error().kind, Error::Kind::Invalid);
    QVERIFY(ended->error().detail.contains(u"values.yaml"));
}

void DeployTest::aWorkloadThatStaysBrokenIsUnhealthyWithItsCause()
{
    DeployWorld world(kHelmPlan);
    world.workloadsComeUp = false;
    world.helm->installed = [&world](const HelmInstall &) {
        world.cluster->put({{u"apiVersion"_s, u"apps/v1"_s},
                            {u"kind"_s, u"Deployment"_s},
                            {u"metadata"_s,
                             QJsonObject{{u"name"_s, u"backend"_s},
                                         {u"namespace"_s, u"sentinel-dev"_s},
                                         {u"labels"_s, QJsonObject{{u"app.kubernetes.io/part-of"_s, u"sentinel"_s}}}}},
                            {u"status"_s,
                             QJsonObject{{u"conditions"_s,
                                          QJsonArray{QJsonObject{{u"type"_s, u"ReplicaFailure"_s},
                                                                 {u"status"_s, u"True"_s},
                                                                 {u"message"_s, u"exceeded quota: compute"_s}}}}}}});
    };
    const QDateTime began = world.clock.now();
    const auto ended = world.deployNow();
    QVERIFY(ended && *ended);
    QVERIFY(!(*ended)->healthy);
    QCOMPARE((*ended)->cause.first().cause, Cause::Quota);
    QCOMPARE(world.run->verdict(), Verdict::Unhealthy);
    QVERIFY(began.secsTo(world.clock.now()) >= 120);
    QVERIFY(began.secsTo(world.clock.now()) < 300);
    // Decided, so not open any more: the next call is a new run.
    const QString before = world.run->id();
    world.helm->installed = {};
    QVERIFY(world.deployNow());
    QVERIFY(world.run->id() != before);
}

void DeployTest::aDryRunWritesNothingAndPlansEverything()
{
    DeployWorld world(kHelmPlan);
    DeployRequest request = world.request();
    request.dryRun = true;
    const auto ended = world.deployWith(request, world.services());
    QVERIFY(ended && *ended);
    QVERIFY(world.cluster->effects().isEmpty());
    QVERIFY(world.lines->isEmpty());
    QCOMPARE(world.helm->installs, 0);
    QCOMPARE(world.run->verdict(), Verdict::Planned);
    for (const QString &word : {u"Namespace/sentinel-dev"_s, u"sentinel-app"_s, u"helm upgrade"_s}) {
        QVERIFY2(world.run->planned().join(u'\n').contains(word), qPrintable(world.run->planned().join(u'\n')));
    }
}

void DeployTest::stoppingSaysWhatStays_data()
{
    QTest::addColumn<int>("act");
    QTest::addColumn<QString>("stays");
    QTest::newRow("while reaching the cluster") << int(Act::Version) << QString();
    QTest::newRow("while looking for Secrets") << int(Act::Get) << QString();
    QTest::newRow("while applying") << int(Act::Apply) << QString();
    QTest::newRow("while making Secrets") << int(Act::Create) << u"Namespace sentinel-dev"_s;
    QTest::newRow("while watching") << int(Act::Watch) << u"Helm release sentinel in sentinel-dev"_s;
}

void DeployTest::stoppingSaysWhatStays()
{
    QFETCH(const int, act);
    QFETCH(const QString, stays);
    DeployWorld world(kHelmPlan);
    world.cluster->hang(Act(act));
    const Services services = world.services();
    const auto opened = openRun(world.request(), services);
    QVERIFY(opened);
    world.run = *opened;
    std::optional<Result<DeployOutcome>> ended;
    QObject context;
    deliver(deployBundle(world.request(), services, world.run, world.run->cancelToken()), &context,
            [&ended](const Result<DeployOutcome> &result) { ended = result; });
    // Nothing moves any more: it waits for the answer that hangs. A minute later somebody stops it.
    world.clock.after(std::chrono::minutes(1), &context, [&world] { world.run->cancel(); });
    QVERIFY(runUntil(world.clock, [&ended] { return ended.has_value(); }));
    QCOMPARE(ended->error().kind, Error::Kind::Cancelled);
    QCOMPARE(world.run->verdict(), Verdict::Stopped);
    QCOMPARE(world.run->leftBehind().isEmpty(), stays.isEmpty());
    QVERIFY(stays.isEmpty() || world.run->leftBehind().contains(stays));
    world.cluster->release();
    const auto again = world.deployNow();
    QVERIFY(again && *again && (*again)->healthy);
    QCOMPARE(world.helm->installs, 1);
}

void DeployTest::aClusterThatVanishesIsSaidAndEndsTheRunForLater()
{
    DeployWorld world(kHelmPlan);
    world.workloadsComeUp = false;
    const Services services = world.services();
    const auto opened = openRun(world.request(), services);
    QVERIFY(opened);
    world.run = *opened;
    std::optional<Result<DeployOutcome>> ended;
    QObject context;
    deliver(deployBundle(world.request(), services, world.run, world.run->cancelToken()), &context,
            [&ended](const Result<DeployOutcome> &result) { ended = result; });
    world.clock.after(std::chrono::seconds(30), &context, [&world] { world.cluster->vanish(u"connection refused"_s); });
    QVERIFY(runUntil(world.clock, [&ended] { return ended.has_value(); }));
    QVERIFY(!*ended);
    QCOMPARE(ended->error().kind, Error::Kind::Unreachable);
    QVERIFY(world.run->isResumable());
    QVERIFY(world.run->lines().join(u'\n').contains(u"connection refused"_s));
}

void DeployTest::theSameCommandAgainResumes()
{
    DeployWorld world(kHelmPlan);
    world.helm->error = Error{.kind = Error::Kind::Unreachable, .doing = u"running helm"_s, .detail = u"no answer"_s};
    QVERIFY(!*world.deployNow());
    const QString id = world.run->id();
    QVERIFY(world.run->isResumable());
    const QStringList before = world.cluster->effects();
    world.helm->error = {};
    QVERIFY(*world.deployNow());
    QCOMPARE(world.run->id(), id);
    QVERIFY(world.run->isResumed());
    QCOMPARE(world.cluster->effects(), before);
}

void DeployTest::aHelmThatOutlivedAKillIsWaitedFor()
{
    DeployWorld world(kHelmPlan);
    world.helm->error = Error{.kind = Error::Kind::Unreachable, .doing = u"running helm"_s, .detail = u"killed"_s};
    QVERIFY(!*world.deployNow());
    // The child goes on: its revision is pending, then there, with the name of the run.
    const QString description = world.helm->last.description;
    world.helm->error = Error{.kind = Error::Kind::Conflict, .doing = u"running helm"_s, .detail = u"already exists"_s};
    world.helm->setNewest({.number = 1, .status = u"pending-install"_s, .description = u"Initial install underway"_s});
    world.clock.after(std::chrono::seconds(5), qApp, [&world, description] {
        world.helm->setNewest({.number = 1, .status = u"deployed"_s, .description = description});
        world.helm->installed({});
    });
    const auto ended = world.deployNow();
    QVERIFY2(ended && *ended && (*ended)->healthy, ended && !*ended ? qPrintable(ended->error().detail) : "");
    QCOMPARE(world.helm->installs, 0);
}

void DeployTest::aNewBundleSupersedesAnOpenRun()
{
    DeployWorld world(kHelmPlan);
    world.helm->error = Error{.kind = Error::Kind::Unreachable, .doing = u"running helm"_s, .detail = u"no answer"_s};
    QVERIFY(!*world.deployNow());
    const QString id = world.run->id();
    DeployWorld other(kHelmPlan + QStringList{u"load.eventsPerSecond=50"_s});
    other.lines = world.lines;
    QVERIFY(*other.deployNow());
    QVERIFY(other.run->id() != id);
    QVERIFY(other.services().ledger->openRuns()->isEmpty());
}

void DeployTest::anotherRunOfTheSamePlaceIsRefused()
{
    DeployWorld world(kHelmPlan);
    Services services = world.services();
    services.lock = [](const QString &key) -> Result<std::shared_ptr<void>> {
        return failure(Error::Kind::Conflict, u"deploying"_s, u"held: "_s + key);
    };
    const auto ended = world.deployWith(world.request(), services);
    QCOMPARE(ended->error().kind, Error::Kind::Conflict);
    QVERIFY(world.cluster->effects().isEmpty());
}

void DeployTest::droppedWatchesDoNotEndTheRun()
{
    DeployWorld world(kHelmPlan);
    world.helm->installed = [&world](const HelmInstall &) {
        world.clock.after(std::chrono::seconds(5), qApp, [&world] { world.cluster->dropWatches(u"the connection was reset"_s); });
        world.clock.after(std::chrono::seconds(10), qApp, [&world] { world.helm->installed = {}; });
    };
    const auto ended = world.deployNow();
    QVERIFY(ended && *ended && (*ended)->healthy);
}

QTEST_GUILESS_MAIN(DeployTest)
#include "tst_Deploy.moc"
