// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/SafeText.h"
#include "core/yaml/Emit.h"
#include "qml/Sentinel/Sync/SyncWords.h"

#include <QCoreApplication>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace sentinel::console {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

constexpr qsizetype kMostText = 160;

QString valueText(const QJsonValue &value)
{
    if (value.isUndefined()) {
        return Text::tr("nothing");
    }
    const QString text = value.isObject() ? QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact))
        : value.isArray()                 ? QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact))
                                          : value.toVariant().toString();
    const QString line = plainLine(text);
    return line.size() > kMostText ? line.first(kMostText) + u'…' : line;
}

StateWord changeWord(gitops::ObjectDifference::Kind kind)
{
    switch (kind) {
    case gitops::ObjectDifference::Kind::Changed:
        return {.tone = Tone::Warning, .word = Text::tr("would be changed")};
    case gitops::ObjectDifference::Kind::Added:
        return {.tone = Tone::Info, .word = Text::tr("would be made")};
    case gitops::ObjectDifference::Kind::Removed:
        return {.tone = Tone::Error, .word = Text::tr("would go when pruned")};
    case gitops::ObjectDifference::Kind::Unknown:
        return {.tone = Tone::Unknown, .word = Text::tr("could not be compared")};
    }
    Q_UNREACHABLE_RETURN({});
}

yaml::Value treeOf(const QJsonValue &value)
{
    if (value.isArray()) {
        QList<yaml::Value> items;
        const QJsonArray list = value.toArray();
        for (const QJsonValue &each : list) {
            items.append(treeOf(each));
        }
        return yaml::Value::list(items);
    }
    if (value.isObject()) {
        yaml::Value map = yaml::Value::map();
        const QJsonObject object = value.toObject();
        for (auto each = object.constBegin(); each != object.constEnd(); ++each) {
            map.set(plainLine(each.key()), treeOf(each.value()));
        }
        return map;
    }
    if (value.isBool()) {
        return value.toBool();
    }
    return plainLine(value.toVariant().toString());
}

} // namespace

QList<RowsModel::Row> differenceRows(const gitops::ApplicationDifference &difference)
{
    QList<RowsModel::Row> rows;
    for (const gitops::ObjectDifference &object : difference.objects) {
        const StateWord word = changeWord(object.kind);
        const QString name = object.ns.isEmpty() ? object.name : object.ns + u'/' + object.name;
        const QString id = QString::number(rows.size());
        rows.append({{u"id"_s, id},
                     {u"heading"_s, true},
                     {u"title"_s, plainLine(object.objectKind + u' ' + name)},
                     {u"detail"_s, plainLine(object.problem)},
                     {u"tone"_s, number(word.tone)},
                     {u"word"_s, word.word}});
        for (const gitops::FieldDifference &field : object.fields) {
            const QString path = plainLine(gitops::fieldText(field.path));
            const QString owner
                = field.managers.isEmpty() ? QString() : Text::tr("set by %1").arg(plainLine(field.managers.first()));
            rows.append({{u"id"_s, id + path},
                         {u"heading"_s, false},
                         {u"title"_s, path},
                         {u"detail"_s, Text::tr("%1 → %2").arg(valueText(field.before), valueText(field.after))},
                         {u"tone"_s, number(Tone::Neutral)},
                         {u"word"_s, owner}});
        }
    }
    return rows;
}

QString yamlText(const QJsonObject &object)
{
    return object.isEmpty() ? QString() : QString::fromUtf8(yaml::emit(treeOf(object)).text);
}

QString ignoreRulesText(const gitops::ApplicationDifference &difference)
{
    QList<yaml::Value> rules;
    for (const gitops::ObjectDifference &object : difference.objects) {
        if (!object.rule.isEmpty()) {
            rules.append(treeOf(object.rule));
        }
    }
    if (rules.isEmpty()) {
        return {};
    }
    yaml::Value document;
    document.set(u"ignoreDifferences"_s, yaml::Value::list(rules));
    return QString::fromUtf8(yaml::emit(document).text);
}

} // namespace sentinel::console
