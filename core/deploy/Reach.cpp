// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deploy/Flow.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sentinel::deploy {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

// Kubernetes versions this program is tried with; an older one lacks what the chart needs.
constexpr int kLowestMinor = 34;
constexpr int kHighestMinor = 37;

Result<void> checkVersion(const FlowPtr &flow, const kube::ServerVersion &version)
{
    if (version.major == 1 && version.minor < kLowestMinor) {
        return failure(
            Error::Kind::Unsupported, Text::tr("reaching the cluster"),
            Text::tr("The cluster runs Kubernetes %1; 1.%2 or later is needed.").arg(version.gitVersion).arg(kLowestMinor));
    }
    if (version.major > 1 || version.minor > kHighestMinor) {
        flow->run->log(Text::tr("The cluster runs Kubernetes %1, newer than 1.%2, up to which this program is tried.")
                           .arg(version.gitVersion)
                           .arg(kHighestMinor));
    }
    return {};
}

Result<void> checkKinds(const FlowPtr &flow)
{
    QList<QJsonObject> needed{flow->package.nameSpace};
    needed += flow->package.platform;
    if (flow->package.via == Via::ArgoCd) {
        needed += flow->package.projects + flow->package.applicationSets;
        needed.append({{u"apiVersion"_s, u"argoproj.io/v1alpha1"_s}, {u"kind"_s, u"Application"_s}});
    }
    for (const QJsonObject &object : std::as_const(needed)) {
        if (const auto type = typeOf(flow, object); !type) {
            return failure(type);
        }
    }
    const bool elsewhere = flow->package.via == Via::ArgoCd && !flow->services.rehearsal
        && flow->package.server != u"https://kubernetes.default.svc";
    if (elsewhere) {
        return failure(Error::Kind::Unsupported, Text::tr("reaching the cluster"),
                       Text::tr("Argo CD would bring %1 to another cluster than its own (%2), which cannot be followed from here "
                                "yet. Deploy with that cluster's context and --via helm.")
                           .arg(flow->package.application(), flow->package.server));
    }
    return {};
}

/// Two deliverers of the same objects undo each other's work: Helm does not begin where Argo CD delivers.
[[nodiscard]] Async<void> checkWay(FlowPtr flow)
{
    const auto type = typeOf(flow, {{u"apiVersion"_s, u"argoproj.io/v1alpha1"_s}, {u"kind"_s, u"Application"_s}});
    if (flow->package.via != Via::Helm || !type) {
        co_return {};
    }
    const QString name = flow->package.application();
    const auto present
        = co_await flow->services.api->get(*type, {.ns = flow->package.argoNamespace, .name = name}, flow->cancel());
    if (present) {
        co_return failure(Error::Kind::Conflict, Text::tr("reaching the cluster"),
                          Text::tr("Argo CD delivers %1 here (Application %2), and would undo what Helm does. Deploy with "
                                   "--via argocd, or remove that Application first, leaving its objects.")
                              .arg(flow->package.environment, name));
    }
    if (present.error().kind != Error::Kind::NotFound) {
        co_return failure(present);
    }
    co_return {};
}

kube::ResourceType secretType()
{
    return {.group = {}, .version = u"v1"_s, .kind = u"Secret"_s, .plural = u"secrets"_s};
}

QString nameOf(const SecretNeed &need, const SecretKey &key)
{
    return need.name + u'/' + key.key;
}

/// A value that was given, or may be made up; nothing where a person has to be asked.
std::optional<QByteArray> valueFor(const FlowPtr &flow, const SecretNeed &need, const SecretKey &key)
{
    if (const auto given = flow->request.secrets.constFind(nameOf(need, key)); given != flow->request.secrets.cend()) {
        return *given;
    }
    if (key.generated) {
        return generatedSecret();
    }
    if (flow->services.rehearsal && flow->services.standIn) {
        return flow->services.standIn(need, key);
    }
    return {};
}

