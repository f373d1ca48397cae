// SPDX-License-Identifier: GPL-3.0-or-later
// How long the user interface's thread is busy for a frame while the table of the Workloads page holds many objects and changes
// come: table-frames ROWS EVENTS-PER-SECOND SECONDS [KUBECONFIG]. Without a kubeconfig the rows come from a thread of this
// program, through the same mailbox a real cluster's come through. Prints one line of JSON; times in milliseconds.
#include "core/kube/FollowObjects.h"
#include "core/kube/RowLayout.h"
#include "qml/Sentinel/Workloads/WorkloadsLink.h"
#include "tests/fakes/FakeCluster.h"

#include <QAbstractEventDispatcher>
#include <QApplication>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QQuickItem>
#include <QQuickWindow>
#include <QSemaphore>
#include <QThread>
#include <QTimer>
#include <QtQml/QQmlExtensionPlugin>
#include <algorithm>
#include <cstdio>
#include <random>

Q_IMPORT_QML_PLUGIN(Sentinel_DesignPlugin)

using namespace Qt::StringLiterals;
using namespace sentinel;

namespace {

/// Pods as a busy cluster has them: most of what comes changes one, some come and some go.
class Crowd : public QThread
{
public:
    Crowd(std::shared_ptr<kube::RowMailbox> rows, int count, int pace)
        : m_rows(std::move(rows))
        , m_count(count)
        , m_pace(pace)
    {
    }
    void end() { m_over.release(); }

protected:
    void run() override
    {
        m_rows->beginList();
        for (int at = 0; at < m_count; ++at) {
            say(at, false);
        }
        m_rows->endList();
        m_rows->tell({.phase = kube::FeedState::Phase::Live});
        std::mt19937 random(7); // NOLINT: the same crowd each time
        QElapsedTimer since;
        since.start();
        for (qint64 told = 0; !m_over.tryAcquire(1, std::chrono::milliseconds(2));) { // bursts, as a socket gives them
            for (const qint64 due = since.elapsed() * m_pace / 1000; told < due; ++told) {
                const int at = static_cast<int>(random() % static_cast<unsigned>(m_count));
                say(at, random() % 20 == 0);
            }
            m_rows->heard();
        }
    }

private:
    void say(int at, bool goes)
    {
        const std::string ns = "team-" + std::to_string(at % 40);
        const std::string name = "service-" + std::to_string(at % 900) + "-6c9f4d7b5-" + std::to_string(at);
        const std::string uid = std::to_string(at) + "-" + std::to_string(m_version);
        kube::RowCells cells;
        const kube::RowLayout &layout = m_rows->layout();
        cells.setText(kube::kNamespace, ns);
        cells.setText(kube::kName, name);
        cells.setText(kube::kUid, uid);
        cells.setNumber(kube::kVersion, ++m_version);
        cells.setNumber(kube::kCreated, 1'764'000'000 + at);
        cells.setText(kube::kLabels, "\napp=web\n");
        cells.setNumber(kube::kHealth, at % 97 == 0 ? 3 : 1);
        cells.setText(layout.column(kube::Field::Status), m_version % 7 == 0 ? "ContainerCreating" : "Running");
        cells.setNumber(layout.column(kube::Field::Ready), kube::ratio(m_version % 2, 1));
        cells.setNumber(layout.column(kube::Field::Restarts), m_version % 5);
        cells.setText(layout.column(kube::Field::Node), "node-" + std::to_string(at % 500));
        cells.setText(layout.column(kube::Field::Ip), "10.0.0.1");
        if (goes) {
            m_rows->remove(cells);
            cells.setNumber(kube::kVersion, ++m_version);
        }
        m_rows->change(cells);
    }

    std::shared_ptr<kube::RowMailbox> m_rows;
    int m_count;
    int m_pace;
    QSemaphore m_over;
    qint64 m_version = 1;
};

/// What the page needs of a cluster, with a crowd behind its pods.
class CrowdedCluster final : public testing::FakeCluster
{
public:
    CrowdedCluster(int count, int pace)
        : m_count(count)
        , m_pace(pace)
    {
    }
    ~CrowdedCluster() override
    {
        for (const auto &crowd : m_crowds) {
            crowd->end();
            crowd->wait();
        }
    }
    Async<void> follow(kube::ResourceType type, kube::ListOptions options, std::shared_ptr<kube::RowMailbox> rows,
                       CancelToken cancel) override
    {
        if (type.kind != u"Pod") {
            return kube::followObjects(this, type, options, rows, cancel);
        }
        m_crowds.push_back(std::make_unique<Crowd>(rows, m_count, m_pace));
        m_crowds.back()->start();
        return m_never.answer();
    }

private:
    int m_count;
    int m_pace;
    std::vector<std::unique_ptr<Crowd>> m_crowds;
    Promise<void> m_never;
};

/// How long the thread works without a pause; a frame is drawn within one such stretch.
class Stretches : public QObject
{
public:
    explicit Stretches(QQuickWindow *window)
    {
        const QAbstractEventDispatcher *loop = QAbstractEventDispatcher::instance();
        connect(loop, &QAbstractEventDispatcher::awake, this, [this] { m_since.start(); });
        connect(loop, &QAbstractEventDispatcher::aboutToBlock, this, [this] { rest(); });
        connect(window, &QQuickWindow::frameSwapped, this, [this] { m_isFrame = true; });
    }
    void begin()
    {
        m_frames.clear();
        m_longest = 0;
        m_isOn = true;
    }
    [[nodiscard]] QJsonObject figures()
    {
        std::ranges::sort(m_frames);
        const auto at = [this](double share) {
            return m_frames.empty() ? 0.0 : m_frames[static_cast<size_t>(share * double(m_frames.size() - 1))];
        };
        return {{u"frames"_s, qint64(m_frames.size())},
                {u"p50"_s, at(0.5)},
                {u"p99"_s, at(0.99)},
                {u"longest"_s, m_longest},
                {u"over50"_s, qint64(std::ranges::count_if(m_frames, [](double time) { return time > 50; }))}};
    }

private:
    void rest()
    {
        if (!m_isOn || !m_since.isValid()) {
            return;
        }
        const double worked = double(m_since.nsecsElapsed()) / 1e6;
        m_since.invalidate();
        m_longest = std::max(m_longest, worked);
        if (std::exchange(m_isFrame, false)) {
            m_frames.push_back(worked);
        }
    }

