// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/deploy/ObjectState.h"
#include "core/kube/Api.h"

#include <QHash>
#include <QMultiHash>

namespace sentinel::deploy {

/// What was seen of a cluster, as one value: objects by name, what belongs to what, and the events about each. Strings in it are
/// hostile.
class Snapshot
{
public:
    void put(const QJsonObject &object);
    void remove(const ObjectKey &key);
    /// The list of one kind in one namespace (empty: of no namespace) was read again, or that of one name: what is not in it is
    /// gone.
    void replace(const ObjectKey &listed, const QList<QJsonObject> &objects);

    [[nodiscard]] bool has(const ObjectKey &key) const { return m_objects.contains(key); }
    [[nodiscard]] QJsonObject object(const ObjectKey &key) const { return m_objects.value(key); }
    [[nodiscard]] QList<ObjectKey> keys(const QString &group, const QString &kind) const;
    [[nodiscard]] QList<ObjectKey> all() const { return m_objects.keys(); }
    /// Objects whose controller is this one, by name.
    [[nodiscard]] QList<ObjectKey> ownedBy(const ObjectKey &owner) const;
    [[nodiscard]] ObjectKey ownerOf(const ObjectKey &key) const;
    /// Newest first.
    [[nodiscard]] QList<QJsonObject> eventsAbout(const ObjectKey &key) const;

private:
    void forget(const ObjectKey &key);

    QHash<ObjectKey, QJsonObject> m_objects;
    QMultiHash<QString, ObjectKey> m_owned; ///< uid of the controller to what it owns
    QMultiHash<ObjectKey, ObjectKey> m_events; ///< object to the Events about it
};

} // namespace sentinel::deploy
