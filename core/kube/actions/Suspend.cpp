// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kube/actions/Suspend.h"

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

Patch specPatch(QLatin1StringView field, const QJsonValue &value)
{
    const QJsonObject change{{"spec"_L1, QJsonObject{{field, value}}}};
    return {.type = PatchType::Merge, .json = QJsonDocument(change).toJson(QJsonDocument::Compact)};
}

} // namespace

Async<Written> setSuspended(ApiPtr api, ResourceType type, ObjectName name, bool suspended, WriteOptions options,
                            CancelToken cancel)
{
    const QString doing = suspended ? Text::tr("suspending %1").arg(objectLabel(type, name))
                                    : Text::tr("letting %1 go on").arg(objectLabel(type, name));
    if (type.group != "batch"_L1 || (type.kind != "CronJob"_L1 && type.kind != "Job"_L1)) {
        co_return failure(Error::Kind::Unsupported, doing,
                          Text::tr("Only a CronJob or Job can be suspended, not a %1.").arg(type.kind));
    }
    auto written = co_await api->patch(type, name, specPatch("suspend"_L1, suspended), options, cancel);
    if (!written) {
        written.error().doing = doing;
    }
    co_return written;
}

Async<Written> setSchedulable(ApiPtr api, QString node, bool schedulable, WriteOptions options, CancelToken cancel)
{
    const ResourceType nodes{.group = {}, .version = u"v1"_s, .kind = u"Node"_s, .plural = u"nodes"_s, .namespaced = false};
    const QJsonValue value = schedulable ? QJsonValue(QJsonValue::Null) : QJsonValue(true);
    auto written = co_await api->patch(nodes, {.ns = {}, .name = node}, specPatch("unschedulable"_L1, value), options, cancel);
    if (!written) {
        written.error().doing
            = schedulable ? Text::tr("letting pods onto node %1").arg(node) : Text::tr("keeping new pods off node %1").arg(node);
    }
    co_return written;
}

} // namespace sentinel::kube
