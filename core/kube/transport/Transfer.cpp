// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kube/transport/Transfer.h"

#include "core/kube/transport/TransferFailure.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace sentinel::kube {

QByteArray addressOf(const QUrl &server)
{
    QByteArray address = server.toEncoded(QUrl::RemoveUserInfo);
    while (address.endsWith('/')) {
        address.chop(1);
    }
    return address;
}

Transfer::Transfer(TransferPlacePtr place, HttpRequest request, std::shared_ptr<Mailbox> mailbox)
    : m_place(std::move(place))
    , m_request(std::move(request))
    , m_mailbox(std::move(mailbox))
    , m_easy(curl_easy_init())
{
    if (m_request.reading == HttpRequest::Reading::JsonLines) {
        m_mailbox->allow(kMostBody); // a watch nobody reads for a while is not paused: the server would close it
    }
    configure();
    configureTls();
    configureProxy();
    addHeaders();
}

Transfer::~Transfer()
{
    curl_easy_cleanup(m_easy);
    curl_slist_free_all(m_headers);
    curl_slist_free_all(m_connectTo);
}

void Transfer::addHeaders()
{
    for (const QByteArray &header : std::as_const(m_request.headers)) {
        m_headers = curl_slist_append(m_headers, header.constData());
    }
    m_headers = curl_slist_append(m_headers, "Expect:"); // no pause before larger bodies
    curl_easy_setopt(m_easy, CURLOPT_HTTPHEADER, m_headers);
}

size_t Transfer::onHeader(char *bytes, size_t size, size_t count, void *self)
{
    const size_t length = size * count;
    return static_cast<Transfer *>(self)->takeHeader(QByteArrayView(bytes, static_cast<qsizetype>(length))) ? length : 0;
}

bool Transfer::takeHeader(QByteArrayView line)
{
    m_heardAt = std::chrono::steady_clock::now();
    const QByteArrayView trimmed = line.trimmed();
    if (trimmed.startsWith("HTTP/")) {
        m_answer = {};
        return true;
    }
    if (!trimmed.isEmpty()) {
        if (const qsizetype colon = trimmed.indexOf(':'); colon > 0) {
            m_answer.headers.append(
                {trimmed.first(colon).toByteArray().toLower(), trimmed.sliced(colon + 1).trimmed().toByteArray()});
        }
        return true;
    }
    long status = 0;
    curl_easy_getinfo(m_easy, CURLINFO_RESPONSE_CODE, &status);
    m_answer.status = static_cast<int>(status);
    learn();
    const bool isWhole = m_request.reading == HttpRequest::Reading::Whole || m_request.reading == HttpRequest::Reading::Bytes;
    m_isStream = !isWhole && m_answer.isGood();
    if (m_isStream) {
        if (m_request.chunks) {
            m_request.chunks->begin(m_answer);
        }
        m_mailbox->postHead(m_answer);
    }
    return true;
}

size_t Transfer::onBody(char *bytes, size_t size, size_t count, void *self)
{
    return static_cast<Transfer *>(self)->takeBody(QByteArrayView(bytes, static_cast<qsizetype>(size * count)));
}

size_t Transfer::takeBody(QByteArrayView piece)
{
    m_heardAt = std::chrono::steady_clock::now();
    if (m_isStream && m_request.chunks) {
        m_isEnough = !m_request.chunks->take(piece);
        return m_isEnough ? CURL_WRITEFUNC_ERROR : static_cast<size_t>(piece.size());
    }
    if (m_isStream) {
        return takeLines(piece);
    }
    if (m_answer.body.isEmpty()) {
        curl_off_t announced = -1;
        curl_easy_getinfo(m_easy, CURLINFO_CONTENT_LENGTH_DOWNLOAD_T, &announced);
        m_answer.body.reserve(std::clamp<qint64>(announced, piece.size(), qint64{64} << 20));
    }
    if (m_answer.body.size() + piece.size() > kMostBody) {
        m_isTooLarge = true;
        return CURL_WRITEFUNC_ERROR;
    }
    m_answer.body.append(piece);
    return static_cast<size_t>(piece.size());
}

size_t Transfer::takeLines(QByteArrayView piece)
{
    if (m_mailbox->isFull()) {
        m_isPaused = true;
        return CURL_WRITEFUNC_PAUSE;
    }
    QList<HttpLine> lines;
    if (!m_lines.feed(piece, [&](QByteArray text) { lines.append(readLine(std::move(text))); })) {
        m_isTooLarge = true;
        return CURL_WRITEFUNC_ERROR;
    }
    if (!lines.isEmpty()) {
        m_mailbox->postLines(std::move(lines), piece.size());
    }
    return static_cast<size_t>(piece.size());
}

