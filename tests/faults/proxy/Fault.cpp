// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/proxy/Fault.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace sentinel::testing {

QString wordOf(Fault::Kind kind)
{
    using enum Fault::Kind;
    switch (kind) {
    case None:
        return u"none"_s;
    case Status:
        return u"status"_s;
    case Portal:
        return u"portal"_s;
    case NoAnswer:
        return u"no-answer"_s;
    case Hang:
        return u"hang"_s;
    case Latency:
        return u"latency"_s;
    case Drip:
        return u"drip"_s;
    case Cut:
        return u"cut"_s;
    case ResetInside:
        return u"reset-inside"_s;
    case EndInside:
        return u"end-inside"_s;
    case HalfOpen:
        return u"half-open"_s;
    case Expired:
        return u"expired"_s;
    case ServerError:
        return u"server-error"_s;
    case Nonsense:
        return u"nonsense"_s;
    case Twice:
        return u"twice"_s;
    case Swapped:
        return u"swapped"_s;
    case Replay:
        return u"replay"_s;
    case Bookmarks:
        return u"bookmarks"_s;
    case GoAway:
        return u"go-away"_s;
    case RefusedStream:
        return u"refused-stream"_s;
    case BrokenStream:
        return u"broken-stream"_s;
    }
    return {};
}

QString wordOf(Greeting::Kind kind)
{
    using enum Greeting::Kind;
    switch (kind) {
    case None:
        return u"none"_s;
    case Closed:
        return u"closed"_s;
    case ClosedAfterHello:
        return u"closed-after-hello"_s;
    case ClosedInsideHello:
        return u"closed-inside-hello"_s;
    case NewLeaf:
        return u"new-leaf"_s;
    case Stranger:
        return u"stranger"_s;
    }
    return {};
}

QString describe(const Fault &fault)
{
    QStringList more;
    if (fault.kind == Fault::Kind::Status) {
        more.append(QString::number(fault.status));
        if (fault.seconds >= 0) {
            more.append(u"retry %1 s"_s.arg(fault.seconds));
        }
    }
    if (fault.after > 0) {
        more.append(u"after %1"_s.arg(fault.after));
    }
    if (fault.milliseconds > 0) {
        more.append(u"%1 ms"_s.arg(fault.milliseconds));
    }
    return more.isEmpty() ? wordOf(fault.kind) : u"%1(%2)"_s.arg(wordOf(fault.kind), more.join(u", "_s));
}

} // namespace sentinel::testing
