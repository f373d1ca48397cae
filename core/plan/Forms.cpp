// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/Forms.h"

#include <QList>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::plan {

namespace {

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool isLower(QChar c)
{
    return c >= u'a' && c <= u'z';
}

bool isUpper(QChar c)
{
    return c >= u'A' && c <= u'Z';
}

bool isHex(QChar c)
{
    return isDigit(c) || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
}

/// A whole number without sign or leading zeros, 0 to `most`; -1 otherwise.
int smallNumber(QStringView text, int most)
{
    const bool plain
        = !text.isEmpty() && text.size() <= 5 && std::ranges::all_of(text, isDigit) && (text.size() == 1 || text[0] != u'0');
    const int value = plain ? text.toInt() : -1;
    return value <= most ? value : -1;
}

bool isLabelOf(QStringView text, bool upper)
{
    const auto fits = [&](QChar c) { return isLower(c) || isDigit(c) || (upper && isUpper(c)); };
    return !text.isEmpty() && text.size() <= 63 && fits(text.front()) && fits(text.back())
        && std::ranges::all_of(text, [&](QChar c) { return fits(c) || c == u'-'; });
}

bool isNameOf(QStringView text, bool upper)
{
    const auto labels = text.split(u'.');
    return text.size() <= 253 && std::ranges::all_of(labels, [&](QStringView label) { return isLabelOf(label, upper); });
}

quint32 ipv4Bits(QStringView text)
{
    quint32 bits = 0;
    for (const QStringView part : text.split(u'.')) {
        bits = bits << 8 | static_cast<quint32>(part.toInt());
    }
    return bits;
}

} // namespace

bool isDnsLabel(QStringView text, qsizetype most)
{
    return text.size() <= most && isLabelOf(text, false);
}

bool isDnsName(QStringView text)
{
    return isNameOf(text, false);
}

bool isHostName(QStringView text)
{
    // A last label of digits only would be read as an address by every resolver.
    const QStringView last = text.sliced(text.lastIndexOf(u'.') + 1);
    return isNameOf(text, true) && !std::ranges::all_of(last, isDigit);
}

bool isSecretKey(QStringView text)
{
    return !text.isEmpty() && text.size() <= 253 && text != u"." && text != u".." && std::ranges::all_of(text, [](QChar c) {
        return isLower(c) || isUpper(c) || isDigit(c) || c == u'-' || c == u'_' || c == u'.';
    });
}

bool isIpv4(QStringView text)
{
    const auto parts = text.split(u'.');
    return parts.size() == 4 && std::ranges::all_of(parts, [](QStringView part) { return smallNumber(part, 255) >= 0; });
}

bool isIpv6(QStringView text)
{
    if (text.size() < 2 || text.size() > 45) {
        return false;
    }
    const qsizetype gap = text.indexOf(u"::");
    if (gap >= 0 && text.indexOf(u"::", gap + 1) >= 0) {
        return false;
    }
    int words = 0;
    const auto count = [&](QStringView half, bool mayEndInIpv4) {
        if (half.isEmpty()) {
            return true;
        }
        const auto parts = half.split(u':');
        for (qsizetype index = 0; index < parts.size(); ++index) {
            const QStringView part = parts[index];
            const bool embedded = mayEndInIpv4 && index == parts.size() - 1 && isIpv4(part);
            if (!embedded && (part.isEmpty() || part.size() > 4 || !std::ranges::all_of(part, isHex))) {
                return false;
            }
            words += embedded ? 2 : 1;
        }
        return true;
    };
    return gap < 0 ? count(text, true) && words == 8
                   : count(text.first(gap), false) && count(text.sliced(gap + 2), true) && words <= 7;
}

bool isCidr(QStringView text)
{
    const qsizetype slash = text.indexOf(u'/');
    if (slash < 0) {
        return false;
    }
    const QStringView address = text.first(slash);
    const QStringView prefix = text.sliced(slash + 1);
    return (isIpv4(address) && smallNumber(prefix, 32) >= 0) || (isIpv6(address) && smallNumber(prefix, 128) >= 0);
}

QString networkOf(QStringView cidr)
{
    const qsizetype slash = cidr.indexOf(u'/');
    if (slash < 0 || !isIpv4(cidr.first(slash))) {
        return cidr.toString();
    }
    const int prefix = smallNumber(cidr.sliced(slash + 1), 32);
    const quint32 mask = prefix == 0 ? 0 : ~quint32(0) << (32 - prefix);
    const quint32 bits = ipv4Bits(cidr.first(slash)) & mask;
    return u"%1.%2.%3.%4/%5"_s.arg(bits >> 24).arg(bits >> 16 & 255).arg(bits >> 8 & 255).arg(bits & 255).arg(prefix);
}

bool isAddress(QStringView text)
{
    if (isIpv4(text) || isIpv6(text)) {
        return true;
    }
    const qsizetype colon = text.lastIndexOf(u':');
    if (colon < 0 || smallNumber(text.sliced(colon + 1), 65535) < 1) {
        return false;
    }
    const QStringView host = text.first(colon);
    return isIpv4(host) || (host.startsWith(u'[') && host.endsWith(u']') && isIpv6(host.sliced(1, host.size() - 2)));
}

bool isEmail(QStringView text)
{
    const qsizetype at = text.indexOf(u'@');
    if (at < 1 || at > 64 || text.size() > 254) {
        return false;
    }
    const QStringView local = text.first(at);
    const bool plain = std::ranges::all_of(local, [](QChar c) {
        return isLower(c) || isUpper(c) || isDigit(c) || QStringView(u"!#$%&'*+-/=?^_`{|}~.").contains(c);
    });
    const QStringView host = text.sliced(at + 1);
    return plain && !local.startsWith(u'.') && !local.endsWith(u'.') && !local.contains(u"..") && host.contains(u'.')
        && isHostName(host);
}

bool hasControlCharacters(QStringView text)
{
    return std::ranges::any_of(text, [](QChar c) {
        const auto category = c.category();
        return category == QChar::Other_Control || category == QChar::Other_Format || category == QChar::Separator_Line
            || category == QChar::Separator_Paragraph;
    });
}

} // namespace sentinel::plan
