// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/workloads/Controller.h"

namespace sentinel::sandbox {

/// Removes what is owned by something that is gone, and does what the finalizers "foregroundDeletion" and "orphan" promise.
class GarbageCollection final : public Controller
{
public:
    explicit GarbageCollection(World &world);

protected:
    void observe(const Change &change) override;
    void reconcile(const Key &key) override;

private:
    struct Where
    {
        const Type *type = nullptr;
        QString ns;
        QString name;
    };
    void index(const Type &type, const QJsonObject &object);
    void unindex(const QJsonObject &object);
    void sweepDependents(const QString &ownerUid);
    void removeUnlessOwned(const QString &uid);
    void keepPromise(const QJsonObject &object, const Where &where);
    void dropFinalizer(const Where &where, QStringView finalizer);

    QHash<QString, Where> m_living; ///< uid → object
    QHash<QString, QSet<QString>> m_dependents; ///< uid of an owner → uids
};

} // namespace sentinel::sandbox
