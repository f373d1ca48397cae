// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/Catalogue.h"
#include "core/plan/Expression.h"

namespace sentinel::plan {

/// A catalogue with its expressions parsed and its questions in the order their defaults need each other.
class Compiled
{
public:
    struct Item
    {
        const Question *question = nullptr;
        Expression value; ///< the default
        Expression when;
        bool derived = false; ///< the default reads other answers, or what kind of environment it is
    };

    /// Of Catalogue::shipped(); made on first use.
    [[nodiscard]] static const Compiled &shipped();
    /// `catalogue` must outlive it, and its expressions must be sound: the packer checks those that ship.
    explicit Compiled(const Catalogue &catalogue);

    [[nodiscard]] const Catalogue &catalogue() const { return m_catalogue; }
    [[nodiscard]] const QList<Item> &items() const { return m_items; }
    /// Answers a profile gives; empty for an unknown one.
    [[nodiscard]] const QHash<QString, Datum> &profile(const QString &name) const;
    /// Questions that read each other in a circle; empty when all is well.
    [[nodiscard]] const QStringList &circle() const { return m_circle; }

private:
    void order(QList<Item> items);

    const Catalogue &m_catalogue;
    QList<Item> m_items;
    QHash<QString, QHash<QString, Datum>> m_profiles;
    QStringList m_circle;
};

struct Condition
{
    const Rule *rule = nullptr;
    Expression condition;
};

/// Of the shipped rules. Apart from Compiled, since sizing and generating a bundle ask for answers only.
[[nodiscard]] const QList<Condition> &shippedConditions();

} // namespace sentinel::plan
