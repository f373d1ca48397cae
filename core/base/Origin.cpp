// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Origin.h"

using namespace Qt::StringLiterals;

namespace sentinel {

QString sourceName(Origin::Source source)
{
    switch (source) {
    case Origin::Source::Default:
        return u"default"_s;
    case Origin::Source::Derived:
        return u"derived"_s;
    case Origin::Source::Profile:
        return u"profile"_s;
    case Origin::Source::Base:
        return u"base"_s;
    case Origin::Source::Environment:
        return u"environment"_s;
    case Origin::Source::Cluster:
        return u"cluster"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace sentinel
