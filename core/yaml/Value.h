// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Location.h"

#include <QList>
#include <QString>

namespace sentinel::yaml {

class Value;
struct Entry;

/// Half-open byte range in the source text.
struct Span
{
    qsizetype begin = 0;
    qsizetype end = 0;
    bool operator==(const Span &) const = default;
};

/// A YAML tree, for reading and for building what is written. Maps keep their order. Numbers keep their text ("1.10" stays
/// "1.10"). Scalars follow the YAML 1.2 core schema: only true/false are booleans, only null/~/empty are null; quoted text is
/// always a String.
class Value
{
public:
    enum class Kind { Null, Boolean, Number, String, List, Map };

    Value() = default; ///< null
    Value(bool boolean); // NOLINT(google-explicit-constructor): literals read as YAML where trees are built
    Value(int number); // NOLINT
    Value(qint64 number); // NOLINT
    Value(const QString &text); // NOLINT
    Value(QStringView text); // NOLINT
    Value(QLatin1StringView text); // NOLINT
    Value(const char *) = delete; ///< would silently become a boolean
    /// A number written exactly as `text`; text that YAML does not read as a number becomes a String.
    [[nodiscard]] static Value number(const QString &text);
    [[nodiscard]] static Value list(QList<Value> items = {});
    [[nodiscard]] static Value list(const QStringList &items);
    [[nodiscard]] static Value map(QList<Entry> entries = {});

    [[nodiscard]] Kind kind() const { return m_kind; }
    [[nodiscard]] bool isNull() const { return m_kind == Kind::Null; }
    [[nodiscard]] bool isMap() const { return m_kind == Kind::Map; }
    [[nodiscard]] bool isList() const { return m_kind == Kind::List; }
    [[nodiscard]] bool isScalar() const { return m_kind != Kind::Map && m_kind != Kind::List; }

    [[nodiscard]] QString text() const { return m_text; } ///< a scalar's content; "true", "1.10", "" for null
    [[nodiscard]] bool boolean() const { return m_text == QLatin1StringView("true"); }
    [[nodiscard]] const QList<Value> &items() const { return m_items; }
    [[nodiscard]] const QList<Entry> &entries() const { return m_entries; }
    [[nodiscard]] QStringList keys() const;

    /// The value under `key`, or null when it is missing or this is no map.
    [[nodiscard]] const Value *find(QStringView key) const;
    /// A path of map keys ("spec", "load"); null when any step is missing.
    [[nodiscard]] const Value *find(std::initializer_list<QStringView> path) const;

    /// Sets or appends `key`; turns null into a map. Returns the stored value so trees can be built in place.
    Value &set(const QString &key, Value value);
    Value &append(Value value); ///< turns null into a list
    bool remove(QStringView key);

    // --- reading: where it stood
    // -------------------------------------------------------------------------------------------------
    [[nodiscard]] int line() const { return m_line; } ///< from 1; 0 for built trees
    [[nodiscard]] int column() const { return m_column; }
    /// Bytes as written: a scalar with its quotes, a flow collection with its brackets, a block collection from its first key or
    /// dash to the end of its last value, an alias as "*name". Empty right behind the ":" or "-" where nothing is written (null).
    [[nodiscard]] Span span() const { return m_span; }
    void setPlace(int line, int column, Span span);

    // --- writing: what the emitter says beside it
    // -----------------------------------------------------------------------------------
    /// Comment lines above this value (one a line of `text`).
    Value &&withComment(const QString &text) &&;
    void setComment(const QString &text) { m_comment = text; }
    [[nodiscard]] QString comment() const { return m_comment; }
    /// Plan key whose answer made this value; the emitter reports it for the lines it writes.
    Value &&withOrigin(const QString &key) &&;
    void setOrigin(const QString &key) { m_origin = key; }
    [[nodiscard]] QString origin() const { return m_origin; }

    /// Same tree: kinds, texts, order of keys. Places, comments and origins play no part.
    [[nodiscard]] bool operator==(const Value &other) const;

private:
    Kind m_kind = Kind::Null;
    int m_line = 0;
    int m_column = 0;
    Span m_span;
    QString m_text;
    QString m_comment;
    QString m_origin;
    QList<Value> m_items;
    QList<Entry> m_entries;
};

struct Entry
{
    QString key;
    Value value;
    int keyLine = 0; ///< from 1; 0 for built trees
    int keyColumn = 0;
    Span keySpan{}; ///< bytes of the key as written, quotes included
};

} // namespace sentinel::yaml
