// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gitops/SyncPreview.h"

#include "core/gitops/Json.h"

#include <QCoreApplication>

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
