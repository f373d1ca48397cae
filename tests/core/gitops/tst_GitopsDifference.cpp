// SPDX-License-Identifier: GPL-3.0-or-later
// What differs, who owns it, and what ignore rules leave out.
#include "core/gitops/CompareApplication.h"
#include "core/gitops/Predict.h"

#include <QJsonDocument>
#include <QTest>

using namespace sentinel;
using namespace sentinel::gitops;
using namespace Qt::StringLiterals;

namespace {

/// "~" stands for a quote within a text of JSON.
QJsonObject json(const char *text)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(QByteArray(text).replace('~', "\\\""), &error);
    if (document.isNull()) {
        qFatal("%s", qPrintable(error.errorString()));
    }
    return document.object();
}

QJsonObject deployment(int replicas, const char *image)
{
    QJsonObject object = json(R"({"apiVersion": "apps/v1", "kind": "Deployment",
        "metadata": {"name": "web", "namespace": "shop", "managedFields": [
          {"manager": "argocd-controller", "operation": "Apply", "time": "2026-01-01T00:00:00Z",
           "fieldsV1": {"f:spec": {"f:template": {"f:spec": {"f:containers": {"k:{~name~:~web~}": {".": {}, "f:image": {}}}}}}}},
          {"manager": "kube-controller-manager", "subresource": "scale", "operation": "Update", "time": "2026-01-02T00:00:00Z",
           "fieldsV1": {"f:spec": {"f:replicas": {}}}}]},
        "spec": {"template": {"spec": {"containers": [{"name": "side", "image": "s:1"}, {"name": "web"}]}}},
        "status": {"replicas": 9}})");
    QJsonObject spec = object[u"spec"].toObject();
    spec.insert(u"replicas"_s, replicas);
    const QJsonArray containers{QJsonObject{{u"name"_s, u"side"_s}, {u"image"_s, u"s:1"_s}},
                                QJsonObject{{u"name"_s, u"web"_s}, {u"image"_s, QString::fromUtf8(image)}}};
    spec.insert(u"template"_s, QJsonObject{{u"spec"_s, QJsonObject{{u"containers"_s, containers}}}});
    object.insert(u"spec"_s, spec);
    return object;
}

QStringList pathsOf(const QList<FieldDifference> &fields)
{
    QStringList paths;
    for (const FieldDifference &field : fields) {
        paths.append(fieldText(field.path));
    }
    paths.sort();
    return paths;
}

} // namespace

class GitopsDifferenceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void membersWithNamesAreComparedByName();
    void theOwnerOfAFieldIsNamed();
    void whatTheServerWritesIsNoDifference();
    void secretsAreMaskedAndStillDiffer();
    void ignoreRulesLeaveFieldsOut_data();
    void ignoreRulesLeaveFieldsOut();
    void aRuleBeyondUsIsSaid();
    void theInstallationHasRulesToo();
    void theOfferedRuleHidesTheDifference();
    void whatAnEarlierApplySetIsTakenBack();
    void theMarkOfOlderArgoIsNoDifference();
    void pathsOfJqAreRead_data();
    void pathsOfJqAreRead();
};

void GitopsDifferenceTest::membersWithNamesAreComparedByName()
{
    QJsonObject after = deployment(2, "w:2");
    QJsonObject spec = after[u"spec"].toObject();
    const QJsonArray reversed{QJsonObject{{u"name"_s, u"web"_s}, {u"image"_s, u"w:2"_s}}, QJsonObject{{u"name"_s, u"new"_s}},
                              QJsonObject{{u"name"_s, u"side"_s}, {u"image"_s, u"s:1"_s}}};
    spec.insert(u"template"_s, QJsonObject{{u"spec"_s, QJsonObject{{u"containers"_s, reversed}}}});
    after.insert(u"spec"_s, spec);
    QCOMPARE(pathsOf(fieldDifferences(deployment(2, "w:1"), after)),
             (QStringList{u".spec.template.spec.containers[new]"_s, u".spec.template.spec.containers[web].image"_s}));
}

void GitopsDifferenceTest::theOwnerOfAFieldIsNamed()
{
    const QList<FieldDifference> fields = fieldDifferences(deployment(5, "w:1"), deployment(2, "w:2"));
    QCOMPARE(fields.size(), 2);
    for (const FieldDifference &field : fields) {
        const bool isScale = fieldText(field.path) == u".spec.replicas";
        QCOMPARE(field.managers, QStringList{isScale ? u"kube-controller-manager (scale)"_s : u"argocd-controller"_s});
    }
}

