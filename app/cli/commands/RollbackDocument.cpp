// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/RollbackDocument.h"
#include "app/cli/Output.h"

using namespace Qt::StringLiterals;

namespace sentinel::cli {

namespace {

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

yaml::Value imageList(const QList<rollback::ImageChange> &changes)
{
    QList<yaml::Value> images;
    for (const rollback::ImageChange &image : changes) {
        yaml::Value change;
        change.set(u"now"_s, plainLine(image.now));
        change.set(u"then"_s, plainLine(image.then));
        images.append(change);
    }
    return yaml::Value::list(images);
}

yaml::Value distanceItem(const rollback::Distance &distance)
{
    yaml::Value item;
    item.set(u"known"_s, distance.known);
    if (!distance.known) {
        item.set(u"problem"_s, plainLine(distance.problem));
        return item;
    }
    item.set(u"images"_s, imageList(distance.images));
    item.set(u"values"_s, distance.values);
    QStringList names;
    for (const QString &name : distance.valueNames) {
        names.append(plainLine(name));
    }
    item.set(u"valueNames"_s, yaml::Value::list(names));
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

} // namespace

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
    value.set(u"images"_s, imageList(verdict.images));
    if (verdict.restorePoint) {
        yaml::Value point;
        point.set(u"kind"_s, verdict.restorePoint->kind);
        point.set(u"name"_s, plainLine(verdict.restorePoint->name));
        setTime(point, u"at"_s, verdict.restorePoint->at);
        point.set(u"command"_s, verdict.restorePoint->command);
        value.set(u"restorePoint"_s, point);
    }
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

yaml::Value pullRequestDocument(const rollback::PullRequestText &text, rollback::Light light)
{
    yaml::Value value = document(u"PullRequestText"_s);
    value.set(u"title"_s, text.title);
    value.set(u"body"_s, text.body);
    value.set(u"repository"_s, plainLine(text.repository));
    value.set(u"base"_s, plainLine(text.base));
    value.set(u"branch"_s, plainLine(text.branch));
    value.set(u"commands"_s, yaml::Value::list(text.commands));
    value.set(u"light"_s, rollback::lightName(light));
    return value;
}

} // namespace sentinel::cli
