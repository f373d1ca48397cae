// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/Store.h"

#include "core/sandbox/Names.h"

#include <QJsonArray>
#include <QUuid>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::sandbox {

namespace {

/// Changes remembered for watches that come back; a watch older than this lists again, as on a real cluster.
constexpr std::size_t kMostHistory = 1024;

QString versionText(qint64 version)
{
    return QString::number(version);
}

QJsonObject metadataOf(const QJsonObject &object)
{
    return object.value("metadata"_L1).toObject();
}

/// Keeps or takes away one field of `to`, as it is in `from`.
void take(QJsonObject &to, const QJsonObject &from, QLatin1StringView key)
{
    const auto found = from.constFind(key);
    if (found == from.constEnd()) {
        to.remove(key);
    } else {
        to.insert(key, *found);
    }
}

/// Everything but metadata and, where it is written apart, status.
QJsonObject wanted(const Type &type, QJsonObject object)
{
    object.remove("metadata"_L1);
    if (type.hasStatus) {
        object.remove("status"_L1);
    }
    return object;
}

bool hasFinalizers(const QJsonObject &metadata)
{
    return !metadata.value("finalizers"_L1).toArray().isEmpty();
}

QString doingOf(const Type &type, const QString &name)
{
    return type.resource() + u' ' + name;
}

} // namespace

struct Store::Rows
{
    using Key = std::pair<QString, QString>; ///< namespace, name
    QMap<Key, QJsonObject> objects;
};

Store::Store(Clock &clock)
    : m_clock(clock)
{
}

Store::~Store() = default;

Store::Rows &Store::rows(const Type &type) const
{
    std::shared_ptr<Rows> &found = m_rows[&type];
    if (!found) {
        found = std::make_shared<Rows>();
    }
    return *found;
}

std::optional<QJsonObject> Store::find(const Type &type, const QString &ns, const QString &name) const
{
    const Rows &all = rows(type);
    const auto found = all.objects.constFind({type.namespaced ? ns : QString(), name});
    if (found == all.objects.constEnd()) {
        return {};
    }
    return *found;
}

QList<QJsonObject> Store::list(const Type &type, const QString &ns) const
{
    const auto &objects = rows(type).objects;
    if (ns.isEmpty() || !type.namespaced) {
        return objects.values();
    }
    QList<QJsonObject> result;
    for (auto at = objects.lowerBound({ns, QString()}); at != objects.constEnd() && at.key().first == ns; ++at) {
        result.append(*at);
    }
    return result;
}

std::optional<QList<QJsonObject>> Store::listAt(const Type &type, const QString &ns, qint64 version) const
{
    const std::optional<QList<Change>> later = since(type, version);
    if (!later) {
        return {};
    }
    // Back from today, one change after the other.
    QMap<Rows::Key, QJsonObject> objects = rows(type).objects;
    for (auto change = later->crbegin(); change != later->crend(); ++change) {
        const QJsonObject metadata = metadataOf(change->object);
        const Rows::Key key{metadata.value("namespace"_L1).toString(), metadata.value("name"_L1).toString()};
        if (change->kind == Change::Kind::Added) {
            objects.remove(key);
        } else {
            objects.insert(key, change->before);
        }
    }
    QList<QJsonObject> result;
    for (auto at = objects.constBegin(); at != objects.constEnd(); ++at) {
        if (ns.isEmpty() || !type.namespaced || at.key().first == ns) {
            result.append(*at);
        }
    }
    return result;
}

Result<QJsonObject> Store::dryRun(const std::function<Result<QJsonObject>()> &write)
{
    m_dry = true;
    Result<QJsonObject> result = write();
    m_dry = false;
    return result;
}

qsizetype Store::count(const Type &type) const
{
    return rows(type).objects.size();
}

