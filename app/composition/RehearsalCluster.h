// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QObject>
#include <memory>
#include <optional>

namespace sentinel::composition {

struct RehearsalSettings
{
    quint16 port = 0; ///< 0: any free one
    double speed = 1; ///< waits of its controllers are divided by it
    int nodes = 6; ///< spread over three zones
    QString scenario{}; ///< a file of a scenario to begin with; empty: none
};

/// The rehearsal cluster put together: store and front, workloads, Argo CD, cert-manager, scenarios, and this machine's helm and
/// git.
class RehearsalCluster : public QObject
{
    Q_OBJECT

public:
    explicit RehearsalCluster(const RehearsalSettings &settings);
    ~RehearsalCluster() override;

    /// Opens the door. Errors: the scenario's file, the port.
    [[nodiscard]] Result<void> start();
    [[nodiscard]] QString url() const;
    /// Conflict: a file is there that this program did not write.
    [[nodiscard]] Result<void> writeKubeconfigTo(const QString &path) const;

Q_SIGNALS:
    /// Somebody asked it to end.
    void shutdownRequested();

private:
    void servePaths(); ///< below /rehearsal/v1/

    struct Parts;
    std::unique_ptr<Parts> m_parts;
    RehearsalSettings m_settings;
};

} // namespace sentinel::composition
