// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/yaml/Emit.h"
#include "core/yaml/Read.h"
#include "tests/core/yaml/RandomTree.h"

#include <QTest>

using namespace sentinel;
using namespace sentinel::yaml;
using namespace Qt::StringLiterals;

class EmitTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textThatAnyReaderTakesForSomethingElseIsQuoted_data();
    void textThatAnyReaderTakesForSomethingElseIsQuoted();
    void ordinaryTextStaysBare_data();
    void ordinaryTextStaysBare();
    void invisibleCharactersAreEscaped();
    void textOfSeveralLinesIsALiteralBlock_data();
    void textOfSeveralLinesIsALiteralBlock();
    void aTreeIsWrittenTheWayPeopleWriteIt();
    void aNumberKeepsItsDigitsAndGarbageIsNoNumber();
    void aCommentCannotTurnIntoContent();
    void linesTellWhichAnswerTheyComeFrom();
    void severalDocumentsAreSeparated();
    void everyTreeReadsBackTheSame();
};

void EmitTest::textThatAnyReaderTakesForSomethingElseIsQuoted_data()
{
    QTest::addColumn<QString>("text");
    const QStringList texts
        = QString::fromUtf8("§yes§No§ON§off§y§N§true§FALSE§null§NULL§~§=§<<§0§12§-1§+1§010§0o17§0x1§0b11§1_000§1e3§1E+3§.5§"
                            "5.§-.5§.inf§-.INF§.NaN§1.10§12:30§12:30:45§1:2§-190:20:30§12:30:45.5§2026-01-31§2026-1-2§"
                            "2026-01-31T12:00:00Z§2026-01-31 12:00:00§ x§x §a: b§a:§a #b§#a§- a§-§? a§?a§: a§:a§[a§]a§{a§}a§"
                            ",a§&a§*a§!a§|a§>a§'a§\"a§%a§@a§`a§---§--- a§...§a\tb§a\rb§\x07§{{ .Values.x }}§0x1p-2§_1")
              .split(u'§');
    for (const QString &text : texts) {
        QTest::newRow(text.isEmpty() ? "nothing" : qPrintable(text)) << text;
    }
}

void EmitTest::textThatAnyReaderTakesForSomethingElseIsQuoted()
{
    QFETCH(QString, text);
    const QByteArray written = emitScalar(text);
    QVERIFY2(written.startsWith('"') || written.startsWith('\''), written.constData());
    const auto back = read("a: " + written + "\n", u"f"_s);
    QVERIFY(back);
    QCOMPARE(*back->find(u"a"), Value(text));
}

void EmitTest::ordinaryTextStaysBare_data()
{
    QTest::addColumn<QString>("text");
    const QStringList texts
        = QString::fromUtf8("nginx§90d§512Mi§1.2.3§v1§registry.example.com/sentinel§https://git.example.com/a.git§"
                            "10.0.0.0/8§192.0.2.53:53§--flag=x§-x§a:b§a#b§it's§ñandú§日本§a, b§x[0]§k8s.io/name§yesterday§"
                            "nullable§1.35-eks§2026-01§Mi casa§sentinel-acme.§a=b")
              .split(u'§');
    for (const QString &text : texts) {
        QTest::newRow(text.isEmpty() ? "nothing" : qPrintable(text)) << text;
    }
}

void EmitTest::ordinaryTextStaysBare()
{
    QFETCH(QString, text);
    QCOMPARE(QString::fromUtf8(emitScalar(text)), text);
}

void EmitTest::invisibleCharactersAreEscaped()
{
    QCOMPARE(emitScalar(u"a\u0085b\u2028\u2029\u00a0\ufeff\u202e\x1b\x7f"_s),
             QByteArray(R"("a\x85b\u2028\u2029\xA0\uFEFF\u202E\x1B\x7F")"));
    QCOMPARE(emitScalar(u"\"x\" C:\\dir"_s), QByteArray(R"('"x" C:\dir')"));
    QCOMPARE(emitScalar(QString(QChar(0xD800))), QByteArray("\"\xEF\xBF\xBD\""));
    QCOMPARE(emitScalar(u"a\nb"_s), QByteArray(R"("a\nb")"));
}

void EmitTest::textOfSeveralLinesIsALiteralBlock_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("written");
    QTest::newRow("one line end") << u"x\ny\n"_s << QByteArray("a: |\n  x\n  y\n");
    QTest::newRow("none") << u"x\n\ny"_s << QByteArray("a: |-\n  x\n\n  y\n");
    QTest::newRow("several") << u"x\n\n"_s << QByteArray("a: |+\n  x\n\n");
    QTest::newRow("leading blank") << u"  x\ny"_s << QByteArray("a: |2-\n    x\n  y\n");
    QTest::newRow("leading line end") << u"\nx\n"_s << QByteArray("a: |2\n\n  x\n");
    QTest::newRow("tabs") << u"x:\n\techo\n"_s << QByteArray("a: |\n  x:\n  \techo\n");
    QTest::newRow("looks like structure") << u"---\n# c\n- a: 'b\n"_s << QByteArray("a: |\n  ---\n  # c\n  - a: 'b\n");
    QTest::newRow("trailing blank, which editors trim") << u"x \ny"_s << QByteArray("a: \"x \\ny\"\n");
    QTest::newRow("only line ends") << u"\n\n"_s << QByteArray("a: \"\\n\\n\"\n");
    QTest::newRow("carriage return") << u"x\r\ny"_s << QByteArray("a: \"x\\r\\ny\"\n");
}

