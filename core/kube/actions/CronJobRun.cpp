// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kube/actions/CronJobRun.h"

#include "core/kube/requests/Paths.h"

#include <QCoreApplication>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace sentinel::kube {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

constexpr qsizetype kLongestName = 63;

ResourceType batchType(const QString &kind, const QString &plural)
{
    return {.group = u"batch"_s, .version = u"v1"_s, .kind = kind, .plural = plural};
}

} // namespace

Object jobOfCronJob(const Object &cronJob, const QString &name)
{
    const QJsonObject own = cronJob["metadata"_L1].toObject();
    const QJsonObject form = cronJob["spec"_L1]["jobTemplate"_L1].toObject();
    QJsonObject annotations = form["metadata"_L1]["annotations"_L1].toObject();
    annotations.insert("cronjob.kubernetes.io/instantiate"_L1, "manual"_L1);
    // No blockOwnerDeletion: that asks for a right on the CronJob's finalizers.
    const QJsonObject owner{{"apiVersion"_L1, "batch/v1"_L1},
                            {"kind"_L1, "CronJob"_L1},
                            {"name"_L1, own["name"_L1]},
                            {"uid"_L1, own["uid"_L1]},
                            {"controller"_L1, true}};
    QJsonObject metadata{{"name"_L1, name},
                         {"namespace"_L1, own["namespace"_L1]},
                         {"annotations"_L1, annotations},
                         {"ownerReferences"_L1, QJsonArray{owner}}};
    if (const QJsonObject labels = form["metadata"_L1]["labels"_L1].toObject(); !labels.isEmpty()) {
        metadata.insert("labels"_L1, labels);
    }
    return {{"apiVersion"_L1, "batch/v1"_L1}, {"kind"_L1, "Job"_L1}, {"metadata"_L1, metadata}, {"spec"_L1, form["spec"_L1]}};
}

QString nameOfRun(const QString &cronJob, const QString &tail)
{
    const QString end = u"-manual-"_s + tail;
    QString begin = cronJob.left(kLongestName - end.size());
    while (begin.endsWith(u'.') || begin.endsWith(u'-')) {
        begin.chop(1); // a name may not have them side by side
    }
    return begin + end;
}

Async<Written> runCronJob(ApiPtr api, ObjectName cronJob, QString jobName, WriteOptions options, CancelToken cancel)
{
    const ResourceType type = batchType(u"CronJob"_s, u"cronjobs"_s);
    const QString doing = Text::tr("starting a Job of %1").arg(objectLabel(type, cronJob));
    const auto read = co_await api->get(type, cronJob, cancel);
    if (!read) {
        co_return failure(read.error().kind, doing, read.error().detail);
    }
    auto written = co_await api->create(batchType(u"Job"_s, u"jobs"_s), jobOfCronJob(*read, jobName), options, cancel);
    if (!written) {
        written.error().doing = doing;
    }
    co_return written;
}

} // namespace sentinel::kube
