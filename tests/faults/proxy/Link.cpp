// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/proxy/Link.h"

#include "tests/faults/proxy/Exchange.h"
#include "tests/faults/proxy/Hall.h"

#include <QUrlQuery>
#include <sys/socket.h>

using namespace Qt::StringLiterals;

namespace sentinel::testing {

namespace {

QString queryValue(const QByteArray &target, const QString &name)
{
    const qsizetype mark = target.indexOf('?');
    return mark < 0 ? QString() : QUrlQuery(QString::fromLatin1(target.sliced(mark + 1))).queryItemValue(name);
}

bool isTrue(const QString &text)
{
    return text == "true"_L1 || text == "1"_L1;
}

} // namespace

bool Asked::isWatch() const
{
    return isTrue(queryValue(target, u"watch"_s));
}

bool Asked::isStreamedList() const
{
    return isWatch() && isTrue(queryValue(target, u"sendInitialEvents"_s));
}

void resetOnClose(qintptr descriptor)
{
    const linger at{.l_onoff = 1, .l_linger = 0};
    ::setsockopt(static_cast<int>(descriptor), SOL_SOCKET, SO_LINGER, &at, sizeof at);
}

Link::Link(QSslSocket *socket, Hall &hall)
    : m_socket(socket)
    , m_hall(hall)
{
    socket->setParent(this);
    connect(socket, &QSslSocket::readyRead, this, [this] { take(); });
    connect(socket, &QSslSocket::disconnected, this, [this] {
        m_isClosed = true;
        m_hall.forget(this);
    });
}

Link::~Link()
{
    for (const auto &[stream, exchange] : std::exchange(m_exchanges, {})) {
        delete exchange;
    }
}

void Link::take()
{
    if (m_isFrozen || m_isClosed) {
        return;
    }
    read(m_socket->readAll());
}

void Link::write(const QByteArray &bytes)
{
    if (!m_isFrozen && !m_isClosed) {
        m_socket->write(bytes);
        m_socket->flush();
    }
}

void Link::begin(int stream, Asked asked)
{
    asked.number = m_hall.nextNumber();
    auto *exchange = new Exchange(*this, stream, std::move(asked), m_hall);
    m_exchanges.insert_or_assign(stream, exchange);
    exchange->start();
}

void Link::done(int stream)
{
    if (const auto found = m_exchanges.find(stream); found != m_exchanges.end()) {
        found->second->abandon();
        m_exchanges.erase(found);
    }
}

void Link::slam()
{
    if (!m_isClosed) {
        m_isClosed = true;
        resetOnClose(m_socket->socketDescriptor());
        m_socket->abort();
        m_hall.forget(this);
    }
}

void Link::freeze()
{
    m_isFrozen = true;
}

void Link::endHanging()
{
    std::map<int, Exchange *> all = m_exchanges;
    for (const auto &[stream, exchange] : all) {
        if (m_exchanges.contains(stream) && exchange->isHanging()) {
            breakOff(stream);
        }
    }
}

Http1Link::Http1Link(QSslSocket *socket, Hall &hall)
    : Link(socket, hall)
    , m_reader(Http1::Side::Requests,
               {.head =
                    [this](const QByteArray &start, const Headers &headers) {
                        const QByteArrayList words = start.split(' ');
                        m_asked = {.method = words.value(0), .target = words.value(1), .headers = headers, .body = {}};
                    },
                .piece = [this](const QByteArray &bytes) { m_asked.body += bytes; },
                .end = [this] { begin(++m_last, std::move(m_asked)); }})
{
}

void Http1Link::head(int stream, int status, const Headers &headers)
{
    if (stream != m_last) {
        return;
    }
    QByteArray text = "HTTP/1.1 " + QByteArray::number(status) + " Told\r\n";
    for (const auto &[name, value] : headers) {
        text += name + ": " + value + "\r\n";
    }
    write(text + "transfer-encoding: chunked\r\n\r\n");
}

void Http1Link::piece(int stream, const QByteArray &bytes)
{
    if (stream == m_last && !bytes.isEmpty()) {
        write(QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n");
    }
}

void Http1Link::end(int stream)
{
    if (stream == m_last) {
        write("0\r\n\r\n");
        done(stream);
    }
}

} // namespace sentinel::testing
