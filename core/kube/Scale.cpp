// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kube/Scale.h"

#include "core/kube/Paths.h"

#include <QCoreApplication>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace sentinel::kube {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

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

Async<Written> scaleTo(ApiPtr api, ResourceType type, ObjectName name, int replicas, int expected, WriteOptions options,
                       CancelToken cancel)
{
    const QString doing = Text::tr("scaling %1").arg(objectLabel(type, name));
    if (replicas < 0) {
        co_return failure(Error::Kind::Invalid, doing, Text::tr("There cannot be less than 0 replicas."));
    }
    QJsonObject change{{"spec"_L1, QJsonObject{{"replicas"_L1, replicas}}}};
    if (expected >= 0) {
        const auto now = co_await readScale(api, type, name, cancel);
        if (!now) {
            co_return failure(now);
        }
        if (now->wanted != expected) {
            co_return failure(
                Error::Kind::Conflict, doing,
                Text::tr("%1 replicas were expected, but %2 are wanted there by now.").arg(expected).arg(now->wanted));
        }
        change.insert("metadata"_L1, QJsonObject{{"resourceVersion"_L1, now->resourceVersion}});
    }
    options.subresource = u"scale"_s;
    auto written = co_await api->patch(
        type, name, Patch{.type = PatchType::Merge, .json = QJsonDocument(change).toJson(QJsonDocument::Compact)}, options,
        cancel);
    if (!written) {
        written.error().doing = doing;
    }
    co_return written;
}

} // namespace sentinel::kube
