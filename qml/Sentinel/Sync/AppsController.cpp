// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/Sentinel/Sync/AppsController.h"

#include "core/base/SafeText.h"
#include "qml/Sentinel/Rows/Tone.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sentinel::console {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

constexpr std::chrono::milliseconds kFigures{200};

const QStringList &orderNames() // in the order of AppsModel::Order
{
    static const QStringList names{u"name"_s, u"health"_s, u"sync"_s, u"cluster"_s};
    return names;
}

} // namespace

AppsController::AppsController(QObject *parent)
    : QObject(parent)
    , m_model(this)
    , m_notices(new RowsModel({"id", "title", "text"}, this))
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(kFigures);
    connect(&m_soon, &QTimer::timeout, this, &AppsController::reckon);
}

AppsController::~AppsController()
{
    m_model.clear(); // before the views it shows
}

void AppsController::setClusters(SyncClusters *clusters)
{
    m_clusters = clusters;
    connect(clusters, &SyncClusters::linksChanged, this, &AppsController::arrange);
    connect(clusters, &SyncClusters::changed, this, &AppsController::changed);
    Q_EMIT wired();
    arrange();
    Q_EMIT chosenChanged();
}

/// A part for each link, those there were kept with their rows.
void AppsController::arrange()
{
    m_model.clear();
    std::vector<std::unique_ptr<ClusterApps>> before = std::exchange(m_parts, {});
    const QList<SyncLink *> links = m_clusters ? m_clusters->links() : QList<SyncLink *>();
    for (SyncLink *link : links) {
        const auto known = std::ranges::find_if(before, [link](const auto &part) { return part && part->link() == link; });
        if (known != before.end()) {
            m_parts.push_back(std::move(*known));
        } else {
            add(link);
        }
    }
    for (std::size_t at = 0; at < m_parts.size(); ++at) {
        m_model.setName(static_cast<int>(at), m_parts[at]->name());
        m_model.setView(static_cast<int>(at), m_parts[at]->view());
    }
    findChosen();
    reckon();
}

void AppsController::add(SyncLink *link)
{
    m_parts.push_back(std::make_unique<ClusterApps>(link));
    ClusterApps *part = m_parts.back().get();
    part->setFilter(viewFilter());
    const auto place = [this, part] {
        const auto at = std::ranges::find_if(m_parts, [part](const auto &each) { return each.get() == part; });
        return static_cast<int>(at - m_parts.begin());
    };
    connect(part, &ClusterApps::viewAboutToChange, this, [this, place] { m_model.setView(place(), nullptr); });
    connect(part, &ClusterApps::viewChanged, this, [this, part, place] {
        m_model.setName(place(), part->name());
        m_model.setView(place(), part->view());
        findChosen();
        soon();
    });
    connect(part, &ClusterApps::flushed, this, [this] {
        findChosen();
        soon();
    });
    connect(part, &ClusterApps::changed, this, [this, part, place] {
        m_model.setName(place(), part->name());
        reckon();
    });
}

void AppsController::soon()
{
    if (!m_soon.isActive()) {
        m_soon.start();
    }
}

void AppsController::reckon()
{
    m_figures = {};
    for (const auto &part : m_parts) {
        const ClusterApps::Figures figures = part->figures();
        m_figures.all += figures.all;
        m_figures.unhealthy += figures.unhealthy;
        m_figures.outOfSync += figures.outOfSync;
        m_figures.notCompared += figures.notCompared;
    }
    showNotices();
    Q_EMIT changed();
}

void AppsController::showNotices()
{
    QList<RowsModel::Row> rows;
    for (const auto &part : m_parts) {
        if (const Trouble trouble = part->trouble(); trouble.isPresent()) {
            rows.append({{u"id"_s, part->link()->key()},
                         {u"title"_s, Text::tr("%1: %2").arg(plainLine(part->name()), trouble.title)},
                         {u"text"_s, trouble.text()}});
        }
    }
    m_notices->setRows(rows);
}

kube::ViewFilter AppsController::viewFilter() const
{
    kube::ViewFilter filter;
    filter.text = m_filter;
    if (m_attention) {
        filter.health = {kube::RowHealth::Bad, kube::RowHealth::Waiting, kube::RowHealth::Unknown};
    }
    return filter;
}

void AppsController::narrow()
{
    for (const auto &part : m_parts) {
        part->setFilter(viewFilter());
    }
    findChosen();
    Q_EMIT changed();
}

int AppsController::numberOf(const QString &key) const
{
    const auto at = std::ranges::find_if(m_parts, [&](const auto &part) {
        return key.isEmpty() ? part->link() == m_clusters->inUse() : part->link()->key() == key;
    });
    return at == m_parts.end() ? -1 : static_cast<int>(at - m_parts.begin());
}

