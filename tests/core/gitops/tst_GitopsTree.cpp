// SPDX-License-Identifier: GPL-3.0-or-later
// What an Application brings and what controllers made of it; the order in which a sync goes; what a history entry changed.
#include "core/gitops/History.h"
#include "core/gitops/ResourceTree.h"
#include "core/gitops/Timeline.h"

#include <QTest>

using namespace sentinel;
using namespace sentinel::gitops;
using namespace Qt::StringLiterals;

namespace {

kube::Object live(const QString &version, const QString &kind, const QString &name, const QString &owner = {},
                  const QJsonObject &annotations = {})
{
    QJsonObject metadata{
        {u"name"_s, name}, {u"namespace"_s, u"shop"_s}, {u"uid"_s, u"uid-"_s + name}, {u"annotations"_s, annotations}};
    if (!owner.isEmpty()) {
        metadata.insert(u"ownerReferences"_s, QJsonArray{QJsonObject{{u"uid"_s, u"uid-"_s + owner}, {u"controller"_s, true}}});
    }
    return {{u"apiVersion"_s, version}, {u"kind"_s, kind}, {u"metadata"_s, metadata}};
}

Application application()
{
    Application one;
    one.name = u"web"_s;
    one.resources = {{.group = u"apps"_s,
                      .version = u"v1"_s,
                      .kind = u"Deployment"_s,
                      .ns = u"shop"_s,
                      .name = u"web"_s,
                      .sync = u"Synced"_s,
                      .wave = 2},
                     {.version = u"v1"_s,
                      .kind = u"Service"_s,
                      .ns = u"shop"_s,
                      .name = u"gone"_s,
                      .sync = u"OutOfSync"_s,
                      .health = u"Missing"_s}};
    return one;
}

QStringList lines(const ResourceTree &tree)
{
    QStringList all;
    for (const TreeNode &node : tree.nodes) {
        all.append(QString(node.depth, u'-') + node.kind + u'/' + node.name + (node.isHook ? u"*"_s : QString()));
    }
    return all;
}

} // namespace

class GitopsTreeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatControllersMadeStandsBelow();
    void ownersInACircleEnd();
    void healthIsJudgedWhereArgoKeepsItElsewhere();
    void aHookIsPartOfTheTree();
    void wavesStandInTheirOrder();
    void changedSettingsMaskSecrets();
};

void GitopsTreeTest::whatControllersMadeStandsBelow()
{
    // In any order: children before their owners too.
    const QList<kube::Object> objects{
        live(u"v1"_s, u"Pod"_s, u"web-1-b"_s, u"web-1"_s), live(u"v1"_s, u"Pod"_s, u"web-1-a"_s, u"web-1"_s),
        live(u"apps/v1"_s, u"ReplicaSet"_s, u"web-1"_s, u"web"_s), live(u"apps/v1"_s, u"Deployment"_s, u"web"_s),
        live(u"v1"_s, u"Pod"_s, u"somebody-elses"_s)};
    const ResourceTree tree = buildTree(application(), objects, {}, u"web"_s);
    QCOMPARE(
        lines(tree),
        (QStringList{u"Deployment/web"_s, u"-ReplicaSet/web-1"_s, u"--Pod/web-1-a"_s, u"--Pod/web-1-b"_s, u"Service/gone"_s}));
    QCOMPARE(tree.nodes[1].parent, 0);
    QCOMPARE(tree.nodes[3].parent, 1);
    QCOMPARE(tree.nodes[1].children, 2);
    QVERIFY(tree.nodes[4].isMissing);
}

void GitopsTreeTest::ownersInACircleEnd()
{
    kube::Object deployment = live(u"apps/v1"_s, u"Deployment"_s, u"web"_s, u"web-1"_s);
    const ResourceTree tree
        = buildTree(application(), {deployment, live(u"apps/v1"_s, u"ReplicaSet"_s, u"web-1"_s, u"web"_s)}, {}, u"web"_s);
    QVERIFY(tree.nodes.size() < 30);
}