void EmitTest::textOfSeveralLinesIsALiteralBlock()
{
    QFETCH(QString, text);
    QFETCH(QByteArray, written);
    const Value map = Value::map({{.key = u"a"_s, .value = text}});
    QCOMPARE(yaml::emit(map).text, written);
    QCOMPARE(*read(written, u"f"_s), map);
}

void EmitTest::aTreeIsWrittenTheWayPeopleWriteIt()
{
    Value root;
    root.set(u"apiVersion"_s, u"v1"_s);
    Value &spec = root.set(u"spec"_s, Value(Value::map()).withComment(u"What is wanted\n\nand why"_s));
    spec.set(u"replicas"_s, 3);
    spec.set(u"on"_s, true);
    spec.set(u"none"_s, Value());
    spec.set(u"empty"_s, Value::map());
    spec.set(u"args"_s, Value::list(QStringList{u"--a"_s, u"80"_s}));
    Value item = Value::map({{.key = u"name"_s, .value = Value(u"eu-1"_s).withComment(u"first"_s)},
                             {.key = u"ports"_s, .value = Value::list(QList<Value>{80, 443})}});
    spec.set(u"clusters"_s, Value::list({item, Value::list({Value::list(QList<Value>{1, 2}), Value::list(QList<Value>{})})}));
    QCOMPARE(yaml::emit(root, u"Head"_s).text, QByteArray(R"(# Head
apiVersion: v1
# What is wanted
#
# and why
spec:
  replicas: 3
  "on": true
  none: null
  empty: {}
  args:
    - --a
    - "80"
  clusters:
    # first
    - name: eu-1
      ports:
        - 80
        - 443
    - - - 1
        - 2
      - []
)"));
}

void EmitTest::aNumberKeepsItsDigitsAndGarbageIsNoNumber()
{
    QCOMPARE(emitScalar(Value::number(u"1.10"_s)), "1.10");
    QCOMPARE(emitScalar(Value::number(u"1}\nb: 2"_s)), QByteArray(R"("1}\nb: 2")"));
    QCOMPARE(Value::number(u"12 # x"_s).kind(), Value::Kind::String);
    QCOMPARE(emitScalar(Value(std::numeric_limits<qint64>::min())), "-9223372036854775808");
}

void EmitTest::aCommentCannotTurnIntoContent()
{
    const Value value
        = Value::map({{.key = u"a"_s, .value = Value(1).withComment(u"x\nb: 1\rc: 2\r\nd: 3\u2028e: 4\u0085f: 5\x07"_s)}});
    const Emitted emitted = yaml::emit(value, u"g: 6\nh: 7"_s);
    for (const QByteArray &line : emitted.text.split('\n')) {
        QVERIFY2(line.isEmpty() || line.startsWith("# ") || line == "a: 1", line.constData());
    }
    QCOMPARE(*read(emitted.text, u"f"_s), value);
}

void EmitTest::linesTellWhichAnswerTheyComeFrom()
{
    Value root;
    Value &web = root.set(u"web"_s, Value(Value::map()).withOrigin(u"target.flavour"_s));
    web.set(u"replicas"_s, Value(3).withOrigin(u"load.eventsPerSecond"_s).withComment(u"two\nlines"_s));
    web.set(u"script"_s, Value(u"a\nb\n"_s).withOrigin(u"delivery.method"_s));
    root.set(u"hosts"_s, Value::list({Value(u"x"_s).withOrigin(u"network.host"_s)}));
    const QList<LineOrigin> expected{{.first = 2, .last = 8, .key = u"target.flavour"_s},
                                     {.first = 5, .last = 5, .key = u"load.eventsPerSecond"_s},
                                     {.first = 6, .last = 8, .key = u"delivery.method"_s},
                                     {.first = 10, .last = 10, .key = u"network.host"_s}};
    QCOMPARE(yaml::emit(root, u"head"_s).origins, expected);
}

void EmitTest::severalDocumentsAreSeparated()
{
    const QList<Value> documents{Value::map({{.key = u"a"_s, .value = u"x\n\n"_s}}), Value::list(QList<Value>{1}), u"plain"_s};
    const QByteArray text = emitAll(documents, u"Made"_s).text;
    QCOMPARE(text, QByteArray("# Made\na: |+\n  x\n\n---\n- 1\n---\nplain\n"));
    QCOMPARE(*readAll(text, u"f"_s), documents);
}

void EmitTest::everyTreeReadsBackTheSame()
{
    for (quint32 seed = 1; seed <= 4000; ++seed) {
        const Value tree = RandomTree(seed).tree();
        const QByteArray text = yaml::emit(tree).text;
        const auto back = read(text, u"f"_s);
        QVERIFY2(back,
                 qPrintable(u"seed %1: %2: %3\n%4"_s.arg(seed).arg(back.error().where.toString(), back.error().detail,
                                                                   QString::fromUtf8(text))));
        QVERIFY2(*back == tree, qPrintable(u"seed %1\n%2"_s.arg(seed).arg(QString::fromUtf8(text))));
        QVERIFY(text.endsWith('\n'));
        const auto inFlow = read("a: [" + emitScalar(Value::list({tree})).sliced(1) + "\n", u"f"_s);
        QVERIFY2(inFlow,
                 qPrintable(u"seed %1: %2 %3"_s.arg(seed).arg(inFlow.error().detail, QString::fromUtf8(emitScalar(tree)))));
        QVERIFY2(inFlow->find(u"a")->items().first() == tree, qPrintable(u"seed %1"_s.arg(seed)));
    }
}

QTEST_APPLESS_MAIN(EmitTest)
#include "tst_Emit.moc"
