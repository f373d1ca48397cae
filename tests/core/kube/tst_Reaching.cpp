// SPDX-License-Identifier: GPL-3.0-or-later
#include "Waiting.h"
#include "core/kube/actions/KindName.h"
#include "core/kube/actions/PodsOf.h"
#include "core/kube/actions/PortForward.h"
#include "core/kube/actions/ServiceProxy.h"
#include "tests/fakes/FakeCluster.h"
#include "tests/support/Tries.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <csignal>

using namespace sentinel;
using namespace sentinel::kube;
using namespace Qt::StringLiterals;
using sentinel::testing::FakeCluster;

namespace {

Object object(const QString &kind, const QString &name, const Object &spec, const Object &metadata = {})
{
    Object all = metadata;
    all.insert(u"name"_s, name);
    all.insert(u"namespace"_s, u"shop"_s);
    return {{u"kind"_s, kind}, {u"metadata"_s, all}, {u"spec"_s, spec}};
}

bool isAlive(qint64 process)
{
    return ::kill(static_cast<pid_t>(process), 0) == 0;
}

} // namespace

class ReachingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_cluster = std::make_shared<FakeCluster>(); }
    void kindsAreFoundByEveryNameTheyHave_data();
    void kindsAreFoundByEveryNameTheyHave();
    void aKindNobodyServesIsNotFound();
    void selectorsAreSaidAsListsTakeThem();
    void theOldestPodOfAWorkloadComesFirst();
    void aCronJobsPodsAreThoseOfItsNewestJob();
    void aKindWithoutPodsSaysSo();
    void addressesOfServices_data();
    void addressesOfServices();
    void aServiceAnswersForItself();
    void theApiServersRefusalIsAnError();
    void aPortIsForwardedByAChildThatGoesWithUs();
    void aChildThatEndsTakesThePortWithIt();
    void whatKubectlSaysIsTheReason();
    void nothingReachesKubectlAsAnOption_data();
    void nothingReachesKubectlAsAnOption();

private:
    /// A program that stands for kubectl: writes its arguments and process group to files, then does what `script` says.
    QString kubectl(const QByteArray &script)
    {
        const QString path = m_folder.filePath(u"kubectl"_s);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly)) {
            return {};
        }
        file.write("#!/bin/sh\nprintf '%s\\n' \"$@\" > " + QFile::encodeName(m_folder.filePath(u"arguments"_s)) + '\n' + script);
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        return path;
    }
    QStringList arguments()
    {
        QFile file(m_folder.filePath(u"arguments"_s));
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()).trimmed().split(u'\n') : QStringList();
    }

    std::shared_ptr<FakeCluster> m_cluster;
    QTemporaryDir m_folder;
};

void ReachingTest::kindsAreFoundByEveryNameTheyHave_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("found");
    for (const QString &word :
         {u"deployments"_s, u"deployment"_s, u"deploy"_s, u"Deployment"_s, u"deployments.apps"_s, u"deploy.v1.apps"_s}) {
        QTest::newRow(qPrintable(word)) << word << u"apps/v1 Deployment"_s;
    }
    QTest::newRow("the core group wins") << u"events"_s << u"v1 Event"_s;
    QTest::newRow("unless another is named") << u"events.events.k8s.io"_s << u"events.k8s.io/v1 Event"_s;
    QTest::newRow("another version") << u"deployments.v1beta1.apps"_s << QString();
    QTest::newRow("none") << u"nones"_s << QString();
    QTest::newRow("nothing") << QString() << QString();
}

void ReachingTest::kindsAreFoundByEveryNameTheyHave()
{
    QFETCH(const QString, word);
    const QList<ResourceType> served{
        {.group = u"events.k8s.io"_s, .version = u"v1"_s, .kind = u"Event"_s, .plural = u"events"_s},
        {.group = {}, .version = u"v1"_s, .kind = u"Event"_s, .plural = u"events"_s, .singular = u"event"_s},
        {.group = u"apps"_s,
         .version = u"v1"_s,
         .kind = u"Deployment"_s,
         .plural = u"deployments"_s,
         .singular = u"deployment"_s,
         .shortNames = {u"deploy"_s}}};
    const auto found = kindNamed(served, word);
    QTEST(found ? found->apiVersion() + u' ' + found->kind : QString(), "found");
}

