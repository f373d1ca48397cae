// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/Problem.h"

#include <QJsonObject>

namespace sentinel::sandbox {

/// "app=web,tier in (a,b),!old": which objects a list or watch is about, by their labels.
class LabelSelector
{
public:
    [[nodiscard]] static Outcome<LabelSelector> parse(const QString &text);
    /// `matchLabels` and `matchExpressions` of a workload; an empty one matches everything.
    [[nodiscard]] static LabelSelector of(const QJsonObject &selector);
    [[nodiscard]] bool matches(const QJsonObject &labels) const;
    [[nodiscard]] bool isEmpty() const { return m_terms.isEmpty(); }
    /// As people write it: "app=web,tier in (a,b)".
    [[nodiscard]] QString text() const;

private:
    enum class Test { In, NotIn, Exists, Missing, Greater, Less };
    struct Term
    {
        QString key;
        Test test = Test::Exists;
        QStringList values{};
        bool isEquality = false; ///< written with = or !=
    };
    [[nodiscard]] static bool holds(const Term &term, const QJsonObject &labels);
    [[nodiscard]] static Outcome<Term> term(const QString &text);
    QList<Term> m_terms;
};

/// "metadata.name=x,status.phase!=Running". Which fields may be asked for depends on the kind, as on a real server.
class FieldSelector
{
public:
    [[nodiscard]] static Outcome<FieldSelector> parse(const Type &type, const QString &text);
    [[nodiscard]] bool matches(const QJsonObject &object) const;

private:
    struct Term
    {
        QStringList path;
        QString value;
        bool equal = true;
    };
    QList<Term> m_terms;
};

} // namespace sentinel::sandbox
