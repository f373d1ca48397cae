// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/Sentinel/Workloads/InspectController.h"

#include "core/base/OperationRun.h"
#include "core/kube/rows/RowText.h"
#include "qml/Sentinel/Code/ObjectText.h"
#include "qml/Sentinel/Rows/ShellWord.h"
#include "qml/Sentinel/Rows/Tone.h"
#include "qml/Sentinel/Workloads/KindRows.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>

using namespace Qt::StringLiterals;

namespace sentinel::console {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

constexpr std::chrono::milliseconds kSettle{500};
constexpr Duration kEventPace = std::chrono::milliseconds(500);
constexpr int kMostFound = 10'000;

const QSet<QString> &kindsWithPods()
{
    static const QSet<QString> kinds{u"/Pod"_s,           u"apps/Deployment"_s, u"apps/StatefulSet"_s,
                                     u"apps/DaemonSet"_s, u"apps/ReplicaSet"_s, u"batch/Job"_s,
                                     u"batch/CronJob"_s,  u"/Service"_s};
    return kinds;
}

} // namespace

InspectController::InspectController(QObject *parent)
    : QObject(parent)
    , m_events(new RowsModel({"id", "tone", "reason", "message", "age"}, this))
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(kSettle);
    connect(&m_soon, &QTimer::timeout, this, &InspectController::read);
}

InspectController::~InspectController()
{
    m_cancel.cancel();
}

void InspectController::setLink(WorkloadsLink *link)
{
    m_link = link;
    connect(link, &WorkloadsLink::reconnected, this, [this] {
        setObject({});
        Q_EMIT reconnected();
    });
    connect(link, &WorkloadsLink::rightsChanged, this, &InspectController::linkChanged);
    connect(link, &WorkloadsLink::changed, this, &InspectController::linkChanged);
    Q_EMIT wired();
}

std::optional<kube::ResourceType> InspectController::type() const
{
    const QString kind = m_object.value(u"kind"_s).toString();
    return m_link && m_link->isReady() && !kind.isEmpty() ? m_link->typeOf(kind.section(u'/', 0, -2), kind.section(u'/', -1))
                                                          : std::nullopt;
}

kube::ObjectName InspectController::name() const
{
    return {.ns = m_object.value(u"ns"_s).toString(), .name = m_object.value(u"name"_s).toString()};
}

void InspectController::setObject(const QVariantMap &object)
{
    if (object == m_object) {
        return;
    }
    QVariantMap before = m_object;
    QVariantMap after = object;
    before.remove(u"version"_s);
    after.remove(u"version"_s);
    m_object = object;
    if (before == after) { // the same one, changed
        if (!m_soon.isActive()) {
            m_soon.start();
        }
        return;
    }
    m_soon.stop();
    m_gone = false;
    m_content = {};
    m_text.clear();
    m_trouble = {};
    m_events->setRows({});
    if (m_tab == u"logs" && !hasLogs()) {
        m_tab = u"yaml"_s;
    }
    setSearch({});
    Q_EMIT textChanged();
    Q_EMIT contentChanged();
    read();
    watchEvents();
}

void InspectController::read()
{
    m_cancel.cancel();
    m_cancel = {};
    m_busy = false;
    if (const auto served = type()) {
        m_busy = true;
        const CancelToken token = m_cancel.token();
        deliver(m_link->services().api->get(*served, name(), token), this, [this, token](const Result<kube::Object> &object) {
            if (!token.isCancelled()) {
                take(object);
            }
        });
    }
    Q_EMIT changed();
}

void InspectController::take(const Result<kube::Object> &object)
{
    m_busy = false;
    m_trouble = {};
    if (object) {
        m_gone = false;
        m_content = *object;
        write();
        Q_EMIT contentChanged();
    } else if (object.error().kind == Error::Kind::NotFound && !m_content.isEmpty()) {
        m_gone = true; // what was read of it last stays in sight
    } else {
        m_trouble = Trouble::of(object.error());
    }
    Q_EMIT changed();
}

void InspectController::write()
{
    const QString text = readableLines(objectYaml(m_content, m_folded ? ManagedFields::Folded : ManagedFields::Shown));
    if (text != m_text) {
        m_text = text;
        Q_EMIT textChanged();
        setSearch(std::exchange(m_search, QString()));
    }
}

void InspectController::setFolded(bool folded)
{
    if (folded != m_folded) {
        m_folded = folded;
        write();
        Q_EMIT changed();
    }
}

void InspectController::setTab(const QString &tab)
{
    if (tab != m_tab) {
        m_tab = tab;
        watchEvents();
        Q_EMIT changed();
    }
}

