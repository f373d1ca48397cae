// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <functional>

namespace sentinel::kube {

/// Cuts a stream into lines as its pieces come; every byte is looked at once, however small the pieces are.
class Lines
{
public:
    explicit Lines(qint64 mostLine)
        : m_most(mostLine)
    {
    }

    /// Hands each line that `piece` completes to `take`, without "\n" or "\r\n". False when a line is longer than allowed.
    [[nodiscard]] bool feed(QByteArrayView piece, const std::function<void(QByteArray)> &take);
    /// The last line, when the stream ended without a line feed; empty when there is none.
    [[nodiscard]] QByteArray rest();

private:
    qint64 m_most;
    QByteArray m_begun;
};

} // namespace sentinel::kube
