// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/Problem.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace sentinel::sandbox {

namespace {

QString quoted(const Type &type, const QString &name)
{
    return u"%1 \"%2\""_s.arg(type.resource(), name);
}

Problem about(const Type &type, const QString &name, int code, const QString &reason, const QString &message)
{
    return {.code = code, .reason = reason, .message = message, .group = type.group, .kind = type.plural, .name = name};
}

QJsonObject detailsOf(const Problem &problem)
{
    QJsonObject details;
    const auto add = [&details](QLatin1StringView key, const QString &value) {
        if (!value.isEmpty()) {
            details.insert(key, value);
        }
    };
    add("name"_L1, problem.name);
    add("group"_L1, problem.group);
    add("kind"_L1, problem.kind);
    QJsonArray causes;
    for (const Cause &cause : problem.causes) {
        QJsonObject item{{"reason"_L1, cause.reason}, {"message"_L1, cause.message}};
        if (!cause.field.isEmpty()) {
            item.insert("field"_L1, cause.field);
        }
        causes.append(item);
    }
    if (!causes.isEmpty()) {
        details.insert("causes"_L1, causes);
    }
    if (problem.retryAfterSeconds > 0) {
        details.insert("retryAfterSeconds"_L1, problem.retryAfterSeconds);
    }
    return details;
}

} // namespace

QJsonObject statusOf(const Problem &problem)
{
    QJsonObject status{{"kind"_L1, "Status"_L1},    {"apiVersion"_L1, "v1"_L1},      {"metadata"_L1, QJsonObject()},
                       {"status"_L1, "Failure"_L1}, {"message"_L1, problem.message}, {"code"_L1, problem.code}};
    if (!problem.reason.isEmpty()) {
        status.insert("reason"_L1, problem.reason);
    }
    const QJsonObject details = detailsOf(problem);
    // Those of the server's routes and forms always have them.
    static const QList<int> always{404, 405, 406, 415, 422};
    const bool isOfTheWay = always.contains(problem.code);
    if (!details.isEmpty() || isOfTheWay) {
        status.insert("details"_L1, details);
    }
    return status;
}

QJsonObject successStatus(const Type &type, const QString &name, const QString &uid)
{
    QJsonObject details{{"name"_L1, name}, {"kind"_L1, type.plural}, {"uid"_L1, uid}};
    if (!type.group.isEmpty()) {
        details.insert("group"_L1, type.group);
    }
    return {{"kind"_L1, "Status"_L1},
            {"apiVersion"_L1, "v1"_L1},
            {"metadata"_L1, QJsonObject()},
            {"status"_L1, "Success"_L1},
            {"details"_L1, details}};
}

namespace problems {

Problem notFound(const Type &type, const QString &name)
{
    return about(type, name, 404, u"NotFound"_s, quoted(type, name) + u" not found"_s);
}

Problem noSuchPath()
{
    return {.code = 404, .reason = u"NotFound"_s, .message = u"the server could not find the requested resource"_s};
}

Problem exists(const Type &type, const QString &name)
{
    return about(type, name, 409, u"AlreadyExists"_s, quoted(type, name) + u" already exists"_s);
}

Problem modified(const Type &type, const QString &name)
{
    return conflict(type, name, u"the object has been modified; please apply your changes to the latest version and try again"_s);
}

Problem conflict(const Type &type, const QString &name, const QString &why)
{
    return about(type, name, 409, u"Conflict"_s, u"Operation cannot be fulfilled on %1: %2"_s.arg(quoted(type, name), why));
}

Problem badRequest(const QString &message)
{
    return {.code = 400, .reason = u"BadRequest"_s, .message = message};
}

Problem forbidden(const Type &type, const QString &name, const QString &why)
{
    return about(type, name, 403, u"Forbidden"_s, u"%1 is forbidden: %2"_s.arg(quoted(type, name), why));
}

Problem invalid(const Type &type, const QString &name, const QList<Cause> &causes)
{
    QStringList sentences;
    for (const Cause &cause : causes) {
        if (const QString sentence = cause.field + u": "_s + cause.message; !sentences.contains(sentence)) {
            sentences.append(sentence);
        }
    }
    const QString all = sentences.size() == 1 ? sentences.constFirst() : u'[' + sentences.join(u", "_s) + u']';
    const QString kind = type.group.isEmpty() ? type.kind : type.kind + u'.' + type.group;
    Problem problem = about(type, name, 422, u"Invalid"_s, u"%1 \"%2\" is invalid: %3"_s.arg(kind, name, all));
    problem.kind = type.kind;
    problem.causes = causes;
    return problem;
}

Problem options(const QString &kind, const QList<Cause> &causes)
{
    static const Type type{.group = u"meta.k8s.io"_s};
    Problem problem = invalid(type, {}, causes);
    problem.message = kind + problem.message;
    problem.kind = kind;
    return problem;
}

Problem methodNotAllowed()
{
    return {.code = 405,
            .reason = u"MethodNotAllowed"_s,
            .message = u"the server does not allow this method on the requested resource"_s};
}

Problem notAcceptable(const QString &offered)
{
    return {
        .code = 406, .reason = u"NotAcceptable"_s, .message = u"406: Not Acceptable\n\nAvailable representations: "_s + offered};
}

Problem unsupportedMedia(const QString &accepted)
{
    return {.code = 415,
            .reason = u"UnsupportedMediaType"_s,
            .message = accepted.isEmpty()
                ? u"415: Unsupported Media Type"_s
                : u"the body of the request was in an unknown format - accepted media types include: "_s + accepted};
}

Problem unauthorized()
{
    return {.code = 401, .reason = u"Unauthorized"_s, .message = u"Unauthorized"_s};
}

Problem expired(const QString &message)
{
    return {.code = 410, .reason = u"Expired"_s, .message = message};
}

Problem versionTooLarge(qint64 asked, qint64 present)
{
    return {.code = 504,
            .reason = u"Timeout"_s,
            .message = u"Timeout: Too large resource version: %1, current: %2"_s.arg(asked).arg(present),
            .causes = {{.reason = u"ResourceVersionTooLarge"_s, .message = u"Too large resource version"_s, .field = {}}},
            .retryAfterSeconds = 1};
}

Problem tooMany(int retryAfterSeconds)
{
    return {.code = 429,
            .reason = u"TooManyRequests"_s,
            .message = u"The server has received too many requests and has asked us to try again later"_s,
            .retryAfterSeconds = retryAfterSeconds};
}

Problem notImplemented(const QString &what)
{
    return {.code = 501, .reason = u"NotImplemented"_s, .message = what};
}

Problem fromStore(const Error &error, const Type &type, const QString &name, bool creating)
{
    switch (error.kind) {
    case Error::Kind::NotFound:
        return notFound(type, name);
    case Error::Kind::Conflict:
        return creating ? exists(type, name) : modified(type, name);
    case Error::Kind::Invalid:
        return invalid(
            type, name,
            {{.reason = u"FieldValueRequired"_s, .message = u"Required value: "_s + error.detail, .field = u"metadata.name"_s}});
    case Error::Kind::Cancelled:
    case Error::Kind::Unreachable:
    case Error::Kind::Timeout:
    case Error::Kind::Unauthorized:
    case Error::Kind::Forbidden:
    case Error::Kind::RateLimited:
    case Error::Kind::Unsupported:
    case Error::Kind::Internal:
        break;
    }
    return {.code = 500, .reason = u"InternalError"_s, .message = u"Internal error occurred: "_s + error.detail};
}

} // namespace problems

} // namespace sentinel::sandbox
