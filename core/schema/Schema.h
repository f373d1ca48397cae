// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QStringList>
#include <memory>
#include <mutex>
#include <vector>

namespace sentinel::schema {

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

/// Schemas of kinds, read from tables the build packs out of the modules of Kubernetes and others. Each is loaded at the first
/// question. A table that the build could not make is empty (`isLoaded` false): then nothing is checked and every list is atomic.
class Schema
{
public:
    /// "1.34" to "1.37": Kubernetes' own kinds. Of another version: an empty one.
    [[nodiscard]] static const Schema &builtIn(QStringView version);
    [[nodiscard]] static QStringList versions(); ///< those there are tables of, oldest first
    /// Of definitions: cert-manager, Argo CD, Gateway API, KEDA, Prometheus operator.
    [[nodiscard]] static const Schema &custom();
    /// Both, of the version the rehearsal cluster says it is.
    [[nodiscard]] static const Schema &rehearsal();

    [[nodiscard]] bool isLoaded() const { return !m_nodes.empty(); }
    [[nodiscard]] const SchemaNode *node(int index) const; ///< null when out of range
    /// The type of a field, of a map's values or of a list's items; null when there is none.
    [[nodiscard]] const SchemaNode *field(const SchemaNode *of, QStringView name) const;
    [[nodiscard]] const SchemaNode *element(const SchemaNode *of) const;
    [[nodiscard]] int indexOf(const QString &apiVersion, const QString &kind) const;
    /// Also kinds that are not served as objects: reviews, evictions, delete options. "authorization.k8s.io/v1".
    [[nodiscard]] const SchemaNode *kind(const QString &apiVersion, const QString &kind) const;
    [[nodiscard]] QStringList kinds() const { return m_kinds.keys(); } ///< "apps/v1/Deployment"
    /// Changes with the tables: what ETags and hashes are made of.
    [[nodiscard]] QByteArray version() const { return m_version; }

private:
    explicit Schema(const QStringList &tables);
    void read(const QByteArray &packed);

    /// Of the many types of a table few are ever asked for: each is unpacked at the first question, from whatever thread.
    struct Packed
    {
        QJsonObject tree;
        int before = 0; ///< types of other tables that stand in front
        std::unique_ptr<const SchemaNode> node;
    };
    mutable std::vector<Packed> m_nodes;
    std::unique_ptr<std::mutex> m_unpacking = std::make_unique<std::mutex>();
    QHash<QString, int> m_kinds;
    QByteArray m_version;
};

} // namespace sentinel::schema
