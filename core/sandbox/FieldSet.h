// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/Schema.h"

#include <QJsonObject>
#include <QJsonValue>
#include <QMap>

namespace sentinel::sandbox {

/// A set of fields of an object, as `managedFields` has it: a tree whose steps are "f:name" (a field), `k:{"name":"x"}` (the item
/// of a list with that key) and "v:x" (a member of a set). What is said of a list or map depends on the schema: owned as a whole
/// (atomic) or piece by piece.
struct FieldSet
{
    bool isMember = false; ///< the field itself, besides what is below
    QMap<QString, FieldSet> below{};

    [[nodiscard]] bool isEmpty() const { return !isMember && below.isEmpty(); }
    bool operator==(const FieldSet &) const = default;

    /// Every field of a value.
    [[nodiscard]] static FieldSet of(const SchemaNode *node, const QJsonValue &value);
    [[nodiscard]] static FieldSet fromV1(const QJsonObject &fields);
    [[nodiscard]] QJsonObject toV1() const;

    [[nodiscard]] FieldSet united(const FieldSet &other) const;
    [[nodiscard]] FieldSet without(const FieldSet &other) const;
    [[nodiscard]] FieldSet common(const FieldSet &other) const;
    /// With every named field on the way to a member: whoever owns `.spec.x` keeps `.spec` there.
    [[nodiscard]] FieldSet withParents() const;
    void removePath(const QStringList &steps);

    /// ".spec.template.spec.containers[name=\"x\"].image", sorted.
    [[nodiscard]] QStringList paths() const;
};

/// What one change did.
struct FieldChanges
{
    FieldSet added;
    FieldSet modified;
    FieldSet removed;
    [[nodiscard]] bool isNothing() const { return added.isEmpty() && modified.isEmpty() && removed.isEmpty(); }
};
[[nodiscard]] FieldChanges compared(const SchemaNode *node, const QJsonValue &before, const QJsonValue &after);

/// `live` with `wanted` laid over it, piece by piece where the schema says so.
[[nodiscard]] QJsonValue laidOver(const SchemaNode *node, const QJsonValue &live, const QJsonValue &wanted);
/// Without the fields of the set; a member takes what is below it along.
[[nodiscard]] QJsonValue withoutFields(const SchemaNode *node, const QJsonValue &value, const FieldSet &fields);

} // namespace sentinel::sandbox
