// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/journal/Journal.h"

#include <QJsonObject>
#include <memory>

namespace sentinel::rollback {

/// Auto-sync that a rollback turned off and somebody has to turn on again.
struct Pause
{
    QString id{}; ///< of its entry; made by the book
    QString clusterName{};
    QString clusterId{};
    QString ns{}; ///< of the Application
    QString name{};
    QString run{}; ///< of the rollback
    QString by{};
    QDateTime since{};
    QJsonObject automated{}; ///< as it was

    bool operator==(const Pause &) const = default;
};

/// Reminders that outlive the program. A port, so that a test can stop the world after any line.
class PauseBook
{
public:
    virtual ~PauseBook() = default;
    /// On disk when it returns; comes before the pause. One for each Application: a second note of the same keeps the first's
    /// `automated`, since that is what auto-sync was before anybody paused it.
    [[nodiscard]] virtual Result<void> note(Pause pause) = 0;
    /// Auto-sync is as it was; or, with another sentence, nobody has to remember any more.
    [[nodiscard]] virtual Result<void> settle(const Pause &pause, const QString &sentence) = 0;
    [[nodiscard]] virtual Result<QList<Pause>> open() = 0;
};

/// In the journal of everything: an operation of kind "auto-sync" that is open until auto-sync is on again.
class JournalPauses final : public PauseBook
{
public:
    explicit JournalPauses(std::shared_ptr<journal::Journal> journal)
        : m_journal(std::move(journal))
    {
    }
    Result<void> note(Pause pause) override;
    Result<void> settle(const Pause &pause, const QString &sentence) override;
    Result<QList<Pause>> open() override;

private:
    std::shared_ptr<journal::Journal> m_journal;
};

} // namespace sentinel::rollback
