// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Finding.h"
#include "core/base/Quantity.h"
#include "core/plan/Answers.h"

#include <QList>
#include <QString>

namespace sentinel::sizing {

/// One number with how it came about. A number never stands alone.
struct Figure
{
    QString id; ///< "postgresql.volume"
    QString label; ///< "PostgreSQL volume"
    double value = 0; ///< in `unit`
    QString unit; ///< "B", "B/s", "vCPU", "pods", "1/s", …
    QString display; ///< "10.04 TB"
    QString formula; ///< in symbols: "(1.2 × data + WAL reserve) ÷ 0.7"
    QString worked; ///< with this plan's numbers: "(1.2 × 5.82 TB + 48.8 GB) ÷ 0.7"
    QString source; ///< where the formula comes from: "measured: 554-byte events, PostgreSQL 17"
    QStringList inputs; ///< plan keys it depends on
};

/// One part of Sentinel as it will run.
struct Component
{
    QString name; ///< "backend", "postgresql", …: the names of resources/catalog
    int replicas = 1;
    int maxReplicas = 1; ///< above `replicas` where an autoscaler owns the number
    Quantity requestCpu;
    Quantity requestMemory;
    Quantity limitCpu;
    Quantity limitMemory;
    Quantity storage; ///< per replica; zero: none
    int iops = 0; ///< sustained, per replica
    bool perNode = false; ///< a DaemonSet: `replicas` equals the node count
    bool spreadHosts = false; ///< no two on one node
    bool spreadZones = false; ///< evenly over zones
    QList<Figure> figures;
};

struct NodePool
{
    QString name;
    int count = 0;
    Quantity cpu; ///< of one node
    Quantity memory;
    Quantity disk;
    Quantity allocatableCpu;
    Quantity allocatableMemory;
    QList<Figure> figures;
};

struct Totals
{
    int nodes = 0;
    Quantity cpu; ///< of all nodes
    Quantity memory;
    Quantity requestedCpu;
    Quantity requestedMemory;
    Quantity storage; ///< of all volumes
    int iops = 0;
    double costPerMonth = 0;
    QString currency; ///< ISO 4217
    QList<Figure> figures;
};

/// What one environment needs.
struct Sizing
{
    QString environment;
    QList<Component> components;
    QList<NodePool> nodePools;
    Totals totals;
    QList<Figure> figures; ///< those that belong to no single component: rates, WAL, logs per day, backup space, restore time
    Findings verdicts;
    bool onNodeDisks = true; ///< volumes lie on the nodes' own disks, where the nodes have any

    [[nodiscard]] const Component *component(QStringView name) const;
    [[nodiscard]] const Figure *figure(QStringView id) const; ///< anywhere in the report
};

/// Pure arithmetic over the answers; a few microseconds.
[[nodiscard]] Sizing size(const plan::Answers &answers);

} // namespace sentinel::sizing
