// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/proxy/Http1.h"

namespace sentinel::testing {

QByteArray headerOf(const Headers &headers, QByteArrayView name)
{
    for (const auto &[key, value] : headers) {
        if (key == name) {
            return value;
        }
    }
    return {};
}

void Http1::feed(const QByteArray &bytes)
{
    m_bytes += bytes;
    while (step()) { }
}

bool Http1::close()
{
    if (m_state == State::Body && m_left < 0) {
        finish();
        return true;
    }
    return m_state == State::Head && m_bytes.isEmpty();
}

bool Http1::step()
{
    QByteArray line;
    switch (m_state) {
    case State::Head:
        return readHead();
    case State::Body:
    case State::Chunk:
        return readBody();
    case State::ChunkSize:
        return readChunkSize();
    case State::ChunkEnd:
        if (!takeLine(line)) {
            return false;
        }
        m_state = State::ChunkSize;
        return true;
    case State::Trailer:
        if (!takeLine(line)) {
            return false;
        }
        if (line.isEmpty()) {
            finish();
        }
        return true;
    }
    return false;
}

bool Http1::takeLine(QByteArray &line)
{
    const qsizetype end = m_bytes.indexOf("\r\n");
    if (end < 0) {
        return false;
    }
    line = m_bytes.first(end);
    m_bytes.remove(0, end + 2);
    return true;
}

bool Http1::readHead()
{
    const qsizetype end = m_bytes.indexOf("\r\n\r\n");
    if (end < 0) {
        return false;
    }
    const QByteArrayList lines = m_bytes.first(end).split('\n');
    m_bytes.remove(0, end + 4);
    Headers headers;
    for (const QByteArray &line : lines.sliced(1)) {
        const qsizetype colon = line.indexOf(':');
        headers.append({line.first(std::max<qsizetype>(colon, 0)).trimmed().toLower(), line.sliced(colon + 1).trimmed()});
    }
    const QByteArray start = lines.first().trimmed();
    const bool isChunked = headerOf(headers, "transfer-encoding").toLower().contains("chunked");
    const QByteArray length = headerOf(headers, "content-length");
    const QByteArray status = start.mid(9, 3);
    const bool isBare = m_side == Side::Answer && (status == "204" || status == "304" || status.startsWith('1'));
    m_left = !length.isEmpty() ? length.toLongLong() : m_side == Side::Requests || isBare ? 0 : -1;
    m_listener.head(start, headers);
    m_state = isChunked ? State::ChunkSize : State::Body;
    if (m_state == State::Body && m_left == 0) {
        finish();
    }
    return true;
}

bool Http1::readBody()
{
    if (m_bytes.isEmpty()) {
        return false;
    }
    const qint64 size = m_left < 0 ? m_bytes.size() : std::min<qint64>(m_left, m_bytes.size());
    const QByteArray piece = m_bytes.first(size);
    m_bytes.remove(0, size);
    m_left -= m_left < 0 ? 0 : size;
    m_listener.piece(piece);
    if (m_left == 0) {
        if (m_state == State::Chunk) {
            m_state = State::ChunkEnd;
        } else {
            finish();
        }
    }
    return true;
}

bool Http1::readChunkSize()
{
    QByteArray line;
    if (!takeLine(line)) {
        return false;
    }
    m_left = line.split(';').first().trimmed().toLongLong(nullptr, 16);
    m_state = m_left > 0 ? State::Chunk : State::Trailer;
    return true;
}

void Http1::finish()
{
    m_state = State::Head;
    m_listener.end();
}

} // namespace sentinel::testing
