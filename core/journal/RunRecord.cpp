// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/RunRecord.h"

#include <QHash>

namespace sentinel::journal {

namespace {

OperationRun::State runState(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Done:
        return OperationRun::State::Done;
    case Outcome::Failed:
    case Outcome::Unknown:
        return OperationRun::State::Failed;
    case Outcome::Stopped:
        return OperationRun::State::Stopped;
    }
    Q_UNREACHABLE_RETURN(OperationRun::State::Failed);
}

void finish(OperationRun &run, const Record &record)
{
    const Outcome outcome = record.outcome.value_or(Outcome::Unknown);
    std::optional<Error> error;
    if (outcome == Outcome::Failed || outcome == Outcome::Unknown) {
        error = Error{.kind = Error::Kind::Internal, .doing = {}, .detail = record.sentence};
    } else if (outcome == Outcome::Stopped) {
        error = Error{.kind = Error::Kind::Cancelled, .doing = {}, .detail = record.sentence};
    }
    run.finish(runState(outcome), error, record.isResumable);
}

} // namespace

void recordSteps(OperationRun &run, OperationLog log, std::function<void(Error)> failed)
{
    const auto states = std::make_shared<QHash<QString, OperationStep::State>>();
    const auto report = [failed, isTold = std::make_shared<bool>(false)](const Result<void> &written) {
        if (!written && failed && !std::exchange(*isTold, true)) {
            failed(written.error());
        }
    };
    const auto all = [&run, log, report, states]() mutable {
        for (const OperationStep &step : run.steps()) {
            states->insert(step.id, step.state);
        }
        report(log.steps(run.steps()));
    };
    const auto one = [&run, log, report, states](int index) mutable {
        const OperationStep &step = run.steps()[index];
        // Progress inside a step is for the eye only.
        if (states->value(step.id) != step.state) {
            states->insert(step.id, step.state);
            report(log.step(step));
        }
    };
    QObject::connect(&run, &OperationRun::stepsReset, &run, all);
    QObject::connect(&run, &OperationRun::stepChanged, &run, one);
    if (!run.steps().isEmpty()) {
        auto begin = all;
        begin();
    }
}

std::unique_ptr<OperationRun> recreateRun(const QList<Record> &records)
{
    if (records.isEmpty() || records.first().type != RecordType::Begun) {
        return nullptr;
    }
    const Record &begun = records.first();
    auto run = std::make_unique<OperationRun>(begun.operation, begun.scope.kind);
    QList<OperationStep> steps;
    const Record *outcome = nullptr;
    for (const Record &record : records) {
        if (record.type == RecordType::Steps) {
            steps = record.steps;
        } else if (record.type == RecordType::Step && !record.steps.isEmpty()) {
            const auto known = std::ranges::find(steps, record.steps.first().id, &OperationStep::id);
            if (known != steps.end()) {
                *known = record.steps.first();
            }
        } else if (record.type == RecordType::Outcome) {
            outcome = &record;
        } else if (record.type == RecordType::Resumed) {
            outcome = nullptr;
        }
        if (!record.sentence.isEmpty()) {
            run->log(record.sentence);
        }
    }
    run->setSteps(steps);
    if (outcome) {
        finish(*run, *outcome);
    }
    return run;
}

} // namespace sentinel::journal
