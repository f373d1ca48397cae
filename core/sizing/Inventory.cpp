// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sizing/Inventory.h"

#include "core/base/Files.h"
#include "core/plan/Closest.h"
#include "core/sizing/Allocatable.h"
#include "core/sizing/Amount.h"
#include "core/yaml/Read.h"

#include <QCoreApplication>
#include <QSet>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::sizing {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

constexpr qint64 kMostNodes = 5000;

/// One group of equal machines as written.
struct Group
{
    QString name;
    qint64 count = 0;
    Quantity cpu;
    Quantity memory;
    Quantity disk;
    QStringList zones;
    QStringList taints;
    bool tolerated = false;
};

/// Reads the tree and keeps every complaint, so that a person mends the file once.
class InventoryReader
{
public:
    explicit InventoryReader(QString file)
        : m_file(std::move(file))
    {
    }

    QList<Node> read(const yaml::Value &document);
    [[nodiscard]] const Findings &findings() const { return m_findings; }

private:
    void complain(int line, int column, const QString &path, const QString &sentence, const QString &remedy = {});
    void complain(const yaml::Value &value, const QString &path, const QString &sentence)
    {
        complain(value.line(), value.column(), path, sentence);
    }
    void checkKeys(const yaml::Value &map, const QStringList &known, const QString &path);
    [[nodiscard]] QString requiredText(const yaml::Value &map, const QString &key, const QString &path);
    [[nodiscard]] Quantity quantity(const yaml::Value &map, const QString &key, const QString &path, bool required);
    [[nodiscard]] qint64 countOf(const yaml::Value &map, const QString &path);
    [[nodiscard]] QStringList texts(const yaml::Value &map, const QString &key, const QString &path);
    [[nodiscard]] QStringList zones(const yaml::Value &map, const QString &path);
    [[nodiscard]] QString taint(const yaml::Value &item, const QString &path);
    [[nodiscard]] QStringList taints(const yaml::Value &map, const QString &path);
    [[nodiscard]] bool flag(const yaml::Value &map, const QString &key, const QString &path);
    [[nodiscard]] Group group(const yaml::Value &map, const QString &path);

    QString m_file;
    Findings m_findings;
};

void InventoryReader::complain(int line, int column, const QString &path, const QString &sentence, const QString &remedy)
{
    m_findings.append({.severity = Severity::Error,
                       .rule = u"sizing.inventory"_s,
                       .object = path,
                       .path = path,
                       .sentence = sentence,
                       .remedy = remedy,
                       .where = {.file = m_file, .line = std::max(1, line), .column = std::max(1, column)}});
}

void InventoryReader::checkKeys(const yaml::Value &map, const QStringList &known, const QString &path)
{
    for (const yaml::Entry &entry : map.entries()) {
        if (known.contains(entry.key)) {
            continue;
        }
        const QString near = plan::closest(entry.key, known);
        complain(entry.keyLine, entry.keyColumn, path,
                 near.isEmpty()
                     ? Text::tr("\"%1\" is not a key of an inventory here; known are %2.").arg(entry.key, known.join(u", "_s))
                     : Text::tr("\"%1\" is not a key of an inventory here; did you mean \"%2\"?").arg(entry.key, near));
    }
}

QString InventoryReader::requiredText(const yaml::Value &map, const QString &key, const QString &path)
{
    const yaml::Value *value = map.find(key);
    if (!value) {
        complain(map, path, Text::tr("\"%1\" is missing.").arg(key));
        return {};
    }
    if (!value->isScalar() || value->text().isEmpty()) {
        complain(*value, path, Text::tr("\"%1\" must be a text.").arg(key));
        return {};
    }
    return value->text();
}

Quantity InventoryReader::quantity(const yaml::Value &map, const QString &key, const QString &path, bool required)
{
    const yaml::Value *value = map.find(key);
    if (!value) {
        if (required) {
            complain(map, path, Text::tr("\"%1\" is missing.").arg(key));
        }
        return {};
    }
    const auto parsed = value->isScalar() ? Quantity::parse(value->text()) : Quantity::parse(u"");
    if (!parsed) {
        complain(*value, path,
                 value->isScalar() ? parsed.error().detail
                                   : Text::tr("\"%1\" must be one quantity, such as 16 or 64Gi.").arg(key));
        return {};
    }
    if (parsed->milli() < 0 || (required && parsed->isZero())) {
        complain(*value, path, Text::tr("\"%1\" must be more than zero.").arg(key));
        return {};
    }
    if (key == "memory"_L1 && parsed->value() < kMi) {
        complain(*value, path,
                 Text::tr("%1 of memory is %2 bytes; write a unit, such as 64Gi.").arg(value->text()).arg(parsed->value()));
    }
    return *parsed;
}

