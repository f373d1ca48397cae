// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/Sentinel/Workloads/TableController.h"

#include "core/base/SafeText.h"
#include "qml/Sentinel/Rows/ShellWord.h"
#include "qml/Sentinel/Workloads/FilterText.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace sentinel::console {

namespace {

constexpr std::chrono::milliseconds kPace{33}; // between two changes of the table: nobody reads faster
constexpr std::chrono::milliseconds kFigures{200};
constexpr std::chrono::seconds kTick{1};
constexpr std::chrono::seconds kGrace{30};

} // namespace

TableController::TableController(QObject *parent)
    : QObject(parent)
    , m_table(this)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(kFigures);
    connect(&m_soon, &QTimer::timeout, this, &TableController::countHealth);
    m_tick.setInterval(kTick);
    connect(&m_tick, &QTimer::timeout, this, &TableController::tick);
    m_away.setSingleShot(true);
    m_away.setInterval(kGrace);
    connect(&m_away, &QTimer::timeout, this, [this] {
        if (m_feed) {
            m_feed->stop();
        }
        m_watching = false;
    });
}

TableController::~TableController()
{
    m_table.setView(nullptr);
}

void TableController::setKinds(KindsController *kinds)
{
    m_kinds = kinds;
    connect(kinds, &KindsController::changed, this, &TableController::follow);
    connect(kinds, &KindsController::reconnected, this, [this] {
        m_shown.clear();
        chooseNone();
        follow();
    });
    Q_EMIT wired();
    follow();
}

void TableController::setActive(bool active)
{
    if (active == m_active) {
        return;
    }
    m_active = active;
    if (active) {
        m_away.stop();
        m_tick.start();
        if (!m_watching) {
            m_shown.clear();
        }
        follow();
    } else {
        m_tick.stop();
        m_away.start();
    }
    Q_EMIT wired();
}

QDateTime TableController::now() const
{
    const WorkloadsLink *link = m_kinds ? m_kinds->link() : nullptr;
    return link && link->isReady() ? link->services().clock->now() : QDateTime::currentDateTimeUtc();
}

void TableController::follow()
{
    const auto type = m_kinds ? m_kinds->type() : std::nullopt;
    const QString shown = type ? kindId(*type) + u' ' + (type->namespaced ? m_kinds->ns() : QString()) : QString();
    if (shown != m_shown && (m_active || shown.isEmpty())) {
        const bool sameKind = !m_shown.isEmpty() && m_shown.section(u' ', 0, 0) == shown.section(u' ', 0, 0);
        if (!sameKind) {
            m_sort = {};
        }
        m_shown = shown;
        end();
        if (type) {
            begin();
        }
    }
    Q_EMIT changed();
}

void TableController::begin()
{
    const kube::ResourceType type = *m_kinds->type();
    const WorkloadsServices &services = m_kinds->link()->services();
    m_feed = std::make_unique<kube::ObjectFeed>(services.api, type,
                                                kube::ListOptions{.ns = type.namespaced ? m_kinds->ns() : QString()},
                                                services.clock, kube::FeedOptions{.pace = kPace});
    m_view = std::make_unique<kube::ObjectView>(m_feed->store());
    connect(m_feed.get(), &kube::ObjectFeed::flushed, this, &TableController::take);
    connect(m_feed.get(), &kube::ObjectFeed::stateChanged, this, &TableController::takeState);
    if (m_feed->store().layout().reader == kube::RowLayout::Reader::Event && m_sort == kube::ViewSort()) {
        m_sort = {.field = kube::Field::LastSeen, .isDescending = true}; // news first
    }
    m_view->setSort(m_sort);
    m_view->setFilter(filterOf(m_filter));
    m_table.setNow(now());
    m_table.setView(m_view.get());
    layOut();
    arrange();
    m_watching = true;
    m_feed->start();
    m_tick.start();
    takeState();
}

