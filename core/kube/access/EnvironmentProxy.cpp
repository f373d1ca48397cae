// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kube/access/EnvironmentProxy.h"

#include "core/base/OperationRun.h"

#include <QCoreApplication>
#include <algorithm>
#include <arpa/inet.h>
#include <array>

using namespace Qt::StringLiterals;

namespace sentinel::kube {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

/// Sixteen bytes of an address of either family; IPv4 in its IPv6 form.
std::optional<std::array<quint8, 16>> addressOf(const QString &text)
{
    std::array<quint8, 16> bytes{};
    in_addr four{};
    if (inet_pton(AF_INET, text.toLatin1().constData(), &four) == 1) {
        bytes[10] = bytes[11] = 0xff;
        std::ranges::copy_n(reinterpret_cast<const quint8 *>(&four), 4, bytes.begin() + 12);
        return bytes;
    }
    if (inet_pton(AF_INET6, text.toLatin1().constData(), bytes.data()) == 1) {
        return bytes;
    }
    return {};
}

bool isInNetwork(const QString &host, const QString &network)
{
    const auto address = addressOf(host);
    const auto base = addressOf(network.section(u'/', 0, 0));
    bool isNumber = false;
    int bits = network.section(u'/', 1).toInt(&isNumber);
    if (!address || !base || !isNumber || bits < 0) {
        return false;
    }
    bits += network.contains(u':') ? 0 : 96;
    for (int bit = 0; bit < std::min(bits, 128); ++bit) {
        const int mask = 0x80 >> (bit % 8);
        if (((*address)[static_cast<size_t>(bit / 8)] & mask) != ((*base)[static_cast<size_t>(bit / 8)] & mask)) {
            return false;
        }
    }
    return true;
}

/// One entry of NO_PROXY.
bool isExcepted(const QString &host, int port, const QString &written)
{
    QString entry = written.trimmed().toLower();
    if (entry.isEmpty()) {
        return false;
    }
    if (entry == "*"_L1) {
        return true;
    }
    if (entry.contains(u'/')) {
        return isInNetwork(host, entry);
    }
    const auto bare = addressOf(entry);
    if (!bare) {
        // "name:port", "1.2.3.4:port", "[::1]:port"
        const qsizetype colon = entry.lastIndexOf(u':');
        bool isPort = false;
        const int only = colon > 0 ? entry.sliced(colon + 1).toInt(&isPort) : 0;
        if (isPort) {
            if (only != port) {
                return false;
            }
            entry.truncate(colon);
        }
        if (entry.startsWith(u'[') && entry.endsWith(u']')) {
            entry = entry.sliced(1).chopped(1);
        }
    }
    if (const auto address = addressOf(entry)) {
        return addressOf(host) == address;
    }
    if (entry.startsWith("*."_L1)) {
        entry.remove(0, 1);
    }
    return entry.startsWith(u'.') ? host.endsWith(entry) : host == entry || host.endsWith(u'.' + entry);
}

} // namespace

bool isLoopback(const QString &host)
{
    in_addr address{};
    const bool isAddress4 = inet_pton(AF_INET, host.toLatin1().constData(), &address) == 1;
    return host == "localhost"_L1 || host == "::1"_L1 || (isAddress4 && ntohl(address.s_addr) >> 24 == 127);
}

Result<QUrl> readProxy(const QString &written, const QString &name)
{
    const QUrl url(written.contains("://"_L1) ? written : u"http://"_s + written, QUrl::StrictMode);
    constexpr std::array kSchemes{"http"_L1, "https"_L1, "socks5"_L1, "socks5h"_L1};
    const bool isKnown = std::ranges::any_of(kSchemes, [&](QLatin1StringView scheme) { return url.scheme() == scheme; });
    const bool isBare = (url.path().isEmpty() || url.path() == "/"_L1) && !url.hasQuery() && !url.hasFragment();
    if (!url.isValid() || url.host().isEmpty() || !isKnown || !isBare) {
        // What was written may hold a password.
        return failure(
            Error::Kind::Invalid, Text::tr("reading %1").arg(name),
            Text::tr("%1 is not the address of a proxy, like http://host:3128, https://host:3128 or socks5://host:1080.")
                .arg(name));
    }
    return url;
}

Result<Proxy> environmentProxy(const QUrl &server, const Environment &environment)
{
    const auto either = [&environment](const char *upper, const char *lower) {
        const QString first = environment(upper);
        return first.isEmpty() ? std::pair(environment(lower), QString::fromLatin1(lower))
                               : std::pair(first, QString::fromLatin1(upper));
    };
    const auto [written, variable] = either("HTTPS_PROXY", "https_proxy");
    const QString host = server.host().toLower();
    if (written.isEmpty() || server.scheme() != "https"_L1 || isLoopback(host)) {
        return Proxy();
    }
    const QStringList exceptions = either("NO_PROXY", "no_proxy").first.split(u',');
    if (std::ranges::any_of(exceptions, [&](const QString &each) { return isExcepted(host, server.port(443), each); })) {
        return Proxy();
    }
    const auto url = readProxy(written, variable);
    if (!url) {
        return failure(url);
    }
    return Proxy{.url = *url, .variable = variable};
}

} // namespace sentinel::kube
