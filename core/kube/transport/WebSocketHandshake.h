// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kube/transport/Http.h"

#include <optional>

namespace sentinel::kube {

/// The opening of a WebSocket by hand: a refusal of the API server is a whole answer, with a Status that says why.
class WebSocketHandshake
{
public:
    /// `key`: 16 random bytes. `protocols`: what we speak, best first.
    WebSocketHandshake(QByteArray key, QList<QByteArray> protocols);

    /// The request as it goes out; `path` with the server's own prefix.
    [[nodiscard]] QByteArray request(const QByteArray &path, const QByteArray &host, const QList<QByteArray> &headers) const;

    enum class State {
        Reading, ///< more bytes are needed
        Open, ///< rest() is the beginning of the frames
        Refused, ///< answer() is the server's
        Wrong, ///< that is no answer to this request
    };
    /// What came; `isEnd`: nothing more will.
    State feed(QByteArrayView bytes, bool isEnd = false);

    [[nodiscard]] const HttpAnswer &answer() const { return m_answer; }
    [[nodiscard]] const QByteArray &protocol() const { return m_protocol; } ///< the one the server chose
    [[nodiscard]] const QByteArray &rest() const { return m_bytes; }

private:
    [[nodiscard]] bool readHead(QByteArrayView head);
    [[nodiscard]] bool isAccepted() const;
    [[nodiscard]] State readBody(bool isEnd);

    QByteArray m_key; ///< as it goes out
    QList<QByteArray> m_protocols;
    QByteArray m_bytes;
    QByteArray m_protocol;
    HttpAnswer m_answer;
    bool m_hasHead = false;
};

} // namespace sentinel::kube
