// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/policy/Labels.h"
#include "core/policy/Manifests.h"
#include "core/policy/Ports.h"

namespace sentinel::policy {

/// The pods an object makes, or is: what most rules look at.
struct Pods
{
    const Object *owner = nullptr;
    const yaml::Value *metadata = nullptr; ///< of the pods
    const yaml::Value *spec = nullptr; ///< of the pods
    QString path; ///< of `spec`: "spec.template.spec"
    Labels labels;

    /// Whether they are meant to run on and on: a Deployment, StatefulSet, DaemonSet, ReplicaSet.
    [[nodiscard]] bool runOn() const;
    /// Of a Deployment, StatefulSet or ReplicaSet, as written; 1 when nothing is written.
    [[nodiscard]] qint64 replicas() const { return numberAt(owner->tree, {u"spec", u"replicas"}, 1); }
};

struct Container
{
    enum class Kind { Main, Init, Sidecar }; ///< Sidecar: an init container that is restarted always
    const Pods *pods = nullptr;
    const yaml::Value *tree = nullptr;
    QString path; ///< "spec.template.spec.containers[0]"
    Kind kind = Kind::Main;

    [[nodiscard]] QString name() const { return textAt(*tree, {u"name"}); }
};

/// Nothing when the kind makes no pods.
[[nodiscard]] std::optional<Pods> podsOf(const Object &object);
/// Init containers first.
[[nodiscard]] QList<Container> containersOf(const Pods &pods);

} // namespace sentinel::policy
