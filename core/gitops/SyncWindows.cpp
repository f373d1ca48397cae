// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gitops/SyncWindows.h"

#include "core/base/Glob.h"
#include "core/gitops/Json.h"

#include <QCoreApplication>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace sentinel::gitops {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SyncWindows)
};

bool matchesAny(const QStringList &patterns, const QStringList &texts)
{
    return std::ranges::any_of(patterns, [&texts](const QString &pattern) {
        return std::ranges::any_of(texts,
                                   [&pattern](const QString &text) { return !text.isEmpty() && globMatches(pattern, text); });
    });
}

bool isAbout(const SyncWindow &window, const Application &application)
{
    const QList<std::pair<QStringList, QStringList>> sides{
        {window.applications, {application.name}},
        {window.namespaces, {application.destinationNamespace}},
        {window.clusters, {application.destinationServer, application.destinationName}},
    };
    int given = 0;
    int matched = 0;
    for (const auto &[patterns, texts] : sides) {
        given += patterns.isEmpty() ? 0 : 1;
        matched += matchesAny(patterns, texts) ? 1 : 0;
    }
    return window.needsAll ? given > 0 && matched == given : matched > 0;
}

/// Go's notation: "1h30m", "2.5h" is not taken by people in windows.
Duration lengthOf(const QString &text)
{
    const auto length = parseDuration(text);
    return length ? *length : Duration(0);
}

void reckon(SyncWindow &window, const QDateTime &now)
{
    const auto schedule = Schedule::read(window.schedule);
    const QTimeZone zone = window.timeZone.isEmpty() ? QTimeZone(QTimeZone::UTC) : QTimeZone(window.timeZone.toLatin1());
    if (!schedule) {
        window.problem = Text::tr("The schedule cannot be read.");
    } else if (!zone.isValid()) {
        window.problem = Text::tr("There is no time zone of that name.");
    } else if (window.duration <= Duration(0)) {
        window.problem = Text::tr("The duration cannot be read.");
    }
    if (!window.problem.isEmpty()) {
        return;
    }
    const QDateTime local = now.toTimeZone(zone);
    const QDateTime began = schedule->last(local);
    const QDateTime ends = began.isValid() ? began.addMSecs(window.duration.count()) : QDateTime();
    window.isActive = ends.isValid() && ends > local;
    window.until = window.isActive ? ends.toUTC() : QDateTime();
    window.next = schedule->next(local.addSecs(60 - local.time().second())).toUTC();
}

QString moment(const QDateTime &time)
{
    return time.isValid() ? time.toUTC().toString(u"yyyy-MM-dd HH:mm"_s) + u" UTC"_s : Text::tr("never");
}

WindowVerdict denied(const QList<SyncWindow> &denies)
{
    WindowVerdict verdict{.allowsAutomatic = false, .allowsManual = true};
    for (const SyncWindow &window : denies) {
        verdict.allowsManual = verdict.allowsManual && window.allowsManual;
        verdict.changesAt = std::max(verdict.changesAt, window.until);
    }
    verdict.sentence = verdict.allowsManual
        ? Text::tr("A sync window keeps Argo CD from syncing by itself until %1; people may.").arg(moment(verdict.changesAt))
        : Text::tr("A sync window forbids syncs until %1.").arg(moment(verdict.changesAt));
    return verdict;
}

} // namespace

kube::ResourceType projectType()
{
    return {.group = u"argoproj.io"_s, .version = u"v1alpha1"_s, .kind = u"AppProject"_s, .plural = u"appprojects"_s};
}

QList<SyncWindow> syncWindows(const kube::Object &project, const Application &application, const QDateTime &now)
{
    QList<SyncWindow> windows;
    const QJsonArray list = project[u"spec"][u"syncWindows"].toArray();
    for (const QJsonValue &given : list) {
        SyncWindow window{.isDeny = given[u"kind"].toString() == u"deny",
                          .schedule = given[u"schedule"].toString(),
                          .duration = lengthOf(given[u"duration"].toString()),
                          .timeZone = given[u"timeZone"].toString(),
                          .allowsManual = given[u"manualSync"].toBool(),
                          .applications = textsOf(given[u"applications"]),
                          .namespaces = textsOf(given[u"namespaces"]),
                          .clusters = textsOf(given[u"clusters"]),
                          .needsAll = given[u"andOperator"].toBool(),
                          .description = given[u"description"].toString()};
        window.concerns = isAbout(window, application);
        reckon(window, now);
        windows.append(window);
    }
    return windows;
}

WindowVerdict windowVerdict(const QList<SyncWindow> &windows)
{
    QList<SyncWindow> denies;
    QList<SyncWindow> closed; ///< allow windows that are not open
    QDateTime openUntil;
    bool isOpen = false;
    for (const SyncWindow &window : windows) {
        if (!window.concerns) {
            continue;
        }
        if (window.isDeny && window.isActive) {
            denies.append(window);
        } else if (!window.isDeny && window.isActive) {
            isOpen = true;
            openUntil = std::max(openUntil, window.until);
        } else if (!window.isDeny) {
            closed.append(window);
        }
    }
    if (!denies.isEmpty()) {
        return denied(denies);
    }
    if (isOpen) {
        return {.sentence = Text::tr("A sync window is open until %1.").arg(moment(openUntil)), .changesAt = openUntil};
    }
    if (closed.isEmpty()) {
        return {};
    }
    WindowVerdict verdict{.allowsAutomatic = false, .allowsManual = true};
    for (const SyncWindow &window : std::as_const(closed)) {
        verdict.allowsManual = verdict.allowsManual && window.allowsManual;
        if (window.next.isValid() && (!verdict.changesAt.isValid() || window.next < verdict.changesAt)) {
            verdict.changesAt = window.next;
        }
    }
    verdict.sentence = verdict.allowsManual
        ? Text::tr("No sync window is open; the next one opens %1. People may sync all the same.").arg(moment(verdict.changesAt))
        : Text::tr("No sync window is open; the next one opens %1.").arg(moment(verdict.changesAt));
    return verdict;
}

} // namespace sentinel::gitops
