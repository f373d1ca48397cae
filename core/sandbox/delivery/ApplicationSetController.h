// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/delivery/DeliveryWorld.h"
#include "core/sandbox/workloads/WorkQueue.h"

namespace sentinel::sandbox {

/// Argo CD's ApplicationSet controller: makes an Application for each element of a list generator and keeps it as the template
/// says. What a person changes in an Application is put back at once, except where `ignoreApplicationDifferences` names it.
/// Other generators, templatePatch and rolling syncs are refused in the set's conditions.
class ApplicationSetController
{
public:
    explicit ApplicationSetController(DeliveryWorld &world);
    ~ApplicationSetController();
    ApplicationSetController(const ApplicationSetController &) = delete;
    ApplicationSetController &operator=(const ApplicationSetController &) = delete;

private:
    void observe(const Change &change);
    void reconcile(const Key &key);
    [[nodiscard]] Result<QList<QJsonObject>> applicationsOf(const QJsonObject &set) const;
    [[nodiscard]] Result<void> bring(const QJsonObject &set, const QJsonObject &wanted);
    void removeOthers(const QJsonObject &set, const QStringList &wanted);
    void removeOwned(const QJsonObject &set);
    void writeStatus(const QJsonObject &set, const QStringList &names, const Error *error);

    DeliveryWorld &m_world;
    WorkQueue m_queue;
    int m_listener = 0;
};

} // namespace sentinel::sandbox
