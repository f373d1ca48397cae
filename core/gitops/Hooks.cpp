// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gitops/Hooks.h"

#include "core/gitops/Json.h"

using namespace Qt::StringLiterals;

namespace sentinel::gitops {

namespace {

const QStringList &phaseNames()
{
    static const QStringList names{u"PreSync"_s, u"Sync"_s, u"PostSync"_s, u"SyncFail"_s};
    return names;
}

void readArgo(HookRules &rules, const QStringList &hooks)
{
    if (hooks.contains(u"Skip"_s)) {
        rules.isLeftOut = true;
        return;
    }
    rules.isHook = true;
    for (const QString &phase : phaseNames()) {
        if (hooks.contains(phase)) {
            rules.phases.append(phase);
        }
    }
    rules.isLeftOut = rules.phases.isEmpty();
}

void readHelm(HookRules &rules, const QStringList &hooks, const QString &weight)
{
    if (hooks.contains(u"crd-install"_s)) {
        return; // an ordinary object
    }
    rules.isHook = true;
    if (hooks.contains(u"pre-install"_s) || hooks.contains(u"pre-upgrade"_s)) {
        rules.phases.append(u"PreSync"_s);
    }
    if (hooks.contains(u"post-install"_s) || hooks.contains(u"post-upgrade"_s)) {
        rules.phases.append(u"PostSync"_s);
    }
    rules.isLeftOut = rules.phases.isEmpty();
    rules.wave = weight.toInt();
}

} // namespace

HookRules hookRulesOf(const QJsonObject &object)
{
    HookRules rules;
    if (const QStringList hooks = annotationListOf(object, u"argocd.argoproj.io/hook"_s); !hooks.isEmpty()) {
        readArgo(rules, hooks);
    } else if (const QStringList helmHooks = annotationListOf(object, u"helm.sh/hook"_s); !helmHooks.isEmpty()) {
        readHelm(rules, helmHooks, annotationOf(object, u"helm.sh/hook-weight"_s));
    }
    if (const QString wave = annotationOf(object, u"argocd.argoproj.io/sync-wave"_s); !wave.isEmpty()) {
        rules.wave = wave.toInt();
    }
    return rules;
}

int phaseOrder(const QString &phase)
{
    const qsizetype index = phaseNames().indexOf(phase);
    return index < 0 ? 1 : static_cast<int>(index);
}

} // namespace sentinel::gitops
