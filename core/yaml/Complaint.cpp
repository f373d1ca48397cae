// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/yaml/Complaint.h"

#include "core/yaml/Scalars.h"

#include <QCoreApplication>
#include <algorithm>
#include <optional>

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

constexpr bool isBreak(char c)
{
    return c == '\n' || c == '\r' || c == '\0';
}

/// A tab in the indentation of a line that has content, between two places.
std::optional<qsizetype> indentingTab(const Source &source, qsizetype from, qsizetype to)
{
    for (qsizetype start = source.lineStart(from); start >= 0 && start <= to && start < source.size();) {
        qsizetype at = start;
        qsizetype tab = -1;
        for (; isBlank(source.byte(at)); ++at) {
            tab = tab < 0 && source.byte(at) == '\t' ? at : tab;
        }
        if (tab >= 0 && !isBreak(source.byte(at)) && source.byte(at) != '#') {
            return tab;
        }
        const qsizetype feed = source.text().indexOf('\n', start);
        start = feed < 0 ? -1 : feed + 1;
    }
    return {};
}

/// The quoted scalar after `from` that is never closed, or, below a place yaml-cpp stumbled over, the one that ends there lines
/// later.
struct Quote
{
    qsizetype open = 0;
    qsizetype close = -1;
};

std::optional<Quote> openQuote(const Source &source, qsizetype from, qsizetype to)
{
    bool inPlain = false;
    for (qsizetype at = from; at < source.size() && at <= to; ++at) {
        const char c = source.byte(at);
        const char before = at > from ? source.byte(at - 1) : ' ';
        if (c == '\n') {
            inPlain = false;
        } else if (c == '#' && (isBlank(before) || before == '\n')) {
            at = lineEnd(source, at);
            inPlain = false;
        } else if ((c == '"' || c == '\'') && !inPlain) {
            try {
                const qsizetype end = quotedEnd(source, at);
                if (end >= to && source.line(end) > source.line(at)) {
                    return Quote{.open = at, .close = end};
                }
                at = end - 1;
            } catch (const Refusal &) {
                return Quote{.open = at, .close = -1};
            }
        } else if ((c == ':' && (isBlank(source.byte(at + 1)) || isBreak(source.byte(at + 1)))) || c == ',' || c == '['
                   || c == '{' || c == '-') {
            inPlain = c == '-' && !isBlank(source.byte(at + 1));
        } else if (!isBlank(c)) {
            inPlain = true;
        }
    }
    return {};
}

Refusal quoteComplaint(const Source &source, const Quote &quote)
{
    if (quote.close < 0) {
        return {.at = quote.open,
                .sentence = Text::tr("The quote opened here is never closed; put a %1 at the end of the value.")
                                .arg(QLatin1Char(source.byte(quote.open)))};
    }
    return {
        .at = quote.open,
        .sentence
        = Text::tr(
              "The quote opened here is closed only in line %1, in the middle of other text; put a %2 at the end of the value.")
              .arg(source.line(quote.close - 1))
              .arg(QLatin1Char(source.byte(quote.open)))};
}

QString bracketSentence(const Source &source, qsizetype open)
{
    const bool isMap = source.byte(open) == '{';
    const QString closing = isMap ? u"}"_s : u"]"_s;
    return Text::tr("This does not continue the %1 opened in line %2: put a comma between entries, quotes around text with "
                    "special characters, and a %3 at the end.")
        .arg(QLatin1Char(source.byte(open)))
        .arg(source.line(open))
        .arg(closing);
}

/// A ":" where no key can be: a second one on its line, or behind text that went on from the line above.
Refusal colonComplaint(const Source &source, qsizetype at)
{
    const qsizetype start = source.lineStart(at);
    const QByteArray before = source.text().sliced(start, at - start);
    if (before.contains(": ")) {
        return {.at = at,
                .sentence = Text::tr("A second \":\" cannot stand on this line; put the value that contains it in quotes.")};
    }
    qsizetype key = start;
    while (isBlank(source.byte(key))) {
        ++key;
    }
    return {.at = key,
            .sentence = Text::tr("This line goes on from the text in the line above and so cannot be a key: indent it like the "
                                 "keys around it, and see "
                                 "that the line above has its own \":\".")};
}

QString indicatorSentence(char c)
{
    switch (c) {
    case '@':
    case '`':
    case '%':
        return Text::tr("A value cannot begin with %1; put it in quotes.").arg(QLatin1Char(c));
    case ']':
    case '}':
        return Text::tr("This %1 closes nothing; remove it, or put the text it belongs to in quotes.").arg(QLatin1Char(c));
    case ',':
        return Text::tr("A value cannot begin with a comma; put it in quotes, or remove the comma.");
    case '?':
    case '-':
    case ':':
        return Text::tr("\"%1\" cannot stand here; check the indentation, or put the text in quotes.").arg(QLatin1Char(c));
    default:
        return {};
    }
}

