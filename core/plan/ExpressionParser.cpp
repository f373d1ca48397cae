// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/Expression.h"
#include "core/plan/ExpressionLexer.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sentinel::plan {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

} // namespace

/// Recursive descent, loosest first: or, and, not, comparison, sum, product, sign, atom.
class ExpressionParser
{
public:
    using Op = Expression::Op;
    using Parsed = Result<int>; ///< index of the node

    explicit ExpressionParser(QList<Token> tokens)
        : m_tokens(std::move(tokens))
    {
    }

    Result<Expression> whole()
    {
        const Parsed root = disjunction();
        if (!root) {
            return failure(root);
        }
        if (peek().kind != Token::Kind::End) {
            return refuse(peek(), Text::tr("\"%1\" is one too many; the expression was complete before it.").arg(shown(peek())));
        }
        return std::move(m_result);
    }

private:
    struct Function
    {
        QStringView name;
        Op op;
        int least;
        int most;
    };
    struct Operator
    {
        QStringView symbol;
        Op op;
    };
    // Deeper nesting than any rule needs; the limit keeps a slip in the data from overrunning the stack.
    static constexpr int kDepth = 60;

    static QString shown(const Token &token) { return token.kind == Token::Kind::Literal ? notation(token.literal) : token.text; }

    static std::unexpected<Error> refuse(const Token &token, const QString &why)
    {
        return failure(Error::Kind::Invalid, Text::tr("reading an expression"), why,
                       {.file = {}, .line = 1, .column = token.column});
    }

    [[nodiscard]] const Token &peek() const { return m_tokens.at(m_at); }
    Token take() { return m_tokens.at(m_tokens.at(m_at).kind == Token::Kind::End ? m_at : m_at++); }

    bool accept(QStringView text)
    {
        const bool fits = (peek().kind == Token::Kind::Symbol || peek().kind == Token::Kind::Word) && peek().text == text;
        m_at += fits ? 1 : 0;
        return fits;
    }

    int add(Op op, int column, QList<int> operands, Datum literal = {}, const QString &name = {})
    {
        m_result.m_nodes.append(
            {.op = op, .column = column, .operands = std::move(operands), .literal = std::move(literal), .name = name});
        return static_cast<int>(m_result.m_nodes.size()) - 1;
    }

    /// operand (operator operand)*, for the operators of one level.
    template <typename Operand>
    Parsed chain(Operand operand, std::initializer_list<Operator> operators)
    {
        Parsed left = (this->*operand)();
        while (left) {
            const Operator *found = nullptr;
            const int column = peek().column;
            for (const Operator &each : operators) {
                if (!found && accept(each.symbol)) {
                    found = &each;
                }
            }
            if (!found) {
                break;
            }
            const Parsed right = (this->*operand)();
            if (!right) {
                return right;
            }
            left = add(found->op, column, {*left, *right});
        }
        return left;
    }

    Parsed disjunction()
    {
        if (++m_depth > kDepth) {
            return refuse(peek(), Text::tr("The expression is nested too deeply."));
        }
        Parsed result = chain(&ExpressionParser::conjunction, {{u"or", Op::Or}});
        --m_depth;
        return result;
    }

    Parsed conjunction() { return chain(&ExpressionParser::negation, {{u"and", Op::And}}); }

    Parsed negation()
    {
        const int column = peek().column;
        int times = 0;
        while (accept(u"not")) {
            ++times;
        }
        Parsed result = comparison();
        return result && times % 2 == 1 ? Parsed(add(Op::Not, column, {*result})) : result;
    }

    Parsed comparison()
    {
        return chain(&ExpressionParser::sum,
                     {{u"==", Op::Equal},
                      {u"!=", Op::NotEqual},
                      {u"<=", Op::LessOrEqual},
                      {u">=", Op::GreaterOrEqual},
                      {u"<", Op::Less},
                      {u">", Op::Greater}});
    }

    Parsed sum() { return chain(&ExpressionParser::product, {{u"+", Op::Add}, {u"-", Op::Subtract}}); }
    Parsed product() { return chain(&ExpressionParser::sign, {{u"*", Op::Multiply}, {u"/", Op::Divide}}); }

