// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition/Rehearsal.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#ifdef Q_OS_LINUX
#include <csignal>
#include <sys/prctl.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace sentinel::composition {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

constexpr int kPatienceAtTheEnd = 2000; // milliseconds: it writes nothing that would be lost
constexpr qsizetype kKept = 4000; // bytes of its messages

/// Readable by the person only: the kubeconfig in it opens the cluster.
bool makePrivateFolder(const QString &path)
{
    constexpr QFileDevice::Permissions kOwner = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner;
    const QFileInfo folder(path);
    if (folder.isDir()) {
        return QFile::setPermissions(path, kOwner);
    }
    return QDir().mkpath(folder.path()) && QDir().mkdir(path, kOwner);
}

} // namespace

Rehearsal::Rehearsal(QString program, const QString &folder, QObject *parent)
    : QObject(parent)
    , m_program(std::move(program))
    , m_kubeconfig(QDir(folder).absoluteFilePath(u"kubeconfig"_s))
{
}

Rehearsal::~Rehearsal()
{
    stop();
}

QString Rehearsal::programBeside()
{
#ifdef Q_OS_WIN
    const QString name = u"sentinelctl-cluster.exe"_s;
#else
    const QString name = u"sentinelctl-cluster"_s;
#endif
    const QString path = QCoreApplication::applicationDirPath() + u'/' + name;
    return QFileInfo(path).isExecutable() ? path : QString();
}

void Rehearsal::start(double speed)
{
    if (m_state == State::Starting || m_state == State::Ready) {
        return;
    }
    m_speed = speed;
    m_said.clear();
    if (m_program.isEmpty()) {
        fail(Text::tr(
            "The program sentinelctl-cluster is not beside this one. Install the console again; plans work without it."));
        return;
    }
    const QString folder = QFileInfo(m_kubeconfig).path();
    if (!makePrivateFolder(folder)) {
        fail(Text::tr("The folder %1 cannot be made; the rehearsal cluster keeps its kubeconfig there.").arg(folder));
        return;
    }
    m_child = std::make_unique<QProcess>();
    m_child->setProgram(m_program);
    m_child->setArguments(
        {u"sandbox"_s, u"start"_s, u"--kubeconfig"_s, m_kubeconfig, u"--speed"_s, QString::number(m_speed, 'g', 6)});
    m_child->setStandardInputFile(QProcess::nullDevice());
#ifdef Q_OS_LINUX
    // A console that is killed takes its cluster along.
    m_child->setChildProcessModifier([parent = ::getpid()] {
        ::prctl(PR_SET_PDEATHSIG, SIGTERM);
        if (::getppid() != parent) {
            ::_exit(1);
        }
    });
#endif
    listen();
    m_since = QDateTime::currentDateTimeUtc();
    become(State::Starting);
    m_child->start(QIODevice::ReadOnly);
}

void Rehearsal::listen()
{
    connect(m_child.get(), &QProcess::readyReadStandardOutput, this, [this] {
        while (m_child && m_child->canReadLine()) {
            if (m_child->readLine().startsWith("ready") && m_state == State::Starting) {
                become(State::Ready);
            }
        }
    });
    connect(m_child.get(), &QProcess::readyReadStandardError, this,
            [this] { m_said = (m_said + m_child->readAllStandardError()).right(kKept); });
    connect(m_child.get(), &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) {
            fail(Text::tr("The rehearsal cluster could not be started: %1.").arg(m_child->errorString()));
        }
    });
    connect(m_child.get(), &QProcess::finished, this, [this] {
        m_said += m_child->readAllStandardError();
        const QString words = lastWords();
        fail(m_state == State::Starting
                 ? Text::tr("The rehearsal cluster ended before it was ready. %1").arg(words).trimmed()
                 : Text::tr("The rehearsal cluster has ended, and what was in it is gone. %1").arg(words).trimmed());
    });
}

void Rehearsal::stop()
{
    if (m_child) {
        m_child->disconnect(this);
        if (m_child->state() != QProcess::NotRunning) {
            m_child->terminate();
            if (!m_child->waitForFinished(kPatienceAtTheEnd)) {
                m_child->kill();
                m_child->waitForFinished(kPatienceAtTheEnd);
            }
        }
        m_child.reset();
    }
    m_since = {};
    become(State::Off);
}

void Rehearsal::restart()
{
    stop();
    start(m_speed);
}

void Rehearsal::fail(const QString &sentence)
{
    if (m_child) {
        m_child->disconnect(this);
        m_child.release()->deleteLater(); // it may be the one that calls
    }
    m_since = {};
    become(State::Failed, sentence);
}

void Rehearsal::become(State state, const QString &sentence)
{
    if (state != m_state || sentence != m_sentence) {
        m_state = state;
        m_sentence = sentence;
        Q_EMIT changed();
    }
}

/// What it said last before it ended, as one line of plain text.
QString Rehearsal::lastWords()
{
    const QList<QByteArray> lines = m_said.trimmed().split('\n');
    QString last = QString::fromUtf8(lines.last()).simplified();
    last.removeIf([](QChar character) { return !character.isPrint(); });
    return last.left(300);
}

} // namespace sentinel::composition
