// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/Sentinel/Plan/FindingsRows.h"

#include "qml/Sentinel/Plan/PlanWords.h"
#include "qml/Sentinel/Rows/Tone.h"

#include <QCoreApplication>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::console {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

FindingGroup groupOf(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return FindingGroup::Errors;
    case Severity::Warning:
        return FindingGroup::Warnings;
    case Severity::Info:
        return FindingGroup::Notes;
    }
    return FindingGroup::Notes;
}

/// One finding, wherever it was found.
struct Found
{
    QString identity;
    FindingGroup group = FindingGroup::Notes;
    const Finding *finding = nullptr; ///< of the first environment
    const CheckedEnvironment *first = nullptr;
    QStringList environments;
};

using Seen = QHash<QString, qsizetype>;

void add(QList<Found> &all, Seen &seen, FindingGroup group, const Finding &finding, const CheckedEnvironment &environment)
{
    const QString identity
        = QStringList{groupName(group), finding.rule, finding.object, finding.path, finding.sentence}.join(u'\n');
    const auto known = seen.constFind(identity);
    if (known == seen.cend()) {
        seen.insert(identity, all.size());
        all.append({.identity = identity,
                    .group = group,
                    .finding = &finding,
                    .first = &environment,
                    .environments = {environment.name}});
    } else if (!all[*known].environments.contains(environment.name)) {
        all[*known].environments.append(environment.name);
    }
}

bool canBeOpened(const Found &found, const bundle::Bundle *bundle)
{
    const QString &file = found.finding->where.file;
    const auto isIt = [&file](const bundle::File &each) { return each.path == file; };
    return found.finding->where.isKnown() && (std::ranges::any_of(found.first->rendered, isIt) || (bundle && bundle->find(file)));
}

/// The plan's key behind it, for one environment where it was found in one of several.
QString keyOf(const Found &found, const CheckedBundle &checked)
{
    const auto known = [](const QString &key) { return plan::Catalogue::shipped().find(splitKey(key).key) != nullptr; };
    const QString &answer = found.finding->answer;
    const QString key = known(answer) ? answer : known(found.finding->path) ? found.finding->path : QString();
    const bool alone = checked.environments.size() > 1 && found.environments.size() == 1;
    return key.isEmpty() || !alone ? key : scopedKey(found.environments.first(), splitKey(key).key);
}

QString accepted(const Found &found, Language language)
{
    const policy::Exemption *why = nullptr; // the one that holds longest, since it counts
    for (const policy::Exemption &each : found.first->exemptions) {
        const bool longer = !why || each.expires > why->expires;
        why = longer && policy::covers(each, *found.finding) ? &each : why;
    }
    return why
        ? Text::tr("Accepted until %1: %2").arg(localeOf(language).toString(why->expires, QLocale::ShortFormat), why->reason)
        : QString();
}

} // namespace

QString groupName(FindingGroup group)
{
    switch (group) {
    case FindingGroup::Errors:
        return u"errors"_s;
    case FindingGroup::Warnings:
        return u"warnings"_s;
    case FindingGroup::Notes:
        return u"notes"_s;
    case FindingGroup::Exempted:
        return u"exempted"_s;
    }
    return {};
}

QString groupTitle(FindingGroup group)
{
    switch (group) {
    case FindingGroup::Errors:
        return Text::tr("Errors");
    case FindingGroup::Warnings:
        return Text::tr("Warnings");
    case FindingGroup::Notes:
        return Text::tr("Notes");
    case FindingGroup::Exempted:
        return Text::tr("Accepted");
    }
    return {};
}

int groupTone(FindingGroup group)
{
    switch (group) {
    case FindingGroup::Errors:
        return number(toneOf(Severity::Error));
    case FindingGroup::Warnings:
        return number(toneOf(Severity::Warning));
    case FindingGroup::Notes:
        return number(toneOf(Severity::Info));
    case FindingGroup::Exempted:
        return number(Tone::Neutral);
    }
    return number(Tone::Unknown);
}

QByteArrayList findingRoles()
{
    return {"id",     "group", "status", "rule", "object", "environments", "sentence",
            "remedy", "place", "file",   "line", "key",    "label"};
}

FindingRows findingRows(const CheckedBundle &checked, const bundle::Bundle *bundle, const QString &environment,
                        const QSet<QString> &hidden, Language language)
{
    QList<Found> all;
    Seen seen;
    for (const CheckedEnvironment &each : checked.environments) {
        if (!environment.isEmpty() && each.name != environment) {
            continue;
        }
        for (const Finding &finding : each.report.findings) {
            add(all, seen, groupOf(finding.severity), finding, each);
        }
        for (const Finding &finding : each.report.exempted) {
            add(all, seen, FindingGroup::Exempted, finding, each);
        }
    }
    std::ranges::stable_sort(all, {}, &Found::group);
    FindingRows result;
    for (const Found &found : std::as_const(all)) {
        ++result.counts.at(static_cast<std::size_t>(found.group));
        if (hidden.contains(groupName(found.group))) {
            continue;
        }
        const Finding &finding = *found.finding;
        const bool isExempted = found.group == FindingGroup::Exempted;
        const bool opens = canBeOpened(found, bundle);
        const QString key = isExempted ? QString() : keyOf(found, checked);
        result.rows.append({{u"id"_s, found.identity},
                            {u"group"_s, groupTitle(found.group)},
                            {u"status"_s, groupTone(found.group)},
                            {u"rule"_s, finding.rule},
                            {u"object"_s, finding.object},
                            {u"environments"_s, checked.environments.size() > 1 ? found.environments.join(u", "_s) : QString()},
                            {u"sentence"_s, finding.sentence},
                            {u"remedy"_s, isExempted ? accepted(found, language) : finding.remedy},
                            {u"place"_s, opens ? u"%1:%2"_s.arg(finding.where.file).arg(finding.where.line) : QString()},
                            {u"file"_s, finding.where.file},
                            {u"line"_s, finding.where.line},
                            {u"key"_s, key},
                            {u"label"_s, key.isEmpty() ? QString() : labelOf(key, language)}});
    }
    return result;
}

} // namespace sentinel::console
