// SPDX-License-Identifier: GPL-3.0-or-later
// Which answer feeds which value: the table on top of resources/charts/sentinel/values.yaml.
#include "core/bundle/Generators.h"
#include "core/bundle/Objects.h"
#include "core/bundle/Values.h"

using namespace Qt::StringLiterals;

namespace sentinel::bundle {

using yaml::Value;

namespace {

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

void appendDatabase(Value &values, const Source &source)
{
    Value database = Value::map({{u"kind"_s, answered(source, u"storage.database"_s)}});
    if (source.text(u"storage.database"_s) != u"bundled") {
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

/// How many pods, where the chart lets one choose. What KEDA scales has no other owner of its replicas.
void appendScale(Value &values, const Source &source, const sizing::Component &component)
{
    const QString load = component.name == u"worker" ? u"load.eventsPerSecond"_s : u"load.requestsPerSecond"_s;
    const QString scaler = source.text(u"load.scaler"_s);
    values.set(u"replicas"_s, from(load, component.replicas));
    if (component.name != u"worker") {
        const bool follows = scaler == u"hpa" || (scaler == u"keda" && component.name != u"backend");
        const bool scales = follows && component.maxReplicas > component.replicas;
        Value autoscaling = Value::map({{u"enabled"_s, scales}});
        if (scales) {
            autoscaling.set(u"minReplicas"_s, component.replicas);
            autoscaling.set(u"maxReplicas"_s, component.maxReplicas);
        }
        values.set(u"autoscaling"_s, from(load, std::move(autoscaling)));
    }
    values.set(u"spread"_s, spreadOf(source, component));
}

void appendComponent(Value &values, const Source &source, const QString &name)
{
    const sizing::Component *component = source.sizing.component(name);
    if (!component) {
        return;
    }
    Value part = Value::map();
    if (name == u"backend" || name == u"worker" || name == u"frontend") {
        appendScale(part, source, *component);
    }
    setPower(part, source, *component);
    values.set(name, std::move(part));
}

} // namespace

Value helmValues(const Environment &environment, const plan::Answers &answers, const sizing::Sizing &sizing)
{
    const Source source{.environment = environment,
                        .answers = answers,
                        .sizing = sizing,
                        .cluster = answers.cluster().isEmpty() ? environment.targets.first().name : answers.cluster()};
    Value values = Value::map();
    appendImages(values, source);
    appendExposure(values, source);
    appendTls(values, source);
    appendDatabase(values, source);
    appendSecurity(values, source);
    for (const QString &name : {u"migration"_s, u"backend"_s, u"worker"_s, u"beat"_s, u"frontend"_s}) {
        appendComponent(values, source, name);
    }
    appendData(values, source);
    appendServices(values, source);
    appendScaling(values, source);
    appendObservability(values, source);
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
