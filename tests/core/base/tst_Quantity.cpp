// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Quantity.h"

#include <QTest>

using namespace sentinel;
using namespace Qt::StringLiterals;

class QuantityTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEveryNotationOfKubernetes_data();
    void readsEveryNotationOfKubernetes();
    void refusesWhatKubernetesRefuses_data();
    void refusesWhatKubernetesRefuses();
    void writesTheLargestWholeSuffix_data();
    void writesTheLargestWholeSuffix();
    void roundsUpAndNeverDown();
    void comparesAmountsWhateverTheNotation();
    void aSumOfMemoryIsWrittenAsMemory();
};

void QuantityTest::readsEveryNotationOfKubernetes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("milli");
    QTest::newRow("milli") << u"500m"_s << 500LL;
    QTest::newRow("whole") << u"2"_s << 2000LL;
    QTest::newRow("fraction") << u"1.5"_s << 1500LL;
    QTest::newRow("no leading digit") << u".5"_s << 500LL;
    QTest::newRow("trailing point") << u"5."_s << 5000LL;
    QTest::newRow("binary") << u"1Gi"_s << 1073741824000LL;
    QTest::newRow("binary fraction") << u"1.5Gi"_s << 1610612736000LL;
    QTest::newRow("decimal suffix") << u"340G"_s << 340000000000000LL;
    QTest::newRow("exponent") << u"1e3"_s << 1000000LL;
    QTest::newRow("upper exponent") << u"1E3"_s << 1000000LL;
    QTest::newRow("exa, not an exponent") << u"0.001E"_s << 1000000000000000000LL;
    QTest::newRow("micro rounds up") << u"1u"_s << 1LL;
    QTest::newRow("negative") << u"-1"_s << -1000LL;
    QTest::newRow("plus") << u"+1"_s << 1000LL;
    QTest::newRow("100 TB") << u"100Ti"_s << 109951162777600000LL;
}

void QuantityTest::readsEveryNotationOfKubernetes()
{
    QFETCH(QString, text);
    QFETCH(qint64, milli);
    const auto quantity = Quantity::parse(text);
    QVERIFY(quantity.has_value());
    QCOMPARE(quantity->milli(), milli);
}

void QuantityTest::refusesWhatKubernetesRefuses_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"", " ", "m", "Gi", "1 Gi", "1GB", "1gi", "1,5", "--1", "1e", "1e1.5", "0x10", "1K", "10Zi", "NaN",
                             "inf", "1\n", "9999999999P"}) {
        QTest::newRow(*text ? text : "empty") << QString::fromLatin1(text);
    }
}

void QuantityTest::refusesWhatKubernetesRefuses()
{
    QFETCH(QString, text);
    const auto quantity = Quantity::parse(text);
    QVERIFY(!quantity.has_value());
    QCOMPARE(quantity.error().kind, Error::Kind::Invalid);
    QVERIFY2(quantity.error().detail.contains(text), qPrintable(quantity.error().detail));
}

void QuantityTest::writesTheLargestWholeSuffix_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("canonical");
    QTest::newRow("1000m") << u"1000m"_s << u"1"_s;
    QTest::newRow("1500m") << u"1.5"_s << u"1500m"_s;
    QTest::newRow("1024Mi") << u"1024Mi"_s << u"1Gi"_s;
    QTest::newRow("1536Mi") << u"1.5Gi"_s << u"1536Mi"_s;
    QTest::newRow("2000k") << u"2000k"_s << u"2M"_s;
    QTest::newRow("zero") << u"0Gi"_s << u"0"_s;
    QTest::newRow("odd bytes") << u"1Ki"_s << u"1Ki"_s;
}

void QuantityTest::writesTheLargestWholeSuffix()
{
    QFETCH(QString, text);
    QFETCH(QString, canonical);
    QCOMPARE(Quantity::parse(text)->toString(), canonical);
    QCOMPARE(Quantity::parse(canonical)->milli(), Quantity::parse(text)->milli());
}

void QuantityTest::roundsUpAndNeverDown()
{
    QCOMPARE(Quantity::cores(0.1 + 0.2).toString(), u"300m"_s);
    QCOMPARE(Quantity::cores(0.3001).toString(), u"301m"_s);
    QCOMPARE(Quantity::gibibytes(340.2).toString(), u"341Gi"_s);
    QCOMPARE(Quantity::mebibytes(512.0).toString(), u"512Mi"_s);
    QCOMPARE((Quantity::gibibytes(3) * 0.5).toString(), u"1536Mi"_s);
}

void QuantityTest::comparesAmountsWhateverTheNotation()
{
    QVERIFY(*Quantity::parse(u"1Gi") == *Quantity::parse(u"1024Mi"));
    QVERIFY(*Quantity::parse(u"1G") < *Quantity::parse(u"1Gi"));
    QVERIFY(*Quantity::parse(u"999m") < *Quantity::parse(u"1"));
}

void QuantityTest::aSumOfMemoryIsWrittenAsMemory()
{
    Quantity sum;
    sum += Quantity::gibibytes(1);
    sum += Quantity::gibibytes(2);
    QCOMPARE(sum.toString(), u"3Gi"_s);
}

QTEST_APPLESS_MAIN(QuantityTest)
#include "tst_Quantity.moc"
