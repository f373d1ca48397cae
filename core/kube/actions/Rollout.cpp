// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kube/actions/Rollout.h"

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

constexpr auto kRestartedAt = "kubectl.kubernetes.io/restartedAt"_L1;

bool isOf(const ResourceType &type, std::initializer_list<QLatin1StringView> kinds)
{
    return type.group == "apps"_L1 && std::ranges::find(kinds, type.kind) != kinds.end();
}

Patch patchOf(const QJsonObject &change)
{
    return {.type = PatchType::Merge, .json = QJsonDocument(change).toJson(QJsonDocument::Compact)};
}

} // namespace

Async<Written> restart(ApiPtr api, ResourceType type, ObjectName name, QDateTime now, WriteOptions options, CancelToken cancel)
{
    const QString doing = Text::tr("restarting %1").arg(objectLabel(type, name));
    if (!isOf(type, {"Deployment"_L1, "StatefulSet"_L1, "DaemonSet"_L1})) {
        co_return failure(Error::Kind::Unsupported, doing,
                          Text::tr("Only a Deployment, StatefulSet or DaemonSet can be restarted, not a %1.").arg(type.kind));
    }
    const auto read = co_await api->get(type, name, cancel);
    if (!read) {
        co_return failure(read);
    }
    if ((*read)["spec"_L1]["paused"_L1].toBool()) {
        co_return failure(
            Error::Kind::Conflict, doing,
            Text::tr("The rollout of %1 is paused: a restart would wait for ever. Resume it first.").arg(name.name));
    }
    const QJsonObject annotations{{kRestartedAt, now.toUTC().toString(Qt::ISODate)}};
    const QJsonObject change{
        {"spec"_L1, QJsonObject{{"template"_L1, QJsonObject{{"metadata"_L1, QJsonObject{{"annotations"_L1, annotations}}}}}}}};
    auto written = co_await api->patch(type, name, patchOf(change), options, cancel);
    if (!written) {
        written.error().doing = doing;
    }
    co_return written;
}

Async<Written> setPaused(ApiPtr api, ResourceType type, ObjectName name, bool paused, WriteOptions options, CancelToken cancel)
{
    const QString doing = paused ? Text::tr("pausing the rollout of %1").arg(objectLabel(type, name))
                                 : Text::tr("resuming the rollout of %1").arg(objectLabel(type, name));
    if (!isOf(type, {"Deployment"_L1})) {
        co_return failure(Error::Kind::Unsupported, doing,
                          Text::tr("Only the rollout of a Deployment can be paused, not that of a %1.").arg(type.kind));
    }
    const QJsonValue value = paused ? QJsonValue(true) : QJsonValue(QJsonValue::Null);
    auto written = co_await api->patch(type, name, patchOf({{"spec"_L1, QJsonObject{{"paused"_L1, value}}}}), options, cancel);
    if (!written) {
        written.error().doing = doing;
    }
    co_return written;
}

} // namespace sentinel::kube