Result<QJsonObject> Store::create(const Type &type, QJsonObject object)
{
    QJsonObject metadata = metadataOf(object);
    const QString prefix = metadata.value("generateName"_L1).toString();
    QString name = metadata.value("name"_L1).toString();
    if (name.isEmpty() && prefix.isEmpty()) {
        return failure(Error::Kind::Invalid, u"creating "_s + type.resource(), u"name or generateName is required"_s);
    }
    const QString ns = metadata.value("namespace"_L1).toString();
    if (type.namespaced == ns.isEmpty()) {
        return failure(Error::Kind::Invalid, u"creating "_s + doingOf(type, name),
                       type.namespaced ? u"an object of this kind lives in a namespace"_s
                                       : u"an object of this kind lives in no namespace"_s);
    }
    Rows &all = rows(type);
    while (name.isEmpty() || (!prefix.isEmpty() && !metadata.contains("name"_L1) && all.objects.contains({ns, name}))) {
        name = generatedName(prefix);
    }
    if (all.objects.contains({ns, name})) {
        return failure(Error::Kind::Conflict, u"creating "_s + doingOf(type, name), u"it exists already"_s);
    }
    metadata.insert("name"_L1, name);
    metadata.insert("uid"_L1, QUuid::createUuid().toString(QUuid::WithoutBraces));
    metadata.insert("creationTimestamp"_L1, timestamp(m_clock.now()));
    metadata.remove("deletionTimestamp"_L1);
    metadata.remove("deletionGracePeriodSeconds"_L1);
    metadata.remove("selfLink"_L1);
    if (type.hasGeneration) {
        metadata.insert("generation"_L1, 1);
    } else {
        metadata.remove("generation"_L1);
    }
    object.insert("apiVersion"_L1, type.apiVersion());
    object.insert("kind"_L1, type.kind);
    object.insert("metadata"_L1, metadata);
    return put(type, Change::Kind::Added, object, {});
}

Result<QJsonObject> Store::update(const Type &type, QJsonObject object, Half half)
{
    QJsonObject metadata = metadataOf(object);
    const QString name = metadata.value("name"_L1).toString();
    const std::optional<QJsonObject> before = find(type, metadata.value("namespace"_L1).toString(), name);
    if (!before) {
        return failure(Error::Kind::NotFound, u"changing "_s + doingOf(type, name), u"there is no such object"_s);
    }
    const QJsonObject old = metadataOf(*before);
    const QString version = metadata.value("resourceVersion"_L1).toString();
    const QString uid = metadata.value("uid"_L1).toString();
    if ((!version.isEmpty() && version != old.value("resourceVersion"_L1).toString())
        || (!uid.isEmpty() && uid != old.value("uid"_L1).toString())) {
        return failure(Error::Kind::Conflict, u"changing "_s + doingOf(type, name), u"it was changed meanwhile"_s);
    }
    // What only the registry writes.
    for (const auto key : {"namespace"_L1, "uid"_L1, "resourceVersion"_L1, "creationTimestamp"_L1, "deletionTimestamp"_L1,
                           "deletionGracePeriodSeconds"_L1, "generation"_L1, "generateName"_L1}) {
        take(metadata, old, key);
    }
    metadata.remove("selfLink"_L1);
    if (type.hasStatus && half == Half::Main) {
        take(object, *before, "status"_L1);
    } else if (type.hasStatus && half == Half::Status) {
        const QJsonObject given = object;
        object = *before;
        take(object, given, "status"_L1);
    }
    object.insert("apiVersion"_L1, type.apiVersion());
    object.insert("kind"_L1, type.kind);
    if (type.hasGeneration && wanted(type, object) != wanted(type, *before)) {
        metadata.insert("generation"_L1, old.value("generation"_L1).toInteger() + 1);
    }
    object.insert("metadata"_L1, metadata);
    if (object == *before) {
        return *before;
    }
    if (metadata.contains("deletionTimestamp"_L1) && hasFinalizers(old) && !hasFinalizers(metadata)) {
        // The last finalizer went: the object goes, and the write that did it answers with its last state.
        return put(type, Change::Kind::Deleted, object, *before);
    }
    return put(type, Change::Kind::Modified, object, *before);
}

