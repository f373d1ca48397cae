// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kube/rows/ObjectFeed.h"
#include "core/kube/rows/ObjectView.h"
#include "qml/Sentinel/Sync/SyncLink.h"

#include <QTimer>

namespace sentinel::console {

/// The Applications of one cluster, in every namespace: watched, narrowed as asked. A cluster that cannot be reached is tried
/// again now and then; what it told before stays.
class ClusterApps : public QObject
{
    Q_OBJECT
public:
    struct Figures
    {
        qint64 all = 0;
        qint64 unhealthy = 0;
        qint64 outOfSync = 0;
        qint64 notCompared = 0; ///< whether they are what Git says is not known
    };

    explicit ClusterApps(SyncLink *link, QObject *parent = nullptr);

    [[nodiscard]] SyncLink *link() const { return m_link; }
    [[nodiscard]] QString name() const { return m_link->name(); }
    [[nodiscard]] kube::ObjectView *view() const { return m_view.get(); } ///< null: nothing is known of it
    [[nodiscard]] bool isLoading() const;
    [[nodiscard]] Figures figures() const;
    /// What keeps it from being listened to, and how old what is shown is; nothing when all is well.
    [[nodiscard]] Trouble trouble() const;
    /// Words that stand in the cluster's name need not stand in the row.
    void setFilter(const kube::ViewFilter &filter);
    void retry();

Q_SIGNALS:
    void viewAboutToChange();
    void viewChanged(); ///< another one, or none
    void flushed();
    void changed();

private:
    void follow();
    void begin();
    void drop();
    [[nodiscard]] kube::ViewFilter narrowed() const;

    SyncLink *m_link;
    QString m_key; ///< of the cluster that is shown
    std::unique_ptr<kube::ObjectFeed> m_feed;
    std::unique_ptr<kube::ObjectView> m_view;
    kube::ViewFilter m_filter;
    Trouble m_last; ///< why it could not be reached, until it answers
    QDateTime m_knownAt; ///< when what is shown was last known to be true
    QTimer m_again;
};

} // namespace sentinel::console
