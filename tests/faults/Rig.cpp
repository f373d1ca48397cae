// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/Rig.h"

#include "tests/faults/Patience.h"
#include "tests/faults/proxy/FaultProxy.h"

using namespace Qt::StringLiterals;

namespace sentinel::testing {

namespace {

constexpr int kPatience = 60'000; // ms for all faults to strike
constexpr int kRounds = 100;
constexpr int kRound = 100; // ms at most
constexpr int kLastWrites = 5; // after the faults: does it still hear?

/// What lies between the client and the server.
struct Way
{
    kube::ClusterAccess access;
    std::function<void()> calm;
    std::function<Tally()> tally;
};

std::unique_ptr<Way> wayFor(const Run &run, const std::shared_ptr<FaultSequence> &faults)
{
    if (!run.schedule.connections.isEmpty()) {
        const auto proxy = std::make_shared<RawProxy>(
            RawTunnel::Setup{.server = run.bench.access, .faults = [faults](int) { return faults->nextConnection(); }});
        return std::make_unique<Way>(Way{.access = proxy->access(),
                                         .calm = [proxy] { proxy->calm(); },
                                         .tally = [proxy] { return Tally{.connections = proxy->connections()}; }});
    }
    const auto proxy = std::make_shared<FaultProxy>(
        Hall::Setup{.server = run.bench.access,
                    .offersHttp2 = run.schedule.offersHttp2,
                    .faults = [faults](const Asked &asked, bool isHttp2) { return faults->next(asked, isHttp2); },
                    .greetings = [faults](int connection) { return faults->greeting(connection); }});
    return std::make_unique<Way>(
        Way{.access = proxy->access(), .calm = [proxy] { proxy->calm(); }, .tally = [proxy] { return proxy->tally(); }});
}

/// The faults, while the writer works. A sentence when they do not end.
QString sufferThrough(const Schedule &schedule, const FaultSequence &faults, Churn &churn, const Mirror &mirror)
{
    const auto isThrough = [&] {
        return (faults.isSpent() && churn.writes >= schedule.writes) || !mirror.ended().isEmpty() || !churn.problem.isEmpty();
    };
    if (!waitUntil(isThrough, kPatience)) {
        return u"The client came to an end with %1 writes and %2 changes heard."_s.arg(churn.writes).arg(mirror.heard());
    }
    return mirror.ended().isEmpty() ? churn.problem : u"The client gave up: "_s + mirror.ended();
}

QString compare(const kube::ApiPtr &direct, const Run &run, const Mirror &mirror, int &rounds)
{
    QString difference;
    for (rounds = 1; rounds <= kRounds; ++rounds) {
        const auto server = answerWithin(kPatience, direct->list(run.type, {.ns = run.bench.ns, .pageSize = 0}, {}));
        if (!server) {
            return server.error().detail;
        }
        difference = mirror.differenceFrom(server->items);
        if (difference.isEmpty() || !mirror.ended().isEmpty()) {
            break;
        }
        const qint64 heard = mirror.heard();
        std::ignore = waitUntil([&] { return mirror.heard() != heard; }, kRound);
    }
    return mirror.ended().isEmpty() ? difference : u"The client gave up: "_s + mirror.ended();
}

} // namespace

Outcome carryOut(const Run &run)
{
    const auto faults = std::make_shared<FaultSequence>(run.schedule);
    const std::unique_ptr<Way> way = wayFor(run, faults);
    const kube::ApiPtr direct = std::make_shared<kube::HttpApi>(run.bench.access, kube::HttpOptions{.requestsPerSecond = 0});
    const auto churn = std::make_shared<Churn>(Churn{.api = direct,
                                                     .type = run.type,
                                                     .ns = run.bench.ns,
                                                     .maker = run.maker,
                                                     .random = QRandomGenerator(run.schedule.seed ^ 0x5eedU)});
    churn->onWrite = [&run](int writes) {
        if (run.schedule.forgettings.contains(writes) && run.bench.forgetHistory) {
            run.bench.forgetHistory();
        }
    };
    QObject receiver;
    bool isWriting = true;
    CancelSource cancel;
    const auto write = [&] {
        isWriting = true;
        churn->isStopping = false;
        deliver(keepChanging(churn, cancel.token()), &receiver, [&](const Result<void> &) { isWriting = false; });
    };
    Outcome outcome;
    const std::unique_ptr<Mirror> mirror = run.mirror(way->access, run.schedule);
    write();
    outcome.problem = sufferThrough(run.schedule, *faults, *churn, *mirror);
    way->calm();
    const int enough = churn->writes + kLastWrites;
    std::ignore = waitUntil([&] { return !isWriting || churn->writes >= enough; }, kPatience);
    churn->isStopping = true;
    if (!waitUntil([&] { return !isWriting; }, kPatience) && outcome.problem.isEmpty()) {
        outcome.problem = u"The writer did not end."_s;
    }
    if (outcome.problem.isEmpty()) {
        outcome.problem = compare(direct, run, *mirror, outcome.rounds);
    }
    outcome.tally = way->tally();
    if (outcome.problem.isEmpty() && outcome.tally.trustedStranger > 0) {
        outcome.problem = u"The client spoke to a server whose certificate another authority had signed."_s;
    }
    outcome.writes = churn->writes;
    outcome.heard = mirror->heard();
    churn->onWrite = {};
    return outcome;
}

} // namespace sentinel::testing
