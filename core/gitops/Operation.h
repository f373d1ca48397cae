// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QList>
#include <QStringList>

namespace sentinel::gitops {

// What an Application says of its operations, and the patches that write one: the one home of both; pure. An operation written
// while another waits or runs is swallowed by Argo CD without a word, so nothing is ever written over one.

/// An operation waits or runs: nothing may be written over it.
[[nodiscard]] bool isBusy(const QJsonObject &application);
/// The operation that waits, runs or ran last is that of this run of ours.
[[nodiscard]] bool isOurs(const QJsonObject &application, const QString &run);
/// Synced to this commit, whoever asked for it.
[[nodiscard]] bool isSyncedTo(const QJsonObject &application, const QString &revision);
/// Who asked for the operation that waits or runs.
[[nodiscard]] QString initiatorOf(const QJsonObject &application);

struct SelectedResource
{
    QString group;
    QString kind;
    QString ns;
    QString name;
    bool operator==(const SelectedResource &) const = default;
};

/// What an operation is to do.
struct SyncWish
{
    enum class Strategy {
        Hook, ///< hooks run
        Apply, ///< they do not: how Argo CD rolls back
    };
    QStringList revisions{}; ///< one for each source; empty: what the sources say themselves
    QList<QJsonObject> sources{}; ///< in place of those of the spec: of a history entry
    bool prune = false;
    bool force = false; ///< deletes and makes anew what cannot be changed
    bool dryRun = false;
    Strategy strategy = Strategy::Hook;
    QStringList options{}; ///< "ServerSideApply=true"; win over those of the spec
    int retries = -1; ///< how often it is tried again when it fails; −1: as the spec says
    QList<SelectedResource> resources{}; ///< only these, and then no hooks and no entry in the history; empty: all
};

/// The merge patch that starts it, only if the object is still this one. Sync options and retries are those of the spec, which
/// Argo CD does not take over by itself; the state of the last operation goes, or the controller would resume it. `run` names
/// the operation, so that it is known again.
[[nodiscard]] QJsonObject syncPatch(const QJsonObject &application, const SyncWish &wish, const QString &run,
                                    const QString &userName);
/// The merge patch that ends the operation that runs.
[[nodiscard]] QJsonObject terminatePatch(const QJsonObject &application);

} // namespace sentinel::gitops
