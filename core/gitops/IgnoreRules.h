// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gitops/Difference.h"

namespace sentinel::gitops {

/// Rules by which Argo CD leaves fields out of its comparison: of the Application, and of the whole installation.
class IgnoreRules
{
public:
    /// Of `spec.ignoreDifferences`.
    void add(const QJsonArray &rules);
    /// Of the ConfigMap argocd-cm: `resource.customizations.ignoreDifferences.*`.
    void addInstallation(const QJsonObject &configMap);

    struct Sides
    {
        QJsonObject before;
        QJsonObject after;
    };
    /// Both states without the fields that do not count. `before` is the live one, whose managed fields say who owns what.
    [[nodiscard]] Sides applied(const QJsonObject &before, const QJsonObject &after) const;

    /// Sentences: expressions that are beyond this program, so that differences they hide in Argo CD show up here.
    [[nodiscard]] const QStringList &notes() const { return m_notes; }

private:
    struct Rule
    {
        QString group;
        QString kind;
        QString ns;
        QString name;
        QList<QStringList> paths; ///< steps; "[]" every member of a list, "[3]" one, "[name=web]" those with that value
        QStringList managers;
    };
    [[nodiscard]] static bool concerns(const Rule &rule, const QJsonObject &object);
    void addRule(const QJsonObject &given, Rule rule);

    QList<Rule> m_rules;
    QStringList m_notes;
};

/// The steps of a jq path such as `.spec.replicas`, `.a[].b`, `.a["x/y"]`, `.a[] | select(.name == "web") | .image`. Nothing: it
/// is more than a path.
[[nodiscard]] std::optional<QStringList> jqPath(const QString &expression);

/// The rule that would hide a difference, as a list entry of `spec.ignoreDifferences`.
[[nodiscard]] QJsonObject ignoreRule(const QJsonObject &object, const QList<FieldDifference> &differences);

} // namespace sentinel::gitops
