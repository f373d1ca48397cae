// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kube/rows/ObjectStore.h"
#include "core/kube/rows/RowFilter.h"

#include <functional>

namespace sentinel::kube {

/// Told while a view changes, as an item model tells its own views: what a view says in between is true at that moment.
/// Positions are of the view, `last` included.
class ViewListener
{
public:
    virtual ~ViewListener() = default;
    virtual void aboutToReset() = 0;
    virtual void reset() = 0;
    virtual void aboutToRemove(qsizetype first, qsizetype last) = 0;
    virtual void removed() = 0;
    virtual void aboutToInsert(qsizetype first, qsizetype last) = 0;
    virtual void inserted() = 0;
    virtual void changed(qsizetype first, qsizetype last, Columns columns) = 0;
};

struct ViewSort
{
    Field field = Field::Namespace; ///< Namespace: by namespace and name, as the server lists
    bool isDescending = false;
    bool operator==(const ViewSort &) const = default;
};

/// The rows of a store that pass a filter, in an order. Of the store's thread; the store outlives it. A few changes cost one walk
/// over the numbers of the rows, not a new order.
class ObjectView
{
public:
    explicit ObjectView(const ObjectStore &store);

    /// Null: nobody. The listener outlives the view or takes itself off.
    void setListener(ViewListener *listener) { m_listener = listener; }

    [[nodiscard]] const ObjectStore &store() const { return m_store; }
    [[nodiscard]] qsizetype size() const { return static_cast<qsizetype>(m_order.size()); }
    [[nodiscard]] RowId row(qsizetype position) const { return m_order[static_cast<size_t>(position)]; }
    /// -1: not in the view. By search.
    [[nodiscard]] qsizetype position(RowId row) const;

    [[nodiscard]] const ViewSort &sort() const { return m_sort; }
    void setSort(ViewSort sort); ///< a field the kind has not: as Namespace
    [[nodiscard]] const ViewFilter &filter() const { return m_filter.filter(); }
    void setFilter(ViewFilter filter);

    /// After each flush of the store, with what it gave.
    void apply(const ChangeSet &changes);

private:
    [[nodiscard]] bool less(RowId left, RowId right) const;
    [[nodiscard]] bool lessByKey(RowId left, RowId right) const;
    [[nodiscard]] quint64 rank(RowId row) const;
    [[nodiscard]] Columns sortColumns() const;
    void rebuild();
    void resetting(const std::function<void()> &change);
    void sortRows(std::vector<RowId> &rows) const;
    void mark(const ChangeSet &changes);
    [[nodiscard]] std::vector<RowId> settle();
    void takeOut(const std::vector<RowId> &positions);
    void putIn(const std::vector<RowId> &rows);
    void tellChanged();

    const ObjectStore &m_store;
    ViewListener *m_listener = nullptr;
    RowFilter m_filter;
    ViewSort m_sort;
    int m_column = kNamespace;
    CellKind m_kind = CellKind::Word;
    std::vector<RowId> m_order;
    std::vector<quint8> m_marks; ///< of each row, while changes are applied
    std::vector<Columns> m_touched; ///< of each row that changed: its columns
    std::vector<RowId> m_new; ///< may have to come in
};

} // namespace sentinel::kube
