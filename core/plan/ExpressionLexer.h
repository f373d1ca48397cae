// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/plan/Answers.h"

namespace sentinel::plan {

/// One piece of an expression's text.
struct Token
{
    enum class Kind {
        Word, ///< key, name of a function, `and`, `or`, `not`
        Literal,
        Symbol,
        End,
    };
    Kind kind = Kind::End;
    QString text; ///< of a word or symbol
    Datum literal;
    int column = 1; ///< from 1, in UTF-16 units
};

/// Invalid, with the column, for what is no token.
[[nodiscard]] Result<QList<Token>> tokensOf(QStringView text);

} // namespace sentinel::plan
