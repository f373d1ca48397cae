// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/client/Replay.h"

#include "core/kube/rows/ProtobufFields.h"
#include "core/kube/rows/RowReader.h"
#include "tests/bench/Flow.h"

#include <QFile>
#include <QtEndian>
#include <algorithm>
#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace sentinel::bench {

namespace {

constexpr auto kBeat = std::chrono::milliseconds(5); // a paced watch writes this often

/// A list of no pods as of version 1, in its envelope.
const QByteArray kNothing("k8s\0\x0a\x0d\x0a\x02v1\x12\x07PodList\x12\x05\x0a\x03\x12\x01\x31\x1a\x00\x22\x00", 4 + 15 + 7 + 4);

bool sendAll(int socket, QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const ssize_t sent = send(socket, bytes.data(), static_cast<size_t>(bytes.size()), MSG_NOSIGNAL);
        if (sent <= 0) {
            return false;
        }
        bytes = bytes.sliced(sent);
    }
    return true;
}

qsizetype frameSize(QByteArrayView bytes)
{
    constexpr qsizetype head = 4;
    return bytes.size() < head ? 0 : head + static_cast<qsizetype>(qFromBigEndian<quint32>(bytes.data()));
}

} // namespace

QByteArray contentsOf(const char *file)
{
    QFile in(QString::fromLocal8Bit(file));
    if (!in.open(QIODevice::ReadOnly)) {
        giveUp(in.fileName() + u": "_s + in.errorString());
    }
    return in.readAll();
}

Replay::Replay(Recording recording)
    : m_recording(std::move(recording))
{
    readVersions();
    m_listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{.sin_family = AF_INET, .sin_addr = {htonl(INADDR_LOOPBACK)}};
    socklen_t length = sizeof address;
    auto *const plain = reinterpret_cast<sockaddr *>(&address);
    if (m_listener < 0 || bind(m_listener, plain, length) != 0 || listen(m_listener, 16) != 0
        || getsockname(m_listener, plain, &length) != 0) {
        giveUp(u"no port to listen on"_s);
    }
    m_port = ntohs(address.sin_port);
    m_thread = std::thread([this] { accept(); });
}

/// Where each event says its version, so that it can be told again as news.
void Replay::readVersions()
{
    const auto reader = kube::makeRowReader(kube::rowLayout({.group = {}, .version = u"v1"_s, .kind = u"Pod"_s, .plural = {}}));
    const QByteArrayView all(m_recording.watch);
    qint64 first = 0;
    qint64 last = 0;
    qsizetype at = 0;
    for (qsizetype size = frameSize(all); size > 0 && at + size <= all.size(); size = frameSize(all.sliced(at))) {
        kube::ProtobufEvent event;
        const QByteArrayView frame = all.sliced(at + 4, size - 4);
        reader->start();
        if (kube::readEvent({frame.data(), static_cast<size_t>(frame.size())}, event)
            && kube::readProtobuf(event.object.object, reader->tree(), *reader) && !reader->version().empty()) {
            const std::string_view version = reader->version();
            m_versions.push_back({version.data() - all.data(), static_cast<qsizetype>(version.size())});
            last = reader->finish().number(kube::kVersion);
            first = first == 0 ? last : first;
        }
        at += size;
        ++m_events;
    }
    m_recording.watch.truncate(at);
    m_span = last - first + 1;
}

void Replay::makeLater()
{
    char *const all = m_recording.watch.data();
    for (const auto &[place, digits] : m_versions) {
        const qint64 later = QByteArrayView(all + place, digits).toLongLong() + m_span;
        const QByteArray text = QByteArray::number(later);
        if (text.size() != digits) {
            giveUp(u"the recording cannot be told that often"_s);
        }
        std::ranges::copy(text, all + place);
    }
}

Replay::~Replay()
{
    m_isEnding = true;
    shutdown(m_listener, SHUT_RDWR);
    m_thread.join();
    for (const int each : m_sockets) {
        shutdown(each, SHUT_RDWR);
    }
    for (std::thread &each : m_threads) {
        each.join();
    }
    close(m_listener);
}

QUrl Replay::address() const
{
    return QUrl(u"http://127.0.0.1:%1"_s.arg(m_port));
}

void Replay::accept()
{
    while (!m_isEnding) {
        const int socket = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
        if (socket < 0) {
            return;
        }
        m_sockets.push_back(socket);
        m_threads.emplace_back([this, socket] {
            serve(socket);
            shutdown(socket, SHUT_RDWR);
        });
    }
}

void Replay::serve(int socket)
{
    QByteArray request;
    while (!request.contains("\r\n\r\n")) {
        char piece[4096];
        const ssize_t got = recv(socket, piece, sizeof piece, 0);
        if (got <= 0) {
            return;
        }
        request.append(piece, got);
    }
    const bool isWatch = request.left(request.indexOf('\n')).contains("watch=true");
    const QByteArray body = isWatch ? QByteArray() : m_recording.list.isEmpty() ? kNothing : m_recording.list;
    QByteArray head = "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Type: application/vnd.kubernetes.protobuf";
    head += isWatch ? QByteArray(";stream=watch\r\n\r\n") : "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n";
    if (!sendAll(socket, head) || !sendAll(socket, body) || !isWatch) {
        return;
    }
    if (++m_watches == 1) {
        tellWatch(socket);
        return;
    }
    m_isOver = true;
    char nothing = 0;
    (void)!recv(socket, &nothing, 1, 0); // until the client goes
}

void Replay::tellWatch(int socket)
{
    if (m_recording.eventsPerSecond == 0) {
        (void)sendAll(socket, m_recording.watch);
        m_sent = m_events;
        return;
    }
    qsizetype at = 0;
    const auto began = std::chrono::steady_clock::now();
    for (auto beat = began; !m_isEnding; beat += kBeat) {
        std::this_thread::sleep_until(beat);
        const double seconds = std::chrono::duration<double>(beat + kBeat - began).count();
        const auto due = static_cast<qint64>(seconds * m_recording.eventsPerSecond);
        const QByteArrayView rest = QByteArrayView(m_recording.watch).sliced(at);
        qsizetype piece = 0;
        qint64 count = 0;
        while (m_sent + count < due && piece < rest.size()) {
            piece += frameSize(rest.sliced(piece));
            ++count;
        }
        if (!sendAll(socket, rest.first(piece))) {
            return;
        }
        m_sent += count;
        at += piece;
        if (at == m_recording.watch.size()) {
            makeLater();
            at = 0;
        }
    }
}

} // namespace sentinel::bench
