// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bundle/Generators.h"
#include "core/bundle/Objects.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace sentinel::bundle {

using yaml::Value;

namespace {

struct Rank
{
    QString name;
    int value;
    QString description;
};

/// Two environments may share a cluster: what is protected better also outranks the other.
int baseOf(const Environment &environment)
{
    const QString protection = environment.answers.text(u"security.protection");
    return protection == u"protected" ? 900'000 : protection == u"confirm" ? 500'000 : 100'000;
}

QList<Rank> ranks()
{
    return {{u"security"_s, 3000, u"Audit lines of the nodes: never give way, so that nothing starves the security lane"_s},
            {u"data"_s, 2000, u"Database and broker: the last to give way"_s},
            {u"service"_s, 1000, u"What people and other systems talk to"_s},
            {u"task"_s, 0, u"Background work, figures and ordinary logs: wait when room is short"_s}};
}

} // namespace

QString priorityClassOf(const Environment &environment, const QString &component)
{
    static const QHash<QString, QString> ranks{{u"collector-security"_s, u"security"_s},
                                               {u"watchdog"_s, u"security"_s},
                                               {u"postgresql"_s, u"data"_s},
                                               {u"redis"_s, u"data"_s},
                                               {u"redis-sentinel"_s, u"data"_s},
                                               {u"redis-proxy"_s, u"data"_s},
                                               {u"etcd"_s, u"data"_s},
                                               {u"haproxy"_s, u"data"_s},
                                               {u"pgbouncer"_s, u"data"_s},
                                               {u"worker"_s, u"task"_s},
                                               {u"collector-ops"_s, u"task"_s},
                                               {u"exporters"_s, u"task"_s},
                                               {u"grafana"_s, u"task"_s},
                                               {u"ollama"_s, u"task"_s},
                                               {u"n8n"_s, u"task"_s}};
    return environment.nameSpace() + u'-' + ranks.value(component, u"service"_s);
}

QList<File> priorityClassFiles(const Environment &environment)
{
    if (!environment.answers.flag(u"security.priorityClasses")) {
        return {};
    }
    QList<Value> classes;
    const QList<Rank> all = ranks();
    for (const Rank &rank : all) {
        Value made = object(environment, u"scheduling.k8s.io/v1"_s, u"PriorityClass"_s,
                            {.name = environment.nameSpace() + u'-' + rank.name, .nameSpace = {}}, -25);
        made.set(u"value"_s, from(u"security.protection"_s, baseOf(environment) + rank.value));
        made.set(u"globalDefault"_s, false);
        made.set(u"description"_s, u"Sentinel "_s + environment.name + u": "_s + rank.description);
        made.setOrigin(u"security.priorityClasses"_s);
        classes.append(std::move(made));
    }
    return {yamlFile(
        environment.folder() + u"/priority-classes.yaml"_s, classes,
        u"Who gives way when the cluster of the environment "_s + environment.name
            + u" is short of room.\nPriorityClasses belong to the whole cluster, so their names carry the environment."_s)};
}

} // namespace sentinel::bundle
