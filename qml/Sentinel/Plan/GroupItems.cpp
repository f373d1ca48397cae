// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/Sentinel/Plan/GroupItems.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace sentinel::console {

namespace {

/// A text the type cannot be read from stays text, so the check of the plan says what is wrong with it.
QJsonValue fieldValue(const plan::Question &field, const QString &text)
{
    bool good = false;
    switch (field.type) {
    case plan::AnswerType::Port:
    case plan::AnswerType::Integer:
        if (const qint64 number = text.toLongLong(&good); good) {
            return number;
        }
        return text;
    case plan::AnswerType::Decimal:
        if (const double number = text.toDouble(&good); good) {
            return number;
        }
        return text;
    case plan::AnswerType::Boolean:
        return text == u"true"_s ? QJsonValue(true) : text == u"false"_s ? QJsonValue(false) : QJsonValue(text);
    default:
        return text;
    }
}

} // namespace

GroupTexts groupTexts(const QList<plan::GroupItem> &items)
{
    GroupTexts texts;
    for (const plan::GroupItem &item : items) {
        QHash<QString, QString> fields;
        for (auto field = item.fields.cbegin(); field != item.fields.cend(); ++field) {
            fields.insert(field.key(), plan::notation(field.value()));
        }
        texts.append(fields);
    }
    return texts;
}

QString groupAnswer(const plan::Question &group, const GroupTexts &items)
{
    if (items.isEmpty()) {
        return {};
    }
    QJsonArray array;
    for (const auto &item : items) {
        QJsonObject object;
        for (const plan::Question &field : group.fields) {
            if (const QString text = item.value(field.key); !text.isEmpty()) {
                object.insert(field.key, fieldValue(field, text));
            }
        }
        array.append(object);
    }
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

} // namespace sentinel::console
