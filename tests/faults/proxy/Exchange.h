// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/faults/proxy/Fault.h"
#include "tests/faults/proxy/Frames.h"
#include "tests/faults/proxy/Link.h"

#include <QTimer>
#include <deque>
#include <optional>

namespace sentinel::testing {

/// One request on its way to the server and its answer on the way back, with the fault that befalls it.
class Exchange : public QObject
{
public:
    Exchange(Link &link, int stream, Asked asked, Hall &hall);

    void start();
    /// The client no longer waits for it. Deletes itself.
    void abandon();
    [[nodiscard]] bool isHanging() const { return m_isHanging; }

private:
    enum class End { Clean, Reset, Stream, Freeze };
    struct Step
    {
        enum class Kind { Head, Piece, End };
        Kind kind;
        QByteArray bytes{};
        End end = End::Clean;
    };

    void answerAlone(int status, const QByteArray &type, const QByteArray &body, const Headers &more = {});
    void refuseWithStatus();
    void askServer();
    void rewind();
    void answered(const QByteArray &start, const Headers &headers);
    void brought(const QByteArray &bytes);
    void complete();
    void lostServer();

    void frame(const QByteArray &bytes);
    void lastFrame(const QByteArray &bytes);
    void swapWith(const QByteArray &bytes);
    void bookmarksOnly();
    void body();

    void emitHead(int status, Headers headers);
    void emitPiece(const QByteArray &bytes);
    void finish(End end);
    void queue(Step step);
    void pump();
    void carryOut(const Step &step);

    Link &m_link;
    const int m_stream;
    Asked m_asked;
    Hall &m_hall;
    Fault m_fault;
    QSslSocket *m_upstream = nullptr;
    Http1 m_reader;
    std::optional<Frames> m_frames; ///< of a watch that was accepted
    Framing m_framing = Framing::Lines;
    FrameEvent m_last;
    QByteArray m_body;
    QByteArray m_held; ///< a frame whose neighbour goes first
    int m_passed = 0;
    bool m_isInitial = false; ///< still telling what there is
    bool m_isOver = false; ///< nothing more is taken from the server
    bool m_isHanging = false;
    std::deque<Step> m_steps;
    QTimer m_pace;
    int m_dripped = 0;
    int m_status = 0;
    Headers m_headers;
};

} // namespace sentinel::testing
