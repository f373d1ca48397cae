// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/SafeText.h"

#include <QRandomGenerator>
#include <QTest>
#include <algorithm>

using namespace sentinel;
using namespace Qt::StringLiterals;

class SafeTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sequencesGoWholeAndTextStays_data();
    void sequencesGoWholeAndTextStays();
    void textOfSeveralLinesKeepsThem();
    void aQuotedLineHasNoTabs();
    void whateverComesNothingActs();
};

void SafeTextTest::sequencesGoWholeAndTextStays_data()
{
    QTest::addColumn<QByteArray>("said");
    QTest::addColumn<QString>("shown");
    const auto row
        = [](const char *name, const char *said, const QString &shown) { QTest::newRow(name) << QByteArray(said) << shown; };
    row("plain", "GET / 200", u"GET / 200"_s);
    row("other languages", "Año, 日本語 🚀", u"Año, 日本語 🚀"_s);
    row("a tab", "a\tb", u"a\tb"_s);
    row("colour", "a\x1b[1;31mred\x1b[0m", u"ared"_s);
    row("cursor and clearing", "\x1b[2J\x1b[1;1Hgone\x1b[?25l", u"gone"_s);
    row("a title by bell", "\x1b]0;you are root\007$ ", u"$ "_s);
    row("a title by string end", "\x1b]2;x\x1b\\ok", u"ok"_s);
    row("a link", "\x1b]8;;http://evil\x1b\\click\x1b]8;;\x1b\\", u"click"_s);
    row("the clipboard", "\x1b]52;c;cm0gLXJmIC8=\007done", u"done"_s);
    row("a device control string", "a\x1bP+q544e\x1b\\b", u"ab"_s);
    row("an application command", "a\x1b_Gf=100\x1b\\b", u"ab"_s);
    row("8 bits: colour",
        "a\xC2\x9B"
        "31mred",
        u"ared"_s);
    row("8 bits: a title",
        "\xC2\x9D"
        "0;x\xC2\x9C"
        "ok",
        u"ok"_s);
    row("a character set", "\x1b(0lqk\x1b(B", u"lqk"_s);
    row("reset of the terminal",
        "\x1b"
        "cok",
        u"ok"_s);
    row("a title that never ends", "\x1b]0;all the rest of the line", u"0;all the rest of the line"_s);
    row("a title cut by another sequence", "\x1b]0;x\x1b[31mred", u"0;xred"_s);
    row("a sequence that breaks off", "a\x1b[31", u"a"_s);
    row("an escape at the end", "a\x1b", u"a"_s);
    row("a sequence inside a sequence", "\x1b[3\x1b[31m1mx", u"1mx"_s);
    row("other controls",
        "a\x07"
        "b\x08"
        "c\x7F"
        "d\x0B"
        "e",
        u"a b c d e"_s);
    row("carriage returns", "hidden\rshown", u"hidden shown"_s);
    row("a bidirectional override",
        "safe\xE2\x80\xAE"
        "exe",
        u"safe exe"_s);
    row("an isolate",
        "a\xE2\x81\xA6"
        "b",
        u"a b"_s);
    row("zero width",
        "back\xE2\x80\x8B"
        "end",
        u"back end"_s);
    row("a line separator",
        "a\xE2\x80\xA8"
        "b",
        u"a b"_s);
    row("a tag",
        "a\xF3\xA0\x81\x81"
        "b",
        u"a b"_s);
    row("no UTF-8",
        "a\xFF"
        "b",
        u"a\uFFFDb"_s);
    row("raw 8 bits",
        "a\x9B"
        "31mb",
        u"a\uFFFD31mb"_s);
}

void SafeTextTest::sequencesGoWholeAndTextStays()
{
    QFETCH(const QByteArray, said);
    QFETCH(const QString, shown);
    QCOMPARE(safeLine(said), shown);
}

void SafeTextTest::textOfSeveralLinesKeepsThem()
{
    QCOMPARE(safeText(u"a\r\nb\n\x1b[31mc\rd"_s), u"a\nb\nc d"_s);
    QCOMPARE(safeText(u"\x1b]0;never ended\nnext"_s), u"0;never ended\nnext"_s);
}

void SafeTextTest::aQuotedLineHasNoTabs()
{
    QCOMPARE(plainLine(u"\ta\tb\n"_s), u"a b"_s);
}

void SafeTextTest::whateverComesNothingActs()
{
    // Letters that matter come often; the text that is left has none that acts, and filtering it again changes nothing.
    const QString letters = u"\x1b\x1b[]P_^X\\;0319mHJ\a\b\r\n\tab\u0090\u009b\u009c\u009d\u202e\u200b\u2028é"_s;
    QRandomGenerator random(20261126);
    for (int round = 0; round < 20'000; ++round) {
        QString text;
        for (int each = random.bounded(24); each > 0; --each) {
            text.append(letters[random.bounded(letters.size())]);
        }
        const QString line = safeLine(text);
        QVERIFY2(std::ranges::none_of(line,
                                      [](QChar letter) {
                                          return (letter.category() == QChar::Other_Control && letter != u'\t')
                                              || letter.category() == QChar::Other_Format;
                                      }),
                 text.toUtf8().toPercentEncoding().constData());
        QCOMPARE(safeLine(line), line);
    }
}

QTEST_GUILESS_MAIN(SafeTextTest)
#include "tst_SafeText.moc"
