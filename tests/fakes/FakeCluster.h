// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kube/Api.h"

#include <QMap>
#include <QObject>

namespace sentinel::testing {

/// What a request does, for telling the fake to fail it.
enum class Act { Version, Discover, Get, List, Watch, Create, Replace, Apply, Patch, Remove, Logs, Exec, Request, Any };

/// A cluster in memory, as a test needs it: lists, watches and writes like the API server, answers from the event loop, and
/// fails, hangs or drops on request. No kind means anything to it; a test that wants controllers sets `written`.
class FakeCluster : public kube::Api
{
public:
    FakeCluster();

    // --- the world
    /// As a controller writes it: told to watches, not among the `effects`.
    void put(kube::Object object);
    void drop(const QString &kind, const QString &ns, const QString &name);
    [[nodiscard]] kube::Object object(const QString &kind, const QString &ns, const QString &name) const;
    [[nodiscard]] qsizetype count(const QString &kind) const;
    /// Called from the event loop after each write of a client.
    std::function<void(const kube::Object &)> written;
    /// Writes of clients that changed something, in order: "apply Namespace/sentinel-prod".
    [[nodiscard]] const QStringList &effects() const { return m_effects; }
    void unserve(const QString &kind);
    QString lastSelector; ///< label selector of the last list; the fake itself does not select by labels
    void serve(const kube::ResourceType &type) { m_types.append(type); }

    // --- what it answers beyond objects; unset: as a cluster without that
    std::function<bool(const QJsonObject &attributes)> allows; ///< of an access review; unset: everything
    QJsonObject verdict; ///< status of an access review; empty: by `allows`
    QJsonObject rules; ///< status of a rules review
    std::function<Result<void>(kube::ObjectName, kube::LogOptions, std::function<void(QByteArray)>)> logged;
    std::function<Result<kube::ExecEnd>(kube::ObjectName, kube::ExecOptions, kube::ExecStreams)> executed;
    std::function<Result<kube::Object>(QByteArray, QString, std::optional<kube::Object>)> requested;
    std::function<Result<kube::RawAnswer>(kube::RawRequest)> sent;
    kube::ServerVersion serverVersion{.major = 1, .minor = 35, .gitVersion = QStringLiteral("v1.35.0")};

    // --- its faults
    /// The next `times` requests of this sort end in this error; `kind` empty: of any kind.
    void failNext(Act act, Error::Kind kind, int times = 1, const QString &objectKind = {});
    /// Requests of this sort get no answer until they are cancelled.
    void hang(Act act) { m_hanging.append(act); }
    void release() { m_hanging.clear(); }
    /// From now on nothing is answered, cancelled or not: the client was killed.
    void freeze() { m_frozen = true; }
    /// Another client comes; what the killed one waited for stays unanswered.
    void thaw();
    /// The client dies at its `count`-th answer from now: at an odd one before anything of the request was done, at an even one
    /// after it was done and before it hears of it.
    void killAt(int count, std::function<void()> died);
    [[nodiscard]] bool hasKilled() const { return m_killAt == 0; } ///< since the last `killAt`
    /// The next apply to this object meets a field of somebody else.
    void conflictOn(const QString &kind, const QString &name, const kube::FieldConflict &conflict);
    /// Watches are cut off and come back with a new list.
    void dropWatches(const QString &problem);
    /// Every watch is cut off for good.
    void vanish(const QString &problem);
    [[nodiscard]] qsizetype watches() const { return m_watches.size(); }

    // --- the port
    Async<kube::ServerVersion> version(CancelToken cancel) override;
    Async<QList<kube::ResourceType>> discover(CancelToken cancel) override;
    Async<kube::Object> get(kube::ResourceType type, kube::ObjectName name, CancelToken cancel) override;
    Async<kube::ObjectList> list(kube::ResourceType type, kube::ListOptions options, CancelToken cancel) override;
    Async<void> watch(kube::ResourceType type, kube::ListOptions options, std::function<void(kube::WatchEvent)> sink,
                      CancelToken cancel) override;
    using kube::Api::create;
    using kube::Api::patch;
    using kube::Api::replace;
    Async<kube::Written> create(kube::ResourceType type, kube::Object object, kube::WriteOptions options,
                                CancelToken cancel) override;
    Async<kube::Written> replace(kube::ResourceType type, kube::Object object, kube::WriteOptions options,
                                 CancelToken cancel) override;
    Async<kube::Written> apply(kube::ResourceType type, kube::Object object, kube::ApplyOptions options,
                               CancelToken cancel) override;
    Async<kube::Written> patch(kube::ResourceType type, kube::ObjectName name, kube::Patch patch, kube::WriteOptions options,
                               CancelToken cancel) override;
    Async<void> remove(kube::ResourceType type, kube::ObjectName name, kube::DeleteOptions options, CancelToken cancel) override;
    Async<void> logs(kube::ObjectName pod, kube::LogOptions options, std::function<void(QByteArray)> line,
                     CancelToken cancel) override;
    Async<kube::ExecEnd> exec(kube::ObjectName pod, kube::ExecOptions options, kube::ExecStreams streams,
                              CancelToken cancel) override;
    Async<kube::Object> request(QByteArray method, QString path, std::optional<kube::Object> body, CancelToken cancel) override;
    Async<kube::RawAnswer> send(kube::RawRequest request, CancelToken cancel) override;

private:
    struct Fault
    {
        Act act;
        Error::Kind kind;
        int times;
        QString objectKind;
    };
    struct Watcher
    {
        kube::ResourceType type;
        kube::ListOptions options;
        std::function<void(kube::WatchEvent)> sink;
        std::shared_ptr<Promise<void>> ended;
    };
    using Key = std::tuple<QString, QString, QString>; ///< kind, namespace, name

    [[nodiscard]] std::optional<Error> faultFor(Act act, const QString &kind);
    /// From the event loop, unless it hangs; the world is asked when the answer is given, not before.
    template <typename T>
    Async<T> answer(Act act, const QString &kind, CancelToken cancel, std::function<Result<T>()> work);
    [[nodiscard]] QList<kube::Object> selected(const kube::ResourceType &type, const kube::ListOptions &options) const;
    [[nodiscard]] kube::Object reviewed(const QString &kind, kube::Object review) const;
    Result<kube::Written> store(kube::Object object, const QString &verb);
    void tell(kube::WatchEvent::Type type, const kube::Object &object);

    QList<kube::ResourceType> m_types;
    QMap<Key, kube::Object> m_objects;
    QList<std::shared_ptr<Watcher>> m_watches;
    QList<Fault> m_faults;
    QList<Act> m_hanging;
    QHash<QString, kube::FieldConflict> m_conflicts;
    QStringList m_effects;
    qint64 m_version = 100;
    bool m_frozen = false;
    int m_killAt = -1; ///< moments left; 0: it has been killed
    std::function<void()> m_died;
    [[nodiscard]] bool diesNow();
    QObject m_context;
};

} // namespace sentinel::testing
