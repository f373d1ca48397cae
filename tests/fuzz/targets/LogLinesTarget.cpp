// SPDX-License-Identifier: GPL-3.0-or-later
// A log, brought in pieces: no byte is lost or doubled, and a line that is too long is refused and nothing else.
#include "Fuzz.h"
#include "core/kube/transport/Lines.h"

using namespace sentinel;

namespace {

constexpr qint64 kMostLine = 64;

struct Read
{
    QList<QByteArray> lines;
    QByteArray rest;
    bool isRefused = false;
    bool operator==(const Read &) const = default;
};

Read read(const QList<QByteArray> &pieces)
{
    Read read;
    kube::Lines lines(kMostLine);
    for (const QByteArray &piece : pieces) {
        if (!lines.feed(piece, [&read](QByteArray line) { read.lines.append(std::move(line)); })) {
            read.isRefused = true;
            return read;
        }
    }
    read.rest = lines.rest();
    return read;
}

/// The same, said in another way.
Read expected(const QByteArray &whole)
{
    Read read;
    QList<QByteArray> parts = whole.split('\n');
    for (qsizetype i = 0; i < parts.size(); ++i) {
        if (parts[i].size() > kMostLine) {
            read.isRefused = true;
            return read;
        }
        if (parts[i].endsWith('\r')) {
            parts[i].chop(1);
        }
        if (i + 1 < parts.size()) {
            read.lines.append(parts[i]);
        } else {
            read.rest = parts[i];
        }
    }
    return read;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray input = fuzz::bytesOf(data, size);
    QList<QByteArray> pieces;
    fuzz::inPieces(input, [&pieces](const QByteArray &piece) {
        pieces.append(piece);
        return true;
    });
    fuzz::promise(read(pieces) == expected(input.mid(1)), "pieces give the lines of the whole");
    return 0;
}
