// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <functional>
#include <utility>

namespace sentinel::testing {

using Headers = QList<std::pair<QByteArray, QByteArray>>; ///< names in lower case

[[nodiscard]] QByteArray headerOf(const Headers &headers, QByteArrayView name);

/// Reads HTTP/1.1 messages, one after the other, as the bytes come: requests of a client or the answer of a server.
class Http1
{
public:
    enum class Side { Requests, Answer };
    struct Listener
    {
        std::function<void(const QByteArray &start, const Headers &)> head;
        std::function<void(const QByteArray &)> piece; ///< of the body, without its chunks
        std::function<void()> end;
    };
    Http1(Side side, Listener listener)
        : m_side(side)
        , m_listener(std::move(listener))
    {
    }

    void feed(const QByteArray &bytes);
    /// The peer has closed. True when that is the end of a whole message, or nothing had begun.
    [[nodiscard]] bool close();

private:
    enum class State { Head, Body, ChunkSize, Chunk, ChunkEnd, Trailer };
    [[nodiscard]] bool step();
    [[nodiscard]] bool readHead();
    [[nodiscard]] bool readBody();
    [[nodiscard]] bool readChunkSize();
    [[nodiscard]] bool takeLine(QByteArray &line);
    void finish();

    Side m_side;
    Listener m_listener;
    State m_state = State::Head;
    QByteArray m_bytes;
    qint64 m_left = 0; ///< of the body or chunk; negative: until the end of the connection
};

} // namespace sentinel::testing
