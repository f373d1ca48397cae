// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/yaml/Patch.h"

#include "core/yaml/Read.h"

#include <QTest>

using namespace sentinel;
using namespace sentinel::yaml;
using namespace Qt::StringLiterals;

class PatchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void settingChangesOnlyWhatIsNamed_data();
    void settingChangesOnlyWhatIsNamed();
    void aValueMayBecomeOneOfAnotherKind_data();
    void aValueMayBecomeOneOfAnotherKind();
    void removingTakesTheEntryAndItsComments_data();
    void removingTakesTheEntryAndItsComments();
    void windowsLineEndingsStay();
    void aByteOrderMarkStays();
    void whatCannotBeDoneSafelyIsRefusedWithItsPlace_data();
    void whatCannotBeDoneSafelyIsRefusedWithItsPlace();
    void aTextThatCannotBeReadIsNotTouched();
    void settingWhatIsThereOrRemovingWhatIsNotChangesNothing();
};

namespace {

QStringList steps(const char *path)
{
    return QString::fromUtf8(path).split(u'/');
}

QString outcome(const Result<QByteArray> &result)
{
    return result ? QString::fromUtf8(*result) : u"%1: %2"_s.arg(result.error().where.toString(), result.error().detail);
}

constexpr auto kPlan = R"(# The plan of Example
apiVersion: console.sentinel/v1
kind: InstallPlan
metadata: {name: example}
spec:                                   # base answers
  # how much comes in
  load: {eventsPerSecond: 1200, logRetention: 90d}   # measured in May

  network:
    host: "sentinel.example.com"   # asked for
    exposure: gateway
  # tls comes later
environments:
  prod: {profile: prod}
clusters:
  # the first one
  - {name: eu-1, environment: prod}
  - name: us-1   # new
    environment: prod
)";

QByteArray replaced(QByteArray text, const char *before, const char *after)
{
    Q_ASSERT(text.count(before) == 1);
    return text.replace(before, after);
}

auto setColumns()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("path");
    QTest::addColumn<QByteArray>("value"); // as YAML
    QTest::addColumn<QByteArray>("wanted");
    return [](const char *name, const QByteArray &text, const char *path, const char *value, const QByteArray &wanted) {
        QTest::newRow(name) << text << steps(path) << QByteArray(value) << wanted;
    };
}

void checkSet()
{
    QFETCH(QByteArray, text);
    QFETCH(QStringList, path);
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, wanted);
    QCOMPARE(outcome(setValue(text, u"plan.yaml"_s, path, *read(value, u"value"_s))), QString::fromUtf8(wanted));
}

} // namespace

void PatchTest::settingChangesOnlyWhatIsNamed_data()
{
    const auto row = setColumns();
    const QByteArray plan = kPlan;
    row("value in a flow map", plan, "spec/load/eventsPerSecond", "200", replaced(plan, "1200", "200"));
    row("key added to a flow map", plan, "spec/load/peakFactor", "3", replaced(plan, "90d}", "90d, peakFactor: 3}"));
    row("text with a comma into a flow map", plan, "spec/load/logRetention", "'a, b'", replaced(plan, "90d", "\"a, b\""));
    row("value with a comment behind it keeps its quotes", plan, "spec/network/host", "x.example.com",
        replaced(plan, "sentinel.example.com", "x.example.com"));
    row("plain value", plan, "spec/network/exposure", "'no'", replaced(plan, "gateway", "\"no\""));
    row("key added to a block map", plan, "spec/network/tls", "vault", replaced(plan, "gateway\n", "gateway\n    tls: vault\n"));
    row("missing map", plan, "spec/hardware/nodeCpu", "16",
        replaced(plan, "gateway\n", "gateway\n  hardware:\n    nodeCpu: 16\n"));
    row("missing maps in a flow map", plan, "environments/prod/spec/load/share", "0.5",
        replaced(plan, "{profile: prod}", "{profile: prod, spec: {load: {share: 0.5}}}"));
    row("missing map at the root", plan, "notes/a", "b", plan + "notes:\n  a: b\n");
    row("item in flow style by its name", plan, "clusters/[eu-1]/context", "eu",
        replaced(plan, "{name: eu-1, environment: prod}", "{name: eu-1, environment: prod, context: eu}"));
    row("item in block style by its name", plan, "clusters/[us-1]/context", "us", plan + "    context: us\n");
    row("item that is missing", plan, "clusters/[ap-1]/context", "ap", plan + "  - name: ap-1\n    context: ap\n");
    row("list that is missing", "a: 1\n", "b/[x]/c", "2", "a: 1\nb:\n  - name: x\n    c: 2\n");
}

