// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/Store.h"

#include <QHash>

namespace sentinel::sandbox {

/// Writes core/v1 Events. The same thing said again raises the count of its event. Events live an hour, as with the API server;
/// the old ones go when a new one comes, so that silence costs nothing.
class Events
{
public:
    Events(Store &store, Clock &clock);

    void normal(const QJsonObject &about, const QString &component, const QString &reason, const QString &message);
    void warning(const QJsonObject &about, const QString &component, const QString &reason, const QString &message);
    /// About one container of a pod: `fieldPath` is "spec.containers{NAME}".
    void ofContainer(const QJsonObject &pod, const QString &fieldPath, bool isWarning, const QString &reason,
                     const QString &message);

private:
    struct Said
    {
        QString ns;
        QString name;
    };
    void record(QJsonObject reference, const QString &component, const QString &host, const QString &type, const QString &reason,
                const QString &message);
    void forgetOld();

    Store &m_store;
    Clock &m_clock;
    QHash<QString, Said> m_said; ///< object, reason and message → the event
    std::deque<std::pair<QDateTime, QString>> m_ages; ///< when last looked at → key of m_said
    qint64 m_last = 0;
};

} // namespace sentinel::sandbox
