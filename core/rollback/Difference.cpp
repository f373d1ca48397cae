// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rollback/Difference.h"
#include "core/base/SafeText.h"
#include "core/yaml/Emit.h"

#include <QHash>
#include <QJsonArray>
#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace sentinel::rollback {

namespace {

constexpr int kContext = 2; ///< lines that stay the same, around a change
constexpr qsizetype kMostLines = 4000; ///< of one object; past it the middle is told as gone and new at once

yaml::Value treeOf(const QJsonValue &json)
{
    switch (json.type()) {
    case QJsonValue::Object: {
        yaml::Value map = yaml::Value::map();
        const QJsonObject object = json.toObject();
        for (auto at = object.begin(); at != object.end(); ++at) {
            map.set(at.key(), treeOf(at.value()));
        }
        return map;
    }
    case QJsonValue::Array: {
        yaml::Value list = yaml::Value::list();
        const QJsonArray array = json.toArray();
        for (const QJsonValue &item : array) {
            list.append(treeOf(item));
        }
        return list;
    }
    case QJsonValue::Bool:
        return json.toBool();
    case QJsonValue::Double:
        return yaml::Value::number(json.toVariant().toString());
    case QJsonValue::String:
        return json.toString();
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        break;
    }
    return {};
}

/// Both sides of a Secret at once, so that what is equal looks equal.
void mask(QJsonObject &now, QJsonObject &then)
{
    for (const QString &field : {u"data"_s, u"stringData"_s}) {
        QJsonObject left = now.value(field).toObject();
        QJsonObject right = then.value(field).toObject();
        const QStringList keys = left.keys();
        for (const QString &key : keys) {
            if (right.contains(key)) {
                const bool same = left.value(key) == right.value(key);
                right.insert(key, same ? u"(hidden)"_s : u"(hidden, as it was)"_s);
                left.insert(key, same ? u"(hidden)"_s : u"(hidden, as it is now)"_s);
            } else {
                left.insert(key, u"(hidden)"_s);
            }
        }
        const QStringList rest = right.keys();
        for (const QString &key : rest) {
            if (!left.contains(key)) {
                right.insert(key, u"(hidden)"_s);
            }
        }
        if (!left.isEmpty()) {
            now.insert(field, left);
        }
        if (!right.isEmpty()) {
            then.insert(field, right);
        }
    }
}

bool isSecret(const deploy::ObjectKey &key)
{
    return key.kind == u"Secret" && key.group.isEmpty();
}

QStringList linesOf(const QJsonObject &object)
{
    if (object.isEmpty()) {
        return {};
    }
    QStringList lines = QString::fromUtf8(yaml::emit(treeOf(object)).text).split(u'\n');
    while (!lines.isEmpty() && lines.constLast().isEmpty()) {
        lines.removeLast();
    }
    for (QString &line : lines) {
        line = safeLine(line);
    }
    return lines;
}

/// The longest common lines; both are short: what is equal at the ends was taken off.
QList<DiffLine> compared(const QStringList &now, const QStringList &then)
{
    const qsizetype rows = now.size();
    const qsizetype columns = then.size();
    QList<DiffLine> lines;
    if (rows > kMostLines || columns > kMostLines) {
        for (const QString &line : now) {
            lines.append({.kind = DiffLine::Kind::Gone, .text = line});
        }
        for (const QString &line : then) {
            lines.append({.kind = DiffLine::Kind::New, .text = line});
        }
        return lines;
    }
    std::vector<std::vector<int>> common(rows + 1, std::vector<int>(columns + 1, 0));
    for (qsizetype row = rows - 1; row >= 0; --row) {
        for (qsizetype column = columns - 1; column >= 0; --column) {
            common[row][column] = now[row] == then[column] ? common[row + 1][column + 1] + 1
                                                           : std::max(common[row + 1][column], common[row][column + 1]);
        }
    }
    qsizetype row = 0;
    qsizetype column = 0;
    while (row < rows || column < columns) {
        if (row < rows && column < columns && now[row] == then[column]) {
            lines.append({.kind = DiffLine::Kind::Same, .text = now[row]});
            ++row;
            ++column;
        } else if (row < rows && (column >= columns || common[row + 1][column] >= common[row][column + 1])) {
            lines.append({.kind = DiffLine::Kind::Gone, .text = now[row++]});
        } else {
            lines.append({.kind = DiffLine::Kind::New, .text = then[column++]});
        }
    }
    return lines;
}

QList<DiffLine> differing(QStringList now, QStringList then)
{
    QList<DiffLine> head;
    while (!now.isEmpty() && !then.isEmpty() && now.constFirst() == then.constFirst()) {
        head.append({.kind = DiffLine::Kind::Same, .text = now.takeFirst()});
        then.removeFirst();
    }
    QList<DiffLine> tail;
    while (!now.isEmpty() && !then.isEmpty() && now.constLast() == then.constLast()) {
        tail.prepend({.kind = DiffLine::Kind::Same, .text = now.takeLast()});
        then.removeLast();
    }
    return head + compared(now, then) + tail;
}

/// Only the changes, and a little around them; "…" stands for what is left out.
QList<DiffLine> shortened(const QList<DiffLine> &lines)
{
    std::vector<bool> keep(lines.size(), false);
    for (qsizetype at = 0; at < lines.size(); ++at) {
        if (lines[at].kind != DiffLine::Kind::Same) {
            const qsizetype end = std::min(at + kContext + 1, lines.size());
            for (qsizetype near = std::max<qsizetype>(at - kContext, 0); near < end; ++near) {
                keep[near] = true;
            }
        }
    }
    QList<DiffLine> kept;
    bool gap = false;
    for (qsizetype at = 0; at < lines.size(); ++at) {
        if (keep[at]) {
            if (gap && !kept.isEmpty()) {
                kept.append({.kind = DiffLine::Kind::Same, .text = u"…"_s});
            }
            kept.append(lines[at]);
        }
        gap = !keep[at] || (gap && kept.isEmpty());
    }
    return kept;
}

/// Labels and annotations of the object itself: what changes with every version and does nothing.
bool differsInLabelsOnly(QJsonObject now, QJsonObject then)
{
    for (QJsonObject *one : {&now, &then}) {
        QJsonObject metadata = one->value(u"metadata"_s).toObject();
        metadata.remove(u"labels"_s);
        metadata.remove(u"annotations"_s);
        one->insert(u"metadata"_s, metadata);
    }
    return now == then;
}

ObjectDifference differenceOfOne(const deploy::ObjectKey &key, QJsonObject now, QJsonObject then)
{
    ObjectDifference difference{.key = key,
                                .kind = now.isEmpty() ? ObjectDifference::Kind::Created
                                    : then.isEmpty()  ? ObjectDifference::Kind::Removed
                                                      : ObjectDifference::Kind::Changed};
    difference.isMinor = difference.kind == ObjectDifference::Kind::Changed && differsInLabelsOnly(now, then);
    if (isSecret(key)) {
        mask(now, then);
    }
    difference.lines = shortened(differing(linesOf(now), linesOf(then)));
    difference.changed
        = int(std::ranges::count_if(difference.lines, [](const DiffLine &line) { return line.kind != DiffLine::Kind::Same; }));
    return difference;
}

} // namespace

