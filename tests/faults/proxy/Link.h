// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/faults/proxy/Http1.h"

#include <QSslSocket>
#include <map>
#include <memory>

struct nghttp2_session;

namespace sentinel::testing {

class Exchange;
class Hall;

/// What a client asked.
struct Asked
{
    int number = 0; ///< of the requests of this proxy, from 0
    QByteArray method;
    QByteArray target;
    Headers headers;
    QByteArray body;

    [[nodiscard]] bool isWatch() const;
    [[nodiscard]] bool isStreamedList() const; ///< a watch that begins with everything there is
};

/// A client's connection, TLS made. Answers go back by the number of their stream (HTTP/1.1 has one at a time).
class Link : public QObject
{
public:
    Link(QSslSocket *socket, Hall &hall);
    ~Link() override;

    [[nodiscard]] virtual bool isHttp2() const = 0;
    virtual void head(int stream, int status, const Headers &headers) = 0;
    virtual void piece(int stream, const QByteArray &bytes) = 0;
    virtual void end(int stream) = 0;
    virtual void breakOff(int stream) = 0; ///< an error of this stream only, where the protocol has that
    virtual void refuse(int stream) = 0;
    virtual void goAway() = 0;

    void slam(); ///< a reset; nothing that waits is sent
    void freeze(); ///< from now on nothing goes in or out
    [[nodiscard]] bool isFrozen() const { return m_isFrozen; }
    void endHanging(); ///< exchanges that would never end

protected:
    virtual void read(const QByteArray &bytes) = 0;
    void begin(int stream, Asked asked);
    void done(int stream);
    void write(const QByteArray &bytes);

private:
    void take();

    QSslSocket *m_socket;
    Hall &m_hall;
    std::map<int, Exchange *> m_exchanges;
    bool m_isFrozen = false;
    bool m_isClosed = false;
};

class Http1Link final : public Link
{
public:
    Http1Link(QSslSocket *socket, Hall &hall);
    [[nodiscard]] bool isHttp2() const override { return false; }
    void head(int stream, int status, const Headers &headers) override;
    void piece(int stream, const QByteArray &bytes) override;
    void end(int stream) override;
    void breakOff(int) override { slam(); }
    void refuse(int) override { slam(); }
    void goAway() override { }

protected:
    void read(const QByteArray &bytes) override { m_reader.feed(bytes); }

private:
    Http1 m_reader;
    Asked m_asked;
    int m_last = 0;
};

class Http2Link final : public Link
{
public:
    Http2Link(QSslSocket *socket, Hall &hall);
    ~Http2Link() override;
    [[nodiscard]] bool isHttp2() const override { return true; }
    void head(int stream, int status, const Headers &headers) override;
    void piece(int stream, const QByteArray &bytes) override;
    void end(int stream) override;
    void breakOff(int stream) override;
    void refuse(int stream) override;
    void goAway() override;

protected:
    void read(const QByteArray &bytes) override;

private:
    struct Stream
    {
        Asked asked{};
        QByteArray waiting{};
        bool isEnded = false;
    };
    friend struct Http2Callbacks;
    void flush();

    nghttp2_session *m_session = nullptr;
    std::map<int, Stream> m_streams;
    bool m_isReading = false;
};

} // namespace sentinel::testing
