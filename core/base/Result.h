// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"

#include <expected>
#include <utility>

namespace sentinel {

/// Either the value or the reason there is none. Errors are values here: no exception crosses a room.
template <typename T>
using Result = std::expected<T, Error>;

[[nodiscard]] inline std::unexpected<Error> failure(Error error)
{
    return std::unexpected(std::move(error));
}

[[nodiscard]] inline std::unexpected<Error> failure(Error::Kind kind, QString doing, QString detail, Location where = {})
{
    return std::unexpected(
        Error{.kind = kind, .doing = std::move(doing), .detail = std::move(detail), .where = std::move(where)});
}

/// Hands on the error of a failed result of another type.
template <typename T>
[[nodiscard]] std::unexpected<Error> failure(const Result<T> &failed)
{
    return std::unexpected(failed.error());
}

} // namespace sentinel
