// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/journal/Journal.h"
#include "qml/Sentinel/Activity/RowTypes.h"

#include <QFileSystemWatcher>
#include <QTimer>

namespace sentinel::console {

/// What was done to clusters from this machine, as the journal tells it, and whether the journal itself is whole.
class ActivityController : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString folder READ folder WRITE setFolder NOTIFY changed FINAL) ///< of the journal
    Q_PROPERTY(QDateTime rehearsalSince READ rehearsalSince WRITE setRehearsalSince NOTIFY changed FINAL) ///< invalid: none runs
    Q_PROPERTY(QString headline READ headline NOTIFY changed FINAL)
    Q_PROPERTY(QString chainText READ chainText NOTIFY changed FINAL) ///< whether every record follows the one before
    Q_PROPERTY(int chainTone READ chainTone NOTIFY changed FINAL)
    Q_PROPERTY(QString file READ file NOTIFY changed FINAL)
    Q_PROPERTY(QString selected READ selected WRITE setSelected NOTIFY changed FINAL) ///< id of the operation shown from near
    Q_PROPERTY(QVariantMap detail READ detail NOTIFY changed FINAL) ///< {title, tone, word, sentence, who, when, place, id}
    Q_PROPERTY(QVariantMap rollBack READ rollBack NOTIFY changed FINAL) ///< of it, for the rollback sheet; empty: nothing to
    Q_PROPERTY(QString rollBackReason READ rollBackReason NOTIFY changed FINAL) ///< why not; empty: it can be asked for
    Q_PROPERTY(sentinel::console::RowsModel *operations MEMBER m_operations CONSTANT FINAL)
    Q_PROPERTY(sentinel::console::RowsModel *steps MEMBER m_steps CONSTANT FINAL)
    Q_PROPERTY(sentinel::console::RowsModel *records MEMBER m_records CONSTANT FINAL)
    Q_PROPERTY(sentinel::console::Trouble trouble READ trouble NOTIFY changed FINAL)
public:
    explicit ActivityController(QObject *parent = nullptr);

    Q_INVOKABLE void refresh();

    [[nodiscard]] QString folder() const { return m_folder; }
    void setFolder(const QString &folder);
    [[nodiscard]] QDateTime rehearsalSince() const { return m_rehearsalSince; }
    void setRehearsalSince(const QDateTime &moment);
    [[nodiscard]] QString headline() const;
    [[nodiscard]] QString chainText() const { return m_chainText; }
    [[nodiscard]] int chainTone() const { return m_chainTone; }
    [[nodiscard]] QString file() const { return m_journal ? m_journal->file() : QString(); }
    [[nodiscard]] QString selected() const { return m_selected; }
    void setSelected(const QString &id);
    [[nodiscard]] QVariantMap detail() const;
    [[nodiscard]] QVariantMap rollBack() const { return m_rollBack; }
    [[nodiscard]] QString rollBackReason() const;
    [[nodiscard]] const Trouble &trouble() const { return m_trouble; }

Q_SIGNALS:
    void changed();

private:
    void readOperations();
    void readDetail();
    void readChain();

    QString m_folder;
    QDateTime m_rehearsalSince;
    std::shared_ptr<journal::Journal> m_journal;
    QString m_selected;
    QVariantMap m_rollBack;
    QString m_chainText;
    int m_chainTone = 0;
    Trouble m_trouble;
    QFileSystemWatcher m_watcher; ///< other programs write too
    QTimer m_soon;
    RowsModel *m_operations;
    RowsModel *m_steps;
    RowsModel *m_records;
};

} // namespace sentinel::console
