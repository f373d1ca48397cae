// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kube/transport/WebSocket.h"

#include "core/kube/transport/Transfer.h"
#include "core/kube/transport/TransferFailure.h"
#include "core/kube/transport/WebSocketFrames.h"
#include "core/kube/transport/WebSocketHandshake.h"

#include <QCoreApplication>
#include <QRandomGenerator>
#include <chrono>
#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

namespace sentinel::kube {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

using Moment = std::chrono::steady_clock::time_point;
constexpr size_t kPiece = 64 * 1024;
constexpr int kMostSilentPings = 3;

quint32 randomMask()
{
    return QRandomGenerator::system()->generate();
}

QByteArray randomKey()
{
    std::array<quint32, 4> words{};
    QRandomGenerator::system()->fillRange(words.data(), words.size());
    return QByteArray(reinterpret_cast<const char *>(words.data()), sizeof(words));
}

Error broken(const QString &host, const QString &detail)
{
    return {
        .kind = Error::Kind::Unreachable, .doing = {}, .detail = Text::tr("The connection to %1 broke: %2").arg(host, detail)};
}

} // namespace

/// The connection, on its thread.
class WebSocket::Line
{
public:
    explicit Line(WebSocket &owner)
        : m_owner(owner)
        , m_request(owner.m_request)
        , m_place(std::make_shared<TransferPlace>(TransferPlace{.access = m_request.access,
                                                                .base = addressOf(m_request.access.server),
                                                                .userAgent = m_request.userAgent,
                                                                .connectDeadline = m_request.connectDeadline}))
        , m_transfer(m_place, m_request.request, std::make_shared<Mailbox>())
        , m_easy(m_transfer.handle())
        , m_handshake(randomKey(), m_request.protocols)
    {
        curl_easy_setopt(m_easy, CURLOPT_CONNECT_ONLY, 1L);
        curl_easy_setopt(m_easy, CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
        curl_easy_setopt(m_easy, CURLOPT_TIMEOUT_MS, static_cast<long>(m_request.connectDeadline.count()));
        curl_easy_setopt(m_easy, CURLOPT_ERRORBUFFER, m_problem.data());
    }
    Line(const Line &) = delete;
    Line &operator=(const Line &) = delete;

    /// From the beginning to the end; the last word of the mailbox, nothing when the owner goes.
    std::optional<Result<HttpAnswer>> live()
    {
        if (auto failed = connect(); failed || m_owner.m_isClosed) {
            return failed;
        }
        m_out
            = m_handshake.request(QUrl::fromEncoded(m_place->base).path(QUrl::FullyEncoded).toLatin1() + m_request.request.target,
                                  m_request.access.host().toLatin1(), m_request.request.headers);
        m_answerBy = std::chrono::steady_clock::now() + m_request.connectDeadline;
        while (!m_owner.m_isClosed && !m_outcome) {
            wait();
            if (!m_owner.m_isClosed && !m_outcome) {
                takeMessages();
                write();
                read();
                keepAlive();
            }
        }
        return m_owner.m_isClosed ? std::nullopt : m_outcome;
    }

private:
    /// Name, TCP, proxy, TLS: libcurl's, which another thread may stop.
    std::optional<Result<HttpAnswer>> connect()
    {
        CURLM *multi = m_multi.get();
        curl_multi_add_handle(multi, m_easy);
        for (int running = 1; running > 0 && !m_owner.m_isClosed;) {
            curl_multi_perform(multi, &running);
            int left = 0;
            while (const CURLMsg *message = curl_multi_info_read(multi, &left)) {
                if (message->msg == CURLMSG_DONE && message->data.result != CURLE_OK) {
                    const CURLcode code = message->data.result;
                    const QString detail = QString::fromUtf8(m_problem[0] != 0 ? m_problem.data() : curl_easy_strerror(code));
                    return failure(transferFailure(code, *m_place, m_request.request, false, detail));
                }
            }
            curl_waitfd wake{.fd = m_owner.m_wake, .events = CURL_WAIT_POLLIN, .revents = 0};
            if (running > 0) {
                curl_multi_poll(multi, &wake, 1, 1000, nullptr);
            }
        }
        curl_easy_getinfo(m_easy, CURLINFO_ACTIVESOCKET, &m_socket);
        if (m_socket == CURL_SOCKET_BAD && !m_owner.m_isClosed) {
            return failure(broken(m_request.access.host(), Text::tr("there is no socket.")));
        }
        m_lastHeard = std::chrono::steady_clock::now();
        return {};
    }

    void wait()
    {
        const bool isFull = m_isOpen && m_owner.m_mailbox->isFull();
        short events = isFull ? 0 : POLLIN;
        if (!m_out.isEmpty()) {
            events |= POLLOUT;
        }
        std::array<pollfd, 2> ends{pollfd{.fd = m_socket, .events = events, .revents = 0},
                                   pollfd{.fd = m_owner.m_wake, .events = POLLIN, .revents = 0}};
        // What TLS has decrypted already wakes no poll: read() leaves nothing there.
        ::poll(ends.data(), ends.size(), static_cast<int>(std::clamp<qint64>(m_request.pingEvery.count(), 10, 1000)));
        if (ends[1].revents & POLLIN) {
            quint64 count = 0;
            std::ignore = ::read(m_owner.m_wake, &count, sizeof count);
        }
        m_mayRead = !isFull;
    }

    void takeMessages()
    {
        if (!m_isOpen) {
            return;
        }
        std::deque<QByteArray> messages;
        {
            const std::lock_guard held(m_owner.m_lock);
            messages.swap(m_owner.m_messages);
        }
        for (const QByteArray &message : messages) {
            m_out += webSocketFrame(Opcode::Binary, message, randomMask());
        }
    }

    void write()
    {
        while (!m_out.isEmpty() && !m_outcome) {
            size_t sent = 0;
            const CURLcode code = curl_easy_send(m_easy, m_out.constData(), static_cast<size_t>(m_out.size()), &sent);
            if (code == CURLE_AGAIN) {
                return;
            }
            if (code != CURLE_OK) {
                fail(code);
                return;
            }
            m_out.remove(0, static_cast<qsizetype>(sent));
        }
    }

    void read()
    {
        std::array<char, kPiece> piece{};
        while (m_mayRead && !m_outcome) {
            size_t got = 0;
            const CURLcode code = curl_easy_recv(m_easy, piece.data(), piece.size(), &got);
            if (code == CURLE_AGAIN) {
                return;
            }
            if (code != CURLE_OK || got == 0) {
                ended(code);
                return;
            }
            m_lastHeard = std::chrono::steady_clock::now();
            m_silentPings = 0;
            take(QByteArrayView(piece.data(), static_cast<qsizetype>(got)));
        }
    }

    void take(QByteArrayView bytes)
    {
        if (m_isOpen) {
            takeFrames(bytes);
            return;
        }
        switch (m_handshake.feed(bytes)) {
        case WebSocketHandshake::State::Reading:
            return;
        case WebSocketHandshake::State::Open:
            m_isOpen = true;
            m_owner.m_mailbox->postHead(m_handshake.answer());
            takeFrames(m_handshake.rest());
            return;
        case WebSocketHandshake::State::Refused:
            m_outcome = Result<HttpAnswer>(m_handshake.answer());
            return;
        case WebSocketHandshake::State::Wrong:
            m_outcome = failure(broken(m_request.access.host(), Text::tr("it does not answer as a WebSocket does.")));
            return;
        }
    }

    void takeFrames(QByteArrayView bytes)
    {
        QList<HttpLine> messages;
        const bool isGood = m_reader.feed(bytes, [&](Opcode opcode, QByteArray payload) {
            if (opcode == Opcode::Ping) {
                m_out += webSocketFrame(Opcode::Pong, payload, randomMask());
            } else if (opcode == Opcode::Close) {
                m_isClosing = true;
            } else if (opcode != Opcode::Pong) {
                messages.append({.text = std::move(payload)});
            }
        });
        if (!messages.isEmpty()) {
            m_owner.m_mailbox->postLines(std::move(messages), bytes.size());
        }
        if (!isGood) {
            m_outcome = failure(broken(m_request.access.host(), Text::tr("what came is no WebSocket.")));
        } else if (m_isClosing) {
            m_out += webSocketFrame(Opcode::Close, {}, randomMask());
            write();
            m_outcome = Result<HttpAnswer>(m_handshake.answer());
        }
    }

    void keepAlive()
    {
        const Moment now = std::chrono::steady_clock::now();
        if (!m_isOpen) {
            if (!m_outcome && now > m_answerBy) {
                m_outcome = failure(Error::Kind::Timeout, {}, Text::tr("%1 does not answer.").arg(m_request.access.host()));
            }
            return;
        }
        if (m_outcome || !m_mayRead || now - m_lastHeard < m_request.pingEvery * (m_silentPings + 1)) {
            return;
        }
        if (m_silentPings++ == kMostSilentPings) {
            m_outcome = failure(broken(m_request.access.host(), Text::tr("nothing has come for a while.")));
            return;
        }
        m_out += webSocketFrame(Opcode::Ping, {}, randomMask());
        write();
    }

    void fail(CURLcode code)
    {
        m_outcome = failure(broken(m_request.access.host(), QString::fromUtf8(curl_easy_strerror(code))));
    }

    /// The other end is gone: a refusal may be whole by that, a stream never is.
    void ended(CURLcode code)
    {
        if (!m_isOpen && m_handshake.feed({}, true) == WebSocketHandshake::State::Refused) {
            m_outcome = Result<HttpAnswer>(m_handshake.answer());
        } else if (code != CURLE_OK) {
            fail(code);
        } else {
            m_outcome = failure(broken(m_request.access.host(), Text::tr("the other end is gone.")));
        }
    }

    struct MultiEnd
    {
        void operator()(CURLM *multi) const { curl_multi_cleanup(multi); }
    };

    WebSocket &m_owner;
    const WebSocketRequest &m_request;
    TransferPlacePtr m_place;
    std::unique_ptr<CURLM, MultiEnd> m_multi{curl_multi_init()};
    Transfer m_transfer; ///< configured as every other; carries nothing
    CURL *m_easy;
    std::array<char, CURL_ERROR_SIZE> m_problem{};
    curl_socket_t m_socket = CURL_SOCKET_BAD;
    WebSocketHandshake m_handshake;
    WebSocketReader m_reader{WebSocketReader::Peer::Server};
    QByteArray m_out;
    std::optional<Result<HttpAnswer>> m_outcome;
    Moment m_answerBy;
    Moment m_lastHeard;
    int m_silentPings = 0;
    bool m_isOpen = false;
    bool m_isClosing = false;
    bool m_mayRead = true;
};

WebSocket::WebSocket(WebSocketRequest request, std::shared_ptr<Mailbox> mailbox)
    : m_request(std::move(request))
    , m_mailbox(std::move(mailbox))
    , m_wake(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
    , m_thread([this] { run(); })
{
}

WebSocket::~WebSocket()
{
    m_isClosed = true;
    wake();
    m_thread.join();
    ::close(m_wake);
}

void WebSocket::wake()
{
    const quint64 one = 1;
    std::ignore = ::write(m_wake, &one, sizeof one);
}

void WebSocket::send(QByteArray message)
{
    {
        const std::lock_guard held(m_lock);
        m_messages.push_back(std::move(message));
    }
    wake();
}

void WebSocket::resume()
{
    wake();
}

void WebSocket::run()
{
    Line line(*this);
    if (auto outcome = line.live()) {
        m_mailbox->postOutcome(std::move(*outcome));
    }
}

} // namespace sentinel::kube
