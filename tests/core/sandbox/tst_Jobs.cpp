// SPDX-License-Identifier: GPL-3.0-or-later
#include "Rehearsal.h"

using namespace sentinel;
using namespace sentinel::testing;

class JobsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aJobCompletes();
    void aJobThatFailsWaitsLongerEachTimeAndGivesUp();
    void aJobThatTakesTooLongFails();
    void aFinishedJobGoesWhenItsTimeIsOver();
    void anIndexedJobRunsEveryIndex();
    void aCronJobRunsOnItsScheduleAndKeepsItsHistory();
    void aForbiddenOverlapWaits();
    void aWrongScheduleIsSaid();

private:
    static QJsonObject job(Rehearsal &cluster, const QByteArray &name, const QByteArray &shell, const QByteArray &more = {})
    {
        return cluster.add(kinds::job(),
                           R"({"metadata": {"name": ")" + name + R"("}, "spec": {)" + more
                               + R"("template": {"metadata": {"labels": {"app": ")" + name
                               + R"("}}, "spec": {"restartPolicy": "Never", "containers": [
                                 {"name": "main", "image": "busybox:1", "command": ["sh", "-c", ")"
                               + shell + R"("]}]}}}})");
    }
};

void JobsTest::aJobCompletes()
{
    Rehearsal cluster;
    job(cluster, "work", "sleep 20", R"("completions": 3, "parallelism": 2, )");
    cluster.pass(seconds(15));
    QCOMPARE(numberAt(cluster.get(kinds::job(), u"work"_s), {u"status", u"active"}), 2);
    QVERIFY(cluster.passUntil([&] { return isTrue(cluster.get(kinds::job(), u"work"_s), u"Complete"); }));
    const QJsonObject done = cluster.get(kinds::job(), u"work"_s);
    QCOMPARE(numberAt(done, {u"status", u"succeeded"}), 3);
    QVERIFY(isTrue(done, u"SuccessCriteriaMet"));
    QVERIFY(hasAt(done, {u"status", u"completionTime"}));
    for (const QJsonObject &pod : cluster.pods()) {
        QCOMPARE(phaseOf(pod), u"Succeeded"_s);
        QVERIFY(selectorMatches(objectAt(done, {u"spec", u"selector"}), labelsOf(pod)));
    }
}

void JobsTest::aJobThatFailsWaitsLongerEachTimeAndGivesUp()
{
    Rehearsal cluster;
    job(cluster, "work", "sleep 1; exit 3", R"("backoffLimit": 2, )");
    QList<QDateTime> made;
    const auto look = [&] {
        const auto pods = cluster.pods();
        while (made.size() < pods.size()) {
            made.append(cluster.clock.now());
        }
    };
    QVERIFY(cluster.passUntil([&] { return isTrue(cluster.get(kinds::job(), u"work"_s), u"Failed"); }, seconds(300), look));
    const QJsonObject failed = cluster.get(kinds::job(), u"work"_s);
    QCOMPARE(conditionOf(failed, u"Failed").value(u"reason").toString(), u"BackoffLimitExceeded"_s);
    QVERIFY(isTrue(failed, u"FailureTarget"));
    QCOMPARE(numberAt(failed, {u"status", u"failed"}), 3);
    QCOMPARE(made.size(), 3);
    QVERIFY(made.at(1).secsTo(made.at(2)) > made.at(0).secsTo(made.at(1)) + 5);
    const QJsonObject state = listAt(cluster.pods().first(), {u"status", u"containerStatuses"}).at(0).toObject();
    QCOMPARE(numberAt(state, {u"state", u"terminated", u"exitCode"}), 3);
}

void JobsTest::aJobThatTakesTooLongFails()
{
    Rehearsal cluster;
    job(cluster, "work", "sleep 600", R"("activeDeadlineSeconds": 30, )");
    QVERIFY(cluster.passUntil([&] { return isTrue(cluster.get(kinds::job(), u"work"_s), u"Failed"); }, seconds(60)));
    QCOMPARE(conditionOf(cluster.get(kinds::job(), u"work"_s), u"Failed").value(u"reason").toString(), u"DeadlineExceeded"_s);
    QVERIFY(cluster.passUntil([&] { return cluster.pods().isEmpty(); }, seconds(60)));
}

