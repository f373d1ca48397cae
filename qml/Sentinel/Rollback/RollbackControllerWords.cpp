// SPDX-License-Identifier: GPL-3.0-or-later
// What the sheet says.
#include "core/base/SafeText.h"
#include "qml/Sentinel/Rollback/RollbackController.h"
#include "qml/Sentinel/Rollback/RollbackRows.h"
#include "qml/Sentinel/Rows/ShellWord.h"
#include "qml/Sentinel/Rows/Tone.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sentinel::console {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

} // namespace

bool RollbackController::isArgo() const
{
    return m_open && m_open->way != rollback::Way::Helm;
}

bool RollbackController::isBusy() const
{
    return isArgo() && console::isBusy(*m_open);
}

bool RollbackController::isTeachable() const
{
    return m_choice.addPointer || (m_verdict && !m_verdict->pointer.isEmpty());
}

QString RollbackController::subject() const
{
    return m_open ? m_open->title() : m_wanted.value(u"subject"_s).toString();
}

QString RollbackController::placeText() const
{
    const QString name = plainLine(subject());
    const QString cluster = m_place.rehearsal ? Text::tr("the rehearsal cluster")
        : !m_place.name.isEmpty()             ? m_place.name
        : m_door                              ? plainLine(m_door->context)
                                              : QString();
    return name.isEmpty()   ? QString()
        : cluster.isEmpty() ? name
        : m_services        ? Text::tr("%1 on %2, as %3").arg(name, cluster, plainLine(m_services->userName))
                            : Text::tr("%1 on %2").arg(name, cluster);
}

QString RollbackController::emptyTitle() const
{
    const bool waits = m_loading || m_trouble.isPresent();
    if (!m_door) {
        return waits ? QString() : Text::tr("There is no cluster to roll back on");
    }
    const bool chooses = std::ranges::any_of(m_candidates, std::not_fn(&rollback::Candidate::isPresent));
    return waits || chooses || !m_services ? QString() : Text::tr("There is no older version");
}

QString RollbackController::emptyText() const
{
    if (emptyTitle().isEmpty()) {
        return {};
    }
    if (!m_door) {
        return m_place.rehearsal && m_place.problem.isEmpty() ? Text::tr("The rehearsal cluster is starting.") : m_place.problem;
    }
    return isArgo()
        ? Text::tr("Argo CD remembers one deploy of it, the one that runs. After the next one there is something to go "
                   "back to.")
        : Text::tr("Helm keeps one revision of it, the one that runs. After the next upgrade there is something to go "
                   "back to.");
}

QString RollbackController::versionText() const
{
    const auto found = std::ranges::find(m_candidates, m_candidate, &rollback::Candidate::id);
    if (found == m_candidates.cend()) {
        return {};
    }
    return plainLine(found->version.isEmpty() ? found->revision.left(12) : found->version);
}

QString RollbackController::title() const
{
    const QString name = plainLine(subject().section(u'/', -1));
    return m_candidate.isEmpty() ? Text::tr("Roll %1 back").arg(name)
        : isRunning()            ? Text::tr("%1 goes back to %2").arg(name, versionText())
                                 : Text::tr("Roll %1 back to %2?").arg(name, versionText());
}

QString RollbackController::headline() const
{
    if (!m_verdict) {
        return {};
    }
    switch (m_verdict->light()) {
    case rollback::Light::Green:
    case rollback::Light::None:
        return Text::tr("Safe: nothing is in the way of %1").arg(versionText());
    case rollback::Light::Amber:
        return Text::tr("%n point(s) to take upon yourself", nullptr, m_verdict->count(rollback::Light::Amber));
    case rollback::Light::Red:
        return Text::tr("%n point(s) in the way", nullptr, m_verdict->count(rollback::Light::Red));
    }
    Q_UNREACHABLE_RETURN({});
}

int RollbackController::tone() const
{
    return number(m_verdict ? toneOf(m_verdict->light()) : Tone::Neutral);
}

QString RollbackController::countText() const
{
    if (!m_verdict) {
        return {};
    }
    const auto part = [this](rollback::Light light, const QString &text) {
        return m_verdict->count(light) > 0 ? text.arg(m_verdict->count(light)) : QString();
    };
    QStringList parts{
        part(rollback::Light::Red, Text::tr("%1 in the way")), part(rollback::Light::Amber, Text::tr("%1 to be accepted")),
        part(rollback::Light::Green, Text::tr("%1 passed")), part(rollback::Light::None, Text::tr("%1 not applicable"))};
    parts.removeAll(QString());
    return Text::tr("%1 checks: %2").arg(m_verdict->checks.size()).arg(parts.join(u", "_s));
}

