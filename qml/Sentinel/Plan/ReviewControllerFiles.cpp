// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/Sentinel/Plan/PlanWords.h"
#include "qml/Sentinel/Plan/ReviewController.h"

#include <QCoreApplication>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::console {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

const QString kRenderedFolder = u"rendered"_s; ///< of what the chart makes, among the files shown

} // namespace

void ReviewController::toggleFolder(const QString &path)
{
    if (!m_closed.remove(path)) {
        m_closed.insert(path);
    }
    showTree();
}

void ReviewController::showTree()
{
    if (isReady()) {
        QList<RowsModel::Row> rows = treeRows(*m_made->bundle, m_made->changes, m_closed);
        if (!m_rendered.isEmpty()) {
            rows += treeRows({.name = {}, .files = m_rendered, .findings = {}}, {}, m_closed);
        }
        m_files->setRows(rows);
    }
}

int ReviewController::fileRow() const
{
    const QList<RowsModel::Row> &rows = m_files->rows();
    const auto isShown = [this](const RowsModel::Row &row) { return row.value(u"path"_s) == m_file; };
    return static_cast<int>(std::ranges::find_if(rows, isShown) - rows.begin());
}

void ReviewController::setRendered(const QList<bundle::File> &files)
{
    m_rendered = files;
    showTree();
    showFile();
}

void ReviewController::open(const QString &path, int line)
{
    for (qsizetype slash = path.indexOf(u'/'); slash >= 0; slash = path.indexOf(u'/', slash + 1)) {
        m_closed.remove(path.first(slash + 1));
    }
    showTree();
    setFile(path);
    setLine(line);
    const QString shown = text();
    qsizetype start = 0;
    for (int at = 1; at < line && start >= 0; ++at) {
        start = shown.indexOf(u'\n', start) + 1;
        start = start == 0 ? -1 : start;
    }
    const qsizetype end = start < 0 ? -1 : shown.indexOf(u'\n', start);
    m_markStart = static_cast<int>(std::max<qsizetype>(start, 0));
    m_view = u"files"_s;
    m_markLength = start < 0 ? 0 : static_cast<int>((end < 0 ? shown.size() : end) - start);
    Q_EMIT viewChanged();
    Q_EMIT marked();
}

const bundle::File *ReviewController::shownFile() const
{
    if (const bundle::File *file = isReady() ? m_made->bundle->find(m_file) : nullptr) {
        return file;
    }
    const auto made = std::ranges::find(m_rendered, m_file, &bundle::File::path);
    return made != m_rendered.end() ? &*made : nullptr;
}

void ReviewController::setFile(const QString &path)
{
    if (path != m_file) {
        m_file = path;
        m_line = 1;
        m_markLength = 0;
        showFile();
        Q_EMIT lineChanged();
    }
}

void ReviewController::showFile()
{
    QString unified;
    for (const bundle::Change &change : m_made ? m_made->changes : QList<bundle::Change>()) {
        unified = change.path == m_file ? change.diff : unified;
    }
    m_diff->setRows(diffRows(unified));
    Q_EMIT fileChanged();
    Q_EMIT lineChanged();
}

QString ReviewController::text() const
{
    const bundle::File *file = shownFile();
    return file ? QString::fromUtf8(file->content) : QString();
}

void ReviewController::setLine(int line)
{
    if (line != m_line) {
        m_line = line;
        Q_EMIT lineChanged();
    }
}

QString ReviewController::lineKey() const
{
    const bundle::File *file = isReady() ? m_made->bundle->find(m_file) : nullptr;
    const QString key = file ? originOf(*file, m_line) : QString();
    const bool multiple = m_plan && m_plan->document()->isOpen() && m_plan->document()->plan().environments().size() > 1;
    return key.isEmpty() || !multiple ? key : scopedKey(environmentOf(m_file), key);
}

QString ReviewController::lineOrigin() const
{
    const ScopedKey scoped = splitKey(lineKey());
    const plan::Question *question = plan::Catalogue::shipped().find(scoped.key);
    if (!question) {
        if (m_file.startsWith(kRenderedFolder + u'/')) {
            return Text::tr("Made by the chart at install; not written.");
        }
        return isReady() ? Text::tr("Line %1 is the same in every bundle.").arg(m_line) : QString();
    }
    const plan::InstallPlan &plan = m_plan->document()->plan();
    const QString named = environmentOf(m_file);
    const plan::Answers answers = plan.answers(plan.environments().contains(named) ? named : m_plan->shownEnvironment());
    return Text::tr("Line %1 comes from %2: %3 (%4)")
        .arg(QString::number(m_line), question->label.in(m_plan->language()), spoken(answers, question->key, m_plan->language()),
             originSentence(answers, *question, m_plan->language()).toLower());
}

} // namespace sentinel::console
