// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gitops/AutoSync.h"

namespace sentinel::gitops {

/// Who writes an Application besides people, and whether it would put the sync policy back.
struct ApplicationOwner
{
    enum class Kind { Nobody, ApplicationSet, Application };
    enum class Sticks {
        Yes, ///< a pause stays
        No, ///< it is undone, within seconds
        UntilNextSync, ///< until the application above is synced again
        Unknown, ///< the owner may not be read
    };
    Kind kind = Kind::Nobody;
    QString ns;
    QString name;
    Sticks sticks = Sticks::Yes;
    QString sentence; ///< for people: why; empty for Nobody
    kube::Object object; ///< the owner, where it could be read
    bool isForbidden = false; ///< it is there, but not for our eyes

    /// A patch of the owner would make it stick.
    [[nodiscard]] bool canBeTaught() const { return sticks != Sticks::Yes && sticks != Sticks::Unknown && !object.isEmpty(); }
};

/// What an owner has to leave alone when auto-sync is switched: `Switch` where only `enabled` is written, `Removal` where the
/// whole of `automated` is, as it is put there where it was not. `way` is that of the cluster.
[[nodiscard]] PauseWay wayWritten(const kube::Object &application, bool on, const QJsonObject &automated, PauseWay way);

/// Looks at owner references and tracking, then at the owner itself.
[[nodiscard]] Async<ApplicationOwner> ownerOf(kube::ApiPtr api, kube::Object application, PauseWay way, CancelToken cancel);

/// Whether an ApplicationSet leaves the field alone by which auto-sync is paused.
[[nodiscard]] bool leavesAutoSync(const kube::Object &applicationSet, const QString &application, PauseWay way);

/// The merge patch that makes the owner leave it alone from now on; to be shown before it is done. Empty: nothing to do.
[[nodiscard]] QJsonObject pointerPatch(const ApplicationOwner &owner, const QString &application, PauseWay way);

/// Does it, written down.
[[nodiscard]] Async<void> teachOwner(ApplicationOwner owner, QString application, PauseWay way, ChangeServices services,
                                     CancelToken cancel);

} // namespace sentinel::gitops
