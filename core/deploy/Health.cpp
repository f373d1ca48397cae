// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deploy/Health.h"
#include "core/deploy/Conditions.h"
#include "core/deploy/HealthParts.h"

#include <QCoreApplication>
#include <QHash>

using namespace Qt::StringLiterals;

namespace sentinel::deploy {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

Judgement judgeClaim(const QJsonObject &claim)
{
    const QString phase = claim[u"status"][u"phase"].toString();
    if (phase == u"Bound") {
        return {.health = Health::Healthy,
                .sentence = Text::tr("bound, %1").arg(claim[u"status"][u"capacity"][u"storage"].toString())};
    }
    if (phase == u"Lost") {
        return {.health = Health::Degraded, .sentence = Text::tr("its volume is gone")};
    }
    return {.health = Health::Progressing, .sentence = Text::tr("waits for a volume")};
}

Judgement judgeReady(const QJsonObject &object, const QString &yes, const QString &notYet)
{
    const Condition ready = conditionOf(object, u"Ready");
    if (ready.isTrue()) {
        return {.health = Health::Healthy, .sentence = yes};
    }
    return {.health = Health::Progressing, .sentence = ready.message.isEmpty() ? notYet : ready.message};
}

Judgement judgeCertificate(const QJsonObject &certificate)
{
    Judgement judgement = judgeReady(certificate, {}, Text::tr("not issued yet"));
    if (judgement.health == Health::Healthy) {
        const QString until = certificate[u"status"][u"notAfter"].toString().left(10);
        judgement.sentence = until.isEmpty() ? Text::tr("issued") : Text::tr("valid until %1").arg(until);
    } else if (certificate[u"status"][u"failedIssuanceAttempts"].toInt() > 0) {
        judgement.health = Health::Degraded;
    }
    return judgement;
}

Judgement judgeIssuer(const QJsonObject &issuer)
{
    Judgement judgement = judgeReady(issuer, Text::tr("ready to issue"), Text::tr("not ready yet"));
    if (conditionOf(issuer, u"Ready").isFalse()) {
        judgement.health = Health::Degraded;
    }
    return judgement;
}

Judgement judgeRequest(const QJsonObject &request)
{
    Judgement judgement = judgeReady(request, Text::tr("issued"), Text::tr("waits for the issuer"));
    const Condition ready = conditionOf(request, u"Ready");
    if (ready.reason == u"Failed" || ready.reason == u"Denied" || conditionOf(request, u"InvalidRequest").isTrue()) {
        judgement.health = Health::Degraded;
    }
    return judgement;
}

Judgement judgeService(const QJsonObject &service)
{
    if (service[u"spec"][u"type"].toString() == u"LoadBalancer"
        && service[u"status"][u"loadBalancer"][u"ingress"].toArray().isEmpty()) {
        return {.health = Health::Progressing, .sentence = Text::tr("waits for an address of the load balancer")};
    }
    return {.health = Health::Healthy, .sentence = {}};
}

Judgement judgeNamespace(const QJsonObject &ns)
{
    if (ns[u"status"][u"phase"].toString() == u"Terminating") {
        return {.health = Health::Progressing, .sentence = Text::tr("is being deleted")};
    }
    return {.health = Health::Healthy, .sentence = {}};
}

Judgement judgeAutoscaler(const QJsonObject &autoscaler)
{
    const Condition able = conditionOf(autoscaler, u"AbleToScale");
    if (able.isFalse()) {
        return {.health = Health::Degraded, .sentence = able.message};
    }
    // Without metrics it keeps the present number, which serves; it is said, and it does not hold up a deploy.
    const Condition active = conditionOf(autoscaler, u"ScalingActive");
    return {.health = Health::Healthy,
            .sentence = active.isFalse() ? Text::tr("does not scale: %1").arg(active.message) : QString()};
}

Judgement judgeApplicationSet(const QJsonObject &set)
{
    const Condition error = conditionOf(set, u"ErrorOccurred");
    if (error.isTrue()) {
        return {.health = Health::Degraded, .sentence = error.message};
    }
    return {.health = Health::Healthy, .sentence = {}};
}

/// Kinds nothing is known about: the convention of kstatus.
Judgement judgeOther(const QJsonObject &object)
{
    if (const Condition stalled = conditionOf(object, u"Stalled"); stalled.isTrue()) {
        return {.health = Health::Degraded, .sentence = stalled.message};
    }
    if (const Condition ready = conditionOf(object, u"Ready"); ready.isFalse()) {
        return {.health = Health::Progressing, .sentence = ready.message};
    }
    return {.health = Health::Healthy, .sentence = {}};
}

using Judge = Judgement (*)(const QJsonObject &);

Judge judgeOf(const QString &group, const QString &kind)
{
    static const QHash<QString, Judge> kJudges{
        {u"apps/Deployment"_s, judgeDeployment},
        {u"apps/ReplicaSet"_s, judgeReplicaSet},
        {u"apps/StatefulSet"_s, judgeStatefulSet},
        {u"apps/DaemonSet"_s, judgeDaemonSet},
        {u"batch/Job"_s, judgeJob},
        {u"batch/CronJob"_s, judgeCronJob},
        {u"/Pod"_s, judgePod},
        {u"/PersistentVolumeClaim"_s, judgeClaim},
        {u"/Service"_s, judgeService},
        {u"/Namespace"_s, judgeNamespace},
        {u"autoscaling/HorizontalPodAutoscaler"_s, judgeAutoscaler},
        {u"cert-manager.io/Certificate"_s, judgeCertificate},
        {u"cert-manager.io/CertificateRequest"_s, judgeRequest},
        {u"cert-manager.io/Issuer"_s, judgeIssuer},
        {u"cert-manager.io/ClusterIssuer"_s, judgeIssuer},
        {u"argoproj.io/Application"_s, judgeApplication},
        {u"argoproj.io/ApplicationSet"_s, judgeApplicationSet},
    };
    return kJudges.value(group + u'/' + kind, judgeOther);
}

} // namespace

Judgement judge(const QJsonObject &object)
{
    const ObjectKey key = keyOf(object);
    if (!object[u"metadata"][u"deletionTimestamp"].toString().isEmpty()) {
        return {.health = Health::Progressing, .sentence = Text::tr("is being deleted")};
    }
    return judgeOf(key.group, key.kind)(object);
}

} // namespace sentinel::deploy
