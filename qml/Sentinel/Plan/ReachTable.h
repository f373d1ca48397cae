// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "qml/Sentinel/Plan/CheckedBundle.h"

#include <QAbstractTableModel>
#include <QtQmlIntegration>
#include <memory>

namespace sentinel::console {

/// Who reaches whom: rows reach columns. Cells are made as they come into sight.
class ReachTable : public QAbstractTableModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("ReachController makes it.")
public:
    enum State {
        Unsaid, ///< neither end is of these manifests
        Closed,
        Perhaps, ///< open where the network plug-in holds pods against address blocks too
        Open,
    };
    Q_ENUM(State)
    enum Role { StateRole = Qt::UserRole + 1, DifferentRole, NameRole };

    explicit ReachTable(QObject *parent = nullptr);

    /// Of one environment of `checked`; null: nothing. All ends are shown, unless they are those of before: then only cells are
    /// told to be others. Yes: the ends are others.
    bool setEnvironment(std::shared_ptr<const CheckedBundle> checked, const CheckedEnvironment *environment);
    [[nodiscard]] const CheckedEnvironment *environment() const { return m_environment; }
    /// Which ends are shown: positions in Network::endpoints. Yes: they are others.
    bool setEnds(const QList<int> &rows, const QList<int> &columns);

    [[nodiscard]] int from(int row) const { return m_rows.value(row, -1); }
    [[nodiscard]] int to(int column) const { return m_columns.value(column, -1); }
    [[nodiscard]] int differences() const { return static_cast<int>(m_differences.size()); }

    // --- of two ends
    // -----------------------------------------------------------------------------------------------------------------
    [[nodiscard]] State stateBetween(int from, int to) const;
    /// What a check says against this way; none when it is as wanted.
    [[nodiscard]] QList<const Finding *> findingsBetween(int from, int to) const;
    /// Addresses outside are said to be that.
    [[nodiscard]] QString titleOf(int end) const;
    /// The same without the namespace most workloads are in, so that what tells ends apart comes first.
    [[nodiscard]] QString shortTitleOf(int end) const;
    /// "backend reaches postgresql on TCP 5432."
    [[nodiscard]] QString sentence(int from, int to) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

private:
    void adopt(std::shared_ptr<const CheckedBundle> checked, const CheckedEnvironment *environment);
    [[nodiscard]] const policy::Endpoint &end(int at) const { return m_environment->report.network.endpoints[at]; }

    std::shared_ptr<const CheckedBundle> m_checked; ///< keeps the environment
    const CheckedEnvironment *m_environment = nullptr;
    QHash<QString, QList<const Finding *>> m_differences; ///< by "backend → postgresql"
    QString m_home; ///< the namespace most workloads are in
    QList<int> m_rows;
    QList<int> m_columns;
};

} // namespace sentinel::console
