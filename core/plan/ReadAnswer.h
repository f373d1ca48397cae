// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/Answers.h"
#include "core/plan/Catalogue.h"
#include "core/yaml/Value.h"

#include <expected>

namespace sentinel::plan {

/// Why a text is no answer.
struct Wrong
{
    QString rule; ///< "plan.wrong-type", "plan.out-of-range", …
    QString sentence;
    QString remedy;
};

/// The answer that `text` (as a person types it, or as a profile gives it) stands for. `key` is how the sentences name it.
[[nodiscard]] std::expected<Datum, Wrong> readAnswer(const Question &question, const QString &text, const QString &key);

/// The answer a YAML value stands for. Every problem in it is appended to `problems` with its place in `file`; the result is then
/// monostate.
[[nodiscard]] Datum readAnswer(const Question &question, const yaml::Value &value, const QString &key, const QString &file,
                               Findings &problems);

/// `text` as the YAML value a plan holds for `question`: a number where the type is one, a list for choices of many. The text
/// must have been read well before. Groups: the parsed YAML or JSON.
[[nodiscard]] yaml::Value toYaml(const Question &question, const QString &text);

/// The result of a default expression, as an answer of the question's type.
[[nodiscard]] Datum asAnswer(const Question &question, const Datum &result);

} // namespace sentinel::plan
