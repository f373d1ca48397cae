// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/helm/ChangeRelease.h"

#include "core/helm/RunHelm.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace sentinel::helm {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ChangeRelease)
};

QString goDuration(Duration duration)
{
    return u"%1s"_s.arg(std::chrono::ceil<std::chrono::seconds>(duration).count());
}

QStringList targetFlags(const ReleaseTarget &target)
{
    QStringList flags{u"--kubeconfig"_s, QFileInfo(target.kubeconfig).absoluteFilePath(), u"--namespace"_s, target.ns};
    if (!target.context.isEmpty()) {
        flags += {u"--kube-context"_s, target.context};
    }
    return flags;
}

QStringList waitFlags(const HelmBinary &helm, const ReleaseChange &change, bool forJobs)
{
    QStringList flags{u"--timeout"_s, goDuration(change.timeout)};
    if (change.wait) {
        flags.append(helm.major >= 4 ? u"--wait=watcher"_s : u"--wait"_s);
        if (forJobs) {
            flags.append(u"--wait-for-jobs"_s);
        }
    }
    if (!change.hooks) {
        flags.append(u"--no-hooks"_s);
    }
    return flags;
}

QStringList applyFlags(const HelmBinary &helm, const ReleaseChange &change)
{
    QStringList flags{u"--history-max"_s, QString::number(change.historyLimit)};
    if (helm.major >= 4) {
        // As the release was applied before: changing the method would strand the fields the other one owns.
        flags.append(u"--server-side=auto"_s);
        if (change.forceConflicts) {
            flags.append(u"--force-conflicts"_s);
        }
    }
    return flags;
}

/// Helm watches the time itself; this only ends a helm that no longer does.
Duration lastResort(const ReleaseChange &change)
{
    return change.timeout * 3 + std::chrono::minutes(5);
}

QStringList upgradeArguments(const HelmBinary &helm, const ReleaseUpgrade &request, const QStringList &extraFiles)
{
    QStringList arguments = QStringList{u"upgrade"_s, u"--install"_s, u"--reset-values"_s, u"--output"_s, u"json"_s}
        + targetFlags(request.target) + waitFlags(helm, request.change, true) + applyFlags(helm, request.change);
    if (!request.change.description.isEmpty()) {
        arguments += {u"--description"_s, request.change.description};
    }
    for (const QString &file : request.valueFiles) {
        arguments += {u"--values"_s, listItem(QFileInfo(file).absoluteFilePath())};
    }
    for (const QString &file : extraFiles) {
        arguments += {u"--values"_s, listItem(file)};
    }
    return arguments + QStringList{u"--"_s, request.target.name, QDir(request.chart).absolutePath()};
}

Release releaseOf(const ReleaseTarget &target, const QByteArray &text)
{
    // Warnings may stand before the document.
    const QJsonObject body = QJsonDocument::fromJson(text.sliced(std::max<qsizetype>(text.indexOf('{'), 0))).object();
    Release release;
    release.name = target.name;
    release.ns = target.ns;
    release.revision = body[u"version"].toInt();
    readBody(release, body);
    return release;
}

Result<void> checked(const QString &doing, const ReleaseUpgrade &request)
{
    if (!QFileInfo::exists(request.chart + u"/Chart.yaml"_s)) {
        return failure(Error::Kind::NotFound, doing, Text::tr("There is no chart in %1.").arg(request.chart));
    }
    for (const QString &file : request.valueFiles) {
        if (!QFileInfo(file).isFile()) {
            return failure(Error::Kind::NotFound, doing, Text::tr("There is no value file %1.").arg(file));
        }
    }
    return {};
}

} // namespace

Async<Release> upgradeRelease(HelmBinary helm, ReleaseUpgrade request, CancelToken cancel)
{
    const QString doing = Text::tr("installing the release %1").arg(request.target.name);
    if (const Result<void> fine = checked(doing, request); !fine) {
        co_return failure(fine);
    }
    const Result<std::shared_ptr<Workplace>> place = Workplace::make();
    if (!place) {
        co_return failure(place);
    }
    const Result<QStringList> values = (*place)->valuesFile(request.values);
    if (!values) {
        co_return failure(values);
    }
    HelmRun run{.helm = helm, .doing = doing, .arguments = upgradeArguments(helm, request, *values), .place = *place};
    run.line = request.change.line;
    run.atMost = lastResort(request.change);
    const Result<QByteArray> text = co_await runHelm(run, cancel);
    if (!text) {
        co_return failure(text);
    }
    co_return releaseOf(request.target, *text);
}

Async<void> rollBackRelease(HelmBinary helm, ReleaseRollback request, CancelToken cancel)
{
    const QString doing = Text::tr("rolling the release %1 back").arg(request.target.name);
    if (request.revision < 1) {
        co_return failure(Error::Kind::Invalid, doing, Text::tr("A rollback names the revision it goes to."));
    }
    const Result<std::shared_ptr<Workplace>> place = Workplace::make();
    if (!place) {
        co_return failure(place);
    }
    HelmRun run{.helm = helm, .doing = doing, .arguments = {u"rollback"_s}, .place = *place};
    run.arguments += targetFlags(request.target) + waitFlags(helm, request.change, true) + applyFlags(helm, request.change)
        + QStringList{u"--"_s, request.target.name, QString::number(request.revision)};
    run.line = request.change.line;
    run.atMost = lastResort(request.change);
    if (const Result<QByteArray> text = co_await runHelm(run, cancel); !text) {
        co_return failure(text);
    }
    co_return {};
}

Async<void> uninstallRelease(HelmBinary helm, ReleaseTarget target, ReleaseChange change, CancelToken cancel)
{
    const Result<std::shared_ptr<Workplace>> place = Workplace::make();
    if (!place) {
        co_return failure(place);
    }
    HelmRun run{.helm = helm,
                .doing = Text::tr("uninstalling the release %1").arg(target.name),
                .arguments = {u"uninstall"_s, u"--ignore-not-found"_s},
                .place = *place};
    run.arguments += targetFlags(target) + waitFlags(helm, change, false) + QStringList{u"--"_s, target.name};
    run.line = change.line;
    run.atMost = lastResort(change);
    if (const Result<QByteArray> text = co_await runHelm(run, cancel); !text) {
        co_return failure(text);
    }
    co_return {};
}

} // namespace sentinel::helm
