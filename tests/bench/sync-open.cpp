// SPDX-License-Identifier: GPL-3.0-or-later
// From the moment somebody chooses an Application on the Sync page until a frame shows its resources: one with 200, one with
// 14,000, in turn. Prints one line of JSON; medians in milliseconds.
#include "qml/Sentinel/Sync/SyncLink.h"
#include "tests/bench/OpenPage.h"
#include "tests/fakes/FakeCluster.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTimer>
#include <QtQml/QQmlExtensionPlugin>
#include <algorithm>

Q_IMPORT_QML_PLUGIN(Sentinel_DesignPlugin)

using namespace Qt::StringLiterals;
using namespace sentinel;

namespace {

constexpr int kRounds = 7;
constexpr std::chrono::seconds kPatience{60};

kube::Object application(const QString &name, int resources)
{
    QJsonArray list;
    for (int at = 0; at < resources; ++at) {
        list.append(QJsonObject{{u"group"_s, u"apps"_s},
                                {u"version"_s, u"v1"_s},
                                {u"kind"_s, u"Deployment"_s},
                                {u"namespace"_s, name},
                                {u"name"_s, u"part-%1"_s.arg(at)},
                                {u"status"_s, at % 10 == 0 ? u"OutOfSync"_s : u"Synced"_s}});
    }
    return {{u"apiVersion"_s, u"argoproj.io/v1alpha1"_s},
            {u"kind"_s, u"Application"_s},
            {u"metadata"_s, QJsonObject{{u"name"_s, name}, {u"namespace"_s, u"argocd"_s}}},
            {u"spec"_s,
             QJsonObject{{u"project"_s, u"default"_s},
                         {u"source"_s, QJsonObject{{u"repoURL"_s, u"/nowhere"_s}}},
                         {u"destination"_s, QJsonObject{{u"server"_s, u"https://kubernetes.default.svc"_s}}}}},
            {u"status"_s, QJsonObject{{u"sync"_s, QJsonObject{{u"status"_s, u"OutOfSync"_s}}}, {u"resources"_s, list}}}};
}

double opened(QQuickWindow &window, QObject *apps, QObject *resources, const QString &name, int count)
{
    QElapsedTimer timer;
    QEventLoop loop;
    timer.start();
    double milliseconds = 0;
    const QMetaObject::Connection painted = QObject::connect(&window, &QQuickWindow::frameSwapped, &loop, [&] {
        if (milliseconds == 0 && resources->property("count").toInt() == count) {
            milliseconds = static_cast<double>(timer.nsecsElapsed()) / 1e6;
            loop.quit();
        }
    });
    QTimer::singleShot(kPatience, &loop, [&] { bench::giveUp(u"%1 did not open"_s.arg(name)); });
    QMetaObject::invokeMethod(apps, "chooseNamed", Q_ARG(QString, u"argocd"_s), Q_ARG(QString, name));
    loop.exec();
    QObject::disconnect(painted);
    return milliseconds;
}

double median(std::vector<double> all)
{
    std::ranges::sort(all);
    return all[all.size() / 2];
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QUICK_CONTROLS_STYLE", "Fusion");
    QApplication program(argc, argv);
    const QTemporaryDir folder;
    const auto cluster = std::make_shared<testing::FakeCluster>();
    cluster->serve(gitops::applicationType());
    cluster->put(application(u"small"_s, 200));
    cluster->put(application(u"large"_s, 14'000));
    console::SyncLink::setConnector([&](const console::ClusterPlace &) -> Result<console::SyncServices> {
        const auto journal = journal::Journal::open(folder.path());
        if (!journal) {
            return failure(journal);
        }
        return console::SyncServices{
            .change = {.api = cluster, .clock = std::make_shared<SystemClock>(), .journal = *journal, .context = u"test"_s},
            .sources = [](const CancelToken &) -> Async<gitops::SourceServices> { co_return gitops::SourceServices(); }};
    });
    bench::OpenPage page("Sentinel.Sync", "SyncPage");
    QObject *apps = page.part("sentinel::console::AppsController");
    QObject *resources = page.part("sentinel::console::AppController")->property("resources").value<QObject *>();
    std::vector<double> small;
    std::vector<double> large;
    for (int round = 0; round <= kRounds; ++round) {
        const double first = opened(page.window(), apps, resources, u"small"_s, 200);
        const double second = opened(page.window(), apps, resources, u"large"_s, 14'000);
        if (round > 0) { // the first one makes what the page keeps
            small.push_back(first);
            large.push_back(second);
        }
    }
    const QJsonObject figures{{u"small"_s, median(small)}, {u"large"_s, median(large)}};
    std::printf("%s\n", QJsonDocument(figures).toJson(QJsonDocument::Compact).constData());
    return 0;
}
