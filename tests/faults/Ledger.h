// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kube/rows/ObjectStore.h"

#include <QHash>
#include <QStringList>

namespace sentinel::testing {

/// A view over a store that knows only what change sets tell: it must come to the same rows.
class Ledger
{
public:
    void note(const kube::ObjectStore &store, const kube::ChangeSet &changes);
    /// A change set that cannot be true, or rows that were never told; empty: they add up.
    [[nodiscard]] QString complaint(const kube::ObjectStore &store) const;

private:
    QHash<kube::RowId, QStringList> m_rows; ///< the cells of each
    QString m_wrong;
};

/// Every cell of a row as text, for comparisons and for people.
[[nodiscard]] QStringList cellsOf(const kube::ObjectStore &store, kube::RowId row);

} // namespace sentinel::testing
