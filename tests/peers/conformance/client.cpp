// SPDX-License-Identifier: GPL-3.0-or-later
// conformance-client KUBECONFIG PATTERN: puts cases to a cluster through our own client and prints what came of each as JSON. The
// suite runs it against the real API server and the rehearsal cluster and compares.
#include "core/kube/HttpApi.h"
#include "core/kube/access/Kubeconfig.h"
#include "core/kube/actions/AccessReview.h"
#include "core/kube/actions/CronJobRun.h"
#include "core/kube/actions/KindName.h"
#include "core/kube/actions/LogFollow.h"
#include "core/kube/actions/Rollout.h"
#include "core/kube/actions/Scale.h"
#include "core/kube/actions/ServiceProxy.h"
#include "core/kube/actions/Suspend.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTimeZone>
#include <cstdio>

using namespace sentinel;
using namespace sentinel::kube;
using namespace Qt::StringLiterals;

namespace {

template <typename T>
Result<T> got(Async<T> task)
{
    QEventLoop loop;
    std::optional<Result<T>> answer;
    deliver(std::move(task), &loop, [&](const Result<T> &result) {
        answer = result;
        loop.quit();
    });
    if (!answer) {
        loop.exec();
    }
    return *answer;
}

ResourceType type(const QString &group, const QString &kind, const QString &plural, bool namespaced = true)
{
    return {.group = group, .version = u"v1"_s, .kind = kind, .plural = plural, .namespaced = namespaced};
}

const ResourceType kMaps = type({}, u"ConfigMap"_s, u"configmaps"_s);
const ResourceType kSpaces = type({}, u"Namespace"_s, u"namespaces"_s, false);
const ResourceType kDeployments = type(u"apps"_s, u"Deployment"_s, u"deployments"_s);
const ResourceType kCronJobs = type(u"batch"_s, u"CronJob"_s, u"cronjobs"_s);
const ResourceType kJobs = type(u"batch"_s, u"Job"_s, u"jobs"_s);

/// What a case knows: a cluster and a namespace of its own there.
struct Place
{
    ApiPtr api;
    QString ns;

