// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/Sentinel/Link/PageLink.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sentinel::console {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

} // namespace

PageLink::PageLink(QObject *parent)
    : QObject(parent)
{
}

PageLink::~PageLink()
{
    m_cancel.cancel();
}

Trouble PageLink::lacking(const QList<kube::ResourceType> &types) const
{
    Q_UNUSED(types)
    return {};
}

void PageLink::setPlaceProperties(const QVariantMap &properties)
{
    m_properties = properties;
    const ClusterPlace place = placeOf(properties);
    ClusterPlace same = m_place; // how it is shown and protected makes it no other cluster
    same.name = place.name;
    same.protection = place.protection;
    if (place != same) {
        connectTo(place);
    } else if (place != m_place) {
        m_place = place;
        Q_EMIT changed();
    }
}

void PageLink::reconnect()
{
    connectTo(m_place);
}

Async<PageLink::Greeting> PageLink::greet(Async<Way> way, CancelToken cancel)
{
    const auto opened = co_await way;
    if (!opened) {
        co_return failure(opened);
    }
    const auto types = co_await opened->api->discover(cancel);
    if (!types) {
        co_return failure(types);
    }
    co_return Greeting{.way = *opened, .types = *types};
}

void PageLink::connectTo(const ClusterPlace &place)
{
    m_cancel.cancel();
    m_cancel = {};
    m_place = place;
    m_ready = false;
    m_trouble = {};
    m_types.clear();
    m_rights.reset();
    m_way = {};
    if (place.usable) {
        const CancelToken token = m_cancel.token();
        deliver(greet(open(place, token), token), this, [this, token](const Result<Greeting> &greeting) {
            if (!token.isCancelled()) { // else it is the answer of a cluster left meanwhile
                take(greeting);
            }
        });
    }
    Q_EMIT reconnected();
    Q_EMIT changed();
}

void PageLink::take(const Result<Greeting> &greeting)
{
    m_trouble = greeting ? lacking(greeting->types) : Trouble::of(greeting.error());
    if (m_trouble.isPresent()) {
        Q_EMIT changed();
        return;
    }
    m_types = greeting->types;
    m_way = greeting->way;
    m_rights = std::make_unique<kube::RightsCache>(m_way.api, m_way.clock);
    m_rights->onChange([this] { Q_EMIT rightsChanged(); });
    m_ready = true;
    Q_EMIT changed();
    Q_EMIT reconnected();
}

bool PageLink::isConnecting() const
{
    return !m_ready && !m_trouble.isPresent() && m_place.problem.isEmpty() && (m_place.usable || m_place.rehearsal);
}

QString PageLink::name() const
{
    return m_place.rehearsal      ? Text::tr("the rehearsal cluster")
        : !m_place.name.isEmpty() ? m_place.name
        : !m_way.name.isEmpty()   ? m_way.name
                                  : m_place.context;
}

QString PageLink::blockedReason() const
{
    if (m_ready) {
        return {};
    }
    if (m_trouble.isPresent()) {
        return m_trouble.title;
    }
    if (!m_place.problem.isEmpty()) {
        return m_place.problem;
    }
    return m_place.rehearsal ? Text::tr("The rehearsal cluster is starting.")
        : m_place.usable     ? Text::tr("Asking the cluster what it serves…")
                             : Text::tr("No cluster is connected.");
}

std::optional<kube::ResourceType> PageLink::typeOf(const QString &group, const QString &kind) const
{
    const auto found
        = std::ranges::find_if(m_types, [&](const kube::ResourceType &type) { return type.group == group && type.kind == kind; });
    return found == m_types.end() ? std::nullopt : std::optional(*found);
}

} // namespace sentinel::console
