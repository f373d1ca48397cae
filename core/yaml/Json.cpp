// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/yaml/Json.h"

#include "core/yaml/Read.h"

#include <QCoreApplication>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace sentinel::yaml {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(YamlJson)
};

// What a rendered chart may cost; far above any real one.
constexpr Limits kManifestLimits{.bytes = 64 * 1024 * 1024, .depth = 100, .nodes = 2'000'000};

QJsonValue numberOf(const QString &text)
{
    QStringView digits = text;
    const bool negative = digits.startsWith(u'-');
    if (negative || digits.startsWith(u'+')) {
        digits = digits.mid(1);
    }
    int base = 10;
    if (digits.startsWith(u"0x") || digits.startsWith(u"0o")) {
        base = digits.at(1) == u'x' ? 16 : 8;
        digits = digits.mid(2);
    } else if (digits.size() > 1 && digits.startsWith(u'0') && digits.at(1).isDigit()) {
        base = 8;
    }
    bool ok = false;
    if (const qint64 number = digits.toLongLong(&ok, base); ok) {
        return negative ? -number : number;
    }
    const double number = text.toDouble(&ok);
    // .inf and .nan have no place in JSON.
    return ok && qIsFinite(number) ? QJsonValue(number) : QJsonValue(text);
}

Error refused(const QString &fileName, const Value &value, const QString &sentence)
{
    return invalid(Text::tr("reading manifests"),
                   {Finding{.severity = Severity::Error,
                            .rule = u"yaml.manifest"_s,
                            .sentence = sentence,
                            .where = {.file = fileName, .line = value.line(), .column = value.column()}}});
}

} // namespace

QJsonValue toJson(const Value &value)
{
    switch (value.kind()) {
    case Value::Kind::Null:
        return QJsonValue::Null;
    case Value::Kind::Boolean:
        return value.boolean();
    case Value::Kind::Number:
        return numberOf(value.text());
    case Value::Kind::String:
        return value.text();
    case Value::Kind::List: {
        QJsonArray list;
        for (const Value &item : value.items()) {
            list.append(toJson(item));
        }
        return list;
    }
    case Value::Kind::Map: {
        QJsonObject map;
        for (const Entry &entry : value.entries()) {
            map.insert(entry.key, toJson(entry.value));
        }
        return map;
    }
    }
    Q_UNREACHABLE_RETURN({});
}

Result<QList<QJsonObject>> readObjects(const QByteArray &text, const QString &fileName)
{
    const Result<QList<Value>> documents = readManifests(text, fileName, kManifestLimits);
    if (!documents) {
        return failure(documents);
    }
    QList<QJsonObject> objects;
    QList<Value> waiting = *documents;
    while (!waiting.isEmpty()) {
        const Value document = waiting.takeFirst();
        if (document.isNull()) {
            continue;
        }
        const Value *kind = document.find(u"kind");
        const Value *version = document.find(u"apiVersion");
        if (!kind || kind->text().isEmpty() || !version || version->text().isEmpty()) {
            return failure(refused(fileName, document,
                                   Text::tr("This document has no apiVersion or no kind, so it is no Kubernetes object.")));
        }
        if (const Value *items = document.find(u"items"); kind->text() == u"List" && items) {
            waiting = items->items() + waiting;
            continue;
        }
        const Value *name = document.find({u"metadata", u"name"});
        const Value *generated = document.find({u"metadata", u"generateName"});
        if (!name && !generated) {
            return failure(refused(fileName, document, Text::tr("This %1 has no name.").arg(kind->text())));
        }
        objects.append(toJson(document).toObject());
    }
    return objects;
}

} // namespace sentinel::yaml
