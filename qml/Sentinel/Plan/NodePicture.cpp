// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/Sentinel/Plan/NodePicture.h"

#include "qml/Sentinel/Plan/PlanWords.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace sentinel::console {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

/// Below this share of a node a block is lower than its label.
constexpr double kReadable = 0.055;

struct Block
{
    QString component;
    double share = 0;
    int pods = 0;
    bool moved = false;
};

double amount(const sizing::PlacedPod &pod, Measure measure)
{
    return measure == Measure::Cpu ? pod.cpu.value() : pod.memory.value();
}

double room(const sizing::Node &node, Measure measure)
{
    return std::max(measure == Measure::Cpu ? node.cpu.value() : node.memory.value(), 1e-9);
}

/// Largest first, what moved last (on top of nothing: it is what the reader looks for).
QList<Block> blocksOn(const sizing::Node &node, const sizing::Placement &placement, Measure measure)
{
    QList<Block> blocks;
    for (const sizing::PlacedPod &pod : placement.pods) {
        if (pod.node != node.name) {
            continue;
        }
        auto same
            = std::ranges::find_if(blocks, [&](const Block &b) { return b.component == pod.component && b.moved == pod.moved; });
        if (same == blocks.end()) {
            blocks.append({.component = pod.component, .moved = pod.moved});
            same = blocks.end() - 1;
        }
        same->share += amount(pod, measure) / room(node, measure);
        same->pods += 1;
    }
    std::ranges::stable_sort(blocks,
                             [](const Block &a, const Block &b) { return a.moved != b.moved ? b.moved : a.share > b.share; });
    return blocks;
}

QString blockLabel(const Block &block)
{
    const QString name = componentLabel(block.component);
    const QString counted = block.pods > 1 ? u"%1 ×%2"_s.arg(name).arg(block.pods) : name;
    return block.moved ? u"→ "_s + counted : counted;
}

QVariantMap drawn(const QString &label, double share, bool moved, const QString &names)
{
    return {{u"label"_s, label}, {u"share"_s, share}, {u"moved"_s, moved}, {u"names"_s, names}};
}

/// What is too low for a label, in one block; one or two that moved keep their names, since those are what the reader looks for.
void appendGathered(QVariantList &list, const QList<Block> &small, bool moved)
{
    const qsizetype named = moved ? 2 : 1;
    double share = 0;
    int pods = 0;
    QStringList names;
    for (const Block &block : small) {
        if (small.size() <= named) {
            list.append(drawn(blockLabel(block), block.share, moved, blockLabel(block)));
        }
        share += block.share;
        pods += block.pods;
        names.append(blockLabel(block));
    }
    if (small.size() > named) {
        const QString label = Text::tr("%1 small").arg(pods);
        list.append(drawn(moved ? u"→ "_s + label : label, share, moved, names.join(u", "_s)));
    }
}

QVariantList drawnBlocks(const QList<Block> &blocks)
{
    QVariantList list;
    for (const bool moved : {false, true}) {
        QList<Block> small;
        for (const Block &block : blocks) {
            if (block.moved != moved) {
                continue;
            }
            if (block.share >= kReadable) {
                list.append(drawn(blockLabel(block), block.share, moved, blockLabel(block)));
            } else {
                small.append(block);
            }
        }
        appendGathered(list, small, moved);
    }
    return list;
}

} // namespace

QString componentLabel(const QString &component)
{
    static const QHash<QString, QString> names{
        {u"postgresql"_s, u"PostgreSQL"_s},
        {u"redis"_s, u"Redis"_s},
        {u"redis-sentinel"_s, u"Redis Sentinel"_s},
        {u"pgbouncer"_s, u"PgBouncer"_s},
        {u"haproxy"_s, u"HAProxy"_s},
        {u"prometheus"_s, u"Prometheus"_s},
        {u"alertmanager"_s, u"Alertmanager"_s},
        {u"grafana"_s, u"Grafana"_s},
        {u"loki"_s, u"Loki"_s},
        {u"ollama"_s, u"Ollama"_s},
    };
    return names.value(component, component);
}

Measure tighterMeasure(const sizing::Placement &placement)
{
    double cpu = 0;
    double memory = 0;
    double allCpu = 0;
    double allMemory = 0;
    for (const sizing::PlacedPod &pod : placement.pods) {
        cpu += pod.cpu.value();
        memory += pod.memory.value();
    }
    for (const sizing::Node &node : placement.nodes) {
        allCpu += node.cpu.value();
        allMemory += node.memory.value();
    }
    return cpu * allMemory >= memory * allCpu ? Measure::Cpu : Measure::Memory;
}

QByteArrayList nodeRoles()
{
    return {"name", "place", "lost", "share", "full", "blocks", "sentence"};
}

QList<RowsModel::Row> nodeRows(const sizing::Placement &whole, const sizing::Placement &now, Measure measure, Language language)
{
    QList<RowsModel::Row> rows;
    for (const sizing::Node &node : whole.nodes) {
        const bool lost = node.name == now.lostNode;
        const QList<Block> blocks = lost ? QList<Block>() : blocksOn(node, now, measure);
        double share = 0;
        QStringList names;
        for (const Block &block : blocks) {
            share += block.share;
            names.append(block.moved ? Text::tr("%1, moved here").arg(blockLabel(block).mid(2)) : blockLabel(block));
        }
        const QString percent = localeOf(language).toString(std::lround(share * 100));
        const QString zone = node.zone.isEmpty() ? node.group : Text::tr("zone %1").arg(node.zone);
        rows.append({
            {u"name"_s, node.name},
            {u"place"_s, lost ? Text::tr("lost") : zone},
            {u"lost"_s, lost},
            {u"share"_s, share},
            {u"full"_s, lost ? u"—"_s : Text::tr("%1 % full").arg(percent)},
            {u"blocks"_s, drawnBlocks(blocks)},
            {u"sentence"_s,
             lost ? Text::tr("%1, lost").arg(node.name)
                  : Text::tr("%1, %2, %3 % full: %4").arg(node.name, zone, percent, names.join(u", "_s))},
        });
    }
    return rows;
}

} // namespace sentinel::console
