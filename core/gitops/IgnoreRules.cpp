// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gitops/IgnoreRules.h"

#include "core/base/Glob.h"
#include "core/gitops/Json.h"
#include "core/yaml/Json.h"
#include "core/yaml/Read.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace sentinel::gitops {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(IgnoreRules)
};

QStringList pointerSteps(const QString &pointer)
{
    QStringList steps = pointer.split(u'/');
    steps.removeFirst();
    for (QString &step : steps) {
        step.replace(u"~1"_s, u"/"_s).replace(u"~0"_s, u"~"_s);
    }
    return steps;
}

bool chooses(const QString &step, const QJsonValue &member, qsizetype index)
{
    if (step == u"[]") {
        return true;
    }
    if (!step.startsWith(u'[')) {
        return step == QString::number(index); // of a JSON pointer
    }
    const QString inside = step.sliced(1, step.size() - 2);
    if (const qsizetype at = inside.indexOf(u'='); at > 0) {
        return member[inside.first(at)].toString() == inside.sliced(at + 1);
    }
    return inside == QString::number(index);
}

/// Without what the steps lead to.
QJsonValue without(const QJsonValue &value, const QStringList &steps, qsizetype at)
{
    const bool isLast = at == steps.size() - 1;
    if (value.isObject()) {
        QJsonObject map = value.toObject();
        if (!map.contains(steps[at])) {
            return map;
        }
        if (isLast) {
            map.remove(steps[at]);
        } else {
            map.insert(steps[at], without(map[steps[at]], steps, at + 1));
        }
        return map;
    }
    if (value.isArray()) {
        QJsonArray list;
        const QJsonArray members = value.toArray();
        for (qsizetype i = 0; i < members.size(); ++i) {
            const bool isIt = chooses(steps[at], members.at(i), i);
            if (!isIt || !isLast) {
                list.append(isIt ? without(members.at(i), steps, at + 1) : members.at(i));
            }
        }
        return list;
    }
    return value;
}

/// A field's path as the steps above.
QStringList stepsOf(const FieldPath &path)
{
    QStringList steps;
    for (const FieldStep &step : path) {
        if (!step.name.isEmpty()) {
            steps.append(step.name);
        } else if (!step.key.isEmpty() && step.member[step.key].isString()) {
            steps.append(u'[' + step.key + u'=' + step.member[step.key].toString() + u']');
        } else {
            steps.append(u'[' + QString::number(step.index) + u']');
        }
    }
    return steps;
}

/// Takes one piece from the front of a path: `.name`, `["name"]`, `[]`, `[3]`. Empty: no such piece.
QString pieceOf(QString &rest)
{
    static const QRegularExpression piece(
        u"^(?:\\.\"([^\"]+)\"|\\.([A-Za-z_][A-Za-z0-9_-]*)|\\.?\\[\"([^\"]+)\"\\]|\\.?(\\[[0-9]*\\]))\\??"_s);
    const QRegularExpressionMatch match = piece.match(rest);
    if (!match.hasMatch()) {
        return {};
    }
    rest = rest.sliced(match.capturedEnd());
    for (int i = 1; i <= 4; ++i) {
        if (!match.captured(i).isEmpty()) {
            return match.captured(i);
        }
    }
    return {};
}

} // namespace

std::optional<QStringList> jqPath(const QString &expression)
{
    static const QRegularExpression select(u"^select\\(\\s*\\.([A-Za-z0-9_-]+)\\s*==\\s*\"([^\"]*)\"\\s*\\)$"_s);
    QStringList steps;
    const QStringList parts = expression.split(u'|');
    for (const QString &part : parts) {
        QString rest = part.trimmed();
        if (const QRegularExpressionMatch match = select.match(rest); match.hasMatch()) {
            if (steps.isEmpty() || steps.last() != u"[]") {
                return {};
            }
            steps.last() = u'[' + match.captured(1) + u'=' + match.captured(2) + u']';
            continue;
        }
        while (!rest.isEmpty()) {
            const QString piece = pieceOf(rest);
            if (piece.isEmpty()) {
                return {};
            }
            steps.append(piece);
        }
    }
    return steps.isEmpty() ? std::nullopt : std::optional(steps);
}

void IgnoreRules::addRule(const QJsonObject &given, Rule rule)
{
    const QStringList pointers = textsOf(given[u"jsonPointers"]);
    for (const QString &pointer : pointers) {
        rule.paths.append(pointerSteps(pointer));
    }
    const QStringList expressions = textsOf(given[u"jqPathExpressions"]);
    for (const QString &expression : expressions) {
        if (const auto path = jqPath(expression)) {
            rule.paths.append(*path);
        } else {
            m_notes.append(
                Text::tr("The ignore rule “%1” is more than a path; what it hides in Argo CD may show here.").arg(expression));
        }
    }
    rule.managers = textsOf(given[u"managedFieldsManagers"]);
    m_rules.append(rule);
}

