// SPDX-License-Identifier: GPL-3.0-or-later
// How a request is put to libcurl: address, trust, proxy, limits.
#include "core/kube/transport/Transfer.h"

#include <openssl/ssl.h>

using namespace Qt::StringLiterals;

namespace sentinel::kube {

namespace {

curl_blob blobOf(const QByteArray &bytes)
{
    // The place outlives the transfer, so libcurl need not copy.
    return {.data = const_cast<char *>(bytes.constData()), .len = static_cast<size_t>(bytes.size()), .flags = CURL_BLOB_NOCOPY};
}

void setBlob(CURL *easy, CURLoption option, const QByteArray &bytes)
{
    curl_blob blob = blobOf(bytes);
    curl_easy_setopt(easy, option, &blob);
}

} // namespace

void Transfer::configure()
{
    const auto set = [this](CURLoption option, auto value) { curl_easy_setopt(m_easy, option, value); };
    configureAddress();
    set(CURLOPT_HTTP_VERSION, static_cast<long>(m_request.isBulk ? CURL_HTTP_VERSION_1_1 : CURL_HTTP_VERSION_2TLS));
    waitForShared(!m_request.isBulk && m_place->sockets != nullptr && m_place->sockets->carriesMany());
    set(CURLOPT_FORBID_REUSE, m_request.isBulk ? 1L : 0L); // later requests would share it, without HTTP/2
    set(CURLOPT_NETRC, static_cast<long>(CURL_NETRC_IGNORED));
    set(CURLOPT_FOLLOWLOCATION, 0L);
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_USERAGENT, m_place->userAgent.constData());
    set(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(m_place->connectDeadline.count()));
    set(CURLOPT_TIMEOUT_MS, static_cast<long>(m_request.deadline.count()));
    if (m_request.silence.count() > 0) {
        set(CURLOPT_LOW_SPEED_LIMIT, 1L);
        set(CURLOPT_LOW_SPEED_TIME, static_cast<long>(std::max<qint64>(1, m_request.silence.count() / 1000)));
    }
    // Finds a peer that vanished without a word, also where HTTP/2 cannot ask for it.
    set(CURLOPT_TCP_KEEPALIVE, 1L);
    set(CURLOPT_TCP_KEEPIDLE, 30L);
    set(CURLOPT_TCP_KEEPINTVL, 15L);
    set(CURLOPT_MAXAGE_CONN, 90L);
    if (m_place->sockets != nullptr) {
        m_opener = m_place->sockets->opener();
        m_place->sockets->watchOver(m_easy, m_opener);
    }
    set(CURLOPT_ERRORBUFFER, m_problem.data());
    set(CURLOPT_PRIVATE, this);
    set(CURLOPT_HEADERFUNCTION, &Transfer::onHeader);
    set(CURLOPT_HEADERDATA, this);
    set(CURLOPT_WRITEFUNCTION, &Transfer::onBody);
    set(CURLOPT_WRITEDATA, this);
    configureBody();
}

void Transfer::configureAddress()
{
    const auto set = [this](CURLoption option, auto value) { curl_easy_setopt(m_easy, option, value); };
    const ClusterAccess &access = m_place->access;
    const bool isTls = access.server.scheme() == "https"_L1;
    QByteArray base = m_place->base;
    if (isTls && !access.tlsServerName.isEmpty()) {
        // The name in the address is the one asked for and verified; the connection still goes to the server.
        QUrl named = access.server;
        named.setHost(access.tlsServerName);
        const QByteArray host = access.server.host(QUrl::FullyEncoded).toLatin1();
        const bool isAddress6 = host.contains(':');
        m_connectTo = curl_slist_append(
            nullptr, "::" + (isAddress6 ? '[' + host + ']' : host) + ':' + QByteArray::number(access.server.port(443)));
        set(CURLOPT_CONNECT_TO, m_connectTo);
        base = addressOf(named);
        m_headers = curl_slist_append(m_headers, "Host: " + access.host().toLatin1());
    }
    m_url = base + m_request.target;
    set(CURLOPT_URL, m_url.constData());
    set(CURLOPT_PATH_AS_IS, 1L);
    set(CURLOPT_PROTOCOLS_STR, isTls ? "https" : "http");
}

void Transfer::configureBody()
{
    const auto set = [this](CURLoption option, auto value) { curl_easy_setopt(m_easy, option, value); };
    set(CURLOPT_CUSTOMREQUEST, m_request.method.constData());
    if (m_request.method == "HEAD") {
        set(CURLOPT_NOBODY, 1L); // or it would wait for the body the answer speaks of
    }
    if (m_request.body) {
        set(CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(m_request.body->size()));
        set(CURLOPT_POSTFIELDS, m_request.body->constData());
    }
    // A watch is never packed: its events are small, and each would wait for the packing of the next.
    m_isPackedAsked = m_place->access.compression && mayBePacked() && m_place->link.wantsPacked();
    if (m_isPackedAsked) {
        set(CURLOPT_ACCEPT_ENCODING, "gzip");
    }
}

