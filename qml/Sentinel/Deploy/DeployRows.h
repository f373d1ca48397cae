// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/OperationRun.h"
#include "core/deploy/ObjectState.h"
#include "qml/Sentinel/Rows/RowsModel.h"
#include "qml/Sentinel/Rows/Tone.h"

#include <QSet>

namespace sentinel::console {

/// Which objects a list shows.
enum class ObjectFilter { All, Attention, Changed };

[[nodiscard]] Tone toneOf(deploy::Health health);
[[nodiscard]] QString wordOf(deploy::Health health); ///< "healthy", in the person's language
[[nodiscard]] QString wordOf(OperationStep::State state);

/// Names an object for QML: unique in a cluster.
[[nodiscard]] QString idOf(const deploy::ObjectKey &key);
/// Whether somebody has to do something about it.
[[nodiscard]] bool needsAttention(const deploy::ObjectState &state);

/// "0.4 s", "38 s", "4 min 05 s", "2 h 10 min".
[[nodiscard]] QString spanText(qint64 milliseconds);
/// "38 s", "4 min", "3 h", "2 d": how old a thing is; empty when nobody knows.
[[nodiscard]] QString ageText(const QDateTime &since, const QDateTime &now);

[[nodiscard]] QList<RowsModel::Row> stepRows(const QList<OperationStep> &steps, const QDateTime &now);
/// With what an object belongs to, so that a filtered tree still reads. `changed`: ids.
[[nodiscard]] QList<RowsModel::Row> objectRows(const QList<deploy::ObjectState> &objects, ObjectFilter filter,
                                               const QSet<QString> &changed, const QDateTime &now);
/// Root first; the last link is the object itself.
[[nodiscard]] QList<RowsModel::Row> whyRows(const QList<deploy::WhyStep> &chain);

struct ObjectCounts
{
    int healthy = 0; ///< of what the bundle brings
    int total = 0; ///< what the bundle brings
    int attention = 0; ///< of everything
    int all = 0;
};
[[nodiscard]] ObjectCounts countsOf(const QList<deploy::ObjectState> &objects);
/// The first object that is not healthy as the worst comes first; null when all are.
[[nodiscard]] const deploy::ObjectState *worstOf(const QList<deploy::ObjectState> &objects);

} // namespace sentinel::console
