// SPDX-License-Identifier: GPL-3.0-or-later
// What the tabs show, read when one is looked at.
#include "core/base/SafeText.h"
#include "core/gitops/HookWaves.h"
#include "core/gitops/ServerTree.h"
#include "qml/Sentinel/Sync/AppController.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sentinel::console {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

constexpr std::chrono::seconds kServerRest{60};

} // namespace

template <typename T>
void AppController::look(Async<T> task, std::function<void(const T &)> shown)
{
    m_looking = true;
    const CancelToken token = m_view.token();
    deliver(std::move(task), this, [this, token, shown](const Result<T> &result) {
        if (token.isCancelled()) {
            return;
        }
        m_looking = false;
        if (result) {
            shown(*result);
        } else {
            m_trouble = Trouble::of(result.error());
        }
        Q_EMIT changed();
    });
}

void AppController::read()
{
    m_view.cancel();
    m_view = {};
    m_looking = false;
    m_trouble = {};
    m_note.clear();
    m_ignoreRules.clear();
    if (m_tab != u"resources") {
        m_rows->setRows({});
    }
    if (isPresent()) {
        if (m_tab == u"resources") {
            readTree();
        } else if (m_tab == u"timeline") {
            if (m_hookWaves.isEmpty()) {
                m_wavesOf.clear(); // another tab may have broken off reading them
            }
            readTimeline();
        } else if (m_tab == u"history") {
            readHistory();
        } else if (m_tab == u"differences") {
            readDifferences();
        } else {
            readWindows();
        }
    }
    Q_EMIT changed();
}

void AppController::readTree()
{
    m_view.cancel();
    m_view = {};
    look<gitops::ResourceTree>(treeOf(m_link->services(), m_link->types(), m_object, m_view.token()),
                               [this](const gitops::ResourceTree &tree) {
                                   m_tree = tree;
                                   showTree();
                                   enrich();
                               });
}

void AppController::showTree()
{
    const gitops::ResourceTree tree = m_told.tree.isEmpty() ? m_tree : gitops::enriched(m_tree, m_told.tree, m_told.address);
    m_resources.setTree(tree);
    m_note = m_told.problem.isEmpty()
        ? tree.notes.join(u' ')
        : (tree.notes + QStringList{m_told.problem, Text::tr("What is shown is read from the cluster alone.")}).join(u' ');
}

/// What only Argo CD's server knows comes when it comes; the tree is shown before.
void AppController::enrich()
{
    if (m_serverRestsUntil.isValid() && services().clock->now() < m_serverRestsUntil) {
        return;
    }
    const CancelToken token = m_view.token();
    deliver(toldBy(m_link->services(), m_object, m_application, token), this, [this, token](const Result<Told> &told) {
        if (token.isCancelled()) {
            return;
        }
        if (!told) {
            m_serverRestsUntil = services().clock->now().addSecs(kServerRest.count());
            return;
        }
        if (!told->problem.isEmpty()) {
            m_serverRestsUntil = services().clock->now().addSecs(kServerRest.count());
        }
        m_told = *told;
        showTree();
        Q_EMIT changed();
    });
}

/// The Application does not tell the waves of hooks; the manifests do, once they are read.
void AppController::readTimeline()
{
    m_rows->setRows(timelineRows(m_application, m_hookWaves));
    const QStringList revisions = m_application.operation.revisions;
    if (!gitops::hasHooks(m_application) || m_wavesOf == revisions) {
        return;
    }
    m_wavesOf = revisions;
    m_view.cancel();
    m_view = {};
    m_looking = true;
    const CancelToken token = m_view.token();
    deliver(wavesOf(m_link->services(), m_object, token), this, [this, token](const Result<QHash<QString, int>> &waves) {
        if (token.isCancelled()) {
            return;
        }
        m_looking = false;
        if (waves) {
            m_hookWaves = *waves;
            m_rows->setRows(timelineRows(m_application, m_hookWaves));
        } else {
            m_note = Text::tr("The waves of hooks are not known: %1").arg(plainLine(waves.error().detail));
        }
        Q_EMIT changed();
    });
}

void AppController::readHistory()
{
    m_rows->setRows(historyRows(plainStories(m_application)));
    if (!m_application.history.isEmpty()) {
        look<QList<gitops::HistoryStory>>(
            storiesOf(m_link->services(), m_object, m_view.token()),
            [this](const QList<gitops::HistoryStory> &stories) { m_rows->setRows(historyRows(stories)); });
    }
}

void AppController::readDifferences()
{
    look<gitops::ApplicationDifference>(
        differenceOf(m_link->services(), m_object, m_view.token()), [this](const gitops::ApplicationDifference &difference) {
            m_rows->setRows(differenceRows(difference));
            m_ignoreRules = ignoreRulesText(difference);
            m_note
                = (QStringList{Text::tr("%n object(s) compared.", nullptr, difference.compared)} + difference.notes).join(u' ');
        });
}

void AppController::readWindows()
{
    look<kube::Object>(
        services().api->get(gitops::projectType(), {.ns = m_application.ns, .name = m_application.project}, m_view.token()),
        [this](const kube::Object &project) {
            const auto windows = gitops::syncWindows(project, m_application, services().clock->now());
            m_rows->setRows(windowRows(windows));
            m_note = gitops::windowVerdict(windows).sentence;
        });
}

} // namespace sentinel::console
