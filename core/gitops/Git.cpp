// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gitops/Git.h"

#include "core/base/OperationRun.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <array>

using namespace Qt::StringLiterals;

namespace sentinel::gitops {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Git)
};

struct Sign
{
    QLatin1StringView text;
    Error::Kind kind;
};

constexpr std::array kSigns{
    Sign{"non-fast-forward"_L1, Error::Kind::Conflict},
    Sign{"fetch first"_L1, Error::Kind::Conflict},
    Sign{"cannot lock ref"_L1, Error::Kind::Conflict},
    Sign{"stale info"_L1, Error::Kind::Conflict},
    Sign{"Authentication failed"_L1, Error::Kind::Unauthorized},
    Sign{"could not read Username"_L1, Error::Kind::Unauthorized},
    Sign{"could not read Password"_L1, Error::Kind::Unauthorized},
    Sign{"Permission denied (publickey"_L1, Error::Kind::Unauthorized},
    Sign{"Host key verification failed"_L1, Error::Kind::Unauthorized},
    Sign{"HTTP 403"_L1, Error::Kind::Forbidden},
    Sign{"The requested URL returned error: 403"_L1, Error::Kind::Forbidden},
    Sign{"protected branch"_L1, Error::Kind::Forbidden},
    Sign{"pre-receive hook declined"_L1, Error::Kind::Forbidden},
    Sign{"does not appear to be a git repository"_L1, Error::Kind::NotFound},
    Sign{"repository not found"_L1, Error::Kind::NotFound},
    Sign{"Repository not found"_L1, Error::Kind::NotFound},
    Sign{"does not exist"_L1, Error::Kind::NotFound},
    Sign{"Could not resolve host"_L1, Error::Kind::Unreachable},
    Sign{"unable to access"_L1, Error::Kind::Unreachable},
    Sign{"Could not read from remote"_L1, Error::Kind::Unreachable},
    Sign{"Connection"_L1, Error::Kind::Unreachable},
};

Error gitError(const QString &doing, const QByteArray &text)
{
    QStringList sentences;
    const QList<QByteArray> lines = text.split('\n');
    for (const QByteArray &line : lines) {
        // Hints teach the use of git's own command line, which is not what the person used.
        if (!line.trimmed().isEmpty() && !line.startsWith("hint:")) {
            sentences.append(plainLine(QString::fromUtf8(line)).trimmed());
        }
    }
    const QString detail = withoutPassword(sentences.join(u' ').left(2000));
    const auto *sign = std::ranges::find_if(kSigns, [&detail](const Sign &each) { return detail.contains(each.text); });
    return {.kind = sign == kSigns.end() ? Error::Kind::Invalid : sign->kind,
            .doing = doing,
            .detail = detail.isEmpty() ? Text::tr("Git failed without a word.") : detail};
}

} // namespace

QString withoutPassword(const QString &url)
{
    static const QRegularExpression userInfo(u"(\\w+://)[^/@\\s]*@"_s);
    return QString(url).replace(userInfo, u"\\1"_s);
}

Result<void> checkRepositoryUrl(const QString &doing, const QString &url)
{
    static const QRegularExpression password(u"^\\w+://[^/@:]*:[^/@]*@"_s);
    static const QRegularExpression program(u"^\\w+::"_s);
    if (url.isEmpty() || url.startsWith(u'-') || program.match(url).hasMatch()) {
        return failure(Error::Kind::Invalid, doing, Text::tr("“%1” is no address of a Git repository.").arg(plainLine(url)));
    }
    if (password.match(url).hasMatch()) {
        return failure(
            Error::Kind::Invalid, doing,
            Text::tr("The address of the repository holds a password, which everyone on this machine could see. Take it "
                     "out and let Git's credential helper keep it."));
    }
    return {};
}

Async<QByteArray> runGit(GitRun run, CancelToken cancel)
{
    ProgramRun program{.program = u"git"_s};
    if (!run.repository.isEmpty()) {
        program.arguments = {u"--git-dir"_s, run.repository};
    }
    program.arguments += run.arguments;
    program.environment = run.environment;
    program.environment.insert(u"GIT_TERMINAL_PROMPT"_s, u"0"_s);
    program.environment.insert(u"GIT_ALLOW_PROTOCOL"_s, u"file:git:http:https:ssh"_s);
    program.environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    // Whoever started us from inside a repository or a hook must not lead us into it.
    program.without = {u"GIT_DIR"_s,
                       u"GIT_WORK_TREE"_s,
                       u"GIT_INDEX_FILE"_s,
                       u"GIT_OBJECT_DIRECTORY"_s,
                       u"GIT_NAMESPACE"_s,
                       u"GIT_ALTERNATE_OBJECT_DIRECTORIES"_s,
                       u"GIT_CEILING_DIRECTORIES"_s,
                       u"GIT_TRACE*"_s};
    program.input = run.input;
    program.atMost = std::chrono::minutes(10);
    Result<ProgramOutput> output = co_await runProgram(program, cancel);
    if (!output) {
        Error error = output.error();
        error.doing = run.doing;
        if (error.kind == Error::Kind::NotFound) {
            error.detail = Text::tr("There is no git on PATH. Install Git 2.30 or newer.");
        }
        co_return failure(error);
    }
    if (output->exitCode != 0) {
        co_return failure(gitError(run.doing, output->error));
    }
    co_return std::move(output->out);
}

} // namespace sentinel::gitops
