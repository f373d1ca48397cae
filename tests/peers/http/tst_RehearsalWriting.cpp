// SPDX-License-Identifier: GPL-3.0-or-later
#include "Meeting.h"
#include "core/sandbox/Types.h"

#include <QJsonArray>

using namespace sentinel;
using namespace sentinel::kube;
using namespace Qt::StringLiterals;

namespace {

Object deployment(int replicas, const QString &image)
{
    const Object labels{{u"app"_s, u"web"_s}};
    const Object container{{u"name"_s, u"web"_s}, {u"image"_s, image}};
    return {{u"apiVersion"_s, u"apps/v1"_s},
            {u"kind"_s, u"Deployment"_s},
            {u"metadata"_s, Object{{u"name"_s, u"web"_s}, {u"namespace"_s, u"default"_s}}},
            {u"spec"_s,
             Object{{u"replicas"_s, replicas},
                    {u"selector"_s, Object{{u"matchLabels"_s, labels}}},
                    {u"template"_s,
                     Object{{u"metadata"_s, Object{{u"labels"_s, labels}}},
                            {u"spec"_s, Object{{u"containers"_s, QJsonArray{container}}}}}}}}};
}

} // namespace

class RehearsalWritingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_met.emplace();
        QVERIFY(m_met->api);
    }
    void cleanup() { m_met.reset(); }
    void conflictsOfAnApplyAreValues();
    void anApplyThatChangesNothingMakesNoVersion();
    void aDryRunAndUnknownFieldsWriteNothing();
    void patchesOfEveryKind();
    void aStaleReplaceIsAConflict();
    void deletionsPropagateAndKeepToTheUid();

private:
    std::optional<Meeting> m_met;
    SystemClock m_wall;
};

void RehearsalWritingTest::conflictsOfAnApplyAreValues()
{
    QVERIFY(written(m_met->api->apply(kDeployments, deployment(2, u"nginx:1"_s), {}, {})).created);
    const ApplyOptions them{.fieldManager = u"them"_s};
    const Written refused = written(m_met->api->apply(kDeployments, deployment(5, u"nginx:1"_s), them, {}));
    QCOMPARE(refused.conflicts, (QList<FieldConflict>{{.manager = u"sentinel-console"_s, .field = u".spec.replicas"_s}}));
    const auto kept = answerOf(m_met->api->get(kDeployments, named(u"web"_s), {}));
    QVERIFY(kept);
    QCOMPARE((*kept)[u"spec"][u"replicas"].toInt(), 2);
    const Written forced
        = written(m_met->api->apply(kDeployments, deployment(5, u"nginx:1"_s), {.fieldManager = u"them"_s, .force = true}, {}));
    QVERIFY(forced.conflicts.isEmpty());
    QVERIFY(!forced.created);
    QCOMPARE(forced.object[u"spec"][u"replicas"].toInt(), 5);
    // What a scale has changed names its half too.
    written(m_met->api->patch(kDeployments, named(u"web"_s), PatchType::Merge, R"({"spec":{"replicas":7}})", u"scale"_s, {}));
    const Written scaled = written(m_met->api->apply(kDeployments, deployment(5, u"nginx:1"_s), them, {}));
    QCOMPARE(scaled.conflicts.size(), 1);
    QCOMPARE(scaled.conflicts[0].field, u".spec.replicas"_s);
    QVERIFY2(scaled.conflicts[0].manager.contains(u"scale"), qPrintable(scaled.conflicts[0].manager));
}

void RehearsalWritingTest::anApplyThatChangesNothingMakesNoVersion()
{
    const Written first = written(m_met->api->apply(kDeployments, deployment(2, u"nginx:1"_s), {}, {}));
    const Written again = written(m_met->api->apply(kDeployments, deployment(2, u"nginx:1"_s), {}, {}));
    QVERIFY(first.created && !again.created);
    QCOMPARE(again.object[u"metadata"][u"resourceVersion"], first.object[u"metadata"][u"resourceVersion"]);
}

void RehearsalWritingTest::aDryRunAndUnknownFieldsWriteNothing()
{
    QVERIFY(written(m_met->api->apply(kConfigMaps, configMap(u"a"_s), {.dryRun = true}, {})).created);
    const auto none = answerOf(m_met->api->get(kConfigMaps, named(u"a"_s), {}));
    QVERIFY(!none);
    QCOMPARE(none.error().kind, Error::Kind::NotFound);
    Object wrong = configMap(u"a"_s);
    wrong[u"dta"_s] = Object{};
    const auto strict = answerOf(m_met->api->apply(kConfigMaps, wrong, {}, {}));
    QVERIFY(!strict);
    QCOMPARE(strict.error().kind, Error::Kind::Invalid);
    QVERIFY2(strict.error().detail.contains(u"dta"), qPrintable(strict.error().detail));
    const Written warned = written(m_met->api->create(kConfigMaps, wrong, {}));
    QCOMPARE(warned.warnings.size(), 1);
    QVERIFY2(warned.warnings[0].contains(u"unknown field \"dta\""), qPrintable(warned.warnings[0]));
    QVERIFY(!warned.object.contains(u"dta"));
}

