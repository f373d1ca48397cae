// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kube/rows/StringPool.h"

#include <algorithm>
#include <cstring>
#include <functional>

namespace sentinel::kube {

namespace {

constexpr quint64 kLengthBits = 20;

/// Not in the middle of a letter.
std::string_view cutTo(std::string_view text, size_t most)
{
    while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0) == 0x80) {
        --most;
    }
    return text.substr(0, most);
}

} // namespace

quint64 hashOf(std::string_view text, quint64 seed)
{
    quint64 hash = std::hash<std::string_view>{}(text) ^ (seed * 0x9E3779B97F4A7C15);
    hash ^= hash >> 29;
    return hash * 0xBF58476D1CE4E5B9;
}

TextArena::Ref TextArena::add(std::string_view text)
{
    if (text.empty()) {
        return 0;
    }
    if (text.size() > kPiece) {
        text = cutTo(text, kPiece);
    }
    if (m_used + text.size() > kPiece) {
        m_pieces.push_back(std::make_unique_for_overwrite<char[]>(kPiece));
        m_used = 0;
    }
    const quint64 place = ((m_pieces.size() - 1) << kPieceBits) + m_used;
    std::memcpy(m_pieces.back().get() + m_used, text.data(), text.size());
    m_used += text.size();
    m_bytes += text.size();
    return place << kLengthBits | text.size();
}

std::string_view TextArena::at(Ref ref) const
{
    const quint64 length = ref & ((quint64{1} << kLengthBits) - 1);
    if (length == 0) {
        return {};
    }
    const quint64 place = ref >> kLengthBits;
    return {m_pieces[place >> kPieceBits].get() + (place & (kPiece - 1)), length};
}

void TextArena::clear()
{
    m_pieces.resize(std::min<size_t>(m_pieces.size(), 1));
    m_used = m_pieces.empty() ? kPiece : 0;
    m_bytes = 0;
}

WordTable::WordTable()
{
    clear();
}

void WordTable::clear()
{
    m_arena.clear();
    m_words.assign(1, 0);
    m_slots.assign(64, 0);
}

quint32 WordTable::add(std::string_view word)
{
    if (word.empty()) {
        return 0;
    }
    const size_t mask = m_slots.size() - 1;
    size_t slot = hashOf(word) & mask;
    for (; m_slots[slot] != 0; slot = (slot + 1) & mask) {
        if (at(m_slots[slot]) == word) {
            return m_slots[slot];
        }
    }
    const auto number = static_cast<quint32>(m_words.size());
    m_words.push_back(m_arena.add(word));
    m_slots[slot] = number;
    if (m_words.size() * 4 > m_slots.size() * 3) {
        grow();
    }
    return number;
}

void WordTable::grow()
{
    std::vector<quint32> slots(m_slots.size() * 2, 0);
    const size_t mask = slots.size() - 1;
    for (quint32 number = 1; number < m_words.size(); ++number) {
        size_t slot = hashOf(at(number)) & mask;
        while (slots[slot] != 0) {
            slot = (slot + 1) & mask;
        }
        slots[slot] = number;
    }
    m_slots = std::move(slots);
}

} // namespace sentinel::kube
