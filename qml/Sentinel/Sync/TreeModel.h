// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gitops/ResourceTree.h"

#include <QAbstractListModel>
#include <QSet>
#include <QtQmlIntegration>

namespace sentinel::console {

/// The resources of an Application, top-level ones with what controllers made below them when opened. Nothing is kept for a node
/// beyond the node, so 14,000 of them open at once.
class TreeModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ANONYMOUS
    Q_PROPERTY(int count READ rowCountNow NOTIFY countChanged FINAL)
public:
    enum Role {
        KindRole = Qt::UserRole + 1,
        NameRole,
        WaveRole,
        PlaceRole,
        DepthRole,
        OpenRole,
        ChildrenRole,
        SyncRole,
        SyncToneRole,
        HealthRole,
        HealthToneRole,
        DetailRole
    };

    explicit TreeModel(QObject *parent = nullptr);

    /// Open nodes stay open. Where only states changed, rows stay.
    void setTree(const gitops::ResourceTree &tree);
    /// Only what is not synced or not healthy, with what it is part of.
    void setAttention(bool attention);
    void clear() { setTree({}); }
    Q_INVOKABLE void toggle(int row);
    void retranslate();

    [[nodiscard]] int rowCountNow() const { return static_cast<int>(m_visible.size()); }
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void countChanged();

private:
    [[nodiscard]] QString keyOf(const gitops::TreeNode &node) const;
    [[nodiscard]] std::vector<int> visibleNodes() const;
    void show();

    gitops::ResourceTree m_tree;
    std::vector<int> m_visible; ///< indexes of nodes
    QSet<QString> m_open;
    bool m_attention = false;
};

} // namespace sentinel::console
