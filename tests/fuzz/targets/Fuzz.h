// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

namespace sentinel::fuzz {

inline QByteArray bytesOf(const std::uint8_t *data, std::size_t size)
{
    return {reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)};
}

/// Ends the run when a promise is broken; the fuzzer keeps the input.
inline void promise(bool isKept, const char *what)
{
    if (!isKept) {
        std::fprintf(stderr, "broken promise: %s\n", what);
        std::abort();
    }
}

/// Cuts an input into the pieces that a network might bring it in; its first byte decides their size.
template <typename Take>
void inPieces(QByteArray bytes, Take take)
{
    if (bytes.isEmpty()) {
        return;
    }
    const qsizetype size = 1 + static_cast<std::uint8_t>(bytes[0]);
    bytes.remove(0, 1);
    for (qsizetype at = 0; at < bytes.size(); at += size) {
        if (!take(bytes.mid(at, size))) {
            return;
        }
    }
}

} // namespace sentinel::fuzz
