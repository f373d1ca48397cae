// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kube/rows/ObjectFeed.h"
#include "qml/Sentinel/Sync/AppsModel.h"
#include "qml/Sentinel/Sync/SyncLink.h"

#include <QTimer>

namespace sentinel::console {

/// The Applications of a cluster, in every namespace: watched, narrowed by what a person types; one of them may be chosen.
class AppsController : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(sentinel::console::SyncLink *link READ link WRITE setLink NOTIFY wired FINAL REQUIRED)
    Q_PROPERTY(sentinel::console::AppsModel *rows READ rows CONSTANT FINAL)
    Q_PROPERTY(QString filter READ filter WRITE setFilter NOTIFY changed FINAL)
    Q_PROPERTY(bool attention READ isAttention WRITE setAttention NOTIFY changed FINAL) ///< only what is not healthy
    Q_PROPERTY(QString headline READ headline NOTIFY changed FINAL)
    Q_PROPERTY(QString subtitle READ subtitle NOTIFY changed FINAL)
    Q_PROPERTY(int count READ count NOTIFY changed FINAL)
    Q_PROPERTY(bool loading READ isLoading NOTIFY changed FINAL)
    Q_PROPERTY(sentinel::console::Trouble trouble READ trouble NOTIFY changed FINAL)
    Q_PROPERTY(int current READ current NOTIFY chosenChanged FINAL) ///< −1: none
    Q_PROPERTY(QVariantMap chosen READ chosen NOTIFY chosenChanged FINAL) ///< {ns, name}; empty: none
public:
    explicit AppsController(QObject *parent = nullptr);
    ~AppsController() override;

    Q_INVOKABLE void choose(int place);
    /// By name, as soon as it is there.
    Q_INVOKABLE void chooseNamed(const QString &ns, const QString &name);
    Q_INVOKABLE void move(int by);
    Q_INVOKABLE void retry();
    Q_INVOKABLE void retranslate();

    [[nodiscard]] SyncLink *link() const { return m_link; }
    void setLink(SyncLink *link);
    [[nodiscard]] AppsModel *rows() { return &m_model; }
    [[nodiscard]] QString filter() const { return m_filter; }
    void setFilter(const QString &filter);
    [[nodiscard]] bool isAttention() const { return m_attention; }
    void setAttention(bool attention);
    [[nodiscard]] QString headline() const;
    [[nodiscard]] QString subtitle() const;
    [[nodiscard]] int count() const { return m_model.rowCount(); }
    [[nodiscard]] bool isLoading() const { return m_feed && m_feed->state().phase == kube::FeedState::Phase::Loading; }
    [[nodiscard]] const Trouble &trouble() const { return m_trouble; }
    [[nodiscard]] int current() const { return m_current; }
    [[nodiscard]] QVariantMap chosen() const { return m_chosen; }

Q_SIGNALS:
    void wired();
    void changed();
    void chosenChanged();

private:
    void begin();
    void end();
    void take(const kube::ChangeSet &changes);
    void arrange();
    void findChosen();
    void reckon();

    QPointer<SyncLink> m_link;
    std::unique_ptr<kube::ObjectFeed> m_feed;
    std::unique_ptr<kube::ObjectView> m_view;
    AppsModel m_model;
    QString m_filter;
    bool m_attention = false;
    Trouble m_trouble;
    QVariantMap m_chosen;
    int m_current = -1;
    qint64 m_all = 0;
    qint64 m_unhealthy = 0;
    qint64 m_outOfSync = 0;
    QTimer m_soon; ///< figures follow the rows a few times a second
};

} // namespace sentinel::console
