// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/ExpressionLexer.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sentinel::plan {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

bool isWordStart(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || c == u'_';
}

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool isWordPart(QChar c)
{
    return isWordStart(c) || isDigit(c) || c == u'.';
}

std::unexpected<Error> refuse(int column, const QString &why)
{
    return failure(Error::Kind::Invalid, Text::tr("reading an expression"), why, {.file = {}, .line = 1, .column = column});
}

/// "12", "1.5", "90d", "1h30m", "512Mi".
Result<Datum> amountOf(QStringView text, int column)
{
    bool isNumber = false;
    if (const double number = text.toDouble(&isNumber); isNumber) {
        return Datum(number);
    }
    if (const auto duration = parseDuration(text)) {
        return Datum(*duration);
    }
    if (const auto quantity = Quantity::parse(text)) {
        return Datum(*quantity);
    }
    return refuse(column, Text::tr("\"%1\" is no number, duration or quantity.").arg(text));
}

qsizetype symbolLength(QStringView rest)
{
    for (const QStringView two : {QStringView(u"=="), QStringView(u"!="), QStringView(u"<="), QStringView(u">=")}) {
        if (rest.startsWith(two)) {
            return 2;
        }
    }
    return QStringView(u"<>+-*/(),").contains(rest.front()) ? 1 : 0;
}

} // namespace

Result<QList<Token>> tokensOf(QStringView text)
{
    QList<Token> tokens;
    qsizetype at = 0;
    while (true) {
        while (at < text.size() && text[at].isSpace()) {
            ++at;
        }
        Token token;
        token.column = static_cast<int>(at) + 1;
        if (at == text.size()) {
            tokens.append(token);
            return tokens;
        }
        qsizetype end = at + 1;
        if (text[at] == u'"') {
            end = text.indexOf(u'"', at + 1) + 1;
            if (end == 0) {
                return refuse(token.column, Text::tr("The text that begins here has no closing quote."));
            }
            token.kind = Token::Kind::Literal;
            token.literal = text.sliced(at + 1, end - at - 2).toString();
        } else if (isWordStart(text[at]) || isDigit(text[at])) {
            while (end < text.size() && isWordPart(text[end])) {
                ++end;
            }
            token.text = text.sliced(at, end - at).toString();
            token.kind = Token::Kind::Word;
            if (isDigit(text[at])) {
                auto amount = amountOf(token.text, token.column);
                if (!amount) {
                    return failure(amount);
                }
                token.literal = *std::move(amount);
                token.kind = Token::Kind::Literal;
            } else if (token.text == u"true" || token.text == u"false") {
                token.literal = token.text == u"true";
                token.kind = Token::Kind::Literal;
            }
        } else if (const qsizetype length = symbolLength(text.sliced(at)); length > 0) {
            end = at + length;
            token.kind = Token::Kind::Symbol;
            token.text = text.sliced(at, length).toString();
        } else {
            return refuse(token.column, Text::tr("\"%1\" has no meaning here.").arg(text[at]));
        }
        tokens.append(token);
        at = end;
    }
}

} // namespace sentinel::plan
