// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/yaml/Patch.h"
#include "core/yaml/Read.h"
#include "tests/core/yaml/RandomText.h"

#include <QRegularExpression>
#include <QTest>
#include <algorithm>

using namespace sentinel;
using namespace sentinel::yaml;
using namespace Qt::StringLiterals;

class PatchAnyTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void changingAnAnswerChangesItsLineOnly();
    void addingAnAnswerKeepsEveryLine();
    void removingAnAnswerOnlyTakesLinesAway();
    void manyEditsInARowGiveTheWantedTree();
};

namespace {

constexpr quint32 kTexts = 1500;

struct Place
{
    QStringList path;
    const Value *value = nullptr;
};

void collect(const Value &value, const QStringList &path, QList<Place> &places)
{
    places.append({.path = path, .value = &value});
    for (const Entry &entry : value.entries()) {
        collect(entry.value, path + QStringList{entry.key}, places);
    }
    for (const Value &item : value.items()) {
        if (const Value *name = item.find(u"name"); name && !name->text().isEmpty()) {
            collect(item, path + QStringList{u'[' + name->text() + u']'}, places);
        }
    }
}

/// What the tree should be, worked out without the patcher. `value` null pointer: removed, with what becomes empty.
Value edited(const Value &at, const QStringList &path, const Value *value)
{
    if (path.isEmpty()) {
        return value ? *value : Value();
    }
    Value result = at.isNull() && value ? Value::map() : at;
    if (result.isMap()) {
        const Value *below = result.find(path.first());
        Value changed = edited(below ? *below : Value(), path.sliced(1), value);
        const bool gone = !value && (path.size() == 1 || (changed.isNull() && !below->isNull()));
        if (gone) {
            result.remove(path.first());
            return result.entries().isEmpty() ? Value() : result;
        }
        result.set(path.first(), std::move(changed));
        return result;
    }
    QList<Value> items;
    for (const Value &item : at.items()) {
        const Value *name = item.find(u"name");
        const bool isIt = name && path.first() == u'[' + name->text() + u']';
        const Value changed = isIt ? edited(item, path.sliced(1), value) : item;
        if (!(isIt && !value && changed.isNull())) {
            items.append(changed);
        }
    }
    return items.isEmpty() ? Value() : Value::list(items);
}

QString report(quint32 seed, const QStringList &path, const QByteArray &before, const Result<QByteArray> &after)
{
    return u"seed %1, %2\n--- before\n%3\n--- after\n%4"_s.arg(
        QString::number(seed), path.join(u'/'), QString::fromUtf8(before),
        after ? QString::fromUtf8(*after) : after.error().where.toString() + u": "_s + after.error().detail);
}

QStringList comments(const QByteArray &text)
{
    static const QRegularExpression kComment(u"# c\\d+"_s);
    QStringList found;
    for (auto match = kComment.globalMatch(QString::fromUtf8(text)); match.hasNext();) {
        found += match.next().captured();
    }
    return found;
}

/// Lines of `all` that are missing in `some`, when `some` is otherwise `all` in order; -1 when it is not.
qsizetype missingLines(const QByteArrayList &some, const QByteArrayList &all)
{
    qsizetype at = 0;
    for (const QByteArray &line : all) {
        at += at < some.size() && some.at(at) == line ? 1 : 0;
    }
    return at == some.size() ? all.size() - some.size() : -1;
}

qsizetype differingLines(const QByteArrayList &a, const QByteArrayList &b)
{
    qsizetype count = 0;
    for (qsizetype i = 0; i < std::min(a.size(), b.size()); ++i) {
        count += a.at(i) == b.at(i) ? 0 : 1;
    }
    return count + std::abs(a.size() - b.size());
}

} // namespace

void PatchAnyTextTest::changingAnAnswerChangesItsLineOnly()
{
    int changed = 0;
    for (quint32 seed = 1; seed <= kTexts; ++seed) {
        RandomText random(seed);
        const QByteArray text = random.document();
        const auto root = read(text, u"f"_s);
        QVERIFY2(root, qPrintable(report(seed, {}, text, root.transform([](const Value &) { return QByteArray(); }))));
        QList<Place> places;
        collect(*root, {}, places);
        places.removeIf([&](const Place &place) {
            const char first = text.at(std::min(place.value->span().begin, text.size() - 1));
            const bool isBlock = place.value->kind() == Value::Kind::String && (first == '|' || first == '>');
            return !place.value->isScalar() || isBlock || place.path.isEmpty();
        });
        if (places.isEmpty()) {
            continue;
        }
        const Place place = places.at(random.below(static_cast<int>(places.size())));
        const Value value = *read("a: " + random.scalar(), u"f"_s)->find(u"a");
        const auto after = setValue(text, u"f"_s, place.path, value);
        QVERIFY2(after, qPrintable(report(seed, place.path, text, after)));
        QVERIFY2(*read(*after, u"f"_s) == edited(*root, place.path, &value), qPrintable(report(seed, place.path, text, after)));
        QVERIFY2(differingLines(text.split('\n'), after->split('\n')) <= 1, qPrintable(report(seed, place.path, text, after)));
        QVERIFY2(comments(text) == comments(*after), qPrintable(report(seed, place.path, text, after)));
        changed += *after == text ? 0 : 1;
    }
    QVERIFY(changed > static_cast<int>(kTexts) / 2);
}

