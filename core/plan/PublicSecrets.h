// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace sentinel::plan {

/// `text` is one of the passwords or keys that Sentinel's public sources ship as defaults, so that everybody knows it. Upper and
/// lower case are alike. Source: the compose files, samples and start scripts of Sentinel;
/// core/decisions/0005-no-secret-in-a-plan.md.
[[nodiscard]] bool isPublicSecret(QStringView text);

} // namespace sentinel::plan
