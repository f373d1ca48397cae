// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/Names.h"
#include "core/sandbox/Store.h"

using namespace Qt::StringLiterals;

namespace sentinel::sandbox {

Result<QJsonObject> Store::markDeleted(const Type &type, const QString &ns, const QString &name, Duration grace)
{
    const std::optional<QJsonObject> before = find(type, ns, name);
    if (!before) {
        return failure(Error::Kind::NotFound, u"deleting "_s + type.resource() + u' ' + name, u"there is no such object"_s);
    }
    QJsonObject metadata = before->value("metadata"_L1).toObject();
    const QString until = timestamp(m_clock.now().addMSecs(grace.count()));
    const QString present = metadata.value("deletionTimestamp"_L1).toString();
    // Times of this notation sort as text.
    if (!present.isEmpty() && present <= until) {
        return *before;
    }
    metadata.insert("deletionTimestamp"_L1, until);
    metadata.insert("deletionGracePeriodSeconds"_L1, static_cast<qint64>(grace.count() / 1000));
    if (type.hasGeneration && present.isEmpty()) {
        metadata.insert("generation"_L1, metadata.value("generation"_L1).toInteger() + 1);
    }
    QJsonObject object = *before;
    object.insert("metadata"_L1, metadata);
    return put(type, Change::Kind::Modified, object, *before);
}

} // namespace sentinel::sandbox
