// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kube/requests/StatusError.h"

#include "core/base/OperationRun.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace sentinel::kube {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

constexpr qsizetype kMostDetail = 2000;

QJsonArray causesOf(const QJsonObject &status)
{
    return status.value("details"_L1).toObject().value("causes"_L1).toArray();
}

bool isStatus(const HttpAnswer &answer)
{
    return answer.isJson && answer.json.value("kind"_L1).toString() == "Status"_L1;
}

/// The server names the object it misses; without a name it is the kind itself that it does not serve.
bool namesAnObject(const HttpAnswer &answer)
{
    return isStatus(answer) && !answer.json.value("details"_L1).toObject().value("name"_L1).toString().isEmpty();
}

/// A server-side apply with a field that the kind does not have: the server says 500, but it is the object that is wrong.
bool isUndeclaredField(const HttpAnswer &answer)
{
    const QString message = answer.json.value("message"_L1).toString();
    return answer.status == 500 && message.startsWith("failed to create typed patch object"_L1);
}

Error::Kind kindOf(const HttpAnswer &answer)
{
    if (isUndeclaredField(answer)) {
        return Error::Kind::Invalid;
    }
    switch (answer.status) {
    case 400:
    case 413:
    case 415:
    case 422:
        return Error::Kind::Invalid;
    case 401:
        return Error::Kind::Unauthorized;
    case 403:
        return Error::Kind::Forbidden;
    case 404:
        return namesAnObject(answer) ? Error::Kind::NotFound : Error::Kind::Unsupported;
    case 405:
    case 406:
        return Error::Kind::Unsupported;
    case 408:
    case 504:
        return Error::Kind::Timeout;
    case 409:
    case 410:
        return Error::Kind::Conflict;
    case 429:
        return Error::Kind::RateLimited;
    default:
        return answer.status >= 500 ? Error::Kind::Internal : Error::Kind::Unreachable;
    }
}

QString serverSentence(const HttpAnswer &answer)
{
    const QString text
        = isStatus(answer) ? answer.json.value("message"_L1).toString() : QString::fromUtf8(answer.body.left(kMostDetail));
    return plainLine(text).left(kMostDetail);
}

QString sentenceOf(const HttpAnswer &answer, const QString &host)
{
    const QString said = serverSentence(answer);
    switch (answer.status) {
    case 401:
        return Text::tr("%1 does not accept who we are: the token or certificate of this context is missing, wrong or expired.")
            .arg(host);
    case 404:
        if (!namesAnObject(answer)) {
            return said.isEmpty() ? Text::tr("%1 does not serve this kind.").arg(host)
                                  : Text::tr("%1 does not serve this kind: %2").arg(host, said);
        }
        break;
    case 429:
        return Text::tr("%1 asks to wait: it has too many requests just now.").arg(host);
    default:
        break;
    }
    if (answer.status >= 300 && answer.status < 400) {
        return Text::tr("%1 sends us elsewhere (HTTP %2), which is not followed. Is that the address of a Kubernetes API server?")
            .arg(host)
            .arg(answer.status);
    }
    return said.isEmpty() ? Text::tr("%1 answered with HTTP %2 and no reason.").arg(host).arg(answer.status) : said;
}

} // namespace

Error statusError(const HttpAnswer &answer, const QString &host, const QString &doing)
{
    Error error{.kind = kindOf(answer), .doing = doing, .detail = sentenceOf(answer, host)};
    if (error.kind == Error::Kind::Invalid) {
        for (const QJsonValue &cause : causesOf(answer.json)) {
            error.findings.append({.severity = Severity::Error,
                                   .rule = u"kubernetes."_s + plainLine(cause["reason"_L1].toString()),
                                   .object = {},
                                   .path = plainLine(cause["field"_L1].toString()),
                                   .sentence = plainLine(cause["message"_L1].toString()),
                                   .remedy = {}});
        }
    }
    return error;
}

Error notJson(const HttpAnswer &answer, const QString &host, const QString &doing)
{
    const QString detail = answer.body.isEmpty()
        ? Text::tr("%1 gave an empty answer.").arg(host)
        : Text::tr("%1 gave an answer that is not whole or not JSON. Is that the address of a Kubernetes API server?").arg(host);
    return {.kind = Error::Kind::Unreachable, .doing = doing, .detail = detail};
}

QList<FieldConflict> fieldConflicts(const HttpAnswer &answer)
{
    QList<FieldConflict> conflicts;
    if (answer.status != 409 || !isStatus(answer)) {
        return conflicts;
    }
    // The manager stands only in the sentence: conflict with "hpa" with subresource "scale" using autoscaling/v2
    static const QRegularExpression words(u"conflict with \"([^\"]*)\"(?: with subresource \"([^\"]*)\")?"_s);
    for (const QJsonValue &cause : causesOf(answer.json)) {
        if (cause["reason"_L1].toString() != "FieldManagerConflict"_L1) {
            continue;
        }
        const QString message = plainLine(cause["message"_L1].toString());
        const QRegularExpressionMatch match = words.match(message);
        QString manager = match.hasMatch() ? match.captured(1) : message;
        if (!match.captured(2).isEmpty()) {
            manager += u" ("_s + match.captured(2) + u')';
        }
        conflicts.append({.manager = manager, .field = plainLine(cause["field"_L1].toString())});
    }
    return conflicts;
}

QStringList warningsOf(const HttpAnswer &answer)
{
    QStringList warnings;
    static const QRegularExpression form(u"^\\d{3} \\S+ \"((?:[^\"\\\\]|\\\\.)*)\""_s);
    static const QRegularExpression escape(u"\\\\(.)"_s);
    for (const QByteArray &header : answer.allHeaders("warning")) {
        const QRegularExpressionMatch match = form.match(QString::fromUtf8(header));
        if (match.hasMatch()) {
            warnings.append(plainLine(match.captured(1).replace(escape, u"\\1"_s)));
        }
    }
    return warnings;
}

bool isExpired(int code, const QString &reason)
{
    return code == 410 || reason == "Expired"_L1 || reason == "Gone"_L1;
}

bool isFromTheFuture(const QJsonObject &status)
{
    for (const QJsonValue &cause : causesOf(status)) {
        if (cause["reason"_L1].toString() == "ResourceVersionTooLarge"_L1) {
            return true;
        }
    }
    return status.value("message"_L1).toString().contains("Too large resource version"_L1);
}

} // namespace sentinel::kube