HttpLine Transfer::readLine(QByteArray text) const
{
    if (m_request.reading == HttpRequest::Reading::JsonLines) {
        const QJsonDocument document = QJsonDocument::fromJson(text);
        if (document.isObject()) {
            return {.json = document.object(), .isJson = true};
        }
    }
    return {.text = std::move(text)};
}

void Transfer::breakOff(const QString &why)
{
    m_mailbox->postOutcome(failure(Error::Kind::Unreachable, {}, why));
}

bool Transfer::breakOffSilent()
{
    const Duration limit = m_isStream ? m_request.quiet : m_request.answersWithin;
    const auto silent = std::chrono::duration_cast<Duration>(std::chrono::steady_clock::now() - m_heardAt);
    if (!isStream() || m_isPaused || limit.count() == 0 || silent <= limit) {
        return false;
    }
    m_mailbox->postOutcome(failure(silenceFailure(*m_place, silent, m_isStream)));
    return true;
}

void Transfer::resume()
{
    if (m_isPaused) {
        m_heardAt = std::chrono::steady_clock::now();
        m_isPaused = false;
        curl_easy_pause(m_easy, CURLPAUSE_CONT);
    }
}

bool Transfer::startsOver(CURLcode code)
{
    const bool isBroken = code == CURLE_GOT_NOTHING || code == CURLE_RECV_ERROR || code == CURLE_SEND_ERROR || code == CURLE_HTTP2
        || code == CURLE_HTTP2_STREAM || code == CURLE_PARTIAL_FILE;
    const bool isUntold
        = m_request.reading == HttpRequest::Reading::Whole || (m_request.reading == HttpRequest::Reading::Chunks && !m_isStream);
    const bool isReading = m_request.method == "GET" && isUntold;
    if (!isBroken || !isReading || std::exchange(m_isSecondTry, true)) {
        return false;
    }
    m_answer = {};
    m_problem[0] = 0;
    curl_easy_setopt(m_easy, CURLOPT_FRESH_CONNECT, 1L);
    return true;
}

HttpAnswer Transfer::finished()
{
    if (m_isStream && m_request.chunks) {
        return std::move(m_answer);
    }
    if (m_isStream) {
        // A watch that breaks off inside a line has lost that event; a log has no more than that.
        if (QByteArray rest = m_lines.rest(); !rest.isEmpty()) {
            m_mailbox->postLines({readLine(std::move(rest))}, 0);
        }
        return std::move(m_answer);
    }
    if (m_request.reading == HttpRequest::Reading::Bytes) {
        return std::move(m_answer);
    }
    const QJsonDocument document = QJsonDocument::fromJson(m_answer.body);
    if (document.isObject()) {
        m_answer.json = document.object();
        m_answer.isJson = true;
        m_answer.body.clear();
    }
    return std::move(m_answer);
}

void Transfer::end(CURLcode code)
{
    if (m_isStream && m_request.chunks && code == CURLE_OK) {
        m_request.chunks->end();
    }
    if (code == CURLE_OK || m_isEnough) {
        curl_off_t size = 0;
        curl_off_t begun = 0;
        curl_off_t took = 0;
        curl_easy_getinfo(m_easy, CURLINFO_SIZE_DOWNLOAD_T, &size);
        curl_easy_getinfo(m_easy, CURLINFO_STARTTRANSFER_TIME_T, &begun);
        curl_easy_getinfo(m_easy, CURLINFO_TOTAL_TIME_T, &took);
        if (code == CURLE_OK && !m_isPackedAsked && mayBePacked()) {
            m_place->link.received(size, Duration((took - begun) / 1000));
        }
        m_mailbox->postOutcome(finished());
        return;
    }
    if (m_isTooLarge) {
        m_mailbox->postOutcome(failure(answerTooLarge(*m_place)));
        return;
    }
    curl_off_t connected = 0;
    curl_easy_getinfo(m_easy, CURLINFO_PRETRANSFER_TIME_T, &connected);
    const QString detail = QString::fromUtf8(m_problem[0] != 0 ? m_problem.data() : curl_easy_strerror(code));
    m_mailbox->postOutcome(failure(transferFailure(code, *m_place, m_request, connected > 0, detail)));
}

} // namespace sentinel::kube
