// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/yaml/SpanEdit.h"

#include "core/yaml/Scalars.h"
#include "core/yaml/Wanted.h"
#include "core/yaml/Writer.h"

#include <QCoreApplication>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::yaml {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

constexpr bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

struct Lines
{
    QByteArray head; ///< behind the ":" or "-", with the space in front
    QByteArray tail; ///< the lines below, each with its line feed
};

Lines split(const QByteArray &lines, qsizetype indicator)
{
    const qsizetype feed = lines.indexOf('\n');
    return {.head = lines.sliced(indicator, feed - indicator), .tail = lines.sliced(feed + 1)};
}

QByteArray flowEntry(const QString &key, const Value &value)
{
    QByteArray text;
    appendText(text, key, Context::Flow);
    text += ": ";
    appendInline(text, value, Context::Flow);
    return text;
}

} // namespace

SpanEdit::SpanEdit(const Source &source, const Value &root)
    : m_source(source)
    , m_root(root)
    , m_gap(source)
    , m_lineEnding(source.text().contains("\r\n") ? "\r\n" : "\n")
{
    // New maps are indented the way the text's first nested map is.
    for (const Entry &entry : root.entries()) {
        if (entry.value.isMap() && isBlockCollection(entry.value)) {
            m_step = static_cast<int>(std::clamp<qsizetype>(column(entry.value) - column(root), 1, 8));
            break;
        }
    }
}

bool SpanEdit::isFlow(const Value &value) const
{
    return (value.isMap() && m_source.byte(value.span().begin) == '{')
        || (value.isList() && m_source.byte(value.span().begin) == '[');
}

bool SpanEdit::isBlockCollection(const Value &value) const
{
    return !value.isScalar() && !isFlow(value) && m_source.byte(value.span().begin) != '*';
}

qsizetype SpanEdit::column(const Value &block) const
{
    return block.span().begin - m_source.lineStart(block.span().begin);
}

void SpanEdit::edit(qsizetype begin, qsizetype end, const QByteArray &text)
{
    m_edits.append({.span = {.begin = begin, .end = end}, .text = text});
}

QByteArray SpanEdit::apply() const
{
    // From the back, so that places stay true; of two at one place the later one comes behind the earlier.
    QList<Edit> edits(m_edits.rbegin(), m_edits.rend());
    std::ranges::stable_sort(edits, std::greater(), [](const Edit &edit) { return edit.span.begin; });
    QByteArray text = m_source.text();
    for (const Edit &edit : std::as_const(edits)) {
        text.replace(edit.span.begin, edit.span.end - edit.span.begin, edit.text);
    }
    return text;
}

QByteArray SpanEdit::withLineEndings(QByteArray lines) const
{
    return m_lineEnding == "\n" ? lines : lines.replace("\n", m_lineEnding);
}

QByteArray SpanEdit::below(const QByteArray &lines, qsizetype end) const
{
    if (lines.isEmpty()) {
        return {};
    }
    // The line ending at `end` serves the last of the lines; where the file has none, a block of lines would lose its own.
    return withLineEndings('\n' + (end < m_source.size() ? lines.chopped(1) : lines));
}

QList<SpanEdit::Parent> SpanEdit::wayTo(const QStringList &path)
{
    QList<Parent> way;
    const Value *at = &m_root;
    bool inFlow = false;
    for (const QString &step : path) {
        m_place = at->span().begin;
        if (m_source.byte(at->span().begin) == '*' && !at->isNull()) {
            throw Refusal{.at = at->span().begin,
                          .sentence = Text::tr("The value here is an alias of one written elsewhere; replace it by a value of "
                                               "its own before changing a part of it.")};
        }
        inFlow = inFlow || isFlow(*at);
        const qsizetype index = at->isScalar() ? -1 : childAt(*at, step);
        way.append({.value = at, .index = index, .isFlow = inFlow});
        if (index < 0) {
            break;
        }
        at = &child(*at, index);
        m_place = at->span().begin;
    }
    return way;
}

void SpanEdit::set(const QStringList &path, const Value &value)
{
    const QList<Parent> way = wayTo(path);
    const Parent &last = way.last();
    if (last.index >= 0) {
        return replace(last, child(*last.value, last.index), value);
    }
    const QStringList missing = path.sliced(way.size() - 1);
    const Value &parent = *last.value;
    if (parent.isNull()) {
        if (way.size() == 1) {
            Writer writer(m_step);
            writer.document(nested(missing, value));
            const bool needsEnd = m_source.size() > m_source.start() && !m_source.text().endsWith('\n');
            return edit(m_source.size(), m_source.size(),
                        (needsEnd ? m_lineEnding : QByteArray()) + withLineEndings(writer.take().text));
        }
        return replace(way.at(way.size() - 2), parent, nested(missing, value));
    }
    const auto name = parent.isList() ? itemName(missing.first()) : std::nullopt;
    const Value added = name ? newItem(*name, missing.sliced(1), value) : nested(missing.sliced(1), value);
    if (last.isFlow) {
        QByteArray text = name ? QByteArray() : flowEntry(missing.first(), added);
        if (name) {
            appendInline(text, added, Context::Flow);
        }
        return addToFlow(parent, text);
    }
    Writer writer(m_step);
    const int indent = static_cast<int>(column(parent));
    name ? writer.item(added, indent) : writer.entry({.key = missing.first(), .value = added}, indent);
    addBelow(parent.span().end, writer.take().text);
}

