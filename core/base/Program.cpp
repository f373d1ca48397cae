// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Program.h"

#include "core/base/OperationRun.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>
#include <QTimer>

#ifdef Q_OS_UNIX
#include <csignal>
#endif

using namespace Qt::StringLiterals;

namespace sentinel {

namespace {

constexpr qsizetype kMostOutput = 128 * 1024 * 1024;
constexpr qsizetype kMostError = 256 * 1024;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Program)
};

QProcessEnvironment environmentOf(const ProgramRun &run)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    const QStringList names = environment.keys();
    for (const QString &pattern : run.without) {
        for (const QString &name : names) {
            if (name == pattern || (pattern.endsWith(u'*') && name.startsWith(QStringView(pattern).chopped(1)))) {
                environment.remove(name);
            }
        }
    }
    for (auto each = run.environment.cbegin(); each != run.environment.cend(); ++each) {
        environment.insert(each.key(), each.value());
    }
    return environment;
}

/// The program while it runs; deletes itself after the promise is kept.
class Running : public QObject
{
public:
    Running(ProgramRun run, Promise<ProgramOutput> promise)
        : m_run(std::move(run))
        , m_promise(std::move(promise))
    {
        connect(&m_process, &QProcess::readyReadStandardOutput, this, &Running::readOut);
        connect(&m_process, &QProcess::readyReadStandardError, this, &Running::readError);
        connect(&m_process, &QProcess::finished, this, &Running::finish);
        connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
            if (error == QProcess::FailedToStart) {
                end(failure(Error::Kind::NotFound, doing(), Text::tr("%1 cannot be started.").arg(m_run.program)));
            }
        });
    }

    void start()
    {
        m_process.setProcessEnvironment(environmentOf(m_run));
        if (!m_run.folder.isEmpty()) {
            m_process.setWorkingDirectory(m_run.folder);
        }
        if (m_run.onTerminal) {
            m_process.setInputChannelMode(QProcess::ForwardedInputChannel);
            m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        }
#ifdef Q_OS_UNIX
        if (!m_run.onTerminal) { // a session of its own has none
            m_process.setUnixProcessParameters(QProcess::UnixProcessFlag::CreateNewSession);
        }
#endif
        if (m_run.atMost > Duration::zero()) {
            QTimer::singleShot(m_run.atMost, this, [this] { stop(Error::Kind::Timeout); });
        }
        m_process.start(m_run.program, m_run.arguments);
        if (!m_run.onTerminal) {
            m_process.write(m_run.input);
            m_process.closeWriteChannel();
        }
    }

    /// Helm must hear SIGTERM first: killed outright it leaves its release pending.
    void stop(Error::Kind why)
    {
        if (m_stopped) {
            return;
        }
        m_stopped = why;
        signalAll(false);
        QTimer::singleShot(m_run.grace, this, [this] { signalAll(true); });
    }

private:
    [[nodiscard]] QString doing() const { return Text::tr("running %1").arg(QFileInfo(m_run.program).fileName()); }

    void signalAll([[maybe_unused]] bool kill)
    {
#ifdef Q_OS_UNIX
        if (const qint64 id = m_process.processId(); id > 0 && !m_run.onTerminal) {
            // The session's first process leads a group of the same number, which holds all it started.
            ::kill(static_cast<pid_t>(-id), kill ? SIGKILL : SIGTERM);
            return;
        }
#endif
        kill ? m_process.kill() : m_process.terminate();
    }

    void readOut()
    {
        m_output.out += m_process.readAllStandardOutput();
        if (m_output.out.size() > kMostOutput) {
            m_output.out.clear();
            stop(Error::Kind::Internal);
        }
    }

    void readError()
    {
        const QByteArray piece = m_process.readAllStandardError();
        m_output.error += piece;
        if (m_output.error.size() > kMostError) {
            m_output.error = m_output.error.last(kMostError);
        }
        if (!m_run.errorLine) {
            return;
        }
        m_line += piece;
        for (qsizetype end = m_line.indexOf('\n'); end >= 0; end = m_line.indexOf('\n')) {
            m_run.errorLine(plainLine(QString::fromUtf8(m_line.first(end))));
            m_line.remove(0, end + 1);
        }
    }

    void finish(int exitCode, QProcess::ExitStatus status)
    {
        readOut();
        readError();
        if (m_run.errorLine && !m_line.isEmpty()) {
            m_run.errorLine(plainLine(QString::fromUtf8(m_line)));
        }
        const bool well = status == QProcess::NormalExit && exitCode == 0;
        if (m_stopped && (!well || *m_stopped == Error::Kind::Internal)) {
            end(failure(*m_stopped, doing(), stoppedSentence()));
        } else if (status == QProcess::CrashExit) {
            end(failure(Error::Kind::Internal, doing(), Text::tr("%1 was ended by a signal from outside.").arg(m_run.program)));
        } else {
            m_output.exitCode = exitCode;
            end(std::move(m_output));
        }
    }

    [[nodiscard]] QString stoppedSentence() const
    {
        const QString program = QFileInfo(m_run.program).fileName();
        switch (*m_stopped) {
        case Error::Kind::Timeout:
            return Text::tr("%1 did not end within %2 and was stopped.").arg(program, formatDuration(m_run.atMost));
        case Error::Kind::Internal:
            return Text::tr("%1 wrote more than this program will take, and was stopped.").arg(program);
        default:
            return Text::tr("%1 was stopped on request.").arg(program);
        }
    }

    void end(Result<ProgramOutput> result)
    {
        deleteLater();
        m_promise.keep(std::move(result));
    }

    ProgramRun m_run;
    Promise<ProgramOutput> m_promise;
    QProcess m_process;
    ProgramOutput m_output;
    QByteArray m_line; ///< of stderr, not ended yet
    std::optional<Error::Kind> m_stopped;
};

/// By value: the registration lives as long as the wait.
Async<ProgramOutput> running(Promise<ProgramOutput> promise, QPointer<Running> program, CancelToken cancel)
{
    const auto registration = cancel.onCancel([program] {
        if (program) {
            program->stop(Error::Kind::Cancelled);
        }
    });
    co_return co_await promise.answer();
}

Async<ProgramOutput> answer(Result<ProgramOutput> result)
{
    co_return result;
}

} // namespace

Async<ProgramOutput> runProgram(ProgramRun run, CancelToken cancel)
{
    const QString doing = Text::tr("running %1").arg(QFileInfo(run.program).fileName());
    if (cancel.isCancelled()) {
        return answer(failure(Error::Kind::Cancelled, doing, Text::tr("Stopped before it began.")));
    }
    if (!run.program.contains(u'/')) {
        const QString path = QStandardPaths::findExecutable(run.program);
        if (path.isEmpty()) {
            return answer(failure(Error::Kind::NotFound, doing, Text::tr("There is no program %1 on PATH.").arg(run.program)));
        }
        run.program = path;
    }
    const Promise<ProgramOutput> promise;
    auto *program = new Running(std::move(run), promise); // deletes itself at its end
    program->start();
    return running(promise, program, std::move(cancel));
}

} // namespace sentinel
