// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kube/actions/Rights.h"

namespace sentinel::console {

/// What can be done to an object from here.
enum class Verb { Scale, Restart, Run, Suspend, Resume, Cordon, Uncordon, Delete };

/// One thing to be done, as it was confirmed.
struct ActionOrder
{
    Verb verb = Verb::Delete;
    kube::ResourceType type{};
    kube::ObjectName name{};
    QString uid{}; ///< delete only this one, not another that came under its name
    int replicas = 0; ///< Scale
    int expected = -1; ///< Scale: what was wanted when somebody looked
    QString jobName{}; ///< Run
};

[[nodiscard]] QString verbName(Verb verb); ///< "scale", "run": for ids and the journal
[[nodiscard]] std::optional<Verb> verbNamed(const QString &name);
/// The verbs of a kind, as the object stands (a suspended one can be resumed). Delete stands last.
[[nodiscard]] QList<Verb> verbsOf(const kube::ResourceType &type, const kube::Object &object);
/// What the server must allow for it.
[[nodiscard]] kube::AccessQuestion rightFor(Verb verb, const kube::ResourceType &type, const kube::ObjectName &name);
/// Something is lost or stops by it.
[[nodiscard]] bool destroys(const ActionOrder &order);

[[nodiscard]] QString verbText(Verb verb); ///< "Restart…": on a button
[[nodiscard]] QString verbIcon(Verb verb);
[[nodiscard]] QString actionTitle(const ActionOrder &order); ///< "Restart Deployment web?"
[[nodiscard]] QString actionMeaning(const ActionOrder &order); ///< what happens by it
[[nodiscard]] QString actionAccept(const ActionOrder &order); ///< "Restart web"
[[nodiscard]] QString actionDone(const ActionOrder &order); ///< "web is restarted." for the notice and the journal
[[nodiscard]] QString actionIntent(const ActionOrder &order); ///< "Deployment web in shop is restarted."
/// The same by kubectl; `kubectl` is how it begins.
[[nodiscard]] QString actionCommand(const ActionOrder &order, const QStringList &kubectl);

} // namespace sentinel::console
