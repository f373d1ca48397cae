// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/workloads/Volumes.h"

#include "core/base/Quantity.h"
#include "core/sandbox/workloads/NodeFit.h"
#include "core/sandbox/workloads/Pods.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::sandbox {

namespace {

const auto kProvisioner = u"rehearsal.console.sentinel/disk"_s;
const auto kProtection = u"kubernetes.io/pvc-protection"_s;
const auto kDefault = u"storageclass.kubernetes.io/is-default-class"_s;
const auto kNode = u"volume.kubernetes.io/selected-node"_s;
const auto kComponent = u"persistentvolume-controller"_s;

} // namespace

Volumes::Volumes(World &world)
    : Controller(world)
{
    makeStorageClass();
    lookAtAll(kinds::volumeClaim());
}

void Volumes::makeStorageClass()
{
    static_cast<void>(m_world.store.create(
        kinds::storageClass(),
        {{u"metadata"_s, QJsonObject{{u"name"_s, u"standard"_s}, {u"annotations"_s, QJsonObject{{kDefault, u"true"_s}}}}},
         {u"provisioner"_s, kProvisioner},
         {u"reclaimPolicy"_s, u"Delete"_s},
         {u"volumeBindingMode"_s, u"WaitForFirstConsumer"_s},
         {u"allowVolumeExpansion"_s, true}}));
}

/// Of volumes that live and die with the pod.
void Volumes::makeClaims(const QJsonObject &pod)
{
    for (const QJsonValue &each : listAt(pod, {u"spec", u"volumes"})) {
        const QJsonObject volume = each.toObject();
        const QString name = nameOf(pod) + u'-' + volume.value(u"name").toString();
        if (!volume.contains(u"ephemeral") || m_world.store.find(kinds::volumeClaim(), namespaceOf(pod), name)) {
            continue;
        }
        const QJsonObject claim = objectAt(volume, {u"ephemeral", u"volumeClaimTemplate"});
        QJsonObject metadata = objectAt(claim, {u"metadata"});
        metadata.insert(u"name", name);
        metadata.insert(u"namespace", namespaceOf(pod));
        metadata.insert(u"ownerReferences", QJsonArray{controllerReference(pod)});
        static_cast<void>(m_world.store.create(kinds::volumeClaim(),
                                               {{u"metadata"_s, metadata},
                                                {u"spec"_s, claim.value(u"spec")},
                                                {u"status"_s, QJsonObject{{u"phase"_s, u"Pending"_s}}}}));
    }
}

void Volumes::observe(const Change &change)
{
    if (change.type == &kinds::volumeClaim()) {
        if (change.kind == Change::Kind::Deleted) {
            m_since.remove(uidOf(change.object));
            release(change.object);
        }
        look(change.object);
    } else if (change.type == &kinds::pod() && (change.kind == Change::Kind::Deleted || isFinished(change.object))) {
        const QStringList claims = claimsOf(change.object);
        for (const QString &name : claims) {
            look(namespaceOf(change.object), name);
        }
    } else if (change.type == &kinds::pod() && change.kind == Change::Kind::Added) {
        makeClaims(change.object);
    } else if (change.type == &kinds::storageClass()) {
        lookAtAll(kinds::volumeClaim());
    }
}

bool Volumes::isUsed(const QJsonObject &claim) const
{
    const QList<QJsonObject> pods = m_world.store.list(kinds::pod(), namespaceOf(claim));
    return std::ranges::any_of(pods,
                               [&](const QJsonObject &pod) { return !isFinished(pod) && claimsOf(pod).contains(nameOf(claim)); });
}

void Volumes::introduce(const QJsonObject &claim)
{
    m_world.store.change(
        kinds::volumeClaim(), namespaceOf(claim), nameOf(claim),
        [&](QJsonObject &object) {
            QJsonArray finalizers = listAt(object, {u"metadata", u"finalizers"});
            if (!finalizers.contains(kProtection)) {
                finalizers.append(kProtection);
                put(object, {u"metadata", u"finalizers"}, finalizers);
            }
            if (!hasAt(object, {u"status", u"phase"})) {
                put(object, {u"status", u"phase"}, u"Pending"_s);
            }
            for (const QJsonObject &each : m_world.store.list(kinds::storageClass())) {
                if (!hasAt(object, {u"spec", u"storageClassName"})
                    && textAt(each, {u"metadata", u"annotations", kDefault}) == u"true") {
                    put(object, {u"spec", u"storageClassName"}, nameOf(each));
                }
            }
            return true;
        },
        Store::Half::Both);
}

