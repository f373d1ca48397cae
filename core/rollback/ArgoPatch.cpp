// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rollback/ArgoPatch.h"
#include "core/gitops/Operation.h"

using namespace Qt::StringLiterals;

namespace sentinel::rollback {

namespace {

QJsonObject versionOf(const QJsonObject &application)
{
    return {{u"metadata"_s, QJsonObject{{u"resourceVersion"_s, application[u"metadata"][u"resourceVersion"]}}}};
}

/// Both changes in one; where they meet in a field, the later one's counts.
QJsonObject together(QJsonObject first, const QJsonObject &second)
{
    for (auto at = second.begin(); at != second.end(); ++at) {
        const QJsonValue known = first.value(at.key());
        first.insert(at.key(), known.isObject() && at->isObject() ? QJsonValue(together(known.toObject(), at->toObject())) : *at);
    }
    return first;
}

} // namespace

QJsonObject rollbackPatch(const QJsonObject &application, const Candidate &candidate, const Choice &choice,
                          const PatchWords &words)
{
    gitops::SyncWish wish{.revisions = candidate.revisions,
                          .prune = choice.prune,
                          .strategy = choice.withHooks ? gitops::SyncWish::Strategy::Hook : gitops::SyncWish::Strategy::Apply};
    if (!candidate.source.isEmpty()) {
        wish.sources = {candidate.source};
    }
    for (const QJsonValue &source : candidate.sources) {
        wish.sources.append(source.toObject());
    }
    QJsonObject patch = gitops::syncPatch(application, wish, words.run, words.userName);
    // A rollback that fails is looked at by the person who wanted it; trying on for half an hour would only keep others out.
    QJsonObject operation = patch.value(u"operation"_s).toObject();
    operation.remove(u"retry"_s);
    patch.insert(u"operation"_s, operation);
    return together(gitops::pausePatch(application, words.pause), patch);
}

QJsonObject pauseOnlyPatch(const QJsonObject &application, gitops::PauseWay way)
{
    return together(gitops::pausePatch(application, way), versionOf(application));
}

QJsonObject restorePatch(const QJsonObject &application, const QJsonObject &automated)
{
    QJsonObject wanted = automated;
    // A merge patch takes away only what it names.
    const QJsonObject present = application[u"spec"][u"syncPolicy"][u"automated"].toObject();
    for (auto at = present.begin(); at != present.end(); ++at) {
        if (!wanted.contains(at.key())) {
            wanted.insert(at.key(), QJsonValue::Null);
        }
    }
    const QJsonObject memory{{QString::fromUtf16(gitops::kAutoSyncMemory), QJsonValue::Null}};
    return together(versionOf(application),
                    {{u"metadata"_s, QJsonObject{{u"annotations"_s, memory}}},
                     {u"spec"_s, QJsonObject{{u"syncPolicy"_s, QJsonObject{{u"automated"_s, wanted}}}}}});
}

} // namespace sentinel::rollback
