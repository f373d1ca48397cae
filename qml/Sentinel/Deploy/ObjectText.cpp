// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/Sentinel/Deploy/ObjectText.h"

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

} // namespace

QString objectYaml(const QJsonObject &object)
{
    QJsonObject shown = object.value("kind"_L1) == u"Secret"_s ? withoutSecrets(object) : object;
    QJsonObject metadata = shown.value("metadata"_L1).toObject();
    metadata.remove("managedFields"_L1);
    // kubectl keeps the whole last object there, values of Secrets included.
    QJsonObject annotations = metadata.value("annotations"_L1).toObject();
    if (annotations.contains("kubectl.kubernetes.io/last-applied-configuration"_L1)) {
        annotations.remove("kubectl.kubernetes.io/last-applied-configuration"_L1);
        metadata.insert("annotations"_L1, annotations);
    }
    shown.insert("metadata"_L1, metadata);
    return QString::fromUtf8(yaml::emit(valueOf(shown, 0)).text);
}

} // namespace sentinel::console
