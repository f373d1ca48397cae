// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/Problem.h"

#include <QJsonObject>

namespace sentinel::sandbox {

/// Who writes, and how.
struct Writer
{
    QString manager;
    QString subresource{};
    QString time{}; ///< of `managedFields`
    bool force = false; ///< of an apply: take fields over
};

/// `after` with `metadata.managedFields` as they are once `writer` has turned `before` (empty: nothing) into it.
[[nodiscard]] QJsonObject withUpdateTracked(const Type &type, const QJsonObject &before, QJsonObject after, const Writer &writer);

/// Server-side apply: `before` (empty: nothing) with what `writer` wants, without what it no longer wants and nobody else does.
/// 409 with a cause for each field somebody else owns, unless forced.
[[nodiscard]] Outcome<QJsonObject> appliedTo(const Type &type, const QJsonObject &before, const QJsonObject &wanted,
                                             const Writer &writer);

} // namespace sentinel::sandbox