    Parsed sign()
    {
        const int column = peek().column;
        if (!accept(u"-")) {
            return atom();
        }
        const Parsed operand = atom();
        return operand ? Parsed(add(Op::Negate, column, {*operand})) : operand;
    }

    Parsed atom()
    {
        const Token token = take();
        if (token.kind == Token::Kind::Literal) {
            return add(Op::Literal, token.column, {}, token.literal);
        }
        if (token.kind == Token::Kind::Word) {
            return accept(u"(") ? call(token) : key(token);
        }
        if (token.text == u"(") {
            const Parsed inner = disjunction();
            return !inner || accept(u")") ? inner : Parsed(refuse(peek(), Text::tr("A closing parenthesis is missing.")));
        }
        return token.kind == Token::Kind::End ? refuse(token, Text::tr("The expression ends too early."))
                                              : refuse(token, Text::tr("\"%1\" has no meaning here.").arg(token.text));
    }

    Parsed key(const Token &token)
    {
        if (token.text.contains(u'.') && !m_result.m_keys.contains(token.text)) {
            m_result.m_keys.append(token.text);
        }
        return add(Op::Key, token.column, {}, {}, token.text);
    }

    Parsed call(const Token &name)
    {
        static const QList<Function> functions{
            {u"if", Op::If, 3, 3},
            {u"min", Op::Min, 1, 9},
            {u"max", Op::Max, 1, 9},
            {u"ceil", Op::Ceil, 1, 1},
            {u"contains", Op::Contains, 2, 2},
            {u"startsWith", Op::StartsWith, 2, 2},
            {u"endsWith", Op::EndsWith, 2, 2},
            {u"size", Op::Size, 1, 1},
            {u"gibibytes", Op::Gibibytes, 1, 1},
            {u"answered", Op::Answered, 1, 1},
            {u"answeredHere", Op::AnsweredHere, 1, 1},
            {u"sharedWith", Op::SharedWith, 1, 1},
        };
        const auto function = std::ranges::find_if(functions, [&](const Function &each) { return each.name == name.text; });
        if (function == functions.end()) {
            return refuse(name, Text::tr("There is no function \"%1\".").arg(name.text));
        }
        QList<int> operands;
        while (!accept(u")")) {
            if (!operands.isEmpty() && !accept(u",")) {
                return refuse(peek(), Text::tr("A comma or a closing parenthesis is missing."));
            }
            const Parsed operand = disjunction();
            if (!operand) {
                return operand;
            }
            operands.append(*operand);
        }
        if (operands.size() < function->least || operands.size() > function->most) {
            return refuse(name,
                          Text::tr("%1() takes %2 values, not %3.").arg(name.text).arg(function->least).arg(operands.size()));
        }
        return aboutKey(function->op) ? question(name, function->op, operands.first())
                                      : Parsed(add(function->op, name.column, std::move(operands)));
    }

    static bool aboutKey(Op op) { return op == Op::Answered || op == Op::AnsweredHere || op == Op::SharedWith; }

    /// answered("key") and its like ask about a key instead of reading it, so the key stands in quotes.
    Parsed question(const Token &name, Op op, int operand)
    {
        const Expression::Node asked = m_result.m_nodes.at(operand);
        const QString *key = std::get_if<QString>(&asked.literal);
        if (asked.op != Op::Literal || !key) {
            return refuse(name, Text::tr("%1() takes one key in quotes.").arg(name.text));
        }
        m_result.m_nodes.removeLast();
        return add(op, name.column, {}, {}, *key);
    }

    QList<Token> m_tokens;
    qsizetype m_at = 0;
    int m_depth = 0;
    Expression m_result;
};

Result<Expression> Expression::parse(QStringView text)
{
    auto tokens = tokensOf(text);
    if (!tokens) {
        return failure(tokens);
    }
    return ExpressionParser(*std::move(tokens)).whole();
}

} // namespace sentinel::plan
