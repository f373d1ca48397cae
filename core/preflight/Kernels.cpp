// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/preflight/Checks.h"
#include "core/preflight/Json.h"

#include <QCoreApplication>
#include <QVersionNumber>

using namespace Qt::StringLiterals;

namespace sentinel::preflight {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

// Kubernetes' own word: cgroup v2, which its kubelet asks for from 1.35 on, is whole from here.
const QVersionNumber kLowestKernel(5, 8);

} // namespace

Checks checkKernels(const Sight &sight)
{
    const QString rule = u"preflight.node-kernel"_s;
    const auto &nodes = sight.of(u"nodes"_s);
    if (!nodes) {
        return {notChecked(rule, unseen(u"nodes"_s, nodes.error()), whoMay(u"list"_s, u"nodes"_s))};
    }
    QStringList old;
    QStringList unknown;
    QStringList kernels;
    for (const QJsonObject &node : *nodes) {
        const QString said = plainLine(node[u"status"][u"nodeInfo"][u"kernelVersion"].toString());
        const QVersionNumber version = QVersionNumber::fromString(said);
        const QString line = said.isEmpty() ? nameOf(node) : Text::tr("%1 (%2)").arg(nameOf(node), said);
        if (version.isNull()) {
            unknown.append(line);
        } else if (version < kLowestKernel) {
            old.append(line);
        } else if (!kernels.contains(said)) {
            kernels.append(said);
        }
    }
    Check check;
    if (!old.isEmpty()) {
        check = warn(rule,
                     Text::tr("%n node(s) run a kernel older than %2: %1.", nullptr, int(old.size()))
                         .arg(old.first(), kLowestKernel.toString()),
                     Text::tr("Upgrade their system; cgroup v2, which Kubernetes asks for, is not whole there."));
        check.details = old + unknown;
    } else if (!unknown.isEmpty()) {
        check = notChecked(
            rule, Text::tr("%n node(s) do not say which kernel they run: %1.", nullptr, int(unknown.size())).arg(unknown.first()),
            Text::tr("whoever may log in to the nodes"));
        check.details = unknown;
    } else if (kernels.isEmpty()) {
        check = notChecked(rule, Text::tr("The cluster has no node yet."), Text::tr("a preflight once it has"));
    } else {
        check = pass(rule, Text::tr("The nodes run the kernel %1.").arg(kernels.mid(0, 4).join(u", "_s)));
        check.details = kernels;
    }
    return {check};
}

} // namespace sentinel::preflight
