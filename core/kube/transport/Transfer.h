// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/kube/access/ClusterAccess.h"
#include "core/kube/transport/Http.h"
#include "core/kube/transport/Lines.h"
#include "core/kube/transport/LinkSpeed.h"
#include "core/kube/transport/Mailbox.h"
#include "core/kube/transport/PeerCertificate.h"
#include "core/kube/transport/Sockets.h"

#include <array>
#include <chrono>
#include <curl/curl.h>
#include <memory>

namespace sentinel::kube {

/// How far a connection came, and what was met there.
struct ConnectionReport
{
    bool isNameKnown = false;
    bool isConnected = false; ///< to the server, or to the proxy in front of it
    bool isTrusted = false; ///< TLS stands
    QString address{}; ///< of the other end
    int httpVersion = 0; ///< 1 or 2
    PeerCertificate peer{};
};

/// Where transfers go: an access and what was learned of the way. Transfers under way keep theirs when another takes its place.
struct TransferPlace
{
    ClusterAccess access;
    QByteArray base{}; ///< scheme, host, port and path without a trailing slash
    QByteArray userAgent{};
    Duration connectDeadline{};
    PeerCertificate peer{}; ///< of the last handshake
    LinkSpeed link{Packing::WhereItPays, false};
    Sockets *sockets = nullptr; ///< those of the transport; null for a connection that is not its
};
using TransferPlacePtr = std::shared_ptr<TransferPlace>;

/// A server's address without a trailing slash, as targets are appended to it.
[[nodiscard]] QByteArray addressOf(const QUrl &server);

/// One request on its way: an easy handle of libcurl and what it has brought so far. Lives on the transport's thread.
class Transfer
{
public:
    Transfer(TransferPlacePtr place, HttpRequest request, std::shared_ptr<Mailbox> mailbox);
    ~Transfer();
    Transfer(const Transfer &) = delete;
    Transfer &operator=(const Transfer &) = delete;

    [[nodiscard]] CURL *handle() const { return m_easy; }
    [[nodiscard]] Mailbox &mailbox() const { return *m_mailbox; }
    [[nodiscard]] const TransferPlace &place() const { return *m_place; }
    [[nodiscard]] bool isStream() const
    {
        return m_request.reading == HttpRequest::Reading::Lines || m_request.reading == HttpRequest::Reading::JsonLines
            || m_request.reading == HttpRequest::Reading::Chunks;
    }
    /// A body with an end: compressed it may come sooner.
    [[nodiscard]] bool mayBePacked() const { return !isStream() || m_request.compresses; }
    [[nodiscard]] ConnectionReport report() const;
    /// Ends a stream whose way no longer holds; it is the receiver's to begin another.
    void breakOff(const QString &why);
    /// Of a stream from which nothing came for longer than it may take: ends it and is true.
    [[nodiscard]] bool breakOffSilent();
    /// Whether it waits for a connection that another is just making, to share it.
    void waitForShared(bool waits) { curl_easy_setopt(m_easy, CURLOPT_PIPEWAIT, waits ? 1L : 0L); }
    /// Reads on after a pause, once the receiver has taken what lay there.
    void resume();
    /// It broke off for `code`, may be sent once more because it only reads, and is ready for that. A server that closes an idle
    /// connection just when a request is on its way is no failure.
    [[nodiscard]] bool startsOver(CURLcode code);
    /// It is over, for `code`: tells the receiver.
    void end(CURLcode code);

private:
    void configure();
    void configureAddress();
    void configureBody();
    void configureTls();
    void configureProxy();
    void learn();
    void addHeaders();
    [[nodiscard]] bool takeHeader(QByteArrayView line);
    [[nodiscard]] size_t takeBody(QByteArrayView piece);
    [[nodiscard]] size_t takeLines(QByteArrayView piece);
    [[nodiscard]] HttpLine readLine(QByteArray text) const;
    [[nodiscard]] HttpAnswer finished();

    static size_t onHeader(char *bytes, size_t size, size_t count, void *self);
    static CURLcode onTls(CURL *easy, void *context, void *self);
    static size_t onBody(char *bytes, size_t size, size_t count, void *self);

    const TransferPlacePtr m_place;
    HttpRequest m_request;
    std::shared_ptr<Mailbox> m_mailbox;
    Sockets::Opener m_opener;
    CURL *m_easy;
    curl_slist *m_headers = nullptr;
    curl_slist *m_connectTo = nullptr;
    QByteArray m_url;
    QByteArray m_proxy;
    bool m_isPackedAsked = false;
    std::array<char, CURL_ERROR_SIZE> m_problem{};
    HttpAnswer m_answer;
    Lines m_lines{kMostLine};
    std::chrono::steady_clock::time_point m_heardAt = std::chrono::steady_clock::now(); ///< begun, or the last byte
    bool m_isStream = false; ///< accepted, and its lines go out as they come
    bool m_isPaused = false;
    bool m_isSecondTry = false;
    bool m_isTooLarge = false;
    bool m_isEnough = false; ///< the sink of the chunks wants no more
};

} // namespace sentinel::kube
