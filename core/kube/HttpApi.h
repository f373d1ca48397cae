// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/base/Duration.h"
#include "core/kube/Api.h"
#include "core/kube/access/ClusterAccess.h"
#include "core/kube/access/PluginRun.h"
#include "core/kube/transport/Transport.h"

namespace sentinel::kube {

struct Connection;

/// Where every other knob has a good setting already.
struct HttpOptions
{
    Duration connectDeadline = std::chrono::seconds(10);
    Duration requestDeadline = std::chrono::seconds(30); ///< `--request-timeout`; 0: none. Watches and logs have none
    /// A watch from which nothing came for so long is opened anew: API servers send a bookmark each minute.
    Duration watchQuiet = std::chrono::seconds(150);
    QByteArray userAgent = "sentinel-console/" SENTINEL_VERSION;
    quint32 seed = 0; ///< of the jitter; 0: any
    int requestsPerSecond = 50; ///< in the long run; 0: no limit
    int burst = 100;
    QList<QByteArray> headers{}; ///< with every request, for what stands behind the server: "Cookie: a=b". Secret, never logged
    PluginGate gate{}; ///< for sign-in programs: nothing is allowed unless somebody says so
    TransportOptions transport{}; ///< its `userAgent` and `connectDeadline` are those above
    Duration pingEvery = std::chrono::seconds(5); ///< of a silent command's connection; three unanswered break it
};

/// A cluster over HTTPS, on libcurl's multi interface and a thread of its own. Used from one thread; answers arrive there, from
/// its event loop. Only the authority of the access is trusted, redirects are not followed, no proxy but the one of the access is
/// used. When the files of the access change, what they say holds from the next request on. Destroying it ends what is under way
/// with Cancelled.
class HttpApi final : public Api
{
public:
    explicit HttpApi(ClusterAccess access, HttpOptions options = {},
                     std::shared_ptr<Clock> clock = std::make_shared<SystemClock>());
    ~HttpApi() override;

    /// Of the last connection that was made or tried.
    [[nodiscard]] ConnectionReport report() const;
    /// What the last discovery left out and why, as sentences.
    [[nodiscard]] QStringList warnings() const;

    Async<ServerVersion> version(CancelToken cancel) override;
    Async<QList<ResourceType>> discover(CancelToken cancel) override;
    Async<Object> get(ResourceType type, ObjectName name, CancelToken cancel) override;
    Async<ObjectList> list(ResourceType type, ListOptions options, CancelToken cancel) override;
    Async<void> watch(ResourceType type, ListOptions options, std::function<void(WatchEvent)> sink, CancelToken cancel) override;
    Async<void> follow(ResourceType type, ListOptions options, std::shared_ptr<RowMailbox> rows, CancelToken cancel) override;
    using Api::create;
    using Api::patch;
    using Api::replace;
    Async<Written> create(ResourceType type, Object object, WriteOptions options, CancelToken cancel) override;
    Async<Written> replace(ResourceType type, Object object, WriteOptions options, CancelToken cancel) override;
    Async<Written> apply(ResourceType type, Object object, ApplyOptions options, CancelToken cancel) override;
    Async<Written> patch(ResourceType type, ObjectName name, Patch patch, WriteOptions options, CancelToken cancel) override;
    Async<void> remove(ResourceType type, ObjectName name, DeleteOptions options, CancelToken cancel) override;
    Async<void> logs(ObjectName pod, LogOptions options, std::function<void(QByteArray)> line, CancelToken cancel) override;
    Async<ExecEnd> exec(ObjectName pod, ExecOptions options, ExecStreams streams, CancelToken cancel) override;
    Async<Object> request(QByteArray method, QString path, std::optional<Object> body, CancelToken cancel) override;
    Async<RawAnswer> send(RawRequest request, CancelToken cancel) override;

private:
    std::shared_ptr<Connection> m_connection;
};

} // namespace sentinel::kube
