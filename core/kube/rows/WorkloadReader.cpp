// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kube/rows/RowReader.h"

namespace sentinel::kube {

namespace {

/// Deployments and what else makes pods.
class WorkloadReader final : public RowReader
{
public:
    explicit WorkloadReader(const RowLayout &layout)
        : RowReader(layout)
        , m_kind(layout.reader)
    {
    }

    void begin(Slot message) override;
    void end(Slot message) override;
    void text(Slot slot, std::string_view text) override;
    void number(Slot slot, qint64 number) override;

protected:
    void startKind() override;
    void finishKind() override;

private:
    void finishReplicas();
    void finishJob();
    void finishCronJob();

    const RowLayout::Reader m_kind;
    qint64 m_desired = 0;
    qint64 m_current = 0;
    qint64 m_ready = 0;
    qint64 m_upToDate = 0;
    qint64 m_available = 0;
    qint64 m_completions = -1; ///< -1: none are asked for
    qint64 m_parallelism = 1;
    qint64 m_succeeded = 0;
    qint64 m_active = 0;
    bool m_isSuspended = false;
    std::string m_images;
    std::string_view m_conditionType;
    std::string_view m_conditionStatus;
    bool m_isStuck = false;
    std::string_view m_jobWord; ///< the condition that says most
};

void WorkloadReader::startKind()
{
    m_desired = m_current = m_ready = m_upToDate = m_available = m_succeeded = m_active = 0;
    m_completions = -1;
    m_parallelism = 1;
    m_isSuspended = m_isStuck = false;
    m_images.clear();
    m_jobWord = {};
}

void WorkloadReader::begin(Slot message)
{
    if (message == Slot::Condition) {
        m_conditionType = m_conditionStatus = {};
    } else if (message == Slot::Active) {
        ++m_active;
    } else {
        RowReader::begin(message);
    }
}

void WorkloadReader::end(Slot message)
{
    if (message != Slot::Condition) {
        RowReader::end(message);
        return;
    }
    m_isStuck = m_isStuck || (m_conditionType == "Progressing" && m_conditionStatus == "False")
        || (m_conditionType == "ReplicaFailure" && m_conditionStatus == "True");
    const bool isFinal = m_jobWord == "Complete" || m_jobWord == "Failed";
    if (m_kind == RowLayout::Reader::Job && m_conditionStatus == "True" && !isFinal) {
        m_jobWord = m_conditionType;
    }
}

void WorkloadReader::text(Slot slot, std::string_view text)
{
    switch (slot) {
    case Slot::Image:
        joinWord(m_images, text);
        break;
    case Slot::ConditionType:
        m_conditionType = text;
        break;
    case Slot::ConditionStatus:
        m_conditionStatus = text;
        break;
    case Slot::Schedule:
        setText(Field::Schedule, text);
        break;
    case Slot::TimeZone:
        setText(Field::TimeZone, text);
        break;
    default:
        RowReader::text(slot, text);
    }
}

void WorkloadReader::number(Slot slot, qint64 number)
{
    switch (slot) {
    case Slot::Desired:
        m_desired = number;
        break;
    case Slot::Current:
        m_current = number;
        break;
    case Slot::ReadyCount:
        m_ready = number;
        break;
    case Slot::UpToDate:
        m_upToDate = number;
        break;
    case Slot::Available:
        m_available = number;
        break;
    case Slot::Completions:
        m_completions = number;
        break;
    case Slot::Parallelism:
        m_parallelism = number;
        break;
    case Slot::Succeeded:
        m_succeeded = number;
        break;
    case Slot::Suspend:
        m_isSuspended = number != 0;
        break;
    case Slot::Started:
        setNumber(Field::Started, number);
        break;
    case Slot::Finished:
        setNumber(Field::Finished, number);
        break;
    case Slot::LastSchedule:
        setNumber(Field::LastSchedule, number);
        break;
    default:
        RowReader::number(slot, number);
    }
}

void WorkloadReader::finishReplicas()
{
    setNumber(Field::Ready, ratio(m_ready, m_desired));
    setNumber(Field::Desired, m_desired);
    setNumber(Field::Current, m_current);
    setNumber(Field::UpToDate, m_upToDate);
    setNumber(Field::Available, m_available);
    const bool isOld = m_kind != RowLayout::Reader::ReplicaSet && m_upToDate < m_desired;
    if (m_isStuck) {
        setHealth(RowHealth::Bad);
    } else {
        setHealth(m_ready >= m_desired && !isOld && !isBeingDeleted() ? RowHealth::Good : RowHealth::Waiting);
    }
}

void WorkloadReader::finishJob()
{
    std::string_view word = m_jobWord;
    if (word != "Complete" && word != "Failed") {
        word = isBeingDeleted() ? "Terminating" : word.empty() ? "Running" : word;
    }
    setText(Field::Status, word);
    setNumber(Field::Completions, ratio(m_succeeded, m_completions >= 0 ? m_completions : 1));
    if (word == "Complete") {
        setHealth(RowHealth::Done);
    } else {
        setHealth(word == "Failed" || word == "FailureTarget" ? RowHealth::Bad : RowHealth::Waiting);
    }
}

void WorkloadReader::finishCronJob()
{
    setText(Field::Suspended, m_isSuspended ? "True" : "False");
    setNumber(Field::Active, m_active);
    setHealth(m_isSuspended ? RowHealth::Waiting : RowHealth::Good);
}

void WorkloadReader::finishKind()
{
    setText(Field::Images, m_images);
    if (m_kind == RowLayout::Reader::Job) {
        finishJob();
    } else if (m_kind == RowLayout::Reader::CronJob) {
        finishCronJob();
    } else {
        finishReplicas();
    }
}

} // namespace

std::unique_ptr<RowReader> makeWorkloadReader(const RowLayout &layout)
{
    return std::make_unique<WorkloadReader>(layout);
}

} // namespace sentinel::kube
