// SPDX-License-Identifier: GPL-3.0-or-later
// apps list, show, windows.
#include "app/cli/commands/Apps.h"
#include "app/cli/commands/AppsDocument.h"
#include "app/composition/TreeJudge.h"
#include "core/base/SafeText.h"
#include "core/gitops/Git.h"
#include "core/gitops/HookWaves.h"
#include "core/gitops/Owner.h"
#include "core/gitops/ServerTree.h"
#include "core/gitops/SyncPreview.h"
#include "core/kube/access/Kubeconfig.h"
#include "core/wording/ArgoCd.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sentinel::cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

struct Listed
{
    QString context;
    gitops::Application application;
};

QString shortRevisions(const QStringList &revisions)
{
    QStringList parts;
    for (const QString &revision : revisions) {
        parts.append(plainLine(revision).left(8));
    }
    return parts.join(u' ');
}

QString operationWord(const gitops::Application &application)
{
    if (application.operation.phase.isEmpty()) {
        return application.isAsked ? Text::tr("asked") : QString();
    }
    return application.operation.waitsToRetry() ? Text::tr("waits to try again") : plainLine(application.operation.phase);
}

QString syncWord(const gitops::Application &application)
{
    const QString word = application.sync.isEmpty() ? Text::tr("not compared yet") : plainLine(application.sync);
    return application.sync.isEmpty() || application.isCompared ? word : word + Text::tr(" (old)");
}

void printList(const Io &io, const QList<Listed> &all, bool severalContexts, bool wide)
{
    QList<Table::Column> columns;
    if (severalContexts) {
        columns.append({Text::tr("context")});
    }
    columns += {{Text::tr("namespace")}, {Text::tr("name")},      {Text::tr("sync")},     {Text::tr("health")},
                {Text::tr("revision")},  {Text::tr("operation")}, {Text::tr("auto-sync")}};
    if (wide) {
        columns += {{Text::tr("project")}, {Text::tr("repository")}, {Text::tr("path")}, {Text::tr("destination")}};
    }
    Table table(columns);
    for (const Listed &each : all) {
        const gitops::Application &application = each.application;
        QStringList cells;
        if (severalContexts) {
            cells.append(plainLine(each.context));
        }
        cells += {plainLine(application.ns),
                  plainLine(application.name),
                  syncWord(application),
                  plainLine(application.health),
                  shortRevisions(application.revisions),
                  operationWord(application),
                  application.isAutomated ? Text::tr("on") : Text::tr("off")};
        if (wide) {
            cells += {plainLine(application.project), plainLine(gitops::withoutPassword(application.repository)),
                      plainLine(application.path), plainLine(application.destinationNamespace)};
        }
        table.add(cells);
    }
    io.print(table.isEmpty() ? Text::tr("There is no Application.") + u'\n' : table.toString());
}

Result<QStringList> contextsOf(const AppsOptions &options)
{
    QStringList contexts;
    for (const std::string &context : options.contexts) {
        contexts.append(text(context));
    }
    if (options.allContexts) {
        const auto known = kube::Kubeconfig::read(text(options.target.kubeconfig));
        if (!known) {
            return failure(known);
        }
        contexts = known->contexts();
    }
    return contexts.isEmpty() ? QStringList{text(options.target.context)} : contexts;
}

[[nodiscard]] Async<QList<kube::Object>> selected(kube::ApiPtr api, QString ns, QString selector, CancelToken cancel)
{
    if (selector.isEmpty()) {
        co_return co_await listApplications(api, ns, cancel);
    }
    const auto all = co_await api->list(gitops::applicationType(), {.ns = ns, .labelSelector = selector}, cancel);
    co_return all ? Result<QList<kube::Object>>(all->items) : failure(all);
}

Result<QList<Listed>> listOne(const AppsOptions &options, const QString &context, CancelToken cancel)
{
    ClusterOptions target = options.target;
    target.context = context.toStdString();
    const auto connection = connected(target, cancel);
    if (!connection) {
        return failure(connection);
    }
    const auto found = waitFor(selected(connection->api, text(options.target.ns), text(options.selector), cancel));
    if (!found) {
        return failure(found);
    }
    QList<Listed> listed;
    for (kube::Object object : *found) {
        object.insert(u"apiVersion"_s, gitops::applicationType().apiVersion());
        object.insert(u"kind"_s, gitops::applicationType().kind);
        if (const auto application = gitops::readApplication(object)) {
            listed.append({.context = connection->access.context, .application = *application});
        }
    }
    return listed;
}

