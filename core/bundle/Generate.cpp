// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bundle/Generators.h"
#include "core/bundle/Manifest.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::bundle {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

void appendEnvironment(QList<File> &files, const Environment &environment)
{
    files.append(valuesFile(environment));
    files.append(versionFile(environment));
    files.append(secretsExampleFile(environment));
    files.append(namespaceFile(environment));
    files.append(priorityClassFiles(environment));
    files.append(certManagerFiles(environment));
    files.append(networkPolicyFiles(environment));
    files.append(clusterFiles(environment));
}

std::unexpected<Error> refused(const plan::InstallPlan &plan, Findings findings)
{
    std::ranges::stable_sort(findings, std::ranges::greater(), &Finding::severity); // the sentence shown is that of an error
    return failure(invalid(Text::tr("generating the bundle of %1").arg(plan.fileName()), std::move(findings)));
}

} // namespace

Result<Bundle> generate(const plan::InstallPlan &plan, Language language)
{
    Bundle bundle{.name = plan.name(), .files = {}, .findings = plan.check(language)};
    if (hasErrors(bundle.findings)) {
        return refused(plan, bundle.findings);
    }
    const QList<Environment> environments = environmentsOf(plan);
    for (const Environment &environment : environments) {
        for (Finding verdict : environment.sizing.verdicts) {
            verdict.sentence = environments.size() > 1 ? u"%1: %2"_s.arg(environment.name, verdict.sentence) : verdict.sentence;
            bundle.findings.append(verdict);
        }
    }
    if (hasErrors(bundle.findings)) { // an installation that cannot work is not worth its files
        return refused(plan, bundle.findings);
    }
    const std::span<const Environment> all(environments.constData(), static_cast<size_t>(environments.size()));
    QList<File> &files = bundle.files;
    files.append({.path = u"sentinel-plan.yaml"_s, .mediaType = u"application/yaml"_s, .content = plan.text(), .origins = {}});
    files.append(chartFiles());
    for (const Environment &environment : environments) {
        bundle.findings.append(bundleFindings(environment));
        appendEnvironment(files, environment);
    }
    bundle.findings.append(nameFindings(all));
    files.append(argoFiles(all));
    files.append(guardFiles(all));
    files.append(imageListFile(all));
    files.append(guideFiles(all));
    files.append(runbookFiles(all));
    files.append(readmeFile(all));
    std::ranges::sort(files, {}, &File::path);
    const QByteArray manifest = write(manifestOf(plan.name(), plan.environments(), files));
    const auto place
        = std::ranges::lower_bound(files, kManifestPath, {}, [](const File &file) { return QStringView(file.path); });
    files.insert(place,
                 {.path = kManifestPath.toString(), .mediaType = u"application/json"_s, .content = manifest, .origins = {}});
    return bundle;
}

} // namespace sentinel::bundle
