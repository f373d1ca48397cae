// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/PodLogs.h"

#include <utility>

namespace sentinel::sandbox {

void PodLogs::begin(const QString &podUid, const QString &container)
{
    end(podUid, container);
    Runs &runs = m_pods[podUid][container];
    if (std::exchange(runs.hasBegun, true)) {
        runs.before = std::exchange(runs.now, {});
        runs.hasBefore = true;
    }
    runs.isRunning = true;
}

void PodLogs::append(const QString &podUid, const QString &container, const QDateTime &time, const QString &text)
{
    Runs &runs = m_pods[podUid][container];
    const Line line{.time = time, .text = text};
    runs.now.append(line);
    if (runs.now.size() > kMostLines) {
        runs.now.removeFirst();
    }
    const QMap<int, Follower> followers = runs.followers; // one may stop following while it is told
    for (const Follower &follower : followers) {
        follower(&line);
    }
}

void PodLogs::end(const QString &podUid, const QString &container)
{
    const auto pod = m_pods.find(podUid);
    if (pod == m_pods.end() || !pod->contains(container)) {
        return;
    }
    Runs &runs = (*pod)[container];
    runs.isRunning = false;
    const QMap<int, Follower> followers = std::exchange(runs.followers, {});
    for (const Follower &follower : followers) {
        follower(nullptr);
    }
}

void PodLogs::forgetPod(const QString &podUid)
{
    const QHash<QString, Runs> containers = m_pods.value(podUid);
    for (auto each = containers.begin(); each != containers.end(); ++each) {
        end(podUid, each.key());
    }
    m_pods.remove(podUid);
}

const PodLogs::Runs *PodLogs::find(const QString &podUid, const QString &container) const
{
    const auto pod = m_pods.constFind(podUid);
    if (pod == m_pods.constEnd()) {
        return nullptr;
    }
    const auto runs = pod->constFind(container);
    return runs == pod->constEnd() ? nullptr : &*runs;
}

bool PodLogs::has(const QString &podUid, const QString &container) const
{
    return find(podUid, container) != nullptr;
}

bool PodLogs::hasPrevious(const QString &podUid, const QString &container) const
{
    const Runs *runs = find(podUid, container);
    return runs && runs->hasBefore;
}

bool PodLogs::isRunning(const QString &podUid, const QString &container) const
{
    const Runs *runs = find(podUid, container);
    return runs && runs->isRunning;
}

QList<PodLogs::Line> PodLogs::lines(const QString &podUid, const QString &container) const
{
    const Runs *runs = find(podUid, container);
    return runs ? runs->now : QList<Line>();
}

QList<PodLogs::Line> PodLogs::previous(const QString &podUid, const QString &container) const
{
    const Runs *runs = find(podUid, container);
    return runs ? runs->before : QList<Line>();
}

int PodLogs::follow(const QString &podUid, const QString &container, Follower follower)
{
    if (!isRunning(podUid, container)) {
        follower(nullptr);
        return 0;
    }
    m_pods[podUid][container].followers.insert(++m_last, std::move(follower));
    return m_last;
}

void PodLogs::unfollow(int follower)
{
    for (auto &pod : m_pods) {
        for (Runs &runs : pod) {
            runs.followers.remove(follower);
        }
    }
}

} // namespace sentinel::sandbox
