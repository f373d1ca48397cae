// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/Sentinel/Activity/ActivityRows.h"

#include <QCoreApplication>
#include <QLocale>
#include <QSet>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace sentinel::console {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

QString kindText(const QString &kind)
{
    static const QHash<QString, QString (*)()> kWords{
        {u"deploy"_s, [] { return Text::tr("Deploy"); }},
        {u"rollback"_s, [] { return Text::tr("Roll back"); }},
        {u"scale"_s, [] { return Text::tr("Scale"); }},
        {u"restart"_s, [] { return Text::tr("Restart"); }},
        {u"run"_s, [] { return Text::tr("Run"); }},
        {u"suspend"_s, [] { return Text::tr("Suspend"); }},
        {u"resume"_s, [] { return Text::tr("Resume"); }},
        {u"cordon"_s, [] { return Text::tr("Cordon"); }},
        {u"uncordon"_s, [] { return Text::tr("Uncordon"); }},
        {u"delete"_s, [] { return Text::tr("Delete"); }},
        {u"renew"_s, [] { return Text::tr("Renew"); }},
        {u"preflight"_s, [] { return Text::tr("Preflight"); }},
        {u"sync"_s, [] { return Text::tr("Sync"); }},
        {u"auto-sync"_s, [] { return Text::tr("Auto-sync paused"); }},
        {u"look"_s, [] { return Text::tr("A look from inside"); }},
    };
    const auto word = kWords.constFind(kind);
    return word == kWords.constEnd() ? plainLine(kind) : (*word)();
}

QString spanText(const QDateTime &from, const QDateTime &to)
{
    const qint64 milliseconds = qMax<qint64>(0, from.msecsTo(to));
    const qint64 seconds = milliseconds / 1000;
    return seconds < 10  ? Text::tr("%1 s").arg(QLocale().toString(double(milliseconds) / 1000, 'f', 1))
        : seconds < 60   ? Text::tr("%1 s").arg(seconds)
        : seconds < 3600 ? Text::tr("%1 min %2 s").arg(seconds / 60).arg(seconds % 60, 2, 10, QChar(u'0'))
                         : Text::tr("%1 h %2 min").arg(seconds / 3600).arg(seconds / 60 % 60, 2, 10, QChar(u'0'));
}

/// Outcomes are written down as words of the machine; phases and deeds as sentences.
QString saidText(const QString &sentence)
{
    return sentence == u"healthy"   ? Text::tr("Everything became healthy.")
        : sentence == u"unhealthy"  ? Text::tr("It was applied, and something did not come up.")
        : sentence == u"refused"    ? Text::tr("Preflight found what nobody accepted; nothing was changed.")
        : sentence == u"superseded" ? Text::tr("A later deploy took its place.")
        : sentence == u"stopped"    ? Text::tr("It was stopped on request; what was done stays.")
                                    : plainLine(sentence);
}

