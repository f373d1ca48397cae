// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/Sentinel/Rollback/RollbackRows.h"

#include "core/base/SafeText.h"
#include "core/gitops/Operation.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace sentinel::console {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

constexpr qsizetype kMostLines = 2000; ///< nobody reads more; the command line shows all

Tone toneOfHealth(const QString &health)
{
    return health == u"Healthy"                         ? Tone::Ok
        : health == u"Degraded" || health == u"Missing" ? Tone::Error
        : health == u"Progressing"                      ? Tone::Info
                                                        : Tone::Unknown;
}

/// As Sync and the command line say it.
QString healthWord(const QString &health)
{
    return health == u"Healthy"    ? Text::tr("healthy")
        : health == u"Degraded"    ? Text::tr("degraded")
        : health == u"Missing"     ? Text::tr("missing")
        : health == u"Progressing" ? Text::tr("on its way")
        : health == u"Suspended"   ? Text::tr("suspended")
        : health.isEmpty()         ? Text::tr("no health yet")
                                   : plainLine(health);
}

Tone toneOfMemory(rollback::Remembered health)
{
    switch (health) {
    case rollback::Remembered::Healthy:
        return Tone::Ok;
    case rollback::Remembered::Nothing:
        return Tone::Unknown;
    case rollback::Remembered::Unhealthy:
    case rollback::Remembered::RolledBack:
        return Tone::Warning;
    }
    return Tone::Unknown;
}

QString kindOf(rollback::DiffLine::Kind kind)
{
    return kind == rollback::DiffLine::Kind::Same ? u"same"_s : kind == rollback::DiffLine::Kind::Gone ? u"gone"_s : u"new"_s;
}

} // namespace

Tone toneOf(rollback::Light light)
{
    switch (light) {
    case rollback::Light::Green:
        return Tone::Ok;
    case rollback::Light::None:
        return Tone::Neutral;
    case rollback::Light::Amber:
        return Tone::Warning;
    case rollback::Light::Red:
        return Tone::Error;
    }
    return Tone::Unknown;
}

bool isBusy(const rollback::Subject &subject)
{
    return gitops::isBusy(subject.application);
}

QByteArrayList subjectRoles()
{
    return {"id", "title", "detail", "tone", "word", "via"};
}

QList<RowsModel::Row> subjectRows(const QList<rollback::Subject> &subjects)
{
    QList<RowsModel::Row> rows;
    for (const rollback::Subject &subject : subjects) {
        const bool isHelm = subject.way == rollback::Way::Helm;
        const QString health = subject.application[u"status"][u"health"][u"status"].toString();
        rows.append({{u"id"_s, subject.title()},
                     {u"title"_s, plainLine(subject.name)},
                     {u"detail"_s,
                      isHelm ? Text::tr("Helm release in %1").arg(plainLine(subject.ns))
                             : Text::tr("Application in %1").arg(plainLine(subject.ns))},
                     {u"tone"_s, number(isHelm ? Tone::Unknown : toneOfHealth(health))},
                     {u"word"_s, isHelm ? QString() : healthWord(health)},
                     {u"via"_s, rollback::wayName(subject.way)}});
    }
    return rows;
}

QString changesWord(const rollback::Distance &distance)
{
    if (!distance.known) {
        return distance.problem.isEmpty() ? QString()
                                          : Text::tr("What it changes is not known: %1").arg(plainLine(distance.problem));
    }
    QStringList parts;
    if (!distance.images.isEmpty()) {
        parts.append(Text::tr("%n image(s)", nullptr, int(distance.images.size())));
    }
    if (distance.values > 0) {
        parts.append(Text::tr("%n value(s)", nullptr, distance.values));
    }
    if (distance.objects > 0) {
        parts.append(Text::tr("%n object(s)", nullptr, distance.objects));
    }
    return parts.isEmpty() ? Text::tr("Changes nothing") : Text::tr("Changes %1").arg(parts.join(u", "_s));
}