void PatchTest::settingChangesOnlyWhatIsNamed()
{
    checkSet();
}

void PatchTest::aValueMayBecomeOneOfAnotherKind_data()
{
    const auto row = setColumns();
    row("null becomes a value", "a:  # c\nb: 1\n", "a", "5", "a: 5  # c\nb: 1\n");
    row("null becomes a map", "a: # c\n# d\nb: 1\n", "a/x", "5", "a: # c\n  x: 5\n# d\nb: 1\n");
    row("written null becomes a map", "a: ~ # c\nb: 1\n", "a/x", "5", "a: # c\n  x: 5\nb: 1\n");
    row("empty map in flow style", "a: {}\n", "a/x", "5", "a: {x: 5}\n");
    row("flow map with a trailing comma", "a: {x: 1,}\n", "a/w", "2", "a: {x: 1, w: 2}\n");
    row("flow map over several lines", "a: {\n  x: 1, # c\n  y: 2  # d\n}\n", "a/y", "3", "a: {\n  x: 1, # c\n  y: 3  # d\n}\n");
    row("key without a value in a flow map", "a: {x}\n", "a/x", "3", "a: {x: 3}\n");
    row("scalar becomes a block map", "a: 1 # c\nb: 2\n", "a", "{x: 1, w: [2]}", "a: # c\n  x: 1\n  w:\n    - 2\nb: 2\n");
    row("block map becomes a scalar", "a: # c\n  x: 1\n  # d\n  y: 2 # e\nb: 2\n", "a", "1", "a: 1 # c\nb: 2\n");
    row("block list becomes another", "a:\n- 1\n- 2\nb: 2\n", "a", "[3]", "a:\n  - 3\nb: 2\n");
    row("block list becomes empty", "a:\n  - 1\nb: 2\n", "a", "[]", "a: []\nb: 2\n");
    row("flow list stays one", "a: [1, 2] # c\n", "a", "[3, x]", "a: [3, x] # c\n");
    row("value becomes a block of lines", "a: x # c\nb: 1\n", "a", "\"l\\nm\\n\"", "a: | # c\n  l\n  m\nb: 1\n");
    row("block of lines becomes a value", "a: |- # c\n  l\n  m\nb: 1\n", "a", "x", "a: x # c\nb: 1\n");
    row("block of lines becomes another", "a: |\n  l\n\n# d\nb: 1\n", "a", "\"m\\nn\"", "a: |-\n  m\n  n\n\n# d\nb: 1\n");
    row("block of lines becomes a map", "a: |\n  l\nb: 1\n", "a", "{x: 1}", "a:\n  x: 1\nb: 1\n");
    row("value over several lines", "a: x\n  y # c\nb: 1\n", "a", "z", "a: z # c\nb: 1\n");
    row("key behind a block of lines", "a:\n  t: |\n    x\nb: 1\n", "a/u", "2", "a:\n  t: |\n    x\n  u: 2\nb: 1\n");
    row("indentation by four", "a:\n    b: 1\n", "c/d/e", "1", "a:\n    b: 1\nc:\n    d:\n        e: 1\n");
    row("item of a list without indentation", "a:\n- name: x\n  y: 1\nb: 2\n", "a/[x]/z", "2",
        "a:\n- name: x\n  y: 1\n  z: 2\nb: 2\n");
    row("last line without an end", "a: 1\nb: 2", "b", "3", "a: 1\nb: 3");
    row("key behind a last line without an end", "a: 1\nb: 2", "c", "3", "a: 1\nb: 2\nc: 3\n");
    row("empty file", "", "a/b", "1", "a:\n  b: 1\n");
    row("file of comments", "# c", "a", "1", "# c\na: 1\n");
    row("whole item", "a:\n  - name: x\n    w: 1 # c\n  - name: z\n", "a/[x]", "{name: x, w: 2}",
        "a:\n  - name: x\n    w: 2 # c\n  - name: z\n");
    row("key that needs quotes", "a: 1\n", "on", "1", "a: 1\n\"on\": 1\n");
    row("before the end mark", "a: 1\n...\n", "b", "2", "a: 1\nb: 2\n...\n");
    row("anchored value that nobody uses", "a: &x 1\nb: 2\n", "a", "3", "a: &x 3\nb: 2\n");
}

