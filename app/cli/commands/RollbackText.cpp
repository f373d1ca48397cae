// SPDX-License-Identifier: GPL-3.0-or-later
// Versions and verdicts for people.
#include "app/cli/Output.h"
#include "app/cli/commands/RollbackDocument.h"
#include "core/base/SafeText.h"
#include "core/rollback/Checks.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sentinel::cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

QString whenText(const QDateTime &at)
{
    return at.isValid() ? at.toLocalTime().toString(u"yyyy-MM-dd HH:mm") : u"-"_s;
}

QString changesText(const rollback::Candidate &candidate)
{
    if (candidate.isPresent) {
        return Text::tr("what runs now");
    }
    if (!candidate.distance.known) {
        return candidate.distance.problem.isEmpty() ? u"-"_s : plainLine(candidate.distance.problem);
    }
    return Text::tr("%1 images, %2 values, %3 objects")
        .arg(candidate.distance.images.size())
        .arg(candidate.distance.values)
        .arg(candidate.distance.objects);
}

/// By name: each image, each value.
QString namesText(const rollback::Candidate &candidate)
{
    if (candidate.isPresent || !candidate.distance.known) {
        return changesText(candidate);
    }
    QStringList names;
    for (const rollback::ImageChange &image : candidate.distance.images) {
        names.append(u"%1 → %2"_s.arg(image.now.isEmpty() ? u"–"_s : plainLine(image.now),
                                      image.then.isEmpty() ? u"–"_s : plainLine(image.then)));
    }
    for (const QString &name : candidate.distance.valueNames) {
        names.append(plainLine(name));
    }
    return changesText(candidate) + (names.isEmpty() ? QString() : u": "_s + names.join(u", "_s));
}

QString lightWord(rollback::Light light)
{
    switch (light) {
    case rollback::Light::Green:
        return Text::tr("passed");
    case rollback::Light::None:
        return Text::tr("does not apply");
    case rollback::Light::Amber:
        return Text::tr("to be accepted");
    case rollback::Light::Red:
        return Text::tr("in the way");
    }
    Q_UNREACHABLE_RETURN({});
}

QString checksText(const rollback::Verdict &verdict, bool wide)
{
    QString text;
    for (const rollback::Check &check : verdict.checks) {
        text += u"%1 %2: %3\n"_s.arg(check.light == rollback::Light::Red         ? u"!!"_s
                                         : check.light == rollback::Light::Amber ? u"! "_s
                                         : check.light == rollback::Light::None  ? u"- "_s
                                                                                 : u"+ "_s,
                                     check.rule, lightWord(check.light));
        for (const Finding &finding : check.findings) {
            if (!wide && check.light == rollback::Light::Green && check.rule != u"rollback.schema"
                && check.rule != u"rollback.target") {
                continue;
            }
            text += u"     "_s + (finding.object.isEmpty() ? QString() : finding.object + u": "_s) + finding.sentence + u'\n';
            if (!finding.remedy.isEmpty()) {
                text += u"     "_s + Text::tr("Next: %1").arg(finding.remedy) + u'\n';
            }
        }
    }
    return text;
}

QString differenceText(const rollback::Difference &difference, bool wide)
{
    if (!difference.known) {
        return {};
    }
    QString text = u'\n'
        + Text::tr("What changes: %1 objects, %2 lines; of %3 more only labels")
              .arg(difference.objects.size() - difference.minor())
              .arg(difference.lines())
              .arg(difference.minor())
        + u'\n';
    for (const rollback::ObjectDifference &object : difference.objects) {
        if (object.isMinor && !wide) {
            continue;
        }
        text += u"@@ %1 · %2\n"_s.arg(object.key.toString(), differenceWord(object.kind));
        if (object.kind != rollback::ObjectDifference::Kind::Changed) {
            continue; // all of it on one side
        }
        for (const rollback::DiffLine &line : object.lines) {
            text += lineText(line) + u'\n';
        }
    }
    return text;
}

} // namespace

QString candidateTable(const QList<rollback::Candidate> &candidates, CandidateDetail detail)
{
    const bool wide = detail == CandidateDetail::Names;
    Table table({{Text::tr("id")},
                 {Text::tr("version")},
                 {Text::tr("revision")},
                 {Text::tr("deployed")},
                 {Text::tr("by")},
                 {Text::tr("health")},
                 {Text::tr("what changes")}});
    for (const rollback::Candidate &candidate : candidates) {
        table.add({candidate.id.isEmpty() ? u"-"_s : candidate.id,
                   candidate.version.isEmpty() ? u"-"_s : plainLine(candidate.version), plainLine(candidate.revision).left(12),
                   whenText(candidate.at), candidate.by.isEmpty() ? u"-"_s : plainLine(candidate.by),
                   plainLine(candidate.healthSentence), wide ? namesText(candidate) : changesText(candidate)});
    }
    return table.toString();
}

QString verdictText(const rollback::Verdict &verdict, bool wide)
{
    QString text = Text::tr("Roll %1 back to %2 (%3) by %4: %5 passed, %6 do not apply, %7 to be accepted, %8 in the way")
                       .arg(plainLine(verdict.subject.title()),
                            plainLine(verdict.candidate.version.isEmpty() ? verdict.candidate.revision.left(12)
                                                                          : verdict.candidate.version),
                            verdict.candidate.id, rollback::wayName(verdict.choice.way))
                       .arg(verdict.count(rollback::Light::Green))
                       .arg(verdict.count(rollback::Light::None))
                       .arg(verdict.count(rollback::Light::Amber))
                       .arg(verdict.count(rollback::Light::Red))
        + u'\n';
    text += checksText(verdict, wide);
    text += differenceText(verdict.difference, wide);
    if (!verdict.effects.isEmpty()) {
        text += u'\n' + Text::tr("What it does:") + u'\n';
        for (const policy::Effect &effect : verdict.effects) {
            text += u"  %1 %2: %3\n"_s.arg(policy::effectName(effect.kind), plainLine(effect.object), plainLine(effect.sentence));
        }
    }
    if (verdict.restorePoint) {
        text += u'\n'
            + Text::tr("Data does not go back by itself. What fits the older version: %1 of %2.")
                  .arg(plainLine(verdict.restorePoint->kind + u'/' + verdict.restorePoint->name),
                       whenText(verdict.restorePoint->at))
            + u'\n' + (verdict.restorePoint->command.isEmpty() ? QString() : verdict.restorePoint->command + u'\n');
    }
    text += u'\n' + Text::tr("What happens:") + u'\n';
    for (const QString &step : verdict.happens) {
        text += u"  "_s + step + u'\n';
    }
    return text + u"  "_s + verdict.sticks + u'\n' + (wide && !verdict.patch.isEmpty() ? u'\n' + verdict.patch : QString());
}

QString pullRequestText(const rollback::PullRequestText &text)
{
    return text.title + u"\n\n"_s + text.body + u'\n' + Text::tr("The commit, in a clone of %1:").arg(plainLine(text.repository))
        + u"\n\n"_s + text.commands.join(u'\n') + u'\n';
}

QString complaintOfRules(const QStringList &accepted)
{
    QStringList known = rollback::checkRules();
    for (QString &rule : known) {
        rule = rule.section(u'.', 1);
    }
    for (const QString &rule : accepted) {
        if (!known.contains(rule.startsWith("rollback."_L1) ? rule.sliced(9) : rule)) {
            return Text::tr("--accept: there is no rule \"%1\"; the rules are %2.").arg(plainLine(rule), known.join(u", "_s));
        }
    }
    return {};
}

} // namespace sentinel::cli
