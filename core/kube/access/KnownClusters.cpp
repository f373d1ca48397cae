// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kube/access/KnownClusters.h"

#include "core/base/OperationRun.h"
#include "core/kube/access/KnownClustersText.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace sentinel::kube {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

std::unexpected<Error> refused(Error::Kind kind, const QString &sentence)
{
    return failure(kind, Text::tr("changing the list of clusters"), sentence);
}

Result<void> mustBeWhole(const KnownCluster &cluster)
{
    if (cluster.name.trimmed().isEmpty() || cluster.name != plainLine(cluster.name)) {
        return refused(Error::Kind::Invalid, Text::tr("A cluster needs a name of ordinary letters."));
    }
    if (cluster.context.isEmpty()) {
        return refused(Error::Kind::Invalid, Text::tr("The cluster \"%1\" names no context.").arg(cluster.name));
    }
    if (!cluster.kubeconfig.isEmpty() && !cluster.kubeconfig.startsWith(u'/')) {
        return refused(Error::Kind::Invalid,
                       Text::tr("The kubeconfig of the cluster \"%1\" must be an absolute path.").arg(cluster.name));
    }
    if (!clusterColours().contains(cluster.colour)) {
        return refused(Error::Kind::Invalid,
                       Text::tr("\"%1\" is no colour of a cluster; there are %2.")
                           .arg(plainLine(cluster.colour), clusterColours().join(u", "_s)));
    }
    return {};
}

std::unexpected<Error> taken(const QString &name)
{
    return refused(Error::Kind::Conflict, Text::tr("There is a cluster called \"%1\" already.").arg(name));
}

std::unexpected<Error> missing(const QString &name)
{
    return refused(Error::Kind::NotFound, Text::tr("There is no cluster called \"%1\" in your list.").arg(plainLine(name)));
}

} // namespace

const QStringList &clusterColours()
{
    static const QStringList all{u"blue"_s, u"teal"_s, u"brown"_s};
    return all;
}

ProtectionLevel suggestedProtection(const QString &name)
{
    constexpr std::array kSerious{"prod"_L1, "prd"_L1, "live"_L1};
    const bool isSerious
        = std::ranges::any_of(kSerious, [&](QLatin1StringView word) { return name.contains(word, Qt::CaseInsensitive); });
    return isSerious ? ProtectionLevel::TypedName : ProtectionLevel::Confirm;
}

const KnownCluster *KnownClusters::find(const QString &name) const
{
    const auto found = std::ranges::find(m_clusters, name, &KnownCluster::name);
    return found == m_clusters.end() ? nullptr : &*found;
}

const KnownCluster *KnownClusters::find(const QString &kubeconfig, const QString &context) const
{
    const auto found = std::ranges::find_if(
        m_clusters, [&](const KnownCluster &each) { return each.kubeconfig == kubeconfig && each.context == context; });
    return found == m_clusters.end() ? nullptr : &*found;
}

Result<void> KnownClusters::add(KnownCluster cluster)
{
    if (const auto whole = mustBeWhole(cluster); !whole) {
        return whole;
    }
    if (find(cluster.name)) {
        return taken(cluster.name);
    }
    m_clusters.append(std::move(cluster));
    return {};
}

Result<void> KnownClusters::replace(const QString &name, KnownCluster cluster)
{
    const auto found = std::ranges::find(m_clusters, name, &KnownCluster::name);
    if (found == m_clusters.end()) {
        return missing(name);
    }
    if (const auto whole = mustBeWhole(cluster); !whole) {
        return whole;
    }
    if (cluster.name != name && find(cluster.name)) {
        return taken(cluster.name);
    }
    *found = std::move(cluster);
    return {};
}

Result<void> KnownClusters::remove(const QString &name)
{
    if (m_clusters.removeIf([&](const KnownCluster &each) { return each.name == name; }) == 0) {
        return missing(name);
    }
    return {};
}

bool KnownClusters::allows(const ConsentWish &wish) const
{
    if (const auto *insecure = std::get_if<InsecureWish>(&wish)) {
        return std::ranges::contains(m_insecure, *insecure, &InsecureConsent::wish);
    }
    const auto &plugin = std::get<PluginWish>(wish);
    const QByteArray input = plugin.inputHash();
    return !plugin.sha256.isEmpty() && std::ranges::any_of(m_plugins, [&](const PluginConsent &each) {
        return each.command == plugin.command && each.inputHash == input && each.sha256 == plugin.sha256;
    });
}

void KnownClusters::allow(const ConsentWish &wish, const QDateTime &at)
{
    forbid(wish);
    if (const auto *insecure = std::get_if<InsecureWish>(&wish)) {
        m_insecure.append({.wish = *insecure, .at = at.toUTC()});
        return;
    }
    const auto &plugin = std::get<PluginWish>(wish);
    m_plugins.append({.command = plugin.command,
                      .arguments = plugin.shownArguments(),
                      .inputHash = plugin.inputHash(),
                      .sha256 = plugin.sha256,
                      .at = at.toUTC()});
}

void KnownClusters::forbid(const ConsentWish &wish)
{
    if (const auto *insecure = std::get_if<InsecureWish>(&wish)) {
        m_insecure.removeIf([&](const InsecureConsent &each) { return each.wish.cluster == insecure->cluster; });
        return;
    }
    const auto &plugin = std::get<PluginWish>(wish);
    const QByteArray input = plugin.inputHash();
    m_plugins.removeIf([&](const PluginConsent &each) { return each.command == plugin.command && each.inputHash == input; });
}

Result<KnownClusters> KnownClusters::read(const QByteArray &text, const QString &file)
{
    auto parts = readKnownClusters(text, file);
    if (!parts) {
        return failure(parts);
    }
    KnownClusters known;
    known.m_clusters = std::move(parts->clusters);
    known.m_insecure = std::move(parts->insecure);
    known.m_plugins = std::move(parts->plugins);
    known.m_rest = std::move(parts->rest);
    return known;
}

QByteArray KnownClusters::text() const
{
    return knownClustersText({.clusters = m_clusters, .insecure = m_insecure, .plugins = m_plugins, .rest = m_rest});
}

} // namespace sentinel::kube