void GitopsDifferenceTest::whatTheServerWritesIsNoDifference()
{
    QJsonObject live = deployment(2, "w:1");
    live.insert(u"status"_s, QJsonObject{{u"replicas"_s, 1}});
    QJsonObject metadata = live[u"metadata"].toObject();
    metadata.insert(u"uid"_s, u"1"_s);
    metadata.insert(u"generation"_s, 7);
    metadata.insert(u"annotations"_s, QJsonObject{{u"argocd.argoproj.io/tracking-id"_s, u"web:…"_s}});
    live.insert(u"metadata"_s, metadata);
    QJsonObject wanted = deployment(2, "w:1");
    wanted.remove(u"status"_s);
    QVERIFY(fieldDifferences(live, wanted).isEmpty());
}

void GitopsDifferenceTest::secretsAreMaskedAndStillDiffer()
{
    const QJsonObject before
        = json(R"({"apiVersion": "v1", "kind": "Secret", "metadata": {"name": "a"}, "data": {"same": "eA==", "word": "b2xk"}})");
    const QJsonObject after = json(
        R"({"apiVersion": "v1", "kind": "Secret", "metadata": {"name": "a"}, "data": {"same": "eA==", "word": "bmV3", "more": "eQ=="}})");
    const QList<FieldDifference> fields = fieldDifferences(before, after);
    QCOMPARE(pathsOf(fields), (QStringList{u".data.more"_s, u".data.word"_s}));
    for (const FieldDifference &field : fields) {
        QVERIFY(field.isHidden);
        QVERIFY(!field.before.toString().contains(u"b2xk") && !field.after.toString().contains(u"bmV3"));
        QVERIFY(field.before != field.after);
    }
}

void GitopsDifferenceTest::ignoreRulesLeaveFieldsOut_data()
{
    QTest::addColumn<QByteArray>("rule");
    QTest::addColumn<QStringList>("left");
    const QStringList image{u".spec.template.spec.containers[web].image"_s};
    const QStringList replicas{u".spec.replicas"_s};
    const QStringList both = replicas + image;
    QTest::newRow("pointer") << QByteArray(R"({"group": "apps", "kind": "Deployment", "jsonPointers": ["/spec/replicas"]})")
                             << image;
    QTest::newRow("another kind") << QByteArray(R"({"group": "apps", "kind": "StatefulSet", "jsonPointers": ["/spec/replicas"]})")
                                  << both;
    QTest::newRow("another name") << QByteArray(
        R"({"group": "apps", "kind": "Deployment", "name": "db", "jsonPointers": ["/spec/replicas"]})")
                                  << both;
    QTest::newRow("all kinds") << QByteArray(R"({"group": "*", "kind": "*", "jsonPointers": ["/spec/replicas"]})") << image;
    QTest::newRow("place in a list") << QByteArray(
        R"({"group": "apps", "kind": "Deployment", "jsonPointers": ["/spec/template/spec/containers/1/image"]})")
                                     << replicas;
    QTest::newRow("jq") << QByteArray("{\"group\": \"apps\", \"kind\": \"Deployment\", \"jqPathExpressions\": "
                                      "[\".spec.template.spec.containers[] | select(.name == \\\"web\\\") | .image\"]}")
                        << replicas;
    QTest::newRow("jq, every member") << QByteArray(
        R"({"group": "apps", "kind": "Deployment", "jqPathExpressions": [".spec.template.spec.containers[].image"]})")
                                      << replicas;
    QTest::newRow("manager") << QByteArray(
        R"({"group": "apps", "kind": "Deployment", "managedFieldsManagers": ["kube-controller-manager"]})")
                             << image;
}

void GitopsDifferenceTest::ignoreRulesLeaveFieldsOut()
{
    QFETCH(QByteArray, rule);
    QFETCH(QStringList, left);
    IgnoreRules rules;
    rules.add({json(rule.constData())});
    const IgnoreRules::Sides sides = rules.applied(deployment(5, "w:1"), deployment(2, "w:2"));
    QCOMPARE(pathsOf(fieldDifferences(sides.before, sides.after)), left);
    QVERIFY(rules.notes().isEmpty());
}

void GitopsDifferenceTest::aRuleBeyondUsIsSaid()
{
    IgnoreRules rules;
    rules.add({QJsonObject{{u"group"_s, u"apps"_s},
                           {u"kind"_s, u"Deployment"_s},
                           {u"jqPathExpressions"_s, QJsonArray{u".spec | to_entries[] | select(.key | test(\"x\"))"_s}}}});
    QCOMPARE(rules.notes().size(), 1);
    QVERIFY(rules.notes().first().contains(u"to_entries"));
}

