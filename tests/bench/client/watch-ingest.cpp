// SPDX-License-Identifier: GPL-3.0-or-later
// Takes in a recorded watch (its body, in protobuf) as fast as it goes: `watch-ingest FILE`, the twin of `informer --stream
// FILE`. The server that tells it is inside, as it is there. Says how many events a second of CPU took in.
#include "core/kube/HttpApi.h"
#include "core/kube/rows/ObjectFeed.h"
#include "core/kube/rows/ObjectView.h"
#include "tests/bench/Flow.h"
#include "tests/bench/client/Figures.h"
#include "tests/bench/client/Replay.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTimer>

using namespace sentinel;
using namespace sentinel::bench;
using namespace sentinel::kube;
using namespace Qt::StringLiterals;

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    if (argc != 2) {
        giveUp(u"watch-ingest FILE"_s);
    }
    Replay server({.list = {}, .watch = contentsOf(argv[1])});
    const auto api = std::make_shared<HttpApi>(ClusterAccess{.server = server.address()});
    const ResourceType pods{.group = {}, .version = u"v1"_s, .kind = u"Pod"_s, .plural = u"pods"_s};
    ObjectFeed feed(api, pods, {}, std::make_shared<SystemClock>());
    ObjectView view(feed.store());
    QObject::connect(&feed, &ObjectFeed::flushed, &feed, [&](const ChangeSet &changes) { view.apply(changes); });
    QEventLoop loop;
    QElapsedTimer clock;
    clock.start();
    const double before = processorTime();
    QTimer over;
    QObject::connect(&over, &QTimer::timeout, &loop, [&] {
        if (server.isOver()) {
            loop.quit();
        }
    });
    over.start(5);
    feed.start();
    loop.exec();
    feed.flush();
    const double seconds = static_cast<double>(clock.nsecsElapsed()) / 1e9;
    const double used = processorTime() - before;
    const auto events = static_cast<double>(server.events());
    say({{u"events"_s, server.events()},
         {u"rows"_s, view.size()},
         {u"seconds"_s, seconds},
         {u"cpuIngest"_s, used},
         {u"eventsPerCpuSecond"_s, events / used},
         {u"rss"_s, resident("VmRSS")}});
    return server.events() > 0 ? 0 : 1;
}
