// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/Selectors.h"

#include <QHash>
#include <QJsonArray>
#include <QRegularExpression>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::sandbox {

namespace {

/// Splits at commas outside of parentheses.
QStringList requirements(const QString &text)
{
    QStringList result;
    QString current;
    int depth = 0;
    for (const QChar c : text) {
        depth += c == u'(' ? 1 : c == u')' ? -1 : 0;
        if (c == u',' && depth == 0) {
            result.append(current.trimmed());
            current.clear();
        } else {
            current.append(c);
        }
    }
    if (!current.trimmed().isEmpty() || !result.isEmpty()) {
        result.append(current.trimmed());
    }
    return result;
}

Problem unreadable(const QString &text)
{
    return problems::badRequest(u"unable to parse requirement: found '%1', expected: a label selector"_s.arg(text));
}

/// What is wrong with the key of a label; nothing when it may be one.
std::optional<Problem> wrongKey(const QString &key)
{
    static const QRegularExpression name(u"^([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$"_s);
    const qsizetype slash = key.indexOf(u'/');
    const QString why = slash == 0 ? u"prefix part must be non-empty"_s
        : name.match(key.sliced(slash + 1)).hasMatch()
        ? QString()
        : u"name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric "
          u"character "
          "(e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')"_s;
    if (why.isEmpty()) {
        return {};
    }
    return problems::badRequest(u"unable to parse requirement: <nil>: Invalid value: \"%1\": %2"_s.arg(key, why));
}

const QStringList &fieldsOf(const Type &type)
{
    static const QStringList always{u"metadata.name"_s, u"metadata.namespace"_s};
    static const QHash<QString, QStringList> more{
        {u"pods"_s,
         {u"spec.nodeName"_s, u"spec.restartPolicy"_s, u"spec.schedulerName"_s, u"spec.serviceAccountName"_s,
          u"spec.hostNetwork"_s, u"status.phase"_s, u"status.podIP"_s, u"status.nominatedNodeName"_s}},
        {u"events"_s,
         {u"involvedObject.kind"_s, u"involvedObject.namespace"_s, u"involvedObject.name"_s, u"involvedObject.uid"_s,
          u"involvedObject.apiVersion"_s, u"involvedObject.resourceVersion"_s, u"involvedObject.fieldPath"_s, u"reason"_s,
          u"reportingComponent"_s, u"source"_s, u"type"_s}},
        {u"secrets"_s, {u"type"_s}},
        {u"namespaces"_s, {u"status.phase"_s}},
        {u"nodes"_s, {u"spec.unschedulable"_s}},
        {u"jobs.batch"_s, {u"status.successful"_s}},
        {u"replicasets.apps"_s, {u"status.replicas"_s}},
        {u"services"_s, {u"spec.clusterIP"_s, u"spec.type"_s}},
    };
    static QHash<QString, QStringList> made;
    auto found = made.find(type.resource());
    if (found == made.end()) {
        found = made.insert(type.resource(), always + more.value(type.resource()));
    }
    return *found;
}

QString textAt(const QJsonObject &object, const QStringList &path)
{
    QJsonValue value = object;
    for (const QString &step : path) {
        value = value.toObject().value(step);
    }
    if (value.isBool()) {
        return value.toBool() ? u"true"_s : u"false"_s;
    }
    return value.isDouble() ? QString::number(value.toInteger()) : value.toString();
}

} // namespace

Outcome<LabelSelector::Term> LabelSelector::term(const QString &text)
{
    static const QRegularExpression sets(u"^(\\S+)\\s+(in|notin)\\s*\\(([^()]*)\\)$"_s);
    static const QRegularExpression compare(u"^([^\\s!=<>]+)\\s*(==|=|!=|>|<)\\s*([^\\s!=<>]*)$"_s);
    static const QRegularExpression exists(u"^(!?)\\s*([^\\s!=<>()]+)$"_s);
    if (const auto match = sets.match(text); match.hasMatch()) {
        QStringList values;
        for (const QString &value : match.captured(3).split(u',')) {
            values.append(value.trimmed());
        }
        return Term{.key = match.captured(1), .test = match.captured(2) == "in"_L1 ? Test::In : Test::NotIn, .values = values};
    }
    if (const auto match = compare.match(text); match.hasMatch()) {
        const QString sign = match.captured(2);
        const Test test = sign == "!="_L1 ? Test::NotIn : sign == ">"_L1 ? Test::Greater : sign == "<"_L1 ? Test::Less : Test::In;
        return Term{.key = match.captured(1), .test = test, .values = {match.captured(3)}, .isEquality = true};
    }
    if (const auto match = exists.match(text); match.hasMatch()) {
        return Term{.key = match.captured(2), .test = match.captured(1).isEmpty() ? Test::Exists : Test::Missing};
    }
    return refuse(unreadable(text));
}

