// SPDX-License-Identifier: GPL-3.0-or-later
// What may be done to an Application, and doing it.
#include "core/base/SafeText.h"
#include "core/gitops/AutoSync.h"
#include "core/gitops/Owner.h"
#include "qml/Sentinel/Rows/ShellWord.h"
#include "qml/Sentinel/Sync/AppController.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sentinel::console {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

/// Switched, unless whoever made the Application would undo it at once.
[[nodiscard]] Async<kube::Object> switched(kube::Object application, kube::ObjectName name, bool on,
                                           gitops::ChangeServices services, CancelToken cancel)
{
    const auto way = co_await gitops::pauseWay(services.api, cancel);
    if (!way) {
        co_return failure(way);
    }
    const auto owner = co_await gitops::ownerOf(services.api, application, *way, cancel);
    if (!owner) {
        co_return failure(owner);
    }
    if (owner->sticks == gitops::ApplicationOwner::Sticks::No) {
        co_return failure(Error::Kind::Conflict, Text::tr("switching auto-sync"),
                          Text::tr("%1 Let it leave auto-sync alone first: sentinelctl apps autosync with --teach-owner.")
                              .arg(plainLine(owner->sentence)));
    }
    co_return co_await gitops::setAutoSync(name, on, {}, services, cancel);
}

QString endSentence(const gitops::SyncOutcome &outcome, const QString &name)
{
    if (!outcome.succeeded) {
        return Text::tr("The sync of %1 failed: %2").arg(name, plainLine(outcome.message));
    }
    return outcome.healthy ? Text::tr("%1 is synced and healthy.").arg(name)
                           : Text::tr("%1 is synced, and not healthy: %2.").arg(name, healthWord(outcome.health).word);
}

} // namespace

QVariantMap AppController::reasons() const
{
    const QString none = m_gone ? Text::tr("It does not exist any more.")
        : !isPresent()          ? Text::tr("Choose an Application first.")
        : !m_busyWith.isEmpty() ? m_busyWith
                                : m_link->deniedReason(m_application.ns);
    const QString busy = m_application.isBusy() ? Text::tr("An operation runs; end it or wait until it is over.") : QString();
    const QString idle = m_application.isBusy() ? QString() : Text::tr("No operation runs.");
    // An operation may be ended while we follow it ourselves.
    const QString denied = isPresent() && !m_gone ? m_link->deniedReason(m_application.ns) : none;
    return {{u"sync"_s, none.isEmpty() ? busy : none},
            {u"refresh"_s, none},
            {u"terminate"_s, denied.isEmpty() ? idle : denied},
            {u"autoSync"_s, none},
            {u"rollBack"_s,
             !isPresent()                          ? Text::tr("Choose an Application first.")
                 : m_application.history.isEmpty() ? Text::tr("Nothing was deployed before.")
                                                   : QString()}};
}

void AppController::begin(const QString &sentence)
{
    m_busyWith = sentence;
    Q_EMIT changed();
}

template <typename T>
void AppController::act(const QString &sentence, const QString &done, Async<T> task)
{
    begin(sentence);
    deliver(std::move(task), this, [this, done](const Result<T> &result) {
        m_busyWith.clear();
        Q_EMIT changed();
        const Trouble trouble = result ? Trouble() : Trouble::of(result.error());
        Q_EMIT ended(result.has_value(), result ? done : trouble.text());
    });
}

void AppController::sync(const QVariantMap &wish)
{
    if (!reasons().value(u"sync"_s).toString().isEmpty()) {
        return;
    }
    gitops::SyncRequest request{.name = name()};
    request.wish.prune = wish.value(u"prune"_s).toBool();
    request.wish.force = wish.value(u"force"_s).toBool();
    request.wish.strategy
        = wish.value(u"hooks"_s, true).toBool() ? gitops::SyncWish::Strategy::Hook : gitops::SyncWish::Strategy::Apply;
    if (const QString revision = wish.value(u"revision"_s).toString().trimmed(); !revision.isEmpty()) {
        request.wish.revisions = {revision};
    }
    // An earlier one that was stopped half-way and asked for something else: its operation is over, or it could not begin.
    const auto run = gitops::openSync(request, services(), true);
    if (!run) {
        Q_EMIT ended(false, Trouble::of(run.error()).text());
        return;
    }
    begin(Text::tr("%1 is being synced.").arg(plainLine(name().name)));
    deliver(gitops::syncApplication(request, services(), *run, {}), this,
            [this, label = plainLine(name().name)](const Result<gitops::SyncOutcome> &result) {
                m_busyWith.clear();
                Q_EMIT changed();
                result ? Q_EMIT ended(result->succeeded && result->healthy, endSentence(*result, label))
                       : Q_EMIT ended(false, Trouble::of(result.error()).text());
            });
}

void AppController::refresh(bool hard)
{
    if (reasons().value(u"refresh"_s).toString().isEmpty()) {
        act<void>(Text::tr("Argo CD compares with Git."), Text::tr("Compared with Git again."),
                  gitops::refreshApplication(name(), hard, services(), {}));
    }
}

void AppController::terminate()
{
    if (reasons().value(u"terminate"_s).toString().isEmpty()) {
        act<void>(m_busyWith, Text::tr("The operation was ended."), gitops::terminateOperation(name(), services(), {}));
    }
}

void AppController::setAutoSync(bool on)
{
    if (reasons().value(u"autoSync"_s).toString().isEmpty()) {
        act<kube::Object>(Text::tr("Auto-sync is being switched."),
                          on ? Text::tr("Auto-sync is on.") : Text::tr("Auto-sync is off."),
                          switched(m_object, name(), on, services(), {}));
    }
}

QString AppController::command(const QString &verb) const
{
    if (!isPresent()) {
        return {};
    }
    const bool isHistory = verb == u"history";
    QStringList words{u"sentinelctl"_s};
    words += isHistory ? QStringList{verb} : QStringList{u"apps"_s, verb};
    words.append(m_application.ns + u'/' + m_application.name);
    if (!m_link->place().kubeconfig.isEmpty()) {
        words += {u"--kubeconfig"_s, m_link->place().kubeconfig};
    }
    if (!m_link->place().context.isEmpty()) {
        words += {u"--context"_s, m_link->place().context};
    }
    return commandLine(words);
}

} // namespace sentinel::console
