// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace sentinel::testing {

/// What goes wrong with one answer. Each kind ends its exchange in the end, so that the next request meets the next fault.
struct Fault
{
    enum class Kind {
        None, ///< the answer as it is
        Status, ///< the server is not asked; `status` with a Status object, and Retry-After when `seconds` is not negative
        Portal, ///< the server is not asked; 200 with a page of HTML, as a portal of a hotel does
        NoAnswer, ///< the connection breaks before the first byte of the answer
        Hang, ///< the request is taken and nothing comes, until the faults end
        Latency, ///< every part comes `milliseconds` late
        Drip, ///< the first bytes come `portion` at a time
        Cut, ///< ends cleanly between two frames, as a server does whose time for a watch is over
        ResetInside, ///< breaks inside a frame or body, with a reset
        EndInside, ///< ends cleanly inside a frame or body
        HalfOpen, ///< the connection carries nothing more, in neither direction, and is not closed
        Expired, ///< an ERROR event of code 410
        ServerError, ///< an ERROR event of code 500
        Nonsense, ///< a frame that is no event
        Twice, ///< every frame comes two times in a row
        Swapped, ///< neighbours that concern different objects come in the other order
        Replay, ///< the watch begins at an older version than was asked for, so that known events come again
        Bookmarks, ///< nothing but bookmarks (of the version reached) for a while, then the end
        GoAway, ///< HTTP/2: the connection is given up politely
        RefusedStream, ///< HTTP/2: the stream was not looked at
        BrokenStream, ///< HTTP/2: the stream ends with an error inside a frame; the connection stays
    };
    Kind kind = Kind::None;
    int after = 0; ///< frames (of a watch) or hundredths of the body (of another answer) that pass before
    int status = 503;
    int seconds = -1; ///< of Retry-After; negative: none is said
    int milliseconds = 0;
    int portion = 0; ///< bytes; 0: no drip
};

/// What goes wrong when a connection is made.
struct Greeting
{
    enum class Kind {
        None,
        Closed, ///< reset as soon as it is accepted
        ClosedAfterHello, ///< closed once the client has spoken
        ClosedInsideHello, ///< closed in the middle of what a server says first
        NewLeaf, ///< a new certificate of the same authority, for good
        Stranger, ///< a certificate of another authority: must be refused
    };
    Kind kind = Kind::None;
};

[[nodiscard]] QString wordOf(Fault::Kind kind);
[[nodiscard]] QString wordOf(Greeting::Kind kind);
[[nodiscard]] QString describe(const Fault &fault);

} // namespace sentinel::testing
