// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kube/actions/ServiceProxy.h"

#include "core/base/SafeText.h"

#include <QCoreApplication>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace sentinel::kube {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

constexpr qsizetype kLongestLabel = 63;

/// What names of namespaces, services and ports are made of; nothing that could leave its part of the path.
bool isName(const QString &name)
{
    return !name.isEmpty() && name.size() <= kLongestLabel && std::ranges::all_of(name, [](QChar letter) {
        return (letter >= u'a' && letter <= u'z') || (letter >= u'0' && letter <= u'9') || letter == u'-';
    });
}

/// The API server's own refusal, which speaks as a Status; a service's answer may look as it likes but names no such kind.
std::optional<QJsonObject> statusOf(const RawAnswer &answer)
{
    if (answer.isGood() || !answer.contentType.startsWith("application/json")) {
        return {};
    }
    const QJsonObject status = QJsonDocument::fromJson(answer.body).object();
    const bool isStatus = status["kind"_L1].toString() == "Status"_L1 && status["apiVersion"_L1].toString() == "v1"_L1;
    return isStatus ? std::optional(status) : std::nullopt;
}

Error::Kind kindOf(int status)
{
    switch (status) {
    case 401:
        return Error::Kind::Unauthorized;
    case 403:
        return Error::Kind::Forbidden;
    case 404:
        return Error::Kind::NotFound;
    case 429:
        return Error::Kind::RateLimited;
    default:
        return status >= 500 ? Error::Kind::Unreachable : Error::Kind::Invalid;
    }
}

} // namespace

Result<QString> proxyPath(const ServicePort &port, const QString &path)
{
    if (!isName(port.ns) || !isName(port.service) || (!port.port.isEmpty() && !isName(port.port)) || !path.startsWith(u'/')) {
        return failure(Error::Kind::Invalid, {},
                       Text::tr("\"%1\" is not an address of a service.")
                           .arg(plainLine(port.ns + u'/' + port.service + u':' + port.port + path)));
    }
    QString name = port.tls ? u"https:"_s + port.service : port.service;
    if (!port.port.isEmpty() || port.tls) {
        name += u':' + port.port; // "https:name:" is the form without a port
    }
    return u"/api/v1/namespaces/"_s + port.ns + u"/services/"_s + name + u"/proxy"_s + path;
}

Async<RawAnswer> askService(ApiPtr api, ServicePort port, RawRequest request, CancelToken cancel)
{
    const QString doing = Text::tr("asking the service %1 in %2").arg(plainLine(port.service), plainLine(port.ns));
    const auto path = proxyPath(port, request.path);
    if (!path) {
        co_return failure(path.error().kind, doing, path.error().detail);
    }
    request.path = *path;
    auto answer = co_await api->send(request, cancel);
    if (!answer) {
        answer.error().doing = doing;
        co_return answer;
    }
    if (const auto status = statusOf(*answer)) {
        co_return failure(kindOf(answer->status), doing, plainLine((*status)["message"_L1].toString()));
    }
    co_return answer;
}

} // namespace sentinel::kube
