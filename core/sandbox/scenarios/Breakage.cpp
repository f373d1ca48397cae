// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/scenarios/Breakage.h"

#include "core/base/Quantity.h"
#include "core/sandbox/Types.h"
#include "core/sandbox/workloads/Json.h"
#include "core/sandbox/workloads/Owners.h"
#include "core/sandbox/workloads/Selectors.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::sandbox {

namespace {

bool matches(const Target &target, const QJsonObject &object)
{
    return (target.kind.isEmpty() || target.kind == object.value(u"kind").toString()) && fits(target.ns, namespaceOf(object))
        && fits(target.name, nameOf(object)) && (target.labels.isEmpty() || selects(target.labels, labelsOf(object)));
}

qint64 capacityOf(const QJsonObject &claim)
{
    const auto quantity = Quantity::parse(textAt(claim, {u"status", u"capacity", u"storage"}));
    return quantity ? quantity->milli() : 0;
}

} // namespace

bool fits(const QString &pattern, const QString &text)
{
    if (pattern.isEmpty()) {
        return true;
    }
    const QStringList parts = pattern.split(u'*');
    if (parts.size() == 1) {
        return pattern == text;
    }
    if (text.size() < parts.first().size() + parts.last().size() || text.first(parts.first().size()) != parts.first()
        || text.last(parts.last().size()) != parts.last()) {
        return false;
    }
    const qsizetype end = text.size() - parts.last().size();
    qsizetype at = parts.first().size();
    for (qsizetype index = 1; index + 1 < parts.size(); ++index) {
        const qsizetype found = text.indexOf(parts.at(index), at);
        if (found < 0 || found + parts.at(index).size() > end) {
            return false;
        }
        at = found + parts.at(index).size();
    }
    return true;
}

Breakage::Breakage(const Store &store)
    : m_store(store)
{
}

void Breakage::start(const QString &scenario, const QList<Fault> &faults)
{
    Active active{.faults = faults, .nodes = {}, .capacities = {}};
    for (const Fault &fault : faults) {
        if (fault.kind == Fault::Kind::LoseNode) {
            active.nodes.unite(nodesFor(fault));
        }
        if (fault.kind == Fault::Kind::FillVolume) {
            for (const QJsonObject &claim : m_store.list(kinds::volumeClaim())) {
                active.capacities.insert(uidOf(claim), capacityOf(claim));
            }
        }
    }
    m_active.insert(scenario, active);
    tell();
}

void Breakage::clear(const QString &scenario)
{
    if (m_active.remove(scenario) > 0) {
        tell();
    }
}

QSet<QString> Breakage::nodesFor(const Fault &fault) const
{
    QStringList names;
    if (fault.target.kind.isEmpty() || fault.target.kind == u"Node") {
        for (const QJsonObject &node : m_store.list(kinds::node())) {
            if (matches(fault.target, node)) {
                names.append(nameOf(node));
            }
        }
    } else {
        for (const QJsonObject &pod : m_store.list(kinds::pod())) {
            const QString node = textAt(pod, {u"spec", u"nodeName"});
            if (!node.isEmpty() && !names.contains(node) && hitsPod(fault.target, pod)) {
                names.append(node);
            }
        }
    }
    const QStringList chosen = names.first(std::min<qsizetype>(names.size(), fault.count));
    return {chosen.begin(), chosen.end()};
}

bool Breakage::hitsPod(const Target &target, const QJsonObject &pod) const
{
    if (!fits(target.ns, namespaceOf(pod)) || (!target.labels.isEmpty() && !selects(target.labels, labelsOf(pod)))) {
        return false;
    }
    QJsonObject object = pod;
    // A pod, its ReplicaSet or Job, its Deployment or CronJob: three steps, and one in hand for whoever nests deeper.
    for (int step = 0; step < 4; ++step) {
        if ((target.kind.isEmpty() || target.kind == object.value(u"kind").toString()) && fits(target.name, nameOf(object))) {
            return true;
        }
        const QJsonObject owner = controllerOf(object);
        const Type *type = typeOfKind(owner.value(u"apiVersion").toString(), owner.value(u"kind").toString());
        const auto next = type ? m_store.find(*type, namespaceOf(pod), owner.value(u"name").toString()) : std::nullopt;
        if (!next) {
            return false;
        }
        object = *next;
    }
    return false;
}

bool Breakage::hits(const Fault &fault, const QJsonObject &pod, const QString &container) const
{
    return fits(fault.container, container) && hitsPod(fault.target, pod);
}

const Fault *Breakage::find(Fault::Kind kind, const std::function<bool(const Fault &)> &matchesFault) const
{
    for (auto active = m_active.begin(); active != m_active.end(); ++active) {
        for (const Fault &fault : active->faults) {
            if (fault.kind == kind && matchesFault(fault)) {
                return &fault;
            }
        }
    }
    return nullptr;
}

bool Breakage::isNodeLost(const QString &node) const
{
    return std::ranges::any_of(m_active, [&](const Active &active) { return active.nodes.contains(node); });
}

bool Breakage::isImageMissing(const QJsonObject &pod, const QString &image) const
{
    return find(Fault::Kind::MissingImage,
                [&](const Fault &fault) { return fits(fault.image, image) && hitsPod(fault.target, pod); })
        != nullptr;
}

const Fault *Breakage::failingProbe(const QJsonObject &pod, const QString &container, const QString &probe) const
{
    return find(Fault::Kind::FailProbe, [&](const Fault &fault) { return fault.probe == probe && hits(fault, pod, container); });
}

const Fault *Breakage::failingContainer(const QJsonObject &pod, const QString &container) const
{
    return find(Fault::Kind::FailContainer, [&](const Fault &fault) { return hits(fault, pod, container); });
}

bool Breakage::isFull(const QJsonObject &claim) const
{
    for (auto active = m_active.begin(); active != m_active.end(); ++active) {
        for (const Fault &fault : active->faults) {
            if (fault.kind == Fault::Kind::FillVolume && fault.volume.isEmpty() && matches(fault.target, claim)
                && capacityOf(claim) <= active->capacities.value(uidOf(claim), 0)) {
                return true;
            }
        }
    }
    return false;
}

QString Breakage::overfullVolume(const QJsonObject &pod) const
{
    const Fault *fault
        = find(Fault::Kind::FillVolume, [&](const Fault &each) { return !each.volume.isEmpty() && hitsPod(each.target, pod); });
    return fault ? fault->volume : QString();
}

int Breakage::listen(std::function<void()> listener)
{
    m_listeners.insert(++m_last, std::move(listener));
    return m_last;
}

void Breakage::forget(int listener)
{
    m_listeners.remove(listener);
}

void Breakage::tell()
{
    const auto listeners = m_listeners;
    for (const auto &listener : listeners) {
        listener();
    }
}

} // namespace sentinel::sandbox