QByteArrayList candidateRoles()
{
    return {"id", "version", "when", "tone", "word", "present", "chosen", "changes"};
}

QList<RowsModel::Row> candidateRows(const QList<rollback::Candidate> &candidates, const QString &chosen)
{
    QList<RowsModel::Row> rows;
    for (const rollback::Candidate &candidate : candidates) {
        const QString when = candidate.at.isValid() ? QLocale().toString(candidate.at.toLocalTime(), u"d MMM, HH:mm") : QString();
        const QString who = candidate.by.isEmpty() ? when : when + u", "_s + plainLine(candidate.by);
        rows.append({{u"id"_s, candidate.id},
                     {u"version"_s, plainLine(candidate.version.isEmpty() ? candidate.revision.left(12) : candidate.version)},
                     {u"when"_s, who},
                     {u"tone"_s, number(candidate.isPresent ? Tone::Neutral : toneOfMemory(candidate.health))},
                     {u"word"_s, candidate.isPresent ? Text::tr("runs now") : plainLine(candidate.healthSentence)},
                     {u"present"_s, candidate.isPresent},
                     {u"chosen"_s, !candidate.isPresent && candidate.id == chosen},
                     {u"changes"_s, candidate.isPresent ? QString() : changesWord(candidate.distance)}});
    }
    return rows;
}

QByteArrayList checkRoles()
{
    return {"rule", "title", "tone", "text", "remedy"};
}

QList<RowsModel::Row> checkRows(const rollback::Verdict &verdict)
{
    QList<const rollback::Check *> checks;
    for (const rollback::Check &check : verdict.checks) {
        checks.append(&check);
    }
    std::ranges::stable_sort(checks, std::greater(), &rollback::Check::light);
    QList<RowsModel::Row> rows;
    for (const rollback::Check *check : std::as_const(checks)) {
        const Severity worst = check->light == rollback::Light::Red ? Severity::Error
            : check->light == rollback::Light::Amber                ? Severity::Warning
                                                                    : Severity::Info;
        QStringList sentences;
        QString remedy;
        for (const Finding &finding : check->findings) {
            if (finding.severity == worst) {
                sentences.append(finding.object.isEmpty() ? finding.sentence : finding.object + u": "_s + finding.sentence);
                remedy = remedy.isEmpty() ? finding.remedy : remedy;
            }
        }
        rows.append({{u"rule"_s, check->rule},
                     {u"title"_s, check->title},
                     {u"tone"_s, number(toneOf(check->light))},
                     {u"text"_s, sentences.join(u'\n')},
                     {u"remedy"_s, remedy}});
    }
    return rows;
}

QByteArrayList lineRoles()
{
    return {"at", "kind", "text"};
}

QList<RowsModel::Row> lineRows(const rollback::Verdict &verdict)
{
    QList<RowsModel::Row> rows;
    const auto add = [&rows](const QString &kind, const QString &text) {
        rows.append({{u"at"_s, rows.size()}, {u"kind"_s, kind}, {u"text"_s, text}});
    };
    for (const rollback::ObjectDifference &object : verdict.difference.objects) {
        if (object.isMinor || rows.size() >= kMostLines) {
            continue;
        }
        const QString title = plainLine(object.key.toString());
        if (object.kind == rollback::ObjectDifference::Kind::Created) {
            add(u"new"_s, Text::tr("+ %1 comes back").arg(title));
        } else if (object.kind == rollback::ObjectDifference::Kind::Removed) {
            add(u"gone"_s, Text::tr("- %1 is only in the newer version").arg(title));
        } else {
            add(u"head"_s, u"@@ "_s + title);
            for (const rollback::DiffLine &line : object.lines) {
                const QChar mark = line.kind == rollback::DiffLine::Kind::Same ? u' '
                    : line.kind == rollback::DiffLine::Kind::Gone              ? u'-'
                                                                               : u'+';
                add(kindOf(line.kind), mark + u' ' + line.text);
            }
        }
    }
    return rows;
}

} // namespace sentinel::console
