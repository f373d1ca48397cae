// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rollback/Evidence.h"

namespace sentinel::rollback {

// What is written to Argo CD's objects; pure. Auto-sync is paused and the operation is set in one patch: two would leave a moment
// in which the controller brings the newer version back.

/// How auto-sync is paused.
enum class PauseForm {
    None, ///< it is off already
    Enabled, ///< `automated.enabled: false`: from Argo CD 3.1 on; the rest of `automated` stays
    Removed, ///< `automated` goes, and is remembered
};

/// Auto-sync is on.
[[nodiscard]] bool isAutomated(const QJsonObject &application);
/// The form to try first: None or Enabled. A server that does not know the field says so to a strict patch.
[[nodiscard]] PauseForm pauseFormOf(const QJsonObject &application);
/// Whether an error of a strict patch is that the server's definition knows no `automated.enabled`.
[[nodiscard]] bool lacksEnabled(const Error &error);

/// Annotation that remembers, for everyone who looks at the Application, who paused auto-sync and what it was.
[[nodiscard]] QString pauseAnnotation();

struct PatchWords
{
    QString run; ///< names the operation, so that it is known again
    QString userName;
    PauseForm pause = PauseForm::None;
};
/// Merge patch: pause and operation at once, only if the object is still this one.
[[nodiscard]] QJsonObject rollbackPatch(const QJsonObject &application, const Candidate &candidate, const Choice &choice,
                                        const PatchWords &words);
/// The pause alone, for when an operation has to be ended first.
[[nodiscard]] QJsonObject pausePatch(const QJsonObject &application, const PatchWords &words);
/// Gives auto-sync back exactly as `automated` was before; other fields of the policy stay as they are now.
[[nodiscard]] QJsonObject restorePatch(const QJsonObject &application, const QJsonObject &automated);
/// `automated` as the annotation remembers it; nothing when there is none.
[[nodiscard]] std::optional<QJsonObject> rememberedPolicy(const QJsonObject &application);

/// What the pause touches: "/spec/syncPolicy/automated/enabled" or "/spec/syncPolicy".
[[nodiscard]] QString pausePointer(PauseForm form);
/// Whether the ApplicationSet leaves that alone.
[[nodiscard]] bool leavesPauseAlone(const QJsonObject &applicationSet, PauseForm form);
/// Merge patch for the ApplicationSet that owns the Application, so that it does; empty when it does already or there is none.
[[nodiscard]] QJsonObject pointerPatch(const Evidence &evidence);
[[nodiscard]] QJsonObject pointerPatch(const QJsonObject &applicationSet, PauseForm form);

} // namespace sentinel::rollback
