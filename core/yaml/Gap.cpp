// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/yaml/Gap.h"

#include "core/yaml/Scalars.h"

#include <QCoreApplication>

namespace sentinel::yaml {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

constexpr bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

constexpr bool isFlowMark(char c)
{
    return c == ',' || c == '[' || c == ']' || c == '{' || c == '}';
}

} // namespace

Gap::Gap(const Source &source)
    : m_source(source)
    , m_at(source.start())
{
}

void Gap::walkTo(qsizetype to)
{
    while (m_at < to) {
        step();
    }
    if (to < m_source.size()) {
        content();
    }
}

void Gap::jumpTo(qsizetype end)
{
    m_at = end;
    m_indenting = false;
    m_tab = -1;
}

qsizetype Gap::walkBehind(char indicator)
{
    while (m_at < m_source.size() && m_source.byte(m_at) != indicator) {
        step();
    }
    const qsizetype found = m_at;
    if (m_at < m_source.size()) {
        step();
    }
    return found;
}

qsizetype Gap::skipSpace(qsizetype from) const
{
    while (isSpace(m_source.byte(from)) || m_source.byte(from) == '#') {
        from = m_source.byte(from) == '#' ? lineEnd(m_source, from) : from + 1;
    }
    return from;
}

qsizetype Gap::propertyEnd(qsizetype from) const
{
    if (m_source.byte(from) == '!' && m_source.byte(from + 1) == '<') {
        const qsizetype close = m_source.text().indexOf('>', from);
        return close < 0 ? m_source.size() : close + 1;
    }
    while (from < m_source.size() && !isSpace(m_source.byte(from)) && !isFlowMark(m_source.byte(from))) {
        ++from;
    }
    return from;
}

void Gap::step()
{
    switch (const char c = m_source.byte(m_at)) {
    case '\n':
        m_indenting = true;
        m_tab = -1;
        ++m_at;
        return;
    case '\t':
        m_tab = m_indenting && m_tab < 0 ? m_at : m_tab;
        ++m_at;
        return;
    case ' ':
    case '\r':
        ++m_at;
        return;
    case '#':
        return comment();
    case '&':
    case '!':
    case '*':
        content();
        m_indenting = false;
        m_at = propertyEnd(m_at);
        return;
    case '%':
        return directive();
    default:
        content();
        // A tab behind a dash would be indentation for what follows.
        m_indenting = m_indenting && (c == '-' || c == '?');
        if (c != '-' && c != '?' && c != ':' && c != '.' && !isFlowMark(c)) {
            throw Refusal{.at = m_at,
                          .sentence = Text::tr(
                              "This text belongs to no key and no value; check the quotes and the indentation around it.")};
        }
        ++m_at;
    }
}

void Gap::comment()
{
    if (m_at > m_source.start() && !isSpace(m_source.byte(m_at - 1))) {
        throw Refusal{
            .at = m_at,
            .sentence = Text::tr(
                "A comment needs a space before its \"#\"; if \"#\" belongs to the value, put the whole value in quotes.")};
    }
    m_tab = -1;
    m_at = lineEnd(m_source, m_at);
}

void Gap::directive()
{
    const qsizetype end = lineEnd(m_source, m_at);
    if (m_source.text().sliced(m_at, end - m_at).simplified() != "%YAML 1.2") {
        throw Refusal{.at = m_at, .sentence = Text::tr("Directives other than \"%YAML 1.2\" are not read; remove this line.")};
    }
    m_at = end;
}

void Gap::content() const
{
    if (m_tab >= 0) {
        throw Refusal{.at = m_tab, .sentence = Text::tr("A tab is used as indentation, which YAML forbids; use spaces.")};
    }
}

} // namespace sentinel::yaml
