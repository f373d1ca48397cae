// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/Compiled.h"
#include "core/plan/Layer.h"

namespace sentinel::plan {

/// The levels one set of answers is worked out from; cluster before environment before base before profile before default.
struct Levels
{
    QString planName;
    const Layer *base = nullptr; ///< never null
    const Layer *environment = nullptr; ///< never null
    const Layer *cluster = nullptr; ///< null: the environment as a whole
    int environmentCount = 1;
    int clusterCount = 0; ///< of this environment
};

[[nodiscard]] Answers resolve(const Compiled &compiled, const Levels &levels);

/// What rules and sentences may ask of resolved answers.
class AnswersScope : public Scope
{
public:
    /// `earlier`: the environments before this one, for sharedWith.
    AnswersScope(const Answers &answers, const Levels &levels, const QList<Answers> &earlier = {})
        : m_answers(answers)
        , m_levels(levels)
        , m_earlier(earlier)
    {
    }
    [[nodiscard]] Datum value(const QString &key) const override;
    [[nodiscard]] bool answered(const QString &key, bool here) const override;
    [[nodiscard]] QString sharedWith(const QString &key) const override;

private:
    const Answers &m_answers;
    const Levels &m_levels;
    const QList<Answers> m_earlier;
};

} // namespace sentinel::plan
