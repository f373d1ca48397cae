// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kube/transport/TransferFailure.h"

#include "core/base/OperationRun.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sentinel::kube {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

QString seconds(Duration duration)
{
    return formatDuration(duration);
}

Error timeout(const QString &host, const TransferPlace &place, const HttpRequest &request, bool wasConnected)
{
    if (!wasConnected) {
        const Duration limit
            = request.deadline.count() > 0 ? std::min(request.deadline, place.connectDeadline) : place.connectDeadline;
        return {.kind = Error::Kind::Timeout,
                .doing = {},
                .detail = Text::tr("No connection with %1 was made within %2.").arg(host, seconds(limit))};
    }
    const Duration limit = request.deadline.count() > 0 ? request.deadline : request.silence;
    return {.kind = Error::Kind::Timeout,
            .doing = {},
            .detail = Text::tr("%1 took the request and gave no complete answer within %2.").arg(host, seconds(limit))};
}

Error unreachable(const QString &sentence)
{
    return {.kind = Error::Kind::Unreachable, .doing = {}, .detail = sentence};
}

/// Nothing when it is not the proxy's failure.
std::optional<Error> proxyFailure(CURLcode code, const Proxy &proxy, const QString &host, bool wasConnected, const QString &cause)
{
    if (proxy.isNone()) {
        return {};
    }
    const QString named = proxy.variable.isEmpty() ? proxy.shown() : Text::tr("%1 (of %2)").arg(proxy.shown(), proxy.variable);
    switch (code) {
    case CURLE_COULDNT_RESOLVE_PROXY:
        return unreachable(Text::tr("The name of the proxy %1 is not known to this computer's name service.").arg(named));
    case CURLE_RECV_ERROR: // what a refused CONNECT is to libcurl
    case CURLE_SEND_ERROR:
        if (wasConnected) {
            return {};
        }
        [[fallthrough]];
    case CURLE_COULDNT_CONNECT:
    case CURLE_PROXY:
        return unreachable(Text::tr("The proxy %1 gives no way to %2: %3").arg(named, host, cause));
    default:
        return {};
    }
}

} // namespace

Error transferFailure(CURLcode code, const TransferPlace &place, const HttpRequest &request, bool wasConnected,
                      const QString &detail)
{
    const QString host = place.access.host();
    const QString cause = plainLine(detail);
    if (auto failed = proxyFailure(code, place.access.proxy, host, wasConnected, cause)) {
        return std::move(*failed);
    }
    switch (code) {
    case CURLE_OPERATION_TIMEDOUT:
        return timeout(host, place, request, wasConnected);
    case CURLE_COULDNT_RESOLVE_HOST:
        return unreachable(Text::tr("The name %1 is not known to this computer's name service.").arg(place.access.server.host()));
    case CURLE_COULDNT_CONNECT:
        return unreachable(Text::tr("Nothing answers at %1: %2").arg(host, cause));
    case CURLE_PEER_FAILED_VERIFICATION:
        return unreachable(place.peer.isSeen
                               ? place.peer.complaint(place.access.tlsServerName.isEmpty() ? host : place.access.tlsServerName)
                               : Text::tr("The certificate of %1 is not accepted: %2").arg(host, cause));
    case CURLE_SSL_CONNECT_ERROR:
        return unreachable(Text::tr("No TLS connection could be made with %1: %2").arg(host, cause));
    case CURLE_SSL_CERTPROBLEM:
        return {.kind = Error::Kind::Invalid,
                .doing = {},
                .detail = Text::tr("The client certificate or key for %1 cannot be used: %2").arg(host, cause)};
    case CURLE_SSL_CACERT_BADFILE:
        return {.kind = Error::Kind::Invalid,
                .doing = {},
                .detail = Text::tr("The authority for %1 cannot be read: %2").arg(host, cause)};
    case CURLE_GOT_NOTHING:
    case CURLE_PARTIAL_FILE:
    case CURLE_RECV_ERROR:
    case CURLE_SEND_ERROR:
    case CURLE_HTTP2:
    case CURLE_HTTP2_STREAM:
        return unreachable(Text::tr("%1 broke the connection off before its answer was complete: %2").arg(host, cause));
    default:
        return unreachable(Text::tr("No answer came from %1: %2").arg(host, cause));
    }
}

Error silenceFailure(const TransferPlace &place, Duration silent, bool hasBegun)
{
    const QString host = place.access.host();
    return {.kind = Error::Kind::Timeout,
            .doing = {},
            .detail = hasBegun ? Text::tr("Nothing came from %1 for %2, not even a sign of life.").arg(host, seconds(silent))
                               : Text::tr("%1 has not begun to answer within %2.").arg(host, seconds(silent))};
}

Error answerTooLarge(const TransferPlace &place)
{
    return {.kind = Error::Kind::Unreachable,
            .doing = {},
            .detail = Text::tr("The answer of %1 is larger than is read.").arg(place.access.host())};
}

} // namespace sentinel::kube
