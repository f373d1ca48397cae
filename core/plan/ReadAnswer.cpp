// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/ReadAnswer.h"

#include "core/plan/Closest.h"
#include "core/plan/Expression.h"
#include "core/plan/ReadScalar.h"
#include "core/yaml/Read.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace sentinel::plan {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

Location placeOf(const yaml::Value &value, const QString &file)
{
    return {.file = file, .line = value.line(), .column = value.column()};
}

void complain(Findings &problems, Wrong wrong, const QString &key, Location where)
{
    problems.append({.severity = Severity::Error,
                     .rule = std::move(wrong.rule),
                     .object = key,
                     .path = key,
                     .sentence = std::move(wrong.sentence),
                     .remedy = std::move(wrong.remedy),
                     .where = std::move(where)});
}

bool isNumeric(AnswerType type)
{
    return type == AnswerType::Integer || type == AnswerType::Decimal || type == AnswerType::Port;
}

/// What YAML made of a scalar must suit the question: `"5"` is a text for Kubernetes and Helm alike, `true` no branch name.
std::optional<Wrong> wrongKind(const Question &question, const yaml::Value &value, const QString &key)
{
    using Kind = yaml::Value::Kind;
    const auto wrong
        = [](const QString &sentence, const QString &remedy) { return Wrong{u"plan.wrong-type"_s, sentence, remedy}; };
    if (value.kind() == Kind::Null) {
        return Wrong{u"plan.no-value"_s, Text::tr("%1 has no value.").arg(key),
                     Text::tr("Write one, or remove the line to take the default.")};
    }
    if (!value.isScalar()) {
        return wrong(Text::tr("%1 needs one value, not %2.").arg(key, value.isMap() ? Text::tr("a map") : Text::tr("a list")),
                     {});
    }
    if (question.type == AnswerType::Boolean) {
        return value.kind() == Kind::Boolean
            ? std::nullopt
            : std::optional(wrong(Text::tr("%1 needs true or false, not \"%2\".").arg(key, value.text()),
                                  Text::tr("Write it without quotes.")));
    }
    if (isNumeric(question.type)) {
        return value.kind() == Kind::Number
            ? std::nullopt
            : std::optional(
                  wrong(Text::tr("%1 needs a number, not \"%2\".").arg(key, value.text()), Text::tr("Write it without quotes.")));
    }
    return value.kind() != Kind::Boolean
        ? std::nullopt
        : std::optional(wrong(Text::tr("%1 needs a text, but YAML reads %2 as yes or no.").arg(key, value.text()),
                              Text::tr("Put it in quotes if it is meant.")));
}

Datum readItem(const Question &group, const yaml::Value &item, const QString &key, const QString &file, Findings &problems)
{
    if (!item.isMap()) {
        complain(problems, {u"plan.wrong-type"_s, Text::tr("%1 needs entries with fields.").arg(key), {}}, key,
                 placeOf(item, file));
        return {};
    }
    QStringList names;
    for (const Question &field : group.fields) {
        names.append(field.key);
    }
    for (const yaml::Entry &entry : item.entries()) {
        if (!names.contains(entry.key)) {
            complain(problems,
                     {u"plan.unknown-key"_s,
                      Text::tr("%1 has no field \"%2\".").arg(key, entry.key) + didYouMean(closest(entry.key, names)),
                      Text::tr("Its fields are: %1.").arg(names.join(u", "_s))},
                     key, {.file = file, .line = entry.keyLine, .column = entry.keyColumn});
        }
    }
    GroupItem read;
    for (const Question &field : group.fields) {
        const QString fieldKey = key + u'.' + field.key;
        if (const yaml::Value *value = item.find(field.key)) {
            read.fields.insert(field.key, readAnswer(field, *value, fieldKey, file, problems));
        } else if (!field.defaultExpression.isEmpty()) {
            // Defaults of fields are literals; the packer sees to it.
            if (const auto literal = Expression::parse(field.defaultExpression); literal && literal->isLiteral()) {
                struct Nothing : Scope
                {
                    [[nodiscard]] Datum value(const QString &) const override { return {}; }
                    [[nodiscard]] bool answered(const QString &, bool) const override { return false; }
                    [[nodiscard]] QString sharedWith(const QString &) const override { return {}; }
                };
                read.fields.insert(field.key, asAnswer(field, literal->evaluate(Nothing())));
            }
        } else if (!field.optional) {
            complain(problems, {u"plan.missing"_s, Text::tr("%1 is missing.").arg(fieldKey), {}}, fieldKey, placeOf(item, file));
        }
    }
    return QList<GroupItem>{read};
}

