// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kube/rows/RowTable.h"

#include <algorithm>

namespace sentinel::kube {

namespace {

constexpr size_t kFewestSlots = 64;
constexpr quint64 kSmall = quint64{1} << 20; // bytes of text not worth tidying

} // namespace

RowTable::RowTable(RowLayout layout)
    : m_layout(std::move(layout))
    , m_columns(m_layout.fields.size())
    , m_lastWord(m_layout.fields.size(), 0)
    , m_slots(kFewestSlots, 0)
    , m_tidyAt(kSmall)
{
    Q_ASSERT(m_layout.columns() <= kMostColumns);
    std::ranges::transform(m_layout.fields, std::back_inserter(m_kinds), cellKind);
}

std::string_view RowTable::text(RowId row, int column) const
{
    switch (m_kinds[static_cast<size_t>(column)]) {
    case CellKind::Word:
        return m_words.at(cell(row, column));
    case CellKind::Text:
        return m_texts.at(cell(row, column));
    case CellKind::Number:
    case CellKind::Ratio:
    case CellKind::Time:
        break;
    }
    return {};
}

void RowTable::read(RowId row, RowCells &cells) const
{
    cells.clear();
    for (int column = 0; column < m_layout.columns(); ++column) {
        const CellKind kind = m_kinds[static_cast<size_t>(column)];
        if (kind == CellKind::Word || kind == CellKind::Text) {
            cells.setText(column, text(row, column));
        } else {
            cells.setNumber(column, number(row, column));
        }
    }
}

quint64 RowTable::hashOfRow(RowId row) const
{
    return hashOf(text(row, kName), hashOf(text(row, kNamespace)));
}

size_t RowTable::slotOf(std::string_view ns, std::string_view name) const
{
    const size_t mask = m_slots.size() - 1;
    size_t slot = hashOf(name, hashOf(ns)) & mask;
    while (m_slots[slot] != 0) {
        const RowId row = m_slots[slot] - 1;
        if (text(row, kName) == name && text(row, kNamespace) == ns) {
            break;
        }
        slot = (slot + 1) & mask;
    }
    return slot;
}

std::optional<RowId> RowTable::find(std::string_view ns, std::string_view name) const
{
    const quint32 found = m_slots[slotOf(ns, name)];
    return found == 0 ? std::nullopt : std::optional<RowId>(found - 1);
}

void RowTable::rebuildIndex(size_t slots)
{
    m_slots.assign(slots, 0);
    for (RowId row = 0; row < end(); ++row) {
        if (m_isUsed[row]) {
            m_slots[slotOf(text(row, kNamespace), text(row, kName))] = row + 1;
        }
    }
}

RowId RowTable::make()
{
    ++m_size;
    if (!m_free.empty()) {
        const RowId row = m_free.back();
        m_free.pop_back();
        m_isUsed[row] = true;
        return row;
    }
    for (auto &column : m_columns) {
        column.push_back(0);
    }
    m_isUsed.push_back(true);
    return end() - 1;
}

bool RowTable::write(RowId row, int column, const RowCells &cells)
{
    quint64 &place = m_columns[static_cast<size_t>(column)][row];
    switch (m_kinds[static_cast<size_t>(column)]) {
    case CellKind::Word: {
        const std::string_view word = cells.text(column);
        if (m_words.at(place) == word) {
            return false;
        }
        quint32 &last = m_lastWord[static_cast<size_t>(column)];
        if (m_words.at(last) != word) {
            last = m_words.add(word);
        }
        place = last;
        return true;
    }
    case CellKind::Text:
        if (m_texts.at(place) == cells.text(column)) {
            return false;
        }
        place = m_texts.add(cells.text(column));
        return true;
    case CellKind::Number:
    case CellKind::Ratio:
    case CellKind::Time:
        break;
    }
    return std::exchange(place, static_cast<quint64>(cells.number(column))) != static_cast<quint64>(cells.number(column));
}

RowTable::Put RowTable::put(const RowCells &cells)
{
    size_t slot = slotOf(cells.text(kNamespace), cells.text(kName));
    Put put{.row = m_slots[slot] - 1, .isNew = m_slots[slot] == 0};
    if (put.isNew) {
        put.row = make();
        for (auto &column : m_columns) {
            column[put.row] = 0;
        }
    }
    for (int column = 0; column < m_layout.columns(); ++column) {
        if (cells.knows(column) && write(put.row, column, cells)) {
            put.changed |= Columns{1} << column;
        }
    }
    if (put.isNew) {
        m_slots[slot] = put.row + 1;
        if (static_cast<size_t>(m_size) * 4 > m_slots.size() * 3) {
            rebuildIndex(m_slots.size() * 2);
        }
    }
    return put;
}

void RowTable::remove(RowId row)
{
    const size_t mask = m_slots.size() - 1;
    size_t hole = slotOf(text(row, kNamespace), text(row, kName));
    // Those behind move up, unless the hole lies before where they belong.
    for (size_t next = (hole + 1) & mask; m_slots[next] != 0; next = (next + 1) & mask) {
        const size_t home = hashOfRow(m_slots[next] - 1) & mask;
        if (((next - home) & mask) >= ((next - hole) & mask)) {
            m_slots[hole] = m_slots[next];
            hole = next;
        }
    }
    m_slots[hole] = 0;
    m_isUsed[row] = false;
    m_freed.push_back(row);
    --m_size;
}

void RowTable::recycle()
{
    m_free.insert(m_free.end(), m_freed.begin(), m_freed.end());
    m_freed.clear();
}

void RowTable::clear()
{
    for (auto &column : m_columns) {
        column.clear();
    }
    m_isUsed.clear();
    m_free.clear();
    m_freed.clear();
    m_size = 0;
    m_texts.clear();
    m_words.clear();
    std::ranges::fill(m_lastWord, 0);
    m_slots.assign(std::min(m_slots.size(), kFewestSlots * 16), 0);
    m_tidyAt = kSmall;
    ++m_epoch;
}

void RowTable::tidy()
{
    if (textBytes() < m_tidyAt) {
        return;
    }
    TextArena texts;
    WordTable words;
    for (size_t column = 0; column < m_columns.size(); ++column) {
        for (RowId row = 0; row < end(); ++row) {
            quint64 &place = m_columns[column][row];
            if (m_kinds[column] == CellKind::Text) {
                place = m_isUsed[row] ? texts.add(m_texts.at(place)) : 0;
            } else if (m_kinds[column] == CellKind::Word) {
                place = m_isUsed[row] ? words.add(m_words.at(place)) : 0;
            }
        }
    }
    m_texts = std::move(texts);
    m_words = std::move(words);
    std::ranges::fill(m_lastWord, 0);
    m_tidyAt = std::max(kSmall, textBytes() * 2);
    ++m_epoch;
}

} // namespace sentinel::kube
