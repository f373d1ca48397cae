// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kube/access/CredentialSource.h"

#include <QUrl>

namespace sentinel::kube {

namespace {

Async<Proof> ready(Result<Proof> proof)
{
    co_return proof;
}

/// Ends with either of the two tokens.
Async<Proof> fromPlugin(std::shared_ptr<PluginSession> session, CancelToken cancel, CancelToken closing)
{
    const auto stop = std::make_shared<CancelSource>();
    const auto first = cancel.onCancel([stop] { stop->cancel(); });
    const auto second = closing.onCancel([stop] { stop->cancel(); });
    const auto given = co_await session->given(stop->token());
    if (!given) {
        co_return failure(given);
    }
    const ExecCredential &credential = given->credential;
    co_return Proof{.header = credential.token.isEmpty() ? QByteArray() : "Authorization: Bearer " + credential.token,
                    .certificate = credential.certificate,
                    .key = credential.key,
                    .number = given->number};
}

} // namespace

CredentialSource::CredentialSource(const ClusterAccess &access, PluginGate gate, std::shared_ptr<Clock> clock)
    : m_gate(std::move(gate))
    , m_clock(std::move(clock))
{
    use(access);
}

CredentialSource::~CredentialSource()
{
    close();
}

void CredentialSource::use(const ClusterAccess &access)
{
    m_tokens = std::make_unique<TokenSource>(access, m_clock);
    m_plugin = access.plugin ? PluginSession::of(access, m_gate, m_clock) : nullptr;
    m_password = access.userName.isEmpty() ? QByteArray()
                                           : "Authorization: Basic " + (access.userName + ':' + access.password).toBase64();
}

Async<Proof> CredentialSource::proof(CancelToken cancel)
{
    if (m_plugin) {
        return fromPlugin(m_plugin, std::move(cancel), m_closing.token());
    }
    if (!m_password.isEmpty()) {
        return ready(Proof{.header = m_password});
    }
    const auto token = m_tokens->token();
    if (!token) {
        return ready(failure(token));
    }
    return ready(Proof{.header = token->isEmpty() ? QByteArray() : "Authorization: Bearer " + *token});
}

bool CredentialSource::refused(const Proof &proof)
{
    if (m_plugin) {
        m_plugin->refused(proof.number);
        return true;
    }
    m_tokens->forget();
    const auto token = m_tokens->token();
    return token && !token->isEmpty() && proof.header != "Authorization: Bearer " + *token;
}

void CredentialSource::accepted(const Proof &proof)
{
    if (m_plugin) {
        m_plugin->accepted(proof.number);
    }
}

void CredentialSource::close()
{
    if (!m_closing.isCancelled()) {
        m_closing.cancel();
    }
}

QList<QByteArray> impersonationHeaders(const Impersonation &as)
{
    QList<QByteArray> headers;
    if (as.isNobody()) {
        return headers;
    }
    headers.append("Impersonate-User: " + as.user.toUtf8());
    if (!as.uid.isEmpty()) {
        headers.append("Impersonate-Uid: " + as.uid.toUtf8());
    }
    for (const QString &group : as.groups) {
        headers.append("Impersonate-Group: " + group.toUtf8());
    }
    for (const auto &[key, values] : as.extra) {
        for (const QString &value : values) {
            headers.append("Impersonate-Extra-" + QUrl::toPercentEncoding(key) + ": " + value.toUtf8());
        }
    }
    return headers;
}

} // namespace sentinel::kube
