// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deploy/Why.h"
#include "core/deploy/Health.h"
#include "core/deploy/WhyParts.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sentinel::deploy {

namespace {

/// Deeper than any real chain: Application, Deployment, ReplicaSet, Pod, Job, Pod, StatefulSet, Pod, claim.
constexpr int kDeepest = 12;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

using Rule = QList<WhyStep> (*)(const Looking &, const ObjectKey &);

Rule ruleOf(const ObjectKey &key)
{
    static const QHash<QString, Rule> kRules{
        {u"/Pod"_s, whyPod},
        {u"apps/Deployment"_s, whyWorkload},
        {u"apps/ReplicaSet"_s, whyWorkload},
        {u"apps/StatefulSet"_s, whyWorkload},
        {u"apps/DaemonSet"_s, whyWorkload},
        {u"batch/Job"_s, whyJob},
        {u"/PersistentVolumeClaim"_s, whyClaim},
        {u"cert-manager.io/Certificate"_s, whyCertificate},
        {u"cert-manager.io/Issuer"_s, whyIssuer},
        {u"cert-manager.io/ClusterIssuer"_s, whyIssuer},
        {u"argoproj.io/Application"_s, whyApplication},
    };
    return kRules.value(key.group + u'/' + key.kind, nullptr);
}

} // namespace

QList<WhyStep> whyAny(const Looking &looking, const ObjectKey &key)
{
    if (!looking.seen.has(key) || looking.depth > kDeepest) {
        return {};
    }
    const Judgement judgement = judge(looking.seen.object(key));
    if (judgement.health == Health::Healthy || judgement.health == Health::Suspended) {
        return {};
    }
    if (const Rule rule = ruleOf(key)) {
        if (QList<WhyStep> chain = rule(looking.deeper(), key); !chain.isEmpty()) {
            return chain;
        }
    }
    return {{.cause = judgement.health == Health::Degraded ? Cause::Other : Cause::Starting,
             .object = key,
             .title = judgement.health == Health::Degraded ? Text::tr("%1 is not well").arg(key.name)
                                                           : Text::tr("%1 is starting").arg(key.name),
             .detail = judgement.sentence,
             .remedy = {}}};
}

QList<WhyStep> why(const Snapshot &seen, const ObjectKey &key)
{
    return whyAny({.seen = seen}, key);
}

QString componentOf(const QJsonObject &object)
{
    return object[u"metadata"][u"labels"][u"app.kubernetes.io/component"].toString();
}

bool mentions(const QString &text, const QStringList &words)
{
    return std::ranges::any_of(words, [&text](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
}

QString eventMessage(const Snapshot &seen, const ObjectKey &key, const QStringList &reasons)
{
    const QList<QJsonObject> events = seen.eventsAbout(key);
    for (const QJsonObject &event : events) {
        if (reasons.contains(event[u"reason"].toString())) {
            return event.contains(u"note") ? event[u"note"].toString() : event[u"message"].toString();
        }
    }
    return {};
}

int weight(const QList<WhyStep> &chain)
{
    if (chain.isEmpty()) {
        return 0;
    }
    const Cause root = chain.first().cause;
    return !mendsByItself(root) ? 3 : root == Cause::Starting ? 1 : 2;
}

} // namespace sentinel::deploy
