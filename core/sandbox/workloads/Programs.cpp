// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/workloads/Programs.h"

#include <QRegularExpression>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::sandbox {

namespace {

constexpr auto kPrefix = "rehearsal.console.sentinel/"_L1;

QStringList wordsOf(const QJsonObject &container)
{
    QStringList words;
    for (const QString &list : {u"command"_s, u"args"_s}) {
        for (const QJsonValue &each : container.value(list).toArray()) {
            words.append(each.toString());
        }
    }
    return words;
}

/// The file a program runs: the first word that is a script.
QString scriptOf(const QJsonObject &container)
{
    const QStringList words = wordsOf(container);
    const auto found = std::ranges::find_if(words, [](const QString &word) {
        return !word.contains(u' ') && (word.endsWith(u".py") || word.endsWith(u".sh") || word.endsWith(u".js"));
    });
    return found == words.end() ? QString() : *found;
}

QString annotation(const QJsonObject &pod, QLatin1StringView name)
{
    return textAt(pod, {u"metadata", u"annotations", QString(kPrefix + name)});
}

/// A name that stands for a Service of the namespace: "postgres", "postgres.shop", "postgres.shop.svc.cluster.local".
QString serviceNamed(const Store &store, const QString &ns, const QString &host, bool mustExist)
{
    const QString name = host.section(u'.', 0, 0);
    const QString rest = host.section(u'.', 1);
    if (!rest.isEmpty() && rest != ns && !rest.startsWith(ns + u".svc"_s)) {
        return {};
    }
    static const QStringList kSelf{u"localhost"_s, u"127"_s, u"0"_s};
    if (name.isEmpty() || kSelf.contains(name)) {
        return {};
    }
    return !mustExist || store.find(kinds::service(), ns, name) ? name : QString();
}

void addUrls(const Store &store, const QString &ns, const QString &text, const QStringList &schemes, QStringList &services)
{
    static const QRegularExpression kUrl(u"([a-z][a-z0-9]*)(?:\\+[a-z0-9]+)?://(?:[^\\s]*@)?([A-Za-z0-9.-]+)"_s);
    for (const QRegularExpressionMatch &match : kUrl.globalMatch(text)) {
        if (!schemes.isEmpty() && !schemes.contains(match.captured(1))) {
            continue;
        }
        // A store whose name nobody answers to keeps the program waiting; another URL may lead anywhere.
        const QString name = serviceNamed(store, ns, match.captured(2), schemes.isEmpty());
        if (!name.isEmpty() && !services.contains(name)) {
            services.append(name);
        }
    }
}

QStringList servicesOf(const Store &store, const QString &ns, const QJsonObject &container, const Variables &variables, bool ends)
{
    static const QStringList kDatabases{u"postgresql"_s, u"postgres"_s, u"mysql"_s, u"mariadb"_s, u"mongodb"_s};
    static const QStringList kQueues{u"redis"_s, u"rediss"_s, u"amqp"_s, u"amqps"_s};
    static const QStringList kHosts{u"DATABASE_HOST"_s, u"DB_HOST"_s, u"POSTGRES_HOST"_s, u"PGHOST"_s};
    QStringList services;
    for (auto each = variables.begin(); each != variables.end(); ++each) {
        addUrls(store, ns, *each, ends ? kDatabases : kDatabases + kQueues, services);
        const QString named = kHosts.contains(each.key()) ? serviceNamed(store, ns, *each, true) : QString();
        if (!named.isEmpty() && !services.contains(named)) {
            services.append(named);
        }
    }
    if (ends) {
        const QStringList words = wordsOf(container);
        for (const QString &word : words) {
            addUrls(store, ns, word, {}, services);
        }
    }
    return services;
}

/// What the end of a shell line says: `sleep 5; exit 3`.
void readShell(const QString &line, Program &program)
{
    static const QRegularExpression kSleep(u"\\bsleep\\s+(\\d+)"_s);
    static const QRegularExpression kExit(u"\\bexit\\s+(\\d+)\\s*;?\\s*$"_s);
    static const QRegularExpression kWord(u"(^|[;&\\s])(true|false)\\s*;?\\s*$"_s);
    const auto sleeps = kSleep.match(line);
    const auto exits = kExit.match(line);
    const auto word = kWord.match(line);
    if (sleeps.hasMatch()) {
        program.ends = true;
        program.runs = std::chrono::seconds(sleeps.captured(1).toInt());
    }
    if (exits.hasMatch() || word.hasMatch()) {
        program.ends = true;
        program.exitCode = exits.hasMatch() ? exits.captured(1).toInt() & 255 : word.captured(2) == u"false" ? 1 : 0;
        program.runs = sleeps.hasMatch() ? program.runs : Duration(300);
    }
}

void readAnnotations(const QJsonObject &pod, Program &program)
{
    const auto seconds = [&](QLatin1StringView name) { return annotation(pod, name).toDouble(); };
    if (!annotation(pod, "run-seconds"_L1).isEmpty()) {
        program.runs = Duration(static_cast<qint64>(seconds("run-seconds"_L1) * 1000));
    }
    if (!annotation(pod, "boot-seconds"_L1).isEmpty()) {
        program.boots = Duration(static_cast<qint64>(seconds("boot-seconds"_L1) * 1000));
    }
    if (!annotation(pod, "exit-code"_L1).isEmpty() && program.ends) {
        program.exitCode = annotation(pod, "exit-code"_L1).toInt() & 255;
    }
}

void readWaits(const QJsonObject &pod, Program &program)
{
    const QStringList waits = annotation(pod, "waits-for"_L1).split(u',', Qt::SkipEmptyParts);
    for (const QString &each : waits) {
        const QString kind = each.section(u'/', 0, 0).trimmed().toLower();
        const QString name = each.section(u'/', 1).trimmed();
        if (kind == u"job") {
            program.jobs.append(name);
        } else if (kind == u"service") {
            program.services.append(name);
        }
    }
}

} // namespace

