// SPDX-License-Identifier: GPL-3.0-or-later
// Going back by itself after a bad deploy: the rules of each environment, and the same as a job of CI, since a desktop may be
// closed.
#include "core/bundle/Generators.h"
#include "core/bundle/Objects.h"
#include "core/bundle/Resources.h"
#include "core/bundle/Template.h"

using namespace Qt::StringLiterals;

namespace sentinel::bundle {

using yaml::Value;

namespace {

bool isGuarded(const Environment &environment)
{
    return environment.answers.flag(u"delivery.guard");
}

/// "NAMESPACE/SERVICE:PORT"
QString prometheusOf(const Environment &environment)
{
    return environment.answers.text(u"observability.prometheus") == u"bundled"
        ? environment.nameSpace() + u"/prometheus:9090"_s
        : environment.answers.text(u"delivery.guardPrometheus");
}

File rulesFile(const Environment &environment)
{
    Value spec = Value::map(
        {{u"watch"_s, from(u"delivery.guardFor"_s, formatGoDuration(environment.answers.duration(u"delivery.guardFor")))}});
    if (const QString query = environment.answers.text(u"delivery.guardQuery"); !query.isEmpty()) {
        spec.set(u"slo"_s,
                 Value::map({{u"query"_s, from(u"delivery.guardQuery"_s, query)},
                             {u"above"_s, from(u"delivery.guardAbove"_s, environment.answers.notation(u"delivery.guardAbove"))},
                             {u"prometheus"_s, from(u"delivery.guardPrometheus"_s, prometheusOf(environment))}}));
    }
    const Value rules = Value::map({{u"apiVersion"_s, u"console.sentinel/v1"_s},
                                    {u"kind"_s, u"RollbackGuard"_s},
                                    {u"metadata"_s, Value::map({{u"name"_s, environment.name}})},
                                    {u"spec"_s, from(u"delivery.guard"_s, std::move(spec))}});
    return yamlFile(environment.folder() + u"/guard.yaml"_s, rules,
                    u"A guard may roll "_s + environment.name
                        + u" back without a person. That this file is here is what says so; sentinelctl guard reads it."_s);
}

/// The job of one environment on one cluster.
QByteArray jobOf(const Environment &environment, const Target &target, bool several)
{
    const qint64 minutes
        = (environment.answers.duration(u"delivery.guardFor") + std::chrono::seconds(59)) / std::chrono::minutes(1);
    const QString name = environment.name + (several ? u'-' + target.name : QString());
    Filling filling;
    const QString secret = u"KUBECONFIG_"_s + QString(name).toUpper().replace(u'-', u'_');
    filling.texts = {{u"job"_s, name},
                     {u"environment"_s, environment.name},
                     {u"clusterFlag"_s, target.named ? u" --cluster "_s + target.name : QString()},
                     {u"secret"_s, secret},
                     {u"secretValue"_s, u"${{ secrets."_s + secret + u" }}"_s},
                     {u"branch"_s, environment.answers.text(u"delivery.revision")},
                     // The wait for the deploy, the watch, the way back.
                     {u"timeout"_s, QString::number(minutes + 60)}};
    if (environment.usesArgo()) {
        filling.flags.insert(u"argo"_s);
    }
    return fill(resourceContent(u"guides/guard-job.yml"_s), filling);
}

File workflowFile(std::span<const Environment> environments)
{
    QByteArray jobs;
    QStringList branches;
    for (const Environment &environment : environments) {
        if (!isGuarded(environment)) {
            continue;
        }
        const QString branch = environment.answers.text(u"delivery.revision");
        if (environment.usesArgo() && !branches.contains(branch)) {
            branches.append(branch);
        }
        for (const Target &target : environment.targets) {
            jobs += jobOf(environment, target, environment.targets.size() > 1);
        }
    }
    Filling filling;
    QStringList quoted;
    for (const QString &branch : std::as_const(branches)) {
        quoted.append(QString::fromUtf8(yaml::emitScalar(Value(branch))));
    }
    filling.texts = {{u"branches"_s, quoted.join(u", "_s)}, {u"jobs"_s, QString::fromUtf8(jobs.trimmed())}};
    if (!branches.isEmpty()) {
        filling.flags.insert(u"argo"_s);
    }
    return {.path = u".github/workflows/guard.yml"_s,
            .mediaType = u"application/yaml"_s,
            .content = fill(resourceContent(u"guides/guard.yml"_s), filling),
            .origins = {}};
}

} // namespace

QList<File> guardFiles(std::span<const Environment> environments)
{
    QList<File> files;
    for (const Environment &environment : environments) {
        if (isGuarded(environment)) {
            files.append(rulesFile(environment));
        }
    }
    if (!files.isEmpty()) {
        files.append(workflowFile(environments));
    }
    return files;
}

} // namespace sentinel::bundle
