// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/deploy/ObjectState.h"

#include <QStringList>

namespace sentinel::rollback {

/// A line of a difference between two versions of an object, as YAML.
struct DiffLine
{
    enum class Kind { Same, Gone, New };
    Kind kind = Kind::Same;
    QString text; ///< plain text of the cluster; values of Secrets are masked
    bool operator==(const DiffLine &) const = default;
};

struct ObjectDifference
{
    enum class Kind { Changed, Created, Removed };
    deploy::ObjectKey key;
    Kind kind = Kind::Changed;
    QList<DiffLine> lines{}; ///< with a little of what stays the same around each change
    int changed = 0; ///< lines that are gone or new
    bool isMinor = false; ///< only labels and annotations of the object itself, which change with every version
};

/// What going from one set of objects to another does.
struct Difference
{
    bool known = false; ///< false: one of the two could not be looked at
    QList<ObjectDifference> objects{}; ///< the changed first, then created, then removed
    [[nodiscard]] int count(ObjectDifference::Kind kind) const;
    [[nodiscard]] int lines() const; ///< of those that are more than minor
    [[nodiscard]] int minor() const; ///< objects
};

/// Values of Secrets never come out: equal ones as the same word, others as different ones.
[[nodiscard]] Difference differenceOf(const QList<QJsonObject> &now, const QList<QJsonObject> &then);

/// Whether removing it may take data along: claims, namespaces, definitions, Secrets.
[[nodiscard]] bool holdsData(const deploy::ObjectKey &key);

} // namespace sentinel::rollback
