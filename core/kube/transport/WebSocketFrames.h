// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <functional>

namespace sentinel::kube {

enum class Opcode : quint8 { Continuation = 0, Text = 1, Binary = 2, Close = 8, Ping = 9, Pong = 10 };

/// One whole frame of RFC 6455. A client masks, with a number nobody can guess; a server does not (`mask` empty).
[[nodiscard]] QByteArray webSocketFrame(Opcode opcode, QByteArrayView payload, std::optional<quint32> mask);

/// Puts messages together out of what comes, however it is cut. Pings and the like may come between the parts of a message.
class WebSocketReader
{
public:
    enum class Peer { Server, Client }; ///< whose frames are read: a client's are masked, a server's never

    explicit WebSocketReader(Peer peer)
        : m_peer(peer)
    {
    }

    /// Hands on each message `bytes` completes. False: these are no frames of that peer, or larger than allowed; nothing is read
    /// any more.
    [[nodiscard]] bool feed(QByteArrayView bytes, const std::function<void(Opcode, QByteArray)> &message);

    static constexpr quint64 kMostMessage = 16 << 20;

private:
    struct Head
    {
        Opcode opcode;
        bool isFinal;
        qsizetype size; ///< of the head itself
        quint64 payload;
        QByteArray mask;
    };
    enum class Reading { Whole, More, Wrong };
    [[nodiscard]] Reading readHead(Head &head) const;
    [[nodiscard]] bool isAllowed(const Head &head) const;
    void finish(const Head &head, QByteArray payload, const std::function<void(Opcode, QByteArray)> &message);

    Peer m_peer;
    QByteArray m_begun; ///< of a frame
    QByteArray m_message; ///< of one in parts
    Opcode m_messageOpcode = Opcode::Continuation; ///< Continuation: none has begun
    bool m_isBroken = false;
};

} // namespace sentinel::kube
