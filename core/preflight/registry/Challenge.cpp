// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/preflight/registry/Challenge.h"

#include <QRegularExpression>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace sentinel::preflight {

namespace {

/// With "+" and "&" of values encoded too: QUrlQuery leaves them as they are.
QByteArray encoded(const QList<std::pair<QString, QString>> &fields)
{
    QByteArrayList parts;
    for (const auto &[name, value] : fields) {
        parts.append(name.toLatin1() + '=' + QUrl::toPercentEncoding(value, "/:"));
    }
    return parts.join('&');
}

QString scopeOf(const Challenge &challenge, const QString &fallback)
{
    return challenge.scope.isEmpty() ? fallback : challenge.scope;
}

} // namespace

Challenge challengeIn(const QByteArray &header)
{
    const QString text = QString::fromUtf8(header).trimmed();
    if (text.isEmpty()) {
        return {};
    }
    Challenge challenge{.kind = Challenge::Kind::Other};
    const QString scheme = text.section(u' ', 0, 0);
    if (scheme.compare("basic"_L1, Qt::CaseInsensitive) == 0) {
        challenge.kind = Challenge::Kind::Basic;
    }
    if (scheme.compare("bearer"_L1, Qt::CaseInsensitive) != 0) {
        return challenge;
    }
    static const QRegularExpression field(uR"re((\w+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,]+)))re"_s);
    for (auto matches = field.globalMatch(text); matches.hasNext();) {
        const auto match = matches.next();
        const QString name = match.captured(1).toLower();
        const QString value = match.captured(2).isEmpty() ? match.captured(3) : match.captured(2);
        if (name == "realm"_L1) {
            challenge.realm = QUrl(value, QUrl::StrictMode);
        } else if (name == "service"_L1) {
            challenge.service = value;
        } else if (name == "scope"_L1) {
            challenge.scope = value;
        }
    }
    challenge.kind
        = challenge.realm.isValid() && !challenge.realm.host().isEmpty() ? Challenge::Kind::Bearer : Challenge::Kind::Other;
    return challenge;
}

QByteArray basicOf(const Login &login)
{
    return "Basic " + (login.user + ':' + login.password).toBase64();
}

QByteArray tokenTarget(const Challenge &challenge, const QString &fallbackScope)
{
    QByteArray target = challenge.realm.path(QUrl::FullyEncoded).toLatin1();
    target += target.isEmpty() ? "/?" : "?";
    if (challenge.realm.hasQuery()) {
        target += challenge.realm.query(QUrl::FullyEncoded).toLatin1() + '&';
    }
    QList<std::pair<QString, QString>> fields;
    if (!challenge.service.isEmpty()) {
        fields.append({u"service"_s, challenge.service});
    }
    fields.append({u"scope"_s, scopeOf(challenge, fallbackScope)});
    return target + encoded(fields);
}

QByteArray tokenForm(const Challenge &challenge, const QString &fallbackScope, const Login &login)
{
    return encoded({{u"grant_type"_s, u"refresh_token"_s},
                    {u"service"_s, challenge.service},
                    {u"scope"_s, scopeOf(challenge, fallbackScope)},
                    {u"client_id"_s, u"sentinel-console"_s},
                    {u"refresh_token"_s, QString::fromUtf8(login.identityToken)}});
}

} // namespace sentinel::preflight
