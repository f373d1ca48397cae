// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deploy/Snapshot.h"

#include <QJsonArray>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::deploy {

namespace {

QString uidOf(const QJsonObject &object)
{
    return object[u"metadata"][u"uid"].toString();
}

/// Of the controller, else of the only owner: cert-manager's requests name one that is no controller on some versions.
QJsonObject ownerReference(const QJsonObject &object)
{
    const QJsonArray owners = object[u"metadata"][u"ownerReferences"].toArray();
    for (const QJsonValue &owner : owners) {
        if (owner[u"controller"].toBool()) {
            return owner.toObject();
        }
    }
    return owners.size() == 1 ? owners.first().toObject() : QJsonObject();
}

ObjectKey keyFromReference(const QJsonObject &reference, const QString &ns)
{
    const QString version = reference[u"apiVersion"].toString();
    return {.group = version.contains(u'/') ? version.section(u'/', 0, 0) : QString(),
            .kind = reference[u"kind"].toString(),
            .ns = reference.contains(u"namespace") ? reference[u"namespace"].toString() : ns,
            .name = reference[u"name"].toString()};
}

bool isEvent(const QJsonObject &object)
{
    return object[u"kind"].toString() == u"Event";
}

ObjectKey regarding(const QJsonObject &event)
{
    const QJsonValue about = event.contains(u"regarding") ? event[u"regarding"] : event[u"involvedObject"];
    return keyFromReference(about.toObject(), {});
}

QString timeOf(const QJsonObject &event)
{
    for (const QString &field : {u"lastTimestamp"_s, u"eventTime"_s, u"deprecatedLastTimestamp"_s}) {
        if (const QString time = event[field].toString(); !time.isEmpty()) {
            return time;
        }
    }
    return event[u"metadata"][u"creationTimestamp"].toString();
}

} // namespace

void Snapshot::put(const QJsonObject &object)
{
    const ObjectKey key = keyOf(object);
    forget(key);
    m_objects.insert(key, object);
    if (isEvent(object)) {
        m_events.insert(regarding(object), key);
    }
    if (const QString owner = ownerReference(object)[u"uid"].toString(); !owner.isEmpty()) {
        m_owned.insert(owner, key);
    }
}

void Snapshot::remove(const ObjectKey &key)
{
    forget(key);
}

void Snapshot::forget(const ObjectKey &key)
{
    const auto found = m_objects.constFind(key);
    if (found == m_objects.cend()) {
        return;
    }
    if (isEvent(*found)) {
        m_events.remove(regarding(*found), key);
    }
    if (const QString owner = ownerReference(*found)[u"uid"].toString(); !owner.isEmpty()) {
        m_owned.remove(owner, key);
    }
    m_objects.erase(found);
}

void Snapshot::replace(const ObjectKey &listed, const QList<QJsonObject> &objects)
{
    const QList<ObjectKey> before = keys(listed.group, listed.kind);
    for (const ObjectKey &key : before) {
        if (key.ns == listed.ns && (listed.name.isEmpty() || key.name == listed.name)) {
            forget(key);
        }
    }
    for (const QJsonObject &object : objects) {
        put(object);
    }
}

QList<ObjectKey> Snapshot::keys(const QString &group, const QString &kind) const
{
    QList<ObjectKey> found;
    for (auto at = m_objects.cbegin(); at != m_objects.cend(); ++at) {
        if (at.key().kind == kind && at.key().group == group) {
            found.append(at.key());
        }
    }
    std::ranges::sort(found);
    return found;
}

QList<ObjectKey> Snapshot::ownedBy(const ObjectKey &owner) const
{
    const QString uid = uidOf(m_objects.value(owner));
    QList<ObjectKey> owned = uid.isEmpty() ? QList<ObjectKey>() : m_owned.values(uid);
    std::ranges::sort(owned);
    return owned;
}

ObjectKey Snapshot::ownerOf(const ObjectKey &key) const
{
    const QJsonObject reference = ownerReference(m_objects.value(key));
    if (reference.isEmpty()) {
        return {};
    }
    ObjectKey owner = keyFromReference(reference, key.ns);
    if (!m_objects.contains(owner)) {
        owner.ns.clear(); // a cluster-scoped owner
    }
    // The name may have been given to another object meanwhile; the uid tells.
    return uidOf(m_objects.value(owner)) == reference[u"uid"].toString() ? owner : ObjectKey();
}

QList<QJsonObject> Snapshot::eventsAbout(const ObjectKey &key) const
{
    QList<QJsonObject> events;
    // By name, and by uid where both say one: the events of a pod that had the name before are not about this one.
    const QString uid = uidOf(m_objects.value(key));
    for (const ObjectKey &event : m_events.values(key)) {
        const QJsonObject object = m_objects.value(event);
        const QJsonValue about = object.contains(u"regarding") ? object[u"regarding"] : object[u"involvedObject"];
        const QString aboutUid = about[u"uid"].toString();
        if (uid.isEmpty() || aboutUid.isEmpty() || aboutUid == uid) {
            events.append(object);
        }
    }
    std::ranges::stable_sort(events,
                             [](const QJsonObject &left, const QJsonObject &right) { return timeOf(left) > timeOf(right); });
    return events;
}

} // namespace sentinel::deploy