void SpanEdit::addBelow(qsizetype at, const QByteArray &lines)
{
    const qsizetype end = lineEnd(m_source, at);
    edit(end, end, below(lines, end));
}

void SpanEdit::addToFlow(const Value &parent, const QByteArray &text)
{
    const qsizetype count = childCount(parent);
    if (count == 0) {
        return edit(parent.span().begin + 1, parent.span().end - 1, text);
    }
    const qsizetype end = child(parent, count - 1).span().end;
    const qsizetype next = m_gap.skipSpace(end);
    if (m_source.byte(next) == ',') {
        return edit(next + 1, next + 1, ' ' + text);
    }
    edit(end, end, ", " + text);
}

void SpanEdit::replace(const Parent &parent, const Value &old, const Value &value)
{
    parent.isFlow ? replaceInFlow(old, value) : replaceInBlock(parent, old, value);
}

QByteArray SpanEdit::written(const Value &old, const Value &value) const
{
    QByteArray text;
    const char quote = m_source.byte(old.span().begin);
    const bool isQuoted = old.kind() == Value::Kind::String && (quote == '"' || quote == '\'');
    if (isQuoted && value.kind() == Value::Kind::String) {
        appendQuoted(text, value.text(), quote);
    } else {
        appendInline(text, value, Context::Flow);
    }
    return text;
}

void SpanEdit::replaceInFlow(const Value &old, const Value &value)
{
    const Span span = old.span();
    QByteArray text = written(old, value);
    if (span.begin == span.end) {
        // "{a}" and "{a: }" both mean null.
        text.prepend(m_source.byte(span.begin - 1) == ':' ? " " : ": ");
    }
    edit(span.begin, span.end, text);
}

void SpanEdit::replaceInBlock(const Parent &parent, const Value &old, const Value &value)
{
    const int indent = static_cast<int>(column(*parent.value));
    Writer writer(m_step);
    parent.value->isList() ? writer.item(value, indent) : writer.entry({.key = u"k"_s, .value = value}, indent);
    auto [head, tail] = split(writer.take().text, indent + (parent.value->isList() ? 1 : 2));
    const char first = m_source.byte(old.span().begin);
    const bool isEmpty = old.span().begin == old.span().end;
    if (!isEmpty && isBlockCollection(old)) {
        return replaceBlockCollection(parent, old, head, tail);
    }
    if (!isEmpty && old.isScalar() && (first == '|' || first == '>')) {
        return replaceBlockScalar(old, head, tail);
    }
    const bool stayInFlow = isFlow(old) && !value.isScalar();
    if (stayInFlow || (tail.isEmpty() && old.kind() == Value::Kind::String && value.kind() == Value::Kind::String)) {
        const bool isQuoted = first == '"' || first == '\'';
        head = stayInFlow || isQuoted ? ' ' + written(old, value) : head;
        tail.clear();
    }
    replaceInline(old, head, tail);
}

void SpanEdit::replaceInline(const Value &old, const QByteArray &head, const QByteArray &tail)
{
    const auto [begin, end] = old.span();
    if (begin == end) {
        edit(begin, end, head);
    } else if (!head.isEmpty()) {
        edit(begin, end, head.sliced(1));
    } else {
        qsizetype from = begin;
        while (isBlank(m_source.byte(from - 1))) {
            --from;
        }
        edit(from, end, {});
    }
    if (!tail.isEmpty()) {
        addBelow(end, tail);
    }
}

void SpanEdit::replaceBlockScalar(const Value &old, const QByteArray &head, const QByteArray &tail)
{
    qsizetype headerEnd = old.span().begin + 1;
    while (m_source.byte(headerEnd) == '+' || m_source.byte(headerEnd) == '-'
           || (m_source.byte(headerEnd) >= '1' && m_source.byte(headerEnd) <= '9')) {
        ++headerEnd;
    }
    const qsizetype from = head.isEmpty() ? old.span().begin - 1 : old.span().begin;
    edit(from, headerEnd, head.isEmpty() ? head : head.sliced(1));
    const qsizetype firstLine = lineEnd(m_source, headerEnd);
    const qsizetype lastLine = std::max(firstLine, old.span().end);
    edit(firstLine, lastLine, below(tail, lastLine));
}

void SpanEdit::replaceBlockCollection(const Parent &parent, const Value &old, const QByteArray &head, const QByteArray &tail)
{
    const QByteArray lines = below(tail, lineEnd(m_source, old.span().end));
    const qsizetype begin = old.span().begin;
    const qsizetype indicator
        = parent.value->isMap() ? parent.value->entries().at(parent.index).keySpan.end : childBegin(*parent.value, parent.index);
    const bool isCompact = m_source.line(indicator) == m_source.line(begin);
    if (isCompact) {
        // "- a: 1": there is no line of the dash's own.
        return edit(begin, old.span().end, (head.isEmpty() ? head : head.sliced(1)) + lines);
    }
    const qsizetype colon = m_gap.skipSpace(indicator) + 1;
    if (!head.isEmpty()) {
        edit(colon, colon, head);
    }
    const qsizetype firstLine = lineEnd(m_source, colon);
    edit(firstLine, lineEnd(m_source, old.span().end), lines);
}

} // namespace sentinel::yaml
