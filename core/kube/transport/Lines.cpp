// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kube/transport/Lines.h"

#include <utility>

namespace sentinel::kube {

namespace {

void dropCarriageReturn(QByteArray &line)
{
    if (line.endsWith('\r')) {
        line.chop(1);
    }
}

} // namespace

bool Lines::feed(QByteArrayView piece, const std::function<void(QByteArray)> &take)
{
    while (!piece.isEmpty()) {
        const qsizetype end = piece.indexOf('\n');
        const QByteArrayView part = end < 0 ? piece : piece.first(end);
        if (m_begun.size() + part.size() > m_most) {
            return false;
        }
        m_begun.append(part);
        if (end < 0) {
            return true;
        }
        piece = piece.sliced(end + 1);
        dropCarriageReturn(m_begun);
        take(std::exchange(m_begun, {}));
    }
    return true;
}

QByteArray Lines::rest()
{
    dropCarriageReturn(m_begun);
    return std::exchange(m_begun, {});
}

} // namespace sentinel::kube
