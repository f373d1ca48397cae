// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gitops/Change.h"

#include "core/base/SafeText.h"
#include "core/gitops/Await.h"
#include "core/gitops/Json.h"
#include "core/gitops/Operation.h"

#include <QCoreApplication>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace sentinel::gitops {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Change)
};

constexpr int kMostTries = 8; ///< Argo CD writes an Application too, several times a second
constexpr Duration kPatience = std::chrono::minutes(1);
const QString kRefresh = u"argocd.argoproj.io/refresh"_s;
const QString kApproved = u"argocd.argoproj.io/deletion-approved"_s;

QString spoken(const kube::ObjectName &name)
{
    return name.ns.isEmpty() ? name.name : name.ns + u'/' + name.name;
}

[[nodiscard]] Async<kube::Object> patched(Change change, ChangeServices services, CancelToken cancel)
{
    for (int tries = 0; tries < kMostTries; ++tries) {
        const auto object = co_await services.api->get(change.type, change.name, cancel);
        if (!object) {
            co_return failure(object);
        }
        const auto patch = change.patch(*object);
        if (!patch) {
            co_return failure(patch);
        }
        if (patch->isEmpty()) {
            co_return *object;
        }
        QJsonObject whole = *patch;
        QJsonObject metadata = whole[u"metadata"].toObject();
        metadata.insert(u"resourceVersion"_s, (*object)[u"metadata"][u"resourceVersion"]);
        whole.insert(u"metadata"_s, metadata);
        const auto written = co_await services.api->patch(
            change.type, change.name,
            kube::Patch{.type = kube::PatchType::Merge, .json = QJsonDocument(whole).toJson(QJsonDocument::Compact)},
            kube::WriteOptions{.strict = change.strict}, cancel);
        if (written) {
            co_return written->object;
        }
        if (written.error().kind != Error::Kind::Conflict) {
            co_return failure(written);
        }
    }
    co_return failure(Error::Kind::Conflict, Text::tr("changing %1").arg(spoken(change.name)),
                      Text::tr("Others kept writing to it; try again when they are done."));
}

QJsonObject annotationPatch(const QString &name, const QJsonValue &value)
{
    return {{u"metadata"_s, QJsonObject{{u"annotations"_s, QJsonObject{{name, value}}}}}};
}

/// Awaits, but not for ever: the clock calls it off.
[[nodiscard]] Async<kube::Object> awaitInTime(ChangeServices services, kube::ObjectName name,
                                              std::function<bool(const kube::Object &)> enough, QString doing, CancelToken cancel)
{
    const auto stop = std::make_shared<CancelSource>();
    const auto late = std::make_shared<bool>(false);
    const auto registration = cancel.onCancel([stop] { stop->cancel(); });
    const auto context = std::make_shared<QObject>();
    services.clock->after(kPatience, context.get(), [stop, late] {
        *late = true;
        stop->cancel();
    });
    auto found = co_await awaitObject(services.api, applicationType(), name, std::move(enough), stop->token());
    if (!found && *late) {
        const auto now = co_await services.api->get(applicationType(), name, cancel);
        const QString said = now ? plainLine((*now)[u"status"][u"operationState"][u"message"].toString()) : QString();
        co_return failure(Error::Kind::Timeout, doing,
                          isBusy(now.value_or(kube::Object())) && !said.isEmpty()
                              ? Text::tr("Argo CD has not done it within a minute; its operation says: %1").arg(said)
                              : Text::tr("Argo CD did not answer within a minute; is its application controller running?"));
    }
    co_return found;
}

} // namespace

Result<OpenedOperation> openOperation(const ChangeServices &services, const QString &kind, const kube::ObjectName &name,
                                      const QString &sentence, const journal::Facts &facts)
{
    const journal::Scope scope{
        .kind = kind, .context = services.context, .cluster = services.cluster, .environment = spoken(name)};
    auto claim = services.journal->claim(scope);
    if (!claim) {
        return failure(claim);
    }
    const auto open = services.journal->openOperation(scope.kind, scope.cluster, scope.environment);
    if (!open) {
        return failure(open);
    }
    auto log = *open ? services.journal->resume((*open)->id) : services.journal->begin(scope, sentence, facts);
    if (!log) {
        return failure(log);
    }
    return OpenedOperation{
        .log = std::move(*log), .claim = std::make_shared<journal::Claim>(std::move(*claim)), .isResumed = open->has_value()};
}