void Volumes::reconcile(const Key &key)
{
    auto claim = m_world.store.find(kinds::volumeClaim(), key.ns, key.name);
    if (!claim) {
        return;
    }
    if (isDeleting(*claim)) {
        if (!isUsed(*claim)) {
            m_world.store.change(
                kinds::volumeClaim(), key.ns, key.name,
                [](QJsonObject &object) {
                    QJsonArray kept;
                    for (const QJsonValue &each : listAt(object, {u"metadata", u"finalizers"})) {
                        if (each.toString() != kProtection) {
                            kept.append(each);
                        }
                    }
                    put(object, {u"metadata", u"finalizers"}, kept);
                    return true;
                },
                Store::Half::Both);
        }
        return;
    }
    introduce(*claim);
    claim = m_world.store.find(kinds::volumeClaim(), key.ns, key.name);
    if (textAt(*claim, {u"status", u"phase"}) == u"Bound") {
        enlarge(key, *claim);
    } else {
        provision(key, *claim);
    }
}

void Volumes::provision(const Key &key, const QJsonObject &claim)
{
    const QString className = textAt(claim, {u"spec", u"storageClassName"});
    const auto storage = m_world.store.find(kinds::storageClass(), {}, className);
    if (!storage) {
        const QString message = className.isEmpty()
            ? u"no persistent volumes available for this claim and no storage class is set"_s
            : u"storageclass.storage.k8s.io \"%1\" not found"_s.arg(className);
        if (className.isEmpty()) {
            m_world.events.normal(claim, kComponent, u"FailedBinding"_s, message);
        } else {
            m_world.events.warning(claim, kComponent, u"ProvisioningFailed"_s, message);
        }
        return;
    }
    const QString node = textAt(claim, {u"metadata", u"annotations", kNode});
    const bool waits = storage->value(u"volumeBindingMode").toString() == u"WaitForFirstConsumer";
    if (waits && node.isEmpty()) {
        m_world.events.normal(claim, kComponent, u"WaitForFirstConsumer"_s,
                              u"waiting for first consumer to be created before binding"_s);
        return;
    }
    if (!m_since.contains(uidOf(claim))) {
        m_since.insert(uidOf(claim), m_world.now());
        m_world.events.normal(claim, kProvisioner, u"Provisioning"_s,
                              u"External provisioner is provisioning volume for claim \"%1/%2\""_s.arg(key.ns, key.name));
    }
    const Duration left = m_world.options.pace.provision - since(m_since.value(uidOf(claim)));
    if (left > Duration::zero()) {
        lookLater(key, left);
        return;
    }
    m_since.remove(uidOf(claim));
    bind(key, claim, *storage);
}

