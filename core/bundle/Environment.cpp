// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bundle/Environment.h"

using namespace Qt::StringLiterals;

namespace sentinel::bundle {

namespace {

constexpr QStringView kOwnCluster = u"https://kubernetes.default.svc";

QList<Target> targetsOf(const plan::InstallPlan &plan, const QString &environment, const plan::Answers &answers)
{
    QList<Target> targets;
    const QList<plan::Cluster> clusters = plan.clustersOf(environment);
    for (const plan::Cluster &cluster : clusters) {
        targets.append({.name = cluster.name,
                        .context = cluster.context,
                        .server = cluster.server.isEmpty() ? kOwnCluster.toString() : cluster.server,
                        .named = true,
                        .answers = plan.answers(environment, cluster.name)});
    }
    if (targets.isEmpty()) {
        // Argo CD's own name for the cluster it runs in; the environment in front keeps the Application's name unique.
        targets.append(
            {.name = u"in-cluster"_s, .context = {}, .server = kOwnCluster.toString(), .named = false, .answers = answers});
    }
    return targets;
}

} // namespace

bool Environment::usesCertManager() const
{
    const QString tls = answers.text(u"network.tls");
    return tls != u"none" && tls != u"existingSecret";
}

QList<Environment> environmentsOf(const plan::InstallPlan &plan)
{
    QList<Environment> environments;
    const QStringList names = plan.environments();
    for (const QString &name : names) {
        plan::Answers answers = plan.answers(name);
        sizing::Sizing sizing = sizing::size(answers);
        QList<Target> targets = targetsOf(plan, name, answers);
        environments.append({.planName = plan.name(),
                             .name = name,
                             .answers = std::move(answers),
                             .sizing = std::move(sizing),
                             .targets = std::move(targets)});
    }
    return environments;
}

SecretReference secretReference(const QString &text, const QString &usualKey)
{
    const qsizetype slash = text.indexOf(u'/');
    return slash < 0 ? SecretReference{text, usualKey} : SecretReference{text.left(slash), text.mid(slash + 1)};
}

File yamlFile(const QString &path, const yaml::Value &document, const QString &headComment)
{
    yaml::Emitted emitted = yaml::emit(document, headComment);
    return {.path = path,
            .mediaType = u"application/yaml"_s,
            .content = std::move(emitted.text),
            .origins = std::move(emitted.origins)};
}

File yamlFile(const QString &path, const QList<yaml::Value> &documents, const QString &headComment)
{
    yaml::Emitted emitted = yaml::emitAll(documents, headComment);
    return {.path = path,
            .mediaType = u"application/yaml"_s,
            .content = std::move(emitted.text),
            .origins = std::move(emitted.origins)};
}

} // namespace sentinel::bundle
