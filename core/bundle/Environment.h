// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/bundle/Bundle.h"
#include "core/plan/Answers.h"
#include "core/plan/InstallPlan.h"
#include "core/sizing/Sizing.h"

#include <QList>
#include <QString>

namespace sentinel::bundle {

/// A cluster an environment runs on, as the generators see it.
struct Target
{
    QString name;
    QString context;
    QString server; ///< API server URL as Argo CD knows it
    bool named = true; ///< false: the plan names none, so the cluster Argo CD itself runs in stands for it
    plan::Answers answers; ///< of the environment on this cluster
};

/// Everything the generators need of one environment. Names follow DESIGN §3.
struct Environment
{
    QString planName;
    QString name;
    plan::Answers answers;
    sizing::Sizing sizing;
    QList<Target> targets; ///< at least one

    [[nodiscard]] QString nameSpace() const { return QStringLiteral("sentinel-") + name; }
    /// Of what reads the nodes; the chart makes it.
    [[nodiscard]] QString hostNamespace() const { return nameSpace() + QStringLiteral("-host"); }
    [[nodiscard]] QString folder() const { return QStringLiteral("environments/") + name; }
    [[nodiscard]] QString application(const Target &target) const
    {
        return QStringLiteral("sentinel-") + name + u'-' + target.name;
    }
    [[nodiscard]] QString platformApplication(const Target &target) const
    {
        return application(target) + QStringLiteral("-platform");
    }
    [[nodiscard]] QString project() const { return answers.text(u"delivery.project") + u'-' + name; }
    [[nodiscard]] bool usesArgo() const { return answers.text(u"delivery.method") == u"argocd"; }
    /// Whether cert-manager makes the certificate: every kind of TLS but none and one that exists already.
    [[nodiscard]] bool usesCertManager() const;
    [[nodiscard]] bool usesClusterIssuer() const
    {
        return usesCertManager() && answers.text(u"network.issuerScope") == u"cluster";
    }
    /// The Issuer of the namespace, or the ClusterIssuer, which several environments may have in one cluster.
    [[nodiscard]] QString issuer() const { return usesClusterIssuer() ? nameSpace() : QStringLiteral("sentinel"); }
    /// Where cert-manager looks for the issuer's Secrets.
    [[nodiscard]] QString issuerNamespace() const { return usesClusterIssuer() ? QStringLiteral("cert-manager") : nameSpace(); }
};

/// The environments of a plan, worked out and sized, in the plan's order.
[[nodiscard]] QList<Environment> environmentsOf(const plan::InstallPlan &plan);

/// "SECRET/KEY" or "SECRET" taken apart.
struct SecretReference
{
    QString secret;
    QString key;
};
[[nodiscard]] SecretReference secretReference(const QString &text, const QString &usualKey);

/// Makes a file of one YAML document or several.
[[nodiscard]] File yamlFile(const QString &path, const yaml::Value &document, const QString &headComment);
[[nodiscard]] File yamlFile(const QString &path, const QList<yaml::Value> &documents, const QString &headComment);

} // namespace sentinel::bundle
