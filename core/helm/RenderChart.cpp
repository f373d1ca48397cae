// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/helm/RenderChart.h"

#include "core/helm/RunHelm.h"
#include "core/yaml/Json.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace sentinel::helm {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(RenderChart)
};

QStringList argumentsOf(const ChartRender &request, const QStringList &extraFiles)
{
    QStringList arguments{u"template"_s, u"--namespace"_s, request.ns};
    if (!request.kubernetesVersion.isEmpty()) {
        arguments += {u"--kube-version"_s, request.kubernetesVersion};
    }
    for (const QString &version : request.apiVersions) {
        arguments += {u"--api-versions"_s, version};
    }
    if (request.withCustomResourceDefinitions) {
        arguments.append(u"--include-crds"_s);
    }
    const QStringList files = request.valueFiles + extraFiles;
    for (const QString &file : files) {
        arguments += {u"--values"_s, listItem(file)};
    }
    return arguments + QStringList{u"--"_s, request.releaseName, request.chart};
}

/// Helm answers SIGTERM with a sentence among what it prints, and may end well all the same: what it printed is not the whole.
bool saysItWasStopped(const QByteArray &text, const QString &release)
{
    const QByteArray line = "Release " + release.toUtf8() + " has been cancelled.\n";
    return text.startsWith(line) || text.contains('\n' + line);
}

} // namespace

Async<QByteArray> renderChartText(HelmBinary helm, ChartRender request, CancelToken cancel)
{
    const QString doing = Text::tr("rendering the chart");
    // Helm would take a missing folder for the name of a chart somewhere in the network.
    if (!QFileInfo::exists(request.chart + u"/Chart.yaml"_s)) {
        co_return failure(Error::Kind::NotFound, doing, Text::tr("There is no chart in %1.").arg(request.chart));
    }
    for (QString &file : request.valueFiles) {
        if (!QFileInfo(file).isFile()) {
            co_return failure(Error::Kind::NotFound, doing, Text::tr("There is no value file %1.").arg(file));
        }
        file = QFileInfo(file).absoluteFilePath();
    }
    request.chart = QDir(request.chart).absolutePath();
    const Result<std::shared_ptr<Workplace>> place = Workplace::make();
    if (!place) {
        co_return failure(place);
    }
    const Result<QStringList> values = (*place)->valuesFile(request.values);
    if (!values) {
        co_return failure(values);
    }
    HelmRun run{.helm = helm, .doing = doing, .arguments = argumentsOf(request, *values), .place = *place};
    run.atMost = std::chrono::minutes(5);
    Result<QByteArray> text = co_await runHelm(run, cancel);
    if (cancel.isCancelled() || (text && saysItWasStopped(*text, request.releaseName))) {
        co_return failure(Error::Kind::Cancelled, doing, Text::tr("Helm was stopped before it was done."));
    }
    co_return text;
}

Async<QList<QJsonObject>> renderChart(HelmBinary helm, ChartRender request, CancelToken cancel)
{
    const Result<QByteArray> text = co_await renderChartText(helm, request, cancel);
    if (!text) {
        co_return failure(text);
    }
    co_return yaml::readObjects(*text, Text::tr("the rendered chart"));
}

} // namespace sentinel::helm
