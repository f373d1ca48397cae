// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kube/Api.h"

namespace sentinel::kube {

/// Something one may want to do. `resource` is the plural ("pods"), `subresource` "exec" or empty.
struct AccessQuestion
{
    QString verb; ///< "get", "list", "create", "patch", …
    QString group{};
    QString resource;
    QString subresource{};
    QString ns{}; ///< empty: every namespace, or a kind without
    QString name{}; ///< empty: any
    bool operator==(const AccessQuestion &) const = default;
};

/// "delete pods in shop", "get pods/exec in shop": how sentences name it.
[[nodiscard]] QString questionText(const AccessQuestion &question);

enum class Right { Allowed, Denied, Unknown };

/// What one may do in a namespace as the server's rules review tells it. For showing buttons, never a proof: the server may know
/// more than it tells, and then what is not among the rules is Unknown, not Denied.
class Rights
{
public:
    /// Nothing known.
    Rights() = default;
    /// `status` of a SelfSubjectRulesReview.
    [[nodiscard]] static Rights fromReview(const QJsonObject &status);

    [[nodiscard]] Right of(const AccessQuestion &question) const; ///< whatever its namespace
    [[nodiscard]] bool isComplete() const { return m_isComplete; }

private:
    struct Rule
    {
        QStringList verbs;
        QStringList groups;
        QStringList resources;
        QStringList names;
    };
    [[nodiscard]] static bool allows(const Rule &rule, const AccessQuestion &question);

    QList<Rule> m_rules;
    bool m_isComplete = false;
};

} // namespace sentinel::kube
