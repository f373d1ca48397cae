// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/workloads/Environment.h"

namespace sentinel::sandbox {

/// What the program in a container does, read off its command, environment and image. Nothing is known of any product:
///
/// - It ends by itself when it is an init container or its pod does not restart it, or its shell says so: `sleep N`, `exit N`,
///   `true`, `false`. Else it serves until it is stopped.
/// - It needs the Services that its environment names as databases and queues: URLs of the schemes postgresql, mysql, mongodb,
///   redis, amqp, and variables DATABASE_HOST, DB_HOST, POSTGRES_HOST, PGHOST. A program that serves is ready only while they
///   are; one that ends waits for the databases (its queues it does not ask) and for the Services in its arguments' URLs.
/// - An init container told to "wait" waits for the Job that runs the same script in the same image: it is through once the Job
/// is
///   Complete, or was for this namespace. How long it waits stands in a variable ending in WAIT_SECONDS; 300 s when none does.
///
/// Annotations of the pod decide where they are given: rehearsal.console.sentinel/run-seconds, boot-seconds, exit-code, and
/// waits-for ("Job/migrate, Service/postgres").
struct Program
{
    bool ends = false;
    Duration runs{0}; ///< once it has what it needs
    Duration boots{0}; ///< until it answers
    Duration waitsAtMost{0};
    int exitCode = 0;
    QString script; ///< of an init container that waits for a Job
    QString image;
    QStringList services; ///< names in its namespace
    QStringList jobs; ///< by name, from the annotation
    bool waits = false; ///< told to wait for the Job of its script
};

[[nodiscard]] Program programOf(const World &world, const QJsonObject &pod, const QJsonObject &container, bool isInit,
                                const Variables &variables);

/// Whether a Service answers: one of its endpoints is ready, or it leads out of the cluster.
[[nodiscard]] bool serviceAnswers(const Store &store, const QString &ns, const QString &name);

/// Jobs that are or were Complete, by namespace, image and script.
class FinishedJobs
{
public:
    void observe(const Store &store, const Change &change);
    /// Which Job the program still waits for: its name, or a word for one that is not there yet; empty when it waits for none.
    [[nodiscard]] QString awaited(const Store &store, const QString &ns, const Program &program) const;

private:
    QSet<QString> m_done;
};

/// What keeps the program from going on, one entry each: "postgres", "job/migrate".
[[nodiscard]] QStringList missingFor(const World &world, const FinishedJobs &jobs, const QString &ns, const Program &program);

} // namespace sentinel::sandbox
