// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kube/transport/WebSocketFrames.h"

#include <QtEndian>
#include <utility>

namespace sentinel::kube {

namespace {

constexpr quint64 kMostControl = 125;

QByteArray masked(QByteArray payload, QByteArrayView mask)
{
    for (qsizetype at = 0; at < payload.size(); ++at) {
        payload[at] = static_cast<char>(payload[at] ^ mask[at % 4]);
    }
    return payload;
}

bool isControl(Opcode opcode)
{
    return opcode >= Opcode::Close;
}

QByteArray bigEndian(auto number)
{
    QByteArray bytes(sizeof(number), Qt::Uninitialized);
    qToBigEndian(number, bytes.data());
    return bytes;
}

} // namespace

QByteArray webSocketFrame(Opcode opcode, QByteArrayView payload, std::optional<quint32> mask)
{
    const char maskBit = mask ? char(0x80) : char(0);
    QByteArray frame(1, static_cast<char>(0x80 | static_cast<char>(opcode)));
    if (payload.size() <= 125) {
        frame += static_cast<char>(maskBit | static_cast<char>(payload.size()));
    } else if (payload.size() <= 0xFFFF) {
        frame += static_cast<char>(maskBit | 126);
        frame += bigEndian(static_cast<quint16>(payload.size()));
    } else {
        frame += static_cast<char>(maskBit | 127);
        frame += bigEndian(static_cast<quint64>(payload.size()));
    }
    if (!mask) {
        return frame + payload.toByteArray();
    }
    const QByteArray key = bigEndian(*mask);
    return frame + key + masked(payload.toByteArray(), key);
}

WebSocketReader::Reading WebSocketReader::readHead(Head &head) const
{
    if (m_begun.size() < 2) {
        return Reading::More;
    }
    const auto first = static_cast<quint8>(m_begun[0]);
    const auto second = static_cast<quint8>(m_begun[1]);
    head.opcode = static_cast<Opcode>(first & 0x0F);
    head.isFinal = first & 0x80;
    head.payload = second & 0x7F;
    head.size = 2;
    const bool isMasked = second & 0x80;
    if ((first & 0x70) != 0 || isMasked != (m_peer == Peer::Client)) {
        return Reading::Wrong;
    }
    const qsizetype wide = head.payload == 126 ? 2 : head.payload == 127 ? 8 : 0;
    if (m_begun.size() < head.size + wide + (isMasked ? 4 : 0)) {
        return Reading::More;
    }
    if (wide == 2) {
        head.payload = qFromBigEndian<quint16>(m_begun.constData() + head.size);
    } else if (wide == 8) {
        head.payload = qFromBigEndian<quint64>(m_begun.constData() + head.size);
    }
    head.size += wide;
    if (isMasked) {
        head.mask = m_begun.sliced(head.size, 4);
        head.size += 4;
    }
    return isAllowed(head) ? Reading::Whole : Reading::Wrong;
}

bool WebSocketReader::isAllowed(const Head &head) const
{
    switch (head.opcode) {
    case Opcode::Close:
    case Opcode::Ping:
    case Opcode::Pong:
        return head.isFinal && head.payload <= kMostControl;
    case Opcode::Text:
    case Opcode::Binary:
        return m_messageOpcode == Opcode::Continuation && head.payload <= kMostMessage;
    case Opcode::Continuation:
        return m_messageOpcode != Opcode::Continuation && head.payload <= kMostMessage - static_cast<quint64>(m_message.size());
    }
    return false;
}

void WebSocketReader::finish(const Head &head, QByteArray payload, const std::function<void(Opcode, QByteArray)> &message)
{
    if (isControl(head.opcode)) {
        message(head.opcode, std::move(payload));
        return;
    }
    if (head.opcode != Opcode::Continuation) {
        m_messageOpcode = head.opcode;
    }
    m_message += payload;
    if (head.isFinal) {
        message(std::exchange(m_messageOpcode, Opcode::Continuation), std::exchange(m_message, {}));
    }
}

bool WebSocketReader::feed(QByteArrayView bytes, const std::function<void(Opcode, QByteArray)> &message)
{
    if (m_isBroken) {
        return false;
    }
    m_begun.append(bytes);
    for (;;) {
        Head head{};
        const Reading reading = readHead(head);
        if (reading == Reading::Wrong) {
            m_isBroken = true;
            m_begun.clear();
            return false;
        }
        const qsizetype size = head.size + static_cast<qsizetype>(head.payload);
        if (reading == Reading::More || m_begun.size() < size) {
            return true;
        }
        QByteArray payload = m_begun.sliced(head.size, size - head.size);
        m_begun.remove(0, size);
        finish(head, head.mask.isEmpty() ? std::move(payload) : masked(std::move(payload), head.mask), message);
    }
}

} // namespace sentinel::kube
