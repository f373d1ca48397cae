// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/composition/Rehearsal.h"
#include "core/base/ProtectionLevel.h"

#include <QObject>
#include <QSettings>
#include <QtQmlIntegration>

namespace sentinel::shell {

/// Which cluster the console works with: the rehearsal cluster, one of the person's, or none. What the band says and what pages
/// are given.
class ClusterContext : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Console has the one there is.")

    Q_PROPERTY(Mode mode READ mode NOTIFY changed FINAL)
    Q_PROPERTY(bool usable READ isUsable NOTIFY changed FINAL) ///< its kubeconfig can be used now
    Q_PROPERTY(bool starting READ isStarting NOTIFY changed FINAL)
    Q_PROPERTY(bool failed READ isFailed NOTIFY changed FINAL) ///< the rehearsal cluster is wanted and not there
    Q_PROPERTY(QString title READ title NOTIFY changed FINAL) ///< "REHEARSAL", "OFFLINE", the cluster's name
    Q_PROPERTY(QString sentence READ sentence NOTIFY changed FINAL)
    Q_PROPERTY(
        QString kubeconfig READ kubeconfig NOTIFY changed FINAL) ///< path; empty while not usable, and for what kubectl reads
    Q_PROPERTY(QString context READ context NOTIFY changed FINAL) ///< in that file; empty: its current one
    Q_PROPERTY(QString colour READ colour NOTIFY changed FINAL) ///< of the band, by its name
    Q_PROPERTY(bool guarded READ isGuarded NOTIFY changed FINAL) ///< what destroys asks for the name, or is not done at all
    Q_PROPERTY(bool readOnly READ isReadOnly NOTIFY changed FINAL) ///< nothing is written there from here
    Q_PROPERTY(QVariantMap pageProperties READ pageProperties NOTIFY changed FINAL) ///< what pages that need a cluster are given

public:
    enum Mode { Offline, Rehearsal, Real };
    Q_ENUM(Mode)

    ClusterContext(QSettings &settings, QObject *parent);

    [[nodiscard]] Mode mode() const { return m_mode; }
    [[nodiscard]] bool isUsable() const;
    [[nodiscard]] bool isStarting() const;
    [[nodiscard]] bool isFailed() const;
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString sentence() const;
    [[nodiscard]] QString kubeconfig() const;
    [[nodiscard]] QString context() const { return m_mode == Real ? m_context : QString(); }
    [[nodiscard]] QString colour() const { return m_colour; }
    [[nodiscard]] bool isGuarded() const { return m_mode == Real && m_protection >= ProtectionLevel::TypedName; }
    [[nodiscard]] bool isReadOnly() const { return m_mode == Real && m_protection == ProtectionLevel::ReadOnly; }
    /// Of the cluster in use; the rehearsal cluster is nobody's production.
    [[nodiscard]] ProtectionLevel protection() const { return m_mode == Real ? m_protection : ProtectionLevel::None; }
    [[nodiscard]] QVariantMap pageProperties() const;

    /// Starts the rehearsal cluster where it does not run and works with it. Also tries again after a failure.
    Q_INVOKABLE void useRehearsal();
    /// An empty one: what was in the rehearsal cluster is gone.
    Q_INVOKABLE void restartRehearsal();
    /// Works with a cluster of the person's; `choice` is of {name, kubeconfig, context, colour, protection}. The one in use:
    /// how it is shown from now on.
    Q_INVOKABLE void useCluster(const QVariantMap &choice);
    Q_INVOKABLE void goOffline();
    /// The sentences are asked for again.
    void retranslate() { Q_EMIT changed(); }

Q_SIGNALS:
    void changed();

private:
    QSettings &m_settings;
    composition::Rehearsal m_rehearsal;
    Mode m_mode = Offline;
    QString m_kubeconfig;
    QString m_context;
    QString m_name; ///< the person's own for it
    QString m_colour = QStringLiteral("blue");
    ProtectionLevel m_protection = ProtectionLevel::Confirm;
};

} // namespace sentinel::shell
