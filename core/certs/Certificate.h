// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Finding.h"
#include "core/certs/Served.h"

#include <QDateTime>
#include <QStringList>
#include <optional>

namespace sentinel::certs {

enum class State {
    Ready,
    Expiring, ///< ready, but its renewal is overdue
    Issuing, ///< a new one is being made
    Waiting, ///< the last try failed; cert-manager tries again at `nextTry`
    NotReady,
    Expired,
    Unknown, ///< cert-manager has said nothing yet
};
[[nodiscard]] QString stateName(State state); ///< "ready", "issuing", …: the words of JSON documents
[[nodiscard]] QString stateWord(State state); ///< the person's
/// Whether a person has to look: expired, not ready, waiting, unknown.
[[nodiscard]] bool isTrouble(State state);

/// One step on the way to a certificate: Certificate, CertificateRequest, Order, Challenge, or its issuer.
struct Link
{
    enum class Standing { Good, Working, Bad, Unknown };
    QString kind{};
    QString ns{};
    QString name{};
    Standing standing = Standing::Unknown;
    QString sentence{}; ///< how it stands, in words, with what cert-manager says

    [[nodiscard]] QString title() const { return kind + u'/' + name; }
    bool operator==(const Link &) const = default;
};
[[nodiscard]] QString standingName(Link::Standing standing); ///< "good", "working", "bad", "unknown"

struct Issuer
{
    QString kind{}; ///< "Issuer", "ClusterIssuer"
    QString ns{}; ///< empty for a ClusterIssuer
    QString name{};
    QString type{}; ///< "acme", "ca", "selfSigned", "vault", "venafi"; empty: none known
    bool ready = false;
    QString sentence{};

    bool operator==(const Issuer &) const = default;
};

/// A Certificate of cert-manager and everything around it, judged. Strings of the cluster in it are plain text.
struct Certificate
{
    QString ns{};
    QString name{};
    QString uid{};
    QString resourceVersion{};
    State state = State::Unknown;
    QString sentence{}; ///< why it is in this state
    QString secretName{};
    QString issuerKind{};
    QString issuerName{};
    QStringList names{}; ///< DNS names, addresses and URIs it is asked for
    QDateTime notBefore{};
    QDateTime notAfter{};
    QDateTime renewalTime{};
    QDateTime nextTry{}; ///< after a failure
    qint64 revision = 0; ///< 0: never issued
    qint64 failedAttempts = 0;
    QList<Link> chain{}; ///< from the Certificate down to what was asked for last
    QString cause{}; ///< what holds it up, at the root; empty: nothing
    std::optional<Served> served{}; ///< what the Secret holds
    QString notRead{}; ///< why `served` is missing
    Findings findings{}; ///< rules "certificate.*"

    [[nodiscard]] QString title() const { return ns + u'/' + name; }
    /// A person has to look: nothing good is served, what is on its way is held up, or something about it is wrong.
    [[nodiscard]] bool needsCare() const
    {
        const bool stuck = state == State::Issuing && (revision == 0 || !cause.isEmpty());
        return isTrouble(state) || stuck || hasErrors(findings);
    }
    [[nodiscard]] bool isIssuing() const { return state == State::Issuing; }
    bool operator==(const Certificate &) const = default;
};

} // namespace sentinel::certs
