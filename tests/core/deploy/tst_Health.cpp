// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
class HealthTest : public QObject
{
    Q_OBJECT
};
QTEST_GUILESS_MAIN(HealthTest)
#include "tst_Health.moc"
