// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QObject>
#include <QProcess>
#include <QString>
#include <memory>

namespace sentinel::composition {

/// The rehearsal cluster as a process of its own, begun and ended with the program that wants it.
class Rehearsal : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Off,
        Starting,
        Ready, ///< its kubeconfig can be used
        Failed, ///< `sentence` says why; `start` tries again
    };
    Q_ENUM(State)

    /// `program` is `sentinelctl-cluster`; its kubeconfig is written into `folder`, which is made when it is needed.
    Rehearsal(QString program, const QString &folder, QObject *parent = nullptr);
    ~Rehearsal() override;

    /// The program beside the one that runs; empty when there is none.
    [[nodiscard]] static QString programBeside();

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const QString &sentence() const { return m_sentence; } ///< for people; empty unless failed
    [[nodiscard]] const QString &kubeconfig() const { return m_kubeconfig; } ///< absolute; usable while Ready
    [[nodiscard]] const QDateTime &since() const { return m_since; } ///< when it was last started; invalid while off
    [[nodiscard]] qint64 processId() const { return m_child ? m_child->processId() : 0; }

    /// Does nothing while it starts or runs. `speed`: waits inside the cluster are divided by it.
    void start(double speed);
    void stop();
    /// Everything in it is gone after that.
    void restart();

Q_SIGNALS:
    void changed();

private:
    void listen();
    void fail(const QString &sentence);
    void become(State state, const QString &sentence = {});
    [[nodiscard]] QString lastWords();

    QString m_program;
    QString m_kubeconfig;
    QDateTime m_since;
    double m_speed = 1;
    State m_state = State::Off;
    QString m_sentence;
    QByteArray m_said; ///< of the child's own messages, the last of it
    std::unique_ptr<QProcess> m_child;
};

} // namespace sentinel::composition
