// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
class StandingTest : public QObject
{
    Q_OBJECT
};
QTEST_GUILESS_MAIN(StandingTest)
#include "tst_Standing.moc"
