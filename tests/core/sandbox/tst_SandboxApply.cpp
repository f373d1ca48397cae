// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/Apply.h"
#include "core/sandbox/FieldSet.h"
#include "core/sandbox/Types.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace sentinel::sandbox;
using namespace Qt::StringLiterals;

namespace {

QJsonObject json(const QByteArray &text)
{
    const QJsonDocument document = QJsonDocument::fromJson(text);
    if (!document.isObject()) {
        qFatal("no object: %s", text.constData());
    }
    return document.object();
}

/// A Deployment named x with this spec.
QJsonObject deployment(const QByteArray &spec)
{
    return json(R"({"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"x","namespace":"a"},"spec":)" + spec + "}");
}

Writer writer(const QString &manager, bool force = false)
{
    return {.manager = manager, .time = u"2026-11-26T12:00:00Z"_s, .force = force};
}

QJsonObject apply(const QJsonObject &before, const QByteArray &spec, const QString &manager, bool force = false)
{
    const auto applied = appliedTo(kinds::deployment(), before, deployment(spec), writer(manager, force));
    if (!applied) {
        qFatal("%s", qPrintable(applied.error().message));
    }
    return *applied;
}

QJsonObject spec(const QJsonObject &object)
{
    return object.value("spec"_L1).toObject();
}

/// What one manager owns.
QJsonObject owned(const QJsonObject &object, const QString &manager, const QString &operation = u"Apply"_s)
{
    for (const auto &entry : object.value("metadata"_L1)["managedFields"_L1].toArray()) {
        if (entry["manager"_L1].toString() == manager && entry["operation"_L1].toString() == operation) {
            return entry["fieldsV1"_L1].toObject();
        }
    }
    return {};
}

} // namespace

class ApplyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!Schema::table().isLoaded()) {
            QSKIP("this build has no schemas");
        }
    }
    void fieldsAreWrittenAsKubernetesWritesThem();
    void setsOfFieldsAddAndTakeAway();
    void whatIsAppliedIsOwned();
    void applyingTheSameAgainChangesNothing();
    void aFieldThatIsNoLongerAppliedGoes();
    void aFieldSomebodyElseAppliesTooStays();
    void anItemThatIsNoLongerAppliedGoesAndOthersStay();
    void whatSomebodyElseSetIsAConflict();
    void severalConflictsAreListed();
    void forceTakesFieldsOver();
    void theSameValueIsSharedWithoutConflict();
    void anUpdateTakesTheFieldsItChanges();
    void anUpdateThatRemovesAFieldTakesItFromItsOwners();
    void theStatusSubresourceOwnsStatusOnly();
    void anObjectNobodyTrackedBelongsToWhoWasBefore();
    void managedFieldsCanBeReset();
};

void ApplyTest::fieldsAreWrittenAsKubernetesWritesThem()
{
    const QJsonObject object = deployment(
        R"({"replicas":2,"selector":{"matchLabels":{"a":"b"}},"template":{"metadata":{"labels":{"a":"b"}},"spec":{"containers":[{"name":"c","ports":[{"containerPort":80}],"command":["x"]}]}}})");
    const QJsonObject fields
        = FieldSet::of(Schema::table().kind(kinds::deployment()), object).toV1().value("f:spec"_L1).toObject();
    QCOMPARE(
        fields,
        json(R"json({"f:replicas":{},"f:selector":{},"f:template":{"f:metadata":{"f:labels":{"f:a":{}}},"f:spec":{"f:containers":
        {"k:{\"name\":\"c\"}":{".":{},"f:name":{},"f:command":{},"f:ports":{"k:{\"containerPort\":80,\"protocol\":\"TCP\"}":{".":{},"f:containerPort":{}}}}}}}})json"));
    QCOMPARE(FieldSet::fromV1(fields).toV1(), fields);
}

