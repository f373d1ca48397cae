// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bundle/Generators.h"
#include "core/bundle/Values.h"

#include <QCoreApplication>
#include <QSet>

using namespace Qt::StringLiterals;

namespace sentinel::bundle {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

constexpr qsizetype kLongestLabel = 63;

void add(Findings &findings, const Environment &environment, Severity severity, const QString &rule, const QString &key,
         const QString &sentence, const QString &remedy)
{
    findings.append({.severity = severity,
                     .rule = rule,
                     .object = environment.name,
                     .path = key,
                     .sentence = Text::tr("%1: %2").arg(environment.name, sentence),
                     .remedy = remedy});
}

void addUnfinished(Findings &findings, const Environment &environment)
{
    const plan::Answers &answers = environment.answers;
    if (answers.text(u"storage.backupTarget") != u"none") {
        add(findings, environment, Severity::Warning, u"bundle.no-backup"_s, u"storage.backupTarget"_s,
            Text::tr("this version's bundle makes no backups yet; the answers about them only size the space."),
            Text::tr("Back up the database by your own means until then."));
    }
    if (isHighlyAvailable(answers) && answers.text(u"storage.database") == u"external") {
        add(findings, environment, Severity::Info, u"bundle.external-failover"_s, u"storage.database"_s,
            Text::tr("how soon the database comes back is up to your server; this bundle only follows its name."),
            Text::tr("Make sure that %1 leads to the new leader after a failover.").arg(answers.text(u"storage.databaseHost")));
    }
    if (answers.text(u"network.mesh") != u"none") {
        add(findings, environment, Severity::Info, u"bundle.mesh-needed"_s, u"network.mesh"_s,
            Text::tr("the mesh has to be in the cluster before Sentinel, and its gateway has to be part of it."),
            Text::tr("Install the mesh first; the ingress controller needs its own sidecar or tunnel."));
    }
    if (answers.text(u"load.scaler") == u"keda") {
        add(findings, environment, Severity::Info, u"bundle.keda-needed"_s, u"load.scaler"_s,
            Text::tr("KEDA has to be in the cluster before Sentinel; without it nothing is scaled and the sync fails."),
            Text::tr("Install KEDA in the namespace %1 first.").arg(answers.text(u"load.kedaNamespace")));
    }
}

void addNetwork(Findings &findings, const Environment &environment)
{
    const plan::Answers &answers = environment.answers;
    if (answers.text(u"network.tls") == u"acmeHttp01" && answers.text(u"network.exposure") == u"none") {
        add(findings, environment, Severity::Warning, u"bundle.acme-unreachable"_s, u"network.tls"_s,
            Text::tr("an HTTP challenge needs an ingress or gateway, and Sentinel is exposed by neither."),
            Text::tr("Answer network.tls with acmeDns01, or expose Sentinel."));
    }
    if (!answers.flag(u"security.networkPolicies")) {
        return;
    }
    const QString host = answers.text(u"storage.databaseHost");
    if (answers.text(u"storage.database") == u"external" && opensDatabaseToAll(environment)) {
        add(findings, environment, Severity::Warning, u"bundle.database-by-name"_s, u"storage.databaseHost"_s,
            Text::tr("a network policy knows addresses only, so the port of %1 is open towards every address.").arg(host),
            Text::tr("Add the database's network with its port to network.egress; the policy then allows only that."));
    }
    if (answers.flag(u"network.nodeLocalDns")) {
        add(findings, environment, Severity::Info, u"bundle.node-local-dns"_s, u"network.nodeLocalDns"_s,
            Text::tr("the DNS cache is allowed at %1 only, and where it answers on the DNS Service's own address that is the one "
                     "pods ask.")
                .arg(answers.text(u"network.nodeLocalDnsAddress")),
            Text::tr("Answer network.nodeLocalDnsAddress with the address in a pod's /etc/resolv.conf."));
    }
}

void addNames(Findings &findings, const Environment &environment)
{
    for (const Target &target : environment.targets) {
        const QString name = environment.platformApplication(target);
        if (environment.usesArgo() && name.size() > kLongestLabel) {
            add(findings, environment, Severity::Warning, u"bundle.long-name"_s, u"clusters"_s,
                Text::tr("the Application %1 has %2 characters; Argo CD that tracks by label takes 63.")
                    .arg(name)
                    .arg(name.size()),
                Text::tr("Shorten the name of the cluster or the environment."));
        }
    }
}

} // namespace

Findings nameFindings(std::span<const Environment> environments)
{
    Findings findings;
    QSet<QString> seen;
    for (const Environment &environment : environments) {
        for (const Target &target : environment.targets) {
            for (const QString &name : {environment.application(target), environment.platformApplication(target)}) {
                if (environment.usesArgo() && seen.contains(name)) {
                    add(findings, environment, Severity::Warning, u"bundle.same-name"_s, u"clusters"_s,
                        Text::tr("two Applications would be called %1, and Argo CD would let them undo each other.").arg(name),
                        Text::tr("Rename the environment or the cluster; the name is made of both."));
                }
                seen.insert(name);
            }
        }
    }
    return findings;
}

Findings bundleFindings(const Environment &environment)
{
    Findings findings;
    addUnfinished(findings, environment);
    addNetwork(findings, environment);
    addNames(findings, environment);
    if (environment.answers.flag(u"security.imageDigests")) {
        add(findings, environment, Severity::Info, u"bundle.digests"_s, u"security.imageDigests"_s,
            Text::tr("version.yaml has an empty digest for each image; until you fill one in, its tag is used."),
            Text::tr("Fill them in after pushing the images. The bundle then counts as changed; that is meant."));
    }
    return findings;
}

} // namespace sentinel::bundle
