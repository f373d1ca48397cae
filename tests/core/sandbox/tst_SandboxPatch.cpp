// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/Patch.h"
#include "core/sandbox/Types.h"

#include <QJsonDocument>
#include <QTest>

using namespace sentinel::sandbox;
using namespace Qt::StringLiterals;

namespace {

QJsonObject json(const char *text)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(text, &error);
    if (!document.isObject()) {
        qFatal("%s in %s", qPrintable(error.errorString()), text);
    }
    return document.object();
}

struct Row
{
    const char *name;
    const char *before;
    const char *patch;
    const char *after;
};

void add(const QList<Row> &rows)
{
    QTest::addColumn<QJsonObject>("before");
    QTest::addColumn<QByteArray>("patch");
    QTest::addColumn<QJsonObject>("after");
    for (const Row &row : rows) {
        QTest::newRow(row.name) << json(row.before) << QByteArray(row.patch) << json(row.after);
    }
}

/// The spec of a pod, so that rows stay short.
QJsonObject pod(const QJsonObject &spec)
{
    return {{"spec"_L1, spec}};
}

} // namespace

class PatchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mergePatches_data();
    void mergePatches();
    void jsonPatches_data();
    void jsonPatches();
    void jsonPatchesThatDoNotFitAreRefused();
    void strategicPatches_data();
    void strategicPatches();
    void anItemWithoutItsKeyIsRefused();
    void keysThatAreNotRetainedGo();
};

void PatchTest::mergePatches_data()
{
    add({{"a value is replaced", R"({"a":1,"b":2})", R"({"a":3})", R"({"a":3,"b":2})"},
         {"null removes", R"({"a":1,"b":2})", R"({"a":null})", R"({"b":2})"},
         {"objects are merged", R"({"a":{"b":1,"c":2}})", R"({"a":{"b":3,"d":4}})", R"({"a":{"b":3,"c":2,"d":4}})"},
         {"lists are replaced", R"({"a":[1,2]})", R"({"a":[3]})", R"({"a":[3]})"},
         {"an object takes the place of a value", R"({"a":1})", R"({"a":{"b":null,"c":1}})", R"({"a":{"c":1}})"}});
}

void PatchTest::mergePatches()
{
    QFETCH(QJsonObject, before);
    QFETCH(QByteArray, patch);
    QFETCH(QJsonObject, after);
    QCOMPARE(mergePatched(before, json(patch)), after);
}

void PatchTest::jsonPatches_data()
{
    add({{"add", R"({"a":1})", R"([{"op":"add","path":"/b","value":2}])", R"({"a":1,"b":2})"},
         {"append", R"({"a":[1]})", R"([{"op":"add","path":"/a/-","value":2}])", R"({"a":[1,2]})"},
         {"remove and replace", R"({"a":1,"b":2})", R"([{"op":"remove","path":"/a"},{"op":"replace","path":"/b","value":3}])",
          R"({"b":3})"},
         {"escaped slash", R"({"a":{"x/y":1}})", R"([{"op":"remove","path":"/a/x~1y"}])", R"({"a":{}})"},
         {"test that holds", R"({"a":1})", R"([{"op":"test","path":"/a","value":1},{"op":"replace","path":"/a","value":2}])",
          R"({"a":2})"}});
}

void PatchTest::jsonPatches()
{
    QFETCH(QJsonObject, before);
    QFETCH(QByteArray, patch);
    QFETCH(QJsonObject, after);
    const auto patched = jsonPatched(before, patch);
    QVERIFY(patched);
    QCOMPARE(*patched, after);
}

void PatchTest::jsonPatchesThatDoNotFitAreRefused()
{
    QCOMPARE(jsonPatched(json(R"({"a":1})"), R"([{"op":"test","path":"/a","value":2}])").error().code, 422);
    QCOMPARE(jsonPatched(json(R"({"a":1})"), R"([{"op":"remove","path":"/b"}])").error().code, 422);
    QCOMPARE(jsonPatched(json(R"({"a":1})"), R"({"a":2})").error().code, 400);
    QCOMPARE(jsonPatched(json(R"({"a":1})"), "[{").error().code, 400);
}