    [[nodiscard]] ObjectName at(const QString &name) const { return {.ns = ns, .name = name}; }
    [[nodiscard]] Object map(const QString &name, const QString &value = u"1"_s, const Object &labels = {}) const
    {
        Object metadata{{u"name"_s, name}, {u"namespace"_s, ns}};
        if (!labels.isEmpty()) {
            metadata.insert(u"labels"_s, labels);
        }
        return {{u"apiVersion"_s, u"v1"_s},
                {u"kind"_s, u"ConfigMap"_s},
                {u"metadata"_s, metadata},
                {u"data"_s, Object{{u"key"_s, value}}}};
    }
    [[nodiscard]] Object deployment(int replicas) const
    {
        const Object labels{{u"app"_s, u"web"_s}};
        const Object container{{u"name"_s, u"web"_s}, {u"image"_s, u"nginx:1.27"_s}};
        const Object form{{u"metadata"_s, Object{{u"labels"_s, labels}}},
                          {u"spec"_s, Object{{u"containers"_s, QJsonArray{container}}}}};
        return {{u"metadata"_s, Object{{u"name"_s, u"web"_s}, {u"namespace"_s, ns}}},
                {u"spec"_s,
                 Object{{u"replicas"_s, replicas}, {u"selector"_s, Object{{u"matchLabels"_s, labels}}}, {u"template"_s, form}}}};
    }
    [[nodiscard]] Object cronJob() const
    {
        const Object container{{u"name"_s, u"c"_s}, {u"image"_s, u"busybox"_s}};
        const Object pods{{u"spec"_s, Object{{u"restartPolicy"_s, u"Never"_s}, {u"containers"_s, QJsonArray{container}}}}};
        const Object form{{u"metadata"_s, Object{{u"labels"_s, Object{{u"app"_s, u"backup"_s}}}}},
                          {u"spec"_s, Object{{u"template"_s, pods}, {u"suspend"_s, true}}}};
        return {{u"metadata"_s, Object{{u"name"_s, u"backup"_s}, {u"namespace"_s, ns}}},
                {u"spec"_s, Object{{u"schedule"_s, u"0 3 * * *"_s}, {u"suspend"_s, true}, {u"jobTemplate"_s, form}}}};
    }
};

/// An answer without a value, or why there is none.
template <typename T>
QJsonValue endOf(const Result<T> &result)
{
    if (result) {
        return u"done"_s;
    }
    return Object{{u"error"_s, static_cast<int>(result.error().kind)}, {u"doing"_s, result.error().doing}};
}

QJsonValue writtenOf(const Result<Written> &written, const QStringList &path = {})
{
    if (!written) {
        return endOf(written);
    }
    QJsonArray conflicts;
    for (const FieldConflict &conflict : written->conflicts) {
        conflicts.append(conflict.manager + u' ' + conflict.field);
    }
    QJsonValue value = written->object;
    for (const QString &step : path) {
        value = value[step];
    }
    return Object{{u"created"_s, written->created},
                  {u"conflicts"_s, conflicts},
                  {u"warnings"_s, QJsonArray::fromStringList(written->warnings)},
                  {u"value"_s, path.isEmpty() ? QJsonValue() : value}};
}

QJsonValue discovery(const Place &place)
{
    const auto served = got(place.api->discover({}));
    if (!served) {
        return endOf(served);
    }
    Object all;
    for (const QString &word : {u"po"_s, u"deploy"_s, u"cronjobs.batch"_s, u"Service"_s, u"sa"_s, u"namespaces"_s, u"pvc"_s}) {
        const auto found = kindNamed(*served, word);
        if (found) {
            QStringList verbs = found->verbs;
            QStringList below = found->subresources.filter(QRegularExpression(u"^(scale|status|log|eviction)$"_s));
            verbs.sort();
            below.sort();
            all.insert(word,
                       found->apiVersion() + u' ' + found->kind + u' ' + found->singular + u' ' + found->shortNames.join(u',')
                           + u' ' + verbs.join(u',') + u' ' + below.join(u','));
        }
    }
    return all;
}

QJsonValue lists(const Place &place)
{
    for (const QString &name : {u"a"_s, u"b"_s, u"c"_s}) {
        std::ignore = got(place.api->create(kMaps, place.map(name, u"1"_s, {{u"x"_s, u"1"_s}}), {}));
    }
    const auto whole = got(place.api->list(kMaps, {.ns = place.ns, .labelSelector = u"x=1"_s}, {}));
    const auto paged = got(place.api->list(kMaps, {.ns = place.ns, .labelSelector = u"x=1"_s, .pageSize = 1}, {}));
    const auto cached = got(place.api->list(kMaps, {.ns = place.ns, .labelSelector = u"x=1"_s, .version = u"0"_s}, {}));
    const auto future = got(place.api->list(kMaps, {.ns = place.ns, .version = u"99999999999"_s}, {}));
    const auto wrong = got(place.api->list(kMaps, {.ns = place.ns, .labelSelector = u"a b"_s}, {}));
    const auto none = got(place.api->list(type({}, u"None"_s, u"nones"_s), {.ns = place.ns}, {}));
    return Object{{u"items"_s, whole ? QJsonValue(whole->items.value(0)) : endOf(whole)},
                  {u"paged"_s, whole && paged && paged->items == whole->items},
                  {u"cached"_s, cached ? cached->items.size() : -1},
                  {u"future"_s, endOf(future)},
                  {u"wrong"_s, endOf(wrong)},
                  {u"none"_s, endOf(none)}};
}

QString wordOf(const WatchEvent &event)
{
    if (event.type == WatchEvent::Type::Replaced) {
        QStringList names;
        for (const Object &object : event.objects) {
            names.append(object[u"metadata"][u"name"].toString() + u':' + object[u"kind"].toString());
        }
        return u"all "_s + names.join(u',');
    }
    return QString::number(static_cast<int>(event.type)) + u' ' + event.object[u"metadata"][u"name"].toString() + u' '
        + event.object[u"kind"].toString() + u' ' + event.object[u"data"][u"key"].toString();
}

/// Watches until the object "end" comes.
QJsonValue watches(const Place &place)
{
    std::ignore = got(place.api->create(kMaps, place.map(u"a"_s, u"1"_s, {{u"x"_s, u"1"_s}}), {}));
    QStringList told;
    CancelSource stop;
    bool hasBegun = false;
    const auto change
        = [&place](const QString &patch) { return place.api->patch(kMaps, place.at(u"a"_s), {.json = patch.toUtf8()}, {}, {}); };
    QEventLoop loop;
    QObject receiver;
    deliver(place.api->watch(
                kMaps, {.ns = place.ns, .labelSelector = u"x=1"_s},
                [&](const WatchEvent &event) {
                    told.append(wordOf(event));
                    if (event.object[u"metadata"][u"name"].toString() == u"end") {
                        stop.cancel();
                    } else if (event.type == WatchEvent::Type::Replaced && !std::exchange(hasBegun, true)) {
                        loop.quit();
                    }
                },
                stop.token()),
            &receiver, [&loop](const Result<void> &) { loop.quit(); });
    loop.exec();
    std::ignore = got(change(uR"({"data":{"key":"2"}})"_s));
    std::ignore = got(change(uR"({"metadata":{"labels":{"x":"2"}}})"_s));
    std::ignore = got(change(uR"({"data":{"key":"3"}})"_s));
    std::ignore = got(change(uR"({"metadata":{"labels":{"x":"1"}}})"_s));
    std::ignore = got(place.api->remove(kMaps, place.at(u"a"_s), {}, {}));
    std::ignore = got(place.api->create(kMaps, place.map(u"end"_s, u"1"_s, {{u"x"_s, u"1"_s}}), {}));
    if (!stop.isCancelled()) {
        loop.exec();
    }
    return QJsonArray::fromStringList(told);
}

QJsonValue applies(const Place &place)
{
    const auto first = got(place.api->apply(kMaps, place.map(u"a"_s), {}, {}));
    const auto conflict = got(place.api->apply(kMaps, place.map(u"a"_s, u"2"_s), {.fieldManager = u"them"_s}, {}));
    const auto forced = got(place.api->apply(kMaps, place.map(u"a"_s, u"3"_s), {.fieldManager = u"them"_s, .force = true}, {}));
    const auto dry = got(place.api->apply(kMaps, place.map(u"b"_s), {.dryRun = true}, {}));
    Object unknown = place.map(u"c"_s);
    unknown.insert(u"datum"_s, u"1"_s);
    const auto strict = got(place.api->apply(kMaps, unknown, {}, {}));
    const auto missing = got(place.api->get(kMaps, place.at(u"b"_s), {}));
    return Object{{u"first"_s, writtenOf(first, {u"data"_s})},
                  {u"conflict"_s, writtenOf(conflict)},
                  {u"forced"_s, writtenOf(forced, {u"data"_s})},
                  {u"dry"_s, writtenOf(dry)},
                  {u"strict"_s, endOf(strict)},
                  {u"missing"_s, endOf(missing)}};
}

QJsonValue writes(const Place &place)
{
    const auto made = got(place.api->create(kMaps, place.map(u"a"_s), {}));
    const auto again = got(place.api->create(kMaps, place.map(u"a"_s), {}));
    Object unknown = place.map(u"b"_s);
    unknown.insert(u"datum"_s, u"1"_s);
    const auto warned = got(place.api->create(kMaps, unknown, {.dryRun = true}, {}));
    const auto strict = got(place.api->create(kMaps, unknown, {.dryRun = true, .strict = true}, {}));
    std::ignore = got(place.api->patch(kMaps, place.at(u"a"_s), {.json = R"({"data":{"key":"2"}})"}, {}, {}));
    const auto stale = made ? got(place.api->replace(kMaps, made->object, {})) : made;
    const auto test = got(place.api->patch(
        kMaps, place.at(u"a"_s), {.type = PatchType::Json, .json = R"([{"op":"test","path":"/data/key","value":"9"}])"}, {}, {}));
    const auto stranger = got(place.api->remove(kMaps, place.at(u"a"_s), {.uid = u"another"_s}, {}));
    const auto old = got(place.api->remove(kMaps, place.at(u"a"_s), {.resourceVersion = u"1"_s}, {}));
    const auto rehearsed = got(place.api->remove(kMaps, place.at(u"a"_s), {.dryRun = true}, {}));
    const auto removed = got(place.api->remove(kMaps, place.at(u"a"_s), {}, {}));
    const auto gone = got(place.api->remove(kMaps, place.at(u"a"_s), {}, {}));
    return Object{{u"made"_s, writtenOf(made, {u"data"_s})},
                  {u"again"_s, endOf(again)},
                  {u"warned"_s, writtenOf(warned)},
                  {u"strict"_s, endOf(strict)},
                  {u"stale"_s, endOf(stale)},
                  {u"test"_s, endOf(test)},
                  {u"stranger"_s, endOf(stranger)},
                  {u"old"_s, endOf(old)},
                  {u"rehearsed"_s, endOf(rehearsed)},
                  {u"removed"_s, endOf(removed)},
                  {u"gone"_s, endOf(gone)}};
}

QJsonValue scaling(const Place &place)
{
    std::ignore = got(place.api->create(kDeployments, place.deployment(1), {}));
    const auto before = got(readScale(place.api, kDeployments, place.at(u"web"_s), {}));
    const auto wrong = got(scaleTo(place.api, kDeployments, place.at(u"web"_s), 3, 7, {}, {}));
    const auto scaled = got(scaleTo(place.api, kDeployments, place.at(u"web"_s), 3, 1, {}, {}));
    const auto after = got(place.api->get(kDeployments, place.at(u"web"_s), {}));
    const auto none = got(readScale(place.api, kMaps, place.at(u"web"_s), {}));
    std::ignore = got(place.api->remove(kDeployments, place.at(u"web"_s), {}, {}));
    return Object{{u"before"_s, before ? QJsonValue(before->wanted) : endOf(before)},
                  {u"selector"_s, before ? before->selector : QString()},
                  {u"wrong"_s, endOf(wrong)},
                  {u"scaled"_s, writtenOf(scaled, {u"spec"_s})},
                  {u"after"_s, after ? (*after)[u"spec"][u"replicas"] : endOf(after)},
                  {u"none"_s, endOf(none)}};
}

QJsonValue rollouts(const Place &place)
{
    const QDateTime now(QDate(2026, 11, 26), QTime(12, 0), QTimeZone::UTC);
    const QStringList annotations{u"spec"_s, u"template"_s, u"metadata"_s, u"annotations"_s};
    std::ignore = got(place.api->create(kDeployments, place.deployment(0), {}));
    const auto restarted = got(restart(place.api, kDeployments, place.at(u"web"_s), now, {}, {}));
    const auto paused = got(setPaused(place.api, kDeployments, place.at(u"web"_s), true, {}, {}));
    const auto refused = got(restart(place.api, kDeployments, place.at(u"web"_s), now, {}, {}));
    const auto resumed = got(setPaused(place.api, kDeployments, place.at(u"web"_s), false, {}, {}));
    std::ignore = got(place.api->remove(kDeployments, place.at(u"web"_s), {}, {}));
    return Object{{u"restarted"_s, writtenOf(restarted, annotations)},
                  {u"paused"_s, writtenOf(paused, {u"spec"_s, u"paused"_s})},
                  {u"refused"_s, endOf(refused)},
                  {u"resumed"_s, writtenOf(resumed, {u"spec"_s, u"paused"_s})}};
}

QJsonValue runs(const Place &place)
{
    std::ignore = got(place.api->create(kCronJobs, place.cronJob(), {}));
    const auto started = got(runCronJob(place.api, place.at(u"backup"_s), u"backup-now"_s, {}, {}));
    const auto again = got(runCronJob(place.api, place.at(u"backup"_s), u"backup-now"_s, {}, {}));
    const auto none = got(runCronJob(place.api, place.at(u"none"_s), u"x"_s, {}, {}));
    const auto job = got(place.api->get(kJobs, place.at(u"backup-now"_s), {}));
    const auto on = got(setSuspended(place.api, kCronJobs, place.at(u"backup"_s), false, {.dryRun = true}, {}));
    const QJsonObject metadata = job ? (*job)[u"metadata"].toObject() : QJsonObject();
    const QJsonObject ours = metadata[u"annotations"].toObject();
    std::ignore = got(place.api->remove(kCronJobs, place.at(u"backup"_s), {}, {}));
    return Object{{u"started"_s, endOf(started)},
                  {u"again"_s, endOf(again)},
                  {u"none"_s, endOf(none)},
                  {u"owners"_s, metadata[u"ownerReferences"]},
                  {u"mark"_s, ours[u"cronjob.kubernetes.io/instantiate"]},
                  {u"label"_s, metadata[u"labels"][u"app"]},
                  {u"on"_s, writtenOf(on, {u"spec"_s, u"suspend"_s})}};
}

QJsonValue rights(const Place &place)
{
    const auto all = got(rightsIn(place.api, place.ns, {}));
    const auto who = got(whoAmI(place.api, {}));
    const auto may = got(ask(place.api, {.verb = u"delete"_s, .resource = u"pods"_s, .ns = place.ns}, {}));
    const auto connect = got(mayConnect(place.api, place.at(u"p"_s), u"exec"_s, {}));
    const auto said = [](const auto &verdict) { return verdict ? QJsonValue(static_cast<int>(verdict->right)) : endOf(verdict); };
    return Object{
        {u"rights"_s, all ? QJsonValue(static_cast<int>(all->of({.verb = u"get"_s, .resource = u"secrets"_s}))) : endOf(all)},
        {u"whole"_s, all && all->isComplete()},
        {u"named"_s, who && !who->name.isEmpty()},
        {u"authenticated"_s, who && who->groups.contains(u"system:authenticated"_s)},
        {u"may"_s, said(may)},
        {u"connect"_s, said(connect)}};
}

QJsonValue whatIsNotThere(const Place &place)
{
    const ExecOptions command{.command = {u"true"_s}};
    const auto log
        = got(followLog(place.api, std::make_shared<SystemClock>(), place.at(u"none"_s), {}, [](const LogEvent &) { }, {}));
    const auto run = got(place.api->exec(place.at(u"none"_s), command, {}, {}));
    const auto service = got(askService(place.api, {.ns = place.ns, .service = u"none"_s}, {.path = u"/"_s}, {}));
    const auto space = got(place.api->get(kSpaces, {.ns = {}, .name = u"none"_s}, {}));
    return Object{{u"log"_s, endOf(log)}, {u"exec"_s, endOf(run)}, {u"service"_s, endOf(service)}, {u"space"_s, endOf(space)}};
}

using Case = QJsonValue (*)(const Place &);
const QMap<QString, Case> kCases{{u"client_discovery"_s, discovery}, {u"client_lists"_s, lists},
                                 {u"client_watches"_s, watches},     {u"client_applies"_s, applies},
                                 {u"client_writes"_s, writes},       {u"client_scaling"_s, scaling},
                                 {u"client_rollouts"_s, rollouts},   {u"client_runs"_s, runs},
                                 {u"client_rights"_s, rights},       {u"client_missing"_s, whatIsNotThere}};

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    const auto kubeconfig = Kubeconfig::read(arguments.value(1));
    const auto access = kubeconfig ? kubeconfig->access() : Result<ClusterAccess>(failure(kubeconfig));
    if (!access) {
        std::fprintf(stderr, "%s\n", qPrintable(access.error().detail));
        return 3;
    }
    const auto pattern = QRegularExpression::fromWildcard(arguments.value(2, u"*"_s));
    const ApiPtr api = std::make_shared<HttpApi>(*access);
    Object told;
    for (auto each = kCases.begin(); each != kCases.end(); ++each) {
        if (!pattern.match(each.key()).hasMatch()) {
            continue;
        }
        const Place place{.api = api, .ns = u"conf-"_s + QString(each.key()).replace(u'_', u'-')};
        std::ignore = got(api->create(kSpaces, {{u"metadata"_s, Object{{u"name"_s, place.ns}}}}, {}));
        told.insert(each.key(), (*each)(place));
        std::ignore = got(api->remove(kSpaces, {.ns = {}, .name = place.ns}, {}, {}));
    }
    std::fputs(QJsonDocument(told).toJson().constData(), stdout);
    return 0;
}
