// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kube/Transfer.h"

#include "core/kube/TransferFailure.h"

#include <QJsonDocument>
#include <openssl/ssl.h>

using namespace Qt::StringLiterals;

namespace sentinel::kube {

namespace {

curl_blob blobOf(const QByteArray &bytes)
{
    // The place outlives every transfer, so libcurl need not copy.
    return {.data = const_cast<char *>(bytes.constData()), .len = static_cast<size_t>(bytes.size()), .flags = CURL_BLOB_NOCOPY};
}

} // namespace

QByteArray addressOf(const QUrl &server)
{
    QByteArray address = server.toEncoded(QUrl::RemoveUserInfo);
    while (address.endsWith('/')) {
        address.chop(1);
    }
    return address;
}

Transfer::Transfer(TransferPlace &place, HttpRequest request, std::shared_ptr<Mailbox> mailbox)
    : m_place(place)
    , m_request(std::move(request))
    , m_mailbox(std::move(mailbox))
    , m_easy(curl_easy_init())
{
    configure();
    configureTls();
    addHeaders();
}

Transfer::~Transfer()
{
    curl_easy_cleanup(m_easy);
    curl_slist_free_all(m_headers);
    curl_slist_free_all(m_connectTo);
}

void Transfer::configure()
{
    const auto set = [this](CURLoption option, auto value) { curl_easy_setopt(m_easy, option, value); };
    const bool isTls = m_place.access.server.scheme() == "https"_L1;
    const QString serverName = m_place.access.tlsServerName;
    QByteArray base = m_place.base;
    if (isTls && !serverName.isEmpty()) {
        // The name in the address is the one asked for and verified; the connection still goes to the server.
        QUrl named = m_place.access.server;
        named.setHost(serverName);
        const QByteArray host = m_place.access.server.host(QUrl::FullyEncoded).toLatin1();
        const bool isAddress6 = host.contains(':');
        m_connectTo = curl_slist_append(
            nullptr, "::" + (isAddress6 ? '[' + host + ']' : host) + ':' + QByteArray::number(m_place.access.server.port(443)));
        set(CURLOPT_CONNECT_TO, m_connectTo);
        base = addressOf(named);
        m_headers = curl_slist_append(m_headers, "Host: " + m_place.access.host().toLatin1());
    }
    m_url = base + m_request.target;
    set(CURLOPT_URL, m_url.constData());
    set(CURLOPT_PATH_AS_IS, 1L);
    set(CURLOPT_PROTOCOLS_STR, isTls ? "https" : "http");
    set(CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_2TLS));
    set(CURLOPT_PIPEWAIT, 1L);
    set(CURLOPT_PROXY, "");
    set(CURLOPT_NETRC, static_cast<long>(CURL_NETRC_IGNORED));
    set(CURLOPT_FOLLOWLOCATION, 0L);
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_USERAGENT, m_place.userAgent.constData());
    set(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(m_place.connectDeadline.count()));
    set(CURLOPT_TIMEOUT_MS, static_cast<long>(m_request.deadline.count()));
    if (m_request.silence.count() > 0) {
        set(CURLOPT_LOW_SPEED_LIMIT, 1L);
        set(CURLOPT_LOW_SPEED_TIME, static_cast<long>(std::max<qint64>(1, m_request.silence.count() / 1000)));
    }
    // Finds a peer that vanished without a word while a watch is silent.
    set(CURLOPT_TCP_KEEPALIVE, 1L);
    set(CURLOPT_TCP_KEEPIDLE, 30L);
    set(CURLOPT_TCP_KEEPINTVL, 15L);
    set(CURLOPT_MAXAGE_CONN, 90L);
    set(CURLOPT_ERRORBUFFER, m_problem.data());
    set(CURLOPT_PRIVATE, this);
    set(CURLOPT_HEADERFUNCTION, &Transfer::onHeader);
    set(CURLOPT_HEADERDATA, this);
    set(CURLOPT_WRITEFUNCTION, &Transfer::onBody);
    set(CURLOPT_WRITEDATA, this);
    set(CURLOPT_CUSTOMREQUEST, m_request.method.constData());
    if (m_request.body) {
        set(CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(m_request.body->size()));
        set(CURLOPT_POSTFIELDS, m_request.body->constData());
    }
    if (m_place.access.compression && m_request.reading == HttpRequest::Reading::Whole) {
        set(CURLOPT_ACCEPT_ENCODING, "gzip");
    }
}

