// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gitops/SyncPreview.h"

#include "core/base/SafeText.h"
#include "core/gitops/Git.h"
#include "core/gitops/Json.h"
#include "core/gitops/Mirror.h"
#include "core/gitops/ResourceTree.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace sentinel::gitops {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SyncPreview)
};

constexpr qsizetype kLarge = 300; ///< objects

QSet<QString> foundDifferent(const Application &application)
{
    QSet<QString> places;
    for (const ApplicationResource &resource : application.resources) {
        if (resource.sync != u"Synced") {
            places.insert(placeOf(resource.group, resource.kind, resource.ns, resource.name));
        }
    }
    return places;
}

/// On a cluster that is not the one we ask: only Argo CD's server can say.
[[nodiscard]] Async<ApplicationDifference> previewElsewhere(DesiredRequest wanted, Application application,
                                                            SourceServices services, CancelToken cancel)
{
    const QString doing = Text::tr("comparing the Application with its cluster");
    const QString where
        = plainLine(application.destinationName.isEmpty() ? application.destinationServer : application.destinationName);
    if (!wanted.revisions.isEmpty() || !wanted.sources.isEmpty()) {
        co_return failure(
            Error::Kind::Unsupported, doing,
            Text::tr("It is deployed to another cluster, %1, so a revision cannot be compared with it from here; two "
                     "revisions can be compared with each other.")
                .arg(where));
    }
    const QString alone
        = Text::tr("It is deployed to another cluster, %1, which only Argo CD's server can compare from here.").arg(where);
    Result<ArgoServer> server = failure(Error::Kind::Unsupported, doing, QString());
    if (services.server) {
        server = co_await services.server(wanted.application, cancel);
    }
    Result<QList<ServerResource>> resources = QList<ServerResource>();
    if (server) {
        resources = co_await serverResources(*server, application, cancel);
    } else {
        resources = failure(server);
    }
    if (!resources && resources.error().kind == Error::Kind::Cancelled) {
        co_return failure(resources);
    }
    if (!resources) {
        co_return failure(Error::Kind::Unsupported, doing, (alone + u' ' + resources.error().detail).trimmed());
    }
    ApplicationDifference difference = compareAsTold(*resources);
    difference.after = application.revisions;
    difference.notes.append(alone + u' '
                            + Text::tr("This is what it says (%1), as of its last comparison.").arg(plainLine(server->address)));
    co_return difference;
}

/// Secrets of which we only have masks, as the server compared them.
[[nodiscard]] Async<void> settleMasked(ApplicationDifference *difference, Application application, kube::Object object,
                                       SourceServices services, CancelToken cancel)
{
    const auto server = co_await services.server(object, cancel);
    if (!server) {
        co_return {};
    }
    const auto resources = co_await serverResources(*server, application, cancel);
    if (!resources) {
        co_return {}; // that they could not be compared is said already
    }
    const ApplicationDifference told = compareAsTold(*resources);
    const auto isSecret = [](const ObjectDifference &each) {
        return each.objectKind == u"Secret" && each.group.isEmpty() && each.kind == ObjectDifference::Kind::Unknown;
    };
    difference->objects.removeIf(isSecret);
    for (const ObjectDifference &each : told.objects) {
        if (each.objectKind == u"Secret" && each.group.isEmpty() && each.kind != ObjectDifference::Kind::Removed) {
            difference->objects.append(each);
        }
    }
    co_return {};
}

} // namespace

Async<DesiredRequest> desiredBase(kube::ApiPtr api, kube::Object application, CancelToken cancel)
{
    DesiredRequest request{.application = application, .tracking = Tracking::None};
    const auto types = co_await api->discover(cancel);
    if (!types) {
        co_return failure(types);
    }
    const auto version = co_await api->version(cancel);
    if (!version) {
        co_return failure(version);
    }
    request.types = *types;
    request.kubernetesVersion = version->gitVersion.section(u'+', 0, 0).remove(u'v');
    co_return request;
}

