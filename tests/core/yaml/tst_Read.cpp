// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/yaml/Read.h"

#include <QTest>

using namespace sentinel;
using namespace sentinel::yaml;
using namespace Qt::StringLiterals;

class ReadTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPlainScalarHasTheTypeOfTheCoreSchema_data();
    void aPlainScalarHasTheTypeOfTheCoreSchema();
    void quotedTextStaysTextAndKeepsItsContent_data();
    void quotedTextStaysTextAndKeepsItsContent();
    void aBlockScalarKeepsItsLines_data();
    void aBlockScalarKeepsItsLines();
    void everyValueKnowsWhereItStands();
    void columnsCountCharactersAndNotBytes();
    void aByteOrderMarkMovesNothing();
    void windowsLineEndingsReadTheSame();
    void whatIsWrittenWrongIsRefusedWithPlaceAndRemedy_data();
    void whatIsWrittenWrongIsRefusedWithPlaceAndRemedy();
    void bytesThatAreNoTextAreRefused_data();
    void bytesThatAreNoTextAreRefused();
    void aliasesAreResolvedToWhatTheyName();
    void anAliasBombIsRefusedBeforeItCosts();
    void nestingDeeperThanTheLimitIsRefused_data();
    void nestingDeeperThanTheLimitIsRefused();
    void aFileLargerThanTheLimitIsRefused();
    void aFlowOfMillionsOfItemsIsRefusedBeforeItIsParsed();
    void theSameKeyInAMapOfManyKeysIsFound();
    void severalDocumentsAreReadAndEmptyOnesLeftOut();
    void anEmptyFileIsNull_data();
    void anEmptyFileIsNull();
};

namespace {

Value readOrFail(const QByteArray &text)
{
    const auto value = read(text, u"plan.yaml"_s);
    if (!value) {
        QTest::qFail(qPrintable(value.error().where.toString() + u": "_s + value.error().detail), __FILE__, __LINE__);
        return {};
    }
    return *value;
}

QString problem(const Result<Value> &result)
{
    return result ? u"accepted"_s : u"%1: %2"_s.arg(result.error().where.toString(), result.error().detail);
}

} // namespace

void ReadTest::aPlainScalarHasTheTypeOfTheCoreSchema_data()
{
    QTest::addColumn<QByteArray>("written");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("text");
    const auto rows = [](Value::Kind kind, std::initializer_list<const char *> all) {
        for (const char *each : all) {
            QTest::newRow(*each ? each : "nothing") << QByteArray(each) << static_cast<int>(kind) << QString::fromLatin1(each);
        }
    };
    rows(Value::Kind::Number,
         {"0", "12", "-1", "+1", "010", "1.10", "-.5", "5.", "1e3", "1.5E-7", "0o17", "0xfF", ".inf", "-.INF", ".nan"});
    rows(Value::Kind::String, {"yes",        "no",    "on",   "Off",   "y",
                               "1_000",      "0b1",   "0o8",  "0xg",   "12:30:45",
                               "2026-01-31", "1.2.3", "90d",  "512Mi", "-",
                               "1e",         "e1",    ".",    "+",     "..",
                               "-.nan",      "tRUE",  "nULL", "0x",    "http://h:80/p?q#f",
                               "don't",      "a\"b"});
    for (const char *null : {"", "~", "null", "Null", "NULL"}) {
        QTest::newRow(qPrintable(u"null as \"%1\""_s.arg(QLatin1StringView(null))))
            << QByteArray(null) << static_cast<int>(Value::Kind::Null) << QString();
    }
    for (const char *yes : {"true", "True", "TRUE"}) {
        QTest::newRow(yes) << QByteArray(yes) << static_cast<int>(Value::Kind::Boolean) << u"true"_s;
    }
    QTest::newRow("FALSE") << QByteArray("FALSE") << static_cast<int>(Value::Kind::Boolean) << u"false"_s;
}