void Volumes::bind(const Key &key, const QJsonObject &claim, const QJsonObject &storage)
{
    const QString className = nameOf(storage);
    const QString node = textAt(claim, {u"metadata", u"annotations", kNode});
    const QString name = u"pvc-"_s + uidOf(claim);
    const QJsonValue size = valueAt(claim, {u"spec", u"resources", u"requests", u"storage"});
    const auto host = m_world.store.find(kinds::node(), {}, node);
    QJsonObject spec{{u"capacity"_s, QJsonObject{{u"storage"_s, size}}},
                     {u"accessModes"_s, valueAt(claim, {u"spec", u"accessModes"})},
                     {u"claimRef"_s,
                      QJsonObject{{u"apiVersion"_s, u"v1"_s},
                                  {u"kind"_s, u"PersistentVolumeClaim"_s},
                                  {u"namespace"_s, key.ns},
                                  {u"name"_s, key.name},
                                  {u"uid"_s, uidOf(claim)}}},
                     {u"persistentVolumeReclaimPolicy"_s, storage.value(u"reclaimPolicy").toString(u"Delete"_s)},
                     {u"storageClassName"_s, className},
                     {u"volumeMode"_s, u"Filesystem"_s},
                     {u"csi"_s, QJsonObject{{u"driver"_s, kProvisioner}, {u"volumeHandle"_s, name}}}};
    if (host) {
        // A disk of one zone, as clouds have them: the pod cannot leave it.
        const QString zoneKey = u"topology.kubernetes.io/zone"_s;
        const QJsonObject expression{
            {u"key"_s, zoneKey}, {u"operator"_s, u"In"_s}, {u"values"_s, QJsonArray{labelsOf(*host).value(zoneKey)}}};
        put(spec, {u"nodeAffinity", u"required", u"nodeSelectorTerms"},
            QJsonArray{QJsonObject{{u"matchExpressions"_s, QJsonArray{expression}}}});
    }
    static_cast<void>(m_world.store.create(kinds::volume(),
                                           {{u"metadata"_s, QJsonObject{{u"name"_s, name}}},
                                            {u"spec"_s, spec},
                                            {u"status"_s, QJsonObject{{u"phase"_s, u"Bound"_s}}}}));
    m_world.store.change(
        kinds::volumeClaim(), key.ns, key.name,
        [&](QJsonObject &object) {
            put(object, {u"spec", u"volumeName"}, name);
            put(object, {u"spec", u"volumeMode"}, u"Filesystem"_s);
            put(object, {u"metadata", u"annotations", u"pv.kubernetes.io/bind-completed"}, u"yes"_s);
            put(object, {u"status"},
                QJsonObject{{u"phase"_s, u"Bound"_s},
                            {u"accessModes"_s, valueAt(object, {u"spec", u"accessModes"})},
                            {u"capacity"_s, QJsonObject{{u"storage"_s, size}}}});
            return true;
        },
        Store::Half::Both);
    m_world.events.normal(claim, kProvisioner, u"ProvisioningSucceeded"_s, u"Successfully provisioned volume "_s + name);
}

void Volumes::enlarge(const Key &key, const QJsonObject &claim)
{
    const QString wanted = textAt(claim, {u"spec", u"resources", u"requests", u"storage"});
    const auto size = Quantity::parse(wanted);
    const auto present = Quantity::parse(textAt(claim, {u"status", u"capacity", u"storage"}));
    if (!size || !present || *size <= *present) {
        return;
    }
    const auto storage = m_world.store.find(kinds::storageClass(), {}, textAt(claim, {u"spec", u"storageClassName"}));
    if (!storage || !storage->value(u"allowVolumeExpansion").toBool()) {
        m_world.events.warning(claim, u"volume_expand"_s, u"VolumeResizeFailed"_s,
                               u"storageclass that provisions the pvc must support resize"_s);
        return;
    }
    if (!m_since.contains(uidOf(claim))) {
        m_since.insert(uidOf(claim), m_world.now());
        m_world.events.normal(claim, u"external-resizer"_s, u"Resizing"_s,
                              u"External resizer is resizing volume "_s + textAt(claim, {u"spec", u"volumeName"}));
    }
    const Duration left = m_world.options.pace.provision - since(m_since.value(uidOf(claim)));
    if (left > Duration::zero()) {
        lookLater(key, left);
        return;
    }
    m_since.remove(uidOf(claim));
    m_world.store.change(
        kinds::volume(), {}, textAt(claim, {u"spec", u"volumeName"}),
        [&](QJsonObject &object) {
            put(object, {u"spec", u"capacity", u"storage"}, wanted);
            return true;
        },
        Store::Half::Both);
    QJsonObject status = objectAt(claim, {u"status"});
    put(status, {u"capacity", u"storage"}, wanted);
    writeStatus(kinds::volumeClaim(), claim, status);
    m_world.events.normal(claim, u"kubelet"_s, u"FileSystemResizeSuccessful"_s,
                          u"MountVolume.NodeExpandVolume succeeded for volume"_s);
}

void Volumes::release(const QJsonObject &claim)
{
    const QString name = textAt(claim, {u"spec", u"volumeName"});
    const auto volume = m_world.store.find(kinds::volume(), {}, name);
    if (!volume) {
        return;
    }
    if (textAt(*volume, {u"spec", u"persistentVolumeReclaimPolicy"}) == u"Delete") {
        static_cast<void>(m_world.store.remove(kinds::volume(), {}, name));
        return;
    }
    QJsonObject status = objectAt(*volume, {u"status"});
    status.insert(u"phase", u"Released"_s);
    writeStatus(kinds::volume(), *volume, status);
}

} // namespace sentinel::sandbox
