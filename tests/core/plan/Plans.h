// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/InstallPlan.h"

/// Texts of plans the tests of this room share.
namespace plans {

inline const QByteArray kHead = "apiVersion: console.sentinel/v1\nkind: InstallPlan\nmetadata: {name: example}\n";

/// Three environments, a cluster, comments of a person.
inline const QByteArray kReal = "# Plan of the platform team\n"
                                "apiVersion: console.sentinel/v1\n"
                                "kind: InstallPlan\n"
                                "metadata:\n"
                                "  name: example # as the ticket says\n"
                                "spec:\n"
                                "  # agreed with the auditors\n"
                                "  target:\n"
                                "    kubernetesVersion: \"1.35\"\n"
                                "    version: 1.4.2\n"
                                "  load:\n"
                                "    eventsPerSecond: 1200   # measured in May\n"
                                "    logRetention: 90d\n"
                                "    payloadIndex: false\n"
                                "  network:\n"
                                "    host: sentinel.acme.test\n"
                                "  observability:\n"
                                "    receivers: [email, slack]\n"
                                "environments:\n"
                                "  dev:\n"
                                "    profile: dev\n"
                                "    spec:\n"
                                "      network: {host: dev.sentinel.acme.test}\n"
                                "  staging:\n"
                                "    profile: staging\n"
                                "    spec:\n"
                                "      network:\n"
                                "        host: staging.sentinel.acme.test\n"
                                "  prod:\n"
                                "    profile: prod\n"
                                "clusters:\n"
                                "  # Frankfurt\n"
                                "  - name: eu-1\n"
                                "    environment: prod\n"
                                "    context: eu-1-admin\n"
                                "  - name: eu-2\n"
                                "    environment: staging\n";

inline sentinel::Result<sentinel::plan::InstallPlan> parsed(const QByteArray &text)
{
    return sentinel::plan::InstallPlan::parse(text, QStringLiteral("plan.yaml"));
}

/// One line for each problem: "LINE:COLUMN rule path".
inline QStringList places(const sentinel::Error &error)
{
    QStringList lines;
    for (const sentinel::Finding &finding : error.findings) {
        lines.append(
            QStringLiteral("%1:%2 %3 %4").arg(finding.where.line).arg(finding.where.column).arg(finding.rule, finding.path));
    }
    return lines;
}

} // namespace plans
