// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/Sentinel/Deploy/DeployRows.h"

#include <QCoreApplication>
#include <QLocale>
#include <ranges>

using namespace Qt::StringLiterals;

namespace sentinel::console {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

using deploy::Health;
using deploy::ObjectState;

int gravity(const ObjectState &state)
{
    switch (state.health) {
    case Health::Degraded:
        return 5;
    case Health::Unknown:
        return 4;
    case Health::Progressing:
        return 3;
    case Health::Waiting:
        return 2;
    case Health::Missing:
        return 1;
    case Health::Suspended:
    case Health::Healthy:
        return 0;
    }
    Q_UNREACHABLE_RETURN(0);
}

bool isShown(const ObjectState &state, ObjectFilter filter, const QSet<QString> &changed)
{
    switch (filter) {
    case ObjectFilter::All:
        return true;
    case ObjectFilter::Attention:
        return needsAttention(state);
    case ObjectFilter::Changed:
        return changed.contains(idOf(state.key));
    }
    Q_UNREACHABLE_RETURN(true);
}

} // namespace

Tone toneOf(Health health)
{
    switch (health) {
    case Health::Healthy:
        return Tone::Ok;
    case Health::Progressing:
        return Tone::Info;
    case Health::Waiting:
    case Health::Missing:
    case Health::Unknown:
        return Tone::Unknown;
    case Health::Degraded:
        return Tone::Error;
    case Health::Suspended:
        return Tone::Warning;
    }
    Q_UNREACHABLE_RETURN(Tone::Unknown);
}

QString wordOf(Health health)
{
    switch (health) {
    case Health::Healthy:
        return Text::tr("healthy");
    case Health::Progressing:
        return Text::tr("in progress");
    case Health::Waiting:
        return Text::tr("waits");
    case Health::Missing:
        return Text::tr("not there yet");
    case Health::Unknown:
        return Text::tr("unknown");
    case Health::Degraded:
        return Text::tr("degraded");
    case Health::Suspended:
        return Text::tr("paused");
    }
    Q_UNREACHABLE_RETURN({});
}

QString wordOf(OperationStep::State state)
{
    switch (state) {
    case OperationStep::State::Waiting:
        return Text::tr("not begun");
    case OperationStep::State::Running:
        return Text::tr("under way");
    case OperationStep::State::Done:
        return Text::tr("done");
    case OperationStep::State::Skipped:
        return Text::tr("nothing to do");
    case OperationStep::State::Failed:
        return Text::tr("failed");
    case OperationStep::State::Stopped:
        return Text::tr("stopped");
    }
    Q_UNREACHABLE_RETURN({});
}

QString idOf(const deploy::ObjectKey &key)
{
    return key.isNull() ? QString() : QStringList{key.group, key.kind, key.ns, key.name}.join(u'/');
}

bool needsAttention(const ObjectState &state)
{
    if (state.health == Health::Degraded || state.health == Health::Suspended) {
        return true;
    }
    return state.health != Health::Healthy && !state.why.isEmpty() && !deploy::mendsByItself(state.why.first().cause);
}

QString spanText(qint64 milliseconds)
{
    const QLocale locale;
    const qint64 seconds = milliseconds / 1000;
    if (seconds < 10) {
        return Text::tr("%1 s").arg(locale.toString(double(qMax<qint64>(milliseconds, 0)) / 1000, 'f', 1));
    }
    if (seconds < 60) {
        return Text::tr("%1 s").arg(seconds);
    }
    if (seconds < 3600) {
        return Text::tr("%1 min %2 s").arg(seconds / 60).arg(seconds % 60, 2, 10, QChar(u'0'));
    }
    return Text::tr("%1 h %2 min").arg(seconds / 3600).arg(seconds / 60 % 60, 2, 10, QChar(u'0'));
}

QString ageText(const QDateTime &since, const QDateTime &now)
{
    if (!since.isValid()) {
        return {};
    }
    const qint64 seconds = qMax<qint64>(0, since.secsTo(now));
    if (seconds < 60) {
        return Text::tr("%1 s").arg(seconds);
    }
    if (seconds < 3600) {
        return Text::tr("%1 min").arg(seconds / 60);
    }
    if (seconds < 2 * 86400) {
        return Text::tr("%1 h").arg(seconds / 3600);
    }
    return Text::tr("%1 d").arg(seconds / 86400);
}