qint64 InventoryReader::countOf(const yaml::Value &map, const QString &path)
{
    const yaml::Value *value = map.find(u"count");
    if (!value) {
        return 1;
    }
    bool whole = false;
    const qint64 count = value->isScalar() ? value->text().toLongLong(&whole) : 0;
    if (!whole || count < 1 || count > kMostNodes) {
        complain(*value, path, Text::tr("\"count\" must be a whole number from 1 to %1.").arg(kMostNodes));
        return 0;
    }
    return count;
}

QStringList InventoryReader::texts(const yaml::Value &map, const QString &key, const QString &path)
{
    const yaml::Value *value = map.find(key);
    if (!value) {
        return {};
    }
    QStringList texts;
    for (const yaml::Value &item : value->items()) {
        if (!item.isScalar() || item.text().isEmpty()) {
            complain(item, path, Text::tr("\"%1\" takes texts.").arg(key));
        }
        texts.append(item.text());
    }
    if (!value->isList() || value->items().isEmpty()) {
        complain(*value, path, Text::tr("\"%1\" must be a list with at least one entry, such as [a, b].").arg(key));
    }
    return texts;
}

bool InventoryReader::flag(const yaml::Value &map, const QString &key, const QString &path)
{
    const yaml::Value *value = map.find(key);
    if (value && value->kind() != yaml::Value::Kind::Boolean) {
        complain(*value, path, Text::tr("\"%1\" must be true or false.").arg(key));
        return false;
    }
    return value && value->boolean();
}

/// `zones: [a, b]`, or `zone: a` where a group lies in one.
QStringList InventoryReader::zones(const yaml::Value &map, const QString &path)
{
    const yaml::Value *one = map.find(u"zone");
    if (!one) {
        return texts(map, u"zones"_s, path);
    }
    if (const yaml::Value *many = map.find(u"zones")) {
        complain(*many, path, Text::tr("A group says either \"zone\" or \"zones\"."));
    }
    const QString name = requiredText(map, u"zone"_s, path);
    return name.isEmpty() ? QStringList() : QStringList{name};
}

/// One taint as KEY=VALUE:EFFECT, however it is written.
QString InventoryReader::taint(const yaml::Value &item, const QString &path)
{
    static const QStringList kEffects{u"NoSchedule"_s, u"PreferNoSchedule"_s, u"NoExecute"_s};
    QString text = item.isScalar() ? item.text() : QString();
    if (item.isMap()) {
        checkKeys(item, {u"key"_s, u"value"_s, u"effect"_s}, path);
        const auto part = [&item](QStringView key) {
            const yaml::Value *value = item.find(key);
            return value && value->isScalar() ? value->text() : QString();
        };
        text = u"%1=%2:%3"_s.arg(part(u"key"), part(u"value"), part(u"effect"));
    }
    const qsizetype colon = text.lastIndexOf(u':');
    if (colon <= 0 || text.startsWith(u'=') || !kEffects.contains(text.sliced(colon + 1))) {
        complain(
            item, path,
            Text::tr("\"%1\" is not a taint; write KEY=VALUE:EFFECT with NoSchedule, PreferNoSchedule or NoExecute.").arg(text));
    }
    return text;
}

QStringList InventoryReader::taints(const yaml::Value &map, const QString &path)
{
    const yaml::Value *value = map.find(u"taints");
    if (!value) {
        return {};
    }
    if (!value->isList()) {
        complain(*value, path, Text::tr("\"%1\" must be a list with at least one entry, such as [a, b].").arg(u"taints"_s));
        return {};
    }
    QStringList taints;
    for (const yaml::Value &item : value->items()) {
        taints.append(taint(item, path));
    }
    return taints;
}

