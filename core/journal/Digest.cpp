// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/Digest.h"

#include <QMessageAuthenticationCode>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace sentinel::journal {

Digest::Digest(const QByteArray &key, QByteArrayView secret)
    : m_text(u"hmac-sha256:"_s
             + QString::fromLatin1(QMessageAuthenticationCode::hash(secret, key, QCryptographicHash::Sha256).toHex()))
{
}

bool looksSecret(const QString &text)
{
    static const QRegularExpression look(
        u"PRIVATE KEY-----|\\beyJ[\\w-]{8,}\\.[\\w-]+\\.|\\bBearer\\s+\\S{8,}|(?i:password|passwd|token|secret)\\s*[=:]\\s*\\S"_s);
    return look.match(text).hasMatch();
}

bool namesSecret(const QString &name)
{
    static const QRegularExpression words(u"password|passwd|token|secret|credential|(^|[^a-z])key$|[a-z]Key$"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    return words.match(name).hasMatch();
}

} // namespace sentinel::journal
