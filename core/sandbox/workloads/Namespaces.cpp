// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/workloads/Namespaces.h"

#include "core/sandbox/workloads/Deletion.h"

using namespace Qt::StringLiterals;

namespace sentinel::sandbox {

Namespaces::Namespaces(World &world)
    : Controller(world)
{
    lookAtAll(kinds::ns());
}

void Namespaces::observe(const Change &change)
{
    if (change.type == &kinds::ns()) {
        look({}, nameOf(change.object));
        return;
    }
    const bool matters = change.type->namespaced
        && (change.kind == Change::Kind::Deleted || (isDeleting(change.object) && !isDeleting(change.before)));
    if (matters || change.type == &kinds::serviceAccount()) {
        look({}, namespaceOf(change.object));
    }
}

void Namespaces::reconcile(const Key &key)
{
    const auto home = m_world.store.find(kinds::ns(), {}, key.name);
    if (!home) {
        return;
    }
    if (isDeleting(*home)) {
        empty(*home);
    } else {
        furnish(*home);
    }
}

void Namespaces::furnish(const QJsonObject &home)
{
    const QString ns = nameOf(home);
    m_world.store.change(
        kinds::ns(), {}, ns,
        [&](QJsonObject &object) {
            put(object, {u"metadata", u"labels", u"kubernetes.io/metadata.name"}, ns);
            put(object, {u"spec", u"finalizers"}, QJsonArray{u"kubernetes"_s});
            put(object, {u"status", u"phase"}, u"Active"_s);
            return true;
        },
        Store::Half::Both);
    if (!m_world.store.find(kinds::serviceAccount(), ns, u"default"_s)) {
        static_cast<void>(m_world.store.create(kinds::serviceAccount(),
                                               {{u"metadata"_s, QJsonObject{{u"name"_s, u"default"_s}, {u"namespace"_s, ns}}}}));
    }
    if (!m_world.store.find(kinds::configMap(), ns, u"kube-root-ca.crt"_s)) {
        static_cast<void>(
            m_world.store.create(kinds::configMap(),
                                 {{u"metadata"_s, QJsonObject{{u"name"_s, u"kube-root-ca.crt"_s}, {u"namespace"_s, ns}}},
                                  {u"data"_s, QJsonObject{{u"ca.crt"_s, m_world.options.certificateAuthority}}}}));
    }
}

void Namespaces::empty(const QJsonObject &home)
{
    const QString ns = nameOf(home);
    int left = 0;
    QStringList waiting;
    for (const Type *type : allTypes()) {
        if (!type->namespaced) {
            continue;
        }
        int ofKind = 0;
        for (const QJsonObject &each : m_world.store.list(*type, ns)) {
            if (isDeleting(each)) {
                ++ofKind;
            } else if (beginDeletion(m_world.store, *type, ns, nameOf(each)) && m_world.store.find(*type, ns, nameOf(each))) {
                ++ofKind;
            }
        }
        if (ofKind > 0) {
            left += ofKind;
            waiting.append(u"%1 has %2 resource instances"_s
                               .arg(type->resource().endsWith(type->plural) ? type->plural + u'.' : type->resource())
                               .arg(ofKind));
        }
    }
    if (left == 0) {
        static_cast<void>(m_world.store.remove(kinds::ns(), {}, ns));
        return;
    }
    QJsonObject status = objectAt(home, {u"status"});
    status.insert(u"phase", u"Terminating"_s);
    status.insert(u"conditions",
                  withCondition(status.value(u"conditions").toArray(),
                                {{u"type"_s, u"NamespaceContentRemaining"_s},
                                 {u"status"_s, u"True"_s},
                                 {u"reason"_s, u"SomeResourcesRemain"_s},
                                 {u"message"_s, u"Some resources are remaining: "_s + waiting.join(u", "_s)}},
                                m_world.now()));
    writeStatus(kinds::ns(), home, status);
}

} // namespace sentinel::sandbox
