// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/Expression.h"

#include <algorithm>
#include <cmath>
#include <compare>

using namespace Qt::StringLiterals;

namespace sentinel::plan {

namespace {

bool truth(const Datum &datum)
{
    const bool *value = std::get_if<bool>(&datum);
    return value && *value;
}

/// In base units: milliseconds and milli-units are turned back by whoever multiplies.
double number(const Datum &datum)
{
    if (const auto *integer = std::get_if<qint64>(&datum)) {
        return static_cast<double>(*integer);
    }
    if (const auto *decimal = std::get_if<double>(&datum)) {
        return *decimal;
    }
    if (const auto *quantity = std::get_if<Quantity>(&datum)) {
        return quantity->value();
    }
    if (const auto *duration = std::get_if<Duration>(&datum)) {
        return static_cast<double>(duration->count());
    }
    return 0;
}

QString text(const Datum &datum)
{
    const auto *value = std::get_if<QString>(&datum);
    return value ? *value : QString();
}

/// A number in the unit `like` has. Quantities beyond the range become the largest one.
Datum inUnitOf(const Datum &like, double value)
{
    if (const auto *quantity = std::get_if<Quantity>(&like)) {
        constexpr double kMost = 9.2e18;
        return Quantity::fromMilli(static_cast<qint64>(std::clamp(std::ceil(value * 1000.0 - 1e-6), -kMost, kMost)),
                                   quantity->format());
    }
    if (std::holds_alternative<Duration>(like)) {
        return Duration(std::llround(std::clamp(value, -6.3e12, 6.3e12)));
    }
    return value;
}

bool hasUnit(const Datum &datum)
{
    return std::holds_alternative<Quantity>(datum) || std::holds_alternative<Duration>(datum);
}

std::partial_ordering compare(const Datum &left, const Datum &right)
{
    if (std::holds_alternative<QString>(left) || std::holds_alternative<QString>(right)) {
        return text(left) <=> text(right);
    }
    if (std::holds_alternative<bool>(left) || std::holds_alternative<bool>(right)) {
        return truth(left) <=> truth(right);
    }
    return number(left) <=> number(right);
}

} // namespace

class ExpressionEvaluator
{
public:
    using Op = Expression::Op;
    using Node = Expression::Node;

    ExpressionEvaluator(const Expression &expression, const Scope &scope)
        : m_nodes(expression.m_nodes)
        , m_scope(scope)
    {
    }

    [[nodiscard]] Datum of(qsizetype index) const
    {
        const Node &node = m_nodes.at(index);
        switch (node.op) {
        case Op::Literal:
            return node.literal;
        case Op::Key:
            return m_scope.value(node.name);
        case Op::Answered:
            return m_scope.answered(node.name, false);
        case Op::AnsweredHere:
            return m_scope.answered(node.name, true);
        case Op::SharedWith:
            return m_scope.sharedWith(node.name);
        case Op::Or:
            return truth(operand(node, 0)) || truth(operand(node, 1));
        case Op::And:
            return truth(operand(node, 0)) && truth(operand(node, 1));
        case Op::Not:
            return !truth(operand(node, 0));
        case Op::If:
            return operand(node, truth(operand(node, 0)) ? 1 : 2);
        case Op::Equal:
        case Op::NotEqual:
        case Op::Less:
        case Op::LessOrEqual:
        case Op::Greater:
        case Op::GreaterOrEqual:
            return comparison(node);
        default:
            return amount(node);
        }
    }

private:
    [[nodiscard]] Datum operand(const Node &node, qsizetype which) const { return of(node.operands.at(which)); }

    [[nodiscard]] bool comparison(const Node &node) const
    {
        const auto order = compare(operand(node, 0), operand(node, 1));
        switch (node.op) {
        case Op::Equal:
            return order == 0;
        case Op::NotEqual:
            return order != 0;
        case Op::Less:
            return order < 0;
        case Op::LessOrEqual:
            return order <= 0;
        case Op::Greater:
            return order > 0;
        default:
            return order >= 0;
        }
    }

    [[nodiscard]] Datum amount(const Node &node) const
    {
        const Datum left = operand(node, 0);
        switch (node.op) {
        case Op::Add:
            return sum(left, operand(node, 1), 1);
        case Op::Subtract:
            return sum(left, operand(node, 1), -1);
        case Op::Multiply: {
            const Datum right = operand(node, 1);
            return inUnitOf(hasUnit(left) ? left : right, number(left) * number(right));
        }
        case Op::Divide: {
            const Datum right = operand(node, 1);
            const double quotient = number(right) == 0 ? 0 : number(left) / number(right);
            return hasUnit(right) ? Datum(quotient) : inUnitOf(left, quotient);
        }
        case Op::Negate:
            return inUnitOf(left, -number(left));
        case Op::Ceil:
            return std::ceil(number(left) - 1e-9);
        case Op::Gibibytes:
            return Quantity::gibibytes(number(left) / (1024.0 * 1024.0 * 1024.0));
        case Op::Min:
        case Op::Max:
            return extreme(node);
        default:
            return aboutText(node, left);
        }
    }

    [[nodiscard]] static Datum sum(const Datum &left, const Datum &right, int sign)
    {
        return inUnitOf(hasUnit(left) ? left : right, number(left) + sign * number(right));
    }

    [[nodiscard]] Datum extreme(const Node &node) const
    {
        Datum best = operand(node, 0);
        for (qsizetype which = 1; which < node.operands.size(); ++which) {
            Datum next = operand(node, which);
            const auto order = compare(next, best);
            if (node.op == Op::Min ? order < 0 : order > 0) {
                best = std::move(next);
            }
        }
        return best;
    }

    [[nodiscard]] Datum aboutText(const Node &node, const Datum &left) const
    {
        const auto *list = std::get_if<QStringList>(&left);
        if (node.op == Op::Size) {
            const auto *group = std::get_if<QList<GroupItem>>(&left);
            return static_cast<double>(list ? list->size() : group ? group->size() : text(left).size());
        }
        const QString right = text(operand(node, 1));
        if (node.op == Op::Contains) {
            return list ? list->contains(right) : text(left).contains(right);
        }
        return node.op == Op::StartsWith ? text(left).startsWith(right) : text(left).endsWith(right);
    }

    const QList<Expression::Node> &m_nodes;
    const Scope &m_scope;
};

Datum Expression::evaluate(const Scope &scope) const
{
    return isEmpty() ? Datum() : ExpressionEvaluator(*this, scope).of(m_nodes.size() - 1);
}

bool Expression::isTrue(const Scope &scope) const
{
    return truth(evaluate(scope));
}

} // namespace sentinel::plan
