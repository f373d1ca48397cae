// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/workloads/Controller.h"

namespace sentinel::sandbox {

/// Moves replicas with the load, in a model: every target has a total load that keeps its least number of pods at 60 % of what
/// they ask for; `setLoad` multiplies it. Looked at when something changes, not every 15 s.
class Autoscalers final : public Controller
{
public:
    explicit Autoscalers(World &world);

    /// 1 is the usual load; 2 twice as much.
    void setLoad(double factor);

protected:
    void observe(const Change &change) override;
    void reconcile(const Key &key) override;

private:
    struct Reading
    {
        QJsonArray metrics;
        double ratio = 0; ///< of what is used to what is wanted, the largest
    };
    [[nodiscard]] int utilisationOf(const QJsonObject &autoscaler, int pods) const;
    [[nodiscard]] Reading read(const QJsonObject &autoscaler, int pods) const;
    [[nodiscard]] int stableWish(const QJsonObject &autoscaler, int current, int wish);
    void complain(const QJsonObject &autoscaler);
    void scale(const QJsonObject &autoscaler, const Type &type, const QJsonObject &target, int desired);

    double m_load = 1.0;
    QHash<QString, QList<std::pair<QDateTime, int>>> m_wishes; ///< by uid: what was wanted of late, for the stabilisation window
};

} // namespace sentinel::sandbox
