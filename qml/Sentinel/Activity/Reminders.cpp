// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/Sentinel/Activity/Reminders.h"

#include "qml/Sentinel/Activity/ActivityRows.h"

#include <QCoreApplication>
#include <QFile>

using namespace Qt::StringLiterals;

namespace sentinel::console {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

constexpr std::chrono::milliseconds kTogether{250}; // a rollback writes many records in a moment
constexpr qsizetype kMostNamed = 2; // in one line; the sheet has them all

} // namespace

Reminders::Reminders(QObject *parent)
    : QObject(parent)
    , m_pauses(new RowsModel({"id", "application", "cluster", "server", "title", "detail", "blockedReason"}, this))
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(kTogether);
    connect(&m_soon, &QTimer::timeout, this, &Reminders::refresh);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, &m_soon, qOverload<>(&QTimer::start));
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, &m_soon, qOverload<>(&QTimer::start));
}

void Reminders::setPlace(const QVariantMap &place)
{
    if (place == m_place) {
        return;
    }
    if (place.value(u"stateFolder"_s) != m_place.value(u"stateFolder"_s)) {
        m_journal.reset();
        if (const QStringList watched = m_watcher.files() + m_watcher.directories(); !watched.isEmpty()) {
            m_watcher.removePaths(watched);
        }
    }
    m_place = place;
    refresh();
}

void Reminders::refresh()
{
    const QString folder = m_place.value(u"stateFolder"_s).toString();
    if (!folder.isEmpty() && m_watcher.directories().isEmpty() && QFile::exists(folder)) {
        m_watcher.addPath(folder); // the journal comes with the first record
    }
    const QString file = folder + u"/journal.jsonl"_s; // not made by looking for it
    if (!m_journal && !folder.isEmpty() && QFile::exists(file)) {
        const auto journal = journal::Journal::open(folder);
        if (journal) { // where it cannot be read, Activity says so
            m_journal = *journal;
            m_watcher.addPath(m_journal->file());
        }
    }
    const auto operations = m_journal ? m_journal->operations() : Result<QList<journal::Operation>>();
    const QDateTime since = m_place.value(u"rehearsalSince"_s).toDateTime();
    QList<RowsModel::Row> rows;
    for (const journal::Operation &operation : operations.value_or(QList<journal::Operation>())) {
        if (!isReminder(operation) || isGone(operation, since)) {
            continue;
        }
        const journal::Scope &scope = operation.scope;
        rows.append({{u"id"_s, operation.id},
                     {u"application"_s, scope.environment},
                     {u"cluster"_s, scope.context},
                     {u"server"_s, scope.cluster},
                     {u"title"_s, placeText(scope)},
                     {u"detail"_s,
                      Text::tr("Paused by a rollback on %1, by %2").arg(momentText(operation.began), plainLine(operation.who))},
                     {u"blockedReason"_s, blockedReason(scope)}});
    }
    m_pauses->setRows(rows);
    Q_EMIT changed();
}

QString Reminders::blockedReason(const journal::Scope &scope) const
{
    const bool isRehearsal = m_place.value(u"rehearsal"_s).toBool();
    const QString context = isRehearsal ? u"rehearsal"_s : m_place.value(u"context"_s).toString();
    // Of a kubeconfig's own choice nobody knows the name here; the cluster is asked who it is then.
    const bool other = isRehearsal != (scope.context == u"rehearsal") || (!context.isEmpty() && context != scope.context);
    return !m_place.value(u"usable"_s).toBool() ? Text::tr("No cluster is connected.")
        : other ? Text::tr("It is on %1: choose that cluster first.").arg(plainLine(scope.context))
        : m_place.value(u"protection"_s).toString() == u"read-only" ? Text::tr("This cluster is for looking only.")
                                                                    : QString();
}

QVariantList Reminders::resumable(const QStringList &ids) const
{
    QVariantList list;
    for (const RowsModel::Row &row : m_pauses->rows()) {
        const bool wanted = ids.isEmpty() || ids.contains(row.value(u"id"_s).toString());
        if (wanted && row.value(u"blockedReason"_s).toString().isEmpty()) {
            list.append(row);
        }
    }
    return list;
}

QString Reminders::headline() const
{
    return m_pauses->count() == 0 ? QString() : Text::tr("Auto-sync of %n Application(s) is paused", nullptr, m_pauses->count());
}

QString Reminders::sentence() const
{
    QStringList names;
    for (const RowsModel::Row &row : m_pauses->rows().first(std::min<qsizetype>(kMostNamed, m_pauses->count()))) {
        names.append(row.value(u"title"_s).toString());
    }
    const qsizetype more = m_pauses->count() - names.size();
    return names.isEmpty() ? QString()
        : more > 0 ? Text::tr("%1 and %n more: what Git says is not brought there.", nullptr, int(more)).arg(names.join(u", "_s))
                   : Text::tr("%1: what Git says is not brought there.").arg(names.join(u", "_s));
}

} // namespace sentinel::console
