// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

namespace sentinel::plan {

/// A DNS label (RFC 1123): lower-case letters, digits and "-", at most `most` long, no "-" at either end. Namespaces, Services.
[[nodiscard]] bool isDnsLabel(QStringView text, qsizetype most = 63);
/// Labels joined by dots, at most 253: most Kubernetes names (Secrets, classes).
[[nodiscard]] bool isDnsName(QStringView text);
/// A host name of the public DNS: as isDnsName, upper case allowed, and not an IP address.
[[nodiscard]] bool isHostName(QStringView text);
/// Key inside a Secret or ConfigMap: letters, digits, "-", "_", ".", at most 253.
[[nodiscard]] bool isSecretKey(QStringView text);
[[nodiscard]] bool isIpv4(QStringView text);
[[nodiscard]] bool isIpv6(QStringView text);
/// "10.0.0.0/8", "2001:db8::/32"; bits beyond the prefix may be set (see networkOf).
[[nodiscard]] bool isCidr(QStringView text);
/// The same network with those bits cleared: "10.0.0.5/8" → "10.0.0.0/8". IPv4 only; IPv6 comes back as it is.
[[nodiscard]] QString networkOf(QStringView cidr);
/// An address, optionally with a port: "192.0.2.53", "192.0.2.53:53", "[2001:db8::1]:53".
[[nodiscard]] bool isAddress(QStringView text);
[[nodiscard]] bool isEmail(QStringView text);
/// Control characters, line breaks, and the invisible marks that turn the direction of text: none of them belongs into an answer.
[[nodiscard]] bool hasControlCharacters(QStringView text);

} // namespace sentinel::plan
