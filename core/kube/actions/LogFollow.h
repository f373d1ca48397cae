// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/kube/Api.h"

namespace sentinel::kube {

/// What of a container's log is wanted.
struct LogWish
{
    QString container{}; ///< empty: the pod's default one
    bool follow = false; ///< go on, over broken connections and restarts, until the container is over
    bool previous = false; ///< the run before this one
    int tailLines = -1;
    Duration since{0};
    QString sinceTime{}; ///< RFC 3339
};

struct LogEvent
{
    enum class Type {
        Line,
        Lost, ///< lines are missing here, nobody knows how many: after `time`, the last one before; `text` says why
        Restarted, ///< the container begins anew; `text` is the number of restarts
        Disconnected, ///< `text` says why; it goes on by itself
        Reconnected,
    };
    Type type = Type::Line;
    QString time{}; ///< as the container's runtime wrote it, RFC 3339; empty where a line has none
    QString text{}; ///< a line, safe to show
};

/// A container's log without a line lost or told twice: where a stream breaks it goes on from the line told last, and where it
/// cannot know whether lines are missing it says so. Ends with the log, or, following, when the container is over or its pod
/// gone. Errors: those of Api::logs that waiting does not mend; without `follow` it is tried five times.
[[nodiscard]] Async<void> followLog(ApiPtr api, std::shared_ptr<Clock> clock, ObjectName pod, LogWish wish,
                                    std::function<void(LogEvent)> sink, CancelToken cancel);

} // namespace sentinel::kube