void Transfer::configureTls()
{
    const auto set = [this](CURLoption option, auto value) { curl_easy_setopt(m_easy, option, value); };
    const ClusterAccess &access = m_place->access;
    set(CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    set(CURLOPT_SSL_VERIFYPEER, access.insecure ? 0L : 1L);
    set(CURLOPT_SSL_VERIFYHOST, access.insecure ? 0L : 2L);
    if (!access.authority.isEmpty()) {
        // Both named empty: otherwise the authorities of the system are trusted beside the cluster's own.
        set(CURLOPT_CAINFO, static_cast<const char *>(nullptr));
        set(CURLOPT_CAPATH, static_cast<const char *>(nullptr));
        setBlob(m_easy, CURLOPT_CAINFO_BLOB, access.authority);
    }
    if (!access.certificate.isEmpty()) {
        set(CURLOPT_SSLCERTTYPE, "PEM");
        set(CURLOPT_SSLKEYTYPE, "PEM");
        setBlob(m_easy, CURLOPT_SSLCERT_BLOB, access.certificate);
        setBlob(m_easy, CURLOPT_SSLKEY_BLOB, access.key);
        set(CURLOPT_KEYPASSWD, ""); // never asks on a terminal
    }
    set(CURLOPT_SSL_CTX_FUNCTION, &Transfer::onTls);
    set(CURLOPT_SSL_CTX_DATA, this);
}

CURLcode Transfer::onTls(CURL *, void *context, void *self)
{
    const auto *transfer = static_cast<const Transfer *>(self);
    watchHandshakes(static_cast<SSL_CTX *>(context), &transfer->m_place->peer);
    if (transfer->m_opener.sockets != nullptr && !transfer->m_request.isBulk) { // which asks for HTTP/1.1 whatever there is
        Sockets::noteHttp2(static_cast<SSL_CTX *>(context), transfer->m_opener);
    }
    return CURLE_OK;
}

void Transfer::configureProxy()
{
    const auto set = [this](CURLoption option, auto value) { curl_easy_setopt(m_easy, option, value); };
    // What the environment names was read, and shown, before: libcurl looks at none of it.
    set(CURLOPT_NOPROXY, "");
    if (m_place->access.proxy.isNone()) {
        set(CURLOPT_PROXY, "");
        return;
    }
    QUrl url = m_place->access.proxy.url;
    if (url.scheme().startsWith("socks5"_L1)) {
        url.setScheme(u"socks5h"_s); // the proxy looks names up, as with kubectl
    } else if (url.port() < 0) {
        url.setPort(url.scheme() == "https"_L1 ? 443 : 80); // libcurl would take 1080
    }
    m_proxy = url.toEncoded(QUrl::RemovePath);
    set(CURLOPT_PROXY, m_proxy.constData());
    set(CURLOPT_HTTPPROXYTUNNEL, 1L);
    set(CURLOPT_PROXYAUTH, static_cast<long>(CURLAUTH_BASIC));
    set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
    set(CURLOPT_HEADEROPT, static_cast<long>(CURLHEADER_SEPARATE)); // our token is not for the proxy
    set(CURLOPT_PROXY_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    set(CURLOPT_PROXY_SSL_VERIFYPEER, 1L);
    set(CURLOPT_PROXY_SSL_VERIFYHOST, 2L);
    if (!m_place->access.authority.isEmpty()) {
        // kubectl trusts a proxy that the cluster's authority vouches for; those of the system are good for it as well.
        setBlob(m_easy, CURLOPT_PROXY_CAINFO_BLOB, m_place->access.authority);
    }
}

void Transfer::learn()
{
    long made = 0;
    curl_easy_getinfo(m_easy, CURLINFO_NUM_CONNECTS, &made);
    if (made > 0 && m_place->access.proxy.isNone()) {
        curl_off_t looked = 0;
        curl_off_t connected = 0;
        curl_easy_getinfo(m_easy, CURLINFO_NAMELOOKUP_TIME_T, &looked);
        curl_easy_getinfo(m_easy, CURLINFO_CONNECT_TIME_T, &connected);
        if (connected > 0) {
            m_place->link.connected(Duration((connected - looked) / 1000));
        }
    }
}

ConnectionReport Transfer::report() const
{
    curl_off_t looked = 0;
    curl_off_t connected = 0;
    curl_off_t secured = 0;
    long version = 0;
    const char *address = nullptr;
    curl_easy_getinfo(m_easy, CURLINFO_NAMELOOKUP_TIME_T, &looked);
    curl_easy_getinfo(m_easy, CURLINFO_CONNECT_TIME_T, &connected);
    curl_easy_getinfo(m_easy, CURLINFO_APPCONNECT_TIME_T, &secured);
    curl_easy_getinfo(m_easy, CURLINFO_HTTP_VERSION, &version);
    curl_easy_getinfo(m_easy, CURLINFO_PRIMARY_IP, &address);
    return {.isNameKnown = looked > 0 || connected > 0,
            .isConnected = connected > 0,
            .isTrusted = secured > 0,
            .address = QString::fromLatin1(address ? address : ""),
            .httpVersion = version == CURL_HTTP_VERSION_2_0 ? 2
                : version == CURL_HTTP_VERSION_1_1          ? 1
                                                            : 0,
            .peer = m_place->peer};
}

} // namespace sentinel::kube
