// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/deploy/Snapshot.h"

#include <QJsonDocument>

namespace sentinel::testing {

/// An object from JSON with single quotes, which are easier to read in a table of tests.
inline QJsonObject json(QByteArray bytes)
{
    bytes.replace('\'', '"');
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
    if (error.error != QJsonParseError::NoError) {
        qFatal("%s in %s", qPrintable(error.errorString()), bytes.constData());
    }
    return document.object();
}

inline deploy::Snapshot seenOf(const QList<QJsonObject> &objects)
{
    deploy::Snapshot seen;
    for (const QJsonObject &object : objects) {
        seen.put(object);
    }
    return seen;
}

} // namespace sentinel::testing