void InspectController::watchEvents()
{
    m_feed.reset();
    m_eventsProblem.clear();
    const auto events = m_link && m_link->isReady() ? m_link->typeOf({}, u"Event"_s) : std::nullopt;
    const auto served = type();
    if (m_tab == u"events" && served && events) {
        const kube::ListOptions options{.ns = served->namespaced ? name().ns : QString(),
                                        .fieldSelector
                                        = u"involvedObject.kind=%1,involvedObject.name=%2"_s.arg(served->kind, name().name)};
        m_feed = std::make_unique<kube::ObjectFeed>(m_link->services().api, *events, options, m_link->services().clock,
                                                    kube::FeedOptions{.pace = kEventPace});
        connect(m_feed.get(), &kube::ObjectFeed::flushed, this, &InspectController::showEvents);
        connect(m_feed.get(), &kube::ObjectFeed::stateChanged, this, [this] {
            const kube::FeedState &state = m_feed->state();
            m_eventsProblem = state.error ? Trouble::of(*state.error).text() : QString();
            Q_EMIT changed();
        });
        m_feed->start();
    }
    Q_EMIT changed();
}

void InspectController::showEvents()
{
    const kube::ObjectStore &store = m_feed->store();
    QList<kube::RowId> newest;
    for (kube::RowId row = 0; row < store.end(); ++row) {
        if (store.contains(row)) {
            newest.append(row);
        }
    }
    const auto seen
        = [&store, column = store.column(kube::Field::LastSeen)](kube::RowId row) { return store.number(row, column); };
    std::ranges::stable_sort(newest, std::ranges::greater(), seen);
    const QDateTime now = m_link->services().clock->now();
    const auto cell = [&](kube::RowId row, kube::Field field) {
        const QString text = kube::rowText(store, row, field, now);
        return text == u"<invalid>" ? u"0s"_s : plainLine(text);
    };
    QList<RowsModel::Row> rows;
    for (const kube::RowId row : std::as_const(newest)) {
        const qint64 times = store.number(row, store.column(kube::Field::Count));
        const QString reason = cell(row, kube::Field::Reason);
        const bool warns = cell(row, kube::Field::EventType) == u"Warning";
        rows.append({{u"id"_s, store.string(row, kube::kUid)},
                     {u"tone"_s, number(warns ? Tone::Warning : Tone::Neutral)},
                     {u"reason"_s, times > 1 ? u"%1 ×%2"_s.arg(reason).arg(times) : reason},
                     {u"message"_s, cell(row, kube::Field::Message)},
                     {u"age"_s, cell(row, kube::Field::LastSeen)}});
    }
    m_events->setRows(rows);
}

void InspectController::setSearch(const QString &search)
{
    if (search == m_search) {
        return;
    }
    m_search = search;
    m_found.clear();
    if (!search.isEmpty()) {
        for (qsizetype at = m_text.indexOf(search, 0, Qt::CaseInsensitive); at >= 0 && m_found.size() < kMostFound;
             at = m_text.indexOf(search, at + search.size(), Qt::CaseInsensitive)) {
            m_found.append(at);
        }
    }
    m_foundAt = m_found.isEmpty() ? -1 : 0;
    Q_EMIT searchChanged();
}

void InspectController::findNext(bool forward)
{
    if (const int count = foundCount(); count > 0) {
        m_foundAt = (m_foundAt + (forward ? 1 : count - 1)) % count;
        Q_EMIT searchChanged();
    }
}

void InspectController::copy()
{
    if (QClipboard *clipboard = QGuiApplication::clipboard()) {
        clipboard->setText(objectYaml(m_content, m_folded ? ManagedFields::LeftOut : ManagedFields::Shown));
    }
}

void InspectController::retranslate()
{
    write();
    Q_EMIT changed();
}

bool InspectController::hasLogs() const
{
    return kindsWithPods().contains(m_object.value(u"kind"_s).toString());
}

QString InspectController::title() const
{
    const auto served = type();
    return served ? u"%1 %2"_s.arg(plainLine(served->kind), plainLine(name().name)) : QString();
}

QString InspectController::subtitle() const
{
    return m_gone             ? Text::tr("It was deleted; this is how it was last.")
        : name().ns.isEmpty() ? QString()
                              : Text::tr("in namespace %1").arg(plainLine(name().ns));
}

QString InspectController::command() const
{
    const auto served = type();
    if (!served) {
        return {};
    }
    QStringList words = m_link->kubectl();
    QStringList place;
    if (served->namespaced) {
        place << u"-n"_s << name().ns;
    }
    if (m_tab == u"events") {
        words << u"events"_s << place << u"--for"_s << kindWord(*served) + u'/' + name().name;
    } else {
        words << u"get"_s << kindWord(*served) << name().name << place << u"-o"_s << u"yaml"_s;
    }
    return commandLine(words);
}

} // namespace sentinel::console