void ReachingTest::aKindNobodyServesIsNotFound()
{
    const auto none = answerOf(findKind(m_cluster, u"widgets"_s, {}));
    QVERIFY(!none);
    QCOMPARE(none.error().kind, Error::Kind::NotFound);
    QCOMPARE(answerOf(findKind(m_cluster, u"deployments"_s, {}))->kind, u"Deployment"_s);
}

void ReachingTest::selectorsAreSaidAsListsTakeThem()
{
    const auto expression = [](const QString &key, const QString &how, const QStringList &values) {
        return Object{{u"key"_s, key}, {u"operator"_s, how}, {u"values"_s, QJsonArray::fromStringList(values)}};
    };
    const Object selector{{u"matchLabels"_s, Object{{u"app"_s, u"web"_s}, {u"tier"_s, u"front"_s}}},
                          {u"matchExpressions"_s,
                           QJsonArray{expression(u"a"_s, u"In"_s, {u"1"_s, u"2"_s}), expression(u"b"_s, u"NotIn"_s, {u"3"_s}),
                                      expression(u"c"_s, u"Exists"_s, {}), expression(u"d"_s, u"DoesNotExist"_s, {})}}};
    QCOMPARE(selectorText(selector), u"app=web,tier=front,a in (1,2),b notin (3),c,!d"_s);
    QCOMPARE(selectorText({}), QString());
}

void ReachingTest::theOldestPodOfAWorkloadComesFirst()
{
    m_cluster->put(
        object(u"Deployment"_s, u"web"_s, {{u"selector"_s, Object{{u"matchLabels"_s, Object{{u"app"_s, u"web"_s}}}}}}));
    m_cluster->put(object(u"Pod"_s, u"a"_s, {}, {{u"creationTimestamp"_s, u"2026-11-26T12:00:09Z"_s}}));
    m_cluster->put(object(u"Pod"_s, u"b"_s, {}, {{u"creationTimestamp"_s, u"2026-11-26T12:00:01Z"_s}}));
    const auto pods = answerOf(podsOf(m_cluster, kDeployments, {.ns = u"shop"_s, .name = u"web"_s}, {}));
    QVERIFY(pods);
    QCOMPARE(pods->size(), 2);
    QCOMPARE(pods->first()[u"metadata"][u"name"].toString(), u"b"_s);
    QCOMPARE(m_cluster->lastSelector, u"app=web"_s);
}

void ReachingTest::aCronJobsPodsAreThoseOfItsNewestJob()
{
    const ResourceType cronJobs{.group = u"batch"_s, .version = u"v1"_s, .kind = u"CronJob"_s, .plural = u"cronjobs"_s};
    const auto job = [](const QString &name, const QString &owner, const QString &born) {
        return object(u"Job"_s, name, {{u"selector"_s, Object{{u"matchLabels"_s, Object{{u"job"_s, name}}}}}},
                      {{u"creationTimestamp"_s, born}, {u"ownerReferences"_s, QJsonArray{Object{{u"uid"_s, owner}}}}});
    };
    m_cluster->put(object(u"CronJob"_s, u"backup"_s, {}, {{u"uid"_s, u"cj"_s}}));
    const ObjectName backup{.ns = u"shop"_s, .name = u"backup"_s};
    const auto none = answerOf(podsOf(m_cluster, cronJobs, backup, {}));
    QVERIFY(none && none->isEmpty());
    m_cluster->put(job(u"old"_s, u"cj"_s, u"2026-11-26T01:00:00Z"_s));
    m_cluster->put(job(u"new"_s, u"cj"_s, u"2026-11-26T02:00:00Z"_s));
    m_cluster->put(job(u"foreign"_s, u"other"_s, u"2026-11-26T03:00:00Z"_s));
    QVERIFY(answerOf(podsOf(m_cluster, cronJobs, backup, {})));
    QCOMPARE(m_cluster->lastSelector, u"job=new"_s);
}