void ReadTest::aPlainScalarHasTheTypeOfTheCoreSchema()
{
    QFETCH(QByteArray, written);
    QFETCH(int, kind);
    QFETCH(QString, text);
    if (written == "-") {
        written = "-x"; // a lone dash is a list
        text = u"-x"_s;
    }
    const Value map = readOrFail("a: " + written + "\n");
    QCOMPARE(static_cast<int>(map.find(u"a")->kind()), kind);
    QCOMPARE(map.find(u"a")->text(), text);
}

void ReadTest::quotedTextStaysTextAndKeepsItsContent_data()
{
    QTest::addColumn<QByteArray>("written");
    QTest::addColumn<QString>("text");
    QTest::newRow("number") << QByteArray("\"1.10\"") << u"1.10"_s;
    QTest::newRow("boolean") << QByteArray("'true'") << u"true"_s;
    QTest::newRow("null") << QByteArray("\"null\"") << u"null"_s;
    QTest::newRow("nothing") << QByteArray("''") << QString();
    QTest::newRow("doubled quote") << QByteArray("'it''s'") << u"it's"_s;
    QTest::newRow("escapes") << QByteArray(R"("\\\"\/\t\n\x41\u00e9\U0001F600\0")") << u"\\\"/\t\nAé😀"_s + QChar(0);
    QTest::newRow("escapes that yaml-cpp writes as broken bytes") << QByteArray(R"("\N\_\L\P")") << u"\u0085\u00a0\u2028\u2029"_s;
    QTest::newRow("byte order mark in front") << QByteArray(R"("\uFEFF\uFEFFa")") << u"\ufeff\ufeffa"_s;
    QTest::newRow("folded") << QByteArray("\"a\n  b\n\n\n  c\"") << u"a b\n\nc"_s;
    QTest::newRow("escaped line end") << QByteArray("\"a \\\n  b\"") << u"a b"_s;
    QTest::newRow("empty lines before the closing quote, which yaml-cpp drops") << QByteArray("'a\n\n\n  '") << u"a\n\n"_s;
    QTest::newRow("text tag") << QByteArray("!!str 12") << u"12"_s;
    QTest::newRow("text tag on null") << QByteArray("!!str null") << u"null"_s;
    QTest::newRow("bare tag") << QByteArray("! 12") << u"12"_s;
}

void ReadTest::quotedTextStaysTextAndKeepsItsContent()
{
    QFETCH(QByteArray, written);
    QFETCH(QString, text);
    const Value map = readOrFail("a: " + written + "\n");
    QCOMPARE(map.find(u"a")->kind(), Value::Kind::String);
    QCOMPARE(map.find(u"a")->text(), text);
}

void ReadTest::aBlockScalarKeepsItsLines_data()
{
    QTest::addColumn<QByteArray>("written");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("span");
    QTest::newRow("clip") << QByteArray("|\n  x\n   y\n\n\n") << u"x\n y\n"_s << QByteArray("|\n  x\n   y");
    QTest::newRow("strip") << QByteArray("|-\n  x\n\n") << u"x"_s << QByteArray("|-\n  x");
    QTest::newRow("keep") << QByteArray("|+\n  x\n\n") << u"x\n\n"_s << QByteArray("|+\n  x\n");
    QTest::newRow("indentation") << QByteArray("|2-\n    x\n  y\n") << u"  x\ny"_s << QByteArray("|2-\n    x\n  y");
    QTest::newRow("fold") << QByteArray("> # why\n  x\n  y\n\n  z\n") << u"x y\nz\n"_s << QByteArray("> # why\n  x\n  y\n\n  z");
    QTest::newRow("tab in the text") << QByteArray("|\n  x:\n  \ty\n") << u"x:\n\ty\n"_s << QByteArray("|\n  x:\n  \ty");
    QTest::newRow("empty") << QByteArray("|\n") << QString() << QByteArray("|");
}

void ReadTest::aBlockScalarKeepsItsLines()
{
    QFETCH(QByteArray, written);
    QFETCH(QString, text);
    QFETCH(QByteArray, span);
    const QByteArray document = "a: " + written + "b: 1\n";
    const Value map = readOrFail(document);
    QCOMPARE(map.find(u"a")->text(), text);
    const Span found = map.find(u"a")->span();
    QCOMPARE(document.sliced(found.begin, found.end - found.begin), span);
    QCOMPARE(map.find(u"b")->text(), u"1"_s);
}

