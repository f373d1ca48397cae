// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deploy/Follow.h"
#include "core/deploy/Standing.h"

#include <QCoreApplication>
#include <QSet>

using namespace Qt::StringLiterals;

namespace sentinel::deploy {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

constexpr Duration kBetweenTellings = std::chrono::milliseconds(100);

/// The kinds to look at that this cluster serves.
QList<kube::ResourceType> typesFor(const QList<kube::ResourceType> &served, const Scope &scope)
{
    QSet<std::pair<QString, QString>> wanted(lookedAtKinds().cbegin(), lookedAtKinds().cend());
    for (const QJsonObject &object : scope.wanted) {
        const ObjectKey key = keyOf(object);
        wanted.insert({key.group, key.kind});
    }
    // Values of Secrets are nobody's business here; that one exists is asked where it matters.
    wanted.remove({QString(), u"Secret"_s});
    QList<kube::ResourceType> types;
    for (const kube::ResourceType &type : served) {
        if (wanted.contains({type.group, type.kind})) {
            types.append(type);
        }
    }
    return types;
}

/// One list to keep up: a kind in a namespace, or one object of it by its name.
struct Look
{
    kube::ResourceType type;
    QString ns{};
    QString name{};

    [[nodiscard]] ObjectKey key() const { return {.group = type.group, .kind = type.kind, .ns = ns, .name = name}; }
    [[nodiscard]] kube::ListOptions options() const
    {
        kube::ListOptions options{.ns = ns};
        if (!name.isEmpty()) {
            options.fieldSelector = u"metadata.name="_s + name;
        }
        return options;
    }
};

/// Kinds of what reads the nodes; a watch for each other kind would only be one more connection.
const QSet<QString> kOnNodes{u"Pod"_s,       u"Event"_s,        u"ConfigMap"_s, u"ServiceAccount"_s, u"PersistentVolumeClaim"_s,
                             u"DaemonSet"_s, u"NetworkPolicy"_s};

QList<Look> looksFor(const QList<kube::ResourceType> &served, const Scope &scope)
{
    QList<Look> looks;
    const QList<kube::ResourceType> types = typesFor(served, scope);
    const QStringList spaces = scope.namespaces();
    for (const kube::ResourceType &type : types) {
        if (type.kind == u"Application") {
            looks.append({.type = type, .ns = scope.applicationNamespace});
        } else if (!type.namespaced && type.kind != u"Namespace") {
            looks.append({.type = type});
        } else {
            for (const QString &space : spaces) {
                if (type.namespaced && space != scope.ns && !kOnNodes.contains(type.kind)) {
                    continue;
                }
                looks.append(type.namespaced ? Look{.type = type, .ns = space} : Look{.type = type, .name = space});
            }
        }
    }
    return looks;
}

QJsonObject named(QJsonObject object, const kube::ResourceType &type)
{
    // Items of a list say neither; what is judged by kind must.
    if (!object.contains(u"kind")) {
        object.insert(u"apiVersion"_s, type.apiVersion());
        object.insert(u"kind"_s, type.kind);
    }
    return object;
}

QList<QJsonObject> named(const QList<QJsonObject> &objects, const kube::ResourceType &type)
{
    QList<QJsonObject> result;
    for (const QJsonObject &object : objects) {
        result.append(named(object, type));
    }
    return result;
}

/// Shared by all watches of one `follow`; the last to end takes it down.
struct Watching
{
    std::shared_ptr<Clock> clock;
    Scope scope;
    std::function<void(const Standing &)> told;
    Promise<void> ended;
    CancelSource stop;
    Snapshot seen;
    QSet<ObjectKey> listed; ///< whose list has come
    QHash<ObjectKey, QString> problems; ///< to why its watch is cut off
    qsizetype looks = 0;
    bool due = false;
    std::optional<Standing> last;
    QObject context;
};
using WatchingPtr = std::shared_ptr<Watching>;

void tell(const WatchingPtr &watching)
{
    watching->due = false;
    if (watching->stop.isCancelled()) {
        return;
    }
    Standing standing = standingOf(watching->seen, watching->scope);
    standing.complete = watching->listed.size() == watching->looks;
    standing.problem = watching->problems.isEmpty() ? QString() : *watching->problems.cbegin();
    const auto &last = watching->last;
    if (last && last->objects == standing.objects && last->complete == standing.complete && last->problem == standing.problem) {
        return;
    }
    watching->last = standing;
    watching->told(standing);
}

void tellSoon(const WatchingPtr &watching)
{
    if (std::exchange(watching->due, true)) {
        return;
    }
    watching->clock->after(kBetweenTellings, &watching->context, [weak = std::weak_ptr(watching)] {
        if (const auto alive = weak.lock()) {
            tell(alive);
        }
    });
}

void take(const WatchingPtr &watching, const Look &look, const kube::WatchEvent &event)
{
    const kube::ResourceType &type = look.type;
    switch (event.type) {
    case kube::WatchEvent::Type::Added:
    case kube::WatchEvent::Type::Modified:
        watching->seen.put(named(event.object, type));
        break;
    case kube::WatchEvent::Type::Deleted:
        watching->seen.remove(keyOf(named(event.object, type)));
        break;
    case kube::WatchEvent::Type::Replaced:
        watching->seen.replace(look.key(), named(event.objects, type));
        watching->listed.insert(look.key());
        watching->problems.remove(look.key());
        break;
    case kube::WatchEvent::Type::Disconnected:
        watching->problems.insert(look.key(), event.problem);
        break;
    case kube::WatchEvent::Type::Reconnected:
        watching->problems.remove(look.key());
        break;
    }
    tellSoon(watching);
}

[[nodiscard]] Async<void> watchOne(kube::ApiPtr api, WatchingPtr watching, Look look)
{
    const auto ended = co_await api->watch(
        look.type, look.options(), [watching, look](const kube::WatchEvent &event) { take(watching, look, event); },
        watching->stop.token());
    if (ended || ended.error().kind == Error::Kind::Cancelled) {
        co_return {};
    }
    // Reading nodes or cluster-scoped kinds is often not allowed; without them the picture is poorer, not wrong.
    if (ended.error().kind == Error::Kind::Forbidden && !look.type.namespaced) {
        watching->listed.insert(look.key());
        tellSoon(watching);
        co_return {};
    }
    watching->ended.keep(failure(ended));
    co_return {};
}

} // namespace

