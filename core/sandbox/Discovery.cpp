// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/Discovery.h"

#include "core/sandbox/Types.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace sentinel::sandbox {

namespace {

/// The version whose objects, fields and schemas this cluster speaks: keep in step with the schema table.
constexpr auto kGitVersion = "v1.35.4"_L1;

struct Review
{
    const char *group;
    const char *kind;
    const char *plural;
};
constexpr Review kReviews[] = {{"authorization.k8s.io", "SelfSubjectAccessReview", "selfsubjectaccessreviews"},
                               {"authorization.k8s.io", "SelfSubjectRulesReview", "selfsubjectrulesreviews"},
                               {"authentication.k8s.io", "SelfSubjectReview", "selfsubjectreviews"}};

QJsonArray verbsOf(const Type &type)
{
    QJsonArray verbs{"create"_L1, "delete"_L1, "get"_L1, "list"_L1, "patch"_L1, "update"_L1, "watch"_L1};
    if (type.resource() != "namespaces"_L1) { // emptying those at once is too much
        verbs.insert(2, "deletecollection"_L1);
    }
    return verbs;
}

/// One subresource: its name, kind and verbs.
struct Subresource
{
    QString name;
    QString group;
    QString version;
    QString kind;
    QJsonArray verbs;
};

QList<Subresource> subresourcesOf(const Type &type)
{
    const QJsonArray change{"get"_L1, "patch"_L1, "update"_L1};
    QList<Subresource> result;
    if (type.hasStatus) {
        result.append({u"status"_s, type.group, type.version, type.kind, change});
    }
    if (type.hasScale) {
        result.append({u"scale"_s, u"autoscaling"_s, u"v1"_s, u"Scale"_s, change});
    }
    if (type.resource() == "pods"_L1) {
        result.append({u"log"_s, {}, u"v1"_s, u"Pod"_s, QJsonArray{"get"_L1}});
        result.append({u"eviction"_s, u"policy"_s, u"v1"_s, u"Eviction"_s, QJsonArray{"create"_L1}});
        result.append({u"binding"_s, {}, u"v1"_s, u"Binding"_s, QJsonArray{"create"_L1}});
    }
    if (type.resource() == "serviceaccounts"_L1) {
        result.append({u"token"_s, u"authentication.k8s.io"_s, u"v1"_s, u"TokenRequest"_s, QJsonArray{"create"_L1}});
    }
    return result;
}

/// Group and version only where they are not those of the place it stands in.
QJsonObject kindObject(const QString &group, const QString &version, const QString &kind, bool isOfThisPlace)
{
    const bool saysThem = !isOfThisPlace;
    return {{"group"_L1, saysThem ? group : QString()}, {"version"_L1, saysThem ? version : QString()}, {"kind"_L1, kind}};
}

QJsonObject aggregatedResource(const Type &type)
{
    QJsonObject item{{"resource"_L1, type.plural},
                     {"responseKind"_L1, kindObject(type.group, type.version, type.kind, true)},
                     {"scope"_L1, type.namespaced ? "Namespaced"_L1 : "Cluster"_L1},
                     {"singularResource"_L1, type.singular},
                     {"verbs"_L1, verbsOf(type)}};
    if (!type.shortNames.isEmpty()) {
        item.insert("shortNames"_L1, QJsonArray::fromStringList(type.shortNames));
    }
    if (!type.categories.isEmpty()) {
        item.insert("categories"_L1, QJsonArray::fromStringList(type.categories));
    }
    QJsonArray subresources;
    for (const Subresource &sub : subresourcesOf(type)) {
        subresources.append(
            QJsonObject{{"subresource"_L1, sub.name},
                        {"responseKind"_L1,
                         kindObject(sub.group, sub.version, sub.kind, sub.group == type.group && sub.version == type.version)},
                        {"verbs"_L1, sub.verbs}});
    }
    if (!subresources.isEmpty()) {
        item.insert("subresources"_L1, subresources);
    }
    return item;
}

/// Groups in the order people expect short names to be found in: built-in ones first.
QList<std::pair<QString, QString>> groupVersions()
{
    QList<std::pair<QString, QString>> result;
    const auto add = [&result](const QString &group, const QString &version) {
        if (!result.contains(std::pair(group, version))) {
            result.append({group, version});
        }
    };
    for (const Type *type : allTypes()) {
        add(type->group, type->version);
    }
    for (const Review &review : kReviews) {
        add(QString::fromLatin1(review.group), u"v1"_s);
    }
    return result;
}

QJsonArray aggregatedResources(const QString &group, const QString &version)
{
    QJsonArray result;
    for (const Type *type : allTypes()) {
        if (type->group == group && type->version == version) {
            result.append(aggregatedResource(*type));
        }
    }
    for (const Review &review : kReviews) {
        if (group == QLatin1StringView(review.group)) {
            result.append(QJsonObject{{"resource"_L1, QLatin1StringView(review.plural)},
                                      {"responseKind"_L1, kindObject(group, version, QString::fromLatin1(review.kind), true)},
                                      {"scope"_L1, "Cluster"_L1},
                                      {"singularResource"_L1, QString::fromLatin1(review.kind).toLower()},
                                      {"verbs"_L1, QJsonArray{"create"_L1}}});
        }
    }
    return result;
}

QJsonObject aggregated(bool core)
{
    QJsonArray items;
    QStringList done;
    for (const auto &[group, unused] : groupVersions()) {
        if (group.isEmpty() != core || done.contains(group)) {
            continue;
        }
        done.append(group);
        QJsonArray versions;
        for (const auto &[other, version] : groupVersions()) {
            if (other == group) {
                versions.append(QJsonObject{{"version"_L1, version},
                                            {"freshness"_L1, "Current"_L1},
                                            {"resources"_L1, aggregatedResources(group, version)}});
            }
        }
        QJsonObject item{{"metadata"_L1, QJsonObject{{"creationTimestamp"_L1, QJsonValue::Null}}}, {"versions"_L1, versions}};
        if (!core) {
            item.insert("metadata"_L1, QJsonObject{{"name"_L1, group}, {"creationTimestamp"_L1, QJsonValue::Null}});
        }
        items.append(item);
    }
    return {{"kind"_L1, "APIGroupDiscoveryList"_L1},
            {"apiVersion"_L1, "apidiscovery.k8s.io/v2"_L1},
            {"metadata"_L1, QJsonObject()},
            {"items"_L1, items}};
}

QJsonObject groupObject(const QString &group)
{
    QJsonArray versions;
    for (const auto &[other, version] : groupVersions()) {
        if (other == group) {
            versions.append(QJsonObject{{"groupVersion"_L1, QString(group + u'/' + version)}, {"version"_L1, version}});
        }
    }
    return {{"name"_L1, group}, {"versions"_L1, versions}, {"preferredVersion"_L1, versions.at(0)}};
}

QJsonObject groupList()
{
    QJsonArray groups;
    QStringList done;
    for (const auto &[group, version] : groupVersions()) {
        if (!group.isEmpty() && !done.contains(group)) {
            done.append(group);
            groups.append(groupObject(group));
        }
    }
    return {{"kind"_L1, "APIGroupList"_L1}, {"apiVersion"_L1, "v1"_L1}, {"groups"_L1, groups}};
}

QJsonObject oldResource(const QString &name, const QString &singular, bool namespaced, const QString &kind,
                        const QJsonArray &verbs)
{
    return {
        {"name"_L1, name}, {"singularName"_L1, singular}, {"namespaced"_L1, namespaced}, {"kind"_L1, kind}, {"verbs"_L1, verbs}};
}

/// Empty when the version is not served.
QJsonArray oldResources(const QString &group, const QString &version)
{
    QJsonArray result;
    for (const Type *type : allTypes()) {
        if (type->group != group || type->version != version) {
            continue;
        }
        QJsonObject item = oldResource(type->plural, type->singular, type->namespaced, type->kind, verbsOf(*type));
        if (!type->shortNames.isEmpty()) {
            item.insert("shortNames"_L1, QJsonArray::fromStringList(type->shortNames));
        }
        if (!type->categories.isEmpty()) {
            item.insert("categories"_L1, QJsonArray::fromStringList(type->categories));
        }
        result.append(item);
        for (const Subresource &sub : subresourcesOf(*type)) {
            QJsonObject below = oldResource(type->plural + u'/' + sub.name, {}, type->namespaced, sub.kind, sub.verbs);
            if (sub.group != group || sub.version != version) {
                below.insert("group"_L1, sub.group);
                below.insert("version"_L1, sub.version);
            }
            result.append(below);
        }
    }
    for (const Review &review : kReviews) {
        if (group == QLatin1StringView(review.group) && version == "v1"_L1) {
            const QString kind = QString::fromLatin1(review.kind);
            result.append(oldResource(QString::fromLatin1(review.plural), kind.toLower(), false, kind, QJsonArray{"create"_L1}));
        }
    }
    return result;
}

/// What nobody serves is not the API's to refuse.
Answer noPage()
{
    return {.code = 404, .bytes = "404 page not found\n", .contentType = "text/plain; charset=utf-8"};
}

Answer resourceList(const QString &group, const QString &version)
{
    const QJsonArray resources = oldResources(group, version);
    if (resources.isEmpty()) { // a group that is served has pages of its own, that of a version which is not too
        const bool isServed = !groupObject(group).value("versions"_L1).toArray().isEmpty();
        return isServed ? answerOf(problems::noSuchPath()) : noPage();
    }
    return {.object = {{"kind"_L1, "APIResourceList"_L1},
                       {"apiVersion"_L1, "v1"_L1},
                       {"groupVersion"_L1, group.isEmpty() ? version : QString(group + u'/' + version)},
                       {"resources"_L1, resources}}};
}

} // namespace

