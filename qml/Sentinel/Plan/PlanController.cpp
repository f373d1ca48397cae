// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/Sentinel/Plan/PlanController.h"

#include "qml/Sentinel/Plan/PlanWords.h"
#include "qml/Sentinel/Plan/ProfileRows.h"
#include "qml/Sentinel/Rows/Tone.h"

#include <QCoreApplication>
#include <QEvent>

using namespace Qt::StringLiterals;

namespace sentinel::console {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

const QString kReview = u"review"_s;
/// Short enough that a crash costs a word at most, long enough that typing is not one long write.
constexpr auto kDraftDelay = std::chrono::milliseconds(400);

} // namespace

PlanController::PlanController(QObject *parent)
    : QObject(parent)
    , m_drafts(PlanDrafts::usualFolder())
    , m_questions(new RowsModel(questionRoles(), this))
    , m_moreQuestions(new RowsModel(questionRoles(), this))
    , m_problems(new RowsModel({"id", "status", "sentence", "remedy", "key", "label", "stepTitle", "environment"}, this))
    , m_profiles(new RowsModel(profileRoles(), this))
    , m_draftRows(new RowsModel({"id", "title", "detail"}, this))
{
    connect(&m_document, &PlanDocument::opened, this, &PlanController::openedAnother);
    connect(&m_document, &PlanDocument::changed, this, &PlanController::refresh);
    connect(&m_document, &PlanDocument::changed, this, [this] { m_draftTimer.start(); });
    connect(&m_document, &PlanDocument::saved, this, [this] {
        m_drafts.drop(m_draftId);
        m_draftId = PlanDrafts::idFor(m_document.path());
    });
    m_draftTimer.setSingleShot(true);
    m_draftTimer.setInterval(kDraftDelay);
    connect(&m_draftTimer, &QTimer::timeout, this, &PlanController::keepDraft);
    // Sentences made here follow a live switch of language like those of QML do.
    QCoreApplication::instance()->installEventFilter(this);
    m_profiles->setRows(profileRows(language()));
}

PlanController::~PlanController()
{
    if (m_draftTimer.isActive()) {
        keepDraft();
    }
}

bool PlanController::eventFilter(QObject *watched, QEvent *event)
{
    // Several translators come and go in one switch; one refresh after the last is enough.
    if (event->type() == QEvent::LanguageChange && watched == QCoreApplication::instance() && !m_translating) {
        m_translating = true;
        QMetaObject::invokeMethod(this, [this] { changeLanguage(language()); }, Qt::QueuedConnection);
    }
    return QObject::eventFilter(watched, event);
}

QString PlanController::languageName() const
{
    return language() == Language::Spanish ? u"es"_s : u"en"_s;
}

void PlanController::setLanguageName(const QString &name)
{
    if (languageOf(name) != language()) {
        changeLanguage(languageOf(name));
    }
}

void PlanController::changeLanguage(Language language)
{
    m_translating = false;
    m_document.setLanguage(language);
    m_profiles->setRows(profileRows(language));
    Q_EMIT languageChanged();
    Q_EMIT draftChanged();
}

void PlanController::begin(const QString &planFile, const QString &profile, const QString &draft)
{
    if (!draft.isEmpty()) {
        resume(draft);
    } else if (!planFile.isEmpty()) {
        m_document.load(planFile);
    } else if (!profile.isEmpty()) {
        m_document.create(profile);
    }
}

void PlanController::openedAnother()
{
    m_typed.clear();
    m_groups.clear();
    m_environment.clear();
    m_reference.clear();
    m_explainedKey.clear();
    m_offeredDraft.clear();
    m_draftKept = {};
    m_visited = m_document.path().isEmpty() ? QStringList() : stepIds();
    m_step = m_document.isOpen() ? stepIds().first() : QString();
    m_draftId = PlanDrafts::idFor(m_document.path());
    if (const auto draft = m_drafts.read(m_draftId); draft && m_document.isOpen() && draft->text != m_document.plan().text()) {
        // Kept apart until the person says which of the two goes on.
        m_offeredDraft = m_draftId;
        m_draftId = PlanDrafts::idFor({});
    }
    Q_EMIT stepChanged();
    Q_EMIT draftChanged();
}

void PlanController::refresh()
{
    if (m_document.isOpen()) {
        const QStringList environments = m_document.plan().environments();
        if (!environments.contains(m_environment)) {
            m_environment.clear();
        }
        if (!environments.contains(m_reference)) {
            m_reference = environments.last();
        }
        m_answers = m_document.plan().answers(shownEnvironment());
        m_edited = m_environment.isEmpty() && environments.size() > 1 ? m_document.plan().sharedAnswers(shownEnvironment())
                                                                      : m_answers;
    }
    refreshQuestions();
    refreshSteps();
    refreshProblems();
    refreshExplained();
    Q_EMIT refreshed();
}

QString PlanController::shownEnvironment() const
{
    return m_environment.isEmpty() ? m_reference : m_environment;
}

