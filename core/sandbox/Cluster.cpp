// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/Cluster.h"

#include "core/sandbox/Body.h"
#include "core/sandbox/Foundation.h"
#include "core/sandbox/Kubeconfig.h"

#include <QTimer>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace sentinel::sandbox {

Cluster::Cluster(Clock &wall, ClusterSettings settings)
    : m_clock(wall, settings.speed)
    , m_store(m_clock)
    , m_registry(m_store, m_clock)
    , m_streams(m_store, m_clock, m_logs)
    , m_settings(settings)
{
    if (auto made = makeCredentials(wall)) {
        m_credentials = *made;
    } else {
        m_broken = made.error();
    }
    m_front = std::make_unique<Front>(m_registry, m_streams, m_access, m_faults, m_credentials);
    m_faults.m_dropWatches = [this] { m_streams.dropWatches(); };
    m_faults.m_forgetHistory = [this] { m_store.compact(); };
    m_registry.setTokenMade([this](const QString &ns, const QString &account) {
        const QByteArray token = QUuid::createUuid().toRfc4122().toHex() + QUuid::createUuid().toRfc4122().toHex();
        m_access.allow(token,
                       {.name = u"system:serviceaccount:%1:%2"_s.arg(ns, account),
                        .groups = {u"system:serviceaccounts"_s, u"system:serviceaccounts:"_s + ns, u"system:authenticated"_s}});
        return token;
    });
    lay(m_store);
    serveOwn();
}

Cluster::~Cluster()
{
    m_streams.endAll();
}

Result<void> Cluster::start()
{
    if (m_broken) {
        return failure(*m_broken);
    }
    const auto port = m_front->listen(m_settings.port);
    if (!port) {
        return failure(port);
    }
    m_url = u"https://127.0.0.1:%1"_s.arg(*port);
    return {};
}

Result<void> Cluster::writeKubeconfigTo(const QString &path) const
{
    return writeKubeconfig(path, m_credentials, m_url);
}

QJsonObject Cluster::state() const
{
    return {{"apiVersion"_L1, "console.sentinel/v1"_L1},
            {"kind"_L1, "RehearsalState"_L1},
            {"speed"_L1, m_clock.speed()},
            {"watches"_L1, m_streams.count()},
            {"resourceVersion"_L1, QString::number(m_store.resourceVersion())},
            {"faults"_L1,
             QJsonObject{{"delayMilliseconds"_L1, static_cast<qint64>(m_faults.delay().count())},
                         {"tooManyRequestsShare"_L1, m_faults.tooManyRequestsShare()},
                         {"retryAfterSeconds"_L1, m_faults.retryAfterSeconds()}}}};
}

void Cluster::serveOwn()
{
    serve(u"state"_s, [this](const Call &call) {
        return call.method == "GET" ? Answer{.object = state()} : answerOf(problems::methodNotAllowed());
    });
    serve(u"speed"_s, [this](const Call &call) {
        const auto body = readObject(call.body);
        const double speed = body ? body->value("speed"_L1).toDouble() : 0;
        if (call.method != "PUT") {
            return answerOf(problems::methodNotAllowed());
        }
        if (speed < RehearsalClock::kSlowest || speed > RehearsalClock::kFastest) {
            return answerOf(problems::badRequest(
                u"speed: a number from %1 to %2"_s.arg(RehearsalClock::kSlowest).arg(RehearsalClock::kFastest)));
        }
        m_clock.setSpeed(speed);
        Q_EMIT speedChanged(speed);
        return Answer{.object = state()};
    });
    serve(u"shutdown"_s, [this](const Call &call) {
        if (call.method != "POST") {
            return answerOf(problems::methodNotAllowed());
        }
        // After the answer has gone out.
        QTimer::singleShot(std::chrono::milliseconds(50), this, &Cluster::shutdownRequested);
        return Answer{.code = 202, .object = state()};
    });
}

} // namespace sentinel::sandbox
