// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bundle/Generators.h"
#include "core/bundle/Objects.h"

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
    return {{u"data"_s, 2000, u"Database and broker: the last to give way"_s},
            {u"service"_s, 1000, u"What people and other systems talk to"_s},
            {u"task"_s, 0, u"Background work: waits when room is short"_s}};
}

} // namespace

QString priorityClassOf(const Environment &environment, const QString &component)
{
    const bool data = component == u"postgresql" || component == u"redis";
    return environment.nameSpace() + u'-' + (data ? u"data"_s : component == u"worker" ? u"task"_s : u"service"_s);
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
