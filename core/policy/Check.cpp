// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/Check.h"

#include "core/base/SafeText.h"
#include "core/policy/SchemaCheck.h"
#include "core/schema/Schema.h"

#include <algorithm>

namespace sentinel::policy {

Report check(const Manifests &manifests, const CheckOptions &options)
{
    Report report{.network = networkOf(manifests)};
    report.reach.emplace(report.network);
    Complaints complaints;
    checkSchemas(manifests, options.kubernetesVersion, complaints);
    Findings all = manifests.findings + complaints.take() + checkRules(manifests);
    if (options.flows) {
        all += proveFlows(report.network, *report.reach, *options.flows, manifests.nameSpace);
    }
    // Names and texts of strangers' manifests end on terminals.
    for (Finding &finding : all) {
        finding.object = plainLine(finding.object);
        finding.path = plainLine(finding.path);
        finding.sentence = plainLine(finding.sentence);
        finding.remedy = plainLine(finding.remedy);
    }
    Exempted exempted = exempt(all, options.exemptions, options.today);
    report.findings = std::move(exempted.findings);
    report.exempted = std::move(exempted.exempted);
    std::ranges::stable_sort(report.findings, [](const Finding &left, const Finding &right) {
        return std::tuple(-static_cast<int>(left.severity), left.where.file, left.where.line)
            < std::tuple(-static_cast<int>(right.severity), right.where.file, right.where.line);
    });
    return report;
}

QStringList supportedVersions()
{
    return schema::Schema::versions();
}

} // namespace sentinel::policy
