// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/workloads/Json.h"

#include <QList>

namespace sentinel::sandbox {

[[nodiscard]] inline int wantedBy(const QJsonObject &set)
{
    return static_cast<int>(numberAt(set, {u"spec", u"replicas"}, 1));
}

[[nodiscard]] inline int statusOf(const QJsonObject &set, QStringView field)
{
    return static_cast<int>(numberAt(set, {u"status", field}));
}

[[nodiscard]] inline int wantedByAll(const QList<QJsonObject> &sets)
{
    int sum = 0;
    for (const QJsonObject &each : sets) {
        sum += wantedBy(each);
    }
    return sum;
}

[[nodiscard]] inline int statusOfAll(const QList<QJsonObject> &sets, QStringView field)
{
    int sum = 0;
    for (const QJsonObject &each : sets) {
        sum += statusOf(each, field);
    }
    return sum;
}

} // namespace sentinel::sandbox
