// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/yaml/TreeBuilder.h"

#include "core/yaml/Scalars.h"
#include "core/yaml/Schema.h"

#include <QCoreApplication>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::yaml {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

constexpr std::string_view kCoreTag = "tag:yaml.org,2002:";

bool isPlain(const std::string &tag)
{
    return tag.empty() || tag == "?";
}

} // namespace

TreeBuilder::TreeBuilder(const Source &source, Limits limits, Documents documents)
    : m_source(source)
    , m_limits(limits)
    , m_documents(documents)
    , m_gap(source)
{
}

QList<Value> TreeBuilder::finish()
{
    m_gap.walkTo(m_source.size());
    return std::move(m_done);
}

qsizetype TreeBuilder::openBracket() const
{
    const auto open
        = std::ranges::find_if(m_frames.rbegin(), m_frames.rend(), [](const Frame &frame) { return frame.style == Style::Flow; });
    return open == m_frames.rend() ? -1 : open->begin;
}

qsizetype TreeBuilder::position(const YAML::Mark &mark) const
{
    // At the end of the text yaml-cpp's marks run past it, or are none.
    return mark.pos < 0 ? m_source.size() : std::min(m_source.start() + qsizetype{mark.pos}, m_source.size());
}

void TreeBuilder::OnDocumentStart(const YAML::Mark &mark)
{
    const qsizetype at = position(mark);
    m_gap.walkTo(at);
    ++m_documentCount;
    if (m_documentCount > 1 && m_source.text().sliced(at).first(std::min<qsizetype>(3, m_source.size() - at)) != "---") {
        throw Refusal{.at = at,
                      .sentence = Text::tr("The document is complete before this text; check the indentation and quotes, or "
                                           "begin another document with \"---\".")};
    }
    if (m_documentCount > 1 && m_documents == Documents::One) {
        throw Refusal{
            .at = at,
            .sentence = Text::tr(
                "A second document begins here, but this file must hold just one; remove it or put it in a file of its own.")};
    }
    m_anchors.clear();
    m_root = Value();
}

void TreeBuilder::OnDocumentEnd()
{
    m_done.append(std::move(m_root));
}

TreeBuilder::Explicit TreeBuilder::skipProperties(qsizetype at, int most) const
{
    Explicit found{.begin = at, .tag = {}};
    for (; most > 0 && (m_source.byte(found.begin) == '&' || m_source.byte(found.begin) == '!'); --most) {
        const qsizetype end = m_gap.propertyEnd(found.begin);
        if (m_source.byte(found.begin) == '!') {
            found.tag = m_source.text().sliced(found.begin, end - found.begin);
        }
        // A property at the end of a line may have nothing behind it; then the node is empty and begins here.
        const qsizetype next = m_gap.skipSpace(end);
        found.begin = next < m_source.size() && belongsHere(next) ? next : end;
    }
    return found;
}

/// Whether a node that begins at `at` is indented as a value of the innermost collection; else it is the next entry.
bool TreeBuilder::belongsHere(qsizetype at) const
{
    if (m_frames.empty() || m_frames.back().style != Style::Block) {
        return true;
    }
    const Frame &frame = m_frames.back();
    const qsizetype column = at - m_source.lineStart(at);
    const bool sequenceBelowKey = frame.isMap && column == frame.column && m_source.byte(at) == '-';
    return column > frame.column || sequenceBelowKey || (!frame.isMap && m_source.line(at) == m_source.line(m_gap.at()))
        || (frame.hasKey && m_source.line(at) == frame.key.keyLine);
}

void TreeBuilder::OnScalar(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor, const std::string &content)
{
    constexpr int kTagAndAnchor = 2;
    const qsizetype at = position(mark);
    const Explicit node = skipProperties(at, kTagAndAnchor);
    const char first = m_source.byte(node.begin);
    const bool isQuoted = first == '"' || first == '\'';
    const bool isEmpty = content.empty() && !isQuoted && first != '|' && first != '>';
    m_gap.walkTo(node.begin);
    const Span span = isEmpty ? Span{.begin = node.begin, .end = node.begin} : scalarSpan(node.begin, content);
    const QString text
        = isQuoted ? quotedText(m_source, span) : QString::fromUtf8(content.data(), static_cast<qsizetype>(content.size()));
    Value value = scalarValue(node.begin, tag, text);
    m_gap.jumpTo(span.end);
    m_lastScalar = span;
    if (expectsKey()) {
        takeKey(std::move(value), span);
    } else {
        deliver({.value = std::move(value)}, span, anchor);
    }
}

