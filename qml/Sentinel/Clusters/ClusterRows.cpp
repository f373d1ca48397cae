// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/Sentinel/Clusters/ClusterRows.h"

#include "core/base/OperationRun.h"

#include <QCoreApplication>
#include <QDir>

using namespace Qt::StringLiterals;

namespace sentinel::console {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

const QString kGuardedColour = u"red"_s; ///< whatever its own colour: production looks the same everywhere

QString protectionHelp(ProtectionLevel level)
{
    switch (level) {
    case ProtectionLevel::None:
        return Text::tr("What you press is done at once. For clusters you can throw away.");
    case ProtectionLevel::Confirm:
        return Text::tr("What changes or destroys something is confirmed once.");
    case ProtectionLevel::TypedName:
        return Text::tr("What destroys something is confirmed by typing its name. For production.");
    case ProtectionLevel::ReadOnly:
        return Text::tr("This console writes nothing there, whatever your rights allow.");
    }
    Q_UNREACHABLE_RETURN({});
}

QString colourWord(const QString &colour)
{
    return colour == u"blue" ? Text::tr("Blue")
        : colour == u"teal"  ? Text::tr("Teal")
        : colour == u"brown" ? Text::tr("Brown")
                             : colour;
}

Tone toneOf(kube::CheckStep::Outcome outcome)
{
    switch (outcome) {
    case kube::CheckStep::Outcome::Waiting:
        return Tone::Info;
    case kube::CheckStep::Outcome::Passed:
        return Tone::Ok;
    case kube::CheckStep::Outcome::Warned:
        return Tone::Warning;
    case kube::CheckStep::Outcome::Failed:
        return Tone::Error;
    case kube::CheckStep::Outcome::NotChecked:
        return Tone::Unknown;
    }
    Q_UNREACHABLE_RETURN(Tone::Unknown);
}

QString wordOf(kube::CheckStep::Outcome outcome)
{
    switch (outcome) {
    case kube::CheckStep::Outcome::Waiting:
        return Text::tr("asking");
    case kube::CheckStep::Outcome::Passed:
        return Text::tr("works");
    case kube::CheckStep::Outcome::Warned:
        return Text::tr("works, but");
    case kube::CheckStep::Outcome::Failed:
        return Text::tr("does not work");
    case kube::CheckStep::Outcome::NotChecked:
        return Text::tr("not checked");
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace

QString protectionWord(ProtectionLevel level)
{
    switch (level) {
    case ProtectionLevel::None:
        return Text::tr("Nothing asked");
    case ProtectionLevel::Confirm:
        return Text::tr("Asks once");
    case ProtectionLevel::TypedName:
        return Text::tr("Asks for the name");
    case ProtectionLevel::ReadOnly:
        return Text::tr("Read-only");
    }
    Q_UNREACHABLE_RETURN({});
}

QVariantList protectionOptions()
{
    QVariantList options;
    for (const auto level :
         {ProtectionLevel::None, ProtectionLevel::Confirm, ProtectionLevel::TypedName, ProtectionLevel::ReadOnly}) {
        options.append(QVariantMap{{u"value"_s, protectionName(level).toString()},
                                   {u"label"_s, protectionWord(level)},
                                   {u"help"_s, protectionHelp(level)}});
    }
    return options;
}

QVariantList colourOptions()
{
    QVariantList options;
    for (const QString &colour : kube::clusterColours()) {
        options.append(QVariantMap{{u"value"_s, colour}, {u"label"_s, colourWord(colour)}, {u"help"_s, QString()}});
    }
    return options;
}

QString fileWords(const QString &kubeconfig)
{
    if (kubeconfig.isEmpty()) {
        return Text::tr("what kubectl reads");
    }
    const QString home = QDir::homePath() + u'/';
    return plainLine(kubeconfig.startsWith(home) ? u"~/"_s + kubeconfig.mid(home.size()) : QDir::toNativeSeparators(kubeconfig));
}

QByteArrayList clusterRoles()
{
    return {"id", "title", "place", "colour", "guarded", "protection", "tone", "word", "inUse"};
}

RowsModel::Row clusterRow(const kube::KnownCluster &cluster, const ClusterState &state, bool inUse)
{
    return {{u"id"_s, cluster.name},
            {u"title"_s, plainLine(cluster.name)},
            {u"place"_s,
             cluster.context == cluster.name
                 ? fileWords(cluster.kubeconfig)
                 : Text::tr("%1 in %2", "a context in a file").arg(plainLine(cluster.context), fileWords(cluster.kubeconfig))},
            {u"colour"_s, cluster.protection >= ProtectionLevel::TypedName ? kGuardedColour : cluster.colour},
            {u"guarded"_s, cluster.protection >= ProtectionLevel::TypedName},
            {u"protection"_s, protectionWord(cluster.protection)},
            {u"tone"_s, number(state.tone)},
            {u"word"_s, state.word.isEmpty() ? Text::tr("not tested yet") : state.word},
            {u"inUse"_s, inUse}};
}

QVariantMap choiceOf(const kube::KnownCluster &cluster)
{
    return {{u"name"_s, cluster.name},
            {u"kubeconfig"_s, cluster.kubeconfig},
            {u"context"_s, cluster.context},
            {u"colour"_s, cluster.colour},
            {u"protection"_s, protectionName(cluster.protection).toString()}};
}

QByteArrayList stepRoles()
{
    return {"id", "title", "tone", "word", "sentence", "remedy", "last"};
}

QList<RowsModel::Row> stepRows(const kube::ClusterCheck &check)
{
    QList<RowsModel::Row> rows;
    for (const kube::CheckStep &step : check.steps) {
        rows.append({{u"id"_s, kube::stepName(step.id).toString()},
                     {u"title"_s, kube::stepTitle(step.id)},
                     {u"tone"_s, number(toneOf(step.outcome))},
                     {u"word"_s, wordOf(step.outcome)},
                     {u"sentence"_s, plainLine(step.sentence)},
                     {u"remedy"_s, plainLine(step.remedy)},
                     {u"last"_s, &step == &check.steps.last()}});
    }
    return rows;
}

ClusterState stateOf(const kube::ClusterCheck &check)
{
    bool warned = false;
    for (const kube::CheckStep &step : check.steps) {
        if (step.outcome == kube::CheckStep::Outcome::Failed) {
            return {.tone = Tone::Error, .word = Text::tr("stops at: %1").arg(kube::stepTitle(step.id))};
        }
        if (step.outcome == kube::CheckStep::Outcome::Waiting) {
            return {.tone = Tone::Info, .word = Text::tr("testing")};
        }
        warned = warned || step.outcome == kube::CheckStep::Outcome::Warned;
    }
    return warned ? ClusterState{.tone = Tone::Warning, .word = Text::tr("works, with a warning")}
                  : ClusterState{.tone = Tone::Ok, .word = Text::tr("works")};
}

QVariantMap wishOf(const std::optional<kube::ConsentWish> &wish)
{
    if (!wish) {
        return {};
    }
    if (const auto *insecure = std::get_if<kube::InsecureWish>(&*wish)) {
        return {{u"kind"_s, u"insecure"_s},
                {u"title"_s, Text::tr("Speak to %1 without verifying who it is?").arg(plainLine(insecure->cluster))},
                {u"question"_s, plainLine(kube::consentQuestion(*wish))},
                {u"server"_s, plainLine(insecure->server)}};
    }
    const auto &plugin = std::get<kube::PluginWish>(*wish);
    QStringList arguments;
    for (const QString &argument : plugin.arguments) {
        arguments.append(plainLine(argument));
    }
    QStringList variables;
    for (const QString &variable : plugin.variables) {
        variables.append(plainLine(variable.section(u'=', 0, 0))); // values may be secrets
    }
    return {{u"kind"_s, u"plugin"_s},
            {u"title"_s, Text::tr("Run a program to sign in?")},
            {u"question"_s, plainLine(kube::consentQuestion(*wish))},
            {u"command"_s, plainLine(plugin.command)},
            {u"arguments"_s, arguments},
            {u"variables"_s, variables},
            {u"hash"_s, QString::fromLatin1(plugin.sha256)}};
}

} // namespace sentinel::console
