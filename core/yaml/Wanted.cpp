// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/yaml/Wanted.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::yaml {

namespace {

Value withChild(const Value &parent, qsizetype index, Value replacement)
{
    if (parent.isMap()) {
        QList<Entry> entries = parent.entries();
        entries[index].value = std::move(replacement);
        return Value::map(std::move(entries));
    }
    QList<Value> items = parent.items();
    items[index] = std::move(replacement);
    return Value::list(std::move(items));
}

Value withoutChild(const Value &parent, qsizetype index)
{
    if (parent.isMap()) {
        QList<Entry> entries = parent.entries();
        entries.removeAt(index);
        return Value::map(std::move(entries));
    }
    QList<Value> items = parent.items();
    items.removeAt(index);
    return Value::list(std::move(items));
}

} // namespace

std::optional<QString> itemName(const QString &step)
{
    return step.size() > 2 && step.startsWith(u'[') && step.endsWith(u']') ? std::optional(step.sliced(1, step.size() - 2))
                                                                           : std::nullopt;
}

qsizetype itemNamed(const Value &list, const QString &name)
{
    const auto isIt = [&](const Value &item) {
        const Value *found = item.find(u"name");
        return found && found->isScalar() && found->text() == name;
    };
    const auto at = std::ranges::find_if(list.items(), isIt);
    return at == list.items().end() ? -1 : at - list.items().begin();
}

qsizetype childAt(const Value &parent, const QString &step)
{
    if (parent.isList()) {
        const auto name = itemName(step);
        return name ? itemNamed(parent, *name) : -1;
    }
    const auto at = std::ranges::find(parent.entries(), step, &Entry::key);
    return at == parent.entries().end() ? -1 : at - parent.entries().begin();
}

const Value &child(const Value &parent, qsizetype index)
{
    return parent.isMap() ? parent.entries().at(index).value : parent.items().at(index);
}

qsizetype childCount(const Value &parent)
{
    return parent.isMap() ? parent.entries().size() : parent.items().size();
}

Value newItem(const QString &name, const QStringList &steps, const Value &value)
{
    if (steps.isEmpty()) {
        return value;
    }
    Value item = Value::map({Entry{.key = u"name"_s, .value = name}});
    item.set(steps.first(), nested(steps.sliced(1), value));
    return item;
}

Value nested(const QStringList &steps, const Value &value)
{
    if (steps.isEmpty()) {
        return value;
    }
    if (const auto name = itemName(steps.first())) {
        return Value::list({newItem(*name, steps.sliced(1), value)});
    }
    return Value::map({Entry{.key = steps.first(), .value = nested(steps.sliced(1), value)}});
}

std::optional<Value> withValue(const Value &root, const QStringList &path, const Value &value)
{
    if (path.isEmpty()) {
        return value;
    }
    if (root.isNull()) {
        return nested(path, value);
    }
    const bool isItem = root.isList() && itemName(path.first());
    if (!isItem && !root.isMap()) {
        return {};
    }
    const qsizetype index = childAt(root, path.first());
    if (index >= 0) {
        auto below = withValue(child(root, index), path.sliced(1), value);
        return below ? std::optional(withChild(root, index, std::move(*below))) : std::nullopt;
    }
    Value wanted = root;
    if (isItem) {
        wanted.append(newItem(*itemName(path.first()), path.sliced(1), value));
    } else {
        wanted.set(path.first(), nested(path.sliced(1), value));
    }
    return wanted;
}

Value withoutValue(const Value &root, const QStringList &path)
{
    const qsizetype index = path.isEmpty() ? -1 : childAt(root, path.first());
    if (index < 0) {
        return path.isEmpty() ? Value() : root;
    }
    const Value &below = child(root, index);
    const Value left = withoutValue(below, path.sliced(1));
    // A null that was there before is an answer; one that came about by removing is nothing.
    const bool isGone = path.size() == 1 || (left.isNull() && !below.isNull());
    if (!isGone) {
        return withChild(root, index, left);
    }
    return childCount(root) == 1 ? Value() : withoutChild(root, index);
}

} // namespace sentinel::yaml
