// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "qml/Sentinel/Deploy/ClusterLink.h"

#include <QPointer>

namespace sentinel::console {

/// What can be broken in the rehearsal cluster, and how fast its time runs.
class ScenarioController : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(sentinel::console::ClusterLink *link READ link WRITE setLink NOTIFY wired FINAL REQUIRED)
    Q_PROPERTY(bool available READ isAvailable NOTIFY changed FINAL) ///< it is a rehearsal cluster, and it answers
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed FINAL)
    Q_PROPERTY(int active READ activeCount NOTIFY changed FINAL)
    Q_PROPERTY(QString activeText READ activeText NOTIFY changed FINAL) ///< what is broken at present; empty: nothing
    Q_PROPERTY(QString speed READ speed NOTIFY changed FINAL) ///< "1", "10", "60"
    Q_PROPERTY(sentinel::console::RowsModel *scenarios MEMBER m_rows CONSTANT FINAL)
    Q_PROPERTY(sentinel::console::Trouble trouble READ trouble NOTIFY changed FINAL)
public:
    explicit ScenarioController(QObject *parent = nullptr);
    ~ScenarioController() override;

    Q_INVOKABLE void begin(const QString &scenario);
    Q_INVOKABLE void mend(const QString &scenario);
    Q_INVOKABLE void mendAll();
    Q_INVOKABLE void setSpeed(const QString &speed);
    Q_INVOKABLE void refresh();

    [[nodiscard]] ClusterLink *link() const { return m_link; }
    void setLink(ClusterLink *link);
    [[nodiscard]] bool isAvailable() const;
    [[nodiscard]] bool isBusy() const { return m_asked > 0; }
    [[nodiscard]] int activeCount() const { return int(m_active.size()); }
    [[nodiscard]] QString activeText() const { return m_active.join(u", "); }
    [[nodiscard]] QString speed() const { return m_speed; }
    [[nodiscard]] const Trouble &trouble() const { return m_trouble; }

Q_SIGNALS:
    void wired();
    void changed();

private:
    void ask(const QByteArray &method, const QString &path, const std::optional<kube::Object> &body,
             const std::function<void(const kube::Object &)> &answered);
    void showScenarios(const kube::Object &answer);

    QPointer<ClusterLink> m_link;
    QString m_known; ///< the cluster whose answers are shown
    QStringList m_active; ///< titles
    QString m_speed;
    int m_asked = 0;
    Trouble m_trouble;
    CancelSource m_cancel;
    RowsModel *m_rows;
};

} // namespace sentinel::console