Error nobodyToAsk(const QList<SecretQuestion> &questions)
{
    QStringList names;
    for (const SecretQuestion &question : questions) {
        names.append(u"%1/%2 (%3)"_s.arg(question.name, question.key.key, question.key.purpose));
    }
    return {.kind = Error::Kind::Invalid,
            .doing = Text::tr("looking for the Secrets the bundle needs"),
            .detail = Text::tr("These values are yours to give: %1. Put them into a file as NAME/KEY: VALUE and name it with "
                               "--secrets-from, or make the Secrets in the cluster.")
                          .arg(names.join(u", "_s))};
}

/// A value nobody needs is most often a name with a slip in it: the real one would be made up instead, silently.
Result<void> checkGiven(const FlowPtr &flow)
{
    QStringList needed;
    for (const SecretNeed &need : std::as_const(flow->package.secrets)) {
        for (const SecretKey &key : need.keys) {
            needed.append(nameOf(need, key));
        }
    }
    for (const auto &[name, value] : flow->request.secrets.asKeyValueRange()) {
        if (!needed.contains(name)) {
            return failure(Error::Kind::Invalid, Text::tr("looking for the Secrets the bundle needs"),
                           Text::tr("The bundle needs no value %1; it needs: %2.").arg(name, needed.join(u", "_s)));
        }
    }
    return {};
}

[[nodiscard]] Async<QJsonObject> createSecret(FlowPtr flow, SecretNeed need)
{
    QJsonObject data;
    for (const auto &[key, value] : need.fixed.asKeyValueRange()) {
        data.insert(key, QString::fromLatin1(value.toUtf8().toBase64()));
    }
    for (const SecretKey &key : std::as_const(need.keys)) {
        data.insert(key.key, QString::fromLatin1(flow->secrets.value(nameOf(need, key)).toBase64()));
    }
    QJsonObject labels{{u"app.kubernetes.io/part-of"_s, u"sentinel"_s},
                       {u"app.kubernetes.io/managed-by"_s, u"sentinel-console"_s},
                       {u"console.sentinel/environment"_s, flow->package.environment}};
    for (const auto &[key, value] : need.labels.asKeyValueRange()) {
        labels.insert(key, value);
    }
    const QJsonObject secret{
        {u"apiVersion"_s, u"v1"_s},
        {u"kind"_s, u"Secret"_s},
        {u"metadata"_s, QJsonObject{{u"name"_s, need.name}, {u"namespace"_s, need.ns}, {u"labels"_s, labels}}},
        {u"type"_s, need.type.isEmpty() ? u"Opaque"_s : need.type},
        {u"data"_s, data}};
    const auto written = co_await flow->services.api->create(secretType(), secret, flow->cancel());
    if (!written && written.error().kind == Error::Kind::Conflict) {
        co_return QJsonObject(); // made meanwhile, by us before a kill or by somebody else: theirs counts
    }
    if (!written && written.error().kind == Error::Kind::NotFound) {
        co_return failure(Error::Kind::NotFound, Text::tr("making the Secret %1").arg(need.name),
                          Text::tr("The namespace %1 is not there; what lives in it has to be installed first.").arg(need.ns));
    }
    co_return written ? Result<QJsonObject>(QJsonObject()) : failure(written);
}

} // namespace

Async<void> readBundle(FlowPtr flow)
{
    const DeployRequest &request = flow->request;
    auto package = readPackage(request.folder, request.environment, request.cluster, request.via);
    if (!package) {
        co_return failure(package);
    }
    flow->package = std::move(*package);
    if (flow->package.via == Via::Helm && !flow->services.helm) {
        co_return failure(Error::Kind::Unreachable, Text::tr("looking for helm"),
                          Text::tr("There is no helm on this machine; install Helm 4 (3.18 or later works too)."));
    }
    if (flow->package.via == Via::ArgoCd && !flow->services.git) {
        co_return failure(Error::Kind::Unreachable, Text::tr("looking for git"),
                          Text::tr("There is no git on this machine; install it, or deploy --via helm."));
    }
    flow->tell(Text::tr("%1 %2, as it was generated").arg(flow->package.name, flow->package.version));
    co_return {};
}

