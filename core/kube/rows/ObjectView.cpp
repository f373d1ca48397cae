// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kube/rows/ObjectView.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace sentinel::kube {

namespace {

/// More ranges than this are told as a reset: each costs the views a walk of their own.
constexpr size_t kMostRanges = 300;

enum Mark : quint8 { Same, Touched, Gone, Kept };

/// The first letters of a text, in an order of numbers.
quint64 prefixOf(std::string_view text)
{
    quint64 prefix = 0;
    std::memcpy(&prefix, text.data(), std::min<size_t>(text.size(), sizeof prefix));
    return std::endian::native == std::endian::little ? std::byteswap(prefix) : prefix;
}

void extend(std::vector<RowRange> &ranges, size_t position)
{
    const auto at = static_cast<RowId>(position);
    if (!ranges.empty() && ranges.back().last + 1 == at) {
        ranges.back().last = at;
    } else {
        ranges.push_back({at, at});
    }
}

/// Namespaces as the server's keys have them, a slash behind each.
bool lessNamespace(std::string_view left, std::string_view right)
{
    const size_t common = std::min(left.size(), right.size());
    const int compared = left.substr(0, common).compare(right.substr(0, common));
    if (compared != 0 || left.size() == right.size()) {
        return compared < 0;
    }
    return left.size() < right.size() ? '/' < right[common] : left[common] < '/';
}

} // namespace

ObjectView::ObjectView(const ObjectStore &store)
    : m_store(store)
    , m_filter(store)
{
    rebuild();
}

bool ObjectView::lessByKey(RowId left, RowId right) const
{
    const RowTable &rows = m_store.rows();
    if (rows.word(left, kNamespace) != rows.word(right, kNamespace)) {
        return lessNamespace(rows.text(left, kNamespace), rows.text(right, kNamespace));
    }
    return rows.text(left, kName) < rows.text(right, kName);
}

quint64 ObjectView::rank(RowId row) const
{
    switch (m_kind) {
    case CellKind::Word:
    case CellKind::Text:
        return prefixOf(m_store.text(row, m_column));
    case CellKind::Number:
    case CellKind::Time:
        return static_cast<quint64>(m_store.number(row, m_column)) ^ quint64 { 1 } << 63;
    case CellKind::Ratio: {
        const int whole = m_store.whole(row, m_column);
        return std::bit_cast<quint64>(whole == 0 ? 0.0 : static_cast<double>(m_store.ready(row, m_column)) / whole);
    }
    }
    return 0;
}

bool ObjectView::less(RowId left, RowId right) const
{
    if (m_sort.isDescending) {
        std::swap(left, right);
    }
    if (m_column == kNamespace) {
        return lessByKey(left, right);
    }
    if (const quint64 a = rank(left), b = rank(right); a != b) {
        return a < b;
    }
    if (m_kind == CellKind::Word || m_kind == CellKind::Text) {
        if (const int compared = m_store.text(left, m_column).compare(m_store.text(right, m_column)); compared != 0) {
            return compared < 0;
        }
    }
    return lessByKey(left, right);
}

Columns ObjectView::sortColumns() const
{
    return Columns{1} << m_column;
}

void ObjectView::sortRows(std::vector<RowId> &rows) const
{
    const auto inOrder = [this](RowId left, RowId right) { return less(left, right); };
    if (std::ranges::is_sorted(rows, inOrder)) {
        return;
    }
    if (m_column == kNamespace) {
        std::ranges::sort(rows, inOrder);
        return;
    }
    std::vector<std::pair<quint64, RowId>> ranked;
    ranked.reserve(rows.size());
    for (const RowId row : rows) {
        ranked.emplace_back(rank(row), row);
    }
    std::ranges::sort(ranked, [this](const auto &left, const auto &right) {
        if (left.first != right.first) {
            return (left.first < right.first) != m_sort.isDescending;
        }
        return less(left.second, right.second);
    });
    std::ranges::transform(ranked, rows.begin(), &std::pair<quint64, RowId>::second);
}

void ObjectView::resetting(const std::function<void()> &change)
{
    if (m_listener) {
        m_listener->aboutToReset();
    }
    change();
    if (m_listener) {
        m_listener->reset();
    }
}

void ObjectView::rebuild()
{
    resetting([this] {
        m_order.clear();
        for (RowId row = 0; row < m_store.end(); ++row) {
            if (m_store.contains(row) && m_filter.passes(row)) {
                m_order.push_back(row);
            }
        }
        sortRows(m_order);
    });
}

void ObjectView::setSort(ViewSort sort)
{
    if (sort == m_sort) {
        return;
    }
    m_sort = sort;
    const int column = m_store.column(sort.field);
    m_column = column < 0 ? static_cast<int>(kNamespace) : column;
    m_kind = cellKind(m_store.layout().fields[static_cast<size_t>(m_column)]);
    rebuild();
}

void ObjectView::setFilter(ViewFilter filter)
{
    if (filter != m_filter.filter()) {
        m_filter.set(std::move(filter));
        rebuild();
    }
}

qsizetype ObjectView::position(RowId row) const
{
    if (!m_store.contains(row)) {
        return -1;
    }
    const auto found = std::ranges::lower_bound(m_order, row, [this](RowId left, RowId right) { return less(left, right); });
    return found != m_order.end() && *found == row ? found - m_order.begin() : -1;
}

