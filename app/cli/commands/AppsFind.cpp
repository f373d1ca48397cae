// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/Apps.h"
#include "app/composition/DeployServices.h"
#include "app/composition/SourceServices.h"
#include "core/base/SafeText.h"
#include "core/kube/access/Kubeconfig.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sentinel::cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

/// A word taken apart; `ns` may also be a context where no such namespace has the application.
struct Place
{
    QString context;
    QString ns;
    QString name;
};

Result<Place> placeOf(const QString &word, const QString &kubeconfig)
{
    const qsizetype at = word.lastIndexOf(u'/');
    Place place{.context = {}, .ns = {}, .name = word.sliced(at + 1)};
    const QString front = word.first(std::max<qsizetype>(at, 0));
    if (place.name.isEmpty() || (at >= 0 && front.isEmpty())) {
        return failure(Error::Kind::Invalid, Text::tr("reading the command line"),
                       Text::tr("\"%1\" is no [CONTEXT/][NAMESPACE/]NAME.").arg(plainLine(word)));
    }
    if (front.isEmpty()) {
        return place;
    }
    // Names of contexts may hold slashes.
    const auto known = kube::Kubeconfig::read(kubeconfig);
    const QStringList contexts = known ? known->contexts() : QStringList();
    const qsizetype last = front.lastIndexOf(u'/');
    if (last < 0) {
        place.ns = front;
    } else if (contexts.contains(front.first(last))) {
        place.context = front.first(last);
        place.ns = front.sliced(last + 1);
    } else if (contexts.contains(front)) {
        place.context = front;
    } else {
        return failure(Error::Kind::Invalid, Text::tr("reading the command line"),
                       Text::tr("The kubeconfig has no context \"%1\"; it has: %2.")
                           .arg(plainLine(front.first(last)), plainLine(contexts.join(u", "_s))));
    }
    return place;
}

QList<kube::Object> named(const QList<kube::Object> &all, const Place &place)
{
    QList<kube::Object> found;
    for (const kube::Object &object : all) {
        const QJsonValue metadata = object[u"metadata"];
        if (metadata[u"name"].toString() == place.name && (place.ns.isEmpty() || metadata[u"namespace"].toString() == place.ns)) {
            found.append(object);
        }
    }
    return found;
}

[[nodiscard]] Async<QList<kube::Object>> lookFor(kube::ApiPtr api, Place place, CancelToken cancel)
{
    if (!place.ns.isEmpty()) {
        const auto one = co_await api->get(gitops::applicationType(), {.ns = place.ns, .name = place.name}, cancel);
        if (one) {
            co_return QList<kube::Object>{*one};
        }
        if (one.error().kind == Error::Kind::NotFound) {
            co_return QList<kube::Object>();
        }
        co_return failure(one);
    }
    const kube::ListOptions options{.fieldSelector = u"metadata.name="_s + place.name};
    const auto all = co_await api->list(gitops::applicationType(), options, cancel);
    if (all) {
        co_return named(all->items, place);
    }
    if (all.error().kind != Error::Kind::Forbidden) {
        co_return failure(all);
    }
    const auto home = co_await listApplications(api, u"argocd"_s, cancel);
    co_return home ? Result<QList<kube::Object>>(named(*home, place)) : failure(home);
}

Error severalOf(const Place &place, const QList<kube::Object> &found)
{
    QStringList choices;
    for (const kube::Object &object : found) {
        choices.append(plainLine(object[u"metadata"][u"namespace"].toString() + u'/' + place.name));
    }
    return {.kind = Error::Kind::Invalid,
            .doing = Text::tr("looking for the Application %1").arg(plainLine(place.name)),
            .detail = Text::tr("There are several; say which: %1.").arg(choices.join(u", "_s))};
}

} // namespace

Async<QList<kube::Object>> listApplications(kube::ApiPtr api, QString ns, CancelToken cancel)
{
    const auto all = co_await api->list(gitops::applicationType(), {.ns = ns, .version = u"0"_s}, cancel);
    if (!all && all.error().kind == Error::Kind::Forbidden && ns.isEmpty()) {
        const auto home = co_await api->list(gitops::applicationType(), {.ns = u"argocd"_s}, cancel);
        co_return home ? Result<QList<kube::Object>>(home->items) : failure(home);
    }
    if (!all && (all.error().kind == Error::Kind::Unsupported || all.error().kind == Error::Kind::NotFound)) {
        co_return failure(Error::Kind::NotFound, Text::tr("looking for Applications"), Text::tr("This cluster has no Argo CD."));
    }
    co_return all ? Result<QList<kube::Object>>(all->items) : failure(all);
}

Result<FoundApplication> findApplication(const QString &word, const ClusterOptions &options, CancelToken cancel)
{
    const auto place = placeOf(word, text(options.kubeconfig));
    if (!place) {
        return failure(place);
    }
    ClusterOptions target = options;
    if (!place->context.isEmpty()) {
        target.context = place->context.toStdString();
    }
    const auto connection = connected(target, cancel);
    if (!connection) {
        return failure(connection);
    }
    Place wanted = *place;
    if (wanted.ns.isEmpty()) {
        wanted.ns = text(options.ns);
    }
    const auto found = waitFor(lookFor(connection->api, wanted, cancel));
    if (!found) {
        return failure(found);
    }
    if (found->isEmpty()) {
        const auto known = kube::Kubeconfig::read(text(options.kubeconfig));
        if (place->context.isEmpty() && !place->ns.isEmpty() && known && known->contexts().contains(place->ns)) {
            ClusterOptions other = options;
            other.context = place->ns.toStdString();
            return findApplication(place->name, other, cancel);
        }
        return failure(Error::Kind::NotFound, Text::tr("looking for the Application %1").arg(plainLine(word)),
                       Text::tr("There is none of that name; \"sentinelctl apps list\" shows those there are."));
    }
    if (found->size() > 1) {
        return failure(severalOf(wanted, *found));
    }
    kube::Object object = found->first();
    object.insert(u"apiVersion"_s, gitops::applicationType().apiVersion());
    object.insert(u"kind"_s, gitops::applicationType().kind);
    const auto application = gitops::readApplication(object);
    if (!application) {
        return failure(application);
    }
    return FoundApplication{.connection = *connection, .object = object, .application = *application};
}

Result<gitops::ChangeServices> changeServices(const composition::ClusterConnection &connection)
{
    const auto journal = composition::openJournal();
    if (!journal) {
        return failure(journal);
    }
    return gitops::ChangeServices{.api = connection.api,
                                  .clock = std::make_shared<SystemClock>(),
                                  .journal = *journal,
                                  .context = connection.access.context,
                                  .cluster = connection.access.server.toString(),
                                  .userName = qEnvironmentVariable("USER", u"sentinel-console"_s)};
}

Async<gitops::SourceServices> sourcesFor(composition::ClusterConnection connection, AppsOptions options, CancelToken cancel)
{
    composition::ArgoServerWish wish = composition::argoServerWish();
    if (!options.argocdServer.empty()) {
        wish.where = text(options.argocdServer);
    }
    return composition::sourceServices(std::move(connection), std::move(wish), std::move(cancel));
}

Exit sayNotFound(const Io &io, const Error &error)
{
    return report(io, error, error.kind == Error::Kind::NotFound);
}

} // namespace sentinel::cli
