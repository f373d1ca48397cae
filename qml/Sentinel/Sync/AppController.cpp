// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/Sentinel/Sync/AppController.h"

#include "core/base/SafeText.h"
#include "core/gitops/AutoSync.h"
#include "core/gitops/Git.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sentinel::console {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

constexpr std::chrono::milliseconds kAfterChange{700};

/// The Application's namespace, and that of its Argo CD where it is another one.
QString homeText(const kube::Object &object, const QString &ns)
{
    const QString home = object[u"status"][u"controllerNamespace"].toString();
    return home.isEmpty() || home == ns ? plainLine(ns) : Text::tr("%1 (Argo CD in %2)").arg(plainLine(ns), plainLine(home));
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
    if (link == m_link) {
        return;
    }
    if (m_link) {
        m_link->disconnect(this);
    }
    m_link = link;
    if (link) {
        connect(link, &SyncLink::reconnected, this, &AppController::follow);
        connect(link, &SyncLink::rightsChanged, this, &AppController::changed);
        connect(link, &SyncLink::changed, this, &AppController::changed);
    }
    Q_EMIT wired();
    follow();
}

bool AppController::isHere() const
{
    const QString cluster = m_chosen.value(u"cluster"_s).toString();
    return m_link && m_link->isReady() && !m_chosen.isEmpty() && (cluster.isEmpty() || cluster == m_link->key());
}

kube::ObjectName AppController::name() const
{
    return {.ns = m_chosen.value(u"ns"_s).toString(), .name = m_chosen.value(u"name"_s).toString()};
}

void AppController::setApplication(const QVariantMap &application)
{
    if (application != m_chosen) {
        m_chosen = application;
        follow();
    }
}

void AppController::follow()
{
    m_watching.cancel();
    m_watching = {};
    m_view.cancel();
    m_view = {};
    m_looking = false;
    m_hookWaves.clear();
    m_wavesOf.clear();
    m_serverRestsUntil = {};
    m_told = {};
    m_tree = {};
    m_object = {};
    m_application = {};
    m_gone = false;
    m_resources.clear();
    m_conditions->setRows({});
    m_rows->setRows({});
    m_note.clear();
    m_trouble = {};
    if (isHere()) {
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
        readTimeline();
    } else if (isFirst || (m_tab == u"history" && isNewHistory)) {
        this->read();
    }
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
            {u"place"_s,
             Text::tr("%1, %2, project %3", "cluster, namespace, project")
                 .arg(plainLine(m_link->name()), homeText(m_object, m_application.ns), plainLine(m_application.project))},
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
            {u"busy"_s, m_application.isBusy()},
            {u"guarded"_s, m_link->place().protection >= ProtectionLevel::TypedName},
            {u"cluster"_s, plainLine(m_link->name())}};
}

} // namespace sentinel::console
