// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/preflight/Demand.h"

#include "core/bundle/Bundle.h"
#include "core/helm/RenderChart.h"
#include "core/plan/InstallPlan.h"
#include "core/preflight/Json.h"
#include "core/yaml/Json.h"

#include <QCoreApplication>
#include <QDir>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::preflight {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

constexpr auto kPlanFile = "sentinel-plan.yaml"_L1;

std::unexpected<Error> wrong(const QString &sentence)
{
    return failure(Error::Kind::Invalid, Text::tr("reading the bundle"), sentence);
}

Result<bundle::Environment> chosen(const QList<bundle::Environment> &all, const QString &wanted)
{
    QStringList names;
    for (const bundle::Environment &environment : all) {
        if (environment.name == wanted || (wanted.isEmpty() && all.size() == 1)) {
            return environment;
        }
        names.append(environment.name);
    }
    return wanted.isEmpty()
        ? wrong(Text::tr("Say which environment with --environment; the bundle has %1.").arg(names.join(u", "_s)))
        : wrong(Text::tr("The bundle has no environment \"%1\"; it has %2.").arg(wanted, names.join(u", "_s)));
}

Result<void> chooseTarget(Demand &demand, const QString &wanted)
{
    QStringList names;
    const QList<bundle::Target> &targets = demand.environment.targets;
    for (const bundle::Target &target : targets) {
        if (target.name == wanted || (wanted.isEmpty() && targets.size() == 1)) {
            demand.cluster = target.name;
            demand.answers = target.answers;
            return {};
        }
        names.append(target.name);
    }
    const QString list = names.join(u", "_s);
    return wanted.isEmpty()
        ? wrong(Text::tr("The environment %1 runs on several clusters (%2); choose one with --cluster.")
                    .arg(demand.environment.name, list))
        : wrong(Text::tr("The environment %1 has no cluster \"%2\"; it has %3.").arg(demand.environment.name, wanted, list));
}

/// Files of objects that are no part of the chart, by where they lie.
Result<QList<QJsonObject>> objectsBelow(const bundle::Bundle &files, const QString &folder, const QStringList &places)
{
    QList<QJsonObject> objects;
    for (const bundle::File &file : files.files) {
        const bool meant = std::ranges::any_of(places, [&](const QString &place) {
            return place.endsWith(u'/') ? file.path.startsWith(place) : file.path == place;
        });
        if (!meant || !file.path.endsWith(".yaml"_L1)) {
            continue;
        }
        const auto read = yaml::readObjects(file.content, folder + u'/' + file.path);
        if (!read) {
            return failure(read);
        }
        objects += *read;
    }
    return objects;
}

Result<void> readObjects(Demand &demand, const bundle::Bundle &files)
{
    const QString own = demand.environment.folder();
    const auto spaces = objectsBelow(files, demand.folder, {own + u"/namespace.yaml"_s});
    const auto platform = objectsBelow(
        files, demand.folder, {own + u"/priority-classes.yaml"_s, own + u"/cert-manager/"_s, own + u"/network-policies/"_s});
    if (!spaces || !platform) {
        return failure(spaces ? platform : spaces);
    }
    if (spaces->size() != 1) {
        return wrong(Text::tr("%1 must hold one Namespace.").arg(demand.folder + u'/' + own + u"/namespace.yaml"_s));
    }
    demand.nameSpace = spaces->first();
    demand.platform = *platform;
    if (demand.way == Way::Helm) {
        return {};
    }
    const QString name = demand.environment.name;
    const auto argo
        = objectsBelow(files, demand.folder,
                       {u"argocd/projects/%1.yaml"_s.arg(name), u"argocd/applicationsets/%1-platform.yaml"_s.arg(name),
                        u"argocd/applicationsets/%1.yaml"_s.arg(name)});
    if (!argo) {
        return failure(argo);
    }
    if (argo->isEmpty()) {
        return wrong(Text::tr("The bundle brings no Argo CD objects for %1: its plan says delivery.method: helm. Change the plan "
                              "and generate again, or look with --via helm.")
                         .arg(name));
    }
    demand.argo = *argo;
    return {};
}

/// `helm test` runs it when somebody asks; no deploy makes it.
bool isTest(const QJsonObject &object)
{
    return object[u"metadata"][u"annotations"][u"helm.sh/hook"].toString().startsWith("test"_L1);
}

} // namespace

QString wayName(Way way)
{
    return way == Way::ArgoCd ? u"argocd"_s : u"helm"_s;
}

Result<Demand> readDemand(const Request &request)
{
    const auto files = bundle::read(request.folder);
    if (!files) {
        return failure(files);
    }
    const bundle::File *planFile = files->find(u"sentinel-plan.yaml");
    if (!planFile) {
        return failure(Error::Kind::NotFound, Text::tr("reading the bundle"),
                       Text::tr("%1 holds no sentinel-plan.yaml, so it is no bundle.").arg(request.folder));
    }
    const auto plan = plan::InstallPlan::parse(planFile->content, request.folder + u'/' + kPlanFile);
    if (!plan) {
        return failure(plan);
    }
    auto environment = chosen(bundle::environmentsOf(*plan), request.environment);
    if (!environment) {
        return failure(environment);
    }
    Demand demand{.folder = QDir(request.folder).absolutePath()};
    demand.environment = std::move(*environment);
    demand.way = request.way.value_or(demand.environment.usesArgo() ? Way::ArgoCd : Way::Helm);
    auto done = chooseTarget(demand, request.cluster);
    if (done) {
        done = readObjects(demand, *files);
    }
    return done ? Result<Demand>(std::move(demand)) : failure(done);
}

Async<Demand> renderDemand(Demand demand, helm::HelmBinary helm, Capabilities cluster, CancelToken cancel)
{
    helm::ChartRender render{.chart = demand.folder + u"/charts/sentinel"_s, .releaseName = u"sentinel"_s, .ns = demand.ns()};
    render.kubernetesVersion = cluster.kubernetesVersion;
    render.apiVersions = cluster.apiVersions;
    const QString own = demand.environment.folder();
    const QStringList files{own + u"/values.yaml"_s, own + u"/version.yaml"_s, u"clusters/%1/values.yaml"_s.arg(demand.cluster)};
    for (const QString &file : files) {
        const QString path = demand.folder + u'/' + file;
        if (QFile::exists(path)) {
            render.valueFiles.append(path);
        }
    }
    auto rendered = co_await helm::renderChart(helm, render, cancel);
    if (!rendered) {
        co_return failure(rendered);
    }
    rendered->removeIf(&isTest);
    demand.chart = std::move(*rendered);
    co_return std::move(demand);
}

} // namespace sentinel::preflight