void ReachingTest::aKindWithoutPodsSaysSo()
{
    m_cluster->put(object(u"Secret"_s, u"s"_s, {}));
    const ResourceType secrets{.group = {}, .version = u"v1"_s, .kind = u"Secret"_s, .plural = u"secrets"_s};
    const auto none = answerOf(podsOf(m_cluster, secrets, {.ns = u"shop"_s, .name = u"s"_s}, {}));
    QVERIFY(!none);
    QCOMPARE(none.error().kind, Error::Kind::Unsupported);
}

void ReachingTest::addressesOfServices_data()
{
    QTest::addColumn<QStringList>("parts"); // namespace, service, port, path
    QTest::addColumn<bool>("tls");
    QTest::addColumn<QString>("address"); // empty: refused
    const QString base = u"/api/v1/namespaces/mon/services/"_s;
    QTest::newRow("by number") << QStringList{u"mon"_s, u"prom"_s, u"9090"_s, u"/api/v1/query?query=up"_s} << false
                               << base + u"prom:9090/proxy/api/v1/query?query=up"_s;
    QTest::newRow("by name") << QStringList{u"mon"_s, u"prom"_s, u"web"_s, u"/"_s} << false << base + u"prom:web/proxy/"_s;
    QTest::newRow("its only port") << QStringList{u"mon"_s, u"prom"_s, QString(), u"/"_s} << false << base + u"prom/proxy/"_s;
    QTest::newRow("with TLS") << QStringList{u"mon"_s, u"prom"_s, u"9090"_s, u"/"_s} << true
                              << base + u"https:prom:9090/proxy/"_s;
    QTest::newRow("its only one with TLS") << QStringList{u"mon"_s, u"prom"_s, QString(), u"/"_s} << true
                                           << base + u"https:prom:/proxy/"_s;
    QTest::newRow("another namespace") << QStringList{u"mon/x"_s, u"prom"_s, QString(), u"/"_s} << false << QString();
    QTest::newRow("another service") << QStringList{u"mon"_s, u"../x"_s, QString(), u"/"_s} << false << QString();
    QTest::newRow("another host") << QStringList{u"mon"_s, u"prom"_s, u"9090/proxy"_s, u"/"_s} << false << QString();
    QTest::newRow("no path") << QStringList{u"mon"_s, u"prom"_s, QString(), u"x"_s} << false << QString();
}

void ReachingTest::addressesOfServices()
{
    QFETCH(const QStringList, parts);
    QFETCH(const bool, tls);
    const auto path = proxyPath({.ns = parts[0], .service = parts[1], .port = parts[2], .tls = tls}, parts[3]);
    QTEST(path.value_or(QString()), "address");
}

void ReachingTest::aServiceAnswersForItself()
{
    m_cluster->sent = [](const RawRequest &request) {
        return RawAnswer{.status = 404, .contentType = "application/json", .body = "[\"" + request.path.toUtf8() + "\"]"};
    };
    const auto answer = answerOf(askService(m_cluster, {.ns = u"mon"_s, .service = u"am"_s}, {.path = u"/api/v2/alerts"_s}, {}));
    QVERIFY(answer);
    QCOMPARE(answer->status, 404);
    QCOMPARE(answer->body, "[\"/api/v1/namespaces/mon/services/am/proxy/api/v2/alerts\"]");
}

