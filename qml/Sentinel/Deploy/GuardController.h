// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rollback/Guard.h"
#include "qml/Sentinel/Deploy/BundleController.h"
#include "qml/Sentinel/Deploy/ClusterLink.h"

#include <QPointer>
#include <QTimer>

namespace sentinel::console {

/// Makes what a guard of `subject` works with.
using GuardConnector
    = std::function<Async<rollback::GuardServices>(ClusterPlace place, rollback::Subject subject, CancelToken cancel)>;

/// The guard of a deploy: whether the plan lets one go back here without a person, what it watches, how long still, and what it
/// did. Armed before a deploy begins, since only what fails newly counts.
class GuardController : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(sentinel::console::ClusterLink *link READ link WRITE setLink NOTIFY wired FINAL REQUIRED)
    Q_PROPERTY(sentinel::console::BundleController *bundle READ bundle WRITE setBundle NOTIFY wired FINAL REQUIRED)
    Q_PROPERTY(bool on READ isOn WRITE setOn NOTIFY changed FINAL) ///< the next deploy is guarded
    Q_PROPERTY(QString blockedReason READ blockedReason NOTIFY changed FINAL) ///< why it cannot be; empty: it can
    Q_PROPERTY(QString rulesText READ rulesText NOTIFY changed FINAL) ///< what it would watch and for how long
    Q_PROPERTY(bool watching READ isWatching NOTIFY changed FINAL)
    Q_PROPERTY(QString title READ title NOTIFY changed FINAL) ///< what it does, or did last; empty: nothing
    Q_PROPERTY(QString text READ text NOTIFY changed FINAL)
    Q_PROPERTY(int tone READ tone NOTIFY changed FINAL)
public:
    explicit GuardController(QObject *parent = nullptr);
    ~GuardController() override;
    /// Used from now on by every controller instead of the program's own.
    static void setConnector(GuardConnector connector);

    Q_INVOKABLE void stop(); ///< what is watched goes on without a guard
    Q_INVOKABLE void dismiss(); ///< what it did has been read
    Q_INVOKABLE void retranslate() { Q_EMIT changed(); }

    /// Before anything of the deploy `run` happens; nothing where it is off, or where nothing is deployed yet.
    [[nodiscard]] Async<void> arm(const QString &run, CancelToken cancel);
    /// The deploy is through, whatever came of it.
    void watch();
    void disarm() { m_armed.reset(); }

    [[nodiscard]] ClusterLink *link() const { return m_link; }
    void setLink(ClusterLink *link);
    [[nodiscard]] BundleController *bundle() const { return m_bundle; }
    void setBundle(BundleController *bundle);
    [[nodiscard]] bool isOn() const { return m_wanted && blockedReason().isEmpty(); }
    void setOn(bool on);
    [[nodiscard]] QString blockedReason() const;
    [[nodiscard]] QString rulesText() const;
    [[nodiscard]] bool isWatching() const { return m_run && m_run->state() == OperationRun::State::Running; }
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString text() const;
    [[nodiscard]] int tone() const;

Q_SIGNALS:
    void wired();
    void changed();
    void ended(bool good, const QString &sentence);

private:
    /// What was armed for a deploy that is under way.
    struct Armed
    {
        rollback::GuardServices services;
        rollback::GuardRequest request;
    };
    void readRules();
    void take(const Result<rollback::GuardReport> &report);
    [[nodiscard]] QString timeLeft() const;

    QPointer<ClusterLink> m_link;
    QPointer<BundleController> m_bundle;
    Result<rollback::GuardRules> m_rules = rollback::GuardRules();
    bool m_wanted = true; ///< where the plan allows it, until somebody says otherwise
    std::shared_ptr<Armed> m_armed;
    std::shared_ptr<deploy::DeployRun> m_run;
    QDateTime m_until;
    std::optional<rollback::GuardReport> m_report;
    QString m_problem;
    CancelSource m_cancel;
    QTimer m_tick; ///< the time left is shown once a second
};

} // namespace sentinel::console
