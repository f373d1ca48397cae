// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kube/rows/RowReader.h"

#include <algorithm>

namespace sentinel::kube {

namespace {

/// What the status of one container says.
struct ContainerFacts
{
    std::string_view name{};
    bool isWaiting = false;
    bool isRunning = false;
    bool isTerminated = false;
    bool isReady = false;
    bool isStarted = false;
    std::string_view reason{}; ///< of waiting or of its end
    qint64 exitCode = 0;
    qint64 signal = 0;
    qint64 restarts = 0;
    qint64 lastFinished = 0;
};

constexpr std::string_view kBadWords[]{"Error",
                                       "Failed",
                                       "CrashLoopBackOff",
                                       "ImagePullBackOff",
                                       "ErrImagePull",
                                       "OOMKilled",
                                       "Evicted",
                                       "NodeLost",
                                       "Unknown",
                                       "InvalidImageName",
                                       "RunContainerError",
                                       "CreateContainerError",
                                       "CreateContainerConfigError",
                                       "ContainerCannotRun",
                                       "ErrImageNeverPull",
                                       "DeadlineExceeded",
                                       "ContainerStatusUnknown",
                                       "UnexpectedAdmissionError",
                                       "StartError"};

bool isBad(std::string_view status)
{
    if (status.starts_with("Init:")) {
        status.remove_prefix(5);
    }
    return status.starts_with("ExitCode:") || status.starts_with("Signal:") || std::ranges::contains(kBadWords, status);
}

std::string endOf(const ContainerFacts &facts)
{
    if (!facts.reason.empty()) {
        return std::string(facts.reason);
    }
    return facts.signal != 0 ? "Signal:" + std::to_string(facts.signal) : "ExitCode:" + std::to_string(facts.exitCode);
}

/// The one word kubectl prints for a pod, its count of ready containers and of restarts.
class PodReader final : public RowReader
{
public:
    using RowReader::RowReader;

    void begin(Slot message) override;
    void end(Slot message) override;
    void text(Slot slot, std::string_view text) override;
    void number(Slot slot, qint64 number) override;

protected:
    void startKind() override;
    void finishKind() override;

private:
    struct InitContainer
    {
        std::string_view name{};
        bool isSidecar = false; ///< goes on beside the others
    };
    [[nodiscard]] bool isSidecar(std::string_view name) const;
    void readInit();
    void readContainers();

