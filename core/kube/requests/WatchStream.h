// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/CancelToken.h"
#include "core/base/Clock.h"
#include "core/kube/Api.h"
#include "core/kube/transport/Http.h"

#include <QMap>

namespace sentinel::kube {

/// Where a watch stands: the resource version to go on from, whether the person was told of a broken connection, and what the
/// lines of the stream said. A stream may begin with everything there is, which is gathered until the server says that it is all.
class WatchStream
{
public:
    WatchStream(std::function<void(WatchEvent)> sink, ResourceType type, CancelToken cancel);

    [[nodiscard]] const QString &resourceVersion() const { return m_version; }
    [[nodiscard]] bool needsList() const { return m_version.isEmpty(); }
    void forgetVersion() { m_version.clear(); } ///< it is of no use any more: list again

    /// Where to note that the server was heard; null: nowhere.
    void noteIn(std::shared_ptr<Freshness> freshness, std::shared_ptr<Clock> clock);

    void listed(ObjectList list);
    /// A stream begins; cancelled from inside when its lines say that reading on is no use.
    [[nodiscard]] CancelToken open();
    [[nodiscard]] bool isGathering() const { return m_isGathering; }
    /// The server took a watch that was to begin with everything, but does not know how that is done.
    [[nodiscard]] bool cannotGather() const { return m_cannotGather; }
    void listPlainly() { m_listsPlainly = true; } ///< from now on everything comes by lists
    [[nodiscard]] bool listsPlainly() const { return m_listsPlainly; }
    void accepted(); ///< the server has taken the watch
    /// Nothing came any more; whether the server is there shows when the next stream is opened. False: it had not come so far.
    [[nodiscard]] bool endsInSilence();
    void lines(const QList<HttpLine> &lines);
    void lost(const QString &problem);

    [[nodiscard]] bool hasHeard() const { return m_hasHeard; } ///< an event or bookmark since open()
    /// Why the server ended the stream with an ERROR that is no 410; empty: it just ended.
    [[nodiscard]] const QString &serverProblem() const { return m_serverProblem; }

private:
    void heard();
    void tell(WatchEvent event);
    void line(const HttpLine &line);
    void change(WatchEvent::Type type, Object object);
    void gather(WatchEvent::Type type, Object object);
    void bookmark(const QJsonObject &metadata);
    void serverError(const QJsonObject &status);

    std::function<void(WatchEvent)> m_sink;
    ResourceType m_type;
    CancelToken m_cancel;
    CancelSource m_stream;
    CancelToken::Registration m_link;
    std::shared_ptr<Freshness> m_freshness;
    std::shared_ptr<Clock> m_clock;
    QString m_version;
    QString m_serverProblem;
    bool m_isLost = false; ///< Disconnected was told, Reconnected not yet
    bool m_isAccepted = false;
    bool m_hasHeard = false;
    bool m_isGathering = false;
    bool m_cannotGather = false;
    bool m_listsPlainly = false;
    QMap<ObjectName, Object> m_gathered;
};

} // namespace sentinel::kube
