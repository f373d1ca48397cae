// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "qml/Sentinel/Rollback/RollbackDoor.h"
#include "qml/Sentinel/Rollback/RowTypes.h"

#include <QVariantMap>

namespace sentinel::console {

/// What can be rolled back on a cluster: Applications and releases, the unhealthy first.
class SubjectsController : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QVariantMap place READ placeProperties WRITE setPlaceProperties NOTIFY changed FINAL)
    Q_PROPERTY(sentinel::console::RowsModel *rows READ rows CONSTANT FINAL) ///< id, title, detail, tone, word, via
    Q_PROPERTY(bool looking READ isLooking NOTIFY changed FINAL)
    Q_PROPERTY(QString headline READ headline NOTIFY changed FINAL)
    Q_PROPERTY(QString blockedReason READ blockedReason NOTIFY changed FINAL) ///< why nothing can be listed; empty: it can
    Q_PROPERTY(QString unread READ unread NOTIFY changed FINAL) ///< what may be missing in the list, and why; empty: nothing
    Q_PROPERTY(sentinel::console::Trouble trouble READ trouble NOTIFY changed FINAL)
public:
    explicit SubjectsController(QObject *parent = nullptr);
    ~SubjectsController() override;

    Q_INVOKABLE void refresh();
    Q_INVOKABLE void retranslate();
    /// The row `by` further than the one called `id`; the first where there is no such row.
    Q_INVOKABLE [[nodiscard]] QString neighbour(const QString &id, int by) const;

    [[nodiscard]] QVariantMap placeProperties() const { return m_properties; }
    void setPlaceProperties(const QVariantMap &properties);
    [[nodiscard]] RowsModel *rows() { return &m_rows; }
    [[nodiscard]] bool isLooking() const { return m_looking; }
    [[nodiscard]] QString headline() const;
    [[nodiscard]] QString blockedReason() const;
    [[nodiscard]] QString unread() const;
    [[nodiscard]] const Trouble &trouble() const { return m_trouble; }

Q_SIGNALS:
    void changed();

private:
    void take(const Result<SubjectsFound> &found);

    QVariantMap m_properties;
    ClusterPlace m_place;
    std::optional<RollbackDoor> m_door;
    SubjectsFound m_found;
    bool m_looking = false;
    CancelSource m_cancel;
    Trouble m_trouble;
    RowsModel m_rows;
};

} // namespace sentinel::console
