// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Async.h"
#include "core/base/CancelToken.h"
#include "core/base/Duration.h"

#include <QObject>
#include <QProcess>
#include <QString>
#include <memory>

namespace sentinel::kube {

struct PortForwardOptions
{
    QString kubectl = QStringLiteral("kubectl"); ///< a path, or a name looked for on PATH
    QString kubeconfig{}; ///< empty: as kubectl finds it
    QString context{};
    QString ns{};
    QString target; ///< "pod/web-0", "svc/prometheus", "deployment/web"
    QString port; ///< of the pod or service, number or name
    quint16 localPort = 0; ///< 0: any free one
    Duration atMost = std::chrono::seconds(30); ///< until it stands
};

/// A port on 127.0.0.1 that leads into the cluster as long as this lives: a kubectl of our own, in a process group of its own,
/// that ends with us, killed or not. kubectl forwards to one pod; when that goes, so does the port.
class PortForward : public QObject
{
    Q_OBJECT

public:
    ~PortForward() override;

    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] bool isOpen() const { return m_isOpen; }
    [[nodiscard]] const QString &problem() const { return m_problem; } ///< kubectl's last word; why it ended
    [[nodiscard]] qint64 processId() const { return m_process.processId(); }

Q_SIGNALS:
    void ended(const QString &why);

private:
    friend Async<std::shared_ptr<PortForward>> forwardPort(PortForwardOptions options, CancelToken cancel);
    PortForward(PortForwardOptions options, Promise<std::shared_ptr<PortForward>> promise);
    void close(); ///< the child is gone when this returns
    void start(const std::shared_ptr<PortForward> &self);
    void readOut();
    void readError();
    void finish();
    void end(Error::Kind kind, const QString &why);

    PortForwardOptions m_options;
    Promise<std::shared_ptr<PortForward>> m_promise;
    std::weak_ptr<PortForward> m_self;
    QProcess m_process;
    QByteArray m_out;
    QString m_problem; ///< the last line of stderr
    quint16 m_port = 0;
    bool m_isOpen = false;
};

/// Ends once the port takes connections. Errors: NotFound (no kubectl), Invalid (no such target can be), Unreachable (kubectl's
/// own words), Timeout, Cancelled.
[[nodiscard]] Async<std::shared_ptr<PortForward>> forwardPort(PortForwardOptions options, CancelToken cancel);

} // namespace sentinel::kube