Async<void> follow(kube::ApiPtr api, std::shared_ptr<Clock> clock, Scope scope, std::function<void(const Standing &)> told,
                   CancelToken cancel)
{
    const auto served = co_await api->discover(cancel);
    if (!served) {
        co_return failure(served);
    }
    const QList<Look> looks = looksFor(*served, scope);
    const auto watching = std::make_shared<Watching>();
    watching->clock = std::move(clock);
    watching->scope = std::move(scope);
    watching->told = std::move(told);
    watching->looks = looks.size();
    for (const Look &look : looks) {
        std::ignore = watchOne(api, watching, look); // ends with `stop`
    }
    const auto registration = cancel.onCancel([promise = watching->ended] {
        promise.keep(failure(Error::Kind::Cancelled, Text::tr("watching the cluster"), Text::tr("stopped")));
    });
    const auto ended = co_await watching->ended.answer();
    watching->stop.cancel();
    co_return ended;
}

Async<Standing> look(kube::ApiPtr api, std::shared_ptr<Clock> clock, Scope scope, CancelToken cancel)
{
    Q_UNUSED(clock)
    const auto served = co_await api->discover(cancel);
    if (!served) {
        co_return failure(served);
    }
    Snapshot seen;
    const QList<Look> looks = looksFor(*served, scope);
    for (const Look &one : looks) {
        const auto listed = co_await api->list(one.type, one.options(), cancel);
        if (!listed && listed.error().kind == Error::Kind::Forbidden && !one.type.namespaced) {
            continue;
        }
        if (!listed) {
            co_return failure(listed);
        }
        seen.replace(one.key(), named(listed->items, one.type));
    }
    Standing standing = standingOf(seen, scope);
    standing.complete = true;
    co_return standing;
}

} // namespace sentinel::deploy
