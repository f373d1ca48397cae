// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/pack/DataFiles.h"

#include <QRegularExpression>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::plan::pack {

using Type = Expression::Type;

void DataFiles::readRules()
{
    const QString path = m_folder + u"/rules.yaml"_s;
    Fields root(file(u"rules.yaml"_s), path, m_problems);
    for (const yaml::Entry &definition : root.entries(u"definitions"_s)) {
        m_definitions.append({definition.key, u'(' + withDefinitions(definition.value.text()) + u')'});
    }
    for (const yaml::Value &item : root.items(u"rules"_s)) {
        readRule(item, path);
    }
    root.finish();
}

void DataFiles::readRule(const yaml::Value &item, const QString &path)
{
    Fields fields(item, path, m_problems);
    Rule rule;
    rule.id = fields.text(u"id"_s);
    const QString severity = fields.text(u"severity"_s);
    for (const Severity each : {Severity::Info, Severity::Warning, Severity::Error}) {
        if (severityName(each) == severity) {
            rule.severity = each;
        }
    }
    if (severityName(rule.severity) != severity) {
        fields.complain(u"severity"_s, u"A severity is info, warning or error."_s);
    }
    if (!rule.id.startsWith("plan."_L1) || std::ranges::contains(m_rules, rule.id, &Rule::id)) {
        fields.complain(u"id"_s, u"A rule's id begins with \"plan.\" and stands once."_s);
    }
    rule.condition = withDefinitions(fields.text(u"when"_s));
    rule.sentence = withDefinitions(fields.words(u"sentence"_s));
    rule.remedy = withDefinitions(fields.words(u"remedy"_s));
    rule.keys = fields.texts(u"keys"_s);
    for (const QString &key : std::as_const(rule.keys)) {
        if (!std::ranges::contains(m_questions, key, &Question::key)) {
            fields.complain(u"keys"_s, u"There is no key \"%1\"."_s.arg(key));
        }
    }
    if (rule.keys.isEmpty()) {
        fields.complain(u"keys"_s, u"A rule is about at least one key."_s);
    }
    m_pending.push_back({rule.condition, {Type::Boolean}, u"when"_s, fields});
    for (const QString &text : {rule.sentence.english, rule.sentence.spanish}) {
        checkSentence(text, u"sentence"_s, fields);
    }
    for (const QString &text : {rule.remedy.english, rule.remedy.spanish}) {
        checkSentence(text, u"remedy"_s, fields);
    }
    fields.finish();
    m_rules.append(std::move(rule));
}

QString DataFiles::withDefinitions(const QString &expression) const
{
    QString result = expression;
    for (auto definition = m_definitions.crbegin(); definition != m_definitions.crend(); ++definition) {
        result.replace(QRegularExpression(u"(?<![\\w.\"])%1(?![\\w.\"(])"_s.arg(definition->first)), definition->second);
    }
    return result;
}

/// Only inside the braces: a definition's name may also be an ordinary word of the sentence.
Words DataFiles::withDefinitions(const Words &words) const
{
    const auto inBraces = [this](const QString &text) {
        QString result;
        qsizetype at = 0;
        for (qsizetype open = text.indexOf(u'{'); open >= 0; open = text.indexOf(u'{', at)) {
            const qsizetype close = text.indexOf(u'}', open);
            if (close < 0) {
                break;
            }
            result += QStringView(text).sliced(at, open + 1 - at).toString()
                + withDefinitions(text.sliced(open + 1, close - open - 1)) + u'}';
            at = close + 1;
        }
        return result + text.sliced(at);
    };
    return {.english = inBraces(words.english), .spanish = inBraces(words.spanish)};
}

void DataFiles::checkSentence(const QString &sentence, const QString &name, Fields &fields)
{
    qsizetype at = 0;
    for (qsizetype open = sentence.indexOf(u'{'); open >= 0; open = sentence.indexOf(u'{', at)) {
        const qsizetype close = sentence.indexOf(u'}', open);
        if (close < 0) {
            fields.complain(name, u"A brace is not closed."_s);
            return;
        }
        m_pending.push_back({sentence.sliced(open + 1, close - open - 1),
                             {Type::Boolean, Type::Number, Type::Text, Type::List, Type::Quantity, Type::Duration},
                             name,
                             fields});
        at = close + 1;
    }
}

} // namespace sentinel::plan::pack
