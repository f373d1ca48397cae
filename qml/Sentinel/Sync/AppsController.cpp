// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/Sentinel/Sync/AppsController.h"

#include "core/base/SafeText.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sentinel::console {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

constexpr std::chrono::milliseconds kPace{50};
constexpr std::chrono::milliseconds kFigures{200};

} // namespace

AppsController::AppsController(QObject *parent)
    : QObject(parent)
    , m_model(this)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(kFigures);
    connect(&m_soon, &QTimer::timeout, this, &AppsController::reckon);
}

AppsController::~AppsController()
{
    m_model.setView(nullptr);
}

void AppsController::setLink(SyncLink *link)
{
    m_link = link;
    connect(link, &SyncLink::reconnected, this, &AppsController::begin);
    Q_EMIT wired();
    begin();
}

void AppsController::begin()
{
    end();
    if (!m_link || !m_link->isReady()) {
        Q_EMIT changed();
        return;
    }
    const gitops::ChangeServices &services = m_link->services().change;
    m_feed = std::make_unique<kube::ObjectFeed>(services.api, gitops::applicationType(), kube::ListOptions{}, services.clock,
                                                kube::FeedOptions{.pace = kPace});
    m_view = std::make_unique<kube::ObjectView>(m_feed->store());
    connect(m_feed.get(), &kube::ObjectFeed::flushed, this, &AppsController::take);
    connect(m_feed.get(), &kube::ObjectFeed::stateChanged, this, [this] {
        m_trouble = m_feed->state().error ? Trouble::of(*m_feed->state().error) : Trouble();
        reckon();
    });
    m_model.setView(m_view.get());
    arrange();
    m_feed->start();
}

void AppsController::end()
{
    m_model.setView(nullptr);
    m_view.reset();
    m_feed.reset();
    m_trouble = {};
    m_all = 0;
    m_unhealthy = 0;
    m_outOfSync = 0;
    m_current = -1;
}

void AppsController::take(const kube::ChangeSet &changes)
{
    m_view->apply(changes);
    findChosen();
    if (!m_soon.isActive()) {
        m_soon.start();
    }
}

void AppsController::reckon()
{
    m_all = 0;
    m_unhealthy = 0;
    m_outOfSync = 0;
    if (m_feed) {
        const kube::ObjectStore &store = m_feed->store();
        const int sync = store.column(kube::Field::Sync);
        for (kube::RowId row = 0; row < store.end(); ++row) {
            if (store.contains(row)) {
                ++m_all;
                m_unhealthy += store.health(row) != kube::RowHealth::Good;
                m_outOfSync += sync >= 0 && store.text(row, sync) == "OutOfSync";
            }
        }
    }
    Q_EMIT changed();
}

void AppsController::arrange()
{
    if (m_view) {
        kube::ViewFilter filter;
        filter.text = m_filter;
        if (m_attention) {
            filter.health = {kube::RowHealth::Bad, kube::RowHealth::Waiting, kube::RowHealth::Unknown};
        }
        m_view->setFilter(filter);
        findChosen();
    }
    Q_EMIT changed();
}

void AppsController::findChosen()
{
    int place = -1;
    if (m_view && !m_chosen.isEmpty()) {
        const auto row = m_view->store().find(m_chosen.value(u"ns"_s).toString(), m_chosen.value(u"name"_s).toString());
        place = row ? static_cast<int>(m_view->position(*row)) : -1;
    }
    if (place != std::exchange(m_current, place)) {
        Q_EMIT chosenChanged();
    }
}

void AppsController::choose(int place)
{
    if (m_view && place >= 0 && place < m_view->size()) {
        const kube::ObjectName name = m_view->store().name(m_view->row(place));
        m_chosen = {{u"ns"_s, name.ns}, {u"name"_s, name.name}};
        m_current = place;
        Q_EMIT chosenChanged();
    }
}

void AppsController::chooseNamed(const QString &ns, const QString &name)
{
    m_chosen = {{u"ns"_s, ns}, {u"name"_s, name}};
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

void AppsController::retry()
{
    begin();
}

void AppsController::setFilter(const QString &filter)
{
    if (filter != m_filter) {
        m_filter = filter;
        arrange();
    }
}

void AppsController::setAttention(bool attention)
{
    if (attention != m_attention) {
        m_attention = attention;
        arrange();
    }
}

void AppsController::retranslate()
{
    m_model.retranslate();
    Q_EMIT changed();
}

QString AppsController::headline() const
{
    if (m_all == 0) {
        return {};
    }
    if (m_unhealthy > 0) {
        return Text::tr("%1 of %n Application(s) not healthy", nullptr, static_cast<int>(m_all)).arg(m_unhealthy);
    }
    return Text::tr("%n Application(s), all healthy", nullptr, static_cast<int>(m_all));
}

QString AppsController::subtitle() const
{
    return m_outOfSync > 0 ? Text::tr("%n out of sync with Git", nullptr, static_cast<int>(m_outOfSync))
        : m_all > 0        ? Text::tr("What runs is what Git says.")
                           : QString();
}

} // namespace sentinel::console
