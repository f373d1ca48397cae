// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/workloads/Owners.h"

#include "core/sandbox/workloads/Json.h"
#include "core/sandbox/workloads/Selectors.h"

using namespace Qt::StringLiterals;

namespace sentinel::sandbox {

QJsonObject controllerReference(const QJsonObject &owner)
{
    return {{u"apiVersion"_s, owner.value(u"apiVersion")},
            {u"kind"_s, owner.value(u"kind")},
            {u"name"_s, nameOf(owner)},
            {u"uid"_s, uidOf(owner)},
            {u"controller"_s, true},
            {u"blockOwnerDeletion"_s, true}};
}

QJsonObject controllerOf(const QJsonObject &object)
{
    for (const QJsonValue &each : listAt(object, {u"metadata", u"ownerReferences"})) {
        if (each.toObject().value(u"controller").toBool()) {
            return each.toObject();
        }
    }
    return {};
}

bool isControlledBy(const QJsonObject &object, const QJsonObject &owner)
{
    const QString uid = controllerOf(object).value(u"uid").toString();
    return !uid.isEmpty() && uid == uidOf(owner);
}

QList<QJsonObject> controlledBy(const Store &store, const Type &type, const QJsonObject &owner)
{
    QList<QJsonObject> children = store.list(type, namespaceOf(owner));
    children.removeIf([&](const QJsonObject &each) { return !isControlledBy(each, owner); });
    return children;
}

QList<QJsonObject> claimedBy(Store &store, const Type &type, const QJsonObject &owner)
{
    const QJsonObject selector = objectAt(owner, {u"spec", u"selector"});
    QList<QJsonObject> children;
    for (const QJsonObject &each : store.list(type, namespaceOf(owner))) {
        if (isControlledBy(each, owner)) {
            children.append(each);
            continue;
        }
        const bool free = controllerOf(each).isEmpty() && !isDeleting(each) && !isDeleting(owner);
        if (!free || selector.isEmpty() || !selectorMatches(selector, labelsOf(each))) {
            continue;
        }
        const auto adopted = store.change(
            type, namespaceOf(each), nameOf(each),
            [&](QJsonObject &object) {
                QJsonArray owners = listAt(object, {u"metadata", u"ownerReferences"});
                owners.append(controllerReference(owner));
                put(object, {u"metadata", u"ownerReferences"}, owners);
                return true;
            },
            Store::Half::Both);
        if (adopted) {
            children.append(*adopted);
        }
    }
    return children;
}

} // namespace sentinel::sandbox
