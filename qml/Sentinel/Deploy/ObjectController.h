// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "qml/Sentinel/Deploy/DeployController.h"

namespace sentinel::console {

/// One object of the tree from near: why it waits, its YAML, its events, its log. Everything but the first is read from the
/// cluster when its tab is shown.
class ObjectController : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(sentinel::console::DeployController *deploy READ deployController WRITE setDeploy NOTIFY wired FINAL REQUIRED)
    Q_PROPERTY(QString object READ object WRITE setObject NOTIFY changed FINAL) ///< id; empty: none
    Q_PROPERTY(QString tab READ tab WRITE setTab NOTIFY changed FINAL) ///< "why", "yaml", "events", "logs"
    Q_PROPERTY(bool present READ isPresent NOTIFY changed FINAL)
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed FINAL)
    Q_PROPERTY(bool hasLogs READ hasLogs NOTIFY changed FINAL)
    Q_PROPERTY(QString title READ title NOTIFY changed FINAL) ///< "Pod backend-6c9f4-x2k8p"
    Q_PROPERTY(QString sentence READ sentence NOTIFY changed FINAL)
    Q_PROPERTY(int tone READ tone NOTIFY changed FINAL)
    Q_PROPERTY(QString word READ word NOTIFY changed FINAL)
    Q_PROPERTY(QString text READ text NOTIFY textChanged FINAL) ///< YAML or log
    Q_PROPERTY(sentinel::console::RowsModel *why MEMBER m_why CONSTANT FINAL)
    Q_PROPERTY(sentinel::console::RowsModel *events MEMBER m_events CONSTANT FINAL)
    Q_PROPERTY(sentinel::console::Trouble trouble READ trouble NOTIFY changed FINAL)
public:
    explicit ObjectController(QObject *parent = nullptr);
    ~ObjectController() override;

    [[nodiscard]] DeployController *deployController() const { return m_deploy; }
    void setDeploy(DeployController *deploy);
    [[nodiscard]] QString object() const { return m_object; }
    void setObject(const QString &id);
    [[nodiscard]] QString tab() const { return m_tab; }
    void setTab(const QString &tab);
    [[nodiscard]] bool isPresent() const { return state() != nullptr; }
    [[nodiscard]] bool isBusy() const { return m_busy; }
    [[nodiscard]] bool hasLogs() const;
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString sentence() const;
    [[nodiscard]] int tone() const;
    [[nodiscard]] QString word() const;
    [[nodiscard]] QString text() const { return m_text; }
    [[nodiscard]] const Trouble &trouble() const { return m_trouble; }

Q_SIGNALS:
    void wired();
    void changed();
    void textChanged();

private:
    [[nodiscard]] const deploy::ObjectState *state() const;
    void follow(); ///< the tree has changed
    void load();
    void loadYaml(const deploy::ObjectKey &key, const kube::ResourceType &type, CancelToken token);
    void loadEvents(const deploy::ObjectKey &key, const kube::ResourceType &type, CancelToken token);
    void loadLogs(const deploy::ObjectKey &key, CancelToken token);
    void end(const std::optional<Error> &error);
    void setText(const QString &text);

    QPointer<DeployController> m_deploy;
    QString m_object;
    QString m_tab = QStringLiteral("why");
    QString m_stand; ///< how the object stood when its tab was read
    bool m_busy = false;
    QString m_text;
    Trouble m_trouble;
    CancelSource m_cancel;
    RowsModel *m_why;
    RowsModel *m_events;
};

} // namespace sentinel::console
