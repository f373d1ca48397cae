// SPDX-License-Identifier: GPL-3.0-or-later
// Makes 2,000 objects and changes each once while 50 watches of our own client look on. Prints how many of the events that each
// watch must tell were not told or told out of order, how many it told, and the seconds from the first write to the last event.
#include "tests/bench/Flow.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTimer>
#include <algorithm>
#include <functional>
#include <vector>

using namespace sentinel;
using namespace sentinel::bench;
using namespace Qt::StringLiterals;

namespace {

constexpr int kObjects = 2000;
constexpr int kWatches = 50;
constexpr int kWriters = 8; ///< requests under way at any time
constexpr std::chrono::seconds kPatience{100};

const QString kNamespace = u"default"_s;

struct Seen
{
    QHash<qint64, int> versions; ///< version → how often it was told
    qint64 last = 0;
    qint64 outOfOrder = 0;
    bool isListed = false;
};

qint64 versionOf(const kube::Object &object)
{
    return object[u"metadata"][u"resourceVersion"].toString().toLongLong();
}

/// One writer's share: makes its objects, then changes each. What it wrote, as versions.
Async<QList<qint64>> writeShare(kube::HttpApi *api, int share)
{
    QList<qint64> versions;
    for (const QString &round : {u"made"_s, u"changed"_s}) {
        for (int number = share; number < kObjects; number += kWriters) {
            const kube::Object object = configMap(kNamespace, u"many-%1"_s.arg(number), round);
            const auto written = round == u"made" ? co_await api->create(kConfigMaps, object, {})
                                                  : co_await api->replace(kConfigMaps, object, {});
            if (!written) {
                co_return failure(written);
            }
            versions.append(versionOf(written->object));
        }
    }
    co_return versions;
}

void take(Seen &seen, const kube::WatchEvent &event)
{
    if (event.type == kube::WatchEvent::Type::Disconnected) {
        giveUp(event.problem); // told again or not: such a run measures something else
    }
    if (event.type == kube::WatchEvent::Type::Replaced) {
        if (std::exchange(seen.isListed, true)) {
            giveUp(u"a watch read its list again"_s);
        }
        return;
    }
    const qint64 version = versionOf(event.object);
    seen.outOfOrder += version <= seen.last ? 1 : 0;
    seen.last = version;
    ++seen.versions[version];
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    if (argc != 2) {
        giveUp(u"many-watches KUBECONFIG"_s);
    }
    // What is measured is how fast events are told, so nothing slows the writers down.
    kube::HttpApi writers(accessOf(argv[1]), {.requestsPerSecond = 0});
    kube::HttpApi watchers(accessOf(argv[1]));
    QEventLoop loop;
    QTimer::singleShot(kPatience, &loop, &QEventLoop::quit);
    std::vector<Seen> seen(kWatches);
    CancelSource stop;
    std::function<bool()> isEnough = [&] { return std::ranges::all_of(seen, &Seen::isListed); };
    for (Seen &each : seen) {
        deliver(watchers.watch(
                    kConfigMaps, {.ns = kNamespace, .labelSelector = {}},
                    [&](const kube::WatchEvent &event) {
                        take(each, event);
                        if (isEnough()) {
                            loop.quit();
                        }
                    },
                    stop.token()),
                &loop, [](const Result<void> &) {});
    }
    loop.exec();

    QElapsedTimer clock;
    clock.start();
    QList<qint64> written;
    int writing = kWriters;
    isEnough = [&] {
        return writing == 0
            && std::ranges::all_of(seen, [&](const Seen &each) { return each.versions.size() >= written.size(); });
    };
    for (int share = 0; share < kWriters; ++share) {
        deliver(writeShare(&writers, share), &loop, [&](const Result<QList<qint64>> &versions) {
            if (!versions) {
                giveUp(versions.error().detail);
            }
            written += *versions;
            --writing;
            if (isEnough()) {
                loop.quit();
            }
        });
    }
    loop.exec();
    const double seconds = static_cast<double>(clock.elapsed()) / 1e3;

    qint64 missed = 0;
    qint64 told = 0;
    for (const Seen &each : seen) {
        missed += each.outOfOrder;
        for (const qint64 version : std::as_const(written)) {
            const int times = each.versions.value(version);
            missed += times == 1 ? 0 : 1;
            told += times;
        }
    }
    stop.cancel();
    std::printf("%lld %lld %.3f\n", static_cast<long long>(missed), static_cast<long long>(told), seconds);
    return written.size() == 2 * kObjects ? 0 : 1;
}
