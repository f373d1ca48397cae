// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kube/transport/WebSocketHandshake.h"

#include <QCryptographicHash>
#include <QJsonDocument>

namespace sentinel::kube {

namespace {

constexpr qsizetype kMostHead = 64 * 1024;
constexpr qsizetype kMostRefusal = 64 * 1024;
constexpr auto kSuffix = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"; // RFC 6455, 1.3

/// The chunks of a body joined, as far as they are there; whether the last one is.
std::pair<QByteArray, bool> joined(QByteArrayView bytes)
{
    QByteArray body;
    for (;;) {
        const qsizetype end = bytes.indexOf("\r\n");
        bool isNumber = false;
        const qsizetype size = end < 0 ? 0 : bytes.first(end).toByteArray().trimmed().toLongLong(&isNumber, 16);
        if (!isNumber || size < 0 || size > kMostRefusal || bytes.size() < end + 2 + size) {
            return {body, false};
        }
        if (size == 0) {
            return {body, true};
        }
        body += bytes.sliced(end + 2, size).toByteArray();
        bytes = bytes.sliced(std::min(bytes.size(), end + 2 + size + 2));
    }
}

} // namespace

WebSocketHandshake::WebSocketHandshake(QByteArray key, QList<QByteArray> protocols)
    : m_key(key.toBase64())
    , m_protocols(std::move(protocols))
{
}

QByteArray WebSocketHandshake::request(const QByteArray &path, const QByteArray &host, const QList<QByteArray> &headers) const
{
    QByteArray request = "GET " + path + " HTTP/1.1\r\nHost: " + host
        + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: " + m_key + "\r\n";
    if (!m_protocols.isEmpty()) {
        request += "Sec-WebSocket-Protocol: " + m_protocols.join(", ") + "\r\n";
    }
    for (const QByteArray &header : headers) {
        request += header + "\r\n";
    }
    return request + "\r\n";
}

WebSocketHandshake::State WebSocketHandshake::feed(QByteArrayView bytes, bool isEnd)
{
    m_bytes.append(bytes);
    if (!m_hasHead) {
        const qsizetype end = m_bytes.indexOf("\r\n\r\n");
        if (end < 0) {
            return isEnd || m_bytes.size() > kMostHead ? State::Wrong : State::Reading;
        }
        if (!readHead(QByteArrayView(m_bytes).first(end))) {
            return State::Wrong;
        }
        m_hasHead = true;
        m_bytes.remove(0, end + 4);
    }
    if (m_answer.status == 101) {
        return isAccepted() ? State::Open : State::Wrong;
    }
    return readBody(isEnd);
}

bool WebSocketHandshake::readHead(QByteArrayView head)
{
    const QList<QByteArray> lines = head.toByteArray().split('\n');
    const QList<QByteArray> words = lines.first().trimmed().split(' ');
    if (words.size() < 2 || !words[0].startsWith("HTTP/1.")) {
        return false;
    }
    m_answer.status = words[1].toInt();
    for (const QByteArray &line : lines.sliced(1)) {
        if (const qsizetype colon = line.indexOf(':'); colon > 0) {
            m_answer.headers.append({line.first(colon).trimmed().toLower(), line.sliced(colon + 1).trimmed()});
        }
    }
    m_protocol = m_answer.header("sec-websocket-protocol");
    return m_answer.status >= 100 && m_answer.status < 600;
}

bool WebSocketHandshake::isAccepted() const
{
    const QByteArray proof = QCryptographicHash::hash(m_key + kSuffix, QCryptographicHash::Sha1).toBase64();
    return m_answer.header("upgrade").toLower() == "websocket" && m_answer.header("sec-websocket-accept") == proof
        && (m_protocols.isEmpty() || m_protocols.contains(m_protocol));
}

WebSocketHandshake::State WebSocketHandshake::readBody(bool isEnd)
{
    QByteArray body = m_bytes;
    bool isWhole = isEnd || m_bytes.size() > kMostRefusal;
    if (m_answer.header("transfer-encoding").toLower() == "chunked") {
        const auto [text, hasLast] = joined(m_bytes);
        body = text;
        isWhole = isWhole || hasLast;
    } else if (const QByteArray length = m_answer.header("content-length"); !length.isEmpty()) {
        isWhole = isWhole || m_bytes.size() >= length.toLongLong();
    }
    if (!isWhole) {
        return State::Reading;
    }
    const QJsonDocument document = QJsonDocument::fromJson(body);
    m_answer.isJson = document.isObject();
    m_answer.json = document.object();
    m_answer.body = m_answer.isJson ? QByteArray() : body;
    return State::Refused;
}

} // namespace sentinel::kube
