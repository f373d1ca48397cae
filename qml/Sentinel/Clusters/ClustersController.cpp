// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/Sentinel/Clusters/ClustersController.h"

#include <QCoreApplication>
#include <QDir>

using namespace Qt::StringLiterals;

namespace sentinel::console {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

constexpr std::chrono::milliseconds kSettle{80}; // a write is several events of the file system
const QString kRehearsal = u" rehearsal"_s; ///< its row; no name of a cluster begins with a space

} // namespace

ClustersController::ClustersController(QObject *parent)
    : QObject(parent)
    , m_rows(new RowsModel(clusterRoles(), this))
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(kSettle);
    connect(&m_soon, &QTimer::timeout, this, &ClustersController::refresh);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, &m_soon, qOverload<>(&QTimer::start));
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, &m_soon, qOverload<>(&QTimer::start));
}

void ClustersController::setFolder(const QString &folder)
{
    if (folder != m_folder) {
        m_folder = folder;
        refresh();
    }
}

void ClustersController::setPlace(const QVariantMap &place)
{
    m_place = place;
    show();
}

QString ClustersController::file() const
{
    return m_folder.isEmpty() ? QString() : kube::KnownClustersFile(m_folder).path();
}

void ClustersController::refresh()
{
    if (m_folder.isEmpty()) {
        return;
    }
    if (QDir(m_folder).exists() && !m_watcher.directories().contains(m_folder)) {
        m_watcher.addPath(m_folder);
    }
    take(kube::KnownClustersFile(m_folder).read());
}

void ClustersController::take(Result<kube::KnownClusters> clusters)
{
    m_trouble = clusters ? Trouble() : Trouble::of(clusters.error());
    if (clusters) {
        m_clusters = std::move(*clusters);
    }
    show();
}

bool ClustersController::isInUse(const kube::KnownCluster &cluster) const
{
    return !isRehearsal() && m_place.value(u"usable"_s).toBool() && m_place.value(u"context"_s).toString() == cluster.context
        && m_place.value(u"kubeconfig"_s).toString() == cluster.kubeconfig;
}

void ClustersController::show()
{
    QList<RowsModel::Row> rows;
    if (isRehearsal()) {
        const kube::KnownCluster rehearsal{.name = Text::tr("Rehearsal cluster"),
                                           .context = u"-"_s,
                                           .protection = ProtectionLevel::None,
                                           .colour = u"rehearsal"_s};
        RowsModel::Row row = clusterRow(rehearsal, m_states.value(kRehearsal), true);
        row.insert(u"id"_s, kRehearsal);
        row.insert(u"place"_s, Text::tr("in this program's memory, nothing of yours"));
        rows.append(row);
    }
    for (const kube::KnownCluster &cluster : m_clusters.clusters()) {
        rows.append(clusterRow(cluster, m_states.value(cluster.name), isInUse(cluster)));
    }
    m_rows->setRows(rows);
    if (m_rows->find(m_selected).isEmpty()) {
        m_selected = rows.isEmpty() ? QString() : rows.first().value(u"id"_s).toString();
    }
    Q_EMIT changed();
}

QString ClustersController::headline() const
{
    const qsizetype known = m_clusters.clusters().size();
    if (known == 0) {
        return Text::tr("No cluster of yours is known yet");
    }
    const auto broken = std::ranges::count_if(m_clusters.clusters(), [this](const kube::KnownCluster &cluster) {
        return m_states.value(cluster.name).tone == Tone::Error;
    });
    const QString all = Text::tr("%n cluster(s) of yours", nullptr, int(known));
    return broken == 0
        ? all
        : Text::tr("%1, %2", "clusters, how many of them fail").arg(all, Text::tr("%n cannot be reached", nullptr, int(broken)));
}

void ClustersController::setSelected(const QString &name)
{
    if (name != m_selected) {
        m_selected = name;
        show();
    }
}

const kube::KnownCluster *ClustersController::current() const
{
    return m_clusters.find(m_selected);
}

QVariantMap ClustersController::detail() const
{
    if (isRehearsal() && m_selected == kRehearsal) {
        return {{u"name"_s, Text::tr("Rehearsal cluster")},
                {u"context"_s, QString()},
                {u"kubeconfig"_s, m_place.value(u"kubeconfig"_s)},
                {u"file"_s, fileWords(m_place.value(u"kubeconfig"_s).toString())},
                {u"own"_s, false},
                {u"inUse"_s, true}};
    }
    const kube::KnownCluster *cluster = current();
    if (!cluster) {
        return {};
    }
    return {{u"name"_s, cluster->name},
            {u"context"_s, cluster->context},
            {u"kubeconfig"_s, cluster->kubeconfig},
            {u"file"_s, fileWords(cluster->kubeconfig)},
            {u"colour"_s, cluster->colour},
            {u"protection"_s, protectionName(cluster->protection).toString()},
            {u"guarded"_s, cluster->protection >= ProtectionLevel::TypedName},
            {u"own"_s, true},
            {u"inUse"_s, isInUse(*cluster)}};
}

QVariantMap ClustersController::choice() const
{
    const kube::KnownCluster *cluster = current();
    return cluster ? choiceOf(*cluster) : QVariantMap();
}

QString ClustersController::useBlockedReason() const
{
    const QVariantMap shown = detail();
    return shown.isEmpty()                 ? Text::tr("Choose a cluster first.")
        : shown.value(u"inUse"_s).toBool() ? Text::tr("It is in use.")
                                           : QString();
}

void ClustersController::edit(const std::function<void(kube::KnownCluster &)> &change)
{
    const QString name = m_selected;
    const kube::KnownCluster *before = current();
    if (!before) {
        return;
    }
    const bool inUse = isInUse(*before);
    kube::KnownCluster after = *before;
    change(after);
    auto changed = kube::KnownClustersFile(m_folder).change(
        [&name, &after](kube::KnownClusters &clusters) { return clusters.replace(name, after); });
    if (changed) {
        m_selected = after.name;
        m_states.insert(after.name, m_states.value(name));
    }
    const bool written = changed.has_value();
    take(std::move(changed));
    if (written && inUse) {
        Q_EMIT choiceChanged(choiceOf(after));
    }
}

void ClustersController::setProtection(const QString &level)
{
    if (const auto wanted = protectionNamed(level)) {
        edit([&wanted](kube::KnownCluster &cluster) { cluster.protection = *wanted; });
    }
}

void ClustersController::setColour(const QString &colour)
{
    edit([&colour](kube::KnownCluster &cluster) { cluster.colour = colour; });
}

void ClustersController::rename(const QString &name)
{
    edit([&name](kube::KnownCluster &cluster) { cluster.name = name.trimmed(); });
}

void ClustersController::remove()
{
    if (!current()) {
        return;
    }
    take(kube::KnownClustersFile(m_folder).change(
        [name = m_selected](kube::KnownClusters &clusters) { return clusters.remove(name); }));
}

void ClustersController::note(const QString &name, int tone, const QString &word)
{
    m_states.insert(name, {.tone = static_cast<Tone>(tone), .word = word});
    show();
}

} // namespace sentinel::console
