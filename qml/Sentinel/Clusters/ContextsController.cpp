// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/Sentinel/Clusters/ContextsController.h"

#include "core/base/OperationRun.h"
#include "core/kube/access/Kubeconfig.h"

#include <QCoreApplication>
#include <QDir>

using namespace Qt::StringLiterals;

namespace sentinel::console {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

/// The context's own name, or with its file where another cluster has it.
QString freeName(const kube::KnownClusters &clusters, const QString &context, const QString &file)
{
    if (!clusters.find(context)) {
        return context;
    }
    const QString with = u"%1 (%2)"_s.arg(context, QFileInfo(file).fileName());
    QString name = with;
    for (int more = 2; clusters.find(name); ++more) {
        name = u"%1 %2"_s.arg(with).arg(more);
    }
    return name;
}

QString absolute(const QString &file)
{
    const QString typed = file.trimmed();
    const QString path = typed.startsWith(u"~/") ? QDir::homePath() + typed.mid(1) : typed;
    return path.isEmpty() ? QString() : QFileInfo(path).absoluteFilePath();
}

} // namespace

ContextsController::ContextsController(QObject *parent)
    : QObject(parent)
    , m_rows(new RowsModel({"id", "title", "server", "problem", "known", "picked", "protection"}, this))
{
}

void ContextsController::setFile(const QString &file)
{
    m_file = file;
    m_picked.clear();
    read();
}

QString ContextsController::place() const
{
    return absolute(m_file);
}

void ContextsController::read()
{
    m_contexts.clear();
    m_files.clear();
    m_trouble = {};
    const auto known = m_folder.isEmpty() ? Result<kube::KnownClusters>() : kube::KnownClustersFile(m_folder).read();
    const auto config = kube::Kubeconfig::read(place());
    if (!config) {
        m_trouble = Trouble::of(config.error());
    } else {
        m_files = config->files();
        for (const QString &name : config->contexts()) {
            const auto access = config->access(name);
            const kube::KnownCluster *same = known ? known->find(place(), name) : nullptr;
            m_contexts.append({.name = name,
                               .server = access ? plainLine(access->host()) : QString(),
                               .problem = access ? QString() : plainLine(Trouble::of(access.error()).explanation),
                               .knownAs = same ? same->name : QString()});
        }
    }
    if (!known) {
        m_trouble = Trouble::of(known.error());
    }
    m_picked.removeIf([this](const QString &name) {
        return std::ranges::none_of(m_contexts, [&name](const Context &context) { return context.name == name; });
    });
    // One context, nothing to choose from.
    if (m_contexts.size() == 1 && m_contexts.first().knownAs.isEmpty()) {
        m_picked.insert(m_contexts.first().name);
    }
    show();
}

void ContextsController::show()
{
    QList<RowsModel::Row> rows;
    for (const Context &context : std::as_const(m_contexts)) {
        const QString protection = protectionWord(kube::suggestedProtection(context.name));
        rows.append({{u"id"_s, context.name},
                     {u"title"_s, plainLine(context.name)},
                     {u"server"_s, context.server},
                     {u"problem"_s, context.problem},
                     {u"known"_s, plainLine(context.knownAs)},
                     {u"picked"_s, m_picked.contains(context.name)},
                     {u"protection"_s, protection}});
    }
    m_rows->setRows(rows);
    Q_EMIT changed();
}

void ContextsController::pick(const QString &context, bool picked)
{
    if (picked) {
        m_picked.insert(context);
    } else {
        m_picked.remove(context);
    }
    show();
}

void ContextsController::add()
{
    QString first;
    const auto written = kube::KnownClustersFile(m_folder).change([this, &first](kube::KnownClusters &clusters) -> Result<void> {
        for (const Context &context : std::as_const(m_contexts)) {
            if (!m_picked.contains(context.name) || clusters.find(place(), context.name)) {
                continue;
            }
            const QString name = freeName(clusters, context.name, m_files.value(0));
            const auto added = clusters.add({.name = name,
                                             .kubeconfig = place(),
                                             .context = context.name,
                                             .protection = kube::suggestedProtection(context.name)});
            if (!added) {
                return added;
            }
            first = first.isEmpty() ? name : first;
        }
        return {};
    });
    if (!written) {
        m_trouble = Trouble::of(written.error());
        Q_EMIT changed();
        return;
    }
    m_picked.clear();
    read();
    Q_EMIT added(first);
}

QString ContextsController::files() const
{
    QStringList shown;
    for (const QString &file : m_files) {
        shown.append(fileWords(file));
    }
    return shown.join(u", ");
}

QString ContextsController::addText() const
{
    return m_picked.isEmpty() ? Text::tr("Add") : Text::tr("Add %n cluster(s)", nullptr, pickedCount());
}

QString ContextsController::blockedReason() const
{
    return m_trouble.isPresent() ? m_trouble.title : m_picked.isEmpty() ? Text::tr("Pick a context first.") : QString();
}

} // namespace sentinel::console