Result<QJsonObject> Store::change(const Type &type, const QString &ns, const QString &name,
                                  const std::function<bool(QJsonObject &)> &change, Half half)
{
    std::optional<QJsonObject> object = find(type, ns, name);
    if (!object) {
        return failure(Error::Kind::NotFound, u"changing "_s + doingOf(type, name), u"there is no such object"_s);
    }
    const QJsonObject before = *object;
    if (!change(*object)) {
        return before;
    }
    return update(type, *object, half);
}

Result<QJsonObject> Store::remove(const Type &type, const QString &ns, const QString &name, Propagation propagation)
{
    const std::optional<QJsonObject> before = find(type, ns, name);
    if (!before) {
        return failure(Error::Kind::NotFound, u"deleting "_s + doingOf(type, name), u"there is no such object"_s);
    }
    QJsonObject object = *before;
    QJsonObject metadata = metadataOf(object);
    QJsonArray finalizers = metadata.value("finalizers"_L1).toArray();
    const QString wait = propagation == Propagation::Foreground ? u"foregroundDeletion"_s
        : propagation == Propagation::Orphan                    ? u"orphan"_s
                                                                : QString();
    if (!wait.isEmpty() && !finalizers.contains(wait)) {
        finalizers.append(wait);
        metadata.insert("finalizers"_L1, finalizers);
    }
    if (finalizers.isEmpty()) {
        return put(type, Change::Kind::Deleted, object, *before);
    }
    if (!metadata.contains("deletionTimestamp"_L1)) {
        metadata.insert("deletionTimestamp"_L1, timestamp(m_clock.now()));
        metadata.insert("deletionGracePeriodSeconds"_L1, 0);
        if (type.hasGeneration) {
            metadata.insert("generation"_L1, metadata.value("generation"_L1).toInteger() + 1);
        }
    }
    object.insert("metadata"_L1, metadata);
    if (object == *before) {
        return *before;
    }
    return put(type, Change::Kind::Modified, object, *before);
}

QJsonObject Store::put(const Type &type, Change::Kind kind, QJsonObject object, const QJsonObject &before)
{
    if (m_dry) {
        return object;
    }
    ++m_version;
    QJsonObject metadata = metadataOf(object);
    metadata.insert("resourceVersion"_L1, versionText(m_version));
    object.insert("metadata"_L1, metadata);
    const Rows::Key key{metadata.value("namespace"_L1).toString(), metadata.value("name"_L1).toString()};
    if (kind == Change::Kind::Deleted) {
        rows(type).objects.remove(key);
    } else {
        rows(type).objects.insert(key, object);
    }
    m_history.push_back({.kind = kind, .type = &type, .object = object, .before = before, .resourceVersion = m_version});
    if (m_history.size() > kMostHistory) {
        m_oldest = m_history.front().resourceVersion;
        m_history.pop_front();
    }
    m_untold.push_back({.kind = kind, .type = &type, .object = object, .before = before, .resourceVersion = m_version});
    tell();
    return object;
}

void Store::tell()
{
    if (m_telling) {
        return; // a listener wrote: its change is told when the present one is through
    }
    m_telling = true;
    while (!m_untold.empty()) {
        const Change change = m_untold.front();
        m_untold.pop_front();
        const QList<int> listeners = m_listeners.keys();
        for (const int id : listeners) {
            const auto found = m_listeners.constFind(id);
            if (found != m_listeners.constEnd()) {
                const Listener listener = *found; // it may forget itself while it runs
                listener(change);
            }
        }
    }
    m_telling = false;
}

int Store::listen(Listener listener)
{
    m_listeners.insert(++m_lastListener, std::move(listener));
    return m_lastListener;
}

void Store::forget(int listener)
{
    m_listeners.remove(listener);
}

std::optional<QList<Change>> Store::since(const Type &type, qint64 version) const
{
    if (version < m_oldest) {
        return {};
    }
    const auto newer = std::ranges::upper_bound(m_history, version, {}, &Change::resourceVersion);
    QList<Change> result;
    for (auto at = newer; at != m_history.end(); ++at) {
        if (at->type == &type) {
            result.append(*at);
        }
    }
    return result;
}

void Store::compact()
{
    m_history.clear();
    m_oldest = m_version;
}

} // namespace sentinel::sandbox
