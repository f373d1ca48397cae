// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/InstallPlan.h"

#include "core/base/Files.h"
#include "core/plan/KeyPath.h"
#include "core/plan/PlanReader.h"
#include "core/plan/ReadAnswer.h"
#include "core/plan/Resolve.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::plan {

Result<InstallPlan> InstallPlan::parse(const QByteArray &text, const QString &fileName)
{
    return PlanReader(Catalogue::shipped(), fileName).read(text);
}

Result<InstallPlan> InstallPlan::load(const QString &path)
{
    const auto content = readFile(path);
    return content ? parse(*content, path) : failure(content);
}

Result<void> InstallPlan::save(const QString &path) const
{
    return writeFile(path, m_text);
}

QStringList InstallPlan::environments() const
{
    QStringList names;
    for (const Layer &layer : m_environments) {
        names.append(layer.name);
    }
    return names;
}

QString InstallPlan::profileOf(const QString &environment) const
{
    const auto found = std::ranges::find(m_environments, environment, &Layer::name);
    return found == m_environments.end() ? QString() : found->profile;
}

QList<Cluster> InstallPlan::clustersOf(const QString &environment) const
{
    QList<Cluster> own;
    std::ranges::copy_if(m_clusters, std::back_inserter(own),
                         [&](const Cluster &each) { return each.environment == environment; });
    return own;
}

Levels InstallPlan::levels(const QString &environment, const QString &cluster) const
{
    Levels levels{.planName = m_name, .base = &m_base};
    levels.environmentCount = static_cast<int>(m_environments.size());
    for (const Layer &layer : m_environments) {
        if (layer.name == environment || !levels.environment) {
            levels.environment = &layer;
        }
    }
    for (qsizetype index = 0; index < m_clusters.size(); ++index) {
        const bool ours = m_clusters.at(index).environment == levels.environment->name;
        levels.clusterCount += ours ? 1 : 0;
        if (ours && !cluster.isEmpty() && m_clusters.at(index).name == cluster) {
            levels.cluster = &m_clusterLayers.at(index);
        }
    }
    return levels;
}

Answers InstallPlan::answers(const QString &environment, const QString &cluster) const
{
    Q_ASSERT(!m_environments.isEmpty());
    return resolve(Compiled::shipped(), levels(environment, cluster));
}

Answers InstallPlan::sharedAnswers(const QString &environment) const
{
    Levels shared = levels(environment, {});
    Layer bare = *shared.environment;
    bare.answers.clear();
    bare.places.clear();
    shared.environment = &bare;
    return resolve(Compiled::shipped(), shared);
}

} // namespace sentinel::plan
