// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/OperationRun.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel {

namespace {
constexpr qsizetype kMostLines = 10'000;
} // namespace

OperationRun::OperationRun(QString id, QString kind, QObject *parent)
    : QObject(parent)
    , m_id(std::move(id))
    , m_kind(std::move(kind))
{
}

int OperationRun::indexOf(const QString &step) const
{
    const auto found = std::ranges::find(m_steps, step, &OperationStep::id);
    Q_ASSERT_X(found != m_steps.end(), "OperationRun", "a flow named a step it has not announced");
    return static_cast<int>(found - m_steps.begin());
}

void OperationRun::setSteps(QList<OperationStep> steps)
{
    m_steps = std::move(steps);
    Q_EMIT stepsReset();
}

void OperationRun::begin(const QString &step, const QDateTime &at)
{
    const int index = indexOf(step);
    m_steps[index].state = OperationStep::State::Running;
    m_steps[index].began = at;
    Q_EMIT stepChanged(index);
}

void OperationRun::tell(const QString &step, const QString &detail, int done, int total)
{
    const int index = indexOf(step);
    OperationStep &told = m_steps[index];
    const QString line = plainLine(detail);
    if (told.detail == line && told.done == done && told.total == total) {
        return;
    }
    told.detail = line;
    told.done = done;
    told.total = total;
    Q_EMIT stepChanged(index);
}

void OperationRun::end(const QString &step, OperationStep::State state, const QDateTime &at, const QString &detail)
{
    const int index = indexOf(step);
    m_steps[index].state = state;
    m_steps[index].ended = at;
    m_steps[index].detail = plainLine(detail);
    Q_EMIT stepChanged(index);
}

void OperationRun::log(const QString &line)
{
    const QString plain = plainLine(line);
    m_lines.append(plain);
    if (m_lines.size() > kMostLines) {
        m_lines.remove(0, kMostLines / 10);
    }
    Q_EMIT logged(plain);
}

void OperationRun::finish(State state, std::optional<Error> error, bool resumable)
{
    m_state = state;
    m_error = std::move(error);
    m_resumable = resumable;
    Q_EMIT finished();
}

QString stateName(OperationStep::State state)
{
    switch (state) {
    case OperationStep::State::Waiting:
        return u"waiting"_s;
    case OperationStep::State::Running:
        return u"running"_s;
    case OperationStep::State::Done:
        return u"done"_s;
    case OperationStep::State::Skipped:
        return u"skipped"_s;
    case OperationStep::State::Failed:
        return u"failed"_s;
    case OperationStep::State::Stopped:
        return u"stopped"_s;
    }
    return {};
}

QString stateName(OperationRun::State state)
{
    switch (state) {
    case OperationRun::State::Running:
        return u"running"_s;
    case OperationRun::State::Done:
        return u"done"_s;
    case OperationRun::State::Failed:
        return u"failed"_s;
    case OperationRun::State::Stopped:
        return u"stopped"_s;
    }
    return {};
}

} // namespace sentinel
