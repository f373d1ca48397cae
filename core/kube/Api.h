// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Async.h"
#include "core/base/CancelToken.h"
#include "core/kube/Freshness.h"

#include <QHash>
#include <QJsonObject>
#include <QStringList>
#include <functional>
#include <memory>

namespace sentinel::kube {

/// A kind as the server serves it: `apps`/`v1`/`Deployment`/`deployments`.
struct ResourceType
{
    QString group; ///< empty for the core group
    QString version;
    QString kind;
    QString plural;
    bool namespaced = true;
    QStringList verbs{}; ///< as discovered; empty when not asked

    [[nodiscard]] QString apiVersion() const { return group.isEmpty() ? version : group + u'/' + version; }
    bool operator==(const ResourceType &other) const
    {
        return group == other.group && version == other.version && kind == other.kind;
    }
};

class RowMailbox;

/// An object as the server tells it. Strings in it are hostile: plain text only, never a path, never a command.
using Object = QJsonObject;

struct ObjectName
{
    QString ns; ///< empty for cluster-scoped kinds
    QString name;
    auto operator<=>(const ObjectName &) const = default;
};

struct ObjectList
{
    QList<Object> items;
    QString resourceVersion; ///< of the list: where a watch goes on from
};

struct ListOptions
{
    QString ns{}; ///< empty: every namespace
    QString labelSelector{};
    QString fieldSelector{};
    int pageSize = 500; ///< objects a request; 0: all at once
    std::shared_ptr<Freshness> freshness{}; ///< a watch writes here when it last heard its server
    QString since{}; ///< of `follow`: the rows are there, as of this resource version; it goes on from there
    bool streams = false; ///< of `follow`: the list comes as a watch where the server can (WatchList)
};

struct WatchEvent
{
    enum class Type {
        Added,
        Modified,
        Deleted,
        Replaced, ///< the list was read again: `objects` is everything there is; what is not in it is gone
        Disconnected, ///< `problem` says why; the watch goes on by itself after a pause
        Reconnected,
    };
    Type type = Type::Added;
    Object object{};
    QList<Object> objects{};
    QString problem{};
};

struct ApplyOptions
{
    QString fieldManager = QStringLiteral("sentinel-console");
    bool force = false; ///< take fields over that others own
    bool dryRun = false;
    bool strict = true; ///< unknown and doubled fields are errors
};

/// A field somebody else owns, from the 409 of a server-side apply.
struct FieldConflict
{
    QString manager; ///< "kubectl-client-side-apply", "hpa (scale)"
    QString field; ///< ".spec.replicas"
    bool operator==(const FieldConflict &) const = default;
};

/// The answer to a write.
struct Written
{
    Object object{};
    bool created = false;
    QList<FieldConflict> conflicts{}; ///< not empty: nothing was written
    QStringList warnings{}; ///< the server's `Warning` headers
};

enum class PatchType { Merge, Strategic, Json };

enum class Propagation { Background, Foreground, Orphan };

struct DeleteOptions
{
    Propagation propagation = Propagation::Background;
    QString uid{}; ///< only if it is still this one
    bool dryRun = false;
};

struct LogOptions
{
    QString container{};
    bool previous = false;
    bool follow = false;
    int tailLines = -1; ///< -1: all
};

struct ServerVersion
{
    int major = 0;
    int minor = 0;
    QString gitVersion{};
};

/// A Kubernetes API server. Answers arrive on the thread that asked. A port: `HttpApi` speaks to clusters, tests bring fakes.
/// Errors: Unreachable (network, TLS; says which), Timeout, Unauthorized (401), Forbidden (403; names the verb), NotFound (404),
/// Conflict (409 of optimistic locking or a name that exists), Invalid (400, 422: the server's sentence), RateLimited (429 after
/// ten polite tries), Unsupported (404 of a whole kind, 405, 406), Internal (5xx), Cancelled.
class Api
{
public:
    virtual ~Api() = default;

    [[nodiscard]] virtual Async<ServerVersion> version(CancelToken cancel) = 0;
    /// Every kind the server serves, preferred versions; kinds of a broken aggregated group are left out and said in `warnings`.
    [[nodiscard]] virtual Async<QList<ResourceType>> discover(CancelToken cancel) = 0;

    [[nodiscard]] virtual Async<Object> get(ResourceType type, ObjectName name, CancelToken cancel) = 0;
    [[nodiscard]] virtual Async<ObjectList> list(ResourceType type, ListOptions options, CancelToken cancel) = 0;
    /// List, then watch for good: starts with `Replaced`, survives timeouts, dropped connections and 410 by itself, ends only by
    /// `cancel` or an error that waiting cannot mend (401, 403, 404). Events arrive in the server's order.
    [[nodiscard]] virtual Async<void> watch(ResourceType type, ListOptions options, std::function<void(WatchEvent)> sink,
                                            CancelToken cancel)
        = 0;
    /// The same as rows of the mailbox's layout, and how it stands: pages as they come, then changes. For many objects; an
    /// `ObjectFeed` keeps a store filled with it. Here over `watch`; an Api that has a faster way takes it.
    [[nodiscard]] virtual Async<void> follow(ResourceType type, ListOptions options, std::shared_ptr<RowMailbox> rows,
                                             CancelToken cancel);

    [[nodiscard]] virtual Async<Written> create(ResourceType type, Object object, CancelToken cancel) = 0;
    /// With `metadata.resourceVersion` in the object: only if it is still that one.
    [[nodiscard]] virtual Async<Written> replace(ResourceType type, Object object, CancelToken cancel) = 0;
    /// Server-side apply.
    [[nodiscard]] virtual Async<Written> apply(ResourceType type, Object object, ApplyOptions options, CancelToken cancel) = 0;
    /// `patch` is JSON: an object for Merge and Strategic, a list of operations for Json. `subresource` may be "status", "scale".
    [[nodiscard]] virtual Async<Written> patch(ResourceType type, ObjectName name, PatchType patchType, QByteArray patch,
                                               QString subresource, CancelToken cancel)
        = 0;
    [[nodiscard]] virtual Async<void> remove(ResourceType type, ObjectName name, DeleteOptions options, CancelToken cancel) = 0;

    /// Lines as they come, without their line ends; ends with the stream.
    [[nodiscard]] virtual Async<void> logs(ObjectName pod, LogOptions options, std::function<void(QByteArray)> line,
                                           CancelToken cancel)
        = 0;

    /// Any other request below the server's address, JSON in and out: subresources, reviews, the rehearsal cluster's own paths.
    [[nodiscard]] virtual Async<Object> request(QByteArray method, QString path, std::optional<Object> body, CancelToken cancel)
        = 0;
};

using ApiPtr = std::shared_ptr<Api>;

} // namespace sentinel::kube
