// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/sandbox/scenarios/Breakage.h"
#include "core/sandbox/scenarios/FaultSwitches.h"

#include <QDateTime>

namespace sentinel::sandbox {

/// Something to rehearse: a few faults with the words that explain them.
struct Scenario
{
    struct Words
    {
        QString english;
        QString spanish;
    };
    QString id;
    Words title;
    Words explanation;
    QList<Fault> faults;
};

/// Reads one scenario file. Invalid with every problem and its FILE:LINE:COLUMN.
[[nodiscard]] Result<Scenario> readScenario(const QByteArray &text, const QString &fileName);
/// Those in the program, in the order in which they are offered.
[[nodiscard]] const QList<Scenario> &shippedScenarios();

/// Starts and ends scenarios. Several can be active at once.
class Scenarios
{
public:
    /// `switches` may be null: faults of the API and of certificates are then refused.
    Scenarios(Breakage &breakage, FaultSwitches *switches);

    [[nodiscard]] const QList<Scenario> &list() const { return m_all; }
    /// Adds one of the person's own; Conflict when its name is taken.
    Result<void> add(Scenario scenario);

    /// NotFound; Unsupported when nothing here can do what it asks. Starting one that is active changes nothing.
    Result<void> start(const QString &id);
    /// NotFound. Clearing one that is not active changes nothing.
    Result<void> clear(const QString &id);
    void clearAll();
    /// Ids, in the order in which they were started.
    [[nodiscard]] const QStringList &active() const { return m_active; }

private:
    [[nodiscard]] const Scenario *find(const QString &id) const;

    Breakage &m_breakage;
    FaultSwitches *m_switches;
    QList<Scenario> m_all;
    QStringList m_active;
};

} // namespace sentinel::sandbox
