// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kube/ObjectView.h"

#include <QAbstractListModel>
#include <QDateTime>

namespace sentinel::bench {

/// A view as a list: the length changes at its end, and of the rows only those in sight are told when they differ.
class ChurnRows : public QAbstractListModel
{
    Q_OBJECT

public:
    explicit ChurnRows(const kube::ObjectView &view)
        : m_view(view)
    {
    }

    /// Which rows are in sight.
    Q_INVOKABLE void look(int first, int last)
    {
        m_first = first;
        m_last = last;
    }
    /// After a flush.
    void refresh();
    [[nodiscard]] qint64 told() const { return m_told; } ///< rows in sight that changed, so far

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : m_length; }
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override { return {{Qt::UserRole + 1, "cells"}}; }

private:
    [[nodiscard]] QStringList cellsOf(kube::RowId row) const;

    const kube::ObjectView &m_view;
    int m_length = 0;
    int m_first = 0;
    int m_last = 40;
    qint64 m_told = 0;
    QHash<int, QStringList> m_shown;
};

} // namespace sentinel::bench
