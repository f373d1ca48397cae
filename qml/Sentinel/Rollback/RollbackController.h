// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rollback/Rollback.h"
#include "qml/Sentinel/Rollback/RollbackDoor.h"
#include "qml/Sentinel/Rollback/RowTypes.h"

#include <QVariantMap>

namespace sentinel::console {

/// Going back with one Application or release: its versions, the verdict of the one chosen, one confirm, and the run. No version
/// is chosen before a person chooses it.
class RollbackController : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QVariantMap place READ placeProperties WRITE setPlaceProperties NOTIFY changed FINAL)
    Q_PROPERTY(QString subject READ subject WRITE setSubject NOTIFY changed FINAL) ///< "argocd/shop"; empty: none
    Q_PROPERTY(QString placeText READ placeText NOTIFY changed FINAL) ///< "argocd/shop on eu-1, as ada"
    Q_PROPERTY(bool loading READ isLoading NOTIFY changed FINAL) ///< its versions are being read
    Q_PROPERTY(QString emptyTitle READ emptyTitle NOTIFY changed FINAL) ///< there is nothing to choose; empty: there is
    Q_PROPERTY(QString emptyText READ emptyText NOTIFY changed FINAL)
    Q_PROPERTY(sentinel::console::RowsModel *candidates READ candidates CONSTANT FINAL) ///< id, version, when, tone, word, chosen
    Q_PROPERTY(QString candidate READ candidate WRITE setCandidate NOTIFY changed FINAL) ///< an id; empty: none
    Q_PROPERTY(sentinel::console::RowsModel *checks READ checks CONSTANT FINAL) ///< rule, title, tone, text, remedy
    Q_PROPERTY(sentinel::console::RowsModel *lines READ lines CONSTANT FINAL) ///< at, kind, text: what changes
    Q_PROPERTY(QString title READ title NOTIFY changed FINAL)
    Q_PROPERTY(QString headline READ headline NOTIFY changed FINAL) ///< of the verdict; empty: none yet
    Q_PROPERTY(int tone READ tone NOTIFY changed FINAL) ///< of the verdict
    Q_PROPERTY(QString countText READ countText NOTIFY changed FINAL) ///< "15 checks: 14 passed, 1 not applicable"
    Q_PROPERTY(QString changeText READ changeText NOTIFY changed FINAL) ///< "3 objects, 4 lines"
    Q_PROPERTY(QStringList happens READ happens NOTIFY changed FINAL) ///< sentences, in order
    Q_PROPERTY(QString sticks READ sticks NOTIFY changed FINAL) ///< how long it lasts
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed FINAL) ///< an operation of Argo CD runs
    Q_PROPERTY(bool teachable READ isTeachable NOTIFY changed FINAL) ///< its owner would undo the pause and can be told not to
    Q_PROPERTY(QString command READ command NOTIFY changed FINAL)
    Q_PROPERTY(QString acceptText READ acceptText NOTIFY changed FINAL)
    Q_PROPERTY(QString acceptBlockedReason READ acceptBlockedReason NOTIFY changed FINAL)
    Q_PROPERTY(bool looking READ isLooking NOTIFY changed FINAL)
    Q_PROPERTY(bool running READ isRunning NOTIFY changed FINAL)
    Q_PROPERTY(QString runText READ runText NOTIFY changed FINAL)
    Q_PROPERTY(bool argo READ isArgo NOTIFY changed FINAL)
    Q_PROPERTY(bool endRunning READ endRunning WRITE setEndRunning NOTIFY changed FINAL)
    Q_PROPERTY(bool addPointer READ addPointer WRITE setAddPointer NOTIFY changed FINAL)
    Q_PROPERTY(bool prune READ prune WRITE setPrune NOTIFY changed FINAL)
    Q_PROPERTY(bool withHooks READ withHooks WRITE setWithHooks NOTIFY changed FINAL)
    Q_PROPERTY(bool revertCommit READ revertCommit WRITE setRevertCommit NOTIFY changed FINAL)
    Q_PROPERTY(QString nameToType READ nameToType NOTIFY changed FINAL) ///< empty: none has to be
    Q_PROPERTY(QString typed READ typed WRITE setTyped NOTIFY changed FINAL)
    Q_PROPERTY(QString pausedText READ pausedText NOTIFY changed FINAL) ///< of the subject; empty: auto-sync is not paused by us
    Q_PROPERTY(sentinel::console::Trouble trouble READ trouble NOTIFY changed FINAL)
