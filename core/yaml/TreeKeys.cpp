// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/yaml/Scalars.h"
#include "core/yaml/TreeBuilder.h"

#include <QCoreApplication>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::yaml {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

/// From this size on the keys of a map are looked up in a table.
constexpr qsizetype kManyKeys = 16;

} // namespace

void TreeBuilder::refuseKey(qsizetype at) const
{
    const QByteArrayView there = QByteArrayView(m_source.text()).sliced(at);
    const bool doubleBrace = there.startsWith("{{") || (there.startsWith("{") && m_source.byte(at - 1) == '{');
    if (doubleBrace) {
        throw Refusal{.at = at,
                      .sentence = Text::tr("This looks like a template ({{ … }}); YAML is read after templates are filled in, so "
                                           "put it in quotes or render it first.")};
    }
    if (there.startsWith(":")) {
        throw Refusal{.at = at, .sentence = Text::tr("There is no key before this \":\"; write one.")};
    }
    if (there.startsWith(",") || there.startsWith("}")) {
        throw Refusal{.at = at,
                      .sentence = Text::tr("There is nothing before this comma; remove the comma, or write the missing value.")};
    }
    if (there.startsWith("{") || there.startsWith("[")) {
        if (const auto unclosed = unclosedBracket(m_source, at)) {
            throw *unclosed;
        }
    }
    if (there.startsWith("{") || there.startsWith("[") || there.startsWith("?") || there.startsWith("-")) {
        throw Refusal{.at = at, .sentence = Text::tr("A key must be text, not a list or a map; give it a name.")};
    }
    throw Refusal{.at = at, .sentence = Text::tr("This key is read as null, not as text; put it in quotes.")};
}

void TreeBuilder::takeKey(Value value, Span span)
{
    Frame &frame = m_frames.back();
    const QString written = QString::fromUtf8(m_source.text().sliced(span.begin, span.end - span.begin));
    if (value.kind() != Value::Kind::String) {
        throw Refusal{.at = span.begin,
                      .sentence
                      = Text::tr("The key %1 is read as a number or a boolean, not as text; write it as \"%1\".").arg(written)};
    }
    if (written == u"<<") {
        throw Refusal{.at = span.begin,
                      .sentence
                      = Text::tr("Merge keys (<<) are no longer part of YAML and are not read; write the entries out.")};
    }
    count(1, span.begin);
    const int column = m_source.column(span.begin);
    frame.key
        = Entry{.key = value.text(), .value = {}, .keyLine = m_source.line(span.begin), .keyColumn = column, .keySpan = span};
    frame.hasKey = true;
    refuseDuplicate(frame);
}

void TreeBuilder::refuseDuplicate(Frame &frame) const
{
    int first = 0;
    if (frame.entries.size() < kManyKeys) {
        const auto found = std::ranges::find(frame.entries, frame.key.key, &Entry::key);
        first = found == frame.entries.end() ? 0 : found->keyLine;
    } else {
        if (frame.lines.isEmpty()) {
            for (const Entry &entry : std::as_const(frame.entries)) {
                frame.lines.insert(entry.key, entry.keyLine);
            }
        }
        first = frame.lines.value(frame.key.key, 0);
        frame.lines.insert(frame.key.key, frame.key.keyLine);
    }
    if (first > 0) {
        throw Refusal{.at = frame.key.keySpan.begin,
                      .sentence
                      = Text::tr("The key \"%1\" stands here a second time, it is already in line %2; keep one of them.")
                            .arg(frame.key.key, QString::number(first))};
    }
}

} // namespace sentinel::yaml
