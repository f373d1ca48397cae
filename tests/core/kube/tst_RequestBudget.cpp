// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kube/transport/RequestBudget.h"
#include "tests/support/SteppedClock.h"

#include <QTest>

using namespace sentinel;
using namespace sentinel::kube;
using namespace Qt::StringLiterals;

using Priority = HttpRequest::Priority;

class RequestBudgetTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_clock = std::make_shared<testing::SteppedClock>();
        m_admitted.clear();
    }

    void aBurstGoesAtOnceAndTheRestInTime()
    {
        const auto budget = std::make_shared<RequestBudget>(m_clock, 10, 5);
        for (int each = 0; each < 8; ++each) {
            ask(budget, Priority::Usual, u"%1"_s.arg(each));
        }
        QCOMPARE(m_admitted.size(), 5);
        m_clock->advance(Duration(100));
        QCOMPARE(m_admitted.size(), 6);
        m_clock->advance(Duration(200));
        QCOMPARE(m_admitted.join(u""), u"01234567"_s);
        m_clock->advance(std::chrono::hours(1)); // nothing is saved beyond the burst
        for (int each = 0; each < 8; ++each) {
            ask(budget, Priority::Usual, u"x"_s);
        }
        QCOMPARE(m_admitted.size(), 8 + 5);
    }
    void whoeverClickedGoesFirst()
    {
        const auto budget = std::make_shared<RequestBudget>(m_clock, 1, 1);
        ask(budget, Priority::Usual, u"0"_s);
        ask(budget, Priority::Background, u"b"_s);
        ask(budget, Priority::Usual, u"a"_s);
        ask(budget, Priority::User, u"u"_s);
        ask(budget, Priority::User, u"v"_s);
        m_clock->advance(std::chrono::seconds(4));
        QCOMPARE(m_admitted.join(u""), u"0uvab"_s);
    }
    void whoeverStopsWaitingCostsNothing()
    {
        const auto budget = std::make_shared<RequestBudget>(m_clock, 1, 1);
        ask(budget, Priority::Usual, u"0"_s);
        CancelSource source;
        ask(budget, Priority::Usual, u"1"_s, source.token());
        ask(budget, Priority::Usual, u"2"_s);
        source.cancel();
        m_clock->advance(std::chrono::seconds(1));
        QCOMPARE(m_admitted.join(u""), u"02"_s);
    }
    void withoutALimitNobodyWaits()
    {
        const auto budget = std::make_shared<RequestBudget>(m_clock, 0, 1);
        for (int each = 0; each < 50; ++each) {
            ask(budget, Priority::Background, u"x"_s);
        }
        QCOMPARE(m_admitted.size(), 50);
    }
    void aClockThatIsSetBackStopsNothingForGood()
    {
        const auto budget = std::make_shared<RequestBudget>(m_clock, 1, 1);
        ask(budget, Priority::Usual, u"0"_s);
        m_clock->advance(std::chrono::seconds(-3600));
        ask(budget, Priority::Usual, u"1"_s);
        m_clock->advance(std::chrono::seconds(1));
        QCOMPARE(m_admitted.join(u""), u"01"_s);
    }

private:
    void ask(const std::shared_ptr<RequestBudget> &budget, Priority priority, const QString &name, CancelToken cancel = {})
    {
        deliver(RequestBudget::admit(budget, priority, std::move(cancel)), this, [this, name](const Result<void> &admitted) {
            if (admitted) {
                m_admitted.append(name);
            }
        });
    }
    std::shared_ptr<testing::SteppedClock> m_clock;
    QStringList m_admitted;
};

QTEST_GUILESS_MAIN(RequestBudgetTest)
#include "tst_RequestBudget.moc"
