// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sizing/SizingReport.h"

#include "core/sizing/Amount.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace sentinel::sizing {

namespace {

yaml::Value decimal(double value)
{
    return yaml::Value::number(QString::number(value, 'g', 12));
}

yaml::Value resources(Quantity cpu, Quantity memory)
{
    yaml::Value value;
    value.set(u"cpu"_s, cpu.toString());
    value.set(u"memory"_s, memory.toString());
    return value;
}

yaml::Value figureValue(const Figure &figure)
{
    yaml::Value value;
    value.set(u"id"_s, figure.id);
    value.set(u"label"_s, figure.label);
    value.set(u"value"_s, decimal(figure.value));
    value.set(u"unit"_s, figure.unit);
    value.set(u"display"_s, figure.display);
    value.set(u"formula"_s, figure.formula);
    value.set(u"worked"_s, figure.worked);
    value.set(u"source"_s, figure.source);
    value.set(u"inputs"_s, yaml::Value::list(figure.inputs));
    return value;
}

yaml::Value figureList(const QList<Figure> &figures)
{
    yaml::Value list = yaml::Value::list(QList<yaml::Value>());
    for (const Figure &figure : figures) {
        list.append(figureValue(figure));
    }
    return list;
}

/// "PostgreSQL volume = (1.2 × data + WAL reserve) ÷ 0.7; …"
QString formulaOf(const Component &part)
{
    QStringList lines;
    for (const Figure &figure : part.figures) {
        lines.append(u"%1 = %2"_s.arg(figure.label, figure.formula));
    }
    return lines.join("; "_L1);
}

yaml::Value itemValue(const Component &part, const QString &environment, bool explain)
{
    yaml::Value item;
    item.set(u"component"_s, part.name);
    item.set(u"environment"_s, environment);
    item.set(u"replicas"_s, part.replicas);
    item.set(u"maxReplicas"_s, part.maxReplicas);
    item.set(u"requests"_s, resources(part.requestCpu, part.requestMemory));
    item.set(u"limits"_s, resources(part.limitCpu, part.limitMemory));
    item.set(u"storage"_s, part.storage.toString());
    item.set(u"iops"_s, part.iops);
    item.set(u"perNode"_s, part.perNode);
    item.set(u"formula"_s, formulaOf(part));
    if (explain) {
        item.set(u"figures"_s, figureList(part.figures));
    }
    return item;
}

yaml::Value poolValue(const NodePool &pool, const QString &environment, bool explain)
{
    yaml::Value value;
    value.set(u"name"_s, pool.name);
    value.set(u"environment"_s, environment);
    value.set(u"count"_s, pool.count);
    value.set(u"cpu"_s, pool.cpu.toString());
    value.set(u"memory"_s, pool.memory.toString());
    value.set(u"disk"_s, pool.disk.toString());
    value.set(u"allocatable"_s, resources(pool.allocatableCpu, pool.allocatableMemory));
    if (explain) {
        value.set(u"figures"_s, figureList(pool.figures));
    }
    return value;
}

yaml::Value verdictValue(const Finding &finding, const QString &environment)
{
    yaml::Value value;
    value.set(u"severity"_s, severityName(finding.severity));
    value.set(u"rule"_s, finding.rule);
    value.set(u"environment"_s, environment);
    value.set(u"object"_s, finding.object);
    value.set(u"path"_s, finding.path);
    value.set(u"sentence"_s, finding.sentence);
    value.set(u"remedy"_s, finding.remedy);
    return value;
}

yaml::Value totalsValue(const Totals &totals)
{
    yaml::Value value;
    value.set(u"nodes"_s, totals.nodes);
    value.set(u"cpu"_s, totals.cpu.toString());
    value.set(u"memory"_s, totals.memory.toString());
    value.set(u"requests"_s, resources(totals.requestedCpu, totals.requestedMemory));
    value.set(u"storage"_s, totals.storage.toString());
    value.set(u"iops"_s, totals.iops);
    value.set(u"costPerMonth"_s, decimal(std::round(totals.costPerMonth * 100) / 100));
    value.set(u"currency"_s, totals.currency);
    return value;
}

int boundedSum(int left, int right)
{
    return static_cast<int>(std::min<qint64>(qint64(left) + right, 2'000'000'000));
}

/// In doubles, since each of several environments may already stand at the top of what a quantity holds.
Totals sumOf(const QList<Sizing> &environments)
{
    Totals sum;
    double cpu = 0, memory = 0, requestedCpu = 0, requestedMemory = 0, storage = 0;
    for (const Sizing &sizing : environments) {
        const Totals &one = sizing.totals;
        sum.nodes = boundedSum(sum.nodes, one.nodes);
        sum.iops = boundedSum(sum.iops, one.iops);
        cpu += one.cpu.value();
        memory += one.memory.value();
        requestedCpu += one.requestedCpu.value();
        requestedMemory += one.requestedMemory.value();
        storage += one.storage.value();
        sum.costPerMonth += one.costPerMonth;
        const bool sameCurrency = sum.currency.isEmpty() || sum.currency == one.currency;
        sum.currency = sameCurrency ? one.currency : u"mixed"_s;
    }
    sum.cpu = cpuQuantity(cpu);
    sum.memory = memoryQuantity(memory);
    sum.requestedCpu = cpuQuantity(requestedCpu);
    sum.requestedMemory = memoryQuantity(requestedMemory);
    sum.storage = volume(storage);
    return sum;
}

yaml::Value perEnvironment(const QList<Sizing> &environments, bool explain)
{
    yaml::Value list = yaml::Value::list(QList<yaml::Value>());
    for (const Sizing &sizing : environments) {
        yaml::Value one;
        one.set(u"name"_s, sizing.environment);
        one.set(u"totals"_s, totalsValue(sizing.totals));
        if (explain) {
            one.set(u"figures"_s, figureList(sizing.figures + sizing.totals.figures));
        }
        list.append(one);
    }
    return list;
}

} // namespace

yaml::Value reportDocument(const QList<Sizing> &environments, bool explain)
{
    yaml::Value document;
    document.set(u"apiVersion"_s, u"console.sentinel/v1"_s);
    document.set(u"kind"_s, u"SizingReport"_s);
    if (environments.size() == 1) {
        document.set(u"environment"_s, environments.first().environment);
    }
    yaml::Value items = yaml::Value::list(QList<yaml::Value>());
    yaml::Value pools = items;
    yaml::Value verdicts = items;
    for (const Sizing &sizing : environments) {
        for (const Component &part : sizing.components) {
            items.append(itemValue(part, sizing.environment, explain));
        }
        for (const NodePool &pool : sizing.nodePools) {
            pools.append(poolValue(pool, sizing.environment, explain));
        }
        for (const Finding &finding : sizing.verdicts) {
            verdicts.append(verdictValue(finding, sizing.environment));
        }
    }
    document.set(u"items"_s, items);
    document.set(u"nodePools"_s, pools);
    document.set(u"totals"_s, totalsValue(environments.size() == 1 ? environments.first().totals : sumOf(environments)));
    document.set(u"environments"_s, perEnvironment(environments, explain));
    document.set(u"verdicts"_s, verdicts);
    return document;
}

} // namespace sentinel::sizing
