// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kube/Api.h"

#include <QRandomGenerator>

namespace sentinel::testing {

/// Makes the objects of a kind that a writer keeps changing.
using Maker = std::function<kube::Object(const QString &ns, const QString &name, int value)>;

/// One after the other, makes, changes and removes objects at the server, until told to stop.
struct Churn
{
    kube::ApiPtr api;
    kube::ResourceType type;
    QString ns;
    Maker maker;
    QRandomGenerator random;
    QString prefix = QStringLiteral("o"); ///< of names
    QStringList present{}; ///< names
    int writes = 0;
    int refused = 0; ///< while a server is away
    QMap<QString, QString> confirmed{}; ///< versions of those whose last write was answered; empty: removed
    bool isStopping = false;
    QString problem{}; ///< an answer that nothing explains
    std::function<void(int writes)> onWrite{};
};

/// Ends once `isStopping`, or with the first refusal that the server being away does not explain.
[[nodiscard]] Async<void> keepChanging(std::shared_ptr<Churn> churn, CancelToken cancel);

} // namespace sentinel::testing
