// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/workloads/Controller.h"

namespace sentinel::sandbox {

/// Makes a Job whenever a schedule says so.
class CronJobs final : public Controller
{
public:
    explicit CronJobs(World &world);

protected:
    void observe(const Change &change) override;
    void reconcile(const Key &key) override;

private:
    /// The newest time that has come since the job last ran and was not acted on, and when the next one is.
    struct Times
    {
        QDateTime due;
        QDateTime next;
    };
    [[nodiscard]] std::optional<Times> timesOf(const QJsonObject &cron);
    void run(const QJsonObject &cron, const QDateTime &due);
    void report(const QJsonObject &cron, const QDateTime &ran);
    void trimHistory(const QJsonObject &cron);
};

} // namespace sentinel::sandbox
