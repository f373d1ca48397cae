// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kube/transport/Transport.h"

#include "core/kube/access/EnvironmentProxy.h"

#include <QCoreApplication>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::kube {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

constexpr int kIdle = 60'000; // ms; an order wakes the thread at once

constexpr Duration kNap = std::chrono::seconds(1); // the two clocks differ by less without any sleep

void initialiseOnce()
{
    static const bool done = curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
    Q_ASSERT(done);
}

Error stopped()
{
    return {.kind = Error::Kind::Cancelled, .doing = {}, .detail = Text::tr("The request was stopped.")};
}

} // namespace

Transport::Transport(ClusterAccess access, TransportOptions options)
    : m_options(std::move(options))
    , m_multi((initialiseOnce(), curl_multi_init()))
    , m_host(access.host())
    , m_sockets(m_options.pingAfter, m_options.pingPatience)
    , m_asleep(m_options.asleep())
{
    m_place = placeFor(std::move(access));
    curl_multi_setopt(m_multi, CURLMOPT_PIPELINING, static_cast<long>(CURLPIPE_MULTIPLEX));
    curl_multi_setopt(m_multi, CURLMOPT_MAX_CONCURRENT_STREAMS, static_cast<long>(m_options.mostStreams));
    m_thread = std::thread([this] { run(); });
    if (QCoreApplication *application = QCoreApplication::instance()) {
        m_atExit = std::make_unique<QObject>();
        QObject::connect(application, &QObject::destroyed, m_atExit.get(), [this] { close(); }, Qt::DirectConnection);
    }
}

Transport::~Transport()
{
    close();
    curl_multi_cleanup(m_multi);
}

TransferPlacePtr Transport::placeFor(ClusterAccess access)
{
    auto place = std::make_shared<TransferPlace>();
    place->base = addressOf(access.server);
    place->userAgent = m_options.userAgent;
    place->connectDeadline = m_options.connectDeadline;
    place->link = LinkSpeed(m_options.packing, isLoopback(access.server.host()) && access.proxy.isNone());
    place->sockets = &m_sockets;
    place->access = std::move(access);
    return place;
}

QString Transport::host() const
{
    const std::lock_guard held(m_lock);
    return m_host;
}

ConnectionReport Transport::report() const
{
    const std::lock_guard held(m_lock);
    return m_report;
}

quint64 Transport::begin(HttpRequest request, std::shared_ptr<Mailbox> mailbox)
{
    const quint64 id = ++m_lastId;
    leave(Begin{id, std::move(request), std::move(mailbox)});
    return id;
}

void Transport::abort(quint64 transfer)
{
    leave(Abort{transfer});
}

void Transport::resume(quint64 transfer)
{
    leave(Resume{transfer});
}

void Transport::use(ClusterAccess access)
{
    {
        const std::lock_guard held(m_lock);
        m_host = access.host();
    }
    leave(Use{std::move(access)});
}

void Transport::leave(Order order)
{
    {
        const std::lock_guard held(m_lock);
        if (m_isClosed) {
            if (const auto *begin = std::get_if<Begin>(&order)) {
                begin->mailbox->postOutcome(failure(stopped()));
            }
            return;
        }
        m_orders.push_back(std::move(order));
    }
    curl_multi_wakeup(m_multi);
}

void Transport::close()
{
    {
        const std::lock_guard held(m_lock);
        m_isClosed = true;
    }
    if (m_thread.joinable()) {
        curl_multi_wakeup(m_multi);
        m_thread.join();
    }
}

void Transport::run()
{
    for (bool isOpen = true; isOpen;) {
        std::vector<Order> orders;
        {
            const std::lock_guard held(m_lock);
            orders.swap(m_orders);
            isOpen = !m_isClosed;
        }
        keepAlive(); // first: nothing new may go over a connection that is dead
        for (Order &order : orders) {
            std::visit([this](auto &each) { follow(std::move(each)); }, order);
        }
        if (isOpen) {
            perform();
            const int wait = m_transfers.empty() ? kIdle : static_cast<int>(m_sockets.pace().count());
            curl_multi_poll(m_multi, nullptr, 0, wait, nullptr);
        }
    }
    for (auto &[id, transfer] : m_transfers) {
        curl_multi_remove_handle(m_multi, transfer->handle());
        transfer->mailbox().postOutcome(failure(stopped()));
    }
    m_transfers.clear();
}

void Transport::follow(Begin order)
{
    auto transfer = std::make_unique<Transfer>(m_place, std::move(order.request), std::move(order.mailbox));
    curl_multi_add_handle(m_multi, transfer->handle());
    m_transfers.emplace(order.id, std::move(transfer));
}

void Transport::follow(Use order)
{
    const bool isShared = m_place->access.sharesConnections(order.access);
    m_place = placeFor(std::move(order.access));
    if (!isShared) {
        m_replaced = m_sockets.all();
        breakStreams(Text::tr("The kubeconfig says something else by now; connecting again."));
        cutReplaced();
    }
}

