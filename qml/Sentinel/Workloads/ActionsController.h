// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "qml/Sentinel/Workloads/ActionWords.h"
#include "qml/Sentinel/Workloads/InspectController.h"

namespace sentinel::console {

/// What can be done to the object shown, and why some of it cannot; asks as much as the cluster's protection wants, then does it.
class ActionsController : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(sentinel::console::InspectController *object READ inspected WRITE setInspected NOTIFY wired FINAL REQUIRED)
    Q_PROPERTY(QVariantList actions READ actions NOTIFY changed FINAL) ///< {id, text, iconName, blockedReason, danger}
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed FINAL)
    Q_PROPERTY(QString asked READ asked NOTIFY changed FINAL) ///< id of what is to be confirmed; empty: nothing
    Q_PROPERTY(QString title READ title NOTIFY changed FINAL)
    Q_PROPERTY(QString meaning READ meaning NOTIFY changed FINAL)
    Q_PROPERTY(QString acceptText READ acceptText NOTIFY changed FINAL)
    Q_PROPERTY(bool danger READ isDanger NOTIFY changed FINAL)
    Q_PROPERTY(QString command READ command NOTIFY changed FINAL)
    Q_PROPERTY(int replicas READ replicas WRITE setReplicas NOTIFY changed FINAL)
    Q_PROPERTY(int wanted READ wanted NOTIFY changed FINAL) ///< replicas as it stands
    Q_PROPERTY(QString nameToType READ nameToType NOTIFY changed FINAL) ///< empty: nothing is to be typed
    Q_PROPERTY(QString typed MEMBER m_typed NOTIFY changed FINAL)
    Q_PROPERTY(QString acceptBlockedReason READ acceptBlockedReason NOTIFY changed FINAL)
    Q_PROPERTY(sentinel::console::Trouble trouble READ trouble NOTIFY changed FINAL)
public:
    explicit ActionsController(QObject *parent = nullptr);
    ~ActionsController() override;

    /// Asks first, where the cluster's protection or the verb wants it: then `confirming` is told.
    Q_INVOKABLE void begin(const QString &verb);
    Q_INVOKABLE void perform();
    Q_INVOKABLE void forget();
    Q_INVOKABLE void retranslate() { Q_EMIT changed(); }

    [[nodiscard]] InspectController *inspected() const { return m_inspected; }
    void setInspected(InspectController *inspected);
    [[nodiscard]] QVariantList actions() const;
    [[nodiscard]] bool isBusy() const { return m_busy; }
    [[nodiscard]] QString asked() const { return m_order ? verbName(m_order->verb) : QString(); }
    [[nodiscard]] QString title() const { return m_order ? actionTitle(*m_order) : QString(); }
    [[nodiscard]] QString meaning() const { return m_order ? actionMeaning(*m_order) : QString(); }
    [[nodiscard]] QString acceptText() const { return m_order ? actionAccept(*m_order) : QString(); }
    [[nodiscard]] bool isDanger() const { return m_order && destroys(*m_order); }
    [[nodiscard]] QString command() const;
    [[nodiscard]] int replicas() const { return m_order ? m_order->replicas : 0; }
    void setReplicas(int replicas);
    [[nodiscard]] int wanted() const { return m_order ? m_order->expected : -1; }
    [[nodiscard]] QString nameToType() const;
    [[nodiscard]] QString acceptBlockedReason() const;
    [[nodiscard]] const Trouble &trouble() const { return m_trouble; }

Q_SIGNALS:
    void wired();
    void changed();
    void confirming();
    void ended(bool good, const QString &sentence);

private:
    [[nodiscard]] WorkloadsLink *link() const { return m_inspected ? m_inspected->link() : nullptr; }
    [[nodiscard]] QString blockedReason(Verb verb) const;

    QPointer<InspectController> m_inspected;
    std::optional<ActionOrder> m_order;
    QString m_typed;
    bool m_busy = false;
    CancelSource m_cancel;
    Trouble m_trouble;
};

} // namespace sentinel::console