QString RollbackController::changeText() const
{
    if (!m_verdict || !m_verdict->difference.known) {
        return m_verdict ? Text::tr("not known") : QString();
    }
    const rollback::Difference &difference = m_verdict->difference;
    const int objects = int(difference.objects.size()) - difference.minor();
    return QStringList{Text::tr("%n object(s)", nullptr, objects), Text::tr("%n line(s)", nullptr, difference.lines())}.join(
        u", "_s);
}

QStringList RollbackController::happens() const
{
    return m_verdict ? m_verdict->happens : QStringList();
}

QString RollbackController::sticks() const
{
    return m_verdict ? m_verdict->sticks : QString();
}

QString RollbackController::command() const
{
    if (subject().isEmpty()) {
        return {};
    }
    QStringList words{u"sentinelctl"_s, u"rollback"_s, subject()};
    if (!m_candidate.isEmpty()) {
        words << u"--to"_s << m_candidate << u"--via"_s << rollback::wayName(m_choice.way);
    }
    const std::pair<bool, QString> flags[] = {{m_choice.withHooks, u"--with-hooks"_s},
                                              {m_choice.prune, u"--prune"_s},
                                              {m_choice.revertCommit, u"--revert-commit"_s},
                                              {m_choice.endRunning, u"--end-running"_s},
                                              {m_choice.addPointer, u"--add-pointer"_s}};
    for (const auto &[on, flag] : flags) {
        if (on) {
            words << flag;
        }
    }
    if (m_verdict && m_verdict->light() == rollback::Light::Amber) {
        words << u"--accept"_s << m_verdict->unaccepted({}).join(u',');
    }
    if (!nameToType().isEmpty()) {
        words << u"--confirm"_s << nameToType();
    }
    if (!m_place.kubeconfig.isEmpty()) {
        words << u"--kubeconfig"_s << m_place.kubeconfig;
    }
    if (!m_place.context.isEmpty()) {
        words << u"--context"_s << m_place.context;
    }
    return commandLine(words);
}

QString RollbackController::acceptText() const
{
    if (m_candidate.isEmpty()) {
        return Text::tr("Roll back");
    }
    const bool amber = m_verdict && m_verdict->light() == rollback::Light::Amber;
    const int open = amber ? m_verdict->count(rollback::Light::Amber) : 0;
    return open > 0 ? Text::tr("Accept %n and roll back to %1", nullptr, open).arg(versionText())
                    : Text::tr("Roll back to %1").arg(versionText());
}

QString RollbackController::acceptBlockedReason() const
{
    if (isRunning()) {
        return Text::tr("A rollback is under way.");
    }
    if (m_place.protection == ProtectionLevel::ReadOnly) {
        return Text::tr("This cluster is for looking only.");
    }
    if (m_loading) {
        return Text::tr("The versions are being read.");
    }
    if (m_candidate.isEmpty()) {
        return !emptyTitle().isEmpty() ? emptyTitle()
            : m_trouble.isPresent()    ? m_trouble.title
                                       : Text::tr("Choose a version first.");
    }
    if (m_looking) {
        return Text::tr("It is being looked at whether it is safe.");
    }
    if (!m_verdict) {
        return m_trouble.isPresent() ? m_trouble.title : Text::tr("Whether it is safe is not known.");
    }
    if (m_verdict->light() == rollback::Light::Red) {
        return Text::tr("Something is in the way: the points in red.");
    }
    return !nameToType().isEmpty() && m_typed != nameToType() ? Text::tr("Type the name first.") : QString();
}

QString RollbackController::runText() const
{
    if (!m_run) {
        return {};
    }
    for (const OperationStep &step : m_run->steps()) {
        if (step.state == OperationStep::State::Running) {
            return step.detail.isEmpty() ? step.title : u"%1: %2"_s.arg(step.title, step.detail);
        }
    }
    return {};
}

QString RollbackController::nameToType() const
{
    return m_open && m_place.protection == ProtectionLevel::TypedName ? m_open->name : QString();
}

QString RollbackController::pausedText() const
{
    return m_pause ? Text::tr("Auto-sync of %1 is paused since %2 by a rollback. Turn it on again once Git says what you want.")
                         .arg(m_pause->name, m_pause->since.toLocalTime().toString(u"yyyy-MM-dd HH:mm"))
                   : QString();
}

} // namespace sentinel::console
