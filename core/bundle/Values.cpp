// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bundle/Values.h"

#include "core/bundle/Generators.h"
#include "core/bundle/Objects.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::bundle {

using yaml::Value;

namespace {

Value amounts(const Quantity &cpu, const Quantity &memory)
{
    return Value::map({{u"cpu"_s, cpu.toString()}, {u"memory"_s, memory.toString()}});
}

} // namespace

bool isHighlyAvailable(const plan::Answers &answers)
{
    return answers.text(u"availability.level") != u"none";
}

bool hasPatroni(const plan::Answers &answers)
{
    return answers.text(u"storage.database") == u"bundled" && isHighlyAvailable(answers);
}

bool hasSinglePostgresql(const plan::Answers &answers)
{
    return answers.text(u"storage.database") == u"bundled" && !isHighlyAvailable(answers);
}

bool watchesNodes(const plan::Answers &answers)
{
    return answers.text(u"observability.prometheus") == u"bundled" || answers.text(u"observability.loki") != u"none"
        || answers.text(u"observability.watchdog") != u"none";
}

bool hasGrafana(const plan::Answers &answers)
{
    return answers.text(u"observability.prometheus") == u"bundled" || answers.text(u"observability.loki") == u"bundled";
}

bool sendsAlertsTo(const plan::Answers &answers, QStringView receiver)
{
    return answers.text(u"observability.prometheus") == u"bundled"
        && answers.choices(u"observability.receivers").contains(receiver.toString());
}

Value answered(const Source &source, const QString &key)
{
    return from(key, source.text(key));
}

void setSecret(Value &map, const Source &source, const QString &answer, const QString &usualKey, const QString &keyValue)
{
    const SecretReference reference = secretReference(source.text(answer), usualKey);
    map.set(u"secretName"_s, from(answer, reference.secret));
    if (!keyValue.isEmpty()) {
        map.set(keyValue, from(answer, reference.key));
    }
}

Value spreadOf(const Source &source, const sizing::Component &component)
{
    // "required" only where a rollout still has a free node for its extra pod; otherwise it would wait for ever.
    const int pods = std::max(component.replicas, component.maxReplicas);
    const bool apart = component.spreadHosts && pods < source.sizing.totals.nodes;
    const QString hosts = apart ? u"required"_s : component.spreadHosts || component.spreadZones ? u"preferred"_s : u"none"_s;
    return from(u"availability.level"_s,
                Value::map({{u"hosts"_s, hosts}, {u"zones"_s, component.spreadZones ? u"preferred"_s : u"none"_s}}));
}

void setPower(Value &part, const Source &source, const sizing::Component &component)
{
    part.set(u"resources"_s,
             from(u"load.eventsPerSecond"_s,
                  Value::map({{u"requests"_s, amounts(component.requestCpu, component.requestMemory)},
                              {u"limits"_s, amounts(component.limitCpu, component.limitMemory)}})));
    if (source.answers.flag(u"security.priorityClasses")) {
        part.set(u"priorityClassName"_s,
                 from(u"security.priorityClasses"_s, priorityClassOf(source.environment, component.name)));
    }
}

Value volumeOf(const Source &source, const sizing::Component &component, const QString &why)
{
    Value storage = Value::map({{u"size"_s, from(why, component.storage.toString())}});
    const bool database = component.name == u"postgresql";
    const QString key
        = database && source.answers.has(u"storage.databaseClass") ? u"storage.databaseClass"_s : u"storage.class"_s;
    if (source.answers.has(key)) {
        storage.set(u"className"_s, answered(source, key));
    }
    return storage;
}

} // namespace sentinel::bundle
