// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kube/rows/RowMailbox.h"

#include <QTimeZone>

#include <algorithm>

namespace sentinel::kube {

namespace {

constexpr size_t kMostGone = 256; // deletions remembered, against events told out of order
constexpr RowId kMostKept = 4'000; // rows of a batch whose memory is kept for the next one

/// The same object, and the row knows a later version of it.
bool isOlder(const RowTable &rows, RowId row, const RowCells &cells)
{
    return cells.number(kVersion) != 0 && cells.number(kVersion) < rows.number(row, kVersion)
        && cells.text(kUid) == rows.text(row, kUid);
}

} // namespace

void RowBatch::clear()
{
    if (rows.end() > kMostKept) {
        rows = RowTable(rows.layout());
        isGone = {};
        list = {};
    } else {
        rows.clear();
        isGone.clear();
        list.clear();
    }
    completeList = 0;
    state.reset();
}

RowMailbox::RowMailbox(RowLayout layout)
    : m_layout(layout)
    , m_batch(std::move(layout))
{
}

void RowMailbox::notify()
{
    m_isEmpty = false;
    if (m_receiver && !m_isNotified) {
        m_isNotified = true;
        QMetaObject::invokeMethod(m_receiver, [call = m_call] { (*call)(); }, Qt::QueuedConnection);
    }
}

void RowMailbox::beginList()
{
    const std::lock_guard held(m_lock);
    ++m_list;
    m_gone.clear();
    m_nextGone = 0;
}

void RowMailbox::endList()
{
    const std::lock_guard held(m_lock);
    m_batch.completeList = m_list;
    m_isComplete = true;
    notify();
}

void RowMailbox::store(const RowCells &cells, bool isGone, bool isChange)
{
    RowTable &rows = m_batch.rows;
    if (isChange) {
        const auto known = rows.find(cells.text(kNamespace), cells.text(kName));
        const bool isAnother = known && isGone && m_batch.isGone[*known] == 0 && cells.text(kUid) != rows.text(*known, kUid);
        if (isAnother || (known && isOlder(rows, *known, cells))) {
            return; // the end of one that was there before, or told late
        }
    }
    const RowTable::Put put = rows.put(cells);
    if (put.isNew) {
        m_batch.isGone.push_back(isGone ? 1 : 0);
        m_batch.list.push_back(m_list);
    } else {
        m_batch.isGone[put.row] = isGone ? 1 : 0;
        m_batch.list[put.row] = m_list;
    }
    rows.tidy();
    notify();
}

void RowMailbox::put(const RowCells &cells)
{
    const std::lock_guard held(m_lock);
    store(cells, false, false);
}

void RowMailbox::change(const RowCells &cells)
{
    const std::lock_guard held(m_lock);
    const std::string_view uid = cells.text(kUid);
    if (!m_gone.empty() && !uid.empty() && std::ranges::find(m_gone, hashOf(uid)) != m_gone.end()) {
        return; // told after its end
    }
    store(cells, false, true);
}

void RowMailbox::remove(const RowCells &cells)
{
    const std::lock_guard held(m_lock);
    if (const std::string_view uid = cells.text(kUid); !uid.empty()) {
        if (m_gone.size() < kMostGone) {
            m_gone.push_back(hashOf(uid));
        } else {
            m_gone[m_nextGone++ % kMostGone] = hashOf(uid);
        }
    }
    store(cells, true, true);
}

void RowMailbox::tell(FeedState state)
{
    const std::lock_guard held(m_lock);
    m_batch.state = std::move(state);
    notify();
}

void RowMailbox::tellProgress(qint64 loaded, qint64 expected)
{
    const std::lock_guard held(m_lock);
    if (!m_isComplete) {
        m_batch.state = {.phase = FeedState::Phase::Loading, .loaded = loaded, .expected = expected};
        notify();
    }
}

void RowMailbox::heard()
{
    const std::lock_guard held(m_lock);
    m_heardAt = QDateTime::currentMSecsSinceEpoch();
}

void RowMailbox::listen(QObject *receiver, std::function<void()> somethingCame)
{
    const std::lock_guard held(m_lock);
    m_receiver = receiver;
    m_call = std::make_shared<std::function<void()>>(std::move(somethingCame));
    m_isNotified = false;
    if (!m_isEmpty) {
        notify();
    }
}

void RowMailbox::ignore()
{
    const std::lock_guard held(m_lock);
    m_receiver = nullptr;
}

bool RowMailbox::take(RowBatch &batch)
{
    batch.clear();
    const std::lock_guard held(m_lock);
    m_isNotified = false;
    if (m_isEmpty) {
        return false;
    }
    std::swap(batch, m_batch);
    m_isEmpty = true;
    return true;
}

QDateTime RowMailbox::heardAt() const
{
    const std::lock_guard held(m_lock);
    return m_heardAt == 0 ? QDateTime() : QDateTime::fromMSecsSinceEpoch(m_heardAt, QTimeZone::UTC);
}

} // namespace sentinel::kube
