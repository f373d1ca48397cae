// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/Call.h"
#include "core/sandbox/PodLogs.h"
#include "core/sandbox/Selectors.h"
#include "core/sandbox/Store.h"

#include <QHttpServerResponder>
#include <QObject>
#include <memory>
#include <unordered_map>

namespace sentinel::sandbox {

/// Answers that go on: watches and followed logs. Each belongs to one connection and ends with it, with its time, or when told.
class Streams : public QObject
{
    Q_OBJECT

public:
    Streams(Store &store, Clock &clock, PodLogs &logs);
    ~Streams() override;

    /// Takes the responder and answers for good, with a Status when the watch is refused.
    void watch(const Call &call, QHttpServerResponder &&responder, quint16 connection);
    void log(const Call &call, QHttpServerResponder &&responder, quint16 connection);

    /// The client is gone.
    void close(quint16 connection);
    /// Ends every watch now.
    void dropWatches();
    /// Ends everything. Before the HTTP server goes: what is left of an exchange must not outlive it.
    void endAll();
    [[nodiscard]] qsizetype count() const { return static_cast<qsizetype>(m_watches.size() + m_followers.size()); }

private:
    struct Watch;
    struct Follow
    {
        QHttpServerResponder responder;
        quint16 connection = 0;
        int follower = 0;
    };
    void told(const Change &change);
    void sendInitial(Watch &watch, const QList<QJsonObject> &objects, bool withEnd);
    void sendBookmark(Watch &watch, bool endsInitial);
    void endWatch(int id);
    void endFollow(int id);
    void schedule(int id, qint64 timeoutSeconds);
    void bookmarkEvery(int id);

    Store &m_store;
    Clock &m_clock;
    PodLogs &m_logs;
    int m_listener = 0;
    int m_last = 0;
    std::unordered_map<int, std::unique_ptr<Watch>> m_watches;
    std::unordered_map<int, std::unique_ptr<Follow>> m_followers;
};

/// Writes an answer and ends the exchange.
void send(QHttpServerResponder &responder, const Answer &answer);

} // namespace sentinel::sandbox
