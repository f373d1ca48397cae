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

kube::ListOptions optionsFor(const kube::ResourceType &type, const Scope &scope)
{
    kube::ListOptions options;
    if (type.kind == u"Application") {
        options.ns = scope.applicationNamespace;
    } else if (type.namespaced) {
        options.ns = scope.ns;
    } else if (type.kind == u"Namespace") {
        options.fieldSelector = u"metadata.name="_s + scope.ns;
    }
    return options;
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
    QSet<QString> listed; ///< kinds whose list has come
    QHash<QString, QString> problems; ///< kind to why its watch is cut off
    qsizetype kinds = 0;
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
    standing.complete = watching->listed.size() == watching->kinds;
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

void take(const WatchingPtr &watching, const kube::ResourceType &type, const kube::WatchEvent &event)
{
    const QString kind = type.group + u'/' + type.kind;
    switch (event.type) {
    case kube::WatchEvent::Type::Added:
    case kube::WatchEvent::Type::Modified:
        watching->seen.put(named(event.object, type));
        break;
    case kube::WatchEvent::Type::Deleted:
        watching->seen.remove(keyOf(named(event.object, type)));
        break;
    case kube::WatchEvent::Type::Replaced:
        watching->seen.replace(type.group, type.kind, named(event.objects, type));
        watching->listed.insert(kind);
        watching->problems.remove(kind);
        break;
    case kube::WatchEvent::Type::Disconnected:
        watching->problems.insert(kind, event.problem);
        break;
    case kube::WatchEvent::Type::Reconnected:
        watching->problems.remove(kind);
        break;
    }
    tellSoon(watching);
}

[[nodiscard]] Async<void> watchKind(kube::ApiPtr api, WatchingPtr watching, kube::ResourceType type)
{
    const auto ended = co_await api->watch(
        type, optionsFor(type, watching->scope), [watching, type](const kube::WatchEvent &event) { take(watching, type, event); },
        watching->stop.token());
    if (ended || ended.error().kind == Error::Kind::Cancelled) {
        co_return {};
    }
    // Reading nodes or cluster-scoped kinds is often not allowed; without them the picture is poorer, not wrong.
    if (ended.error().kind == Error::Kind::Forbidden && !type.namespaced) {
        watching->listed.insert(type.group + u'/' + type.kind);
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
    const QList<kube::ResourceType> types = typesFor(*served, scope);
    const auto watching = std::make_shared<Watching>();
    watching->clock = std::move(clock);
    watching->scope = std::move(scope);
    watching->told = std::move(told);
    watching->kinds = types.size();
    for (const kube::ResourceType &type : types) {
        std::ignore = watchKind(api, watching, type); // ends with `stop`
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
    const QList<kube::ResourceType> types = typesFor(*served, scope);
    for (const kube::ResourceType &type : types) {
        const auto listed = co_await api->list(type, optionsFor(type, scope), cancel);
        if (!listed && listed.error().kind == Error::Kind::Forbidden && !type.namespaced) {
            continue;
        }
        if (!listed) {
            co_return failure(listed);
        }
        seen.replace(type.group, type.kind, named(listed->items, type));
    }
    Standing standing = standingOf(seen, scope);
    standing.complete = true;
    co_return standing;
}

} // namespace sentinel::deploy
