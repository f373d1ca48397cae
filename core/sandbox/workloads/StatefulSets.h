// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/workloads/Controller.h"
#include "core/sandbox/workloads/Revisions.h"

namespace sentinel::sandbox {

/// Pods with a name and a volume of their own, brought up one after the other and replaced from the last to the first.
class StatefulSets final : public Controller
{
public:
    explicit StatefulSets(World &world);

protected:
    void observe(const Change &change) override;
    void reconcile(const Key &key) override;

private:
    struct Look
    {
        QJsonObject set;
        Revisions revisions;
        QString current; ///< revision that pods below the partition have
        QMap<int, QJsonObject> pods; ///< by ordinal
        int start = 0;
        int replicas = 1;
        bool isOrdered = true;
    };
    [[nodiscard]] Look lookAtSet(const QJsonObject &set);
    void move(const Look &now);
    [[nodiscard]] bool fill(const Look &now);
    [[nodiscard]] bool condemn(const Look &now);
    void replace(const Look &now);
    [[nodiscard]] bool makePod(const Look &now, int ordinal);
    void makeClaims(const Look &now, const QString &pod);
    void dropClaims(const Look &now, int ordinal);
    [[nodiscard]] QJsonObject podSpecOf(const Look &now, int ordinal) const;
    void report(const Look &now);
};

} // namespace sentinel::sandbox