Async<void> reachCluster(FlowPtr flow)
{
    const auto version = co_await flow->services.api->version(flow->cancel());
    if (!version) {
        co_return failure(version);
    }
    flow->tell(Text::tr("Kubernetes %1").arg(version->gitVersion));
    if (const auto fits = checkVersion(flow, *version); !fits) {
        co_return failure(fits);
    }
    auto types = co_await flow->services.api->discover(flow->cancel());
    if (!types) {
        co_return failure(types);
    }
    flow->types = std::move(*types);
    if (const auto served = checkKinds(flow); !served) {
        co_return failure(served);
    }
    if (const auto free = co_await checkWay(flow); !free) {
        co_return failure(free);
    }
    if (const auto given = checkGiven(flow); !given || flow->services.preflight) {
        co_return given; // nobody is asked for what a refused deploy would not need
    }
    co_return co_await gatherSecrets(flow);
}

/// Those that exist are left alone, whatever they hold.
Async<void> gatherSecrets(FlowPtr flow)
{
    QList<SecretQuestion> questions;
    for (const SecretNeed &need : std::as_const(flow->package.secrets)) {
        const auto present = co_await flow->services.api->get(secretType(), {.ns = need.ns, .name = need.name}, flow->cancel());
        if (!present && present.error().kind != Error::Kind::NotFound) {
            co_return failure(present);
        }
        for (const SecretKey &key : need.keys) {
            if (present) {
                if (!(*present)[u"data"].toObject().contains(key.key)) {
                    co_return failure(
                        Error::Kind::Invalid, Text::tr("looking for the Secrets the bundle needs"),
                        Text::tr("The Secret %1 in %2 exists and has no key %3 (%4). It is not ours to change: add the "
                                 "key, or remove the Secret so that it is made.")
                            .arg(need.name, need.ns, key.key, key.purpose));
                }
                if (flow->request.secrets.contains(nameOf(need, key))) {
                    flow->run->log(Text::tr("The Secret %1 in %2 exists and stays as it is; the value given for it is not used.")
                                       .arg(need.name, need.ns));
                }
                continue;
            }
            if (auto value = valueFor(flow, need, key)) {
                flow->secrets.insert(nameOf(need, key), std::move(*value));
            } else {
                questions.append({.ns = need.ns, .name = need.name, .key = key});
            }
        }
    }
    if (questions.isEmpty() || flow->request.dryRun) {
        for (const SecretQuestion &question : std::as_const(questions)) {
            flow->run->addPlanned(Text::tr("ask for %1/%2: %3").arg(question.name, question.key.key, question.key.purpose));
        }
        co_return {};
    }
    if (!flow->services.ask) {
        co_return failure(nobodyToAsk(questions));
    }
    const auto answers = co_await flow->services.ask(questions);
    if (!answers) {
        co_return failure(answers);
    }
    flow->secrets.insert(*answers);
    co_return {};
}

Async<void> makeSecrets(FlowPtr flow)
{
    int made = 0;
    for (const SecretNeed &need : std::as_const(flow->package.secrets)) {
        if (!flow->secrets.contains(nameOf(need, need.keys.first()))) {
            continue; // it exists
        }
        const QString what = Text::tr("Secret %1").arg(need.name);
        if (flow->request.dryRun) {
            flow->run->addPlanned(Text::tr("make the Secret %1 in %2").arg(need.name, need.ns));
            continue;
        }
        const auto done = co_await perform(flow, u"secret:%1/%2"_s.arg(need.ns, need.name), what,
                                           [flow, need] { return createSecret(flow, need); });
        if (!done) {
            co_return failure(done);
        }
        ++made;
    }
    flow->secrets.clear();
    if (!flow->request.dryRun) {
        flow->tell(Text::tr("%n made, the others were there", nullptr, made));
    }
    co_return {};
}

} // namespace sentinel::deploy
