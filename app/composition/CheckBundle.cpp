// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition/CheckBundle.h"

#include "core/bundle/Generators.h"
#include "core/bundle/Objects.h"
#include "core/helm/RenderChart.h"
#include "core/policy/Shipped.h"

#include <QCoreApplication>
#include <QHash>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::composition {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CheckBundle)
};

/// Which answer of the plan a rule's finding mostly comes from, where the line itself does not say.
QString answerOf(const QString &rule)
{
    static const QHash<QString, QString> answers{{u"workload.replicas"_s, u"availability.level"_s},
                                                 {u"pdb.missing"_s, u"availability.level"_s},
                                                 {u"pod.anti-affinity"_s, u"availability.level"_s},
                                                 {u"pod.topology-spread"_s, u"availability.level"_s},
                                                 {u"network.unprotected-pod"_s, u"security.networkPolicies"_s},
                                                 {u"network.flow-closed"_s, u"security.networkPolicies"_s},
                                                 {u"network.flow-unwanted"_s, u"security.networkPolicies"_s},
                                                 {u"namespace.pod-security"_s, u"security.podSecurity"_s},
                                                 {u"ingress.tls"_s, u"network.tls"_s},
                                                 {u"api.removed"_s, u"target.kubernetesVersion"_s},
                                                 {u"api.not-on-by-default"_s, u"target.kubernetesVersion"_s},
                                                 {u"schema.unknown-field"_s, u"target.kubernetesVersion"_s}};
    return answers.value(rule);
}

/// The text of one template, out of a stream in which helm names the template in front of each document.
QList<bundle::File> byTemplate(const QByteArray &stream, const QString &folder)
{
    static constexpr QByteArrayView kSource = "# Source: ";
    QList<bundle::File> files;
    QString path = folder + u"/chart.yaml"_s;
    const auto fileFor = [&files](const QString &name) -> bundle::File & {
        const auto found = std::ranges::find(files, name, &bundle::File::path);
        if (found != files.end()) {
            return *found;
        }
        files.append({.path = name, .mediaType = u"application/yaml"_s});
        return files.last();
    };
    bool atStart = true; // of a document: helm writes "---" and then the source
    for (qsizetype from = 0; from < stream.size();) {
        const qsizetype end = std::min(stream.indexOf('\n', from), stream.size() - 1);
        const QByteArrayView line = QByteArrayView(stream).sliced(from, (end < 0 ? stream.size() - 1 : end) - from);
        from += line.size() + 1;
        if (line == "---") {
            atStart = true;
            continue;
        }
        if (atStart) {
            atStart = false;
            if (line.startsWith(kSource)) {
                // "sentinel/templates/backend.yaml": the chart's name in front is that of its folder
                const QString source = QString::fromUtf8(line.sliced(kSource.size()));
                path = folder + u'/' + source.sliced(source.indexOf(u'/') + 1);
            }
            bundle::File &file = fileFor(path);
            file.content += "---\n";
        }
        fileFor(path).content += line.toByteArray() + '\n';
    }
    return files;
}

bool isManifest(const QString &path, const QString &folder)
{
    static const QStringList others{u"values.yaml"_s, u"version.yaml"_s, u"secrets.example.yaml"_s};
    return path.startsWith(folder + u'/') && path.endsWith(".yaml"_L1) && !others.contains(path.sliced(folder.size() + 1));
}

/// The port of an address the plan names; empty when the question does not apply.
QString portOf(const plan::Answers &answers, QStringView key)
{
    return answers.applies(key) ? QString::number(bundle::portOfUrl(answers.text(key))) : QString();
}

