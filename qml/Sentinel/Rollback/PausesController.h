// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "qml/Sentinel/Rollback/RollbackDoor.h"

#include <QVariantMap>
#include <QtQmlIntegration>

namespace sentinel::console {

/// Auto-sync that a rollback paused: whether that is still so, and turning it on again.
class PausesController : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QVariantMap place READ placeProperties WRITE setPlaceProperties NOTIFY changed FINAL)
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed FINAL)
public:
    explicit PausesController(QObject *parent = nullptr);
    ~PausesController() override;

    /// Asks the cluster; a reminder that is not true any more is settled in the journal.
    Q_INVOKABLE void verify();
    /// Turns auto-sync on again, exactly as it was. `pause` is of {application: "NAMESPACE/NAME", server, cluster}.
    Q_INVOKABLE void resume(const QVariantMap &pause);

    [[nodiscard]] QVariantMap placeProperties() const { return m_properties; }
    void setPlaceProperties(const QVariantMap &properties);
    [[nodiscard]] bool isBusy() const { return m_running > 0; }

Q_SIGNALS:
    void changed();
    void ended(bool good, const QString &sentence);

private:
    [[nodiscard]] Result<RollbackDoor> door() const;
    void end(const QString &application, const Result<void> &result);

    QVariantMap m_properties;
    ClusterPlace m_place;
    int m_running = 0;
    CancelSource m_cancel;
};

} // namespace sentinel::console