void RehearsalWritingTest::patchesOfEveryKind()
{
    written(m_met->api->create(kDeployments, deployment(2, u"nginx:1"_s), {}));
    const auto patch = [this](PatchType type, const QByteArray &text, const QString &half = {}) {
        return m_met->api->patch(kDeployments, named(u"web"_s), type, text, half, {});
    };
    const auto containers
        = [](const Written &answer) { return answer.object[u"spec"][u"template"][u"spec"][u"containers"].toArray(); };
    QCOMPARE(written(patch(PatchType::Merge, R"({"spec":{"replicas":3}})")).object[u"spec"][u"replicas"].toInt(), 3);
    // By the name of the container: strategic merges, merge replaces the list.
    const QByteArray side = R"({"spec":{"template":{"spec":{"containers":[{"name":"side","image":"busybox"}]}}}})";
    QCOMPARE(containers(written(patch(PatchType::Strategic, side))).size(), 2);
    QCOMPARE(containers(written(patch(PatchType::Merge, side))).size(), 1);
    QCOMPARE(written(patch(PatchType::Json, R"([{"op":"replace","path":"/spec/replicas","value":9}])"))
                 .object[u"spec"][u"replicas"]
                 .toInt(),
             9);
    const auto failed = answerOf(patch(PatchType::Json, R"([{"op":"test","path":"/spec/replicas","value":1}])"));
    QVERIFY(!failed);
    QCOMPARE(failed.error().kind, Error::Kind::Invalid);
    const Written status
        = written(patch(PatchType::Merge, R"({"status":{"readyReplicas":4},"spec":{"replicas":1}})", u"status"_s));
    QCOMPARE(status.object[u"status"][u"readyReplicas"].toInt(), 4);
    QCOMPARE(status.object[u"spec"][u"replicas"].toInt(), 9);
}

void RehearsalWritingTest::aStaleReplaceIsAConflict()
{
    Written first = written(m_met->api->create(kConfigMaps, configMap(u"a"_s), {}));
    written(m_met->api->patch(kConfigMaps, named(u"a"_s), PatchType::Merge, R"({"data":{"key":"2"}})", {}, {}));
    const auto stale = answerOf(m_met->api->replace(kConfigMaps, first.object, {}));
    QVERIFY(!stale);
    QCOMPARE(stale.error().kind, Error::Kind::Conflict);
    const auto taken = answerOf(m_met->api->create(kConfigMaps, configMap(u"a"_s), {}));
    QVERIFY(!taken);
    QCOMPARE(taken.error().kind, Error::Kind::Conflict);
}

void RehearsalWritingTest::deletionsPropagateAndKeepToTheUid()
{
    QStringList asked;
    // A cluster of its own: what a deletion does is said before the door opens.
    sandbox::Cluster cluster(m_wall, {});
    cluster.setDeletion([&asked](sandbox::Store &store, const sandbox::Type &type, const QString &ns, const QString &name,
                                 sandbox::Propagation how, std::optional<Duration>) {
        asked.append(how == sandbox::Propagation::Foreground   ? u"foreground"_s
                         : how == sandbox::Propagation::Orphan ? u"orphan"_s
                                                               : u"background"_s);
        return store.remove(type, ns, name);
    });
    QVERIFY(cluster.start());
    ClusterAccess access = m_met->access;
    access.server = QUrl(cluster.url());
    access.authority = cluster.credentials().authority;
    access.token = cluster.credentials().token;
    access.certificate = cluster.credentials().clientCertificate;
    access.key = cluster.credentials().clientKey;
    HttpApi api(access, {}, m_met->clock);
    for (const auto how : {Propagation::Background, Propagation::Foreground, Propagation::Orphan}) {
        const Written made = written(api.create(kConfigMaps, configMap(u"a"_s), {}));
        const auto other = answerOf(api.remove(kConfigMaps, named(u"a"_s), {.propagation = how, .uid = u"another"_s}, {}));
        QVERIFY(!other);
        QCOMPARE(other.error().kind, Error::Kind::Conflict);
        QVERIFY(answerOf(api.remove(kConfigMaps, named(u"a"_s), {.propagation = how, .dryRun = false}, {})));
        const auto again = answerOf(api.remove(kConfigMaps, named(u"a"_s), {.propagation = how}, {}));
        QVERIFY(!again);
        QCOMPARE(again.error().kind, Error::Kind::NotFound);
    }
    QCOMPARE(asked, (QStringList{u"background"_s, u"foreground"_s, u"orphan"_s}));
}

QTEST_GUILESS_MAIN(RehearsalWritingTest)
#include "tst_RehearsalWriting.moc"
