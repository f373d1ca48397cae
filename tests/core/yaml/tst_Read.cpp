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
    void aliasesAreResolvedToWhatTheyName();
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

void ReadTest::aliasesAreResolvedToWhatTheyName()
{
    const Value root = readOrFail("a: &x {b: [1, &y two]}\nc: *x\nd: *y\ne: &x 5\nf: *x\ng: &z\nh: *z\n");
    QCOMPARE(*root.find(u"c"), *root.find(u"a"));
    QCOMPARE(root.find(u"d")->text(), u"two"_s);
    QCOMPARE(root.find(u"f")->text(), u"5"_s);
    QVERIFY(root.find(u"h")->isNull());
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
