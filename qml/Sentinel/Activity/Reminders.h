// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/journal/Journal.h"
#include "qml/Sentinel/Activity/RowTypes.h"

#include <QDateTime>
#include <QFileSystemWatcher>
#include <QTimer>
#include <QVariantMap>

namespace sentinel::console {

/// What must not be forgotten, from the journal: Applications whose auto-sync a rollback paused, on every cluster. Follows the
/// journal; other programs write it too.
class Reminders : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QVariantMap place READ place WRITE setPlace NOTIFY changed FINAL) ///< as pages are given it
    /// id, application ("argocd/shop"), cluster, server, title, detail, blockedReason ("": the cluster in use is its own)
    Q_PROPERTY(sentinel::console::RowsModel *pauses READ pauses CONSTANT FINAL)
    Q_PROPERTY(QString headline READ headline NOTIFY changed FINAL)
    Q_PROPERTY(QString sentence READ sentence NOTIFY changed FINAL) ///< which, where, since when
public:
    explicit Reminders(QObject *parent = nullptr);

    Q_INVOKABLE void refresh();
    /// Those that can be turned on again from here, as {application, cluster, server}; `ids` empty: all of them.
    Q_INVOKABLE [[nodiscard]] QVariantList resumable(const QStringList &ids = {}) const;

    [[nodiscard]] QVariantMap place() const { return m_place; }
    void setPlace(const QVariantMap &place);
    [[nodiscard]] RowsModel *pauses() { return m_pauses; }
    [[nodiscard]] QString headline() const;
    [[nodiscard]] QString sentence() const;

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] QString blockedReason(const journal::Scope &scope) const;

    QVariantMap m_place;
    std::shared_ptr<journal::Journal> m_journal;
    QFileSystemWatcher m_watcher;
    QTimer m_soon;
    RowsModel *m_pauses;
};

} // namespace sentinel::console
