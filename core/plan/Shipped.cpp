// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/Compiled.h"
#include "core/plan/Packed.h"

namespace sentinel::plan {

namespace {

/// No copy: the strings live in the program's own constant data.
QString unpacked(packed::Text text)
{
    return text.empty() ? QString()
                        : QString::fromRawData(reinterpret_cast<const QChar *>(text.data()), static_cast<qsizetype>(text.size()));
}

Words unpacked(const packed::Words &words)
{
    return {.english = unpacked(words.english), .spanish = unpacked(words.spanish)};
}

QStringList unpacked(std::span<const packed::Text> texts)
{
    QStringList list;
    list.reserve(static_cast<qsizetype>(texts.size()));
    for (const packed::Text text : texts) {
        list.append(unpacked(text));
    }
    return list;
}

Question unpacked(const packed::Question &from)
{
    Question question{.key = unpacked(from.key),
                      .step = unpacked(from.step),
                      .type = from.type,
                      .unit = unpacked(from.unit),
                      .label = unpacked(from.label),
                      .help = unpacked(from.help),
                      .section = unpacked(from.section),
                      .advanced = from.advanced,
                      .optional = from.optional,
                      .defaultExpression = unpacked(from.defaultExpression),
                      .whenExpression = unpacked(from.whenExpression),
                      .minimum = unpacked(from.minimum),
                      .maximum = unpacked(from.maximum),
                      .pattern = unpacked(from.pattern),
                      .placeholder = unpacked(from.placeholder),
                      .choices = {},
                      .fields = {},
                      .effects = unpacked(from.effects)};
    for (const packed::Choice &choice : from.choices) {
        question.choices.append(
            {.value = unpacked(choice.value), .label = unpacked(choice.label), .help = unpacked(choice.help)});
    }
    for (const packed::Question &field : std::span(from.fields, from.fieldCount)) {
        question.fields.append(unpacked(field));
    }
    return question;
}

Catalogue unpackedCatalogue()
{
    QList<Step> steps;
    for (const packed::Step &step : packed::steps()) {
        steps.append({.id = unpacked(step.id), .title = unpacked(step.title), .question = unpacked(step.question)});
    }
    QList<Question> questions;
    questions.reserve(static_cast<qsizetype>(packed::questions().size()));
    for (const packed::Question &question : packed::questions()) {
        questions.append(unpacked(question));
    }
    QList<Rule> rules;
    for (const packed::Rule &rule : packed::rules()) {
        rules.append({.id = unpacked(rule.id),
                      .severity = rule.severity,
                      .condition = unpacked(rule.condition),
                      .sentence = unpacked(rule.sentence),
                      .remedy = unpacked(rule.remedy),
                      .keys = unpacked(rule.keys)});
    }
    QList<Profile> profiles;
    for (const packed::Profile &from : packed::profiles()) {
        Profile profile{
            .name = unpacked(from.name), .title = unpacked(from.title), .summary = unpacked(from.summary), .answers = {}};
        for (const packed::Answer &answer : from.answers) {
            profile.answers.append({unpacked(answer.key), unpacked(answer.value)});
        }
        profiles.append(std::move(profile));
    }
    return {std::move(steps), std::move(questions), std::move(rules), std::move(profiles)};
}

} // namespace

const Catalogue &Catalogue::shipped()
{
    static const Catalogue catalogue = unpackedCatalogue();
    return catalogue;
}

const Compiled &Compiled::shipped()
{
    static const Compiled compiled(Catalogue::shipped());
    return compiled;
}

const QList<Condition> &shippedConditions()
{
    static const QList<Condition> conditions = [] {
        QList<Condition> made;
        for (const Rule &rule : Catalogue::shipped().rules()) {
            made.append({.rule = &rule, .condition = Expression::parse(rule.condition).value_or(Expression())});
        }
        return made;
    }();
    return conditions;
}

} // namespace sentinel::plan
