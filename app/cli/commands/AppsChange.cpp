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

[[nodiscard]] Async<void> switched(AppsOptions options, FoundApplication found, gitops::ChangeServices services, Io io,
                                   CancelToken cancel)
{
    const bool on = options.state == "on";
    const auto way = co_await gitops::pauseWay(services.api, cancel);
    if (!way) {
        co_return failure(way);
    }
    const auto owner = co_await gitops::ownerOf(services.api, found.object, *way, cancel);
    if (!owner) {
        co_return failure(owner);
    }
    if (owner->sticks != gitops::ApplicationOwner::Sticks::Yes) {
        io.say(plainLine(owner->sentence));
        if (options.teachOwner && owner->canBeTaught()) {
            const auto taught = co_await gitops::teachOwner(*owner, found.application.name, *way, services, cancel);
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
    QJsonObject automated;
    if (options.prune) {
        automated.insert(u"prune"_s, true);
    }
    if (options.selfHeal) {
        automated.insert(u"selfHeal"_s, true);
    }
    const auto done = co_await gitops::setAutoSync(found.name(), on, automated, services, cancel);
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
