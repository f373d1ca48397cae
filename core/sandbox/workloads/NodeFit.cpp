// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/workloads/NodeFit.h"

#include "core/sandbox/workloads/Pods.h"
#include "core/sandbox/workloads/Tolerations.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::sandbox {

namespace {

constexpr auto kRequired = u"requiredDuringSchedulingIgnoredDuringExecution";

/// The selector of a term or constraint, narrowed by `matchLabelKeys` to pods that share those labels with `pod`.
QJsonObject selectorOf(const QJsonObject &term, const QJsonObject &pod)
{
    QJsonObject selector = term.value(u"labelSelector").toObject();
    QJsonObject labels = selector.value(u"matchLabels").toObject();
    for (const QJsonValue &key : term.value(u"matchLabelKeys").toArray()) {
        const QJsonValue value = labelsOf(pod).value(key.toString());
        if (value.isString()) {
            labels.insert(key.toString(), value);
        }
    }
    selector.insert(u"matchLabels", labels);
    return selector;
}

QString taintProblem(const QJsonObject &podSpec, const QJsonObject &node)
{
    for (const QJsonValue &each : listAt(node, {u"spec", u"taints"})) {
        const QJsonObject taint = each.toObject();
        const QString effect = taint.value(u"effect").toString();
        if (effect != u"PreferNoSchedule" && !tolerates(podSpec, taint)) {
            return u"node(s) had untolerated taint {%1: %2}"_s.arg(taint.value(u"key").toString(),
                                                                   taint.value(u"value").toString());
        }
    }
    return {};
}

void furnish(Room &room, const QJsonObject &node)
{
    room.node = node;
    room.zone = labelsOf(node).value(u"topology.kubernetes.io/zone").toString();
    room.allocatable = amountsIn(objectAt(node, {u"status", u"allocatable"}));
}

} // namespace

QStringList claimsOf(const QJsonObject &pod)
{
    QStringList claims;
    for (const QJsonValue &each : listAt(pod, {u"spec", u"volumes"})) {
        const QJsonObject volume = each.toObject();
        if (volume.contains(u"persistentVolumeClaim")) {
            claims.append(textAt(volume, {u"persistentVolumeClaim", u"claimName"}));
        } else if (volume.contains(u"ephemeral")) {
            claims.append(nameOf(pod) + u'-' + volume.value(u"name").toString());
        }
    }
    return claims;
}

NodeFit::NodeFit(const Store &store)
    : m_store(store)
{
    count();
}

void NodeFit::count()
{
    m_rooms.clear();
    m_byName.clear();
    for (const QJsonObject &node : m_store.list(kinds::node())) {
        m_byName.insert(nameOf(node), m_rooms.size());
        m_rooms.append(Room());
        furnish(m_rooms.last(), node);
    }
    for (const QJsonObject &pod : m_store.list(kinds::pod())) {
        settle(pod);
    }
    for (const QJsonObject &pod : std::as_const(m_expected)) {
        settle(pod);
    }
}

void NodeFit::expect(QJsonObject pod, const QString &node)
{
    put(pod, {u"spec", u"nodeName"}, node);
    settle(pod);
    m_expected.insert(uidOf(pod), pod);
}

void NodeFit::forget(const QJsonObject &pod)
{
    const QJsonObject expected = m_expected.take(uidOf(pod));
    if (!expected.isEmpty()) {
        clear(expected);
    }
}

void NodeFit::follow(const Change &change)
{
    if (change.type == &kinds::pod()) {
        clear(change.before);
        if (change.kind != Change::Kind::Deleted) {
            settle(change.object);
        }
    } else if (change.type == &kinds::node()) {
        const auto at = m_byName.constFind(nameOf(change.object));
        if (change.kind == Change::Kind::Modified && at != m_byName.constEnd()) {
            furnish(m_rooms[*at], change.object);
        } else {
            count();
        }
    }
}

void NodeFit::settle(const QJsonObject &pod)
{
    const auto at = m_byName.constFind(textAt(pod, {u"spec", u"nodeName"}));
    if (at == m_byName.constEnd() || isFinished(pod)) {
        return;
    }
    clear(pod); // a count may have met it already
    Room &room = m_rooms[*at];
    const Guest guest{.pod = pod,
                      .requests = requestsOf(objectAt(pod, {u"spec"})),
                      .owner = controllerOf(pod).value(u"uid").toString(),
                      .apart = listAt(pod, {u"spec", u"affinity", u"podAntiAffinity", kRequired}),
                      .isLeaving = isDeleting(pod)};
    for (auto each = guest.requests.begin(); each != guest.requests.end(); ++each) {
        room.used[each.key()] += *each;
    }
    if (!guest.isLeaving) {
        ++room.kin[guest.owner];
    }
    room.guests.insert(uidOf(pod), guest);
}

