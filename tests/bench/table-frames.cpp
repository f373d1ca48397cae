// SPDX-License-Identifier: GPL-3.0-or-later
// What the user interface's thread works for a frame while the Workloads page shows many pods and recorded events come in:
// `table-frames LIST WATCH EVENTS-PER-SECOND SECONDS` (bodies of a list and of a watch of a real server, in protobuf, see
// peers_client.py). The way is the console's own, from the socket on: transport, decoder, mailbox, store, view, table. Prints one
// line of JSON; times in milliseconds.
#include "core/kube/HttpApi.h"
#include "core/kube/rows/FollowObjects.h"
#include "qml/Sentinel/Workloads/WorkloadsLink.h"
#include "tests/bench/OpenPage.h"
#include "tests/bench/client/Figures.h"
#include "tests/bench/client/Replay.h"
#include "tests/fakes/FakeCluster.h"

#include <QApplication>
#include <QTimer>
#include <QtQml/QQmlExtensionPlugin>
#include <algorithm>
#include <ctime>

Q_IMPORT_QML_PLUGIN(Sentinel_DesignPlugin)

using namespace Qt::StringLiterals;
using namespace sentinel;

namespace {

/// What the page needs of a cluster, with pods that come over a connection.
class ReplayedCluster final : public testing::FakeCluster
{
public:
    explicit ReplayedCluster(const QUrl &server)
        : m_pods(std::make_shared<kube::HttpApi>(kube::ClusterAccess{.server = server}))
    {
    }
    Async<void> follow(kube::ResourceType type, kube::ListOptions options, std::shared_ptr<kube::RowMailbox> rows,
                       CancelToken cancel) override
    {
        if (type.kind != u"Pod") {
            return kube::followObjects(this, type, options, rows, cancel);
        }
        return m_pods->follow(type, options, rows, cancel);
    }

private:
    std::shared_ptr<kube::HttpApi> m_pods;
};

/// What the thread worked from one frame to the next: everything, the merging of events too. The time it ran, since a busy
/// machine makes frames late, but not more work.
class Frames : public QObject
{
public:
    explicit Frames(QQuickWindow *window)
    {
        connect(window, &QQuickWindow::frameSwapped, this, [this] { swapped(); });
    }
    void begin()
    {
        m_frames.clear();
        m_last = worked();
        m_isOn = true;
    }
    [[nodiscard]] QJsonObject figures()
    {
        std::ranges::sort(m_frames);
        const auto at = [this](double share) {
            return m_frames.empty() ? 0.0 : m_frames[static_cast<size_t>(share * double(m_frames.size() - 1))];
        };
        return {{u"frames"_s, qint64(m_frames.size())},
                {u"median"_s, at(0.5)},
                {u"p99"_s, at(0.99)},
                {u"longest"_s, at(1)},
                {u"over50"_s, qint64(std::ranges::count_if(m_frames, [](double time) { return time > 50; }))}};
    }

private:
    static double worked()
    {
        timespec now{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
        return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
    }
    void swapped()
    {
        const double now = worked();
        const double since = now - std::exchange(m_last, now);
        if (m_isOn) {
            m_frames.push_back(since);
        }
    }

    bool m_isOn = false;
    double m_last = 0;
    std::vector<double> m_frames;
};

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QUICK_CONTROLS_STYLE", "Fusion");
    QApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 5) {
        bench::giveUp(u"table-frames LIST WATCH EVENTS-PER-SECOND SECONDS"_s);
    }
    const int rate = arguments.at(3).toInt();
    const auto time = std::chrono::seconds(arguments.at(4).toInt());
    bench::Replay server({.list = bench::contentsOf(argv[1]), .watch = bench::contentsOf(argv[2]), .eventsPerSecond = rate});
    const auto cluster = std::make_shared<ReplayedCluster>(server.address());
    console::WorkloadsLink::setConnector([cluster](const console::ClusterPlace &) -> Result<console::WorkloadsServices> {
        return console::WorkloadsServices{.api = cluster, .clock = std::make_shared<SystemClock>()};
    });
    bench::OpenPage page("Sentinel.Workloads", "WorkloadsPage");
    QQuickWindow &window = page.window();
    Frames frames(&window);
    const QObject *table = page.part("sentinel::console::TableController");
    qint64 before = 0;
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, &window, [&] {
        if (table->property("count").toInt() == 0 || table->property("loading").toBool()) {
            return;
        }
        look.stop();
        // It is complete; the frames that showed it first are no part of the figure.
        QTimer::singleShot(1000, &window, [&] {
            before = server.sent();
            frames.begin();
            QTimer::singleShot(time, &window, [&] {
                QJsonObject figures = frames.figures();
                figures[u"rows"_s] = table->property("count").toInt();
                figures[u"events"_s] = server.sent() - before;
                bench::say(figures);
                QCoreApplication::quit();
            });
        });
    });
    look.start(100);
    QTimer::singleShot(std::chrono::minutes(3), &window, [&look] {
        if (look.isActive()) {
            bench::giveUp(u"the table did not fill within three minutes"_s);
        }
    });
    return application.exec();
}
