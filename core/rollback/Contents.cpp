// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rollback/Services.h"
#include "core/yaml/Json.h"

#include <QCoreApplication>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::rollback {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

/// What is asked of a cluster once, however many versions are looked at.
struct Known
{
    std::optional<QList<kube::ResourceType>> types;
    QString version;
};

[[nodiscard]] Async<void> learn(kube::ApiPtr api, std::shared_ptr<Known> known, CancelToken cancel)
{
    if (known->types) {
        co_return {};
    }
    auto types = co_await api->discover(cancel);
    if (!types) {
        co_return failure(types);
    }
    const auto version = co_await api->version(cancel);
    if (!version) {
        co_return failure(version);
    }
    known->types = std::move(*types);
    known->version = u"%1.%2.0"_s.arg(version->major).arg(version->minor);
    co_return {};
}

bool isNamespaced(const QList<kube::ResourceType> &types, const deploy::ObjectKey &key)
{
    const auto type = std::ranges::find_if(
        types, [&key](const kube::ResourceType &each) { return each.group == key.group && each.kind == key.kind; });
    return type == types.cend() || type->namespaced;
}

/// An empty one would be taken for a version that brings nothing, and everything for something to delete.
Result<Content> notEmpty(Content content)
{
    if (content.objects.isEmpty()) {
        return failure(Error::Kind::Invalid, Text::tr("reading what a version holds"), Text::tr("It holds no objects."));
    }
    return content;
}

[[nodiscard]] Async<Content> helmContent(kube::ApiPtr api, std::shared_ptr<Known> known, Subject subject, Candidate candidate,
                                         CancelToken cancel)
{
    if (const auto learned = co_await learn(api, known, cancel); !learned) {
        co_return failure(learned);
    }
    const auto release
        = co_await helm::readRelease(api, {.ns = subject.ns, .name = subject.name, .revision = candidate.id.toInt()}, cancel);
    if (!release) {
        co_return failure(release);
    }
    if (!release->problem.isEmpty()) {
        co_return failure(Error::Kind::Invalid, Text::tr("reading what a version holds"), release->problem);
    }
    auto objects = yaml::readObjects(release->manifest.toUtf8(), u"revision %1"_s.arg(candidate.id));
    if (!objects) {
        co_return failure(objects);
    }
    Content content;
    for (QJsonObject object : *objects) {
        QJsonObject metadata = object[u"metadata"].toObject();
        if (metadata.value(u"namespace"_s).toString().isEmpty() && isNamespaced(*known->types, deploy::keyOf(object))) {
            metadata.insert(u"namespace"_s, subject.targetNs);
            object.insert(u"metadata"_s, metadata);
        }
        content.objects.append(object);
    }
    co_return notEmpty(std::move(content));
}

gitops::HistoryEntry entryOf(const Candidate &candidate)
{
    gitops::HistoryEntry entry{.id = candidate.id.toLongLong(), .revisions = candidate.revisions, .source = candidate.source};
    for (const QJsonValue &source : candidate.sources) {
        entry.sources.append(source.toObject());
    }
    return entry;
}

[[nodiscard]] Async<Content> argoContent(kube::ApiPtr api, std::shared_ptr<Known> known, gitops::SourceServices sources,
                                         Subject subject, Candidate candidate, CancelToken cancel)
{
    if (const auto learned = co_await learn(api, known, cancel); !learned) {
        co_return failure(learned);
    }
    gitops::DesiredRequest request = gitops::desiredRequest(subject.application, entryOf(candidate));
    request.types = *known->types;
    request.kubernetesVersion = known->version;
    const auto desired = co_await gitops::desiredState(request, sources, cancel);
    if (!desired) {
        co_return failure(desired);
    }
    Content content{.notes = desired->notes, .isOffline = desired->isOffline};
    for (const gitops::DesiredObject &object : desired->objects) {
        (object.isHook() ? content.hooks : content.objects).append(object.object);
    }
    co_return notEmpty(std::move(content));
}

} // namespace

ContentOf readContents(kube::ApiPtr api, gitops::SourceServices sources)
{
    const auto known = std::make_shared<Known>();
    return [api, known, sources](const Subject &subject, const Candidate &candidate, const CancelToken &cancel) {
        return subject.way == Way::Helm ? helmContent(api, known, subject, candidate, cancel)
                                        : argoContent(api, known, sources, subject, candidate, cancel);
    };
}

} // namespace sentinel::rollback
