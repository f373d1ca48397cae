// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/Sentinel/Sync/AppController.h"

#include "core/base/SafeText.h"
#include "core/gitops/AutoSync.h"
#include "core/gitops/Git.h"
#include "core/gitops/SyncPreview.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sentinel::console {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

constexpr std::chrono::milliseconds kAfterChange{700};

[[nodiscard]] Async<gitops::ApplicationDifference> differenceOf(SyncServices services, kube::Object application,
                                                                CancelToken cancel)
{
    const auto base = co_await gitops::desiredBase(services.change.api, application, cancel);
    if (!base) {
        co_return failure(base);
    }
    const auto sources = co_await services.sources(cancel);
    if (!sources) {
        co_return failure(sources);
    }
    co_return co_await gitops::previewSync(services.change.api, *base, *sources, false, cancel);
}

[[nodiscard]] Async<QList<gitops::HistoryStory>> storiesOf(SyncServices services, kube::Object application, CancelToken cancel)
{
    const auto base = co_await gitops::desiredBase(services.change.api, application, cancel);
    if (!base) {
        co_return failure(base);
    }
    const auto sources = co_await services.sources(cancel);
    if (!sources) {
        co_return failure(sources);
    }
    co_return co_await gitops::historyStories(application, *base, *sources, cancel);
}

} // namespace

AppController::AppController(QObject *parent)
    : QObject(parent)
    , m_resources(this)
    , m_conditions(new RowsModel({"id", "title", "sentence", "tone"}, this))
    , m_rows(
          new RowsModel({"id", "heading", "title", "detail", "tone", "word", "when", "by", "took", "sentence", "newest"}, this))
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(kAfterChange);
    connect(&m_soon, &QTimer::timeout, this, [this] {
        if (m_tab == u"resources") {
            readTree();
        }
    });
}

AppController::~AppController()
{
    m_watching.cancel();
    m_view.cancel();
}

void AppController::setLink(SyncLink *link)
{
    m_link = link;
    connect(link, &SyncLink::reconnected, this, &AppController::follow);
    connect(link, &SyncLink::rightsChanged, this, &AppController::changed);
    Q_EMIT wired();
    follow();
}

kube::ObjectName AppController::name() const
{
    return {.ns = m_chosen.value(u"ns"_s).toString(), .name = m_chosen.value(u"name"_s).toString()};
}

void AppController::setApplication(const QVariantMap &application)
{
    const bool isSame
        = application.value(u"ns"_s) == m_chosen.value(u"ns"_s) && application.value(u"name"_s) == m_chosen.value(u"name"_s);
    if (!isSame) {
        m_chosen = application;
        follow();
    }
}

void AppController::follow()
{
    m_watching.cancel();
    m_watching = {};
    m_object = {};
    m_application = {};
    m_gone = false;
    m_resources.clear();
    m_conditions->setRows({});
    m_rows->setRows({});
    m_note.clear();
    m_trouble = {};
    if (m_link && m_link->isReady() && !m_chosen.isEmpty()) {
        const QPointer<AppController> self(this);
        const CancelToken token = m_watching.token();
        const kube::ListOptions options{.ns = name().ns, .fieldSelector = u"metadata.name="_s + name().name};
        deliver(services().api->watch(
                    gitops::applicationType(), options,
                    [self, token](const kube::WatchEvent &event) {
                        if (self && !token.isCancelled()) {
                            self->take(event);
                        }
                    },
                    token),
                this, [this, token](const Result<void> &result) {
                    if (!result && !token.isCancelled()) {
                        m_trouble = Trouble::of(result.error());
                        Q_EMIT changed();
                    }
                });
    }
    Q_EMIT changed();
}

