// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Async.h"
#include "core/base/CancelToken.h"
#include "core/base/Duration.h"
#include "core/kube/transport/Freshness.h"

#include <QHash>
#include <QJsonObject>
#include <QStringList>
#include <functional>
#include <memory>
#include <optional>

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
    QString singular{}; ///< "deployment"; as discovered, like the two below
    QStringList shortNames{}; ///< "deploy"
    QStringList subresources{}; ///< "scale", "status"

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
    QString version{}; ///< not older than this resource version; "0": what the server has at hand; empty: the latest
    bool exact = false; ///< with `version`: just as it was then; Conflict when the server has forgotten that
    /// When the server forgets where a list in pages stands: go on where it proposes, so that pages may be of different moments,
    /// rather than begin again. Never for a list that is watched from.
    bool mayMix = false;
    bool metadataOnly = false; ///< of `list` and `watch`: names, labels, owners; what the objects hold stays on the server
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
    QString subresource{}; ///< "status"
};

struct WriteOptions
{
    QString fieldManager = QStringLiteral("sentinel-console");
    bool dryRun = false;
    bool strict = false; ///< unknown and doubled fields are errors, not only warnings
    QString subresource{}; ///< "status", "scale", "eviction"
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

struct Patch
{
    PatchType type = PatchType::Merge;
    QByteArray json; ///< an object for Merge and Strategic, a list of operations for Json
};

enum class Propagation { Background, Foreground, Orphan };

struct DeleteOptions
{
    Propagation propagation = Propagation::Background;
    QString uid{}; ///< only if it is still this one
    bool dryRun = false;
    QString resourceVersion{}; ///< only if it is still as it was then
    int graceSeconds = -1; ///< -1: as the object says
};

/// One stream of one container, as the server gives it; `LogFollow.h` goes on where it breaks.
struct LogOptions
{
    QString container{};
    bool previous = false;
    bool follow = false;
    int tailLines = -1; ///< -1: all
    bool timestamps = false; ///< each line begins with its time, RFC 3339 to the nanosecond, and a space
    Duration since{0}; ///< only lines as young as this, whole seconds; 0: all
    QString sinceTime{}; ///< RFC 3339; servers look at the whole seconds only. Wins over `since`
    qint64 mostBytes = -1;
};

struct TerminalSize
{
    int columns = 80;
    int rows = 24;
};

struct ExecOptions
{
    QString container{};
    QStringList command{}; ///< the program and its arguments; no shell comes between
    bool terminal = false; ///< a terminal in the container: one stream of output, `resize` has a meaning
};

class ExecInput;

/// What a command in a container is told and tells. Bytes, not lines, and hostile: `core/base/SafeText.h` before they are shown.
struct ExecStreams
{
    std::function<void(QByteArray)> output{};
    std::function<void(QByteArray)> error{};
    std::shared_ptr<ExecInput> input{}; ///< null: the command gets no input
};

struct ExecEnd
{
    int exitCode = 0;
    QString sentence{}; ///< the server's, when it is not 0
};

/// A request of any form. `path` with its query, percent-encoded, below the server's address.
struct RawRequest
{
    QByteArray method = "GET";
    QString path;
    QByteArray accept = "*/*";
    QByteArray contentType{};
    std::optional<QByteArray> body{};
};

struct RawAnswer
{
    int status = 0;
    QByteArray contentType{};
    QByteArray body{}; ///< as it came
    QStringList warnings{};
    [[nodiscard]] bool isGood() const { return status >= 200 && status < 300; }
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

    [[nodiscard]] virtual Async<Written> create(ResourceType type, Object object, WriteOptions options, CancelToken cancel) = 0;
    [[nodiscard]] Async<Written> create(ResourceType type, Object object, CancelToken cancel)
    {
        return create(std::move(type), std::move(object), {}, std::move(cancel));
    }
    /// With `metadata.resourceVersion` in the object: only if it is still that one.
    [[nodiscard]] virtual Async<Written> replace(ResourceType type, Object object, WriteOptions options, CancelToken cancel) = 0;
    [[nodiscard]] Async<Written> replace(ResourceType type, Object object, CancelToken cancel)
    {
        return replace(std::move(type), std::move(object), {}, std::move(cancel));
    }
    /// Server-side apply.
    [[nodiscard]] virtual Async<Written> apply(ResourceType type, Object object, ApplyOptions options, CancelToken cancel) = 0;
    [[nodiscard]] virtual Async<Written> patch(ResourceType type, ObjectName name, Patch patch, WriteOptions options,
                                               CancelToken cancel)
        = 0;
    [[nodiscard]] Async<Written> patch(ResourceType type, ObjectName name, PatchType patchType, QByteArray json,
                                       QString subresource, CancelToken cancel)
    {
        return patch(std::move(type), std::move(name), Patch{.type = patchType, .json = std::move(json)},
                     WriteOptions{.subresource = std::move(subresource)}, std::move(cancel));
    }
    [[nodiscard]] virtual Async<void> remove(ResourceType type, ObjectName name, DeleteOptions options, CancelToken cancel) = 0;

    /// Lines as they come, without their line ends; ends with the stream.
    [[nodiscard]] virtual Async<void> logs(ObjectName pod, LogOptions options, std::function<void(QByteArray)> line,
                                           CancelToken cancel)
        = 0;

    /// Runs a command in a container and ends with it; 0 or not, its exit code is an answer. Cancelled, the connection is cut,
    /// which ends the command where it reads or writes. Unreachable: it broke, so how the command ended is not known. Errors
    /// besides: Forbidden (`create` on pods/exec, from 1.35 `get` too), Unsupported (the server knows no WebSocket for this).
    [[nodiscard]] virtual Async<ExecEnd> exec(ObjectName pod, ExecOptions options, ExecStreams streams, CancelToken cancel) = 0;

    /// Any other request below the server's address, JSON in and out: subresources, reviews, the rehearsal cluster's own paths.
    [[nodiscard]] virtual Async<Object> request(QByteArray method, QString path, std::optional<Object> body, CancelToken cancel)
        = 0;
    /// The same for answers that need not be JSON objects nor the API server's own, such as those of a proxied service: an answer
    /// of any status is one.
    [[nodiscard]] virtual Async<RawAnswer> send(RawRequest request, CancelToken cancel) = 0;
};

using ApiPtr = std::shared_ptr<Api>;

} // namespace sentinel::kube
