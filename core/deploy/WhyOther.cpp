// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deploy/Conditions.h"
#include "core/deploy/WhyParts.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace sentinel::deploy {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

ObjectKey resourceKey(const QJsonValue &resource)
{
    return {.group = resource[u"group"].toString(),
            .kind = resource[u"kind"].toString(),
            .ns = resource[u"namespace"].toString(),
            .name = resource[u"name"].toString()};
}

/// The object a message of Argo CD waits for: "waiting for healthy state of apps/Deployment/backend and 2 more".
ObjectKey waitedFor(const Looking &looking, const QString &message, const QString &ns)
{
    static const QRegularExpression kNames(u"(?:healthy state|completion) of (?:hook )?([\\w.-]*)/(\\w+)/([\\w.-]+)"_s);
    const QRegularExpressionMatch match = kNames.match(message);
    if (!match.hasMatch()) {
        return {};
    }
    ObjectKey key{.group = match.captured(1), .kind = match.captured(2), .ns = ns, .name = match.captured(3)};
    if (!looking.seen.has(key)) {
        key.ns.clear();
    }
    return key;
}

WhyStep failedSync(const ObjectKey &key, const QString &detail)
{
    return {.cause = Cause::SyncFailed,
            .object = key,
            .title = Text::tr("Argo CD could not sync %1").arg(key.name),
            .detail = detail,
            .remedy = Text::tr("Mend what the sentence names, then deploy again.")};
}

/// The first resource of the last sync that was refused, or the hook that failed.
QList<WhyStep> refusedResource(const Looking &looking, const ObjectKey &key, const QJsonValue &state)
{
    const QJsonArray resources = state[u"syncResult"][u"resources"].toArray();
    for (const QJsonValue &resource : resources) {
        const QString hook = resource[u"hookPhase"].toString();
        const ObjectKey one = resourceKey(resource);
        if (resource[u"hookType"].isString() && (hook == u"Failed" || hook == u"Error")) {
            QList<WhyStep> chain = whyAny(looking, one);
            if (chain.isEmpty()) {
                chain.append({.cause = Cause::HookFailed,
                              .object = one,
                              .title = Text::tr("The hook %1 failed").arg(one.name),
                              .detail = resource[u"message"].toString(),
                              .remedy = Text::tr("Read its log: kubectl -n %1 logs job/%2").arg(one.ns, one.name)});
            }
            return chain;
        }
        if (resource[u"status"].toString() == u"SyncFailed") {
            return {{.cause = Cause::SyncFailed,
                     .object = one,
                     .title = Text::tr("The cluster refuses %1 %2").arg(one.kind, one.name),
                     .detail = resource[u"message"].toString(),
                     .remedy = Text::tr("Mend what the sentence names, then deploy again.")},
                    failedSync(key, state[u"message"].toString())};
        }
    }
    return {};
}

QList<WhyStep> worstResource(const Looking &looking, const QJsonObject &application)
{
    QList<WhyStep> worst;
    const QJsonArray resources = application[u"status"][u"resources"].toArray();
    for (const QJsonValue &resource : resources) {
        QList<WhyStep> chain = whyAny(looking, resourceKey(resource));
        if (weight(chain) > weight(worst)) {
            worst = std::move(chain);
        }
    }
    return worst;
}

QList<WhyStep> followedBy(QList<WhyStep> chain, const WhyStep &step)
{
    if (!chain.isEmpty()) {
        chain.append(step);
    }
    return chain;
}

} // namespace

QList<WhyStep> whyClaim(const Looking &looking, const ObjectKey &key)
{
    const QString problem = eventMessage(looking.seen, key, {u"ProvisioningFailed"_s, u"FailedBinding"_s});
    WhyStep step{.cause = Cause::VolumePending,
                 .object = key,
                 .title = Text::tr("No volume for %1 yet").arg(key.name),
                 .detail = problem,
                 .remedy = problem.isEmpty()
                     ? QString()
                     : Text::tr("Check the storage class of the plan (storage.className) on this cluster.")};
    if (problem.isEmpty()) {
        step.detail = eventMessage(looking.seen, key, {u"WaitForFirstConsumer"_s, u"ExternalProvisioning"_s, u"Provisioning"_s});
    }
    return {step};
}