Async<kube::Object> changeObject(Change change, ChangeServices services, CancelToken cancel)
{
    auto opened = openOperation(services, change.kind, change.name, change.sentence, change.facts);
    if (!opened) {
        co_return failure(opened);
    }
    const journal::Deed deed{
        .sentence = change.sentence,
        .requestId = change.kind,
        .target
        = {.apiVersion = change.type.apiVersion(), .kind = change.type.kind, .ns = change.name.ns, .name = change.name.name},
        .facts = change.facts};
    if (const auto noted = opened->log.intent(deed); !noted) {
        co_return failure(noted);
    }
    const auto changed = co_await patched(change, services, cancel);
    // What happened happened, whether or not it can be written down: a full disk must not hide it.
    const bool isCancelled = !changed && changed.error().kind == Error::Kind::Cancelled;
    std::ignore = changed ? opened->log.effect(deed) : Result<void>();
    std::ignore = opened->log.outcome(changed           ? journal::Outcome::Done
                                          : isCancelled ? journal::Outcome::Unknown
                                                        : journal::Outcome::Failed,
                                      changed ? change.sentence : changed.error().detail);
    co_return changed;
}

Async<void> refreshApplication(kube::ObjectName name, bool hard, ChangeServices services, CancelToken cancel)
{
    const QString word = hard ? u"hard"_s : u"normal"_s;
    const auto asked = co_await changeObject(
        {.kind = u"refresh"_s,
         .name = name,
         .sentence = Text::tr("%1 is compared with Git again.").arg(spoken(name)),
         .patch = [word](const kube::Object &) -> Result<QJsonObject> { return annotationPatch(kRefresh, word); }},
        services, cancel);
    if (!asked) {
        co_return failure(asked);
    }
    const auto done = co_await awaitInTime(
        services, name, [](const kube::Object &object) { return annotationOf(object, kRefresh).isEmpty(); },
        Text::tr("comparing %1 with Git").arg(spoken(name)), cancel);
    co_return done ? Result<void>() : failure(done);
}

Async<void> terminateOperation(kube::ObjectName name, ChangeServices services, CancelToken cancel)
{
    const QString doing = Text::tr("ending the operation of %1").arg(spoken(name));
    const auto asked = co_await changeObject(
        {.kind = u"terminate"_s,
         .name = name,
         .sentence = Text::tr("The operation of %1 is ended.").arg(spoken(name)),
         .patch = [doing](const kube::Object &object) -> Result<QJsonObject> {
             if (!isBusy(object)) {
                 return failure(Error::Kind::Conflict, doing, Text::tr("No operation runs."));
             }
             if (!object[u"status"][u"operationState"].isObject()) {
                 return failure(Error::Kind::Conflict, doing, Text::tr("Argo CD has not begun it yet; try again in a moment."));
             }
             return terminatePatch(object);
         }},
        services, cancel);
    if (!asked) {
        co_return failure(asked);
    }
    const auto done
        = co_await awaitInTime(services, name, [](const kube::Object &object) { return !isBusy(object); }, doing, cancel);
    co_return done ? Result<void>() : failure(done);
}

Async<void> confirmDeletion(kube::ObjectName name, ChangeServices services, CancelToken cancel)
{
    const QString now = services.clock->now().toUTC().toString(Qt::ISODate);
    const auto done = co_await changeObject(
        {.kind = u"confirm-deletion"_s,
         .name = name,
         .sentence = Text::tr("What %1 wants to delete may go.").arg(spoken(name)),
         .patch = [now](const kube::Object &) -> Result<QJsonObject> { return annotationPatch(kApproved, now); }},
        services, cancel);
    co_return done ? Result<void>() : failure(done);
}

} // namespace sentinel::gitops
