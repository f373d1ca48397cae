// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "qml/Sentinel/Plan/FindingsController.h"
#include "qml/Sentinel/Plan/ReachTable.h"

#include <QPoint>

namespace sentinel::console {

/// Who reaches whom in one environment of the checked bundle, narrowed to what somebody asks for, and the way looked at in words.
class ReachController : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(
        sentinel::console::FindingsController *findings READ findings WRITE setFindings NOTIFY findingsChanged FINAL REQUIRED)
    Q_PROPERTY(QString environment READ environment WRITE setEnvironment NOTIFY changed FINAL)
    Q_PROPERTY(QString filter READ filter WRITE setFilter NOTIFY changed FINAL)
    Q_PROPERTY(bool differencesOnly READ differencesOnly WRITE setDifferencesOnly NOTIFY changed FINAL)
    Q_PROPERTY(int differences READ differences NOTIFY changed FINAL)
    Q_PROPERTY(QString headline READ headline NOTIFY changed FINAL)
    Q_PROPERTY(QString command READ command NOTIFY changed FINAL)
    Q_PROPERTY(sentinel::console::ReachTable *table MEMBER m_table CONSTANT FINAL)
    Q_PROPERTY(sentinel::console::RowsModel *sources MEMBER m_sources CONSTANT FINAL)
    Q_PROPERTY(sentinel::console::RowsModel *destinations MEMBER m_destinations CONSTANT FINAL)
    /// Where to begin: the first connection that is not as wanted, else the first open one.
    Q_PROPERTY(QPoint start READ start NOTIFY narrowed FINAL)
    Q_PROPERTY(QVariantMap way READ way NOTIFY looked FINAL)
public:
    explicit ReachController(QObject *parent = nullptr);

    /// Says in `way` what is between this row and this column; −1 for either: nothing.
    Q_INVOKABLE void look(int row, int column);

    [[nodiscard]] FindingsController *findings() const { return m_findings; }
    void setFindings(FindingsController *findings);
    [[nodiscard]] QString environment() const { return m_environment; }
    void setEnvironment(const QString &environment);
    [[nodiscard]] QString filter() const { return m_filter; }
    void setFilter(const QString &filter);
    [[nodiscard]] bool differencesOnly() const { return m_differencesOnly; }
    void setDifferencesOnly(bool only);
    [[nodiscard]] int differences() const { return m_table->differences(); }
    [[nodiscard]] QString headline() const;
    [[nodiscard]] QString command() const;
    [[nodiscard]] QPoint start() const { return m_start; }
    /// sentence, cause, problems (status, sentence, remedy), key, status; empty while nothing is looked at.
    [[nodiscard]] const QVariantMap &way() const { return m_way; }

Q_SIGNALS:
    void findingsChanged();
    void changed();
    void narrowed(); ///< other rows or columns
    void looked();

private:
    void refresh();
    enum class Ends { AsBefore, Others };
    void narrow(Ends ends = Ends::AsBefore);
    [[nodiscard]] QPoint startOf() const;
    [[nodiscard]] bool isShown(int from, int to) const;
    [[nodiscard]] QList<RowsModel::Row> heads(const QList<int> &ends) const;

    FindingsController *m_findings = nullptr;
    QString m_environment;
    QString m_filter;
    bool m_differencesOnly = false;
    ReachTable *m_table;
    RowsModel *m_sources;
    RowsModel *m_destinations;
    QPoint m_start; ///< column and row
    QPoint m_looked{-1, -1}; ///< column and row
    QVariantMap m_way;
};

} // namespace sentinel::console
