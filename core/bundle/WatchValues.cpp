// SPDX-License-Identifier: GPL-3.0-or-later
// Figures, lines and warnings, and the watchdog on the nodes.
#include "core/bundle/Objects.h"
#include "core/bundle/Values.h"

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;

namespace sentinel::bundle {

using yaml::Value;

namespace {

constexpr int kSecurePort = 443;
const Duration kUsualTimeout = std::chrono::seconds(10); ///< of one measurement

/// One number and one unit, which is all Loki's compactor and the chart take.
QString inHours(Duration duration)
{
    return QString::number(std::max<qint64>(1, std::chrono::ceil<std::chrono::hours>(duration).count())) + u'h';
}

QString inSeconds(Duration duration)
{
    return QString::number(std::max<qint64>(1, std::chrono::ceil<std::chrono::seconds>(duration).count())) + u's';
}

Value portOf(const Source &source, const QString &answer)
{
    return from(answer, portOfUrl(source.text(answer)));
}

/// The component's own share of the values, where it is planned.
Value partOf(const Source &source, const QString &name, const QString &volume)
{
    const sizing::Component *component = source.sizing.component(name);
    Value part = Value::map();
    if (!component) {
        return part;
    }
    if (!component->perNode && name != u"grafana") {
        part.set(u"replicas"_s, from(u"availability.level"_s, component->replicas));
        part.set(u"spread"_s, spreadOf(source, *component));
    }
    setPower(part, source, *component);
    if (!component->storage.isZero()) {
        part.set(u"storage"_s, volumeOf(source, *component, volume));
    }
    return part;
}

void appendPrometheus(Value &watch, const Source &source)
{
    const QString key = u"observability.metricsRetention"_s;
    Value part = partOf(source, u"prometheus"_s, key);
    part.set(u"retention"_s, from(key, inHours(source.answers.duration(key))));
    if (source.text(u"load.scaler"_s) == u"keda") {
        const QString answer = u"load.kedaNamespace"_s;
        part.set(u"readers"_s, from(answer, Value::list(QStringList{source.text(answer)})));
    }
    watch.set(u"prometheus"_s, std::move(part));
}

Value mail(const Source &source)
{
    Value part = Value::map({{u"enabled"_s, from(u"observability.receivers"_s, true)},
                             {u"to"_s, answered(source, u"observability.mailTo"_s)},
                             {u"from"_s, answered(source, u"observability.mailFrom"_s)},
                             {u"smarthost"_s, answered(source, u"observability.mailServer"_s)}});
    if (source.answers.has(u"observability.mailUser")) {
        part.set(u"username"_s, answered(source, u"observability.mailUser"_s));
    }
    return part;
}

void appendAlertmanager(Value &watch, const Source &source)
{
    const QString key = u"observability.receivers"_s;
    Value part = partOf(source, u"alertmanager"_s, key);
    setSecret(part, source, u"security.alertsSecret"_s, {}, {});
    Value receivers = Value::map();
    for (const QString &name : {u"slack"_s, u"discord"_s, u"webhook"_s}) {
        if (sendsAlertsTo(source.answers, name)) {
            receivers.set(name, Value::map({{u"enabled"_s, from(key, true)}}));
        }
    }
    if (sendsAlertsTo(source.answers, u"slack")) {
        Value slack = *receivers.find(u"slack");
        slack.set(u"channel"_s, answered(source, u"observability.slackChannel"_s));
        receivers.set(u"slack"_s, std::move(slack));
    }
    if (sendsAlertsTo(source.answers, u"email")) {
        receivers.set(u"email"_s, mail(source));
        const QString server = u"observability.mailServer"_s;
        const auto way = [](const QString &name, const Value &port) {
            return Value::map({{u"name"_s, name}, {u"cidr"_s, u"0.0.0.0/0"_s}, {u"port"_s, port}});
        };
        part.set(u"egress"_s,
                 Value::list(QList<Value>{way(u"https"_s, kSecurePort),
                                          way(u"smtp"_s, from(server, source.text(server).section(u':', -1).toInt()))}));
    }
    if (!receivers.entries().isEmpty()) {
        part.set(u"receivers"_s, std::move(receivers));
    }
    watch.set(u"alertmanager"_s, std::move(part));
}

void appendGrafana(Value &watch, const Source &source)
{
    Value part = partOf(source, u"grafana"_s, u"observability.prometheus"_s);
    part.set(u"enabled"_s, from(u"observability.prometheus"_s, hasGrafana(source.answers)));
    if (hasGrafana(source.answers)) {
        setSecret(part, source, u"security.grafanaSecret"_s, u"admin-password"_s, u"passwordKey"_s);
    }
    watch.set(u"grafana"_s, std::move(part));
}

Value objectStore(const Source &source)
{
    Value store = Value::map({{u"bucket"_s, answered(source, u"observability.lokiBucket"_s)},
                              {u"region"_s, answered(source, u"observability.lokiRegion"_s)}});
    const QString endpoint = u"observability.lokiEndpoint"_s;
    if (source.answers.has(endpoint)) {
        store.set(u"endpoint"_s, answered(source, endpoint));
        store.set(u"port"_s, portOf(source, endpoint));
    } else {
        store.set(u"pathStyle"_s, false); // Amazon's new buckets are named by host
    }
    setSecret(store, source, u"observability.lokiSecret"_s, u"credentials"_s, u"credentialsKey"_s);
    return store;
}

void appendLoki(Value &watch, const Source &source)
{
    const QString key = u"observability.lokiStore"_s;
    Value part = partOf(source, u"loki"_s, u"load.logRetention"_s);
    part.set(u"store"_s, answered(source, key));
    const auto kept = [&source](const QString &answer) {
        return Value::map({{u"retention"_s, from(answer, inHours(source.answers.duration(answer)))}});
    };
    part.set(u"tenants"_s,
             Value::map({{u"security"_s, kept(u"observability.securityRetention"_s)}, {u"ops"_s, kept(u"load.logRetention"_s)}}));
    if (source.text(key) == u"objectStore") {
        part.set(u"objectStore"_s, objectStore(source));
    }
    watch.set(u"loki"_s, std::move(part));
}

void appendCollectors(Value &watch, const Source &source)
{
    Value ops = partOf(source, u"collector-ops"_s, {});
    if (source.answers.has(u"storage.class")) {
        ops.set(u"queueClass"_s, answered(source, u"storage.class"_s));
    }
    watch.set(u"collectors"_s,
              Value::map({{u"security"_s, partOf(source, u"collector-security"_s, {})}, {u"ops"_s, std::move(ops)}}));
}

/// What is there already, where an answer says so.
void appendExisting(Value &watch, const Source &source)
{
    Value existing = Value::map();
    if (source.text(u"observability.prometheus"_s) == u"existing") {
        existing.set(
            u"prometheus"_s,
            Value::map({{u"labels"_s, Value::map({{u"release"_s, answered(source, u"observability.operatorRelease"_s)}})},
                        {u"namespace"_s, answered(source, u"observability.scrapeNamespace"_s)}}));
    }
    if (source.text(u"observability.loki"_s) == u"existing") {
        const QString url = u"observability.lokiUrl"_s;
        existing.set(u"loki"_s,
                     Value::map({{u"securityUrl"_s, answered(source, url)},
                                 {u"opsUrl"_s, answered(source, url)},
                                 {u"port"_s, portOf(source, url)}}));
    }
    if (!existing.entries().isEmpty()) {
        watch.set(u"existing"_s, std::move(existing));
    }
}

void appendHost(Value &watch, const Source &source)
{
    const bool openShift = source.text(u"target.distribution"_s) == u"openshift";
    Value dns = Value::map({{u"namespace"_s, answered(source, u"network.dnsNamespace"_s)}});
    if (openShift) {
        const QString why = u"target.distribution"_s;
        dns.set(u"podLabel"_s, from(why, u"dns.operator.openshift.io/daemonset-dns"_s));
        dns.set(u"podLabelValues"_s, from(why, Value::list(QStringList{u"default"_s})));
        dns.set(u"port"_s, from(why, 5353));
    }
    QStringList caches;
    if (source.answers.flag(u"network.nodeLocalDns")) {
        caches.append(blockOfAddress(source.text(u"network.nodeLocalDnsAddress"_s)));
    }
    dns.set(u"cidrs"_s, from(u"network.nodeLocalDns"_s, Value::list(caches)));
    Value host = Value::map({{u"dns"_s, std::move(dns)}});
    if (openShift) {
        host.set(u"seLinuxType"_s, from(u"target.distribution"_s, u"spc_t"_s));
    }
    watch.set(u"host"_s, std::move(host));
    QStringList networks;
    const QList<plan::GroupItem> items = source.answers.group(u"network.apiServer");
    for (const plan::GroupItem &item : items) {
        networks.append(item.text(u"cidr"));
    }
    if (!networks.isEmpty()) {
        watch.set(u"apiServerCidrs"_s, from(u"network.apiServer"_s, Value::list(networks)));
    }
}

void appendMeasuring(Value &watch, const Source &source)
{
    const QString interval = u"observability.scrapeInterval"_s;
    const Duration every = source.answers.duration(interval);
    watch.set(u"scrapeInterval"_s, from(interval, inSeconds(every)));
    watch.set(u"scrapeTimeout"_s, from(interval, inSeconds(std::min(every, kUsualTimeout))));
    const double promised = source.text(u"availability.uptime"_s).toDouble() / 100;
    watch.set(
        u"slo"_s,
        Value::map({{u"availability"_s, from(u"availability.uptime"_s, Value::number(QString::number(promised, 'g', 6)))}}));
    Value exporters = Value::map({{u"node"_s, partOf(source, u"exporters"_s, {})}});
    watch.set(u"exporters"_s, std::move(exporters));
}

} // namespace

void appendObservability(Value &values, const Source &source)
{
    const QString metrics = source.text(u"observability.prometheus"_s);
    const QString logs = source.text(u"observability.loki"_s);
    Value watch = Value::map({{u"metrics"_s, answered(source, u"observability.prometheus"_s)},
                              {u"logs"_s, answered(source, u"observability.loki"_s)},
                              {u"cluster"_s, source.cluster}});
    if (watchesNodes(source.answers)) {
        appendHost(watch, source);
    }
    if (metrics != u"none") {
        appendMeasuring(watch, source);
    }
    if (metrics == u"bundled") {
        appendPrometheus(watch, source);
        appendAlertmanager(watch, source);
    }
    appendGrafana(watch, source);
    if (logs == u"bundled") {
        appendLoki(watch, source);
    }
    if (logs != u"none") {
        appendCollectors(watch, source);
    }
    appendExisting(watch, source);
    values.set(u"observability"_s, std::move(watch));
    if (source.text(u"observability.watchdog"_s) != u"none") {
        Value watchdog = Value::map({{u"enabled"_s, from(u"observability.watchdog"_s, true)}});
        const Value part = partOf(source, u"watchdog"_s, {});
        for (const yaml::Entry &entry : part.entries()) {
            watchdog.set(entry.key, entry.value);
        }
        values.set(u"watchdog"_s, std::move(watchdog));
    }
}

} // namespace sentinel::bundle