    std::vector<ContainerFacts> m_init;
    std::vector<ContainerFacts> m_containers;
    std::vector<InitContainer> m_initContainers;
    ContainerFacts *m_one = nullptr;
    qint64 m_total = 0;
    std::string_view m_phase;
    std::string_view m_reason;
    std::string_view m_conditionType;
    std::string_view m_conditionStatus;
    std::string_view m_conditionReason;
    bool m_isInitialized = false;
    bool m_isReady = false;
    bool m_isGated = false;
    // What comes out.
    std::string m_status;
    qint64 m_ready = 0;
    qint64 m_restarts = 0;
    qint64 m_lastRestart = 0;
    bool m_isInitializing = false;
    qint64 m_sidecarRestarts = 0;
    qint64 m_sidecarLast = 0;
};

void PodReader::startKind()
{
    m_init.clear();
    m_containers.clear();
    m_initContainers.clear();
    m_one = nullptr;
    m_total = 0;
    m_phase = m_reason = {};
    m_isInitialized = m_isReady = m_isGated = m_isInitializing = false;
    m_ready = m_restarts = m_lastRestart = m_sidecarRestarts = m_sidecarLast = 0;
}

void PodReader::begin(Slot message)
{
    switch (message) {
    case Slot::Container:
        ++m_total;
        break;
    case Slot::InitContainer:
        m_initContainers.emplace_back();
        break;
    case Slot::InitStatus:
        m_one = &m_init.emplace_back();
        break;
    case Slot::ContainerStatus:
        m_one = &m_containers.emplace_back();
        break;
    case Slot::Waiting:
        m_one->isWaiting = true;
        break;
    case Slot::Running:
        m_one->isRunning = true;
        break;
    case Slot::Terminated:
        m_one->isTerminated = true;
        break;
    case Slot::Condition:
        m_conditionType = m_conditionStatus = m_conditionReason = {};
        break;
    default:
        RowReader::begin(message);
    }
}

void PodReader::end(Slot message)
{
    if (message != Slot::Condition) {
        RowReader::end(message);
    } else if (m_conditionType == "Initialized") {
        m_isInitialized = m_conditionStatus == "True";
    } else if (m_conditionType == "Ready") {
        m_isReady = m_conditionStatus == "True";
    } else if (m_conditionType == "PodScheduled") {
        m_isGated = m_conditionReason == "SchedulingGated";
    }
}

void PodReader::text(Slot slot, std::string_view text)
{
    switch (slot) {
    case Slot::ContainerName:
        m_initContainers.back().name = text;
        break;
    case Slot::ContainerRestartPolicy:
        m_initContainers.back().isSidecar = text == "Always";
        break;
    case Slot::NodeName:
        setText(Field::Node, text);
        break;
    case Slot::PodIp:
        setText(Field::Ip, text);
        break;
    case Slot::Phase:
        m_phase = text;
        break;
    case Slot::Reason:
        m_reason = text;
        break;
    case Slot::ConditionType:
        m_conditionType = text;
        break;
    case Slot::ConditionStatus:
        m_conditionStatus = text;
        break;
    case Slot::ConditionReason:
        m_conditionReason = text;
        break;
    case Slot::StatusName:
        m_one->name = text;
        break;
    case Slot::WaitingReason:
    case Slot::TerminatedReason:
        m_one->reason = text;
        break;
    default:
        RowReader::text(slot, text);
    }
}

void PodReader::number(Slot slot, qint64 number)
{
    switch (slot) {
    case Slot::StatusReady:
        m_one->isReady = number != 0;
        break;
    case Slot::StatusStarted:
        m_one->isStarted = number != 0;
        break;
    case Slot::StatusRestarts:
        m_one->restarts = number;
        break;
    case Slot::ExitCode:
        m_one->exitCode = number;
        break;
    case Slot::Signal:
        m_one->signal = number;
        break;
    case Slot::LastFinished:
        m_one->lastFinished = number;
        break;
    default:
        RowReader::number(slot, number);
    }
}

bool PodReader::isSidecar(std::string_view name) const
{
    return std::ranges::any_of(m_initContainers, [name](const auto &each) { return each.isSidecar && each.name == name; });
}

void PodReader::readInit()
{
    for (size_t at = 0; at < m_init.size(); ++at) {
        const ContainerFacts &one = m_init[at];
        const bool sidecar = isSidecar(one.name);
        m_restarts += one.restarts;
        m_lastRestart = std::max(m_lastRestart, one.lastFinished);
        if (sidecar) {
            m_sidecarRestarts += one.restarts;
            m_sidecarLast = std::max(m_sidecarLast, one.lastFinished);
        }
        if (one.isTerminated && one.exitCode == 0) {
            continue;
        }
        if (sidecar && one.isStarted) {
            m_ready += one.isReady ? 1 : 0;
            continue;
        }
        m_isInitializing = true;
        if (one.isTerminated) {
            m_status = "Init:" + endOf(one);
        } else if (one.isWaiting && !one.reason.empty() && one.reason != "PodInitializing") {
            m_status = "Init:" + std::string(one.reason);
        } else {
            m_status = "Init:" + std::to_string(at) + '/' + std::to_string(m_initContainers.size());
        }
        return;
    }
}

void PodReader::readContainers()
{
    m_restarts = m_sidecarRestarts;
    m_lastRestart = m_sidecarLast;
    bool hasRunning = false;
    for (auto one = m_containers.rbegin(); one != m_containers.rend(); ++one) {
        m_restarts += one->restarts;
        m_lastRestart = std::max(m_lastRestart, one->lastFinished);
        if (one->isWaiting && !one->reason.empty()) {
            m_status = one->reason;
        } else if (one->isTerminated) {
            m_status = endOf(*one);
        } else if (one->isReady && one->isRunning) {
            hasRunning = true;
            ++m_ready;
        }
    }
    if (m_status == "Completed" && hasRunning) {
        m_status = m_isReady ? "Running" : "NotReady";
    }
}

void PodReader::finishKind()
{
    m_total += std::ranges::count(m_initContainers, true, &InitContainer::isSidecar);
    m_status = m_reason.empty() ? m_phase : m_reason;
    if (m_isGated) {
        m_status = "SchedulingGated";
    }
    readInit();
    if (!m_isInitializing || m_isInitialized) {
        readContainers();
    }
    const bool isOver = m_phase == "Succeeded" || m_phase == "Failed";
    if (isBeingDeleted() && m_reason == "NodeLost") {
        m_status = "Unknown";
    } else if (isBeingDeleted() && !isOver) {
        m_status = "Terminating";
    }
    setText(Field::Status, m_status);
    setNumber(Field::Ready, ratio(m_ready, m_total));
    setNumber(Field::Restarts, m_restarts);
    setNumber(Field::LastRestart, m_lastRestart);
    if (isBad(m_status)) {
        setHealth(RowHealth::Bad);
    } else if (m_phase == "Succeeded") {
        setHealth(RowHealth::Done);
    } else {
        setHealth(m_status == "Running" && m_ready == m_total ? RowHealth::Good : RowHealth::Waiting);
    }
}

} // namespace

std::unique_ptr<RowReader> makePodReader(const RowLayout &layout)
{
    return std::make_unique<PodReader>(layout);
}

} // namespace sentinel::kube
