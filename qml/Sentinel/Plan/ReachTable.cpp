// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/Sentinel/Plan/ReachTable.h"

#include <QCoreApplication>
#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace sentinel::console {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

QString homeOf(const policy::Network &network)
{
    QHash<QString, int> workloads;
    QString home;
    for (const policy::Endpoint &end : network.endpoints) {
        if (end.kind == policy::Endpoint::Kind::Workload && ++workloads[end.nameSpace] > workloads.value(home)) {
            home = end.nameSpace;
        }
    }
    return home;
}

/// What stays while answers change: names of Jobs carry what they were made of.
QString identityOf(const policy::Endpoint &end)
{
    const QString component = end.labels.value(u"app.kubernetes.io/component"_s);
    return component.isEmpty() ? end.title : end.nameSpace + u'/' + component;
}

QString spoken(const policy::PortSet &ports)
{
    return ports.isAll() ? Text::tr("every port") : ports.toString();
}

} // namespace

ReachTable::ReachTable(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void ReachTable::adopt(std::shared_ptr<const CheckedBundle> checked, const CheckedEnvironment *environment)
{
    m_checked = std::move(checked);
    m_environment = environment;
    m_differences.clear();
    if (m_environment) {
        m_home = homeOf(m_environment->report.network);
        for (const Finding &finding : m_environment->report.findings) {
            if (finding.rule.startsWith("network.flow-"_L1)) {
                m_differences[finding.object].append(&finding);
            }
        }
    }
}

bool ReachTable::setEnvironment(std::shared_ptr<const CheckedBundle> checked, const CheckedEnvironment *environment)
{
    const CheckedEnvironment *shown = environment && environment->report.reach ? environment : nullptr;
    if (shown && m_environment
        && std::ranges::equal(shown->report.network.endpoints, m_environment->report.network.endpoints, {}, identityOf,
                              identityOf)) {
        adopt(std::move(checked), shown);
        if (!m_rows.isEmpty() && !m_columns.isEmpty()) {
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        }
        return false;
    }
    beginResetModel();
    adopt(std::move(checked), shown);
    m_rows.resize(shown ? shown->report.reach->size() : 0);
    std::iota(m_rows.begin(), m_rows.end(), 0);
    m_columns = m_rows;
    endResetModel();
    return true;
}

bool ReachTable::setEnds(const QList<int> &rows, const QList<int> &columns)
{
    if (rows == m_rows && columns == m_columns) {
        return false;
    }
    beginResetModel();
    m_rows = rows;
    m_columns = columns;
    endResetModel();
    return true;
}

ReachTable::State ReachTable::stateBetween(int from, int to) const
{
    const policy::Reach &reach = m_environment->report.reach->between(from, to);
    const bool isOurs = end(from).kind == policy::Endpoint::Kind::Workload || end(to).kind == policy::Endpoint::Kind::Workload;
    return !isOurs ? Unsaid : !reach.open.isEmpty() ? Open : reach.isClosed() ? Closed : Perhaps;
}

QList<const Finding *> ReachTable::findingsBetween(int from, int to) const
{
    return m_differences.isEmpty() ? QList<const Finding *>() : m_differences.value(end(from).title + u" → "_s + end(to).title);
}

QString ReachTable::titleOf(int at) const
{
    const policy::Endpoint &endpoint = end(at);
    return endpoint.kind == policy::Endpoint::Kind::Outside ? Text::tr("outside, as %1").arg(endpoint.title) : endpoint.title;
}

QString ReachTable::shortTitleOf(int at) const
{
    const QString title = titleOf(at);
    // "sentinel-prod/backend" is "backend", "sentinel-prod-host/collector" is "host/collector".
    const bool isHome = !m_home.isEmpty() && title.startsWith(m_home) && title.size() > m_home.size() + 1;
    const QChar next = isHome ? title[m_home.size()] : QChar();
    return next == u'/' || next == u'-' ? title.sliced(m_home.size() + 1) : title;
}

QString ReachTable::sentence(int from, int to) const
{
    const policy::Reach &reach = m_environment->report.reach->between(from, to);
    const QString source = titleOf(from);
    const QString destination = from == to ? Text::tr("another pod of %1").arg(source) : titleOf(to);
    switch (stateBetween(from, to)) {
    case Unsaid:
        return Text::tr("%1 and %2: neither is of Sentinel, so nothing is said of them.").arg(source, destination);
    case Closed:
        return Text::tr("%1 does not reach %2.").arg(source, destination);
    case Perhaps:
        return Text::tr("%1 may reach %2 on %3: network plug-ins do not agree about it.")
            .arg(source, destination, spoken(reach.perhaps));
    case Open:
        return Text::tr("%1 reaches %2 on %3.").arg(source, destination, spoken(reach.open));
    }
    return {};
}

int ReachTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ReachTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QVariant ReachTable::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const int from = m_rows[index.row()];
    const int to = m_columns[index.column()];
    switch (role) {
    case StateRole:
        return stateBetween(from, to);
    case DifferentRole:
        return !findingsBetween(from, to).isEmpty();
    case NameRole:
        return sentence(from, to);
    default:
        return {};
    }
}

QHash<int, QByteArray> ReachTable::roleNames() const
{
    return {{StateRole, "reach"}, {DifferentRole, "different"}, {NameRole, "name"}};
}

} // namespace sentinel::console