void PlanController::setEnvironment(const QString &environment)
{
    if (environment == m_environment || !m_document.isOpen()) {
        return;
    }
    m_environment = environment;
    if (!environment.isEmpty()) {
        m_reference = environment;
    }
    m_document.seal();
    refresh();
}

QVariantList PlanController::environmentOptions() const
{
    if (!m_document.isOpen() || m_document.plan().environments().size() < 2) {
        return {};
    }
    QVariantList options{
        QVariantMap{{u"value"_s, QString()}, {u"label"_s, Text::tr("All environments")}, {u"help"_s, QString()}}};
    for (const QString &name : m_document.plan().environments()) {
        options.append(QVariantMap{{u"value"_s, name}, {u"label"_s, Text::tr("%1 only").arg(name)}, {u"help"_s, QString()}});
    }
    return options;
}

QString PlanController::environmentNote() const
{
    if (environmentOptions().isEmpty()) {
        return {};
    }
    if (m_step == kReview) {
        return m_environment.isEmpty()
            ? Text::tr("What is found in any of them is shown; connections are those of %1.").arg(m_reference)
            : Text::tr("What is found in %1 alone is shown.").arg(m_environment);
    }
    return m_environment.isEmpty()
        ? Text::tr("Answers hold for every environment without its own. Usual values are those of %1.").arg(m_reference)
        : Text::tr("Answers hold for %1 alone and go before those for all environments.").arg(m_environment);
}

QVariantList PlanController::newEnvironments() const
{
    QVariantList entries;
    for (const plan::Profile &profile : plan::Catalogue::shipped().profiles()) {
        if (m_document.isOpen() && !m_document.plan().environments().contains(profile.name)) {
            entries.append(QVariantMap{{u"id"_s, profile.name},
                                       {u"text"_s, Text::tr("%1: %2").arg(profile.name, profile.title.in(language()))}});
        }
    }
    return entries;
}

QString PlanController::undoText() const
{
    const QString key = m_document.undoKey();
    return key.isEmpty() ? Text::tr("Nothing to undo") : Text::tr("Undo: %1").arg(labelOf(key, language()));
}

QStringList PlanController::stepIds() const
{
    QStringList ids;
    for (const plan::Step &step : plan::Catalogue::shipped().steps()) {
        ids.append(step.id);
    }
    return ids << kReview;
}

void PlanController::setStep(const QString &step)
{
    if (step == m_step || !m_document.isOpen() || !stepIds().contains(step)) {
        return;
    }
    if (!m_visited.contains(m_step)) {
        m_visited.append(m_step);
    }
    m_step = step;
    m_moreOpen = false;
    m_explainedKey.clear();
    m_document.seal();
    m_typed.removeIf([](const auto &entry) { return entry.value().problem.isEmpty(); });
    refreshQuestions();
    refreshSteps();
    refreshProblems();
    refreshExplained();
    m_draftTimer.start();
    Q_EMIT stepChanged();
}

void PlanController::next()
{
    const QStringList wrong = wrongKeys(m_step);
    if (!wrong.isEmpty()) {
        Q_EMIT announced(counted(wrong.size(), Text::tr("1 answer on this page must be mended first"),
                                 Text::tr("%1 answers on this page must be mended first"), language()));
        Q_EMIT focusWanted(wrong.first());
        return;
    }
    const QStringList ids = stepIds();
    setStep(ids.value(ids.indexOf(m_step) + 1));
}

void PlanController::back()
{
    const QStringList ids = stepIds();
    setStep(ids.value(ids.indexOf(m_step) - 1));
}

void PlanController::jump(const QString &key)
{
    if (!m_document.isOpen()) {
        return;
    }
    const ScopedKey scoped = splitKey(key);
    if (m_document.plan().environments().size() > 1 && !scoped.environment.isEmpty()) {
        setEnvironment(scoped.environment);
    }
    setStep(stepOf(scoped.key));
    const plan::Question *question = plan::Catalogue::shipped().find(scoped.key);
    if (question && question->advanced && !m_moreOpen) {
        m_moreOpen = true;
        Q_EMIT stepChanged();
    }
    explain(scoped.key);
    Q_EMIT focusWanted(scoped.key);
}

bool PlanController::isFirst() const
{
    return stepIds().first() == m_step;
}

QString PlanController::stepTitle() const
{
    for (const auto &step : m_steps) {
        const QVariantMap row = step.toMap();
        if (row.value(u"id"_s) == m_step) {
            return row.value(u"title"_s).toString();
        }
    }
    return {};
}

QString PlanController::stepQuestion() const
{
    for (const plan::Step &step : plan::Catalogue::shipped().steps()) {
        if (step.id == m_step) {
            return step.question.in(language());
        }
    }
    return {};
}

QString PlanController::nextTitle() const
{
    const QStringList ids = stepIds();
    const qsizetype at = ids.indexOf(m_step) + 1;
    return at > 0 && at < m_steps.size() ? m_steps.at(at).toMap().value(u"title"_s).toString() : QString();
}

} // namespace sentinel::console
