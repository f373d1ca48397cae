// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/RunLines.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sentinel::cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

} // namespace

ProgressLines::ProgressLines(const Io &io, deploy::DeployRun &run)
    : m_io(io)
    , m_run(run)
{
    connect(&run, &OperationRun::stepChanged, this, &ProgressLines::stepChanged);
    connect(&run, &OperationRun::logged, this, [this](const QString &line) { tell(line); });
}

void ProgressLines::stepChanged(int index)
{
    const OperationStep &step = m_run.steps()[index];
    if (step.state == OperationStep::State::Running) {
        if (step.total > 0) {
            tell(Text::tr("%1 of %2 healthy. %3").arg(step.done).arg(step.total).arg(step.detail).trimmed());
        }
    } else if (step.state != OperationStep::State::Waiting) {
        m_io.say(u"%1 %2: %3"_s.arg(mark(step.state), step.title, step.detail.isEmpty() ? stateName(step.state) : step.detail));
    }
}

QString ProgressLines::mark(OperationStep::State state)
{
    return state == OperationStep::State::Done || state == OperationStep::State::Skipped ? u"+"_s : u"!"_s;
}

void ProgressLines::tell(const QString &line)
{
    if (line != std::exchange(m_last, line)) {
        m_io.say(u"  "_s + line);
    }
}

} // namespace sentinel::cli
