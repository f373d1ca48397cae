// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition/SourceServices.h"
#include "app/composition/Application.h"
#include "core/helm/RenderChart.h"

#include <QCoreApplication>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace sentinel::composition {

namespace {

/// Charts by the real helm of this machine, looked for when first needed.
class InstalledCharts final : public gitops::ChartRenderer
{
public:
    Async<QList<QJsonObject>> render(gitops::ChartRequest request, CancelToken cancel) override
    {
        return renderBy(m_binary, std::move(request), std::move(cancel));
    }

private:
    using Binary = std::shared_ptr<std::optional<helm::HelmBinary>>;

    [[nodiscard]] static Async<QList<QJsonObject>> renderBy(Binary binary, gitops::ChartRequest request, CancelToken cancel)
    {
        if (!*binary) {
            const auto found = co_await helm::findHelm({u"helm"_s, QCoreApplication::applicationDirPath() + u"/helm"_s}, cancel);
            if (!found) {
                co_return failure(found);
            }
            *binary = *found;
        }
        helm::ChartRender wanted{.chart = request.chart,
                                 .releaseName = request.releaseName,
                                 .ns = request.ns,
                                 .kubernetesVersion = request.kubernetesVersion,
                                 .apiVersions = request.apiVersions,
                                 .valueFiles = request.valueFiles,
                                 .values = request.values,
                                 .withCustomResourceDefinitions = request.withCustomResourceDefinitions};
        co_return co_await helm::renderChart(**binary, wanted, cancel);
    }

    Binary m_binary = std::make_shared<std::optional<helm::HelmBinary>>();
};

/// The same address however it is written: no ".git" or "/" at its end, the host in lower case.
QString normalised(QString url)
{
    while (url.endsWith(u'/')) {
        url.chop(1);
    }
    if (url.endsWith(u".git")) {
        url.chop(4);
    }
    return url.toLower();
}

} // namespace

Async<gitops::SourceServices> sourceServices(ClusterConnection connection, CancelToken cancel)
{
    return sourceServices(std::move(connection), argoServerWish(), std::move(cancel));
}

Async<gitops::SourceServices> sourceServices(ClusterConnection connection, ArgoServerWish wish, CancelToken cancel)
{
    gitops::SourceServices services{
        .cache = cacheFolder() + u"/repositories"_s,
        .charts = std::make_shared<InstalledCharts>(),
        .server = [connection, wish](const kube::Object &application,
                                     const CancelToken &token) { return argoServer(connection, wish, application, token); },
        .address = connection.access.server.toString()};
    if (!connection.rehearsal) {
        co_return services;
    }
    const auto listed = co_await connection.api->request("GET", u"/rehearsal/v1/repositories"_s, std::nullopt, cancel);
    if (!listed) {
        co_return failure(listed);
    }
    QHash<QString, QString> folders;
    const QJsonArray items = listed->value(u"items").toArray();
    for (const QJsonValue &item : items) {
        folders.insert(normalised(item[u"url"].toString()), item[u"path"].toString());
    }
    services.placeOf = [folders](const QString &url) { return folders.value(normalised(url)); };
    co_return services;
}

} // namespace sentinel::composition
