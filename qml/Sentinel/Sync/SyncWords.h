// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gitops/History.h"
#include "core/gitops/SyncWindows.h"
#include "core/gitops/Timeline.h"
#include "qml/Sentinel/Rows/RowsModel.h"
#include "qml/Sentinel/Rows/Tone.h"

namespace sentinel::console {

/// A state in the person's language, and its tone.
struct StateWord
{
    Tone tone = Tone::Unknown;
    QString word{};
};
[[nodiscard]] StateWord syncWord(const QString &sync);
[[nodiscard]] StateWord healthWord(const QString &health); ///< an empty one: its kind has none
[[nodiscard]] StateWord operationWord(const gitops::Application &application); ///< an empty word: none ever
[[nodiscard]] StateWord stageWord(gitops::StageState state);

[[nodiscard]] QList<RowsModel::Row> conditionRows(const gitops::Application &application);
/// A heading for each wave, its objects below.
[[nodiscard]] QList<RowsModel::Row> timelineRows(const gitops::Application &application, const QHash<QString, int> &hookWaves);
[[nodiscard]] QList<RowsModel::Row> historyRows(const QList<gitops::HistoryStory> &stories);
/// Of entries nobody has looked into yet, newest first.
[[nodiscard]] QList<gitops::HistoryStory> plainStories(const gitops::Application &application);
/// A heading for each object, its fields below.
[[nodiscard]] QList<RowsModel::Row> differenceRows(const gitops::ApplicationDifference &difference);
[[nodiscard]] QList<RowsModel::Row> windowRows(const QList<gitops::SyncWindow> &windows);

/// As YAML, to be copied into the Application; empty: nothing to offer.
[[nodiscard]] QString ignoreRulesText(const gitops::ApplicationDifference &difference);
/// An object as YAML, plain text; empty of an empty one.
[[nodiscard]] QString yamlText(const QJsonObject &object);
[[nodiscard]] QString shortRevision(const QStringList &revisions);
[[nodiscard]] QString momentText(const QDateTime &time);

} // namespace sentinel::console