Program programOf(const World &world, const QJsonObject &pod, const QJsonObject &container, bool isInit,
                  const Variables &variables)
{
    const Pace &pace = world.options.pace;
    const QString restart = textAt(pod, {u"spec", u"restartPolicy"});
    const bool isSidecar = container.value(u"restartPolicy").toString() == u"Always";
    Program program;
    program.image = container.value(u"image").toString();
    program.ends = !isSidecar && (isInit || (!restart.isEmpty() && restart != u"Always"));
    program.runs = isInit ? pace.initRun : pace.jobRun;
    const int span = static_cast<int>((pace.bootMost - pace.bootLeast).count()) + 1;
    program.boots = pace.bootLeast + Duration(steadyNumber(program.image + container.value(u"name").toString(), span));
    const QStringList words = wordsOf(container);
    readShell(words.join(u' '), program);
    readAnnotations(pod, program);
    program.services = servicesOf(world.store, namespaceOf(pod), container, variables, program.ends);
    if (isInit || program.ends) {
        readWaits(pod, program);
    }
    program.script = scriptOf(container);
    program.waits = isInit && !program.script.isEmpty()
        && std::ranges::any_of(words, [](const QString &word) { return word.startsWith(u"wait") || word == u"--wait"; });
    program.waitsAtMost = pace.waitLimit;
    for (auto each = variables.begin(); each != variables.end(); ++each) {
        if (each.key().endsWith(u"WAIT_SECONDS") && each->toInt() > 0) {
            program.waitsAtMost = std::chrono::seconds(each->toInt());
        }
    }
    return program;
}

bool serviceAnswers(const Store &store, const QString &ns, const QString &name)
{
    const auto service = store.find(kinds::service(), ns, name);
    if (!service) {
        return false;
    }
    if (textAt(*service, {u"spec", u"type"}) == u"ExternalName") {
        return true;
    }
    for (const QJsonObject &slice : store.list(kinds::endpointSlice(), ns)) {
        if (textAt(slice, {u"metadata", u"labels", u"kubernetes.io/service-name"}) != name) {
            continue;
        }
        for (const QJsonValue &endpoint : slice.value(u"endpoints").toArray()) {
            const QJsonValue ready = valueAt(endpoint.toObject(), {u"conditions", u"ready"});
            if (ready.isUndefined() || ready.toBool()) {
                return true;
            }
        }
    }
    return false;
}

void FinishedJobs::observe(const Store &store, const Change &change)
{
    if (change.type != &kinds::job() || !isTrue(change.object, u"Complete")) {
        return;
    }
    const auto home = store.find(kinds::ns(), {}, namespaceOf(change.object));
    for (const QJsonValue &each : listAt(change.object, {u"spec", u"template", u"spec", u"containers"})) {
        const QString script = scriptOf(each.toObject());
        if (home && !script.isEmpty()) {
            m_done.insert(uidOf(*home) + u'|' + each.toObject().value(u"image").toString() + u'|' + script);
        }
    }
}

QString FinishedJobs::awaited(const Store &store, const QString &ns, const Program &program) const
{
    for (const QString &name : program.jobs) {
        const auto job = store.find(kinds::job(), ns, name);
        if (!job || !isTrue(*job, u"Complete")) {
            return name;
        }
    }
    if (!program.waits) {
        return {};
    }
    QString last;
    for (const QJsonObject &job : store.list(kinds::job(), ns)) {
        for (const QJsonValue &each : listAt(job, {u"spec", u"template", u"spec", u"containers"})) {
            const bool isSame = scriptOf(each.toObject()) == program.script;
            if (!isSame || each.toObject().value(u"image").toString() != program.image) {
                continue;
            }
            if (isTrue(job, u"Complete")) {
                return {};
            }
            last = nameOf(job);
        }
    }
    const auto home = store.find(kinds::ns(), {}, ns);
    if (!last.isEmpty() || !home || !m_done.contains(uidOf(*home) + u'|' + program.image + u'|' + program.script)) {
        return last.isEmpty() ? program.script : last;
    }
    return {};
}

QStringList missingFor(const World &world, const FinishedJobs &jobs, const QString &ns, const Program &program)
{
    QStringList missing;
    for (const QString &service : program.services) {
        if (!serviceAnswers(world.store, ns, service)) {
            missing.append(service);
        }
    }
    if (missing.isEmpty()) {
        const QString job = jobs.awaited(world.store, ns, program);
        if (!job.isEmpty()) {
            missing.append(u"job/"_s + job);
        }
    }
    return missing;
}

} // namespace sentinel::sandbox
