// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/pack/DataFiles.h"

#include "core/base/Files.h"
#include "core/plan/Compiled.h"
#include "core/plan/ReadAnswer.h"
#include "core/yaml/Read.h"

#include <QRegularExpression>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::plan::pack {

namespace {

using Type = Expression::Type;

struct TypeRow
{
    QStringView name;
    AnswerType type;
    Type value; ///< as expressions see it
};

constexpr TypeRow kTypes[] = {
    {u"text", AnswerType::Text, Type::Text},
    {u"hostName", AnswerType::HostName, Type::Text},
    {u"port", AnswerType::Port, Type::Number},
    {u"cidr", AnswerType::Cidr, Type::Text},
    {u"address", AnswerType::Address, Type::Text},
    {u"url", AnswerType::Url, Type::Text},
    {u"email", AnswerType::Email, Type::Text},
    {u"quantity", AnswerType::Quantity, Type::Quantity},
    {u"duration", AnswerType::Duration, Type::Duration},
    {u"integer", AnswerType::Integer, Type::Number},
    {u"decimal", AnswerType::Decimal, Type::Number},
    {u"boolean", AnswerType::Boolean, Type::Boolean},
    {u"choice", AnswerType::Choice, Type::Text},
    {u"choices", AnswerType::Choices, Type::List},
    {u"secret", AnswerType::SecretReference, Type::Text},
    {u"group", AnswerType::Group, Type::Group},
};

Type valueType(AnswerType type)
{
    return std::ranges::find(kTypes, type, &TypeRow::type)->value;
}

struct FormRow
{
    QStringView name;
    QStringView pattern;
};

/// Patterns many questions share, by the name Kubernetes gives the form.
constexpr FormRow kForms[] = {
    {u"dnsLabel", u"[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?"},
    {u"dnsName", u"[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*"},
    {u"imageRegistry", u"[a-z0-9]([-a-z0-9.]*[a-z0-9])?(:[0-9]{1,5})?(/[a-z0-9]([-a-z0-9._]*[a-z0-9])?)*"},
    {u"imageTag", u"[A-Za-z0-9_][-A-Za-z0-9_.]{0,127}"},
};

bool isTextLike(AnswerType type)
{
    return valueType(type) == Type::Text || type == AnswerType::Choices;
}

} // namespace

yaml::Value DataFiles::file(const QString &path)
{
    const QString whole = m_folder + u'/' + path;
    const auto content = readFile(whole);
    const auto value = content ? yaml::read(*content, whole) : failure(content);
    if (!value) {
        m_problems.append({.severity = Severity::Error,
                           .rule = u"pack"_s,
                           .object = {},
                           .path = path,
                           .sentence = value.error().detail,
                           .remedy = {},
                           .where = value.error().where});
        return yaml::Value::map();
    }
    return *value;
}

Catalogue DataFiles::read()
{
    readSteps();
    for (const Step &step : std::as_const(m_steps)) {
        readQuestions(step.id);
    }
    readRules();
    for (const QString &name : {u"edge"_s, u"dev"_s, u"staging"_s, u"prod"_s}) {
        readProfile(u"profiles/%1.yaml"_s.arg(name));
    }
    checkExpressions();
    Catalogue catalogue(m_steps, m_questions, m_rules, m_profiles);
    if (const QStringList circle = Compiled(catalogue).circle(); !circle.isEmpty()) {
        m_problems.append({.severity = Severity::Error,
                           .rule = u"pack"_s,
                           .object = {},
                           .path = {},
                           .sentence = u"These questions need each other's answers in a circle: %1."_s.arg(circle.join(u", "_s)),
                           .remedy = {},
                           .where = {.file = m_folder}});
    }
    return catalogue;
}

void DataFiles::readSteps()
{
    const QString path = m_folder + u"/steps.yaml"_s;
    Fields root(file(u"steps.yaml"_s), path, m_problems);
    for (const yaml::Value &item : root.items(u"steps"_s)) {
        Fields fields(item, path, m_problems);
        m_steps.append({.id = fields.text(u"id"_s), .title = fields.words(u"title"_s), .question = fields.words(u"question"_s)});
        fields.finish();
    }
    root.finish();
}

