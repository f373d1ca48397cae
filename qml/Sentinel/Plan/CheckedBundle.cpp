// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/Sentinel/Plan/CheckedBundle.h"

#include "app/composition/CheckBundle.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::console {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

bool isReadByHelm(const QString &path)
{
    return path.startsWith(u"charts/"_s) || path.startsWith(u"environments/"_s);
}

/// The folder goes with the check, so nothing is made to last.
Result<void> layOut(const bundle::Bundle &bundle, const QTemporaryDir &folder)
{
    const auto refused = [](const QString &path, const QString &reason) {
        return failure(Error::Kind::Forbidden, Text::tr("checking the bundle"), Text::tr("%1: %2").arg(path, reason));
    };
    if (!folder.isValid()) {
        return refused(folder.path(), folder.errorString());
    }
    for (const bundle::File &each : bundle.files) {
        if (!isReadByHelm(each.path)) {
            continue;
        }
        QFile file(folder.filePath(each.path));
        if (!QDir().mkpath(QFileInfo(file).path()) || !file.open(QIODevice::WriteOnly)
            || file.write(each.content) != each.content.size() || !file.flush()) {
            return refused(file.fileName(), file.errorString());
        }
    }
    return {};
}

} // namespace

const CheckedEnvironment *CheckedBundle::find(QStringView environment) const
{
    const auto found = std::ranges::find(environments, environment, &CheckedEnvironment::name);
    return found != environments.end() ? &*found : nullptr;
}

Async<CheckedBundle> checkBundle(bundle::Bundle bundle, QStringList environments, CancelToken cancel)
{
    const QTemporaryDir folder(QDir::tempPath() + u"/sentinel-check-XXXXXX"_s); // 0700
    if (const Result<void> laid = layOut(bundle, folder); !laid) {
        co_return failure(laid);
    }
    CheckedBundle checked;
    for (const QString &name : environments) {
        composition::BundleRender request{.folder = folder.path(), .bundle = bundle, .environments = {name}};
        auto rendered = co_await composition::renderBundle(request, cancel);
        if (!rendered) {
            Error error = rendered.error();
            if (error.kind != Error::Kind::Unreachable) { // a missing helm is missing for all
                error.doing = Text::tr("%1, for %2").arg(error.doing, name);
            }
            co_return failure(error);
        }
        if (cancel.isCancelled()) {
            co_return failure(Error::Kind::Cancelled, Text::tr("checking the bundle"), {});
        }
        for (composition::EnvironmentManifests &environment : *rendered) {
            checked.environments.append({.name = environment.environment,
                                         .kubernetesVersion = environment.kubernetesVersion,
                                         .objects = static_cast<int>(environment.manifests.objects.size()),
                                         .report = composition::checkEnvironment(environment, {}, QDate::currentDate()),
                                         .exemptions = environment.exemptions,
                                         .rendered = std::move(environment.rendered)});
        }
    }
    co_return checked;
}

} // namespace sentinel::console