Span TreeBuilder::scalarSpan(qsizetype begin, const std::string &content) const
{
    switch (m_source.byte(begin)) {
    case '"':
    case '\'':
        return {.begin = begin, .end = quotedEnd(m_source, begin)};
    case '|':
    case '>':
        return {.begin = begin, .end = blockEnd(m_source, begin, m_frames.empty() ? -1 : m_frames.back().column)};
    default:
        const qsizetype end = plainEnd(m_source, begin, content);
        if (end < 0) {
            throw Refusal{.at = begin, .sentence = Text::tr("This value is not read the way it is written; put it in quotes.")};
        }
        return {.begin = begin, .end = end};
    }
}

Value TreeBuilder::scalarValue(qsizetype begin, const std::string &tag, const QString &text) const
{
    Value::Kind kind = plainKind(text);
    if (!isPlain(tag)) {
        const bool isCore = tag.starts_with(kCoreTag);
        const std::string_view name = isCore ? std::string_view(tag).substr(kCoreTag.size()) : std::string_view(tag);
        const bool isText = tag == "!" || (isCore && name == "str");
        const bool fits = isText
            || (isCore
                && ((name == "null" && kind == Value::Kind::Null) || (name == "bool" && kind == Value::Kind::Boolean)
                    || ((name == "int" || name == "float") && kind == Value::Kind::Number)));
        if (!fits) {
            throw Refusal{.at = begin,
                          .sentence = Text::tr("The tag %1 cannot be read here; remove it.")
                                          .arg(QString::fromUtf8(tag.data(), static_cast<qsizetype>(tag.size())))};
        }
        kind = isText ? Value::Kind::String : kind;
    }
    switch (kind) {
    case Value::Kind::Null:
        return {};
    case Value::Kind::Boolean:
        return text.compare("true"_L1, Qt::CaseInsensitive) == 0;
    case Value::Kind::Number:
        return Value::number(text);
    default:
        return text;
    }
}

void TreeBuilder::OnNull(const YAML::Mark &mark, YAML::anchor_t anchor)
{
    const qsizetype at = position(mark);
    if (expectsKey()) {
        refuseKey(at);
    }
    if (!m_frames.empty() && !m_frames.back().isMap && m_source.byte(at) == ',') {
        refuseKey(at);
    }
    if (at < m_gap.at() || at >= m_source.size() || !belongsHere(at)) {
        return impliedNull(m_source.size(), anchor);
    }
    constexpr int kTagAndAnchor = 2;
    const Explicit node = skipProperties(at, kTagAndAnchor);
    for (const QByteArrayView word : {"~", "null", "Null", "NULL"}) {
        const QByteArrayView there = QByteArrayView(m_source.text()).sliced(node.begin);
        if (there.startsWith(word) && belongsHere(node.begin)) {
            const Span span{.begin = node.begin, .end = node.begin + word.size()};
            m_gap.walkTo(span.begin);
            m_gap.jumpTo(span.end);
            // yaml-cpp forgets the tag of a plain null.
            const bool isText = node.tag == "!" || node.tag == "!!str";
            return deliver({.value = isText ? Value(QString::fromUtf8(word)) : Value()}, span, anchor);
        }
    }
    impliedNull(node.begin > at ? node.begin : m_source.size(), anchor);
}

/// A null nobody wrote: it stands behind its properties at `at`, or else right behind the ":" or "-".
void TreeBuilder::impliedNull(qsizetype at, YAML::anchor_t anchor)
{
    if (!m_frames.empty() && at == m_source.size()) {
        const Frame &frame = m_frames.back();
        const qsizetype next = m_gap.skipSpace(m_gap.at());
        const char indicator = frame.isMap ? ':' : '-';
        at = m_source.byte(next) == indicator ? next + 1 : m_gap.at();
    }
    at = m_frames.empty() && at == m_source.size() ? m_gap.skipSpace(m_gap.at()) : at;
    m_gap.walkTo(std::max(at, m_gap.at()));
    deliver({.value = {}}, {.begin = at, .end = at}, anchor);
}