void DataFiles::readQuestions(const QString &step)
{
    const QString path = m_folder + u"/questions/%1.yaml"_s.arg(step);
    Fields root(file(u"questions/%1.yaml"_s.arg(step)), path, m_problems);
    for (const yaml::Value &section : root.items(u"sections"_s)) {
        Fields fields(section, path, m_problems);
        const Words title = fields.words(u"title"_s);
        for (const yaml::Value &item : fields.items(u"questions"_s)) {
            Question question = readQuestion(item, path, false);
            question.step = step;
            question.section = title;
            question.key = step + u'.' + question.key;
            if (std::ranges::contains(m_questions, question.key, &Question::key)) {
                fields.complain(u"questions"_s, u"There are two questions \"%1\"."_s.arg(question.key));
            }
            m_questions.append(std::move(question));
        }
        fields.finish();
    }
    root.finish();
}

Question DataFiles::readQuestion(const yaml::Value &item, const QString &path, bool inGroup)
{
    Fields fields(item, path, m_problems);
    Question question;
    question.key = fields.text(u"key"_s);
    const QString typeText = fields.text(u"type"_s);
    const auto *row = std::ranges::find_if(kTypes, [&](const TypeRow &each) { return each.name == typeText; });
    if (row == std::end(kTypes)) {
        fields.complain(u"type"_s, u"There is no type \"%1\"."_s.arg(typeText));
        return question;
    }
    question.type = row->type;
    question.unit = fields.optionalText(u"unit"_s);
    question.label = fields.words(u"label"_s);
    question.help = fields.words(u"help"_s);
    question.optional = fields.flag(u"optional"_s);
    question.minimum = fields.optionalText(u"minimum"_s);
    question.maximum = fields.optionalText(u"maximum"_s);
    question.placeholder = fields.optionalText(u"placeholder"_s);
    readForm(question, fields);
    if (question.type == AnswerType::Choice || question.type == AnswerType::Choices) {
        for (const yaml::Value &choice : fields.items(u"choices"_s)) {
            Fields each(choice, path, m_problems);
            question.choices.append(
                {.value = each.text(u"value"_s), .label = each.words(u"label"_s), .help = each.optionalWords(u"help"_s)});
            each.finish();
        }
    }
    if (question.type == AnswerType::Group) {
        for (const yaml::Value &field : fields.items(u"fields"_s)) {
            question.fields.append(readQuestion(field, path, true));
        }
    }
    readDefault(question, fields, inGroup);
    if (!inGroup) {
        question.advanced = fields.flag(u"advanced"_s);
        question.whenExpression = fields.optionalText(u"when"_s);
        question.effects = fields.texts(u"effects"_s);
        if (!question.whenExpression.isEmpty()) {
            m_pending.push_back({question.whenExpression, {Type::Boolean}, u"when"_s, fields});
        }
    }
    checkQuestion(question, fields);
    fields.finish();
    return question;
}

void DataFiles::readForm(Question &question, Fields &fields)
{
    question.pattern = fields.optionalText(u"pattern"_s);
    if (const QString form = fields.optionalText(u"form"_s); !form.isEmpty()) {
        const auto *row = std::ranges::find_if(kForms, [&](const FormRow &each) { return each.name == form; });
        if (row == std::end(kForms)) {
            fields.complain(u"form"_s, u"There is no form \"%1\"."_s.arg(form));
        } else {
            question.pattern = row->pattern.toString();
        }
    }
    if (!QRegularExpression(question.pattern).isValid()) {
        fields.complain(u"pattern"_s, u"The pattern is no regular expression."_s);
    }
}

