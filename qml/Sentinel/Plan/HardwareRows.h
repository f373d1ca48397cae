// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/InstallPlan.h"
#include "core/sizing/Sizing.h"
#include "qml/Sentinel/Rows/RowsModel.h"

#include <optional>

namespace sentinel::console {

[[nodiscard]] QByteArrayList tileRoles();
/// Nodes, processors, memory, disk and cost; `figure` names the one whose formula the tile opens.
[[nodiscard]] QList<RowsModel::Row> tileRows(const sizing::Sizing &sizing, const plan::Answers &answers, Language language);

[[nodiscard]] QByteArrayList componentRoles();
[[nodiscard]] QList<RowsModel::Row> componentRows(const sizing::Sizing &sizing, Language language);

/// One answer that would mend a verdict.
struct Proposal
{
    QString key;
    QString value;
    QString text; ///< "Change to Loki"
};
/// The answer a verdict asks for in its remedy ("set load.eventStore=loki"), where a plan would take it.
[[nodiscard]] std::optional<Proposal> proposalFor(const Finding &verdict, Language language);

[[nodiscard]] QByteArrayList bannerRoles();
[[nodiscard]] QList<RowsModel::Row> bannerRows(const Findings &verdicts, Language language);

/// The sum of all volumes line by line, largest first: "3 × 11 TiB PostgreSQL".
[[nodiscard]] QStringList volumeLines(const sizing::Sizing &sizing, Language language);

[[nodiscard]] QByteArrayList growthRoles();
/// What the plan needs at one, two, four and eight times its load.
[[nodiscard]] QList<RowsModel::Row> growthRows(const plan::InstallPlan &plan, const QString &environment, Language language);

/// "For 1,200 events/s, 90 days of data, highly available across 3 zones."
[[nodiscard]] QString hardwareSentence(const plan::Answers &answers, Language language);

} // namespace sentinel::console
