// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Io.h"

#include "core/wording/Wording.h"

namespace sentinel::cli {

Exit report(const Io &io, const Error &error, bool input)
{
    if (error.findings.isEmpty()) {
        io.say(wording::line(error));
    }
    for (const Finding &finding : error.findings) {
        io.say(wording::line(finding));
    }
    switch (error.kind) {
    case Error::Kind::Invalid:
    case Error::Kind::Unsupported:
        return Exit::Usage;
    case Error::Kind::NotFound:
    case Error::Kind::Forbidden:
        return input ? Exit::Usage : Exit::CouldNot;
    case Error::Kind::Cancelled:
        return Exit::Interrupted;
    case Error::Kind::Unreachable:
    case Error::Kind::Timeout:
    case Error::Kind::Unauthorized:
    case Error::Kind::Conflict:
    case Error::Kind::RateLimited:
    case Error::Kind::Internal:
        return Exit::CouldNot;
    }
    Q_UNREACHABLE_RETURN(Exit::CouldNot);
}

} // namespace sentinel::cli
