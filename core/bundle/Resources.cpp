// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bundle/Resources.h"

#include <QtResource>

// Q_INIT_RESOURCE must stand outside of any namespace.
static void initialise()
{
    Q_INIT_RESOURCE(sentinel);
}

namespace sentinel::bundle {

void ensureResources()
{
    static const bool once = (initialise(), true);
    Q_UNUSED(once)
}

} // namespace sentinel::bundle
