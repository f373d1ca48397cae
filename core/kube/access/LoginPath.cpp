// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kube/access/LoginPath.h"

#include "core/base/Files.h"
#include "core/base/Program.h"

#include <QStringList>
#include <algorithm>
#include <pwd.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace sentinel::kube {

namespace {

constexpr Duration kPatience = std::chrono::seconds(5);

QString accountShell()
{
    const passwd *account = ::getpwuid(::getuid());
    return account && account->pw_shell ? QString::fromLocal8Bit(account->pw_shell) : QString();
}

} // namespace

QString shellToAsk(const QString &shell, const QByteArray &listed)
{
    const QList<QByteArray> lines = listed.split('\n');
    const bool isListed
        = std::ranges::any_of(lines, [&](const QByteArray &line) { return QString::fromLocal8Bit(line.trimmed()) == shell; });
    return shell.startsWith(u'/') && isListed ? shell : QString();
}

QString pathIn(const QByteArray &out)
{
    QString found;
    for (const QByteArray &line : out.split('\n')) {
        const QString text = QString::fromLocal8Bit(line).trimmed();
        const bool isPlain = std::ranges::all_of(text, [](QChar letter) { return letter.isPrint(); });
        if (text.startsWith(u'/') && isPlain) {
            found = text;
        }
    }
    QStringList folders = found.split(u':', Qt::SkipEmptyParts);
    folders.removeIf([](const QString &folder) { return !folder.startsWith(u'/'); });
    return folders.join(u':');
}

Async<QString> loginPath()
{
    static thread_local std::optional<QString> known;
    if (known) {
        co_return *known;
    }
    QString path = qEnvironmentVariable("PATH");
    const QString shell = shellToAsk(accountShell(), readFile(u"/etc/shells"_s).value_or(QByteArray()));
    if (!shell.isEmpty()) {
        // The words are ours alone; nothing of a kubeconfig or a cluster comes near this shell.
        const auto told = co_await runProgram({.program = shell,
                                               .arguments = {u"-l"_s, u"-c"_s, u"printenv PATH"_s},
                                               .atMost = kPatience,
                                               .grace = std::chrono::seconds(1)},
                                              {});
        if (const QString theirs = told && told->exitCode == 0 ? pathIn(told->out) : QString(); !theirs.isEmpty()) {
            path = theirs;
        }
    }
    known = path;
    co_return path;
}

} // namespace sentinel::kube
