// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"
#include "core/sandbox/Type.h"

#include <QJsonObject>
#include <QList>
#include <expected>

namespace sentinel::sandbox {

/// One reason among several: a field that is wrong, a field somebody else owns.
struct Cause
{
    QString reason; ///< "FieldValueInvalid", "FieldManagerConflict"
    QString message;
    QString field; ///< "spec.replicas"
};

/// Why a request is refused, in the words and codes of the API server; becomes a `Status` object.
struct Problem
{
    int code = 500;
    QString reason;
    QString message;
    QString group{}; ///< of `kind`
    QString kind{}; ///< the resource ("deployments"); of Invalid the kind
    QString name{};
    QList<Cause> causes{};
    int retryAfterSeconds = 0;
};

template <typename T>
using Outcome = std::expected<T, Problem>;

[[nodiscard]] inline std::unexpected<Problem> refuse(Problem problem)
{
    return std::unexpected(std::move(problem));
}

[[nodiscard]] QJsonObject statusOf(const Problem &problem);
/// What a deletion answers when the object is gone.
[[nodiscard]] QJsonObject successStatus(const Type &type, const QString &name, const QString &uid);

namespace problems {
[[nodiscard]] Problem notFound(const Type &type, const QString &name);
[[nodiscard]] Problem noSuchPath();
[[nodiscard]] Problem exists(const Type &type, const QString &name);
[[nodiscard]] Problem modified(const Type &type, const QString &name);
[[nodiscard]] Problem conflict(const Type &type, const QString &name, const QString &why);
[[nodiscard]] Problem badRequest(const QString &message);
[[nodiscard]] Problem forbidden(const Type &type, const QString &name, const QString &why);
[[nodiscard]] Problem invalid(const Type &type, const QString &name, const QList<Cause> &causes);
/// Of the options of a request: `kind` is "ListOptions", "PatchOptions".
[[nodiscard]] Problem options(const QString &kind, const QList<Cause> &causes);
[[nodiscard]] Problem methodNotAllowed();
[[nodiscard]] Problem notAcceptable(const QString &offered);
[[nodiscard]] Problem unsupportedMedia(const QString &accepted); ///< empty: no patch of any kind
[[nodiscard]] Problem unauthorized();
[[nodiscard]] Problem expired(const QString &message);
[[nodiscard]] Problem versionTooLarge(qint64 asked, qint64 present);
[[nodiscard]] Problem tooMany(int retryAfterSeconds);
[[nodiscard]] Problem notImplemented(const QString &what);
/// The store's errors, said as the API server says them. `creating`: a Conflict means the name is taken.
[[nodiscard]] Problem fromStore(const Error &error, const Type &type, const QString &name, bool creating);
} // namespace problems

} // namespace sentinel::sandbox
