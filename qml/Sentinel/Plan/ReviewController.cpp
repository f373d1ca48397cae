// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/Sentinel/Plan/ReviewController.h"

#include "qml/Sentinel/Plan/PlanWords.h"
#include "qml/Sentinel/Plan/WrittenBundles.h"
#include "qml/Sentinel/Rows/ShellWord.h"
#include "qml/Sentinel/Rows/Tone.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QFuture>
#include <QPromise>
#include <QThreadPool>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::console {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

/// Runs `work` beside the user interface; `then` gets its result in the thread of `receiver`, and never when that is gone.
template <typename T>
void beside(QObject *receiver, std::function<T()> work, std::function<void(T)> then)
{
    auto promise = std::make_shared<QPromise<std::shared_ptr<T>>>();
    promise->start();
    promise->future().then(receiver, [then = std::move(then)](const std::shared_ptr<T> &result) { then(std::move(*result)); });
    QThreadPool::globalInstance()->start([promise, work = std::move(work)] {
        promise->addResult(std::make_shared<T>(work()));
        promise->finish();
    });
}

} // namespace

ReviewController::ReviewController(QObject *parent)
    : QObject(parent)
    , m_file(u"README.md"_s)
    , m_files(new RowsModel(treeRoles(), this))
    , m_findings(new RowsModel({"id", "status", "sentence", "remedy", "key", "label"}, this))
    , m_summary(new RowsModel({"title", "text", "share"}, this))
    , m_secrets(new RowsModel(secretRoles(), this))
    , m_diff(new RowsModel(diffRoles(), this))
{
    m_closed.insert(u"charts/"_s);
    m_closed.insert(u"rendered/"_s);
}

void ReviewController::setPlan(PlanController *plan)
{
    if (plan == m_plan) {
        return;
    }
    if (m_plan) {
        disconnect(m_plan, nullptr, this, nullptr);
    }
    m_plan = plan;
    if (m_plan) {
        connect(m_plan, &PlanController::refreshed, this, [this] {
            m_stale = true;
            refresh();
        });
        connect(m_plan->document(), &PlanDocument::opened, this, &ReviewController::recallLastBundle);
        recallLastBundle();
    }
    m_stale = true;
    refresh();
    Q_EMIT planChanged();
}

void ReviewController::setActive(bool active)
{
    if (active != m_active) {
        m_active = active;
        refresh();
        Q_EMIT planChanged();
    }
}

void ReviewController::recallLastBundle()
{
    m_made.reset();
    m_rendered.clear();
    m_written.clear();
    m_alternative.clear();
    m_trouble = {};
    if (m_plan->document()->isOpen()) {
        // The file people look for first.
        m_file = u"environments/%1/values.yaml"_s.arg(m_plan->document()->plan().environments().last());
    }
    const QString path = m_plan->document()->path();
    m_compared = path.isEmpty() ? QString() : rememberedBundle(m_plan->draftsFolder(), path);
    Q_EMIT changed();
}

ReviewController::Made ReviewController::make(const plan::InstallPlan &plan, Language language, const QString &compared)
{
    Made made{.bundle = bundle::generate(plan, language), .objects = {}, .changes = {}, .notCompared = {}};
    if (!made.bundle) {
        return made;
    }
    made.objects = objectCounts(*made.bundle);
    if (!compared.isEmpty()) {
        if (const auto older = bundle::read(compared)) {
            made.changes = bundle::difference(*older, *made.bundle);
        } else {
            made.notCompared = older.error();
        }
    }
    return made;
}

void ReviewController::refresh()
{
    const bool open = m_plan && m_plan->document()->isOpen();
    if (!m_active || !m_stale || m_working || !open) {
        return;
    }
    m_stale = false;
    m_working = true;
    Q_EMIT changed();
    beside<Made>(
        this,
        [plan = m_plan->document()->plan(), language = m_plan->language(), compared = m_compared] {
            return make(plan, language, compared);
        },
        [this](Made made) {
            m_working = false;
            show(std::move(made));
            refresh(); // the plan may be another by now
        });
}

void ReviewController::show(Made made)
{
    if (!m_plan->document()->isOpen()) {
        return;
    }
    if (made.notCompared) {
        m_trouble = Trouble::of(*made.notCompared);
        m_compared.clear();
    }
    m_made = std::make_shared<const Made>(std::move(made));
    showRows();
    showFile();
    Q_EMIT changed();
    Q_EMIT this->made();
}

