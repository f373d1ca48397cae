// SPDX-License-Identifier: GPL-3.0-or-later
// Contrast of every pair of colours that meets on screen, as WCAG 2.2 works it out: text 4.5:1, what is no text 3:1.
#include "qml/Sentinel/Design/Tokens.h"

#include <QTest>
#include <cmath>

using namespace sentinel::design;

namespace {

double luminance(const QColor &color)
{
    const auto linear
        = [](double channel) { return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const double light = std::max(luminance(a), luminance(b));
    const double dark = std::min(luminance(a), luminance(b));
    return (light + 0.05) / (dark + 0.05);
}

struct Pair
{
    const char *ink;
    QColor Tokens::*inkOf;
    const char *ground;
    QColor Tokens::*groundOf;
};

#define PAIR(ink, ground)                                                                                                        \
    Pair                                                                                                                         \
    {                                                                                                                            \
        #ink, &Tokens::ink, #ground, &Tokens::ground                                                                             \
    }

constexpr double kText = 4.5;
constexpr double kShape = 3.0;

const QList<Pair> kTexts{
    PAIR(text, background),
    PAIR(text, surface),
    PAIR(text, sunken),
    PAIR(text, hover),
    PAIR(text, pressed),
    PAIR(text, accentSoft),
    PAIR(text, okSoft),
    PAIR(text, warningSoft),
    PAIR(text, errorSoft),
    PAIR(text, infoSoft),
    PAIR(text, unknownSoft),
    PAIR(textSecond, background),
    PAIR(textSecond, surface),
    PAIR(textSecond, sunken),
    PAIR(textSecond, hover),
    PAIR(textSecond, accentSoft),
    PAIR(accent, background),
    PAIR(accent, surface),
    PAIR(accent, accentSoft),
    PAIR(accent, hover),
    PAIR(textOnAccent, accent),
    PAIR(textOnAccent, accentHover),
    PAIR(ok, surface),
    PAIR(ok, background),
    PAIR(ok, okSoft),
    PAIR(warning, surface),
    PAIR(warning, background),
    PAIR(warning, warningSoft),
    PAIR(error, surface),
    PAIR(error, background),
    PAIR(error, errorSoft),
    PAIR(info, surface),
    PAIR(info, background),
    PAIR(info, infoSoft),
    PAIR(unknown, surface),
    PAIR(unknown, background),
    PAIR(unknown, unknownSoft),
    PAIR(bandText, band),
    PAIR(bandText, bandRehearsal),
    PAIR(bandText, bandBlue),
    PAIR(bandText, bandTeal),
    PAIR(bandText, bandBrown),
    PAIR(bandText, bandGuarded),
    PAIR(codeKey, sunken),
    PAIR(codeString, sunken),
    PAIR(codeNumber, sunken),
    PAIR(codeComment, sunken),
    PAIR(added, addedSoft),
    PAIR(removed, removedSoft),
    PAIR(surface, text), // tool tips
};

const QList<Pair> kShapes{
    PAIR(lineControl, surface), PAIR(lineControl, background), PAIR(focus, surface),        PAIR(focus, background),
    PAIR(focus, sunken),        PAIR(focus, accentSoft),       PAIR(accent, surface),       PAIR(textSecond, surface),
    PAIR(textSecond, hover),    PAIR(error, surface),          PAIR(textDisabled, surface), PAIR(textDisabled, sunken),
};

#undef PAIR

} // namespace

class TestTokens : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pairsThatMeetCanBeToldApart_data()
    {
        QTest::addColumn<QColor>("ink");
        QTest::addColumn<QColor>("ground");
        QTest::addColumn<double>("least");
        const std::pair<const char *, Appearance> appearances[]{{"light", Appearance::Light},
                                                                {"dark", Appearance::Dark},
                                                                {"light high contrast", Appearance::LightHighContrast},
                                                                {"dark high contrast", Appearance::DarkHighContrast}};
        for (const auto &[name, appearance] : appearances) {
            const Tokens &tokens = tokensOf(appearance);
            for (const auto &[pairs, least] : {std::pair{&kTexts, kText}, std::pair{&kShapes, kShape}}) {
                for (const Pair &pair : *pairs) {
                    QTest::addRow("%s: %s on %s at least %.1f", name, pair.ink, pair.ground, least)
                        << tokens.*pair.inkOf << tokens.*pair.groundOf << least;
                }
            }
        }
    }
    void pairsThatMeetCanBeToldApart()
    {
        QFETCH(const QColor, ink);
        QFETCH(const QColor, ground);
        QFETCH(const double, least);
        const double measured = contrast(ink, ground);
        QVERIFY2(measured >= least, qPrintable(QStringLiteral("%1:1").arg(measured, 0, 'f', 2)));
    }

    void highContrastNeverLowersTheContrastOfText_data()
    {
        QTest::addColumn<Appearance>("plain");
        QTest::addColumn<Appearance>("high");
        QTest::addRow("light") << Appearance::Light << Appearance::LightHighContrast;
        QTest::addRow("dark") << Appearance::Dark << Appearance::DarkHighContrast;
    }
    void highContrastNeverLowersTheContrastOfText()
    {
        QFETCH(const Appearance, plain);
        QFETCH(const Appearance, high);
        for (const Pair &pair : kTexts) {
            if (pair.groundOf != &Tokens::surface && pair.groundOf != &Tokens::background) {
                continue;
            }
            const auto of = [&pair](Appearance appearance) {
                return contrast(tokensOf(appearance).*pair.inkOf, tokensOf(appearance).*pair.groundOf);
            };
            QVERIFY2(of(high) >= of(plain),
                     qPrintable(QStringLiteral("%1 on %2").arg(QLatin1StringView(pair.ink), QLatin1StringView(pair.ground))));
        }
    }

    void contrastIsThatOfTheStandard()
    {
        QCOMPARE(contrast(Qt::black, Qt::white), 21.0);
        QVERIFY(std::abs(contrast(QColor(0x77, 0x77, 0x77), Qt::white) - 4.48) < 0.01);
    }
};

QTEST_APPLESS_MAIN(TestTokens)
#include "tst_Tokens.moc"