Outcome<LabelSelector> LabelSelector::parse(const QString &text)
{
    LabelSelector result;
    for (const QString &part : requirements(text)) {
        const auto parsed = term(part);
        if (!parsed) {
            return refuse(parsed.error());
        }
        if (const auto wrong = wrongKey(parsed->key)) {
            return refuse(*wrong);
        }
        result.m_terms.append(*parsed);
    }
    return result;
}

LabelSelector LabelSelector::of(const QJsonObject &selector)
{
    LabelSelector result;
    const QJsonObject labels = selector.value("matchLabels"_L1).toObject();
    for (auto at = labels.begin(); at != labels.end(); ++at) {
        result.m_terms.append({.key = at.key(), .test = Test::In, .values = {at.value().toString()}, .isEquality = true});
    }
    static const QHash<QString, Test> tests{
        {u"In"_s, Test::In}, {u"NotIn"_s, Test::NotIn}, {u"Exists"_s, Test::Exists}, {u"DoesNotExist"_s, Test::Missing}};
    const QJsonArray expressions = selector.value("matchExpressions"_L1).toArray();
    for (const auto &item : expressions) {
        QStringList values;
        for (const auto &value : item.toObject().value("values"_L1).toArray()) {
            values.append(value.toString());
        }
        result.m_terms.append({.key = item.toObject().value("key"_L1).toString(),
                               .test = tests.value(item.toObject().value("operator"_L1).toString(), Test::In),
                               .values = values});
    }
    return result;
}

bool LabelSelector::holds(const Term &term, const QJsonObject &labels)
{
    const bool has = labels.contains(term.key);
    const QString value = labels.value(term.key).toString();
    switch (term.test) {
    case Test::In:
        return has && term.values.contains(value);
    case Test::NotIn:
        return !has || !term.values.contains(value);
    case Test::Exists:
        return has;
    case Test::Missing:
        return !has;
    case Test::Greater:
        return has && value.toLongLong() > term.values.value(0).toLongLong();
    case Test::Less:
        return has && value.toLongLong() < term.values.value(0).toLongLong();
    }
    return false;
}

bool LabelSelector::matches(const QJsonObject &labels) const
{
    return std::ranges::all_of(m_terms, [&labels](const Term &term) { return holds(term, labels); });
}

QString LabelSelector::text() const
{
    QStringList parts;
    for (const Term &term : m_terms) {
        switch (term.test) {
        case Test::In:
            parts.append(term.isEquality ? term.key + u'=' + term.values.value(0)
                                         : u"%1 in (%2)"_s.arg(term.key, term.values.join(u',')));
            break;
        case Test::NotIn:
            parts.append(term.isEquality ? term.key + u"!="_s + term.values.value(0)
                                         : u"%1 notin (%2)"_s.arg(term.key, term.values.join(u',')));
            break;
        case Test::Exists:
            parts.append(term.key);
            break;
        case Test::Missing:
            parts.append(u'!' + term.key);
            break;
        case Test::Greater:
            parts.append(term.key + u'>' + term.values.value(0));
            break;
        case Test::Less:
            parts.append(term.key + u'<' + term.values.value(0));
            break;
        }
    }
    return parts.join(u',');
}

Outcome<FieldSelector> FieldSelector::parse(const Type &type, const QString &text)
{
    FieldSelector result;
    for (const QString &part : text.split(u',', Qt::SkipEmptyParts)) {
        const bool differs = part.contains("!="_L1);
        const QString sign = differs ? u"!="_s : part.contains("=="_L1) ? u"=="_s : u"="_s;
        const qsizetype at = part.indexOf(sign);
        if (at <= 0) {
            return refuse(problems::badRequest(u"invalid selector: '%1'; can't understand '%2'"_s.arg(text, part)));
        }
        const QString field = part.left(at).trimmed();
        if (!fieldsOf(type).contains(field)) {
            return refuse(problems::badRequest(u"field label not supported: "_s + field));
        }
        result.m_terms.append({.path = field.split(u'.'), .value = part.mid(at + sign.size()).trimmed(), .equal = !differs});
    }
    return result;
}

bool FieldSelector::matches(const QJsonObject &object) const
{
    return std::ranges::all_of(m_terms,
                               [&object](const Term &term) { return (textAt(object, term.path) == term.value) == term.equal; });
}

} // namespace sentinel::sandbox
