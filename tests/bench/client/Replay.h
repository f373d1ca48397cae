// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QUrl>
#include <atomic>
#include <thread>
#include <vector>

namespace sentinel::bench {

/// A server on loopback that tells a list and a watch as they were recorded from a real one (the bodies, in protobuf), on a
/// thread of its own. A second watch waits for ever.
class Replay
{
public:
    struct Recording
    {
        QByteArray list; ///< empty: a list of no pods
        QByteArray watch; ///< frames, each with its length before it
        int eventsPerSecond = 0; ///< 0: once, as fast as it goes; else again and again, each time as later versions
    };
    explicit Replay(Recording recording);
    ~Replay();
    Replay(const Replay &) = delete;
    Replay &operator=(const Replay &) = delete;

    [[nodiscard]] QUrl address() const;
    [[nodiscard]] qint64 events() const { return m_events; } ///< in the recording
    [[nodiscard]] qint64 sent() const { return m_sent; } ///< of them, so far
    [[nodiscard]] bool isOver() const { return m_isOver; } ///< the watch was told whole and the next one asked for

private:
    void accept();
    void serve(int socket);
    void tellWatch(int socket);
    void readVersions();
    void makeLater();

    Recording m_recording;
    struct Version
    {
        qsizetype place; ///< of its digits in the recording
        qsizetype digits;
    };
    std::vector<Version> m_versions;
    qint64 m_span = 0; ///< from the first version to the last
    int m_listener = -1;
    quint16 m_port = 0;
    qint64 m_events = 0;
    std::atomic<qint64> m_sent = 0;
    std::atomic<bool> m_isOver = false;
    std::atomic<bool> m_isEnding = false;
    std::atomic<int> m_watches = 0;
    std::vector<int> m_sockets;
    std::vector<std::thread> m_threads;
    std::thread m_thread;
};

[[nodiscard]] QByteArray contentsOf(const char *file);

} // namespace sentinel::bench
