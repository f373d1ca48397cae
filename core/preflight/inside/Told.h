// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/preflight/Checks.h"
#include "core/preflight/inside/Wish.h"

#include <QHash>

namespace sentinel::preflight {

/// What a probe printed, with everything it was not asked left out. A stranger may have written it: plain text, bounded.
struct Told
{
    struct Name
    {
        enum class State { Found, Unknown, Silent };
        State state = State::Silent;
        QStringList addresses{};
        QString error{};
    };
    struct Way
    {
        bool reached = false;
        std::optional<bool> trusted{}; ///< nothing: no certificate was looked at
        std::optional<double> offset{}; ///< seconds the server's clock is ahead of the node's
        QString error{};
    };
    struct Disk
    {
        int writes = 0;
        qint64 median = 0; ///< microseconds, as the two below
        qint64 p99 = 0;
        qint64 worst = 0;
        QString error{};
    };
    struct Audit
    {
        bool log = false;
        qint64 age = 0; ///< seconds since the last line
        QString error{};
    };
    QString node{};
    QString kernel{};
    bool cgroup2 = false;
    QHash<QString, Name> names{};
    QHash<QString, Way> ways{}; ///< by `Endpoint::place`
    std::optional<Disk> disk{};
    std::optional<Audit> audit{};
};

/// The last line that is a probe's and bears this id. Invalid: there is none.
[[nodiscard]] Result<Told> readTold(const QList<QByteArray> &lines, const QString &id);

// What follows from it, each with the plan's answer behind it. What was asked and not told is not checked.
[[nodiscard]] Checks checkPodNames(const Demand &demand, const InsideWish &wish, const Told &told);
[[nodiscard]] Checks checkPodWays(const InsideWish &wish, const Told &told);
[[nodiscard]] Checks checkPodDisk(const InsideWish &wish, const Told &told);
[[nodiscard]] Checks checkPodClock(const Told &told);

/// A node, and what its probe told or why it told nothing.
struct NodeTold
{
    QString node;
    Result<Told> told;
};
/// `left`: nodes nobody was sent to, because there are too many.
[[nodiscard]] Checks checkNodeAudit(const QList<NodeTold> &nodes, int left);

} // namespace sentinel::preflight
