// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sizing/Inventory.h"
#include "core/sizing/Placement.h"
#include "qml/Sentinel/Plan/NodePicture.h"
#include "qml/Sentinel/Plan/PlanController.h"

#include <QTimer>

namespace sentinel::console {

/// The hardware one environment needs: figures with their formulas, the picture of its nodes, what one lost node does, how it
/// grows, and whether machines somebody already has would do.
class HardwareController : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(sentinel::console::PlanController *plan READ plan WRITE setPlan NOTIFY planChanged FINAL REQUIRED)
    Q_PROPERTY(bool active READ isActive WRITE setActive NOTIFY planChanged FINAL)
    Q_PROPERTY(QString sentence READ sentence NOTIFY changed FINAL)
    Q_PROPERTY(sentinel::console::RowsModel *tiles MEMBER m_tiles CONSTANT FINAL)
    Q_PROPERTY(sentinel::console::RowsModel *nodes MEMBER m_nodes CONSTANT FINAL)
    Q_PROPERTY(sentinel::console::RowsModel *components MEMBER m_components CONSTANT FINAL)
    Q_PROPERTY(sentinel::console::RowsModel *banners MEMBER m_banners CONSTANT FINAL)
    Q_PROPERTY(sentinel::console::RowsModel *unplaced MEMBER m_unplaced CONSTANT FINAL)
    Q_PROPERTY(sentinel::console::RowsModel *growth MEMBER m_growth CONSTANT FINAL)
    Q_PROPERTY(QVariantList growthCharts READ growthCharts NOTIFY grown FINAL)
    Q_PROPERTY(sentinel::console::RowsModel *comesFrom MEMBER m_comesFrom CONSTANT FINAL)
    Q_PROPERTY(QString lostNode READ lostNode WRITE loseNode NOTIFY changed FINAL)
    Q_PROPERTY(bool settling READ isSettling NOTIFY changed FINAL)
    Q_PROPERTY(QString measure READ measureName WRITE setMeasureName NOTIFY changed FINAL)
    Q_PROPERTY(QString verdict READ verdict NOTIFY changed FINAL)
    Q_PROPERTY(int verdictStatus READ verdictStatus NOTIFY changed FINAL)
    Q_PROPERTY(QString view MEMBER m_view NOTIFY changed FINAL)
    Q_PROPERTY(QString selected READ selected WRITE select NOTIFY changed FINAL)
    Q_PROPERTY(QVariantMap formula READ formula NOTIFY changed FINAL)
    Q_PROPERTY(QString inventoryName READ inventoryName NOTIFY changed FINAL)
    Q_PROPERTY(sentinel::console::Trouble trouble READ trouble NOTIFY changed FINAL)
public:
    explicit HardwareController(QObject *parent = nullptr);

    /// Loses `node`, or the first one worth losing when it is empty; the same again brings it back.
    Q_INVOKABLE void toggleLostNode(const QString &node = {});
    /// Gives the answer a banner proposes.
    Q_INVOKABLE void takeProposal(const QString &banner);
    /// Places the plan on machines somebody has: `path` or file URL of an inventory.
    Q_INVOKABLE void openInventory(const QString &path);
    Q_INVOKABLE void closeInventory();

    [[nodiscard]] PlanController *plan() const { return m_plan; }
    void setPlan(PlanController *plan);
    [[nodiscard]] bool isActive() const { return m_active; }
    void setActive(bool active);
    [[nodiscard]] QString sentence() const { return m_sentence; }
    [[nodiscard]] QString lostNode() const { return m_now.lostNode; }
    void loseNode(const QString &node);
    [[nodiscard]] QString measureName() const;
    void setMeasureName(const QString &name);
    [[nodiscard]] QString verdict() const { return m_verdict; }
    [[nodiscard]] int verdictStatus() const { return m_verdictStatus; }
    [[nodiscard]] QString selected() const { return m_selected; }
    void select(const QString &figure);
    [[nodiscard]] QVariantMap formula() const { return m_formula; }
    [[nodiscard]] QString inventoryName() const { return m_inventoryName; }
    [[nodiscard]] QVariantList growthCharts() const;
    [[nodiscard]] bool isSettling() const { return m_laterTimer.isActive(); }
    [[nodiscard]] const Trouble &trouble() const { return m_trouble; }
    [[nodiscard]] const sizing::Sizing &sizing() const { return m_sizing; }

Q_SIGNALS:
    void planChanged();
    void changed();
    void grown();
    void settled(); ///< banners and growth have followed, a moment after the figures

private:
    void recompute();
    void placePods();
    void refreshPicture();
    void refreshVerdict();
    void refreshFormula();
    void refreshBanners();
    void judgeAndGrow();

    PlanController *m_plan = nullptr;
    bool m_active = true;
    bool m_stale = false;
    sizing::Sizing m_sizing;
    sizing::Placement m_whole;
    sizing::Placement m_now; ///< m_whole, or it with one node lost
    QList<sizing::Node> m_inventory;
    QString m_inventoryName;
    QString m_measure; ///< empty: the tighter one
    QString m_view; ///< "nodes", "components" or "growth"
    QString m_selected;
    QString m_sentence;
    QString m_verdict;
    int m_verdictStatus = 0;
    QVariantMap m_formula;
    Trouble m_trouble;
    Findings m_placed; ///< what the placement and each single lost node say
    QTimer m_laterTimer; ///< a loss of each node and four more plans a keystroke would be felt
    RowsModel *m_tiles;
    RowsModel *m_nodes;
    RowsModel *m_components;
    RowsModel *m_banners;
    RowsModel *m_unplaced;
    RowsModel *m_growth;
    RowsModel *m_comesFrom;
};

} // namespace sentinel::console
