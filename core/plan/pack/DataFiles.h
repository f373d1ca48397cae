// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/Catalogue.h"
#include "core/plan/Expression.h"
#include "core/plan/pack/Fields.h"

namespace sentinel::plan::pack {

/// Reads `resources/plan` and checks it so strictly that the program need not: fields, types, both languages, every expression
/// and every placeholder in a sentence.
class DataFiles
{
public:
    explicit DataFiles(QString folder)
        : m_folder(std::move(folder))
    {
    }
    [[nodiscard]] Catalogue read();
    [[nodiscard]] const Findings &problems() const { return m_problems; }

private:
    [[nodiscard]] yaml::Value file(const QString &path);
    void readSteps();
    void readQuestions(const QString &step);
    [[nodiscard]] Question readQuestion(const yaml::Value &item, const QString &path, bool inGroup);
    void readDefault(Question &question, Fields &fields, bool inGroup);
    void readForm(Question &question, Fields &fields);
    void checkQuestion(const Question &question, Fields &fields);
    void readRules();
    void readRule(const yaml::Value &item, const QString &path);
    void readProfile(const QString &path);
    void checkExpressions();
    [[nodiscard]] QString withDefinitions(const QString &expression) const;
    [[nodiscard]] Words withDefinitions(const Words &words) const;
    void checkSentence(const QString &sentence, const QString &name, Fields &fields);
    void checkExpression(const QString &text, const QList<Expression::Type> &allowed, const QString &name, Fields &fields);
    [[nodiscard]] std::optional<Expression::Type> typeOf(const QString &key) const;

    QString m_folder;
    Findings m_problems;
    QList<Step> m_steps;
    QList<Question> m_questions;
    QList<Rule> m_rules;
    QList<Profile> m_profiles;
    QList<std::pair<QString, QString>> m_definitions;
    /// Expressions are checked when every question is known.
    struct Pending
    {
        QString text;
        QList<Expression::Type> allowed;
        QString name;
        Fields fields;
    };
    std::vector<Pending> m_pending;
};

} // namespace sentinel::plan::pack
