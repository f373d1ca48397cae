// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kube/HttpApi.h"
#include "core/kube/access/ClusterAccess.h"
#include "tests/core/kube/Waiting.h"

namespace sentinel::testing {

/// A client under test that keeps what it hears: at the end it must hold what the server holds.
class Mirror
{
public:
    virtual ~Mirror() = default;
    /// What is not as in `server` (every object of the kind and namespace), as a sentence; empty when all is equal.
    [[nodiscard]] virtual QString differenceFrom(const QList<kube::Object> &server) const = 0;
    [[nodiscard]] virtual qint64 heard() const = 0; ///< changes so far, of any sort
    [[nodiscard]] virtual int cuts() const = 0; ///< how often it was cut off from the server
    [[nodiscard]] virtual QString ended() const = 0; ///< why it follows no longer; empty while it does
};

/// `Api::watch`, its events put into a map as a user of the port does.
class WatchMirror final : public Mirror, public QObject
{
public:
    struct Start
    {
        kube::ClusterAccess access;
        kube::HttpOptions options;
        kube::ResourceType type;
        kube::ListOptions what;
        bool keepsWhatIsGone = false; ///< a flaw, to see that it is found
        std::shared_ptr<Clock> clock = std::make_shared<EagerClock>();
    };
    explicit WatchMirror(Start start);
    ~WatchMirror() override;

    [[nodiscard]] QString differenceFrom(const QList<kube::Object> &server) const override;
    [[nodiscard]] qint64 heard() const override { return m_heard; }
    [[nodiscard]] int cuts() const override { return m_cuts; }
    [[nodiscard]] QString ended() const override { return m_ended; }

private:
    void take(const kube::WatchEvent &event);

    kube::HttpApi m_api;
    const bool m_keepsWhatIsGone;
    CancelSource m_cancel;
    QMap<QString, kube::Object> m_objects;
    qint64 m_heard = 0;
    int m_cuts = 0;
    QString m_ended;
};

/// "namespace/name".
[[nodiscard]] QString keyOf(const kube::Object &object);

} // namespace sentinel::testing
