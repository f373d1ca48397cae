// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Async.h"
#include "core/kube/HttpApi.h"
#include "core/kube/access/Kubeconfig.h"

#include <QEventLoop>
#include <cstdio>
#include <cstdlib>

namespace sentinel::bench {

/// A figure that cannot be taken ends the program, and the run says why.
[[noreturn]] inline void giveUp(const QString &why)
{
    std::fprintf(stderr, "%s\n", qUtf8Printable(why));
    std::exit(1);
}

/// Runs the event loop until the flow has ended.
template <typename T>
T answerOf(Async<T> flow)
{
    QEventLoop loop;
    std::optional<Result<T>> answer;
    deliver(std::move(flow), &loop, [&](Result<T> result) {
        answer = std::move(result);
        loop.quit();
    });
    if (!answer) {
        loop.exec();
    }
    if (!*answer) {
        giveUp(answer->error().doing + QStringLiteral(": ") + answer->error().detail);
    }
    if constexpr (!std::is_void_v<T>) {
        return std::move(**answer);
    }
}

inline kube::ClusterAccess accessOf(const char *kubeconfig)
{
    const auto read = kube::Kubeconfig::read(QString::fromLocal8Bit(kubeconfig));
    const auto access = read ? read->access() : failure(read);
    if (!access) {
        giveUp(access.error().detail);
    }
    return *access;
}

inline const kube::ResourceType kConfigMaps{
    .group = {}, .version = QStringLiteral("v1"), .kind = QStringLiteral("ConfigMap"), .plural = QStringLiteral("configmaps")};

inline kube::Object configMap(const QString &ns, const QString &name, const QString &round)
{
    return {{QStringLiteral("apiVersion"), QStringLiteral("v1")},
            {QStringLiteral("kind"), QStringLiteral("ConfigMap")},
            {QStringLiteral("metadata"), QJsonObject{{QStringLiteral("namespace"), ns}, {QStringLiteral("name"), name}}},
            {QStringLiteral("data"), QJsonObject{{QStringLiteral("round"), round}}}};
}

} // namespace sentinel::bench
