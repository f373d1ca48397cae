// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/yaml/Emit.h"
#include "tests/core/yaml/RandomTree.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace sentinel;
using namespace sentinel::yaml;
using namespace Qt::StringLiterals;

class ForeignReadersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pythonReadsTheSameAndYamllintHasNoComplaint();
};

namespace {

/// What a reader of YAML 1.1 must find, as JSON: text as text, numbers only as "a number".
QJsonValue expected(const Value &value)
{
    switch (value.kind()) {
    case Value::Kind::Null:
        return QJsonValue::Null;
    case Value::Kind::Boolean:
        return value.boolean();
    case Value::Kind::Number:
        return QJsonObject{{u"number"_s, true}};
    case Value::Kind::String:
        return value.text();
    case Value::Kind::List: {
        QJsonArray list;
        for (const Value &item : value.items()) {
            list.append(expected(item));
        }
        return list;
    }
    case Value::Kind::Map: {
        QJsonArray map;
        for (const Entry &entry : value.entries()) {
            map.append(QJsonArray{entry.key, expected(entry.value)});
        }
        return QJsonObject{{u"map"_s, map}};
    }
    }
    Q_UNREACHABLE_RETURN({});
}

/// Numbers that YAML 1.1 and 1.2 both call numbers; the others are said so by a person who wants them.
Value withPlainNumbers(const Value &value)
{
    if (value.kind() == Value::Kind::Number && (value.text().startsWith("0o"_L1) || value.text() == u"1e3")) {
        return 7;
    }
    if (value.isMap()) {
        Value map = Value::map();
        for (const Entry &entry : value.entries()) {
            map.set(entry.key, withPlainNumbers(entry.value));
        }
        return map;
    }
    QList<Value> items;
    for (const Value &item : value.items()) {
        items.append(withPlainNumbers(item));
    }
    return value.isList() ? Value::list(items) : value;
}

constexpr auto kPython = R"(
import json, sys, yaml
def plain(v):
    if v is None or isinstance(v, (bool, str)): return v
    if isinstance(v, (int, float)): return {"number": True}
    if isinstance(v, list): return [plain(i) for i in v]
    if isinstance(v, dict): return {"map": [[plain(k), plain(i)] for k, i in v.items()]}
    return {"unexpected": repr(v)}
print(json.dumps([plain(d) for d in yaml.safe_load_all(open(sys.argv[1], encoding="utf-8", newline=""))]))
)";

} // namespace

void ForeignReadersTest::pythonReadsTheSameAndYamllintHasNoComplaint()
{
    if (QStandardPaths::findExecutable(u"python3"_s).isEmpty() || QStandardPaths::findExecutable(u"yamllint"_s).isEmpty()) {
        QSKIP("python3 with its yaml module, or yamllint, is not installed here");
    }
    QList<Value> documents;
    QJsonArray wanted;
    for (quint32 seed = 1; seed <= 400; ++seed) {
        documents.append(withPlainNumbers(RandomTree(seed).tree()));
        wanted.append(expected(documents.last()));
    }
    QTemporaryDir folder;
    QFile file(folder.filePath(u"corpus.yaml"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(emitAll(documents, u"Corpus"_s).text);
    file.close();
    QProcess python;
    python.start(u"python3"_s, {u"-c"_s, QString::fromLatin1(kPython), file.fileName()});
    QVERIFY(python.waitForFinished(60'000));
    QVERIFY2(python.exitCode() == 0, python.readAllStandardError().constData());
    const QJsonArray found = QJsonDocument::fromJson(python.readAllStandardOutput()).array();
    QCOMPARE(found.size(), wanted.size());
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        QVERIFY2(found.at(i) == wanted.at(i),
                 qPrintable(u"document %1:\n%2"_s.arg(i).arg(QString::fromUtf8(yaml::emit(documents.at(i)).text))));
    }
    QProcess lint;
    lint.start(
        u"yamllint"_s,
        {u"-f"_s, u"parsable"_s, u"-d"_s,
         u"{extends: default, rules: {line-length: disable, document-start: disable, empty-lines: disable, comments: disable, comments-indentation: disable}}"_s,
         file.fileName()});
    QVERIFY(lint.waitForFinished(60'000));
    QCOMPARE(QString::fromUtf8(lint.readAllStandardOutput()), QString());
    QCOMPARE(lint.exitCode(), 0);
}

QTEST_APPLESS_MAIN(ForeignReadersTest)
#include "tst_ForeignReaders.moc"
