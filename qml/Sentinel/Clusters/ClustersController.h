// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "qml/Sentinel/Clusters/ClusterRows.h"

#include <QFileSystemWatcher>
#include <QTimer>

namespace sentinel::console {

/// The clusters of a person, one of them from near. The rehearsal cluster, while it is in use, is the first of them: it can be
/// tested like any other, and not be changed.
class ClustersController : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString folder READ folder WRITE setFolder NOTIFY changed FINAL) ///< of the list's file
    Q_PROPERTY(QVariantMap place READ place WRITE setPlace NOTIFY changed FINAL) ///< which cluster is in use, as pages are told
    Q_PROPERTY(QString headline READ headline NOTIFY changed FINAL)
    Q_PROPERTY(QString file READ file NOTIFY changed FINAL)
    Q_PROPERTY(QString selected READ selected WRITE setSelected NOTIFY changed FINAL) ///< name; empty: none
    /// {name, context, kubeconfig, file, colour, protection, guarded, own, inUse} of the selected one.
    Q_PROPERTY(QVariantMap detail READ detail NOTIFY changed FINAL)
    Q_PROPERTY(QVariantMap choice READ choice NOTIFY changed FINAL) ///< what the shell is to work with
    Q_PROPERTY(QString useBlockedReason READ useBlockedReason NOTIFY changed FINAL)
    Q_PROPERTY(QVariantList protections READ protections NOTIFY changed FINAL)
    Q_PROPERTY(QVariantList colours READ colours NOTIFY changed FINAL)
    Q_PROPERTY(sentinel::console::RowsModel *clusters MEMBER m_rows CONSTANT FINAL)
    Q_PROPERTY(sentinel::console::Trouble trouble READ trouble NOTIFY changed FINAL)
public:
    explicit ClustersController(QObject *parent = nullptr);

    /// Reads the list again.
    Q_INVOKABLE void refresh();
    Q_INVOKABLE void setProtection(const QString &level);
    Q_INVOKABLE void setColour(const QString &colour);
    Q_INVOKABLE void rename(const QString &name);
    Q_INVOKABLE void remove();
    /// How the selected one, or another, answered just now.
    Q_INVOKABLE void note(const QString &name, int tone, const QString &word);

    [[nodiscard]] QString folder() const { return m_folder; }
    void setFolder(const QString &folder);
    [[nodiscard]] QVariantMap place() const { return m_place; }
    void setPlace(const QVariantMap &place);
    [[nodiscard]] QString headline() const;
    [[nodiscard]] QString file() const;
    [[nodiscard]] QString selected() const { return m_selected; }
    void setSelected(const QString &name);
    [[nodiscard]] QVariantMap detail() const;
    [[nodiscard]] QVariantMap choice() const;
    [[nodiscard]] QString useBlockedReason() const;
    [[nodiscard]] QVariantList protections() const { return protectionOptions(); }
    [[nodiscard]] QVariantList colours() const { return colourOptions(); }
    [[nodiscard]] const Trouble &trouble() const { return m_trouble; }

Q_SIGNALS:
    void changed();
    /// The cluster in use is another one now, or shown another way.
    void choiceChanged(const QVariantMap &choice);

private:
    [[nodiscard]] bool isRehearsal() const { return m_place.value(QStringLiteral("rehearsal")).toBool(); }
    [[nodiscard]] bool isInUse(const kube::KnownCluster &cluster) const;
    [[nodiscard]] const kube::KnownCluster *current() const;
    void edit(const std::function<void(kube::KnownCluster &)> &change);
    void take(Result<kube::KnownClusters> clusters);
    void show();

    QString m_folder;
    QVariantMap m_place;
    kube::KnownClusters m_clusters;
    QHash<QString, ClusterState> m_states;
    QString m_selected;
    Trouble m_trouble;
    QFileSystemWatcher m_watcher; ///< the command line writes it too
    QTimer m_soon;
    RowsModel *m_rows;
};

} // namespace sentinel::console
