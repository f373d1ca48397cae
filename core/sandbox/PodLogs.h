// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QHash>
#include <QList>
#include <QMap>
#include <QString>
#include <functional>

namespace sentinel::sandbox {

/// What the containers of the rehearsal cluster printed. The kubelet writes, the API front reads and follows. Of each run of a
/// container the newest lines are kept, and of earlier runs the last one (`kubectl logs --previous`).
class PodLogs
{
public:
    struct Line
    {
        QDateTime time;
        QString text; ///< one line, without its end
    };
    /// Null: the run has ended and nothing more comes.
    using Follower = std::function<void(const Line *)>;

    static constexpr qsizetype kMostLines = 1000; ///< of one run

    /// A new run of the container begins; the run before it becomes the previous one.
    void begin(const QString &podUid, const QString &container);
    void append(const QString &podUid, const QString &container, const QDateTime &time, const QString &text);
    /// The run is over: those who follow are told and forgotten.
    void end(const QString &podUid, const QString &container);
    void forgetPod(const QString &podUid);

    [[nodiscard]] bool has(const QString &podUid, const QString &container) const;
    [[nodiscard]] bool hasPrevious(const QString &podUid, const QString &container) const;
    [[nodiscard]] bool isRunning(const QString &podUid, const QString &container) const;
    /// Oldest first; empty when the container printed nothing or never ran.
    [[nodiscard]] QList<Line> lines(const QString &podUid, const QString &container) const;
    [[nodiscard]] QList<Line> previous(const QString &podUid, const QString &container) const;

    /// Told of lines that come after this call, until the run ends. A run that is not there ends at once. Returns what
    /// `unfollow` takes.
    int follow(const QString &podUid, const QString &container, Follower follower);
    void unfollow(int follower);

private:
    struct Runs
    {
        QList<Line> now;
        QList<Line> before;
        bool hasBefore = false;
        bool hasBegun = false;
        bool isRunning = false;
        QMap<int, Follower> followers;
    };
    [[nodiscard]] const Runs *find(const QString &podUid, const QString &container) const;

    QHash<QString, QHash<QString, Runs>> m_pods;
    int m_last = 0;
};

} // namespace sentinel::sandbox