void NodeFit::clear(const QJsonObject &pod)
{
    const auto at = m_byName.constFind(textAt(pod, {u"spec", u"nodeName"}));
    if (at == m_byName.constEnd()) {
        return;
    }
    Room &room = m_rooms[*at];
    const auto found = room.guests.constFind(uidOf(pod));
    if (found == room.guests.constEnd()) {
        return;
    }
    for (auto each = found->requests.begin(); each != found->requests.end(); ++each) {
        room.used[each.key()] -= *each;
    }
    if (!found->isLeaving && --room.kin[found->owner] == 0) {
        room.kin.remove(found->owner);
    }
    room.guests.erase(found);
}

Refusal NodeFit::refusal(const QJsonObject &pod, const Room &room) const
{
    const QJsonObject spec = objectAt(pod, {u"spec"});
    // In the order of kube-scheduler's filters: the first that refuses speaks.
    const bool isCordoned = flagAt(room.node, {u"spec", u"unschedulable"});
    const QJsonObject cordon{{u"key"_s, u"node.kubernetes.io/unschedulable"_s}, {u"effect"_s, u"NoSchedule"_s}};
    if (isCordoned && !tolerates(spec, cordon)) {
        return {.reasons = {u"node(s) were unschedulable"_s}, .isForGood = true};
    }
    if (const QString problem = taintProblem(spec, room.node); !problem.isEmpty()) {
        return {.reasons = {problem}, .isForGood = true};
    }
    if (!nodeSelectionMatches(spec, room.node)) {
        return {.reasons = {u"node(s) didn't match Pod's node affinity/selector"_s}, .isForGood = true};
    }
    QStringList lacking;
    bool isForGood = false;
    const Amounts requests = requestsOf(spec);
    for (auto each = requests.begin(); each != requests.end(); ++each) {
        const qint64 whole = room.allocatable.value(each.key());
        if (*each > 0 && *each > whole - room.used.value(each.key())) {
            lacking.append(each.key() == u"pods" ? u"Too many pods"_s : u"Insufficient "_s + each.key());
            isForGood = isForGood || *each > whole;
        }
    }
    if (!lacking.isEmpty()) {
        return {.reasons = lacking, .isForGood = isForGood};
    }
    if (!volumesFit(pod, room.node)) {
        return {.reasons = {u"node(s) didn't match PersistentVolume's node affinity"_s}, .isForGood = true};
    }
    if (const QString problem = spreadProblem(pod, room); !problem.isEmpty()) {
        return {.reasons = {problem}, .isForGood = problem.contains(u"missing required label")};
    }
    if (const QString problem = affinityProblem(pod, room); !problem.isEmpty()) {
        return {.reasons = {problem}, .isForGood = problem.contains(u"pod affinity")};
    }
    return {};
}

bool NodeFit::termHits(const QJsonObject &term, const QJsonObject &pod, const Room &room) const
{
    const QString key = term.value(u"topologyKey").toString();
    const QString domain = labelsOf(room.node).value(key).toString();
    if (domain.isEmpty()) {
        return false;
    }
    const QJsonObject selector = selectorOf(term, pod);
    QStringList spaces;
    for (const QJsonValue &each : term.value(u"namespaces").toArray()) {
        spaces.append(each.toString());
    }
    if (spaces.isEmpty()) {
        spaces.append(namespaceOf(pod));
    }
    return std::ranges::any_of(spaces,
                               [&](const QString &ns) { return podsInDomain(key, domain, selector, ns, Leaving::Count) > 0; });
}

int NodeFit::podsInDomain(const QString &key, const QString &value, const QJsonObject &selector, const QString &ns,
                          Leaving leaving) const
{
    int count = 0;
    for (const Room &room : m_rooms) {
        if (labelsOf(room.node).value(key).toString() != value) {
            continue;
        }
        count += static_cast<int>(std::ranges::count_if(room.guests, [&](const Guest &each) {
            return namespaceOf(each.pod) == ns && (leaving == Leaving::Count || !each.isLeaving)
                && selectorMatches(selector, labelsOf(each.pod));
        }));
    }
    return count;
}

