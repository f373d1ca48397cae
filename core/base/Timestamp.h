// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QJsonValue>

namespace sentinel {

/// A moment as Kubernetes, Helm and Argo CD write it (RFC 3339, with or without parts of a second), in UTC; invalid where there
/// is none.
[[nodiscard]] inline QDateTime timestampOf(const QJsonValue &value)
{
    return QDateTime::fromString(value.toString(), Qt::ISODateWithMs).toUTC();
}

} // namespace sentinel
