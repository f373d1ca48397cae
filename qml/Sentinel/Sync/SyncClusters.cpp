// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/Sentinel/Sync/SyncClusters.h"

#include "core/base/SafeText.h"
#include "qml/Sentinel/Rows/Tone.h"

#include <QCoreApplication>
#include <QDir>
#include <QSettings>

using namespace Qt::StringLiterals;

namespace sentinel::console {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

constexpr std::chrono::milliseconds kSettle{80}; // a write is several events of the file system
const QString kTicks = u"sync/clusters"_s;

QString settingsFile(const QString &folder)
{
    return folder + u"/console.ini"_s;
}

QVariantMap placeOfKnown(const kube::KnownCluster &cluster)
{
    return {{u"usable"_s, true},
            {u"kubeconfig"_s, cluster.kubeconfig},
            {u"context"_s, cluster.context},
            {u"clusterName"_s, cluster.name},
            {u"protection"_s, protectionName(cluster.protection).toString()}};
}

std::pair<Tone, QString> stateOf(const SyncLink *link)
{
    return !link                      ? std::pair{Tone::Neutral, QString()}
        : link->isReady()             ? std::pair{Tone::Ok, Text::tr("listened to")}
        : link->trouble().isPresent() ? std::pair{Tone::Error, Text::tr("cannot be listened to")}
                                      : std::pair{Tone::Info, Text::tr("connecting…")};
}

} // namespace

SyncClusters::SyncClusters(QObject *parent)
    : QObject(parent)
    , m_rows(new RowsModel({"id", "title", "ticked", "inUse", "word", "tone", "sentence"}, this))
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(kSettle);
    connect(&m_soon, &QTimer::timeout, this, &SyncClusters::readList);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, &m_soon, qOverload<>(&QTimer::start));
    connect(&m_inUse, &PageLink::changed, this, &SyncClusters::show);
}

void SyncClusters::setPlace(const QVariantMap &place)
{
    m_inUse.setPlaceProperties(place);
    const QString folder = place.value(u"configFolder"_s).toString();
    if (folder != m_folder) {
        m_folder = folder;
        if (!m_watcher.directories().isEmpty()) {
            m_watcher.removePaths(m_watcher.directories());
        }
        const QStringList ticks = folder.isEmpty()
            ? QStringList()
            : QSettings(settingsFile(folder), QSettings::IniFormat).value(kTicks).toStringList();
        m_ticks = {ticks.begin(), ticks.end()};
        readList();
    } else {
        arrange();
    }
}

void SyncClusters::readList()
{
    if (!m_folder.isEmpty()) {
        if (QDir(m_folder).exists() && m_watcher.directories().isEmpty()) {
            m_watcher.addPath(m_folder);
        }
        auto known = kube::KnownClustersFile(m_folder).read();
        m_trouble = known ? Trouble() : Trouble::of(known.error());
        if (known) {
            m_known = std::move(*known);
        }
    } else {
        m_known = {};
    }
    arrange();
}

bool SyncClusters::isInUse(const kube::KnownCluster &cluster) const
{
    const ClusterPlace &place = m_inUse.place();
    return place.usable && !place.rehearsal && place.context == cluster.context && place.kubeconfig == cluster.kubeconfig;
}

bool SyncClusters::usesAny() const
{
    return m_inUse.place().usable || m_inUse.place().rehearsal;
}

SyncLink *SyncClusters::made()
{
    auto *link = new SyncLink;
    connect(link, &PageLink::changed, this, &SyncClusters::show);
    return link;
}

/// A link for each one that is ticked, and for no other.
void SyncClusters::arrange()
{
    QSet<QString> wanted;
    bool isOther = std::exchange(m_usesAny, usesAny()) != usesAny();
    for (const kube::KnownCluster &cluster : m_known.clusters()) {
        if (m_ticks.contains(cluster.name) && !isInUse(cluster)) {
            wanted.insert(cluster.name);
        }
    }
    std::vector<std::unique_ptr<SyncLink>> left; // until nobody listens to them any more
    for (auto each = m_ticked.begin(); each != m_ticked.end();) {
        if (wanted.contains(each->first)) {
            ++each;
        } else {
            left.push_back(std::move(each->second));
            each = m_ticked.erase(each);
            isOther = true;
        }
    }
    QList<std::pair<SyncLink *, QVariantMap>> places;
    for (const kube::KnownCluster &cluster : m_known.clusters()) {
        if (wanted.contains(cluster.name)) {
            std::unique_ptr<SyncLink> &link = m_ticked[cluster.name];
            if (!link) {
                link.reset(made());
                isOther = true;
            }
            places.append({link.get(), placeOfKnown(cluster)});
        }
    }
    if (isOther) {
        Q_EMIT linksChanged();
    }
    for (const auto &[link, place] : places) {
        link->setPlaceProperties(place);
    }
    show();
}

QList<SyncLink *> SyncClusters::links() const
{
    QList<SyncLink *> all;
    if (usesAny()) {
        all.append(const_cast<SyncLink *>(&m_inUse));
    }
    for (const kube::KnownCluster &cluster : m_known.clusters()) { // in the person's order
        const auto found = m_ticked.find(cluster.name);
        if (found != m_ticked.end()) {
            all.append(found->second.get());
        }
    }
    return all;
}

bool SyncClusters::isConnecting() const
{
    return std::ranges::any_of(links(), [](const SyncLink *link) { return link->isConnecting(); });
}

void SyncClusters::show()
{
    QList<RowsModel::Row> rows;
    for (const kube::KnownCluster &cluster : m_known.clusters()) {
        const auto found = m_ticked.find(cluster.name);
        const bool inUse = isInUse(cluster);
        const SyncLink *link = inUse ? &m_inUse : found == m_ticked.end() ? nullptr : found->second.get();
        const auto [tone, word] = stateOf(link);
        const Trouble trouble = link ? link->trouble() : Trouble();
        rows.append({{u"id"_s, cluster.name},
                     {u"title"_s, plainLine(cluster.name)},
                     {u"ticked"_s, inUse || m_ticks.contains(cluster.name)},
                     {u"inUse"_s, inUse},
                     {u"word"_s, word},
                     {u"tone"_s, number(tone)},
                     {u"sentence"_s, trouble.isPresent() ? u"%1. %2"_s.arg(trouble.title, trouble.text()) : QString()}});
    }
    m_rows->setRows(rows);
    Q_EMIT changed();
}

void SyncClusters::tick(const QString &id, bool on)
{
    if (!m_known.find(id) || m_ticks.contains(id) == on) {
        return;
    }
    on ? void(m_ticks.insert(id)) : void(m_ticks.remove(id));
    keepTicks();
    arrange();
}

void SyncClusters::keepTicks() const
{
    QStringList ticks = m_ticks.values();
    ticks.sort();
    QSettings(settingsFile(m_folder), QSettings::IniFormat).setValue(kTicks, ticks);
}

void SyncClusters::retranslate()
{
    m_inUse.retranslate();
    for (const auto &[name, link] : m_ticked) {
        link->retranslate();
    }
    show();
}

} // namespace sentinel::console
