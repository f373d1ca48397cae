// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kube/requests/WatchStream.h"

#include "core/base/OperationRun.h"
#include "core/kube/requests/Paths.h"
#include "core/kube/requests/StatusError.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sentinel::kube {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

} // namespace

WatchStream::WatchStream(std::function<void(WatchEvent)> sink, ResourceType type, CancelToken cancel)
    : m_sink(std::move(sink))
    , m_type(std::move(type))
    , m_cancel(std::move(cancel))
{
}

void WatchStream::noteIn(std::shared_ptr<Freshness> freshness, std::shared_ptr<Clock> clock)
{
    m_freshness = std::move(freshness);
    m_clock = std::move(clock);
}

void WatchStream::heard()
{
    if (m_freshness) {
        m_freshness->heard(m_clock->now());
    }
}

void WatchStream::tell(WatchEvent event)
{
    if (!m_cancel.isCancelled()) {
        m_sink(std::move(event));
    }
}

void WatchStream::listed(ObjectList list)
{
    m_version = list.resourceVersion;
    accepted();
    tell({.type = WatchEvent::Type::Replaced, .objects = std::move(list.items)});
}

CancelToken WatchStream::open()
{
    m_stream = {};
    m_link = m_cancel.onCancel([stream = m_stream]() mutable { stream.cancel(); });
    m_serverProblem.clear();
    m_isAccepted = false;
    m_hasHeard = false;
    m_isGathering = needsList();
    m_cannotGather = false;
    m_gathered.clear();
    return m_stream.token();
}

bool WatchStream::endsInSilence()
{
    if (!m_isAccepted || m_isGathering) {
        return false;
    }
    m_hasHeard = true;
    return true;
}

void WatchStream::accepted()
{
    m_isAccepted = true;
    heard();
    if (std::exchange(m_isLost, false)) {
        tell({.type = WatchEvent::Type::Reconnected});
    }
}

void WatchStream::lost(const QString &problem)
{
    if (m_freshness) {
        m_freshness->lost();
    }
    if (!std::exchange(m_isLost, true)) {
        tell({.type = WatchEvent::Type::Disconnected, .problem = problem});
    }
}

void WatchStream::lines(const QList<HttpLine> &lines)
{
    // A copy: the sink may cancel, and the next stream begins with a source of its own.
    const CancelToken stream = m_stream.token();
    heard();
    for (const HttpLine &each : lines) {
        if (stream.isCancelled()) {
            return;
        }
        line(each);
    }
}

void WatchStream::line(const HttpLine &line)
{
    const QString type = line.json["type"_L1].toString();
    const QJsonValue object = line.json["object"_L1];
    if (!line.isJson || !object.isObject()) {
        if (line.isJson || !line.text.trimmed().isEmpty()) {
            m_serverProblem = Text::tr("The watch brought a line that is no event.");
            m_stream.cancel();
        }
    } else if (type == "ADDED"_L1) {
        change(WatchEvent::Type::Added, object.toObject());
    } else if (type == "MODIFIED"_L1) {
        change(WatchEvent::Type::Modified, object.toObject());
    } else if (type == "DELETED"_L1) {
        change(WatchEvent::Type::Deleted, object.toObject());
    } else if (type == "BOOKMARK"_L1) {
        bookmark(object["metadata"_L1].toObject());
    } else if (type == "ERROR"_L1) {
        serverError(object.toObject());
    }
}

void WatchStream::bookmark(const QJsonObject &metadata)
{
    const QString version = metadata["resourceVersion"_L1].toString();
    m_hasHeard = true;
    if (!m_isGathering) {
        m_version = version.isEmpty() ? m_version : version;
        return;
    }
    if (metadata["annotations"_L1]["k8s.io/initial-events-end"_L1].toString() != "true"_L1 || version.isEmpty()) {
        m_cannotGather = true;
        m_stream.cancel();
        return;
    }
    m_isGathering = false;
    listed({.items = std::exchange(m_gathered, {}).values(), .resourceVersion = version});
}

void WatchStream::gather(WatchEvent::Type type, Object object)
{
    const ObjectName name = nameOf(object);
    if (type == WatchEvent::Type::Deleted) {
        m_gathered.remove(name);
    } else {
        m_gathered.insert(name, std::move(object));
    }
}

void WatchStream::change(WatchEvent::Type type, Object object)
{
    m_hasHeard = true;
    if (!object.contains("kind"_L1)) {
        object.insert("apiVersion"_L1, m_type.apiVersion());
        object.insert("kind"_L1, m_type.kind);
    }
    if (m_isGathering) {
        gather(type, std::move(object));
        return;
    }
    m_version = object["metadata"_L1]["resourceVersion"_L1].toString(m_version);
    tell({.type = type, .object = std::move(object)});
}

void WatchStream::serverError(const QJsonObject &status)
{
    if (isExpired(status["code"_L1].toInt(), status["reason"_L1].toString()) || isFromTheFuture(status)) {
        m_version.clear();
    } else {
        m_serverProblem = plainLine(status["message"_L1].toString());
        if (m_serverProblem.isEmpty()) {
            m_serverProblem = Text::tr("The server ended the watch without a reason.");
        }
    }
    m_stream.cancel();
}

} // namespace sentinel::kube
