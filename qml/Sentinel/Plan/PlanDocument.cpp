// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/Sentinel/Plan/PlanDocument.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace sentinel::console {

namespace {
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};
/// Enough for any session; a plan is a few kilobytes and shares its unchanged parts.
constexpr qsizetype kMostEdits = 500;
} // namespace

QString localPath(const QString &pathOrUrl)
{
    return pathOrUrl.startsWith(u"file:"_s) ? QUrl(pathOrUrl).toLocalFile() : pathOrUrl;
}

void PlanDocument::create(const QString &profile, const QStringList &environments)
{
    plan::InstallPlan::NewPlan wanted;
    wanted.profile = profile;
    wanted.environments = environments.isEmpty() ? QStringList{profile} : environments;
    wanted.language = m_language;
    const auto plan = plan::InstallPlan::create(wanted);
    if (!plan) {
        setTrouble(Trouble::of(plan.error()));
        return;
    }
    take(*plan, {}, {});
}

void PlanDocument::load(const QString &path)
{
    const QString local = localPath(path);
    const auto plan = plan::InstallPlan::load(local);
    if (!plan) {
        setTrouble(Trouble::of(plan.error()));
        return;
    }
    take(*plan, QFileInfo(local).absoluteFilePath(), plan->text());
}

void PlanDocument::restore(const plan::InstallPlan &draft, const QString &path, const QByteArray &savedText)
{
    take(draft, path, savedText);
}

void PlanDocument::take(plan::InstallPlan plan, const QString &path, const QByteArray &savedText)
{
    m_plan = std::move(plan);
    m_path = path;
    m_savedText = savedText;
    m_past.clear();
    m_future.clear();
    m_sealed = true;
    m_findings = m_plan->check(m_language);
    setTrouble({});
    Q_EMIT opened();
    Q_EMIT changed();
}

void PlanDocument::close()
{
    m_plan.reset();
    m_path.clear();
    m_savedText.clear();
    m_past.clear();
    m_future.clear();
    m_findings.clear();
    setTrouble({});
    Q_EMIT opened();
    Q_EMIT changed();
}

void PlanDocument::save()
{
    if (!m_plan) {
        return;
    }
    if (m_path.isEmpty()) {
        setTrouble(Trouble::of(Error{.kind = Error::Kind::NotFound,
                                     .doing = Text::tr("saving the plan"),
                                     .detail = Text::tr("This plan has no file yet. Choose one with \"Save as\".")}));
        return;
    }
    saveAs(m_path);
}

void PlanDocument::saveAs(const QString &path)
{
    if (!m_plan) {
        return;
    }
    const QString local = QFileInfo(localPath(path)).absoluteFilePath();
    if (const auto written = m_plan->save(local); !written) {
        setTrouble(Trouble::of(written.error()));
        return;
    }
    m_path = local;
    m_savedText = m_plan->text();
    m_sealed = true;
    setTrouble({});
    Q_EMIT saved();
    Q_EMIT changed();
}

Result<void> PlanDocument::set(const QString &key, const QString &value)
{
    auto next = m_plan->with(key, value);
    if (!next) {
        return failure(next);
    }
    if (next->text() == m_plan->text()) {
        return {};
    }
    const bool continues = !m_sealed && !m_past.isEmpty() && m_past.last().key == key;
    if (!continues) {
        m_past.append({*m_plan, key});
        if (m_past.size() > kMostEdits) {
            m_past.removeFirst();
        }
    }
    m_sealed = false;
    m_future.clear();
    become(*next);
    return {};
}

void PlanDocument::undo()
{
    if (m_past.isEmpty()) {
        return;
    }
    const Edit edit = m_past.takeLast();
    m_future.append({*m_plan, edit.key});
    m_sealed = true;
    become(edit.before);
}

void PlanDocument::redo()
{
    if (m_future.isEmpty()) {
        return;
    }
    const Edit edit = m_future.takeLast();
    m_past.append({*m_plan, edit.key});
    m_sealed = true;
    become(edit.before);
}

void PlanDocument::become(const plan::InstallPlan &plan)
{
    m_plan = plan;
    m_findings = m_plan->check(m_language);
    Q_EMIT changed();
}

void PlanDocument::setLanguage(Language language)
{
    m_language = language;
    if (m_plan) {
        m_findings = m_plan->check(m_language);
    }
    Q_EMIT changed();
}

QString PlanDocument::title() const
{
    if (!m_plan) {
        return {};
    }
    return m_path.isEmpty() ? m_plan->name() : QFileInfo(m_path).completeBaseName();
}

bool PlanDocument::isDirty() const
{
    return m_plan && m_plan->text() != m_savedText;
}

void PlanDocument::setTrouble(const Trouble &trouble)
{
    if (m_trouble != trouble) {
        m_trouble = trouble;
        Q_EMIT troubleChanged();
    }
}

void PlanDocument::clearTrouble()
{
    setTrouble({});
}

} // namespace sentinel::console
