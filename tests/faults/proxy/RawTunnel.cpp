// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/proxy/RawTunnel.h"

#include <QTcpSocket>
#include <QTimer>

namespace sentinel::testing {

// Defined with the links.
void resetOnClose(qintptr descriptor);

namespace {

/// One connection through the tunnel.
class Pipe : public QObject
{
public:
    Pipe(qintptr descriptor, const kube::ClusterAccess &server, Fault fault, QObject *parent)
        : QObject(parent)
        , m_fault(fault)
    {
        m_client.setSocketDescriptor(descriptor);
        m_client.setSocketOption(QAbstractSocket::LowDelayOption, 1);
        m_server.connectToHost(server.server.host(), static_cast<quint16>(server.server.port(443)));
        m_server.setSocketOption(QAbstractSocket::LowDelayOption, 1);
        connect(&m_client, &QTcpSocket::readyRead, this, [this] {
            if (!m_isFrozen) {
                m_server.write(m_client.readAll());
            }
        });
        connect(&m_server, &QTcpSocket::readyRead, this, [this] { bring(m_server.readAll()); });
        for (QTcpSocket *each : {&m_client, &m_server}) {
            connect(each, &QTcpSocket::disconnected, this, [this] { close(); });
        }
        m_pace.setSingleShot(true);
        connect(&m_pace, &QTimer::timeout, this, [this] { pump(); });
    }

private:
    void bring(QByteArray bytes)
    {
        if (m_isFrozen) {
            return;
        }
        const bool strikes = m_fault.kind != Fault::Kind::None && m_passed + bytes.size() > m_fault.after;
        if (strikes) {
            bytes.truncate(m_fault.after - m_passed);
            m_isFrozen = true;
        }
        m_passed += bytes.size();
        m_waiting += bytes;
        if (m_fault.kind != Fault::Kind::Latency && m_fault.kind != Fault::Kind::Drip) {
            send(m_waiting.size());
        } else if (!m_pace.isActive()) {
            m_pace.start(m_fault.milliseconds);
        }
    }

    void send(qsizetype size)
    {
        m_client.write(m_waiting.first(size));
        m_waiting.remove(0, size);
        if (m_isFrozen && m_waiting.isEmpty()) {
            m_client.flush();
            strike();
        }
    }

    void strike()
    {
        if (m_fault.kind == Fault::Kind::ResetInside) {
            resetOnClose(m_client.socketDescriptor());
            m_client.abort();
        } else if (m_fault.kind != Fault::Kind::HalfOpen) {
            m_client.disconnectFromHost();
        }
    }

    void pump()
    {
        send(m_fault.portion > 0 ? std::min<qsizetype>(m_fault.portion, m_waiting.size()) : m_waiting.size());
        if (!m_waiting.isEmpty()) {
            m_pace.start(m_fault.milliseconds);
        }
    }

    void close()
    {
        m_client.disconnectFromHost();
        m_server.disconnectFromHost();
        deleteLater();
    }

    QTcpSocket m_client;
    QTcpSocket m_server;
    Fault m_fault;
    QByteArray m_waiting;
    qint64 m_passed = 0;
    QTimer m_pace;
    bool m_isFrozen = false;
};

} // namespace

RawTunnel::RawTunnel(Setup setup)
    : m_setup(std::move(setup))
{
    listen(QHostAddress::LocalHost);
}

void RawTunnel::incomingConnection(qintptr descriptor)
{
    const Fault fault = m_setup.faults && !m_isCalm ? m_setup.faults(m_connections) : Fault{};
    ++m_connections;
    new Pipe(descriptor, m_setup.server, fault, this);
}

} // namespace sentinel::testing
