// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "qml/Sentinel/Clusters/ClusterRows.h"

#include <QSet>

namespace sentinel::console {

/// The contexts of a kubeconfig, to add some of them to the person's clusters, or to work with one. Reads files, asks no cluster.
class ContextsController : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString folder MEMBER m_folder NOTIFY changed FINAL) ///< of the list of clusters
    Q_PROPERTY(QString file READ file WRITE setFile NOTIFY changed FINAL) ///< empty: what kubectl reads
    Q_PROPERTY(QString files READ files NOTIFY changed FINAL) ///< those that were read
    Q_PROPERTY(int count READ count NOTIFY changed FINAL)
    Q_PROPERTY(int picked READ pickedCount NOTIFY changed FINAL)
    Q_PROPERTY(QString addText READ addText NOTIFY changed FINAL) ///< "Add 2 clusters"
    Q_PROPERTY(QString blockedReason READ blockedReason NOTIFY changed FINAL)
    /// {id, title, server, problem, known, picked, protection}: one for each context.
    Q_PROPERTY(sentinel::console::RowsModel *contexts MEMBER m_rows CONSTANT FINAL)
    Q_PROPERTY(sentinel::console::Trouble trouble READ trouble NOTIFY changed FINAL)
public:
    explicit ContextsController(QObject *parent = nullptr);

    Q_INVOKABLE void read();
    Q_INVOKABLE void pick(const QString &context, bool picked);
    /// Adds what is picked; `added` names the first of them.
    Q_INVOKABLE void add();

    [[nodiscard]] QString file() const { return m_file; }
    void setFile(const QString &file);
    [[nodiscard]] QString files() const;
    [[nodiscard]] int count() const { return int(m_contexts.size()); }
    [[nodiscard]] int pickedCount() const { return int(m_picked.size()); }
    [[nodiscard]] QString addText() const;
    [[nodiscard]] QString blockedReason() const;
    [[nodiscard]] const Trouble &trouble() const { return m_trouble; }

Q_SIGNALS:
    void changed();
    void added(const QString &name);

private:
    struct Context
    {
        QString name;
        QString server;
        QString problem; ///< why it cannot be used; empty: it can
        QString knownAs; ///< in the list of clusters; empty: not there
    };
    [[nodiscard]] QString place() const; ///< the file a cluster refers to
    void show();

    QString m_folder;
    QString m_file;
    QStringList m_files;
    QList<Context> m_contexts;
    QSet<QString> m_picked;
    Trouble m_trouble;
    RowsModel *m_rows;
};

} // namespace sentinel::console
