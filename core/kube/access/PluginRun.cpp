// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kube/access/PluginRun.h"

#include "core/base/OperationRun.h"
#include "core/base/Program.h"
#include "core/kube/access/FileStamp.h"
#include "core/kube/access/LoginPath.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace sentinel::kube {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

constexpr Duration kQuietPatience = std::chrono::seconds(60);
constexpr Duration kLoginPatience = std::chrono::minutes(5); // a person in a browser, or at our terminal
constexpr qsizetype kMostWords = 500; // of what the program says went wrong

QString doingOf(const ExecPlugin &plugin)
{
    return Text::tr("signing in with %1").arg(QFileInfo(plugin.command).fileName());
}

/// Hostile text of the kubeconfig or of the program, in one short line.
QString shortly(const QString &text)
{
    const QString line = plainLine(text.simplified());
    return line.size() > kMostWords ? line.first(kMostWords) + u'…' : line;
}

std::unexpected<Error> missing(const ExecPlugin &plugin)
{
    QString sentence = Text::tr("The kubeconfig signs in with the program %1, which is not there.").arg(shortly(plugin.command));
    if (const QString hint = shortly(plugin.installHint); !hint.isEmpty()) {
        sentence += u' ' + Text::tr("It says: %1").arg(hint);
    }
    return failure(Error::Kind::NotFound, doingOf(plugin), sentence, plugin.where);
}

/// SHA-256 of a file, hexadecimal; empty when it cannot be read. Remembered until the file changes.
QByteArray hashOf(const QString &path)
{
    struct Known
    {
        FileStamp stamp;
        QByteArray hash;
    };
    static thread_local QHash<QString, Known> known;
    const FileStamp stamp = stampOf(path);
    if (const auto found = known.constFind(path); found != known.cend() && found->stamp == stamp) {
        return found->hash;
    }
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!file.open(QIODevice::ReadOnly) || !hash.addData(&file)) {
        return {};
    }
    const QByteArray text = hash.result().toHex();
    known.insert(path, {.stamp = stamp, .hash = text});
    return text;
}

Async<QString> pathFor(PluginHost host)
{
    if (host.asksLoginShell) {
        return loginPath();
    }
    return []() -> Async<QString> { co_return qEnvironmentVariable("PATH"); }();
}

Async<void> mustBeAllowed(PluginWish wish, ClusterAccess access, PluginGate gate)
{
    if (gate.consent->allows(wish)) {
        co_return {};
    }
    if (gate.ask) {
        const auto answer = co_await gate.ask(wish);
        if (answer.value_or(false)) {
            co_return {};
        }
    }
    co_return failure(
        Error::Kind::Forbidden, Text::tr("signing in with %1").arg(QFileInfo(wish.command).fileName()),
        Text::tr("The kubeconfig wants to run %1 to sign in, which nobody allowed yet (or it has changed since). If "
                 "you trust it: sentinelctl clusters allow \"%2\".")
            .arg(shortly((QStringList(wish.command) + wish.shownArguments()).join(u' ')), access.context),
        access.plugin ? access.plugin->where : Location());
}

Result<ExecCredential> judged(const ExecPlugin &plugin, const Result<ProgramOutput> &ended)
{
    const QString program = QFileInfo(plugin.command).fileName();
    if (!ended) {
        return failure(ended.error().kind == Error::Kind::Internal ? Error::Kind::Unauthorized : ended.error().kind,
                       doingOf(plugin), ended.error().detail);
    }
    if (ended->exitCode != 0) {
        const QString words = shortly(QString::fromUtf8(ended->error.trimmed().split('\n').last()));
        return failure(Error::Kind::Unauthorized, doingOf(plugin),
                       words.isEmpty() ? Text::tr("%1 could not sign in (exit code %2).").arg(program).arg(ended->exitCode)
                                       : Text::tr("%1 could not sign in: %2").arg(program, words));
    }
    return readExecCredential(ended->out, plugin.apiVersion, program);
}

} // namespace

Async<PluginWish> findPlugin(ExecPlugin plugin, PluginHost host)
{
    QString program = plugin.command;
    if (!program.contains(u'/')) {
        const auto path = co_await pathFor(host);
        QStringList folders = path.value_or(QString()).split(u':', Qt::SkipEmptyParts);
        folders.removeIf([](const QString &folder) { return !folder.startsWith(u'/'); }); // not whatever lies where we are
        program = folders.isEmpty() ? QString() : QStandardPaths::findExecutable(program, folders);
    }
    if (program.isEmpty() || !QFileInfo(program).isExecutable() || QFileInfo(program).isDir()) {
        co_return missing(plugin);
    }
    QStringList variables;
    for (const auto &[name, value] : plugin.variables) {
        variables.append(name + u'=' + value);
    }
    const QByteArray hash = hashOf(program);
    if (hash.isEmpty()) {
        co_return failure(Error::Kind::Forbidden, doingOf(plugin),
                          Text::tr("The sign-in program %1 cannot be read, so nobody can say what it is.").arg(program),
                          plugin.where);
    }
    co_return PluginWish{.command = program, .arguments = plugin.arguments, .variables = variables, .sha256 = hash};
}

Async<ExecCredential> runPlugin(ExecPlugin plugin, ClusterAccess access, PluginGate gate, CancelToken cancel)
{
    const bool isInteractive = gate.host.hasTerminal && plugin.interaction != ExecPlugin::Interaction::Never;
    if (plugin.interaction == ExecPlugin::Interaction::Always && !gate.host.hasTerminal) {
        co_return failure(Error::Kind::Unsupported, doingOf(plugin),
                          Text::tr("%1 must ask its questions on a terminal, and there is none. Sign in on a command line first.")
                              .arg(QFileInfo(plugin.command).fileName()),
                          plugin.where);
    }
    const auto wish = co_await findPlugin(plugin, gate.host);
    if (!wish) {
        co_return failure(wish);
    }
    if (const auto allowed = co_await mustBeAllowed(*wish, access, gate); !allowed) {
        co_return failure(allowed);
    }
    ProgramRun run{.program = wish->command, .arguments = plugin.arguments};
    for (const auto &[name, value] : plugin.variables) {
        run.environment.insert(name, value);
    }
    if (gate.host.asksLoginShell && !run.environment.contains(u"PATH"_s)) {
        run.environment.insert(u"PATH"_s, (co_await loginPath()).value_or(qEnvironmentVariable("PATH")));
    }
    run.environment.insert(u"KUBERNETES_EXEC_INFO"_s, QString::fromUtf8(execInfo(plugin, access, isInteractive)));
    run.onTerminal = isInteractive;
    run.atMost = plugin.interaction == ExecPlugin::Interaction::Never ? kQuietPatience : kLoginPatience;
    run.grace = std::chrono::seconds(2);
    co_return judged(plugin, co_await runProgram(std::move(run), std::move(cancel)));
}

} // namespace sentinel::kube