void ApplyTest::setsOfFieldsAddAndTakeAway()
{
    const FieldSet a = FieldSet::fromV1(json(R"({"f:a":{"f:x":{},"f:y":{}},"f:b":{}})"));
    const FieldSet b = FieldSet::fromV1(json(R"({"f:a":{"f:y":{},"f:z":{}}})"));
    QCOMPARE(a.united(b).paths(), QStringList({u".a.x"_s, u".a.y"_s, u".a.z"_s, u".b"_s}));
    QCOMPARE(a.without(b).paths(), QStringList({u".a.x"_s, u".b"_s}));
    QCOMPARE(a.common(b).paths(), QStringList({u".a.y"_s}));
    QVERIFY(a.without(a).isEmpty());
    QCOMPARE(a.united(a), a);
}

void ApplyTest::whatIsAppliedIsOwned()
{
    const QJsonObject object = apply({}, R"({"replicas":2})", u"me"_s);
    QCOMPARE(spec(object), json(R"({"replicas":2})"));
    QCOMPARE(owned(object, u"me"_s), json(R"({"f:spec":{"f:replicas":{}}})"));
}

void ApplyTest::applyingTheSameAgainChangesNothing()
{
    const QJsonObject object = apply({}, R"({"replicas":2,"paused":true})", u"me"_s);
    const auto again = appliedTo(kinds::deployment(), object, deployment(R"({"replicas":2,"paused":true})"),
                                 {.manager = u"me"_s, .time = u"2027-01-01T00:00:00Z"_s});
    QCOMPARE(*again, object);
}

void ApplyTest::aFieldThatIsNoLongerAppliedGoes()
{
    QJsonObject object = apply({}, R"({"replicas":2,"paused":true})", u"me"_s);
    object = apply(object, R"({"replicas":2})", u"me"_s);
    QCOMPARE(spec(object), json(R"({"replicas":2})"));
}

void ApplyTest::aFieldSomebodyElseAppliesTooStays()
{
    QJsonObject object = apply({}, R"({"replicas":2,"paused":true})", u"me"_s);
    object = apply(object, R"({"paused":true})", u"you"_s);
    object = apply(object, R"({"replicas":2})", u"me"_s);
    QCOMPARE(spec(object), json(R"({"replicas":2,"paused":true})"));
    object = apply(object, R"({})", u"you"_s);
    QCOMPARE(spec(object), json(R"({"replicas":2})"));
}

void ApplyTest::anItemThatIsNoLongerAppliedGoesAndOthersStay()
{
    const QByteArray both = R"({"template":{"spec":{"containers":[{"name":"a","image":"1"},{"name":"b","image":"1"}]}}})";
    const QByteArray one = R"({"template":{"spec":{"containers":[{"name":"a","image":"1"}]}}})";
    const QByteArray side = R"({"template":{"spec":{"containers":[{"name":"side","image":"s"}]}}})";
    QJsonObject object = apply({}, both, u"me"_s);
    object = apply(object, side, u"you"_s);
    object = apply(object, one, u"me"_s);
    QCOMPARE(spec(object),
             json(R"({"template":{"spec":{"containers":[{"name":"a","image":"1"},{"name":"side","image":"s"}]}}})"));
}

void ApplyTest::whatSomebodyElseSetIsAConflict()
{
    const QJsonObject object = apply({}, R"({"replicas":2})", u"me"_s);
    const auto refused = appliedTo(kinds::deployment(), object, deployment(R"({"replicas":3})"), writer(u"you"_s));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, 409);
    QCOMPARE(refused.error().reason, u"Conflict"_s);
    QCOMPARE(refused.error().message, u"Apply failed with 1 conflict: conflict with \"me\": .spec.replicas"_s);
    QCOMPARE(refused.error().causes.size(), 1);
    QCOMPARE(refused.error().causes.constFirst().reason, u"FieldManagerConflict"_s);
    QCOMPARE(refused.error().causes.constFirst().field, u".spec.replicas"_s);
}

void ApplyTest::severalConflictsAreListed()
{
    QJsonObject before = deployment(R"({"replicas":2,"template":{"spec":{"containers":[{"name":"a","image":"1"}]}}})");
    before = withUpdateTracked(kinds::deployment(), {}, before, writer(u"editor"_s));
    const auto refused = appliedTo(kinds::deployment(), before,
                                   deployment(R"({"replicas":3,"template":{"spec":{"containers":[{"name":"a","image":"2"}]}}})"),
                                   writer(u"me"_s));
    QVERIFY(!refused);
    QCOMPARE(
        refused.error().message,
        u"Apply failed with 2 conflicts: conflicts with \"editor\" using apps/v1 at 2026-11-26T12:00:00Z:\n- .spec.replicas\n"
        "- .spec.template.spec.containers[name=\"a\"].image"_s);
}

