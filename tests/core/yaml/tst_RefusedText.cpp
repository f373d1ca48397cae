// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/yaml/Read.h"

#include <QTest>

using namespace sentinel;
using namespace sentinel::yaml;
using namespace Qt::StringLiterals;

class RefusedTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrittenWrongIsRefusedWithPlaceAndRemedy_data();
    void whatIsWrittenWrongIsRefusedWithPlaceAndRemedy();
    void bytesThatAreNoTextAreRefused_data();
    void bytesThatAreNoTextAreRefused();
    void anAliasBombIsRefusedBeforeItCosts();
    void nestingDeeperThanTheLimitIsRefused_data();
    void nestingDeeperThanTheLimitIsRefused();
    void aFileLargerThanTheLimitIsRefused();
    void aFlowOfMillionsOfItemsIsRefusedBeforeItIsParsed();
};

namespace {

struct Wrong
{
    const char *name;
    const char *text;
    const char *place;
    const char *says;
};

constexpr Wrong kWrong[] = {
    {"duplicate key", "a: 1\nb: 2\na: 3\n", "3:1", "already in line 1"},
    {"duplicate key in other quotes", "a: 1\n\"a\": 3\n", "2:1", "already in line 1"},
    {"duplicate key in flow", "x: {a: 1, a: 2}\n", "1:11", "already in line 1"},
    {"double quote never closed", "a: \"x\nb: 1\n", "1:4", "never closed; put a \""},
    {"single quote never closed", "b: 1\na: 'x", "2:4", "never closed; put a '"},
    {"quote never closed before a comment", "a: 'x # it's\nb: 'y\n", "1:12", "behind a closing quote"},
    {"quote that swallows lines", "a: \"x\nb: \"y\"\n", "1:4", "closed only in line 2"},
    {"bracket never closed", "a: [1, 2\n", "1:4", "The [ opened here is never closed"},
    {"brace never closed at the root", "{a: b\n", "1:1", "The { opened here is never closed"},
    {"bracket closed by the wrong one", "a: [1, 2}\n", "1:9", "does not continue the [ opened in line 1"},
    {"tab before the first key", "\ta: 1\n", "1:1", "tab"},
    {"tab as indentation", "a:\n  b: 1\n\tc: 2\n", "3:1", "tab"},
    {"tab behind spaces", "a:\n  \tb: 1\n", "2:3", "tab"},
    {"tab behind a dash", "-\ta: 1\n", "1:2", "tab"},
    {"key that is a number", "8080: x\n", "1:1", "write it as \"8080\""},
    {"key that is a boolean", "true: x\n", "1:1", "write it as \"true\""},
    {"key that is null", "null: x\n", "1:1", "put it in quotes"},
    {"no key", ": x\n", "1:1", "no key before"},
    {"key that is a list", "? [a]\n: b\n", "1:3", "not a list or a map"},
    {"key that is an alias", "a: &k b\n*k : c\n", "2:1", "cannot be a key"},
    {"template", "a: {{ .Values.x }}\n", "1:5", "template"},
    {"merge key", "a: &x {b: 1}\nc:\n  <<: *x\n", "3:3", "Merge keys"},
    {"unknown tag", "a: !vault x\n", "1:11", "!vault"},
    {"binary tag", "a: !!binary eA==\n", "1:13", "binary"},
    {"tag that does not fit", "a: !!int x\n", "1:10", "int"},
    {"unknown alias", "a: *x\n", "1:4", "No anchor of this name"},
    {"alias inside of its own anchor", "a: &x [*x]\n", "1:8", "has no end"},
    {"second document", "a: 1\n---\nb: 2\n", "2:1", "second document"},
    {"text behind the document", "{a: 1} b\n", "1:8", "complete before this text"},
    {"list and map at one level", "- a\nb: c\n", "2:1", "complete before this text"},
    {"text behind the end mark", "a: 1\n...\nb\n", "3:1", "complete before this text"},
    {"second colon", "a: b: c\n", "1:5", "second \":\""},
    {"key indented below a value", "a: 1\n b: 2\n", "2:2", "indent it like the keys around it"},
    {"colon without a space", "a: 1\nb:2\nc: 3\n", "3:1", "the line above has its own"},
    {"indented less than its neighbours", "a:\n  b: 1\n c: 2\n", "3:2", "check its indentation"},
    {"text behind a quote", "a: \"b\" c\n", "1:8", "behind a closing quote"},
    {"comment glued to a quote", "a: \"b\"#c\n", "1:7", "needs a space before its \"#\""},
    {"comment glued to a bracket", "a: [b]#c\n", "1:7", "needs a space before its \"#\""},
    {"nothing between commas", "a: [b, , c]\n", "1:8", "nothing before this comma"},
    {"nothing between commas of a map", "a: {b: 1, , c: 2}\n", "1:11", "nothing before this comma"},
    {"reserved character", "a: @b\n", "1:4", "cannot begin with @"},
    {"stray bracket", "a: ]\n", "1:4", "closes nothing"},
    {"list entry behind a key", "a: - b\n", "1:4", "line of its own"},
    {"unknown escape", "a: \"\\d\"\n", "1:5", "single quotes"},
    {"escape of half a character", "a: \"\\ud83d\\ude00\"\n", "1:5", "\\U with eight digits"},
    {"text behind a block mark", "a: |x\n  y\n", "1:5", "next line"},
    {"old YAML version", "%YAML 1.1\n---\na: 1\n", "1:1", "Directives"},
    {"tag directive", "%TAG ! tag:x,2000:\n---\na: 1\n", "1:1", "Directives"},
};

QString problem(const Result<Value> &result)
{
    return result ? u"accepted"_s : u"%1: %2"_s.arg(result.error().where.toString(), result.error().detail);
}

} // namespace

