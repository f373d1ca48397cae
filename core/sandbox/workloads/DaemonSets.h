// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/workloads/Controller.h"
#include "core/sandbox/workloads/Revisions.h"

namespace sentinel::sandbox {

/// One pod on every node that takes it.
class DaemonSets final : public Controller
{
public:
    explicit DaemonSets(World &world);

protected:
    void observe(const Change &change) override;
    void reconcile(const Key &key) override;

private:
    [[nodiscard]] QJsonObject podFor(const QJsonObject &set, const QString &revision, const QString &node) const;
    void place(const QJsonObject &set, const QString &revision, const QMap<QString, QJsonObject> &pods, const QStringList &nodes);
    void replace(const QJsonObject &set, const QString &revision, const QMap<QString, QJsonObject> &pods, qsizetype nodes);
    void report(const QJsonObject &set, const QString &revision, const QMap<QString, QJsonObject> &pods,
                const QStringList &nodes);
};

} // namespace sentinel::sandbox
