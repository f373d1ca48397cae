// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/yaml/Emit.h"
#include "core/yaml/EventTree.h"
#include "core/yaml/Read.h"
#include "tests/core/yaml/RandomText.h"
#include "tests/core/yaml/RandomTree.h"

#include <QDirIterator>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sentinel::yaml;

namespace {

/// Empty when both are the same tree with the same places; else where they part.
QString difference(const Value &left, const Value &right, const QString &path = {})
{
    if (left.kind() != right.kind() || left.text() != right.text()) {
        return u"%1: \"%2\" and \"%3\""_s.arg(path, left.text(), right.text());
    }
    if (left.line() != right.line() || left.column() != right.column()) {
        return u"%1 at %2:%3 and %4:%5"_s.arg(path).arg(left.line()).arg(left.column()).arg(right.line()).arg(right.column());
    }
    if (left.items().size() != right.items().size() || left.keys() != right.keys()) {
        return u"%1: other members: %2 and %3"_s.arg(path, left.keys().join(u'|'), right.keys().join(u'|'));
    }
    for (qsizetype at = 0; at < left.items().size(); ++at) {
        if (const QString found = difference(left.items()[at], right.items()[at], path + u'/' + QString::number(at));
            !found.isEmpty()) {
            return found;
        }
    }
    for (qsizetype at = 0; at < left.entries().size(); ++at) {
        const Entry &one = left.entries()[at];
        const Entry &other = right.entries()[at];
        if (one.keyLine != other.keyLine || one.keyColumn != other.keyColumn) {
            return u"%1: the key %2 at another place"_s.arg(path, one.key);
        }
        if (const QString found = difference(one.value, other.value, path + u'/' + one.key); !found.isEmpty()) {
            return found;
        }
    }
    return {};
}

QString difference(const QList<Value> &left, const QList<Value> &right)
{
    if (left.size() != right.size()) {
        return u"%1 and %2 documents"_s.arg(left.size()).arg(right.size());
    }
    for (qsizetype at = 0; at < left.size(); ++at) {
        if (const QString found = difference(left[at], right[at], u"document %1 "_s.arg(at)); !found.isEmpty()) {
            return found;
        }
    }
    return {};
}

} // namespace

class tst_EventTree : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void manifestsOfTheProjectReadTheSameWay();
    void textsPeopleWriteReadTheSameWay();
    void treesWeWriteComeBack();
    void nothingIsNoDocument_data();
    void nothingIsNoDocument();
    void placesOfWhatIsNotWritten_data();
    void placesOfWhatIsNotWritten();
    void whatIsOddIsLeftToTheOtherReader_data();
    void whatIsOddIsLeftToTheOtherReader();
    void whatIsRefusedIsRefusedInTheSameWords();
    void theLimitsHold();
};

void tst_EventTree::manifestsOfTheProjectReadTheSameWay()
{
    int read = 0;
    for (const QString &folder : {u"tests/core/policy/corpus"_s, u"tests/core/bundle/golden"_s}) {
        QDirIterator each(QStringLiteral(SENTINEL_SOURCE_DIR) + u'/' + folder, {u"*.yaml"_s}, QDir::Files,
                          QDirIterator::Subdirectories);
        while (each.hasNext()) {
            QFile file(each.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray text = file.readAll();
            const auto slow = readAll(text, file.fileName());
            const auto quick = readManifests(text, file.fileName());
            QCOMPARE(quick.has_value(), slow.has_value());
            if (slow) {
                QCOMPARE(difference(*quick, *slow), QString());
                read += treesOfEvents(text, {}) ? 1 : 0;
            }
        }
    }
    QVERIFY2(read > 20, qPrintable(QString::number(read)));
}

void tst_EventTree::textsPeopleWriteReadTheSameWay()
{
    int quickly = 0;
    for (quint32 seed = 1; seed <= 400; ++seed) {
        const QByteArray text = RandomText(seed).document();
        const auto slow = readAll(text, u"t.yaml"_s);
        const auto quick = readManifests(text, u"t.yaml"_s);
        QCOMPARE(quick.has_value(), slow.has_value());
        if (slow) {
            QVERIFY2(difference(*quick, *slow).isEmpty(),
                     qPrintable(u"seed %1, %2\n"_s.arg(seed).arg(difference(*quick, *slow)) + QString::fromUtf8(text)));
            quickly += treesOfEvents(text, {}) ? 1 : 0;
        }
    }
    QVERIFY2(quickly > 200, qPrintable(QString::number(quickly)));
}

void tst_EventTree::treesWeWriteComeBack()
{
    for (quint32 seed = 1; seed <= 400; ++seed) {
        const QByteArray text = emit(RandomTree(seed).tree()).text;
        const auto slow = readAll(text, u"t.yaml"_s);
        const auto quick = readManifests(text, u"t.yaml"_s);
        QVERIFY(slow && quick);
        QVERIFY2(difference(*quick, *slow).isEmpty(), qPrintable(u"seed %1, %2"_s.arg(seed).arg(difference(*quick, *slow))));
    }
}

void tst_EventTree::nothingIsNoDocument_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("null") << QByteArray();
    QTest::newRow("empty") << QByteArray("");
    QTest::newRow("blank") << QByteArray(" \n\n");
    QTest::newRow("only words") << QByteArray("# nothing\n");
}

