// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/RollbackDocument.h"
#include "app/cli/Output.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sentinel::cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

yaml::Value document(const QString &kind)
{
    yaml::Value value;
    value.set(u"apiVersion"_s, u"console.sentinel/v1"_s);
    value.set(u"kind"_s, kind);
    return value;
}

void setTime(yaml::Value &item, const QString &key, const QDateTime &time)
{
    if (time.isValid()) {
        item.set(key, time.toUTC().toString(Qt::ISODateWithMs));
    }
}

QString healthWord(rollback::Remembered health)
{
    switch (health) {
    case rollback::Remembered::Nothing:
        return u"unknown"_s;
    case rollback::Remembered::Healthy:
        return u"healthy"_s;
    case rollback::Remembered::Unhealthy:
        return u"unhealthy"_s;
    case rollback::Remembered::RolledBack:
        return u"rolled-back"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

yaml::Value distanceItem(const rollback::Distance &distance)
{
    yaml::Value item;
    item.set(u"known"_s, distance.known);
    if (!distance.known) {
        item.set(u"problem"_s, plainLine(distance.problem));
        return item;
    }
    QList<yaml::Value> images;
    for (const rollback::ImageChange &image : distance.images) {
        yaml::Value change;
        change.set(u"now"_s, plainLine(image.now));
        change.set(u"then"_s, plainLine(image.then));
        images.append(change);
    }
    item.set(u"images"_s, yaml::Value::list(images));
    item.set(u"values"_s, distance.values);
    item.set(u"objects"_s, distance.objects);
    return item;
}

yaml::Value candidateItem(const rollback::Candidate &candidate)
{
    yaml::Value item;
    item.set(u"id"_s, candidate.id);
    item.set(u"via"_s, rollback::wayName(candidate.way));
    item.set(u"revision"_s, plainLine(candidate.revision));
    item.set(u"version"_s, plainLine(candidate.version));
    item.set(u"by"_s, plainLine(candidate.by));
    setTime(item, u"deployed"_s, candidate.at);
    setTime(item, u"until"_s, candidate.until);
    item.set(u"distance"_s, candidate.steps);
    item.set(u"present"_s, candidate.isPresent);
    item.set(u"health"_s, healthWord(candidate.health));
    item.set(u"sentence"_s, plainLine(candidate.healthSentence));
    item.set(u"state"_s, plainLine(candidate.state));
    if (!candidate.isPresent) {
        item.set(u"changes"_s, distanceItem(candidate.distance));
    }
    return item;
}

yaml::Value subjectItem(const rollback::Subject &subject)
{
    yaml::Value item;
    item.set(u"name"_s, plainLine(subject.name));
    item.set(u"namespace"_s, plainLine(subject.ns));
    item.set(u"target"_s, plainLine(subject.targetNs));
    item.set(u"environment"_s, plainLine(subject.environment));
    item.set(u"by"_s, rollback::wayName(subject.way));
    return item;
}

QString differenceWord(rollback::ObjectDifference::Kind kind)
{
    switch (kind) {
    case rollback::ObjectDifference::Kind::Changed:
        return u"changed"_s;
    case rollback::ObjectDifference::Kind::Created:
        return u"created"_s;
    case rollback::ObjectDifference::Kind::Removed:
        return u"removed"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

QString lineText(const rollback::DiffLine &line)
{
    const QChar mark = line.kind == rollback::DiffLine::Kind::Same ? u' '
        : line.kind == rollback::DiffLine::Kind::Gone              ? u'-'
                                                                   : u'+';
    return mark + u' ' + line.text;
}

yaml::Value differenceItem(const rollback::Difference &difference)
{
    yaml::Value item;
    item.set(u"known"_s, difference.known);
    QList<yaml::Value> objects;
    for (const rollback::ObjectDifference &object : difference.objects) {
        yaml::Value one;
        one.set(u"change"_s, differenceWord(object.kind));
        one.set(u"group"_s, object.key.group);
        one.set(u"kind"_s, object.key.kind);
        one.set(u"namespace"_s, object.key.ns);
        one.set(u"name"_s, object.key.name);
        one.set(u"minor"_s, object.isMinor);
        QStringList lines;
        for (const rollback::DiffLine &line : object.lines) {
            lines.append(lineText(line));
        }
        one.set(u"lines"_s, yaml::Value::list(lines));
        objects.append(one);
    }
    item.set(u"objects"_s, yaml::Value::list(objects));
    return item;
}

yaml::Value checkItem(const rollback::Check &check)
{
    yaml::Value item;
    item.set(u"rule"_s, check.rule);
    item.set(u"title"_s, check.title);
    item.set(u"light"_s, rollback::lightName(check.light));
    QList<yaml::Value> findings;
    for (const Finding &finding : check.findings) {
        findings.append(findingItem(finding));
    }
    item.set(u"findings"_s, yaml::Value::list(findings));
    return item;
}

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

yaml::Value candidatesDocument(const rollback::Subject &subject, const QList<rollback::Candidate> &candidates,
                               const std::optional<rollback::Pause> &pause)
{
    yaml::Value value = document(u"RollbackCandidates"_s);
    value.set(u"subject"_s, subjectItem(subject));
    value.set(u"autoSyncPaused"_s, pause.has_value());
    QList<yaml::Value> items;
    for (const rollback::Candidate &candidate : candidates) {
        items.append(candidateItem(candidate));
    }
    value.set(u"items"_s, yaml::Value::list(items));
    return value;
}

yaml::Value verdictDocument(const rollback::Verdict &verdict)
{
    yaml::Value value = document(u"RollbackVerdict"_s);
    value.set(u"subject"_s, subjectItem(verdict.subject));
    value.set(u"via"_s, rollback::wayName(verdict.choice.way));
    value.set(u"light"_s, rollback::lightName(verdict.light()));
    value.set(u"candidate"_s, candidateItem(verdict.candidate));
    value.set(u"present"_s, candidateItem(verdict.present));
    QList<yaml::Value> checks;
    for (const rollback::Check &check : verdict.checks) {
        checks.append(checkItem(check));
    }
    value.set(u"checks"_s, yaml::Value::list(checks));
    value.set(u"toAccept"_s, yaml::Value::list(verdict.unaccepted({})));
    value.set(u"difference"_s, differenceItem(verdict.difference));
    QList<yaml::Value> effects;
    for (const policy::Effect &effect : verdict.effects) {
        yaml::Value item;
        item.set(u"effect"_s, policy::effectName(effect.kind));
        item.set(u"object"_s, plainLine(effect.object));
        item.set(u"sentence"_s, plainLine(effect.sentence));
        effects.append(item);
    }
    value.set(u"effects"_s, yaml::Value::list(effects));
    value.set(u"happens"_s, yaml::Value::list(verdict.happens));
    value.set(u"sticks"_s, verdict.sticks);
    value.set(u"patch"_s, verdict.patch);
    return value;
}

QString candidateTable(const QList<rollback::Candidate> &candidates)
{
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
                   plainLine(candidate.healthSentence), changesText(candidate)});
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
    text += u'\n' + Text::tr("What happens:") + u'\n';
    for (const QString &step : verdict.happens) {
        text += u"  "_s + step + u'\n';
    }
    return text + u"  "_s + verdict.sticks + u'\n' + (wide && !verdict.patch.isEmpty() ? u'\n' + verdict.patch : QString());
}

} // namespace sentinel::cli
