// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bundle/Argo.h"
#include "core/bundle/GuideTables.h"
#include "core/bundle/RequiredSecrets.h"
#include "core/bundle/Resources.h"
#include "core/bundle/Template.h"

using namespace Qt::StringLiterals;

namespace sentinel::bundle {

namespace {

/// How Argo CD gets to read the repository; commands where the plan names a Secret for it.
QString repositoryNote(std::span<const Environment> environments)
{
    QStringList commands;
    for (const Environment &environment : environments) {
        const QList<RequiredSecret> secrets = requiredSecrets(environment);
        for (const RequiredSecret &secret : secrets) {
            const QString command = createCommand(secret, {});
            if (secret.kind == RequiredSecret::Kind::Repository && !commands.contains(command)) {
                commands.append(command);
            }
        }
    }
    if (commands.isEmpty()) {
        return u" The plan names no Secret for it (`delivery.repoSecret`), so it must be readable already."_s;
    }
    return u" The values come from files, never from a command line:\n\n```sh\n"_s + commands.join(u'\n') + u"\n```\n"_s;
}

} // namespace

File argoReadme(std::span<const Environment> environments)
{
    Filling filling;
    filling.texts = {{u"argoNamespace"_s, allOf(environments, u"delivery.argocdNamespace"_s)},
                     {u"repositoryNote"_s, repositoryNote(environments)}};
    return {.path = u"argocd/README.md"_s,
            .mediaType = u"text/markdown"_s,
            .content = fill(resourceContent(u"guides/argocd.md"_s), filling),
            .origins = {}};
}

} // namespace sentinel::bundle