void TableController::end()
{
    m_table.setView(nullptr);
    m_view.reset();
    m_feed.reset();
    m_watching = false;
    m_counts = {};
    m_trouble = {};
    m_freshness = {};
    m_chosenRow.reset();
    m_current = -1;
    Q_EMIT currentChanged();
    Q_EMIT freshnessChanged();
}

void TableController::take(const kube::ChangeSet &changes)
{
    m_table.setNow(now());
    m_view->apply(changes);
    m_table.refresh(changes);
    findChosen();
    if (!m_soon.isActive()) {
        m_soon.start();
    }
    takeState();
}

void TableController::takeState()
{
    const kube::FeedState &state = m_feed->state();
    m_trouble = state.error ? Trouble::of(*state.error) : Trouble();
    const Freshness fresh = freshnessOf(state, m_feed->heardAt(), now());
    if (fresh != m_freshness) {
        m_freshness = fresh;
        Q_EMIT freshnessChanged();
        if (state.phase == kube::FeedState::Phase::Live) {
            countHealth();
        }
    }
}

void TableController::tick()
{
    if (m_feed && m_watching) {
        m_table.setNow(now());
        m_table.refreshAll();
        takeState();
    }
}

void TableController::countHealth()
{
    HealthCounts counts;
    if (m_feed) {
        const kube::ObjectStore &store = m_feed->store();
        for (kube::RowId row = 0; row < store.end(); ++row) {
            if (store.contains(row)) {
                const kube::RowHealth health = store.health(row);
                ++counts.all;
                counts.bad += health == kube::RowHealth::Bad;
                counts.waiting += health == kube::RowHealth::Waiting;
            }
        }
    }
    m_counts = counts;
    Q_EMIT changed();
}

void TableController::arrange()
{
    if (!m_view) {
        return;
    }
    kube::ViewFilter filter = filterOf(m_filter);
    if (m_attention) {
        filter.health = {kube::RowHealth::Bad, kube::RowHealth::Waiting};
    }
    m_view->setSort(m_sort);
    m_view->setFilter(filter);
    m_table.refreshAll();
    findChosen();
    Q_EMIT changed();
}

void TableController::layOut()
{
    if (m_view) {
        const bool several = m_kinds->isNamespaced() && m_kinds->ns().isEmpty();
        m_table.setColumns(tableColumns(m_view->store().layout(), several, m_width));
    }
    Q_EMIT columnsChanged();
}

void TableController::setWidth(int width)
{
    if (width != m_width) {
        m_width = width;
        layOut();
    }
}

bool TableController::showsNamespaces() const
{
    return std::ranges::contains(m_table.columns(), kube::Field::Namespace, &TableColumn::field);
}

QVariantList TableController::columns() const
{
    QVariantList columns;
    for (const TableColumn &column : m_table.columns()) {
        // The names of a namespace stand in the order of the server.
        const bool byNamespace = m_sort.field == kube::Field::Namespace && column.field == kube::Field::Name;
        const bool sorted = column.field == m_sort.field || (byNamespace && !showsNamespaces());
        columns.append(QVariantMap{{u"title"_s, columnTitle(column.field)},
                                   {u"width"_s, column.width},
                                   {u"right"_s, column.isRight},
                                   {u"sort"_s,
                                    !sorted                   ? 0
                                        : m_sort.isDescending ? -1
                                                              : 1}});
    }
    return columns;
}

void TableController::sortBy(int column)
{
    if (column < 0 || column >= m_table.columns().size()) {
        return;
    }
    const kube::Field field = m_table.columns().at(column).field;
    // An age grows the other way than the moment it counts from.
    const bool isAge = field == kube::Field::Created || field == kube::Field::LastSeen || field == kube::Field::LastSchedule;
    m_sort = m_sort.field == field ? kube::ViewSort{.field = field, .isDescending = !m_sort.isDescending}
                                   : kube::ViewSort{.field = field, .isDescending = isAge};
    arrange();
    Q_EMIT columnsChanged();
}

