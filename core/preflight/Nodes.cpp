// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/preflight/Nodes.h"

#include <QCoreApplication>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::preflight {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

bool tolerates(const QJsonObject &toleration, const Taint &taint)
{
    const QString effect = toleration[u"effect"].toString();
    if (!effect.isEmpty() && effect != taint.effect) {
        return false;
    }
    const QString key = toleration[u"key"].toString();
    const bool exists = toleration[u"operator"].toString(u"Equal"_s) == "Exists"_L1;
    if (key.isEmpty()) {
        return exists; // of everything
    }
    return key == taint.key && (exists || toleration[u"value"].toString() == taint.value);
}

/// In, NotIn, Exists, DoesNotExist, Gt, Lt, as labels of nodes and pods are asked.
bool holds(const QJsonObject &expression, const Labels &labels)
{
    const QString key = expression[u"key"].toString();
    const QString how = expression[u"operator"].toString();
    const QStringList values = textsOf(expression[u"values"]);
    const bool there = labels.contains(key);
    const QString value = labels.value(key);
    if (how == "In"_L1) {
        return there && values.contains(value);
    }
    if (how == "NotIn"_L1) {
        return !there || !values.contains(value);
    }
    if (how == "Exists"_L1) {
        return there;
    }
    if (how == "DoesNotExist"_L1) {
        return !there;
    }
    bool isNumber = false;
    const qint64 number = value.toLongLong(&isNumber);
    const qint64 bound = values.value(0).toLongLong();
    return there && isNumber && (how == "Gt"_L1 ? number > bound : how == "Lt"_L1 && number < bound);
}

bool allHold(const QJsonValue &expressions, const Labels &labels)
{
    const QJsonArray list = expressions.toArray();
    return std::ranges::all_of(list, [&labels](const QJsonValue &each) { return holds(each.toObject(), labels); });
}

bool takesAffinity(const Node &node, const QJsonObject &spec)
{
    const QJsonArray terms
        = spec[u"affinity"][u"nodeAffinity"][u"requiredDuringSchedulingIgnoredDuringExecution"][u"nodeSelectorTerms"].toArray();
    return terms.isEmpty() || isAmong(node, terms);
}

QString closedBecause(const QJsonObject &node)
{
    const QJsonArray conditions = node[u"status"][u"conditions"].toArray();
    const auto ready
        = std::ranges::find_if(conditions, [](const QJsonValue &each) { return each[u"type"].toString() == "Ready"_L1; });
    if (ready == conditions.end() || (*ready)[u"status"].toString() != "True"_L1) {
        return Text::tr("is not ready");
    }
    return node[u"spec"][u"unschedulable"].toBool() ? Text::tr("is cordoned") : QString();
}

Node nodeOf(const QJsonObject &object)
{
    Node node{.name = nameOf(object)};
    node.labels = labelsOf(object[u"metadata"][u"labels"]);
    node.zone = node.labels.value(u"topology.kubernetes.io/zone"_s);
    const QJsonArray taints = object[u"spec"][u"taints"].toArray();
    for (const QJsonValue &each : taints) {
        const QString effect = each[u"effect"].toString();
        if (effect != "PreferNoSchedule"_L1) {
            node.taints.append({plainLine(each[u"key"].toString()), plainLine(each[u"value"].toString()), plainLine(effect)});
        }
    }
    node.closedBecause = closedBecause(object);
    node.open = node.closedBecause.isEmpty();
    node.allocatable = amountsOf(object[u"status"][u"allocatable"]);
    node.free = node.allocatable;
    const QJsonArray images = object[u"status"][u"images"].toArray();
    for (const QJsonValue &each : images) {
        node.images += textsOf(each[u"names"]);
    }
    return node;
}

} // namespace

QList<Node> nodesOf(const QList<QJsonObject> &nodes, const QList<QJsonObject> &pods, const QStringList &ours)
{
    QList<Node> all;
    QHash<QString, qsizetype> places;
    for (const QJsonObject &object : nodes) {
        all.append(nodeOf(object));
        places.insert(all.last().name, all.size() - 1);
    }
    for (const QJsonObject &pod : pods) {
        const QString phase = pod[u"status"][u"phase"].toString();
        const auto place = places.constFind(pod[u"spec"][u"nodeName"].toString());
        if (place == places.cend() || phase == "Succeeded"_L1 || phase == "Failed"_L1 || ours.contains(spaceOf(pod))) {
            continue;
        }
        Amounts asked = requestsOf(pod[u"spec"].toObject());
        asked.insert(u"pods"_s, 1000);
        Amounts &free = all[*place].free;
        for (auto each = asked.begin(); each != asked.end(); ++each) {
            free[each.key()] -= each.value();
        }
    }
    return all;
}

bool isAmong(const Node &node, const QJsonArray &nodeSelectorTerms)
{
    const Labels fields{{u"metadata.name"_s, node.name}};
    return std::ranges::any_of(nodeSelectorTerms, [&](const QJsonValue &term) {
        return allHold(term[u"matchExpressions"], node.labels) && allHold(term[u"matchFields"], fields);
    });
}

bool selects(const QJsonObject &selector, const Labels &labels)
{
    const Labels wanted = labelsOf(selector[u"matchLabels"]);
    for (auto each = wanted.begin(); each != wanted.end(); ++each) {
        if (labels.value(each.key()) != each.value() || !labels.contains(each.key())) {
            return false;
        }
    }
    return allHold(selector[u"matchExpressions"], labels);
}

QString refusal(const Node &node, const PodGroup &pod)
{
    if (!node.open && !pod.perNode) {
        return node.closedBecause; // DaemonSets come all the same
    }
    const QJsonArray tolerations = pod.spec[u"tolerations"].toArray();
    for (const Taint &taint : node.taints) {
        // What the DaemonSet controller tolerates for its pods.
        const bool usual = pod.perNode && taint.key.startsWith("node.kubernetes.io/"_L1);
        if (!usual
            && std::ranges::none_of(tolerations, [&](const QJsonValue &each) { return tolerates(each.toObject(), taint); })) {
            return Text::tr("has a taint nothing tolerates (%1)").arg(taint.text());
        }
    }
    const Labels selector = labelsOf(pod.spec[u"nodeSelector"]);
    for (auto each = selector.begin(); each != selector.end(); ++each) {
        if (!node.labels.contains(each.key()) || node.labels.value(each.key()) != each.value()) {
            return Text::tr("lacks the label %1=%2").arg(each.key(), each.value());
        }
    }
    return takesAffinity(node, pod.spec) ? QString() : Text::tr("is not one its node affinity allows");
}

} // namespace sentinel::preflight
