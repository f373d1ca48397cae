// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kube/actions/AccessReview.h"

#include "core/base/OperationRun.h"

#include <QCoreApplication>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace sentinel::kube {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

ResourceType reviewType(const QString &group, const QString &kind)
{
    return {.group = group, .version = u"v1"_s, .kind = kind, .plural = kind.toLower() + u's', .namespaced = false};
}

QJsonObject attributesOf(const AccessQuestion &question)
{
    QJsonObject attributes{{"verb"_L1, question.verb}, {"group"_L1, question.group}, {"resource"_L1, question.resource}};
    const std::pair<QLatin1StringView, const QString &> more[]
        = {{"subresource"_L1, question.subresource}, {"namespace"_L1, question.ns}, {"name"_L1, question.name}};
    for (const auto &[key, value] : more) {
        if (!value.isEmpty()) {
            attributes.insert(key, value);
        }
    }
    return attributes;
}

} // namespace

Async<Verdict> ask(ApiPtr api, AccessQuestion question, CancelToken cancel)
{
    const Object review{{"spec"_L1, QJsonObject{{"resourceAttributes"_L1, attributesOf(question)}}}};
    const auto answer = co_await api->create(reviewType(u"authorization.k8s.io"_s, u"SelfSubjectAccessReview"_s), review, cancel);
    if (!answer) {
        co_return failure(answer.error().kind, Text::tr("asking whether we may %1").arg(questionText(question)),
                          answer.error().detail);
    }
    const QJsonObject status = answer->object["status"_L1].toObject();
    const QString problem = status["evaluationError"_L1].toString();
    const bool allowed = status["allowed"_L1].toBool();
    const bool isSure = allowed || status["denied"_L1].toBool() || problem.isEmpty();
    co_return Verdict{.right = allowed ? Right::Allowed
                          : isSure     ? Right::Denied
                                       : Right::Unknown,
                      .reason = plainLine(isSure ? status["reason"_L1].toString() : problem)};
}

Async<Rights> rightsIn(ApiPtr api, QString ns, CancelToken cancel)
{
    const Object review{{"spec"_L1, QJsonObject{{"namespace"_L1, ns}}}};
    const auto answer = co_await api->create(reviewType(u"authorization.k8s.io"_s, u"SelfSubjectRulesReview"_s), review, cancel);
    if (!answer) {
        co_return failure(answer.error().kind, Text::tr("asking what we may do in %1").arg(ns), answer.error().detail);
    }
    co_return Rights::fromReview(answer->object["status"_L1].toObject());
}

Async<Identity> whoAmI(ApiPtr api, CancelToken cancel)
{
    const auto answer = co_await api->create(reviewType(u"authentication.k8s.io"_s, u"SelfSubjectReview"_s), {}, cancel);
    if (!answer) {
        co_return failure(answer.error().kind, Text::tr("asking who we are"), answer.error().detail);
    }
    const QJsonObject user = answer->object["status"_L1]["userInfo"_L1].toObject();
    Identity identity{.name = plainLine(user["username"_L1].toString()), .uid = plainLine(user["uid"_L1].toString())};
    for (const QJsonValue &group : user["groups"_L1].toArray()) {
        identity.groups.append(plainLine(group.toString()));
    }
    co_return identity;
}

Async<Verdict> mayConnect(ApiPtr api, ObjectName pod, QString subresource, CancelToken cancel)
{
    for (const QString &verb : {u"create"_s, u"get"_s}) {
        const auto verdict = co_await ask(
            api, {.verb = verb, .resource = u"pods"_s, .subresource = subresource, .ns = pod.ns, .name = pod.name}, cancel);
        if (!verdict || verdict->right != Right::Allowed) {
            co_return verdict;
        }
    }
    co_return Verdict{.right = Right::Allowed};
}

} // namespace sentinel::kube
