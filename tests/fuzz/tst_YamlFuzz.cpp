// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/yaml/Emit.h"
#include "core/yaml/Read.h"
#include "tests/core/yaml/RandomText.h"
#include "tests/core/yaml/RandomTree.h"

#include <QElapsedTimer>
#include <QTest>
#include <algorithm>

using namespace sentinel;
using namespace sentinel::yaml;
using namespace Qt::StringLiterals;

/// The same seed gives the same mutations, so a failure can be run again; the clock only ends the run on slow machines.
class YamlFuzzTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mutatedTextIsRefusedOrReadsBackTheSame_data();
    void mutatedTextIsRefusedOrReadsBackTheSame();
};

namespace {

constexpr qint64 kMostMilliseconds = 1500;
constexpr qint64 kMostForOneText = 2000; ///< a text of a few kilobytes that takes longer has found a loop
constexpr quint32 kTexts = 6000;

// clang-format off
const QByteArrayList &pieces()
{
    static const QByteArrayList kPieces{
        ":", ": ", "- ", "? ", "#", " #", "\"", "'", "|", ">\n", "|+\n", "|2-\n", "[", "]", "{", "}", ",", "&a", "*a",
        "!", "!!str ", "!<x>", "!!", "%", "@", "---\n", "...\n", "\n", "\n\n", "\r\n", "\r", "\t", " ", "\\", "~",
        "null", "<<: ", "\\x4", "\\u", "\\N", "\xEF\xBB\xBF", "\xE9", "\xC2\x85", "\x04", "%YAML 1.2\n", "!a!b ",
        "\n\n\n ", "{{ x }}"};
    return kPieces;
}
// clang-format on

QByteArray mutated(QByteArray text, RandomTree &random)
{
    for (int left = random.below(6); left >= 0; --left) {
        const qsizetype at = text.isEmpty() ? 0 : random.below(static_cast<int>(text.size()));
        switch (random.below(6)) {
        case 0:
            text.remove(at, 1 + random.below(8));
            break;
        case 1:
            text.truncate(at);
            break;
        case 2:
            text.insert(at, text.mid(random.below(static_cast<int>(text.size()) + 1), random.below(40)));
            break;
        case 3:
            if (!text.isEmpty()) {
                text[at] = static_cast<char>(random.below(256));
            }
            break;
        default:
            text.insert(at, random.pick(pieces()));
        }
    }
    return text;
}

} // namespace

void YamlFuzzTest::mutatedTextIsRefusedOrReadsBackTheSame_data()
{
    QTest::addColumn<bool>("isEmitted");
    QTest::newRow("texts the way people write them") << false;
    QTest::newRow("texts the way we write them") << true;
}

void YamlFuzzTest::mutatedTextIsRefusedOrReadsBackTheSame()
{
    QFETCH(bool, isEmitted);
    QElapsedTimer all;
    all.start();
    int accepted = 0;
    int refused = 0;
    for (quint32 seed = 1; seed <= kTexts && all.elapsed() < kMostMilliseconds; ++seed) {
        RandomTree random(seed);
        const QByteArray text = mutated(isEmitted ? yaml::emit(random.tree()).text : RandomText(seed).document(), random);
        QElapsedTimer one;
        one.start();
        const auto documents = readAll(text, u"f"_s);
        const QByteArray told = "seed " + QByteArray::number(seed) + ": " + text.toPercentEncoding(" \n:#-[]{},'\"|>&*!?");
        QVERIFY2(one.elapsed() < kMostForOneText, told.constData());
        if (!documents) {
            ++refused;
            QVERIFY2(documents.error().kind == Error::Kind::Invalid && !documents.error().detail.isEmpty(), told.constData());
            QVERIFY2(documents.error().where.line >= 1 && documents.error().where.line <= text.count('\n') + 1, told.constData());
            QVERIFY2(documents.error().where.column >= 1 && documents.error().where.column <= text.size() + 1, told.constData());
            continue;
        }
        ++accepted;
        const auto again = readAll(emitAll(*documents).text, u"f"_s);
        QVERIFY2(again && *again == *documents, told.constData());
    }
    // Both ways are worth nothing when one of them is never taken.
    QVERIFY2(accepted > 20 && refused > 20, qPrintable(u"%1 accepted, %2 refused"_s.arg(accepted).arg(refused)));
}

QTEST_APPLESS_MAIN(YamlFuzzTest)
#include "tst_YamlFuzz.moc"
