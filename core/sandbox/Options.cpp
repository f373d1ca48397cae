// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/Options.h"

using namespace Qt::StringLiterals;

namespace sentinel::sandbox {

namespace {

constexpr qsizetype kLongestManager = 128;

Cause forbidden(const QString &field, const QString &why)
{
    return {.reason = u"FieldValueForbidden"_s, .message = u"Forbidden: "_s + why, .field = field};
}

Cause unsupported(const QString &field, const QString &value, const QString &supported)
{
    return {.reason = u"FieldValueNotSupported"_s,
            .message = u"Unsupported value: %1: supported values: %2"_s.arg(value, supported),
            .field = field};
}

QString kindOf(const Call &call)
{
    return call.method == "POST" ? u"CreateOptions"_s : call.method == "PUT" ? u"UpdateOptions"_s : u"PatchOptions"_s;
}

bool isApply(const Call &call)
{
    return call.contentType.startsWith("application/apply-patch");
}

std::optional<Problem> found(const QString &kind, const QList<Cause> &causes)
{
    return causes.isEmpty() ? std::nullopt : std::optional(problems::options(kind, causes));
}

} // namespace

std::optional<Problem> wrongWriteOptions(const Call &call)
{
    QList<Cause> causes;
    if (call.method == "PATCH" && isApply(call) && call.value("fieldManager"_L1).isEmpty()) {
        causes.append({.reason = u"FieldValueRequired"_s,
                       .message = u"Required value: is required for apply patch"_s,
                       .field = u"fieldManager"_s});
    }
    if (call.method == "PATCH" && !isApply(call) && call.query.hasQueryItem(u"force"_s)) {
        causes.append(forbidden(u"force"_s, u"may not be specified for non-apply patch"_s));
    }
    if (call.value("fieldManager"_L1).size() > kLongestManager) {
        causes.append({.reason = u"FieldValueTooLong"_s,
                       .message = u"Too long: may not be more than %1 bytes"_s.arg(kLongestManager),
                       .field = u"fieldManager"_s});
    }
    if (const QString dry = call.value("dryRun"_L1); !dry.isEmpty() && dry != "All"_L1) {
        causes.append(unsupported(u"dryRun"_s, u"[\"%1\"]"_s.arg(dry), u"\"All\""_s));
    }
    if (const QString mode = call.value("fieldValidation"_L1);
        !mode.isEmpty() && mode != "Strict"_L1 && mode != "Warn"_L1 && mode != "Ignore"_L1) {
        causes.append(unsupported(u"fieldValidation"_s, u'"' + mode + u'"', u"\"\", \"Ignore\", \"Strict\", \"Warn\""_s));
    }
    return found(kindOf(call), causes);
}

std::optional<Problem> wrongListOptions(const Call &call, bool isWatch)
{
    const QString field = u"resourceVersionMatch"_s;
    const QString match = call.value("resourceVersionMatch"_L1);
    const QString version = call.value("resourceVersion"_L1);
    const bool wantsInitial = call.isSet("sendInitialEvents"_L1);
    QList<Cause> causes;
    if (isWatch && wantsInitial) {
        if (match != "NotOlderThan"_L1) {
            causes.append(forbidden(field, u"sendInitialEvents requires setting resourceVersionMatch to NotOlderThan"_s));
        }
        if (!match.isEmpty() && match != "NotOlderThan"_L1) {
            causes.append(unsupported(field, u'"' + match + u'"', u"\"NotOlderThan\""_s));
        }
        return found(u"ListOptions"_s, causes);
    }
    if (isWatch && !match.isEmpty()) {
        causes.append(forbidden(field, u"resourceVersionMatch is forbidden for watch unless sendInitialEvents is provided"_s));
        return found(u"ListOptions"_s, causes);
    }
    if (!match.isEmpty() && version.isEmpty()) {
        causes.append(forbidden(field, u"resourceVersionMatch is forbidden unless resourceVersion is provided"_s));
    } else if (match == "Exact"_L1 && version == "0"_L1) {
        causes.append(forbidden(field, u"resourceVersionMatch \"exact\" is forbidden for resourceVersion \"0\""_s));
    } else if (!match.isEmpty() && match != "Exact"_L1 && match != "NotOlderThan"_L1) {
        causes.append(unsupported(field, u'"' + match + u'"', u"\"Exact\", \"NotOlderThan\", \"\""_s));
    }
    if (!isWatch && wantsInitial) {
        causes.append(forbidden(u"sendInitialEvents"_s, u"sendInitialEvents is forbidden for list"_s));
    }
    return found(u"ListOptions"_s, causes);
}

std::optional<Problem> wrongPropagation(const QString &policy)
{
    if (policy.isEmpty() || policy == "Foreground"_L1 || policy == "Background"_L1 || policy == "Orphan"_L1) {
        return {};
    }
    return found(
        u"DeleteOptions"_s,
        {unsupported(u"propagationPolicy"_s, u'"' + policy + u'"', u"\"Foreground\", \"Background\", \"Orphan\", \"nil\""_s)});
}

} // namespace sentinel::sandbox
