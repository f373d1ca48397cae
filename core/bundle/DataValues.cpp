// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bundle/Objects.h"
#include "core/bundle/Values.h"

using namespace Qt::StringLiterals;

namespace sentinel::bundle {

using yaml::Value;

namespace {

const QString &level()
{
    static const QString key = u"availability.level"_s;
    return key;
}

/// `replicas` and `spread` of something that runs as several.
void setSeveral(Value &part, const Source &source, const sizing::Component &component, const QString &number = u"replicas"_s)
{
    part.set(number, from(level(), component.replicas));
    part.set(u"spread"_s, spreadOf(source, component));
}

void appendPostgresql(Value &values, const Source &source)
{
    const sizing::Component *component = source.sizing.component(u"postgresql");
    if (!component) {
        return;
    }
    Value part = Value::map();
    setPower(part, source, *component);
    part.set(u"storage"_s, volumeOf(source, *component, u"load.logRetention"_s));
    if (const sizing::Figure *most = source.sizing.figure(u"database.maxConnections")) {
        part.set(u"maxConnections"_s, from(u"load.eventsPerSecond"_s, static_cast<qint64>(most->value)));
    }
    values.set(u"postgresql"_s, std::move(part));
    if (!hasPatroni(source.answers)) {
        return;
    }
    Value patroni = Value::map({{u"enabled"_s, from(level(), true)}});
    setSeveral(patroni, source, *component);
    setSecret(patroni, source, u"security.patroniSecret"_s, {}, {});
    values.set(u"patroni"_s, std::move(patroni));
}

void appendRedis(Value &values, const Source &source)
{
    const sizing::Component *component = source.sizing.component(u"redis");
    if (!component) {
        return;
    }
    Value part = Value::map();
    setSecret(part, source, u"security.redisSecret"_s, u"password"_s, u"passwordKey"_s);
    setPower(part, source, *component);
    part.set(u"storage"_s, volumeOf(source, *component, u"load.outage"_s));
    values.set(u"redis"_s, std::move(part));
    if (const sizing::Component *watcher = source.sizing.component(u"redis-sentinel")) {
        Value several = Value::map({{u"enabled"_s, from(level(), true)}, {u"nodes"_s, from(level(), component->replicas)}});
        setSeveral(several, source, *watcher, u"sentinels"_s);
        setPower(several, source, *watcher);
        if (source.answers.has(u"storage.class")) {
            several.set(u"storage"_s, Value::map({{u"className"_s, answered(source, u"storage.class"_s)}}));
        }
        values.set(u"redisSentinel"_s, std::move(several));
    }
}

/// Of the parts around the databases: the component of the sizing, and what the chart calls it.
struct Part
{
    QString component;
    QString value;
};

} // namespace

void appendData(Value &values, const Source &source)
{
    appendRedis(values, source);
    if (source.text(u"storage.database"_s) == u"bundled") {
        appendPostgresql(values, source);
    }
    const Part parts[] = {{u"etcd"_s, u"etcd"_s},
                          {u"haproxy"_s, u"haproxy"_s},
                          {u"pgbouncer"_s, u"pgbouncer"_s},
                          {u"redis-proxy"_s, u"redisProxy"_s}};
    for (const Part &one : parts) {
        const sizing::Component *component = source.sizing.component(one.component);
        if (!component) {
            continue;
        }
        Value part = Value::map();
        setSeveral(part, source, *component);
        setPower(part, source, *component);
        if (!component->storage.isZero()) {
            part.set(u"storage"_s, volumeOf(source, *component, level()));
        }
        values.set(one.value, std::move(part));
    }
}

} // namespace sentinel::bundle
