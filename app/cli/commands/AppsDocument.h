// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gitops/CompareApplication.h"
#include "core/gitops/History.h"
#include "core/gitops/ResourceTree.h"
#include "core/gitops/SyncWindows.h"
#include "core/gitops/Timeline.h"
#include "core/yaml/Value.h"

namespace sentinel::cli {

/// The fields of one Application, for `ApplicationList` and the head of `Application`.
[[nodiscard]] yaml::Value applicationItem(const gitops::Application &application, const QString &context);

/// What `apps show` knows of one.
struct ApplicationPicture
{
    gitops::Application application;
    QString context;
    gitops::ResourceTree tree;
    QString owner; ///< a sentence
    QString windows; ///< a sentence
    bool isPaused = false;
    QHash<QString, int> hookWaves; ///< by place
};
[[nodiscard]] yaml::Value applicationDocument(const ApplicationPicture &picture);
[[nodiscard]] yaml::Value differenceDocument(const gitops::Application &application,
                                             const gitops::ApplicationDifference &difference);
[[nodiscard]] yaml::Value historyDocument(const gitops::Application &application, const QList<gitops::HistoryStory> &stories);
[[nodiscard]] yaml::Value windowsDocument(const gitops::Application &application, const QList<gitops::SyncWindow> &windows,
                                          const gitops::WindowVerdict &verdict);

/// JSON as a tree of ours; strings safe for a terminal.
[[nodiscard]] yaml::Value treeOf(const QJsonValue &value);
/// A value in one line for people, quoted like JSON where it is no plain text.
[[nodiscard]] QString lineOf(const QJsonValue &value);
/// "changed", "added", "removed", "unknown".
[[nodiscard]] QString differenceWord(gitops::ObjectDifference::Kind kind);
[[nodiscard]] QString timeWord(const QDateTime &time); ///< ISO, UTC; empty: none

} // namespace sentinel::cli
