// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kube/Sockets.h"

#include <algorithm>
#include <ctime>
#include <netinet/in.h>
#include <netinet/tcp.h>
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
    opener.sockets = this;
    curl_easy_setopt(easy, CURLOPT_OPENSOCKETFUNCTION, &Sockets::onOpen);
    curl_easy_setopt(easy, CURLOPT_OPENSOCKETDATA, &opener);
    curl_easy_setopt(easy, CURLOPT_CLOSESOCKETFUNCTION, &Sockets::onClose);
    curl_easy_setopt(easy, CURLOPT_CLOSESOCKETDATA, this);
}

curl_socket_t Sockets::onOpen(void *self, curlsocktype, curl_sockaddr *address)
{
    auto *opener = static_cast<Opener *>(self);
    opener->socket = opener->sockets->open(*address);
    return opener->socket;
}

int Sockets::onClose(void *self, curl_socket_t socket)
{
    static_cast<Sockets *>(self)->m_lines.erase(socket);
    return ::close(socket);
}

curl_socket_t Sockets::open(const curl_sockaddr &address)
{
    const curl_socket_t socket = ::socket(address.family, address.socktype | SOCK_CLOEXEC, address.protocol);
    if (socket == CURL_SOCKET_BAD) {
        return CURL_SOCKET_BAD;
    }
    // A network that vanished without a word shows as bytes of ours that nobody confirms.
#ifdef TCP_USER_TIMEOUT
    set(socket, TCP_USER_TIMEOUT, static_cast<int>(m_patience.count()));
#endif
    m_lines.emplace(socket, Line{.number = ++m_lastNumber});
    return socket;
}

void Sockets::speaksHttp2(const Opener &opener)
{
    if (const auto found = m_lines.find(opener.socket); found != m_lines.end()) {
        found->second.isHttp2 = true;
    }
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
