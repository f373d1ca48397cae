// SPDX-License-Identifier: GPL-3.0-or-later
// What a person answers, and what the pages show of it.
#include "qml/Sentinel/Plan/PlanController.h"

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

/// Sizing effects are notes for `plan explain`; on a page one word for all of them says it.
QStringList spokenEffects(const QStringList &effects, const QString &environment)
{
    QStringList spoken;
    for (QString effect : effects) {
        effect = effect.startsWith(u"sizing:"_s) ? Text::tr("Hardware figures") : effect.replace(u"<name>"_s, environment);
        if (!spoken.contains(effect)) {
            spoken.append(effect);
        }
    }
    return spoken;
}

} // namespace

QString PlanController::keyToEdit(const QString &key) const
{
    // The only environment of a plan is edited as a whole; where it has an answer of its own, that is the one in force.
    const bool single = m_document.plan().environments().size() == 1;
    const bool own = m_answers.origin(key).source == Origin::Source::Environment;
    return scopedKey(single && own ? m_reference : m_environment, key);
}

void PlanController::answer(const QString &key, const QString &text)
{
    if (!m_document.isOpen()) {
        return;
    }
    const QString scoped = keyToEdit(key);
    if (const auto wrong = plan::InstallPlan::checkAnswer(key, text); wrong && !text.isEmpty()) {
        const QString said = wrong->remedy.isEmpty() ? wrong->sentence : wrong->sentence + u' ' + wrong->remedy;
        noteTyped(scoped, {text, inWords(said, language())});
        return;
    }
    m_typed.insert(scoped, {text, {}});
    const QByteArray before = m_document.plan().text();
    if (const auto set = m_document.set(scoped, text); !set) {
        noteTyped(scoped, {text, set.error().detail});
        return;
    }
    // An answer that changes nothing in the plan (the same as before) still changes what the field holds.
    if (m_document.plan().text() == before) {
        noteTyped(scoped, {text, {}});
    }
}

void PlanController::noteTyped(const QString &key, const Typed &typed)
{
    m_typed.insert(key, typed);
    refreshQuestions();
    refreshSteps();
    refreshProblems();
}

void PlanController::settle(const QString &key)
{
    if (!m_document.isOpen()) {
        return;
    }
    const QString scoped = keyToEdit(key);
    m_document.seal();
    if (m_typed.contains(scoped) && m_typed.value(scoped).problem.isEmpty()) {
        m_typed.remove(scoped);
        m_groups.remove(scoped);
        refreshQuestions();
    }
    if (m_draftTimer.isActive()) {
        keepDraft();
    }
}

void PlanController::reset(const QString &key)
{
    if (!m_document.isOpen()) {
        return;
    }
    const QString scoped = keyToEdit(key);
    m_typed.remove(scoped);
    m_groups.remove(scoped);
    m_document.seal();
    if (const auto set = m_document.set(scoped, {}); !set) {
        noteTyped(scoped, {{}, set.error().detail});
    }
    m_document.seal();
    refreshQuestions();
    refreshSteps();
    refreshProblems();
}

GroupTexts PlanController::itemsOf(const QString &key) const
{
    const QString scoped = keyToEdit(key);
    return m_groups.contains(scoped) ? m_groups.value(scoped) : groupTexts(m_edited.group(key));
}

void PlanController::addItem(const QString &key)
{
    const plan::Question *group = plan::Catalogue::shipped().find(key);
    if (!group || !m_document.isOpen()) {
        return;
    }
    GroupTexts items = itemsOf(key);
    QHash<QString, QString> fresh;
    for (const plan::Question &field : group->fields) {
        QString usual = field.defaultExpression; // of a field always a literal
        if (field.type == plan::AnswerType::Choice && usual.isEmpty() && !field.choices.isEmpty()) {
            usual = field.choices.first().value;
        }
        fresh.insert(field.key, usual.remove(u'"'));
    }
    items.append(fresh);
    applyGroup(key, items);
}

void PlanController::removeItem(const QString &key, int index)
{
    if (!m_document.isOpen()) {
        return;
    }
    GroupTexts items = itemsOf(key);
    if (index >= 0 && index < items.size()) {
        items.removeAt(index);
        applyGroup(key, items);
    }
}

void PlanController::answerItem(const QString &key, int index, const QString &field, const QString &text)
{
    if (!m_document.isOpen()) {
        return;
    }
    GroupTexts items = itemsOf(key);
    if (index >= 0 && index < items.size()) {
        items[index].insert(field, text);
        applyGroup(key, items);
    }
}

void PlanController::applyGroup(const QString &key, const GroupTexts &items)
{
    const plan::Question *group = plan::Catalogue::shipped().find(key);
    m_groups.insert(keyToEdit(key), items);
    answer(key, groupAnswer(*group, items));
}

void PlanController::refreshQuestions()
{
    if (!m_document.isOpen()) {
        m_questions->setRows({});
        m_moreQuestions->setRows({});
        return;
    }
    QHash<QString, Typed> typed;
    QHash<QString, GroupTexts> groups;
    const QString scope = m_environment;
    const auto here = [&](const QString &scoped) {
        const ScopedKey split = splitKey(scoped);
        return split.environment == scope || keyToEdit(split.key) == scoped ? split.key : QString();
    };
    for (auto entry = m_typed.cbegin(); entry != m_typed.cend(); ++entry) {
        typed.insert(here(entry.key()), entry.value());
    }
    for (auto entry = m_groups.cbegin(); entry != m_groups.cend(); ++entry) {
        groups.insert(here(entry.key()), entry.value());
    }
    const QuestionView view{.answers = m_edited,
                            .findings = m_document.findings(),
                            .typed = typed,
                            .groups = groups,
                            .environment = m_environment,
                            .language = language()};
    m_questions->setRows(questionRows(view, m_step, Depth::Usual));
    m_moreQuestions->setRows(questionRows(view, m_step, Depth::Advanced));
}