QList<RowsModel::Row> stepRows(const QList<OperationStep> &steps, const QDateTime &now)
{
    QList<RowsModel::Row> rows;
    for (const OperationStep &step : steps) {
        const QDateTime until = step.ended.isValid() ? step.ended : now;
        const bool counted = step.total > 0 && step.state == OperationStep::State::Running;
        rows.append({{u"id"_s, step.id},
                     {u"title"_s, step.title},
                     {u"tone"_s, number(toneOf(step.state))},
                     {u"word"_s, wordOf(step.state)},
                     {u"detail"_s, step.detail},
                     {u"time"_s, step.began.isValid() ? spanText(step.began.msecsTo(until)) : QString()},
                     {u"count"_s, counted ? Text::tr("%1 of %2").arg(step.done).arg(step.total) : QString()},
                     {u"running"_s, step.state == OperationStep::State::Running}});
    }
    return rows;
}

QList<RowsModel::Row> objectRows(const QList<ObjectState> &objects, ObjectFilter filter, const QSet<QString> &changed,
                                 const QDateTime &now)
{
    QSet<QString> around; // what a shown object belongs to
    for (const ObjectState &state : std::views::reverse(objects)) {
        if (!state.owner.isNull() && (isShown(state, filter, changed) || around.contains(idOf(state.key)))) {
            around.insert(idOf(state.owner));
        }
    }
    QList<RowsModel::Row> rows;
    for (const ObjectState &state : objects) {
        const QString id = idOf(state.key);
        if (!isShown(state, filter, changed) && !around.contains(id)) {
            continue;
        }
        rows.append({{u"id"_s, id},
                     {u"kind"_s, state.key.kind},
                     {u"name"_s, state.key.name},
                     {u"depth"_s, state.depth},
                     {u"tone"_s, number(toneOf(state.health))},
                     {u"word"_s, wordOf(state.health)},
                     {u"sentence"_s, state.sentence.isEmpty() ? wordOf(state.health) : plainLine(state.sentence)},
                     {u"wave"_s, state.waved && state.depth == 0 ? Text::tr("wave %1").arg(state.wave) : QString()},
                     {u"age"_s, ageText(state.since, now)}});
    }
    return rows;
}

QList<RowsModel::Row> whyRows(const QList<deploy::WhyStep> &chain)
{
    QList<RowsModel::Row> rows;
    for (qsizetype at = 0; at < chain.size(); ++at) {
        const deploy::WhyStep &step = chain.at(at);
        const Tone tone = deploy::mendsByItself(step.cause) ? Tone::Info : Tone::Error;
        rows.append({{u"id"_s, at},
                     {u"tone"_s, number(tone)},
                     {u"title"_s, plainLine(step.title)},
                     {u"detail"_s, plainLine(step.detail)},
                     {u"remedy"_s, plainLine(step.remedy)},
                     {u"object"_s, step.object.toString()},
                     {u"objectId"_s, idOf(step.object)},
                     {u"last"_s, at + 1 == chain.size()}});
    }
    return rows;
}

ObjectCounts countsOf(const QList<ObjectState> &objects)
{
    ObjectCounts counts;
    counts.all = int(objects.size());
    for (const ObjectState &state : objects) {
        counts.attention += needsAttention(state);
        if (state.depth == 0) {
            ++counts.total;
            counts.healthy += state.health == Health::Healthy || state.health == Health::Suspended;
        }
    }
    return counts;
}

const ObjectState *worstOf(const QList<ObjectState> &objects)
{
    const ObjectState *worst = nullptr;
    for (const ObjectState &state : objects) {
        // An Application only passes on what the objects it brings have.
        if (state.depth == 0 && state.key.kind != u"Application" && gravity(state) > (worst ? gravity(*worst) : 0)) {
            worst = &state;
        }
    }
    if (!worst) {
        const auto application
            = std::ranges::find_if(objects, [](const ObjectState &state) { return state.depth == 0 && gravity(state) > 0; });
        worst = application == objects.end() ? nullptr : &*application;
    }
    return worst;
}

} // namespace sentinel::console
