// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/Admission.h"
#include "core/sandbox/Apply.h"
#include "core/sandbox/Body.h"
#include "core/sandbox/Defaults.h"
#include "core/sandbox/Names.h"
#include "core/sandbox/Patch.h"
#include "core/sandbox/Registry.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace sentinel::sandbox {

namespace {

void setMetadata(QJsonObject &object, QLatin1StringView key, const QJsonValue &value)
{
    QJsonObject metadata = object.value("metadata"_L1).toObject();
    metadata.insert(key, value);
    object.insert("metadata"_L1, metadata);
}

QString metadataText(const QJsonObject &object, QLatin1StringView key)
{
    return object.value("metadata"_L1)[key].toString();
}

/// A patch that leads to fields nobody knows: the server tells the whole object it led to.
Problem strictPatchProblem(const Type &type, const QJsonObject &object, const QStringList &sentences)
{
    const QString text = QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)).replace(u'"', "\\\""_L1);
    Problem problem
        = problems::invalid(type, {},
                            {{.reason = u"FieldValueInvalid"_s,
                              .message = u"Invalid value: \"%1\": strict decoding error: %2"_s.arg(text, sentences.join(u", "_s)),
                              .field = u"patch"_s}});
    problem.message = u" \"\" is invalid: patch: "_s + problem.causes.constFirst().message;
    problem.kind.clear();
    problem.group.clear();
    return problem;
}

/// Fields that have no place in the schema cannot be owned; the server stumbles over them.
std::optional<Problem> undeclared(const Type &type, const QJsonObject &object)
{
    QStringList sentences;
    for (const QString &field : checkAgainstSchema(type, object).unknown) {
        if (!field.startsWith("metadata."_L1)) {
            sentences.append(u'.' + field + u": field not declared in schema"_s);
        }
    }
    if (sentences.isEmpty()) {
        return {};
    }
    const QString all = sentences.size() == 1 ? sentences.constFirst() : u"errors:\n  "_s + sentences.join(u"\n  "_s);
    const QJsonObject metadata = object.value("metadata"_L1).toObject();
    return Problem{.code = 500,
                   .reason = {},
                   .message = u"failed to create typed patch object (%1/%2; %3, Kind=%4): %5"_s.arg(
                       metadata.value("namespace"_L1).toString(), metadata.value("name"_L1).toString(),
                       type.group + u'/' + type.version, type.kind, all)};
}

bool isMissing(const Cause &cause)
{
    return cause.reason == "FieldValueRequired"_L1;
}

} // namespace

Outcome<void> Registry::checkFields(const Call &call, const QJsonObject &object, const QStringList &duplicates,
                                    QStringList &warnings) const
{
    const QString mode = call.value("fieldValidation"_L1);
    FieldProblems found = checkAgainstSchema(*call.type, object);
    if (call.contentType.startsWith("application/apply-patch")) {
        found.wrong.removeIf(isMissing); // an apply names a part; what is missing of the whole is seen when that is there
    }
    QStringList sentences;
    for (const QString &field : found.unknown) {
        sentences.append(u"unknown field \"%1\""_s.arg(field));
    }
    for (const QString &field : duplicates) {
        sentences.append(u"duplicate field \"%1\""_s.arg(field));
    }
    if (mode == "Strict"_L1 && !sentences.isEmpty()) {
        return refuse(
            call.method == "PATCH"
                ? strictPatchProblem(*call.type, object, sentences)
                : problems::badRequest(u"%1 in version \"%2\" cannot be handled as a %1: strict decoding error: %3"_s.arg(
                      call.type->kind, call.type->version, sentences.join(u", "_s))));
    }
    if (mode != "Ignore"_L1) {
        warnings += sentences;
    }
    if (!found.wrong.isEmpty()) {
        return refuse(
            problems::invalid(*call.type, call.name.isEmpty() ? metadataText(object, "name"_L1) : call.name, found.wrong));
    }
    return {};
}