void ReadTest::everyValueKnowsWhereItStands()
{
    const QByteArray text
        = "# head\nspec: &s\n  host:   'a b'  # why\n  empty:\n  list:\n    - 1\n    - {x: [y, z]}\n    -\nlast: *s\n";
    const Value root = readOrFail(text);
    const auto bytes
        = [&](const Value *value) { return text.sliced(value->span().begin, value->span().end - value->span().begin); };
    const Value *host = root.find({u"spec", u"host"});
    QCOMPARE(bytes(host), "'a b'");
    QCOMPARE(host->line(), 3);
    QCOMPARE(host->column(), 11);
    QCOMPARE(root.find(u"spec")->entries().first().keyColumn, 3);
    const Value *empty = root.find({u"spec", u"empty"});
    QVERIFY(empty->isNull());
    QCOMPARE(bytes(empty), "");
    QCOMPARE(text.at(empty->span().begin - 1), ':');
    const Value *list = root.find({u"spec", u"list"});
    QCOMPARE(bytes(&list->items().at(1)), "{x: [y, z]}");
    QCOMPARE(bytes(list->items().at(1).find(u"x")), "[y, z]");
    QCOMPARE(text.at(list->items().at(2).span().begin - 1), '-');
    QCOMPARE(list->items().at(2).line(), 8);
    QCOMPARE(bytes(root.find(u"last")), "*s");
    QCOMPARE(root.find(u"last")->line(), 9);
}

void ReadTest::columnsCountCharactersAndNotBytes()
{
    const Value root = readOrFail("clé: ñandú\n\"日本\": {é: 😀, b: c}\n");
    QCOMPARE(root.find(u"clé")->column(), 6);
    QCOMPARE(root.find({u"日本", u"b"})->column(), 17);
    QCOMPARE(problem(read("clé: 'ñ\n", u"f"_s)),
             u"f:1:6: The quote opened here is never closed; put a ' at the end of the value."_s);
}

void ReadTest::aByteOrderMarkMovesNothing()
{
    const QByteArray text = "\xEF\xBB\xBF"
                            "a: x\nb: y\n";
    const Value root = readOrFail(text);
    QCOMPARE(root.find(u"a")->column(), 4);
    QCOMPARE(text.sliced(root.find(u"b")->span().begin, 1), "y");
}

void ReadTest::windowsLineEndingsReadTheSame()
{
    const QByteArray text = "a: |\n  x\n  y\nb: \"c\n  d\"\nc: e\n  f\nd:\n- 1\n";
    QByteArray windows = text;
    windows.replace("\n", "\r\n");
    QCOMPARE(readOrFail(windows), readOrFail(text));
}

