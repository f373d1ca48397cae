// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rollback/ArgoPatch.h"
#include "core/gitops/Operation.h"

#include <QJsonDocument>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::rollback {

namespace {

QJsonObject automatedOf(const QJsonObject &application)
{
    return application[u"spec"][u"syncPolicy"][u"automated"].toObject();
}

/// Puts the pause beside what the patch holds already.
void addPause(QJsonObject &patch, const QJsonObject &application, const PatchWords &words)
{
    if (words.pause == PauseForm::None) {
        return;
    }
    const QJsonValue automated
        = words.pause == PauseForm::Enabled ? QJsonValue(QJsonObject{{u"enabled"_s, false}}) : QJsonValue(QJsonValue::Null);
    patch.insert(u"spec"_s, QJsonObject{{u"syncPolicy"_s, QJsonObject{{u"automated"_s, automated}}}});
    const QJsonObject note{{u"run"_s, words.run}, {u"by"_s, words.userName}, {u"automated"_s, automatedOf(application)}};
    QJsonObject metadata = patch[u"metadata"].toObject();
    metadata.insert(u"annotations"_s,
                    QJsonObject{{pauseAnnotation(), QString::fromUtf8(QJsonDocument(note).toJson(QJsonDocument::Compact))}});
    patch.insert(u"metadata"_s, metadata);
}

} // namespace

bool isAutomated(const QJsonObject &application)
{
    const QJsonValue automated = application[u"spec"][u"syncPolicy"][u"automated"];
    return automated.isObject() && automated[u"enabled"].toBool(true);
}

PauseForm pauseFormOf(const QJsonObject &application)
{
    return isAutomated(application) ? PauseForm::Enabled : PauseForm::None;
}

bool lacksEnabled(const Error &error)
{
    return error.kind == Error::Kind::Invalid && error.detail.contains(u"unknown field") && error.detail.contains(u"enabled");
}

QString pauseAnnotation()
{
    return u"console.sentinel/auto-sync-paused"_s;
}

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
    QJsonObject operation = patch[u"operation"].toObject();
    operation.remove(u"retry"_s);
    patch.insert(u"operation"_s, operation);
    addPause(patch, application, words);
    return patch;
}

QJsonObject pausePatch(const QJsonObject &application, const PatchWords &words)
{
    QJsonObject patch{{u"metadata"_s, QJsonObject{{u"resourceVersion"_s, application[u"metadata"][u"resourceVersion"]}}}};
    addPause(patch, application, words);
    return patch;
}

QJsonObject restorePatch(const QJsonObject &application, const QJsonObject &automated)
{
    QJsonObject wanted = automated;
    // A merge patch takes away only what it names.
    const QJsonObject present = automatedOf(application);
    for (auto at = present.begin(); at != present.end(); ++at) {
        if (!wanted.contains(at.key())) {
            wanted.insert(at.key(), QJsonValue::Null);
        }
    }
    return {{u"metadata"_s,
             QJsonObject{{u"resourceVersion"_s, application[u"metadata"][u"resourceVersion"]},
                         {u"annotations"_s, QJsonObject{{pauseAnnotation(), QJsonValue::Null}}}}},
            {u"spec"_s, QJsonObject{{u"syncPolicy"_s, QJsonObject{{u"automated"_s, wanted}}}}}};
}

std::optional<QJsonObject> rememberedPolicy(const QJsonObject &application)
{
    const QString text = application[u"metadata"][u"annotations"][pauseAnnotation()].toString();
    const QJsonObject note = QJsonDocument::fromJson(text.toUtf8()).object();
    return note[u"automated"].isObject() ? std::optional(note[u"automated"].toObject()) : std::nullopt;
}

QString pausePointer(PauseForm form)
{
    return form == PauseForm::Removed ? u"/spec/syncPolicy"_s : u"/spec/syncPolicy/automated/enabled"_s;
}

bool leavesPauseAlone(const QJsonObject &applicationSet, PauseForm form)
{
    const QString applications = applicationSet[u"spec"][u"syncPolicy"][u"applicationsSync"].toString();
    if (applications == u"create-only" || applications == u"create-delete") {
        return true;
    }
    const QString pointer = pausePointer(form);
    const QJsonArray ignored = applicationSet[u"spec"][u"ignoreApplicationDifferences"].toArray();
    for (const QJsonValue &entry : ignored) {
        if (!entry[u"name"].toString().isEmpty()) {
            continue; // for one Application by name; whether it is ours would have to be told from the generators
        }
        const QJsonArray pointers = entry[u"jsonPointers"].toArray();
        const bool covers = std::ranges::any_of(pointers, [&pointer](const QJsonValue &one) {
            return !one.toString().isEmpty() && (pointer == one.toString() || pointer.startsWith(one.toString() + u'/'));
        });
        if (covers) {
            return true;
        }
    }
    return false;
}

QJsonObject pointerPatch(const QJsonObject &applicationSet, PauseForm form)
{
    if (applicationSet.isEmpty() || form == PauseForm::None || leavesPauseAlone(applicationSet, form)) {
        return {};
    }
    QJsonArray ignored = applicationSet[u"spec"][u"ignoreApplicationDifferences"].toArray();
    ignored.append(QJsonObject{{u"jsonPointers"_s, QJsonArray{pausePointer(form)}}});
    return {{u"metadata"_s, QJsonObject{{u"resourceVersion"_s, applicationSet[u"metadata"][u"resourceVersion"]}}},
            {u"spec"_s, QJsonObject{{u"ignoreApplicationDifferences"_s, ignored}}}};
}

QJsonObject pointerPatch(const Evidence &evidence)
{
    return evidence.owner ? pointerPatch(*evidence.owner, pauseFormOf(evidence.application)) : QJsonObject();
}

} // namespace sentinel::rollback
