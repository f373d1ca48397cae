// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/Sentinel/Plan/ReachController.h"

#include "qml/Sentinel/Plan/PlanWords.h"
#include "qml/Sentinel/Plan/ReachCause.h"
#include "qml/Sentinel/Rows/ShellWord.h"
#include "qml/Sentinel/Rows/Tone.h"

#include <QCoreApplication>
#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace sentinel::console {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

} // namespace

ReachController::ReachController(QObject *parent)
    : QObject(parent)
    , m_table(new ReachTable(this))
    , m_sources(new RowsModel({"id", "title", "name", "kind"}, this))
    , m_destinations(new RowsModel({"id", "title", "name", "kind"}, this))
{
}

void ReachController::setFindings(FindingsController *findings)
{
    if (findings == m_findings) {
        return;
    }
    if (m_findings) {
        disconnect(m_findings, nullptr, this, nullptr);
    }
    m_findings = findings;
    if (m_findings) {
        connect(m_findings, &FindingsController::checked, this, &ReachController::refresh);
        connect(m_findings, &FindingsController::changed, this, &ReachController::changed);
        refresh();
    }
    Q_EMIT findingsChanged();
}

void ReachController::setEnvironment(const QString &environment)
{
    if (environment != m_environment) {
        m_environment = environment;
        refresh();
    }
}

void ReachController::setFilter(const QString &filter)
{
    if (filter != m_filter) {
        m_filter = filter;
        narrow();
    }
}

void ReachController::setDifferencesOnly(bool only)
{
    if (only != m_differencesOnly) {
        m_differencesOnly = only;
        narrow();
    }
}

void ReachController::refresh()
{
    const auto checked = m_findings ? m_findings->checkedBundle() : nullptr;
    const bool others = m_table->setEnvironment(checked, checked ? checked->find(m_environment) : nullptr);
    m_differencesOnly = m_differencesOnly && differences() > 0;
    narrow(others ? Ends::Others : Ends::AsBefore);
}

/// Whether somebody who narrows the matrix asks for this way.
bool ReachController::isShown(int from, int to) const
{
    if (m_differencesOnly) {
        if (m_table->findingsBetween(from, to).isEmpty()) {
            return false;
        }
    }
    if (m_filter.trimmed().isEmpty()) {
        return true;
    }
    const auto isNamed = [this](int end) { return m_table->titleOf(end).contains(m_filter.trimmed(), Qt::CaseInsensitive); };
    if (!isNamed(from) && !isNamed(to)) {
        return false;
    }
    // The named end itself, and whom it has to do with.
    return from == to || m_differencesOnly || m_table->stateBetween(from, to) >= ReachTable::Perhaps;
}

void ReachController::narrow(Ends ends)
{
    QList<int> rows;
    QList<int> columns;
    const int size = m_table->environment() ? m_table->environment()->report.reach->size() : 0;
    for (int end = 0; end < size; ++end) {
        bool asSource = false;
        bool asDestination = false;
        for (int other = 0; other < size && !(asSource && asDestination); ++other) {
            asSource = asSource || isShown(end, other);
            asDestination = asDestination || isShown(other, end);
        }
        if (asSource) {
            rows.append(end);
        }
        if (asDestination) {
            columns.append(end);
        }
    }
    const bool others = m_table->setEnds(rows, columns) || ends == Ends::Others;
    m_sources->setRows(heads(rows));
    m_destinations->setRows(heads(columns));
    m_start = startOf();
    // Who looks at a connection sees it again after the next check.
    look(others ? -1 : m_looked.y(), others ? -1 : m_looked.x());
    Q_EMIT changed();
    if (others) {
        Q_EMIT narrowed();
    }
}

QPoint ReachController::startOf() const
{
    std::optional<QPoint> open;
    for (int row = 0; row < m_table->rowCount(); ++row) {
        for (int column = 0; column < m_table->columnCount(); ++column) {
            const int from = m_table->from(row);
            const int to = m_table->to(column);
            if (!m_table->findingsBetween(from, to).isEmpty()) {
                return {column, row};
            }
            if (!open && m_table->stateBetween(from, to) == ReachTable::Open) {
                open = QPoint(column, row);
            }
        }
    }
    return open.value_or(QPoint());
}

QList<RowsModel::Row> ReachController::heads(const QList<int> &ends) const
{
    QList<RowsModel::Row> rows;
    for (const int end : ends) {
        const policy::Endpoint &each = m_table->environment()->report.network.endpoints[end];
        rows.append({{u"id"_s, end},
                     {u"title"_s, m_table->shortTitleOf(end)},
                     {u"name"_s, m_table->titleOf(end)},
                     {u"kind"_s, static_cast<int>(each.kind)}});
    }
    return rows;
}

void ReachController::look(int row, int column)
{
    m_looked = {column, row};
    const int from = m_table->from(row);
    const int to = m_table->to(column);
    m_way.clear();
    if (from >= 0 && to >= 0) {
        const policy::Network &network = m_table->environment()->report.network;
        const ReachTable::State state = m_table->stateBetween(from, to);
        const QList<const Finding *> findings = m_table->findingsBetween(from, to);
        const Finding *worst = findings.isEmpty() ? nullptr : findings.first(); // errors come first in a report
        const Tone tone = worst            ? toneOf(worst->severity)
            : state == ReachTable::Open    ? Tone::Ok
            : state == ReachTable::Perhaps ? Tone::Warning
                                           : Tone::Neutral;
        QVariantList problems;
        QString key;
        for (const Finding *finding : findings) {
            problems.append(QVariantMap{{u"status"_s, number(toneOf(finding->severity))},
                                        {u"sentence"_s, finding->sentence},
                                        {u"remedy"_s, finding->remedy}});
            key = key.isEmpty() && plan::Catalogue::shipped().find(finding->answer) ? finding->answer : key;
        }
        m_way = {{u"sentence"_s, m_table->sentence(from, to)},
                 {u"cause"_s, state == ReachTable::Unsaid ? QString() : causeSentence(reachCause(network, from, to))},
                 {u"problems"_s, problems},
                 {u"key"_s, key},
                 {u"status"_s, number(tone)}};
    }
    Q_EMIT looked();
}

QString ReachController::headline() const
{
    if (!m_table->environment()) {
        return m_findings ? m_findings->headline() : QString();
    }
    const Language language = m_findings->review()->plan()->language();
    if (differences() > 0) {
        return counted(differences(), Text::tr("1 connection in %2 is not as wanted"),
                       Text::tr("%1 connections in %2 are not as wanted"), language)
            .arg(m_environment);
    }
    const auto open = std::ranges::count(m_table->environment()->report.findings, u"network.unprotected-pod"_s, &Finding::rule);
    return open > 0 ? counted(open, Text::tr("1 workload in %2 is held by no policy"),
                              Text::tr("%1 workloads in %2 are held by no policy"), language)
                          .arg(m_environment)
                    : Text::tr("All connections in %1 are as wanted").arg(m_environment);
}

QString ReachController::command() const
{
    const ReviewController *review = m_findings ? m_findings->review() : nullptr;
    return review ? u"sentinelctl bundle check %1 --matrix --environment %2"_s.arg(shellWord(review->targetFolder()),
                                                                                   shellWord(m_environment))
                  : QString();
}

} // namespace sentinel::console
