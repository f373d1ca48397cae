// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kube/transport/Sockets.h"

#include <algorithm>
#include <ctime>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <openssl/ssl.h>
#include <optional>
#include <sys/socket.h>
#include <unistd.h>

namespace sentinel::kube {

namespace {

constexpr Duration kSlowestLook = std::chrono::seconds(5);
constexpr Duration kFastestLook{20};

/// How long ago the last byte came, as the kernel knows it; nothing where it does not say.
std::optional<Duration> silenceOf(curl_socket_t socket)
{
#ifdef TCP_INFO
    tcp_info info{};
    socklen_t size = sizeof info;
    if (::getsockopt(socket, IPPROTO_TCP, TCP_INFO, &info, &size) == 0 && info.tcpi_state == TCP_ESTABLISHED) {
        return Duration(info.tcpi_last_data_recv);
    }
#endif
    return {};
}

void set(curl_socket_t socket, int option, int value)
{
    ::setsockopt(socket, IPPROTO_TCP, option, &value, sizeof value);
}

int socketsSlot()
{
    static const int slot = SSL_CTX_get_ex_new_index(0, nullptr, nullptr, nullptr, nullptr);
    return slot;
}

int openerSlot()
{
    static const int slot = SSL_CTX_get_ex_new_index(0, nullptr, nullptr, nullptr, nullptr);
    return slot;
}

Duration clockTime(clockid_t clock)
{
    timespec time{};
    ::clock_gettime(clock, &time);
    return std::chrono::duration_cast<Duration>(std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec));
}

} // namespace

Duration timeAsleep()
{
#ifdef CLOCK_BOOTTIME
    return clockTime(CLOCK_BOOTTIME) - clockTime(CLOCK_MONOTONIC);
#else
    return {};
#endif
}

void Sockets::watchOver(CURL *easy, Opener &opener)
{
    curl_easy_setopt(easy, CURLOPT_OPENSOCKETFUNCTION, &Sockets::onOpen);
    curl_easy_setopt(easy, CURLOPT_OPENSOCKETDATA, &opener);
    curl_easy_setopt(easy, CURLOPT_CLOSESOCKETFUNCTION, &Sockets::onClose);
    curl_easy_setopt(easy, CURLOPT_CLOSESOCKETDATA, this);
}

void Sockets::noteHttp2(SSL_CTX *context, const Opener &opener)
{
    // The context lives as long as its connection, longer than the transfer that opened it: numbers, no pointers to that.
    SSL_CTX_set_ex_data(context, socketsSlot(), opener.sockets);
    SSL_CTX_set_ex_data(context, openerSlot(), reinterpret_cast<void *>(static_cast<quintptr>(opener.number)));
    SSL_CTX_set_info_callback(context, &Sockets::onHandshake);
}

void Sockets::onHandshake(const SSL *ssl, int where, int)
{
    const unsigned char *protocol = nullptr;
    unsigned length = 0;
    if ((where & SSL_CB_HANDSHAKE_DONE) == 0) {
        return;
    }
    SSL_get0_alpn_selected(ssl, &protocol, &length);
    const SSL_CTX *context = SSL_get_SSL_CTX(ssl);
    auto *sockets = static_cast<Sockets *>(SSL_CTX_get_ex_data(context, socketsSlot()));
    sockets->m_carriesMany = length == 2 && protocol[0] == 'h' && protocol[1] == '2';
    if (!sockets->m_carriesMany) {
        return;
    }
    sockets->speaksHttp2(static_cast<quint64>(reinterpret_cast<quintptr>(SSL_CTX_get_ex_data(context, openerSlot()))));
}

void Sockets::speaksHttp2(quint64 opener)
{
    for (auto &[socket, line] : m_lines) {
        line.isHttp2 = line.isHttp2 || line.opener == opener;
    }
}

curl_socket_t Sockets::onOpen(void *opener, curlsocktype, curl_sockaddr *address)
{
    const auto *who = static_cast<const Opener *>(opener);
    return who->sockets->open(*address, who->number);
}

int Sockets::onClose(void *self, curl_socket_t socket)
{
    static_cast<Sockets *>(self)->m_lines.erase(socket);
    return ::close(socket);
}

curl_socket_t Sockets::open(const curl_sockaddr &address, quint64 opener)
{
    const curl_socket_t socket = ::socket(address.family, address.socktype | SOCK_CLOEXEC, address.protocol);
    if (socket == CURL_SOCKET_BAD) {
        return CURL_SOCKET_BAD;
    }
    // A network that vanished without a word shows as bytes of ours that nobody confirms.
#ifdef TCP_USER_TIMEOUT
    set(socket, TCP_USER_TIMEOUT, static_cast<int>(m_patience.count()));
#endif
    m_lines.emplace(socket, Line{.number = ++m_lastNumber, .opener = opener});
    return socket;
}

bool Sockets::needAsking()
{
    bool isNeeded = false;
    for (auto &[socket, line] : m_lines) {
        if (!line.isHttp2) {
            continue; // a quiet HTTP/1.1 peer cannot be told from a dead one, but by the kernel
        }
        const auto silence = silenceOf(socket);
        if (silence && *silence < m_after) {
            line.isAsked = false;
        } else if (silence && !line.isAsked) {
            line.isAsked = true;
            line.askedAt = std::chrono::steady_clock::now();
            isNeeded = true;
        }
    }
    return isNeeded;
}

bool Sockets::cutDead()
{
    const Time now = std::chrono::steady_clock::now();
    QList<quint64> dead;
    for (auto &[socket, line] : m_lines) {
        const auto silence = line.isAsked ? silenceOf(socket) : std::nullopt;
        if (!silence) {
            continue;
        }
        const auto waited = std::chrono::duration_cast<Duration>(now - line.askedAt);
        if (*silence < waited) {
            line.isAsked = false; // it has answered
        } else if (waited >= m_patience) {
            dead.append(line.number);
        }
    }
    cut(dead);
    return !dead.isEmpty();
}

QList<quint64> Sockets::all() const
{
    QList<quint64> numbers;
    for (const auto &[socket, line] : m_lines) {
        numbers.append(line.number);
    }
    return numbers;
}

void Sockets::cut(const QList<quint64> &numbers)
{
    for (const auto &[socket, line] : m_lines) {
        if (numbers.contains(line.number)) {
            ::shutdown(socket, SHUT_RDWR);
        }
    }
}

Duration Sockets::pace() const
{
    return std::clamp(std::min(m_after, m_patience) / 3, kFastestLook, kSlowestLook);
}

} // namespace sentinel::kube
