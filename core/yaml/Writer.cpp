// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/yaml/Writer.h"

namespace sentinel::yaml {

namespace {

constexpr int kItemStep = 2; // width of "- "

/// Readers give up on "key:" behind 1024 characters; "? key" has no such limit.
constexpr qsizetype kLongKey = 512;

} // namespace

Writer::Writer(int step)
    : m_step(step)
{
}

void Writer::pad(int indent)
{
    m_out.text.append(indent, ' ');
}

void Writer::newLine()
{
    m_out.text += '\n';
    ++m_line;
}

qsizetype Writer::openOrigin(const Value &value)
{
    if (value.origin().isEmpty()) {
        return -1;
    }
    m_out.origins.append({.first = m_line, .last = m_line, .key = value.origin()});
    return m_out.origins.size() - 1;
}

void Writer::closeOrigin(qsizetype origin)
{
    if (origin >= 0) {
        m_out.origins[origin].last = m_line - 1;
    }
}

void Writer::comment(const QString &text, int indent)
{
    if (text.isEmpty()) {
        return;
    }
    qsizetype from = 0;
    while (from <= text.size()) {
        // YAML 1.1 ends lines at more characters; whatever came behind one would turn into content.
        qsizetype end = from;
        while (end < text.size() && text[end] != u'\n' && text[end] != u'\r' && text[end] != QChar(0x85)
               && text[end] != QChar::LineSeparator && text[end] != QChar::ParagraphSeparator) {
            ++end;
        }
        QString line = text.sliced(from, end - from);
        for (QChar &c : line) {
            const bool printable = c == u'\t' || c.isPrint() || c.isSurrogate();
            c = printable ? c : QChar(u' ');
        }
        while (line.endsWith(u' ')) {
            line.chop(1);
        }
        pad(indent);
        m_out.text += line.isEmpty() ? "#" : "# ";
        m_out.text += line.toUtf8();
        newLine();
        from = end + (end + 1 < text.size() && text[end] == u'\r' && text[end + 1] == u'\n' ? 2 : 1);
    }
}

void Writer::separator()
{
    m_out.text += "---";
    newLine();
}

void Writer::document(const Value &root)
{
    const qsizetype origin = openOrigin(root);
    if (root.isMap() && !root.entries().isEmpty()) {
        entries(root, 0, false);
    } else if (root.isList() && !root.items().isEmpty()) {
        items(root, 0, false);
    } else if (root.kind() == Value::Kind::String && fitsLiteral(root.text())) {
        m_out.text += literalHeader(root.text());
        newLine();
        literalLines(root.text(), kItemStep);
    } else {
        appendInline(m_out.text, root, Context::Block);
        newLine();
    }
    closeOrigin(origin);
}

void Writer::entries(const Value &map, int indent, bool firstIsPlaced)
{
    for (const Entry &each : map.entries()) {
        if (!firstIsPlaced) {
            comment(each.value.comment(), indent);
            pad(indent);
        }
        firstIsPlaced = false;
        placedEntry(each, indent);
    }
}

void Writer::items(const Value &list, int indent, bool firstIsPlaced)
{
    for (const Value &each : list.items()) {
        if (!firstIsPlaced) {
            comment(each.comment(), indent);
            leadingComments(each, indent);
            pad(indent);
        }
        firstIsPlaced = false;
        placedItem(each, indent);
    }
}

/// "- key: value" has no line above `key` for a comment, so it goes above the dash.
void Writer::leadingComments(const Value &item, int indent)
{
    if (item.isMap() && !item.entries().isEmpty()) {
        comment(item.entries().first().value.comment(), indent);
    } else if (item.isList() && !item.items().isEmpty()) {
        comment(item.items().first().comment(), indent);
        leadingComments(item.items().first(), indent);
    }
}

void Writer::entry(const Entry &entry, int indent)
{
    comment(entry.value.comment(), indent);
    pad(indent);
    placedEntry(entry, indent);
}

void Writer::item(const Value &value, int indent)
{
    comment(value.comment(), indent);
    leadingComments(value, indent);
    pad(indent);
    placedItem(value, indent);
}

void Writer::key(const QString &key, int indent)
{
    if (key.size() <= kLongKey) {
        appendText(m_out.text, key, Context::Block);
    } else {
        m_out.text += "? ";
        appendText(m_out.text, key, Context::Block);
        newLine();
        pad(indent);
    }
    m_out.text += ':';
}

void Writer::placedEntry(const Entry &entry, int indent)
{
    const qsizetype origin = openOrigin(entry.value);
    key(entry.key, indent);
    if (entry.value.isMap() && !entry.value.entries().isEmpty()) {
        newLine();
        entries(entry.value, indent + m_step, false);
    } else if (entry.value.isList() && !entry.value.items().isEmpty()) {
        newLine();
        items(entry.value, indent + kItemStep, false);
    } else {
        value(entry.value, indent);
    }
    closeOrigin(origin);
}

void Writer::placedItem(const Value &item, int indent)
{
    const qsizetype origin = openOrigin(item);
    m_out.text += '-';
    if (item.isMap() && !item.entries().isEmpty()) {
        m_out.text += ' ';
        entries(item, indent + kItemStep, true);
    } else if (item.isList() && !item.items().isEmpty()) {
        m_out.text += ' ';
        items(item, indent + kItemStep, true);
    } else {
        value(item, indent);
    }
    closeOrigin(origin);
}

void Writer::value(const Value &value, int indent)
{
    m_out.text += ' ';
    if (value.kind() == Value::Kind::String && fitsLiteral(value.text())) {
        m_out.text += literalHeader(value.text());
        newLine();
        literalLines(value.text(), indent + kItemStep);
        return;
    }
    appendInline(m_out.text, value, Context::Block);
    newLine();
}

void Writer::literalLines(const QString &text, int indent)
{
    qsizetype from = 0;
    while (from < text.size()) {
        const qsizetype feed = text.indexOf(u'\n', from);
        const qsizetype end = feed < 0 ? text.size() : feed;
        if (end > from) {
            pad(indent);
            m_out.text += QStringView(text).sliced(from, end - from).toUtf8();
        }
        newLine();
        from = end + 1;
    }
}

} // namespace sentinel::yaml
