// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sizing/Load.h"
#include "core/sizing/Sizing.h"

namespace sentinel::sizing {

/// CPU in cores and memory in bytes, of one pod.
struct Need
{
    double cpu = 0;
    double memory = 0;
};

[[nodiscard]] Component component(const QString &name, int replicas, Need request, Need limit);
void setNeed(Component &component, Need request, Need limit);

/// Two for a lost node, one in each of three zones for a lost zone, one when nothing is promised.
[[nodiscard]] int leastReplicas(const Load &load);

/// What raw events cost in PostgreSQL, whoever runs it. All in bytes, bytes/s, cores and 1/s.
struct DatabaseNeed
{
    double rows = 0;
    double bytesPerRow = 0;
    double data = 0;
    double walFactor = 0; ///< WAL bytes per event byte at the mean
    double walPeakFactor = 0;
    double walPerDay = 0;
    double walPeak = 0;
    double walReserve = 0;
    double volume = 0;
    double commits = 0; ///< 1/s at peak
    double cpu = 0;
    double memory = 0;
    double iops = 0;
};
[[nodiscard]] DatabaseNeed databaseNeed(const Load &load);

/// What Loki takes in and keeps.
struct LogNeed
{
    double perDay = 0;
    double auditPerDay = 0; ///< of it what the security lane carries
    int instances = 1;
    int replicationFactor = 1;
    double disk = 0; ///< of one copy set: all chunks of the retention, all replicas
    double volume = 0; ///< of one instance
};
[[nodiscard]] LogNeed logNeed(const Load &load);
[[nodiscard]] inline double redisBrokerBytes(const Load &load)
{
    return load.peakEvents() * load.outage * load.messageBytes * 2 + 256.0 * 1024 * 1024;
}
/// Commands a second Redis runs for the broker at peak.
[[nodiscard]] double redisCommands(const Load &load);
/// Celery processes by Little's law.
[[nodiscard]] double workerProcesses(const Load &load);
/// Connections PostgreSQL would get without a pooler.
[[nodiscard]] double databaseConnections(int backendPods, int workerPods);
/// The same with both at their most, and the max_connections that leaves room for them.
[[nodiscard]] QList<Figure> connectionFigures(const Component &backend, const Component &worker);

// One list of components a subject; those the plan does not ask for are left out.
[[nodiscard]] QList<Component> applicationParts(const Load &load); ///< backend, worker, beat, migration, frontend
[[nodiscard]] QList<Component> databaseParts(const Load &load,
                                             const DatabaseNeed &need); ///< postgresql, pgbouncer, haproxy, etcd
[[nodiscard]] QList<Component> brokerParts(const Load &load); ///< redis, redis-sentinel
[[nodiscard]] QList<Component> observabilityParts(
    const Load &load); ///< prometheus (sized by fitMetrics), alertmanager, grafana, loki, collectors, exporters, watchdog
[[nodiscard]] QList<Component> extraParts(const Load &load); ///< n8n, ollama

[[nodiscard]] QList<Figure> databaseFigures(const Load &load, const DatabaseNeed &need);
[[nodiscard]] QList<Figure> walFigures(const Load &load, const DatabaseNeed &need);
[[nodiscard]] QList<Figure> loadFigures(const Load &load);
[[nodiscard]] QList<Figure> backupFigures(const Load &load, const DatabaseNeed &need);

/// What Prometheus watches depends on how many nodes and pods there are, and those depend on Prometheus.
struct MetricsNeed
{
    double hosts = 0;
    double pods = 0;
    double series = 0;
    double samples = 0; ///< 1/s
    double disk = 0;
    double memory = 0; ///< with room for queries
    double request = 0; ///< memory without that room
    double volume = 0;
};
[[nodiscard]] MetricsNeed metricsNeed(const Load &load, int nodes, double pods);
void fitMetrics(Component &prometheus, const MetricsNeed &need);
[[nodiscard]] QList<Figure> metricsFigures(const Load &load, const MetricsNeed &need);

/// Counts the nodes, proves the count by placing every pod (and losing each node), and fills pools, totals and DaemonSets.
void fitNodes(const Load &load, const plan::Answers &answers, Sizing &sizing);
/// Verdicts that need no placement.
[[nodiscard]] Findings verdictsOf(const Load &load, const DatabaseNeed &database, const LogNeed &logs, const Sizing &sizing);

/// Every pod of the sizing; DaemonSets counted on each node.
[[nodiscard]] double podCount(const Sizing &sizing);

} // namespace sentinel::sizing
