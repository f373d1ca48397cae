// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "qml/Sentinel/Plan/GroupItems.h"
#include "qml/Sentinel/Plan/PlanDocument.h"
#include "qml/Sentinel/Plan/PlanDrafts.h"
#include "qml/Sentinel/Plan/QuestionRows.h"
#include "qml/Sentinel/Rows/RowsModel.h"

#include <QDateTime>
#include <QTimer>
#include <QVariantList>

namespace sentinel::console {

/// The wizard of one open plan: its steps, the questions of the current one, what is wrong, and the draft that survives a crash.
class PlanController : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(sentinel::console::PlanDocument *document READ document CONSTANT FINAL)
    Q_PROPERTY(sentinel::console::RowsModel *questions MEMBER m_questions CONSTANT FINAL)
    Q_PROPERTY(sentinel::console::RowsModel *moreQuestions MEMBER m_moreQuestions CONSTANT FINAL)
    Q_PROPERTY(sentinel::console::RowsModel *problems MEMBER m_problems CONSTANT FINAL)
    Q_PROPERTY(sentinel::console::RowsModel *profiles MEMBER m_profiles CONSTANT FINAL)
    Q_PROPERTY(sentinel::console::RowsModel *drafts MEMBER m_draftRows CONSTANT FINAL)
    Q_PROPERTY(QString draftsFolder READ draftsFolder WRITE setDraftsFolder NOTIFY draftChanged FINAL)
    Q_PROPERTY(QString draftText READ draftText NOTIFY draftChanged FINAL)
    Q_PROPERTY(QString offeredDraft READ offeredDraft NOTIFY draftChanged FINAL)
    Q_PROPERTY(QString language READ languageName WRITE setLanguageName NOTIFY languageChanged FINAL)
    Q_PROPERTY(QString environment READ environment WRITE setEnvironment NOTIFY refreshed FINAL)
    Q_PROPERTY(QString shownEnvironment READ shownEnvironment NOTIFY refreshed FINAL)
    Q_PROPERTY(QVariantList environmentOptions READ environmentOptions NOTIFY refreshed FINAL)
    Q_PROPERTY(QVariantList newEnvironments READ newEnvironments NOTIFY refreshed FINAL)
    Q_PROPERTY(QString undoText READ undoText NOTIFY refreshed FINAL)
    Q_PROPERTY(QString environmentNote READ environmentNote NOTIFY stepsChanged FINAL)
    Q_PROPERTY(QString step READ step WRITE setStep NOTIFY stepChanged FINAL)
    Q_PROPERTY(QVariantList steps READ steps NOTIFY stepsChanged FINAL)
    Q_PROPERTY(QString stepTitle READ stepTitle NOTIFY stepsChanged FINAL)
    Q_PROPERTY(QString stepQuestion READ stepQuestion NOTIFY stepsChanged FINAL)
    Q_PROPERTY(QString nextTitle READ nextTitle NOTIFY stepsChanged FINAL)
    Q_PROPERTY(bool first READ isFirst NOTIFY stepsChanged FINAL)
    Q_PROPERTY(bool moreOpen MEMBER m_moreOpen NOTIFY stepChanged FINAL)
    Q_PROPERTY(QVariantMap explained READ explained NOTIFY explainedChanged FINAL)
public:
    explicit PlanController(QObject *parent = nullptr);
    ~PlanController() override;

    // --- for pages
    // -----------------------------------------------------------------------------------------------------------------
    /// What the page was asked to show: a draft, a file or a new plan of a profile; nothing leaves what is open.
    Q_INVOKABLE void begin(const QString &planFile, const QString &profile, const QString &draft);
    /// What a person types: checked at once, and taken into the plan as soon as it is an answer.
    Q_INVOKABLE void answer(const QString &key, const QString &text);
    /// The field was left: what is an answer is shown in its usual notation from now on.
    Q_INVOKABLE void settle(const QString &key);
    Q_INVOKABLE void reset(const QString &key);
    Q_INVOKABLE void explain(const QString &key);
    Q_INVOKABLE void addItem(const QString &key);
    Q_INVOKABLE void removeItem(const QString &key, int index);
    Q_INVOKABLE void answerItem(const QString &key, int index, const QString &field, const QString &text);
    /// Goes on when this step is right; otherwise `focusWanted` names its first wrong answer and `announced` says how many there
    /// are.
    Q_INVOKABLE void next();
    Q_INVOKABLE void back();
    /// Opens the step of a question, in the environment it was answered for, and wants the focus there.
    Q_INVOKABLE void jump(const QString &key);
    Q_INVOKABLE void addEnvironment(const QString &profile);
    Q_INVOKABLE void resume(const QString &draft);
    Q_INVOKABLE void discardDraft(const QString &draft);
    /// Closes the plan; its draft waits.
    Q_INVOKABLE void leave();
    /// Closes the plan and drops its draft: the way to leave without a trace.
    Q_INVOKABLE void discard();
    Q_INVOKABLE void listDrafts();
    /// Writes the draft now instead of in a moment.
    Q_INVOKABLE void keepDraft();

