// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/proxy/Exchange.h"

#include "tests/faults/proxy/Hall.h"

using namespace Qt::StringLiterals;

namespace sentinel::testing {

namespace {

constexpr int kDripMost = 300; // portions; the rest of the answer comes as it is
constexpr int kNeighbourWait = 5; // ms
constexpr int kBookmarks = 3;

QByteArray statusBody(int code, const QByteArray &reason)
{
    return R"({"kind":"Status","apiVersion":"v1","metadata":{},"status":"Failure","message":"told by the fault proxy","reason":")"
        + reason + R"(","code":)" + QByteArray::number(code) + "}\n";
}

QByteArray reasonOf(int code)
{
    switch (code) {
    case 410:
        return "Expired";
    case 429:
        return "TooManyRequests";
    case 503:
        return "ServiceUnavailable";
    case 504:
        return "Timeout";
    default:
        return "InternalError";
    }
}

bool isOfTheWay(const QByteArray &name)
{
    return name == "transfer-encoding" || name == "content-length" || name == "connection" || name == "keep-alive";
}

} // namespace

Exchange::Exchange(Link &link, int stream, Asked asked, Hall &hall)
    : m_link(link)
    , m_stream(stream)
    , m_asked(std::move(asked))
    , m_hall(hall)
    , m_reader(Http1::Side::Answer,
               {.head = [this](const QByteArray &start, const Headers &headers) { answered(start, headers); },
                .piece = [this](const QByteArray &bytes) { brought(bytes); },
                .end = [this] { complete(); }})
    , m_isInitial(m_asked.isStreamedList())
{
    m_pace.setSingleShot(true);
    connect(&m_pace, &QTimer::timeout, this, [this] { pump(); });
}

void Exchange::abandon()
{
    m_isOver = true;
    m_steps.clear();
    m_pace.stop();
    deleteLater();
}

void Exchange::start()
{
    m_fault = m_hall.faultFor(m_asked, m_link.isHttp2());
    switch (m_fault.kind) {
    case Fault::Kind::Status:
        return refuseWithStatus();
    case Fault::Kind::Portal:
        return answerAlone(200, "text/html", "<html><body>Please accept the conditions of this network.</body></html>\n");
    case Fault::Kind::NoAnswer:
        return finish(End::Reset);
    case Fault::Kind::RefusedStream:
        m_link.refuse(m_stream);
        return;
    case Fault::Kind::Hang:
        m_isHanging = true;
        m_isOver = true;
        return;
    case Fault::Kind::Replay:
        rewind();
        break;
    default:
        break;
    }
    askServer();
}

void Exchange::answerAlone(int status, const QByteArray &type, const QByteArray &body, const Headers &more)
{
    emitHead(status, Headers{{"content-type", type}} + more);
    emitPiece(body);
    finish(End::Clean);
}

void Exchange::refuseWithStatus()
{
    Headers more;
    if (m_fault.seconds >= 0) {
        more.append({"retry-after", QByteArray::number(m_fault.seconds)});
    }
    answerAlone(m_fault.status, "application/json", statusBody(m_fault.status, reasonOf(m_fault.status)), more);
}

/// Another version in the target: the one a watch of the same things began with before. Older versions only, so that nothing is
/// left out.
void Exchange::rewind()
{
    const QByteArray mark = "resourceVersion=";
    const qsizetype at = m_asked.target.indexOf(mark);
    if (at < 0) {
        return;
    }
    const qsizetype begin = at + mark.size();
    qsizetype end = m_asked.target.indexOf('&', begin);
    end = end < 0 ? m_asked.target.size() : end;
    const QByteArray earlier = m_hall.versionBefore(m_asked.target.sliced(begin, end - begin));
    m_asked.target.replace(begin, end - begin, earlier);
}

