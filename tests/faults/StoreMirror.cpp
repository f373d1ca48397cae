// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/StoreMirror.h"

#include "tests/faults/Patience.h"

using namespace Qt::StringLiterals;

namespace sentinel::testing {

namespace {

constexpr int kPatience = 20'000; // ms for a list without faults

QString keyOfRow(const kube::ObjectStore &store, kube::RowId row)
{
    const kube::ObjectName name = store.name(row);
    return name.ns + u'/' + name.name;
}

/// A row that is not as the server's object says.
QString rowDifference(const kube::ObjectStore &store, const kube::Object &object)
{
    const QJsonValue metadata = object[u"metadata"];
    const auto row = store.find(metadata[u"namespace"].toString(), metadata[u"name"].toString());
    if (!row) {
        return u"%1 is missing"_s.arg(keyOf(object));
    }
    if (store.string(*row, kube::kUid) != metadata[u"uid"].toString()) {
        return u"%1 has another uid"_s.arg(keyOf(object));
    }
    const QString here = QString::number(store.number(*row, kube::kVersion));
    if (here != metadata[u"resourceVersion"].toString()) {
        return u"%1 has version %2 here and %3 there"_s.arg(keyOf(object), here, metadata[u"resourceVersion"].toString());
    }
    return {};
}

} // namespace

StoreMirror::StoreMirror(Start start)
    : m_start(std::move(start))
    , m_feed(std::make_shared<kube::HttpApi>(m_start.access, m_start.options, m_start.clock), m_start.type, m_start.what,
             m_start.clock, {.pace = Duration(0)})
{
    QObject::connect(&m_feed, &kube::ObjectFeed::flushed, &m_feed, [this](const kube::ChangeSet &changes) {
        ++m_heard;
        m_ledger.note(m_feed.store(), changes);
    });
    QObject::connect(&m_feed, &kube::ObjectFeed::stateChanged, &m_feed,
                     [this] { m_cuts += m_feed.state().phase == kube::FeedState::Phase::Stale ? 1 : 0; });
    m_feed.start();
}

QString StoreMirror::ended() const
{
    return m_feed.state().error ? m_feed.state().error->detail : QString();
}

QString StoreMirror::differenceFrom(const QList<kube::Object> &server) const
{
    const kube::ObjectStore &store = m_feed.store();
    for (const kube::Object &object : server) {
        if (const QString difference = rowDifference(store, object); !difference.isEmpty()) {
            return difference;
        }
    }
    if (store.size() != server.size()) {
        return u"%1 rows here and %2 objects there"_s.arg(store.size()).arg(server.size());
    }
    if (const QString difference = m_ledger.complaint(store); !difference.isEmpty()) {
        return difference;
    }
    kube::ObjectFeed fresh(std::make_shared<kube::HttpApi>(m_start.direct, kube::HttpOptions{}, m_start.clock), m_start.type,
                           m_start.what, m_start.clock, {.pace = Duration(0)});
    fresh.start();
    if (!waitUntil([&fresh] { return fresh.state().phase == kube::FeedState::Phase::Live; }, kPatience)) {
        return u"the server could not be listed for a comparison"_s;
    }
    for (kube::RowId row = 0; row < store.end(); ++row) {
        if (!store.contains(row)) {
            continue;
        }
        const kube::ObjectName name = store.name(row);
        const auto there = fresh.store().find(name.ns, name.name);
        const QStringList cells = cellsOf(store, row);
        const QStringList cellsThere = there ? cellsOf(fresh.store(), *there) : QStringList();
        if (cells != cellsThere) {
            return u"%1 is [%2] here and [%3] there"_s.arg(keyOfRow(store, row), cells.join(u", "_s), cellsThere.join(u", "_s));
        }
    }
    return {};
}

} // namespace sentinel::testing
