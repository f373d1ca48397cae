// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/CancelToken.h"

#include <QStringList>
#include <QTest>
#include <memory>

using namespace sentinel;
using namespace Qt::StringLiterals;

class CancelTokenTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTokenOfNobodyIsNeverCancelled();
    void everyCallbackIsCalledOnceInOrder();
    void whoComesLateIsCalledAtOnce();
    void aForgottenCallbackIsNotCalled();
    void aCallbackMayEndOthers();
    void copiesOfASourceShareTheirState();
};

void CancelTokenTest::aTokenOfNobodyIsNeverCancelled()
{
    const CancelToken token;
    const auto registration = token.onCancel([] { QFAIL("nobody can cancel it"); });
    QVERIFY(!token.isCancelled());
}

void CancelTokenTest::everyCallbackIsCalledOnceInOrder()
{
    CancelSource source;
    QStringList called;
    const auto first = source.token().onCancel([&] { called.append(u"first"_s); });
    const auto second = source.token().onCancel([&] { called.append(u"second"_s); });
    source.cancel();
    source.cancel();
    QCOMPARE(called, QStringList({u"first"_s, u"second"_s}));
}

void CancelTokenTest::whoComesLateIsCalledAtOnce()
{
    CancelSource source;
    source.cancel();
    bool called = false;
    const auto registration = source.token().onCancel([&] { called = true; });
    QVERIFY(called);
}

void CancelTokenTest::aForgottenCallbackIsNotCalled()
{
    CancelSource source;
    int calls = 0;
    {
        auto registration = source.token().onCancel([&] { ++calls; });
        // Moved, it still is one registration.
        const auto moved = std::move(registration);
    }
    source.cancel();
    QCOMPARE(calls, 0);
}

void CancelTokenTest::aCallbackMayEndOthers()
{
    CancelSource source;
    int calls = 0;
    auto second = std::make_unique<CancelToken::Registration>();
    const auto first = source.token().onCancel([&] {
        ++calls;
        second.reset(); // as a flow does whose frame goes away
    });
    *second = source.token().onCancel([&] { ++calls; });
    source.cancel();
    QCOMPARE(calls, 1);
}

void CancelTokenTest::copiesOfASourceShareTheirState()
{
    CancelSource source;
    CancelSource copy = source;
    const CancelToken token = source.token();
    copy.cancel();
    QVERIFY(source.isCancelled());
    QVERIFY(token.isCancelled());
}

QTEST_GUILESS_MAIN(CancelTokenTest)
#include "tst_CancelToken.moc"
