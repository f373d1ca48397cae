// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "qml/Sentinel/Plan/CheckedBundle.h"
#include "qml/Sentinel/Plan/FindingsRows.h"
#include "qml/Sentinel/Plan/ReviewController.h"

#include <QFuture>
#include <QTimer>

namespace sentinel::console {

/// What `sentinelctl bundle check` says of the bundle as it would be written now. Checks beside the user interface while the
/// review is shown; the newest answers count, and what was found before stays in sight, marked as older, until they are checked.
class FindingsController : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(sentinel::console::ReviewController *review READ review WRITE setReview NOTIFY reviewChanged FINAL REQUIRED)
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed FINAL)
    Q_PROPERTY(bool present READ isPresent NOTIFY changed FINAL)
    Q_PROPERTY(bool older READ isOlder NOTIFY changed FINAL)
    Q_PROPERTY(QString headline READ headline NOTIFY changed FINAL)
    Q_PROPERTY(QString note READ note NOTIFY changed FINAL)
    Q_PROPERTY(QString command READ command NOTIFY changed FINAL)
    Q_PROPERTY(int count READ count NOTIFY changed FINAL)
    Q_PROPERTY(sentinel::console::RowsModel *groups MEMBER m_groups CONSTANT FINAL)
    Q_PROPERTY(sentinel::console::RowsModel *rows MEMBER m_rows CONSTANT FINAL)
    Q_PROPERTY(sentinel::console::Trouble trouble READ trouble NOTIFY changed FINAL)
public:
    explicit FindingsController(QObject *parent = nullptr);
    ~FindingsController() override;

    /// Shows or hides a group of findings.
    Q_INVOKABLE void toggle(const QString &group);
    Q_INVOKABLE void showAll();
    /// Checks once more, though the answers are the same: after helm was installed, say.
    Q_INVOKABLE void checkAgain();

    [[nodiscard]] ReviewController *review() const { return m_review; }
    void setReview(ReviewController *review);
    [[nodiscard]] bool isBusy() const { return m_running || m_delay.isActive(); }
    [[nodiscard]] bool isPresent() const { return m_checked != nullptr; }
    [[nodiscard]] bool isOlder() const;
    [[nodiscard]] QString headline() const;
    [[nodiscard]] QString note() const;
    [[nodiscard]] QString command() const;
    [[nodiscard]] int count() const;
    [[nodiscard]] const Trouble &trouble() const { return m_trouble; }

    /// Of the last check that came to its end; null before the first.
    [[nodiscard]] std::shared_ptr<const CheckedBundle> checkedBundle() const { return m_checked; }

Q_SIGNALS:
    void reviewChanged();
    void changed();
    void checked(); ///< another result, or the reason there is none

private:
    using Outcome = std::shared_ptr<Result<CheckedBundle>>;

    void planOpened();
    void forget();
    void consider();
    void stop();
    void start();
    void finish(const QString &answers, const Outcome &outcome);
    void showRows();
    void showGroups();
    /// What a check depends on: two plans of the same answers are checked once.
    [[nodiscard]] QString answersNow() const;
    [[nodiscard]] QString environmentShown() const;
    [[nodiscard]] int count(FindingGroup group) const;

    ReviewController *m_review = nullptr;
    QTimer m_delay;
    QFuture<Outcome> m_run;
    bool m_running = false;
    QString m_runningAnswers;
    QString m_triedAnswers; ///< of the last check that came to its end, well or not
    QString m_checkedAnswers; ///< of what is shown
    std::shared_ptr<const CheckedBundle> m_checked;
    Trouble m_trouble;
    QSet<QString> m_hidden{groupName(FindingGroup::Exempted)};
    FindingCounts m_counts;
    RowsModel *m_groups;
    RowsModel *m_rows;
};

} // namespace sentinel::console
