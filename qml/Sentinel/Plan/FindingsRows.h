// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "qml/Sentinel/Plan/CheckedBundle.h"
#include "qml/Sentinel/Rows/RowsModel.h"

#include <QSet>
#include <array>

namespace sentinel::console {

/// As the page groups them, worst first.
enum class FindingGroup { Errors, Warnings, Notes, Exempted };

inline constexpr std::array kFindingGroups{FindingGroup::Errors, FindingGroup::Warnings, FindingGroup::Notes,
                                           FindingGroup::Exempted};

[[nodiscard]] QString groupName(FindingGroup group); ///< "errors": what pages and the filter call it
[[nodiscard]] QString groupTitle(FindingGroup group); ///< "Errors", in the person's language
[[nodiscard]] int groupTone(FindingGroup group);

/// What is found in several environments alike counts once.
using FindingCounts = std::array<int, kFindingGroups.size()>;

struct FindingRows
{
    QList<RowsModel::Row> rows;
    FindingCounts counts{}; ///< of every group, hidden ones too
};

[[nodiscard]] QByteArrayList findingRoles();
/// What was found, in one environment or (empty) in all of them; without the groups of `hidden`. `bundle`: whose files can be
/// opened beside the rendered ones; may be null.
[[nodiscard]] FindingRows findingRows(const CheckedBundle &checked, const bundle::Bundle *bundle, const QString &environment,
                                      const QSet<QString> &hidden, Language language);

} // namespace sentinel::console
