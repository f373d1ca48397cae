// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/Selectors.h"
#include "core/sandbox/TableColumns.h"

using namespace Qt::StringLiterals;

namespace sentinel::sandbox::columns {

namespace {

using namespace cells;

QJsonValue nothing(Object, Now)
{
    return u"<none>"_s;
}

QJsonValue replicas(Object object, Now)
{
    return at(object, {"spec"_L1, "replicas"_L1}).toInt();
}

QJsonValue hasReplicas(Object object, Now)
{
    return at(object, {"status"_L1, "replicas"_L1}).toInt();
}

QJsonValue updated(Object object, Now)
{
    return at(object, {"status"_L1, "updatedReplicas"_L1}).toInt();
}

QJsonValue available(Object object, Now)
{
    return at(object, {"status"_L1, "availableReplicas"_L1}).toInt();
}

QJsonValue readyReplicas(Object object, Now)
{
    return at(object, {"status"_L1, "readyReplicas"_L1}).toInt();
}

QJsonValue readyOfAll(Object object, Now)
{
    return u"%1/%2"_s.arg(at(object, {"status"_L1, "readyReplicas"_L1}).toInt())
        .arg(at(object, {"spec"_L1, "replicas"_L1}).toInt());
}

QJsonArray templateContainers(Object object)
{
    return at(object, {"spec"_L1, "template"_L1, "spec"_L1, "containers"_L1}).toArray();
}

QJsonValue containers(Object object, Now)
{
    return joined(templateContainers(object), "name"_L1);
}

QJsonValue images(Object object, Now)
{
    return joined(templateContainers(object), "image"_L1);
}

QJsonValue selector(Object object, Now)
{
    const QString text = LabelSelector::of(at(object, {"spec"_L1, "selector"_L1}).toObject()).text();
    return text.isEmpty() ? u"<none>"_s : text;
}

QJsonValue jobStatus(Object object, Now)
{
    if (condition(object, "Complete"_L1).value("status"_L1).toString() == "True"_L1) {
        return u"Complete"_s;
    }
    if (condition(object, "Failed"_L1).value("status"_L1).toString() == "True"_L1) {
        return u"Failed"_s;
    }
    const bool suspended = condition(object, "Suspended"_L1).value("status"_L1).toString() == "True"_L1;
    return at(object, {"metadata"_L1, "deletionTimestamp"_L1}).isString() ? u"Terminating"_s
        : suspended                                                       ? u"Suspended"_s
                                                                          : u"Running"_s;
}

QJsonValue jobCompletions(Object object, Now)
{
    const QJsonValue wanted = at(object, {"spec"_L1, "completions"_L1});
    return u"%1/%2"_s.arg(at(object, {"status"_L1, "succeeded"_L1}).toInt()).arg(wanted.isDouble() ? wanted.toInt() : 1);
}

QJsonValue jobDuration(Object object, Now now)
{
    const QJsonValue start = at(object, {"status"_L1, "startTime"_L1});
    if (!start.isString()) {
        return u""_s;
    }
    const QJsonValue end = at(object, {"status"_L1, "completionTime"_L1});
    return since(start, end.isString() ? QDateTime::fromString(end.toString(), Qt::ISODate) : now);
}

QJsonValue cronSuspend(Object object, Now)
{
    return at(object, {"spec"_L1, "suspend"_L1}).toBool() ? u"True"_s : u"False"_s;
}

QJsonValue hpaTargets(Object object, Now)
{
    QStringList texts;
    const QJsonArray current = at(object, {"status"_L1, "currentMetrics"_L1}).toArray();
    const QJsonArray wanted = at(object, {"spec"_L1, "metrics"_L1}).toArray();
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        const QJsonObject metric = wanted.at(i)["resource"_L1].toObject();
        const QJsonValue seen = current.at(i)["resource"_L1]["current"_L1]["averageUtilization"_L1];
        texts.append(u"%1: %2/%3%"_s.arg(metric.value("name"_L1).toString(),
                                         seen.isDouble() ? QString::number(seen.toInt()) + u'%' : u"<unknown>"_s,
                                         QString::number(metric.value("target"_L1)["averageUtilization"_L1].toInt())));
    }
    return texts.isEmpty() ? u"<none>"_s : texts.join(u", "_s);
}

} // namespace

