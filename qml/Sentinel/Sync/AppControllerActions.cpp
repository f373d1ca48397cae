// SPDX-License-Identifier: GPL-3.0-or-later
// What may be done to an Application, and doing it.
#include "core/base/SafeText.h"
#include "core/gitops/Json.h"
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

/// Sync options by the names the sheet has for them.
const std::pair<QString, QString> kOptions[] = {{u"serverSide"_s, u"ServerSideApply=true"_s},
                                                {u"replace"_s, u"Replace=true"_s},
                                                {u"outOfSyncOnly"_s, u"ApplyOutOfSyncOnly=true"_s}};

QString endSentence(const gitops::SyncOutcome &outcome, const QString &name, bool isDryRun)
{
    if (outcome.succeeded && isDryRun) {
        return Text::tr("The dry run of %1 went well; nothing was written.").arg(name);
    }
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
        : !busyWith().isEmpty() ? busyWith()
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
             !isPresent() ? Text::tr("Choose an Application first.")
                 : !m_chosen.value(u"inUse"_s, true).toBool()
                 ? Text::tr("Going back works with the cluster in use; use %1 first.").arg(plainLine(m_link->name()))
                 : m_application.history.isEmpty() ? Text::tr("Nothing was deployed before.")
                                                   : QString()}};
}

QString AppController::busyKey() const
{
    const QString cluster = m_chosen.value(u"cluster"_s).toString(); // empty: of the cluster in use
    return (cluster.isEmpty() && m_link ? m_link->key() : cluster) + u'\n' + name().ns + u'/' + name().name;
}

QString AppController::busyWith() const
{
    const QStringList sentences = m_busy.value(busyKey());
    return sentences.isEmpty() ? QString() : sentences.first();
}

std::function<void()> AppController::begin(const QString &sentence)
{
    const QString key = busyKey();
    m_busy[key].append(sentence);
    Q_EMIT changed();
    return [this, key, sentence] {
        m_busy[key].removeOne(sentence);
        if (m_busy.value(key).isEmpty()) {
            m_busy.remove(key);
        }
        Q_EMIT changed();
    };
}

template <typename T>
void AppController::act(const QString &sentence, const QString &done, Async<T> task)
{
    deliver(std::move(task), this, [this, done, over = begin(sentence)](const Result<T> &result) {
        over();
        const Trouble trouble = result ? Trouble() : Trouble::of(result.error());
        Q_EMIT ended(result.has_value(), result ? done : trouble.text());
    });
}

