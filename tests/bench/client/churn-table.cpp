// SPDX-License-Identifier: GPL-3.0-or-later
// A table of every pod, open while recorded events are told at a rate: `churn-table LIST WATCH RATE SECONDS` (bodies of a list
// and of a watch of a real server, in protobuf). Says what the thread of the window worked for each frame: everything between two
// frames, the merging of the events too, without the time it waited.
#include "core/kube/HttpApi.h"
#include "core/kube/ObjectFeed.h"
#include "tests/bench/Flow.h"
#include "tests/bench/client/ChurnRows.h"
#include "tests/bench/client/Figures.h"
#include "tests/bench/client/Replay.h"

#include <QAbstractEventDispatcher>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QQuickView>
#include <QTimer>
#include <algorithm>

using namespace sentinel;
using namespace sentinel::bench;
using namespace sentinel::kube;
using namespace Qt::StringLiterals;

namespace {

/// Time this thread was not waiting for events, since the last time it was asked.
class Work
{
public:
    Work()
    {
        m_clock.start();
        auto *dispatcher = QAbstractEventDispatcher::instance();
        QObject::connect(dispatcher, &QAbstractEventDispatcher::aboutToBlock, &m_context, [this] {
            m_spent += m_clock.nsecsElapsed() - m_since;
            m_isWaiting = true;
        });
        QObject::connect(dispatcher, &QAbstractEventDispatcher::awake, &m_context, [this] {
            if (std::exchange(m_isWaiting, false)) {
                m_since = m_clock.nsecsElapsed();
            }
        });
    }
    [[nodiscard]] double takeMilliseconds()
    {
        const qint64 now = m_clock.nsecsElapsed();
        const qint64 spent = m_spent + (m_isWaiting ? 0 : now - m_since);
        m_spent = 0;
        m_since = now;
        return static_cast<double>(spent) / 1e6;
    }

private:
    QObject m_context;
    QElapsedTimer m_clock;
    qint64 m_since = 0;
    qint64 m_spent = 0;
    bool m_isWaiting = false;
};

double percentile(const std::vector<double> &sorted, double part)
{
    return sorted.empty() ? 0 : sorted[static_cast<size_t>(static_cast<double>(sorted.size() - 1) * part)];
}

} // namespace

int main(int argc, char **argv)
{
    const QGuiApplication application(argc, argv);
    if (argc != 5) {
        giveUp(u"churn-table LIST WATCH RATE SECONDS"_s);
    }
    const int rate = QByteArray(argv[3]).toInt();
    const auto time = std::chrono::seconds(QByteArray(argv[4]).toInt());
    Replay server({.list = contentsOf(argv[1]), .watch = contentsOf(argv[2]), .eventsPerSecond = rate});
    const auto api = std::make_shared<HttpApi>(ClusterAccess{.server = server.address()});
    const ResourceType pods{.group = {}, .version = u"v1"_s, .kind = u"Pod"_s, .plural = u"pods"_s};
    ObjectFeed feed(api, pods, {}, std::make_shared<SystemClock>());
    ObjectView view(feed.store());
    ChurnRows rows(view);
    qint64 changes = 0;
    QObject::connect(&feed, &ObjectFeed::flushed, &rows, [&](const ChangeSet &set) {
        view.apply(set);
        rows.refresh();
        ++changes;
    });
    QQuickView window;
    window.setInitialProperties({{u"rows"_s, QVariant::fromValue<QObject *>(&rows)}});
    window.setSource(QUrl(u"qrc:/Churn.qml"_s));
    window.show();
    Work work;
    std::vector<double> frames;
    bool isCounting = false;
    QObject::connect(&window, &QQuickWindow::frameSwapped, &window, [&] {
        const double spent = work.takeMilliseconds();
        if (isCounting) {
            frames.push_back(spent);
        }
    });
    QObject::connect(&feed, &ObjectFeed::stateChanged, &window, [&] {
        if (feed.state().phase == FeedState::Phase::Live && !isCounting) {
            // The table is complete and has been drawn.
            QTimer::singleShot(1000, &window, [&] {
                isCounting = true;
                QTimer::singleShot(time, &window, &QCoreApplication::quit);
            });
        }
    });
    const qint64 before = server.sent();
    feed.start();
    QGuiApplication::exec();
    std::ranges::sort(frames);
    say({{u"rows"_s, view.size()},
         {u"events"_s, server.sent() - before},
         {u"frames"_s, static_cast<qint64>(frames.size())},
         {u"flushes"_s, changes},
         {u"seen"_s, rows.told()},
         {u"median"_s, percentile(frames, 0.5)},
         {u"p99"_s, percentile(frames, 0.99)},
         {u"longest"_s, percentile(frames, 1)},
         {u"rss"_s, resident("VmRSS")}});
    return frames.empty() ? 1 : 0;
}
