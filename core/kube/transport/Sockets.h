// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Duration.h"

#include <QList>
#include <chrono>
#include <curl/curl.h>
#include <map>

using SSL = struct ssl_st;
using SSL_CTX = struct ssl_ctx_st;

namespace sentinel::kube {

/// The sockets of a transport's connections, and which of them have gone silent. On the transport's thread.
class Sockets
{
public:
    /// `after`: silence that makes us ask whether the other end is there; `patience`: how long it may take to answer.
    Sockets(Duration after, Duration patience)
        : m_after(after)
        , m_patience(patience)
    {
    }
    Sockets(const Sockets &) = delete;
    Sockets &operator=(const Sockets &) = delete;

    /// Who opens a connection: it is asked for the first time on behalf of one transfer. Outlives that transfer's handle.
    struct Opener
    {
        Sockets *sockets = nullptr;
        quint64 number = 0;
    };
    [[nodiscard]] Opener opener() { return {.sockets = this, .number = ++m_lastNumber}; }
    /// Lets `easy` open and close its sockets here.
    void watchOver(CURL *easy, Opener &opener);
    /// Notes of connections made with `context` that speak HTTP/2: they can be asked whether they live.
    static void noteHttp2(SSL_CTX *context, const Opener &opener);

    /// Whether a connection carries many requests, as far as the last handshake tells: then it is worth waiting for.
    [[nodiscard]] bool carriesMany() const { return m_carriesMany; }

    /// Whether a connection has been silent for so long that it should be asked; it counts as asked then.
    [[nodiscard]] bool needAsking();
    /// Ends those that were asked and kept silent. Their transfers break off at once; false when there were none.
    bool cutDead();
    /// Numbers of those that are open; the system gives a socket's own number to the next one.
    [[nodiscard]] QList<quint64> all() const;
    /// Ends these, where they are still open: nothing is sent to or taken from them any more.
    void cut(const QList<quint64> &numbers);
    /// How often to look.
    [[nodiscard]] Duration pace() const;

private:
    using Time = std::chrono::steady_clock::time_point;
    struct Line
    {
        quint64 number = 0;
        quint64 opener = 0;
        bool isHttp2 = false;
        bool isAsked = false;
        Time askedAt{};
    };
    [[nodiscard]] curl_socket_t open(const curl_sockaddr &address, quint64 opener);
    void speaksHttp2(quint64 opener);
    static curl_socket_t onOpen(void *opener, curlsocktype purpose, curl_sockaddr *address);
    static void onHandshake(const SSL *ssl, int where, int result);
    static int onClose(void *self, curl_socket_t socket);

    const Duration m_after;
    const Duration m_patience;
    quint64 m_lastNumber = 0;
    bool m_carriesMany = true; ///< until a handshake ended with HTTP/1.1
    std::map<curl_socket_t, Line> m_lines;
};

/// How long this computer has slept since it was started.
[[nodiscard]] Duration timeAsleep();

} // namespace sentinel::kube