void PatchAnyTextTest::addingAnAnswerKeepsEveryLine()
{
    for (quint32 seed = 1; seed <= kTexts; ++seed) {
        RandomText random(seed);
        const QByteArray text = random.document();
        const auto root = read(text, u"f"_s);
        QList<Place> places;
        collect(*root, {}, places);
        places.removeIf([](const Place &place) { return !place.value->isMap() && !place.value->isNull(); });
        const Place place = places.at(random.below(static_cast<int>(places.size())));
        const QStringList path = place.path + (random.oneIn(2) ? QStringList{u"new"_s} : QStringList{u"new"_s, u"deep"_s});
        const Value value = *read("a: " + random.scalar(), u"f"_s)->find(u"a");
        const auto after = setValue(text, u"f"_s, path, value);
        QVERIFY2(after, qPrintable(report(seed, path, text, after)));
        QVERIFY2(*read(*after, u"f"_s) == edited(*root, path, &value), qPrintable(report(seed, path, text, after)));
        QVERIFY2(comments(text) == comments(*after), qPrintable(report(seed, path, text, after)));
        // In a flow map, or where "~" becomes a map, the line itself changes; elsewhere lines are only added.
        const QByteArrayList before = text.split('\n');
        const QByteArrayList now = after->split('\n');
        const bool addsOnly = missingLines(before, now) >= 1;
        const bool changesOne = differingLines(before, now) == 1;
        const bool isNull = place.value->isNull();
        const bool lastLineGrows = !text.endsWith('\n') && (missingLines(before.first(before.size() - 1), now) >= 0);
        QVERIFY2(addsOnly || changesOne || isNull || lastLineGrows, qPrintable(report(seed, path, text, after)));
        QVERIFY(!text.contains('\n') || (after->count('\r') == after->count('\n')) == (text.count('\r') == text.count('\n')));
    }
}

void PatchAnyTextTest::removingAnAnswerOnlyTakesLinesAway()
{
    for (quint32 seed = 1; seed <= kTexts; ++seed) {
        RandomText random(seed);
        const QByteArray text = random.document();
        const auto root = read(text, u"f"_s);
        QList<Place> places;
        collect(*root, {}, places);
        const Place place = places.at(1 + random.below(static_cast<int>(places.size()) - 1));
        const auto after = removeValue(text, u"f"_s, place.path);
        QVERIFY2(after, qPrintable(report(seed, place.path, text, after)));
        QVERIFY2(*read(*after, u"f"_s) == edited(*root, place.path, nullptr), qPrintable(report(seed, place.path, text, after)));
        const QByteArrayList before = text.split('\n');
        QByteArrayList now = after->split('\n');
        const bool takesOnly = missingLines(now, before) >= 0;
        // "- name: x" and flow maps keep their line, without the entry.
        const auto changed = std::ranges::count_if(now, [&](const QByteArray &line) { return !before.contains(line); });
        QVERIFY2(takesOnly || changed <= 1, qPrintable(report(seed, place.path, text, after)));
    }
}

void PatchAnyTextTest::manyEditsInARowGiveTheWantedTree()
{
    for (quint32 seed = 1; seed <= kTexts / 5; ++seed) {
        RandomText random(seed);
        QByteArray text = random.document();
        for (int edit = 0; edit < 12; ++edit) {
            const auto root = read(text, u"f"_s);
            QVERIFY2(root, qPrintable(report(seed, {}, text, root.transform([](const Value &) { return QByteArray(); }))));
            QList<Place> places;
            collect(*root, {}, places);
            if (places.size() < 2) {
                break;
            }
            const QStringList path = places.at(1 + random.below(static_cast<int>(places.size()) - 1)).path;
            static const QByteArrayList kValues{"{a: 1, b: [x, {c: d}]}", "[1, 2]", "{}",   "[]",
                                                "\"l\\nm\\n\"",           "~",      "'no'", "[{name: n1}, {name: n2, z: 1}]"};
            const Value value = *read(kValues.at(random.below(static_cast<int>(kValues.size()))), u"f"_s);
            const bool remove = random.oneIn(4);
            const auto after = remove ? removeValue(text, u"f"_s, path) : setValue(text, u"f"_s, path, value);
            QVERIFY2(after, qPrintable(report(seed, path, text, after)));
            const Value wanted = edited(*root, path, remove ? nullptr : &value);
            QVERIFY2(*read(*after, u"f"_s) == wanted, qPrintable(report(seed, path, text, after)));
            text = *after;
        }
    }
}

QTEST_APPLESS_MAIN(PatchAnyTextTest)
#include "tst_PatchAnyText.moc"
