// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "qml/Sentinel/Deploy/DeployController.h"

namespace sentinel::console {

/// Whether the bundle chosen would come up on the cluster, before anything is changed; what fails can be accepted with a reason,
/// and the report saved.
class PreflightController : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(sentinel::console::DeployController *deploy READ deploy WRITE setDeploy NOTIFY wired FINAL REQUIRED)
    Q_PROPERTY(bool looking READ isLooking NOTIFY changed FINAL)
    Q_PROPERTY(bool looked READ hasLooked NOTIFY changed FINAL) ///< there is a report to show
    Q_PROPERTY(QString headline READ headline NOTIFY changed FINAL)
    Q_PROPERTY(int tone READ tone NOTIFY changed FINAL)
    Q_PROPERTY(QString summary READ summary NOTIFY changed FINAL) ///< "1 failed, 2 to look at, …"
    Q_PROPERTY(QString filter READ filter WRITE setFilter NOTIFY changed FINAL) ///< "all", "fail", "warn", "not-checked", "pass"
    Q_PROPERTY(QVariantMap counts READ counts NOTIFY changed FINAL) ///< by the same words
    Q_PROPERTY(QString blockedReason READ blockedReason NOTIFY changed FINAL)
    Q_PROPERTY(QString command READ command NOTIFY changed FINAL)
    Q_PROPERTY(QString planFile READ planFile NOTIFY changed FINAL) ///< of the bundle: where an answer is changed
    /// id, rule, title, found, why, remedy, whoCan, answer, reason, details, tone, word, failed
    Q_PROPERTY(sentinel::console::RowsModel *checks MEMBER m_checks CONSTANT FINAL)
    Q_PROPERTY(sentinel::console::Trouble trouble READ trouble NOTIFY changed FINAL)
    Q_PROPERTY(bool asking READ isAsking NOTIFY changed FINAL) ///< what a look from inside makes is shown, and not made yet
    Q_PROPERTY(bool inside READ isInside NOTIFY changed FINAL) ///< it is under way
    Q_PROPERTY(QString insideMakes READ insideMakes NOTIFY changed FINAL) ///< in words, one thing a line
    Q_PROPERTY(QString insideLine READ insideLine NOTIFY changed FINAL) ///< how far it is
    Q_PROPERTY(QString insideBlockedReason READ insideBlockedReason NOTIFY changed FINAL)
public:
    explicit PreflightController(QObject *parent = nullptr);
    ~PreflightController() override;

    Q_INVOKABLE void look();
    /// Takes a failed rule upon oneself; an empty reason takes that back. Deploys from here carry it into the journal.
    Q_INVOKABLE void accept(const QString &rule, const QString &reason);
    /// Writes the report; the end of the name says how: .html, .pdf, .json, .txt.
    Q_INVOKABLE void save(const QString &path);
    /// Says first what it would make; then it is done or left.
    Q_INVOKABLE void askInside();
    Q_INVOKABLE void leaveInside();
    Q_INVOKABLE void lookInside();
    /// What was made is removed all the same.
    Q_INVOKABLE void stopInside() { m_insideCancel.cancel(); }
    Q_INVOKABLE void retranslate() { refresh(); }

    [[nodiscard]] DeployController *deploy() const { return m_deploy; }
    void setDeploy(DeployController *deploy);
    [[nodiscard]] bool isLooking() const { return m_looking; }
    [[nodiscard]] bool hasLooked() const { return m_report.has_value(); }
    [[nodiscard]] QString headline() const;
    [[nodiscard]] int tone() const;
    [[nodiscard]] QString summary() const;
    [[nodiscard]] QString filter() const { return m_filter; }
    void setFilter(const QString &name);
    [[nodiscard]] QVariantMap counts() const;
    [[nodiscard]] QString blockedReason() const;
    [[nodiscard]] QString command() const;
    [[nodiscard]] QString planFile() const;
    [[nodiscard]] const Trouble &trouble() const { return m_trouble; }
    [[nodiscard]] bool isAsking() const { return !m_insideMakes.isEmpty() && !m_inside; }
    [[nodiscard]] bool isInside() const { return m_inside; }
    [[nodiscard]] QString insideMakes() const { return m_insideMakes; }
    [[nodiscard]] QString insideLine() const { return m_insideLine; }
    [[nodiscard]] QString insideBlockedReason() const;

Q_SIGNALS:
    void wired();
    void changed();
    void saved(bool good, const QString &sentence);

private:
    [[nodiscard]] bool isPlaced() const; ///< there is a bundle, and a cluster that answers
    void placeChanged(); ///< another bundle, environment or cluster: what was found is not true of it
    void take(const Result<preflight::Report> &report);
    void takeInside(const Result<preflight::Checks> &checks);
    void refresh();

    QPointer<DeployController> m_deploy;
    std::optional<preflight::Report> m_report;
    QString m_place; ///< what the report is of; hears a moment later than others that the cluster is another one
    QString m_filter = QStringLiteral("all");
    bool m_looking = false;
    CancelSource m_cancel;
    CancelSource m_insideCancel;
    bool m_inside = false;
    QString m_insideMakes;
    QString m_insideLine;
    Trouble m_trouble;
    RowsModel *m_checks;
};

} // namespace sentinel::console
