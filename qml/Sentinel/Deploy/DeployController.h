// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/deploy/Deploy.h"
#include "core/deploy/Follow.h"
#include "qml/Sentinel/Deploy/BundleController.h"
#include "qml/Sentinel/Deploy/ClusterLink.h"
#include "qml/Sentinel/Deploy/DeployRows.h"
#include "qml/Sentinel/Deploy/GuardController.h"

#include <QPointer>
#include <QTimer>

namespace sentinel::console {

/// One deploy from the button to the verdict, and what stands in the namespace before and after it.
class DeployController : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(sentinel::console::ClusterLink *link READ link WRITE setLink NOTIFY wired FINAL REQUIRED)
    Q_PROPERTY(sentinel::console::BundleController *bundle READ bundle WRITE setBundle NOTIFY wired FINAL REQUIRED)
    Q_PROPERTY(sentinel::console::GuardController *guard READ guard WRITE setGuard NOTIFY wired FINAL) ///< null: nobody guards
    Q_PROPERTY(bool running READ isRunning NOTIFY changed FINAL)
    Q_PROPERTY(bool begun READ hasBegun NOTIFY changed FINAL) ///< there is a run to show, ended or not
    Q_PROPERTY(bool settled READ isSettled NOTIFY changed FINAL)
    Q_PROPERTY(QString headline READ headline NOTIFY changed FINAL)
    Q_PROPERTY(QString subtitle READ subtitle NOTIFY changed FINAL)
    Q_PROPERTY(int tone READ tone NOTIFY changed FINAL)
    Q_PROPERTY(QString causeTitle READ causeTitle NOTIFY changed FINAL) ///< what does not mend by itself; empty: nothing
    Q_PROPERTY(QString causeText READ causeText NOTIFY changed FINAL)
    Q_PROPERTY(QString leftBehind READ leftBehind NOTIFY changed FINAL)
    Q_PROPERTY(QString resumeText READ resumeText NOTIFY changed FINAL) ///< of a run to go on with; empty: none
    Q_PROPERTY(QString deployText READ deployText NOTIFY changed FINAL) ///< "Deploy prod"
    Q_PROPERTY(QString blockedReason READ blockedReason NOTIFY changed FINAL)
    Q_PROPERTY(QString command READ command NOTIFY changed FINAL)
    Q_PROPERTY(QVariantMap rollBack READ rollBack NOTIFY changed FINAL) ///< of it, for the rollback sheet; empty: nothing
    Q_PROPERTY(QString rollBackReason READ rollBackReason NOTIFY changed FINAL) ///< why not; empty: it can be asked for
    Q_PROPERTY(QString stepText READ stepText NOTIFY changed FINAL) ///< what is done just now
    Q_PROPERTY(qreal progress READ progress NOTIFY changed FINAL) ///< healthy objects of all, 0 to 1
    Q_PROPERTY(QString filter READ filterName WRITE setFilterName NOTIFY changed FINAL) ///< "all", "attention", "changed"
    Q_PROPERTY(QVariantMap counts READ counts NOTIFY changed FINAL) ///< {all, attention, changed}
    Q_PROPERTY(QString worst READ worst NOTIFY changed FINAL) ///< id of the object to look at first
    Q_PROPERTY(sentinel::console::RowsModel *steps MEMBER m_steps CONSTANT FINAL)
    Q_PROPERTY(sentinel::console::RowsModel *objects MEMBER m_rows CONSTANT FINAL)
    Q_PROPERTY(sentinel::console::RowsModel *questions MEMBER m_questions CONSTANT FINAL)
    Q_PROPERTY(sentinel::console::Trouble trouble READ trouble NOTIFY changed FINAL)
public:
    explicit DeployController(QObject *parent = nullptr);
    ~DeployController() override;

    /// Begins, or goes on with an open run of the same bundle, environment and cluster.
    Q_INVOKABLE void deploy();
    /// Deploys as soon as the rehearsal cluster is there; on a real cluster nothing begins by itself.
    Q_INVOKABLE void rehearse();
    /// Stops at the next safe point; `leftBehind` says then what stays.
    Q_INVOKABLE void cancel();
    /// Back to choosing; what stands in the namespace stays in sight.
    Q_INVOKABLE void dismiss();
    /// Values for `questions`, by their id; asks again while one is empty.
    Q_INVOKABLE void answer(const QVariantMap &values);
    Q_INVOKABLE void refuse();
    /// Says everything again, in the language spoken now.
    Q_INVOKABLE void retranslate();
    /// Place of an object in `objects`; −1: not shown.
    Q_INVOKABLE int rowOf(const QString &id) const;