void PatchTest::aValueMayBecomeOneOfAnotherKind()
{
    checkSet();
}

void PatchTest::removingTakesTheEntryAndItsComments_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("path");
    QTest::addColumn<QByteArray>("wanted");
    const auto row = [](const char *name, const QByteArray &text, const char *path, const QByteArray &wanted) {
        QTest::newRow(name) << text << steps(path) << wanted;
    };
    const QByteArray plan = kPlan;
    row("first of a flow map", plan, "spec/load/eventsPerSecond", replaced(plan, "eventsPerSecond: 1200, ", ""));
    row("last of a flow map", plan, "spec/load/logRetention", replaced(plan, ", logRetention: 90d", ""));
    row("flow map left empty", plan, "environments/prod/profile", replaced(plan, "environments:\n  prod: {profile: prod}\n", ""));
    row("block entry with its comment", plan, "spec/load",
        replaced(plan, "  # how much comes in\n  load: {eventsPerSecond: 1200, logRetention: 90d}   # measured in May\n", ""));
    row("block entry", plan, "spec/network/host", replaced(plan, "    host: \"sentinel.example.com\"   # asked for\n", ""));
    row("item with its comment", plan, "clusters/[eu-1]",
        replaced(plan, "  # the first one\n  - {name: eu-1, environment: prod}\n", ""));
    row("first entry of an item", plan, "clusters/[us-1]/name",
        replaced(plan, "name: us-1   # new\n    environment", "environment"));
    row("last entry of an item", plan, "clusters/[us-1]/environment", replaced(plan, "    environment: prod\n", ""));
    row("head of the file stays", "# licence\na: 1\nb: 2\n", "a", "# licence\nb: 2\n");
    row("comment apart by an empty line stays", "b: 1\n# c\n\na: 1\n", "a", "b: 1\n# c\n\n");
    row("comment at another column stays", "b:\n  c: 1\n  # d\na: 1\n", "a", "b:\n  c: 1\n  # d\n");
    row("maps that become empty", "x: 1\na:\n  # why\n  b:\n    c: 1\n", "a/b/c", "x: 1\n");
    row("last line without an end", "a: 1\nb: 2", "b", "a: 1\n");
    row("block of lines", "a: |\n  x\n\n  y\nb: 2\n", "a", "b: 2\n");
    row("only entry", "# c\na: 1\n", "a", "# c\n");
    row("only entry of a flow map", "{a: 1}\n", "a", "{}\n");
    row("last item of a list", "a:\n  - name: x\nb: 1\n", "a/[x]", "b: 1\n");
    row("first entry of an item with a comment below", "a:\n  - name: x\n    # why\n    y: 1\n", "a/[x]/name",
        "a:\n  -\n    # why\n    y: 1\n");
    row("null", "a:\nb: 1\n", "a", "b: 1\n");
    row("flow map over several lines", "a: {\n  x: 1,\n  y: 2\n}\n", "a/y", "a: {\n  x: 1\n}\n");
}

void PatchTest::removingTakesTheEntryAndItsComments()
{
    QFETCH(QByteArray, text);
    QFETCH(QStringList, path);
    QFETCH(QByteArray, wanted);
    QCOMPARE(outcome(removeValue(text, u"plan.yaml"_s, path)), QString::fromUtf8(wanted));
}

