// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fakes/FakeCluster.h"

#include "tests/fakes/FakeClusterAnswer.h"

using namespace Qt::StringLiterals;

namespace sentinel::testing {

namespace {

kube::ResourceType typeNamed(const QString &group, const QString &version, const QString &kind, const QString &plural,
                             bool namespaced = true)
{
    return {.group = group, .version = version, .kind = kind, .plural = plural, .namespaced = namespaced};
}

QString nameOf(const kube::Object &object)
{
    return object[u"metadata"][u"name"].toString();
}

QString spaceOf(const kube::Object &object)
{
    return object[u"metadata"][u"namespace"].toString();
}

/// Both without what the server fills in.
bool isSame(kube::Object left, kube::Object right)
{
    for (kube::Object *one : {&left, &right}) {
        QJsonObject metadata = (*one)[u"metadata"].toObject();
        for (const QString &field : {u"resourceVersion"_s, u"uid"_s, u"creationTimestamp"_s, u"generation"_s}) {
            metadata.remove(field);
        }
        one->insert(u"metadata"_s, metadata);
    }
    return left == right;
}

} // namespace

FakeCluster::FakeCluster()
{
    m_types = {typeNamed({}, u"v1"_s, u"Namespace"_s, u"namespaces"_s, false),
               typeNamed({}, u"v1"_s, u"Node"_s, u"nodes"_s, false),
               typeNamed({}, u"v1"_s, u"Pod"_s, u"pods"_s),
               typeNamed({}, u"v1"_s, u"Event"_s, u"events"_s),
               typeNamed({}, u"v1"_s, u"Secret"_s, u"secrets"_s),
               typeNamed({}, u"v1"_s, u"PersistentVolumeClaim"_s, u"persistentvolumeclaims"_s),
               typeNamed(u"apps"_s, u"v1"_s, u"Deployment"_s, u"deployments"_s),
               typeNamed(u"apps"_s, u"v1"_s, u"ReplicaSet"_s, u"replicasets"_s),
               typeNamed(u"apps"_s, u"v1"_s, u"StatefulSet"_s, u"statefulsets"_s),
               typeNamed(u"batch"_s, u"v1"_s, u"Job"_s, u"jobs"_s),
               typeNamed(u"batch"_s, u"v1"_s, u"CronJob"_s, u"cronjobs"_s),
               typeNamed(u"scheduling.k8s.io"_s, u"v1"_s, u"PriorityClass"_s, u"priorityclasses"_s, false),
               typeNamed(u"networking.k8s.io"_s, u"v1"_s, u"NetworkPolicy"_s, u"networkpolicies"_s),
               typeNamed(u"cert-manager.io"_s, u"v1"_s, u"Certificate"_s, u"certificates"_s),
               typeNamed(u"cert-manager.io"_s, u"v1"_s, u"Issuer"_s, u"issuers"_s),
               typeNamed(u"cert-manager.io"_s, u"v1"_s, u"ClusterIssuer"_s, u"clusterissuers"_s, false),
               typeNamed(u"argoproj.io"_s, u"v1alpha1"_s, u"AppProject"_s, u"appprojects"_s),
               typeNamed(u"argoproj.io"_s, u"v1alpha1"_s, u"ApplicationSet"_s, u"applicationsets"_s),
               typeNamed(u"argoproj.io"_s, u"v1alpha1"_s, u"Application"_s, u"applications"_s)};
}

void FakeCluster::unserve(const QString &kind)
{
    m_types.removeIf([&kind](const kube::ResourceType &type) { return type.kind == kind; });
}

void FakeCluster::failNext(Act act, Error::Kind kind, int times, const QString &objectKind)
{
    m_faults.append({.act = act, .kind = kind, .times = times, .objectKind = objectKind});
}

void FakeCluster::thaw()
{
    m_frozen = false;
    m_watches.clear();
}

void FakeCluster::killAt(int count, std::function<void()> died)
{
    m_killAt = count;
    m_died = std::move(died);
}

bool FakeCluster::diesNow()
{
    if (m_killAt <= 0 || --m_killAt > 0) {
        return false;
    }
    m_died();
    return true;
}

void FakeCluster::conflictOn(const QString &kind, const QString &name, const kube::FieldConflict &conflict)
{
    m_conflicts.insert(kind + u'/' + name, conflict);
}

std::optional<Error> FakeCluster::faultFor(Act act, const QString &kind)
{
    for (Fault &fault : m_faults) {
        const bool meant
            = (fault.act == act || fault.act == Act::Any) && (fault.objectKind.isEmpty() || fault.objectKind == kind);
        if (meant && fault.times > 0) {
            --fault.times;
            return Error{.kind = fault.kind, .doing = u"asking the fake cluster"_s, .detail = u"told to fail"_s};
        }
    }
    return {};
}

void FakeCluster::tell(kube::WatchEvent::Type type, const kube::Object &object)
{
    const auto watchers = m_watches;
    for (const auto &watcher : watchers) {
        if (watcher->type.kind != object[u"kind"].toString()
            || (!watcher->options.ns.isEmpty() && watcher->options.ns != spaceOf(object))) {
            continue;
        }
        QMetaObject::invokeMethod(
            &m_context,
            [this, watcher, type, object] {
                if (!m_frozen && m_watches.contains(watcher)) {
                    watcher->sink({.type = type, .object = object});
                }
            },
            Qt::QueuedConnection);
    }
}

void FakeCluster::put(kube::Object object)
{
    const Key key{object[u"kind"].toString(), spaceOf(object), nameOf(object)};
    const bool isNew = !m_objects.contains(key);
    QJsonObject metadata = object[u"metadata"].toObject();
    metadata.insert(u"resourceVersion"_s, QString::number(++m_version));
    if (!metadata.contains(u"uid")) {
        const QString known = m_objects.value(key)[u"metadata"][u"uid"].toString();
        metadata.insert(u"uid"_s, known.isEmpty() ? u"uid-%1"_s.arg(m_version) : known);
    }
    object.insert(u"metadata"_s, metadata);
    m_objects.insert(key, object);
    tell(isNew ? kube::WatchEvent::Type::Added : kube::WatchEvent::Type::Modified, object);
}

void FakeCluster::drop(const QString &kind, const QString &ns, const QString &name)
{
    tell(kube::WatchEvent::Type::Deleted, m_objects.take({kind, ns, name}));
}

kube::Object FakeCluster::object(const QString &kind, const QString &ns, const QString &name) const
{
    return m_objects.value({kind, ns, name});
}

qsizetype FakeCluster::count(const QString &kind) const
{
    return std::ranges::count_if(m_objects, [&kind](const kube::Object &object) { return object[u"kind"].toString() == kind; });
}

QList<kube::Object> FakeCluster::selected(const kube::ResourceType &type, const kube::ListOptions &options) const
{
    QList<kube::Object> found;
    for (const kube::Object &object : m_objects) {
        const bool named
            = !options.fieldSelector.startsWith(u"metadata.name=") || options.fieldSelector.endsWith(u'=' + nameOf(object));
        if (object[u"kind"].toString() == type.kind && (options.ns.isEmpty() || options.ns == spaceOf(object)) && named) {
            found.append(object);
        }
    }
    return found;
}

void FakeCluster::dropWatches(const QString &problem)
{
    const auto watchers = m_watches;
    for (const auto &watcher : watchers) {
        watcher->sink({.type = kube::WatchEvent::Type::Disconnected, .problem = problem});
        watcher->sink({.type = kube::WatchEvent::Type::Reconnected});
        watcher->sink({.type = kube::WatchEvent::Type::Replaced, .objects = selected(watcher->type, watcher->options)});
    }
}

void FakeCluster::vanish(const QString &problem)
{
    const auto watchers = m_watches;
    for (const auto &watcher : watchers) {
        watcher->sink({.type = kube::WatchEvent::Type::Disconnected, .problem = problem});
    }
}

Result<kube::Written> FakeCluster::store(kube::Object object, const QString &verb)
{
    const Key key{object[u"kind"].toString(), spaceOf(object), nameOf(object)};
    const bool created = !m_objects.contains(key);
    if (!created && isSame(m_objects.value(key), object)) {
        return kube::Written{.object = m_objects.value(key)};
    }
    put(object);
    m_effects.append(u"%1 %2/%3"_s.arg(verb, std::get<0>(key), std::get<2>(key)));
    if (written) {
        QMetaObject::invokeMethod(
            &m_context,
            [this, key] {
                if (m_objects.contains(key)) {
                    written(m_objects.value(key));
                }
            },
            Qt::QueuedConnection);
    }
    return kube::Written{.object = m_objects.value(key), .created = created};
}

Async<kube::ServerVersion> FakeCluster::version(CancelToken cancel)
{
    return answer<kube::ServerVersion>(Act::Version, {}, std::move(cancel), [this] { return serverVersion; });
}

Async<QList<kube::ResourceType>> FakeCluster::discover(CancelToken cancel)
{
    return answer<QList<kube::ResourceType>>(Act::Discover, {}, std::move(cancel), [this] { return m_types; });
}

Async<kube::Object> FakeCluster::get(kube::ResourceType type, kube::ObjectName name, CancelToken cancel)
{
    return answer<kube::Object>(Act::Get, type.kind, std::move(cancel), [this, type, name]() -> Result<kube::Object> {
        const auto found = m_objects.constFind({type.kind, name.ns, name.name});
        if (found == m_objects.cend()) {
            return failure(Error::Kind::NotFound, u"reading"_s, u"no %1 %2"_s.arg(type.kind, name.name));
        }
        return *found;
    });
}

Async<kube::ObjectList> FakeCluster::list(kube::ResourceType type, kube::ListOptions options, CancelToken cancel)
{
    return answer<kube::ObjectList>(Act::List, type.kind, std::move(cancel), [this, type, options] {
        lastSelector = options.labelSelector;
        return kube::ObjectList{.items = selected(type, options), .resourceVersion = QString::number(m_version)};
    });
}

Async<void> FakeCluster::watch(kube::ResourceType type, kube::ListOptions options, std::function<void(kube::WatchEvent)> sink,
                               CancelToken cancel)
{
    const auto watcher = std::make_shared<Watcher>();
    watcher->type = type;
    watcher->options = options;
    watcher->sink = sink;
    const Promise<void> ended;
    const auto held = std::make_shared<CancelToken::Registration>();
    *held = cancel.onCancel([this, ended, watcher] {
        m_watches.removeOne(watcher);
        if (!m_frozen) {
            ended.keep(failure(Error::Kind::Cancelled, u"watching the fake cluster"_s, u"cancelled"_s));
        }
    });
    QMetaObject::invokeMethod(
        &m_context,
        [this, watcher, ended, held] {
            // Ends with its cancellation, one that hangs too.
            QObject *keeper = new QObject(&m_context);
            QObject::connect(keeper, &QObject::destroyed, keeper, [held] { });
            if (m_frozen || ended.isKept() || m_hanging.contains(Act::Watch)) {
                return;
            }
            if (const auto fault = faultFor(Act::Watch, watcher->type.kind)) {
                ended.keep(std::unexpected(*fault));
                return;
            }
            m_watches.append(watcher);
            watcher->sink({.type = kube::WatchEvent::Type::Replaced, .objects = selected(watcher->type, watcher->options)});
        },
        Qt::QueuedConnection);
    return ended.answer();
}

} // namespace sentinel::testing
