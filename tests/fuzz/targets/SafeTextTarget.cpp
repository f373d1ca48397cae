// SPDX-License-Identifier: GPL-3.0-or-later
// What strangers wrote, made safe to show: nothing in it acts on a terminal any more, and made safe twice it stays the same.
#include "Fuzz.h"
#include "core/base/SafeText.h"

using namespace sentinel;

namespace {

bool isSafe(QChar letter, bool mayBreak)
{
    const char16_t code = letter.unicode();
    if (code == u'\t' || (code == u'\n' && mayBreak)) {
        return true;
    }
    const bool isControl = code < 0x20 || (code >= 0x7f && code < 0xa0);
    const bool turnsAround
        = code == 0x200e || code == 0x200f || (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069);
    const bool breaks = code == 0x2028 || code == 0x2029;
    return !isControl && !turnsAround && !breaks;
}

void check(const QString &text, const QString &again, bool mayBreak)
{
    for (const QChar letter : text) {
        fuzz::promise(isSafe(letter, mayBreak), "what is shown does not act");
    }
    fuzz::promise(text == again, "made safe twice it stays the same");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes = fuzz::bytesOf(data, size);
    const QString text = QString::fromUtf8(bytes);
    const QString line = safeLine(QByteArrayView(bytes));
    check(line, safeLine(line), false);
    const QString lines = safeText(text);
    check(lines, safeText(lines), true);
    const QString plain = plainLine(text);
    check(plain, plainLine(plain), false);
    return 0;
}
