// SPDX-License-Identifier: GPL-3.0-or-later
// How an open plan survives a crash: drafts, and taking one up again.
#include "qml/Sentinel/Plan/PlanController.h"

#include "qml/Sentinel/Plan/PlanWords.h"

#include <QCoreApplication>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace sentinel::console {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

QString clockTime(const QDateTime &time, Language language)
{
    return localeOf(language).toString(time.toLocalTime().time(), u"HH:mm"_s);
}

} // namespace

void PlanController::setDraftsFolder(const QString &folder)
{
    if (!folder.isEmpty() && folder != m_drafts.folder()) {
        m_drafts = PlanDrafts(folder);
        listDrafts();
        Q_EMIT draftChanged();
    }
}

void PlanController::keepDraft()
{
    m_draftTimer.stop();
    if (!m_document.isOpen()) {
        return;
    }
    if (!m_document.isDirty()) {
        // Everything is in the file; a draft would only ask a question nobody has.
        m_drafts.drop(m_draftId);
        m_draftKept = {};
        Q_EMIT draftChanged();
        return;
    }
    const plan::InstallPlan &plan = m_document.plan();
    const Draft draft{.id = m_draftId,
                      .name = plan.name(),
                      .file = m_document.path(),
                      .step = m_step,
                      .environment = m_environment,
                      .profile = plan.profileOf(plan.environments().first()),
                      .visited = m_visited,
                      .changed = QDateTime::currentDateTimeUtc(),
                      .text = plan.text(),
                      .savedText = m_document.savedText()};
    const auto kept = m_drafts.keep(draft);
    m_draftKept = kept ? draft.changed : QDateTime();
    if (!kept) {
        Q_EMIT announced(kept.error().detail);
    }
    Q_EMIT draftChanged();
}

QString PlanController::draftText() const
{
    if (!m_document.isOpen()) {
        return {};
    }
    if (!m_document.isDirty()) {
        return Text::tr("Saved in %1").arg(QFileInfo(m_document.path()).fileName());
    }
    return m_draftKept.isValid() ? Text::tr("Draft saved %1").arg(clockTime(m_draftKept, language())) : QString();
}

void PlanController::listDrafts()
{
    QList<RowsModel::Row> rows;
    for (const Draft &draft : m_drafts.all()) {
        const QDateTime local = draft.changed.toLocalTime();
        const QString when
            = localeOf(language()).toString(local.date(), QLocale::ShortFormat) + u' ' + clockTime(local, language());
        rows.append({{u"id"_s, draft.id},
                     {u"title"_s, draft.file.isEmpty() ? draft.name : QFileInfo(draft.file).fileName()},
                     {u"detail"_s,
                      draft.file.isEmpty() ? Text::tr("Not saved to a file yet, %1").arg(when)
                                           : Text::tr("Changes to %1, %2").arg(draft.file, when)}});
    }
    m_draftRows->setRows(rows);
}

void PlanController::resume(const QString &id)
{
    const auto draft = m_drafts.read(id);
    if (!draft) {
        m_document.fail(draft.error());
        return;
    }
    const QString name = draft->file.isEmpty() ? u"sentinel-plan.yaml"_s : draft->file;
    const auto plan = plan::InstallPlan::parse(draft->text, name);
    if (!plan) {
        m_document.fail(plan.error());
        return;
    }
    m_document.restore(*plan, draft->file, draft->savedText);
    m_offeredDraft.clear();
    m_draftId = id;
    m_draftKept = draft->changed;
    m_visited = draft->visited;
    if (plan->environments().contains(draft->environment)) {
        setEnvironment(draft->environment);
    }
    setStep(draft->step);
    refresh();
    Q_EMIT draftChanged();
}

void PlanController::discardDraft(const QString &id)
{
    m_drafts.drop(id);
    if (id == m_offeredDraft) {
        m_offeredDraft.clear();
    }
    listDrafts();
    Q_EMIT draftChanged();
}

void PlanController::leave()
{
    keepDraft();
    m_document.close();
    m_draftTimer.stop();
    listDrafts();
}

void PlanController::discard()
{
    m_draftTimer.stop();
    m_drafts.drop(m_draftId);
    m_document.close();
    m_draftTimer.stop();
    listDrafts();
}

void PlanController::addEnvironment(const QString &profile)
{
    if (!m_document.isOpen()) {
        return;
    }
    m_document.seal();
    if (const auto set = m_document.set(u"environments."_s + profile + u".profile"_s, profile); !set) {
        m_document.fail(set.error());
        return;
    }
    m_document.seal();
    setEnvironment(profile);
}

} // namespace sentinel::console