void RefusedTextTest::whatIsWrittenWrongIsRefusedWithPlaceAndRemedy_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("says");
    for (const Wrong &wrong : kWrong) {
        QTest::newRow(wrong.name) << QByteArray(wrong.text) << QString::fromLatin1(wrong.place) << QString::fromUtf8(wrong.says);
    }
}

void RefusedTextTest::whatIsWrittenWrongIsRefusedWithPlaceAndRemedy()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, place);
    QFETCH(QString, says);
    const auto result = read(text, u"plan.yaml"_s);
    QVERIFY(!result);
    QCOMPARE(result.error().kind, Error::Kind::Invalid);
    QVERIFY2(result.error().detail.contains(says), qPrintable(problem(result)));
    QCOMPARE(result.error().where.toString(), u"plan.yaml:"_s + place);
}

void RefusedTextTest::bytesThatAreNoTextAreRefused_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("says");
    QTest::newRow("latin 1") << QByteArray("a: caf\xE9\n") << u"1:7"_s << u"Byte 7 of the file (0xE9) is not UTF-8"_s;
    QTest::newRow("too long a form") << QByteArray("a: \xC0\xAF\n") << u"1:4"_s << u"Byte 4"_s;
    QTest::newRow("surrogate") << QByteArray("a: \xED\xA0\x80\n") << u"1:4"_s << u"Byte 4"_s;
    QTest::newRow("cut off") << QByteArray("a: \xE2\x82") << u"1:4"_s << u"Byte 4"_s;
    QTest::newRow("beyond Unicode") << QByteArray("a: \xF4\x90\x80\x80\n") << u"1:4"_s << u"Byte 4"_s;
    QTest::newRow("UTF-16") << QByteArray("a\0:\0 \0b\0", 8) << u"1:2"_s << u"UTF-16"_s;
    QTest::newRow("UTF-16 with its mark") << QByteArray("\xFF\xFE"
                                                        "a\0",
                                                        4)
                                          << u"1:1"_s << u"Byte 1"_s;
    QTest::newRow("the character yaml-cpp takes for the end") << QByteArray("a: 1\nb: \x04\nc: 2\n") << u"2:4"_s << u"U+0004"_s;
    QTest::newRow("bell") << QByteArray("a: 1\nb: \"é\x07\"\n") << u"2:6"_s << u"U+0007"_s;
    QTest::newRow("delete") << QByteArray("a: \x7F\n") << u"1:4"_s << u"U+007F"_s;
    QTest::newRow("second byte order mark") << QByteArray("a: \xEF\xBB\xBF\n") << u"1:4"_s << u"U+FEFF"_s;
    QTest::newRow("carriage return alone") << QByteArray("a: 1\rb: 2\r") << u"1:5"_s << u"line endings"_s;
}

