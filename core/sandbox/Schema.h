// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/Type.h"

#include <QHash>
#include <QJsonObject>
#include <QList>
#include <vector>

namespace sentinel::sandbox {

/// A field of a struct, and what is said of it there and not of its type.
struct SchemaField
{
    QString name;
    int type = -1;
    QString mergeKey{}; ///< strategic merge patch: items of the list are told apart by it
    bool mergesList = false; ///< strategic merge patch: the list is merged, not replaced
    bool retainsKeys = false; ///< strategic merge patch: keys that are not named go
};

/// One type of a schema: what is merged how, and which fields there are. Types are shared between kinds.
struct SchemaNode
{
    enum class Shape { Any, String, Integer, Number, Boolean, IntOrString, Struct, Map, List };
    enum class ListKind { Atomic, Set, Map };

    Shape shape = Shape::Any;
    QString name{}; ///< "io.k8s.api.core.v1.PodSpec"; empty for nameless ones
    QString format{}; ///< "int32", "date-time"
    QList<SchemaField> fields{}; ///< of a Struct, sorted by name
    QStringList required{};
    QStringList choices{}; ///< allowed values of a String
    int element = -1; ///< of a Map or List
    ListKind listKind = ListKind::Atomic;
    QStringList listKeys{}; ///< of a Map list
    QJsonObject keyDefaults{}; ///< what a key of an item is when it is not written
    bool atomic = false; ///< a Struct or Map that is owned as a whole
    bool keepsUnknown = false; ///< fields that are not named are welcome
    /// Of a Struct: field numbers in protobuf, as text. A name, or the numbers of a struct that JSON has not as one of its own.
    QJsonObject numbers{};

    /// Null when there is no field by that name.
    [[nodiscard]] const SchemaField *field(QStringView name) const;
};

/// The schemas of every kind served, read from the packed table the build makes. Loaded at the first question.
class Schema
{
public:
    /// The one of the program. Without a table (`isLoaded` false) nothing is checked and every list is atomic.
    [[nodiscard]] static const Schema &table();

    [[nodiscard]] bool isLoaded() const { return !m_nodes.empty(); }
    /// Null when the kind has no schema.
    [[nodiscard]] const SchemaNode *kind(const Type &type) const;
    [[nodiscard]] const SchemaNode *node(int index) const; ///< null when out of range
    /// The type of a field, of a map's values or of a list's items; null when there is none.
    [[nodiscard]] const SchemaNode *field(const SchemaNode *of, QStringView name) const;
    [[nodiscard]] const SchemaNode *element(const SchemaNode *of) const;
    [[nodiscard]] int indexOf(const Type &type) const;
    /// Also kinds that are not served as objects: reviews, evictions, delete options. "authorization.k8s.io/v1".
    [[nodiscard]] const SchemaNode *kind(const QString &apiVersion, const QString &kind) const;
    /// Changes with the table: what ETags and hashes are made of.
    [[nodiscard]] QByteArray version() const { return m_version; }

private:
    Schema();
    void read(const QByteArray &packed);

    std::vector<SchemaNode> m_nodes;
    QHash<QString, int> m_kinds; ///< "apps/v1/Deployment"
    QByteArray m_version;
};

} // namespace sentinel::sandbox
