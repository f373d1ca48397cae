// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/delivery/TemplateText.h"

#include <QJsonArray>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace sentinel::sandbox {

namespace {

QString doing()
{
    return u"filling the template"_s;
}

struct Filler
{
    const QJsonObject &parameters;
    const TemplateRules &rules;

    [[nodiscard]] static QString textOf(const QJsonValue &value)
    {
        if (value.isBool()) {
            return value.toBool() ? u"true"_s : u"false"_s;
        }
        return value.isDouble() ? QString::number(value.toDouble(), 'g', 17) : value.toString();
    }

    /// What stands for `{{ expression }}`, whole text `whole`.
    [[nodiscard]] Result<QString> value(const QString &expression, const QString &whole) const
    {
        static const QRegularExpression goPath(u"^(?:\\.[A-Za-z_][A-Za-z0-9_]*)+$"_s);
        if (!rules.goTemplate) {
            const QJsonValue found = at(expression.split(u'.'));
            return found.isUndefined() ? whole : textOf(found);
        }
        if (!goPath.match(expression).hasMatch()) {
            return failure(Error::Kind::Unsupported, doing(), u"the rehearsal cluster fills in values only, not %1"_s.arg(whole));
        }
        const QJsonValue found = at(expression.sliced(1).split(u'.'));
        if (found.isUndefined() && rules.missingIsError) {
            return failure(
                Error::Kind::Invalid, doing(),
                u"failed to execute go template %1: map has no entry for key \"%2\""_s.arg(whole, expression.section(u'.', -1)));
        }
        return found.isUndefined() ? u"<no value>"_s : textOf(found);
    }

    [[nodiscard]] QJsonValue at(const QStringList &steps) const
    {
        // The old notation has dots in its keys ("values.region"), the new one maps in maps.
        if (const QJsonValue whole = parameters.value(steps.join(u'.')); !whole.isUndefined()) {
            return whole;
        }
        QJsonValue found = parameters;
        for (const QString &step : steps) {
            found = found.toObject().value(step);
        }
        return found;
    }

    [[nodiscard]] Result<QString> text(const QString &given) const
    {
        static const QRegularExpression placeholder(u"\\{\\{-?\\s*(.*?)\\s*-?\\}\\}"_s);
        QString result;
        qsizetype end = 0;
        QRegularExpressionMatchIterator all = placeholder.globalMatch(given);
        while (all.hasNext()) {
            const QRegularExpressionMatch match = all.next();
            const Result<QString> found = value(match.captured(1), match.captured(0));
            if (!found) {
                return failure(found);
            }
            result += given.sliced(end, match.capturedStart() - end) + *found;
            end = match.capturedEnd();
        }
        return result + given.sliced(end);
    }

    [[nodiscard]] Result<QJsonValue> any(const QJsonValue &content) const
    {
        if (content.isString()) {
            const Result<QString> done = text(content.toString());
            return done ? Result<QJsonValue>(*done) : failure(done);
        }
        if (content.isArray()) {
            QJsonArray list;
            const QJsonArray items = content.toArray();
            for (const QJsonValue &item : items) {
                const Result<QJsonValue> done = any(item);
                if (!done) {
                    return failure(done);
                }
                list.append(*done);
            }
            return list;
        }
        if (content.isObject()) {
            QJsonObject map;
            const QJsonObject given = content.toObject();
            for (auto each = given.constBegin(); each != given.constEnd(); ++each) {
                const Result<QString> key = text(each.key());
                const Result<QJsonValue> done = any(each.value());
                if (!key || !done) {
                    return failure(key ? done.error() : key.error());
                }
                map.insert(*key, *done);
            }
            return map;
        }
        return content;
    }
};

} // namespace

Result<QJsonObject> filled(const QJsonObject &content, const QJsonObject &parameters, const TemplateRules &rules)
{
    const Result<QJsonValue> done = Filler{parameters, rules}.any(content);
    return done ? Result<QJsonObject>(done->toObject()) : failure(done);
}

} // namespace sentinel::sandbox