/// What the shipped flows call by a name instead of an answer.
QHash<QString, QString> namesOf(const bundle::Environment &environment)
{
    const plan::Answers &answers = environment.answers;
    const auto is = [&answers](QStringView key, QStringView value) { return answers.text(key) == value; };
    QHash<QString, QString> names{{u"host"_s, environment.hostNamespace()}, {u"mesh"_s, answers.text(u"network.mesh")}};
    if (!is(u"network.exposure", u"none")) {
        names.insert(
            u"edge"_s,
            answers.text(is(u"network.exposure", u"gateway") ? u"network.gatewayNamespace" : u"network.ingressNamespace"));
    }
    if (is(u"observability.prometheus", u"existing")) {
        names.insert(u"scraper"_s, answers.text(u"observability.scrapeNamespace"));
    }
    if (is(u"load.scaler", u"keda") && is(u"observability.prometheus", u"bundled")) {
        names.insert(u"kedaNamespace"_s, answers.text(u"load.kedaNamespace"));
    }
    // what the DNS pods listen on
    names.insert(u"dns"_s, is(u"target.distribution", u"openshift") ? u"5353"_s : u"53"_s);
    if (answers.flag(u"network.nodeLocalDns")) {
        names.insert(u"nodeLocalDns"_s, bundle::blockOfAddress(answers.text(u"network.nodeLocalDnsAddress")));
    }
    if (is(u"storage.database", u"external")) {
        names.insert(u"databasePort"_s, QString::number(answers.integer(u"storage.databasePort")));
    }
    if (answers.applies(u"observability.mailServer")) {
        names.insert(u"mailPort"_s, answers.text(u"observability.mailServer").section(u':', -1));
    }
    names.insert(u"bucketPort"_s,
                 answers.has(u"observability.lokiEndpoint")         ? portOf(answers, u"observability.lokiEndpoint")
                     : answers.applies(u"observability.lokiBucket") ? u"443"_s
                                                                    : QString());
    names.insert(u"lokiPort"_s, portOf(answers, u"observability.lokiUrl"));
    if (const std::optional<int> tunnel = bundle::meshPort(answers)) {
        names.insert(u"meshPort"_s, QString::number(*tunnel));
    }
    if (is(u"network.mesh", u"linkerd")) {
        names.insert(u"meshNamespace"_s, answers.text(u"network.meshNamespace"));
    }
    return names;
}

policy::Lookup lookupOf(const bundle::Environment &environment)
{
    return [answers = environment.answers, names = namesOf(environment)](const QString &key) -> std::optional<QString> {
        return key.startsWith("network."_L1) ? answers.text(key) : names.value(key);
    };
}

/// What the bundle does on purpose although a rule says otherwise.
policy::Exemption solverExemption()
{
    const QString rule = u"network.selects-nothing"_s;
    return {.rule = rule,
            .rules = {rule},
            .objects = {u"NetworkPolicy/allow-edge-to-acme-solver"_s},
            .reason = Text::tr("cert-manager starts the pod it selects, and removes it afterwards."),
            .expires = QDate(9999, 12, 31)};
}

/// Flows to addresses outside that the plan names, which no file can list beforehand.
QList<policy::Flow> flowsOutside(const bundle::Environment &environment)
{
    QList<policy::Flow> flows;
    const plan::Answers &answers = environment.answers;
    const auto add = [&flows](const QStringList &components, const QString &cidr, qint64 port) {
        policy::Flow flow;
        flow.from.pods = policy::LabelSelector(u"app.kubernetes.io/component"_s, components);
        flow.to.range = policy::AddressRange::parse(cidr);
        flow.ports.add(policy::Protocol::Tcp, static_cast<int>(port), static_cast<int>(port));
        if (flow.to.range) {
            flows.append(flow);
        }
    };
    const bool external = answers.text(u"storage.database") == "external"_L1;
    const qint64 databasePort = external ? answers.integer(u"storage.databasePort") : 0;
    const QStringList users{u"backend"_s, u"worker"_s, u"worker-spot"_s, u"beat"_s, u"migration"_s, u"truthsync"_s};
    const QList<plan::GroupItem> extra = answers.group(u"network.egress");
    for (const plan::GroupItem &flow : extra) {
        const qint64 port = flow.integer(u"port");
        add(external && port == databasePort ? users : QStringList{u"backend"_s, u"n8n"_s, u"worker"_s}, flow.text(u"cidr"),
            port);
    }
    if (external && bundle::opensDatabaseToAll(environment)) {
        add(users, u"0.0.0.0/0"_s, databasePort);
        add(users, u"::/0"_s, databasePort);
    }
    return flows;
}

Result<void> addOwnFiles(EnvironmentManifests &result, const bundle::Bundle &written, const bundle::Bundle &planned,
                         const QString &folder)
{
    for (const bundle::File &file : written.files) {
        if (!isManifest(file.path, folder)) {
            continue;
        }
        if (const auto added = result.manifests.add(file.content, file.path); !added) {
            return failure(added);
        }
        // The lines of a file that is as the plan makes it still know their answers.
        const bundle::File *made = planned.find(file.path);
        if (made && made->content == file.content) {
            for (const yaml::LineOrigin &origin : made->origins) {
                for (int line = origin.first; line <= origin.last; ++line) {
                    result.answers.insert(u"%1:%2"_s.arg(file.path).arg(line), origin.key);
                }
            }
        }
    }
    return {};
}

} // namespace