QStringList PlanController::wrongKeys(const QString &step) const
{
    QStringList wrong;
    for (const plan::Question &question : plan::Catalogue::shipped().questions()) {
        if (question.step != step) {
            continue;
        }
        bool bad = false;
        for (auto typed = m_typed.cbegin(); typed != m_typed.cend(); ++typed) {
            bad = bad || (splitKey(typed.key()).key == question.key && !typed->problem.isEmpty());
        }
        for (const Finding &finding : m_document.findings()) {
            bad = bad || (finding.severity == Severity::Error && splitKey(finding.path).key == question.key);
        }
        if (bad) {
            wrong.append(question.key);
        }
    }
    return wrong;
}

void PlanController::refreshSteps()
{
    QVariantList rows;
    if (m_document.isOpen()) {
        for (const plan::Step &step : plan::Catalogue::shipped().steps()) {
            const int errors = static_cast<int>(wrongKeys(step.id).size());
            const bool seen = m_visited.contains(step.id);
            rows.append(QVariantMap{
                {u"id"_s, step.id},
                {u"title"_s, step.title.in(language())},
                {u"state"_s,
                 step.id == m_step         ? u"current"_s
                     : seen && errors == 0 ? u"done"_s
                                           : u"open"_s},
                {u"errors"_s, errors},
                {u"reason"_s,
                 errors > 0 ? counted(errors, Text::tr("1 answer to mend"), Text::tr("%1 answers to mend"), language())
                     : seen ? Text::tr("Answered")
                            : Text::tr("Not seen yet: usual values of profile %1 hold").arg(m_answers.profile())},
            });
        }
        rows.append(QVariantMap{{u"id"_s, u"review"_s},
                                {u"title"_s, Text::tr("Review")},
                                {u"state"_s, m_step == u"review"_s ? u"current"_s : u"open"_s},
                                {u"errors"_s, 0},
                                {u"reason"_s, Text::tr("What the plan makes, before anything is written")}});
    }
    m_steps = rows;
    Q_EMIT stepsChanged();
}

void PlanController::refreshProblems()
{
    QList<RowsModel::Row> rows;
    const auto add
        = [&](const QString &key, Tone tone, const QString &sentence, const QString &remedy, const QString &environment) {
              const ScopedKey scoped = splitKey(key);
              const plan::Question *question = plan::Catalogue::shipped().find(scoped.key);
              QString stepTitle;
              for (const plan::Step &step : plan::Catalogue::shipped().steps()) {
                  stepTitle = step.id == stepOf(scoped.key) ? step.title.in(language()) : stepTitle;
              }
              rows.append({{u"id"_s, key + u' ' + environment + u' ' + sentence},
                           {u"status"_s, number(tone)},
                           {u"sentence"_s, inWords(sentence, language())},
                           {u"remedy"_s, inWords(remedy, language())},
                           {u"key"_s, key},
                           {u"label"_s, question ? question->label.in(language()) : QString()},
                           {u"stepTitle"_s, stepTitle},
                           {u"environment"_s, environment}});
          };
    QStringList typedKeys = m_typed.keys();
    typedKeys.sort();
    for (const QString &key : typedKeys) {
        if (const Typed typed = m_typed.value(key); !typed.problem.isEmpty()) {
            add(key, Tone::Error, typed.problem, {}, splitKey(key).environment);
        }
    }
    // Worst first, and of equals what this page can mend.
    Findings ordered = m_document.findings();
    std::ranges::stable_sort(ordered, std::ranges::greater(), [this](const Finding &finding) {
        return 2 * static_cast<int>(finding.severity) + (stepOf(splitKey(finding.path).key) == m_step ? 1 : 0);
    });
    for (const Finding &finding : ordered) {
        add(finding.path, toneOf(finding.severity), finding.sentence, finding.remedy, finding.object);
    }
    m_problems->setRows(rows);
}

void PlanController::explain(const QString &key)
{
    m_explainedKey = key;
    refreshExplained();
}

void PlanController::refreshExplained()
{
    QVariantMap next;
    const plan::Question *question = plan::Catalogue::shipped().find(m_explainedKey);
    for (const RowsModel::Row &row : m_questions->rows()) {
        if (!question) {
            // Before anybody has chosen a field the first one is explained, so the page does not begin with a hole.
            question = plan::Catalogue::shipped().find(row.value(u"key"_s).toString());
        }
    }
    if (m_document.isOpen() && question) {
        const QString scoped = scopedKey(shownEnvironment(), question->key);
        const auto explanation = m_document.plan().explain(scoped, language());
        next = {{u"key"_s, question->key},
                {u"label"_s, question->label.in(language())},
                {u"help"_s, question->help.in(language())},
                {u"value"_s, spoken(m_answers, question->key, language())},
                {u"reason"_s, explanation ? explanation->reason : originSentence(m_answers, *question, language())},
                {u"effects"_s, spokenEffects(question->effects, shownEnvironment())}};
    }
    if (next != m_explained) {
        m_explained = next;
        Q_EMIT explainedChanged();
    }
}

} // namespace sentinel::console