void TreeBuilder::OnAlias(const YAML::Mark &mark, YAML::anchor_t anchor)
{
    const qsizetype at = position(mark);
    if (expectsKey()) {
        throw Refusal{.at = at, .sentence = Text::tr("An alias (*) cannot be a key here; write the key itself.")};
    }
    const auto known = m_anchors.find(anchor);
    if (known == m_anchors.end()) {
        throw Refusal{.at = at,
                      .sentence = Text::tr("This alias points into the value it is a part of; such a value has no end.")};
    }
    m_gap.walkTo(at);
    const Span span{.begin = at, .end = m_gap.propertyEnd(at)};
    m_gap.jumpTo(span.end);
    count(known->second.nodes - 1, at);
    if (static_cast<int>(m_frames.size()) + known->second.depth > m_limits.depth) {
        throw Refusal{.at = at,
                      .sentence
                      = Text::tr("With this alias the text nests deeper than the %1 levels that are read.").arg(m_limits.depth)};
    }
    deliver(known->second, span, 0);
}

void TreeBuilder::OnSequenceStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                                  YAML::EmitterStyle::value style)
{
    start(mark, tag, anchor, style, false);
}

void TreeBuilder::OnMapStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                             YAML::EmitterStyle::value style)
{
    start(mark, tag, anchor, style, true);
}

void TreeBuilder::OnSequenceEnd()
{
    end();
}

void TreeBuilder::OnMapEnd()
{
    end();
}

void TreeBuilder::start(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor, YAML::EmitterStyle::value style,
                        bool isMap)
{
    const qsizetype at = position(mark);
    if (expectsKey()) {
        refuseKey(at);
    }
    if (static_cast<int>(m_frames.size()) >= m_limits.depth) {
        throw Refusal{.at = at,
                      .sentence = Text::tr("The text nests deeper than the %1 levels that are read.").arg(m_limits.depth)};
    }
    if (!isPlain(tag) && tag != std::string(kCoreTag) + (isMap ? "map" : "seq")) {
        throw Refusal{.at = at,
                      .sentence = Text::tr("The tag %1 cannot be read here; remove it.")
                                      .arg(QString::fromUtf8(tag.data(), static_cast<qsizetype>(tag.size())))};
    }
    const qsizetype begin = skipProperties(at, (anchor != 0 ? 1 : 0) + (isPlain(tag) ? 0 : 1)).begin;
    m_gap.walkTo(begin);
    const bool isFlow = style == YAML::EmitterStyle::Flow;
    const bool isPair = isFlow && isMap && m_source.byte(begin) != '{';
    m_frames.push_back({.isMap = isMap,
                        .style = isPair ? Style::Pair
                            : isFlow    ? Style::Flow
                                        : Style::Block,
                        .begin = begin,
                        .column = begin - m_source.lineStart(begin),
                        .anchor = anchor});
    if (isFlow && !isPair) {
        m_gap.jumpTo(begin + 1);
    }
}

void TreeBuilder::end()
{
    Frame frame = std::move(m_frames.back());
    m_frames.pop_back();
    if (frame.style == Style::Flow) {
        m_gap.walkBehind(frame.isMap ? '}' : ']');
    }
    Value value = frame.isMap ? Value::map(std::move(frame.entries)) : Value::list(std::move(frame.items));
    deliver({.value = std::move(value), .nodes = frame.nodes, .depth = frame.depth}, {.begin = frame.begin, .end = m_gap.at()},
            frame.anchor);
}

void TreeBuilder::count(qsizetype nodes, qsizetype at)
{
    m_nodes += nodes;
    if (m_nodes > m_limits.nodes) {
        throw Refusal{.at = at,
                      .sentence
                      = Text::tr("The text holds more than the %1 values that are read; aliases count each time they are used.")
                            .arg(m_limits.nodes)};
    }
}

void TreeBuilder::deliver(Node node, Span span, YAML::anchor_t anchor)
{
    count(1, span.begin);
    const int column = m_source.column(span.begin);
    node.value.setPlace(m_source.line(span.begin), column, span);
    if (anchor != 0) {
        m_anchors.insert_or_assign(anchor, node);
    }
    if (m_frames.empty()) {
        m_root = std::move(node.value);
        return;
    }
    Frame &frame = m_frames.back();
    frame.nodes += node.nodes + (frame.isMap ? 1 : 0);
    frame.depth = std::max(frame.depth, node.depth + 1);
    if (frame.isMap) {
        frame.key.value = std::move(node.value);
        frame.entries.append(std::move(frame.key));
        frame.hasKey = false;
    } else {
        frame.items.append(std::move(node.value));
    }
}

} // namespace sentinel::yaml
