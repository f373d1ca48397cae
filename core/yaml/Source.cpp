// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/yaml/Source.h"

#include <QCoreApplication>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::yaml {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

constexpr bool isContinuation(unsigned char byte)
{
    return (byte & 0xC0U) == 0x80U;
}

struct Decoded
{
    char32_t character = 0;
    qsizetype length = 0; ///< 0: not UTF-8
};

/// One character of two to four bytes, the way RFC 3629 allows it: shortest form, no surrogates, at most U+10FFFF.
Decoded decode(const char *text, qsizetype left)
{
    const auto at = [&](qsizetype i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char lead = at(0);
    const qsizetype length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || length > left) {
        return {};
    }
    char32_t character = lead & (0xFFU >> (length + 1));
    for (qsizetype i = 1; i < length; ++i) {
        if (!isContinuation(at(i))) {
            return {};
        }
        character = (character << 6U) | (at(i) & 0x3FU);
    }
    const bool tooLong = (length == 3 && character < 0x800) || (length == 4 && character < 0x10000);
    const bool surrogate = character >= 0xD800 && character <= 0xDFFF;
    return tooLong || surrogate || character > 0x10FFFF ? Decoded{} : Decoded{.character = character, .length = length};
}

QString hex(char32_t character)
{
    return u"U+%1"_s.arg(QString::number(static_cast<uint>(character), 16).toUpper().rightJustified(4, u'0'));
}

} // namespace

Source::Source(const QByteArray &text, const QString &fileName)
    : m_text(text)
    , m_fileName(fileName)
    , m_start(text.startsWith("\xEF\xBB\xBF") ? 3 : 0)
{
    m_lineStarts.push_back(0);
    for (qsizetype at = m_text.indexOf('\n'); at >= 0; at = m_text.indexOf('\n', at + 1)) {
        m_lineStarts.push_back(at + 1);
    }
    m_knownAt = m_start;
}

int Source::column(qsizetype at) const
{
    at = std::clamp(at, m_start, m_text.size());
    const bool sameLine = m_knownLine + 1 == m_lineStarts.size() || at < m_lineStarts[m_knownLine + 1];
    if (at < m_knownAt || !sameLine) {
        const auto next = std::ranges::upper_bound(m_lineStarts, at);
        m_knownLine = static_cast<std::size_t>(next - m_lineStarts.begin()) - 1;
        m_knownAt = std::max(m_lineStarts[m_knownLine], m_start);
        m_knownColumn = 0;
    }
    const auto *bytes = m_text.constData();
    m_knownColumn += static_cast<int>(
        std::count_if(bytes + m_knownAt, bytes + at, [](char c) { return !isContinuation(static_cast<unsigned char>(c)); }));
    m_knownAt = at;
    return m_knownColumn + 1;
}

int Source::line(qsizetype at) const
{
    (void)column(at);
    return static_cast<int>(m_knownLine) + 1;
}

qsizetype Source::lineStart(qsizetype at) const
{
    (void)column(at);
    return std::max(m_lineStarts[m_knownLine], m_start);
}

Location Source::place(qsizetype at) const
{
    const int column = this->column(at);
    return Location{.file = m_fileName, .line = static_cast<int>(m_knownLine) + 1, .column = column};
}

void Source::check(const Limits &limits) const
{
    if (m_text.size() > limits.bytes) {
        throw Refusal{.at = m_start,
                      .sentence = Text::tr("The text is %1 bytes long, more than the %2 that are read; is this the right file?")
                                      .arg(m_text.size())
                                      .arg(limits.bytes)};
    }
    const char *bytes = m_text.constData();
    // yaml-cpp holds a whole flow collection as tokens before its first event; only so many may be.
    qsizetype flowMarks = 0;
    for (qsizetype at = m_start; at < m_text.size();) {
        const auto byte = static_cast<unsigned char>(bytes[at]);
        if (byte >= 0x20 && byte < 0x7F) {
            flowMarks += static_cast<qsizetype>(byte == '[' || byte == '{' || byte == ',');
            ++at;
        } else if (byte < 0x80) {
            checkCharacter(at, byte, 1);
            ++at;
        } else {
            const Decoded decoded = decode(bytes + at, m_text.size() - at);
            checkCharacter(at, decoded.character, decoded.length);
            at += decoded.length;
        }
        if (flowMarks > 2 * limits.nodes) {
            throw Refusal{.at = at,
                          .sentence
                          = Text::tr("There are more than %1 brackets and commas up to here; that is too much to read safely.")
                                .arg(2 * limits.nodes)};
        }
    }
}

void Source::checkCharacter(qsizetype at, char32_t character, qsizetype length) const
{
    if (length == 0) {
        throw Refusal{.at = at,
                      .sentence
                      = Text::tr("Byte %1 of the file (0x%2) is not UTF-8; save the file as UTF-8.")
                            .arg(at + 1)
                            .arg(QString::number(static_cast<unsigned char>(byte(at)), 16).toUpper().rightJustified(2, u'0'))};
    }
    if (character == U'\t' || character == U'\n' || (character == U'\r' && byte(at + 1) == '\n')) {
        return;
    }
    if (character == U'\r') {
        throw Refusal{
            .at = at,
            .sentence = Text::tr(
                "A carriage return without a line feed is no line ending here; save the file with LF or CRLF line endings.")};
    }
    if (character == 0) {
        throw Refusal{.at = at,
                      .sentence
                      = Text::tr("The file contains a NUL byte, so it is no YAML text; UTF-16 must be saved as UTF-8.")};
    }
    const bool control = character < 0x20 || (character >= 0x7F && character < 0xA0 && character != 0x85);
    if (control || character == 0xFEFF || character == 0xFFFE || character == 0xFFFF) {
        throw Refusal{
            .at = at,
            .sentence
            = Text::tr("The invisible character %1 is not allowed in YAML; delete it, or write it as an escape in double quotes.")
                  .arg(hex(character))};
    }
}

} // namespace sentinel::yaml