QString NodeFit::affinityProblem(const QJsonObject &pod, const Room &room) const
{
    const QJsonObject affinity = objectAt(pod, {u"spec", u"affinity"});
    for (const QJsonValue &each : listAt(affinity, {u"podAffinity", kRequired})) {
        const QJsonObject term = each.toObject();
        // The first pod of a group that wants to be together may go anywhere.
        const bool isFirst = selectorMatches(selectorOf(term, pod), labelsOf(pod))
            && std::ranges::none_of(m_rooms, [&](const Room &other) { return termHits(term, pod, other); });
        if (!isFirst && !termHits(term, pod, room)) {
            return u"node(s) didn't match pod affinity rules"_s;
        }
    }
    for (const QJsonValue &each : listAt(affinity, {u"podAntiAffinity", kRequired})) {
        if (termHits(each.toObject(), pod, room)) {
            return u"node(s) didn't match pod anti-affinity rules"_s;
        }
    }
    for (const Guest &guest : room.guests) {
        const QJsonObject &other = guest.pod;
        for (const QJsonValue &each : guest.apart) {
            const QJsonObject term = each.toObject();
            if (namespaceOf(other) == namespaceOf(pod) && selectorMatches(selectorOf(term, other), labelsOf(pod))) {
                return u"node(s) didn't satisfy existing pods anti-affinity rules"_s;
            }
        }
    }
    return {};
}

QString NodeFit::spreadProblem(const QJsonObject &pod, const Room &room) const
{
    for (const QJsonValue &each : listAt(pod, {u"spec", u"topologySpreadConstraints"})) {
        const QJsonObject constraint = each.toObject();
        if (constraint.value(u"whenUnsatisfiable").toString() == u"ScheduleAnyway") {
            continue;
        }
        const QString key = constraint.value(u"topologyKey").toString();
        const QString domain = labelsOf(room.node).value(key).toString();
        if (domain.isEmpty()) {
            return u"node(s) didn't match pod topology spread constraints (missing required label)"_s;
        }
        const QJsonObject selector = selectorOf(constraint, pod);
        QMap<QString, int> counts;
        for (const Room &other : m_rooms) {
            const QString value = labelsOf(other.node).value(key).toString();
            // Nodes the pod may not go to at all do not hold it back (nodeAffinityPolicy: Honor).
            if (!value.isEmpty() && !counts.contains(value) && nodeSelectionMatches(objectAt(pod, {u"spec"}), other.node)) {
                counts.insert(value, podsInDomain(key, value, selector, namespaceOf(pod), Leaving::Ignore));
            }
        }
        const int fewest = counts.isEmpty() ? 0 : *std::ranges::min_element(counts);
        const int self = selectorMatches(selector, labelsOf(pod)) ? 1 : 0;
        if (counts.value(domain) + self - fewest > numberAt(constraint, {u"maxSkew"}, 1)) {
            return u"node(s) didn't match pod topology spread constraints"_s;
        }
    }
    return {};
}

bool NodeFit::volumesFit(const QJsonObject &pod, const QJsonObject &node) const
{
    const QStringList claims = claimsOf(pod);
    return std::ranges::all_of(claims, [&](const QString &name) {
        const auto claim = m_store.find(kinds::volumeClaim(), namespaceOf(pod), name);
        const auto volume
            = claim ? m_store.find(kinds::volume(), {}, textAt(*claim, {u"spec", u"volumeName"})) : std::optional<QJsonObject>();
        const QJsonObject required = volume ? objectAt(*volume, {u"spec", u"nodeAffinity", u"required"}) : QJsonObject();
        return required.isEmpty() || nodeSelectorMatches(required, node);
    });
}

double NodeFit::score(const QJsonObject &pod, const Room &room) const
{
    const Amounts requests = requestsOf(objectAt(pod, {u"spec"}));
    double score = 0;
    for (const QString &name : {u"cpu"_s, u"memory"_s}) {
        const double whole = static_cast<double>(room.allocatable.value(name));
        const double used = static_cast<double>(room.used.value(name) + requests.value(name));
        score += whole > 0 ? 50.0 * (1.0 - used / whole) : 0;
    }
    if (const QString owner = controllerOf(pod).value(u"uid").toString(); !owner.isEmpty()) {
        score -= 100.0 * room.kin.value(owner);
        for (const Room &other : m_rooms) {
            score -= other.zone == room.zone ? 50.0 * other.kin.value(owner) : 0;
        }
    }
    for (const QJsonValue &each : listAt(room.node, {u"spec", u"taints"})) {
        if (each.toObject().value(u"effect").toString() == u"PreferNoSchedule"
            && !tolerates(objectAt(pod, {u"spec"}), each.toObject())) {
            score -= 100;
        }
    }
    return score;
}

} // namespace sentinel::sandbox
