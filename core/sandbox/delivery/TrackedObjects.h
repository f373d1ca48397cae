// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/Store.h"
#include "core/sandbox/delivery/Objects.h"

#include <QSet>

namespace sentinel::sandbox {

/// Which objects belong to which Application, by their tracking annotation; kept by the store's changes.
class TrackedObjects
{
public:
    explicit TrackedObjects(const Store &store);
    /// The instances the change concerns: whose it was and whose it is.
    QStringList note(const Change &change);
    [[nodiscard]] QSet<ObjectPlace> of(const QString &instance) const { return m_places.value(instance); }

private:
    QHash<QString, QSet<ObjectPlace>> m_places;
};

} // namespace sentinel::sandbox
