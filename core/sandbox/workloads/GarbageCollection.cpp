// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/workloads/GarbageCollection.h"

#include "core/sandbox/workloads/Deletion.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::sandbox {

namespace {

QStringList ownersOf(const QJsonObject &object)
{
    QStringList uids;
    for (const QJsonValue &each : listAt(object, {u"metadata", u"ownerReferences"})) {
        uids.append(each.toObject().value(u"uid").toString());
    }
    return uids;
}

bool hasFinalizer(const QJsonObject &object, const QString &finalizer)
{
    return listAt(object, {u"metadata", u"finalizers"}).contains(finalizer);
}

} // namespace

GarbageCollection::GarbageCollection(World &world)
    : Controller(world)
{
    for (const Type *type : allTypes()) {
        for (const QJsonObject &each : world.store.list(*type)) {
            index(*type, each);
        }
    }
}

void GarbageCollection::index(const Type &type, const QJsonObject &object)
{
    const QString uid = uidOf(object);
    m_living.insert(uid, {.type = &type, .ns = namespaceOf(object), .name = nameOf(object)});
    const QStringList owners = ownersOf(object);
    for (const QString &owner : owners) {
        m_dependents[owner].insert(uid);
    }
}

void GarbageCollection::unindex(const QJsonObject &object)
{
    const QStringList owners = ownersOf(object);
    for (const QString &owner : owners) {
        const auto found = m_dependents.find(owner);
        if (found != m_dependents.end() && found->remove(uidOf(object)) && found->isEmpty()) {
            m_dependents.erase(found);
        }
    }
}

void GarbageCollection::observe(const Change &change)
{
    if (change.type == &kinds::event()) {
        return; // nobody owns events and they own nothing; they come by the thousand
    }
    const QString uid = uidOf(change.object);
    unindex(change.before);
    if (change.kind != Change::Kind::Deleted) {
        index(*change.type, change.object);
        const bool isNew = change.kind == Change::Kind::Added && !ownersOf(change.object).isEmpty();
        if (isNew || isDeleting(change.object)) {
            look({}, uid);
        }
        return;
    }
    unindex(change.object);
    m_living.remove(uid);
    if (m_dependents.contains(uid)) {
        look({}, uid);
    }
    const QStringList owners = ownersOf(change.object);
    for (const QString &owner : owners) {
        look({}, owner); // one that waits for its dependents
    }
}

void GarbageCollection::reconcile(const Key &key)
{
    const auto living = m_living.constFind(key.name);
    if (living == m_living.constEnd()) {
        sweepDependents(key.name);
        return;
    }
    const Where where = *living;
    const auto object = m_world.store.find(*where.type, where.ns, where.name);
    if (!object || uidOf(*object) != key.name) {
        return;
    }
    if (isDeleting(*object)) {
        keepPromise(*object, where);
    } else {
        removeUnlessOwned(key.name);
    }
}

void GarbageCollection::sweepDependents(const QString &ownerUid)
{
    const QSet<QString> dependents = m_dependents.value(ownerUid);
    for (const QString &each : dependents) {
        removeUnlessOwned(each);
    }
}

void GarbageCollection::removeUnlessOwned(const QString &uid)
{
    const Where where = m_living.value(uid);
    const auto object = where.type ? m_world.store.find(*where.type, where.ns, where.name) : std::nullopt;
    if (!object || uidOf(*object) != uid) {
        return;
    }
    const QStringList owners = ownersOf(*object);
    const auto isGone = [this](const QString &owner) { return !m_living.contains(owner); };
    if (owners.isEmpty() || std::ranges::none_of(owners, isGone)) {
        return;
    }
    if (std::ranges::all_of(owners, isGone)) {
        if (!isDeleting(*object)) {
            static_cast<void>(beginDeletion(m_world.store, *where.type, where.ns, where.name));
        }
        return;
    }
    m_world.store.change(
        *where.type, where.ns, where.name,
        [&](QJsonObject &present) {
            QJsonArray kept;
            for (const QJsonValue &each : listAt(present, {u"metadata", u"ownerReferences"})) {
                if (!isGone(each.toObject().value(u"uid").toString())) {
                    kept.append(each);
                }
            }
            put(present, {u"metadata", u"ownerReferences"}, kept);
            return true;
        },
        Store::Half::Both);
}

void GarbageCollection::keepPromise(const QJsonObject &object, const Where &where)
{
    const QString uid = uidOf(object);
    const QSet<QString> dependents = m_dependents.value(uid);
    if (hasFinalizer(object, u"orphan"_s)) {
        for (const QString &each : dependents) {
            const Where child = m_living.value(each);
            m_world.store.change(
                *child.type, child.ns, child.name,
                [&](QJsonObject &present) {
                    QJsonArray kept;
                    for (const QJsonValue &owner : listAt(present, {u"metadata", u"ownerReferences"})) {
                        if (owner.toObject().value(u"uid").toString() != uid) {
                            kept.append(owner);
                        }
                    }
                    put(present, {u"metadata", u"ownerReferences"}, kept.isEmpty() ? QJsonValue(QJsonValue::Undefined) : kept);
                    return true;
                },
                Store::Half::Both);
        }
        dropFinalizer(where, u"orphan");
        return;
    }
    if (!hasFinalizer(object, u"foregroundDeletion"_s)) {
        return;
    }
    bool isBlocked = false;
    for (const QString &each : dependents) {
        const Where child = m_living.value(each);
        const auto present = m_world.store.find(*child.type, child.ns, child.name);
        if (!present) {
            continue;
        }
        if (!isDeleting(*present)) {
            // The children's children are waited for too.
            static_cast<void>(beginDeletion(m_world.store, *child.type, child.ns, child.name,
                                            m_dependents.contains(each) ? Propagation::Foreground : Propagation::Background));
        }
        for (const QJsonValue &owner : listAt(*present, {u"metadata", u"ownerReferences"})) {
            const QJsonObject reference = owner.toObject();
            isBlocked = isBlocked
                || (reference.value(u"uid").toString() == uid && reference.value(u"blockOwnerDeletion").toBool()
                    && m_living.contains(each));
        }
    }
    if (!isBlocked) {
        dropFinalizer(where, u"foregroundDeletion");
    }
}

void GarbageCollection::dropFinalizer(const Where &where, QStringView finalizer)
{
    m_world.store.change(
        *where.type, where.ns, where.name,
        [&](QJsonObject &present) {
            QJsonArray kept;
            for (const QJsonValue &each : listAt(present, {u"metadata", u"finalizers"})) {
                if (each.toString() != finalizer) {
                    kept.append(each);
                }
            }
            put(present, {u"metadata", u"finalizers"}, kept);
            return true;
        },
        Store::Half::Both);
}

} // namespace sentinel::sandbox
