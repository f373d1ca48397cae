// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/Sentinel/Workloads/KindsController.h"

#include "core/base/OperationRun.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sentinel::console {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

constexpr Duration kNamespacePace = std::chrono::milliseconds(500); // they come seldom, and nobody waits for one

} // namespace

KindsController::KindsController(QObject *parent)
    : QObject(parent)
    , m_rows(new RowsModel(kindRoles(), this))
{
}

KindsController::~KindsController() = default;

void KindsController::setLink(WorkloadsLink *link)
{
    m_link = link;
    connect(link, &WorkloadsLink::reconnected, this, &KindsController::follow);
    Q_EMIT wired();
    follow();
}

void KindsController::setActive(bool active)
{
    if (active != m_active) {
        m_active = active;
        watchNamespaces();
        Q_EMIT wired();
    }
}

void KindsController::follow()
{
    m_ns.clear();
    m_feed.reset(); // of the cluster before
    watchNamespaces();
    show();
    Q_EMIT reconnected();
}

void KindsController::watchNamespaces()
{
    if (!m_active && m_feed) {
        return; // a few objects; they are watched on
    }
    m_feed.reset();
    m_problem.clear();
    const auto type = m_link && m_link->isReady() ? m_link->typeOf({}, u"Namespace"_s) : std::nullopt;
    if (type) {
        m_feed = std::make_unique<kube::ObjectFeed>(m_link->services().api, *type, kube::ListOptions{}, m_link->services().clock,
                                                    kube::FeedOptions{.pace = kNamespacePace});
        connect(m_feed.get(), &kube::ObjectFeed::flushed, this, &KindsController::showNamespaces);
        connect(m_feed.get(), &kube::ObjectFeed::stateChanged, this, [this] {
            const auto &error = m_feed->state().error;
            m_problem = error ? Trouble::of(*error).explanation : QString();
            Q_EMIT changed();
        });
        m_feed->start();
    }
    showNamespaces();
}

void KindsController::showNamespaces()
{
    QStringList names;
    if (m_feed) {
        const kube::ObjectStore &store = m_feed->store();
        for (kube::RowId row = 0; row < store.end(); ++row) {
            if (store.contains(row)) {
                names.append(store.name(row).name);
            }
        }
        names.sort();
    }
    m_namespaces = {QVariantMap{{u"value"_s, QString()}, {u"label"_s, Text::tr("All namespaces")}, {u"help"_s, QString()}}};
    for (const QString &name : std::as_const(names)) {
        m_namespaces.append(QVariantMap{{u"value"_s, name}, {u"label"_s, plainLine(name)}, {u"help"_s, QString()}});
    }
    if (!m_ns.isEmpty() && !names.contains(m_ns)) { // typed, or gone meanwhile: it stays what is shown
        m_namespaces.append(QVariantMap{{u"value"_s, m_ns}, {u"label"_s, plainLine(m_ns)}, {u"help"_s, QString()}});
    }
    Q_EMIT changed();
}

void KindsController::show()
{
    m_rows->setRows(m_link && m_link->isReady() ? kindRows(m_link->types(), m_open) : QList<RowsModel::Row>());
    Q_EMIT changed();
}

void KindsController::retranslate()
{
    show();
    showNamespaces();
}

void KindsController::toggle(const QString &group)
{
    if (!m_open.remove(group)) {
        m_open.insert(group);
    }
    show();
}

void KindsController::setKind(const QString &id)
{
    if (m_rows->find(id).value(u"expandable"_s).toBool()) {
        toggle(id);
    } else if (id != m_kind) {
        m_kind = id;
        m_open.insert(id.section(u'/', 0, -2)); // what is shown can be seen among the kinds
        show();
    }
}

void KindsController::setNs(const QString &ns)
{
    if (ns.trimmed() != m_ns) {
        m_ns = ns.trimmed();
        showNamespaces();
    }
}

std::optional<kube::ResourceType> KindsController::type() const
{
    return m_link && m_link->isReady() ? m_link->typeOf(m_kind.section(u'/', 0, -2), m_kind.section(u'/', -1)) : std::nullopt;
}

QString KindsController::title() const
{
    const auto served = type();
    return served ? kindTitle(*served) : QString();
}

bool KindsController::isNamespaced() const
{
    const auto served = type();
    return !served || served->namespaced;
}

} // namespace sentinel::console
