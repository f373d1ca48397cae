// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Io.h"
#include "core/yaml/Value.h"

#include <QStringList>

namespace sentinel::cli {

/// `-o`: how an answer is printed.
enum class Format { Table, Wide, Json, Yaml, Name };

/// A document of ours as JSON or YAML. Only for Format::Json and Format::Yaml.
void printDocument(const Io &io, Format format, const yaml::Value &document);
[[nodiscard]] inline bool isDocument(Format format)
{
    return format == Format::Json || format == Format::Yaml;
}

/// JSON text of a tree, two spaces, keys in the tree's order; numbers as they stand.
[[nodiscard]] QByteArray toJson(const yaml::Value &value);

/// A table for people: columns padded to their widest cell, two spaces apart, numbers' columns to the right.
class Table
{
public:
    enum class Align { Left, Right };
    struct Column
    {
        QString title;
        Align align = Align::Left;
    };
    explicit Table(QList<Column> columns)
        : m_columns(std::move(columns))
    {
    }
    void add(QStringList cells) { m_rows.append(std::move(cells)); }
    [[nodiscard]] bool isEmpty() const { return m_rows.isEmpty(); }
    [[nodiscard]] QString toString() const;

private:
    QList<Column> m_columns;
    QList<QStringList> m_rows;
};

/// `kind: FindingList` with `items` of severity, rule, object, path, sentence, remedy, and file, line, column where known.
[[nodiscard]] yaml::Value findingList(const Findings &findings);
/// The fields of one finding, for lists inside other documents.
[[nodiscard]] yaml::Value findingItem(const Finding &finding);
/// "error    plan.host   sentence" lines for people, worst first; places in front where known.
[[nodiscard]] QString findingText(const Findings &findings);

} // namespace sentinel::cli
