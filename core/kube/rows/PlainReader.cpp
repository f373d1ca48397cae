// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kube/rows/RowReader.h"

#include <algorithm>

namespace sentinel::kube {

namespace {

constexpr std::string_view kRolePrefix = "node-role.kubernetes.io/";

std::string_view shortAccessMode(std::string_view mode)
{
    if (mode == "ReadWriteOnce") {
        return "RWO";
    }
    if (mode == "ReadOnlyMany") {
        return "ROX";
    }
    if (mode == "ReadWriteMany") {
        return "RWX";
    }
    return mode == "ReadWriteOncePod" ? "RWOP" : mode;
}

RowHealth healthOfPhase(std::string_view phase)
{
    constexpr std::string_view good[]{"Active", "Bound", "Available", "Running", "Ready", "Healthy"};
    constexpr std::string_view bad[]{"Failed", "Lost", "Error", "Degraded", "Missing"};
    constexpr std::string_view waiting[]{"Pending", "Terminating", "Progressing", "Released", "Suspended"};
    constexpr std::string_view done[]{"Succeeded", "Completed", "Complete"};
    if (std::ranges::contains(good, phase)) {
        return RowHealth::Good;
    }
    if (std::ranges::contains(bad, phase)) {
        return RowHealth::Bad;
    }
    if (std::ranges::contains(done, phase)) {
        return RowHealth::Done;
    }
    return std::ranges::contains(waiting, phase) ? RowHealth::Waiting : RowHealth::Unknown;
}

/// Kinds whose columns are little more than what stands in the object.
class PlainReader final : public RowReader
{
public:
    explicit PlainReader(const RowLayout &layout)
        : RowReader(layout)
        , m_kind(layout.reader)
    {
    }

    void begin(Slot message) override;
    void end(Slot message) override;
    void text(Slot slot, std::string_view text) override;
    void number(Slot slot, qint64 number) override;
    void entry(Slot slot, std::string_view key, std::string_view value) override;

protected:
    void startKind() override;
    void finishKind() override;

private:
    void finishService();
    void finishNode();
    void finishCustom();
    void finishEvent();
    void finishApplication();
    [[nodiscard]] std::string_view keep(Slot slot) const;

