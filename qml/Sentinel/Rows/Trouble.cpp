// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/Sentinel/Rows/Trouble.h"

#include "core/wording/Wording.h"

using namespace Qt::StringLiterals;

namespace sentinel::console {

Trouble Trouble::of(const Error &error)
{
    const wording::Problem problem = wording::describe(error);
    Trouble trouble;
    trouble.title = problem.title;
    trouble.explanation = problem.explanation;
    trouble.nextStep = problem.nextStep;
    return trouble;
}

QString Trouble::text() const
{
    return nextStep.isEmpty() ? explanation : explanation + u' ' + nextStep;
}

} // namespace sentinel::console