void ApplyTest::forceTakesFieldsOver()
{
    QJsonObject object = apply({}, R"({"replicas":2,"paused":true})", u"me"_s);
    object = apply(object, R"({"replicas":3})", u"you"_s, true);
    QCOMPARE(spec(object), json(R"({"replicas":3,"paused":true})"));
    QCOMPARE(owned(object, u"me"_s), json(R"({"f:spec":{"f:paused":{}}})"));
    QCOMPARE(owned(object, u"you"_s), json(R"({"f:spec":{"f:replicas":{}}})"));
}

void ApplyTest::theSameValueIsSharedWithoutConflict()
{
    QJsonObject object = apply({}, R"({"replicas":2})", u"me"_s);
    object = apply(object, R"({"replicas":2})", u"you"_s);
    QCOMPARE(owned(object, u"me"_s), owned(object, u"you"_s));
}

void ApplyTest::anUpdateTakesTheFieldsItChanges()
{
    const QJsonObject object = apply({}, R"({"replicas":2,"paused":true})", u"me"_s);
    QJsonObject changed = object;
    changed.insert("spec"_L1, json(R"({"replicas":5,"paused":true})"));
    changed = withUpdateTracked(kinds::deployment(), object, changed, writer(u"kubectl-edit"_s));
    QCOMPARE(owned(changed, u"me"_s), json(R"({"f:spec":{"f:paused":{}}})"));
    QCOMPARE(owned(changed, u"kubectl-edit"_s, u"Update"_s), json(R"({"f:spec":{"f:replicas":{}}})"));
}

void ApplyTest::anUpdateThatRemovesAFieldTakesItFromItsOwners()
{
    const QJsonObject object = apply({}, R"({"replicas":2,"paused":true})", u"me"_s);
    QJsonObject changed = object;
    changed.insert("spec"_L1, json(R"({"replicas":2})"));
    changed = withUpdateTracked(kinds::deployment(), object, changed, writer(u"kubectl-edit"_s));
    QCOMPARE(owned(changed, u"me"_s), json(R"({"f:spec":{"f:replicas":{}}})"));
    QVERIFY(owned(changed, u"kubectl-edit"_s, u"Update"_s).isEmpty());
}

void ApplyTest::theStatusSubresourceOwnsStatusOnly()
{
    const QJsonObject object = apply({}, R"({"replicas":2})", u"me"_s);
    QJsonObject changed = object;
    changed.insert("status"_L1, json(R"({"replicas":2})"));
    Writer by = writer(u"controller"_s);
    by.subresource = u"status"_s;
    changed = withUpdateTracked(kinds::deployment(), object, changed, by);
    QCOMPARE(owned(changed, u"controller"_s, u"Update"_s), json(R"({"f:status":{"f:replicas":{}}})"));
    QCOMPARE(owned(changed, u"me"_s), owned(object, u"me"_s));
}

void ApplyTest::anObjectNobodyTrackedBelongsToWhoWasBefore()
{
    const auto refused
        = appliedTo(kinds::deployment(), deployment(R"({"replicas":2})"), deployment(R"({"replicas":3})"), writer(u"me"_s));
    QVERIFY(!refused);
    QVERIFY(refused.error().message.contains("\"before-first-apply\" using apps/v1"_L1));
}

void ApplyTest::managedFieldsCanBeReset()
{
    QJsonObject object = apply({}, R"({"replicas":2})", u"me"_s);
    QJsonObject reset = object;
    QJsonObject metadata = reset.value("metadata"_L1).toObject();
    metadata.insert("managedFields"_L1, QJsonArray{QJsonObject()});
    reset.insert("metadata"_L1, metadata);
    reset = withUpdateTracked(kinds::deployment(), object, reset, writer(u"kubectl"_s));
    QVERIFY(!reset.value("metadata"_L1).toObject().contains("managedFields"_L1));
}

QTEST_GUILESS_MAIN(ApplyTest)
#include "tst_SandboxApply.moc"
