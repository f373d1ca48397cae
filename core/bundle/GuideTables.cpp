// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bundle/GuideTables.h"

#include "core/bundle/RequiredSecrets.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::bundle {

namespace {

QString row(const QStringList &cells)
{
    return u"| "_s + cells.join(u" | "_s) + u" |"_s;
}

QString table(const QStringList &head, const QStringList &rows)
{
    return row(head) + u'\n' + row(QStringList(head.size(), u"---"_s)) + u'\n' + rows.join(u'\n');
}

QStringList words(Language language, const QStringList &english, const QStringList &spanish)
{
    return language == Language::Spanish ? spanish : english;
}

QString code(const QString &text)
{
    return u'`' + text + u'`';
}

QString either(const Quantity &request, const Quantity &limit)
{
    return request == limit ? request.toString() : request.toString() + u" / "_s + limit.toString();
}

QString kubectl(const Target &target)
{
    return target.context.isEmpty() ? u"kubectl"_s : u"kubectl --context "_s + target.context;
}

QString apply(const Target &target, const QString &files)
{
    return kubectl(target) + u" apply --server-side --field-manager=sentinel-console "_s + files;
}

} // namespace

QString environmentTable(std::span<const Environment> environments, Language language)
{
    QStringList rows;
    for (const Environment &environment : environments) {
        QStringList clusters;
        for (const Target &target : environment.targets) {
            clusters.append(target.name);
        }
        rows.append(row({environment.name, code(environment.nameSpace()), environment.answers.text(u"network.host"),
                         environment.answers.notation(u"load.eventsPerSecond"), environment.usesArgo() ? u"Argo CD"_s : u"Helm"_s,
                         clusters.join(u", "_s)}));
    }
    return table(words(language, {u"Environment"_s, u"Namespace"_s, u"Host"_s, u"Events/s"_s, u"Delivered by"_s, u"Clusters"_s},
                       {u"Entorno"_s, u"Namespace"_s, u"Host"_s, u"Eventos/s"_s, u"Entrega"_s, u"Clústeres"_s}),
                 rows);
}

QString nodeTable(const Environment &environment, Language language)
{
    QStringList rows;
    for (const sizing::NodePool &pool : environment.sizing.nodePools) {
        rows.append(
            row({pool.name, QString::number(pool.count), pool.cpu.toString(), pool.memory.toString(), pool.disk.toString()}));
    }
    return table(words(language, {u"Machines"_s, u"Number"_s, u"CPU each"_s, u"Memory each"_s, u"Disk each"_s},
                       {u"Máquinas"_s, u"Cantidad"_s, u"CPU c/u"_s, u"Memoria c/u"_s, u"Disco c/u"_s}),
                 rows);
}

QString componentTable(const Environment &environment, Language language)
{
    QStringList rows;
    for (const sizing::Component &component : environment.sizing.components) {
        const QString pods = component.maxReplicas > component.replicas
            ? u"%1–%2"_s.arg(component.replicas).arg(component.maxReplicas)
            : QString::number(component.replicas);
        rows.append(row({component.name, pods, either(component.requestCpu, component.limitCpu),
                         either(component.requestMemory, component.limitMemory),
                         component.storage.isZero() ? u"–"_s : component.storage.toString()}));
    }
    return table(words(language, {u"Component"_s, u"Pods"_s, u"CPU asked / most"_s, u"Memory asked / most"_s, u"Volume each"_s},
                       {u"Componente"_s, u"Pods"_s, u"CPU pedida / máxima"_s, u"Memoria pedida / máxima"_s, u"Volumen c/u"_s}),
                 rows);
}

QString applicationTable(const Environment &environment, Language language)
{
    QStringList rows;
    for (const Target &target : environment.targets) {
        rows.append(row({target.name, code(environment.platformApplication(target)), code(environment.application(target))}));
    }
    return table(words(language, {u"Cluster"_s, u"First"_s, u"Then"_s}, {u"Clúster"_s, u"Primero"_s, u"Después"_s}), rows);
}

QString secretCommands(const Environment &environment)
{
    QStringList commands;
    const QList<RequiredSecret> secrets = requiredSecrets(environment);
    for (const Target &target : environment.targets) {
        for (const RequiredSecret &secret : secrets) {
            // The repository's belongs to Argo CD's own cluster, so it is made once and with the present context.
            const bool repository = secret.kind == RequiredSecret::Kind::Repository;
            const QString command = createCommand(secret, repository ? QString() : target.context);
            if (!commands.contains(command)) {
                commands.append(command);
            }
        }
    }
    return commands.join(u'\n');
}

QString namespaceCommands(const Environment &environment)
{
    QStringList commands;
    for (const Target &target : environment.targets) {
        commands.append(apply(target, u"-f "_s + environment.folder() + u"/namespace.yaml"_s));
    }
    return commands.join(u'\n');
}

QString helmCommands(const Environment &environment)
{
    QStringList commands;
    for (const Target &target : environment.targets) {
        const QString next = u" \\\n  -f "_s + environment.folder();
        QString files = u"\\\n  -f "_s + environment.folder() + u"/namespace.yaml"_s;
        if (environment.answers.flag(u"security.priorityClasses")) {
            files += next + u"/priority-classes.yaml"_s;
        }
        if (environment.usesCertManager()) {
            files += next + u"/cert-manager/"_s;
        }
        if (environment.answers.flag(u"security.networkPolicies")) {
            files += next + u"/network-policies/"_s;
        }
        commands.append(apply(target, files));
        QString helm = u"helm "_s + (target.context.isEmpty() ? QString() : u"--kube-context "_s + target.context + u' ')
            + u"upgrade --install sentinel charts/sentinel -n "_s + environment.nameSpace() + u" \\\n  -f "_s
            + environment.folder() + u"/values.yaml -f "_s + environment.folder() + u"/version.yaml"_s;
        if (target.named) {
            helm += u" -f clusters/"_s + target.name + u"/values.yaml"_s;
        }
        commands.append(helm + (environment.usesArgo() ? u" --set delivery=helm"_s : QString()) + u" --wait --timeout 30m"_s);
    }
    return commands.join(u'\n');
}

QString allOf(std::span<const Environment> environments, const QString &answer)
{
    QStringList values;
    for (const Environment &environment : environments) {
        if (environment.answers.applies(answer)) {
            values.append(environment.answers.text(answer));
        }
    }
    values.sort();
    values.removeDuplicates();
    return values.join(u", "_s);
}

} // namespace sentinel::bundle