/// What needs the sources, or Argo CD's server: the picture is whole without it, and says what is missing.
[[nodiscard]] Async<void> lookFurther(ApplicationPicture *picture, FoundApplication found, AppsOptions options,
                                      CancelToken cancel)
{
    const auto sources = co_await sourcesFor(found.connection, options, cancel);
    if (!sources) {
        co_return failure(sources);
    }
    const auto server = co_await sources->server(found.object, cancel);
    if (server) {
        const auto told = co_await gitops::serverTree(*server, found.application, cancel);
        if (told) {
            picture->tree = gitops::enriched(picture->tree, *told, server->address);
        } else {
            picture->tree.notes.append(told.error().detail + u' ' + Text::tr("What is shown is read from the cluster alone."));
        }
    } else if (server.error().kind == Error::Kind::Invalid || !options.argocdServer.empty()) {
        picture->tree.notes.append(server.error().detail);
    }
    if (gitops::hasHooks(found.application)) {
        const auto base = co_await gitops::desiredBase(found.connection.api, found.object, cancel);
        if (!base) {
            co_return failure(base);
        }
        const auto waves = co_await gitops::hookWaves(*base, *sources, cancel);
        if (waves) {
            picture->hookWaves = *waves;
        } else {
            picture->tree.notes.append(Text::tr("The waves of hooks are not known: %1").arg(waves.error().detail));
        }
    }
    co_return {};
}

[[nodiscard]] Async<ApplicationPicture> pictureOf(FoundApplication found, AppsOptions options, CancelToken cancel)
{
    const kube::ApiPtr api = found.connection.api;
    ApplicationPicture picture{.application = found.application, .context = found.connection.access.context};
    picture.isPaused = gitops::isAutoSyncPaused(found.object);
    const auto types = co_await api->discover(cancel);
    if (!types) {
        co_return failure(types);
    }
    const auto isFar = co_await gitops::runsElsewhere(api, found.object, found.connection.access.server.toString(), cancel);
    if (!isFar) {
        co_return failure(isFar);
    }
    if (*isFar) {
        picture.tree = gitops::distantTree(found.object);
    } else {
        auto tree = co_await gitops::readTree(api, found.object, *types, composition::treeJudge(), cancel);
        if (!tree) {
            co_return failure(tree);
        }
        picture.tree = std::move(*tree);
    }
    const auto further = co_await lookFurther(&picture, found, options, cancel);
    if (!further && further.error().kind == Error::Kind::Cancelled) {
        co_return failure(further);
    }
    if (!further) {
        picture.tree.notes.append(further.error().detail);
    }
    // By what the next switching would write.
    const bool isOn = gitops::isAutoSynced(found.object);
    const gitops::PauseWay way = gitops::wayWritten(found.object, !isOn, {}, gitops::PauseWay::Switch);
    const auto owner = co_await gitops::ownerOf(api, found.object, way, cancel);
    if (owner) {
        picture.owner = owner->sentence;
    }
    const auto project
        = co_await api->get(gitops::projectType(), {.ns = found.application.ns, .name = found.application.project}, cancel);
    if (project) {
        picture.windows
            = gitops::windowVerdict(gitops::syncWindows(*project, found.application, QDateTime::currentDateTimeUtc())).sentence;
    }
    co_return picture;
}

void printHead(const Io &io, const ApplicationPicture &picture)
{
    const gitops::Application &application = picture.application;
    const auto line = [&io](const QString &name, const QString &value) {
        if (!value.isEmpty()) {
            io.print(name + u": "_s + value + u'\n');
        }
    };
    line(Text::tr("Application"), plainLine(application.ns + u'/' + application.name));
    line(Text::tr("Project"), plainLine(application.project));
    line(
        Text::tr("Source"),
        plainLine(gitops::withoutPassword(application.repository) + u' ' + application.path + u' ' + application.targetRevision));
    line(Text::tr("Sync"), syncWord(application) + u' ' + shortRevisions(application.revisions));
    line(Text::tr("Health"), plainLine(application.health + u' ' + application.healthMessage).trimmed());
    line(Text::tr("Operation"), (operationWord(application) + u' ' + plainLine(application.operation.message)).trimmed());
    line(Text::tr("Auto-sync"),
         application.isAutomated ? Text::tr("on")
             : picture.isPaused  ? Text::tr("off, paused")
                                 : Text::tr("off"));
    line(Text::tr("Owner"), plainLine(picture.owner));
    line(Text::tr("Sync windows"), picture.windows);
    for (const gitops::ApplicationCondition &condition : application.conditions) {
        line(wording::conditionTitle(condition.type), plainLine(condition.message));
    }
}

void printTree(const Io &io, const gitops::ResourceTree &tree, bool everything)
{
    Table table({{Text::tr("resource")},
                 {Text::tr("namespace")},
                 {Text::tr("sync")},
                 {Text::tr("health")},
                 {Text::tr("wave"), Table::Align::Right},
                 {Text::tr("message")}});
    for (const gitops::TreeNode &node : tree.nodes) {
        if (node.depth > 0 && !everything) {
            continue;
        }
        const QString what = node.isHook ? Text::tr("hook") : node.needsPruning ? Text::tr("to be pruned") : plainLine(node.sync);
        table.add({QString(2 * node.depth, u' ') + plainLine(node.kind + u' ' + node.name), plainLine(node.ns), what,
                   plainLine(node.health.status), node.depth > 0 ? QString() : QString::number(node.wave),
                   plainLine(node.health.message)});
    }
    io.print(u'\n' + table.toString());
    for (const QString &note : tree.notes) {
        io.say(note);
    }
}

