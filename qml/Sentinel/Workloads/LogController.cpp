// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/Sentinel/Workloads/LogController.h"

#include "core/base/SafeText.h"
#include "core/kube/actions/ContainerRun.h"
#include "core/kube/actions/PodsOf.h"
#include "qml/Sentinel/Rows/ShellWord.h"
#include "qml/Sentinel/Rows/Tone.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace sentinel::console {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

constexpr int kTail = 2000; // lines to begin with; more come by following

QString nameOf(const kube::Object &pod)
{
    return pod[u"metadata"][u"name"].toString();
}

QVariantMap option(const QString &value, const QString &help = {})
{
    return {{u"value"_s, value}, {u"label"_s, plainLine(value)}, {u"help"_s, help}};
}

} // namespace

LogController::LogController(QObject *parent)
    : QObject(parent)
    , m_lines(this)
{
    connect(&m_lines, &LogLines::changed, this, &LogController::changed);
}

LogController::~LogController()
{
    m_cancel.cancel();
}

void LogController::setInspected(InspectController *inspected)
{
    m_inspected = inspected;
    connect(inspected, &InspectController::changed, this, &LogController::look);
    Q_EMIT wired();
    look();
}

void LogController::setActive(bool active)
{
    if (active != m_active) {
        m_active = active;
        if (active) {
            look();
        } else {
            m_cancel.cancel();
            m_known.clear();
            become(State::Idle);
        }
    }
}

void LogController::look()
{
    const auto type = m_inspected && m_inspected->hasLogs() ? m_inspected->type() : std::nullopt;
    const kube::ObjectName name = m_inspected ? m_inspected->name() : kube::ObjectName();
    const QString known = type ? u"%1 %2/%3"_s.arg(type->kind, name.ns, name.name) : QString();
    if (!m_active || known == m_known) {
        return;
    }
    m_known = known;
    m_cancel.cancel();
    m_cancel = {};
    m_pods.clear();
    m_pod.clear();
    m_container.clear();
    m_previous = false;
    m_trouble = {};
    m_lines.clear();
    become(type ? State::Finding : State::Idle);
    if (type) {
        const CancelToken token = m_cancel.token();
        deliver(kube::podsOf(m_inspected->link()->services().api, *type, name, token), this,
                [this, token](const Result<QList<kube::Object>> &pods) {
                    if (!token.isCancelled()) {
                        take(pods);
                    }
                });
    }
}

void LogController::take(const Result<QList<kube::Object>> &pods)
{
    if (!pods) {
        m_trouble = Trouble::of(pods.error());
        become(State::Failed);
        return;
    }
    m_pods = *pods;
    if (m_pods.isEmpty()) {
        become(State::Over);
        return;
    }
    m_pod = nameOf(m_pods.last()); // the newest
    m_container = kube::containerRun(m_pods.last(), {}).container;
    read();
}

void LogController::read()
{
    m_cancel.cancel();
    m_cancel = {};
    m_trouble = {};
    m_lines.clear();
    if (m_pod.isEmpty() || !m_inspected || !m_inspected->link()->isReady()) {
        return;
    }
    become(State::Reading);
    const WorkloadsServices &services = m_inspected->link()->services();
    const CancelToken token = m_cancel.token();
    const QPointer<LogController> self(this);
    const auto sink = [self, token](const kube::LogEvent &event) {
        if (self && !token.isCancelled()) {
            self->hear(event);
        }
    };
    deliver(
        kube::followLog(services.api, services.clock, {.ns = m_inspected->name().ns, .name = m_pod},
                        {.container = m_container, .follow = m_follow && !m_previous, .previous = m_previous, .tailLines = kTail},
                        sink, token),
        this, [this, token](const Result<void> &ended) {
            if (token.isCancelled()) {
                return;
            }
            m_lines.flush();
            m_trouble = ended ? Trouble() : Trouble::of(ended.error());
            become(ended ? State::Over : State::Failed);
        });
}

