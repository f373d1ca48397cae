// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gitops/SyncApplication.h"
#include "qml/Sentinel/Sync/AppFlows.h"
#include "qml/Sentinel/Sync/SyncWords.h"
#include "qml/Sentinel/Sync/TreeModel.h"

#include <QTimer>

namespace sentinel::console {

/// One Application from near, watched: how it stands, what it brings, what its operation does, what was, what would change, and
/// what may be done to it now.
class AppController : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(sentinel::console::SyncLink *link READ link WRITE setLink NOTIFY wired FINAL REQUIRED)
    /// {cluster, ns, name}; empty: none. Nothing is read or done unless `link` is the way to that cluster.
    Q_PROPERTY(QVariantMap application READ application WRITE setApplication NOTIFY changed FINAL)
    Q_PROPERTY(bool present READ isPresent NOTIFY changed FINAL)
    Q_PROPERTY(bool gone READ isGone NOTIFY changed FINAL)
    Q_PROPERTY(QVariantMap state READ state NOTIFY changed
                   FINAL) ///< words and tones of sync, health, operation; title, source, cluster, guarded, …
    Q_PROPERTY(
        QVariantMap reasons READ reasons NOTIFY changed FINAL) ///< {sync, refresh, terminate, autoSync, rollBack}; "": allowed
    Q_PROPERTY(QString tab READ tab WRITE setTab NOTIFY changed FINAL) ///< resources, timeline, history, differences, windows
    Q_PROPERTY(bool attention READ isAttention WRITE setAttention NOTIFY changed FINAL)
    Q_PROPERTY(bool looking READ isLooking NOTIFY changed FINAL) ///< the view of the tab is being read
    Q_PROPERTY(QString busyWith READ busyWith NOTIFY changed FINAL) ///< a sentence about this Application; empty: nothing
    Q_PROPERTY(QString note READ note NOTIFY changed FINAL) ///< of the view of the tab
    Q_PROPERTY(QString ignoreRules READ ignoreRules NOTIFY changed FINAL) ///< YAML
    Q_PROPERTY(sentinel::console::Trouble trouble READ trouble NOTIFY changed FINAL) ///< of the view of the tab
    Q_PROPERTY(sentinel::console::TreeModel *resources READ resources CONSTANT FINAL)
    Q_PROPERTY(sentinel::console::RowsModel *conditions MEMBER m_conditions CONSTANT FINAL)
    Q_PROPERTY(sentinel::console::RowsModel *rows MEMBER m_rows CONSTANT FINAL) ///< of every tab but resources
public:
    explicit AppController(QObject *parent = nullptr);
    ~AppController() override;

    /// {prune, force, hooks, dryRun, revision, serverSide, replace, outOfSyncOnly, retries, resources}; `resources`: a list of
    /// ids of `choices`, empty: all.
    Q_INVOKABLE void sync(const QVariantMap &wish);
    /// The command that does the same as `sync` with this wish.
    Q_INVOKABLE [[nodiscard]] QString syncCommand(const QVariantMap &wish) const;
    /// Objects a sync may be narrowed to whose names hold this text: {id, title, tone, word}; those that differ first.
    Q_INVOKABLE [[nodiscard]] QVariantList choices(const QString &text) const;
    Q_INVOKABLE void refresh(bool hard);
    Q_INVOKABLE void terminate();
    /// Where the owner of the Application would undo it, `ownerAsked` tells so instead.
    Q_INVOKABLE void setAutoSync(bool on);
    /// The same, the owner having been told to leave auto-sync alone from now on.
    Q_INVOKABLE void teachOwnerAndSetAutoSync(bool on);
    /// argocd-server: "auto", "proxy", "off" or its address; the token is held in memory.
    Q_INVOKABLE void reachServer(const QString &where, const QString &token);
    Q_INVOKABLE void readAgain(); ///< the view of the tab
    Q_INVOKABLE void retranslate();
    /// The command that does the same: "sync", "terminate", …
    Q_INVOKABLE [[nodiscard]] QString command(const QString &verb) const;

    [[nodiscard]] SyncLink *link() const { return m_link; }
    void setLink(SyncLink *link);
    [[nodiscard]] QVariantMap application() const { return m_chosen; }
    void setApplication(const QVariantMap &application);
    [[nodiscard]] bool isPresent() const { return !m_object.isEmpty(); }
    [[nodiscard]] bool isGone() const { return m_gone; }
    [[nodiscard]] QVariantMap state() const;
    [[nodiscard]] QVariantMap reasons() const;
    [[nodiscard]] QString tab() const { return m_tab; }
    void setTab(const QString &tab);
    [[nodiscard]] bool isAttention() const { return m_attention; }
    void setAttention(bool attention);
    [[nodiscard]] bool isLooking() const { return m_looking; }
    [[nodiscard]] QString busyWith() const;
    [[nodiscard]] QString note() const { return m_note; }
    [[nodiscard]] QString ignoreRules() const { return m_ignoreRules; }
    [[nodiscard]] const Trouble &trouble() const { return m_trouble; }
    [[nodiscard]] TreeModel *resources() { return &m_resources; }

Q_SIGNALS:
    void wired();
    void changed();
    void ended(bool good, const QString &sentence);
    /// Switching auto-sync needs the owner to be told first: why, and the change to it as YAML; `patch` empty: it cannot be.
    void ownerAsked(bool on, const QString &sentence, const QString &patch);

private:
    void follow();
    void take(const kube::WatchEvent &event);
    void show(const kube::Object &object);
    void read(); ///< what the tab shows
    void readTree();
    void showTree();
    void enrich();
    void readTimeline();
    void readHistory();
    void readDifferences();
    void readWindows();
    /// An answer for the tab that asked; nothing when another one is looked at by now.
    template <typename T>
    void look(Async<T> task, std::function<void(const T &)> shown);
    [[nodiscard]] QString busyKey() const;
    /// Something is done to the Application that is chosen now; others may be chosen meanwhile. The answer ends it again.
    [[nodiscard]] std::function<void()> begin(const QString &sentence);
    template <typename T>
    void act(const QString &sentence, const QString &done, Async<T> task);
    void switchAutoSync(bool on, bool teaches);
    [[nodiscard]] gitops::SyncWish wishOf(const QVariantMap &wish) const;
    [[nodiscard]] bool isHere() const; ///< the link leads to the cluster of what was chosen
    [[nodiscard]] kube::ObjectName name() const;
    [[nodiscard]] const gitops::ChangeServices &services() const { return m_link->services().change; }

    QPointer<SyncLink> m_link;
    QVariantMap m_chosen;
    kube::Object m_object;
    gitops::Application m_application;
    bool m_gone = false;
    QString m_tab = QStringLiteral("resources");
    bool m_attention = false;
    bool m_looking = false;
    QHash<QString, QStringList> m_busy; ///< what is being done, by the Application it is done to
    QString m_note;
    QString m_ignoreRules;
    Trouble m_trouble;
    TreeModel m_resources;
    gitops::ResourceTree m_tree; ///< as the cluster tells it
    Told m_told; ///< by Argo CD's server, last
    RowsModel *m_conditions;
    RowsModel *m_rows;
    CancelSource m_watching;
    CancelSource m_view; ///< ends what the tab before asked
    QHash<QString, int> m_hookWaves;
    QStringList m_wavesOf; ///< revisions `m_hookWaves` is of
    QDateTime m_serverRestsUntil; ///< it did not answer: not asked before
    QTimer m_soon; ///< the tree is read anew a little after a change, once for many
};

} // namespace sentinel::console
