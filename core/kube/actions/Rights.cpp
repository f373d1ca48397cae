// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kube/actions/Rights.h"

#include <QCoreApplication>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace sentinel::kube {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

QStringList stringsOf(const QJsonValue &list)
{
    QStringList strings;
    for (const QJsonValue &each : list.toArray()) {
        strings.append(each.toString());
    }
    return strings;
}

bool has(const QStringList &list, const QString &word)
{
    return list.contains(u"*"_s) || list.contains(word);
}

} // namespace

QString questionText(const AccessQuestion &question)
{
    QString resource = question.resource;
    if (!question.subresource.isEmpty()) {
        resource += u'/' + question.subresource;
    }
    if (!question.group.isEmpty()) {
        resource += u'.' + question.group;
    }
    if (!question.name.isEmpty()) {
        resource += u" \""_s + question.name + u'"';
    }
    return question.ns.isEmpty() ? question.verb + u' ' + resource
                                 : Text::tr("%1 %2 in %3").arg(question.verb, resource, question.ns);
}

Rights Rights::fromReview(const QJsonObject &status)
{
    Rights rights;
    for (const QJsonValue &rule : status["resourceRules"_L1].toArray()) {
        rights.m_rules.append({.verbs = stringsOf(rule["verbs"_L1]),
                               .groups = stringsOf(rule["apiGroups"_L1]),
                               .resources = stringsOf(rule["resources"_L1]),
                               .names = stringsOf(rule["resourceNames"_L1])});
    }
    rights.m_isComplete = !status["incomplete"_L1].toBool();
    return rights;
}

bool Rights::allows(const Rule &rule, const AccessQuestion &question)
{
    const QString resource = question.subresource.isEmpty() ? question.resource : question.resource + u'/' + question.subresource;
    const bool isResource = has(rule.resources, resource)
        || (!question.subresource.isEmpty() && rule.resources.contains(u"*/"_s + question.subresource));
    return isResource && has(rule.verbs, question.verb) && has(rule.groups, question.group)
        && (rule.names.isEmpty() || rule.names.contains(question.name));
}

Right Rights::of(const AccessQuestion &question) const
{
    if (std::ranges::any_of(m_rules, [&question](const Rule &rule) { return allows(rule, question); })) {
        return Right::Allowed;
    }
    return m_isComplete ? Right::Denied : Right::Unknown;
}

} // namespace sentinel::kube
