// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/Rules.h"

#include <QCoreApplication>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::policy {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(PolicyRules)
};

constexpr QStringView kHostname = u"kubernetes.io/hostname";
constexpr qint64 kUsualGrace = 30; // seconds, when nothing is written

class Voice
{
public:
    Voice(const Pods &pods, Complaints &complaints)
        : m_pods(pods)
        , m_complaints(complaints)
    {
    }
    void say(QLatin1StringView rule, const QString &path, const yaml::Value &value, const QString &sentence,
             const QString &remedy)
    {
        const Object &owner = *m_pods.owner;
        m_complaints.add(rule, owner,
                         {.path = m_pods.path + u'.' + path, .where = owner.at(value.line() > 0 ? value : *m_pods.spec)},
                         sentence, remedy);
    }
    [[nodiscard]] const yaml::Value &operator[](QStringView field) const { return valueAt(*m_pods.spec, {field}); }

private:
    const Pods &m_pods;
    Complaints &m_complaints;
};

void checkAccount(Voice &voice, const Pods &pods, const Inventory &inventory)
{
    const Object &owner = *pods.owner;
    const yaml::Value &account = voice[u"serviceAccountName"];
    const Object *made = inventory.find(u"ServiceAccount", owner.nameSpace, account.text());
    if (account.text().isEmpty() || account.text() == "default"_L1) {
        voice.say("pod.service-account"_L1, u"serviceAccountName"_s, account,
                  Text::tr("The pods share the namespace's default account, so a right given to one is given to all."),
                  Text::tr("Give each component a ServiceAccount of its own."));
    } else if (!made) {
        voice.say("pod.missing-service-account"_L1, u"serviceAccountName"_s, account,
                  Text::tr("The ServiceAccount %1 is not among these manifests; without it no pod is made.").arg(account.text()),
                  Text::tr("Add it, or make sure it is there before."));
    }
    if (const yaml::Value &old = voice[u"serviceAccount"]; !old.isNull()) {
        voice.say("pod.deprecated-service-account"_L1, u"serviceAccount"_s, old,
                  Text::tr("The field serviceAccount is deprecated."), Text::tr("Use serviceAccountName."));
    }
    const yaml::Value &mounts = voice[u"automountServiceAccountToken"];
    const bool accountRefuses = made && isFalse(valueAt(made->tree, {u"automountServiceAccountToken"}));
    if (!isFalse(mounts) && !(mounts.isNull() && accountRefuses)) {
        voice.say("pod.token-mounted"_L1, u"automountServiceAccountToken"_s, mounts,
                  Text::tr("Every container of the pods holds a token of the API server."),
                  Text::tr("Set automountServiceAccountToken to false where the API is not used."));
    }
}

void checkSpread(Voice &voice, const Pods &pods, const Inventory &inventory)
{
    const bool scales = pods.owner->kind == "Deployment"_L1 || pods.owner->kind == "StatefulSet"_L1;
    if (!scales || inventory.podsAtLeast(pods) < 2) {
        return;
    }
    const QList<yaml::Value> &spread = voice[u"topologySpreadConstraints"].items();
    const yaml::Value &anti = valueAt(*pods.spec, {u"affinity", u"podAntiAffinity"});
    const auto isHost = [](const yaml::Value &term) { return textAt(term, {u"topologyKey"}) == kHostname; };
    const bool apart = std::ranges::any_of(spread, isHost)
        || std::ranges::any_of(valueAt(anti, {u"requiredDuringSchedulingIgnoredDuringExecution"}).items(), isHost)
        || std::ranges::any_of(valueAt(anti, {u"preferredDuringSchedulingIgnoredDuringExecution"}).items(),
                               [&](const yaml::Value &term) { return isHost(valueAt(term, {u"podAffinityTerm"})); });
    if (!apart) {
        voice.say("pod.anti-affinity"_L1, u"affinity"_s, voice[u"affinity"],
                  Text::tr("All pods may stand on one node, so losing it loses them all."),
                  Text::tr("Add an anti-affinity or a spread constraint over kubernetes.io/hostname."));
    }
    if (spread.isEmpty()) {
        voice.say("pod.topology-spread"_L1, u"topologySpreadConstraints"_s, nothing(),
                  Text::tr("Nothing spreads the pods over zones or nodes."),
                  Text::tr("Add topologySpreadConstraints over zones and host names."));
    }
}

