// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/Sentinel/Workloads/ActionWords.h"

#include "core/base/SafeText.h"
#include "qml/Sentinel/Rows/ShellWord.h"
#include "qml/Sentinel/Workloads/KindRows.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sentinel::console {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

bool isOf(const kube::ResourceType &type, QStringView group, QStringView kind)
{
    return type.group == group && type.kind == kind;
}

QString named(const ActionOrder &order)
{
    return u"%1 %2"_s.arg(plainLine(order.type.kind), plainLine(order.name.name));
}

QString placed(const ActionOrder &order)
{
    return order.name.ns.isEmpty() ? named(order)
                                   : Text::tr("%1 in %2", "Pod web in a namespace").arg(named(order), plainLine(order.name.ns));
}

} // namespace

QString verbName(Verb verb)
{
    switch (verb) {
    case Verb::Scale:
        return u"scale"_s;
    case Verb::Restart:
        return u"restart"_s;
    case Verb::Run:
        return u"run"_s;
    case Verb::Suspend:
        return u"suspend"_s;
    case Verb::Resume:
        return u"resume"_s;
    case Verb::Cordon:
        return u"cordon"_s;
    case Verb::Uncordon:
        return u"uncordon"_s;
    case Verb::Delete:
        return u"delete"_s;
    }
    return {};
}

std::optional<Verb> verbNamed(const QString &name)
{
    for (const Verb verb :
         {Verb::Scale, Verb::Restart, Verb::Run, Verb::Suspend, Verb::Resume, Verb::Cordon, Verb::Uncordon, Verb::Delete}) {
        if (verbName(verb) == name) {
            return verb;
        }
    }
    return {};
}

QList<Verb> verbsOf(const kube::ResourceType &type, const kube::Object &object)
{
    QList<Verb> verbs;
    const bool suspends = isOf(type, u"batch", u"CronJob") || isOf(type, u"batch", u"Job");
    if (isOf(type, u"batch", u"CronJob")) {
        verbs.append(Verb::Run);
    }
    if (isOf(type, u"apps", u"Deployment") || isOf(type, u"apps", u"StatefulSet") || isOf(type, u"apps", u"DaemonSet")) {
        verbs.append(Verb::Restart);
    }
    if (type.subresources.contains(u"scale"_s) || isOf(type, u"apps", u"Deployment") || isOf(type, u"apps", u"StatefulSet")
        || isOf(type, u"apps", u"ReplicaSet")) {
        verbs.append(Verb::Scale);
    }
    if (suspends) {
        verbs.append(object[u"spec"][u"suspend"].toBool() ? Verb::Resume : Verb::Suspend);
    }
    if (isOf(type, {}, u"Node")) {
        verbs.append(object[u"spec"][u"unschedulable"].toBool() ? Verb::Uncordon : Verb::Cordon);
    }
    verbs.append(Verb::Delete);
    return verbs;
}

kube::AccessQuestion rightFor(Verb verb, const kube::ResourceType &type, const kube::ObjectName &name)
{
    kube::AccessQuestion question{
        .verb = u"patch"_s, .group = type.group, .resource = type.plural, .ns = name.ns, .name = name.name};
    switch (verb) {
    case Verb::Scale:
        question.subresource = u"scale"_s;
        break;
    case Verb::Run:
        return {.verb = u"create"_s, .group = u"batch"_s, .resource = u"jobs"_s, .ns = name.ns};
    case Verb::Delete:
        question.verb = u"delete"_s;
        break;
    case Verb::Restart:
    case Verb::Suspend:
    case Verb::Resume:
    case Verb::Cordon:
    case Verb::Uncordon:
        break;
    }
    return question;
}

bool destroys(const ActionOrder &order)
{
    return order.verb == Verb::Delete || (order.verb == Verb::Scale && order.replicas == 0);
}

QString verbText(Verb verb)
{
    switch (verb) {
    case Verb::Scale:
        return Text::tr("Scale…");
    case Verb::Restart:
        return Text::tr("Restart…");
    case Verb::Run:
        return Text::tr("Run now…");
    case Verb::Suspend:
        return Text::tr("Suspend…");
    case Verb::Resume:
        return Text::tr("Let it run again…");
    case Verb::Cordon:
        return Text::tr("Take no new pods…");
    case Verb::Uncordon:
        return Text::tr("Take pods again…");
    case Verb::Delete:
        return Text::tr("Delete…");
    }
    return {};
}

QString verbIcon(Verb verb)
{
    switch (verb) {
    case Verb::Scale:
        return u"load"_s;
    case Verb::Restart:
        return u"refresh"_s;
    case Verb::Run:
    case Verb::Resume:
    case Verb::Uncordon:
        return u"play"_s;
    case Verb::Suspend:
    case Verb::Cordon:
        return u"minus"_s;
    case Verb::Delete:
        return u"trash"_s;
    }
    return {};
}

QString actionTitle(const ActionOrder &order)
{
    const QString object = named(order);
    switch (order.verb) {
    case Verb::Scale:
        return Text::tr("Scale %1?").arg(object);
    case Verb::Restart:
        return Text::tr("Restart %1?").arg(object);
    case Verb::Run:
        return Text::tr("Run %1 now?").arg(object);
    case Verb::Suspend:
        return Text::tr("Suspend %1?").arg(object);
    case Verb::Resume:
        return Text::tr("Let %1 run again?").arg(object);
    case Verb::Cordon:
        return Text::tr("Send no new pods to %1?").arg(object);
    case Verb::Uncordon:
        return Text::tr("Send pods to %1 again?").arg(object);
    case Verb::Delete:
        return Text::tr("Delete %1?").arg(object);
    }
    return {};
}

