// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QPointer>
#include <QtQmlIntegration>

namespace sentinel::shell {

/// The commands of the palette that fit what was typed, best first. A command is an object with the properties of Design's
/// `Command`.
class PaletteRows : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT

    Q_PROPERTY(QList<QObject *> commands READ commands WRITE setCommands NOTIFY commandsChanged FINAL)
    Q_PROPERTY(QString filter READ filter WRITE setFilter NOTIFY filterChanged FINAL)
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)

public:
    enum Role { TextRole = Qt::UserRole + 1, GroupRole, IconRole, ShortcutRole, BlockedRole };

    using QAbstractListModel::QAbstractListModel;

    [[nodiscard]] QList<QObject *> commands() const;
    void setCommands(const QList<QObject *> &commands);
    [[nodiscard]] QString filter() const { return m_filter; }
    void setFilter(const QString &filter);
    [[nodiscard]] int count() const { return static_cast<int>(m_shown.size()); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    /// The command of a row, or null when there is none or it is blocked.
    Q_INVOKABLE [[nodiscard]] QObject *commandAt(int row) const;

    /// How well `typed` fits `text`: negative for not at all, higher is better. Letters must come in order; those at the
    /// beginning of words and those in a row count more.
    [[nodiscard]] static int fit(QStringView typed, QStringView text);

Q_SIGNALS:
    void commandsChanged();
    void filterChanged();
    void countChanged();

private:
    void choose();

    QList<QPointer<QObject>> m_commands;
    QList<QPointer<QObject>> m_shown;
    QString m_filter;
};

} // namespace sentinel::shell
