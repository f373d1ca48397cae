// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/Sentinel/Plan/QuestionRows.h"

#include "qml/Sentinel/Plan/PlanWords.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::console {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

/// Side by side fits a page in both languages up to here; beyond, a menu.
constexpr qsizetype kMostSegments = 4;
constexpr qsizetype kMostSegmentLetters = 40;
/// What half the width of a page holds beside each other.
constexpr qsizetype kHalfWidthLetters = 18;
/// What a menu holds beyond that, having no frames between its choices.
constexpr qsizetype kMenuLetters = 7;

qsizetype lettersOf(const plan::Question &question, Language language)
{
    qsizetype letters = 0;
    for (const plan::Choice &choice : question.choices) {
        letters += choice.label.in(language).size();
    }
    return letters;
}

QVariantList options(const plan::Question &question, Language language)
{
    QVariantList list;
    for (const plan::Choice &choice : question.choices) {
        list.append(QVariantMap{
            {u"value"_s, choice.value}, {u"label"_s, choice.label.in(language)}, {u"help"_s, choice.help.in(language)}});
    }
    return list;
}

/// What the field goes back to on Reset, where that is a plain value.
QString valueWithoutAnswer(const QuestionView &view, const plan::Question &question)
{
    if (const plan::Profile *profile = plan::Catalogue::shipped().profile(view.answers.profile())) {
        for (const auto &[key, answer] : profile->answers) {
            if (key == question.key) {
                return answer;
            }
        }
    }
    static const QRegularExpression literal(u"^[0-9.]+[A-Za-z]*$|^\"[^\"]*\"$|^true$|^false$"_s);
    QString plain = question.defaultExpression;
    return literal.match(plain).hasMatch() ? plain.remove(u'"') : QString();
}

QString finding(const QuestionView &view, const QString &key, Severity severity)
{
    for (const Finding &each : view.findings) {
        const ScopedKey scoped = splitKey(each.path);
        // `object` names the environments a rule speaks of; a typed problem has none.
        const bool here = each.object.isEmpty() || each.object.split(u", "_s).contains(view.answers.environment());
        if (each.severity == severity && scoped.key == key && here) {
            return inWords(each.remedy.isEmpty() ? each.sentence : each.sentence + u' ' + each.remedy, view.language);
        }
    }
    return {};
}

QVariantMap fieldRow(const plan::Question &field, const QHash<QString, QString> &item, Language language)
{
    const QString text = item.value(field.key);
    return {
        {u"key"_s, field.key},
        {u"label"_s, field.label.in(language)},
        {u"help"_s, field.help.in(language)},
        {u"control"_s, controlOf(field, language)},
        {u"options"_s, options(field, language)},
        {u"value"_s, text},
        {u"placeholder"_s, field.placeholder},
        {u"optional"_s, field.optional || !field.defaultExpression.isEmpty()},
    };
}

QVariantList itemRows(const QuestionView &view, const plan::Question &group)
{
    const GroupTexts items
        = view.groups.contains(group.key) ? view.groups.value(group.key) : groupTexts(view.answers.group(group.key));
    QVariantList rows;
    for (qsizetype index = 0; index < items.size(); ++index) {
        QVariantList fields;
        for (const plan::Question &field : group.fields) {
            fields.append(fieldRow(field, items.at(index), view.language));
        }
        rows.append(QVariantMap{{u"number"_s, index + 1}, {u"fields"_s, fields}});
    }
    return rows;
}

bool isOwn(const QuestionView &view, const QString &key)
{
    const Origin::Source source = view.answers.origin(key).source;
    return view.environment.isEmpty() ? source == Origin::Source::Base : source == Origin::Source::Environment;
}

bool isWide(const plan::Question &question, const QString &control, Language language)
{
    const auto longest = [&] {
        qsizetype letters = 0;
        for (const plan::Choice &choice : question.choices) {
            letters = std::max(letters, choice.label.in(language).size());
        }
        return letters;
    };
    return control == u"many"_s || control == u"group"_s
        || (control == u"segments"_s && lettersOf(question, language) > kHalfWidthLetters)
        || (control == u"menu"_s && longest() > kHalfWidthLetters + kMenuLetters);
}

