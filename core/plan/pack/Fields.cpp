// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/pack/Fields.h"

using namespace Qt::StringLiterals;

namespace sentinel::plan::pack {

Fields::Fields(const yaml::Value &map, QString file, Findings &problems)
    : m_map(map)
    , m_file(std::move(file))
    , m_problems(problems)
{
    if (!map.isMap()) {
        complain({}, u"A map is expected here."_s);
    }
}

void Fields::complain(const QString &name, const QString &sentence, int column)
{
    const yaml::Value *value = m_map.find(name);
    const yaml::Value &at = value ? *value : m_map;
    m_problems.append({.severity = Severity::Error,
                       .rule = u"pack"_s,
                       .object = {},
                       .path = name,
                       .sentence = sentence,
                       .remedy = {},
                       .where = {.file = m_file, .line = at.line(), .column = at.column() + column - 1}});
}

const yaml::Value *Fields::take(const QString &name, bool needed)
{
    m_taken.append(name);
    const yaml::Value *value = m_map.find(name);
    if (!value && needed) {
        complain(name, u"\"%1\" is missing."_s.arg(name));
    }
    return value;
}

QString Fields::text(const QString &name)
{
    const yaml::Value *value = take(name, true);
    if (value && (!value->isScalar() || value->text().isEmpty())) {
        complain(name, u"\"%1\" needs a text."_s.arg(name));
    }
    return value ? value->text() : QString();
}

QString Fields::optionalText(const QString &name)
{
    return has(name) ? text(name) : (m_taken.append(name), QString());
}

bool Fields::flag(const QString &name)
{
    const yaml::Value *value = take(name, false);
    if (value && value->kind() != yaml::Value::Kind::Boolean) {
        complain(name, u"\"%1\" needs true or false."_s.arg(name));
    }
    return value && value->boolean();
}

Words Fields::words(const QString &name)
{
    const yaml::Value *value = take(name, true);
    if (!value) {
        return {};
    }
    Fields languages(*value, m_file, m_problems);
    Words words{.english = languages.text(u"en"_s), .spanish = languages.text(u"es"_s)};
    languages.finish();
    return words;
}

Words Fields::optionalWords(const QString &name)
{
    return has(name) ? words(name) : (m_taken.append(name), Words());
}

QStringList Fields::texts(const QString &name)
{
    const yaml::Value *value = take(name, true);
    QStringList texts;
    if (value && !value->isList()) {
        complain(name, u"\"%1\" needs a list."_s.arg(name));
    }
    for (const yaml::Value &item : value ? value->items() : QList<yaml::Value>()) {
        texts.append(item.text());
    }
    return texts;
}

QList<yaml::Value> Fields::items(const QString &name)
{
    const yaml::Value *value = take(name, true);
    if (value && !value->isList()) {
        complain(name, u"\"%1\" needs a list."_s.arg(name));
    }
    return value ? value->items() : QList<yaml::Value>();
}

QList<yaml::Entry> Fields::entries(const QString &name)
{
    const yaml::Value *value = take(name, true);
    if (value && !value->isMap()) {
        complain(name, u"\"%1\" needs a map."_s.arg(name));
    }
    return value ? value->entries() : QList<yaml::Entry>();
}

void Fields::finish()
{
    for (const yaml::Entry &entry : m_map.entries()) {
        if (!m_taken.contains(entry.key)) {
            complain(entry.key, u"\"%1\" means nothing here; known are %2."_s.arg(entry.key, m_taken.join(u", "_s)));
        }
    }
}

} // namespace sentinel::plan::pack
