// SPDX-License-Identifier: GPL-3.0-or-later
// AppProjects and ApplicationSets of Argo CD 2.14 to 3.6: for each environment one project and two sets over its clusters.
#include "core/bundle/Argo.h"
#include "core/bundle/Objects.h"
#include "core/bundle/Values.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::bundle {

using yaml::Value;

namespace {

constexpr int kProjectWave = -3;
constexpr int kPlatformWave = -2; // one before the application: what it needs has to be there
constexpr int kApplicationWave = -1;

enum class Layer { Platform, Application };

QString apiVersion()
{
    return u"argoproj.io/v1alpha1"_s;
}

/// "delivery.path" with a slash at its end, or nothing.
QString prefixOf(const Environment &environment)
{
    QString path = environment.answers.text(u"delivery.path");
    while (path.startsWith(u'/')) {
        path.remove(0, 1);
    }
    while (path.endsWith(u'/')) {
        path.chop(1);
    }
    return path.isEmpty() || path == u"." ? QString() : path + u'/';
}

Value argoObject(const Environment &environment, const QString &kind, const QString &name, int wave)
{
    return object(environment, apiVersion(), kind,
                  {.name = name, .nameSpace = environment.answers.text(u"delivery.argocdNamespace")}, wave);
}

Value groupKind(const QString &group, const QString &kind)
{
    return Value::map({{u"group"_s, group}, {u"kind"_s, kind}});
}

Value destinations(const Environment &environment)
{
    QStringList servers;
    for (const Target &target : environment.targets) {
        if (!servers.contains(target.server)) {
            servers.append(target.server);
        }
    }
    QList<Value> list;
    for (const QString &server : std::as_const(servers)) {
        list.append(Value::map({{u"server"_s, server}, {u"namespace"_s, environment.nameSpace()}}));
        if (watchesNodes(environment.answers)) {
            list.append(Value::map({{u"server"_s, server}, {u"namespace"_s, environment.hostNamespace()}}));
        }
        if (environment.usesClusterIssuer()) {
            list.append(Value::map(
                {{u"server"_s, server}, {u"namespace"_s, from(u"network.issuerScope"_s, environment.issuerNamespace())}}));
        }
    }
    return Value::list(std::move(list));
}

Value clusterKinds(const Environment &environment)
{
    Value list = Value::list(QList<Value>{groupKind({}, u"Namespace"_s)});
    if (environment.usesClusterIssuer()) {
        list.append(from(u"network.issuerScope"_s, groupKind(u"cert-manager.io"_s, u"ClusterIssuer"_s)));
    }
    if (environment.answers.text(u"observability.prometheus") == u"bundled") { // which reads figures of the nodes
        for (const QString &kind : {u"ClusterRole"_s, u"ClusterRoleBinding"_s}) {
            list.append(from(u"observability.prometheus"_s, groupKind(u"rbac.authorization.k8s.io"_s, kind)));
        }
    }
    if (environment.answers.flag(u"security.priorityClasses")) {
        list.append(from(u"security.priorityClasses"_s, groupKind(u"scheduling.k8s.io"_s, u"PriorityClass"_s)));
    }
    return list;
}

Value windows(const Environment &environment)
{
    QList<Value> list;
    const QList<plan::GroupItem> items = environment.answers.group(u"delivery.syncWindows");
    for (const plan::GroupItem &item : items) {
        Value window = Value::map({{u"kind"_s, item.text(u"kind")},
                                   {u"schedule"_s, item.text(u"schedule")},
                                   {u"duration"_s, windowDuration(item)},
                                   {u"applications"_s, Value::list(QStringList{u"*"_s})},
                                   // A window holds back the automatic sync; it must never stand between a person and a rollback.
                                   {u"manualSync"_s, true}});
        if (!item.text(u"timeZone").isEmpty()) {
            window.set(u"timeZone"_s, item.text(u"timeZone"));
        }
        list.append(from(u"delivery.syncWindows"_s, std::move(window)));
    }
    return list.isEmpty() ? Value() : Value::list(std::move(list));
}

File projectFile(const Environment &environment)
{
    const QString name = environment.project();
    Value project = argoObject(environment, u"AppProject"_s, name, kProjectWave);
    Value spec = Value::map(
        {{u"description"_s, u"Sentinel, environment "_s + environment.name},
         {u"sourceRepos"_s,
          Value::list(QList<Value>{from(u"delivery.repository"_s, environment.answers.text(u"delivery.repository"))})},
         {u"destinations"_s, destinations(environment)},
         {u"clusterResourceWhitelist"_s, clusterKinds(environment)}});
    if (Value list = windows(environment); !list.isNull()) {
        spec.set(u"syncWindows"_s, std::move(list));
    }
    project.set(u"spec"_s, from(u"delivery.project"_s, std::move(spec)));
    return yamlFile(u"argocd/projects/"_s + environment.name + u".yaml"_s, project,
                    u"What Argo CD may do for the environment "_s + environment.name
                        + u": this repository into these namespaces, nothing else."_s);
}

Value syncPolicy(const Environment &environment)
{
    Value policy = Value::map();
    if (environment.answers.flag(u"delivery.autoSync")) {
        policy.set(
            u"automated"_s,
            from(u"delivery.autoSync"_s,
                 Value::map({{u"prune"_s, from(u"delivery.prune"_s, environment.answers.flag(u"delivery.prune"))},
                             {u"selfHeal"_s, from(u"delivery.selfHeal"_s, environment.answers.flag(u"delivery.selfHeal"))}})));
    }
    policy.set(u"syncOptions"_s,
               Value::list(QStringList{u"ServerSideApply=true"_s, u"PruneLast=true"_s, u"RespectIgnoreDifferences=true"_s,
                                       u"FailOnSharedResource=true"_s}));
    // The application waits for what the platform brings (namespace, policies) and for Secrets made by hand: it tries again for
    // about half an hour instead of staying failed.
    policy.set(
        u"retry"_s,
        Value::map({{u"limit"_s, 10},
                    {u"backoff"_s, Value::map({{u"duration"_s, u"10s"_s}, {u"factor"_s, 2}, {u"maxDuration"_s, u"5m"_s}})}}));
    return policy;
}

Value platformSource(const Environment &environment)
{
    return Value::map(
        {{u"path"_s, prefixOf(environment) + environment.folder()},
         {u"directory"_s,
          Value::map(
              {{u"recurse"_s, true},
               {u"include"_s, u"{namespace.yaml,priority-classes.yaml,cert-manager/*.yaml,network-policies/*.yaml}"_s}})}});
}

/// Value files are named from the chart's folder, so the bundle may lie anywhere in its repository. Later files win.
Value chartSource(const Environment &environment)
{
    QStringList files{u"../../"_s + environment.folder() + u"/values.yaml"_s,
                      u"../../"_s + environment.folder() + u"/version.yaml"_s};
    if (environment.targets.first().named) {
        files.append(u"../../clusters/{{ .cluster }}/values.yaml"_s);
    }
    return Value::map({{u"path"_s, prefixOf(environment) + u"charts/sentinel"_s},
                       {u"helm"_s, Value::map({{u"releaseName"_s, u"sentinel"_s}, {u"valueFiles"_s, Value::list(files)}})}});
}

/// The Kubernetes libraries of Argo CD before 3.2 write an empty time into each claim of a StatefulSet, which servers from 1.34
/// on no longer do: compared by them the Application is out of sync for good. Asked for what an apply would change, the server is
/// right.
bool comparesOnServer(const Environment &environment)
{
    const QString version = environment.answers.text(u"target.argocdVersion");
    return version.startsWith(u"2.") || version == u"3.0" || version == u"3.1";
}

Value applicationTemplate(const Environment &environment, Layer layer)
{
    const bool platform = layer == Layer::Platform;
    Value source
        = Value::map({{u"repoURL"_s, from(u"delivery.repository"_s, environment.answers.text(u"delivery.repository"))},
                      {u"targetRevision"_s, from(u"delivery.revision"_s, environment.answers.text(u"delivery.revision"))}});
    const Value rest = platform ? platformSource(environment) : chartSource(environment);
    for (const yaml::Entry &entry : rest.entries()) {
        source.set(entry.key, entry.value);
    }
    const Value labels = Value::map({{u"app.kubernetes.io/part-of"_s, u"sentinel"_s},
                                     {u"console.sentinel/environment"_s, environment.name},
                                     {u"console.sentinel/cluster"_s, u"{{ .cluster }}"_s},
                                     {u"console.sentinel/layer"_s, platform ? u"platform"_s : u"application"_s}});
    Value notes
        = Value::map({{u"argocd.argoproj.io/sync-wave"_s, Value(QString::number(platform ? kPlatformWave : kApplicationWave))}});
    if (comparesOnServer(environment)) {
        notes.set(u"argocd.argoproj.io/compare-options"_s, from(u"target.argocdVersion"_s, u"ServerSideDiff=true"_s));
    }
    const Value metadata = Value::map(
        {{u"name"_s, u"sentinel-"_s + environment.name + u"-{{ .cluster }}"_s + (platform ? u"-platform"_s : QString())},
         {u"labels"_s, labels},
         {u"annotations"_s, notes}});
    const Value spec = Value::map(
        {{u"project"_s, environment.project()},
         {u"source"_s, source},
         {u"destination"_s, Value::map({{u"server"_s, u"{{ .server }}"_s}, {u"namespace"_s, environment.nameSpace()}})},
         {u"syncPolicy"_s, syncPolicy(environment)},
         {u"revisionHistoryLimit"_s, 20}});
    return Value::map({{u"metadata"_s, metadata}, {u"spec"_s, spec}});
}

/// What a rollback pauses. Without this the ApplicationSet would put auto-sync back within seconds, and with it the newer
/// version.
QString pausePointer(const Environment &environment)
{
    const QString version = environment.answers.text(u"target.argocdVersion");
    const bool hasEnabled = !version.startsWith(u"2.") && version != u"3.0";
    return hasEnabled ? u"/spec/syncPolicy/automated/enabled"_s : u"/spec/syncPolicy"_s;
}

Value elements(const Environment &environment)
{
    QList<Value> list;
    for (const Target &target : environment.targets) {
        list.append(Value::map({{u"cluster"_s, target.name}, {u"server"_s, target.server}}));
    }
    return Value::map({{u"list"_s, Value::map({{u"elements"_s, from(u"clusters"_s, Value::list(std::move(list)))}})}});
}

File setFile(const Environment &environment, Layer layer)
{
    const bool platform = layer == Layer::Platform;
    const QString name = environment.nameSpace() + (platform ? u"-platform"_s : QString());
    Value set = argoObject(environment, u"ApplicationSet"_s, name, platform ? kPlatformWave : kApplicationWave);
    const Value ignored
        = Value::map({{u"jsonPointers"_s, from(u"target.argocdVersion"_s, Value::list(QStringList{pausePointer(environment)}))}});
    set.set(u"spec"_s,
            from(u"delivery.method"_s,
                 Value::map({{u"goTemplate"_s, true},
                             {u"goTemplateOptions"_s, Value::list(QStringList{u"missingkey=error"_s})},
                             {u"generators"_s, Value::list(QList<Value>{elements(environment)})},
                             // Removing this set must not remove databases.
                             {u"syncPolicy"_s, Value::map({{u"preserveResourcesOnDeletion"_s, true}})},
                             {u"ignoreApplicationDifferences"_s, Value::list(QList<Value>{ignored})},
                             {u"template"_s, applicationTemplate(environment, layer)}})));
    const QString head
        = platform ? u"Brings the namespace, issuers and network policies of "_s : u"Brings the chart with the values of "_s;
    return yamlFile(u"argocd/applicationsets/"_s + environment.name + (platform ? u"-platform.yaml"_s : u".yaml"_s), set,
                    head + environment.name + u" to each of its clusters, as the Application "_s
                        + (platform ? environment.platformApplication(environment.targets.first())
                                    : environment.application(environment.targets.first()))
                        + (environment.targets.size() > 1 ? u" and so on."_s : u"."_s));
}

} // namespace

QString windowDuration(const plan::GroupItem &item)
{
    const auto found = item.fields.constFind(u"duration"_s);
    const Duration *duration = found == item.fields.cend() ? nullptr : std::get_if<Duration>(&*found);
    return duration ? formatGoDuration(*duration) : item.text(u"duration");
}

QList<File> argoFiles(std::span<const Environment> environments)
{
    QList<File> files;
    for (const Environment &environment : environments) {
        if (environment.usesArgo()) {
            files.append(projectFile(environment));
            files.append(setFile(environment, Layer::Platform));
            files.append(setFile(environment, Layer::Application));
        }
    }
    if (!files.isEmpty()) {
        files.append(argoReadme(environments));
    }
    return files;
}

} // namespace sentinel::bundle
