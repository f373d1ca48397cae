// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/Sentinel/Sync/SyncWords.h"

#include "core/base/SafeText.h"
#include "core/wording/ArgoCd.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace sentinel::console {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

QString named(const QString &kind, const QString &ns, const QString &name)
{
    return plainLine(kind + u' ' + (ns.isEmpty() ? name : ns + u'/' + name));
}

QString phaseTitle(const gitops::TimelineWave &wave)
{
    const QString phase = wave.phase == u"PreSync" ? Text::tr("Before the sync")
        : wave.phase == u"Sync"                    ? Text::tr("Sync")
        : wave.phase == u"PostSync"                ? Text::tr("After the sync")
        : wave.phase == u"SyncFail"                ? Text::tr("After a failure")
                                                   : plainLine(wave.phase);
    return Text::tr("%1, wave %2").arg(phase).arg(wave.wave);
}

QString spanText(const QDateTime &from, const QDateTime &to)
{
    return from.isValid() && to.isValid() ? formatDuration(Duration(from.msecsTo(to))) : QString();
}

} // namespace

StateWord syncWord(const QString &sync)
{
    if (sync == u"Synced") {
        return {.tone = Tone::Ok, .word = Text::tr("synced")};
    }
    if (sync == u"OutOfSync") {
        return {.tone = Tone::Warning, .word = Text::tr("out of sync")};
    }
    return {.tone = Tone::Unknown, .word = sync.isEmpty() ? Text::tr("not compared yet") : Text::tr("unknown")};
}

StateWord healthWord(const QString &health)
{
    if (health == u"Healthy") {
        return {.tone = Tone::Ok, .word = Text::tr("healthy")};
    }
    if (health == u"Progressing") {
        return {.tone = Tone::Info, .word = Text::tr("on its way")};
    }
    if (health == u"Degraded") {
        return {.tone = Tone::Error, .word = Text::tr("degraded")};
    }
    if (health == u"Missing") {
        return {.tone = Tone::Warning, .word = Text::tr("missing")};
    }
    if (health == u"Suspended") {
        return {.tone = Tone::Warning, .word = Text::tr("suspended")};
    }
    return {.tone = health.isEmpty() ? Tone::Neutral : Tone::Unknown, .word = health.isEmpty() ? QString() : Text::tr("unknown")};
}

StateWord operationWord(const gitops::Application &application)
{
    const gitops::ApplicationOperation &operation = application.operation;
    if (operation.waitsToRetry()) {
        return {.tone = Tone::Warning, .word = Text::tr("failed, tries again")};
    }
    if (operation.phase == u"Running") {
        return {.tone = Tone::Info, .word = Text::tr("syncing")};
    }
    if (operation.phase == u"Terminating") {
        return {.tone = Tone::Warning, .word = Text::tr("being ended")};
    }
    if (application.isAsked) {
        return {.tone = Tone::Info, .word = Text::tr("asked for")};
    }
    if (operation.phase == u"Succeeded") {
        return {.tone = Tone::Ok, .word = Text::tr("succeeded")};
    }
    if (operation.phase == u"Failed" || operation.phase == u"Error") {
        return {.tone = Tone::Error, .word = Text::tr("failed")};
    }
    return {.tone = Tone::Neutral};
}

StateWord stageWord(gitops::StageState state)
{
    switch (state) {
    case gitops::StageState::Waiting:
        return {.tone = Tone::Unknown, .word = Text::tr("waits")};
    case gitops::StageState::Running:
        return {.tone = Tone::Info, .word = Text::tr("runs")};
    case gitops::StageState::Done:
        return {.tone = Tone::Ok, .word = Text::tr("done")};
    case gitops::StageState::Failed:
        return {.tone = Tone::Error, .word = Text::tr("failed")};
    }
    Q_UNREACHABLE_RETURN({});
}

QList<RowsModel::Row> conditionRows(const gitops::Application &application)
{
    QList<RowsModel::Row> rows;
    for (const gitops::ApplicationCondition &condition : application.conditions) {
        rows.append({{u"id"_s, QString::number(rows.size())},
                     {u"title"_s, wording::conditionTitle(condition.type)},
                     {u"sentence"_s, plainLine(condition.message)},
                     {u"tone"_s, number(condition.isError() ? Tone::Error : Tone::Warning)}});
    }
    return rows;
}

