// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/yaml/Value.h"

#include <QList>
#include <QMap>
#include <QStringList>

namespace sentinel::policy {

using Labels = QMap<QString, QString>;

[[nodiscard]] Labels labelsOf(const yaml::Value &map);

/// metav1.LabelSelector: `matchLabels` and `matchExpressions`, all of which must hold. One without any selects everything.
class LabelSelector
{
public:
    LabelSelector() = default;
    explicit LabelSelector(const Labels &labels);
    /// Whose label `key` has one of the values.
    LabelSelector(const QString &key, const QStringList &values);
    [[nodiscard]] static LabelSelector read(const yaml::Value &selector);

    [[nodiscard]] bool matches(const Labels &labels) const;
    [[nodiscard]] bool isEmpty() const { return m_requirements.isEmpty(); }
    /// False when an expression is none Kubernetes takes (unknown operator, values where none may be); it then matches nothing.
    [[nodiscard]] bool isValid() const { return m_isValid; }
    /// Labels that it matches, with nothing that is not asked for; what contradicts itself gives labels it does not match.
    [[nodiscard]] Labels example() const;
    /// "app=web, tier in (a, b), !legacy"; "every pod" is not said here: empty.
    [[nodiscard]] QString toString() const;

    bool operator==(const LabelSelector &) const = default;

private:
    enum class Operator { In, NotIn, Exists, DoesNotExist };
    struct Requirement
    {
        QString key;
        Operator operation = Operator::In;
        QStringList values{};
        bool operator==(const Requirement &) const = default;
    };

    QList<Requirement> m_requirements;
    bool m_isValid = true;
};

} // namespace sentinel::policy