void GitopsTreeTest::healthIsJudgedWhereArgoKeepsItElsewhere()
{
    const JudgeHealth judge = [](const kube::Object &object) {
        return TreeHealth{.status = object[u"kind"].toString() == u"Deployment" ? u"Degraded"_s : u"Healthy"_s,
                          .message = u"judged"_s};
    };
    Application one = application();
    const QList<kube::Object> objects{live(u"apps/v1"_s, u"Deployment"_s, u"web"_s)};
    QCOMPARE(buildTree(one, objects, judge, u"web"_s).nodes[0].health.status, u"Degraded"_s);
    one.resources[0].health = u"Healthy"_s; // said by Argo CD: that counts
    QCOMPARE(buildTree(one, objects, judge, u"web"_s).nodes[0].health.status, u"Healthy"_s);
}

void GitopsTreeTest::aHookIsPartOfTheTree()
{
    const QString id = u"argocd.argoproj.io/tracking-id"_s;
    const QList<kube::Object> objects{live(u"batch/v1"_s, u"Job"_s, u"migrate"_s, {},
                                           {{u"argocd.argoproj.io/hook"_s, u"PreSync"_s}, {id, u"web:batch/Job:shop/migrate"_s}}),
                                      live(u"batch/v1"_s, u"Job"_s, u"copied"_s, {}, {{id, u"web:batch/Job:shop/migrate"_s}}),
                                      live(u"v1"_s, u"Pod"_s, u"migrate-1"_s, u"migrate"_s)};
    QCOMPARE(lines(buildTree(application(), objects, {}, u"web"_s)),
             (QStringList{u"Deployment/web"_s, u"Service/gone"_s, u"Job/migrate*"_s, u"-Pod/migrate-1"_s}));
}

void GitopsTreeTest::wavesStandInTheirOrder()
{
    Application one = application();
    one.operation.phase = u"Running"_s;
    one.operation.resources
        = {{.group = u"apps"_s,
            .kind = u"Deployment"_s,
            .ns = u"shop"_s,
            .name = u"web"_s,
            .status = u"Synced"_s,
            .hookPhase = u"Running"_s,
            .syncPhase = u"Sync"_s},
           {.kind = u"Service"_s, .ns = u"shop"_s, .name = u"gone"_s, .status = u"Synced"_s, .syncPhase = u"Sync"_s},
           {.group = u"batch"_s,
            .kind = u"Job"_s,
            .ns = u"shop"_s,
            .name = u"tell"_s,
            .hookType = u"PostSync"_s,
            .syncPhase = u"PostSync"_s},
           {.group = u"batch"_s,
            .kind = u"Job"_s,
            .ns = u"shop"_s,
            .name = u"migrate"_s,
            .status = u"Synced"_s,
            .hookType = u"PreSync"_s,
            .hookPhase = u"Succeeded"_s,
            .syncPhase = u"PreSync"_s}};
    QStringList stages;
    QList<StageState> states;
    for (const TimelineWave &wave : timelineOf(one)) {
        stages.append(u"%1 %2"_s.arg(wave.phase).arg(wave.wave));
        states.append(wave.state);
    }
    QCOMPARE(stages, (QStringList{u"PreSync 0"_s, u"Sync 0"_s, u"Sync 2"_s, u"PostSync 0"_s}));
    QCOMPARE(states, (QList{StageState::Done, StageState::Done, StageState::Running, StageState::Waiting}));
}

void GitopsTreeTest::changedSettingsMaskSecrets()
{
    const auto entry = [](int replicas, const QString &password) {
        const QJsonObject values{{u"replicas"_s, replicas}, {u"dbPassword"_s, password}};
        return HistoryEntry{.source = {{u"path"_s, u"web"_s}, {u"helm"_s, QJsonObject{{u"valuesObject"_s, values}}}}};
    };
    const QStringList changed = changedSettings(entry(1, u"hunter-1"_s), entry(2, u"hunter-2"_s));
    QCOMPARE(changed,
             (QStringList{u".helm.valuesObject.dbPassword: •••••• → ••••••"_s, u".helm.valuesObject.replicas: 1 → 2"_s}));
}

QTEST_GUILESS_MAIN(GitopsTreeTest)
#include "tst_GitopsTree.moc"
