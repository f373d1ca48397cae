// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bundle/Generators.h"
#include "core/bundle/GuideTables.h"
#include "core/bundle/RequiredSecrets.h"
#include "core/bundle/Resources.h"
#include "core/bundle/Template.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::bundle {

namespace {

constexpr int kFirstEnvironment = 3; // the number of its section

QString patch(const Environment &environment, const QString &automated)
{
    return u"kubectl -n "_s + environment.answers.text(u"delivery.argocdNamespace") + u" patch application "_s
        + environment.application(environment.targets.first())
        + u" --type merge \\\n  -p '{\"spec\":{\"syncPolicy\":{\"automated\":"_s + automated + u"}}}'"_s;
}

bool hasEnabled(const Environment &environment)
{
    const QString version = environment.answers.text(u"target.argocdVersion");
    return !version.startsWith(u"2.") && version != u"3.0";
}

QString resumed(const Environment &environment)
{
    const auto word = [&environment](QStringView key) { return environment.answers.flag(key) ? u"true"_s : u"false"_s; };
    return hasEnabled(environment)
        ? u"{\"enabled\":null}"_s
        : u"{\"prune\":"_s + word(u"delivery.prune") + u",\"selfHeal\":"_s + word(u"delivery.selfHeal") + u'}';
}

void setSizing(Filling &filling, const Environment &environment)
{
    const sizing::Totals &totals = environment.sizing.totals;
    filling.texts.insert(u"nodes"_s, QString::number(totals.nodes));
    filling.texts.insert(u"totalCpu"_s, totals.cpu.toString());
    filling.texts.insert(u"totalMemory"_s, totals.memory.toString());
    filling.texts.insert(u"requestedCpu"_s, totals.requestedCpu.toString());
    filling.texts.insert(u"requestedMemory"_s, totals.requestedMemory.toString());
    filling.texts.insert(u"storage"_s, totals.storage.toString());
    filling.texts.insert(u"cost"_s, QString::number(totals.costPerMonth, 'f', 0));
    filling.texts.insert(u"currency"_s, totals.currency);
}

void setTls(Filling &filling, const Environment &environment)
{
    const plan::Answers &answers = environment.answers;
    const QString tls = answers.text(u"network.tls");
    const QString account = environment.issuer() + u"-vault-issuer"_s;
    const QString mount = answers.text(u"network.vaultMount");
    filling.texts.insert(u"issuerNamespace"_s, environment.issuerNamespace());
    filling.texts.insert(u"rootSecret"_s, environment.issuer() + u"-root"_s);
    filling.texts.insert(u"vaultAccount"_s, account);
    // The plan has the API's path (/v1/auth/kubernetes); the vault command takes it without "/v1/".
    filling.texts.insert(u"vaultRolePath"_s,
                         (mount.startsWith(u"/v1/") ? mount.mid(4) : mount) + u"/role/"_s + answers.text(u"network.vaultRole"));
    // The audience cert-manager puts into the token it asks for.
    filling.texts.insert(u"vaultAudience"_s,
                         environment.usesClusterIssuer() ? u"vault://"_s + environment.issuer()
                                                         : u"vault://"_s + environment.nameSpace() + u'/' + environment.issuer());
    const std::pair<QString, QString> flags[] = {{u"vault"_s, u"vault"_s},
                                                 {u"selfSigned"_s, u"selfSigned"_s},
                                                 {u"acmeDns01"_s, u"dns01"_s},
                                                 {u"acmeHttp01"_s, u"http01"_s}};
    for (const auto &[kind, flag] : flags) {
        if (tls == kind) {
            filling.flags.insert(flag);
        }
    }
    const bool issuerReadsSecrets
        = std::ranges::contains(requiredSecrets(environment), u"cert-manager"_s, &RequiredSecret::nameSpace);
    if (environment.usesClusterIssuer() && issuerReadsSecrets) {
        filling.flags.insert(u"clusterIssuer"_s);
    }
}

void setDelivery(Filling &filling, const Environment &environment, Language language)
{
    const plan::Answers &answers = environment.answers;
    filling.texts.insert(u"repository"_s, answers.text(u"delivery.repository"));
    filling.texts.insert(u"revision"_s, answers.text(u"delivery.revision"));
    const QString path = answers.text(u"delivery.path");
    filling.texts.insert(u"path"_s, path.isEmpty() ? u"/"_s : path);
    filling.texts.insert(u"applicationTable"_s, applicationTable(environment, language));
    filling.texts.insert(u"pauseCommand"_s, patch(environment, hasEnabled(environment) ? u"{\"enabled\":false}"_s : u"null"_s));
    filling.texts.insert(u"resumeCommand"_s, patch(environment, resumed(environment)));
    if (environment.usesArgo()) {
        filling.flags.insert(u"argo"_s);
    }
    filling.texts.insert(u"guardFor"_s, answers.notation(u"delivery.guardFor"));
    if (answers.flag(u"delivery.guard")) {
        filling.flags.insert(u"guard"_s);
    }
    if (answers.flag(u"delivery.autoSync")) {
        filling.flags.insert(u"autoSync"_s);
    }
}

QByteArray section(const Environment &environment, int number, Language language)
{
    Filling filling;
    const plan::Answers &answers = environment.answers;
    filling.texts = {{u"number"_s, QString::number(number)},
                     {u"environment"_s, environment.name},
                     {u"namespace"_s, environment.nameSpace()},
                     {u"host"_s, answers.text(u"network.host")},
                     {u"profile"_s, answers.profile()},
                     {u"load"_s, answers.notation(u"load.eventsPerSecond")},
                     {u"retention"_s, answers.notation(u"load.logRetention")},
                     {u"users"_s, answers.notation(u"load.activeUsers")},
                     {u"nodeTable"_s, nodeTable(environment, language)},
                     {u"componentTable"_s, componentTable(environment, language)},
                     {u"secretCommands"_s, secretCommands(environment)},
                     {u"namespaceCommands"_s, namespaceCommands(environment)},
                     {u"helmCommands"_s, helmCommands(environment)}};
    setSizing(filling, environment);
    setTls(filling, environment);
    setDelivery(filling, environment, language);
    return fill(resourceContent(language == Language::Spanish ? u"guides/environment.es.md"_s : u"guides/environment.en.md"_s),
                filling);
}

void setFlags(Filling &filling, std::span<const Environment> environments)
{
    for (const Environment &environment : environments) {
        const QString exposure = environment.answers.text(u"network.exposure");
        if (exposure != u"none") {
            filling.flags.insert(exposure); // "ingress" or "gateway"
        }
        if (environment.usesCertManager()) {
            filling.flags.insert(u"certManager"_s);
        }
        if (environment.usesArgo()) {
            filling.flags.insert(u"argo"_s);
        }
    }
}

File guide(std::span<const Environment> environments, Language language)
{
    const bool spanish = language == Language::Spanish;
    QByteArray sections;
    int number = kFirstEnvironment;
    for (const Environment &environment : environments) {
        sections += section(environment, number++, language);
    }
    if (sections.endsWith('\n')) {
        sections.chop(1); // the template's own line ends it
    }
    Filling filling;
    filling.texts = {{u"plan"_s, environments.front().planName},
                     {u"version"_s, QStringLiteral(SENTINEL_VERSION)},
                     {u"environmentTable"_s, environmentTable(environments, language)},
                     {u"kubernetesVersions"_s, allOf(environments, u"target.kubernetesVersion"_s)},
                     {u"argoVersions"_s, allOf(environments, u"target.argocdVersion"_s)},
                     {u"environmentSections"_s, QString::fromUtf8(sections)},
                     {u"verify"_s, QString::number(number)},
                     {u"trouble"_s, QString::number(number + 1)},
                     {u"rollback"_s, QString::number(number + 2)},
                     {u"upgrade"_s, QString::number(number + 3)}};
    setFlags(filling, environments);
    return {.path = spanish ? u"docs/DEPLOYMENT_GUIDE.es.md"_s : u"docs/DEPLOYMENT_GUIDE.md"_s,
            .mediaType = u"text/markdown"_s,
            .content = fill(resourceContent(spanish ? u"guides/guide.es.md"_s : u"guides/guide.en.md"_s), filling),
            .origins = {}};
}

} // namespace

QList<File> guideFiles(std::span<const Environment> environments)
{
    return {guide(environments, Language::English), guide(environments, Language::Spanish)};
}

} // namespace sentinel::bundle
