// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/delivery/TrackedObjects.h"

#include "core/sandbox/Types.h"
#include "core/sandbox/delivery/TargetState.h"

namespace sentinel::sandbox {

TrackedObjects::TrackedObjects(const Store &store)
{
    for (const Type *type : allTypes()) {
        const QList<QJsonObject> objects = store.list(*type);
        for (const QJsonObject &object : objects) {
            note({.kind = Change::Kind::Added, .type = type, .object = object});
        }
    }
}

QStringList TrackedObjects::note(const Change &change)
{
    const QString before = change.before.isEmpty() ? QString() : instanceOf(change.before);
    const QString after = instanceOf(change.object);
    QStringList instances;
    const ObjectPlace place = placeOf(change.object);
    if (!before.isEmpty() && (before != after || change.kind == Change::Kind::Deleted)) {
        m_places[before].remove(place);
        instances.append(before);
    }
    if (!after.isEmpty()) {
        if (change.kind == Change::Kind::Deleted) {
            m_places[after].remove(place);
        } else {
            m_places[after].insert(place);
        }
        instances.append(after);
    }
    return instances;
}

} // namespace sentinel::sandbox