void tst_EventTree::nothingIsNoDocument()
{
    QFETCH(QByteArray, text);
    const auto trees = treesOfEvents(text, {});
    QVERIFY(trees && trees->isEmpty());
    const auto slow = readAll(text, u"t.yaml"_s);
    const auto quick = readManifests(text, u"t.yaml"_s);
    QVERIFY(slow && quick);
    QVERIFY(slow->isEmpty() && quick->isEmpty());
}

void tst_EventTree::placesOfWhatIsNotWritten_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("a key with nothing behind it") << QByteArray("a:\nb: 1\n");
    QTest::newRow("a key with a comment behind it") << QByteArray("a: # why\nb: 1\n");
    QTest::newRow("a dash with nothing behind it") << QByteArray("- \n-\n- 1\n");
    QTest::newRow("at the end") << QByteArray("a:\n  b:");
    QTest::newRow("a list at its key's own column") << QByteArray("a:\n- 1\n- b: 2\n  c:\n  - 3\n");
    QTest::newRow("several documents, some empty") << QByteArray("---\n---\na: 1\n---\n# only words\n---\n- b\n...\n");
    QTest::newRow("characters of several bytes") << QByteArray("é: \"日本\"\nb: {ñ: 1, c: 2}\n");
    QTest::newRow("blocks of lines") << QByteArray("a: |-\n  one\n\n  two\nb: >\n  three\n  four\nc: 1\n");
    QTest::newRow("text over several lines") << QByteArray("a: one\n  two\n\n  three\nb: \"x\n  y\"\n");
}

void tst_EventTree::placesOfWhatIsNotWritten()
{
    QFETCH(QByteArray, text);
    const auto slow = readAll(text, u"t.yaml"_s);
    const auto quick = readManifests(text, u"t.yaml"_s);
    QVERIFY2(slow && quick, slow ? "" : qPrintable(slow.error().detail));
    QCOMPARE(difference(*quick, *slow), QString());
    QVERIFY(treesOfEvents(text, {}));
}

void tst_EventTree::whatIsOddIsLeftToTheOtherReader_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("anchors") << QByteArray("a: &x 1\nb: *x\n");
    QTest::newRow("tags") << QByteArray("a: !!str 1\n");
    QTest::newRow("directives") << QByteArray("%YAML 1.2\n---\na: 1\n");
    QTest::newRow("keys that are numbers") << QByteArray("1: a\n");
    QTest::newRow("keys that are lists") << QByteArray("? [a]\n: b\n");
    QTest::newRow("nothing in braces") << QByteArray("{a: , b: 1}\n");
    QTest::newRow("merge keys") << QByteArray("<<: {a: 1}\n");
    QTest::newRow("keys that stand twice") << QByteArray("a: 1\na: 2\n");
    QTest::newRow("a key that stands twice among many") << [] {
        QByteArray text;
        for (int at = 0; at < 40; ++at) {
            text += "key" + QByteArray::number(at) + ": 1\n";
        }
        return text + "key20: 2\n";
    }();
    QTest::newRow("carriage returns") << QByteArray("a: 1\r\nb: 2\r\n");
    QTest::newRow("line ends of old YAML") << QByteArray("a: \"x\xE2\x80\xA8y\"\n");
    QTest::newRow("a byte order mark") << QByteArray("\xEF\xBB\xBF"
                                                     "a: 1\n");
    QTest::newRow("templates") << QByteArray("a: {{ b }}\n");
    QTest::newRow("broken UTF-8") << QByteArray("a: \"\xC3\x28\"\n");
    QTest::newRow("an open quote") << QByteArray("a: \"b\n");
}

void tst_EventTree::whatIsOddIsLeftToTheOtherReader()
{
    QFETCH(QByteArray, text);
    QVERIFY(!treesOfEvents(text, {}));
    const auto slow = readAll(text, u"t.yaml"_s);
    const auto quick = readManifests(text, u"t.yaml"_s);
    QCOMPARE(quick.has_value(), slow.has_value());
    if (slow) {
        QCOMPARE(difference(*quick, *slow), QString());
    }
}

void tst_EventTree::whatIsRefusedIsRefusedInTheSameWords()
{
    const QByteArray text("a:\n  b: 1\n  b: 2\n");
    const auto slow = readAll(text, u"t.yaml"_s);
    const auto quick = readManifests(text, u"t.yaml"_s);
    QVERIFY(!slow && !quick);
    QCOMPARE(quick.error().detail, slow.error().detail);
    QCOMPARE(quick.error().where, slow.error().where);
}

void tst_EventTree::theLimitsHold()
{
    const QByteArray deep = QByteArray(70, '[') + QByteArray(70, ']');
    QVERIFY(!treesOfEvents(deep, {.depth = 64}));
    QVERIFY(treesOfEvents(deep, {.depth = 80}));
    const QByteArray many = "[" + QByteArray("1,").repeated(100) + "1]";
    QVERIFY(!treesOfEvents(many, {.nodes = 101}));
    QVERIFY(treesOfEvents(many, {.nodes = 102}));
    QVERIFY(!treesOfEvents(many, {.bytes = 100}));
}

QTEST_APPLESS_MAIN(tst_EventTree)
#include "tst_EventTree.moc"
