// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/Sentinel/Sync/ClusterApps.h"

#include "core/base/SafeText.h"
#include "qml/Sentinel/Sync/SyncWords.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sentinel::console {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

constexpr std::chrono::milliseconds kPace{50};
constexpr std::chrono::seconds kAgain{30};

} // namespace

ClusterApps::ClusterApps(SyncLink *link, QObject *parent)
    : QObject(parent)
    , m_link(link)
    , m_key(link->key())
{
    m_again.setSingleShot(true);
    m_again.setInterval(kAgain);
    connect(&m_again, &QTimer::timeout, this, [this] {
        if (m_link->trouble().isPresent()) {
            m_link->reconnect();
        }
    });
    connect(link, &PageLink::reconnected, this, &ClusterApps::follow);
    connect(link, &PageLink::changed, this, [this] {
        if (m_link->trouble().isPresent()) {
            m_last = m_link->trouble();
            m_again.start();
        }
        Q_EMIT changed();
    });
    m_last = link->trouble();
    if (m_link->isReady()) {
        begin();
    }
}

/// What was told stays in sight until the cluster tells it anew, unless it is another cluster.
void ClusterApps::follow()
{
    if (m_link->key() != m_key) {
        drop();
    }
    if (m_link->isReady()) {
        begin();
    } else if (m_feed) {
        m_knownAt = m_feed->heardAt();
        m_feed->stop();
    }
    Q_EMIT changed();
}

void ClusterApps::drop()
{
    Q_EMIT viewAboutToChange();
    m_view.reset();
    m_feed.reset();
    Q_EMIT viewChanged();
    m_key = m_link->key();
    m_last = {};
    m_knownAt = {};
}

void ClusterApps::begin()
{
    m_last = {};
    m_again.stop();
    Q_EMIT viewAboutToChange();
    m_view.reset();
    const gitops::ChangeServices &services = m_link->services().change;
    m_feed = std::make_unique<kube::ObjectFeed>(services.api, gitops::applicationType(), kube::ListOptions{}, services.clock,
                                                kube::FeedOptions{.pace = kPace});
    m_view = std::make_unique<kube::ObjectView>(m_feed->store());
    m_view->setFilter(narrowed());
    connect(m_feed.get(), &kube::ObjectFeed::flushed, this, [this](const kube::ChangeSet &changes) {
        m_view->apply(changes);
        Q_EMIT flushed();
    });
    connect(m_feed.get(), &kube::ObjectFeed::stateChanged, this, &ClusterApps::changed);
    Q_EMIT viewChanged();
    m_feed->start();
}

bool ClusterApps::isLoading() const
{
    return m_link->isReady() && m_feed && m_feed->state().phase == kube::FeedState::Phase::Loading;
}

ClusterApps::Figures ClusterApps::figures() const
{
    Figures figures;
    if (m_feed) {
        const kube::ObjectStore &store = m_feed->store();
        const int sync = store.column(kube::Field::Sync);
        for (kube::RowId row = 0; row < store.end(); ++row) {
            if (store.contains(row)) {
                ++figures.all;
                figures.unhealthy += store.health(row) != kube::RowHealth::Good;
                const std::string_view word = sync >= 0 ? store.text(row, sync) : std::string_view();
                figures.outOfSync += word == "OutOfSync";
                figures.notCompared += word != "OutOfSync" && word != "Synced";
            }
        }
    }
    return figures;
}

Trouble ClusterApps::trouble() const
{
    Trouble trouble;
    QDateTime knownAt;
    if (!m_link->isReady()) {
        trouble = m_link->trouble().isPresent() ? m_link->trouble() : m_last;
        knownAt = m_knownAt;
    } else if (m_feed && m_feed->state().error) {
        trouble = Trouble::of(*m_feed->state().error);
        knownAt = m_feed->heardAt();
    } else if (m_feed && m_feed->state().phase == kube::FeedState::Phase::Stale) {
        trouble.title = Text::tr("The connection is lost");
        trouble.explanation = plainLine(m_feed->state().problem);
        knownAt = m_feed->state().since;
    }
    if (trouble.isPresent() && m_feed && m_feed->store().size() > 0 && knownAt.isValid()) {
        trouble.nextStep = Text::tr("What is shown of it is of %1.").arg(momentText(knownAt)) + u' ' + trouble.nextStep;
    }
    trouble.nextStep = trouble.nextStep.trimmed();
    return trouble;
}

kube::ViewFilter ClusterApps::narrowed() const
{
    kube::ViewFilter filter = m_filter;
    QStringList words = m_filter.text.split(u' ', Qt::SkipEmptyParts);
    words.removeIf([this](const QString &word) { return name().contains(word, Qt::CaseInsensitive); });
    filter.text = words.join(u' ');
    return filter;
}

void ClusterApps::setFilter(const kube::ViewFilter &filter)
{
    m_filter = filter;
    if (m_view) {
        m_view->setFilter(narrowed());
    }
}

void ClusterApps::retry()
{
    m_link->reconnect();
}

} // namespace sentinel::console