void AppController::sync(const QVariantMap &wish)
{
    if (!reasons().value(u"sync"_s).toString().isEmpty()) {
        return;
    }
    gitops::SyncRequest request{.name = name(), .wish = wishOf(wish)};
    request.followsHealth = !request.wish.dryRun;
    // An earlier one that was stopped half-way and asked for something else: its operation is over, or it could not begin.
    const auto run = gitops::openSync(request, services(), true);
    if (!run) {
        Q_EMIT ended(false, Trouble::of(run.error()).text());
        return;
    }
    const auto over = begin(Text::tr("%1 is being synced.").arg(plainLine(name().name)));
    deliver(gitops::syncApplication(request, services(), *run, {}), this,
            [this, over, label = plainLine(name().name), isDry = request.wish.dryRun](const Result<gitops::SyncOutcome> &result) {
                over();
                result ? Q_EMIT ended(result->succeeded && (result->healthy || isDry), endSentence(*result, label, isDry))
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
        act<void>(Text::tr("The operation is being ended."), Text::tr("The operation was ended."),
                  gitops::terminateOperation(name(), services(), {}));
    }
}

void AppController::setAutoSync(bool on)
{
    switchAutoSync(on, false);
}

void AppController::teachOwnerAndSetAutoSync(bool on)
{
    switchAutoSync(on, true);
}

void AppController::switchAutoSync(bool on, bool teaches)
{
    if (!reasons().value(u"autoSync"_s).toString().isEmpty()) {
        return;
    }
    const auto over = begin(Text::tr("Auto-sync is being switched."));
    deliver(console::switchAutoSync(m_link->services(), m_object, name(), on, teaches, {}), this,
            [this, on, over](const Result<Switched> &switched) {
                over();
                if (!switched) {
                    Q_EMIT ended(false, Trouble::of(switched.error()).text());
                } else if (switched->isDone) {
                    Q_EMIT ended(true, on ? Text::tr("Auto-sync is on.") : Text::tr("Auto-sync is off."));
                } else {
                    Q_EMIT ownerAsked(on, switched->sentence, yamlText(switched->patch));
                }
            });
}

void AppController::reachServer(const QString &where, const QString &token)
{
    if (isPresent() && m_link->services().reachServer) {
        m_link->services().reachServer(where, token.toUtf8());
        m_serverRestsUntil = {};
        m_told = {};
        read();
    }
}

gitops::SyncWish AppController::wishOf(const QVariantMap &wish) const
{
    gitops::SyncWish made{.prune = wish.value(u"prune"_s).toBool(),
                          .force = wish.value(u"force"_s).toBool(),
                          .dryRun = wish.value(u"dryRun"_s).toBool(),
                          .strategy = wish.value(u"hooks"_s, true).toBool() ? gitops::SyncWish::Strategy::Hook
                                                                            : gitops::SyncWish::Strategy::Apply};
    if (const QString revision = wish.value(u"revision"_s).toString().trimmed(); !revision.isEmpty()) {
        made.revisions = {revision};
    }
    for (const auto &[key, option] : kOptions) {
        if (wish.value(key).toBool()) {
            made.options.append(option);
        }
    }
    made.retries = wish.value(u"retries"_s, -1).toInt();
    const QStringList chosen = wish.value(u"resources"_s).toStringList();
    for (const gitops::ApplicationResource &each : m_application.resources) {
        if (chosen.contains(gitops::placeOf(each.group, each.kind, each.ns, each.name))) {
            made.resources.append({.group = each.group, .kind = each.kind, .ns = each.ns, .name = each.name});
        }
    }
    return made;
}

QVariantList AppController::choices(const QString &text) const
{
    constexpr qsizetype kMost = 200; // more nobody picks by hand; a word narrows them
    QVariantList differing;
    QVariantList same;
    for (const gitops::ApplicationResource &each : m_application.resources) {
        const QString title = plainLine(each.kind + u' ' + (each.ns.isEmpty() ? each.name : each.ns + u'/' + each.name));
        if (each.isHook || !title.contains(text.trimmed(), Qt::CaseInsensitive)) {
            continue;
        }
        const StateWord word = syncWord(each.sync);
        QVariantList &list = each.sync == u"Synced" ? same : differing;
        if (list.size() < kMost) {
            list.append(QVariantMap{{u"id"_s, gitops::placeOf(each.group, each.kind, each.ns, each.name)},
                                    {u"title"_s, title},
                                    {u"tone"_s, number(word.tone)},
                                    {u"word"_s, word.word}});
        }
    }
    return (differing + same).mid(0, kMost);
}

QString AppController::syncCommand(const QVariantMap &wish) const
{
    QString line = command(u"sync"_s);
    if (line.isEmpty()) {
        return line;
    }
    const gitops::SyncWish made = wishOf(wish);
    QStringList words;
    if (!made.revisions.isEmpty()) {
        words += {u"--revision"_s, made.revisions.first()};
    }
    const std::pair<bool, QString> flags[] = {{made.prune, u"--prune"_s},
                                              {made.force, u"--force"_s},
                                              {made.dryRun, u"--dry-run"_s},
                                              {made.strategy == gitops::SyncWish::Strategy::Apply, u"--no-hooks"_s}};
    for (const auto &[isSet, flag] : flags) {
        if (isSet) {
            words.append(flag);
        }
    }
    for (const QString &option : made.options) {
        words += {u"--option"_s, option};
    }
    if (made.retries >= 0) {
        words += {u"--retry"_s, QString::number(made.retries)};
    }
    for (const gitops::SelectedResource &each : made.resources) {
        words += {u"--resource"_s, u"%1/%2/%3/%4"_s.arg(each.group, each.kind, each.ns, each.name)};
    }
    return words.isEmpty() ? line : line + u' ' + commandLine(words);
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