QString actionMeaning(const ActionOrder &order)
{
    switch (order.verb) {
    case Verb::Scale:
        return Text::tr("Pods are started or ended until that many run. Whoever holds it to a repository or an autoscaler may "
                        "change it back.");
    case Verb::Restart:
        return Text::tr("Its pods are replaced a few at a time, as its strategy says; nothing else changes. Who holds it to a "
                        "repository sees a difference in an annotation.");
    case Verb::Run:
        return Text::tr("A Job is made from its template, called %1. The schedule stays as it is.").arg(order.jobName);
    case Verb::Suspend:
        return order.type.kind == u"Job" ? Text::tr("Its pods are ended now and started again when it may go on.")
                                         : Text::tr("It starts no more Jobs until it may again; those that run go on.");
    case Verb::Resume:
        return Text::tr("It goes on from now; what was missed meanwhile is not made up for.");
    case Verb::Cordon:
        return Text::tr("Pods that run there stay. New ones go elsewhere, or wait.");
    case Verb::Uncordon:
        return Text::tr("New pods may be placed there from now on.");
    case Verb::Delete:
        return order.type.kind == u"Pod"
            ? Text::tr("Where a workload owns it, another takes its place; otherwise it is gone for good.")
            : order.type.kind == u"PersistentVolumeClaim"
            ? Text::tr("Its data may be lost for good, depending on its class. What uses it now keeps it until it ends.")
            : order.type.kind == u"Namespace"
            ? Text::tr("Everything in it is deleted with it, volumes and secrets included. There is no way back.")
            : order.type.kind == u"Node" ? Text::tr("The cluster forgets the machine; its pods are started elsewhere.")
                                         : Text::tr("What it owns is deleted with it. There is no way back.");
    }
    return {};
}

QString actionAccept(const ActionOrder &order)
{
    const QString name = plainLine(order.name.name);
    switch (order.verb) {
    case Verb::Scale:
        return Text::tr("Scale %1 to %2").arg(name).arg(order.replicas);
    case Verb::Restart:
        return Text::tr("Restart %1").arg(name);
    case Verb::Run:
        return Text::tr("Run %1").arg(name);
    case Verb::Suspend:
        return Text::tr("Suspend %1").arg(name);
    case Verb::Resume:
        return Text::tr("Let %1 run").arg(name);
    case Verb::Cordon:
        return Text::tr("Cordon %1").arg(name);
    case Verb::Uncordon:
        return Text::tr("Uncordon %1").arg(name);
    case Verb::Delete:
        return Text::tr("Delete %1").arg(named(order));
    }
    return {};
}

QString actionIntent(const ActionOrder &order)
{
    const QString object = placed(order);
    switch (order.verb) {
    case Verb::Scale:
        return Text::tr("%1 is scaled to %2.").arg(object).arg(order.replicas);
    case Verb::Restart:
        return Text::tr("%1 is restarted.").arg(object);
    case Verb::Run:
        return Text::tr("%1 is run as Job %2.").arg(object, order.jobName);
    case Verb::Suspend:
        return Text::tr("%1 is suspended.").arg(object);
    case Verb::Resume:
        return Text::tr("%1 may run again.").arg(object);
    case Verb::Cordon:
        return Text::tr("%1 takes no new pods.").arg(object);
    case Verb::Uncordon:
        return Text::tr("%1 takes pods again.").arg(object);
    case Verb::Delete:
        return Text::tr("%1 is deleted.").arg(object);
    }
    return {};
}

QString actionDone(const ActionOrder &order)
{
    return order.verb == Verb::Delete ? Text::tr("Deleting %1 was accepted; it ends as its grace period says.").arg(named(order))
                                      : actionIntent(order);
}

QString actionCommand(const ActionOrder &order, const QStringList &kubectl)
{
    const QString target = kindWord(order.type) + u'/' + order.name.name;
    QStringList place;
    if (order.type.namespaced) {
        place << u"-n"_s << order.name.ns;
    }
    QStringList words = kubectl;
    switch (order.verb) {
    case Verb::Scale:
        words << u"scale"_s << target << place << u"--replicas=%1"_s.arg(order.replicas);
        if (order.expected >= 0) {
            words << u"--current-replicas=%1"_s.arg(order.expected);
        }
        break;
    case Verb::Restart:
        words << u"rollout"_s << u"restart"_s << target << place;
        break;
    case Verb::Run:
        words << u"create"_s << u"job"_s << order.jobName << place << u"--from=cronjob/"_s + order.name.name;
        break;
    case Verb::Suspend:
    case Verb::Resume:
        words << u"patch"_s << target << place << u"-p"_s
              << (order.verb == Verb::Suspend ? uR"({"spec":{"suspend":true}})"_s : uR"({"spec":{"suspend":false}})"_s);
        break;
    case Verb::Cordon:
    case Verb::Uncordon:
        words << verbName(order.verb) << order.name.name;
        break;
    case Verb::Delete:
        words << u"delete"_s << target << place;
        break;
    }
    return commandLine(words);
}

} // namespace sentinel::console