void IgnoreRules::add(const QJsonArray &rules)
{
    for (const QJsonValue &given : rules) {
        addRule(given.toObject(),
                {.group = given[u"group"].toString(),
                 .kind = given[u"kind"].toString(),
                 .ns = given[u"namespace"].toString(),
                 .name = given[u"name"].toString()});
    }
}

void IgnoreRules::addInstallation(const QJsonObject &configMap)
{
    static const QString prefix = u"resource.customizations.ignoreDifferences."_s;
    const QJsonObject data = configMap[u"data"].toObject();
    for (auto each = data.constBegin(); each != data.constEnd(); ++each) {
        if (!each.key().startsWith(prefix)) {
            continue;
        }
        const QString about = each.key().sliced(prefix.size());
        const auto read = yaml::read(each.value().toString().toUtf8(), each.key());
        if (!read) {
            m_notes.append(Text::tr("%1 of argocd-cm cannot be read.").arg(each.key()));
            continue;
        }
        const bool isAll = about == u"all";
        const qsizetype at = about.lastIndexOf(u'_');
        addRule(
            yaml::toJson(*read).toObject(),
            {.group = isAll ? u"*"_s : about.first(std::max<qsizetype>(at, 0)), .kind = isAll ? u"*"_s : about.sliced(at + 1)});
    }
}

bool IgnoreRules::concerns(const Rule &rule, const QJsonObject &object)
{
    return globMatches(rule.group, groupOf(object)) && globMatches(rule.kind, object[u"kind"].toString())
        && (rule.name.isEmpty() || globMatches(rule.name, nameOf(object)))
        && (rule.ns.isEmpty() || globMatches(rule.ns, namespaceOf(object)));
}

IgnoreRules::Sides IgnoreRules::applied(const QJsonObject &before, const QJsonObject &after) const
{
    Sides sides{.before = before, .after = after};
    const QJsonObject &known = before.isEmpty() ? after : before;
    for (const Rule &rule : m_rules) {
        if (!concerns(rule, known)) {
            continue;
        }
        QList<QStringList> paths = rule.paths;
        if (!rule.managers.isEmpty()) {
            const QList<FieldDifference> differences = fieldDifferences(before, after);
            for (const FieldDifference &difference : differences) {
                const bool isTheirs = std::ranges::any_of(difference.managers, [&rule](const QString &manager) {
                    return rule.managers.contains(manager.section(u" ("_s, 0, 0));
                });
                if (isTheirs) {
                    paths.append(stepsOf(difference.path));
                }
            }
        }
        for (const QStringList &path : std::as_const(paths)) {
            if (!path.isEmpty()) {
                sides.before = without(sides.before, path, 0).toObject();
                sides.after = without(sides.after, path, 0).toObject();
            }
        }
    }
    return sides;
}

QJsonObject ignoreRule(const QJsonObject &object, const QList<FieldDifference> &differences)
{
    QJsonArray pointers;
    QJsonArray expressions;
    for (const FieldDifference &difference : differences) {
        QString pointer;
        QString expression;
        bool isPointer = true;
        for (const FieldStep &step : difference.path) {
            if (!step.name.isEmpty()) {
                pointer += u'/' + QString(step.name).replace(u"~"_s, u"~0"_s).replace(u"/"_s, u"~1"_s);
                const bool isPlain = !step.name.contains(u'.') && !step.name.contains(u'/') && !step.name.contains(u'-');
                expression += isPlain ? u'.' + step.name : u"[\""_s + step.name + u"\"]"_s;
            } else if (!step.key.isEmpty() && step.member[step.key].isString()) {
                isPointer = false;
                expression += u"[] | select(.%1 == \"%2\") | "_s.arg(step.key, step.member[step.key].toString());
            } else {
                pointer += u'/' + QString::number(step.index);
                expression += u'[' + QString::number(step.index) + u']';
            }
        }
        if (expression.endsWith(u" | ")) {
            expression.chop(3);
        }
        isPointer ? pointers.append(pointer) : expressions.append(expression);
    }
    QJsonObject rule{{u"kind"_s, object[u"kind"]}, {u"name"_s, nameOf(object)}};
    const QList<std::pair<QString, QJsonValue>> rest{{u"group"_s, groupOf(object)}, {u"namespace"_s, namespaceOf(object)}};
    for (const auto &[key, value] : rest) {
        if (!value.toString().isEmpty()) {
            rule.insert(key, value);
        }
    }
    if (!pointers.isEmpty()) {
        rule.insert(u"jsonPointers"_s, pointers);
    }
    if (!expressions.isEmpty()) {
        rule.insert(u"jqPathExpressions"_s, expressions);
    }
    return rule;
}

} // namespace sentinel::gitops