/// `default` is an answer in the type's notation, `derive` an expression; a question has one of them. A field of a group may have
/// none: then each entry must give it.
void DataFiles::readDefault(Question &question, Fields &fields, bool inGroup)
{
    const QString literal = fields.optionalText(u"default"_s);
    question.defaultExpression = fields.optionalText(u"derive"_s);
    const bool both = !literal.isEmpty() && !question.defaultExpression.isEmpty();
    const bool mayLack
        = inGroup || question.optional || question.type == AnswerType::Group || question.type == AnswerType::Choices;
    if (both || (literal.isEmpty() && question.defaultExpression.isEmpty() && !mayLack)) {
        fields.complain(u"default"_s, u"\"%1\" needs either default or derive, or optional: true."_s.arg(question.key));
    }
    if (!question.defaultExpression.isEmpty()) {
        QList<Type> allowed{valueType(question.type)};
        if (question.type == AnswerType::Choices) {
            allowed = {Type::Text};
        } else if (question.type == AnswerType::Quantity) {
            allowed.append(Type::Number);
        }
        m_pending.push_back({question.defaultExpression, allowed, u"derive"_s, fields});
    } else if (!literal.isEmpty()) {
        question.defaultExpression = isTextLike(question.type) ? u'"' + literal + u'"' : literal;
        if (const auto read = readAnswer(question, literal, question.key); !read) {
            fields.complain(u"default"_s, read.error().sentence);
        }
    }
}

void DataFiles::checkQuestion(const Question &question, Fields &fields)
{
    Question unlimited = question;
    unlimited.minimum.clear();
    unlimited.maximum.clear();
    for (const auto &[name, limit] : {std::pair(u"minimum"_s, question.minimum), std::pair(u"maximum"_s, question.maximum)}) {
        if (!limit.isEmpty() && !readAnswer(unlimited, limit, name)) {
            fields.complain(name, u"\"%1\" is no answer of this type."_s.arg(limit));
        }
    }
    if (!question.placeholder.isEmpty()) {
        if (const auto read = readAnswer(question, question.placeholder, u"placeholder"_s); !read) {
            fields.complain(u"placeholder"_s, read.error().sentence);
        }
    }
    if (!QRegularExpression(u"^[a-z][A-Za-z0-9]*$"_s).match(question.key).hasMatch()) {
        fields.complain(u"key"_s, u"\"%1\" is no name in camelCase."_s.arg(question.key));
    }
}

void DataFiles::readProfile(const QString &path)
{
    const QString whole = m_folder + u'/' + path;
    Fields fields(file(path), whole, m_problems);
    Profile profile{
        .name = fields.text(u"name"_s), .title = fields.words(u"title"_s), .summary = fields.words(u"summary"_s), .answers = {}};
    for (const yaml::Entry &entry : fields.entries(u"answers"_s)) {
        const auto question = std::ranges::find(m_questions, entry.key, &Question::key);
        if (question == m_questions.end()) {
            fields.complain(u"answers"_s, u"There is no key \"%1\"."_s.arg(entry.key));
        } else if (const auto read = readAnswer(*question, entry.value.text(), entry.key); !read) {
            fields.complain(u"answers"_s, read.error().sentence);
        }
        profile.answers.append({entry.key, entry.value.text()});
    }
    fields.finish();
    m_profiles.append(std::move(profile));
}

void DataFiles::checkExpressions()
{
    for (Pending &pending : m_pending) {
        checkExpression(pending.text, pending.allowed, pending.name, pending.fields);
    }
}

void DataFiles::checkExpression(const QString &text, const QList<Type> &allowed, const QString &name, Fields &fields)
{
    const auto parsed = Expression::parse(text);
    if (!parsed) {
        fields.complain(name, u"%1 (in: %2)"_s.arg(parsed.error().detail, text), parsed.error().where.column);
        return;
    }
    const auto type = parsed->check([this](const QString &key) { return typeOf(key); });
    if (!type) {
        fields.complain(name, u"%1 (in: %2)"_s.arg(type.error().detail, text), type.error().where.column);
    } else if (!allowed.contains(*type)) {
        fields.complain(name, u"This gives %1, but %2 is needed."_s.arg(typeName(*type), typeName(allowed.first())));
    }
}

std::optional<Type> DataFiles::typeOf(const QString &key) const
{
    if (key == u"profile" || key == u"environment") {
        return Type::Text;
    }
    if (key == u"environments" || key == u"clusters") {
        return Type::Number;
    }
    const auto question = std::ranges::find(m_questions, key, &Question::key);
    return question == m_questions.end() ? std::nullopt : std::optional(valueType(question->type));
}

} // namespace sentinel::plan::pack
