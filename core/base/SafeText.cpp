// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/SafeText.h"

#include <QStringView>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel {

namespace {

constexpr char16_t kEscape = 0x1B;
constexpr char16_t kBell = 0x07;
constexpr char16_t kStringEnd = 0x9C;

bool isBetween(QChar letter, char16_t first, char16_t last)
{
    return letter >= QChar(first) && letter <= QChar(last);
}

/// Parameters, intermediates and the final letter after a control sequence introducer; an invalid one ends before what breaks it.
qsizetype endOfControl(QStringView text, qsizetype at)
{
    while (at < text.size() && isBetween(text[at], 0x30, 0x3F)) {
        ++at;
    }
    while (at < text.size() && isBetween(text[at], 0x20, 0x2F)) {
        ++at;
    }
    return at < text.size() && isBetween(text[at], 0x40, 0x7E) ? at + 1 : at;
}

/// After the string of a command; `at` itself when it is never ended, since then it is the text that would be lost.
qsizetype endOfString(QStringView text, qsizetype at, bool endsByBell)
{
    for (qsizetype each = at; each < text.size(); ++each) {
        if (text[each] == kStringEnd || (endsByBell && text[each] == kBell)) {
            return each + 1;
        }
        if (text[each] == kEscape) {
            return each + 1 < text.size() && text[each + 1] == u'\\' ? each + 2 : at;
        }
        if (text[each] == u'\n') {
            return at;
        }
    }
    return at;
}

qsizetype endOfEscape(QStringView text, qsizetype at)
{
    if (at >= text.size()) {
        return at;
    }
    switch (text[at].unicode()) {
    case u'[':
        return endOfControl(text, at + 1);
    case u']':
        return endOfString(text, at + 1, true);
    case u'P':
    case u'X':
    case u'^':
    case u'_':
        return endOfString(text, at + 1, false);
    default:
        break;
    }
    while (at < text.size() && isBetween(text[at], 0x20, 0x2F)) {
        ++at;
    }
    return at < text.size() && isBetween(text[at], 0x30, 0x7E) ? at + 1 : at;
}

/// Behind the sequence that begins at `at`; `at` when none does.
qsizetype endOfSequence(QStringView text, qsizetype at)
{
    switch (text[at].unicode()) {
    case kEscape:
        return endOfEscape(text, at + 1);
    case 0x9B:
        return endOfControl(text, at + 1);
    case 0x9D:
        return endOfString(text, at + 1, true);
    case 0x90:
    case 0x98:
    case 0x9E:
    case 0x9F:
        return endOfString(text, at + 1, false);
    default:
        return at;
    }
}

bool isHarmless(char32_t letter)
{
    switch (QChar::category(letter)) {
    case QChar::Other_Control:
    case QChar::Other_Format: // bidirectional overrides, zero-width marks, tags
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return false;
    default:
        return true;
    }
}

bool isPlainAscii(QStringView text)
{
    return std::ranges::all_of(text, [](QChar letter) { return isBetween(letter, 0x20, 0x7E); });
}

QString cleaned(QStringView text, bool keepsLines)
{
    if (isPlainAscii(text)) {
        return text.toString();
    }
    QString clean;
    clean.reserve(text.size());
    for (qsizetype at = 0; at < text.size();) {
        if (const qsizetype end = endOfSequence(text, at); end > at) {
            at = end;
            continue;
        }
        const QChar letter = text[at];
        const bool isPair = letter.isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate();
        if (keepsLines && letter == u'\r' && at + 1 < text.size() && text[at + 1] == u'\n') {
            ++at;
            continue;
        }
        if (letter == u'\t' || (keepsLines && letter == u'\n')) {
            clean.append(letter);
        } else if (isPair) {
            const bool isGood = isHarmless(QChar::surrogateToUcs4(letter, text[at + 1]));
            clean.append(isGood ? text.sliced(at, 2) : u" "_s);
        } else if (letter.isSurrogate()) {
            clean.append(QChar::ReplacementCharacter);
        } else {
            clean.append(isHarmless(letter.unicode()) ? letter : u' ');
        }
        at += isPair ? 2 : 1;
    }
    return clean;
}

} // namespace

QString safeLine(QByteArrayView utf8)
{
    return cleaned(QString::fromUtf8(utf8), false);
}

QString safeLine(QStringView text)
{
    return cleaned(text, false);
}

QString safeText(const QString &text)
{
    return cleaned(text, true);
}

QString plainLine(const QString &text)
{
    return cleaned(text, false).replace(u'\t', u' ').trimmed();
}

} // namespace sentinel
