// SPDX-License-Identifier: GPL-3.0-or-later
// How long our own client waits from before it sends a write until the watch has told of it. Milliseconds, one a line.
#include "tests/bench/Flow.h"

#include <QCoreApplication>
#include <QElapsedTimer>

using namespace sentinel;
using namespace sentinel::bench;
using namespace Qt::StringLiterals;

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 3) {
        giveUp(u"watch-event KUBECONFIG ROUNDS"_s);
    }
    kube::HttpApi api(accessOf(argv[1]), {.requestsPerSecond = 0}); // its budget is no part of the way
    const QString ns = u"default"_s;
    const QString name = u"own-watch"_s;
    answerOf(api.create(kConfigMaps, configMap(ns, name, u"begin"_s), {}));

    QEventLoop loop;
    QString told; ///< the last round the watch has told
    QElapsedTimer clock;
    qint64 nanoseconds = 0;
    CancelSource stop;
    deliver(api.watch(
                kConfigMaps, {.ns = ns},
                [&](const kube::WatchEvent &event) {
                    if (event.type == kube::WatchEvent::Type::Disconnected) {
                        giveUp(event.problem);
                    }
                    const kube::Object object
                        = event.type == kube::WatchEvent::Type::Replaced ? configMap(ns, name, u"listed"_s) : event.object;
                    if (object[u"metadata"][u"name"].toString() == name) {
                        nanoseconds = clock.isValid() ? clock.nsecsElapsed() : 0;
                        told = object[u"data"][u"round"].toString();
                        loop.quit();
                    }
                },
                stop.token()),
            &loop, [](const Result<void> &) {});
    loop.exec();

    const int rounds = arguments.at(2).toInt();
    const int warming = rounds / 10; // the first open connections
    for (int round = 0; round < warming + rounds; ++round) {
        const QString word = QString::number(round);
        clock.start();
        answerOf(api.patch(kConfigMaps, {.ns = ns, .name = name}, kube::PatchType::Merge,
                           R"({"data":{"round":")" + word.toLatin1() + R"("}})", {}, {}));
        if (told != word) {
            loop.exec();
        }
        if (told != word) {
            giveUp(u"the watch told of round %1 after the write of round %2"_s.arg(told, word));
        }
        if (round >= warming) {
            std::printf("%.4f\n", static_cast<double>(nanoseconds) / 1e6);
        }
    }
    answerOf(api.remove(kConfigMaps, {.ns = ns, .name = name}, {}, {}));
    stop.cancel();
    return 0;
}