QHash<QString, QList<Column>> workloads()
{
    const QList<Column> wide{
        {"Containers", "string", 1, containers}, {"Images", "string", 1, images}, {"Selector", "string", 1, selector}};
    const QList<Column> noSelector = wide.first(2);
    return {
        {u"pods"_s,
         {kName,
          {"Ready", "string", 0, [](Object object, Now) { return QJsonValue(podReady(object)); }},
          {"Status", "string", 0, [](Object object, Now) { return QJsonValue(podStatus(object)); }},
          {"Restarts", "string", 0, [](Object object, Now now) { return QJsonValue(podRestarts(object, now)); }},
          kAge,
          {"IP", "string", 1, text<"status", "podIP">},
          {"Node", "string", 1, text<"spec", "nodeName">},
          {"Nominated Node", "string", 1, text<"status", "nominatedNodeName">},
          {"Readiness Gates", "string", 1, nothing}}},
        {u"deployments.apps"_s,
         QList<Column>{kName,
                       {"Ready", "string", 0, readyOfAll},
                       {"Up-to-date", "string", 0, updated},
                       {"Available", "string", 0, available},
                       kAge}
             + wide},
        {u"replicasets.apps"_s,
         QList<Column>{kName,
                       {"Desired", "integer", 0, replicas},
                       {"Current", "integer", 0, hasReplicas},
                       {"Ready", "integer", 0, readyReplicas},
                       kAge}
             + wide},
        {u"statefulsets.apps"_s, QList<Column>{kName, {"Ready", "string", 0, readyOfAll}, kAge} + noSelector},
        {u"daemonsets.apps"_s,
         QList<Column>{kName,
                       {"Desired", "integer", 0, count<"status", "desiredNumberScheduled">},
                       {"Current", "integer", 0, count<"status", "currentNumberScheduled">},
                       {"Ready", "integer", 0, count<"status", "numberReady">},
                       {"Up-to-date", "integer", 0, count<"status", "updatedNumberScheduled">},
                       {"Available", "integer", 0, count<"status", "numberAvailable">},
                       {"Node Selector", "string", 0, nothing},
                       kAge}
             + wide},
        {u"jobs.batch"_s,
         QList<Column>{kName,
                       {"Status", "string", 0, jobStatus},
                       {"Completions", "string", 0, jobCompletions},
                       {"Duration", "string", 0, jobDuration},
                       kAge}
             + wide},
        {u"cronjobs.batch"_s,
         {kName,
          {"Schedule", "string", 0, text<"spec", "schedule">},
          {"Timezone", "string", 0, text<"spec", "timeZone">},
          {"Suspend", "boolean", 0, cronSuspend},
          {"Active", "integer", 0,
           [](Object object, Now) { return QJsonValue(at(object, {"status"_L1, "active"_L1}).toArray().size()); }},
          {"Last Schedule", "string", 0,
           [](Object object, Now now) {
               const QJsonValue last = at(object, {"status"_L1, "lastScheduleTime"_L1});
               return QJsonValue(last.isString() ? since(last, now) : u"<none>"_s);
           }},
          kAge}},
        {u"horizontalpodautoscalers.autoscaling"_s,
         {kName,
          {"Reference", "string", 0,
           [](Object object, Now) {
               const QJsonObject target = at(object, {"spec"_L1, "scaleTargetRef"_L1}).toObject();
               return QJsonValue(target.value("kind"_L1).toString() + u'/' + target.value("name"_L1).toString());
           }},
          {"Targets", "string", 0, hpaTargets},
          {"MinPods", "string", 0, count<"spec", "minReplicas">},
          {"MaxPods", "string", 0, count<"spec", "maxReplicas">},
          {"Replicas", "string", 0, count<"status", "currentReplicas">},
          kAge}},
        {u"poddisruptionbudgets.policy"_s,
         {kName,
          {"Min Available", "string", 0, text<"spec", "minAvailable">},
          {"Max Unavailable", "string", 0, text<"spec", "maxUnavailable">},
          {"Allowed Disruptions", "integer", 0, count<"status", "disruptionsAllowed">},
          kAge}},
    };
}

} // namespace sentinel::sandbox::columns
