// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gitops/ServerTree.h"

#include "core/base/SafeText.h"
#include "core/gitops/Json.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QSet>

using namespace Qt::StringLiterals;

namespace sentinel::gitops {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ServerTree)
};

constexpr int kDeepest = 8; // nodes that are each other's parents
constexpr qsizetype kMostNodes = 100'000; // of a server that is not to be believed

QString placeOfReference(const QJsonValue &reference)
{
    return placeOf(reference[u"group"].toString(), reference[u"kind"].toString(), reference[u"namespace"].toString(),
                   reference[u"name"].toString());
}

QString placeOfNode(const TreeNode &node)
{
    return placeOf(node.group, node.kind, node.ns, node.name);
}

class Merge
{
public:
    Merge(const ResourceTree &own, const QJsonObject &told)
        : m_own(own)
        , m_below(own.nodes.size())
    {
        for (int at = 0; at < own.nodes.size(); ++at) {
            const int parent = own.nodes[at].parent;
            if (parent >= 0 && parent < at) {
                m_below[parent].append(at);
            }
            m_known.insert(placeOfNode(own.nodes[at]));
        }
        const QJsonArray nodes = told[u"nodes"].toArray();
        for (qsizetype at = 0; at < std::min(nodes.size(), kMostNodes); ++at) {
            const QJsonObject node = nodes.at(at).toObject();
            if (node[u"kind"].toString().isEmpty() || node[u"name"].toString().isEmpty()) {
                continue;
            }
            m_told.insert(placeOfReference(node), node);
            const QJsonArray parents = node[u"parentRefs"].toArray();
            if (!parents.isEmpty()) { // what has none is what the Application brings, which we know
                m_toldBelow[placeOfReference(parents.first())].append(placeOfReference(node));
            }
        }
        for (QStringList &places : m_toldBelow) {
            places.sort();
        }
    }

    ResourceTree merged(const QString &address)
    {
        for (int at = 0; at < m_own.nodes.size(); ++at) {
            if (m_own.nodes[at].parent < 0) {
                addOwn(at, -1, 0);
            }
        }
        m_tree.notes = m_own.notes;
        if (m_more > 0 || m_states > 0) {
            m_tree.notes.append(Text::tr("Argo CD's server (%1) told %2 of these objects and the health of %3 more; the rest is "
                                         "read from the cluster.")
                                    .arg(plainLine(address))
                                    .arg(m_more)
                                    .arg(m_states));
        }
        return std::move(m_tree);
    }

private:
    int add(TreeNode node, int parent, int depth)
    {
        node.parent = parent;
        node.depth = depth;
        node.children = 0;
        const int index = static_cast<int>(m_tree.nodes.size());
        m_tree.nodes.append(std::move(node));
        if (parent >= 0) {
            ++m_tree.nodes[parent].children;
        }
        return index;
    }

    void addOwn(int at, int parent, int depth)
    {
        TreeNode node = m_own.nodes[at];
        const QString place = placeOfNode(node);
        const QJsonObject told = m_told.value(place);
        const QString health = told[u"health"][u"status"].toString();
        if (node.health.status.isEmpty() && !health.isEmpty()) {
            node.health = {.status = health, .message = told[u"health"][u"message"].toString()};
            node.healthIsTold = true;
            ++m_states;
        }
        const int index = add(std::move(node), parent, depth);
        for (const int child : m_below.at(at)) {
            addOwn(child, index, depth + 1);
        }
        addTold(place, index, depth + 1);
    }

    void addTold(const QString &above, int parent, int depth)
    {
        if (depth > kDeepest) {
            return;
        }
        const QStringList places = m_toldBelow.value(above);
        for (const QString &place : places) {
            if (m_known.contains(place)) {
                continue;
            }
            m_known.insert(place);
            const QJsonObject told = m_told.value(place);
            const TreeNode node{
                .group = told[u"group"].toString(),
                .version = told[u"version"].toString(),
                .kind = told[u"kind"].toString(),
                .ns = told[u"namespace"].toString(),
                .name = told[u"name"].toString(),
                .uid = told[u"uid"].toString(),
                .health = {.status = told[u"health"][u"status"].toString(), .message = told[u"health"][u"message"].toString()},
                .isTold = true};
            ++m_more;
            addTold(place, add(node, parent, depth), depth + 1);
        }
    }

    const ResourceTree &m_own;
    QList<QList<int>> m_below; ///< of each node of ours: those below it
    QSet<QString> m_known;
    QHash<QString, QJsonObject> m_told;
    QHash<QString, QStringList> m_toldBelow;
    ResourceTree m_tree;
    int m_more = 0;
    int m_states = 0;
};

} // namespace

ResourceTree enriched(const ResourceTree &own, const QJsonObject &told, const QString &address)
{
    return Merge(own, told).merged(address);
}

} // namespace sentinel::gitops