void RefusedTextTest::bytesThatAreNoTextAreRefused()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, place);
    QFETCH(QString, says);
    const auto result = read(text, u"plan.yaml"_s);
    QVERIFY(!result);
    QVERIFY2(result.error().detail.contains(says), qPrintable(problem(result)));
    QCOMPARE(result.error().where.toString(), u"plan.yaml:"_s + place);
}

void RefusedTextTest::anAliasBombIsRefusedBeforeItCosts()
{
    QByteArray text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
    for (int i = 1; i < 12; ++i) {
        const QByteArray before = "*a" + QByteArray::number(i - 1);
        text += "a" + QByteArray::number(i) + ": &a" + QByteArray::number(i) + " [" + QByteArrayList(10, before).join(", ")
            + "]\n";
    }
    const auto result = read(text, u"f"_s);
    QVERIFY(!result);
    QVERIFY2(result.error().detail.contains(u"200000"), qPrintable(problem(result)));
    QCOMPARE(result.error().where.line, 6);
}

void RefusedTextTest::nestingDeeperThanTheLimitIsRefused_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("flow lists") << QByteArray(100'000, '[');
    QTest::newRow("flow maps") << QByteArray("{a: ").repeated(5'000);
    QTest::newRow("block lists") << QByteArray("- ").repeated(5'000);
    QTest::newRow("explicit keys") << QByteArray("? ").repeated(5'000);
    QByteArray block;
    for (int i = 0; i < 65; ++i) {
        block += QByteArray(i, ' ') + "a:\n";
    }
    QTest::newRow("block maps, one too many") << block;
    QByteArray aliases = "a0: &a0 [1]\n";
    for (int i = 1; i < 70; ++i) {
        const QByteArray n = QByteArray::number(i);
        aliases += "a" + n + ": &a" + n + " [*a" + QByteArray::number(i - 1) + "]\n";
    }
    QTest::newRow("aliases of aliases") << aliases;
}

void RefusedTextTest::nestingDeeperThanTheLimitIsRefused()
{
    QFETCH(QByteArray, text);
    const auto result = read(text, u"f"_s);
    QVERIFY(!result);
    const bool named = result.error().detail.contains(u"64") || result.error().detail.contains(u"not a list or a map")
        || result.error().detail.contains(u"never closed");
    QVERIFY2(named, qPrintable(problem(result)));
}

void RefusedTextTest::aFileLargerThanTheLimitIsRefused()
{
    const auto result = read("a: 12345\n", u"f"_s, Limits{.bytes = 8});
    QVERIFY(!result);
    QVERIFY2(result.error().detail.contains(u"9 bytes") && result.error().detail.contains(u"8"), qPrintable(problem(result)));
    QVERIFY(read("a: 12345\n", u"f"_s, Limits{.bytes = 9}));
    QVERIFY(!read("[1, 2, 3]\n", u"f"_s, Limits{.nodes = 3}));
    QVERIFY(read("[1, 2, 3]\n", u"f"_s, Limits{.nodes = 4}));
}

void RefusedTextTest::aFlowOfMillionsOfItemsIsRefusedBeforeItIsParsed()
{
    const auto result = read('[' + QByteArray("1,").repeated(1'000'000) + ']', u"f"_s);
    QVERIFY(!result);
    QVERIFY2(result.error().detail.contains(u"brackets and commas"), qPrintable(problem(result)));
}

QTEST_APPLESS_MAIN(RefusedTextTest)
#include "tst_RefusedText.moc"
