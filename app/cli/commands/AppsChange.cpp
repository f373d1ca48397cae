// SPDX-License-Identifier: GPL-3.0-or-later
// apps refresh, terminate, confirm, autosync.
#include "app/cli/commands/Apps.h"
#include "core/base/SafeText.h"
#include "core/gitops/Owner.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sentinel::cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

using Flow = std::function<Async<void>(FoundApplication, gitops::ChangeServices, CancelToken)>;

/// Finds it, opens the journal, does it, says so.
Exit change(const Io &io, const AppsOptions &options, const Flow &flow, const QString &done)
{
    CancelSource asked;
    const StopSignals signals([&asked] { asked.cancel(); });
    const auto found = findApplication(text(options.app), options.target, asked.token());
    if (!found) {
        return sayNotFound(io, found.error());
    }
    const auto services = changeServices(found->connection);
    if (!services) {
        return report(io, services.error(), false);
    }
    const auto ended = waitFor(flow(*found, *services, asked.token()));
    if (!ended) {
        const Exit code = report(io, ended.error(), false);
        return code == Exit::Usage ? Exit::CouldNot : code;
    }
    io.say(done.arg(plainLine(found->spoken())));
    return Exit::Done;
}

yaml::Value ownerItem(const gitops::ApplicationOwner &owner)
{
    using Sticks = gitops::ApplicationOwner::Sticks;
    const bool isSet = owner.kind == gitops::ApplicationOwner::Kind::ApplicationSet;
    yaml::Value item;
    item.set(u"kind"_s, isSet ? u"ApplicationSet"_s : u"Application"_s);
    item.set(u"namespace"_s, plainLine(owner.ns));
    item.set(u"name"_s, plainLine(owner.name));
    item.set(u"sticks"_s,
             owner.sticks == Sticks::Yes                 ? u"yes"_s
                 : owner.sticks == Sticks::No            ? u"no"_s
                 : owner.sticks == Sticks::UntilNextSync ? u"until-next-sync"_s
                                                         : u"unknown"_s);
    item.set(u"sentence"_s, plainLine(owner.sentence));
    return item;
}

/// How it stands, as a document. The owner is judged by what the next switching would write.
[[nodiscard]] Async<yaml::Value> stateOf(kube::ApiPtr api, kube::Object application, CancelToken cancel)
{
    const bool on = gitops::isAutoSynced(application);
    const auto cluster = co_await gitops::pauseWay(api, cancel);
    if (!cluster) {
        co_return failure(cluster);
    }
    const gitops::PauseWay way = gitops::wayWritten(application, !on, {}, *cluster);
    const auto owner = co_await gitops::ownerOf(api, application, way, cancel);
    if (!owner) {
        co_return failure(owner);
    }
    const QJsonObject automated = gitops::rememberedAutoSync(application);
    const QJsonValue metadata = application[u"metadata"];
    yaml::Value document;
    document.set(u"apiVersion"_s, u"console.sentinel/v1"_s);
    document.set(u"kind"_s, u"AutoSyncState"_s);
    document.set(u"application"_s, plainLine(metadata[u"namespace"].toString() + u'/' + metadata[u"name"].toString()));
    document.set(u"enabled"_s, on);
    document.set(u"paused"_s, gitops::isAutoSyncPaused(application));
    document.set(u"prune"_s, automated[u"prune"].toBool());
    document.set(u"selfHeal"_s, automated[u"selfHeal"].toBool());
    if (owner->kind != gitops::ApplicationOwner::Kind::Nobody) {
        document.set(u"owner"_s, ownerItem(*owner));
    }
    co_return document;
}

