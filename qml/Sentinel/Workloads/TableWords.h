// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kube/rows/RowLayout.h"
#include "core/kube/rows/RowMailbox.h"
#include "qml/Sentinel/Rows/Tone.h"

#include <QDateTime>

namespace sentinel::console {

[[nodiscard]] Tone toneOf(kube::RowHealth health);
[[nodiscard]] QString healthWord(kube::RowHealth health); ///< "needs attention"

/// How many of a kind stand in each state.
struct HealthCounts
{
    qint64 all = 0;
    qint64 bad = 0;
    qint64 waiting = 0;
    bool operator==(const HealthCounts &) const = default;
};

/// How old what is shown is.
struct Freshness
{
    Tone tone = Tone::Unknown;
    QString word{}; ///< "Live", "Stale since 14:02"
    QString sentence{}; ///< why, and what happens next
    bool operator==(const Freshness &) const = default;
};
[[nodiscard]] Freshness freshnessOf(const kube::FeedState &state, const QDateTime &heardAt, const QDateTime &now);

/// "412 Pods in all namespaces" and what of them needs somebody.
[[nodiscard]] QString tableHeadline(const QString &kind, const HealthCounts &counts, const QString &ns, bool namespaced);
[[nodiscard]] QString tableSubtitle(const HealthCounts &counts, qint64 shown, bool filtered);

} // namespace sentinel::console
