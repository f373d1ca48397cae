// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/Sentinel/Code/ObjectText.h"

#include "core/base/OperationRun.h"
#include "core/yaml/Emit.h"

#include <QCoreApplication>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace sentinel::console {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

constexpr qsizetype kLongestLine = 2000; // characters: laying out one of a megabyte stops the window
constexpr int kDeepest = 64; // of nested values: a server decides how deep, not what it costs us

/// As people write Kubernetes objects.
int place(const QString &key)
{
    static const QStringList kFirst{u"apiVersion"_s, u"kind"_s, u"metadata"_s, u"spec"_s};
    const qsizetype at = kFirst.indexOf(key);
    return at >= 0 ? int(at) : key == u"status" ? 100 : 50;
}

yaml::Value valueOf(const QJsonValue &json, int depth)
{
    switch (json.type()) {
    case QJsonValue::Bool:
        return json.toBool();
    case QJsonValue::Double:
        return yaml::Value::number(json.toVariant().toString());
    case QJsonValue::String:
        return json.toString();
    case QJsonValue::Array: {
        yaml::Value list = yaml::Value::list(QList<yaml::Value>());
        const QJsonArray items = json.toArray();
        for (const QJsonValue &item : items) {
            list.append(depth < kDeepest ? valueOf(item, depth + 1) : yaml::Value(u"…"_s));
        }
        return list;
    }
    case QJsonValue::Object: {
        const QJsonObject object = json.toObject();
        QStringList keys = object.keys();
        if (depth == 0) {
            std::ranges::stable_sort(keys, {}, place);
        }
        yaml::Value map = yaml::Value::map();
        for (const QString &key : std::as_const(keys)) {
            map.set(key, depth < kDeepest ? valueOf(object.value(key), depth + 1) : yaml::Value(u"…"_s));
        }
        return map;
    }
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        break;
    }
    return {};
}

QJsonObject withoutSecrets(QJsonObject object)
{
    for (const QString &part : {u"data"_s, u"stringData"_s}) {
        QJsonObject entries = object.value(part).toObject();
        for (auto entry = entries.begin(); entry != entries.end(); ++entry) {
            entry.value() = Text::tr("(not shown)");
        }
        if (!entries.isEmpty()) {
            object.insert(part, entries);
        }
    }
    return object;
}

QString foldedWords(const QJsonArray &managedFields)
{
    QStringList managers;
    for (const QJsonValue &entry : managedFields) {
        const QString manager = plainLine(entry[u"manager"].toString());
        if (!managers.contains(manager)) {
            managers.append(manager);
        }
    }
    return Text::tr("(folded: fields of %1)").arg(managers.join(u", "));
}

} // namespace

QString objectYaml(const QJsonObject &object, ManagedFields managedFields)
{
    QJsonObject shown = object.value("kind"_L1) == u"Secret"_s ? withoutSecrets(object) : object;
    QJsonObject metadata = shown.value("metadata"_L1).toObject();
    if (managedFields == ManagedFields::LeftOut) {
        metadata.remove("managedFields"_L1);
    } else if (managedFields == ManagedFields::Folded && metadata.contains("managedFields"_L1)) {
        metadata.insert("managedFields"_L1, foldedWords(metadata.value("managedFields"_L1).toArray()));
    }
    // kubectl keeps the whole last object there, values of Secrets included.
    QJsonObject annotations = metadata.value("annotations"_L1).toObject();
    if (annotations.contains("kubectl.kubernetes.io/last-applied-configuration"_L1)) {
        annotations.remove("kubectl.kubernetes.io/last-applied-configuration"_L1);
        if (managedFields != ManagedFields::LeftOut) {
            annotations.insert("kubectl.kubernetes.io/last-applied-configuration"_L1, Text::tr("(not shown)"));
        }
        metadata.insert("annotations"_L1, annotations);
    }
    shown.insert("metadata"_L1, metadata);
    return QString::fromUtf8(yaml::emit(valueOf(shown, 0)).text);
}

QString readableLines(const QString &text)
{
    if (text.size() <= kLongestLine) {
        return text;
    }
    QStringList lines = text.split(u'\n');
    for (QString &line : lines) {
        if (const qsizetype beyond = line.size() - kLongestLine; beyond > 0) {
            line = Text::tr("%1… (%n more character(s))", nullptr, int(beyond)).arg(line.left(kLongestLine));
        }
    }
    return lines.join(u'\n');
}

} // namespace sentinel::console