void AppController::take(const kube::WatchEvent &event)
{
    const auto isIt = [this](const kube::Object &object) { return object[u"metadata"][u"name"].toString() == name().name; };
    switch (event.type) {
    case kube::WatchEvent::Type::Added:
    case kube::WatchEvent::Type::Modified:
        if (isIt(event.object)) {
            show(event.object);
        }
        break;
    case kube::WatchEvent::Type::Deleted:
        m_gone = m_gone || isIt(event.object);
        break;
    case kube::WatchEvent::Type::Replaced: {
        const auto found = std::ranges::find_if(event.objects, isIt);
        m_gone = found == event.objects.cend();
        if (!m_gone) {
            show(*found);
        }
        break;
    }
    case kube::WatchEvent::Type::Disconnected:
    case kube::WatchEvent::Type::Reconnected:
        break;
    }
    Q_EMIT changed();
}

void AppController::show(const kube::Object &object)
{
    kube::Object typed = object;
    typed.insert(u"apiVersion"_s, gitops::applicationType().apiVersion());
    typed.insert(u"kind"_s, gitops::applicationType().kind);
    const auto read = gitops::readApplication(typed);
    if (!read) {
        m_trouble = Trouble::of(read.error());
        return;
    }
    const bool isFirst = m_object.isEmpty();
    const bool isNewHistory = read->history.size() != m_application.history.size()
        || (!read->history.isEmpty() && read->history.last().id != m_application.history.last().id);
    m_object = typed;
    m_application = *read;
    m_conditions->setRows(conditionRows(m_application));
    if (m_tab == u"resources") {
        if (isFirst) { // at once, from what Argo CD wrote; then with what lives
            m_resources.setTree(gitops::buildTree(m_application, {}, {}, gitops::instanceOf(m_object)));
        }
        m_soon.start();
    } else if (m_tab == u"timeline") {
        m_rows->setRows(timelineRows(m_application));
    } else if (isFirst || (m_tab == u"history" && isNewHistory)) {
        this->read();
    }
}

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
            m_rows->setRows(timelineRows(m_application));
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
    look<gitops::ResourceTree>(
        gitops::readTree(services().api, m_object, m_link->types(), m_link->services().judge, m_view.token()),
        [this](const gitops::ResourceTree &tree) {
            m_resources.setTree(tree);
            m_note = tree.notes.join(u' ');
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

void AppController::setTab(const QString &tab)
{
    if (tab != m_tab) {
        m_tab = tab;
        read();
    }
}

void AppController::setAttention(bool attention)
{
    m_attention = attention;
    m_resources.setAttention(attention);
    Q_EMIT changed();
}

void AppController::readAgain()
{
    read();
}

void AppController::retranslate()
{
    m_resources.retranslate();
    if (isPresent()) {
        m_conditions->setRows(conditionRows(m_application));
    }
    read();
}

QVariantMap AppController::state() const
{
    if (!isPresent()) {
        return {};
    }
    const StateWord sync = syncWord(m_application.sync);
    const StateWord health = healthWord(m_application.health);
    const StateWord operation = operationWord(m_application);
    const bool isPaused = gitops::isAutoSyncPaused(m_object);
    const QString source
        = u"%1  %2"_s.arg(plainLine(gitops::withoutPassword(m_application.repository)), plainLine(m_application.path));
    return {{u"title"_s, plainLine(m_application.name)},
            {u"place"_s, Text::tr("%1, project %2").arg(plainLine(m_application.ns), plainLine(m_application.project))},
            {u"source"_s, source.trimmed()},
            {u"sync"_s, sync.word},
            {u"syncTone"_s, number(sync.tone)},
            {u"health"_s, health.word},
            {u"healthTone"_s, number(health.tone)},
            {u"operation"_s, operation.word},
            {u"operationTone"_s, number(operation.tone)},
            {u"message"_s, plainLine(m_application.operation.message)},
            {u"revision"_s, shortRevision(m_application.revisions)},
            {u"autoSync"_s, m_application.isAutomated},
            {u"autoSyncWord"_s,
             m_application.isAutomated ? Text::tr("on")
                 : isPaused            ? Text::tr("paused")
                                       : Text::tr("off")},
            {u"paused"_s, isPaused},
            {u"busy"_s, m_application.isBusy()}};
}

} // namespace sentinel::console