RowsModel::Row questionRow(const QuestionView &view, const plan::Question &question)
{
    const bool typed = view.typed.contains(question.key);
    const Typed field = view.typed.value(question.key);
    const QString answer = view.answers.notation(question.key);
    const QString error = field.problem.isEmpty() ? finding(view, question.key, Severity::Error) : field.problem;
    const bool own = isOwn(view, question.key);
    const QString control = controlOf(question, view.language);
    return {
        {u"key"_s, question.key},
        {u"label"_s, question.label.in(view.language)},
        {u"help"_s, question.help.in(view.language)},
        {u"control"_s, control},
        {u"wide"_s, isWide(question, control, view.language)},
        {u"spoken"_s, spoken(view.answers, question.key, view.language)},
        {u"unit"_s, unitText(question.unit)},
        {u"value"_s, typed ? field.text : answer},
        {u"selected"_s, question.type == plan::AnswerType::Choices ? view.answers.choices(question.key) : QStringList()},
        {u"defaultText"_s, own ? valueWithoutAnswer(view, question) : QString()},
        {u"origin"_s,
         answer.isEmpty() && question.optional ? Text::tr("Not set") : originSentence(view.answers, question, view.language)},
        {u"own"_s, own},
        {u"problem"_s, error},
        {u"warning"_s, error.isEmpty() ? finding(view, question.key, Severity::Warning) : QString()},
        {u"options"_s, options(question, view.language)},
        {u"optional"_s, question.optional},
        {u"placeholder"_s, question.placeholder.isEmpty() && question.optional ? Text::tr("not set") : question.placeholder},
        {u"minimum"_s, question.minimum},
        {u"maximum"_s, question.maximum},
        {u"decimals"_s, question.type == plan::AnswerType::Decimal ? 3 : 0},
        {u"items"_s, question.type == plan::AnswerType::Group ? itemRows(view, question) : QVariantList()},
    };
}

RowsModel::Row headingRow(const QString &title, bool first)
{
    RowsModel::Row row;
    for (const QByteArray &role : questionRoles()) {
        row.insert(QString::fromLatin1(role), QString());
    }
    row.insert({{u"key"_s, u"#"_s + title},
                {u"label"_s, title},
                {u"control"_s, u"heading"_s},
                {u"wide"_s, true},
                {u"own"_s, !first},
                {u"optional"_s, false},
                {u"decimals"_s, 0},
                {u"items"_s, QVariantList()},
                {u"options"_s, QVariantList()},
                {u"selected"_s, QStringList()}});
    return row;
}

} // namespace

QByteArrayList questionRoles()
{
    return {"key",         "label",   "help",    "control",  "unit",    "value",   "selected",
            "defaultText", "origin",  "own",     "problem",  "warning", "options", "optional",
            "placeholder", "minimum", "maximum", "decimals", "items",   "wide",    "spoken"};
}

QString controlOf(const plan::Question &question, Language language)
{
    switch (question.type) {
    case plan::AnswerType::Choice:
        return question.choices.size() <= kMostSegments && lettersOf(question, language) <= kMostSegmentLetters ? u"segments"_s
                                                                                                                : u"menu"_s;
    case plan::AnswerType::Choices:
        return u"many"_s;
    case plan::AnswerType::Boolean:
        return u"switch"_s;
    case plan::AnswerType::Integer:
    case plan::AnswerType::Decimal:
    case plan::AnswerType::Port:
        return u"number"_s;
    case plan::AnswerType::SecretReference:
        return u"secret"_s;
    case plan::AnswerType::Group:
        return u"group"_s;
    default:
        return u"text"_s;
    }
}

QList<RowsModel::Row> questionRows(const QuestionView &view, const QString &step, Depth depth)
{
    QList<RowsModel::Row> rows;
    QString section;
    for (const plan::Question &question : plan::Catalogue::shipped().questions()) {
        const bool wanted = question.step == step && question.advanced == (depth == Depth::Advanced);
        if (!wanted || !view.answers.applies(question.key)) {
            continue;
        }
        if (const QString title = question.section.in(view.language); title != section) {
            rows.append(headingRow(title, rows.isEmpty()));
            section = title;
        }
        rows.append(questionRow(view, question));
    }
    return rows;
}

} // namespace sentinel::console
