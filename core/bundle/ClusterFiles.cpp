// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bundle/Generators.h"
#include "core/bundle/Objects.h"

using namespace Qt::StringLiterals;

namespace sentinel::bundle {

using yaml::Value;

namespace {

/// What `values` says otherwise than `usual`, as Helm merges it: maps by key, everything else as a whole.
Value differenceOf(const Value &usual, const Value &values)
{
    Value result;
    for (const yaml::Entry &entry : values.entries()) {
        const Value *before = usual.find(entry.key);
        if (before && before->isMap() && entry.value.isMap()) {
            if (Value inner = differenceOf(*before, entry.value); !inner.isNull()) {
                result.set(entry.key, std::move(inner));
            }
        } else if (!before || !(*before == entry.value)) {
            result.set(entry.key, entry.value);
        }
    }
    return result;
}

File clusterFile(const Environment &environment, const Target &target)
{
    const QString key = u"clusters["_s + target.name + u']';
    Value spec = Value::map({{u"environment"_s, from(key + u".environment"_s, environment.name)}});
    if (!target.context.isEmpty()) {
        spec.set(u"context"_s, from(key + u".context"_s, target.context));
    }
    spec.set(u"server"_s, from(key + u".server"_s, target.server));
    const Value cluster = Value::map({{u"apiVersion"_s, u"console.sentinel/v1"_s},
                                      {u"kind"_s, u"Cluster"_s},
                                      {u"metadata"_s, Value::map({{u"name"_s, from(key, target.name)}})},
                                      {u"spec"_s, spec}});
    return yamlFile(u"clusters/"_s + target.name + u"/cluster.yaml"_s, cluster,
                    u"The cluster "_s + target.name
                        + u": which environment it runs, and where Argo CD and kubectl find it.\n"
                          u"Read by the console and by people; no object of Kubernetes."_s);
}

File overridesFile(const Environment &environment, const Target &target, const Value &usual)
{
    const Value values = helmValues(environment, target.answers, sizing::size(target.answers));
    Value overrides = differenceOf(usual, values);
    if (overrides.isNull()) {
        overrides = Value::map();
    }
    return yamlFile(u"clusters/"_s + target.name + u"/values.yaml"_s, overrides,
                    u"What the cluster "_s + target.name + u" has otherwise than environments/"_s + environment.name
                        + u"/values.yaml."_s);
}

} // namespace

QList<File> clusterFiles(const Environment &environment)
{
    QList<File> files;
    Value usual;
    for (const Target &target : environment.targets) {
        if (!target.named) {
            continue;
        }
        if (usual.isNull()) {
            usual = helmValues(environment, environment.answers, environment.sizing);
        }
        files.append(clusterFile(environment, target));
        files.append(overridesFile(environment, target, usual));
    }
    return files;
}

} // namespace sentinel::bundle
