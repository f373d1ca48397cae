// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kube/actions/PodsOf.h"

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

const ResourceType &podType()
{
    static const ResourceType type{.group = {}, .version = u"v1"_s, .kind = u"Pod"_s, .plural = u"pods"_s};
    return type;
}

QString bornAt(const Object &object)
{
    return object["metadata"_L1]["creationTimestamp"_L1].toString();
}

QString expressionText(const QJsonValue &expression)
{
    const QString key = expression["key"_L1].toString();
    const QString how = expression["operator"_L1].toString();
    QStringList values;
    for (const QJsonValue &value : expression["values"_L1].toArray()) {
        values.append(value.toString());
    }
    if (how == "Exists"_L1) {
        return key;
    }
    if (how == "DoesNotExist"_L1) {
        return u'!' + key;
    }
    return key + (how == "NotIn"_L1 ? u" notin ("_s : u" in ("_s) + values.join(u',') + u')';
}

QString labelsText(const QJsonObject &labels)
{
    QStringList parts;
    for (auto each = labels.begin(); each != labels.end(); ++each) {
        parts.append(each.key() + u'=' + each->toString());
    }
    return parts.join(u',');
}

QString selectorOf(const ResourceType &type, const Object &object)
{
    const QJsonObject selector = object["spec"_L1]["selector"_L1].toObject();
    const bool isPlain = type.kind == "Service"_L1 || type.kind == "ReplicationController"_L1;
    return isPlain ? labelsText(selector) : selectorText(selector);
}

Async<QList<Object>> podsSelected(ApiPtr api, QString ns, QString selector, CancelToken cancel)
{
    auto pods = co_await api->list(podType(), {.ns = ns, .labelSelector = selector}, cancel);
    if (!pods) {
        co_return failure(pods);
    }
    std::ranges::stable_sort(pods->items, {}, &bornAt);
    co_return pods->items;
}

Async<QList<Object>> podsOfNewestJob(ApiPtr api, Object cronJob, CancelToken cancel)
{
    const ResourceType jobs{.group = u"batch"_s, .version = u"v1"_s, .kind = u"Job"_s, .plural = u"jobs"_s};
    const QString uid = cronJob["metadata"_L1]["uid"_L1].toString();
    const QString ns = nameOf(cronJob).ns;
    const auto listed = co_await api->list(jobs, {.ns = ns}, cancel);
    if (!listed) {
        co_return failure(listed);
    }
    Object newest;
    for (const Object &job : listed->items) {
        const QJsonArray owners = job["metadata"_L1]["ownerReferences"_L1].toArray();
        const bool isItsOwn
            = std::ranges::any_of(owners, [&uid](const QJsonValue &one) { return one["uid"_L1].toString() == uid; });
        if (isItsOwn && (newest.isEmpty() || bornAt(job) >= bornAt(newest))) {
            newest = job;
        }
    }
    if (newest.isEmpty()) {
        co_return QList<Object>();
    }
    co_return co_await podsSelected(api, ns, selectorOf(jobs, newest), cancel);
}

} // namespace

QString selectorText(const QJsonObject &selector)
{
    QStringList parts;
    if (const QString labels = labelsText(selector["matchLabels"_L1].toObject()); !labels.isEmpty()) {
        parts.append(labels);
    }
    for (const QJsonValue &expression : selector["matchExpressions"_L1].toArray()) {
        parts.append(expressionText(expression));
    }
    return parts.join(u',');
}

Async<QList<Object>> podsOf(ApiPtr api, ResourceType type, ObjectName name, CancelToken cancel)
{
    const auto object = co_await api->get(type, name, cancel);
    if (!object) {
        co_return failure(object);
    }
    if (type.kind == "Pod"_L1 && type.group.isEmpty()) {
        co_return QList<Object>{*object};
    }
    if (type.kind == "CronJob"_L1 && type.group == "batch"_L1) {
        co_return co_await podsOfNewestJob(api, *object, cancel);
    }
    const QString selector = selectorOf(type, *object);
    if (selector.isEmpty()) {
        co_return failure(Error::Kind::Unsupported, Text::tr("looking for the pods of %1").arg(objectLabel(type, name)),
                          Text::tr("%1 names no pods of its own.").arg(objectLabel(type, name)));
    }
    co_return co_await podsSelected(api, name.ns, selector, cancel);
}

} // namespace sentinel::kube
