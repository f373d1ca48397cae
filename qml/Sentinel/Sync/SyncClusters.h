// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kube/access/KnownClusters.h"
#include "qml/Sentinel/Sync/SyncLink.h"

#include <QFileSystemWatcher>
#include <QTimer>

namespace sentinel::console {

/// The clusters whose Applications are listened to at once: the one in use, and those of the person's list that are ticked. What
/// is ticked is remembered beside the list.
class SyncClusters : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QVariantMap place READ place WRITE setPlace NOTIFY changed FINAL) ///< of the one in use, as the shell says it
    Q_PROPERTY(sentinel::console::SyncLink *inUse READ inUse CONSTANT FINAL)
    Q_PROPERTY(
        sentinel::console::RowsModel *known MEMBER m_rows CONSTANT FINAL) ///< id, title, ticked, inUse, word, tone, sentence
    Q_PROPERTY(int count READ count NOTIFY linksChanged FINAL) ///< listened to
    Q_PROPERTY(bool connecting READ isConnecting NOTIFY changed FINAL)
    Q_PROPERTY(sentinel::console::Trouble trouble READ trouble NOTIFY changed FINAL) ///< of the person's list
public:
    explicit SyncClusters(QObject *parent = nullptr);

    Q_INVOKABLE void tick(const QString &id, bool on);
    Q_INVOKABLE void retranslate();

    [[nodiscard]] QVariantMap place() const { return m_inUse.placeProperties(); }
    void setPlace(const QVariantMap &place);
    [[nodiscard]] SyncLink *inUse() { return &m_inUse; }
    [[nodiscard]] int count() const { return static_cast<int>(links().size()); }
    [[nodiscard]] bool isConnecting() const;
    [[nodiscard]] const Trouble &trouble() const { return m_trouble; }
    /// Those listened to, the one in use first where there is one.
    [[nodiscard]] QList<SyncLink *> links() const;

Q_SIGNALS:
    void changed();
    void linksChanged();

private:
    void readList();
    void arrange();
    void show();
    [[nodiscard]] bool isInUse(const kube::KnownCluster &cluster) const;
    [[nodiscard]] bool usesAny() const;
    void keepTicks() const;
    SyncLink *made();

    SyncLink m_inUse;
    std::map<QString, std::unique_ptr<SyncLink>> m_ticked; ///< by the person's name for it
    QString m_folder;
    kube::KnownClusters m_known;
    QSet<QString> m_ticks;
    QFileSystemWatcher m_watcher; ///< other programs and the settings change the list
    QTimer m_soon;
    Trouble m_trouble;
    RowsModel *m_rows;
    bool m_usesAny = false;
};

} // namespace sentinel::console
