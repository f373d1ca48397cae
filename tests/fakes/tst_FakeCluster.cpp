// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fakes/FakeCluster.h"
#include "tests/support/SteppedClock.h"

#include <QJsonDocument>
#include <QTest>

using namespace sentinel;
using namespace sentinel::testing;
using namespace Qt::StringLiterals;
using kube::WatchEvent;

namespace {

const kube::ResourceType kSpaces{
    .group = {}, .version = u"v1"_s, .kind = u"Namespace"_s, .plural = u"namespaces"_s, .namespaced = false};

kube::Object space(const QString &name)
{
    return {{u"apiVersion"_s, u"v1"_s}, {u"kind"_s, u"Namespace"_s}, {u"metadata"_s, QJsonObject{{u"name"_s, name}}}};
}

} // namespace

class FakeClusterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasAppliedIsThere()
    {
        const auto written = answerOf(m_clock, m_cluster->apply(kSpaces, space(u"shop"_s), {}, {}));
        QVERIFY(written && *written && (*written)->created);
        const auto found = answerOf(m_clock, m_cluster->get(kSpaces, {.ns = {}, .name = u"shop"_s}, {}));
        QVERIFY(found && *found);
        QVERIFY(!(**found)[u"metadata"][u"uid"].toString().isEmpty());
        QCOMPARE(m_cluster->effects(), QStringList{u"apply Namespace/shop"_s});
    }
    void applyingTheSameAgainIsNoEffect()
    {
        for (int time = 0; time < 2; ++time) {
            QVERIFY(answerOf(m_clock, m_cluster->apply(kSpaces, space(u"shop"_s), {}, {})));
        }
        QCOMPARE(m_cluster->effects().size(), 1);
    }
    void aWatchStartsWithEverythingAndGoesOn()
    {
        m_cluster->put(space(u"one"_s));
        QList<WatchEvent::Type> seen;
        CancelSource stop;
        auto watching
            = m_cluster->watch(kSpaces, {}, [&seen](const WatchEvent &event) { seen.append(event.type); }, stop.token());
        QVERIFY(runUntil(m_clock, [&seen] { return !seen.isEmpty(); }));
        m_cluster->put(space(u"two"_s));
        m_cluster->put(space(u"two"_s));
        m_cluster->drop(u"Namespace"_s, {}, u"one"_s);
        m_cluster->dropWatches(u"cut"_s);
        QVERIFY(runUntil(m_clock, [&seen] { return seen.size() >= 7; }));
        QCOMPARE(seen.count(WatchEvent::Type::Replaced), 2);
        QCOMPARE(seen.count(WatchEvent::Type::Deleted), 1);
        stop.cancel();
        const auto ended = answerOf(m_clock, std::move(watching));
        QCOMPARE(ended->error().kind, Error::Kind::Cancelled);
        QCOMPARE(m_cluster->watches(), 0);
    }
    void itFailsAsOftenAsItIsTold()
    {
        m_cluster->failNext(Act::Discover, Error::Kind::Unreachable, 2);
        for (int time = 0; time < 2; ++time) {
            QCOMPARE(answerOf(m_clock, m_cluster->discover({}))->error().kind, Error::Kind::Unreachable);
        }
        QVERIFY(answerOf(m_clock, m_cluster->discover({}))->has_value());
    }
    void whatHangsIsEndedByCancellingOnly()
    {
        m_cluster->hang(Act::Get);
        CancelSource stop;
        QVERIFY(!answerOf(m_clock, m_cluster->get(kSpaces, {.ns = {}, .name = u"x"_s}, stop.token())));
        auto asked = m_cluster->get(kSpaces, {.ns = {}, .name = u"x"_s}, stop.token());
        stop.cancel();
        QCOMPARE(answerOf(m_clock, std::move(asked))->error().kind, Error::Kind::Cancelled);
    }
    void aFrozenClusterAnswersNothingAtAll()
    {
        m_cluster->freeze();
        CancelSource stop;
        auto asked = m_cluster->discover(stop.token());
        stop.cancel();
        QVERIFY(!answerOf(m_clock, std::move(asked)));
    }
    void anotherOwnersFieldIsAConflictAndNothingIsWritten()
    {
        m_cluster->conflictOn(u"Namespace"_s, u"shop"_s, {.manager = u"kubectl"_s, .field = u".metadata.labels.tier"_s});
        const auto written = answerOf(m_clock, m_cluster->apply(kSpaces, space(u"shop"_s), {}, {}));
        QCOMPARE((*written)->conflicts.size(), 1);
        QCOMPARE(m_cluster->count(u"Namespace"_s), 0);
    }
    void aStalePatchIsAConflict()
    {
        m_cluster->put(space(u"shop"_s));
        const QByteArray patch = R"({"metadata":{"resourceVersion":"1","labels":{"a":"b"}}})";
        const auto written
            = answerOf(m_clock, m_cluster->patch(kSpaces, {.ns = {}, .name = u"shop"_s}, kube::PatchType::Merge, patch, {}, {}));
        QCOMPARE(written->error().kind, Error::Kind::Conflict);
    }
    void aDryRunWritesNothing()
    {
        const auto written = answerOf(m_clock, m_cluster->apply(kSpaces, space(u"shop"_s), {.dryRun = true}, {}));
        QVERIFY((*written)->created);
        QCOMPARE(m_cluster->count(u"Namespace"_s), 0);
    }
    void init() { m_cluster = std::make_unique<FakeCluster>(); }

private:
    SteppedClock m_clock;
    std::unique_ptr<FakeCluster> m_cluster;
};

QTEST_GUILESS_MAIN(FakeClusterTest)
#include "tst_FakeCluster.moc"