Datum readGroup(const Question &question, const yaml::Value &value, const QString &key, const QString &file, Findings &problems)
{
    if (!value.isList()) {
        complain(problems, {u"plan.wrong-type"_s, Text::tr("%1 needs a list of entries.").arg(key), {}}, key,
                 placeOf(value, file));
        return {};
    }
    QList<GroupItem> items;
    for (qsizetype index = 0; index < value.items().size(); ++index) {
        const Datum item = readItem(question, value.items().at(index), u"%1[%2]"_s.arg(key).arg(index), file, problems);
        if (const auto *read = std::get_if<QList<GroupItem>>(&item)) {
            items.append(*read);
        }
    }
    return items;
}

Datum readList(const Question &question, const yaml::Value &value, const QString &key, const QString &file, Findings &problems)
{
    QStringList texts;
    for (const yaml::Value &item : value.items()) {
        if (!item.isScalar()) {
            complain(problems, {u"plan.wrong-type"_s, Text::tr("%1 needs a list of words.").arg(key), {}}, key,
                     placeOf(item, file));
            return {};
        }
        texts.append(item.text());
        // Read one by one first, so that the place is the entry's own.
        if (auto read = readChoices(question, {item.text()}, key); !read) {
            complain(problems, std::move(read).error(), key, placeOf(item, file));
            return {};
        }
    }
    auto read = readChoices(question, texts, key);
    if (!read) {
        complain(problems, std::move(read).error(), key, placeOf(value, file));
        return {};
    }
    return *std::move(read);
}

QStringList wordsOf(const QString &text)
{
    QStringList words;
    for (const QStringView part : QStringView(text).split(u',', Qt::SkipEmptyParts)) {
        if (!part.trimmed().isEmpty()) {
            words.append(part.trimmed().toString());
        }
    }
    return words;
}

} // namespace

std::expected<Datum, Wrong> readAnswer(const Question &question, const QString &text, const QString &key)
{
    if (question.type == AnswerType::Choices) {
        return readChoices(question, wordsOf(text), key);
    }
    if (question.type != AnswerType::Group) {
        return readScalar(question, text, key);
    }
    const auto value = yaml::read(text.toUtf8(), {});
    if (!value) {
        return std::unexpected(
            Wrong{u"plan.syntax"_s, Text::tr("%1 needs a YAML or JSON list: %2").arg(key, value.error().detail), {}});
    }
    Findings problems;
    Datum read = readGroup(question, *value, key, {}, problems);
    if (!problems.isEmpty()) {
        return std::unexpected(Wrong{problems.first().rule, problems.first().sentence, problems.first().remedy});
    }
    return read;
}

Datum readAnswer(const Question &question, const yaml::Value &value, const QString &key, const QString &file, Findings &problems)
{
    if (question.type == AnswerType::Group && !value.isNull()) {
        return readGroup(question, value, key, file, problems);
    }
    if (question.type == AnswerType::Choices && value.isList()) {
        return readList(question, value, key, file, problems);
    }
    if (auto wrong = wrongKind(question, value, key)) {
        complain(problems, *std::move(wrong), key, placeOf(value, file));
        return {};
    }
    auto read = readAnswer(question, value.text(), key);
    if (!read) {
        complain(problems, std::move(read).error(), key, placeOf(value, file));
        return {};
    }
    return *std::move(read);
}

yaml::Value toYaml(const Question &question, const QString &text)
{
    switch (question.type) {
    case AnswerType::Boolean:
        return yaml::Value(text == u"true");
    case AnswerType::Integer:
    case AnswerType::Decimal:
    case AnswerType::Port:
        return yaml::Value::number(text);
    case AnswerType::Choices:
        return yaml::Value::list(wordsOf(text));
    case AnswerType::Group:
        return yaml::read(text.toUtf8(), {}).value_or(yaml::Value());
    default:
        return yaml::Value(text);
    }
}

Datum asAnswer(const Question &question, const Datum &result)
{
    const auto *number = std::get_if<double>(&result);
    switch (question.type) {
    case AnswerType::Integer:
    case AnswerType::Port:
        return number ? Datum(static_cast<qint64>(std::llround(*number))) : result;
    case AnswerType::Decimal: {
        const auto *whole = std::get_if<qint64>(&result);
        return whole ? Datum(static_cast<double>(*whole)) : result;
    }
    case AnswerType::Quantity:
        return number ? Datum(Quantity::fromMilli(std::llround(*number * 1000.0))) : result;
    case AnswerType::Choices: {
        const auto *words = std::get_if<QString>(&result);
        return words ? Datum(wordsOf(*words)) : std::holds_alternative<QStringList>(result) ? result : Datum(QStringList());
    }
    case AnswerType::Group:
        return std::holds_alternative<QList<GroupItem>>(result) ? result : Datum(QList<GroupItem>());
    default: {
        // An optional question whose default is "" stays unanswered.
        const auto *words = std::get_if<QString>(&result);
        return words && words->isEmpty() && question.optional ? Datum() : result;
    }
    }
}

} // namespace sentinel::plan
