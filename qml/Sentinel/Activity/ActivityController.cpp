// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/Sentinel/Activity/ActivityController.h"

#include "core/journal/RunRecord.h"
#include "qml/Sentinel/Activity/ActivityRows.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sentinel::console {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

constexpr std::chrono::milliseconds kTogether{250}; // a deploy writes many records in a moment

} // namespace

ActivityController::ActivityController(QObject *parent)
    : QObject(parent)
    , m_operations(new RowsModel({"id", "kind", "place", "who", "when", "tone", "word", "duration", "sentence", "resumable",
                                  "operation", "gone", "underWay"},
                                 this))
    , m_steps(new RowsModel({"id", "title", "detail", "tone", "time"}, this))
    , m_records(new RowsModel({"id", "time", "type", "sentence"}, this))
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(kTogether);
    connect(&m_soon, &QTimer::timeout, this, &ActivityController::refresh);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, &m_soon, qOverload<>(&QTimer::start));
}

void ActivityController::setFolder(const QString &folder)
{
    if (folder != m_folder) {
        m_folder = folder;
        m_journal.reset();
        refresh();
    }
}

void ActivityController::setRehearsalSince(const QDateTime &moment)
{
    if (moment != m_rehearsalSince) {
        m_rehearsalSince = moment;
        refresh();
    }
}

void ActivityController::refresh()
{
    m_trouble = {};
    if (m_folder.isEmpty()) {
        return;
    }
    if (!m_journal) {
        const auto journal = journal::Journal::open(m_folder);
        if (!journal) {
            m_trouble = Trouble::of(journal.error());
            Q_EMIT changed();
            return;
        }
        m_journal = *journal;
        m_watcher.addPath(m_journal->file());
    }
    readOperations();
    readDetail();
    readChain();
    Q_EMIT changed();
}

void ActivityController::readOperations()
{
    const auto operations = m_journal->operations();
    if (!operations) {
        m_trouble = Trouble::of(operations.error());
        return;
    }
    QList<RowsModel::Row> rows;
    for (const journal::Operation &operation : *operations) {
        const bool unended = operation.state == journal::Operation::State::Running;
        const bool gone = isGone(operation, m_rehearsalSince);
        const auto work = unended && !gone && !m_journal->claim(operation.scope) ? Work::UnderWay
            : gone                                                               ? Work::Gone
                                                                                 : Work::Nobody;
        rows.append(operationRow(operation, work));
    }
    m_operations->setRows(rows);
    if (m_operations->find(m_selected).isEmpty()) {
        m_selected = rows.isEmpty() ? QString() : rows.first().value(u"id"_s).toString();
    }
}

void ActivityController::readDetail()
{
    const auto records = m_selected.isEmpty() ? Result<QList<journal::Record>>() : m_journal->records(m_selected);
    if (!records) {
        m_trouble = Trouble::of(records.error());
        return;
    }
    const auto run = journal::recreateRun(*records);
    m_steps->setRows(run ? stepRows(run->steps()) : QList<RowsModel::Row>());
    m_records->setRows(recordRows(*records));
    const auto operations = m_journal->operations().value_or(QList<journal::Operation>());
    const auto chosen = std::ranges::find(operations, m_selected, &journal::Operation::id);
    m_rollBack = chosen == operations.cend() || records->isEmpty() ? QVariantMap() : rollBackOf(*chosen, records->first().facts);
}

void ActivityController::readChain()
{
    const auto verified = m_journal->verify();
    if (!verified) {
        m_chainText = Trouble::of(verified.error()).text();
        m_chainTone = number(Tone::Unknown);
    } else if (verified->isWhole() && !verified->findings.isEmpty()) {
        // It is whole again, and something was taken out for that: a crash, or somebody's hand.
        m_chainText = plainLine(verified->findings.last().sentence);
        m_chainTone = number(Tone::Warning);
    } else if (verified->isWhole()) {
        m_chainText = Text::tr("Every one of %n record(s) follows the one before it; nothing was changed or left out.", nullptr,
                               int(verified->records));
        m_chainTone = number(Tone::Ok);
    } else {
        const auto broken = std::ranges::find(verified->findings, Severity::Error, &Finding::severity);
        m_chainText = Text::tr("After record %1 the journal is not as it was written: %2")
                          .arg(verified->records)
                          .arg(plainLine(broken->sentence));
        m_chainTone = number(Tone::Error);
    }
}

void ActivityController::setSelected(const QString &id)
{
    if (id != m_selected && m_journal) {
        m_selected = id;
        readDetail();
        Q_EMIT changed();
    }
}

QVariantMap ActivityController::detail() const
{
    return m_operations->find(m_selected);
}

QString ActivityController::rollBackReason() const
{
    const RowsModel::Row row = detail();
    return m_rollBack.isEmpty()             ? Text::tr("Choose a deploy or a sync first.")
        : row.value(u"gone"_s).toBool()     ? Text::tr("It was in a rehearsal that has ended.")
        : row.value(u"underWay"_s).toBool() ? Text::tr("It is under way; stop it or wait until it is over.")
                                            : QString();
}

QString ActivityController::headline() const
{
    const auto &rows = m_operations->rows();
    const auto open = std::ranges::count_if(rows, [](const RowsModel::Row &row) { return row.value(u"resumable"_s).toBool(); });
    if (rows.isEmpty()) {
        return Text::tr("Nothing was done to a cluster from here yet");
    }
    if (open > 0) {
        return Text::tr("%n operation(s) did not end and can go on", nullptr, int(open));
    }
    return Text::tr("%1 %2: %3")
        .arg(rows.first().value(u"kind"_s).toString(), rows.first().value(u"place"_s).toString(),
             rows.first().value(u"word"_s).toString());
}

} // namespace sentinel::console
