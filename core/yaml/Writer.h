// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/yaml/Emit.h"

namespace sentinel::yaml {

/// Where a scalar is written: between the marks of a flow collection more text needs quotes.
enum class Context { Block, Flow };

/// Appends `text` so that it reads as a string everywhere: bare when that is safe, else quoted on one line.
void appendText(QByteArray &out, const QString &text, Context context);
/// Appends `text` in quotes like `quote` (' or "), or in double quotes where it needs escapes.
void appendQuoted(QByteArray &out, const QString &text, char quote);
/// Appends a scalar, or a whole collection in flow style, on one line.
void appendInline(QByteArray &out, const Value &value, Context context);
/// Whether a text of several lines can stand as a literal block that reads back the same and that no editor would trim.
[[nodiscard]] bool fitsLiteral(const QString &text);
/// "|", "|-", "|2+", …: what stands before the lines of a literal block.
[[nodiscard]] QByteArray literalHeader(const QString &text);

/// Writes block style, line by line.
class Writer
{
public:
    /// `step`: spaces a map's entries are indented by. Lists are indented by two.
    explicit Writer(int step = 2);

    void comment(const QString &text, int indent);
    void document(const Value &value);
    void separator();
    void entry(const Entry &entry, int indent); ///< "key: value" and what follows below it
    void item(const Value &value, int indent); ///< "- value" and what follows below it
    /// The lines of a literal block, without its header.
    void literalLines(const QString &text, int indent);

    [[nodiscard]] Emitted take() { return std::move(m_out); }

private:
    /// What follows "key:" or "-" when it is a scalar or empty.
    void value(const Value &value, int indent);
    void entries(const Value &map, int indent, bool firstIsPlaced);
    void items(const Value &list, int indent, bool firstIsPlaced);
    void key(const QString &key, int indent);
    void placedEntry(const Entry &entry, int indent);
    void placedItem(const Value &value, int indent);
    void leadingComments(const Value &item, int indent);
    void pad(int indent);
    void newLine();
    [[nodiscard]] qsizetype openOrigin(const Value &value);
    void closeOrigin(qsizetype origin);

    Emitted m_out;
    int m_line = 1;
    int m_step;
};

} // namespace sentinel::yaml
