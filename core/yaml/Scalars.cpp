// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/yaml/Scalars.h"

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

constexpr bool isSpace(char c)
{
    return isBlank(c) || c == '\n' || c == '\r';
}

/// Reads the inside of quotes: escapes, doubled quotes and folded lines.
class QuotedReader
{
public:
    QuotedReader(const Source &source, Span span)
        : m_source(source)
        , m_at(span.begin + 1)
        , m_end(span.end - 1)
        , m_double(source.byte(span.begin) == '"')
    {
    }

    QString read()
    {
        while (m_at < m_end) {
            const char c = m_source.byte(m_at);
            if (c == '\n' || c == '\r') {
                fold();
            } else if (m_double && c == '\\') {
                escape();
            } else {
                // A doubled single quote stands for one.
                m_text += c;
                m_at += !m_double && c == '\'' ? 2 : 1;
                m_keep = isBlank(c) ? m_keep : m_text.size();
            }
        }
        // Qt drops a byte order mark in front; here it is an escape somebody wrote.
        return m_text.startsWith("\xEF\xBB\xBF") ? QString::fromUtf8(' ' + m_text).sliced(1) : QString::fromUtf8(m_text);
    }

private:
    void append(char32_t character)
    {
        m_text += QStringView(QChar::fromUcs4(character)).toUtf8();
        m_keep = m_text.size();
    }

    /// A line break: blanks around it go, one break becomes a space, each further one a line feed.
    void fold()
    {
        m_text.truncate(m_keep);
        const qsizetype breaks = skipBreaks();
        m_text.append(breaks == 1 ? QByteArray(" ") : QByteArray(breaks - 1, '\n'));
        m_keep = m_text.size();
    }

    qsizetype skipBreaks()
    {
        qsizetype breaks = 0;
        for (; m_at < m_end && isSpace(m_source.byte(m_at)); ++m_at) {
            breaks += static_cast<qsizetype>(m_source.byte(m_at) == '\n');
        }
        return breaks;
    }

    void escape()
    {
        const char c = m_source.byte(m_at + 1);
        m_at += 2;
        static constexpr std::string_view kNames = "0abtnvfre \"'/\\N_LP\t";
        static constexpr std::u32string_view kMeans(U"\0\a\b\t\n\v\f\r\x1b \"'/\\\u0085\u00a0\u2028\u2029\t", 19);
        if (c == '\n' || c == '\r') {
            --m_at;
            // The backslash swallows the break; what stood before it stays as it is.
            const qsizetype breaks = skipBreaks();
            m_text.append(QByteArray(std::max<qsizetype>(breaks - 1, 0), '\n'));
            m_keep = m_text.size();
        } else if (const qsizetype digits = c == 'x' ? 2 : c == 'u' ? 4 : c == 'U' ? 8 : 0; digits > 0) {
            append(m_source.text().sliced(m_at, std::min(digits, m_end - m_at)).toUInt(nullptr, 16));
            m_at += digits;
        } else if (const auto name = kNames.find(c); name != std::string_view::npos) {
            append(kMeans[name]);
        }
    }

    const Source &m_source;
    qsizetype m_at;
    qsizetype m_end;
    bool m_double;
    QByteArray m_text;
    qsizetype m_keep = 0; ///< blanks behind this may still turn out to be the end of a line
};

struct BlockHeader
{
    qsizetype explicitIndent = 0; ///< 0: found out from the first line
    bool keep = false; ///< "+"
};

BlockHeader blockHeader(const Source &source, qsizetype begin)
{
    BlockHeader header;
    for (qsizetype at = begin + 1; at < begin + 3; ++at) {
        const char c = source.byte(at);
        if (c >= '1' && c <= '9') {
            header.explicitIndent = c - '0';
        } else if (c == '+') {
            header.keep = true;
        } else if (c != '-') {
            break;
        }
    }
    return header;
}

} // namespace

qsizetype lineEnd(const Source &source, qsizetype at)
{
    const qsizetype feed = source.text().indexOf('\n', at);
    const qsizetype end = feed < 0 ? source.size() : feed;
    return end > at && source.byte(end - 1) == '\r' ? end - 1 : end;
}

