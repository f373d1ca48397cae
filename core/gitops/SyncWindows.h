// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gitops/Application.h"

namespace sentinel::gitops {

/// A cron schedule as Argo CD reads one: five fields, names of days and months, "@daily" and its kin.
class Schedule
{
public:
    /// Nothing: it cannot be read.
    [[nodiscard]] static std::optional<Schedule> read(const QString &text);

    /// The first moment at or after `from`, and the last one at or before; in the zone of the argument. Invalid: none within four
    /// years.
    [[nodiscard]] QDateTime next(const QDateTime &from) const;
    [[nodiscard]] QDateTime last(const QDateTime &until) const;

private:
    [[nodiscard]] bool hasDay(const QDate &date) const;

    QList<quint64> m_fields; ///< a bit for each number: minute, hour, day, month, day of the week
    bool m_anyDay = false;
    bool m_anyWeekday = false;
};

/// A sync window of an AppProject, as it concerns one Application at one moment.
struct SyncWindow
{
    bool isDeny = false;
    QString schedule;
    Duration duration{0};
    QString timeZone; ///< "Europe/Madrid"; empty: UTC
    bool allowsManual = false;
    QStringList applications; ///< patterns
    QStringList namespaces;
    QStringList clusters;
    bool needsAll = false; ///< all three must match, not one of them
    QString description;

    bool concerns = false; ///< this Application
    bool isActive = false;
    QDateTime until; ///< end of the active one
    QDateTime next; ///< begin of the next one; UTC
    QString problem; ///< why it cannot be read; Argo CD takes such a window for closed
};

struct WindowVerdict
{
    bool allowsAutomatic = true;
    bool allowsManual = true;
    QString sentence{}; ///< which window decides, and until when; empty: none concerns the Application
    QDateTime changesAt{}; ///< when that may be different
};

/// `project`: the AppProject. In its order; those that concern others too.
[[nodiscard]] QList<SyncWindow> syncWindows(const kube::Object &project, const Application &application, const QDateTime &now);
[[nodiscard]] WindowVerdict windowVerdict(const QList<SyncWindow> &windows);

[[nodiscard]] kube::ResourceType projectType();

} // namespace sentinel::gitops
