// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/Expression.h"

#include <QTest>

using namespace sentinel;
using namespace sentinel::plan;
using namespace Qt::StringLiterals;

namespace {

class FixedScope : public Scope
{
public:
    [[nodiscard]] Datum value(const QString &key) const override { return answers.value(key); }
    [[nodiscard]] bool answered(const QString &key, bool here) const override { return key == u"a.answered" && !here; }
    [[nodiscard]] QString sharedWith(const QString &key) const override { return key == u"a.text" ? u"dev"_s : QString(); }

    QHash<QString, Datum> answers{
        {u"a.text"_s, u"x.example.com"_s},
        {u"a.whole"_s, qint64(7)},
        {u"a.decimal"_s, 2.5},
        {u"a.yes"_s, true},
        {u"a.time"_s, Duration(std::chrono::hours(48))},
        {u"a.size"_s, *Quantity::parse(u"512Mi")},
        {u"a.list"_s, QStringList{u"p"_s, u"q"_s}},
        {u"a.nothing"_s, Datum()},
        {u"profile"_s, u"prod"_s},
        {u"environments"_s, 3.0},
    };
};

std::optional<Expression::Type> typeOf(const QString &key)
{
    static const QHash<QString, Expression::Type> types{
        {u"a.text"_s, Expression::Type::Text},     {u"a.whole"_s, Expression::Type::Number},
        {u"a.yes"_s, Expression::Type::Boolean},   {u"a.time"_s, Expression::Type::Duration},
        {u"a.size"_s, Expression::Type::Quantity}, {u"a.list"_s, Expression::Type::List},
        {u"profile"_s, Expression::Type::Text},    {u"environments"_s, Expression::Type::Number},
    };
    const auto found = types.constFind(key);
    return found == types.constEnd() ? std::nullopt : std::optional(*found);
}

} // namespace

class ExpressionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anExpressionHasItsValue_data();
    void anExpressionHasItsValue();
    void aMistakeIsFoundAtItsColumn_data();
    void aMistakeIsFoundAtItsColumn();
    void typesThatDoNotFitAreRefused_data();
    void typesThatDoNotFitAreRefused();
    void itListsTheKeysItReadsOnce();
    void deepNestingIsRefusedInsteadOfCrashing();
};

void ExpressionTest::anExpressionHasItsValue_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("value");
    const auto row
        = [](const char *text, const char *value) { QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(value); };
    row("1 + 2 * 3", "7");
    row("(1 + 2) * 3", "9");
    row("10 - 4 - 3", "3");
    row("-a.whole + 1", "-6");
    row("a.whole / 2", "3.5");
    row("a.whole / 0", "0");
    row("a.time / 1d", "2");
    row("2 * a.time", "4d");
    row("a.time + 12h", "2d12h");
    row("a.size * 4", "2Gi");
    row("3 * 1Gi", "3Gi");
    row("a.size / 1Mi", "512");
    row("gibibytes(1610612736)", "2Gi");
    row("gibibytes(1073741824)", "1Gi");
    row("a.size < 600000000", "true");
    row("ceil(a.decimal)", "3");
    row("min(4, a.decimal, 3)", "2.5");
    row("max(1h, a.time)", "2d");
    row("if(a.yes, \"ja\", \"nein\")", "ja");
    row("if(not a.yes, 1, 2)", "2");
    row("a.text == \"x.example.com\" and a.whole >= 7", "true");
    row("a.whole > 7 or a.whole != 7", "false");
    row("not a.yes or a.yes", "true");
    row("not not a.yes", "true");
    row("contains(a.list, \"q\")", "true");
    row("contains(a.list, \"r\")", "false");
    row("contains(a.text, \"example\")", "true");
    row("startsWith(a.text, \"x.\") and endsWith(a.text, \".com\")", "true");
    row("size(a.list)", "2");
    row("size(a.text)", "13");
    row("a.nothing == \"\"", "true");
    row("a.nothing > 1Gi", "false");
    row("answered(\"a.answered\")", "true");
    row("answeredHere(\"a.answered\")", "false");
    row("sharedWith(\"a.text\")", "dev");
    row("profile == \"prod\" and environments > 1", "true");
    row("1h30m", "1h30m");
    row("  5  ", "5");
}

