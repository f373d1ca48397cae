// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtTypes>
#include <memory>
#include <string_view>
#include <vector>

namespace sentinel::kube {

/// Where the texts of many rows lie: appended, never moved, given up all at once. Texts longer than a piece are cut.
class TextArena
{
public:
    /// Place and length of a text, in one cell.
    using Ref = quint64;

    [[nodiscard]] Ref add(std::string_view text);
    [[nodiscard]] std::string_view at(Ref ref) const;
    [[nodiscard]] quint64 bytes() const { return m_bytes; } ///< added since it was made or cleared
    void clear(); ///< keeps one piece

private:
    static constexpr quint64 kPieceBits = 16;
    static constexpr quint64 kPiece = quint64{1} << kPieceBits;

    std::vector<std::unique_ptr<char[]>> m_pieces;
    quint64 m_used = kPiece; ///< of the last piece
    quint64 m_bytes = 0;
};

/// Words, each kept once and named by a number. 0 is the empty word.
class WordTable
{
public:
    WordTable();
    [[nodiscard]] quint32 add(std::string_view word);
    [[nodiscard]] std::string_view at(quint64 number) const { return m_arena.at(m_words[number]); }
    [[nodiscard]] quint32 size() const { return static_cast<quint32>(m_words.size()); }
    [[nodiscard]] quint64 bytes() const { return m_arena.bytes(); }
    void clear();

private:
    void grow();

    TextArena m_arena;
    std::vector<TextArena::Ref> m_words;
    std::vector<quint32> m_slots; ///< open addressing; 0: free
};

[[nodiscard]] quint64 hashOf(std::string_view text, quint64 seed = 0);

} // namespace sentinel::kube