Outcome<QJsonObject> Registry::bodyObject(const Call &call, QStringList &warnings) const
{
    const auto body = readBody(call);
    if (!body) {
        return refuse(body.error());
    }
    if (!body->value.isObject()) {
        return refuse(problems::badRequest(u"the body of the request is no object"_s));
    }
    QJsonObject object = body->value.toObject();
    const QString kind = object.value("kind"_L1).toString();
    const QString apiVersion = object.value("apiVersion"_L1).toString();
    const bool isApply = call.method == "PATCH";
    if (isApply && (kind.isEmpty() || apiVersion.isEmpty())) {
        return refuse(problems::badRequest(u"invalid object type: /, Kind="_s));
    }
    if (isApply && !call.type->isCustom()) {
        if (const auto wrong = undeclared(*call.type, object)) {
            return refuse(*wrong);
        }
    }
    if ((!kind.isEmpty() && kind != call.type->kind) || (!apiVersion.isEmpty() && apiVersion != call.type->apiVersion())) {
        return refuse(problems::badRequest(
            u"the API version in the data (%1, Kind=%2) does not match the expected API version (%3, Kind=%4)"_s.arg(
                apiVersion, kind, call.type->apiVersion(), call.type->kind)));
    }
    const QString ns = metadataText(object, "namespace"_L1);
    if (call.type->namespaced && !ns.isEmpty() && ns != call.ns) {
        return refuse(
            problems::badRequest(u"the namespace of the provided object does not match the namespace sent on the request"_s));
    }
    const QString name = metadataText(object, "name"_L1);
    if (!call.name.isEmpty() && !name.isEmpty() && name != call.name) {
        return refuse(
            problems::badRequest(u"the name of the object (%1) does not match the name on the URL (%2)"_s.arg(name, call.name)));
    }
    if (const auto checked = checkFields(call, object, body->duplicates, warnings); !checked) {
        return refuse(checked.error());
    }
    object = withoutUnknown(*call.type, object);
    if (call.type->namespaced) {
        setMetadata(object, "namespace"_L1, call.ns);
    }
    if (!call.name.isEmpty()) {
        setMetadata(object, "name"_L1, call.name);
    }
    return object;
}

Outcome<Answer> Registry::create(const Call &call)
{
    if (call.type->namespaced && call.ns.isEmpty()) {
        return refuse(problems::methodNotAllowed());
    }
    Write change{.call = call, .object = {}};
    const auto object = bodyObject(call, change.warnings);
    if (!object) {
        return refuse(object.error());
    }
    if (!metadataText(*object, "resourceVersion"_L1).isEmpty()) {
        return refuse({.code = 500, .reason = {}, .message = u"resourceVersion should not be set on objects to be created"_s});
    }
    change.object = *object;
    return write(std::move(change));
}

Outcome<Answer> Registry::replace(const Call &call)
{
    QStringList warnings;
    const auto object = bodyObject(call, warnings);
    if (!object) {
        return refuse(object.error());
    }
    const auto before = present(call);
    if (!before) {
        return refuse(before.error());
    }
    return write({.call = call,
                  .object = *object,
                  .before = *before,
                  .half = call.subresource == "status"_L1 ? Store::Half::Status : Store::Half::Main,
                  .subresource = call.subresource,
                  .warnings = warnings});
}

Outcome<QJsonObject> Registry::patched(const Call &call, const QJsonObject &object) const
{
    if (call.contentType == "application/json-patch+json") {
        return jsonPatched(object, call.body);
    }
    const bool isMerge = call.contentType == "application/merge-patch+json";
    if (!isMerge && call.contentType != "application/strategic-merge-patch+json") {
        return refuse(problems::unsupportedMedia({}));
    }
    const auto patch = readObject(call.body);
    if (!patch) {
        return refuse(patch.error());
    }
    if (isMerge) {
        return mergePatched(object, *patch);
    }
    if (call.type->isCustom()) {
        return refuse(problems::unsupportedMedia(
            u"application/json-patch+json, application/merge-patch+json, application/apply-patch+yaml"_s));
    }
    if (object.value("kind"_L1).toString() != call.type->kind) {
        return mergePatched(object, *patch); // a Scale has no lists to merge
    }
    return strategicPatched(*call.type, object, *patch);
}

