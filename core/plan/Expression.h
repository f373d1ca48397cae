// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/plan/Answers.h"

#include <QList>
#include <QStringList>
#include <functional>
#include <optional>

namespace sentinel::plan {

/// What an expression may ask of the plan it is worked out for.
class Scope
{
public:
    virtual ~Scope() = default;
    /// A question's answer, or one of the names below.
    [[nodiscard]] virtual Datum value(const QString &key) const = 0;
    /// A person answered `key`: anywhere in the plan, or (`here`) for this environment or cluster itself.
    [[nodiscard]] virtual bool answered(const QString &key, bool here) const = 0;
    /// The first earlier environment with the same answer to `key`; empty: none.
    [[nodiscard]] virtual QString sharedWith(const QString &key) const = 0;
};

/// The small language of defaults, conditions and rules in `resources/plan`.
///
/// Keys of questions ("load.eventsPerSecond"); the names `profile`, `environment` (texts), `environments` and `clusters`
/// (counts); literals "text", 12, 1.5, true, false, 90d, 512Mi ("m" is minutes); or, and, not, == != < <= > >=, + - * /, ( );
/// functions if(condition, a, b), min(a, …), max(a, …), ceil(n), contains(list, "x"), startsWith(text, "x"), endsWith(text, "x"),
/// size(text or list), gibibytes(n), answered("key"), answeredHere("key"), sharedWith("key"). Times and sizes keep their unit:
/// 90d / 1d is 90, 2 * 1Gi is 2Gi. Optional questions nobody answered read as "", 0 or false.
class Expression
{
public:
    enum class Type { Boolean, Number, Text, List, Quantity, Duration, Group };
    using TypeOf = std::function<std::optional<Type>(const QString &key)>;

    Expression() = default; ///< empty: never evaluated
    /// Invalid, with the column in `text`, when it does not follow the grammar.
    [[nodiscard]] static Result<Expression> parse(QStringView text);

    [[nodiscard]] bool isEmpty() const { return m_nodes.isEmpty(); }
    /// The keys whose value it reads, each once, in order; `profile` and its like are not among them.
    [[nodiscard]] const QStringList &keys() const { return m_keys; }
    /// It depends on nothing but itself.
    [[nodiscard]] bool isLiteral() const { return m_nodes.size() == 1 && m_nodes.first().op == Op::Literal; }
    /// The result's type, or the first place where types do not fit or a key is unknown. Done once, when the program is built.
    [[nodiscard]] Result<Type> check(const TypeOf &typeOf) const;
    [[nodiscard]] Datum evaluate(const Scope &scope) const;
    [[nodiscard]] bool isTrue(const Scope &scope) const;

private:
    friend class ExpressionParser;
    friend class ExpressionChecker;
    friend class ExpressionEvaluator;
    enum class Op {
        Literal,
        Key,
        Or,
        And,
        Not,
        Equal,
        NotEqual,
        Less,
        LessOrEqual,
        Greater,
        GreaterOrEqual,
        Add,
        Subtract,
        Multiply,
        Divide,
        Negate,
        If,
        Min,
        Max,
        Ceil,
        Contains,
        StartsWith,
        EndsWith,
        Size,
        Gibibytes,
        Answered,
        AnsweredHere,
        SharedWith,
    };
    struct Node
    {
        Op op = Op::Literal;
        int column = 1;
        QList<int> operands; ///< earlier nodes
        Datum literal;
        QString name; ///< key
    };
    QList<Node> m_nodes; ///< operands first, the root last
    QStringList m_keys;
};

/// "a yes/no answer", "a number", …: for messages about types.
[[nodiscard]] QString typeName(Expression::Type type);

} // namespace sentinel::plan