void Transfer::configureTls()
{
    const auto set = [this](CURLoption option, auto value) { curl_easy_setopt(m_easy, option, value); };
    const auto setBlob = [this](CURLoption option, const QByteArray &bytes) {
        curl_blob blob = blobOf(bytes);
        curl_easy_setopt(m_easy, option, &blob);
    };
    const ClusterAccess &access = m_place.access;
    set(CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    set(CURLOPT_SSL_VERIFYPEER, 1L);
    set(CURLOPT_SSL_VERIFYHOST, 2L);
    if (!access.authority.isEmpty()) {
        // Both named empty: otherwise the authorities of the system are trusted beside the cluster's own.
        set(CURLOPT_CAINFO, static_cast<const char *>(nullptr));
        set(CURLOPT_CAPATH, static_cast<const char *>(nullptr));
        setBlob(CURLOPT_CAINFO_BLOB, access.authority);
    }
    if (!access.certificate.isEmpty()) {
        set(CURLOPT_SSLCERTTYPE, "PEM");
        set(CURLOPT_SSLKEYTYPE, "PEM");
        setBlob(CURLOPT_SSLCERT_BLOB, access.certificate);
        setBlob(CURLOPT_SSLKEY_BLOB, access.key);
        set(CURLOPT_KEYPASSWD, ""); // never asks on a terminal
    }
    set(CURLOPT_SSL_CTX_FUNCTION, &Transfer::onTls);
    set(CURLOPT_SSL_CTX_DATA, this);
}

void Transfer::addHeaders()
{
    for (const QByteArray &header : std::as_const(m_request.headers)) {
        m_headers = curl_slist_append(m_headers, header.constData());
    }
    m_headers = curl_slist_append(m_headers, "Expect:"); // no pause before larger bodies
    curl_easy_setopt(m_easy, CURLOPT_HTTPHEADER, m_headers);
}

CURLcode Transfer::onTls(CURL *, void *context, void *self)
{
    watchHandshakes(static_cast<SSL_CTX *>(context), &static_cast<Transfer *>(self)->m_place.peer);
    return CURLE_OK;
}

size_t Transfer::onHeader(char *bytes, size_t size, size_t count, void *self)
{
    const size_t length = size * count;
    return static_cast<Transfer *>(self)->takeHeader(QByteArrayView(bytes, static_cast<qsizetype>(length))) ? length : 0;
}

bool Transfer::takeHeader(QByteArrayView line)
{
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
    const bool isWhole = m_request.reading == HttpRequest::Reading::Whole || m_request.reading == HttpRequest::Reading::Bytes;
    m_isStream = !isWhole && m_answer.isGood();
    if (m_isStream) {
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

void Transfer::resume()
{
    if (m_isPaused) {
        m_isPaused = false;
        curl_easy_pause(m_easy, CURLPAUSE_CONT);
    }
}

bool Transfer::startsOver(CURLcode code)
{
    const bool isBroken = code == CURLE_GOT_NOTHING || code == CURLE_RECV_ERROR || code == CURLE_SEND_ERROR || code == CURLE_HTTP2
        || code == CURLE_HTTP2_STREAM || code == CURLE_PARTIAL_FILE;
    const bool isReading = m_request.method == "GET" && m_request.reading == HttpRequest::Reading::Whole;
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
    if (code == CURLE_OK) {
        m_mailbox->postOutcome(finished());
        return;
    }
    if (m_isTooLarge) {
        m_mailbox->postOutcome(failure(answerTooLarge(m_place)));
        return;
    }
    curl_off_t connected = 0;
    curl_easy_getinfo(m_easy, CURLINFO_PRETRANSFER_TIME_T, &connected);
    const QString detail = QString::fromUtf8(m_problem[0] != 0 ? m_problem.data() : curl_easy_strerror(code));
    m_mailbox->postOutcome(failure(transferFailure(code, m_place, m_request, connected > 0, detail)));
}

} // namespace sentinel::kube
