// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/preflight/Ask.h"

#include "core/plan/InstallPlan.h"

using namespace Qt::StringLiterals;

namespace sentinel::testing {

namespace {

QJsonObject laidOver(QJsonObject under, const QJsonObject &over)
{
    for (auto each = over.begin(); each != over.end(); ++each) {
        under.insert(each.key(), each.value());
    }
    return under;
}

kube::ResourceType type(const QString &group, const QString &version, const QString &kind, const QString &plural,
                        bool namespaced = true)
{
    return {.group = group, .version = version, .kind = kind, .plural = plural, .namespaced = namespaced};
}

} // namespace

QJsonObject json(QByteArray text)
{
    text.replace('\'', '"');
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(text, &error);
    if (error.error != QJsonParseError::NoError) {
        qFatal("%s in %s", qPrintable(error.errorString()), text.constData());
    }
    return document.object();
}

QJsonObject node(const QString &name, const QString &zone, const QString &cpu, const QString &memory, const QJsonObject &spec)
{
    return {
        {u"kind"_s, u"Node"_s},
        {u"metadata"_s,
         QJsonObject{{u"name"_s, name},
                     {u"labels"_s, QJsonObject{{u"kubernetes.io/hostname"_s, name}, {u"topology.kubernetes.io/zone"_s, zone}}}}},
        {u"spec"_s, spec},
        {u"status"_s,
         QJsonObject{{u"allocatable"_s, QJsonObject{{u"cpu"_s, cpu}, {u"memory"_s, memory}, {u"pods"_s, u"110"_s}}},
                     {u"conditions"_s, QJsonArray{QJsonObject{{u"type"_s, u"Ready"_s}, {u"status"_s, u"True"_s}}}}}}};
}

QJsonObject workload(const QString &kind, const QString &name, int replicas, const QString &cpu, const QString &memory,
                     const QJsonObject &podSpec)
{
    const QJsonObject resources{{u"requests"_s, QJsonObject{{u"cpu"_s, cpu}, {u"memory"_s, memory}}},
                                {u"limits"_s, QJsonObject{{u"cpu"_s, cpu}, {u"memory"_s, memory}}}};
    const QJsonObject container{
        {u"name"_s, name}, {u"image"_s, u"registry.example.com/"_s + name + u":1"_s}, {u"resources"_s, resources}};
    const QJsonObject labels{{u"app"_s, name}};
    return {{u"apiVersion"_s, kind == u"Job" ? u"batch/v1"_s : u"apps/v1"_s},
            {u"kind"_s, kind},
            {u"metadata"_s, QJsonObject{{u"name"_s, name}, {u"namespace"_s, u"sentinel-staging"_s}}},
            {u"spec"_s,
             QJsonObject{{u"replicas"_s, replicas},
                         {u"template"_s,
                          QJsonObject{{u"metadata"_s, QJsonObject{{u"labels"_s, labels}}},
                                      {u"spec"_s, laidOver({{u"containers"_s, QJsonArray{container}}}, podSpec)}}}}}};
}

QJsonObject apart(const QString &name)
{
    return json("{'affinity':{'podAntiAffinity':{'requiredDuringSchedulingIgnoredDuringExecution':[{'topologyKey':"
                "'kubernetes.io/hostname','labelSelector':{'matchLabels':{'app':'"
                + name.toUtf8() + "'}}}]}}}");
}

preflight::Demand demand(const QList<QJsonObject> &chart, const QStringList &answers, const QString &profile)
{
    plan::InstallPlan::NewPlan wanted{.name = u"example"_s, .environments = {profile}, .profile = profile};
    for (const QString &answer : answers) {
        wanted.answers.append({answer.section(u'=', 0, 0), answer.section(u'=', 1)});
    }
    const auto plan = plan::InstallPlan::create(wanted);
    if (!plan) {
        qFatal("no plan: %s", qPrintable(plan.error().detail));
    }
    preflight::Demand made;
    made.environment = bundle::environmentsOf(*plan).first();
    made.answers = made.environment.targets.first().answers;
    made.cluster = made.environment.targets.first().name;
    made.nameSpace = json("{'apiVersion':'v1','kind':'Namespace','metadata':{'name':'sentinel-staging'}}");
    made.chart = chart;
    return made;
}

preflight::Sight sight(const QHash<QString, QList<QJsonObject>> &lists)
{
    preflight::Sight seen;
    seen.version = {.major = 1, .minor = 35, .gitVersion = u"v1.35.4"_s};
    seen.types = {type({}, u"v1"_s, u"Namespace"_s, u"namespaces"_s, false), type({}, u"v1"_s, u"Service"_s, u"services"_s),
                  type(u"apps"_s, u"v1"_s, u"Deployment"_s, u"deployments"_s),
                  type(u"apps"_s, u"v1"_s, u"StatefulSet"_s, u"statefulsets"_s),
                  type(u"networking.k8s.io"_s, u"v1"_s, u"Ingress"_s, u"ingresses"_s)};
    for (const auto &[name, objects] : lists.asKeyValueRange()) {
        seen.lists.insert(name, objects);
    }
    return seen;
}

preflight::Check one(const preflight::Checks &checks, const QString &rule)
{
    preflight::Check found{.rule = u"none or several of "_s + rule};
    int count = 0;
    for (const preflight::Check &check : checks) {
        if (check.rule == rule) {
            found = check;
            ++count;
        }
    }
    return count == 1 ? found : preflight::Check{.rule = u"%1 of %2"_s.arg(count).arg(rule)};
}

} // namespace sentinel::testing
