// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/Cluster.h"
#include "app/composition/Application.h"
#include "app/composition/RehearsalCluster.h"

#include <CLI/CLI.hpp>
#include <QCoreApplication>
#include <QDir>
#include <QFileDevice>
#include <QFileInfo>
#include <QJsonArray>
#include <memory>

using namespace Qt::StringLiterals;

namespace sentinel::cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

struct StartOptions
{
    std::string kubeconfig;
    std::string scenario;
    int port = 0;
    double speed = 1;
    int nodes = 6;
};

struct ToldOptions
{
    std::string name;
    double speed = 1;
    ClusterOptions target;
    Format format = Format::Table;
};

void flush(const Io &io)
{
    // The line is waited for by scripts; a pipe would keep it until the end.
    if (auto *file = qobject_cast<QFileDevice *>(&io.out)) {
        file->flush();
    }
}

Exit start(const Io &io, const StartOptions &options)
{
    composition::RehearsalCluster cluster(
        {.port = quint16(options.port), .speed = options.speed, .nodes = options.nodes, .scenario = text(options.scenario)});
    if (const auto started = cluster.start(); !started) {
        return report(io, started.error(), started.error().kind != Error::Kind::Unreachable);
    }
    const QString kubeconfig = options.kubeconfig.empty() ? composition::stateFolder() + u"/rehearsal/kubeconfig"_s
                                                          : QFileInfo(text(options.kubeconfig)).absoluteFilePath();
    if (options.kubeconfig.empty()) {
        QDir().mkpath(QFileInfo(kubeconfig).path());
    }
    if (const auto written = cluster.writeKubeconfigTo(kubeconfig); !written) {
        return report(io, written.error(), false);
    }
    QEventLoop loop;
    const StopSignals signals([&loop] { loop.quit(); });
    QObject::connect(&cluster, &composition::RehearsalCluster::shutdownRequested, &loop, &QEventLoop::quit);
    io.print(u"ready %1 %2\n"_s.arg(cluster.url(), kubeconfig));
    flush(io);
    io.say(Text::tr("The rehearsal cluster runs until you end it with Ctrl+C. Use it with: kubectl --kubeconfig %1")
               .arg(kubeconfig));
    loop.exec();
    return Exit::Done;
}

/// One request below /rehearsal/v1/ of a running rehearsal cluster.
Result<kube::Object> ask(const ToldOptions &options, const QByteArray &method, const QString &path,
                         std::optional<kube::Object> body = {})
{
    ClusterOptions target = options.target;
    const QString usual = composition::stateFolder() + u"/rehearsal/kubeconfig"_s;
    if (target.kubeconfig.empty() && target.context.empty() && QFileInfo::exists(usual)) {
        target.kubeconfig = usual.toStdString();
    }
    CancelSource asked;
    const StopSignals signals([&asked] { asked.cancel(); });
    const auto connection = connected(target, asked.token());
    if (!connection) {
        return failure(connection);
    }
    if (!connection->rehearsal) {
        return failure(
            Error::Kind::Invalid, Text::tr("asking the rehearsal cluster"),
            Text::tr("%1 is no rehearsal cluster; \"sentinelctl sandbox start\" makes one.").arg(connection->access.host()));
    }
    return waitFor(connection->api->request(method, u"/rehearsal/v1/"_s + path, std::move(body), asked.token()));
}

QString words(const Io &io, const QJsonValue &both)
{
    return both[io.language == Language::Spanish ? u"es" : u"en"].toString();
}

yaml::Value scenarioDocument(const QJsonArray &scenarios, const Io &io)
{
    yaml::Value document;
    document.set(u"apiVersion"_s, u"console.sentinel/v1"_s);
    document.set(u"kind"_s, u"ScenarioList"_s);
    QList<yaml::Value> items;
    for (const QJsonValue &scenario : scenarios) {
        yaml::Value item;
        item.set(u"id"_s, scenario[u"id"].toString());
        item.set(u"title"_s, words(io, scenario[u"title"]));
        item.set(u"explanation"_s, words(io, scenario[u"explanation"]));
        item.set(u"active"_s, scenario[u"active"].toBool());
        items.append(item);
    }
    document.set(u"items"_s, yaml::Value::list(items));
    return document;
}