[[nodiscard]] Async<void> switched(AppsOptions options, FoundApplication found, gitops::ChangeServices services, Io io,
                                   CancelToken cancel)
{
    const bool on = options.state == "on";
    QJsonObject automated;
    if (options.prune) {
        automated.insert(u"prune"_s, true);
    }
    if (options.selfHeal) {
        automated.insert(u"selfHeal"_s, true);
    }
    const auto cluster = co_await gitops::pauseWay(services.api, cancel);
    if (!cluster) {
        co_return failure(cluster);
    }
    const gitops::PauseWay way = gitops::wayWritten(found.object, on, automated, *cluster);
    const auto owner = co_await gitops::ownerOf(services.api, found.object, way, cancel);
    if (!owner) {
        co_return failure(owner);
    }
    if (owner->sticks != gitops::ApplicationOwner::Sticks::Yes) {
        io.say(plainLine(owner->sentence));
        if (options.teachOwner && owner->canBeTaught()) {
            const auto taught = co_await gitops::teachOwner(*owner, found.application.name, way, services, cancel);
            if (!taught) {
                co_return taught;
            }
            io.say(Text::tr("%1 leaves it alone from now on.").arg(plainLine(owner->name)));
        } else if (owner->sticks == gitops::ApplicationOwner::Sticks::No) {
            co_return failure(
                Error::Kind::Conflict, Text::tr("switching auto-sync"),
                Text::tr("It would be undone at once. Add --teach-owner, or change it where the owner is written."));
        }
    }
    const auto done = co_await gitops::setAutoSync(found.name(), on, automated, services, cancel);
    if (done && isDocument(options.format)) {
        if (const auto state = co_await stateOf(services.api, *done, cancel)) {
            printDocument(io, options.format, *state);
        }
    }
    co_return done ? Result<void>() : failure(done);
}

Exit sayAutoSync(const Io &io, const AppsOptions &options)
{
    CancelSource asked;
    const StopSignals signals([&asked] { asked.cancel(); });
    const auto found = findApplication(text(options.app), options.target, asked.token());
    if (!found) {
        return sayNotFound(io, found.error());
    }
    const bool on = gitops::isAutoSynced(found->object);
    if (isDocument(options.format)) {
        const auto state = waitFor(stateOf(found->connection.api, found->object, asked.token()));
        if (!state) {
            return report(io, state.error(), false);
        }
        printDocument(io, options.format, *state);
        return on ? Exit::Done : Exit::No;
    }
    io.print((on ? Text::tr("on") : gitops::isAutoSyncPaused(found->object) ? Text::tr("off, paused") : Text::tr("off")) + u'\n');
    return on ? Exit::Done : Exit::No;
}

} // namespace

Exit appsRefresh(const Io &io, const AppsOptions &options)
{
    const bool hard = options.hard;
    return change(
        io, options,
        [hard](const FoundApplication &found, gitops::ChangeServices services, CancelToken cancel) {
            return gitops::refreshApplication(found.name(), hard, std::move(services), std::move(cancel));
        },
        Text::tr("%1 was compared with Git again."));
}

Exit appsTerminate(const Io &io, const AppsOptions &options)
{
    return change(
        io, options,
        [](const FoundApplication &found, gitops::ChangeServices services, CancelToken cancel) {
            return gitops::terminateOperation(found.name(), std::move(services), std::move(cancel));
        },
        Text::tr("The operation of %1 was ended."));
}

Exit appsConfirm(const Io &io, const AppsOptions &options)
{
    return change(
        io, options,
        [](const FoundApplication &found, gitops::ChangeServices services, CancelToken cancel) {
            return gitops::confirmDeletion(found.name(), std::move(services), std::move(cancel));
        },
        Text::tr("What %1 wants to delete may go."));
}

Exit appsAutoSync(const Io &io, const AppsOptions &options)
{
    if (options.state == "status") {
        return sayAutoSync(io, options);
    }
    return change(
        io, options,
        [&io, &options](const FoundApplication &found, gitops::ChangeServices services, CancelToken cancel) {
            return switched(options, found, std::move(services), io, std::move(cancel));
        },
        options.state == "on" ? Text::tr("Auto-sync of %1 is on.") : Text::tr("Auto-sync of %1 is off."));
}

} // namespace sentinel::cli
