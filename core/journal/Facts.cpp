// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/Facts.h"

namespace sentinel::journal {

Facts &Facts::add(const QString &name, const QString &text)
{
    m_all.insert(name, text);
    return *this;
}

Facts &Facts::add(const QString &name, const Digest &digest)
{
    m_all.insert(name, digest.text());
    return *this;
}

} // namespace sentinel::journal
