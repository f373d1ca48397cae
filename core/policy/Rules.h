// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Finding.h"
#include "core/policy/Pods.h"

#include <QHash>
#include <QSet>
#include <list>
#include <span>

namespace sentinel::policy {

/// A rule by its id, which scripts and exemptions rest on: once published it means the same for ever.
struct Rule
{
    QLatin1StringView id;
    Severity severity = Severity::Error;
};

/// Every rule there is, sorted by id.
[[nodiscard]] std::span<const Rule> allRules();
/// Null when there is no rule of this id.
[[nodiscard]] const Rule *findRule(QStringView id);

/// Where in an object something is.
struct Place
{
    QString path; ///< "spec.template.spec.containers[0].image"
    Location where;
};

/// Collects what rules have to say; severities come from the table.
class Complaints
{
public:
    void add(QLatin1StringView rule, const Object &object, const Place &place, const QString &sentence, const QString &remedy);
    [[nodiscard]] Findings take() { return std::move(m_findings); }

private:
    Findings m_findings;
};

/// The objects of a set, found by what they are.
class Inventory
{
public:
    explicit Inventory(const Manifests &manifests);

    [[nodiscard]] const std::deque<Object> &objects() const { return m_manifests.objects; }
    [[nodiscard]] const std::list<Pods> &pods() const { return m_pods; }
    /// Of this kind, whatever its group: kinds the rules ask for have one group only.
    [[nodiscard]] QList<const Object *> of(QStringView kind) const { return m_kinds.value(kind.toString()); }
    /// Null when it is not in the set.
    [[nodiscard]] const Object *find(QStringView kind, QStringView nameSpace, QStringView name) const;
    [[nodiscard]] bool has(QStringView kind, QStringView nameSpace, QStringView name) const
    {
        return find(kind, nameSpace, name) != nullptr;
    }
    [[nodiscard]] QList<const Pods *> selected(QStringView nameSpace, const LabelSelector &selector) const;
    /// HorizontalPodAutoscalers and ScaledObjects that scale it.
    [[nodiscard]] QList<const Object *> scalersOf(const Object &object) const;
    /// How many pods there are at least: what its scaler says, else what it says itself.
    [[nodiscard]] qint64 podsAtLeast(const Pods &pods) const;

private:
    const Manifests &m_manifests;
    std::list<Pods> m_pods; ///< containers point to them
    QHash<QString, QList<const Object *>> m_kinds;
    QHash<QString, const Object *> m_names;
};

// One function a subject, each in a file of its own.
void checkContainer(const Container &container, const Inventory &inventory, Complaints &complaints);
void checkContainerRuns(const Container &container, Complaints &complaints); ///< image, environment, probes, ports
void checkContainerSecurity(const Container &container, Complaints &complaints);
void checkPodSecurity(const Pods &pods, Complaints &complaints);
void checkPods(const Pods &pods, const Inventory &inventory, Complaints &complaints);
void checkWorkloads(const Inventory &inventory, Complaints &complaints);
void checkAvailability(const Inventory &inventory, Complaints &complaints); ///< disruption budgets, autoscalers
void checkServices(const Inventory &inventory, Complaints &complaints);
void checkNetworkPolicies(const Inventory &inventory, Complaints &complaints);
void checkAccess(const Inventory &inventory, Complaints &complaints);
void checkObjects(const Inventory &inventory, Complaints &complaints);

/// All of them.
[[nodiscard]] Findings checkRules(const Manifests &manifests);

} // namespace sentinel::policy
