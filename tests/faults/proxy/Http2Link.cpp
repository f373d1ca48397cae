// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/proxy/Link.h"

#include <nghttp2/nghttp2.h>

using namespace Qt::StringLiterals;

namespace sentinel::testing {

/// What libnghttp2 calls back with.
struct Http2Callbacks
{
    static Http2Link &link(void *self) { return *static_cast<Http2Link *>(self); }

    static int onBegin(nghttp2_session *, const nghttp2_frame *frame, void *self)
    {
        if (frame->hd.type == NGHTTP2_HEADERS && frame->headers.cat == NGHTTP2_HCAT_REQUEST) {
            link(self).m_streams[frame->hd.stream_id];
        }
        return 0;
    }

    static int onHeader(nghttp2_session *, const nghttp2_frame *frame, const uint8_t *name, size_t nameSize, const uint8_t *value,
                        size_t valueSize, uint8_t, void *self)
    {
        const QByteArray key(reinterpret_cast<const char *>(name), static_cast<qsizetype>(nameSize));
        const QByteArray text(reinterpret_cast<const char *>(value), static_cast<qsizetype>(valueSize));
        Asked &asked = link(self).m_streams[frame->hd.stream_id].asked;
        if (key == ":method") {
            asked.method = text;
        } else if (key == ":path") {
            asked.target = text;
        } else if (!key.startsWith(':')) {
            asked.headers.append({key, text});
        }
        return 0;
    }

    static int onData(nghttp2_session *, uint8_t, int32_t stream, const uint8_t *bytes, size_t size, void *self)
    {
        link(self).m_streams[stream].asked.body.append(reinterpret_cast<const char *>(bytes), static_cast<qsizetype>(size));
        return 0;
    }

    static int onFrame(nghttp2_session *, const nghttp2_frame *frame, void *self)
    {
        const bool isPart = frame->hd.type == NGHTTP2_HEADERS || frame->hd.type == NGHTTP2_DATA;
        if (isPart && (frame->hd.flags & NGHTTP2_FLAG_END_STREAM)) {
            link(self).begin(frame->hd.stream_id, link(self).m_streams[frame->hd.stream_id].asked);
        }
        return 0;
    }

    static int onClose(nghttp2_session *, int32_t stream, uint32_t, void *self)
    {
        link(self).done(stream);
        link(self).m_streams.erase(stream);
        return 0;
    }

    static ssize_t supply(nghttp2_session *, int32_t stream, uint8_t *to, size_t most, uint32_t *flags, nghttp2_data_source *,
                          void *self)
    {
        Http2Link::Stream &from = link(self).m_streams[stream];
        const auto size = std::min(static_cast<qsizetype>(most), from.waiting.size());
        if (size == 0 && !from.isEnded) {
            return NGHTTP2_ERR_DEFERRED;
        }
        std::copy_n(from.waiting.constData(), size, to);
        from.waiting.remove(0, size);
        if (from.isEnded && from.waiting.isEmpty()) {
            *flags |= NGHTTP2_DATA_FLAG_EOF;
        }
        return size;
    }
};

Http2Link::Http2Link(QSslSocket *socket, Hall &hall)
    : Link(socket, hall)
{
    nghttp2_session_callbacks *callbacks = nullptr;
    nghttp2_session_callbacks_new(&callbacks);
    nghttp2_session_callbacks_set_on_begin_headers_callback(callbacks, &Http2Callbacks::onBegin);
    nghttp2_session_callbacks_set_on_header_callback(callbacks, &Http2Callbacks::onHeader);
    nghttp2_session_callbacks_set_on_data_chunk_recv_callback(callbacks, &Http2Callbacks::onData);
    nghttp2_session_callbacks_set_on_frame_recv_callback(callbacks, &Http2Callbacks::onFrame);
    nghttp2_session_callbacks_set_on_stream_close_callback(callbacks, &Http2Callbacks::onClose);
    nghttp2_session_server_new(&m_session, callbacks, this);
    nghttp2_session_callbacks_del(callbacks);
    const nghttp2_settings_entry settings[] = {{NGHTTP2_SETTINGS_MAX_CONCURRENT_STREAMS, 100}};
    nghttp2_submit_settings(m_session, NGHTTP2_FLAG_NONE, settings, 1);
    flush();
}

Http2Link::~Http2Link()
{
    nghttp2_session_del(m_session);
}

void Http2Link::flush()
{
    // Answers given from inside the reading of a frame go out when that has ended.
    if (m_isReading) {
        return;
    }
    QByteArray out;
    const uint8_t *bytes = nullptr;
    for (ssize_t size = 0; (size = nghttp2_session_mem_send(m_session, &bytes)) > 0;) {
        out.append(reinterpret_cast<const char *>(bytes), static_cast<qsizetype>(size));
    }
    if (!out.isEmpty()) {
        write(out);
    }
}

void Http2Link::read(const QByteArray &bytes)
{
    m_isReading = true;
    const ssize_t read = nghttp2_session_mem_recv(m_session, reinterpret_cast<const uint8_t *>(bytes.constData()),
                                                  static_cast<size_t>(bytes.size()));
    m_isReading = false;
    if (read < 0) {
        slam();
        return;
    }
    flush();
}

void Http2Link::head(int stream, int status, const Headers &headers)
{
    const QByteArray number = QByteArray::number(status);
    std::vector<nghttp2_nv> lines;
    const auto add = [&lines](QByteArrayView name, QByteArrayView value) {
        lines.push_back({reinterpret_cast<uint8_t *>(const_cast<char *>(name.data())),
                         reinterpret_cast<uint8_t *>(const_cast<char *>(value.data())), static_cast<size_t>(name.size()),
                         static_cast<size_t>(value.size()), NGHTTP2_NV_FLAG_NONE});
    };
    add(":status", number);
    for (const auto &[name, value] : headers) {
        add(name, value);
    }
    const nghttp2_data_provider body{.source = {}, .read_callback = &Http2Callbacks::supply};
    nghttp2_submit_response(m_session, stream, lines.data(), lines.size(), &body);
    flush();
}

void Http2Link::piece(int stream, const QByteArray &bytes)
{
    if (const auto found = m_streams.find(stream); found != m_streams.end()) {
        found->second.waiting += bytes;
        nghttp2_session_resume_data(m_session, stream);
        flush();
    }
}

void Http2Link::end(int stream)
{
    if (const auto found = m_streams.find(stream); found != m_streams.end()) {
        found->second.isEnded = true;
        nghttp2_session_resume_data(m_session, stream);
        flush();
    }
}

void Http2Link::breakOff(int stream)
{
    nghttp2_submit_rst_stream(m_session, NGHTTP2_FLAG_NONE, stream, NGHTTP2_INTERNAL_ERROR);
    flush();
}

void Http2Link::refuse(int stream)
{
    nghttp2_submit_rst_stream(m_session, NGHTTP2_FLAG_NONE, stream, NGHTTP2_REFUSED_STREAM);
    flush();
}

void Http2Link::goAway()
{
    nghttp2_submit_goaway(m_session, NGHTTP2_FLAG_NONE, nghttp2_session_get_last_proc_stream_id(m_session), NGHTTP2_NO_ERROR,
                          nullptr, 0);
    flush();
}

} // namespace sentinel::testing