void JobsTest::aFinishedJobGoesWhenItsTimeIsOver()
{
    Rehearsal cluster;
    job(cluster, "work", "true", R"("ttlSecondsAfterFinished": 30, )");
    QVERIFY(cluster.passUntil([&] { return isTrue(cluster.get(kinds::job(), u"work"_s), u"Complete"); }));
    cluster.pass(seconds(20));
    QVERIFY(!cluster.get(kinds::job(), u"work"_s).isEmpty());
    cluster.pass(seconds(20));
    QVERIFY(cluster.get(kinds::job(), u"work"_s).isEmpty());
    QVERIFY(cluster.pods().isEmpty());
}

void JobsTest::anIndexedJobRunsEveryIndex()
{
    Rehearsal cluster;
    job(cluster, "work", "true", R"("completionMode": "Indexed", "completions": 3, "parallelism": 3, )");
    QVERIFY(cluster.passUntil([&] { return isTrue(cluster.get(kinds::job(), u"work"_s), u"Complete"); }));
    QCOMPARE(textAt(cluster.get(kinds::job(), u"work"_s), {u"status", u"completedIndexes"}), u"0-2"_s);
}

void JobsTest::aCronJobRunsOnItsScheduleAndKeepsItsHistory()
{
    Rehearsal cluster;
    cluster.add(kinds::cronJob(),
                R"({"metadata": {"name": "nightly"}, "spec": {"schedule": "*/10 * * * *", "successfulJobsHistoryLimit": 2,
        "jobTemplate": {"spec": {"template": {"spec": {"restartPolicy": "Never", "containers": [
          {"name": "main", "image": "busybox:1", "command": ["true"]}]}}}}}})");
    cluster.pass(std::chrono::minutes(9));
    QVERIFY(cluster.store.list(kinds::job()).isEmpty());
    cluster.pass(std::chrono::minutes(2));
    QCOMPARE(cluster.store.list(kinds::job()).size(), 1);
    QCOMPARE(textAt(cluster.get(kinds::cronJob(), u"nightly"_s), {u"status", u"lastScheduleTime"}), u"2026-11-26T12:10:00Z"_s);
    cluster.pass(std::chrono::minutes(50));
    QCOMPARE(cluster.store.list(kinds::job()).size(), 2);
    QVERIFY(hasAt(cluster.get(kinds::cronJob(), u"nightly"_s), {u"status", u"lastSuccessfulTime"}));
    cluster.edit(kinds::cronJob(), u"nightly"_s, {u"spec", u"suspend"}, true);
    cluster.pass(std::chrono::hours(1));
    QCOMPARE(textAt(cluster.get(kinds::cronJob(), u"nightly"_s), {u"status", u"lastScheduleTime"}), u"2026-11-26T13:00:00Z"_s);
}

void JobsTest::aForbiddenOverlapWaits()
{
    Rehearsal cluster;
    cluster.add(kinds::cronJob(),
                R"({"metadata": {"name": "slow"}, "spec": {"schedule": "* * * * *", "concurrencyPolicy": "Forbid",
        "jobTemplate": {"spec": {"template": {"spec": {"restartPolicy": "Never", "containers": [
          {"name": "main", "image": "busybox:1", "command": ["sleep", "150"]}]}}}}}})");
    int most = 0;
    cluster.passUntil([] { return false; }, seconds(600),
                      [&] {
                          const auto jobs = cluster.store.list(kinds::job());
                          most = std::max(most, static_cast<int>(std::ranges::count_if(jobs, [](const QJsonObject &each) {
                                              return !isTrue(each, u"Complete");
                                          })));
                      });
    QCOMPARE(most, 1);
    QVERIFY(!cluster.said(u"JobAlreadyActive"_s).isEmpty());
}

void JobsTest::aWrongScheduleIsSaid()
{
    Rehearsal cluster;
    cluster.add(kinds::cronJob(),
                R"({"metadata": {"name": "wrong"}, "spec": {"schedule": "61 * * * *", "jobTemplate": {"spec": {}}}})");
    cluster.pass(seconds(1));
    QCOMPARE(cluster.said(u"UnparseableSchedule"_s).size(), 1);
}

QTEST_GUILESS_MAIN(JobsTest)
#include "tst_Jobs.moc"
