// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/Store.h"
#include "core/sandbox/scenarios/Fault.h"

#include <QSet>

namespace sentinel::sandbox {

/// What is broken in the cluster at present. Scenarios write it; the kubelet, the nodes and the volumes ask.
class Breakage
{
public:
    explicit Breakage(const Store &store);

    void start(const QString &scenario, const QList<Fault> &faults);
    void clear(const QString &scenario);

    [[nodiscard]] bool isNodeLost(const QString &node) const;
    [[nodiscard]] bool isImageMissing(const QJsonObject &pod, const QString &image) const;
    /// The fault that makes this probe ("readiness", "liveness", "startup") fail; null when it passes.
    [[nodiscard]] const Fault *failingProbe(const QJsonObject &pod, const QString &container, const QString &probe) const;
    [[nodiscard]] const Fault *failingContainer(const QJsonObject &pod, const QString &container) const;
    [[nodiscard]] bool isFull(const QJsonObject &claim) const;
    /// Name of the emptyDir that passes its limit; empty when none does.
    [[nodiscard]] QString overfullVolume(const QJsonObject &pod) const;

    /// Told whenever something breaks or is mended.
    int listen(std::function<void()> listener);
    void forget(int listener);

private:
    struct Active
    {
        QList<Fault> faults;
        QSet<QString> nodes; ///< lost ones, chosen at the start
        QHash<QString, qint64> capacities; ///< of full claims, when they filled: a larger one is not full
    };
    [[nodiscard]] bool hits(const Fault &fault, const QJsonObject &pod, const QString &container) const;
    [[nodiscard]] bool hitsPod(const Target &target, const QJsonObject &pod) const;
    [[nodiscard]] const Fault *find(Fault::Kind kind, const std::function<bool(const Fault &)> &matches) const;
    [[nodiscard]] QSet<QString> nodesFor(const Fault &fault) const;
    void tell();

    const Store &m_store;
    QMap<QString, Active> m_active;
    QMap<int, std::function<void()>> m_listeners;
    int m_last = 0;
};

} // namespace sentinel::sandbox
