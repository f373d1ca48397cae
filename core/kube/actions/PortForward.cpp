// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kube/actions/PortForward.h"

#include "core/base/SafeText.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTimer>
#include <csignal>
#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#endif

using namespace Qt::StringLiterals;

namespace sentinel::kube {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

constexpr qsizetype kMostOut = 64 * 1024;

QString doing(const PortForwardOptions &options)
{
    return Text::tr("forwarding a port to %1").arg(plainLine(options.target));
}

/// Nothing that kubectl could take for an option of its own.
bool isTarget(const PortForwardOptions &options)
{
    static const QRegularExpression target(u"^[a-z][a-z0-9.]*/[a-z0-9][a-z0-9.-]*$"_s);
    static const QRegularExpression port(u"^[a-z0-9][a-z0-9-]*$"_s);
    return target.match(options.target).hasMatch() && port.match(options.port).hasMatch();
}

QStringList argumentsOf(const PortForwardOptions &options)
{
    QStringList arguments{u"port-forward"_s, u"--address=127.0.0.1"_s};
    const std::pair<QString, const QString &> flags[]
        = {{u"--kubeconfig="_s, options.kubeconfig}, {u"--context="_s, options.context}, {u"--namespace="_s, options.ns}};
    for (const auto &[flag, value] : flags) {
        if (!value.isEmpty()) {
            arguments.append(flag + value);
        }
    }
    const QString local = options.localPort != 0 ? QString::number(options.localPort) : QString();
    return arguments << u"--"_s << options.target << local + u':' + options.port;
}

Async<std::shared_ptr<PortForward>> refused(Error::Kind kind, QString doing, QString detail)
{
    co_return failure(kind, doing, detail);
}

using PortForwardPtr = std::shared_ptr<PortForward>;

/// By value: it lives as long as the wait, and goes with it when nobody takes it.
Async<PortForwardPtr> standing(PortForwardPtr forward, Promise<PortForwardPtr> promise, CancelToken cancel, QString what)
{
    Q_UNUSED(forward)
    const auto registration = cancel.onCancel(
        [promise, what] { promise.keep(failure(Error::Kind::Cancelled, what, Text::tr("Stopped on request."))); });
    co_return co_await promise.answer();
}

} // namespace

PortForward::PortForward(PortForwardOptions options, Promise<std::shared_ptr<PortForward>> promise)
    : m_options(std::move(options))
    , m_promise(std::move(promise))
{
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &PortForward::readOut);
    connect(&m_process, &QProcess::readyReadStandardError, this, &PortForward::readError);
    connect(&m_process, &QProcess::finished, this, &PortForward::finish);
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) {
            end(Error::Kind::NotFound, Text::tr("%1 cannot be started.").arg(m_options.kubectl));
        }
    });
}

PortForward::~PortForward()
{
    close();
}

void PortForward::close()
{
    m_isOpen = false;
    disconnect(&m_process, nullptr, this, nullptr);
    if (const qint64 id = m_process.processId(); id > 0) {
        ::kill(static_cast<pid_t>(-id), SIGKILL); // it holds nothing that wants to be put away
        m_process.waitForFinished(1000);
    }
}

void PortForward::start(const std::shared_ptr<PortForward> &self)
{
    m_self = self;
    m_process.setUnixProcessParameters(QProcess::UnixProcessFlag::CreateNewSession);
    m_process.setChildProcessModifier([] {
#ifdef Q_OS_LINUX
        prctl(PR_SET_PDEATHSIG, SIGKILL);
#endif
    });
    m_process.setStandardInputFile(QProcess::nullDevice());
    m_process.start(m_options.kubectl, argumentsOf(m_options));
    QTimer::singleShot(m_options.atMost, this, [this] {
        if (!m_promise.isKept()) {
            end(Error::Kind::Timeout, Text::tr("The port did not stand within %1.").arg(formatDuration(m_options.atMost)));
        }
    });
}

void PortForward::readOut()
{
    m_out += m_process.readAllStandardOutput();
    static const QRegularExpression ready(u"Forwarding from 127\\.0\\.0\\.1:(\\d+) ->"_s);
    const QRegularExpressionMatch match = ready.match(QString::fromUtf8(m_out));
    if (!m_isOpen && match.hasMatch()) {
        m_port = match.captured(1).toUShort();
        m_isOpen = true;
        // Held by whoever awaits it from here on.
        m_promise.keep(m_self.lock());
    }
    if (m_isOpen || m_out.size() > kMostOut) {
        m_out.clear(); // a line for each connection
    }
}

void PortForward::readError()
{
    const QByteArray said = m_process.readAllStandardError().trimmed();
    if (!said.isEmpty()) {
        m_problem = plainLine(QString::fromUtf8(said.split('\n').last())).left(500);
    }
}

void PortForward::finish()
{
    readError();
    if (m_problem.isEmpty()) {
        m_problem = Text::tr("kubectl ended without a word.");
    }
    end(Error::Kind::Unreachable, m_problem);
}

void PortForward::end(Error::Kind kind, const QString &why)
{
    const auto held = m_self.lock(); // keeping the promise may let go of it
    if (std::exchange(m_isOpen, false)) {
        Q_EMIT ended(why);
    }
    m_promise.keep(failure(kind, doing(m_options), why));
}

Async<std::shared_ptr<PortForward>> forwardPort(PortForwardOptions options, CancelToken cancel)
{
    const QString what = doing(options);
    if (!isTarget(options)) {
        return refused(Error::Kind::Invalid, what, Text::tr("\"%1\" is no pod or service.").arg(plainLine(options.target)));
    }
    if (!options.kubectl.contains(u'/')) {
        const QString path = QStandardPaths::findExecutable(options.kubectl);
        if (path.isEmpty()) {
            return refused(Error::Kind::NotFound, what, Text::tr("There is no program %1 on PATH.").arg(options.kubectl));
        }
        options.kubectl = path;
    }
    const Promise<std::shared_ptr<PortForward>> promise;
    // The last owner may let go in the middle of a signal of the process, so what is left of it goes a moment later.
    const std::shared_ptr<PortForward> forward(new PortForward(std::move(options), promise), [](PortForward *one) {
        one->close();
        one->deleteLater();
    });
    forward->start(forward);
    return standing(forward, promise, std::move(cancel), what);
}

} // namespace sentinel::kube