std::optional<Answer> discovery(const Call &call)
{
    const QStringList parts = call.path.split(u'/', Qt::SkipEmptyParts);
    const bool core = !parts.isEmpty() && parts.constFirst() == "api"_L1;
    if (parts.isEmpty() || (!core && parts.constFirst() != "apis"_L1) || parts.size() > (core ? 2 : 3)) {
        return {};
    }
    if (call.method != "GET") {
        return answerOf(problems::methodNotAllowed());
    }
    if (parts.size() == 1) {
        if (call.accept.contains("as=APIGroupDiscoveryList") && call.accept.contains("v=v2;")) {
            return Answer{.object = aggregated(core),
                          .contentType = "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList"};
        }
        if (core) {
            return Answer{.object = {{"kind"_L1, "APIVersions"_L1},
                                     {"versions"_L1, QJsonArray{"v1"_L1}},
                                     {"serverAddressByClientCIDRs"_L1, QJsonArray()}}};
        }
        return Answer{.object = groupList()};
    }
    if (core) {
        return resourceList({}, parts.at(1));
    }
    if (parts.size() == 3) {
        return resourceList(parts.at(1), parts.at(2));
    }
    QJsonObject group = groupObject(parts.at(1));
    if (group.value("versions"_L1).toArray().isEmpty()) {
        return noPage();
    }
    group.insert("kind"_L1, "APIGroup"_L1);
    group.insert("apiVersion"_L1, "v1"_L1);
    return Answer{.object = group};
}

QJsonObject versionObject()
{
    return {{"major"_L1, "1"_L1},
            {"minor"_L1, "35"_L1},
            {"gitVersion"_L1, QString(kGitVersion + "+rehearsal"_L1)},
            {"gitCommit"_L1, "rehearsal"_L1},
            {"gitTreeState"_L1, "clean"_L1},
            {"buildDate"_L1, "2026-01-01T00:00:00Z"_L1},
            {"goVersion"_L1, "none"_L1},
            {"compiler"_L1, "none"_L1},
            {"platform"_L1, "linux/amd64"_L1}};
}

} // namespace sentinel::sandbox
