// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kube/access/PluginSession.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFileInfo>
#include <QHash>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::kube {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

constexpr Duration kFirstRest = std::chrono::seconds(5);
constexpr Duration kLongestRest = std::chrono::minutes(5);
constexpr Duration kEarly = std::chrono::seconds(10); // for what is under way when it ends
constexpr Duration kShortLife = std::chrono::minutes(1); // used to its end

/// Everything that decides what the program gives: how it is run, and for which cluster.
QByteArray keyOf(const ClusterAccess &access, const PluginGate &gate)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const auto feed = [&hash](const QString &text) {
        const QByteArray bytes = text.toUtf8();
        hash.addData(QByteArray::number(bytes.size()) + ':' + bytes);
    };
    const ExecPlugin &plugin = *access.plugin;
    feed(plugin.command);
    feed(QString::number(plugin.arguments.size()));
    for (const QString &argument : plugin.arguments) {
        feed(argument);
    }
    for (const auto &[name, value] : plugin.variables) {
        feed(name);
        feed(value);
    }
    feed(QString::number(gate.host.hasTerminal));
    hash.addData(execInfo(plugin, access, plugin.interaction == ExecPlugin::Interaction::Always));
    feed(access.server.toString());
    hash.addData(access.authority);
    return hash.result();
}

std::unexpected<Error> stopped()
{
    return failure(Error::Kind::Cancelled, {}, Text::tr("The request was stopped."));
}

/// By value: the registration lives as long as the wait.
Async<PluginSession::Given> waitFor(Promise<PluginSession::Given> promise, CancelToken cancel, std::function<void()> left)
{
    const auto registration = cancel.onCancel([promise, left] {
        promise.keep(stopped());
        left();
    });
    co_return co_await promise.answer();
}

/// Every program has one wall clock; a test's own is its own.
bool isSameTime(const std::shared_ptr<Clock> &left, const std::shared_ptr<Clock> &right)
{
    const bool areWall = dynamic_cast<SystemClock *>(left.get()) && dynamic_cast<SystemClock *>(right.get());
    return areWall || left == right;
}

Async<PluginSession::Given> answered(Result<PluginSession::Given> answer)
{
    co_return answer;
}

} // namespace

PluginSession::PluginSession(ClusterAccess access, PluginGate gate, std::shared_ptr<Clock> clock)
    : m_access(std::move(access))
    , m_gate(std::move(gate))
    , m_clock(std::move(clock))
{
}

std::shared_ptr<PluginSession> PluginSession::of(const ClusterAccess &access, PluginGate gate, std::shared_ptr<Clock> clock)
{
    static thread_local QHash<QByteArray, std::shared_ptr<PluginSession>> sessions;
    auto &session = sessions[keyOf(access, gate)];
    if (!session || !isSameTime(session->m_clock, clock)) {
        session = std::shared_ptr<PluginSession>(new PluginSession(access, gate, std::move(clock)));
    }
    session->m_gate = std::move(gate);
    return session;
}

bool PluginSession::isGood() const
{
    if (!m_has || !m_credential.expires.isValid()) {
        return m_has;
    }
    const bool isShort = m_givenAt.msecsTo(m_credential.expires) <= kShortLife.count();
    return m_clock->now().addMSecs(isShort ? 0 : kEarly.count()) < m_credential.expires;
}

Async<PluginSession::Given> PluginSession::given(CancelToken cancel)
{
    if (isGood()) {
        return answered(Given{.credential = m_credential, .number = m_number});
    }
    const QDateTime now = m_clock->now();
    if (!m_isRunning && m_restsUntil.isValid() && now < m_restsUntil) {
        const auto left = std::chrono::ceil<std::chrono::seconds>(Duration(now.msecsTo(m_restsUntil)));
        return answered(failure(Error::Kind::Unauthorized, Text::tr("signing in"),
                                Text::tr("%1 It is asked again in %2.").arg(m_why, formatDuration(left))));
    }
    const Promise<Given> promise;
    m_waiting.append(promise);
    if (!m_isRunning) {
        begin();
    }
    const auto left = [session = weak_from_this()] {
        const auto alive = session.lock();
        if (alive && std::ranges::all_of(alive->m_waiting, &Promise<Given>::isKept)) {
            alive->m_run.cancel(); // nobody wants it any more
        }
    };
    return waitFor(promise, std::move(cancel), left);
}

void PluginSession::begin()
{
    m_isRunning = true;
    m_run = CancelSource();
    run(shared_from_this(), m_run.token());
}

Async<void> PluginSession::run(std::shared_ptr<PluginSession> session, CancelToken cancel)
{
    session->finish(co_await runPlugin(*session->m_access.plugin, session->m_access, session->m_gate, std::move(cancel)));
    co_return {};
}

void PluginSession::finish(Result<ExecCredential> result)
{
    m_isRunning = false;
    const QList<Promise<Given>> waiting = std::exchange(m_waiting, {});
    if (result) {
        m_credential = std::move(*result);
        m_has = true;
        m_givenAt = m_clock->now();
        ++m_number;
    } else if (result.error().kind == Error::Kind::Unauthorized || result.error().kind == Error::Kind::Timeout
               || result.error().kind == Error::Kind::Invalid) {
        m_why = result.error().detail;
        rest(m_failures++);
    }
    for (const Promise<Given> &each : waiting) {
        each.keep(result ? Result<Given>(Given{.credential = m_credential, .number = m_number}) : failure(result));
    }
}

void PluginSession::refused(quint64 number)
{
    if (!m_has || number != m_number) {
        return; // of one that is gone already: a storm of refusals counts once
    }
    m_has = false;
    m_credential = {};
    m_why = Text::tr("The server refuses what %1 gives.").arg(QFileInfo(m_access.plugin->command).fileName());
    if (++m_failures > 1) { // once it may have ended early; twice it is of no use
        rest(m_failures - 2);
    }
}

void PluginSession::accepted(quint64 number)
{
    if (number == m_number) {
        m_failures = 0;
        m_restsUntil = {};
    }
}

void PluginSession::rest(int doublings)
{
    const Duration rest = std::min<Duration>(kFirstRest * (1 << std::min(doublings, 6)), kLongestRest);
    m_restsUntil = m_clock->now().addMSecs(rest.count());
}

} // namespace sentinel::kube