void checkVolumes(Voice &voice, const Pods &pods, const Inventory &inventory)
{
    const Object &owner = *pods.owner;
    for (const yaml::Value &volume : voice[u"volumes"].items()) {
        const QString name = textAt(volume, {u"name"});
        const yaml::Value *empty = volume.find(u"emptyDir");
        if (empty && valueAt(*empty, {u"sizeLimit"}).isNull()) {
            voice.say("pod.empty-dir-limit"_L1, u"volumes"_s, volume,
                      Text::tr("The emptyDir %1 may fill the disk of its node.").arg(name), Text::tr("Set sizeLimit."));
        }
        const yaml::Value &config = valueAt(volume, {u"configMap"});
        const QString wanted = textAt(config, {u"name"});
        if (!wanted.isEmpty() && !isTrue(valueAt(config, {u"optional"}))
            && !inventory.has(u"ConfigMap", owner.nameSpace, wanted)) {
            voice.say("pod.missing-config"_L1, u"volumes"_s, config,
                      Text::tr("Volume %1 needs the ConfigMap %2, which is not among these manifests.").arg(name, wanted),
                      Text::tr("Make sure it is there before, or its pods never start."));
        }
        const yaml::Value &claim = valueAt(volume, {u"persistentVolumeClaim", u"claimName"});
        if (!claim.isNull() && !inventory.has(u"PersistentVolumeClaim", owner.nameSpace, claim.text())) {
            voice.say("pod.missing-claim"_L1, u"volumes"_s, claim,
                      Text::tr("Volume %1 needs the claim %2, which is not among these manifests.").arg(name, claim.text()),
                      Text::tr("Make sure it is there before, or its pods never start."));
        }
    }
}

void checkEnd(Voice &voice, const Pods &pods)
{
    const qint64 grace = numberAt(*pods.spec, {u"terminationGracePeriodSeconds"}, kUsualGrace);
    for (const Container &container : containersOf(pods)) {
        const yaml::Value &sleep = valueAt(*container.tree, {u"lifecycle", u"preStop", u"sleep", u"seconds"});
        if (!sleep.isNull() && sleep.text().toLongLong() >= grace) {
            voice.say("pod.stop-too-long"_L1, u"terminationGracePeriodSeconds"_s, sleep,
                      Text::tr("Container %1 is killed while it still waits to stop: its preStop takes all %2 s it has.")
                          .arg(container.name())
                          .arg(grace),
                      Text::tr("Raise terminationGracePeriodSeconds above the pause."));
        }
    }
}

} // namespace

void checkPods(const Pods &pods, const Inventory &inventory, Complaints &complaints)
{
    Voice voice(pods, complaints);
    checkAccount(voice, pods, inventory);
    checkSpread(voice, pods, inventory);
    checkVolumes(voice, pods, inventory);
    checkEnd(voice, pods);
    if (!isFalse(voice[u"enableServiceLinks"])) {
        voice.say(
            "pod.service-links"_L1, u"enableServiceLinks"_s, voice[u"enableServiceLinks"],
            Text::tr("Every Service of the namespace becomes variables of every container; one called redis makes REDIS_PORT."),
            Text::tr("Set enableServiceLinks to false."));
    }
    if (pods.runOn() && voice[u"priorityClassName"].isNull()) {
        voice.say("pod.priority-class"_L1, u"priorityClassName"_s, nothing(),
                  Text::tr("When a node is full nobody knows whether these pods matter more than others."),
                  Text::tr("Set priorityClassName."));
    }
}

} // namespace sentinel::policy