void ReviewController::showRows()
{
    const plan::InstallPlan &plan = m_plan->document()->plan();
    m_secrets->setRows(secretRows(plan, m_plan->language()));
    if (!m_made->bundle) {
        const Error &error = m_made->bundle.error();
        m_files->setRows({});
        m_summary->setRows({});
        Finding only;
        only.severity = Severity::Error;
        only.sentence = error.detail;
        showFindings(error.findings.isEmpty() ? Findings{only} : error.findings);
        return;
    }
    showTree();
    m_summary->setRows(summaryRows(*m_made->bundle, plan, m_made->objects, m_plan->language()));
    showFindings(m_made->bundle->findings);
}

void ReviewController::showFindings(const Findings &findings)
{
    QList<RowsModel::Row> rows;
    for (const Severity severity : {Severity::Error, Severity::Warning, Severity::Info}) {
        for (const Finding &finding : findings) {
            if (finding.severity != severity) {
                continue;
            }
            const bool ours = plan::Catalogue::shipped().find(splitKey(finding.path).key) != nullptr;
            rows.append({{u"id"_s, QString::number(rows.size()) + finding.rule},
                         {u"status"_s, number(toneOf(severity))},
                         {u"sentence"_s, inWords(finding.sentence, m_plan->language())},
                         {u"remedy"_s, inWords(finding.remedy, m_plan->language())},
                         {u"key"_s, ours ? finding.path : QString()},
                         {u"label"_s, ours ? labelOf(finding.path, m_plan->language()) : QString()}});
        }
    }
    m_findings->setRows(rows);
    m_errors = static_cast<int>(std::ranges::count(findings, Severity::Error, &Finding::severity));
}

void ReviewController::compare(const QString &folder)
{
    m_compared = localPath(folder);
    m_trouble = {};
    m_stale = true;
    refresh();
    Q_EMIT changed();
}

QString ReviewController::headline() const
{
    const Language language = m_plan ? m_plan->language() : Language::English;
    if (!m_made) {
        return Text::tr("Making the bundle…");
    }
    if (!m_made->bundle) {
        return counted(m_errors, Text::tr("1 problem must be mended before there is a bundle"),
                       Text::tr("%1 problems must be mended before there is a bundle"), language);
    }
    if (!m_compared.isEmpty()) {
        return changedFiles() == 0 ? Text::tr("Same as the bundle written last")
                                   : counted(changedFiles(), Text::tr("1 file differs from the bundle written last"),
                                             Text::tr("%1 files differ from the bundle written last"), language);
    }
    return Text::tr("%1 files, ready to be written").arg(m_made->bundle->files.size());
}

QString ReviewController::command() const
{
    if (!m_plan || !m_plan->document()->isOpen()) {
        return {};
    }
    const QString file = m_plan->document()->path();
    return u"sentinelctl generate %1 --out %2"_s.arg(shellWord(file.isEmpty() ? u"sentinel-plan.yaml"_s : file),
                                                     shellWord(targetFolder()));
}

QString ReviewController::targetFolder() const
{
    const QString folder = !m_written.isEmpty() ? m_written : m_compared;
    return folder.isEmpty() && m_plan && m_plan->document()->isOpen() ? m_plan->document()->plan().name() + u"-bundle"_s : folder;
}

void ReviewController::write(const QString &folder)
{
    if (!m_plan || !m_plan->document()->isOpen()) {
        return;
    }
    const QString local = QFileInfo(localPath(folder)).absoluteFilePath();
    m_trouble = {};
    m_alternative.clear();
    beside<Result<void>>(
        this,
        [plan = m_plan->document()->plan(), language = m_plan->language(), local]() -> Result<void> {
            const auto bundle = bundle::generate(plan, language);
            return bundle ? bundle::write(*bundle, local) : failure(bundle);
        },
        [this, local](const Result<void> &outcome) { finishWriting(local, outcome); });
}

void ReviewController::finishWriting(const QString &folder, const Result<void> &outcome)
{
    if (!outcome) {
        m_trouble = Trouble::of(outcome.error());
        const QString inside = folder + u'/' + m_plan->document()->plan().name() + u"-bundle"_s;
        const bool foreign = outcome.error().kind == Error::Kind::Conflict;
        m_alternative = foreign && !QFileInfo::exists(inside) ? inside : QString();
        Q_EMIT changed();
        return;
    }
    m_written = folder;
    m_compared = folder;
    rememberBundle(m_plan->draftsFolder(), m_plan->document()->path(), folder);
    m_stale = true;
    refresh();
    Q_EMIT changed();
    Q_EMIT wrote(folder);
}

} // namespace sentinel::console
