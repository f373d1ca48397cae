// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/certs/Certificate.h"
#include "core/yaml/Value.h"

namespace sentinel::cli {

/// `kind: CertificateList`, certificates and issuers.
[[nodiscard]] yaml::Value certificateList(const QList<certs::Certificate> &all, const QList<certs::Issuer> &issuers,
                                          const QStringList &unseen);
/// `kind: Certificate`: one with its chain.
[[nodiscard]] yaml::Value certificateDocument(const certs::Certificate &one);
/// One certificate with its chain, for people.
[[nodiscard]] QString certificateText(const certs::Certificate &one);

} // namespace sentinel::cli
