// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace sentinel::journal {

/// What the journal knows of a secret: a keyed hash, equal for equal secrets of this journal and of no use without its key file.
/// Made by Journal::digest only, so that a secret cannot be passed off as one.
class Digest
{
public:
    [[nodiscard]] const QString &text() const { return m_text; } ///< "hmac-sha256:…"
    bool operator==(const Digest &) const = default;

private:
    friend class Journal;
    Digest(const QByteArray &key, QByteArrayView secret);

    QString m_text;
};

/// Texts that are secrets by their look: private keys, JSON web tokens, words like "password=".
[[nodiscard]] bool looksSecret(const QString &text);
/// Names whose values are secrets: password, token, secret, key, credential in them.
[[nodiscard]] bool namesSecret(const QString &name);

} // namespace sentinel::journal
