// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

namespace sentinel::deploy {

/// An entry of `status.conditions`; all empty when there is none of that type.
struct Condition
{
    QString status{}; ///< "True", "False", "Unknown"
    QString reason{};
    QString message{};

    [[nodiscard]] bool isTrue() const { return status == u"True"; }
    [[nodiscard]] bool isFalse() const { return status == u"False"; }
};

[[nodiscard]] inline Condition conditionOf(const QJsonObject &object, QStringView type)
{
    const QJsonArray conditions = object[u"status"][u"conditions"].toArray();
    for (const QJsonValue &condition : conditions) {
        if (condition[u"type"].toString() == type) {
            return {.status = condition[u"status"].toString(),
                    .reason = condition[u"reason"].toString(),
                    .message = condition[u"message"].toString()};
        }
    }
    return {};
}

} // namespace sentinel::deploy
