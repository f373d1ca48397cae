// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kube/rows/RowLayout.h"
#include "core/kube/rows/StringPool.h"

#include <array>
#include <optional>

namespace sentinel::kube {

/// Names a row for as long as its object exists. A number freed by a removal is used again from the next flush on.
using RowId = quint32;

/// A set of columns, one bit each.
using Columns = quint32;

/// The longest text of a cell in bytes; more is cut. Messages of events and sets of labels are shorter.
constexpr qsizetype kMostCell = 16 << 10;

/// One row as a decoder finds it; the texts lie elsewhere. Columns that are not `known` are left as they are.
class RowCells
{
public:
    void clear() { m_known = 0; }
    void setText(int column, std::string_view text)
    {
        m_texts[static_cast<size_t>(column)] = text.substr(0, static_cast<size_t>(kMostCell));
        m_known |= Columns{1} << column;
    }
    void setNumber(int column, qint64 number)
    {
        m_numbers[static_cast<size_t>(column)] = number;
        m_known |= Columns{1} << column;
    }
    [[nodiscard]] bool knows(int column) const { return (m_known >> column & 1) != 0; }
    [[nodiscard]] std::string_view text(int column) const { return m_texts[static_cast<size_t>(column)]; }
    [[nodiscard]] qint64 number(int column) const { return m_numbers[static_cast<size_t>(column)]; }

private:
    std::array<std::string_view, kMostColumns> m_texts{};
    std::array<qint64, kMostColumns> m_numbers{};
    Columns m_known = 0;
};

/// n of m in one number.
[[nodiscard]] constexpr qint64 ratio(qint64 n, qint64 m)
{
    return static_cast<qint64>(static_cast<quint64>(n) << 32 | (static_cast<quint64>(m) & 0xFFFF'FFFF));
}
[[nodiscard]] constexpr int ratioOf(qint64 number)
{
    return static_cast<int>(number >> 32);
}
[[nodiscard]] constexpr int ratioWhole(qint64 number)
{
    return static_cast<int>(number & 0xFFFF'FFFF);
}

/// Rows in columns, found by namespace and name. Texts lie in an arena, words in a dictionary; a cell has eight bytes.
class RowTable
{
public:
    struct Put
    {
        RowId row = 0;
        bool isNew = false;
        Columns changed = 0;
    };

    explicit RowTable(RowLayout layout);

    [[nodiscard]] const RowLayout &layout() const { return m_layout; }
    [[nodiscard]] qsizetype size() const { return m_size; } ///< rows there are
    [[nodiscard]] RowId end() const { return static_cast<RowId>(m_isUsed.size()); } ///< every id is below
    [[nodiscard]] bool contains(RowId row) const { return row < end() && m_isUsed[row]; }
    [[nodiscard]] std::optional<RowId> find(std::string_view ns, std::string_view name) const;

    [[nodiscard]] qint64 number(RowId row, int column) const { return static_cast<qint64>(cell(row, column)); }
    [[nodiscard]] std::string_view text(RowId row, int column) const;
    /// Of a word: the same number for the same word, until `epoch` changes.
    [[nodiscard]] quint32 word(RowId row, int column) const { return static_cast<quint32>(cell(row, column)); }
    [[nodiscard]] std::string_view wordText(quint32 word) const { return m_words.at(word); }
    [[nodiscard]] quint32 words() const { return m_words.size(); }
    [[nodiscard]] quint32 epoch() const { return m_epoch; }
    /// The row's cells, valid until the table changes.
    void read(RowId row, RowCells &cells) const;

    /// Makes the row or changes it. Namespace and name must be known.
    Put put(const RowCells &cells);
    /// Takes the row away; its cells can be read, and its id is not used again, until `recycle`.
    void remove(RowId row);
    void recycle();
    void clear();
    /// Gives up the texts of rows that are gone or changed, once these are more than the others.
    void tidy();
    [[nodiscard]] quint64 textBytes() const { return m_texts.bytes() + m_words.bytes(); }

private:
    [[nodiscard]] quint64 cell(RowId row, int column) const { return m_columns[static_cast<size_t>(column)][row]; }
    [[nodiscard]] quint64 hashOfRow(RowId row) const;
    [[nodiscard]] size_t slotOf(std::string_view ns, std::string_view name) const;
    [[nodiscard]] RowId make();
    bool write(RowId row, int column, const RowCells &cells);
    void rebuildIndex(size_t slots);

    RowLayout m_layout;
    std::vector<CellKind> m_kinds;
    std::vector<std::vector<quint64>> m_columns;
    std::vector<bool> m_isUsed;
    std::vector<RowId> m_free;
    std::vector<RowId> m_freed; ///< since the last recycle
    qsizetype m_size = 0;
    TextArena m_texts;
    WordTable m_words;
    std::vector<quint32> m_lastWord; ///< of each column: neighbours often have the same
    std::vector<quint32> m_slots; ///< open addressing; row + 1, 0: free
    quint64 m_tidyAt = 0;
    quint32 m_epoch = 0;
};

} // namespace sentinel::kube
