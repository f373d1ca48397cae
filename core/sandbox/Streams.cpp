// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/Streams.h"

#include "core/sandbox/Options.h"

#include "core/sandbox/Names.h"
#include "core/sandbox/Registry.h"
#include "core/sandbox/Types.h"

#include <QHttpHeaders>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace sentinel::sandbox {

namespace {

constexpr std::chrono::seconds kBookmarkEvery{30};

QByteArray eventBytes(QByteArrayView type, const QByteArray &object)
{
    return "{\"type\":\"" + type.toByteArray() + "\",\"object\":" + object + "}\n";
}

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace

struct Streams::Watch
{
    Call call;
    LabelSelector labels;
    FieldSelector fields;
    QHttpServerResponder responder;
    quint16 connection = 0;
    qint64 version = 0; ///< changes up to here are sent

    [[nodiscard]] bool concerns(const QJsonObject &object) const
    {
        const QJsonObject metadata = object.value("metadata"_L1).toObject();
        return !object.isEmpty() && (call.name.isEmpty() || metadata.value("name"_L1).toString() == call.name)
            && (call.ns.isEmpty() || metadata.value("namespace"_L1).toString() == call.ns)
            && labels.matches(metadata.value("labels"_L1).toObject()) && fields.matches(object);
    }
    /// Whether clients get objects as they are, so that one text serves all of them.
    [[nodiscard]] bool isPlain() const { return !call.accept.contains("as="); }
    [[nodiscard]] QByteArray shown(const QJsonObject &object, const Clock &clock) const
    {
        if (isPlain()) {
            return compact(object);
        }
        const auto answer = represented(call, object, clock);
        return answer ? compact(answer->object) : compact(statusOf(answer.error()));
    }
    /// What leaves a selection is told as it was in it, with the version at which it left.
    [[nodiscard]] bool leaves(const Change &change) const
    {
        return change.kind == Change::Kind::Modified && concerns(change.before) && !concerns(change.object);
    }
    [[nodiscard]] static QJsonObject asItWas(const Change &change)
    {
        QJsonObject object = change.before;
        QJsonObject metadata = object.value("metadata"_L1).toObject();
        metadata.insert("resourceVersion"_L1, change.object.value("metadata"_L1)["resourceVersion"_L1]);
        object.insert("metadata"_L1, metadata);
        return object;
    }
    /// What the change is to this watch: objects come into and leave a selection.
    [[nodiscard]] QByteArrayView eventOf(const Change &change) const
    {
        const bool was = change.kind != Change::Kind::Added && concerns(change.before);
        const bool is = change.kind != Change::Kind::Deleted && concerns(change.object);
        return was && is ? "MODIFIED" : is ? "ADDED" : was ? "DELETED" : "";
    }
};

Streams::Streams(Store &store, Clock &clock, PodLogs &logs)
    : m_store(store)
    , m_clock(clock)
    , m_logs(logs)
{
    m_listener = m_store.listen([this](const Change &change) { told(change); });
}

Streams::~Streams()
{
    m_store.forget(m_listener);
    for (const auto &[id, follow] : m_followers) {
        m_logs.unfollow(follow->follower);
    }
}

void Streams::watch(const Call &call, QHttpServerResponder &&responder, quint16 connection)
{
    const auto labels = LabelSelector::parse(call.value("labelSelector"_L1));
    const auto fields = FieldSelector::parse(*call.type, call.value("fieldSelector"_L1));
    if (!labels || !fields) {
        send(responder, answerOf(labels ? fields.error() : labels.error()));
        return;
    }
    const QString asked = call.value("resourceVersion"_L1);
    bool isVersion = true;
    const qint64 version = asked.isEmpty() ? 0 : asked.toLongLong(&isVersion);
    const bool wantsInitial = call.isSet("sendInitialEvents"_L1);
    if (const auto wrong = wrongListOptions(call, true)) {
        send(responder, answerOf(*wrong));
        return;
    }
    if (!isVersion) {
        send(responder,
             answerOf(
                 {.code = 500,
                  .reason = {},
                  .message
                  = u"resourceVersion: Invalid value: \"%1\": strconv.ParseUint: parsing \"%1\": invalid syntax"_s.arg(asked)}));
        return;
    }
    if (version > m_store.resourceVersion()) {
        send(responder, answerOf(problems::versionTooLarge(version, m_store.resourceVersion())));
        return;
    }
    const int id = ++m_last;
    auto made = std::make_unique<Watch>(Watch{.call = call,
                                              .labels = *labels,
                                              .fields = *fields,
                                              .responder = std::move(responder),
                                              .connection = connection,
                                              .version = m_store.resourceVersion()});
    Watch &watch = *made;
    m_watches.emplace(id, std::move(made));
    watch.responder.writeBeginChunked("application/json");
    if (wantsInitial || version == 0) {
        sendInitial(watch, m_store.list(*call.type, call.ns), wantsInitial);
    } else if (const auto missed = m_store.since(*call.type, version)) {
        for (const Change &change : *missed) {
            if (const QByteArrayView event = watch.eventOf(change); !event.isEmpty()) {
                const QJsonObject object = watch.leaves(change) ? Watch::asItWas(change) : change.object;
                watch.responder.writeChunk(eventBytes(event, watch.shown(object, m_clock)));
            }
        }
    } else {
        const auto gone = problems::expired(u"too old resource version: %1 (%2)"_s.arg(version).arg(m_store.resourceVersion()));
        watch.responder.writeChunk(eventBytes("ERROR", compact(statusOf(gone))));
        endWatch(id);
        return;
    }
    bool isNumber = false;
    const qint64 timeout = call.value("timeoutSeconds"_L1).toLongLong(&isNumber);
    // As the real server: half an hour to an hour where the client does not say.
    schedule(id, isNumber && timeout > 0 ? timeout : 1800 + QRandomGenerator::global()->bounded(1800));
}

void Streams::sendInitial(Watch &watch, const QList<QJsonObject> &objects, bool withEnd)
{
    for (const QJsonObject &object : objects) {
        if (watch.concerns(object)) {
            watch.responder.writeChunk(eventBytes("ADDED", watch.shown(object, m_clock)));
        }
    }
    if (withEnd && watch.call.isSet("allowWatchBookmarks"_L1)) {
        sendBookmark(watch, true);
    }
}

void Streams::sendBookmark(Watch &watch, bool endsInitial)
{
    QJsonObject metadata{{"resourceVersion"_L1, QString::number(m_store.resourceVersion())}};
    if (endsInitial) {
        metadata.insert("annotations"_L1, QJsonObject{{"k8s.io/initial-events-end"_L1, "true"_L1}});
    }
    const Type &type = *watch.call.type;
    const QJsonObject object{{"kind"_L1, type.kind}, {"apiVersion"_L1, type.apiVersion()}, {"metadata"_L1, metadata}};
    watch.responder.writeChunk(eventBytes("BOOKMARK", watch.shown(object, m_clock)));
}

void Streams::told(const Change &change)
{
    QByteArray plain; // made once, for every watch that wants the object as it is
    for (const auto &[id, watch] : m_watches) {
        if (watch->call.type != change.type || change.resourceVersion <= watch->version) {
            continue;
        }
        watch->version = change.resourceVersion;
        const QByteArrayView event = watch->eventOf(change);
        if (event.isEmpty()) {
            continue;
        }
        if (watch->leaves(change)) {
            watch->responder.writeChunk(eventBytes(event, watch->shown(Watch::asItWas(change), m_clock)));
            continue;
        }
        if (watch->isPlain() && plain.isEmpty()) {
            plain = compact(change.object);
        }
        watch->responder.writeChunk(eventBytes(event, watch->isPlain() ? plain : watch->shown(change.object, m_clock)));
    }
}

void Streams::schedule(int id, qint64 timeoutSeconds)
{
    QTimer::singleShot(std::chrono::seconds(timeoutSeconds), this, [this, id] {
        const auto found = m_watches.find(id);
        if (found != m_watches.end() && found->second->call.isSet("allowWatchBookmarks"_L1)) {
            sendBookmark(*found->second, false);
        }
        endWatch(id);
    });
    bookmarkEvery(id);
}

void Streams::bookmarkEvery(int id)
{
    QTimer::singleShot(kBookmarkEvery, this, [this, id] {
        const auto found = m_watches.find(id);
        if (found != m_watches.end() && found->second->call.isSet("allowWatchBookmarks"_L1)) {
            sendBookmark(*found->second, false);
            bookmarkEvery(id);
        }
    });
}

void Streams::endWatch(int id)
{
    const auto found = m_watches.find(id);
    if (found != m_watches.end()) {
        found->second->responder.writeEndChunked({});
        m_watches.erase(found);
    }
}

void Streams::dropWatches()
{
    while (!m_watches.empty()) {
        endWatch(m_watches.begin()->first);
    }
}

void Streams::endAll()
{
    dropWatches();
    while (!m_followers.empty()) {
        m_logs.unfollow(m_followers.begin()->second->follower);
        endFollow(m_followers.begin()->first);
    }
}

void Streams::close(quint16 connection)
{
    std::erase_if(m_watches, [connection](const auto &entry) { return entry.second->connection == connection; });
    std::erase_if(m_followers, [this, connection](const auto &entry) {
        if (entry.second->connection != connection) {
            return false;
        }
        m_logs.unfollow(entry.second->follower);
        return true;
    });
}

void Streams::endFollow(int id)
{
    const auto found = m_followers.find(id);
    if (found != m_followers.end()) {
        found->second->responder.writeEndChunked({});
        m_followers.erase(found);
    }
}

} // namespace sentinel::sandbox