void PatchTest::windowsLineEndingsStay()
{
    const QByteArray text = "a: 1 # c\r\nb:\r\n  c: 2\r\n";
    QCOMPARE(outcome(setValue(text, u"f"_s, {u"a"_s}, 5)), u"a: 5 # c\r\nb:\r\n  c: 2\r\n"_s);
    QCOMPARE(outcome(setValue(text, u"f"_s, {u"b"_s, u"d"_s, u"e"_s}, u"x\ny\n"_s)),
             u"a: 1 # c\r\nb:\r\n  c: 2\r\n  d:\r\n    e: |\r\n      x\r\n      y\r\n"_s);
    QCOMPARE(outcome(removeValue(text, u"f"_s, {u"a"_s})), u"b:\r\n  c: 2\r\n"_s);
    QCOMPARE(outcome(removeValue(text.chopped(2), u"f"_s, {u"b"_s})), u"a: 1 # c\r\n"_s);
}

void PatchTest::aByteOrderMarkStays()
{
    const QByteArray text = "\xEF\xBB\xBF"
                            "a: 1\nb: 2\n";
    QCOMPARE(*setValue(text, u"f"_s, {u"a"_s}, 5),
             QByteArray("\xEF\xBB\xBF"
                        "a: 5\nb: 2\n"));
    QCOMPARE(*removeValue(text, u"f"_s, {u"a"_s}),
             QByteArray("\xEF\xBB\xBF"
                        "b: 2\n"));
}

void PatchTest::whatCannotBeDoneSafelyIsRefusedWithItsPlace_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("path");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("says");
    const auto row
        = [](const char *name, const char *text, const char *path, Error::Kind kind, const char *place, const char *says) {
              QTest::newRow(name) << QByteArray(text) << steps(path) << static_cast<int>(kind) << QString::fromLatin1(place)
                                  << QString::fromLatin1(says);
          };
    row("anchor that is used elsewhere", "a: &x 1\nb: *x\n", "a", Error::Kind::Unsupported, "f:1:7", "anchor");
    row("part of an alias", "a: &x {c: 1}\nb: *x\n", "b/c", Error::Kind::Unsupported, "f:2:4", "alias");
    row("value where a map is needed", "a: 1\n", "a/b", Error::Kind::Invalid, "f:1:4",
        "\"a\" is a single value and cannot hold \"b\"");
    row("list where a map is needed", "a: [1]\n", "a/b", Error::Kind::Invalid, "f:1:4", "is a list; name the item as [NAME]");
}

void PatchTest::whatCannotBeDoneSafelyIsRefusedWithItsPlace()
{
    QFETCH(QByteArray, text);
    QFETCH(QStringList, path);
    QFETCH(int, kind);
    QFETCH(QString, place);
    QFETCH(QString, says);
    const auto result = setValue(text, u"f"_s, path, 9);
    QVERIFY(!result);
    QCOMPARE(static_cast<int>(result.error().kind), kind);
    QVERIFY2(result.error().detail.contains(says), qPrintable(outcome(result)));
    QCOMPARE(result.error().where.toString(), place);
}

void PatchTest::aTextThatCannotBeReadIsNotTouched()
{
    const auto result = setValue("a: 1\na: 2\n", u"f"_s, {u"a"_s}, 5);
    QVERIFY(!result);
    QCOMPARE(result.error().where.toString(), u"f:2:1"_s);
}

void PatchTest::settingWhatIsThereOrRemovingWhatIsNotChangesNothing()
{
    const QByteArray text = "a:   'x'   # c\nb: [1,2]\n";
    QCOMPARE(*setValue(text, u"f"_s, {u"a"_s}, u"x"_s), text);
    QCOMPARE(*setValue(text, u"f"_s, {u"b"_s}, Value::list(QList<Value>{1, 2})), text);
    QCOMPARE(*removeValue(text, u"f"_s, {u"c"_s, u"d"_s}), text);
    QCOMPARE(*removeValue(text, u"f"_s, {u"a"_s, u"d"_s}), text);
}

QTEST_APPLESS_MAIN(PatchTest)
#include "tst_Patch.moc"
