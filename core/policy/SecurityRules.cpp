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

constexpr qint64 kLeastUserId = 10'000; // below lie the accounts of hosts, which a break-out would meet

/// Of the Pod Security Standard "restricted"; the names of kernel parameters are those it calls safe.
const QSet<QString> &safeSysctls()
{
    static const QSet<QString> names{u"kernel.shm_rmid_forced"_s,
                                     u"net.ipv4.ip_local_port_range"_s,
                                     u"net.ipv4.ip_unprivileged_port_start"_s,
                                     u"net.ipv4.tcp_syncookies"_s,
                                     u"net.ipv4.ping_group_range"_s,
                                     u"net.ipv4.ip_local_reserved_ports"_s,
                                     u"net.ipv4.tcp_keepalive_time"_s,
                                     u"net.ipv4.tcp_fin_timeout"_s,
                                     u"net.ipv4.tcp_keepalive_intvl"_s,
                                     u"net.ipv4.tcp_keepalive_probes"_s,
                                     u"net.ipv4.tcp_rmem"_s,
                                     u"net.ipv4.tcp_wmem"_s};
    return names;
}

bool isRestrictedVolume(const QString &kind)
{
    static const QSet<QString> kinds{u"configMap"_s, u"csi"_s,       u"downwardAPI"_s,           u"emptyDir"_s, u"ephemeral"_s,
                                     u"image"_s,     u"projected"_s, u"persistentVolumeClaim"_s, u"secret"_s};
    return kinds.contains(kind);
}

/// Says things about one container.
class ContainerVoice
{
public:
    ContainerVoice(const Container &container, Complaints &complaints)
        : m_container(container)
        , m_complaints(complaints)
    {
    }

    void say(QLatin1StringView rule, QLatin1StringView field, const yaml::Value &value, const QString &sentence,
             const QString &remedy)
    {
        const Object &owner = *m_container.pods->owner;
        m_complaints.add(rule, owner,
                         {.path = m_container.path + u".securityContext."_s + field,
                          .where = owner.at(value.line() > 0 ? value : *m_container.tree)},
                         sentence.arg(m_container.name()), remedy);
    }
    /// Of the container, else of the pod.
    [[nodiscard]] const yaml::Value &effective(QStringView field) const
    {
        const yaml::Value &own = valueAt(*m_container.tree, {u"securityContext", field});
        return own.isNull() ? valueAt(*m_container.pods->spec, {u"securityContext", field}) : own;
    }
    [[nodiscard]] const yaml::Value &own(QStringView field) const
    {
        return valueAt(*m_container.tree, {u"securityContext", field});
    }

private:
    const Container &m_container;
    Complaints &m_complaints;
};

void checkUser(ContainerVoice &voice)
{
    const yaml::Value &nonRoot = voice.effective(u"runAsNonRoot");
    const yaml::Value &user = voice.effective(u"runAsUser");
    if (!isTrue(nonRoot) || user.text() == "0"_L1) {
        voice.say("container.run-as-root"_L1, "runAsNonRoot"_L1, user.text() == "0"_L1 ? user : nonRoot,
                  Text::tr("Container %1 may run as root, which restricted namespaces refuse and a break-out profits from."),
                  Text::tr("Set runAsNonRoot to true and a user above 10000."));
    }
    for (const QLatin1StringView field : {"runAsUser"_L1, "runAsGroup"_L1}) {
        const yaml::Value &id = voice.effective(QString(field));
        const qint64 number = id.text().toLongLong();
        if (id.kind() == yaml::Value::Kind::Number && number < kLeastUserId && !(field == "runAsUser"_L1 && number == 0)) {
            voice.say("container.low-user-id"_L1, field, id,
                      Text::tr("Container %1 runs with an id below 10000, which may be an account of the node."),
                      Text::tr("Take ids of 10000 and above."));
        }
    }
}

void checkCapabilities(ContainerVoice &voice)
{
    const yaml::Value &capabilities = voice.own(u"capabilities");
    const QList<yaml::Value> &drop = valueAt(capabilities, {u"drop"}).items();
    const bool dropsAll = std::ranges::any_of(
        drop, [](const yaml::Value &name) { return name.text().compare("ALL"_L1, Qt::CaseInsensitive) == 0; });
    const QList<yaml::Value> &add = valueAt(capabilities, {u"add"}).items();
    const auto extra = std::ranges::find_if(add, [](const yaml::Value &name) { return name.text() != "NET_BIND_SERVICE"_L1; });
    if (!dropsAll || extra != add.end()) {
        voice.say("container.capabilities"_L1, "capabilities"_L1, extra != add.end() ? *extra : capabilities,
                  Text::tr("Container %1 keeps capabilities of root, which restricted namespaces refuse."),
                  Text::tr("Drop ALL and add nothing but NET_BIND_SERVICE where it is needed."));
    }
}

void checkProfiles(ContainerVoice &voice)
{
    const QString seccomp = textAt(voice.effective(u"seccompProfile"), {u"type"});
    if (seccomp != "RuntimeDefault"_L1 && seccomp != "Localhost"_L1) {
        voice.say("container.seccomp"_L1, "seccompProfile"_L1, voice.effective(u"seccompProfile"),
                  Text::tr("Container %1 may make every system call: no seccomp profile is set."),
                  Text::tr("Set seccompProfile to RuntimeDefault on the pod."));
    }
    const yaml::Value &appArmor = voice.effective(u"appArmorProfile");
    if (textAt(appArmor, {u"type"}) == "Unconfined"_L1) {
        voice.say("container.apparmor"_L1, "appArmorProfile"_L1, appArmor,
                  Text::tr("Container %1 takes AppArmor's protection away."), Text::tr("Leave it out, or set RuntimeDefault."));
    }
    const yaml::Value &seLinux = voice.effective(u"seLinuxOptions");
    static const QSet<QString> kTypes{QString(), u"container_t"_s, u"container_init_t"_s, u"container_kvm_t"_s,
                                      u"container_engine_t"_s};
    if (!textAt(seLinux, {u"user"}).isEmpty() || !textAt(seLinux, {u"role"}).isEmpty()
        || !kTypes.contains(textAt(seLinux, {u"type"}))) {
        voice.say("container.selinux"_L1, "seLinuxOptions"_L1, seLinux,
                  Text::tr("Container %1 takes a SELinux user, role or type of its own, which baseline namespaces refuse."),
                  Text::tr("Leave seLinuxOptions to the node."));
    }
}

} // namespace