public:
    explicit RollbackController(QObject *parent = nullptr);
    ~RollbackController() override;

    /// {subject: "[NAMESPACE/]NAME", via: "argocd" | "helm" | "", server: where it was said to be, "": here, place: of another
    /// cluster than the page's}. While a rollback runs it stays with that one.
    Q_INVOKABLE void open(const QVariantMap &wanted);
    Q_INVOKABLE void refresh();
    Q_INVOKABLE void tryAgain(); ///< what last failed: reading the versions, or looking at the one chosen
    Q_INVOKABLE void chooseNext(int step); ///< the next older (1) or newer (-1) version
    Q_INVOKABLE void confirm(); ///< takes upon himself what is amber, and goes back
    Q_INVOKABLE void cancel(); ///< stops the run; it can be gone on with
    Q_INVOKABLE void retranslate();

    [[nodiscard]] QVariantMap placeProperties() const { return m_properties; }
    void setPlaceProperties(const QVariantMap &properties);
    [[nodiscard]] RowsModel *candidates() { return &m_candidateRows; }
    [[nodiscard]] RowsModel *checks() { return &m_checkRows; }
    [[nodiscard]] RowsModel *lines() { return &m_lineRows; }
    [[nodiscard]] QString subject() const;
    void setSubject(const QString &title);
    [[nodiscard]] QString placeText() const;
    [[nodiscard]] bool isLoading() const { return m_loading; }
    [[nodiscard]] QString emptyTitle() const;
    [[nodiscard]] QString emptyText() const;
    [[nodiscard]] const QString &candidate() const { return m_candidate; }
    void setCandidate(const QString &id);

    [[nodiscard]] QString title() const;
    [[nodiscard]] QString headline() const;
    [[nodiscard]] int tone() const;
    [[nodiscard]] QString countText() const;
    [[nodiscard]] QString changeText() const;
    [[nodiscard]] QStringList happens() const;
    [[nodiscard]] QString sticks() const;
    [[nodiscard]] bool isBusy() const;
    [[nodiscard]] bool isTeachable() const;
    [[nodiscard]] QString command() const;
    [[nodiscard]] QString acceptText() const;
    [[nodiscard]] QString acceptBlockedReason() const;
    [[nodiscard]] bool isLooking() const { return m_looking; }
    [[nodiscard]] bool isRunning() const { return m_run && m_run->state() == OperationRun::State::Running; }
    [[nodiscard]] QString runText() const;
    [[nodiscard]] bool isArgo() const;
    [[nodiscard]] bool endRunning() const { return m_choice.endRunning; }
    [[nodiscard]] bool addPointer() const { return m_choice.addPointer; }
    [[nodiscard]] bool prune() const { return m_choice.prune; }
    [[nodiscard]] bool withHooks() const { return m_choice.withHooks; }
    [[nodiscard]] bool revertCommit() const { return m_choice.revertCommit; }
    void setEndRunning(bool on) { choose(m_choice.endRunning, on); }
    void setAddPointer(bool on) { choose(m_choice.addPointer, on); }
    void setPrune(bool on) { choose(m_choice.prune, on); }
    void setWithHooks(bool on) { choose(m_choice.withHooks, on); }
    void setRevertCommit(bool on) { choose(m_choice.revertCommit, on); }
    [[nodiscard]] QString nameToType() const;
    [[nodiscard]] const QString &typed() const { return m_typed; }
    void setTyped(const QString &text);
    [[nodiscard]] QString pausedText() const;
    [[nodiscard]] const Trouble &trouble() const { return m_trouble; }

Q_SIGNALS:
    void changed();
    void accepted(); ///< Argo CD, helm or Git has taken it
    void ended(bool good, const QString &sentence);

private:
    void choose(bool &option, bool on);
    void connectTo(const ClusterPlace &place);
    void clear();
    void findSubject();
    void takeSubject(const Result<rollback::Subject> &subject);
    void readCandidates();
    void readDistances();
    void readPauses();
    void look();
    void takeVerdict(std::shared_ptr<const rollback::Verdict> verdict);
    void takeEnd(const Result<rollback::RollbackOutcome> &outcome);
    void showCandidates();
    void fail(const Error &error);
    [[nodiscard]] rollback::RollbackRequest request() const;
    [[nodiscard]] QString versionText() const;

    QVariantMap m_properties;
    ClusterPlace m_place;
    std::optional<RollbackDoor> m_door;
    QVariantMap m_wanted;
    std::optional<rollback::Subject> m_open; ///< what was wanted, found
    std::optional<rollback::Services> m_services; ///< of it
    QList<rollback::Candidate> m_candidates;
    QString m_candidate;
    rollback::Choice m_choice;
    std::shared_ptr<const rollback::Verdict> m_verdict;
    std::shared_ptr<deploy::DeployRun> m_run;
    std::optional<rollback::Pause> m_pause;
    QString m_typed;
    bool m_loading = false;
    bool m_looking = false;
    CancelSource m_cancel; ///< of what is asked about the subject
    CancelSource m_lookCancel; ///< of the verdict
    Trouble m_trouble;
    RowsModel m_candidateRows;
    RowsModel m_checkRows;
    RowsModel m_lineRows;
};

} // namespace sentinel::console
