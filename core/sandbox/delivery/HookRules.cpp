// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/delivery/HookRules.h"

#include "core/sandbox/delivery/Objects.h"

using namespace Qt::StringLiterals;

namespace sentinel::sandbox {

namespace {

constexpr auto kHook = u"argocd.argoproj.io/hook";
constexpr auto kHelmHook = u"helm.sh/hook";

void readDeletePolicy(HookRules &rules, const QStringList &policies)
{
    if (policies.isEmpty()) {
        return;
    }
    rules.deleteBeforeCreation = policies.contains(u"BeforeHookCreation"_s) || policies.contains(u"before-hook-creation"_s);
    rules.deleteWhenSucceeded = policies.contains(u"HookSucceeded"_s) || policies.contains(u"hook-succeeded"_s);
    rules.deleteWhenFailed = policies.contains(u"HookFailed"_s) || policies.contains(u"hook-failed"_s);
}

void addPhase(HookRules &rules, SyncPhase phase)
{
    if (!rules.phases.contains(phase)) {
        rules.phases.append(phase);
    }
}

void readArgo(HookRules &rules, const QJsonObject &object, const QStringList &hooks)
{
    if (hooks.contains(u"Skip"_s)) {
        rules.isLeftOut = true;
        return;
    }
    rules.isHook = true;
    for (const SyncPhase phase : {SyncPhase::PreSync, SyncPhase::Sync, SyncPhase::PostSync, SyncPhase::SyncFail}) {
        if (hooks.contains(phaseName(phase))) {
            addPhase(rules, phase);
        }
    }
    rules.isLeftOut = rules.phases.isEmpty(); // PreDelete, PostDelete
    readDeletePolicy(rules, annotationListOf(object, u"argocd.argoproj.io/hook-delete-policy"));
}

void readHelm(HookRules &rules, const QJsonObject &object, const QStringList &hooks)
{
    if (hooks.contains(u"crd-install"_s)) {
        return; // an ordinary object
    }
    rules.isHook = true;
    for (const QString &hook : hooks) {
        if (hook == u"pre-install" || hook == u"pre-upgrade") {
            addPhase(rules, SyncPhase::PreSync);
        } else if (hook == u"post-install" || hook == u"post-upgrade") {
            addPhase(rules, SyncPhase::PostSync);
        }
    }
    rules.isLeftOut = rules.phases.isEmpty();
    readDeletePolicy(rules, annotationListOf(object, u"helm.sh/hook-delete-policy"));
    rules.wave = annotationOf(object, u"helm.sh/hook-weight").toInt();
}

} // namespace

QString phaseName(SyncPhase phase)
{
    switch (phase) {
    case SyncPhase::PreSync:
        return u"PreSync"_s;
    case SyncPhase::Sync:
        return u"Sync"_s;
    case SyncPhase::PostSync:
        return u"PostSync"_s;
    case SyncPhase::SyncFail:
        return u"SyncFail"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

HookRules hookRulesOf(const QJsonObject &object)
{
    HookRules rules;
    if (const QStringList hooks = annotationListOf(object, kHook); !hooks.isEmpty()) {
        readArgo(rules, object, hooks);
    } else if (const QStringList helmHooks = annotationListOf(object, kHelmHook); !helmHooks.isEmpty()) {
        readHelm(rules, object, helmHooks);
    }
    if (const QString wave = annotationOf(object, u"argocd.argoproj.io/sync-wave"); !wave.isEmpty()) {
        rules.wave = wave.toInt();
    }
    return rules;
}

int kindOrder(const QJsonObject &object)
{
    static const QStringList order{u"Namespace"_s,
                                   u"NetworkPolicy"_s,
                                   u"ResourceQuota"_s,
                                   u"LimitRange"_s,
                                   u"PodDisruptionBudget"_s,
                                   u"ServiceAccount"_s,
                                   u"Secret"_s,
                                   u"ConfigMap"_s,
                                   u"StorageClass"_s,
                                   u"PersistentVolume"_s,
                                   u"PersistentVolumeClaim"_s,
                                   u"CustomResourceDefinition"_s,
                                   u"ClusterRole"_s,
                                   u"ClusterRoleBinding"_s,
                                   u"Role"_s,
                                   u"RoleBinding"_s,
                                   u"Service"_s,
                                   u"DaemonSet"_s,
                                   u"Pod"_s,
                                   u"ReplicaSet"_s,
                                   u"Deployment"_s,
                                   u"HorizontalPodAutoscaler"_s,
                                   u"StatefulSet"_s,
                                   u"Job"_s,
                                   u"CronJob"_s,
                                   u"IngressClass"_s,
                                   u"Ingress"_s,
                                   u"APIService"_s};
    const qsizetype index = order.indexOf(object[u"kind"].toString());
    return static_cast<int>(index < 0 ? order.size() : index);
}

} // namespace sentinel::sandbox