void LogController::hear(const kube::LogEvent &event)
{
    switch (event.type) {
    case kube::LogEvent::Type::Line:
        m_lines.append(event.text, event.time);
        return;
    case kube::LogEvent::Type::Lost:
        m_lines.append(Text::tr("Lines may be missing here: %1").arg(plainLine(event.text)), event.time, LogLines::Kind::Mark);
        return;
    case kube::LogEvent::Type::Restarted:
        m_lines.append(Text::tr("The container began anew (restart %1).").arg(plainLine(event.text)), event.time,
                       LogLines::Kind::Mark);
        return;
    case kube::LogEvent::Type::Disconnected:
        m_problem = plainLine(event.text);
        become(State::CutOff);
        return;
    case kube::LogEvent::Type::Reconnected:
        become(State::Reading);
        return;
    }
}

void LogController::become(State state)
{
    m_state = state;
    Q_EMIT changed();
}

void LogController::restart()
{
    read();
}

void LogController::setPod(const QString &pod)
{
    for (const kube::Object &each : std::as_const(m_pods)) {
        if (nameOf(each) == pod && pod != m_pod) {
            m_pod = pod;
            m_container = kube::containerRun(each, {}).container;
            read();
            return;
        }
    }
}

void LogController::setContainer(const QString &container)
{
    if (container != m_container) {
        m_container = container;
        read();
    }
}

void LogController::setPrevious(bool previous)
{
    if (previous != m_previous) {
        m_previous = previous;
        read();
    }
}

void LogController::setFollowing(bool follow)
{
    if (follow != m_follow) {
        m_follow = follow;
        read();
    }
}

void LogController::setFilter(const QString &filter)
{
    if (filter != m_filter) {
        m_filter = filter;
        m_lines.setFilter(filter);
    }
}

QVariantList LogController::pods() const
{
    QVariantList options;
    for (const kube::Object &pod : m_pods) {
        options.append(option(nameOf(pod), plainLine(pod[u"status"][u"phase"].toString())));
    }
    return options;
}

QVariantList LogController::containers() const
{
    QVariantList options;
    for (const kube::Object &pod : m_pods) {
        if (nameOf(pod) == m_pod) {
            const QStringList names = kube::containersOf(pod);
            for (const QString &name : names) {
                options.append(option(name));
            }
        }
    }
    return options;
}

QString LogController::state() const
{
    switch (m_state) {
    case State::Idle:
        return {};
    case State::Finding:
        return Text::tr("Looking for its pods…");
    case State::Reading:
        return m_previous ? Text::tr("Reading the run before") : m_follow ? Text::tr("Following") : Text::tr("Reading");
    case State::CutOff:
        return Text::tr("Cut off: %1 It goes on by itself.").arg(m_problem);
    case State::Over:
        return m_pods.isEmpty() ? Text::tr("There is no pod behind it just now")
            : m_previous        ? Text::tr("That is all of the run before")
            : m_follow          ? Text::tr("The container is over")
                                : Text::tr("That is all so far");
    case State::Failed:
        return m_trouble.title;
    }
    return {};
}

int LogController::tone() const
{
    switch (m_state) {
    case State::Idle:
    case State::Over:
        return number(Tone::Unknown);
    case State::Finding:
    case State::Reading:
        return number(m_state == State::Reading && m_follow && !m_previous ? Tone::Ok : Tone::Info);
    case State::CutOff:
    case State::Failed:
        return number(Tone::Warning);
    }
    return 0;
}

QString LogController::droppedText() const
{
    return m_lines.dropped() == 0 ? QString()
                                  : Text::tr("%n earlier line(s) dropped; the newest %1 are kept.", nullptr,
                                             int(std::min<qint64>(m_lines.dropped(), INT_MAX)))
                                        .arg(QLocale().toString(LogLines::kMostLines));
}

QString LogController::command() const
{
    if (m_pod.isEmpty() || !m_inspected || !m_inspected->link()) {
        return {};
    }
    QStringList words = m_inspected->link()->kubectl() << u"logs"_s << m_pod << u"-n"_s << m_inspected->name().ns;
    if (!m_container.isEmpty()) {
        words << u"-c"_s << m_container;
    }
    if (m_previous) {
        words << u"--previous"_s;
    } else if (m_follow) {
        words << u"--follow"_s;
    }
    if (m_timestamps) {
        words << u"--timestamps"_s;
    }
    return commandLine(words << u"--tail=%1"_s.arg(kTail));
}

void LogController::copy()
{
    if (QClipboard *clipboard = QGuiApplication::clipboard()) {
        clipboard->setText(m_lines.text(m_timestamps));
    }
}

} // namespace sentinel::console