void checkContainerSecurity(const Container &container, Complaints &complaints)
{
    ContainerVoice voice(container, complaints);
    if (const yaml::Value &privileged = voice.own(u"privileged"); isTrue(privileged)) {
        voice.say("container.privileged"_L1, "privileged"_L1, privileged,
                  Text::tr("Container %1 is privileged: it owns the node it runs on."), Text::tr("Take privileged away."));
    }
    if (const yaml::Value &escalation = voice.own(u"allowPrivilegeEscalation"); !isFalse(escalation)) {
        voice.say("container.privilege-escalation"_L1, "allowPrivilegeEscalation"_L1, escalation,
                  Text::tr("Programs in container %1 may gain rights their parent has not."),
                  Text::tr("Set allowPrivilegeEscalation to false."));
    }
    if (const yaml::Value &readOnly = voice.own(u"readOnlyRootFilesystem"); !isTrue(readOnly)) {
        voice.say("container.read-only-root"_L1, "readOnlyRootFilesystem"_L1, readOnly,
                  Text::tr("Container %1 may change its own programs: its root file system is writable."),
                  Text::tr("Set readOnlyRootFilesystem to true and mount an emptyDir where it writes."));
    }
    if (const yaml::Value &mount = voice.own(u"procMount"); !mount.isNull() && mount.text() != "Default"_L1) {
        voice.say("container.proc-mount"_L1, "procMount"_L1, mount,
                  Text::tr("Container %1 sees parts of /proc that are hidden otherwise."), Text::tr("Leave procMount out."));
    }
    checkUser(voice);
    checkCapabilities(voice);
    checkProfiles(voice);
}

void checkPodSecurity(const Pods &pods, Complaints &complaints)
{
    const Object &owner = *pods.owner;
    const auto say = [&](QLatin1StringView rule, const QString &path, const yaml::Value &value, const QString &sentence,
                         const QString &remedy) {
        complaints.add(rule, owner, {.path = pods.path + u'.' + path, .where = owner.at(value)}, sentence, remedy);
    };
    if (const yaml::Value &shared = valueAt(*pods.spec, {u"hostNetwork"}); isTrue(shared)) {
        say("pod.host-network"_L1, u"hostNetwork"_s, shared,
            Text::tr("The pods share the network of their node: no network policy holds them and they reach what listens there."),
            Text::tr("Take hostNetwork away."));
    }
    if (const yaml::Value &shared = valueAt(*pods.spec, {u"hostPID"}); isTrue(shared)) {
        say("pod.host-pid"_L1, u"hostPID"_s, shared, Text::tr("The pods see every process of their node."),
            Text::tr("Take hostPID away."));
    }
    if (const yaml::Value &shared = valueAt(*pods.spec, {u"hostIPC"}); isTrue(shared)) {
        say("pod.host-ipc"_L1, u"hostIPC"_s, shared, Text::tr("The pods share memory with processes of their node."),
            Text::tr("Take hostIPC away."));
    }
    if (const yaml::Value &host = valueAt(*pods.spec, {u"securityContext", u"windowsOptions", u"hostProcess"}); isTrue(host)) {
        say("pod.host-process"_L1, u"securityContext.windowsOptions.hostProcess"_s, host,
            Text::tr("The containers are processes of the Windows node itself."), Text::tr("Take hostProcess away."));
    }
    for (const yaml::Value &sysctl : valueAt(*pods.spec, {u"securityContext", u"sysctls"}).items()) {
        if (const QString name = textAt(sysctl, {u"name"}); !safeSysctls().contains(name)) {
            say("pod.sysctls"_L1, u"securityContext.sysctls"_s, sysctl,
                Text::tr("The kernel parameter %1 is not kept apart between pods.").arg(name),
                Text::tr("Set it on the nodes, or leave it out."));
        }
    }
    for (const yaml::Value &volume : valueAt(*pods.spec, {u"volumes"}).items()) {
        const QString name = textAt(volume, {u"name"});
        for (const yaml::Entry &entry : volume.entries()) {
            const QString path = textAt(entry.value, {u"path"});
            if (entry.key == "hostPath"_L1 && path.endsWith(".sock"_L1)) {
                say("pod.runtime-socket"_L1, u"volumes"_s, entry.value,
                    Text::tr("Volume %1 hands over %2: whoever speaks to the container runtime owns the node.").arg(name, path),
                    Text::tr("Take the socket away."));
            } else if (entry.key == "hostPath"_L1) {
                say("pod.host-path"_L1, u"volumes"_s, entry.value, Text::tr("Volume %1 is %2 of the node.").arg(name, path),
                    Text::tr("Use a claim, or an emptyDir where the content may go."));
            } else if (entry.key != "name"_L1 && !isRestrictedVolume(entry.key)) {
                say("pod.volume-kind"_L1, u"volumes"_s, entry.value,
                    Text::tr("Volume %1 is of the kind %2, which restricted namespaces refuse.").arg(name, entry.key),
                    Text::tr("Use a claim of a storage class instead."));
            }
        }
    }
}

} // namespace sentinel::policy
