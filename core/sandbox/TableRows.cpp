// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/TableColumns.h"

namespace sentinel::sandbox {

QList<Column> columnsOf(const Type &type)
{
    static const QHash<QString, QList<Column>> known = [] {
        QHash<QString, QList<Column>> all = columns::workloads();
        all.insert(columns::surroundings());
        all.insert(columns::customKinds());
        return all;
    }();
    return known.value(type.resource(), {columns::kName, columns::kAge});
}

} // namespace sentinel::sandbox
