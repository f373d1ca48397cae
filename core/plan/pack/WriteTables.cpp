// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/pack/WriteTables.h"

using namespace Qt::StringLiterals;

namespace sentinel::plan::pack {

namespace {

QByteArray literal(const QString &text)
{
    QByteArray out = "u\"";
    for (const QChar c : text) {
        if (c == u'"' || c == u'\\') {
            out += '\\';
            out += c.toLatin1();
        } else if (c == u'\n') {
            out += "\\n";
        } else if (c.unicode() >= 0x20 && c.unicode() < 0x7f) {
            out += c.toLatin1();
        } else {
            out += "\\u" + QByteArray::number(c.unicode(), 16).rightJustified(4, '0');
        }
    }
    return out + "\"sv";
}

QByteArray wordsOf(const Words &words)
{
    return '{' + literal(words.english) + ", " + literal(words.spanish) + '}';
}

QByteArray flag(bool value)
{
    return value ? "true" : "false";
}

QByteArray number(qsizetype value)
{
    return QByteArray::number(value);
}

/// Writes the small tables a question or rule points to first, and gives back how to point to them.
class Tables
{
public:
    QByteArray texts(const QStringList &texts)
    {
        QByteArray rows;
        for (const QString &text : texts) {
            rows += "    " + literal(text) + ",\n";
        }
        return table("Text", rows, !texts.isEmpty());
    }

    QByteArray choices(const QList<Choice> &choices)
    {
        QByteArray rows;
        for (const Choice &choice : choices) {
            rows += "    {" + literal(choice.value) + ", " + wordsOf(choice.label) + ", " + wordsOf(choice.help) + "},\n";
        }
        return table("Choice", rows, !choices.isEmpty());
    }

    QByteArray answers(const QList<std::pair<QString, QString>> &answers)
    {
        QByteArray rows;
        for (const auto &[key, value] : answers) {
            rows += "    {" + literal(key) + ", " + literal(value) + "},\n";
        }
        return table("Answer", rows, !answers.isEmpty());
    }

    QByteArray question(const Question &from)
    {
        QByteArray fields;
        for (const Question &field : from.fields) {
            fields += question(field);
        }
        const QByteArray fieldTable = table("Question", fields, !from.fields.isEmpty());
        const QByteArray choiceTable = choices(from.choices);
        const QByteArray effects = texts(from.effects);
        QByteArray row = "    {" + literal(from.key) + ", " + literal(from.step) + ", AnswerType("
            + number(static_cast<int>(from.type)) + "), " + literal(from.unit) + ",\n     " + wordsOf(from.label) + ",\n     "
            + wordsOf(from.help) + ",\n     " + wordsOf(from.section) + ",\n     " + flag(from.advanced) + ", "
            + flag(from.optional);
        for (const QString &text :
             {from.defaultExpression, from.whenExpression, from.minimum, from.maximum, from.pattern, from.placeholder}) {
            row += ", " + literal(text);
        }
        return row + ",\n     " + choiceTable + ", " + (from.fields.isEmpty() ? QByteArray("nullptr") : fieldTable) + ", "
            + number(from.fields.size()) + ", " + effects + "},\n";
    }

    /// The name of a table with these rows, or {} for none.
    QByteArray table(const QByteArray &type, const QByteArray &rows, bool any)
    {
        if (!any) {
            return "{}";
        }
        const QByteArray name = 'k' + type + number(++m_count);
        m_text += "constexpr " + type + ' ' + name + "[] = {\n" + rows + "};\n";
        return name;
    }

    [[nodiscard]] QByteArray text() const { return m_text; }

private:
    QByteArray m_text;
    qsizetype m_count = 0;
};

} // namespace

QByteArray tablesOf(const Catalogue &catalogue)
{
    Tables tables;
    QByteArray steps;
    for (const Step &step : catalogue.steps()) {
        steps += "    {" + literal(step.id) + ", " + wordsOf(step.title) + ", " + wordsOf(step.question) + "},\n";
    }
    QByteArray questions;
    for (const Question &question : catalogue.questions()) {
        questions += tables.question(question);
    }
    QByteArray rules;
    for (const Rule &rule : catalogue.rules()) {
        const QByteArray keys = tables.texts(rule.keys);
        rules += "    {" + literal(rule.id) + ", Severity(" + number(static_cast<int>(rule.severity)) + "), "
            + literal(rule.condition) + ",\n     " + wordsOf(rule.sentence) + ",\n     " + wordsOf(rule.remedy) + ",\n     "
            + keys + "},\n";
    }
    QByteArray profiles;
    for (const Profile &profile : catalogue.profiles()) {
        const QByteArray answers = tables.answers(profile.answers);
        profiles += "    {" + literal(profile.name) + ", " + wordsOf(profile.title) + ",\n     " + wordsOf(profile.summary)
            + ",\n     " + answers + "},\n";
    }
    const QByteArray stepTable = tables.table("Step", steps, true);
    const QByteArray questionTable = tables.table("Question", questions, true);
    const QByteArray ruleTable = tables.table("Rule", rules, true);
    const QByteArray profileTable = tables.table("Profile", profiles, true);
    return "// Written by sentinel_plan_pack from resources/plan; do not edit.\n"
           "#include \"core/plan/Packed.h\"\n\n"
           "using namespace std::string_view_literals;\n\n"
           "namespace sentinel::plan::packed {\n\nnamespace {\n\n"
        + tables.text() + "\n} // namespace\n\n" + "std::span<const Step> steps() { return " + stepTable + "; }\n"
        + "std::span<const Question> questions() { return " + questionTable + "; }\n" + "std::span<const Rule> rules() { return "
        + ruleTable + "; }\n" + "std::span<const Profile> profiles() { return " + profileTable + "; }\n"
        + "\n} // namespace sentinel::plan::packed\n";
}

} // namespace sentinel::plan::pack