void ReadTest::whatIsWrittenWrongIsRefusedWithPlaceAndRemedy_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *name, const char *text, const char *place, const char *says) {
        QTest::newRow(name) << QByteArray(text) << QString::fromLatin1(place) << QString::fromUtf8(says);
    };
    row("duplicate key", "a: 1\nb: 2\na: 3\n", "3:1", "already in line 1");
    row("duplicate key in other quotes", "a: 1\n\"a\": 3\n", "2:1", "already in line 1");
    row("duplicate key in flow", "x: {a: 1, a: 2}\n", "1:11", "already in line 1");
    row("double quote never closed", "a: \"x\nb: 1\n", "1:4", "never closed; put a \"");
    row("single quote never closed", "b: 1\na: 'x", "2:4", "never closed; put a '");
    row("quote never closed before a comment", "a: 'x # it's\nb: 'y\n", "1:12", "behind a closing quote");
    row("quote that swallows lines", "a: \"x\nb: \"y\"\n", "1:4", "closed only in line 2");
    row("bracket never closed", "a: [1, 2\n", "1:4", "The [ opened here is never closed");
    row("brace never closed at the root", "{a: b\n", "1:1", "The { opened here is never closed");
    row("bracket closed by the wrong one", "a: [1, 2}\n", "1:9", "does not continue the [ opened in line 1");
    row("tab before the first key", "\ta: 1\n", "1:1", "tab");
    row("tab as indentation", "a:\n  b: 1\n\tc: 2\n", "3:1", "tab");
    row("tab behind spaces", "a:\n  \tb: 1\n", "2:3", "tab");
    row("tab behind a dash", "-\ta: 1\n", "1:2", "tab");
    row("key that is a number", "8080: x\n", "1:1", "write it as \"8080\"");
    row("key that is a boolean", "true: x\n", "1:1", "write it as \"true\"");
    row("key that is null", "null: x\n", "1:1", "put it in quotes");
    row("no key", ": x\n", "1:1", "no key before");
    row("key that is a list", "? [a]\n: b\n", "1:3", "not a list or a map");
    row("key that is an alias", "a: &k b\n*k : c\n", "2:1", "cannot be a key");
    row("template", "a: {{ .Values.x }}\n", "1:5", "template");
    row("merge key", "a: &x {b: 1}\nc:\n  <<: *x\n", "3:3", "Merge keys");
    row("unknown tag", "a: !vault x\n", "1:11", "!vault");
    row("binary tag", "a: !!binary eA==\n", "1:13", "binary");
    row("tag that does not fit", "a: !!int x\n", "1:10", "int");
    row("unknown alias", "a: *x\n", "1:4", "No anchor of this name");
    row("alias inside of its own anchor", "a: &x [*x]\n", "1:8", "has no end");
    row("second document", "a: 1\n---\nb: 2\n", "2:1", "second document");
    row("text behind the document", "{a: 1} b\n", "1:8", "complete before this text");
    row("list and map at one level", "- a\nb: c\n", "2:1", "complete before this text");
    row("text behind the end mark", "a: 1\n...\nb\n", "3:1", "complete before this text");
    row("second colon", "a: b: c\n", "1:5", "second \":\"");
    row("key indented below a value", "a: 1\n b: 2\n", "2:2", "indent it like the keys around it");
    row("colon without a space", "a: 1\nb:2\nc: 3\n", "3:1", "the line above has its own");
    row("indented less than its neighbours", "a:\n  b: 1\n c: 2\n", "3:2", "check its indentation");
    row("text behind a quote", "a: \"b\" c\n", "1:8", "behind a closing quote");
    row("comment glued to a quote", "a: \"b\"#c\n", "1:7", "needs a space before its \"#\"");
    row("comment glued to a bracket", "a: [b]#c\n", "1:7", "needs a space before its \"#\"");
    row("nothing between commas", "a: [b, , c]\n", "1:8", "nothing before this comma");
    row("nothing between commas of a map", "a: {b: 1, , c: 2}\n", "1:11", "nothing before this comma");
    row("reserved character", "a: @b\n", "1:4", "cannot begin with @");
    row("stray bracket", "a: ]\n", "1:4", "closes nothing");
    row("list entry behind a key", "a: - b\n", "1:4", "line of its own");
    row("unknown escape", "a: \"\\d\"\n", "1:5", "single quotes");
    row("escape of half a character", "a: \"\\ud83d\\ude00\"\n", "1:5", "\\U with eight digits");
    row("text behind a block mark", "a: |x\n  y\n", "1:5", "next line");
    row("old YAML version", "%YAML 1.1\n---\na: 1\n", "1:1", "Directives");
    row("tag directive", "%TAG ! tag:x,2000:\n---\na: 1\n", "1:1", "Directives");
}

void ReadTest::whatIsWrittenWrongIsRefusedWithPlaceAndRemedy()
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

void ReadTest::bytesThatAreNoTextAreRefused_data()
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

void ReadTest::bytesThatAreNoTextAreRefused()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, place);
    QFETCH(QString, says);
    const auto result = read(text, u"plan.yaml"_s);
    QVERIFY(!result);
    QVERIFY2(result.error().detail.contains(says), qPrintable(problem(result)));
    QCOMPARE(result.error().where.toString(), u"plan.yaml:"_s + place);
}

