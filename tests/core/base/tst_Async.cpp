// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Async.h"
#include "core/base/Clock.h"
#include "tests/support/SteppedClock.h"

#include <QTest>
#include <memory>

using namespace sentinel;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

Async<int> twice(Promise<int> promise)
{
    const Result<int> value = co_await promise.answer();
    if (!value) {
        co_return failure(value);
    }
    co_return *value * 2;
}

} // namespace

class AsyncTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFlowGoesOnWhenItsPromiseIsKept();
    void aPromiseKeptBeforeIsAnsweredAtOnce();
    void onlyTheFirstKeepingCounts();
    void errorsAreHandedOn();
    void aReceiverThatIsGoneHearsNothing();
    void aSleepEndsWithItsTime();
    void aSleepEndsWhenCancelled();
};

void AsyncTest::aFlowGoesOnWhenItsPromiseIsKept()
{
    const Promise<int> promise;
    std::optional<Result<int>> answer;
    deliver(twice(promise), this, [&](Result<int> value) { answer = std::move(value); });
    QVERIFY(!answer);
    promise.keep(21);
    QVERIFY(answer && *answer);
    QCOMPARE(**answer, 42);
}

void AsyncTest::aPromiseKeptBeforeIsAnsweredAtOnce()
{
    const Promise<int> promise;
    promise.keep(1);
    std::optional<Result<int>> answer;
    deliver(twice(promise), this, [&](Result<int> value) { answer = std::move(value); });
    QVERIFY(answer && *answer);
    QCOMPARE(**answer, 2);
}

void AsyncTest::onlyTheFirstKeepingCounts()
{
    const Promise<int> promise;
    promise.keep(1);
    promise.keep(5);
    std::optional<Result<int>> answer;
    deliver(twice(promise), this, [&](Result<int> value) { answer = std::move(value); });
    QCOMPARE(**answer, 2);
}

void AsyncTest::errorsAreHandedOn()
{
    const Promise<int> promise;
    std::optional<Result<int>> answer;
    deliver(twice(promise), this, [&](Result<int> value) { answer = std::move(value); });
    promise.keep(failure(Error::Kind::Timeout, u"asking"_s, u"no answer"_s));
    QVERIFY(answer && !*answer);
    QCOMPARE(answer->error().kind, Error::Kind::Timeout);
}

void AsyncTest::aReceiverThatIsGoneHearsNothing()
{
    const Promise<int> promise;
    bool heard = false;
    auto receiver = std::make_unique<QObject>();
    deliver(twice(promise), receiver.get(), [&](const Result<int> &) { heard = true; });
    receiver.reset();
    promise.keep(1);
    QVERIFY(!heard);
}

void AsyncTest::aSleepEndsWithItsTime()
{
    testing::SteppedClock clock;
    std::optional<Result<void>> answer;
    deliver(sentinel::sleep(clock, 10s, {}), this, [&](Result<void> value) { answer = std::move(value); });
    clock.advance(9s);
    QVERIFY(!answer);
    clock.advance(1s);
    QVERIFY(answer && *answer);
}

void AsyncTest::aSleepEndsWhenCancelled()
{
    testing::SteppedClock clock;
    CancelSource source;
    std::optional<Result<void>> answer;
    deliver(sentinel::sleep(clock, 10s, source.token()), this, [&](Result<void> value) { answer = std::move(value); });
    source.cancel();
    QVERIFY(answer && !*answer);
    QCOMPARE(answer->error().kind, Error::Kind::Cancelled);
    clock.advance(20s); // the timer comes to nobody
}

QTEST_GUILESS_MAIN(AsyncTest)
#include "tst_Async.moc"
