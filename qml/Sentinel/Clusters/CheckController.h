// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "qml/Sentinel/Clusters/ClusterRows.h"

namespace sentinel::console {

/// Asks a cluster what works; as `kube::checkCluster`.
using Checker = std::function<Async<kube::ClusterCheck>(
    kube::CheckOrder order, std::function<void(const kube::ClusterCheck &)> progress, CancelToken cancel)>;

/// "Does this cluster work, and if not, why?": one cluster, step by step. What only a person may allow is a wish; allowing it is
/// written down and asks again.
class CheckController : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString folder MEMBER m_folder NOTIFY wired FINAL) ///< where what was allowed is kept
    Q_PROPERTY(QVariantMap cluster READ cluster WRITE setCluster NOTIFY changed FINAL) ///< {id, known, kubeconfig, context}
    Q_PROPERTY(bool running READ isRunning NOTIFY changed FINAL)
    Q_PROPERTY(bool begun READ hasBegun NOTIFY changed FINAL)
    Q_PROPERTY(int tone READ tone NOTIFY changed FINAL)
    Q_PROPERTY(QString headline READ headline NOTIFY changed FINAL)
    Q_PROPERTY(QString subtitle READ subtitle NOTIFY changed FINAL) ///< server, version, as whom
    Q_PROPERTY(QVariantMap wish READ wish NOTIFY changed FINAL) ///< empty: nothing to allow
    Q_PROPERTY(QString command READ command NOTIFY changed FINAL)
    Q_PROPERTY(sentinel::console::RowsModel *steps MEMBER m_rows CONSTANT FINAL)
    Q_PROPERTY(sentinel::console::Trouble trouble READ trouble NOTIFY changed FINAL)
public:
    explicit CheckController(QObject *parent = nullptr);
    ~CheckController() override;

    /// Used from now on by every check instead of core's.
    static void setChecker(Checker checker);

    Q_INVOKABLE void run();
    Q_INVOKABLE void stop();
    /// Writes down that the wish was allowed, and asks again.
    Q_INVOKABLE void allow();
    Q_INVOKABLE void retranslate();

    [[nodiscard]] QVariantMap cluster() const { return m_cluster; }
    void setCluster(const QVariantMap &cluster);
    [[nodiscard]] bool isRunning() const { return m_running; }
    [[nodiscard]] bool hasBegun() const; ///< a step was looked at
    [[nodiscard]] int tone() const;
    [[nodiscard]] QString headline() const;
    [[nodiscard]] QString subtitle() const;
    [[nodiscard]] QVariantMap wish() const { return m_running ? QVariantMap() : wishOf(m_check.wish); }
    [[nodiscard]] QString command() const;
    [[nodiscard]] const Trouble &trouble() const { return m_trouble; }

Q_SIGNALS:
    void wired();
    void changed();
    void ended(const QString &name, int tone, const QString &word);

private:
    void take(const kube::ClusterCheck &check);

    QString m_folder;
    QVariantMap m_cluster;
    kube::ClusterCheck m_check;
    bool m_running = false;
    CancelSource m_cancel;
    Trouble m_trouble;
    RowsModel *m_rows;
};

} // namespace sentinel::console
