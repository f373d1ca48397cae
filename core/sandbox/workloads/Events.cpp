// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/workloads/Events.h"

#include "core/sandbox/Names.h"
#include "core/sandbox/Types.h"
#include "core/sandbox/workloads/Json.h"

using namespace Qt::StringLiterals;

namespace sentinel::sandbox {

namespace {

constexpr qint64 kKeptMilliseconds = 60 * 60 * 1000;
constexpr size_t kMost = 5000; ///< a loop that fails in ever new words must not fill the memory

QJsonObject referenceTo(const QJsonObject &about)
{
    QJsonObject reference{{u"apiVersion"_s, about.value(u"apiVersion")},
                          {u"kind"_s, about.value(u"kind")},
                          {u"name"_s, nameOf(about)},
                          {u"uid"_s, uidOf(about)}};
    reference.insert(u"resourceVersion", valueAt(about, {u"metadata", u"resourceVersion"}));
    if (!namespaceOf(about).isEmpty()) {
        reference.insert(u"namespace", namespaceOf(about));
    }
    return reference;
}

} // namespace

Events::Events(Store &store, Clock &clock)
    : m_store(store)
    , m_clock(clock)
{
}

void Events::normal(const QJsonObject &about, const QString &component, const QString &reason, const QString &message)
{
    record(referenceTo(about), component, {}, u"Normal"_s, reason, message);
}

void Events::warning(const QJsonObject &about, const QString &component, const QString &reason, const QString &message)
{
    record(referenceTo(about), component, {}, u"Warning"_s, reason, message);
}

void Events::ofContainer(const QJsonObject &pod, const QString &fieldPath, bool isWarning, const QString &reason,
                         const QString &message)
{
    QJsonObject reference = referenceTo(pod);
    if (!fieldPath.isEmpty()) {
        reference.insert(u"fieldPath", fieldPath);
    }
    record(reference, u"kubelet"_s, textAt(pod, {u"spec", u"nodeName"}), isWarning ? u"Warning"_s : u"Normal"_s, reason, message);
}

void Events::record(QJsonObject reference, const QString &component, const QString &host, const QString &type,
                    const QString &reason, const QString &message)
{
    forgetOld();
    const QDateTime now = m_clock.now();
    const QString key = reference.value(u"uid").toString() + reference.value(u"fieldPath").toString() + reason + u'\n' + message;
    if (const auto said = m_said.constFind(key); said != m_said.constEnd()) {
        const auto again = m_store.change(
            kinds::event(), said->ns, said->name,
            [&](QJsonObject &event) {
                event.insert(u"count", event.value(u"count").toInteger() + 1);
                event.insert(u"lastTimestamp", timestamp(now));
                return true;
            },
            Store::Half::Both);
        if (again) {
            return;
        }
    }
    // Objects without a namespace have their events in "default".
    const QString ns = reference.contains(u"namespace") ? reference.value(u"namespace").toString() : u"default"_s;
    const auto home = m_store.find(kinds::ns(), {}, ns);
    if (!home || isDeleting(*home)) {
        return; // as the API server refuses: it would outlive the namespace
    }
    const QString name
        = reference.value(u"name").toString() + u'.' + QString::number(now.toMSecsSinceEpoch() * 1'000'000 + ++m_last, 16);
    QJsonObject source{{u"component"_s, component}};
    if (!host.isEmpty()) {
        source.insert(u"host", host);
    }
    const QJsonObject event{{u"apiVersion"_s, u"v1"_s},
                            {u"kind"_s, u"Event"_s},
                            {u"metadata"_s, QJsonObject{{u"name"_s, name}, {u"namespace"_s, ns}}},
                            {u"involvedObject"_s, reference},
                            {u"reason"_s, reason},
                            {u"message"_s, message},
                            {u"source"_s, source},
                            {u"firstTimestamp"_s, timestamp(now)},
                            {u"lastTimestamp"_s, timestamp(now)},
                            {u"eventTime"_s, QJsonValue()},
                            {u"count"_s, 1},
                            {u"type"_s, type},
                            {u"reportingComponent"_s, component},
                            {u"reportingInstance"_s, host}};
    if (m_store.create(kinds::event(), event)) {
        m_said.insert(key, {.ns = ns, .name = name});
        m_ages.emplace_back(now, key);
    }
}

void Events::forgetOld()
{
    const QDateTime oldest = m_clock.now().addMSecs(-kKeptMilliseconds);
    while (!m_ages.empty() && (m_ages.front().first < oldest || m_ages.size() > kMost)) {
        const QString key = m_ages.front().second;
        const bool isFull = m_ages.size() > kMost;
        m_ages.pop_front();
        const Said said = m_said.value(key);
        const auto event = m_store.find(kinds::event(), said.ns, said.name);
        const QDateTime last = event ? timeAt(*event, {u"lastTimestamp"}) : QDateTime();
        if (event && !isFull && last >= oldest) {
            m_ages.emplace_back(last, key); // said again since: it lives on
            continue;
        }
        m_said.remove(key);
        if (event) {
            static_cast<void>(m_store.remove(kinds::event(), said.ns, said.name));
        }
    }
}

} // namespace sentinel::sandbox