    QElapsedTimer m_since;
    bool m_isFrame = false;
    bool m_isOn = false;
    std::vector<double> m_frames;
    double m_longest = 0;
};

const QObject *tableIn(const QQuickItem *page)
{
    const QList<QObject *> parts = page->findChildren<QObject *>();
    const auto found
        = std::ranges::find_if(parts, [](const QObject *part) { return part->inherits("sentinel::console::TableController"); });
    return found == parts.end() ? nullptr : *found;
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QUICK_CONTROLS_STYLE", "Fusion");
    QApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 4) {
        std::fputs("table-frames ROWS EVENTS-PER-SECOND SECONDS [KUBECONFIG]\n", stderr);
        return 2;
    }
    const int rows = arguments.at(1).toInt();
    const auto cluster = std::make_shared<CrowdedCluster>(rows, arguments.at(2).toInt());
    if (arguments.size() == 4) {
        console::WorkloadsLink::setConnector([cluster](const console::WorkloadsPlace &) -> Result<console::WorkloadsServices> {
            return console::WorkloadsServices{.api = cluster, .clock = std::make_shared<SystemClock>()};
        });
    }
    QQmlEngine engine;
    engine.setImportPathList(engine.importPathList() << QCoreApplication::applicationDirPath() + u"/../qml"_s);
    QQmlComponent component(&engine);
    component.loadFromModule("Sentinel.Workloads", "WorkloadsPage");
    QQuickWindow window;
    window.resize(1440, 900);
    const std::unique_ptr<QObject> made(component.createWithInitialProperties(
        {{u"width"_s, 1440},
         {u"height"_s, 900},
         {u"cluster"_s, QVariantMap{{u"usable"_s, true}, {u"kubeconfig"_s, arguments.value(4)}}}}));
    auto *page = qobject_cast<QQuickItem *>(made.get());
    if (!page) {
        std::fprintf(stderr, "%s\n", qUtf8Printable(component.errorString()));
        return 1;
    }
    page->setParentItem(window.contentItem());
    window.show();
    Stretches stretches(&window);
    const QObject *table = tableIn(page);
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, &window, [&] {
        if (table->property("count").toInt() < rows || table->property("loading").toBool()) {
            return;
        }
        look.stop();
        stretches.begin();
        QTimer::singleShot(arguments.at(3).toInt() * 1000, &window, [&] {
            std::printf("%s\n", QJsonDocument(stretches.figures()).toJson(QJsonDocument::Compact).constData());
            QCoreApplication::quit();
        });
    });
    look.start(100);
    QTimer::singleShot(std::chrono::minutes(3), &window, [&look] {
        if (look.isActive()) {
            std::fputs("the table did not fill\n", stderr);
            QCoreApplication::exit(1);
        }
    });
    return application.exec();
}
