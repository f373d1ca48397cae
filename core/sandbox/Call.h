// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/Problem.h"

#include <QByteArray>
#include <QJsonObject>
#include <QUrlQuery>

namespace sentinel::sandbox {

/// One HTTP request, taken apart.
struct Call
{
    QByteArray method; ///< "GET", "PATCH"
    QString path; ///< decoded, without the query
    QUrlQuery query;
    QByteArray body;
    QByteArray contentType; ///< without parameters, lower case
    QByteArray accept;
    QString userAgent;

    // Of a request for objects; `type` is null otherwise.
    const Type *type = nullptr;
    QString ns{};
    QString name{};
    QString subresource{};

    [[nodiscard]] QString value(QLatin1StringView key) const
    {
        // Clients written in Go send spaces as plus signs, and plus signs as %2B.
        const QString raw = query.queryItemValue(QString(key), QUrl::FullyEncoded).replace(u'+', u' ');
        return QUrl::fromPercentEncoding(raw.toUtf8());
    }
    [[nodiscard]] bool isSet(QLatin1StringView key) const
    {
        const QString text = value(key);
        return query.hasQueryItem(QString(key)) && text != QLatin1StringView("false") && text != QLatin1StringView("0");
    }
    /// Who writes: `fieldManager`, or the first word of the user agent.
    [[nodiscard]] QString fieldManager() const;
    [[nodiscard]] bool isDryRun() const { return value(QLatin1StringView("dryRun")) == QLatin1StringView("All"); }
};

/// What goes back. A stream (watch, log) answers by itself and has no Answer.
struct Answer
{
    int code = 200;
    QJsonObject object{};
    QByteArray bytes{}; ///< instead of `object`, when not empty
    QByteArray contentType = "application/json";
    QStringList warnings{};
};

[[nodiscard]] Answer answerOf(const Problem &problem);

/// Fills type, namespace, name and subresource from the path below /api and /apis; a path that names no kind is a 404.
[[nodiscard]] Outcome<Call> resolved(Call call);

} // namespace sentinel::sandbox