bool isGood(const gitops::Application &application)
{
    return application.sync == u"Synced" && application.health == u"Healthy" && application.isCompared;
}

} // namespace

Exit appsList(const Io &io, const AppsOptions &options)
{
    CancelSource asked;
    const StopSignals signals([&asked] { asked.cancel(); });
    const auto contexts = contextsOf(options);
    if (!contexts) {
        return sayNotFound(io, contexts.error());
    }
    QList<Listed> all;
    Exit worst = Exit::Done;
    for (const QString &context : *contexts) {
        const auto listed = listOne(options, context, asked.token());
        if (!listed) {
            // One cluster that does not answer takes none of the others away.
            worst = sayNotFound(io, listed.error());
            continue;
        }
        all += *listed;
    }
    QList<yaml::Value> items;
    for (const Listed &each : std::as_const(all)) {
        items.append(applicationItem(each.application, each.context));
        if (options.format == Format::Name) {
            io.print(plainLine(each.application.ns + u'/' + each.application.name) + u'\n');
        }
    }
    if (isDocument(options.format)) {
        yaml::Value document;
        document.set(u"apiVersion"_s, u"console.sentinel/v1"_s);
        document.set(u"kind"_s, u"ApplicationList"_s);
        document.set(u"items"_s, yaml::Value::list(items));
        printDocument(io, options.format, document);
    } else if (options.format != Format::Name && (worst == Exit::Done || !all.isEmpty())) {
        printList(io, all, contexts->size() > 1, options.format == Format::Wide);
    }
    return worst;
}

Exit appsShow(const Io &io, const AppsOptions &options)
{
    CancelSource asked;
    const StopSignals signals([&asked] { asked.cancel(); });
    const auto found = findApplication(text(options.app), options.target, asked.token());
    if (!found) {
        return sayNotFound(io, found.error());
    }
    const auto picture = waitFor(pictureOf(*found, options, asked.token()));
    if (!picture) {
        return report(io, picture.error(), false);
    }
    if (isDocument(options.format)) {
        printDocument(io, options.format, applicationDocument(*picture));
    } else if (options.format == Format::Name) {
        io.print(plainLine(found->spoken()) + u'\n');
    } else {
        printHead(io, *picture);
        printTree(io, picture->tree, options.tree || options.format == Format::Wide);
    }
    return isGood(found->application) ? Exit::Done : Exit::No;
}

Exit appsWindows(const Io &io, const AppsOptions &options)
{
    CancelSource asked;
    const StopSignals signals([&asked] { asked.cancel(); });
    const auto found = findApplication(text(options.app), options.target, asked.token());
    if (!found) {
        return sayNotFound(io, found.error());
    }
    const auto project = waitFor(found->connection.api->get(
        gitops::projectType(), {.ns = found->application.ns, .name = found->application.project}, asked.token()));
    if (!project) {
        return report(io, project.error(), false);
    }
    const QList<gitops::SyncWindow> windows = gitops::syncWindows(*project, found->application, QDateTime::currentDateTimeUtc());
    const gitops::WindowVerdict verdict = gitops::windowVerdict(windows);
    if (isDocument(options.format)) {
        printDocument(io, options.format, windowsDocument(found->application, windows, verdict));
        return verdict.allowsManual ? Exit::Done : Exit::No;
    }
    Table table({{Text::tr("kind")},
                 {Text::tr("schedule")},
                 {Text::tr("duration")},
                 {Text::tr("zone")},
                 {Text::tr("this one")},
                 {Text::tr("now")},
                 {Text::tr("next")}});
    for (const gitops::SyncWindow &window : windows) {
        const QString now = window.problem.isEmpty()
            ? window.isActive ? Text::tr("open until %1").arg(timeWord(window.until)) : Text::tr("closed")
            : window.problem;
        table.add({window.isDeny ? u"deny"_s : u"allow"_s, plainLine(window.schedule), formatDuration(window.duration),
                   window.timeZone.isEmpty() ? u"UTC"_s : plainLine(window.timeZone),
                   window.concerns ? Text::tr("yes") : Text::tr("no"), now, timeWord(window.next)});
    }
    if (!table.isEmpty()) {
        io.print(table.toString());
    }
    io.print((verdict.sentence.isEmpty() ? Text::tr("No sync window concerns this Application.") : verdict.sentence) + u'\n');
    return verdict.allowsManual ? Exit::Done : Exit::No;
}

} // namespace sentinel::cli