int Difference::count(ObjectDifference::Kind kind) const
{
    return int(std::ranges::count(objects, kind, &ObjectDifference::kind));
}

int Difference::lines() const
{
    int sum = 0;
    for (const ObjectDifference &object : objects) {
        sum += object.kind == ObjectDifference::Kind::Changed && !object.isMinor ? object.changed : 0;
    }
    return sum;
}

int Difference::minor() const
{
    return int(std::ranges::count(objects, true, &ObjectDifference::isMinor));
}

bool holdsData(const deploy::ObjectKey &key)
{
    return (key.group.isEmpty()
            && (key.kind == u"PersistentVolumeClaim" || key.kind == u"Namespace" || key.kind == u"Secret"
                || key.kind == u"PersistentVolume"))
        || (key.group == u"apiextensions.k8s.io" && key.kind == u"CustomResourceDefinition");
}

Difference differenceOf(const QList<QJsonObject> &now, const QList<QJsonObject> &then)
{
    QMap<deploy::ObjectKey, std::pair<QJsonObject, QJsonObject>> both;
    for (const QJsonObject &object : now) {
        both[deploy::keyOf(object)].first = object;
    }
    for (const QJsonObject &object : then) {
        both[deploy::keyOf(object)].second = object;
    }
    Difference difference{.known = true};
    for (auto at = both.cbegin(); at != both.cend(); ++at) {
        if (at->first != at->second) {
            difference.objects.append(differenceOfOne(at.key(), at->first, at->second));
        }
    }
    std::ranges::stable_sort(difference.objects, {},
                             [](const ObjectDifference &one) { return std::pair(one.isMinor, one.kind); });
    return difference;
}

} // namespace sentinel::rollback