void ObjectView::mark(const ChangeSet &changes)
{
    m_marks.resize(m_store.end(), Same);
    m_touched.resize(m_store.end(), 0);
    for (const RowRange &range : changes.removed) {
        std::fill(m_marks.begin() + range.first, m_marks.begin() + range.last + 1, Gone);
    }
    auto columns = changes.changedColumns.begin();
    const Columns decisive = m_filter.columns() | sortColumns();
    for (const RowRange &range : changes.changed) {
        for (RowId row = range.first; row <= range.last; ++row, ++columns) {
            m_touched[row] = *columns;
            if ((*columns & decisive) != 0) {
                m_marks[row] = m_filter.passes(row) ? Touched : Gone;
                if (m_marks[row] == Touched) {
                    m_new.push_back(row);
                }
            }
        }
    }
    for (const RowRange &range : changes.inserted) {
        for (RowId row = range.first; row <= range.last; ++row) {
            if (m_filter.passes(row)) {
                m_new.push_back(row);
            }
        }
    }
}

/// Which rows go out: those that are gone, and of the changed ones those that no longer stand where they belong. What stays is in
/// order.
std::vector<RowId> ObjectView::settle()
{
    std::vector<RowId> out;
    const RowId *last = nullptr;
    size_t clean = 0; // the next that did not change
    for (size_t at = 0; at < m_order.size(); ++at) {
        const RowId &row = m_order[at];
        if (m_marks[row] == Gone) {
            out.push_back(static_cast<RowId>(at));
            continue;
        }
        if (m_marks[row] == Touched) {
            clean = std::max(clean, at + 1);
            while (clean < m_order.size() && m_marks[m_order[clean]] != Same) {
                ++clean;
            }
            const bool isInPlace = (!last || less(*last, row)) && (clean == m_order.size() || less(row, m_order[clean]));
            if (!isInPlace) {
                out.push_back(static_cast<RowId>(at));
                continue;
            }
            m_marks[row] = Kept;
        }
        last = &row;
    }
    return out;
}

void ObjectView::takeOut(const std::vector<RowId> &positions)
{
    std::vector<RowRange> ranges;
    for (const RowId position : positions) {
        extend(ranges, position);
    }
    if (ranges.size() > kMostRanges) {
        resetting([&] {
            auto next = positions.begin();
            size_t kept = 0;
            for (size_t at = 0; at < m_order.size(); ++at) {
                if (next != positions.end() && *next == at) {
                    ++next;
                } else {
                    m_order[kept++] = m_order[at];
                }
            }
            m_order.resize(kept);
        });
        return;
    }
    for (auto range = ranges.rbegin(); range != ranges.rend(); ++range) {
        if (m_listener) {
            m_listener->aboutToRemove(range->first, range->last);
        }
        m_order.erase(m_order.begin() + range->first, m_order.begin() + range->last + 1);
        if (m_listener) {
            m_listener->removed();
        }
    }
}

/// `rows` are sorted. Neighbours come in together.
void ObjectView::putIn(const std::vector<RowId> &rows)
{
    const auto inOrder = [this](RowId left, RowId right) { return less(left, right); };
    std::vector<RowRange> pieces; // of `rows`, and where each goes
    std::vector<size_t> places;
    for (size_t from = 0; from < rows.size();) {
        const auto begin = m_order.begin() + static_cast<qsizetype>(places.empty() ? 0 : places.back());
        const auto place = static_cast<size_t>(std::lower_bound(begin, m_order.end(), rows[from], inOrder) - m_order.begin());
        size_t to = from + 1;
        while (to < rows.size() && (place == m_order.size() || less(rows[to], m_order[place]))) {
            ++to;
        }
        places.push_back(place);
        pieces.push_back({static_cast<RowId>(from), static_cast<RowId>(to - 1)});
        from = to;
    }
    if (pieces.size() > kMostRanges) {
        resetting([&] {
            std::vector<RowId> merged(m_order.size() + rows.size());
            std::ranges::merge(m_order, rows, merged.begin(), inOrder);
            m_order = std::move(merged);
        });
        return;
    }
    size_t shift = 0;
    for (size_t piece = 0; piece < pieces.size(); ++piece) {
        const auto [first, last] = pieces[piece];
        const size_t place = places[piece] + shift;
        const size_t count = last - first + 1;
        if (m_listener) {
            m_listener->aboutToInsert(static_cast<qsizetype>(place), static_cast<qsizetype>(place + count - 1));
        }
        m_order.insert(m_order.begin() + static_cast<qsizetype>(place), rows.begin() + first, rows.begin() + last + 1);
        if (m_listener) {
            m_listener->inserted();
        }
        shift += count;
    }
}

void ObjectView::tellChanged()
{
    if (!m_listener) {
        return;
    }
    std::vector<RowRange> ranges;
    std::vector<Columns> columns;
    for (size_t at = 0; at < m_order.size(); ++at) {
        if (const Columns touched = m_touched[m_order[at]]; touched != 0) {
            extend(ranges, at);
            columns.resize(ranges.size(), 0);
            columns.back() |= touched;
        }
    }
    for (size_t range = 0; range < ranges.size(); ++range) {
        m_listener->changed(ranges[range].first, ranges[range].last, columns[range]);
    }
}

void ObjectView::apply(const ChangeSet &changes)
{
    if (changes.isEmpty()) {
        return;
    }
    if (changes.isReset) {
        rebuild();
        return;
    }
    m_new.clear();
    mark(changes);
    if (!changes.removed.empty() || !changes.changed.empty()) {
        takeOut(settle());
    }
    std::erase_if(m_new, [this](RowId row) { return m_marks[row] == Kept; });
    sortRows(m_new);
    putIn(m_new);
    if (!changes.changed.empty()) {
        tellChanged();
    }
    std::ranges::fill(m_marks, Same);
    std::ranges::fill(m_touched, 0);
}

} // namespace sentinel::kube
