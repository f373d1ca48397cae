// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bundle/Generators.h"
#include "core/bundle/GuideTables.h"
#include "core/bundle/Resources.h"
#include "core/bundle/Template.h"

using namespace Qt::StringLiterals;

namespace sentinel::bundle {

File readmeFile(std::span<const Environment> environments)
{
    Filling filling;
    filling.texts = {{u"plan"_s, environments.front().planName},
                     {u"version"_s, QStringLiteral(SENTINEL_VERSION)},
                     {u"environmentTable"_s, environmentTable(environments, Language::English)}};
    for (const Environment &environment : environments) {
        if (environment.targets.first().named) {
            filling.flags.insert(u"clusters"_s);
        }
        if (environment.usesArgo()) {
            filling.flags.insert(u"argo"_s);
        }
        if (environment.answers.flag(u"delivery.guard")) {
            filling.flags.insert(u"guard"_s);
        }
    }
    return {.path = u"README.md"_s,
            .mediaType = u"text/markdown"_s,
            .content = fill(resourceContent(u"guides/readme.md"_s), filling),
            .origins = {}};
}

} // namespace sentinel::bundle
