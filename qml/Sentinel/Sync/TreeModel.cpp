// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/Sentinel/Sync/TreeModel.h"

#include "core/base/SafeText.h"
#include "core/gitops/Json.h"
#include "qml/Sentinel/Sync/SyncWords.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sentinel::console {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

bool needsAttention(const gitops::TreeNode &node)
{
    const QString &health = node.health.status;
    return (!node.sync.isEmpty() && node.sync != u"Synced") || node.needsPruning || (!health.isEmpty() && health != u"Healthy");
}

StateWord syncOf(const gitops::TreeNode &node)
{
    if (node.isHook) {
        return {.tone = Tone::Neutral, .word = Text::tr("hook")};
    }
    if (node.needsPruning) {
        return {.tone = Tone::Warning, .word = Text::tr("no more in Git")};
    }
    return node.sync.isEmpty() ? StateWord{.tone = Tone::Neutral} : syncWord(node.sync);
}

} // namespace

TreeModel::TreeModel(QObject *parent)
    : QAbstractListModel(parent)
{
}

QString TreeModel::keyOf(const gitops::TreeNode &node) const
{
    return gitops::placeOf(node.group, node.kind, node.ns, node.name);
}

std::vector<int> TreeModel::visibleNodes() const
{
    const QList<gitops::TreeNode> &nodes = m_tree.nodes;
    std::vector<bool> wanted(static_cast<std::size_t>(nodes.size()), !m_attention);
    for (qsizetype i = nodes.size() - 1; m_attention && i >= 0; --i) {
        const auto at = static_cast<std::size_t>(i);
        wanted[at] = wanted[at] || needsAttention(nodes[i]);
        if (wanted[at] && nodes[i].parent >= 0) {
            wanted[static_cast<std::size_t>(nodes[i].parent)] = true;
        }
    }
    std::vector<int> visible;
    std::vector<bool> shown(static_cast<std::size_t>(nodes.size()), false);
    for (int i = 0; i < nodes.size(); ++i) {
        const int parent = nodes[i].parent;
        const bool isBelowOpen
            = parent < 0 || (shown[static_cast<std::size_t>(parent)] && (m_attention || m_open.contains(keyOf(nodes[parent]))));
        if (wanted[static_cast<std::size_t>(i)] && isBelowOpen) {
            shown[static_cast<std::size_t>(i)] = true;
            visible.push_back(i);
        }
    }
    return visible;
}

void TreeModel::show()
{
    beginResetModel();
    m_visible = visibleNodes();
    endResetModel();
    Q_EMIT countChanged();
}

void TreeModel::setTree(const gitops::ResourceTree &tree)
{
    const bool isSame
        = tree.nodes.size() == m_tree.nodes.size()
        && std::ranges::equal(tree.nodes, m_tree.nodes, [](const gitops::TreeNode &left, const gitops::TreeNode &right) {
               return left.kind == right.kind && left.name == right.name && left.ns == right.ns && left.parent == right.parent;
           });
    m_tree = tree;
    if (!isSame || m_attention) {
        show();
    } else {
        retranslate();
    }
}

void TreeModel::setAttention(bool attention)
{
    if (attention != m_attention) {
        m_attention = attention;
        show();
    }
}

void TreeModel::toggle(int row)
{
    if (row < 0 || row >= rowCountNow()) {
        return;
    }
    const gitops::TreeNode &node = m_tree.nodes[m_visible[static_cast<std::size_t>(row)]];
    const QString key = keyOf(node);
    if (node.children == 0 || m_attention) {
        return;
    }
    const auto before = static_cast<int>(m_visible.size());
    m_open.contains(key) ? void(m_open.remove(key)) : void(m_open.insert(key));
    std::vector<int> after = visibleNodes();
    const int more = static_cast<int>(after.size()) - before;
    // What is below it stands right behind it.
    if (more > 0) {
        beginInsertRows({}, row + 1, row + more);
        m_visible = std::move(after);
        endInsertRows();
    } else if (more < 0) {
        beginRemoveRows({}, row + 1, row - more);
        m_visible = std::move(after);
        endRemoveRows();
    }
    Q_EMIT dataChanged(index(row), index(row));
    Q_EMIT countChanged();
}

void TreeModel::retranslate()
{
    if (!m_visible.empty()) {
        Q_EMIT dataChanged(index(0), index(rowCountNow() - 1));
    }
}

int TreeModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : rowCountNow();
}

QVariant TreeModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCountNow()) {
        return {};
    }
    const gitops::TreeNode &node = m_tree.nodes[m_visible[static_cast<std::size_t>(index.row())]];
    switch (role) {
    case KindRole:
        return plainLine(node.kind);
    case NameRole:
        return plainLine(node.name);
    case WaveRole: // what controllers made has none of its own
        return node.depth > 0 || node.wave == 0 ? QString() : Text::tr("wave %1").arg(node.wave);
    case PlaceRole:
        return plainLine(node.ns);
    case DepthRole:
        return node.depth;
    case OpenRole:
        return m_attention || m_open.contains(keyOf(node));
    case ChildrenRole:
        return node.children;
    case SyncRole:
        return syncOf(node).word;
    case SyncToneRole:
        return number(syncOf(node).tone);
    case HealthRole:
        return healthWord(node.health.status).word;
    case HealthToneRole:
        return number(healthWord(node.health.status).tone);
    case DetailRole:
        return plainLine(node.health.message);
    default:
        return {};
    }
}

QHash<int, QByteArray> TreeModel::roleNames() const
{
    return {{KindRole, "kind"},
            {NameRole, "name"},
            {WaveRole, "wave"},
            {PlaceRole, "place"},
            {DepthRole, "depth"},
            {OpenRole, "open"},
            {ChildrenRole, "below"},
            {SyncRole, "sync"},
            {SyncToneRole, "syncTone"},
            {HealthRole, "health"},
            {HealthToneRole, "healthTone"},
            {DetailRole, "detail"}};
}

} // namespace sentinel::console