void Transport::perform()
{
    int running = 0;
    const bool waited = m_sockets.carriesMany();
    curl_multi_perform(m_multi, &running);
    if (waited && !m_sockets.carriesMany()) {
        releaseWaiting();
    }
    collect();
    cutReplaced();
}

/// Connections do not survive the computer's sleep, though nothing says so, nor a network that goes without a word.
void Transport::keepAlive()
{
    if (const Duration asleep = m_options.asleep(); asleep - m_asleep > kNap) {
        m_asleep = asleep;
        m_sockets.cut(m_sockets.all());
        perform();
        return;
    }
    if (m_sockets.cutDead()) {
        perform();
    }
    if (m_sockets.needAsking()) {
        askWhetherAlive();
    }
    breakSilent();
}

/// Where nothing can be asked (HTTP/1.1), or what answers is not who was asked (a proxy), only the stream itself tells.
void Transport::breakSilent()
{
    for (auto each = m_transfers.begin(); each != m_transfers.end();) {
        if (each->second->breakOffSilent()) {
            curl_multi_remove_handle(m_multi, each->second->handle());
            each = m_transfers.erase(each);
        } else {
            ++each;
        }
    }
}

void Transport::askWhetherAlive()
{
    // libcurl asks (an HTTP/2 PING) for a handle of the same family that has no connection of its own; it is never run.
    CURL *asking = curl_easy_init();
    curl_easy_setopt(asking, CURLOPT_UPKEEP_INTERVAL_MS, 0L);
    curl_multi_add_handle(m_multi, asking);
    curl_easy_upkeep(asking);
    curl_multi_remove_handle(m_multi, asking);
    curl_easy_cleanup(asking);
}

void Transport::releaseWaiting()
{
    for (const auto &[id, transfer] : m_transfers) {
        transfer->waitForShared(false);
    }
    // libcurl looks at those that wait when one goes, and a stream that lives on would keep them waiting.
    CURL *going = curl_easy_init();
    curl_multi_add_handle(m_multi, going);
    curl_multi_remove_handle(m_multi, going);
    curl_easy_cleanup(going);
}

void Transport::breakStreams(const QString &why)
{
    for (auto each = m_transfers.begin(); each != m_transfers.end();) {
        if (!each->second->isStream()) {
            ++each;
            continue;
        }
        curl_multi_remove_handle(m_multi, each->second->handle());
        each->second->breakOff(why);
        each = m_transfers.erase(each);
    }
}

void Transport::cutReplaced()
{
    const bool isUsed
        = std::ranges::any_of(m_transfers, [this](const auto &each) { return &each.second->place() != m_place.get(); });
    if (!m_replaced.isEmpty() && !isUsed) {
        m_sockets.cut(std::exchange(m_replaced, {}));
    }
}

void Transport::follow(Abort order)
{
    if (const auto found = m_transfers.find(order.id); found != m_transfers.end()) {
        curl_multi_remove_handle(m_multi, found->second->handle());
        m_transfers.erase(found);
    }
}

void Transport::follow(Resume order)
{
    if (const auto found = m_transfers.find(order.id); found != m_transfers.end()) {
        found->second->resume();
    }
}

void Transport::collect()
{
    int left = 0;
    while (const CURLMsg *message = curl_multi_info_read(m_multi, &left)) {
        if (message->msg != CURLMSG_DONE) {
            continue;
        }
        CURL *easy = message->easy_handle;
        const CURLcode code = message->data.result;
        curl_multi_remove_handle(m_multi, easy); // ends the life of `message`
        const auto found = std::ranges::find_if(m_transfers, [easy](const auto &each) { return each.second->handle() == easy; });
        {
            const std::lock_guard held(m_lock);
            m_report = found->second->report();
        }
        if (found->second->startsOver(code)) {
            curl_multi_add_handle(m_multi, easy);
            continue;
        }
        found->second->end(code);
        m_transfers.erase(found);
    }
}

Async<HttpAnswer> exchange(std::shared_ptr<Transport> transport, HttpRequest request, StreamListener listener, CancelToken cancel)
{
    if (cancel.isCancelled()) {
        co_return failure(stopped());
    }
    const Promise<HttpAnswer> promise;
    const auto id = std::make_shared<quint64>(0);
    const Inbox inbox({.head = std::move(listener.accepted),
                       .lines = std::move(listener.lines),
                       .outcome = [promise](Result<HttpAnswer> outcome) { promise.keep(std::move(outcome)); },
                       .drained = [transport, id] { transport->resume(*id); }});
    *id = transport->begin(std::move(request), inbox.mailbox());
    const auto registration = cancel.onCancel([transport, id, promise] {
        transport->abort(*id);
        promise.keep(failure(stopped()));
    });
    co_return co_await promise.answer();
}

} // namespace sentinel::kube