void ReachingTest::theApiServersRefusalIsAnError()
{
    m_cluster->sent = [](const RawRequest &) {
        return RawAnswer{.status = 503,
                         .contentType = "application/json",
                         .body = R"({"kind":"Status","apiVersion":"v1","message":"no endpoints available for service \"am\""})"};
    };
    const auto answer = answerOf(askService(m_cluster, {.ns = u"mon"_s, .service = u"am"_s}, {.path = u"/"_s}, {}));
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, Error::Kind::Unreachable);
    QVERIFY(answer.error().detail.contains(u"no endpoints"_s));
}

void ReachingTest::aPortIsForwardedByAChildThatGoesWithUs()
{
    const QString program = kubectl("echo 'Forwarding from 127.0.0.1:40123 -> 9090'\nexec cat /dev/zero > /dev/null\n");
    auto forward = answerOf(forwardPort({.kubectl = program,
                                         .kubeconfig = u"/tmp/k"_s,
                                         .context = u"eu-1"_s,
                                         .ns = u"mon"_s,
                                         .target = u"svc/prom"_s,
                                         .port = u"9090"_s},
                                        {}));
    QVERIFY2(forward, qPrintable(forward ? QString() : forward.error().detail));
    QCOMPARE((*forward)->port(), 40123);
    QCOMPARE(arguments(),
             QStringList({u"port-forward"_s, u"--address=127.0.0.1"_s, u"--kubeconfig=/tmp/k"_s, u"--context=eu-1"_s,
                          u"--namespace=mon"_s, u"--"_s, u"svc/prom"_s, u":9090"_s}));
    const qint64 process = (*forward)->processId();
    QVERIFY(isAlive(process));
    QVERIFY(::getpgid(static_cast<pid_t>(process)) != ::getpgrp());
    forward->reset();
    QVERIFY(!isAlive(process));
}

void ReachingTest::aChildThatEndsTakesThePortWithIt()
{
    const QString program
        = kubectl("echo 'Forwarding from 127.0.0.1:40123 -> 9090'\nread gone\necho 'lost connection to pod' >&2\nexit 1\n");
    auto forward = answerOf(forwardPort({.kubectl = program, .target = u"pod/web-0"_s, .port = u"80"_s}, {}));
    QVERIFY(forward);
    QTRY_VERIFY(!(*forward)->isOpen()); // its input is empty, so it goes on at once
    QCOMPARE((*forward)->problem(), u"lost connection to pod"_s);
}

void ReachingTest::whatKubectlSaysIsTheReason()
{
    const QString program = kubectl("echo 'error: services \"prom\" not found' >&2\nexit 1\n");
    const auto forward = answerOf(forwardPort({.kubectl = program, .target = u"svc/prom"_s, .port = u"80"_s}, {}));
    QVERIFY(!forward);
    QCOMPARE(forward.error().kind, Error::Kind::Unreachable);
    QCOMPARE(forward.error().detail, u"error: services \"prom\" not found"_s);
    const auto none = answerOf(forwardPort({.kubectl = u"/nowhere/kubectl"_s, .target = u"svc/prom"_s, .port = u"80"_s}, {}));
    QCOMPARE(none.error().kind, Error::Kind::NotFound);
}

void ReachingTest::nothingReachesKubectlAsAnOption_data()
{
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("port");
    QTest::newRow("an option as a target") << u"--kubeconfig=x"_s << u"80"_s;
    QTest::newRow("an option as a name") << u"pod/--x"_s << u"80"_s;
    QTest::newRow("an option as a port") << u"pod/a"_s << u"-x"_s;
    QTest::newRow("two ports") << u"pod/a"_s << u"80:81"_s;
    QTest::newRow("no name") << u"pod/"_s << u"80"_s;
}

void ReachingTest::nothingReachesKubectlAsAnOption()
{
    QFETCH(const QString, target);
    QFETCH(const QString, port);
    const auto refused = answerOf(forwardPort({.kubectl = kubectl("exit 0\n"), .target = target, .port = port}, {}));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, Error::Kind::Invalid);
}

QTEST_GUILESS_MAIN(ReachingTest)
#include "tst_Reaching.moc"
