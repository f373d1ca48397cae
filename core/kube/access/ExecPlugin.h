// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Location.h"

#include <QJsonValue>
#include <QList>
#include <QString>
#include <QStringList>
#include <utility>

namespace sentinel::kube {

/// A program that signs a user in, as a kubeconfig names it (`exec`).
struct ExecPlugin
{
    enum class Interaction { Never, IfAvailable, Always };

    QString command{}; ///< absolute, or a bare name looked for on PATH
    QStringList arguments{};
    QList<std::pair<QString, QString>> variables{}; ///< set over what the program inherits
    QString apiVersion{}; ///< "client.authentication.k8s.io/v1"
    QString installHint{}; ///< of the kubeconfig; hostile text
    bool wantsCluster = false; ///< is told where the cluster is
    Interaction interaction = Interaction::IfAvailable;
    QJsonValue clusterConfig{}; ///< from the cluster's extension of the same name
    Location where{}; ///< of `exec` in the kubeconfig

    bool operator==(const ExecPlugin &) const = default;
};

/// What surrounds a sign-in program.
struct PluginHost
{
    bool hasTerminal = false; ///< it may ask on our stdin and stderr
    bool asksLoginShell = false; ///< started from a desktop: PATH is the login shell's, not ours
};

} // namespace sentinel::kube