void Exchange::askServer()
{
    m_upstream = m_hall.newUpstream(this);
    QByteArray head = m_asked.method + ' ' + m_asked.target + " HTTP/1.1\r\nhost: " + m_hall.upstreamHost() + "\r\n";
    for (const auto &[name, value] : std::as_const(m_asked.headers)) {
        // What the server would encode could not be read here; of lists that go through whole it does not matter.
        if (name != "host" && name != "content-length" && !isOfTheWay(name)
            && !(name == "accept-encoding" && m_asked.isWatch())) {
            head += name + ": " + value + "\r\n";
        }
    }
    head += "connection: close\r\n";
    if (!m_asked.body.isEmpty() || (m_asked.method != "GET" && m_asked.method != "DELETE")) {
        head += "content-length: " + QByteArray::number(m_asked.body.size()) + "\r\n";
    }
    connect(m_upstream, &QSslSocket::encrypted, this, [this, head] { m_upstream->write(head + "\r\n" + m_asked.body); });
    connect(m_upstream, &QSslSocket::readyRead, this, [this] {
        const QByteArray bytes = m_upstream->readAll();
        if (!m_isOver) {
            m_reader.feed(bytes);
        }
    });
    connect(m_upstream, &QSslSocket::disconnected, this, [this] { lostServer(); });
    connect(m_upstream, &QSslSocket::errorOccurred, this, [this] { lostServer(); });
}

void Exchange::answered(const QByteArray &start, const Headers &headers)
{
    m_status = start.mid(9, 3).toInt();
    m_headers = headers;
    m_headers.removeIf([](const auto &header) { return isOfTheWay(header.first); });
    const bool isGood = m_status >= 200 && m_status < 300;
    if (m_asked.isWatch() && isGood) {
        m_framing = framingOf(headerOf(headers, "content-type"));
        m_frames.emplace(m_framing);
        emitHead(m_status, m_headers);
        if (m_fault.kind != Fault::Kind::None && m_fault.after <= 0 && m_fault.kind == Fault::Kind::Cut) {
            finish(End::Clean);
        }
    }
}

void Exchange::brought(const QByteArray &bytes)
{
    if (!m_frames) {
        m_body += bytes;
        return;
    }
    for (const QByteArray &each : m_frames->feed(bytes)) {
        if (m_isOver) {
            return;
        }
        frame(each);
    }
}

void Exchange::complete()
{
    if (m_isOver) {
        return;
    }
    if (m_frames) {
        emitPiece(std::exchange(m_held, {}) + m_frames->rest());
        finish(End::Clean);
    } else {
        body();
    }
}

/// The server's end of the connection went away: whole when the message says so, broken otherwise.
void Exchange::lostServer()
{
    if (!m_isOver && !m_reader.close()) {
        finish(m_link.isHttp2() ? End::Stream : End::Reset);
    }
}

void Exchange::frame(const QByteArray &bytes)
{
    const FrameEvent event = eventOf(bytes, m_framing);
    const bool isWaitingForInitial
        = m_isInitial && (m_fault.kind == Fault::Kind::Bookmarks || m_fault.kind == Fault::Kind::Swapped);
    if (event.endsInitial) {
        m_isInitial = false;
    }
    if (m_fault.kind == Fault::Kind::None || isWaitingForInitial) {
        emitPiece(bytes);
    } else if (m_passed++ < m_fault.after) {
        if (m_fault.kind == Fault::Kind::Swapped) {
            swapWith(bytes);
        } else {
            emitPiece(m_fault.kind == Fault::Kind::Twice ? bytes + bytes : bytes);
        }
    } else {
        return lastFrame(bytes);
    }
    m_last = event;
}

/// The frame at which the fault strikes.
void Exchange::lastFrame(const QByteArray &bytes)
{
    using enum Fault::Kind;
    const qsizetype half = std::max<qsizetype>(1, bytes.size() / 2);
    switch (m_fault.kind) {
    case ResetInside:
        emitPiece(bytes.first(half));
        return finish(End::Reset);
    case BrokenStream:
        emitPiece(bytes.first(half));
        return finish(End::Stream);
    case EndInside:
        emitPiece(bytes.first(half));
        return finish(End::Clean);
    case HalfOpen:
        return finish(End::Freeze);
    case Expired:
        emitPiece(errorFrame(m_framing, 410, "Expired", "too old resource version: 1 (2)"));
        return finish(End::Clean);
    case ServerError:
        emitPiece(errorFrame(m_framing, 500, "InternalError", "told by the fault proxy"));
        return finish(End::Clean);
    case Nonsense:
        emitPiece(nonsenseFrame(m_framing));
        return finish(End::Clean);
    case Bookmarks:
        return bookmarksOnly();
    case GoAway:
        m_link.goAway();
        return finish(End::Clean);
    default:
        emitPiece(std::exchange(m_held, {}));
        return finish(End::Clean);
    }
}