Exit printScenarios(const Io &io, const ToldOptions &options, const Result<kube::Object> &answer)
{
    if (!answer) {
        return report(io, answer.error(), answer.error().kind == Error::Kind::NotFound);
    }
    const QJsonArray scenarios = (*answer)[u"items"].toArray();
    if (isDocument(options.format)) {
        printDocument(io, options.format, scenarioDocument(scenarios, io));
        return Exit::Done;
    }
    Table table({{Text::tr("name")}, {Text::tr("active")}, {Text::tr("what")}});
    for (const QJsonValue &scenario : scenarios) {
        const QString id = scenario[u"id"].toString();
        if (options.format == Format::Name) {
            io.print(id + u'\n');
        }
        table.add({id, scenario[u"active"].toBool() ? Text::tr("yes") : u"-"_s,
                   options.format == Format::Wide ? words(io, scenario[u"explanation"]) : words(io, scenario[u"title"])});
    }
    if (options.format != Format::Name) {
        io.print(table.toString());
    }
    return Exit::Done;
}

Exit setSpeed(const Io &io, const ToldOptions &options)
{
    const auto answer = ask(options, "PUT", u"speed"_s, kube::Object{{u"speed"_s, options.speed}});
    if (!answer) {
        return report(io, answer.error(), false);
    }
    io.say(
        Text::tr("The time of the rehearsal cluster runs %1 times as fast as the wall's.").arg((*answer)[u"speed"].toDouble()));
    return Exit::Done;
}

Exit stop(const Io &io, const ToldOptions &options)
{
    const auto answer = ask(options, "POST", u"shutdown"_s);
    return answer ? Exit::Done : report(io, answer.error(), false);
}

void addStart(CLI::App &sandbox, Invocation &invocation)
{
    const auto options = std::make_shared<StartOptions>();
    CLI::App *command = sandbox.add_subcommand("start", "Run a rehearsal cluster in the foreground until it is ended");
    command
        ->add_option("--kubeconfig", options->kubeconfig,
                     "File to write for kubectl, helm and this program; never one it did not write")
        ->type_name("FILE");
    command->add_option("--port", options->port, "Port on loopback; any free one otherwise")->check(CLI::Range(0, 65535));
    command->add_option("--speed", options->speed, "How many times as fast as the wall its time runs")
        ->check(CLI::Range(0.1, 1000.0));
    command->add_option("--scenario", options->scenario, "Something that goes wrong from the start")->type_name("FILE");
    command->add_option("--nodes", options->nodes, "How many nodes, over three zones")->check(CLI::Range(1, 300));
    command->callback(
        [&invocation, options] { invocation.action = [&io = invocation.io, options] { return start(io, *options); }; });
}

} // namespace

void addSandbox(CLI::App &app, Invocation &invocation)
{
    CLI::App *sandbox
        = app.add_subcommand("sandbox", "A rehearsal cluster on this machine: deploy, break and repair without risk");
    sandbox->require_subcommand(1);
    addStart(*sandbox, invocation);
    const auto options = std::make_shared<ToldOptions>();
    const auto does
        = [&invocation, options, sandbox](const char *name, const char *help, Exit (*work)(const Io &, const ToldOptions &)) {
              CLI::App *command = sandbox->add_subcommand(name, help);
              addClusterFlags(*command, options->target);
              addFormat(*command, options->format);
              command->callback([&invocation, options, work] {
                  invocation.action = [&io = invocation.io, options, work] { return work(io, *options); };
              });
              return command;
          };
    does("scenarios", "What can go wrong on the running one",
         [](const Io &io, const ToldOptions &told) { return printScenarios(io, told, ask(told, "GET", u"scenarios"_s)); });
    does("start-scenario", "Let something go wrong",
         [](const Io &io, const ToldOptions &told) {
             return printScenarios(io, told, ask(told, "PUT", u"scenarios/"_s + text(told.name)));
         })
        ->add_option("NAME", options->name, "Which")
        ->required();
    does("clear", "End a scenario, or all of them", [](const Io &io, const ToldOptions &told) {
        return printScenarios(io, told,
                              ask(told, "DELETE", told.name.empty() ? u"scenarios"_s : u"scenarios/"_s + text(told.name)));
    })->add_option("NAME", options->name, "Which; all otherwise");
    does("speed", "Let its time run faster or slower", setSpeed)
        ->add_option("N", options->speed, "Times as fast as the wall")
        ->required();
    does("stop", "End the running one", stop);
}

} // namespace sentinel::cli
