// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kube/rows/ObjectFeed.h"
#include "qml/Sentinel/Workloads/KindsController.h"
#include "qml/Sentinel/Workloads/ObjectTable.h"
#include "qml/Sentinel/Workloads/TableWords.h"

#include <QTimer>

namespace sentinel::console {

/// The objects of a kind as a table: watched while they are looked at and a little longer, narrowed by what a person types, in
/// the order of a column, with how old they are. One of them may be chosen; it stays chosen wherever it moves.
class TableController : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(sentinel::console::KindsController *kinds READ kinds WRITE setKinds NOTIFY wired FINAL REQUIRED)
    Q_PROPERTY(bool active READ isActive WRITE setActive NOTIFY wired FINAL) ///< the page is in sight
    Q_PROPERTY(sentinel::console::ObjectTable *rows READ rows CONSTANT FINAL)
    Q_PROPERTY(int width READ width WRITE setWidth NOTIFY columnsChanged FINAL) ///< of the sketch's pixels, for its columns
    Q_PROPERTY(QVariantList columns READ columns NOTIFY columnsChanged FINAL) ///< {title, width, right, sort: -1, 0, 1}
    Q_PROPERTY(QString filter READ filter WRITE setFilter NOTIFY changed FINAL)
    Q_PROPERTY(bool attention READ isAttention WRITE setAttention NOTIFY changed FINAL) ///< only what needs somebody
    Q_PROPERTY(QString headline READ headline NOTIFY changed FINAL)
    Q_PROPERTY(QString subtitle READ subtitle NOTIFY changed FINAL)
    Q_PROPERTY(QVariantMap counts READ counts NOTIFY changed FINAL) ///< {all, attention}, as texts
    Q_PROPERTY(int count READ count NOTIFY changed FINAL) ///< rows the filter lets through
    Q_PROPERTY(QVariantMap freshness READ freshness NOTIFY freshnessChanged FINAL) ///< {tone, word, sentence}
    Q_PROPERTY(bool loading READ isLoading NOTIFY freshnessChanged FINAL)
    Q_PROPERTY(sentinel::console::Trouble trouble READ trouble NOTIFY freshnessChanged FINAL) ///< the kind cannot be listed
    Q_PROPERTY(int current READ current NOTIFY currentChanged FINAL) ///< place of the chosen row; −1: none, or not in the list
    Q_PROPERTY(QVariantMap chosen READ chosen NOTIFY chosenChanged FINAL) ///< {kind, ns, name, version}; empty: none
    Q_PROPERTY(QString command READ command NOTIFY changed FINAL)
public:
    explicit TableController(QObject *parent = nullptr);
    ~TableController() override;

    Q_INVOKABLE void choose(int place);
    Q_INVOKABLE void chooseNone();
    /// A page or a step up or down from the chosen row.
    Q_INVOKABLE void move(int by);
    Q_INVOKABLE void sortBy(int column);
    /// Which places are in sight.
    Q_INVOKABLE void look(int first, int last);
    Q_INVOKABLE void retry();
    Q_INVOKABLE void retranslate();

    [[nodiscard]] KindsController *kinds() const { return m_kinds; }
    void setKinds(KindsController *kinds);
    [[nodiscard]] bool isActive() const { return m_active; }
    void setActive(bool active);
    [[nodiscard]] ObjectTable *rows() { return &m_table; }
    [[nodiscard]] int width() const { return m_width; }
    void setWidth(int width);
    [[nodiscard]] QVariantList columns() const;
    [[nodiscard]] QString filter() const { return m_filter; }
    void setFilter(const QString &filter);
    [[nodiscard]] bool isAttention() const { return m_attention; }
    void setAttention(bool attention);
    [[nodiscard]] QString headline() const;
    [[nodiscard]] QString subtitle() const { return tableSubtitle(m_counts, count(), !m_filter.isEmpty() || m_attention); }
    [[nodiscard]] QVariantMap counts() const;
    [[nodiscard]] int count() const { return m_table.rowCount(); }
    [[nodiscard]] QVariantMap freshness() const;
    [[nodiscard]] bool isLoading() const { return m_feed && m_feed->state().phase == kube::FeedState::Phase::Loading; }
    [[nodiscard]] const Trouble &trouble() const { return m_trouble; }
    [[nodiscard]] int current() const { return m_current; }
    [[nodiscard]] QVariantMap chosen() const { return m_chosen; }
    [[nodiscard]] QString command() const;

    /// False after the grace period out of sight: nothing is watched.
    [[nodiscard]] bool isWatching() const { return m_feed && m_watching; }
    /// How long a page out of sight goes on watching.
    void setGrace(std::chrono::milliseconds grace) { m_away.setInterval(grace); }

Q_SIGNALS:
    void wired();
    void changed();
    void columnsChanged();
    void freshnessChanged();
    void currentChanged();
    void chosenChanged();

private:
    void follow(); ///< another kind, namespace or cluster
    void begin();
    void end();
    void take(const kube::ChangeSet &changes);
    void takeState();
    void arrange(); ///< filter and order
    void layOut(); ///< columns
    void countHealth();
    void findChosen();
    void tick();
    [[nodiscard]] bool showsNamespaces() const;
    [[nodiscard]] QDateTime now() const;

    QPointer<KindsController> m_kinds;
    bool m_active = true;
    bool m_watching = false;
    QString m_shown; ///< cluster, kind and namespace of the feed
    std::unique_ptr<kube::ObjectFeed> m_feed;
    std::unique_ptr<kube::ObjectView> m_view;
    ObjectTable m_table;
    int m_width = 800;
    kube::ViewSort m_sort;
    QString m_filter;
    bool m_attention = false;
    HealthCounts m_counts;
    Freshness m_freshness;
    Trouble m_trouble;
    int m_current = -1;
    int m_first = 0;
    int m_last = -1;
    QVariantMap m_chosen;
    std::optional<kube::RowId> m_chosenRow;
    QTimer m_soon; ///< figures follow the rows a few times a second, not with each frame
    QTimer m_tick; ///< ages
    QTimer m_away;
};

} // namespace sentinel::console
