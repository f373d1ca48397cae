// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/Table.h"
#include "core/sandbox/TableCells.h"

#include <QHash>
#include <algorithm>

namespace sentinel::sandbox::columns {

using Object = const QJsonObject &;
using Now = const QDateTime &;

/// A key of an object as a template argument, so that a column's cell can be said by its path: `text<"spec", "nodeName">`.
template <std::size_t Size>
struct Key
{
    char letters[Size]{};
    // NOLINTNEXTLINE(google-explicit-constructor): a literal is what is written between the angle brackets
    constexpr Key(const char (&from)[Size]) { std::ranges::copy(from, letters); }
};

/// The text or number there, "<none>" without one.
template <Key... Steps>
QJsonValue text(Object object, Now /*now*/)
{
    return cells::orNone(cells::at(object, {QLatin1StringView(Steps.letters)...}));
}

template <Key... Steps>
QJsonValue count(Object object, Now /*now*/)
{
    return cells::at(object, {QLatin1StringView(Steps.letters)...}).toInt();
}

/// How many entries a map has.
template <Key Name>
QJsonValue size(Object object, Now /*now*/)
{
    return object.value(QLatin1StringView(Name.letters)).toObject().size();
}

inline QJsonValue name(Object object, Now /*now*/)
{
    return cells::at(object, {QLatin1StringView("metadata"), QLatin1StringView("name")});
}

inline QJsonValue age(Object object, Now now)
{
    return cells::since(cells::at(object, {QLatin1StringView("metadata"), QLatin1StringView("creationTimestamp")}), now);
}

inline constexpr Column kName{"Name", "string", 0, name};
inline constexpr Column kAge{"Age", "string", 0, age};

// By resource ("deployments.apps").
[[nodiscard]] QHash<QString, QList<Column>> workloads();
[[nodiscard]] QHash<QString, QList<Column>> surroundings(); ///< services, nodes, volumes, events, configuration
[[nodiscard]] QHash<QString, QList<Column>> customKinds(); ///< of cert-manager and Argo CD

} // namespace sentinel::sandbox::columns
