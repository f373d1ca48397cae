// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kube/actions/LogFollow.h"
#include "qml/Sentinel/Workloads/InspectController.h"
#include "qml/Sentinel/Workloads/LogLines.h"

namespace sentinel::console {

/// The log of a container of a pod, or of a pod behind a workload: followed without a line lost or told twice, or said where that
/// cannot be known.
class LogController : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(sentinel::console::InspectController *object READ inspected WRITE setInspected NOTIFY wired FINAL REQUIRED)
    Q_PROPERTY(bool active READ isActive WRITE setActive NOTIFY changed FINAL) ///< somebody looks
    Q_PROPERTY(QVariantList pods READ pods NOTIFY changed FINAL) ///< {value, label, help}
    Q_PROPERTY(QString pod READ pod WRITE setPod NOTIFY changed FINAL)
    Q_PROPERTY(QVariantList containers READ containers NOTIFY changed FINAL)
    Q_PROPERTY(QString container READ container WRITE setContainer NOTIFY changed FINAL)
    Q_PROPERTY(bool previous READ isPrevious WRITE setPrevious NOTIFY changed FINAL) ///< the run before this one
    Q_PROPERTY(bool follow READ isFollowing WRITE setFollowing NOTIFY changed FINAL)
    Q_PROPERTY(bool timestamps MEMBER m_timestamps NOTIFY changed FINAL)
    Q_PROPERTY(QString filter READ filter WRITE setFilter NOTIFY changed FINAL)
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed FINAL)
    Q_PROPERTY(QString state READ state NOTIFY changed FINAL) ///< "following", "the container is over", …
    Q_PROPERTY(int tone READ tone NOTIFY changed FINAL)
    Q_PROPERTY(QString droppedText READ droppedText NOTIFY changed FINAL) ///< empty: none were
    Q_PROPERTY(QString command READ command NOTIFY changed FINAL)
    Q_PROPERTY(sentinel::console::LogLines *lines READ lines CONSTANT FINAL)
    Q_PROPERTY(sentinel::console::Trouble trouble READ trouble NOTIFY changed FINAL)
public:
    explicit LogController(QObject *parent = nullptr);
    ~LogController() override;

    Q_INVOKABLE void copy();
    Q_INVOKABLE void restart();
    Q_INVOKABLE void retranslate() { Q_EMIT changed(); }

    [[nodiscard]] InspectController *inspected() const { return m_inspected; }
    void setInspected(InspectController *inspected);
    [[nodiscard]] bool isActive() const { return m_active; }
    void setActive(bool active);
    [[nodiscard]] QVariantList pods() const;
    [[nodiscard]] QString pod() const { return m_pod; }
    void setPod(const QString &pod);
    [[nodiscard]] QVariantList containers() const;
    [[nodiscard]] QString container() const { return m_container; }
    void setContainer(const QString &container);
    [[nodiscard]] bool isPrevious() const { return m_previous; }
    void setPrevious(bool previous);
    [[nodiscard]] bool isFollowing() const { return m_follow; }
    void setFollowing(bool follow);
    [[nodiscard]] QString filter() const { return m_filter; }
    void setFilter(const QString &filter);
    [[nodiscard]] bool isBusy() const { return m_state == State::Finding || m_state == State::Reading; }
    [[nodiscard]] QString state() const;
    [[nodiscard]] int tone() const;
    [[nodiscard]] QString droppedText() const;
    [[nodiscard]] QString command() const;
    [[nodiscard]] LogLines *lines() { return &m_lines; }
    [[nodiscard]] const Trouble &trouble() const { return m_trouble; }

Q_SIGNALS:
    void wired();
    void changed();

private:
    enum class State { Idle, Finding, Reading, CutOff, Over, Failed };

    void look(); ///< another object, or somebody looks
    void take(const Result<QList<kube::Object>> &pods);
    void read();
    void hear(const kube::LogEvent &event);
    void become(State state);

    QPointer<InspectController> m_inspected;
    QString m_known; ///< what the pods are of
    bool m_active = false;
    QList<kube::Object> m_pods;
    QString m_pod;
    QString m_container;
    bool m_previous = false;
    bool m_follow = true;
    bool m_timestamps = false;
    QString m_filter;
    State m_state = State::Idle;
    QString m_problem;
    CancelSource m_cancel;
    LogLines m_lines;
    Trouble m_trouble;
};

} // namespace sentinel::console
