// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/ClustersDocument.h"

#include "core/base/OperationRun.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sentinel::cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

yaml::Value headOf(const QString &kind)
{
    yaml::Value document;
    document.set(u"apiVersion"_s, u"console.sentinel/v1"_s);
    document.set(u"kind"_s, kind);
    return document;
}

QString timeText(const QDateTime &time)
{
    return time.isValid() ? time.toUTC().toString(Qt::ISODate) : QString();
}

yaml::Value allowedItems(const kube::KnownClusters &known)
{
    QList<yaml::Value> items;
    for (const kube::InsecureConsent &each : known.insecure()) {
        yaml::Value item;
        item.set(u"kind"_s, u"insecure"_s);
        item.set(u"cluster"_s, plainLine(each.wish.cluster));
        item.set(u"server"_s, plainLine(each.wish.server));
        item.set(u"at"_s, timeText(each.at));
        items.append(item);
    }
    for (const kube::PluginConsent &each : known.plugins()) {
        yaml::Value item;
        item.set(u"kind"_s, u"program"_s);
        item.set(u"command"_s, plainLine(each.command));
        item.set(u"arguments"_s, yaml::Value::list(each.arguments));
        item.set(u"sha256"_s, QString::fromLatin1(each.sha256));
        item.set(u"at"_s, timeText(each.at));
        items.append(item);
    }
    return yaml::Value::list(items);
}

} // namespace

yaml::Value clusterList(const kube::KnownClusters &known)
{
    yaml::Value document = headOf(u"ClusterList"_s);
    QList<yaml::Value> items;
    for (const kube::KnownCluster &each : known.clusters()) {
        yaml::Value item;
        item.set(u"name"_s, each.name);
        item.set(u"kubeconfig"_s, each.kubeconfig);
        item.set(u"context"_s, each.context);
        item.set(u"protection"_s, protectionName(each.protection).toString());
        item.set(u"colour"_s, each.colour);
        items.append(item);
    }
    document.set(u"items"_s, yaml::Value::list(items));
    document.set(u"allowed"_s, allowedItems(known));
    return document;
}

QString clusterTable(const kube::KnownClusters &known)
{
    Table table(
        {{Text::tr("name")}, {Text::tr("context")}, {Text::tr("kubeconfig")}, {Text::tr("protection")}, {Text::tr("colour")}});
    for (const kube::KnownCluster &each : known.clusters()) {
        table.add({each.name, plainLine(each.context),
                   each.kubeconfig.isEmpty() ? Text::tr("as kubectl") : plainLine(each.kubeconfig),
                   protectionName(each.protection).toString(), each.colour});
    }
    return table.isEmpty() ? Text::tr("There is no cluster in your list; \"sentinelctl clusters add NAME\" adds one.") + u'\n'
                           : table.toString();
}

yaml::Value checkDocument(const kube::ClusterCheck &check)
{
    yaml::Value document = headOf(u"ClusterCheck"_s);
    document.set(u"context"_s, plainLine(check.context));
    document.set(u"kubeconfigs"_s, yaml::Value::list(check.kubeconfigs));
    document.set(u"server"_s, check.server);
    document.set(u"proxy"_s, check.proxy);
    document.set(u"user"_s, check.user);
    document.set(u"groups"_s, yaml::Value::list(check.groups));
    document.set(u"kubernetesVersion"_s, plainLine(check.version.gitVersion));
    document.set(u"usable"_s, check.firstFailed() == nullptr);
    QList<yaml::Value> steps;
    for (const kube::CheckStep &step : check.steps) {
        yaml::Value item;
        item.set(u"step"_s, stepName(step.id).toString());
        item.set(u"outcome"_s, outcomeName(step.outcome).toString());
        item.set(u"sentence"_s, plainLine(step.sentence));
        item.set(u"remedy"_s, plainLine(step.remedy));
        steps.append(item);
    }
    document.set(u"steps"_s, yaml::Value::list(steps));
    return document;
}

namespace {

/// For people; documents keep outcomeName().
QString outcomeWord(kube::CheckStep::Outcome outcome)
{
    switch (outcome) {
    case kube::CheckStep::Outcome::Waiting:
        return Text::tr("waiting");
    case kube::CheckStep::Outcome::Passed:
        return Text::tr("passed");
    case kube::CheckStep::Outcome::Warned:
        return Text::tr("works, but note");
    case kube::CheckStep::Outcome::Failed:
        return Text::tr("failed");
    case kube::CheckStep::Outcome::NotChecked:
        return Text::tr("not checked");
    }
    return {};
}

} // namespace

QString checkTable(const kube::ClusterCheck &check)
{
    Table table({{Text::tr("step")}, {Text::tr("outcome")}, {Text::tr("what was found")}});
    for (const kube::CheckStep &step : check.steps) {
        QString found = plainLine(step.sentence);
        if (!step.remedy.isEmpty()) {
            found += u' ' + plainLine(step.remedy);
        }
        table.add({stepTitle(step.id), outcomeWord(step.outcome), found});
    }
    return table.toString();
}

} // namespace sentinel::cli
