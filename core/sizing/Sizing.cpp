// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sizing/Sizing.h"

#include "core/sizing/Amount.h"
#include "core/sizing/Parts.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::sizing {

const Component *Sizing::component(QStringView name) const
{
    const auto found = std::ranges::find_if(components, [&](const Component &part) { return part.name == name; });
    return found == components.end() ? nullptr : &*found;
}

const Figure *Sizing::figure(QStringView id) const
{
    const auto in = [id](const QList<Figure> &list) -> const Figure * {
        const auto found = std::ranges::find_if(list, [&](const Figure &one) { return one.id == id; });
        return found == list.end() ? nullptr : &*found;
    };
    if (const Figure *found = in(figures)) {
        return found;
    }
    for (const Component &part : components) {
        if (const Figure *found = in(part.figures)) {
            return found;
        }
    }
    for (const NodePool &pool : nodePools) {
        if (const Figure *found = in(pool.figures)) {
            return found;
        }
    }
    return in(totals.figures);
}

Component component(const QString &name, int replicas, Need request, Need limit)
{
    Component part;
    part.name = name;
    part.replicas = replicas;
    part.maxReplicas = replicas;
    setNeed(part, request, limit);
    return part;
}

void setNeed(Component &component, Need request, Need limit)
{
    component.requestCpu = cpuQuantity(request.cpu);
    component.requestMemory = memoryQuantity(request.memory);
    component.limitCpu = std::max(component.requestCpu, cpuQuantity(limit.cpu));
    component.limitMemory = std::max(component.requestMemory, memoryQuantity(limit.memory));
}

int leastReplicas(const Load &load)
{
    switch (load.level) {
    case Level::None:
        return 1;
    case Level::Node:
        return 2;
    case Level::Zone:
        return std::clamp(load.zones, 2, 3);
    }
    return 1;
}

double podCount(const Sizing &sizing)
{
    double pods = 0;
    for (const Component &part : sizing.components) {
        pods += part.replicas;
    }
    return pods;
}

Sizing size(const plan::Answers &answers)
{
    const Load load = loadOf(answers);
    const DatabaseNeed database = databaseNeed(load);
    Sizing sizing;
    sizing.environment = answers.environment();
    sizing.onNodeDisks = load.localVolumes;
    sizing.components = applicationParts(load);
    sizing.components += databaseParts(load, database);
    sizing.components += brokerParts(load);
    sizing.components += observabilityParts(load);
    sizing.components += extraParts(load);
    sizing.figures = loadFigures(load);
    if (!load.databaseBundled) {
        sizing.figures += databaseFigures(load, database);
    }
    sizing.figures += connectionFigures(*sizing.component(u"backend"), *sizing.component(u"worker"));
    sizing.figures += walFigures(load, database);
    sizing.figures += backupFigures(load, database);
    sizing.verdicts = verdictsOf(load, database, logNeed(load), sizing);
    fitNodes(load, answers, sizing);
    std::ranges::stable_sort(sizing.verdicts, std::ranges::greater(), &Finding::severity);
    return sizing;
}

} // namespace sentinel::sizing