void ReadTest::aliasesAreResolvedToWhatTheyName()
{
    const Value root = readOrFail("a: &x {b: [1, &y two]}\nc: *x\nd: *y\ne: &x 5\nf: *x\ng: &z\nh: *z\n");
    QCOMPARE(*root.find(u"c"), *root.find(u"a"));
    QCOMPARE(root.find(u"d")->text(), u"two"_s);
    QCOMPARE(root.find(u"f")->text(), u"5"_s);
    QVERIFY(root.find(u"h")->isNull());
}

void ReadTest::anAliasBombIsRefusedBeforeItCosts()
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

void ReadTest::nestingDeeperThanTheLimitIsRefused_data()
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

void ReadTest::nestingDeeperThanTheLimitIsRefused()
{
    QFETCH(QByteArray, text);
    const auto result = read(text, u"f"_s);
    QVERIFY(!result);
    const bool named = result.error().detail.contains(u"64") || result.error().detail.contains(u"not a list or a map")
        || result.error().detail.contains(u"never closed");
    QVERIFY2(named, qPrintable(problem(result)));
}

void ReadTest::aFileLargerThanTheLimitIsRefused()
{
    const auto result = read("a: 12345\n", u"f"_s, Limits{.bytes = 8});
    QVERIFY(!result);
    QVERIFY2(result.error().detail.contains(u"9 bytes") && result.error().detail.contains(u"8"), qPrintable(problem(result)));
    QVERIFY(read("a: 12345\n", u"f"_s, Limits{.bytes = 9}));
    QVERIFY(!read("[1, 2, 3]\n", u"f"_s, Limits{.nodes = 3}));
    QVERIFY(read("[1, 2, 3]\n", u"f"_s, Limits{.nodes = 4}));
}

void ReadTest::aFlowOfMillionsOfItemsIsRefusedBeforeItIsParsed()
{
    const auto result = read('[' + QByteArray("1,").repeated(1'000'000) + ']', u"f"_s);
    QVERIFY(!result);
    QVERIFY2(result.error().detail.contains(u"brackets and commas"), qPrintable(problem(result)));
}

void ReadTest::theSameKeyInAMapOfManyKeysIsFound()
{
    QByteArray text;
    for (int i = 0; i < 1000; ++i) {
        text += "key" + QByteArray::number(i) + ": x\n";
    }
    QCOMPARE(readOrFail(text).entries().size(), 1000);
    QVERIFY(problem(read(text + "key20: y\n", u"f"_s))
                .startsWith(u"f:1001:1: The key \"key20\" stands here a second time, it is already in line 21"_s));
    QVERIFY(problem(read(text + "key999: y\n", u"f"_s)).contains(u"already in line 1000"_s));
}

void ReadTest::severalDocumentsAreReadAndEmptyOnesLeftOut()
{
    const auto documents = readAll("---\n# Source: a\na: 1\n---\n---\n# nothing\n---\n- 2\n...\n---\n'x'\n", u"f"_s);
    QVERIFY(documents);
    QCOMPARE(documents->size(), 3);
    QCOMPARE(documents->at(0).find(u"a")->line(), 3);
    QVERIFY(documents->at(1).isList());
    QCOMPARE(documents->at(2).text(), u"x"_s);
    // An anchor lives as long as its document.
    QVERIFY(!readAll("a: &x 1\n---\nb: *x\n", u"f"_s));
}

void ReadTest::anEmptyFileIsNull_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text :
         {"", "\n", "# only a comment", "---\n", "--- # c\n", "~\n", "...\n", "\xEF\xBB\xBF", "%YAML 1.2\n---\n"}) {
        QTest::newRow(qPrintable(QString::fromUtf8(text).toHtmlEscaped() + u'|')) << QByteArray(text);
    }
}

void ReadTest::anEmptyFileIsNull()
{
    QFETCH(QByteArray, text);
    const auto result = read(text, u"f"_s);
    QVERIFY2(result, qPrintable(problem(result)));
    QVERIFY(result->isNull());
}

QTEST_APPLESS_MAIN(ReadTest)
#include "tst_Read.moc"