    const RowLayout::Reader m_kind;
    std::vector<std::pair<Slot, std::string_view>> m_texts; ///< fields that stand once
    std::vector<std::string_view> m_roles;
    std::string m_list; ///< ports, hosts, roles, access modes
    std::string m_addresses;
    std::string m_given; ///< addresses somebody asked for
    std::string m_word;
    qint64 m_portNumber = 0;
    qint64 m_nodePort = 0;
    std::string_view m_protocol;
    std::string_view m_addressType;
    std::string_view m_conditionType;
    std::string_view m_conditionStatus;
    std::string_view m_conditionReason;
    std::string_view m_conditionMessage;
    std::string_view m_ready; ///< what the condition Ready says
    std::string_view m_readyReason;
    std::string_view m_readyMessage;
    bool m_isUnschedulable = false;
    qint64 m_firstSeen = 0;
    qint64 m_lastSeen = 0;
    qint64 m_count = 0;
};

void PlainReader::startKind()
{
    m_texts.clear();
    m_roles.clear();
    m_list.clear();
    m_addresses.clear();
    m_given.clear();
    m_word.clear();
    m_ready = m_readyReason = m_readyMessage = m_addressType = {};
    m_isUnschedulable = false;
    m_firstSeen = m_lastSeen = m_count = 0;
}

void PlainReader::begin(Slot message)
{
    if (message == Slot::Port) {
        m_portNumber = m_nodePort = 0;
        m_protocol = "TCP";
    } else if (message == Slot::Condition) {
        m_conditionType = m_conditionStatus = m_conditionReason = m_conditionMessage = {};
    } else if (message == Slot::NodeAddress) {
        m_addressType = {};
    } else {
        RowReader::begin(message);
    }
}

void PlainReader::end(Slot message)
{
    if (message == Slot::Port) {
        std::string port = std::to_string(m_portNumber);
        if (m_nodePort != 0) {
            port += ':' + std::to_string(m_nodePort);
        }
        joinWord(m_list, port.append("/").append(m_protocol));
    } else if (message == Slot::Condition) {
        if (m_conditionType == "Ready" || (m_conditionType == "Available" && m_ready.empty())) {
            m_ready = m_conditionStatus;
            m_readyReason = m_conditionReason;
            m_readyMessage = m_conditionMessage;
        }
    } else {
        RowReader::end(message);
    }
}

std::string_view PlainReader::keep(Slot slot) const
{
    const auto found = std::ranges::find(m_texts, slot, &std::pair<Slot, std::string_view>::first);
    return found == m_texts.end() ? std::string_view() : found->second;
}

void PlainReader::text(Slot slot, std::string_view text)
{
    switch (slot) {
    case Slot::Host:
        joinWord(m_list, text);
        break;
    case Slot::AccessMode:
        joinWord(m_list, shortAccessMode(text));
        break;
    case Slot::ExternalIp:
        joinWord(m_given, text);
        break;
    case Slot::IngressIp:
    case Slot::IngressHost:
        joinWord(m_addresses, text);
        break;
    case Slot::Protocol:
        m_protocol = text;
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
    case Slot::ConditionMessage:
        m_conditionMessage = text;
        break;
    case Slot::AddressType:
        m_addressType = text;
        break;
    case Slot::Address:
        if (m_addressType == "InternalIP" && keep(Slot::Address).empty()) {
            m_texts.emplace_back(slot, text);
        }
        break;
    default:
        m_texts.emplace_back(slot, text);
        RowReader::text(slot, text);
    }
}

void PlainReader::number(Slot slot, qint64 number)
{
    switch (slot) {
    case Slot::PortNumber:
        m_portNumber = number;
        break;
    case Slot::NodePort:
        m_nodePort = number;
        break;
    case Slot::Unschedulable:
        m_isUnschedulable = number != 0;
        break;
    case Slot::FirstSeen:
    case Slot::EventTime:
        m_firstSeen = std::max(m_firstSeen, number);
        break;
    case Slot::LastSeen:
    case Slot::SeriesSeen:
        m_lastSeen = std::max(m_lastSeen, number);
        break;
    case Slot::Count:
    case Slot::SeriesCount:
        m_count = std::max(m_count, number);
        break;
    default:
        RowReader::number(slot, number);
    }
}

void PlainReader::entry(Slot slot, std::string_view key, std::string_view value)
{
    if (slot == Slot::Capacity) {
        if (key == "storage") {
            m_texts.emplace_back(slot, value);
        }
        return;
    }
    if (m_kind == RowLayout::Reader::Node) {
        if (key.starts_with(kRolePrefix) && key.size() > kRolePrefix.size()) {
            m_roles.push_back(key.substr(kRolePrefix.size()));
        } else if (key == "kubernetes.io/role" && !value.empty()) {
            m_roles.push_back(value);
        }
    }
    RowReader::entry(slot, key, value);
}

void PlainReader::finishService()
{
    const std::string_view type = keep(Slot::ServiceType);
    setText(Field::ServiceType, type);
    setText(Field::ClusterIp, keep(Slot::ClusterIp));
    setText(Field::Ports, m_list);
    if (type == "ExternalName") {
        m_given = keep(Slot::ExternalName);
    } else if (type == "LoadBalancer") {
        if (!m_given.empty()) {
            joinWord(m_addresses, m_given);
        }
        m_given = m_addresses.empty() ? "<pending>" : m_addresses;
    }
    setText(Field::ExternalIp, m_given);
    setHealth(m_given == "<pending>" ? RowHealth::Waiting : RowHealth::Good);
}

void PlainReader::finishNode()
{
    m_word = m_ready == "True" ? "Ready" : m_ready.empty() ? "Unknown" : "NotReady";
    setHealth(m_word != "Ready" ? RowHealth::Bad : m_isUnschedulable ? RowHealth::Waiting : RowHealth::Good);
    if (m_isUnschedulable) {
        joinWord(m_word, "SchedulingDisabled");
    }
    std::ranges::sort(m_roles);
    for (const std::string_view role : m_roles) {
        joinWord(m_list, role);
    }
    setText(Field::Status, m_word);
    setText(Field::Roles, m_list);
    setText(Field::NodeVersion, keep(Slot::KubeletVersion));
    setText(Field::InternalIp, keep(Slot::Address));
}

void PlainReader::finishCustom()
{
    const std::string_view phase = keep(Slot::Phase);
    const std::string_view reason = keep(Slot::Reason);
    const std::string_view message = keep(Slot::Message);
    setText(Field::ReadyWord, m_ready);
    setText(Field::Status, !phase.empty() ? phase : !m_readyReason.empty() ? m_readyReason : reason);
    setText(Field::Message, !m_readyMessage.empty() ? m_readyMessage : message);
    if (m_ready == "True" || m_ready == "False") {
        setHealth(m_ready == "True" ? RowHealth::Good : RowHealth::Bad);
    } else {
        setHealth(m_ready == "Unknown" ? RowHealth::Waiting : healthOfPhase(phase));
    }
}

void PlainReader::finishEvent()
{
    std::string_view kind = keep(Slot::SubjectKind);
    std::ranges::transform(kind, std::back_inserter(m_word),
                           [](char letter) { return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + 32) : letter; });
    m_word.append("/").append(keep(Slot::SubjectName));
    setText(Field::Subject, m_word);
    setText(Field::Reason, keep(Slot::Reason));
    setText(Field::Message, keep(Slot::Message));
    setText(Field::EventType, keep(Slot::EventType));
    setNumber(Field::LastSeen, m_lastSeen != 0 ? m_lastSeen : m_firstSeen);
    setNumber(Field::Count, std::max<qint64>(m_count, 1));
    setHealth(keep(Slot::EventType) == "Warning" ? RowHealth::Bad : RowHealth::Good);
}

void PlainReader::finishApplication()
{
    setText(Field::Sync, keep(Slot::Sync));
    setText(Field::Status, keep(Slot::Health));
    setText(Field::Revision, keep(Slot::Revision));
    setText(Field::Message, keep(Slot::HealthMessage));
    setHealth(healthOfPhase(keep(Slot::Health)));
}

void PlainReader::finishKind()
{
    switch (m_kind) {
    case RowLayout::Reader::Service:
        return finishService();
    case RowLayout::Reader::Node:
        return finishNode();
    case RowLayout::Reader::Custom:
        return finishCustom();
    case RowLayout::Reader::Event:
        return finishEvent();
    case RowLayout::Reader::Application:
        return finishApplication();
    case RowLayout::Reader::Ingress:
        setText(Field::Class, keep(Slot::Class));
        setText(Field::Hosts, m_list.empty() ? "*" : std::string_view(m_list));
        setText(Field::Address, m_addresses);
        setHealth(m_addresses.empty() ? RowHealth::Waiting : RowHealth::Good);
        return;
    case RowLayout::Reader::Claim:
        setText(Field::Volume, keep(Slot::Volume));
        setText(Field::Capacity, keep(Slot::Capacity));
        setText(Field::AccessModes, m_list);
        setText(Field::StorageClass, keep(Slot::StorageClass));
        [[fallthrough]];
    case RowLayout::Reader::Namespace: {
        const std::string_view phase = isBeingDeleted() ? "Terminating" : keep(Slot::Phase);
        setText(Field::Status, phase);
        setHealth(healthOfPhase(phase));
        return;
    }
    default:
        return;
    }
}

} // namespace

std::unique_ptr<RowReader> makePlainReader(const RowLayout &layout)
{
    return std::make_unique<PlainReader>(layout);
}

} // namespace sentinel::kube
