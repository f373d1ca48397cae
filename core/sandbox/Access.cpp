// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/Access.h"

#include "core/sandbox/Body.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace sentinel::sandbox {

namespace {

constexpr auto kAdmins = "system:masters"_L1;

QString verbOf(const Call &call)
{
    static const QHash<QByteArray, QString> verbs{{"POST", u"create"_s}, {"PUT", u"update"_s}, {"PATCH", u"patch"_s}};
    if (call.method == "DELETE") {
        return call.name.isEmpty() ? u"deletecollection"_s : u"delete"_s;
    }
    if (call.method == "GET" || call.method == "HEAD") {
        return call.isSet("watch"_L1) ? u"watch"_s : call.name.isEmpty() ? u"list"_s : u"get"_s;
    }
    return verbs.value(call.method, u"unknown"_s);
}

QJsonArray strings(const QStringList &texts)
{
    return QJsonArray::fromStringList(texts);
}

QJsonObject accessStatus(const QJsonObject &spec, const User &user, const Access &access)
{
    const QJsonObject resource = spec.value("resourceAttributes"_L1).toObject();
    const QJsonObject path = spec.value("nonResourceAttributes"_L1).toObject();
    const auto text = [&resource](QLatin1StringView key) { return resource.value(key).toString(); };
    const bool allowed = access.may(user,
                                    {.verb = resource.isEmpty() ? path.value("verb"_L1).toString() : text("verb"_L1),
                                     .group = text("group"_L1),
                                     .resource = text("resource"_L1),
                                     .subresource = text("subresource"_L1),
                                     .ns = text("namespace"_L1),
                                     .name = text("name"_L1),
                                     .path = path.value("path"_L1).toString()});
    QJsonObject status{{"allowed"_L1, allowed}};
    if (allowed && user.groups.contains(kAdmins)) {
        status.insert("reason"_L1, "the admin of the rehearsal cluster may do everything"_L1);
    }
    return status;
}

QJsonObject rulesStatus(const User &user)
{
    const bool isAdmin = user.groups.contains(kAdmins);
    QJsonArray resources;
    QJsonArray paths;
    if (isAdmin) {
        const QJsonArray every{"*"_L1};
        resources.append(QJsonObject{{"verbs"_L1, every}, {"apiGroups"_L1, every}, {"resources"_L1, every}});
        paths.append(QJsonObject{{"verbs"_L1, every}, {"nonResourceURLs"_L1, every}});
    }
    // Rights of others are a function that cannot be listed.
    return {{"resourceRules"_L1, resources}, {"nonResourceRules"_L1, paths}, {"incomplete"_L1, !isAdmin}};
}

} // namespace

std::optional<User> Access::userOf(const QByteArray &token) const
{
    const auto found = m_tokens.constFind(token);
    if (token.isEmpty() || found == m_tokens.constEnd()) {
        return {};
    }
    return *found;
}

bool Access::may(const User &user, const Attributes &attributes) const
{
    return user.groups.contains(kAdmins) || (m_rights && m_rights(user, attributes));
}

std::optional<Problem> Access::refusal(const User &user, const Call &call) const
{
    Attributes attributes{.verb = verbOf(call), .ns = call.ns, .name = call.name};
    if (call.type) {
        attributes.group = call.type->group;
        attributes.resource = call.type->plural;
        attributes.subresource = call.subresource;
    } else {
        attributes.verb = attributes.verb == "list"_L1 ? u"get"_s : attributes.verb;
        attributes.path = call.path;
    }
    if (may(user, attributes)) {
        return {};
    }
    if (!call.type) {
        return Problem{.code = 403,
                       .reason = u"Forbidden"_s,
                       .message = u"forbidden: User \"%1\" cannot %2 path \"%3\""_s.arg(user.name, attributes.verb, call.path)};
    }
    const QString where = call.ns.isEmpty() ? u"at the cluster scope"_s : u"in the namespace \"%1\""_s.arg(call.ns);
    return problems::forbidden(*call.type, call.name,
                               u"User \"%1\" cannot %2 resource \"%3\" in API group \"%4\" %5"_s.arg(
                                   user.name, attributes.verb, call.type->plural, call.type->group, where));
}

std::optional<Answer> review(const Call &call, const User &user, const Access &access)
{
    const bool isAccess = call.path == "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews"_L1;
    const bool isRules = call.path == "/apis/authorization.k8s.io/v1/selfsubjectrulesreviews"_L1;
    const bool isSelf = call.path == "/apis/authentication.k8s.io/v1/selfsubjectreviews"_L1;
    if (!isAccess && !isRules && !isSelf) {
        return {};
    }
    if (call.method != "POST") {
        return answerOf(problems::methodNotAllowed());
    }
    const auto body = readBody(call);
    if (!body) {
        return answerOf(body.error());
    }
    QJsonObject object = body->value.toObject();
    const QJsonObject spec = object.value("spec"_L1).toObject();
    if (isAccess && !spec.contains("resourceAttributes"_L1) && !spec.contains("nonResourceAttributes"_L1)) {
        static const Type reviewType{.group = u"authorization.k8s.io"_s};
        return answerOf(problems::invalid(reviewType, {},
                                          {{.reason = u"FieldValueInvalid"_s,
                                            .message = u"Invalid value: null: exactly one of nonResourceAttributes or "
                                                       "resourceAttributes must be specified"_s,
                                            .field = u"spec.resourceAttributes"_s}}));
    }
    if (isRules && spec.value("namespace"_L1).toString().isEmpty()) {
        return answerOf(problems::badRequest(u"no namespace on request"_s));
    }
    object.insert("apiVersion"_L1, isSelf ? "authentication.k8s.io/v1"_L1 : "authorization.k8s.io/v1"_L1);
    object.insert("kind"_L1,
                  isAccess      ? "SelfSubjectAccessReview"_L1
                      : isRules ? "SelfSubjectRulesReview"_L1
                                : "SelfSubjectReview"_L1);
    if (isSelf) {
        object.insert("status"_L1,
                      QJsonObject{{"userInfo"_L1, QJsonObject{{"username"_L1, user.name}, {"groups"_L1, strings(user.groups)}}}});
    } else {
        object.insert("status"_L1, isAccess ? accessStatus(spec, user, access) : rulesStatus(user));
    }
    return Answer{.code = 201, .object = object};
}

} // namespace sentinel::sandbox