void PatchTest::strategicPatches_data()
{
    add({{"items are merged by their key", R"({"containers":[{"name":"a","image":"1"},{"name":"b","image":"1"}]})",
          R"({"containers":[{"name":"b","image":"2"}]})",
          R"({"containers":[{"name":"a","image":"1"},{"name":"b","image":"2"}]})"},
         {"a new item comes first", R"({"containers":[{"name":"a"}]})", R"({"containers":[{"name":"b"}]})",
          R"({"containers":[{"name":"b"},{"name":"a"}]})"},
         {"an item is deleted", R"({"containers":[{"name":"a"},{"name":"b"}]})",
          R"({"containers":[{"name":"a","$patch":"delete"}]})", R"({"containers":[{"name":"b"}]})"},
         {"a list is replaced", R"({"containers":[{"name":"a"},{"name":"b"}]})",
          R"({"containers":[{"$patch":"replace"},{"name":"c"}]})", R"({"containers":[{"name":"c"}]})"},
         {"an order is set", R"({"containers":[{"name":"a"},{"name":"b"},{"name":"c"}]})",
          R"({"$setElementOrder/containers":[{"name":"c"},{"name":"a"}],"containers":[{"name":"a","image":"x"}]})",
          R"({"containers":[{"name":"c"},{"name":"b"},{"name":"a","image":"x"}]})"},
         {"an order alone is set", R"({"containers":[{"name":"a"},{"name":"b"}]})",
          R"({"$setElementOrder/containers":[{"name":"b"},{"name":"a"}]})", R"({"containers":[{"name":"b"},{"name":"a"}]})"},
         {"a list without a strategy is replaced", R"({"containers":[{"name":"a","command":["x","y"]}]})",
          R"({"containers":[{"name":"a","command":["z"]}]})", R"({"containers":[{"name":"a","command":["z"]}]})"},
         {"an object is replaced", R"({"securityContext":{"runAsUser":1,"fsGroup":2}})",
          R"({"securityContext":{"$patch":"replace","fsGroup":3}})", R"({"securityContext":{"fsGroup":3}})"},
         {"an object is deleted", R"({"securityContext":{"runAsUser":1},"nodeName":"n"})",
          R"({"securityContext":{"$patch":"delete"}})", R"({"nodeName":"n"})"},
         {"null removes", R"({"nodeName":"n","hostname":"h"})", R"({"nodeName":null})", R"({"hostname":"h"})"},
         {"deeper items too", R"({"containers":[{"name":"a","env":[{"name":"X","value":"1"}]}]})",
          R"({"containers":[{"name":"a","env":[{"name":"Y","value":"2"},{"name":"X","$patch":"delete"}]}]})",
          R"({"containers":[{"name":"a","env":[{"name":"Y","value":"2"}]}]})"}});
}

void PatchTest::strategicPatches()
{
    QFETCH(QJsonObject, before);
    QFETCH(QByteArray, patch);
    QFETCH(QJsonObject, after);
    if (!Schema::table().isLoaded()) {
        QSKIP("this build has no schemas");
    }
    const auto patched = strategicPatched(kinds::pod(), pod(before), pod(json(patch)));
    QVERIFY(patched);
    QCOMPARE(*patched, pod(after));
}

void PatchTest::anItemWithoutItsKeyIsRefused()
{
    if (!Schema::table().isLoaded()) {
        QSKIP("this build has no schemas");
    }
    const auto patched = strategicPatched(kinds::pod(), pod(json(R"({"containers":[{"name":"a"}]})")),
                                          pod(json(R"({"containers":[{"image":"x"}]})")));
    QVERIFY(!patched);
    QVERIFY(patched.error().message.contains("does not contain declared merge key: name"_L1));
}

void PatchTest::keysThatAreNotRetainedGo()
{
    if (!Schema::table().isLoaded()) {
        QSKIP("this build has no schemas");
    }
    const auto patched = strategicPatched(
        kinds::deployment(), json(R"({"spec":{"strategy":{"type":"RollingUpdate","rollingUpdate":{"maxSurge":1}}}})"),
        json(R"({"spec":{"strategy":{"$retainKeys":["type"],"type":"Recreate"}}})"));
    QCOMPARE(*patched, json(R"({"spec":{"strategy":{"type":"Recreate"}}})"));
    // metadata.finalizers is a list of texts that is merged.
    const auto freed = strategicPatched(kinds::deployment(), json(R"({"metadata":{"finalizers":["a","b"]}})"),
                                        json(R"({"metadata":{"$deleteFromPrimitiveList/finalizers":["a"]}})"));
    QCOMPARE(*freed, json(R"({"metadata":{"finalizers":["b"]}})"));
}

QTEST_GUILESS_MAIN(PatchTest)
#include "tst_SandboxPatch.moc"