    [[nodiscard]] ClusterLink *link() const { return m_link; }
    void setLink(ClusterLink *link);
    [[nodiscard]] BundleController *bundle() const { return m_bundle; }
    void setBundle(BundleController *bundle);
    [[nodiscard]] GuardController *guard() const { return m_guard; }
    void setGuard(GuardController *guard);
    [[nodiscard]] bool isRunning() const { return m_run && m_run->state() == OperationRun::State::Running; }
    [[nodiscard]] bool hasBegun() const { return m_run != nullptr; }
    [[nodiscard]] bool isSettled() const;
    [[nodiscard]] QString headline() const;
    [[nodiscard]] QString subtitle() const;
    [[nodiscard]] int tone() const;
    [[nodiscard]] QString causeTitle() const;
    [[nodiscard]] QString causeText() const;
    [[nodiscard]] QString leftBehind() const;
    [[nodiscard]] QString resumeText() const { return m_resumeText; }
    [[nodiscard]] QString deployText() const;
    [[nodiscard]] QString blockedReason() const;
    [[nodiscard]] QString command() const;
    [[nodiscard]] QVariantMap rollBack() const;
    [[nodiscard]] QString rollBackReason() const;
    [[nodiscard]] QString stepText() const;
    [[nodiscard]] qreal progress() const;
    [[nodiscard]] QString filterName() const;
    void setFilterName(const QString &name);
    [[nodiscard]] QVariantMap counts() const;
    [[nodiscard]] QString worst() const;
    [[nodiscard]] const Trouble &trouble() const { return m_trouble; }

    /// Fails of preflight that the person accepted, for the next deploy.
    [[nodiscard]] const QList<preflight::Override> &overrides() const { return m_overrides; }
    void setOverrides(const QList<preflight::Override> &overrides) { m_overrides = overrides; }

    [[nodiscard]] const QList<deploy::ObjectState> &states() const { return m_objects; }
    [[nodiscard]] const deploy::ObjectState *state(const QString &id) const;
    [[nodiscard]] const QList<deploy::WhyStep> &cause() const { return m_cause; }

Q_SIGNALS:
    void wired();
    void changed();
    void asked(); ///< `questions` wait for a person
    void reported(const sentinel::preflight::Report &report); ///< what preflight found, before it is refused
    void refused(); ///< preflight found what nobody accepted
    void ended(bool healthy, const QString &sentence);

private:
    [[nodiscard]] deploy::DeployRequest request() const;
    void attach(const std::shared_ptr<deploy::DeployRun> &run);
    void begin(const deploy::DeployRequest &wanted, const deploy::Services &services);
    void finish(const Result<deploy::DeployOutcome> &outcome);
    void ask(const QList<deploy::SecretQuestion> &questions, const Promise<deploy::SecretValues> &promise);
    void lookAgain(); ///< another cluster, bundle or environment
    void watch(); ///< what stands there while no run tells it
    void findOpenRun();
    void take(const QList<deploy::ObjectState> &objects, const QList<deploy::WhyStep> &cause);
    void refresh();
    [[nodiscard]] QString placeText() const;
    [[nodiscard]] QDateTime now() const;

    QPointer<ClusterLink> m_link;
    QPointer<BundleController> m_bundle;
    QPointer<GuardController> m_guard;
    std::shared_ptr<deploy::DeployRun> m_run;
    QList<deploy::ObjectState> m_objects;
    QList<deploy::WhyStep> m_cause;
    QHash<QString, QString> m_before; ///< how each object stood when the run began
    QSet<QString> m_changedIds;
    ObjectFilter m_filter = ObjectFilter::All;
    CancelSource m_watch;
    QString m_watched; ///< what is watched, so that the same is not watched anew
    bool m_wished = false; ///< to be deployed once the rehearsal cluster is there
    bool m_complete = false; ///< the watch has seen everything once
    QString m_watchProblem;
    QString m_resumeText;
    std::optional<Promise<deploy::SecretValues>> m_promise;
    Trouble m_trouble;
    QList<preflight::Override> m_overrides;
    QTimer m_soon;
    QTimer m_tick;
    RowsModel *m_steps;
    RowsModel *m_rows;
    RowsModel *m_questions;
};

} // namespace sentinel::console