QString typeText(journal::RecordType type)
{
    switch (type) {
    case journal::RecordType::Begun:
        return Text::tr("begun");
    case journal::RecordType::Resumed:
        return Text::tr("taken up again");
    case journal::RecordType::Steps:
    case journal::RecordType::Step:
        return Text::tr("phase");
    case journal::RecordType::Intent:
        return Text::tr("about to be done");
    case journal::RecordType::Effect:
        return Text::tr("done");
    case journal::RecordType::Observed:
        return Text::tr("seen");
    case journal::RecordType::Outcome:
        return Text::tr("ended");
    case journal::RecordType::Repaired:
        return Text::tr("repaired");
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace

QString placeText(const journal::Scope &scope)
{
    const QString cluster = !scope.context.isEmpty() ? scope.context : QUrl(scope.cluster).authority();
    return cluster.isEmpty() ? plainLine(scope.environment)
                             : Text::tr("%1 on %2").arg(plainLine(scope.environment), plainLine(cluster));
}

QString momentText(const QDateTime &moment)
{
    return QLocale().toString(moment.toLocalTime(), QLocale::ShortFormat);
}

bool isReminder(const journal::Operation &operation)
{
    return operation.scope.kind == u"auto-sync" && operation.isOpen();
}

bool isGone(const journal::Operation &operation, const QDateTime &rehearsalSince)
{
    return operation.scope.context == u"rehearsal" && (!rehearsalSince.isValid() || operation.last < rehearsalSince);
}

QVariantMap rollBackOf(const journal::Operation &operation, const journal::Facts &begun)
{
    // Of what changes an Application, the journal has its name; a deploy brought one that is called after its environment.
    static const QSet<QString> kOfApplications{u"rollback"_s,         u"sync"_s,    u"auto-sync"_s, u"pause-auto-sync"_s,
                                               u"resume-auto-sync"_s, u"refresh"_s, u"terminate"_s};
    const journal::Scope &scope = operation.scope;
    const QString via = begun.value(u"via"_s);
    const bool isHelm = via == u"helm";
    QString subject = kOfApplications.contains(scope.kind) ? scope.environment : QString();
    if (scope.kind == u"deploy" && isHelm) {
        subject = begun.value(u"namespace"_s) + u"/sentinel"_s;
    } else if (scope.kind == u"deploy" && !begun.value(u"cluster"_s).isEmpty()) {
        subject = u"sentinel-%1-%2"_s.arg(scope.environment, begun.value(u"cluster"_s));
    }
    return subject.isEmpty()
        ? QVariantMap()
        : QVariantMap{{u"subject"_s, subject}, {u"via"_s, isHelm ? u"helm"_s : u"argocd"_s}, {u"server"_s, scope.cluster}};
}

Standing standingOf(const journal::Operation &operation, Work work)
{
    switch (operation.state) {
    case journal::Operation::State::Running:
        if (isReminder(operation) && work != Work::Gone) {
            return {Tone::Warning, Text::tr("still paused")};
        }
        return work == Work::UnderWay ? Standing{Tone::Info, Text::tr("under way")}
            : work == Work::Gone      ? Standing{Tone::Unknown, Text::tr("ended with its rehearsal")}
                                      : Standing{Tone::Warning, Text::tr("interrupted")};
    case journal::Operation::State::Done:
        return {Tone::Ok, Text::tr("done")};
    case journal::Operation::State::Failed:
        return {Tone::Error, Text::tr("failed")};
    case journal::Operation::State::Stopped:
        return {Tone::Warning, Text::tr("stopped")};
    case journal::Operation::State::Unknown:
        return {Tone::Unknown, Text::tr("nobody saw how it ended")};
    }
    Q_UNREACHABLE_RETURN({});
}

RowsModel::Row operationRow(const journal::Operation &operation, Work work)
{
    const Standing standing = standingOf(operation, work);
    return {{u"id"_s, operation.id},
            {u"kind"_s, kindText(operation.scope.kind)},
            {u"place"_s, placeText(operation.scope)},
            {u"who"_s, plainLine(operation.who)},
            {u"when"_s, momentText(operation.began)},
            {u"tone"_s, number(standing.tone)},
            {u"word"_s, standing.word},
            {u"duration"_s, spanText(operation.began, operation.last)},
            {u"sentence"_s, saidText(operation.sentence)},
            {u"resumable"_s, operation.isOpen() && work == Work::Nobody && !isReminder(operation)},
            {u"operation"_s, operation.scope.kind},
            {u"gone"_s, work == Work::Gone},
            {u"underWay"_s, work == Work::UnderWay}};
}

QList<RowsModel::Row> stepRows(const QList<OperationStep> &steps)
{
    QList<RowsModel::Row> rows;
    for (const OperationStep &step : steps) {
        const bool timed = step.began.isValid() && step.ended.isValid();
        rows.append({{u"id"_s, step.id},
                     {u"title"_s, plainLine(step.title)},
                     {u"detail"_s, plainLine(step.detail)},
                     {u"tone"_s, number(toneOf(step.state))},
                     {u"time"_s, timed ? spanText(step.began, step.ended) : QString()}});
    }
    return rows;
}

QList<RowsModel::Row> recordRows(const QList<journal::Record> &records)
{
    QList<RowsModel::Row> rows;
    for (const journal::Record &record : records) {
        if (record.sentence.isEmpty()) {
            continue; // phases are shown beside it
        }
        rows.append({{u"id"_s, record.number},
                     {u"time"_s, QLocale().toString(record.at.toLocalTime().time(), QLocale::LongFormat)},
                     {u"type"_s, typeText(record.type)},
                     {u"sentence"_s, saidText(record.sentence)}});
    }
    return rows;
}

} // namespace sentinel::console