SyncLink *AppsController::chosenLink() const
{
    const int number = numberOf(m_chosen.value(u"cluster"_s).toString());
    return number >= 0 ? m_parts[static_cast<std::size_t>(number)]->link() : m_clusters ? m_clusters->inUse() : nullptr;
}

void AppsController::findChosen()
{
    int index = -1;
    const QString key = m_chosen.value(u"cluster"_s).toString();
    const int number = m_chosen.isEmpty() ? -1 : numberOf(key);
    if (number < 0 && !key.isEmpty()) { // its cluster is not looked at any more
        m_chosen = {};
        m_current = -1;
        Q_EMIT chosenChanged();
        return;
    }
    if (number >= 0) {
        const kube::ObjectView *view = m_parts[static_cast<std::size_t>(number)]->view();
        const auto row
            = view ? view->store().find(m_chosen.value(u"ns"_s).toString(), m_chosen.value(u"name"_s).toString()) : std::nullopt;
        index = row ? m_model.indexOf({number, *row}) : -1;
    }
    if (index != std::exchange(m_current, index)) {
        Q_EMIT chosenChanged();
    }
}

void AppsController::choose(int index)
{
    if (index >= 0 && index < count()) {
        const kube::ObjectName name = m_model.name(index);
        const auto number = static_cast<std::size_t>(m_model.place(index).cluster);
        SyncLink *link = m_parts[number]->link();
        m_chosen = {
            {u"cluster"_s, link->key()}, {u"ns"_s, name.ns}, {u"name"_s, name.name}, {u"inUse"_s, link == m_clusters->inUse()}};
        m_current = index;
        Q_EMIT chosenChanged();
    }
}

bool AppsController::chooseBroken()
{
    for (int index = 0; index < count(); ++index) {
        if (m_model.data(m_model.index(index), AppsModel::HealthToneRole).toInt() == number(Tone::Error)) {
            choose(index);
            return true;
        }
    }
    return false;
}

void AppsController::chooseNamed(const QString &ns, const QString &name, const QString &cluster)
{
    m_chosen = {{u"cluster"_s, cluster},
                {u"ns"_s, ns},
                {u"name"_s, name},
                {u"inUse"_s, cluster.isEmpty() || cluster == m_clusters->inUse()->key()}};
    m_current = -1;
    findChosen();
    Q_EMIT chosenChanged();
}

void AppsController::move(int by)
{
    if (count() > 0) {
        choose(std::clamp(m_current < 0 ? (by > 0 ? 0 : count() - 1) : m_current + by, 0, count() - 1));
    }
}

void AppsController::retry(const QString &notice)
{
    if (const int number = numberOf(notice); number >= 0) {
        m_parts[static_cast<std::size_t>(number)]->retry();
    }
}

void AppsController::setFilter(const QString &filter)
{
    if (filter != m_filter) {
        m_filter = filter;
        narrow();
    }
}

void AppsController::setAttention(bool attention)
{
    if (attention != m_attention) {
        m_attention = attention;
        narrow();
    }
}

QString AppsController::order() const
{
    return orderNames().at(static_cast<qsizetype>(m_model.order()));
}

void AppsController::setOrder(const QString &order)
{
    if (const qsizetype at = orderNames().indexOf(order); at >= 0) {
        m_model.setOrder(static_cast<AppsModel::Order>(at));
        findChosen();
        Q_EMIT changed();
    }
}

void AppsController::retranslate()
{
    for (std::size_t at = 0; at < m_parts.size(); ++at) {
        m_model.setName(static_cast<int>(at), m_parts[at]->name());
    }
    m_model.retranslate();
    reckon();
}

bool AppsController::isLoading() const
{
    return std::ranges::any_of(m_parts, [](const auto &part) { return part->isLoading(); });
}

QString AppsController::headline() const
{
    if (m_figures.all == 0) {
        return {};
    }
    if (m_figures.unhealthy > 0) {
        return Text::tr("%1 of %n Application(s) not healthy", nullptr, static_cast<int>(m_figures.all)).arg(m_figures.unhealthy);
    }
    return Text::tr("%n Application(s), all healthy", nullptr, static_cast<int>(m_figures.all));
}

QString AppsController::subtitle() const
{
    const QString words = m_figures.outOfSync > 0
        ? Text::tr("%n out of sync with Git", nullptr, static_cast<int>(m_figures.outOfSync))
        : m_figures.notCompared > 0
        ? Text::tr("of %n it is not known whether they are what Git says", nullptr, static_cast<int>(m_figures.notCompared))
        : m_figures.all > 0 ? Text::tr("What runs is what Git says.")
                            : QString();
    return m_parts.size() > 1 && !words.isEmpty()
        ? Text::tr("%1 · %2", "how many Applications, of how many clusters")
              .arg(words, Text::tr("%n cluster(s)", nullptr, static_cast<int>(m_parts.size())))
        : words;
}

} // namespace sentinel::console
