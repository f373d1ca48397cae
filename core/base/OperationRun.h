// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/CancelToken.h"
#include "core/base/Result.h"
#include "core/base/SafeText.h"

#include <QDateTime>
#include <QJsonObject>
#include <QObject>
#include <optional>

namespace sentinel {

/// One step of a long operation, in the order they are meant to run.
struct OperationStep
{
    enum class State {
        Waiting, ///< not begun
        Running,
        Done,
        Skipped, ///< nothing to do; `detail` says why
        Failed, ///< `detail` is the sentence
        Stopped, ///< somebody asked to stop while it ran
    };
    QString id; ///< stable: "namespace", "platform", "application"
    QString title; ///< in the person's language
    State state = State::Waiting;
    QString detail; ///< what it does or waits for just now, a sentence; plain text, may hold strings of the cluster
    int done = 0; ///< objects ready
    int total = 0; ///< objects in all; 0: not counted
    QDateTime began{};
    QDateTime ended{};
};

/// A long operation while it runs: the console binds it, the command line prints it, the journal stores it. The flow writes, the
/// front ends read; all on one thread. Log lines are plain text with control characters taken out.
class OperationRun : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Running,
        Done,
        Failed,
        Stopped, ///< cancelled; resumable when the flow says so
    };

    /// `id` names what the operation creates, so that a retry never runs a thing twice: "deploy-20261126-3f9c".
    OperationRun(QString id, QString kind, QObject *parent = nullptr);

    [[nodiscard]] const QString &id() const { return m_id; }
    [[nodiscard]] const QString &kind() const { return m_kind; } ///< "deploy", "rollback", …
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const QList<OperationStep> &steps() const { return m_steps; }
    [[nodiscard]] const QStringList &lines() const { return m_lines; } ///< the newest 10,000
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }
    [[nodiscard]] bool isResumable() const { return m_resumable; }

    // For the flow.
    void setSteps(QList<OperationStep> steps);
    void begin(const QString &step, const QDateTime &at);
    void tell(const QString &step, const QString &detail, int done = 0, int total = 0);
    void end(const QString &step, OperationStep::State state, const QDateTime &at, const QString &detail = {});
    void log(const QString &line);
    void finish(State state, std::optional<Error> error = {}, bool resumable = false);

    // For the front ends.
    [[nodiscard]] CancelToken cancelToken() const { return m_cancel.token(); }
    void cancel() { m_cancel.cancel(); }

Q_SIGNALS:
    void stepsReset();
    void stepChanged(int index);
    void logged(const QString &line);
    void finished();

private:
    [[nodiscard]] int indexOf(const QString &step) const;

    QString m_id;
    QString m_kind;
    State m_state = State::Running;
    QList<OperationStep> m_steps;
    QStringList m_lines;
    std::optional<Error> m_error;
    bool m_resumable = false;
    CancelSource m_cancel;
};

/// "waiting", "running", "done", "skipped", "failed", "stopped": the words of JSON documents.
[[nodiscard]] QString stateName(OperationStep::State state);
[[nodiscard]] QString stateName(OperationRun::State state);

} // namespace sentinel
