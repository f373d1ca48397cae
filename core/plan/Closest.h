// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace sentinel::plan {

/// The candidate a person most likely meant by `word`: fewest typing slips (missing, extra, wrong or swapped letters; upper and
/// lower case are alike), at most a third of the word; the first of equals. Empty when none is that close.
[[nodiscard]] QString closest(QStringView word, const QStringList &candidates);

/// " Did you mean X?" for the end of a sentence; empty when there is no suggestion.
[[nodiscard]] QString didYouMean(const QString &suggestion);

} // namespace sentinel::plan
