// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/delivery/ProjectRules.h"

#include "core/base/Glob.h"
#include "core/sandbox/Types.h"
#include "core/sandbox/delivery/Objects.h"
#include "core/sandbox/delivery/RepositoryMap.h"
#include "core/sandbox/workloads/Json.h"

using namespace Qt::StringLiterals;

namespace sentinel::sandbox {

namespace {

constexpr auto kInCluster = u"https://kubernetes.default.svc";

/// A list with "!pattern" entries denies what they match, whatever else matches.
bool permits(const QJsonArray &patterns, const std::function<bool(const QString &)> &matches)
{
    bool found = false;
    for (const QJsonValue &value : patterns) {
        const QString pattern = value.toString();
        if (pattern.startsWith(u'!')) {
            if (matches(pattern.sliced(1))) {
                return false;
            }
        } else {
            found = found || matches(pattern);
        }
    }
    return found;
}

bool permitsRepository(const QJsonObject &project, const QString &url)
{
    const QString normal = RepositoryMap::normalised(url);
    return permits(listAt(project, {u"spec", u"sourceRepos"}),
                   [&normal](const QString &pattern) { return globMatches(RepositoryMap::normalised(pattern), normal); });
}

bool permitsDestination(const QJsonObject &project, const QString &server, const QString &name, const QString &ns)
{
    const QJsonArray list = listAt(project, {u"spec", u"destinations"});
    return std::ranges::any_of(list, [&](const QJsonValue &value) {
        const QString wantedServer = value[u"server"].toString();
        const QString wantedName = value[u"name"].toString();
        const bool cluster = (!wantedServer.isEmpty() && globMatches(wantedServer, server))
            || (!wantedName.isEmpty() && globMatches(wantedName, name));
        return cluster && globMatches(value[u"namespace"].toString(), ns);
    });
}

bool listed(const QJsonArray &kinds, const QString &group, const QString &kind)
{
    return std::ranges::any_of(kinds, [&](const QJsonValue &value) {
        return globMatches(value[u"group"].toString(), group) && globMatches(value[u"kind"].toString(), kind);
    });
}

QString secretText(const QJsonObject &secret, QStringView key)
{
    return QString::fromUtf8(QByteArray::fromBase64(textAt(secret, {u"data", key}).toLatin1()));
}

/// A cluster Secret makes a destination known; in the rehearsal all of them are this one cluster.
bool isKnownCluster(const Store &store, const QString &argoNamespace, const QString &server, const QString &name)
{
    if (server == kInCluster || name == u"in-cluster") {
        return true;
    }
    const QList<QJsonObject> secrets = store.list(kinds::secret(), argoNamespace);
    return std::ranges::any_of(secrets, [&](const QJsonObject &secret) {
        return textAt(secret, {u"metadata", u"labels", u"argocd.argoproj.io/secret-type"}) == u"cluster"
            && (server.isEmpty() ? secretText(secret, u"name") == name : secretText(secret, u"server") == server);
    });
}

QStringList destinationProblems(const Store &store, const QJsonObject &application, const QJsonObject &project)
{
    const QJsonObject destination = objectAt(application, {u"spec", u"destination"});
    const QString server = destination[u"server"].toString();
    const QString name = destination[u"name"].toString();
    const QString ns = destination[u"namespace"].toString();
    if (server.isEmpty() == name.isEmpty()) {
        return {server.isEmpty() ? u"Destination server missing from app spec"_s
                                 : u"application destination can't have both name and server defined: %1 %2"_s.arg(name, server)};
    }
    if (!isKnownCluster(store, namespaceOf(application), server, name)) {
        return {u"there are no clusters with this %1: %2"_s.arg(server.isEmpty() ? u"name"_s : u"server"_s, server + name)};
    }
    if (!permitsDestination(project, name == u"in-cluster" ? QString(kInCluster) : server, name, ns)) {
        return {
            u"application destination server '%1' and namespace '%2' do not match any of the allowed destinations in project '%3'"_s
                .arg(server + name, ns, nameOf(project))};
    }
    return {};
}

} // namespace

QJsonObject projectOf(const Store &store, const QJsonObject &application)
{
    return store.find(kinds::appProject(), namespaceOf(application), textAt(application, {u"spec", u"project"}))
        .value_or(QJsonObject());
}

QStringList specProblems(const Store &store, const QJsonObject &application)
{
    const QJsonObject spec = application[u"spec"].toObject();
    const QString name = spec[u"project"].toString();
    const QJsonObject project = projectOf(store, application);
    if (project.isEmpty()) {
        return {u"Application referencing project %1 which does not exist"_s.arg(name)};
    }
    if (!spec[u"sources"].toArray().isEmpty()) {
        return {u"the rehearsal cluster knows applications with one source only (spec.source)"_s};
    }
    QStringList problems;
    const QString url = spec[u"source"][u"repoURL"].toString();
    if (url.isEmpty()) {
        problems.append(u"spec.source.repoURL is required"_s);
    } else if (!permitsRepository(project, url)) {
        problems.append(u"application repo %1 is not permitted in project '%2'"_s.arg(url, name));
    }
    return problems + destinationProblems(store, application, project);
}

QString resourceProblem(const QJsonObject &project, const QJsonObject &application, const Type &type, const QJsonObject &object)
{
    const QJsonObject spec = project[u"spec"].toObject();
    const QString refused = u"resource %1:%2 is not permitted in project %3"_s.arg(type.group, type.kind, nameOf(project));
    if (!type.namespaced) {
        const bool allowed = listed(spec[u"clusterResourceWhitelist"].toArray(), type.group, type.kind)
            && !listed(spec[u"clusterResourceBlacklist"].toArray(), type.group, type.kind);
        return allowed ? QString() : refused;
    }
    const QJsonArray white = spec[u"namespaceResourceWhitelist"].toArray();
    if ((spec.contains(u"namespaceResourceWhitelist"_s) && !listed(white, type.group, type.kind))
        || listed(spec[u"namespaceResourceBlacklist"].toArray(), type.group, type.kind)) {
        return refused;
    }
    const QJsonObject destination = objectAt(application, {u"spec", u"destination"});
    const QString name = destination[u"name"].toString();
    if (!permitsDestination(project, name == u"in-cluster" ? QString(kInCluster) : destination[u"server"].toString(), name,
                            namespaceOf(object))) {
        return u"namespace %1 is not permitted in project '%2'"_s.arg(namespaceOf(object), nameOf(project));
    }
    return {};
}

void seedArgoCd(Store &store)
{
    const QString ns = u"argocd"_s;
    if (!store.find(kinds::ns(), {}, ns)) {
        (void)store.create(kinds::ns(), {{u"metadata"_s, QJsonObject{{u"name"_s, ns}}}});
    }
    if (!store.find(kinds::appProject(), ns, u"default"_s)) {
        const QJsonArray anything{QJsonObject{{u"group"_s, u"*"_s}, {u"kind"_s, u"*"_s}}};
        const QJsonObject spec{{u"sourceRepos"_s, QJsonArray{u"*"_s}},
                               {u"destinations"_s, QJsonArray{QJsonObject{{u"server"_s, u"*"_s}, {u"namespace"_s, u"*"_s}}}},
                               {u"clusterResourceWhitelist"_s, anything}};
        (void)store.create(kinds::appProject(),
                           {{u"metadata"_s, QJsonObject{{u"name"_s, u"default"_s}, {u"namespace"_s, ns}}}, {u"spec"_s, spec}});
    }
}

} // namespace sentinel::sandbox