void ExpressionTest::anExpressionHasItsValue()
{
    QFETCH(QString, text);
    const auto expression = Expression::parse(text);
    QVERIFY2(expression, qPrintable(expression ? QString() : expression.error().detail));
    QTEST(notation(expression->evaluate(FixedScope())), "value");
}

void ExpressionTest::aMistakeIsFoundAtItsColumn_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("column");
    const auto row = [](const char *text, int column) { QTest::newRow(text) << QString::fromUtf8(text) << column; };
    row("", 1);
    row("1 +", 4);
    row("1 2", 3);
    row("(1", 3);
    row("a.text == \"open", 11);
    row("a $ b", 3);
    row("12xy", 1);
    row("frob(1)", 1);
    row("1 + if(true, 1)", 5);
    row("min(1 2)", 7);
    row("answered(a.text)", 1);
    row("a = 1", 3);
    row("* 2", 1);
}

void ExpressionTest::aMistakeIsFoundAtItsColumn()
{
    QFETCH(QString, text);
    const auto expression = Expression::parse(text);
    QVERIFY(!expression);
    QCOMPARE(expression.error().kind, Error::Kind::Invalid);
    QVERIFY(!expression.error().detail.isEmpty());
    QTEST(expression.error().where.column, "column");
}

void ExpressionTest::typesThatDoNotFitAreRefused_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("column"); // 0: it fits
    const auto row = [](const char *text, int column) { QTest::newRow(text) << QString::fromUtf8(text) << column; };
    row("a.text == 5", 8);
    row("a.whole + a.size", 9);
    row("a.time < 5", 8);
    row("a.size < 5", 0);
    row("a.time * a.time", 8);
    row("a.time / a.time < 2", 0);
    row("a.whole and a.yes", 9);
    row("not a.text", 1);
    row("if(a.yes, 1, \"x\")", 1);
    row("if(a.whole, 1, 2)", 1);
    row("contains(a.whole, \"x\")", 1);
    row("a.unknown == 1", 1);
    row("answered(\"a.unknown\")", 1);
    row("a.list == a.list", 8);
    row("max(1, 1h)", 1);
    row("profile == \"x\" or environments > 2", 0);
}

void ExpressionTest::typesThatDoNotFitAreRefused()
{
    QFETCH(QString, text);
    QFETCH(int, column);
    const auto expression = Expression::parse(text);
    QVERIFY2(expression, qPrintable(expression ? QString() : expression.error().detail));
    const auto type = expression->check(typeOf);
    QCOMPARE(type.has_value(), column == 0);
    if (!type) {
        QCOMPARE(type.error().where.column, column);
    }
}

void ExpressionTest::itListsTheKeysItReadsOnce()
{
    const auto expression = Expression::parse(u"if(a.x > 1, b.y, a.x) + environments + if(answered(\"c.z\"), 1, 0)");
    QVERIFY(expression);
    QCOMPARE(expression->keys(), (QStringList{u"a.x"_s, u"b.y"_s}));
    QVERIFY(!expression->isLiteral());
    QVERIFY(Expression::parse(u"\"text\"")->isLiteral());
}

void ExpressionTest::deepNestingIsRefusedInsteadOfCrashing()
{
    const auto expression = Expression::parse(QString(100'000, u'(') + u'1' + QString(100'000, u')'));
    QVERIFY(!expression);
    QVERIFY(expression.error().detail.contains(u"nested"_s));
}

QTEST_APPLESS_MAIN(ExpressionTest)
#include "tst_Expression.moc"
