// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/workloads/WorkQueue.h"
#include "core/sandbox/workloads/World.h"

namespace sentinel::sandbox {

/// Brings objects of one kind to what they ask for. Level-triggered: `observe` only says which keys to look at; `reconcile` reads
/// the present state and may be called at any time.
class Controller
{
public:
    explicit Controller(World &world);
    virtual ~Controller();
    Controller(const Controller &) = delete;
    Controller &operator=(const Controller &) = delete;

protected:
    virtual void observe(const Change &change) = 0;
    virtual void reconcile(const Key &key) = 0;

    void look(const QString &ns, const QString &name) { m_queue.add({.ns = ns, .name = name}); }
    void look(const QJsonObject &object) { look(namespaceOf(object), nameOf(object)); }
    void lookLater(const Key &key, Duration delay) { m_queue.addAfter(key, delay); }
    /// The controller of a changed child, when it is of that kind; before and after, since a child can be taken over.
    void lookAtOwner(const Change &child, QStringView kind);
    void lookAtAll(const Type &type, const QString &ns = {});
    /// Every object of a kind whose selector (a LabelSelector at `path`) picks the changed object, by its labels before or after.
    void lookAtSelecting(const Type &type, Path path, const Change &child);

    /// Writes `status` when it differs from what is there.
    void writeStatus(const Type &type, const QJsonObject &object, const QJsonObject &status);
    [[nodiscard]] Duration since(const QDateTime &then) const { return Duration(then.msecsTo(m_world.now())); }

    World &m_world;

private:
    WorkQueue m_queue;
    int m_listener = 0;
};

} // namespace sentinel::sandbox