QString sentence(const YAML::Exception &exception, char there)
{
    namespace Message = YAML::ErrorMsg;
    const std::string_view said = exception.msg;
    const auto begins = [&](const char *with) { return said.starts_with(with); };
    if (begins(Message::MAP_VALUE)) {
        return Text::tr("A \":\" cannot stand here: the line has a second one, or the key spans several lines; put the text that "
                        "contains it in quotes.");
    }
    if (begins(Message::MAP_KEY) || begins(Message::BLOCK_ENTRY)) {
        return Text::tr("A new entry cannot begin here; begin it on a line of its own, indented like its neighbours.");
    }
    if (begins(Message::INVALID_ESCAPE) || begins(Message::INVALID_HEX)) {
        return Text::tr("This backslash escape is unknown; write \\\\ for a backslash, or use single quotes.");
    }
    if (begins(Message::INVALID_UNICODE)) {
        return Text::tr("This escape is no character of its own; write the character itself, or \\U with eight digits.");
    }
    if (begins(Message::UNKNOWN_ANCHOR)) {
        return Text::tr("No anchor of this name (&) stands before this alias (*); if no alias is meant, put the text in quotes.");
    }
    if (begins(Message::CHAR_IN_BLOCK) || begins(Message::ZERO_INDENT_IN_BLOCK)) {
        return Text::tr("Behind | or > only +, - and a digit from 1 to 9 may stand; begin the text on the next line.");
    }
    if (begins(Message::DOC_IN_SCALAR)) {
        return Text::tr("The document ends inside of quotes; close the quote before \"---\".");
    }
    if (const QString indicator = indicatorSentence(there); !indicator.isEmpty()) {
        return indicator;
    }
    if (begins(Message::END_OF_MAP) || begins(Message::END_OF_SEQ)) {
        return Text::tr("This line fits neither what stands above nor below: check its indentation, the space behind \":\" or "
                        "\"-\", and quotes.");
    }
    return Text::tr("This is not YAML (%1); check the line and the one above it.")
        .arg(QString::fromUtf8(said.data(), static_cast<qsizetype>(said.size())));
}

/// Escapes are complained about behind the letter; people look at the backslash.
qsizetype backslashBefore(const Source &source, qsizetype at)
{
    const qsizetype found = source.text().first(std::clamp<qsizetype>(at, 0, source.size())).lastIndexOf('\\');
    return found >= 0 && at - found <= 10 ? found : at;
}

/// The innermost bracket open at `at`: yaml-cpp may stumble before it has told of it.
qsizetype openBracket(const Source &source, const TreeBuilder &builder, qsizetype at)
{
    const auto open = openBrackets(source, builder.readUpTo(), at);
    return open.empty() ? builder.openBracket() : open.back();
}

Refusal diagnosis(const Source &source, const TreeBuilder &builder, const YAML::Exception &exception)
{
    namespace Message = YAML::ErrorMsg;
    const qsizetype at
        = exception.mark.pos < 0 ? source.size() : std::min(source.start() + qsizetype{exception.mark.pos}, source.size());
    const std::string_view said = exception.msg;
    if (said.starts_with(Message::INVALID_ESCAPE) || said.starts_with(Message::INVALID_HEX)
        || said.starts_with(Message::INVALID_UNICODE)) {
        const qsizetype backslash = backslashBefore(source, at);
        return {.at = backslash, .sentence = sentence(exception, '\0')};
    }
    if (const auto quote = openQuote(source, builder.readUpTo(), at)) {
        return quoteComplaint(source, *quote);
    }
    const Span last = builder.lastScalar();
    const char first = source.byte(last.begin);
    const bool isQuoted = first == '"' || first == '\'';
    if (isQuoted && source.line(last.begin) < source.line(last.end) && source.line(last.end) == source.line(at)) {
        return quoteComplaint(source, {.open = last.begin, .close = last.end});
    }
    if (const auto tab = indentingTab(source, builder.readUpTo(), at)) {
        return {.at = *tab, .sentence = Text::tr("A tab is used as indentation, which YAML forbids; use spaces.")};
    }
    const bool isFlow = said == Message::END_OF_MAP_FLOW || said == Message::END_OF_SEQ_FLOW || said == Message::FLOW_END;
    if (const qsizetype open = openBracket(source, builder, at); open >= 0 && (isFlow || at >= source.size())) {
        const auto unclosed = unclosedBracket(source, open);
        return at >= source.size() && unclosed ? *unclosed : Refusal{.at = at, .sentence = bracketSentence(source, open)};
    }
    if (isQuoted && last.end <= at && source.line(last.end) == source.line(at) && at < source.size() && source.byte(at) != '\n') {
        return {.at = at,
                .sentence
                = Text::tr("Text stands behind a closing quote; put all of it inside, where a quote is written '' or \\\".")};
    }
    if (said == Message::MAP_VALUE) {
        return colonComplaint(source, at);
    }
    return {.at = at, .sentence = sentence(exception, source.byte(at))};
}

} // namespace

Refusal complaint(const Source &source, const TreeBuilder &builder, const YAML::Exception &exception)
{
    try {
        return diagnosis(source, builder, exception);
    } catch (const Refusal &deeper) {
        return deeper; // a quote that is never closed came to light
    }
}

Refusal complaint(const Source &source, const TreeBuilder &builder, const Refusal &refusal)
{
    if (builder.openBracket() < 0) {
        return refusal;
    }
    try {
        return unclosedBracket(source, builder.openBracket()).value_or(refusal);
    } catch (const Refusal &deeper) {
        return deeper;
    }
}

} // namespace sentinel::yaml
