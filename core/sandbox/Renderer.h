// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Async.h"
#include "core/base/CancelToken.h"

#include <QJsonObject>

namespace sentinel::sandbox {

/// What an Application asks for, with its repository already a folder on this machine.
struct RenderRequest
{
    QString folder; ///< the checked-out revision
    QString path; ///< `spec.source.path`, below the folder
    QString releaseName;
    QString ns;
    QStringList valueFiles; ///< relative to `path`, as `spec.source.helm.valueFiles`
    QJsonObject values; ///< `spec.source.helm.valuesObject`
    QString kubernetesVersion; ///< "1.35.0"
    QStringList apiVersions; ///< "cert-manager.io/v1/Certificate"
};

/// Chart to objects: real helm behind a port, so this room runs no program itself.
class Renderer
{
public:
    virtual ~Renderer() = default;
    [[nodiscard]] virtual Async<QList<QJsonObject>> render(RenderRequest request, CancelToken cancel) = 0;
};

/// Where an Application's repository lies on this machine: a revision of it, checked out.
class Repositories
{
public:
    struct Checkout
    {
        QString folder;
        QString revision; ///< the commit, 40 hex digits
    };
    virtual ~Repositories() = default;
    /// NotFound: no such repository or revision; the sentence is what Argo CD's ComparisonError would say.
    [[nodiscard]] virtual Async<Checkout> checkOut(QString url, QString revision, CancelToken cancel) = 0;
};

} // namespace sentinel::sandbox
