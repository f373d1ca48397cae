// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/workloads/Controller.h"

namespace sentinel::sandbox {

/// Makes volumes for claims, binds, enlarges and removes them: the one StorageClass of the cluster provisions everything.
class Volumes final : public Controller
{
public:
    explicit Volumes(World &world);

protected:
    void observe(const Change &change) override;
    void reconcile(const Key &key) override;

private:
    void makeStorageClass();
    void makeClaims(const QJsonObject &pod);
    void introduce(const QJsonObject &claim);
    void provision(const Key &key, const QJsonObject &claim);
    void bind(const Key &key, const QJsonObject &claim, const QJsonObject &storage);
    void enlarge(const Key &key, const QJsonObject &claim);
    void release(const QJsonObject &claim);
    [[nodiscard]] bool isUsed(const QJsonObject &claim) const;

    QHash<QString, QDateTime> m_since; ///< uid of a claim → when the work on it began
};

} // namespace sentinel::sandbox
