// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/workloads/Selectors.h"

#include "core/sandbox/workloads/Json.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::sandbox {

QJsonObject labelsOf(const QJsonObject &object)
{
    return objectAt(object, {u"metadata", u"labels"});
}

bool selects(const QJsonObject &map, const QJsonObject &labels)
{
    if (map.isEmpty()) {
        return false;
    }
    for (auto each = map.begin(); each != map.end(); ++each) {
        if (labels.value(each.key()) != each.value()) {
            return false;
        }
    }
    return true;
}

bool expressionMatches(const QJsonObject &expression, const QJsonObject &labels)
{
    const QJsonValue label = labels.value(expression.value(u"key").toString());
    const QString op = expression.value(u"operator").toString();
    const QJsonArray values = expression.value(u"values").toArray();
    if (op == u"Exists") {
        return label.isString();
    }
    if (op == u"DoesNotExist") {
        return !label.isString();
    }
    if (op == u"In") {
        return label.isString() && values.contains(label);
    }
    if (op == u"NotIn") {
        return !label.isString() || !values.contains(label);
    }
    const qint64 bound = values.at(0).toString().toLongLong();
    bool isNumber = false;
    const qint64 number = label.toString().toLongLong(&isNumber);
    return isNumber && ((op == u"Gt" && number > bound) || (op == u"Lt" && number < bound));
}

bool selectorMatches(const QJsonObject &selector, const QJsonObject &labels)
{
    const QJsonObject map = selector.value(u"matchLabels").toObject();
    if (!map.isEmpty() && !selects(map, labels)) {
        return false;
    }
    return std::ranges::all_of(selector.value(u"matchExpressions").toArray(),
                               [&](const QJsonValue &expression) { return expressionMatches(expression.toObject(), labels); });
}

bool nodeSelectorMatches(const QJsonObject &nodeSelector, const QJsonObject &node)
{
    const QJsonObject fields{{u"metadata.name"_s, nameOf(node)}};
    const QJsonObject labels = labelsOf(node);
    return std::ranges::any_of(nodeSelector.value(u"nodeSelectorTerms").toArray(), [&](const QJsonValue &each) {
        const QJsonArray expressions = each.toObject().value(u"matchExpressions").toArray();
        const QJsonArray ofFields = each.toObject().value(u"matchFields").toArray();
        // An empty term matches nothing.
        return (!expressions.isEmpty() || !ofFields.isEmpty())
            && std::ranges::all_of(expressions, [&](const QJsonValue &one) { return expressionMatches(one.toObject(), labels); })
            && std::ranges::all_of(ofFields, [&](const QJsonValue &one) { return expressionMatches(one.toObject(), fields); });
    });
}

bool nodeSelectionMatches(const QJsonObject &podSpec, const QJsonObject &node)
{
    const QJsonObject map = podSpec.value(u"nodeSelector").toObject();
    if (!map.isEmpty() && !selects(map, labelsOf(node))) {
        return false;
    }
    const QJsonObject required
        = objectAt(podSpec, {u"affinity", u"nodeAffinity", u"requiredDuringSchedulingIgnoredDuringExecution"});
    return required.isEmpty() || nodeSelectorMatches(required, node);
}

} // namespace sentinel::sandbox