/// Sends neighbours in the other order, always both at once: a server that told the later one alone and went away would have
/// lied about its version, and no client could know.
void Exchange::swapWith(const QByteArray &bytes)
{
    if (m_held.isEmpty()) {
        m_held = bytes;
        QTimer::singleShot(kNeighbourWait, this, [this, bytes] {
            if (!m_isOver && m_held == bytes) {
                emitPiece(std::exchange(m_held, {}));
            }
        });
        return;
    }
    const QByteArray first = std::exchange(m_held, {});
    const FrameEvent one = eventOf(first, m_framing);
    const FrameEvent two = eventOf(bytes, m_framing);
    const bool mayChange = !one.object.isEmpty() && !two.object.isEmpty() && one.object != two.object && one.type != "BOOKMARK"
        && two.type != "BOOKMARK";
    emitPiece(mayChange ? bytes + first : first + bytes);
}

void Exchange::bookmarksOnly()
{
    // The frame at hand is held back, so the version reached is that of the one before it.
    const QByteArray bookmark = bookmarkFrame(m_framing, m_last);
    for (int i = 0; i < kBookmarks; ++i) {
        emitPiece(bookmark);
    }
    finish(End::Clean);
}

void Exchange::body()
{
    using enum Fault::Kind;
    emitHead(m_status, m_headers);
    const qsizetype part = m_body.size() * std::clamp(m_fault.after, 0, 100) / 100;
    switch (m_fault.kind) {
    case ResetInside:
        emitPiece(m_body.first(part));
        return finish(End::Reset);
    case BrokenStream:
        emitPiece(m_body.first(part));
        return finish(End::Stream);
    case EndInside:
        emitPiece(m_body.first(std::clamp<qsizetype>(part, 0, std::max<qsizetype>(m_body.size() - 2, 0))));
        return finish(End::Clean);
    case HalfOpen:
        emitPiece(m_body.first(part));
        return finish(End::Freeze);
    case GoAway:
        m_link.goAway();
        break;
    default:
        break;
    }
    emitPiece(m_body);
    finish(End::Clean);
}

void Exchange::emitHead(int status, Headers headers)
{
    m_status = status;
    m_headers = std::move(headers);
    queue({.kind = Step::Kind::Head});
}

void Exchange::emitPiece(const QByteArray &bytes)
{
    if (!bytes.isEmpty()) {
        queue({.kind = Step::Kind::Piece, .bytes = bytes});
    }
}

void Exchange::finish(End end)
{
    m_isOver = true;
    queue({.kind = Step::Kind::End, .end = end});
}

void Exchange::queue(Step step)
{
    const bool isPaced = m_fault.kind == Fault::Kind::Latency || m_fault.kind == Fault::Kind::Drip;
    if (!isPaced) {
        carryOut(step);
        return;
    }
    m_steps.push_back(std::move(step));
    if (!m_pace.isActive()) {
        m_pace.start(m_fault.milliseconds);
    }
}

void Exchange::pump()
{
    if (m_steps.empty()) {
        return;
    }
    Step &front = m_steps.front();
    const bool isDripping = m_fault.kind == Fault::Kind::Drip && front.kind == Step::Kind::Piece && m_dripped < kDripMost;
    if (isDripping && front.bytes.size() > m_fault.portion) {
        ++m_dripped;
        const QByteArray portion = front.bytes.first(m_fault.portion);
        front.bytes.remove(0, m_fault.portion);
        carryOut({.kind = Step::Kind::Piece, .bytes = portion});
    } else {
        const Step step = std::move(front);
        m_steps.pop_front();
        carryOut(step);
    }
    if (!m_steps.empty()) {
        m_pace.start(isDripping || m_fault.kind == Fault::Kind::Latency ? m_fault.milliseconds : 0);
    }
}

void Exchange::carryOut(const Step &step)
{
    switch (step.kind) {
    case Step::Kind::Head:
        return m_link.head(m_stream, m_status, m_headers);
    case Step::Kind::Piece:
        return m_link.piece(m_stream, step.bytes);
    case Step::Kind::End:
        break;
    }
    switch (step.end) {
    case End::Clean:
        return m_link.end(m_stream);
    case End::Reset:
        return m_link.slam();
    case End::Stream:
        return m_link.breakOff(m_stream);
    case End::Freeze:
        return m_link.freeze();
    }
}

} // namespace sentinel::testing