void TableController::setFilter(const QString &filter)
{
    if (filter != m_filter) {
        m_filter = filter;
        arrange();
    }
}

void TableController::setAttention(bool attention)
{
    if (attention != m_attention) {
        m_attention = attention;
        arrange();
    }
}

void TableController::look(int first, int last)
{
    m_first = first;
    m_last = last;
    m_table.look(first, last, m_current);
}

void TableController::choose(int place)
{
    if (!m_view || place < 0 || place >= m_view->size()) {
        return;
    }
    m_chosenRow = m_view->row(place);
    const kube::ObjectName name = m_view->store().name(*m_chosenRow);
    m_chosen = {{u"kind"_s, kindId(m_feed->type())}, {u"ns"_s, name.ns}, {u"name"_s, name.name}};
    findChosen();
    Q_EMIT chosenChanged();
}

void TableController::chooseNone()
{
    m_chosenRow.reset();
    m_chosen.clear();
    findChosen();
    Q_EMIT chosenChanged();
}

void TableController::move(int by)
{
    if (m_view && m_view->size() > 0) {
        const int from = m_current < 0 ? (by > 0 ? -1 : 0) : m_current;
        choose(static_cast<int>(std::clamp<qsizetype>(from + by, 0, m_view->size() - 1)));
    }
}

/// A row keeps its id while its object lives; afterwards the id is another's, so it is looked for by name.
void TableController::findChosen()
{
    int place = -1;
    if (m_view && !m_chosen.isEmpty() && m_chosen.value(u"kind"_s).toString() == kindId(m_feed->type())) {
        const kube::ObjectStore &store = m_view->store();
        m_chosenRow = store.find(m_chosen.value(u"ns"_s).toString(), m_chosen.value(u"name"_s).toString());
        const qint64 version = m_chosenRow ? store.number(*m_chosenRow, kube::kVersion) : -1;
        place = m_chosenRow ? static_cast<int>(m_view->position(*m_chosenRow)) : -1;
        if (version != m_chosen.value(u"version"_s, -2).toLongLong()) {
            m_chosen.insert(u"version"_s, version);
            Q_EMIT chosenChanged();
        }
    }
    if (place != m_current) {
        m_current = place;
        m_table.look(m_first, m_last, m_current);
        Q_EMIT currentChanged();
    }
}

void TableController::retry()
{
    m_shown.clear();
    follow();
}

void TableController::retranslate()
{
    m_table.refreshAll();
    if (m_feed) {
        takeState();
    }
    Q_EMIT columnsChanged();
    Q_EMIT freshnessChanged();
    Q_EMIT changed();
}

QString TableController::headline() const
{
    if (!m_kinds || !m_feed) {
        return {};
    }
    const QString kind = m_counts.all == 1 ? plainLine(m_feed->type().kind) : m_kinds->title();
    return tableHeadline(kind, m_counts, m_kinds->ns(), m_kinds->isNamespaced());
}

QVariantMap TableController::counts() const
{
    const QLocale locale;
    return {{u"all"_s, locale.toString(m_counts.all)}, {u"attention"_s, locale.toString(m_counts.bad + m_counts.waiting)}};
}

QVariantMap TableController::freshness() const
{
    return {{u"tone"_s, number(m_freshness.tone)}, {u"word"_s, m_freshness.word}, {u"sentence"_s, m_freshness.sentence}};
}

QString TableController::command() const
{
    const auto type = m_kinds ? m_kinds->type() : std::nullopt;
    if (!type) {
        return {};
    }
    QStringList words = m_kinds->link()->kubectl() << u"get"_s << kindWord(*type);
    if (type->namespaced) {
        words << (m_kinds->ns().isEmpty() ? u"-A"_s : u"-n"_s);
        if (!m_kinds->ns().isEmpty()) {
            words << m_kinds->ns();
        }
    }
    if (const QString labels = filterOf(m_filter).labels; !labels.isEmpty()) {
        words << u"-l"_s << labels;
    }
    return commandLine(words);
}

} // namespace sentinel::console
