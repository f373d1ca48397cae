// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/policy/Rules.h"

namespace sentinel::policy {

/// Holds every object against what Kubernetes `version` ("1.35") and the definitions used here say of its kind: unknown fields,
/// wrong types, missing fields, values that are none; kinds nobody knows; versions of kinds that are removed, deprecated or off
/// by default. Of a version there is no table of, nothing is said.
void checkSchemas(const Manifests &manifests, const QString &version, Complaints &complaints);

/// A version of Kubernetes' own kinds that came to its end.
struct EndOfApi
{
    QLatin1StringView apiVersion;
    QLatin1StringView kind; ///< empty: every kind of it
    int deprecated = 0; ///< minor version of Kubernetes 1 that said so
    int removed = 0; ///< minor version that no longer serves it; 0: none yet
    QLatin1StringView instead; ///< what to write; empty when nothing replaces it
};

/// Null when nothing is known to end. Source: the deprecation guide and the release notes of Kubernetes, up to 1.37.
[[nodiscard]] const EndOfApi *endOf(QStringView apiVersion, QStringView kind);

} // namespace sentinel::policy