QList<RowsModel::Row> timelineRows(const gitops::Application &application, const QHash<QString, int> &hookWaves)
{
    QList<RowsModel::Row> rows;
    const QList<gitops::TimelineWave> waves = gitops::timelineOf(application, hookWaves);
    for (const gitops::TimelineWave &wave : waves) {
        const StateWord state = stageWord(wave.state);
        rows.append({{u"id"_s, u"%1/%2"_s.arg(wave.phase).arg(wave.wave)},
                     {u"heading"_s, true},
                     {u"title"_s, phaseTitle(wave)},
                     {u"detail"_s, Text::tr("%n object(s)", nullptr, static_cast<int>(wave.items.size()))},
                     {u"tone"_s, number(state.tone)},
                     {u"word"_s, state.word}});
        for (const gitops::TimelineItem &item : wave.items) {
            const StateWord each = stageWord(item.state);
            const gitops::SyncedResource &resource = item.resource;
            rows.append({{u"id"_s,
                          u"%1/%2/%3/%4/%5/%6"_s.arg(wave.phase)
                              .arg(wave.wave)
                              .arg(resource.group, resource.kind, resource.ns, resource.name)},
                         {u"heading"_s, false},
                         {u"title"_s, named(resource.kind, resource.ns, resource.name)},
                         {u"detail"_s, plainLine(resource.message)},
                         {u"tone"_s, number(each.tone)},
                         {u"word"_s, resource.hookType.isEmpty() ? each.word : Text::tr("hook, %1").arg(each.word)}});
        }
    }
    return rows;
}

QList<gitops::HistoryStory> plainStories(const gitops::Application &application)
{
    QList<gitops::HistoryStory> stories;
    for (const gitops::HistoryEntry &entry : application.history) {
        stories.prepend({.entry = entry});
    }
    return stories;
}

QList<RowsModel::Row> historyRows(const QList<gitops::HistoryStory> &stories)
{
    QList<RowsModel::Row> rows;
    for (const gitops::HistoryStory &story : stories) {
        const gitops::HistoryEntry &entry = story.entry;
        QStringList parts;
        if (!story.subject.isEmpty()) {
            parts.append(Text::tr("%1 (%2)").arg(story.subject, story.author));
        }
        if (!story.newImages.isEmpty()) {
            parts.append(Text::tr("new images: %1").arg(plainLine(story.newImages.join(u", "_s))));
        }
        if (story.changedObjects >= 0) {
            parts.append(Text::tr("%n object(s) changed", nullptr, story.changedObjects));
        }
        parts += story.settings;
        if (!story.problem.isEmpty()) {
            parts.append(plainLine(story.problem));
        }
        const QString by = entry.automated ? Text::tr("auto-sync") : plainLine(entry.by);
        rows.append({{u"id"_s, QString::number(entry.id)},
                     {u"title"_s, Text::tr("%1  %2").arg(entry.id).arg(shortRevision(entry.revisions))},
                     {u"when"_s, momentText(entry.ended)},
                     {u"by"_s, by},
                     {u"took"_s, spanText(entry.began, entry.ended)},
                     {u"sentence"_s, parts.join(u" · "_s)},
                     {u"newest"_s, rows.isEmpty()}});
    }
    return rows;
}

QList<RowsModel::Row> windowRows(const QList<gitops::SyncWindow> &windows)
{
    QList<RowsModel::Row> rows;
    for (const gitops::SyncWindow &window : windows) {
        const QString zone = window.timeZone.isEmpty() ? u"UTC"_s : plainLine(window.timeZone);
        const QString what = window.isDeny ? Text::tr("forbids") : Text::tr("allows");
        const QString state = !window.problem.isEmpty() ? window.problem
            : window.isActive                           ? Text::tr("open until %1").arg(momentText(window.until))
                                                        : Text::tr("closed; opens %1").arg(momentText(window.next));
        const Tone tone = !window.problem.isEmpty() ? Tone::Unknown
            : !window.isActive                      ? Tone::Neutral
            : window.isDeny                         ? Tone::Warning
                                                    : Tone::Ok;
        rows.append({{u"id"_s, QString::number(rows.size())},
                     {u"title"_s,
                      Text::tr("%1: %2 for %3, %4").arg(what, plainLine(window.schedule), formatDuration(window.duration), zone)},
                     {u"detail"_s, window.concerns ? state : Text::tr("%1; it is about other Applications").arg(state)},
                     {u"tone"_s, number(window.concerns ? tone : Tone::Neutral)},
                     {u"word"_s, window.isActive ? Text::tr("open") : Text::tr("closed")}});
    }
    return rows;
}

QString shortRevision(const QStringList &revisions)
{
    QStringList parts;
    for (const QString &revision : revisions) {
        parts.append(plainLine(revision).left(8));
    }
    return parts.join(u' ');
}

QString momentText(const QDateTime &time)
{
    return time.isValid() ? QLocale().toString(time.toLocalTime(), QLocale::ShortFormat) : Text::tr("never");
}

} // namespace sentinel::console
