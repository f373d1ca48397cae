// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/journeys/WorkloadsDesk.h"
#include "tests/support/Tries.h"

using namespace sentinel;
using namespace sentinel::journeys;
using testing::Act;

namespace {

kube::Object deployment(int replicas)
{
    return WorkloadsDesk::object(u"apps/v1"_s, u"Deployment"_s, u"shop"_s, u"web"_s,
                                 {{u"spec"_s, QJsonObject{{u"replicas"_s, replicas}, {u"template"_s, QJsonObject()}}}});
}

} // namespace

/// One object from near, and what is done to it.
class ObjectJourney : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aSecretIsNeverShown()
    {
        WorkloadsDesk desk;
        kube::Object secret = WorkloadsDesk::object(u"v1"_s, u"Secret"_s, u"shop"_s, u"login"_s,
                                                    {{u"data"_s, QJsonObject{{u"password"_s, u"aHVudGVyMg=="_s}}}});
        QJsonObject metadata = secret[u"metadata"].toObject();
        metadata.insert(
            u"annotations"_s,
            QJsonObject{{u"kubectl.kubernetes.io/last-applied-configuration"_s, uR"({"data":{"password":"aHVudGVyMg=="}})"_s}});
        secret.insert(u"metadata"_s, metadata);
        desk.cluster->put(secret);
        desk.connects();
        desk.kinds.setKind(u"/Secret"_s);
        desk.sees(1);
        desk.chooses(u"login"_s);
        QVERIFY(desk.inspect.text().contains(u"password"_s));
        QVERIFY2(!desk.inspect.text().contains(u"aHVudGVyMg"_s), qPrintable(desk.inspect.text()));
        desk.inspect.setFolded(false);
        QVERIFY(!desk.inspect.text().contains(u"aHVudGVyMg"_s));
    }

    void managedFieldsAreFoldedUntilSomebodyAsks()
    {
        WorkloadsDesk desk;
        kube::Object pod = WorkloadsDesk::pod(u"shop"_s, u"web-1"_s);
        QJsonObject metadata = pod[u"metadata"].toObject();
        metadata.insert(
            u"managedFields"_s,
            QJsonArray{QJsonObject{{u"manager"_s, u"helm"_s}, {u"fieldsV1"_s, QJsonObject{{u"f:spec"_s, QJsonObject()}}}}});
        pod.insert(u"metadata"_s, metadata);
        desk.cluster->put(pod);
        desk.connects();
        desk.sees(1);
        desk.chooses(u"web-1"_s);
        QVERIFY(!desk.inspect.text().contains(u"f:spec"_s));
        QVERIFY(desk.inspect.text().contains(u"helm"_s));
        desk.inspect.setFolded(false);
        QVERIFY(desk.inspect.text().contains(u"f:spec"_s));
    }

    void aSearchGoesFromOnePlaceToTheNext()
    {
        WorkloadsDesk desk;
        desk.cluster->put(WorkloadsDesk::pod(u"shop"_s, u"web-1"_s));
        desk.connects();
        desk.sees(1);
        desk.chooses(u"web-1"_s);
        desk.inspect.setSearch(u"WEB"_s);
        const int found = desk.inspect.foundCount();
        QVERIFY(found >= 2);
        QCOMPARE(desk.inspect.foundAt(), 1);
        QCOMPARE(desk.inspect.text().mid(desk.inspect.foundStart(), 3), u"web"_s);
        desk.inspect.findNext(false);
        QCOMPARE(desk.inspect.foundAt(), found);
        desk.inspect.setSearch(u"not in there"_s);
        QCOMPARE(desk.inspect.foundStart(), -1);
    }

    void anObjectThatChangesIsReadAgainAndOneThatGoesSaysSo()
    {
        WorkloadsDesk desk;
        desk.cluster->put(WorkloadsDesk::pod(u"shop"_s, u"web-1"_s));
        desk.connects();
        desk.sees(1);
        desk.chooses(u"web-1"_s);
        desk.cluster->put(WorkloadsDesk::pod(u"shop"_s, u"web-1"_s, u"CrashLoopBackOff"_s));
        QTRY_VERIFY(desk.inspect.text().contains(u"CrashLoopBackOff"_s));
        desk.cluster->drop(u"Pod"_s, u"shop"_s, u"web-1"_s);
        QTRY_VERIFY(desk.inspect.isGone());
        QVERIFY(desk.inspect.text().contains(u"CrashLoopBackOff"_s)); // as it was last
        QVERIFY(!desk.action(u"delete"_s).value(u"blockedReason"_s).toString().isEmpty());
    }

    void actionsSayWhyTheyCannotBeDone()
    {
        WorkloadsDesk desk;
        desk.cluster->rules = WorkloadsDesk::mayDo({u"get"_s, u"list"_s, u"watch"_s});
        desk.cluster->put(deployment(3));
        desk.connects();
        desk.kinds.setKind(u"apps/Deployment"_s);
        desk.sees(1);
        desk.chooses(u"web"_s);
        QTRY_VERIFY2(desk.action(u"delete"_s).value(u"blockedReason"_s).toString().contains(u"delete deployments"_s),
                     qPrintable(desk.action(u"delete"_s).value(u"blockedReason"_s).toString()));
        desk.actions.begin(u"delete"_s);
        QCOMPARE(desk.actions.asked(), QString());
        QCOMPARE(desk.cluster->effects(), QStringList());
    }

    void aReadOnlyClusterRefusesEverything()
    {
        WorkloadsDesk desk;
        desk.cluster->put(deployment(3));
        desk.connects(u"read-only"_s);
        desk.kinds.setKind(u"apps/Deployment"_s);
        desk.sees(1);
        desk.chooses(u"web"_s);
        const QVariantList all = desk.actions.actions();
        QVERIFY(!all.isEmpty());
        for (const QVariant &each : all) {
            QVERIFY(each.toMap().value(u"blockedReason"_s).toString().contains(u"read-only"_s));
        }
    }

    void deletingOnAProtectedClusterAsksForTheName()
    {
        WorkloadsDesk desk;
        desk.cluster->put(WorkloadsDesk::pod(u"shop"_s, u"web-1"_s));
        desk.connects(u"typed-name"_s);
        desk.sees(1);
        desk.chooses(u"web-1"_s);
        QSignalSpy confirming(&desk.actions, &console::ActionsController::confirming);
        desk.actions.begin(u"delete"_s);
        QCOMPARE(confirming.size(), 1);
        QCOMPARE(desk.actions.nameToType(), u"web-1"_s);
        QCOMPARE(desk.actions.acceptText(), u"Delete Pod web-1"_s);
        desk.actions.perform();
        QVERIFY(desk.cluster->count(u"Pod"_s) == 1);
        desk.actions.setProperty("typed", u"web-1"_s);
        desk.actions.perform();
        QTRY_COMPARE(desk.cluster->count(u"Pod"_s), 0);
        QTRY_COMPARE(desk.actions.asked(), QString());
    }

    void whatIsDoneIsWrittenDownBeforeAndAfter()
    {
        WorkloadsDesk desk;
        desk.cluster->put(deployment(3));
        desk.connects();
        desk.kinds.setKind(u"apps/Deployment"_s);
        desk.sees(1);
        desk.chooses(u"web"_s);
        QSignalSpy ended(&desk.actions, &console::ActionsController::ended);
        desk.actions.begin(u"restart"_s);
        QVERIFY2(desk.actions.command().endsWith(u"rollout restart deployments.apps/web -n shop"_s),
                 qPrintable(desk.actions.command()));
        QVERIFY(desk.operations().isEmpty());
        desk.actions.perform();
        QTRY_COMPARE(ended.size(), 1);
        QVERIFY2(ended.first().first().toBool(), qPrintable(desk.actions.trouble().text()));
        QCOMPARE(desk.operations().size(), 1);
        QCOMPARE(desk.operations().first().state, journal::Operation::State::Done);
        QCOMPARE(desk.operations().first().scope.kind, u"restart"_s);
    }

    void whatTheServerRefusesStaysOpenWithItsReason()
    {
        WorkloadsDesk desk;
        desk.cluster->put(deployment(3));
        desk.connects();
        desk.kinds.setKind(u"apps/Deployment"_s);
        desk.sees(1);
        desk.chooses(u"web"_s);
        desk.cluster->failNext(Act::Any, Error::Kind::Forbidden, 1, u"Deployment"_s);
        QSignalSpy ended(&desk.actions, &console::ActionsController::ended);
        desk.actions.begin(u"restart"_s);
        desk.actions.perform();
        QTRY_COMPARE(ended.size(), 1);
        QVERIFY(!ended.first().first().toBool());
        QVERIFY(desk.actions.trouble().isPresent());
        QCOMPARE(desk.actions.asked(), u"restart"_s); // it may be tried again
        QCOMPARE(desk.operations().first().state, journal::Operation::State::Failed);
    }

    void scalingSaysFromHowManyAndOnlyChangesThose()
    {
        WorkloadsDesk desk;
        desk.cluster->put(deployment(3));
        desk.connects();
        desk.kinds.setKind(u"apps/Deployment"_s);
        desk.sees(1);
        desk.chooses(u"web"_s);
        desk.actions.begin(u"scale"_s);
        QVERIFY(!desk.actions.acceptBlockedReason().isEmpty()); // it is three already
        desk.actions.setReplicas(0);
        QVERIFY(desk.actions.isDanger());
        desk.actions.setReplicas(5);
        QVERIFY(!desk.actions.isDanger());
        QVERIFY2(desk.actions.command().endsWith(u"--replicas=5 --current-replicas=3"_s), qPrintable(desk.actions.command()));
        QCOMPARE(desk.actions.acceptBlockedReason(), QString());
    }

    void aLogIsSafeToReadAndFiltered()
    {
        WorkloadsDesk desk;
        desk.cluster->logged = [](const kube::ObjectName &, const kube::LogOptions &, const auto &line) -> Result<void> {
            line("2026-11-26T10:00:01.000000001Z \x1b[31mred\x1b[0m and \x07quiet");
            line("2026-11-26T10:00:01.000000002Z plain <b>text</b>");
            return {};
        };
        desk.cluster->put(WorkloadsDesk::pod(u"shop"_s, u"web-1"_s));
        desk.connects();
        desk.sees(1);
        desk.chooses(u"web-1"_s);
        desk.log.setFollowing(false);
        desk.inspect.setTab(u"logs"_s);
        desk.log.setActive(true);
        QTRY_COMPARE(desk.log.lines()->count(), 2);
        const QString text = desk.log.lines()->text(false);
        QVERIFY2(text.startsWith(u"red and"_s) && !text.contains(QChar(0x1b)) && !text.contains(QChar(7)), qPrintable(text));
        QVERIFY(desk.log.lines()->text(true).startsWith(u"2026-11-26T10:00:01"_s));
        desk.log.setFilter(u"PLAIN"_s);
        QCOMPARE(desk.log.lines()->text(false), u"plain <b>text</b>"_s);
        QVERIFY2(desk.log.command().contains(u"logs web-1 -n shop -c app"_s), qPrintable(desk.log.command()));
    }

    void aLogThatCannotBeReadSaysWhy()
    {
        WorkloadsDesk desk;
        desk.cluster->put(WorkloadsDesk::pod(u"shop"_s, u"web-1"_s));
        desk.connects();
        desk.sees(1);
        desk.chooses(u"web-1"_s);
        desk.cluster->failNext(Act::Logs, Error::Kind::Forbidden, 99);
        desk.log.setFollowing(false);
        desk.inspect.setTab(u"logs"_s);
        desk.log.setActive(true);
        QTRY_VERIFY(desk.log.trouble().isPresent());
        QCOMPARE(desk.log.tone(), console::number(console::Tone::Warning));
    }

    void linesThatDoNotFitAreCounted()
    {
        console::LogLines lines;
        const auto most = static_cast<int>(console::LogLines::kMostLines);
        for (int at = 0; at < most + 250; ++at) {
            lines.append(u"line %1"_s.arg(at), {});
            if (at % 1000 == 0) {
                lines.flush();
            }
        }
        lines.flush();
        QCOMPARE(lines.count(), most);
        QCOMPARE(lines.dropped(), 250);
        QCOMPARE(lines.data(lines.index(0), console::LogLines::TextRole).toString(), u"line 250"_s);
        lines.setFilter(u"20249"_s);
        QCOMPARE(lines.text(false), u"line 20249"_s);
    }
};

QTEST_GUILESS_MAIN(ObjectJourney)
#include "tst_ObjectJourney.moc"