    // --- for the other controllers
    // ---------------------------------------------------------------------------------------------------
    [[nodiscard]] PlanDocument *document() { return &m_document; }
    [[nodiscard]] Language language() const { return m_document.language(); }
    /// As resolved for the environment shown, overrides included; only while a plan is open.
    [[nodiscard]] const plan::Answers &answers() const { return m_answers; }
    [[nodiscard]] QString shownEnvironment() const;
    [[nodiscard]] QString environment() const { return m_environment; }
    [[nodiscard]] QString step() const { return m_step; }
    [[nodiscard]] QVariantMap explained() const { return m_explained; }
    [[nodiscard]] QVariantList steps() const { return m_steps; }
    [[nodiscard]] QVariantList environmentOptions() const;
    [[nodiscard]] QString environmentNote() const;
    /// Profiles that no environment of the plan is named after, as entries of a menu.
    [[nodiscard]] QVariantList newEnvironments() const;
    [[nodiscard]] QString undoText() const;
    [[nodiscard]] QString stepTitle() const;
    [[nodiscard]] QString stepQuestion() const;
    [[nodiscard]] QString nextTitle() const;
    [[nodiscard]] bool isFirst() const;
    [[nodiscard]] QString draftText() const;
    [[nodiscard]] QString offeredDraft() const { return m_offeredDraft; }
    [[nodiscard]] QString draftsFolder() const { return m_drafts.folder(); }
    [[nodiscard]] QString languageName() const;

    void setLanguageName(const QString &name);
    void setEnvironment(const QString &environment);
    void setStep(const QString &step);
    void setDraftsFolder(const QString &folder);

Q_SIGNALS:
    void refreshed(); ///< the plan, the environment or the language is another
    void languageChanged();
    void stepChanged();
    void stepsChanged();
    void draftChanged();
    void explainedChanged();
    void focusWanted(const QString &key);
    void announced(const QString &sentence);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void openedAnother();
    void refresh();
    void refreshQuestions();
    void refreshSteps();
    void refreshProblems();
    void refreshExplained();
    void applyGroup(const QString &key, const GroupTexts &items);
    void noteTyped(const QString &key, const Typed &typed);
    /// Where an answer to `key` goes now: the base, or the environment edited.
    [[nodiscard]] QString keyToEdit(const QString &key) const;
    [[nodiscard]] GroupTexts itemsOf(const QString &key) const;
    [[nodiscard]] QStringList stepIds() const;
    [[nodiscard]] QStringList wrongKeys(const QString &step) const;
    void changeLanguage(Language language);

    PlanDocument m_document;
    PlanDrafts m_drafts;
    plan::Answers m_answers; ///< of the environment shown
    plan::Answers m_edited; ///< the same as the fields show them: without overrides when all environments are edited
    QString m_environment; ///< empty: all
    QString m_reference; ///< whose defaults are shown while all are edited
    QString m_step;
    QStringList m_visited;
    QHash<QString, Typed> m_typed; ///< by scoped key
    QHash<QString, GroupTexts> m_groups; ///< by scoped key
    QVariantList m_steps;
    QString m_explainedKey;
    QVariantMap m_explained;
    QString m_draftId;
    QString m_offeredDraft;
    QDateTime m_draftKept;
    QTimer m_draftTimer;
    bool m_translating = false;
    bool m_moreOpen = false; ///< the seldom settings of the step are in sight
    RowsModel *m_questions;
    RowsModel *m_moreQuestions;
    RowsModel *m_problems;
    RowsModel *m_profiles;
    RowsModel *m_draftRows;
};

} // namespace sentinel::console
