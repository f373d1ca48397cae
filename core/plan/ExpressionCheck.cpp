// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/Expression.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sentinel::plan {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

using Type = Expression::Type;

Type typeOfLiteral(const Datum &datum)
{
    if (std::holds_alternative<bool>(datum)) {
        return Type::Boolean;
    }
    if (std::holds_alternative<QString>(datum)) {
        return Type::Text;
    }
    if (std::holds_alternative<Quantity>(datum)) {
        return Type::Quantity;
    }
    return std::holds_alternative<Duration>(datum) ? Type::Duration : Type::Number;
}

bool isAmount(Type type)
{
    return type == Type::Number || type == Type::Quantity || type == Type::Duration;
}

} // namespace

QString typeName(Expression::Type type)
{
    switch (type) {
    case Type::Boolean:
        return Text::tr("a yes/no answer");
    case Type::Number:
        return Text::tr("a number");
    case Type::Text:
        return Text::tr("a text");
    case Type::List:
        return Text::tr("a list");
    case Type::Quantity:
        return Text::tr("a quantity");
    case Type::Duration:
        return Text::tr("a duration");
    case Type::Group:
        return Text::tr("a group");
    }
    Q_UNREACHABLE_RETURN({});
}

class ExpressionChecker
{
public:
    using Op = Expression::Op;
    using Node = Expression::Node;
    using Checked = Result<Type>;

    ExpressionChecker(const Expression &expression, const Expression::TypeOf &typeOf)
        : m_nodes(expression.m_nodes)
        , m_typeOf(typeOf)
    {
    }

    [[nodiscard]] Checked of(qsizetype index) const
    {
        const Node &node = m_nodes.at(index);
        QList<Type> types;
        for (const int operand : node.operands) {
            const Checked type = of(operand);
            if (!type) {
                return type;
            }
            types.append(*type);
        }
        switch (node.op) {
        case Op::Literal:
            return typeOfLiteral(node.literal);
        case Op::Key:
        case Op::Answered:
        case Op::AnsweredHere:
        case Op::SharedWith:
            return key(node);
        case Op::Or:
        case Op::And:
        case Op::Not:
            return all(node, types, Type::Boolean, Type::Boolean);
        case Op::If:
            return types[0] == Type::Boolean && types[1] == types[2]
                ? Checked(types[1])
                : refuse(node, Text::tr("if() takes a condition and two values of one type."));
        case Op::Ceil:
        case Op::Gibibytes:
            return all(node, types, Type::Number, node.op == Op::Ceil ? Type::Number : Type::Quantity);
        case Op::StartsWith:
        case Op::EndsWith:
            return all(node, types, Type::Text, Type::Boolean);
        case Op::Contains:
            return (types[0] == Type::List || types[0] == Type::Text) && types[1] == Type::Text
                ? Checked(Type::Boolean)
                : refuse(node, Text::tr("contains() takes a list or text, and a text."));
        case Op::Size:
            return types[0] == Type::List || types[0] == Type::Text || types[0] == Type::Group
                ? Checked(Type::Number)
                : refuse(node, Text::tr("size() takes a list, a group or a text."));
        default:
            return arithmetic(node, types);
        }
    }

private:
    static std::unexpected<Error> refuse(const Node &node, const QString &why)
    {
        return failure(Error::Kind::Invalid, Text::tr("checking an expression"), why,
                       {.file = {}, .line = 1, .column = node.column});
    }

    [[nodiscard]] Checked key(const Node &node) const
    {
        const auto type = m_typeOf(node.name);
        if (!type) {
            return refuse(node, Text::tr("There is no key \"%1\".").arg(node.name));
        }
        return node.op == Op::Key ? *type : node.op == Op::SharedWith ? Type::Text : Type::Boolean;
    }

    static Checked all(const Node &node, const QList<Type> &types, Type wanted, Type result)
    {
        for (const Type type : types) {
            if (type != wanted) {
                return refuse(node, Text::tr("%1 is needed here, not %2.").arg(typeName(wanted), typeName(type)));
            }
        }
        return result;
    }

    static Checked arithmetic(const Node &node, const QList<Type> &types)
    {
        const Type left = types.first();
        const Type right = types.last();
        switch (node.op) {
        case Op::Equal:
        case Op::NotEqual:
            if (left == right && left != Type::List && left != Type::Group) {
                return Type::Boolean;
            }
            break;
        case Op::Less:
        case Op::LessOrEqual:
        case Op::Greater:
        case Op::GreaterOrEqual:
            // A plain number beside a quantity counts bytes or cores; beside a duration nobody could tell the unit.
            if (isAmount(left) && isAmount(right) && (left == right || (left != Type::Duration && right != Type::Duration))) {
                return Type::Boolean;
            }
            break;
        case Op::Multiply:
            if (isAmount(left) && isAmount(right) && (left == Type::Number || right == Type::Number)) {
                return left == Type::Number ? right : left;
            }
            break;
        case Op::Divide:
            if (isAmount(left) && (right == Type::Number || right == left)) {
                return right == left ? Type::Number : left;
            }
            break;
        default: // sum, difference, sign, min, max
            for (const Type type : types) {
                if (!isAmount(type) || type != left) {
                    return refuse(node, Text::tr("%1 does not go with %2 here.").arg(typeName(type), typeName(left)));
                }
            }
            return left;
        }
        return refuse(node, Text::tr("%1 does not go with %2 here.").arg(typeName(left), typeName(right)));
    }

    const QList<Node> &m_nodes;
    const Expression::TypeOf &m_typeOf;
};

Result<Expression::Type> Expression::check(const TypeOf &typeOf) const
{
    return ExpressionChecker(*this, typeOf).of(m_nodes.size() - 1);
}

} // namespace sentinel::plan
