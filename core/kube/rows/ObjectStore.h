// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kube/rows/RowMailbox.h"

namespace sentinel::kube {

/// Ids from `first` to `last`, both included.
struct RowRange
{
    RowId first = 0;
    RowId last = 0;
    bool operator==(const RowRange &) const = default;
};

/// What one flush changed. Ranges ascend and do not touch.
struct ChangeSet
{
    bool isReset = false; ///< everything may be different; there are no ranges
    std::vector<RowRange> removed{}; ///< gone: their cells cannot be read any more
    std::vector<RowRange> inserted{};
    std::vector<RowRange> changed{};
    std::vector<Columns> changedColumns{}; ///< of each row of `changed`, in their order

    [[nodiscard]] bool isEmpty() const { return !isReset && removed.empty() && inserted.empty() && changed.empty(); }
};

/// The rows of a kind, in columns; a few bytes each where the server sends kilobytes. Of one thread. Batches are merged as they
/// come, and one flush tells what they changed together: an object that came and went between two flushes is not mentioned.
class ObjectStore
{
public:
    explicit ObjectStore(RowLayout layout);

    [[nodiscard]] const RowLayout &layout() const { return m_rows.layout(); }
    [[nodiscard]] int column(Field field) const { return layout().column(field); } ///< -1: not of this kind
    [[nodiscard]] qsizetype size() const { return m_rows.size(); }
    [[nodiscard]] RowId end() const { return m_rows.end(); } ///< every id is below
    [[nodiscard]] bool contains(RowId row) const { return m_rows.contains(row); }
    [[nodiscard]] std::optional<RowId> find(const QString &ns, const QString &name) const;

    // --- cells; `column` is of the layout, `row` is there
    [[nodiscard]] std::string_view text(RowId row, int column) const { return m_rows.text(row, column); } ///< Word, Text
    [[nodiscard]] qint64 number(RowId row, int column) const
    {
        return m_rows.number(row, column);
    } ///< Number, Time (s since 1970)
    [[nodiscard]] int ready(RowId row, int column) const { return ratioOf(number(row, column)); } ///< n of a Ratio
    [[nodiscard]] int whole(RowId row, int column) const { return ratioWhole(number(row, column)); } ///< m of a Ratio
    [[nodiscard]] RowHealth health(RowId row) const { return static_cast<RowHealth>(number(row, kHealth)); }
    [[nodiscard]] ObjectName name(RowId row) const;
    [[nodiscard]] QString string(RowId row, int column) const; ///< Word, Text
    [[nodiscard]] const RowTable &rows() const { return m_rows; }

    // --- filling
    void apply(const RowBatch &batch);
    void clear();
    /// What changed since the last time.
    [[nodiscard]] ChangeSet flush();

private:
    enum Mark : quint8 { Same, Inserted, Changed, Removed };

    void touch(RowId row, Mark mark, Columns columns);
    void take(RowId row);
    void sweep(quint32 list);

    RowTable m_rows;
    std::vector<quint32> m_list; ///< of each row: the list it was last seen in
    std::vector<Mark> m_marks;
    std::vector<Columns> m_columns; ///< of each row: changed since the last flush
    std::vector<RowId> m_touched;
    std::vector<RowId> m_vanished; ///< came and went since the last flush
    bool m_isReset = false;
};

} // namespace sentinel::kube
