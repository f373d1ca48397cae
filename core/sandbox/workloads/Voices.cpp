// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/workloads/Voices.h"

#include <initializer_list>

using namespace Qt::StringLiterals;

namespace sentinel::sandbox {

namespace {

enum class Voice { Postgres, Redis, Worker, Scheduler, Web, Pages, Plain };

Voice voiceOf(const ContainerRun &container)
{
    const QString text = container.program.image.section(u'/', -1) + u' ' + container.name;
    const auto has = [&](std::initializer_list<QStringView> words) {
        for (const QStringView word : words) {
            if (text.contains(word)) {
                return true;
            }
        }
        return false;
    };
    if (container.program.ends) {
        return Voice::Plain;
    }
    return has({u"postgres"})                       ? Voice::Postgres
        : has({u"redis", u"valkey"})                ? Voice::Redis
        : has({u"worker", u"celery"})               ? Voice::Worker
        : has({u"beat", u"scheduler", u"cron"})     ? Voice::Scheduler
        : has({u"frontend", u"nginx", u"web-ui"})   ? Voice::Pages
        : has({u"backend", u"api", u"web", u"app"}) ? Voice::Web
                                                    : Voice::Plain;
}

QString clockOf(const QDateTime &now)
{
    return now.toUTC().toString(u"yyyy-MM-dd HH:mm:ss.zzz"_s);
}

/// Lines with "%t" for the time.
void print(PodLogs &logs, const QString &pod, const ContainerRun &container, const QDateTime &now,
           std::initializer_list<QStringView> lines)
{
    for (const QStringView line : lines) {
        logs.append(pod, container.name, now, line.toString().replace(u"%t"_s, clockOf(now)));
    }
}

} // namespace

void sayStarted(PodLogs &logs, const QString &pod, const ContainerRun &container, const QDateTime &now)
{
    switch (voiceOf(container)) {
    case Voice::Postgres:
        print(logs, pod, container, now,
              {u"%t UTC [1] LOG:  starting PostgreSQL on x86_64-pc-linux-musl",
               u"%t UTC [1] LOG:  listening on IPv4 address \"0.0.0.0\", port 5432",
               u"%t UTC [28] LOG:  database system was shut down"});
        return;
    case Voice::Redis:
        print(logs, pod, container, now,
              {u"1:C %t # oO0OoO0OoO0Oo Redis is starting oO0OoO0OoO0Oo", u"1:M %t * Running mode=standalone, port=6379."});
        return;
    case Voice::Worker:
        print(logs, pod, container, now, {u"[%t: INFO/MainProcess] Connecting to the broker"});
        return;
    case Voice::Scheduler:
        print(logs, pod, container, now, {u"[%t: INFO/MainProcess] beat: Starting..."});
        return;
    case Voice::Web:
        print(logs, pod, container, now,
              {u"INFO:     Started server process [1]", u"INFO:     Waiting for application startup."});
        return;
    case Voice::Pages:
        print(logs, pod, container, now, {u"%t [notice] 1#1: start worker processes"});
        return;
    case Voice::Plain:
        if (!container.program.ends) {
            print(logs, pod, container, now, {u"%t started"});
        }
        return;
    }
}

void sayReady(PodLogs &logs, const QString &pod, const ContainerRun &container, const QDateTime &now)
{
    switch (voiceOf(container)) {
    case Voice::Postgres:
        print(logs, pod, container, now, {u"%t UTC [1] LOG:  database system is ready to accept connections"});
        return;
    case Voice::Redis:
        print(logs, pod, container, now, {u"1:M %t * Ready to accept connections tcp"});
        return;
    case Voice::Worker:
        print(logs, pod, container, now, {u"[%t: INFO/MainProcess] worker ready."});
        return;
    case Voice::Web:
        print(logs, pod, container, now, {u"INFO:     Application startup complete."});
        return;
    case Voice::Scheduler:
    case Voice::Pages:
    case Voice::Plain:
        print(logs, pod, container, now, {u"%t ready"});
        return;
    }
}

void sayWaiting(PodLogs &logs, const QString &pod, const ContainerRun &container, const QDateTime &now,
                const QStringList &missing)
{
    const QString first = missing.first();
    logs.append(pod, container.name, now,
                first.startsWith(u"job/") ? u"Waiting for the job %1 to complete."_s.arg(first.sliced(4))
                                          : u"%1 does not answer yet: connection refused"_s.arg(first));
}

void sayGoesOn(PodLogs &logs, const QString &pod, const ContainerRun &container, const QDateTime &now)
{
    if (!container.program.services.isEmpty()) {
        logs.append(pod, container.name, now, u"Connected to %1."_s.arg(container.program.services.join(u", "_s)));
    }
}

void sayEnded(PodLogs &logs, const QString &pod, const ContainerRun &container, const QDateTime &now)
{
    const int code = container.program.exitCode;
    logs.append(pod, container.name, now, code == 0 ? u"Done."_s : u"Failed with exit code %1."_s.arg(code));
}

void sayStopped(PodLogs &logs, const QString &pod, const ContainerRun &container, const QDateTime &now)
{
    switch (voiceOf(container)) {
    case Voice::Postgres:
        print(logs, pod, container, now,
              {u"%t UTC [1] LOG:  received fast shutdown request", u"%t UTC [1] LOG:  database system is shut down"});
        return;
    case Voice::Redis:
        print(logs, pod, container, now,
              {u"1:signal-handler Received SIGTERM scheduling shutdown...", u"1:M %t # Redis is now ready to exit, bye bye..."});
        return;
    case Voice::Worker:
    case Voice::Scheduler:
        print(logs, pod, container, now, {u"worker: Warm shutdown (MainProcess)"});
        return;
    case Voice::Web:
        print(logs, pod, container, now, {u"INFO:     Shutting down", u"INFO:     Finished server process [1]"});
        return;
    case Voice::Pages:
    case Voice::Plain:
        print(logs, pod, container, now, {u"%t received SIGTERM, stopping"});
        return;
    }
}

QString sayGaveUp(PodLogs &logs, const QString &pod, const ContainerRun &container, const QDateTime &now,
                  const QStringList &missing)
{
    const qint64 seconds = container.startedAt.secsTo(now);
    const QString sentence = u"Gave up after %1 s waiting for %2."_s.arg(seconds).arg(missing.join(u", "_s));
    logs.append(pod, container.name, now, sentence);
    return sentence;
}

QString sayDiskFull(PodLogs &logs, const QString &pod, const ContainerRun &container, const QDateTime &now)
{
    const Voice voice = voiceOf(container);
    const QString sentence = voice == Voice::Postgres
        ? u"%1 UTC [1] PANIC:  could not write to file \"pg_wal/xlogtemp.1\": No space left on device"_s.arg(clockOf(now))
        : voice == Voice::Redis ? u"1:M %1 # Error writing to the AOF file: No space left on device"_s.arg(clockOf(now))
                                : u"%1 write failed: No space left on device"_s.arg(clockOf(now));
    logs.append(pod, container.name, now, sentence);
    return sentence;
}

} // namespace sentinel::sandbox