Async<void> checkRevision(kube::Object application, QString revision, SourceServices services, CancelToken cancel)
{
    static const QRegularExpression range(u"[*^~<>=|\\s]|\\.[xX](\\.|$)"_s);
    const QList<QJsonObject> sources = sourcesOf(application);
    if (sources.size() != 1 || sources.first().contains(u"chart"_s) || range.match(revision).hasMatch()) {
        co_return {};
    }
    const QString url = sources.first()[u"repoURL"].toString();
    const QString elsewhere = services.placeOf ? services.placeOf(url) : QString();
    MirrorRequest request{.url = elsewhere.isEmpty() ? url : elsewhere, .revision = revision, .cache = services.cache};
    const auto found = co_await mirrorRevision(request, cancel);
    if (found) {
        co_return {};
    }
    Error error = found.error();
    if (error.kind == Error::Kind::NotFound) {
        request.revision = u"HEAD"_s; // the repository itself may be what is not found
        const auto main = co_await mirrorRevision(request, cancel);
        if (main && !main->isOffline) {
            co_return failure(Error::Kind::NotFound, Text::tr("looking for the revision"),
                              Text::tr("%1 has no revision \"%2\"; nothing was begun.")
                                  .arg(withoutPassword(plainLine(url)), plainLine(revision)));
        }
        error = main ? error : main.error();
    }
    co_return error.kind == Error::Kind::Cancelled ? Result<void>(failure(error)) : Result<void>();
}

Result<DesiredRequest> requestFor(const DesiredRequest &base, const QString &word)
{
    DesiredRequest request = base;
    bool isNumber = false;
    const qlonglong id = word.toLongLong(&isNumber);
    constexpr qsizetype kShortestHash = 7; // anything as long is a commit, digits or not
    if (isNumber && word.size() < kShortestHash) {
        const auto application = readApplication(base.application);
        if (!application) {
            return failure(application);
        }
        const auto entry = std::ranges::find(application->history, id, &HistoryEntry::id);
        if (entry == application->history.cend()) {
            return failure(Error::Kind::Invalid, Text::tr("looking into the history"),
                           Text::tr("The history has no entry %1.").arg(word));
        }
        request = desiredRequest(base.application, *entry);
        request.types = base.types;
        request.kubernetesVersion = base.kubernetesVersion;
        request.tracking = base.tracking;
    } else if (!word.isEmpty()) {
        request.revisions = {word};
    }
    return request;
}

Async<ApplicationDifference> previewSync(kube::ApiPtr api, DesiredRequest wanted, SourceServices services, bool everything,
                                         CancelToken cancel)
{
    const auto application = readApplication(wanted.application);
    if (!application) {
        co_return failure(application);
    }
    const auto isFar = co_await runsElsewhere(api, wanted.application, services.address, cancel);
    if (!isFar) {
        co_return failure(isFar);
    }
    if (*isFar) {
        co_return co_await previewElsewhere(wanted, *application, services, cancel);
    }
    const auto state = co_await desiredState(wanted, services, cancel);
    if (!state) {
        co_return failure(state);
    }
    const auto rules = co_await ignoreRulesOf(api, wanted.application, cancel);
    if (!rules) {
        co_return failure(rules);
    }
    CompareOptions options;
    const bool isPartial = !everything && wanted.revisions.isEmpty() && state->objects.size() > kLarge;
    if (isPartial) {
        options.only = foundDifferent(*application);
    }
    if (isPartial && options.only.isEmpty()) {
        options.only.insert(QString()); // none
    }
    auto difference = co_await compareWithCluster(api, wanted.application, *state, wanted.types, *rules, options, cancel);
    const bool isMasked = std::ranges::any_of(state->objects, &DesiredObject::isMasked);
    if (difference && isMasked && wanted.revisions.isEmpty() && wanted.sources.isEmpty()) {
        std::ignore = co_await settleMasked(&*difference, *application, wanted.application, services, cancel);
    }
    if (difference && isPartial) {
        difference->notes.append(Text::tr("Only objects that Argo CD found different were compared."));
    }
    co_return difference;
}

Async<ApplicationDifference> previewChange(DesiredRequest from, DesiredRequest to, SourceServices services, CancelToken cancel)
{
    const auto before = co_await desiredState(from, services, cancel);
    if (!before) {
        co_return failure(before);
    }
    const auto after = co_await desiredState(to, services, cancel);
    if (!after) {
        co_return failure(after);
    }
    co_return compareRevisions(*before, *after);
}

} // namespace sentinel::gitops