QList<WhyStep> whyIssuer(const Looking &looking, const ObjectKey &key)
{
    const Condition ready = conditionOf(looking.seen.object(key), u"Ready");
    if (!ready.isFalse()) {
        return {};
    }
    return {{.cause = Cause::IssuerNotReady,
             .object = key,
             .title = Text::tr("The issuer %1 cannot issue").arg(key.name),
             .detail = ready.message,
             .remedy = Text::tr("Mend the issuer; its certificates follow by themselves.")}};
}

QList<WhyStep> whyCertificate(const Looking &looking, const ObjectKey &key)
{
    const QJsonObject certificate = looking.seen.object(key);
    const QJsonValue reference = certificate[u"spec"][u"issuerRef"];
    const QString kind = reference[u"kind"].toString(u"Issuer"_s);
    const ObjectKey issuer{.group = u"cert-manager.io"_s,
                           .kind = kind,
                           .ns = kind == u"ClusterIssuer" ? QString() : key.ns,
                           .name = reference[u"name"].toString()};
    WhyStep step{.cause = Cause::CertificatePending,
                 .object = key,
                 .title = Text::tr("The certificate %1 is not issued yet").arg(key.name),
                 .detail = conditionOf(certificate, u"Ready").message,
                 .remedy = {}};
    if (QList<WhyStep> chain = followedBy(whyAny(looking, issuer), step); weight(chain) == 3) {
        return chain;
    }
    const QList<ObjectKey> requests = looking.seen.ownedBy(key);
    for (const ObjectKey &request : requests) {
        const Condition ready = conditionOf(looking.seen.object(request), u"Ready");
        if (ready.reason == u"Failed" || ready.reason == u"Denied") {
            return {{.cause = Cause::IssuerNotReady,
                     .object = request,
                     .title = Text::tr("The issuer %1 refused the request").arg(issuer.name),
                     .detail = ready.message,
                     .remedy = Text::tr("cert-manager tries again by itself, an hour later at first.")},
                    step};
        }
    }
    return {step};
}

QList<WhyStep> whyApplication(const Looking &looking, const ObjectKey &key)
{
    const QJsonObject application = looking.seen.object(key);
    const QJsonValue state = application[u"status"][u"operationState"];
    const QString phase = state[u"phase"].toString();
    const QString message = state[u"message"].toString();
    for (const QString &type : {u"InvalidSpecError"_s, u"ComparisonError"_s}) {
        const QJsonArray conditions = application[u"status"][u"conditions"].toArray();
        for (const QJsonValue &condition : conditions) {
            if (condition[u"type"].toString() == type) {
                return {failedSync(key, condition[u"message"].toString())};
            }
        }
    }
    if (phase == u"Failed" || phase == u"Error") {
        const QList<WhyStep> chain = refusedResource(looking, key, state);
        return chain.isEmpty() ? QList<WhyStep>{failedSync(key, message)} : chain;
    }
    const WhyStep wave{.cause = Cause::WaitsForWave,
                       .object = key,
                       .title = Text::tr("The next wave of %1 waits for it").arg(key.name),
                       .detail = message,
                       .remedy = {}};
    const ObjectKey waited = waitedFor(looking, message, application[u"spec"][u"destination"][u"namespace"].toString());
    if (QList<WhyStep> chain = followedBy(whyAny(looking, waited), wave); !chain.isEmpty()) {
        return chain;
    }
    QList<WhyStep> worst = worstResource(looking, application);
    return phase == u"Running" ? followedBy(std::move(worst), wave) : worst; // a sync that is over holds nothing back
}

} // namespace sentinel::deploy
