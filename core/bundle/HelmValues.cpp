// SPDX-License-Identifier: GPL-3.0-or-later
// Which answer feeds which value: the table on top of resources/charts/sentinel/values.yaml.
#include "core/bundle/Generators.h"
#include "core/bundle/Objects.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::bundle {

using yaml::Value;

namespace {

/// What the values are made of: an environment, with the answers and sizing of it or of one of its clusters.
struct Source
{
    const Environment &environment;
    const plan::Answers &answers;
    const sizing::Sizing &sizing;

    [[nodiscard]] QString text(const QString &key) const { return answers.text(key); }
};

Value answered(const Source &source, const QString &key)
{
    return from(key, source.text(key));
}

void setSecret(Value &map, const Source &source, const QString &answer, const QString &usualKey, const QString &keyValue)
{
    const SecretReference reference = secretReference(source.text(answer), usualKey);
    map.set(u"secretName"_s, from(answer, reference.secret));
    map.set(keyValue, from(answer, reference.key));
}

void appendImages(Value &values, const Source &source)
{
    values.set(u"flavour"_s, answered(source, u"target.flavour"_s));
    values.set(u"imageRegistry"_s, answered(source, u"target.imageRegistry"_s));
    if (source.answers.has(u"target.mirrorRegistry")) {
        values.set(u"mirrorRegistry"_s, answered(source, u"target.mirrorRegistry"_s));
    }
    if (source.answers.has(u"target.pullSecret")) {
        const QString name = secretReference(source.text(u"target.pullSecret"_s), {}).secret;
        values.set(u"imagePullSecrets"_s, from(u"target.pullSecret"_s, Value::list(QStringList{name})));
    }
    values.set(u"delivery"_s, answered(source, u"delivery.method"_s));
}

void appendExposure(Value &values, const Source &source)
{
    values.set(u"host"_s, answered(source, u"network.host"_s));
    const QString kind = source.text(u"network.exposure"_s);
    Value exposure = Value::map({{u"kind"_s, answered(source, u"network.exposure"_s)}});
    if (kind == u"ingress") {
        exposure.set(u"ingress"_s, Value::map({{u"className"_s, answered(source, u"network.ingressClass"_s)}}));
    } else if (kind == u"gateway") {
        exposure.set(u"gateway"_s,
                     Value::map({{u"name"_s, answered(source, u"network.gatewayName"_s)},
                                 {u"namespace"_s, answered(source, u"network.gatewayNamespace"_s)},
                                 {u"listener"_s, answered(source, u"network.gatewayListener"_s)}}));
    }
    values.set(u"exposure"_s, std::move(exposure));
}

void appendTls(Value &values, const Source &source)
{
    const QString key = u"network.tls"_s;
    if (!source.environment.usesCertManager()) {
        const bool existing = source.text(key) == u"existingSecret";
        Value tls = Value::map({{u"kind"_s, from(key, existing ? u"existingSecret"_s : u"none"_s)}});
        if (existing) {
            tls.set(u"secretName"_s,
                    from(u"network.tlsSecret"_s, secretReference(source.text(u"network.tlsSecret"_s), {}).secret));
        }
        values.set(u"tls"_s, std::move(tls));
        return;
    }
    const QString kind = source.environment.usesClusterIssuer() ? u"ClusterIssuer"_s : u"Issuer"_s;
    values.set(u"tls"_s,
               Value::map({{u"kind"_s, from(key, u"certificate"_s)},
                           {u"issuerRef"_s,
                            Value::map({{u"kind"_s, from(u"network.issuerScope"_s, kind)},
                                        {u"name"_s, from(u"network.issuerScope"_s, source.environment.issuer())},
                                        {u"group"_s, u"cert-manager.io"_s}})},
                           {u"duration"_s,
                            from(u"network.certificateDuration"_s,
                                 formatGoDuration(source.answers.duration(u"network.certificateDuration")))},
                           {u"renewBefore"_s,
                            from(u"network.certificateRenewBefore"_s,
                                 formatGoDuration(source.answers.duration(u"network.certificateRenewBefore")))}}));
}

bool isBundled(const Source &source)
{
    return source.text(u"storage.database"_s) == u"bundled";
}

void appendDatabase(Value &values, const Source &source)
{
    Value database = Value::map({{u"kind"_s, answered(source, u"storage.database"_s)}});
    if (!isBundled(source)) {
        database.set(u"host"_s, answered(source, u"storage.databaseHost"_s));
        database.set(u"port"_s, from(u"storage.databasePort"_s, Value(source.answers.integer(u"storage.databasePort"))));
    }
    database.set(u"name"_s, answered(source, u"storage.databaseName"_s));
    database.set(u"user"_s, answered(source, u"storage.databaseUser"_s));
    setSecret(database, source, u"security.databaseSecret"_s, u"password"_s, u"passwordKey"_s);
    values.set(u"database"_s, std::move(database));
    Value app = Value::map();
    setSecret(app, source, u"security.appSecret"_s, u"secret-key"_s, u"secretKeyKey"_s);
    app.set(u"aiEnabled"_s, from(u"observability.ai"_s, source.answers.flag(u"observability.ai")));
    values.set(u"app"_s, std::move(app));
}

void appendSecurity(Value &values, const Source &source)
{
    Value pods = Value::map();
    if (source.text(u"target.distribution"_s) == u"openshift") {
        pods.set(u"runAsUser"_s, from(u"target.distribution"_s, Value()));
    }
    pods.set(u"readOnlyRootFilesystem"_s,
             from(u"security.podSecurity"_s, source.text(u"security.podSecurity"_s) == u"restricted"));
    values.set(u"podSecurity"_s, std::move(pods));
    values.set(u"networkPolicies"_s, from(u"security.networkPolicies"_s, source.answers.flag(u"security.networkPolicies")));
}

Value amounts(const Quantity &cpu, const Quantity &memory)
{
    return Value::map({{u"cpu"_s, cpu.toString()}, {u"memory"_s, memory.toString()}});
}

Value spread(const Source &source, const sizing::Component &component)
{
    // "required" only where a rollout still has a free node for its extra pod; otherwise it would wait for ever.
    const int pods = std::max(component.replicas, component.maxReplicas);
    const bool apart = component.spreadHosts && pods < source.sizing.totals.nodes;
    const QString hosts = apart ? u"required"_s : component.spreadHosts || component.spreadZones ? u"preferred"_s : u"none"_s;
    return from(u"availability.level"_s,
                Value::map({{u"hosts"_s, hosts}, {u"zones"_s, component.spreadZones ? u"preferred"_s : u"none"_s}}));
}

/// How many pods, where the chart lets one choose.
void appendScale(Value &values, const Source &source, const sizing::Component &component)
{
    const QString load = component.name == u"worker" ? u"load.eventsPerSecond"_s : u"load.requestsPerSecond"_s;
    values.set(u"replicas"_s, from(load, component.replicas));
    if (component.name != u"worker") {
        Value scaler = Value::map({{u"enabled"_s, component.maxReplicas > component.replicas}});
        if (component.maxReplicas > component.replicas) {
            scaler.set(u"minReplicas"_s, component.replicas);
            scaler.set(u"maxReplicas"_s, component.maxReplicas);
        }
        values.set(u"autoscaling"_s, from(load, std::move(scaler)));
    }
    values.set(u"spread"_s, spread(source, component));
}

Value volume(const Source &source, const sizing::Component &component)
{
    const bool database = component.name == u"postgresql";
    Value storage
        = Value::map({{u"size"_s, from(database ? u"load.logRetention"_s : u"load.outage"_s, component.storage.toString())}});
    const QString key
        = database && source.answers.has(u"storage.databaseClass") ? u"storage.databaseClass"_s : u"storage.class"_s;
    if (source.answers.has(key)) {
        storage.set(u"className"_s, answered(source, key));
    }
    return storage;
}

void appendComponent(Value &values, const Source &source, const QString &name)
{
    const sizing::Component *component = source.sizing.component(name);
    if (!component) {
        return;
    }
    Value part = Value::map();
    if (name == u"redis") {
        setSecret(part, source, u"security.redisSecret"_s, u"password"_s, u"passwordKey"_s);
    }
    if (name == u"backend" || name == u"worker" || name == u"frontend") {
        appendScale(part, source, *component);
    }
    part.set(u"resources"_s,
             from(u"load.eventsPerSecond"_s,
                  Value::map({{u"requests"_s, amounts(component->requestCpu, component->requestMemory)},
                              {u"limits"_s, amounts(component->limitCpu, component->limitMemory)}})));
    if (name == u"postgresql" || name == u"redis") {
        part.set(u"storage"_s, volume(source, *component));
    }
    if (const sizing::Figure *most = source.sizing.figure(u"database.maxConnections"); most && name == u"postgresql") {
        part.set(u"maxConnections"_s, from(u"load.eventsPerSecond"_s, static_cast<qint64>(most->value)));
    }
    if (source.answers.flag(u"security.priorityClasses")) {
        part.set(u"priorityClassName"_s, from(u"security.priorityClasses"_s, priorityClassOf(source.environment, name)));
    }
    values.set(name, std::move(part));
}

} // namespace

Value helmValues(const Environment &environment, const plan::Answers &answers, const sizing::Sizing &sizing)
{
    const Source source{.environment = environment, .answers = answers, .sizing = sizing};
    Value values = Value::map();
    appendImages(values, source);
    appendExposure(values, source);
    appendTls(values, source);
    appendDatabase(values, source);
    appendSecurity(values, source);
    for (const QString &name : {u"migration"_s, u"backend"_s, u"worker"_s, u"beat"_s, u"frontend"_s, u"redis"_s}) {
        appendComponent(values, source, name);
    }
    if (isBundled(source)) {
        appendComponent(values, source, u"postgresql"_s);
    }
    return values;
}

File valuesFile(const Environment &environment)
{
    return yamlFile(environment.folder() + u"/values.yaml"_s, helmValues(environment, environment.answers, environment.sizing),
                    u"Helm values of the environment "_s + environment.name
                        + u" for charts/sentinel, from sentinel-plan.yaml.\n"_s
                        + u"What is not here keeps the chart's default. The version to run is in version.yaml."_s);
}

} // namespace sentinel::bundle
