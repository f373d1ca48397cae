// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/PlanSchema.h"

#include "core/plan/Catalogue.h"

using namespace Qt::StringLiterals;

namespace sentinel::cli {

namespace {

using yaml::Value;

Value typed(const QString &type)
{
    return Value::map({{.key = u"type"_s, .value = type}});
}

Value closed(Value properties)
{
    Value object = typed(u"object"_s);
    object.set(u"additionalProperties"_s, false);
    object.set(u"properties"_s, std::move(properties));
    return object;
}

Value oneOf(const QList<plan::Choice> &choices)
{
    Value words = Value::list(QList<Value>{});
    for (const plan::Choice &choice : choices) {
        words.append(choice.value);
    }
    return words;
}

/// Bounds only where they are plain numbers; durations and quantities keep theirs for `plan check`.
void addBounds(Value &schema, const plan::Question &question)
{
    if (!question.minimum.isEmpty()) {
        schema.set(u"minimum"_s, Value::number(question.minimum));
    }
    if (!question.maximum.isEmpty()) {
        schema.set(u"maximum"_s, Value::number(question.maximum));
    }
}

Value answerSchema(const plan::Question &question, Language language);

Value groupSchema(const plan::Question &question, Language language)
{
    Value fields;
    for (const plan::Question &field : question.fields) {
        fields.set(field.key, answerSchema(field, language));
    }
    Value schema = typed(u"array"_s);
    schema.set(u"items"_s, closed(std::move(fields)));
    return schema;
}

Value bareSchema(const plan::Question &question, Language language)
{
    using enum plan::AnswerType;
    switch (question.type) {
    case Boolean:
        return typed(u"boolean"_s);
    case Port: {
        Value schema = typed(u"integer"_s);
        schema.set(u"minimum"_s, 1);
        schema.set(u"maximum"_s, 65535);
        return schema;
    }
    case Integer: {
        Value schema = typed(u"integer"_s);
        addBounds(schema, question);
        return schema;
    }
    case Decimal: {
        Value schema = typed(u"number"_s);
        addBounds(schema, question);
        return schema;
    }
    case Choice: {
        // Versions such as 1.35 are choices too, and people write them without quotes.
        Value schema = Value::map({{.key = u"enum"_s, .value = oneOf(question.choices)}});
        return schema;
    }
    case Choices: {
        Value schema = typed(u"array"_s);
        schema.set(u"items"_s, Value::map({{.key = u"enum"_s, .value = oneOf(question.choices)}}));
        schema.set(u"uniqueItems"_s, true);
        return schema;
    }
    case Group:
        return groupSchema(question, language);
    case Quantity: {
        // Kubernetes takes bare numbers as quantities.
        Value schema;
        schema.set(u"type"_s, Value::list(QStringList{u"string"_s, u"number"_s}));
        schema.set(u"pattern"_s, u"^[0-9]*\\.?[0-9]+([numkMGTPE]|[KMGTPE]i|[eE][+-]?[0-9]+)?$"_s);
        return schema;
    }
    case Duration: {
        Value schema = typed(u"string"_s);
        schema.set(u"pattern"_s, u"^([0-9]+(ms|s|m|h|d|w))+$"_s);
        return schema;
    }
    case Text:
    case HostName:
    case Cidr:
    case Address:
    case Url:
    case Email:
    case SecretReference:
        return typed(u"string"_s);
    }
    Q_UNREACHABLE_RETURN({});
}

Value answerSchema(const plan::Question &question, Language language)
{
    Value schema = bareSchema(question, language);
    const QString unit = question.unit.isEmpty() ? QString() : u" (%1)"_s.arg(question.unit);
    schema.set(u"title"_s, question.label.in(language) + unit);
    schema.set(u"description"_s, question.help.in(language));
    return schema;
}

Value specSchema(Language language)
{
    Value steps;
    for (const plan::Step &step : plan::Catalogue::shipped().steps()) {
        Value answers;
        for (const plan::Question &question : plan::Catalogue::shipped().questions()) {
            if (question.step == step.id) {
                answers.set(question.key.sliced(step.id.size() + 1), answerSchema(question, language));
            }
        }
        Value page = closed(std::move(answers));
        page.set(u"title"_s, step.title.in(language));
        steps.set(step.id, std::move(page));
    }
    return closed(std::move(steps));
}

Value reference(const QString &name)
{
    return Value::map({{.key = u"$ref"_s, .value = u"#/$defs/"_s + name}});
}

Value environmentSchema()
{
    Value profiles = Value::list(QList<Value>{});
    for (const plan::Profile &profile : plan::Catalogue::shipped().profiles()) {
        profiles.append(profile.name);
    }
    Value fields;
    fields.set(u"profile"_s, Value::map({{.key = u"enum"_s, .value = profiles}}));
    fields.set(u"spec"_s, reference(u"spec"_s));
    return closed(std::move(fields));
}

Value clusterSchema()
{
    Value fields;
    for (const QString &name : {u"name"_s, u"environment"_s, u"context"_s, u"server"_s}) {
        fields.set(name, typed(u"string"_s));
    }
    Value schema = closed(std::move(fields));
    schema.set(u"required"_s, Value::list(QStringList{u"name"_s, u"environment"_s}));
    return schema;
}

} // namespace

Value planSchema(Language language)
{
    Value metadata;
    metadata.set(u"name"_s, typed(u"string"_s));
    Value environments = typed(u"object"_s);
    environments.set(u"additionalProperties"_s, environmentSchema());
    Value clusters = typed(u"array"_s);
    clusters.set(u"items"_s, clusterSchema());

    Value properties;
    properties.set(u"apiVersion"_s, Value::map({{.key = u"const"_s, .value = u"console.sentinel/v1"_s}}));
    properties.set(u"kind"_s, Value::map({{.key = u"const"_s, .value = u"InstallPlan"_s}}));
    properties.set(u"metadata"_s, closed(std::move(metadata)));
    properties.set(u"spec"_s, reference(u"spec"_s));
    properties.set(u"environments"_s, std::move(environments));
    properties.set(u"clusters"_s, std::move(clusters));

    Value schema;
    schema.set(u"$schema"_s, u"https://json-schema.org/draft/2020-12/schema"_s);
    schema.set(u"title"_s, u"InstallPlan"_s);
    const Value body = closed(std::move(properties));
    for (const yaml::Entry &entry : body.entries()) {
        schema.set(entry.key, entry.value);
    }
    schema.set(u"required"_s, Value::list(QStringList{u"apiVersion"_s, u"kind"_s}));
    Value definitions;
    definitions.set(u"spec"_s, specSchema(language));
    schema.set(u"$defs"_s, std::move(definitions));
    return schema;
}

} // namespace sentinel::cli
