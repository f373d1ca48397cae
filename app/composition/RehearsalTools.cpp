// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition/RehearsalTools.h"
#include "core/gitops/CheckOut.h"
#include "core/helm/RenderChart.h"

#include <QCoreApplication>
#include <QDir>

using namespace Qt::StringLiterals;

namespace sentinel::composition {

namespace {

[[nodiscard]] Async<QList<QJsonObject>> renderBy(std::shared_ptr<std::optional<helm::HelmBinary>> binary,
                                                 sandbox::RenderRequest request, CancelToken cancel)
{
    if (!*binary) {
        const auto found = co_await helm::findHelm({u"helm"_s, QCoreApplication::applicationDirPath() + u"/helm"_s}, cancel);
        if (!found) {
            co_return failure(found);
        }
        *binary = *found;
    }
    const QDir chart(request.folder + u'/' + request.path);
    QStringList files;
    for (const QString &file : std::as_const(request.valueFiles)) {
        files.append(QDir::cleanPath(chart.absoluteFilePath(file)));
    }
    helm::ChartRender wanted{.chart = chart.absolutePath(),
                             .releaseName = request.releaseName,
                             .ns = request.ns,
                             .kubernetesVersion = request.kubernetesVersion,
                             .apiVersions = request.apiVersions,
                             .valueFiles = files,
                             .values = request.values,
                             .withCustomResourceDefinitions = true};
    co_return co_await helm::renderChart(**binary, wanted, cancel);
}

[[nodiscard]] Async<sandbox::Repositories::Checkout> checkedOut(QString repository, QString revision, QString cache,
                                                                CancelToken cancel)
{
    const auto done = co_await gitops::checkOut({.repository = repository, .revision = revision, .cache = cache}, cancel);
    if (!done) {
        co_return failure(done);
    }
    co_return sandbox::Repositories::Checkout{.folder = done->folder, .revision = done->commit};
}

} // namespace

Async<QList<QJsonObject>> HelmRenderer::render(sandbox::RenderRequest request, CancelToken cancel)
{
    return renderBy(m_binary, std::move(request), std::move(cancel));
}

sandbox::RepositoryMap::CheckOut checkOutInto(const QString &cache)
{
    return [cache](QString repository, QString revision, CancelToken cancel) {
        return checkedOut(std::move(repository), std::move(revision), cache, std::move(cancel));
    };
}

} // namespace sentinel::composition
