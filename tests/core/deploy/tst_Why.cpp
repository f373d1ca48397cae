// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
class WhyTest : public QObject
{
    Q_OBJECT
};
QTEST_GUILESS_MAIN(WhyTest)
#include "tst_Why.moc"
