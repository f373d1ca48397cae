// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kube/Exec.h"

#include <QCoreApplication>

namespace sentinel::kube {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

} // namespace

Async<ExecEnd> exec(ConnectionPtr connection, ObjectName pod, ExecOptions options, ExecStreams streams, CancelToken cancel)
{
    Q_UNUSED(options)
    Q_UNUSED(streams)
    Q_UNUSED(cancel)
    co_return failure(Error::Kind::Unsupported, Text::tr("running a command in Pod %1/%2").arg(pod.ns, pod.name),
                      Text::tr("Commands cannot be run on %1 yet.").arg(connection->host()));
}

} // namespace sentinel::kube
