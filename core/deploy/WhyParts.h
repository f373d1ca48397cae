// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/deploy/Snapshot.h"

namespace sentinel::deploy {

/// What a rule may look at, and how deep the chain already is: objects may wait for each other in a circle.
struct Looking
{
    const Snapshot &seen;
    int depth = 0;

    [[nodiscard]] Looking deeper() const { return {.seen = seen, .depth = depth + 1}; }
};

// One rule a kind; each gives the chain from the root to the object, empty when it finds nothing wrong.
[[nodiscard]] QList<WhyStep> whyAny(const Looking &looking, const ObjectKey &key);
[[nodiscard]] QList<WhyStep> whyPod(const Looking &looking, const ObjectKey &key);
/// Deployment, ReplicaSet, StatefulSet, DaemonSet: whatever runs pods and has not all of them.
[[nodiscard]] QList<WhyStep> whyWorkload(const Looking &looking, const ObjectKey &key);
[[nodiscard]] QList<WhyStep> whyJob(const Looking &looking, const ObjectKey &key);
[[nodiscard]] QList<WhyStep> whyClaim(const Looking &looking, const ObjectKey &key);
[[nodiscard]] QList<WhyStep> whyCertificate(const Looking &looking, const ObjectKey &key);
[[nodiscard]] QList<WhyStep> whyIssuer(const Looking &looking, const ObjectKey &key);
[[nodiscard]] QList<WhyStep> whyApplication(const Looking &looking, const ObjectKey &key);

/// A container that is not as it should be, as a step about its pod; nothing when it is fine.
[[nodiscard]] std::optional<WhyStep> whyContainer(const Snapshot &seen, const ObjectKey &pod, const QJsonObject &status);
/// The product's own dependencies: the schema migration or the database a pod of the application needs first.
[[nodiscard]] QList<WhyStep> whyDependency(const Looking &looking, const ObjectKey &pod);
/// What refuses the pods of an object: quota, admission. From a message of the API server.
[[nodiscard]] WhyStep refusal(const ObjectKey &key, const QString &message);

[[nodiscard]] QString componentOf(const QJsonObject &object); ///< label app.kubernetes.io/component
[[nodiscard]] bool mentions(const QString &text, const QStringList &words); ///< any of them, in any case
/// The newest event about `key` whose reason is one of these; empty when there is none.
[[nodiscard]] QString eventMessage(const Snapshot &seen, const ObjectKey &key, const QStringList &reasons);
/// How bad the root of a chain is: what does not mend by itself comes before what does.
[[nodiscard]] int weight(const QList<WhyStep> &chain);

} // namespace sentinel::deploy
