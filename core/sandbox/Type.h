// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace sentinel::sandbox {

/// One kind the rehearsal cluster serves, in its one stored version.
struct Type
{
    QString group; ///< empty for the core group
    QString version;
    QString kind;
    QString plural;
    QString singular;
    QStringList shortNames{};
    QStringList categories{};
    bool namespaced = true;
    bool hasStatus = false; ///< a status subresource: writes to the object leave `status` alone and the other way round
    bool hasScale = false;
    bool hasGeneration = true; ///< `metadata.generation` counts changes of what people ask for

    [[nodiscard]] QString apiVersion() const { return group.isEmpty() ? version : group + u'/' + version; }
    /// "deployments.apps", "pods": the name people and RBAC use.
    [[nodiscard]] QString resource() const { return group.isEmpty() ? plural : plural + u'.' + group; }
    /// From a custom resource definition: no strategic merge patch there.
    [[nodiscard]] bool isCustom() const
    {
        return group.contains(u'.')
            && (!group.endsWith(QLatin1StringView(".k8s.io")) || group.startsWith(QLatin1StringView("gateway.")));
    }
};

} // namespace sentinel::sandbox