Async<QList<EnvironmentManifests>> renderBundle(BundleRender request, CancelToken cancel)
{
    const QString doing = Text::tr("checking the bundle");
    const bundle::File *planFile = request.bundle.find(u"sentinel-plan.yaml");
    if (!planFile) {
        co_return failure(Error::Kind::NotFound, doing,
                          Text::tr("%1 holds no sentinel-plan.yaml, so it is no bundle.").arg(request.folder));
    }
    const auto plan = plan::InstallPlan::parse(planFile->content, request.folder + u"/sentinel-plan.yaml"_s);
    if (!plan) {
        co_return failure(plan);
    }
    const auto planned = bundle::generate(*plan);
    const auto helm = co_await helm::findHelm({u"helm"_s, QCoreApplication::applicationDirPath() + u"/helm"_s}, cancel);
    if (!helm) {
        // No fault of the bundle: a program is missing here.
        Error missing = helm.error();
        missing.kind = Error::Kind::Unreachable;
        co_return failure(missing);
    }
    QList<EnvironmentManifests> result;
    for (const bundle::Environment &environment : bundle::environmentsOf(*plan)) {
        if (!request.environments.isEmpty() && !request.environments.contains(environment.name)) {
            continue;
        }
        EnvironmentManifests made{.environment = environment.name, .manifests = {.nameSpace = environment.nameSpace()}};
        made.kubernetesVersion = request.kubernetesVersion.isEmpty() ? environment.answers.text(u"target.kubernetesVersion")
                                                                     : request.kubernetesVersion;
        helm::ChartRender render{.chart = request.folder + u"/charts/sentinel"_s,
                                 .releaseName = u"sentinel"_s,
                                 .ns = environment.nameSpace(),
                                 .kubernetesVersion = made.kubernetesVersion + u".0"_s};
        for (const QString &file : {u"values.yaml"_s, u"version.yaml"_s}) {
            if (request.bundle.find(environment.folder() + u'/' + file)) {
                render.valueFiles.append(request.folder + u'/' + environment.folder() + u'/' + file);
            }
        }
        const Result<QByteArray> text = co_await helm::renderChartText(*helm, render, cancel);
        if (!text) {
            co_return failure(text);
        }
        made.rendered = byTemplate(*text, request.prefix + u'/' + environment.name);
        for (const bundle::File &file : std::as_const(made.rendered)) {
            if (const auto added = made.manifests.add(file.content, file.path); !added) {
                co_return failure(added);
            }
        }
        if (const auto added = addOwnFiles(made, request.bundle, planned.value_or(bundle::Bundle()), environment.folder());
            !added) {
            co_return failure(added);
        }
        const auto flows = policy::shippedFlows(lookupOf(environment));
        if (!flows) {
            co_return failure(flows);
        }
        made.flows = *flows + flowsOutside(environment);
        if (const bundle::File *own = request.bundle.find(u"charts/sentinel/exemptions.yaml")) {
            const auto exemptions = policy::readExemptions(own->content, own->path);
            if (!exemptions) {
                co_return failure(exemptions);
            }
            made.exemptions = *exemptions;
        }
        made.exemptions.append(solverExemption());
        result.append(std::move(made));
    }
    if (result.isEmpty()) {
        co_return failure(Error::Kind::NotFound, doing,
                          Text::tr("The bundle has no environment %1; it has %2.")
                              .arg(request.environments.join(u", "_s), plan->environments().join(u", "_s)));
    }
    co_return result;
}

policy::Report checkEnvironment(const EnvironmentManifests &environment, const QList<policy::Exemption> &exemptions,
                                const QDate &today)
{
    policy::Report report = policy::check(environment.manifests,
                                          {.kubernetesVersion = environment.kubernetesVersion,
                                           .exemptions = environment.exemptions + exemptions,
                                           .flows = environment.flows,
                                           .today = today});
    // What a chart allows itself it need not need in every environment.
    report.findings.removeIf([&environment](const Finding &finding) {
        return finding.rule == "exemption.unused"_L1
            && std::ranges::any_of(environment.exemptions,
                                   [&finding](const policy::Exemption &own) { return own.where == finding.where; });
    });
    for (Finding &finding : report.findings) {
        const QString line = u"%1:%2"_s.arg(finding.where.file).arg(finding.where.line);
        finding.answer = environment.answers.value(line, answerOf(finding.rule));
    }
    return report;
}

} // namespace sentinel::composition
