// SPDX-License-Identifier: GPL-3.0-or-later
#include "Plans.h"

#include <QTest>
#include <algorithm>
#include <ctime>

using namespace sentinel;
using namespace Qt::StringLiterals;

namespace {

/// The best of some runs, in CPU milliseconds: what the machine does besides must not decide.
template <typename Work>
double milliseconds(Work work)
{
    double best = 1e9;
    for (int run = 0; run < 20; ++run) {
        const std::clock_t begin = std::clock();
        for (int round = 0; round < 5; ++round) {
            work();
        }
        best = std::min(best, 1000.0 * static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC / 5);
    }
    return best;
}

} // namespace

/// The wizard checks the whole plan on each keystroke, so it must cost less than a frame. The limits here are the hard ones; the
/// ratios against peers are in tests/bench.
class PlanSpeedTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void checkingOnEachKeystrokeFitsWellIntoAFrame();
    void changingAnAnswerFitsIntoAFrame();
};

void PlanSpeedTest::checkingOnEachKeystrokeFitsWellIntoAFrame()
{
    const double cost = milliseconds([] {
        const auto plan = plans::parsed(plans::kReal);
        QVERIFY(plan && !plan->check().isEmpty());
    });
    qInfo("parse and check, three environments: %.3f ms", cost);
    QVERIFY2(cost < 5.0, qPrintable(QString::number(cost)));
}

void PlanSpeedTest::changingAnAnswerFitsIntoAFrame()
{
    const auto plan = plans::parsed(plans::kReal);
    int round = 0;
    const double cost = milliseconds([&] { QVERIFY(plan->with(u"load.eventsPerSecond"_s, QString::number(++round))); });
    qInfo("one answer changed: %.3f ms", cost);
    qInfo("parse: %.3f ms", milliseconds([] { QVERIFY(plans::parsed(plans::kReal)); }));
    qInfo("answers: %.3f ms", milliseconds([&] { QVERIFY(plan->answers(u"prod"_s).integer(u"load.tenants") == 1); }));
    qInfo("check: %.3f ms", milliseconds([&] { QVERIFY(!plan->check().isEmpty()); }));
    qInfo("explain: %.3f ms", milliseconds([&] { QVERIFY(plan->explain(u"load.tenants"_s)); }));
    QVERIFY2(cost < 10.0, qPrintable(QString::number(cost)));
}

QTEST_APPLESS_MAIN(PlanSpeedTest)
#include "tst_PlanSpeed.moc"
