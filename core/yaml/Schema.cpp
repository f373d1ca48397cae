// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/yaml/Schema.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace sentinel::yaml {

namespace {

constexpr bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

constexpr bool isHexDigit(QChar c)
{
    return isDigit(c) || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
}

/// Length of the run from `at` on whose characters satisfy `is`.
template <typename Is>
qsizetype run(QStringView text, qsizetype at, Is is)
{
    const qsizetype from = at;
    while (at < text.size() && is(text[at])) {
        ++at;
    }
    return at - from;
}

template <typename Is>
bool isAll(QStringView text, Is is)
{
    return !text.isEmpty() && run(text, 0, is) == text.size();
}

bool isOneOf(QStringView text, std::initializer_list<QLatin1StringView> names,
             Qt::CaseSensitivity sensitivity = Qt::CaseSensitive)
{
    return std::ranges::any_of(names, [&](QLatin1StringView name) { return text.compare(name, sensitivity) == 0; });
}

QStringView withoutSign(QStringView text)
{
    return !text.isEmpty() && (text[0] == u'+' || text[0] == u'-') ? text.sliced(1) : text;
}

/// Digits, point and exponent as loosely as any reader takes them: YAML 1.1 allows "_" between digits.
bool isLooseDecimal(QStringView text)
{
    const auto digit = [](QChar c) { return isDigit(c) || c == u'_'; };
    qsizetype at = run(text, 0, digit);
    qsizetype digits = std::ranges::count_if(text.first(at), isDigit);
    if (at < text.size() && text[at] == u'.') {
        const qsizetype fraction = run(text, at + 1, digit);
        digits += std::ranges::count_if(text.sliced(at + 1, fraction), isDigit);
        at += 1 + fraction;
    }
    if (digits == 0) {
        return false;
    }
    if (at < text.size() && (text[at] == u'e' || text[at] == u'E')) {
        ++at;
        if (at < text.size() && (text[at] == u'+' || text[at] == u'-')) {
            ++at;
        }
        const qsizetype exponent = run(text, at, digit);
        return exponent > 0 && at + exponent == text.size();
    }
    return at == text.size();
}

/// 0b11, 0o17, 0x1F in any case and with "_".
bool isLooseRadix(QStringView text)
{
    if (text.size() < 3 || text[0] != u'0') {
        return false;
    }
    const QStringView digits = text.sliced(2);
    switch (text[1].toLower().unicode()) {
    case u'b':
    case u'o':
        return isAll(digits, [](QChar c) { return isDigit(c) || c == u'_'; });
    case u'x':
        return isAll(digits, [](QChar c) {
            return isHexDigit(c) || c == u'_' || c == u'.' || c == u'p' || c == u'P' || c == u'-' || c == u'+';
        });
    default:
        return false;
    }
}

/// 12:30:45 is 45045 to YAML 1.1.
bool isSexagesimal(QStringView text)
{
    const auto digit = [](QChar c) { return isDigit(c) || c == u'_'; };
    qsizetype at = run(text, 0, digit);
    if (at == 0 || at == text.size() || text[at] != u':') {
        return false;
    }
    while (at < text.size() && text[at] == u':') {
        const qsizetype part = run(text, at + 1, digit);
        if (part == 0) {
            return false;
        }
        at += 1 + part;
    }
    if (at < text.size() && text[at] == u'.') {
        at += 1 + run(text, at + 1, digit);
    }
    return at == text.size();
}

/// 2026-01-31, with or without a time behind it.
bool isDate(QStringView text)
{
    qsizetype at = 0;
    for (const auto &[least, most] : {std::pair{4, 4}, std::pair{1, 2}, std::pair{1, 2}}) {
        if (at > 0) {
            if (at >= text.size() || text[at] != u'-') {
                return false;
            }
            ++at;
        }
        const qsizetype digits = run(text, at, isDigit);
        if (digits < least || digits > most) {
            return false;
        }
        at += digits;
    }
    return at == text.size() || text[at] == u'T' || text[at] == u't' || text[at] == u' ' || text[at] == u'\t';
}

} // namespace

bool isNumber(QStringView text)
{
    if (text.startsWith("0o"_L1)) {
        return isAll(text.sliced(2), [](QChar c) { return c >= u'0' && c <= u'7'; });
    }
    if (text.startsWith("0x"_L1)) {
        return isAll(text.sliced(2), isHexDigit);
    }
    if (isOneOf(text, {".nan"_L1, ".NaN"_L1, ".NAN"_L1})) {
        return true;
    }
    const QStringView amount = withoutSign(text);
    if (isOneOf(amount, {".inf"_L1, ".Inf"_L1, ".INF"_L1})) {
        return true;
    }
    return isLooseDecimal(amount) && !amount.contains(u'_');
}

Value::Kind plainKind(QStringView text)
{
    if (text.isEmpty() || isOneOf(text, {"~"_L1, "null"_L1, "Null"_L1, "NULL"_L1})) {
        return Value::Kind::Null;
    }
    const QChar first = text[0];
    if ((first == u't' || first == u'f' || first == u'T' || first == u'F')
        && isOneOf(text, {"true"_L1, "false"_L1, "True"_L1, "False"_L1, "TRUE"_L1, "FALSE"_L1})) {
        return Value::Kind::Boolean;
    }
    const bool mayBeNumber = isDigit(first) || first == u'+' || first == u'-' || first == u'.';
    return mayBeNumber && isNumber(text) ? Value::Kind::Number : Value::Kind::String;
}

bool isTextEverywhere(QStringView text)
{
    if (text.isEmpty()) {
        return false;
    }
    const QChar first = text[0];
    if (isDigit(first) || first == u'+' || first == u'-' || first == u'.' || first == u'_') {
        const QStringView amount = withoutSign(text);
        return !isLooseDecimal(amount) && !isLooseRadix(amount) && !isSexagesimal(amount) && !isDate(text)
            && !isOneOf(amount, {".inf"_L1, ".nan"_L1}, Qt::CaseInsensitive);
    }
    static constexpr qsizetype kLongestWord = 5; // false
    return text.size() > kLongestWord
        || !isOneOf(
               text,
               {"~"_L1, "null"_L1, "true"_L1, "false"_L1, "yes"_L1, "no"_L1, "on"_L1, "off"_L1, "y"_L1, "n"_L1, "="_L1, "<<"_L1},
               Qt::CaseInsensitive);
}

} // namespace sentinel::yaml
