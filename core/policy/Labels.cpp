// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/Labels.h"

#include "core/policy/Manifests.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::policy {

Labels labelsOf(const yaml::Value &map)
{
    Labels labels;
    for (const yaml::Entry &entry : map.entries()) {
        labels.insert(entry.key, entry.value.text());
    }
    return labels;
}

LabelSelector::LabelSelector(const Labels &labels)
{
    for (auto each = labels.begin(); each != labels.end(); ++each) {
        m_requirements.append({.key = each.key(), .operation = Operator::In, .values = {each.value()}});
    }
}

LabelSelector::LabelSelector(const QString &key, const QStringList &values)
    : m_requirements{{.key = key, .operation = Operator::In, .values = values}}
{
}

LabelSelector LabelSelector::read(const yaml::Value &selector)
{
    LabelSelector result(labelsOf(valueAt(selector, {u"matchLabels"})));
    for (const yaml::Value &expression : valueAt(selector, {u"matchExpressions"}).items()) {
        Requirement requirement{.key = textAt(expression, {u"key"})};
        for (const yaml::Value &value : valueAt(expression, {u"values"}).items()) {
            requirement.values.append(value.text());
        }
        const QString name = textAt(expression, {u"operator"});
        const bool takesValues = name == "In"_L1 || name == "NotIn"_L1;
        const bool isKnown = takesValues || name == "Exists"_L1 || name == "DoesNotExist"_L1;
        if (!isKnown || requirement.key.isEmpty() || takesValues == requirement.values.isEmpty()) {
            result.m_isValid = false;
            continue;
        }
        requirement.operation = name == "In"_L1 ? Operator::In
            : name == "NotIn"_L1                ? Operator::NotIn
            : name == "Exists"_L1               ? Operator::Exists
                                                : Operator::DoesNotExist;
        result.m_requirements.append(requirement);
    }
    return result;
}

bool LabelSelector::matches(const Labels &labels) const
{
    return m_isValid && std::ranges::all_of(m_requirements, [&labels](const Requirement &requirement) {
               const auto found = labels.constFind(requirement.key);
               const bool isThere = found != labels.constEnd();
               switch (requirement.operation) {
               case Operator::In:
                   return isThere && requirement.values.contains(*found);
               case Operator::NotIn: // holds for what has no such label at all
                   return !isThere || !requirement.values.contains(*found);
               case Operator::Exists:
                   return isThere;
               case Operator::DoesNotExist:
                   return !isThere;
               }
               Q_UNREACHABLE_RETURN(false);
           });
}

Labels LabelSelector::example() const
{
    Labels labels;
    for (const Requirement &requirement : m_requirements) {
        if (requirement.operation == Operator::In && !requirement.values.contains(labels.value(requirement.key))) {
            labels.insert(requirement.key, requirement.values.first());
        } else if (requirement.operation == Operator::Exists && !labels.contains(requirement.key)) {
            labels.insert(requirement.key, u"any"_s);
        }
    }
    return labels;
}

QString LabelSelector::toString() const
{
    QStringList parts;
    for (const Requirement &requirement : m_requirements) {
        switch (requirement.operation) {
        case Operator::In:
            parts.append(requirement.values.size() == 1 ? requirement.key + u'=' + requirement.values.first()
                                                        : u"%1 in (%2)"_s.arg(requirement.key, requirement.values.join(u", "_s)));
            break;
        case Operator::NotIn:
            parts.append(u"%1 notin (%2)"_s.arg(requirement.key, requirement.values.join(u", "_s)));
            break;
        case Operator::Exists:
            parts.append(requirement.key);
            break;
        case Operator::DoesNotExist:
            parts.append(u'!' + requirement.key);
            break;
        }
    }
    return parts.join(u", "_s);
}

} // namespace sentinel::policy