void GitopsDifferenceTest::theInstallationHasRulesToo()
{
    IgnoreRules rules;
    rules.addInstallation(
        json(R"({"data": {"resource.customizations.ignoreDifferences.apps_Deployment": "jsonPointers:\n- /spec/replicas\n",
        "resource.customizations.ignoreDifferences.all": "managedFieldsManagers: [nobody]\n", "url": "x"}})"));
    const IgnoreRules::Sides sides = rules.applied(deployment(5, "w:1"), deployment(2, "w:1"));
    QVERIFY(fieldDifferences(sides.before, sides.after).isEmpty());
}

void GitopsDifferenceTest::theOfferedRuleHidesTheDifference()
{
    const QJsonObject before = deployment(5, "w:1");
    const QJsonObject after = deployment(2, "w:2");
    const QJsonObject rule = ignoreRule(before, fieldDifferences(before, after));
    IgnoreRules rules;
    rules.add({rule});
    const IgnoreRules::Sides sides = rules.applied(before, after);
    QVERIFY2(fieldDifferences(sides.before, sides.after).isEmpty(), QJsonDocument(rule).toJson().constData());
    QCOMPARE(rule[u"jsonPointers"].toArray(), QJsonArray{u"/spec/replicas"_s});
}

void GitopsDifferenceTest::whatAnEarlierApplySetIsTakenBack()
{
    QJsonObject live = json(
        R"({"kind": "ConfigMap", "metadata": {"name": "a", "annotations": {"kubectl.kubernetes.io/last-applied-configuration":
        "{~data~: {~a~: ~1~, ~b~: ~2~}}"}}, "data": {"a": "1", "b": "2", "theirs": "3"}})");
    const QJsonObject wanted = json(R"({"kind": "ConfigMap", "metadata": {"name": "a"}, "data": {"a": "1"}})");
    const QJsonObject after = withoutTakenBack(laidOver(live, wanted).toObject(), live, wanted);
    QCOMPARE(after[u"data"].toObject(), (QJsonObject{{u"a"_s, u"1"_s}, {u"theirs"_s, u"3"_s}}));
}

void GitopsDifferenceTest::theMarkOfOlderArgoIsNoDifference()
{
    const QJsonObject wanted = json(R"({"kind": "ConfigMap", "metadata": {"name": "a", "labels": {"app": "x"}}})");
    const QJsonObject marked = json(
        R"({"kind": "ConfigMap", "metadata": {"name": "a", "labels": {"app": "x", "app.kubernetes.io/instance": "web"}}})");
    QVERIFY(fieldDifferences(marked, markedAsLive(wanted, marked, u"web"_s)).isEmpty());
    // Somebody else's label stays a difference, and so does one where an annotation marks.
    QCOMPARE(fieldDifferences(marked, markedAsLive(wanted, marked, u"other"_s)).size(), 1);
    QJsonObject annotated = marked;
    QJsonObject metadata = annotated[u"metadata"].toObject();
    metadata.insert(u"annotations"_s, QJsonObject{{u"argocd.argoproj.io/tracking-id"_s, u"web:/ConfigMap:shop/a"_s}});
    annotated.insert(u"metadata"_s, metadata);
    QCOMPARE(fieldDifferences(annotated, markedAsLive(wanted, annotated, u"web"_s)).size(), 1);
}

void GitopsDifferenceTest::pathsOfJqAreRead_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QStringList>("steps");
    QTest::newRow("names") << u".spec.replicas"_s << QStringList{u"spec"_s, u"replicas"_s};
    QTest::newRow("quoted") << u".metadata.annotations[\"a.b/c\"]"_s << QStringList{u"metadata"_s, u"annotations"_s, u"a.b/c"_s};
    QTest::newRow("quoted too") << u".metadata.\"a.b\""_s << QStringList{u"metadata"_s, u"a.b"_s};
    QTest::newRow("members") << u".webhooks[]?.clientConfig.caBundle"_s
                             << QStringList{u"webhooks"_s, u"[]"_s, u"clientConfig"_s, u"caBundle"_s};
    QTest::newRow("one") << u".a[2]"_s << QStringList{u"a"_s, u"[2]"_s};
    QTest::newRow("more than a path") << u".a | length"_s << QStringList();
}

void GitopsDifferenceTest::pathsOfJqAreRead()
{
    QFETCH(QString, expression);
    QFETCH(QStringList, steps);
    const auto read = jqPath(expression);
    QCOMPARE(read.has_value(), !steps.isEmpty());
    if (read) {
        QCOMPARE(*read, steps);
    }
}

QTEST_GUILESS_MAIN(GitopsDifferenceTest)
#include "tst_GitopsDifference.moc"
