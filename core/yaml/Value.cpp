// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/yaml/Value.h"

#include "core/yaml/Schema.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::yaml {

Value::Value(bool boolean)
    : m_kind(Kind::Boolean)
    , m_text(boolean ? u"true"_s : u"false"_s)
{
}

Value::Value(int number)
    : Value(qint64{number})
{
}

Value::Value(qint64 number)
    : m_kind(Kind::Number)
    , m_text(QString::number(number))
{
}

Value::Value(const QString &text)
    : m_kind(Kind::String)
    , m_text(text)
{
}

Value::Value(QStringView text)
    : Value(text.toString())
{
}

Value::Value(QLatin1StringView text)
    : Value(QString(text))
{
}

Value Value::number(const QString &text)
{
    Value value(text);
    // Anything else written bare could turn into another type, or into structure.
    if (isNumber(text)) {
        value.m_kind = Kind::Number;
    }
    return value;
}

Value Value::list(QList<Value> items)
{
    Value value;
    value.m_kind = Kind::List;
    value.m_items = std::move(items);
    return value;
}

Value Value::list(const QStringList &items)
{
    return list(QList<Value>(items.begin(), items.end()));
}

Value Value::map(QList<Entry> entries)
{
    Value value;
    value.m_kind = Kind::Map;
    value.m_entries = std::move(entries);
    return value;
}

QStringList Value::keys() const
{
    QStringList keys;
    keys.reserve(m_entries.size());
    for (const Entry &entry : m_entries) {
        keys.append(entry.key);
    }
    return keys;
}

const Value *Value::find(QStringView key) const
{
    const auto found = std::ranges::find_if(m_entries, [&](const Entry &entry) { return entry.key == key; });
    return found == m_entries.end() ? nullptr : &found->value;
}

const Value *Value::find(std::initializer_list<QStringView> path) const
{
    const Value *at = this;
    for (const QStringView step : path) {
        at = at->find(step);
        if (!at) {
            return nullptr;
        }
    }
    return at;
}

Value &Value::set(const QString &key, Value value)
{
    if (m_kind == Kind::Null) {
        m_kind = Kind::Map;
    }
    Q_ASSERT(m_kind == Kind::Map);
    for (Entry &entry : m_entries) {
        if (entry.key == key) {
            entry.value = std::move(value);
            return entry.value;
        }
    }
    m_entries.append(Entry{.key = key, .value = std::move(value)});
    return m_entries.last().value;
}

Value &Value::append(Value value)
{
    if (m_kind == Kind::Null) {
        m_kind = Kind::List;
    }
    Q_ASSERT(m_kind == Kind::List);
    m_items.append(std::move(value));
    return m_items.last();
}

bool Value::remove(QStringView key)
{
    return m_entries.removeIf([&](const Entry &entry) { return entry.key == key; }) > 0;
}

void Value::setPlace(int line, int column, Span span)
{
    m_line = line;
    m_column = column;
    m_span = span;
}

Value &&Value::withComment(const QString &text) &&
{
    m_comment = text;
    return std::move(*this);
}

Value &&Value::withOrigin(const QString &key) &&
{
    m_origin = key;
    return std::move(*this);
}

bool Value::operator==(const Value &other) const
{
    const auto sameEntry = [](const Entry &a, const Entry &b) { return a.key == b.key && a.value == b.value; };
    return m_kind == other.m_kind && m_text == other.m_text && m_items == other.m_items
        && std::ranges::equal(m_entries, other.m_entries, sameEntry);
}

} // namespace sentinel::yaml
