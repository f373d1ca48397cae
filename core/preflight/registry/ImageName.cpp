// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/preflight/registry/ImageName.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace sentinel::preflight {

std::optional<ImageName> imageNamed(const QString &image)
{
    // The first part is a registry where it could be a host's name: it has a dot or a port, or is localhost.
    static const QRegularExpression whole(
        uR"(^(?:((?:[A-Za-z0-9-]+\.)+[A-Za-z0-9-]+(?::\d+)?|[A-Za-z0-9-]+:\d+|localhost|\[[0-9A-Fa-f:]+\](?::\d+)?)/)?)"
        uR"(([a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*(?:/[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*)*))"
        uR"((?::([\w][\w.-]{0,127}))?(?:@(sha256:[0-9a-f]{64}))?$)"_s);
    const auto match = whole.match(image);
    if (!match.hasMatch()) {
        return {};
    }
    ImageName name{.registry = match.captured(1), .repository = match.captured(2), .reference = match.captured(4)};
    if (name.reference.isEmpty()) {
        name.reference = match.captured(3).isEmpty() ? u"latest"_s : match.captured(3);
    }
    if (name.registry.isEmpty() || name.registry == "index.docker.io"_L1) {
        name.registry = u"docker.io"_s;
    }
    if (name.registry == "docker.io"_L1 && !name.repository.contains(u'/')) {
        name.repository.prepend("library/"_L1);
    }
    return name;
}

} // namespace sentinel::preflight
