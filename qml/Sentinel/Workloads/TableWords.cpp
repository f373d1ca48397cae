// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/Sentinel/Workloads/TableWords.h"

#include "core/base/OperationRun.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace sentinel::console {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

constexpr qint64 kSilence = 120; // seconds: a server gives a sign of life about once a minute

QString timeText(const QDateTime &moment)
{
    return QLocale().toString(moment.toLocalTime().time(), QLocale::ShortFormat);
}

QString count(qint64 number)
{
    return QLocale().toString(number);
}

} // namespace

Tone toneOf(kube::RowHealth health)
{
    switch (health) {
    case kube::RowHealth::Unknown:
        return Tone::Neutral;
    case kube::RowHealth::Good:
        return Tone::Ok;
    case kube::RowHealth::Waiting:
        return Tone::Info;
    case kube::RowHealth::Bad:
        return Tone::Error;
    case kube::RowHealth::Done:
        return Tone::Unknown;
    }
    return Tone::Unknown;
}

QString healthWord(kube::RowHealth health)
{
    switch (health) {
    case kube::RowHealth::Unknown:
        return Text::tr("state not known");
    case kube::RowHealth::Good:
        return Text::tr("healthy");
    case kube::RowHealth::Waiting:
        return Text::tr("on its way");
    case kube::RowHealth::Bad:
        return Text::tr("needs attention");
    case kube::RowHealth::Done:
        return Text::tr("done");
    }
    return {};
}

Freshness freshnessOf(const kube::FeedState &state, const QDateTime &heardAt, const QDateTime &now)
{
    switch (state.phase) {
    case kube::FeedState::Phase::Loading:
        return {.tone = Tone::Info,
                .word = state.loaded == 0 ? Text::tr("Reading…")
                    : state.expected > 0  ? Text::tr("Reading: %1 of %2").arg(count(state.loaded), count(state.expected))
                                          : Text::tr("Reading: %1 so far").arg(count(state.loaded)),
                .sentence = Text::tr("What has come so far is shown; more is on its way.")};
    case kube::FeedState::Phase::Live:
        if (heardAt.isValid() && heardAt.secsTo(now) > kSilence) {
            return {.tone = Tone::Warning,
                    .word = Text::tr("Silent since %1").arg(timeText(heardAt)),
                    .sentence = Text::tr("The connection stands and the server says nothing. What is shown may be old.")};
        }
        return {.tone = Tone::Ok, .word = Text::tr("Live"), .sentence = Text::tr("Changes are shown as they come.")};
    case kube::FeedState::Phase::Stale:
        return {.tone = Tone::Warning,
                .word = Text::tr("Stale since %1").arg(timeText(state.since)),
                .sentence
                = Text::tr("%1 It is tried again by itself; what is shown is as it was then.").arg(plainLine(state.problem))};
    case kube::FeedState::Phase::Failed:
        return {.tone = Tone::Error, .word = Text::tr("Stopped"), .sentence = Text::tr("What is shown is not kept up to date.")};
    }
    return {};
}

QString tableHeadline(const QString &kind, const HealthCounts &counts, const QString &ns, bool namespaced)
{
    const QString many = u"%1 %2"_s.arg(count(counts.all), kind);
    return !namespaced ? many
        : ns.isEmpty() ? Text::tr("%1 in all namespaces", "12 Pods").arg(many)
                       : Text::tr("%1 in %2", "12 Pods in a namespace").arg(many, plainLine(ns));
}

QString tableSubtitle(const HealthCounts &counts, qint64 shown, bool filtered)
{
    QStringList parts;
    if (counts.bad > 0) {
        parts.append(Text::tr("%n need(s) attention", nullptr, int(counts.bad)));
    }
    if (counts.waiting > 0) {
        parts.append(Text::tr("%n on the way", nullptr, int(counts.waiting)));
    }
    if (parts.isEmpty() && counts.all > 0) {
        parts.append(Text::tr("nothing needs attention"));
    }
    if (filtered) {
        parts.append(Text::tr("%1 shown by the filter").arg(count(shown)));
    }
    QString sentence = parts.join(u" · ");
    if (!sentence.isEmpty()) {
        sentence[0] = sentence[0].toUpper();
    }
    return sentence;
}

} // namespace sentinel::console