qsizetype quotedEnd(const Source &source, qsizetype begin)
{
    const char quote = source.byte(begin);
    for (qsizetype at = begin + 1; at < source.size(); ++at) {
        const char c = source.byte(at);
        if (quote == '"' && c == '\\') {
            ++at;
        } else if (c == quote) {
            if (quote == '"' || source.byte(at + 1) != '\'') {
                return at + 1;
            }
            ++at;
        }
    }
    throw Refusal{.at = begin,
                  .sentence
                  = Text::tr("The quote opened here is never closed; put a %1 at the end of the value.").arg(QLatin1Char(quote))};
}

std::vector<qsizetype> openBrackets(const Source &source, qsizetype begin, qsizetype end)
{
    static constexpr std::string_view kBeforeToken = " \t\n[{,:";
    std::vector<qsizetype> open;
    for (qsizetype at = begin; at < end; ++at) {
        const char c = source.byte(at);
        const bool startsToken = at == begin || kBeforeToken.contains(source.byte(at - 1));
        if ((c == '"' || c == '\'') && startsToken) {
            at = quotedEnd(source, at) - 1;
        } else if (c == '#' && at > begin && isSpace(source.byte(at - 1))) {
            at = lineEnd(source, at) - 1;
        } else if ((c == '[' || c == '{') && (startsToken || !open.empty())) {
            open.push_back(at);
        } else if ((c == ']' || c == '}') && !open.empty()) {
            open.pop_back();
        }
    }
    return open;
}

std::optional<Refusal> unclosedBracket(const Source &source, qsizetype begin)
{
    const std::vector<qsizetype> open = openBrackets(source, begin, source.size());
    if (open.empty() || open.front() != begin) {
        return {};
    }
    const char bracket = source.byte(begin);
    return Refusal{.at = begin,
                   .sentence = Text::tr("The %1 opened here is never closed; put a %2 where it ends.")
                                   .arg(QLatin1Char(bracket))
                                   .arg(QLatin1Char(bracket == '{' ? '}' : ']'))};
}

QString quotedText(const Source &source, Span span)
{
    return QuotedReader(source, span).read();
}

qsizetype plainEnd(const Source &source, qsizetype begin, std::string_view content)
{
    // Folding only turns white space into other white space, so the other characters must match one by one.
    qsizetype at = begin;
    for (const char c : content) {
        if (isSpace(c)) {
            continue;
        }
        while (isSpace(source.byte(at)) && at > begin) {
            ++at;
        }
        if (source.byte(at) != c) {
            return -1;
        }
        ++at;
    }
    return at;
}

qsizetype blockEnd(const Source &source, qsizetype begin, qsizetype parent)
{
    const BlockHeader header = blockHeader(source, begin);
    const qsizetype least = std::max<qsizetype>(parent, 0) + std::max<qsizetype>(header.explicitIndent, 1);
    qsizetype indent = header.explicitIndent > 0 ? least : -1;
    qsizetype end = lineEnd(source, begin);
    for (qsizetype next = source.text().indexOf('\n', begin); next >= 0 && next + 1 < source.size();
         next = source.text().indexOf('\n', next + 1)) {
        const qsizetype start = next + 1;
        const qsizetype stop = lineEnd(source, start);
        qsizetype content = start;
        while (content < stop && source.byte(content) == ' ') {
            ++content;
        }
        const qsizetype column = content - start;
        if (content == stop) {
            // Spaces beyond the indentation are content, too.
            end = header.keep || (indent >= 0 && column > indent) ? stop : end;
            continue;
        }
        if (column < (indent >= 0 ? indent : least)) {
            break;
        }
        const QByteArrayView mark = QByteArrayView(source.text()).sliced(start, std::min<qsizetype>(3, stop - start));
        if (column == 0 && (mark == "---" || mark == "...")) {
            break;
        }
        indent = indent >= 0 ? indent : column;
        end = stop;
    }
    return end;
}

} // namespace sentinel::yaml
