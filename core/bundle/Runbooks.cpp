// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bundle/Generators.h"
#include "core/bundle/Resources.h"
#include "core/bundle/Template.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::bundle {

namespace {

/// One file for each kind of alert; the rules of the chart name them (runbook_url).
constexpr QStringView kPages[] = {u"README", u"certificates", u"data", u"logs", u"platform", u"slo", u"tasks", u"workloads"};

/// What a command needs to know, in the order people say it.
constexpr QStringView kVariables[] = {u"CONTEXT", u"NAMESPACE", u"DATABASE_USER", u"ARGOCD_NAMESPACE", u"SENTINEL_HOST"};

/// A cluster on which an environment runs, with a value for each variable.
struct Place
{
    QString name;
    QHash<QStringView, QString> values;
};

QList<Place> placesOf(std::span<const Environment> environments)
{
    QList<Place> places;
    for (const Environment &environment : environments) {
        for (const Target &target : environment.targets) {
            places.append({.name = target.named ? environment.name + u", "_s + target.name : environment.name,
                           .values = {{u"CONTEXT", target.context},
                                      {u"NAMESPACE", environment.nameSpace()},
                                      {u"DATABASE_USER", target.answers.text(u"storage.databaseUser")},
                                      {u"ARGOCD_NAMESPACE", environment.answers.text(u"delivery.argocdNamespace")},
                                      {u"SENTINEL_HOST", target.answers.text(u"network.host")}}});
        }
    }
    return places;
}

bool differs(const QList<Place> &places, QStringView variable)
{
    const QString first = places.first().values.value(variable);
    return std::ranges::any_of(places, [&](const Place &place) { return place.values.value(variable) != first; });
}

/// How a command says it: as it is where every place has the same, else by a variable of the shell.
QString word(const QList<Place> &places, QStringView variable)
{
    return differs(places, variable) ? u"\"$"_s + variable.toString() + u'"' : places.first().values.value(variable);
}

/// The same inside a sentence.
QString name(const QList<Place> &places, QStringView variable)
{
    return differs(places, variable) ? u'$' + variable.toString() : places.first().values.value(variable);
}

/// A line for each place that sets what differs.
QString assignments(const QList<Place> &places)
{
    QStringList lines;
    for (const Place &place : places) {
        QStringList words;
        for (const QStringView variable : kVariables) {
            if (differs(places, variable)) {
                const QString value = place.values.value(variable);
                // Only contexts may be unsaid: then it is the one in use.
                words.append(variable.toString() + u'=' + (value.isEmpty() ? u"$(kubectl config current-context)"_s : value));
            }
        }
        lines.append(words.join(u' ') + u" # "_s + place.name);
    }
    return lines.join(u'\n');
}

void setCommands(Filling &filling, const QList<Place> &places)
{
    const QString context = word(places, u"CONTEXT");
    const QString space = word(places, u"NAMESPACE");
    const QString kubectl = context.isEmpty() ? u"kubectl"_s : u"kubectl --context "_s + context;
    const QString own = kubectl + u" -n "_s + space;
    const QString onNodes = kubectl + u" -n "_s + space + u"-host"_s;
    QHash<QString, QString> &texts = filling.texts;
    texts.insert(u"kubectl"_s, kubectl);
    texts.insert(u"k"_s, own);
    texts.insert(u"kHost"_s, onNodes);
    texts.insert(u"helm"_s, (context.isEmpty() ? u"helm"_s : u"helm --kube-context "_s + context) + u" -n "_s + space);
    texts.insert(u"argo"_s, kubectl + u" -n "_s + word(places, u"ARGOCD_NAMESPACE"));
    texts.insert(u"promtool"_s, own + u" exec prometheus-0 -- promtool query instant http://127.0.0.1:9090"_s);
    texts.insert(u"amtool"_s, own + u" exec alertmanager-0 -- amtool --alertmanager.url=http://127.0.0.1:9093"_s);
    // Passwords stay inside the containers: no command carries one.
    texts.insert(u"sql"_s, own + u" exec -i postgres-0 -- sh -c 'psql -X -U \"$POSTGRES_USER\" -d \"$POSTGRES_DB\"'"_s);
    texts.insert(
        u"sqlLeader"_s,
        own + u" exec -i \"$LEADER\" -c patroni -- sh -c 'PGPASSWORD=\"$(cat /run/secrets/patroni/superuser-password)\""_s
            + u" psql -X -h /var/run/postgresql -U postgres -d \"$DATABASE_NAME\"'"_s);
    texts.insert(u"patronictl"_s,
                 own + u" exec patroni-0 -c patroni -- sh -c 'PATRONI_RESTAPI_USERNAME=patroni PATRONI_RESTAPI_PASSWORD=\""_s
                     + u"$(cat /run/secrets/patroni/rest-password)\" exec patronictl -c /etc/patroni/patroni.yaml \"$@\"' -"_s);
    texts.insert(
        u"redisNode"_s,
        own + u" exec redis-node-$n -- sh -c 'REDISCLI_AUTH=\"$(cat /run/secrets/redis/password)\" exec redis-cli \"$@\"' -"_s);
}

void setFlags(Filling &filling, std::span<const Environment> environments)
{
    for (const Environment &environment : environments) {
        // The values of the chart say what runs; asking them keeps this apart from how an answer becomes a value.
        const yaml::Value values = helmValues(environment, environment.answers, environment.sizing);
        const auto on = [&values](QStringView part) {
            const yaml::Value *enabled = values.find({part, u"enabled"});
            return enabled && enabled->boolean();
        };
        const yaml::Value *kind = values.find({u"database", u"kind"});
        const bool external = kind && kind->text() == u"external";
        filling.flags.insert(external ? u"externalDatabase"_s : on(u"patroni") ? u"patroni"_s : u"singleDatabase"_s);
        filling.flags.insert(on(u"redisSentinel") ? u"redisSentinel"_s : u"singleRedis"_s);
    }
}

} // namespace

QList<File> runbookFiles(std::span<const Environment> environments)
{
    const QList<Place> places = placesOf(environments);
    Filling filling;
    setCommands(filling, places);
    setFlags(filling, environments);
    const QString space = name(places, u"NAMESPACE");
    filling.texts.insert(u"namespace"_s, word(places, u"NAMESPACE"));
    filling.texts.insert(u"namespaceName"_s, space);
    filling.texts.insert(u"nodesNamespace"_s, space + u"-host"_s);
    filling.texts.insert(u"databaseUser"_s, word(places, u"DATABASE_USER"));
    filling.texts.insert(u"host"_s, name(places, u"SENTINEL_HOST"));
    if (std::ranges::any_of(kVariables, [&places](QStringView variable) { return differs(places, variable); })) {
        filling.flags.insert(u"several"_s);
        filling.texts.insert(u"places"_s, assignments(places));
    }
    QList<File> files;
    for (const QStringView page : kPages) {
        for (const auto &[language, ending] : {std::pair{u".en.md"_s, u".md"_s}, std::pair{u".es.md"_s, u".es.md"_s}}) {
            files.append({.path = u"docs/RUNBOOKS/"_s + page.toString() + ending,
                          .mediaType = u"text/markdown"_s,
                          .content = fill(resourceContent(u"runbooks/"_s + page.toString() + language), filling),
                          .origins = {}});
        }
    }
    return files;
}

} // namespace sentinel::bundle