Group InventoryReader::group(const yaml::Value &map, const QString &path)
{
    if (!map.isMap()) {
        complain(map, path, Text::tr("A group is a map of name, count, cpu and memory."));
        return {};
    }
    checkKeys(map, {u"name"_s, u"count"_s, u"cpu"_s, u"memory"_s, u"disk"_s, u"zone"_s, u"zones"_s, u"taints"_s, u"tolerated"_s},
              path);
    Group group;
    group.name = requiredText(map, u"name"_s, path);
    group.count = countOf(map, path);
    group.cpu = quantity(map, u"cpu"_s, path, true);
    group.memory = quantity(map, u"memory"_s, path, true);
    group.disk = quantity(map, u"disk"_s, path, false);
    group.zones = zones(map, path);
    group.taints = taints(map, path);
    group.tolerated = flag(map, u"tolerated"_s, path);
    return group;
}

void append(const Group &group, QList<Node> &nodes)
{
    for (qint64 index = 0; index < group.count; ++index) {
        Node node;
        node.name = u"%1-%2"_s.arg(group.name).arg(index + 1);
        node.zone = group.zones.isEmpty() ? u"a"_s : group.zones[index % group.zones.size()];
        node.group = group.name;
        node.cpu = Quantity::fromMilli(static_cast<qint64>(allocatableCpu(group.cpu.value()) * 1000));
        node.memory = Quantity::fromMilli(static_cast<qint64>(allocatableMemory(group.memory.value()) / kMi)
                                              * static_cast<qint64>(kMi) * 1000,
                                          Quantity::Format::Binary);
        node.disk = group.disk;
        // What is tolerated stops nothing, so it is no longer a taint to us.
        node.taints = group.tolerated ? QStringList() : group.taints;
        nodes.append(node);
    }
}

QList<Node> InventoryReader::read(const yaml::Value &document)
{
    if (!document.isMap()) {
        complain(document, {}, Text::tr("An inventory is a map with apiVersion, kind and groups."));
        return {};
    }
    checkKeys(document, {u"apiVersion"_s, u"kind"_s, u"metadata"_s, u"groups"_s, u"nodeGroups"_s}, {});
    // Written by hand for one run: a file that says nothing of itself is taken for what it was named as.
    const auto expect = [&](const QString &key, const QString &wanted) {
        const QString text = document.find(key) ? requiredText(document, key, key) : QString();
        if (!text.isEmpty() && text != wanted) {
            complain(*document.find(key), key, Text::tr("\"%1\" must be %2, not \"%3\".").arg(key, wanted, text));
        }
    };
    expect(u"apiVersion"_s, u"console.sentinel/v1"_s);
    expect(u"kind"_s, u"Inventory"_s);
    const yaml::Value *groups = document.find(document.find(u"nodeGroups") ? u"nodeGroups" : u"groups");
    if (!groups || !groups->isList() || groups->items().isEmpty()) {
        complain(groups ? *groups : document, u"groups"_s, Text::tr("\"groups\" must list at least one group of machines."));
        return {};
    }
    QList<Node> nodes;
    QSet<QString> names;
    for (qsizetype index = 0; index < groups->items().size(); ++index) {
        const yaml::Value &value = groups->items()[index];
        const QString path = u"groups[%1]"_s.arg(index);
        const Group one = group(value, path);
        if (!one.name.isEmpty() && names.contains(one.name)) {
            complain(*value.find(u"name"), path, Text::tr("There are two groups called \"%1\".").arg(one.name));
        }
        names.insert(one.name);
        if (nodes.size() + one.count > kMostNodes) {
            complain(value, path, Text::tr("The groups have more than %1 nodes, the most one cluster holds.").arg(kMostNodes));
            break;
        }
        append(one, nodes);
    }
    return nodes;
}

} // namespace

Result<QList<Node>> loadInventory(const QString &path)
{
    const auto text = readFile(path);
    if (!text) {
        return failure(text);
    }
    const auto document = yaml::read(*text, path);
    if (!document) {
        return failure(document);
    }
    InventoryReader reader(path);
    QList<Node> nodes = reader.read(*document);
    if (!reader.findings().isEmpty()) {
        return failure(invalid(Text::tr("reading the inventory"), reader.findings()));
    }
    return nodes;
}

} // namespace sentinel::sizing
