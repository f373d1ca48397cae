// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kube/actions/Scale.h"

#include "core/kube/requests/Paths.h"

#include <QCoreApplication>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace sentinel::kube {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

constexpr int kMostTries = 5;

} // namespace

Async<Scale> readScale(ApiPtr api, ResourceType type, ObjectName name, CancelToken cancel)
{
    const auto path = objectPath(type, name, u"scale"_s);
    if (!path) {
        co_return failure(path);
    }
    const auto read = co_await api->request("GET", QString::fromLatin1(*path), {}, cancel);
    if (!read) {
        co_return failure(read);
    }
    co_return Scale{.wanted = (*read)["spec"_L1]["replicas"_L1].toInt(),
                    .current = (*read)["status"_L1]["replicas"_L1].toInt(),
                    .selector = (*read)["status"_L1]["selector"_L1].toString(),
                    .resourceVersion = (*read)["metadata"_L1]["resourceVersion"_L1].toString()};
}

namespace {

Async<Written> patchScale(ApiPtr api, ResourceType type, ObjectName name, QJsonObject change, WriteOptions options,
                          CancelToken cancel)
{
    options.subresource = u"scale"_s;
    return api->patch(std::move(type), std::move(name),
                      Patch{.type = PatchType::Merge, .json = QJsonDocument(change).toJson(QJsonDocument::Compact)},
                      std::move(options), std::move(cancel));
}

/// Bound to the version that was read; a controller changes that with every pod, so the number is looked at again.
Async<Written> scaleFrom(ApiPtr api, ResourceType type, ObjectName name, int replicas, int expected, WriteOptions options,
                         QString doing, CancelToken cancel)
{
    for (int tries = 1;; ++tries) {
        const auto now = co_await readScale(api, type, name, cancel);
        if (!now) {
            co_return failure(now);
        }
        if (now->wanted != expected) {
            co_return failure(
                Error::Kind::Conflict, doing,
                Text::tr("%1 replicas were expected, but %2 are wanted there by now.").arg(expected).arg(now->wanted));
        }
        const QJsonObject change{{"spec"_L1, QJsonObject{{"replicas"_L1, replicas}}},
                                 {"metadata"_L1, QJsonObject{{"resourceVersion"_L1, now->resourceVersion}}}};
        auto written = co_await patchScale(api, type, name, change, options, cancel);
        if (written || written.error().kind != Error::Kind::Conflict || tries == kMostTries) {
            co_return written;
        }
    }
}

} // namespace

Async<Written> scaleTo(ApiPtr api, ResourceType type, ObjectName name, int replicas, int expected, WriteOptions options,
                       CancelToken cancel)
{
    const QString doing = Text::tr("scaling %1").arg(objectLabel(type, name));
    if (replicas < 0) {
        co_return failure(Error::Kind::Invalid, doing, Text::tr("There cannot be less than 0 replicas."));
    }
    const QJsonObject change{{"spec"_L1, QJsonObject{{"replicas"_L1, replicas}}}};
    auto written = expected >= 0 ? co_await scaleFrom(api, type, name, replicas, expected, options, doing, cancel)
                                 : co_await patchScale(api, type, name, change, options, cancel);
    if (!written) {
        written.error().doing = doing;
    }
    co_return written;
}

} // namespace sentinel::kube