Outcome<Answer> Registry::patch(const Call &call)
{
    if (call.contentType == "application/apply-patch+yaml" || call.contentType == "application/apply-patch+json") {
        return apply(call);
    }
    const auto before = present(call);
    if (!before) {
        return refuse(before.error());
    }
    auto object = patched(call, *before);
    if (!object) {
        return refuse(object.error());
    }
    Write change{.call = call,
                 .object = *object,
                 .before = *before,
                 .half = call.subresource == "status"_L1 ? Store::Half::Status : Store::Half::Main,
                 .subresource = call.subresource};
    // A patch that names a version wants that one; one that does not takes whatever is there.
    if (metadataText(*object, "resourceVersion"_L1) == metadataText(*before, "resourceVersion"_L1)) {
        QJsonObject metadata = object->value("metadata"_L1).toObject();
        metadata.remove("resourceVersion"_L1);
        change.object.insert("metadata"_L1, metadata);
    }
    const QJsonObject metadata = change.object.value("metadata"_L1).toObject();
    if (metadata.value("name"_L1).toString() != call.name || metadata.value("namespace"_L1).toString() != call.ns) {
        return refuse(problems::badRequest(u"the name and namespace of an object cannot be patched"_s));
    }
    if (change.object.value("kind"_L1) != before->value("kind"_L1)
        || change.object.value("apiVersion"_L1) != before->value("apiVersion"_L1)) {
        return refuse(strictPatchProblem(*call.type, change.object, {u"the kind and version of an object cannot be patched"_s}));
    }
    if (const auto checked = checkFields(call, change.object, {}, change.warnings); !checked) {
        return refuse(checked.error());
    }
    change.object = withoutUnknown(*call.type, change.object);
    return write(std::move(change));
}

Outcome<Answer> Registry::apply(const Call &call)
{
    Write change{.call = call, .object = {}, .subresource = call.subresource, .isApply = true};
    const auto wanted = bodyObject(call, change.warnings);
    if (!wanted) {
        return refuse(wanted.error());
    }
    if (wanted->value("metadata"_L1).toObject().contains("managedFields"_L1)) {
        return refuse(problems::badRequest(u"metadata.managedFields must be nil"_s));
    }
    const auto before = present(call);
    if (!before && !call.subresource.isEmpty()) {
        return refuse(before.error());
    }
    if (call.subresource == "status"_L1) {
        change.half = Store::Half::Status;
    }
    change.before = before ? *before : QJsonObject();
    QJsonObject named = *wanted;
    if (!before) { // what is made has no version yet
        QJsonObject metadata = named.value("metadata"_L1).toObject();
        metadata.remove("resourceVersion"_L1);
        named.insert("metadata"_L1, metadata);
    }
    const auto applied = appliedTo(*call.type, change.before, named,
                                   {.manager = call.fieldManager(),
                                    .subresource = call.subresource,
                                    .time = timestamp(m_clock.now()),
                                    .force = call.isSet("force"_L1)});
    if (!applied) {
        return refuse(applied.error());
    }
    QList<Cause> missing = checkAgainstSchema(*call.type, *applied).wrong;
    missing.removeIf([](const Cause &cause) { return !isMissing(cause); });
    if (!missing.isEmpty()) {
        return refuse(problems::invalid(*call.type, call.name, missing));
    }
    change.object = *applied;
    return write(std::move(change));
}

Outcome<Answer> Registry::write(Write change)
{
    const Type &type = *change.call.type;
    const bool isNew = change.before.isEmpty();
    QJsonObject object = withDefaults(type, change.object);
    if (const auto allowed = admitted(m_store, type, object, change.before); !allowed) {
        return refuse(allowed.error());
    } else {
        object = *allowed;
    }
    if (!change.isApply) {
        object = withUpdateTracked(
            type, change.before, object,
            {.manager = change.call.fieldManager(), .subresource = change.subresource, .time = timestamp(m_clock.now())});
    }
    const auto store = [&] { return isNew ? m_store.create(type, object) : m_store.update(type, object, change.half); };
    const auto stored = change.call.isDryRun() ? m_store.dryRun(store) : store();
    if (!stored) {
        return refuse(problems::fromStore(stored.error(), type, metadataText(object, "name"_L1), isNew));
    }
    // A Scale is shown by whoever asked for it.
    auto answer = change.subresource == "scale"_L1 ? Outcome<Answer>(Answer{.object = *stored})
                                                   : represented(change.call, *stored, m_clock, isNew ? 201 : 200);
    if (answer) {
        answer->warnings = change.warnings;
    }
    return answer;
}

} // namespace sentinel::sandbox
