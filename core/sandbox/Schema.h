// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/Type.h"
#include "core/schema/Schema.h"

namespace sentinel::sandbox {

using schema::SchemaField;
using schema::SchemaNode;

/// The schemas of every kind served here.
class Schema
{
public:
    [[nodiscard]] static const Schema &table();

    [[nodiscard]] bool isLoaded() const { return m_schema.isLoaded(); }
    /// Null when the kind has no schema.
    [[nodiscard]] const SchemaNode *kind(const Type &type) const { return node(indexOf(type)); }
    [[nodiscard]] const SchemaNode *node(int index) const { return m_schema.node(index); }
    [[nodiscard]] const SchemaNode *field(const SchemaNode *of, QStringView name) const { return m_schema.field(of, name); }
    [[nodiscard]] const SchemaNode *element(const SchemaNode *of) const { return m_schema.element(of); }
    [[nodiscard]] int indexOf(const Type &type) const { return m_schema.indexOf(type.apiVersion(), type.kind); }
    [[nodiscard]] const SchemaNode *kind(const QString &apiVersion, const QString &kind) const
    {
        return m_schema.kind(apiVersion, kind);
    }
    [[nodiscard]] QByteArray version() const { return m_schema.version(); }

private:
    Schema()
        : m_schema(schema::Schema::rehearsal())
    {
    }

    const schema::Schema &m_schema;
};

inline const Schema &Schema::table()
{
    static const Schema loaded;
    return loaded;
}

} // namespace sentinel::sandbox
