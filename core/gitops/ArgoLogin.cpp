// SPDX-License-Identifier: GPL-3.0-or-later
// The file's fields: util/localconfig/localconfig.go of Argo CD.
#include "core/gitops/ArgoLogin.h"

#include "core/base/Files.h"
#include "core/yaml/Json.h"
#include "core/yaml/Read.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace sentinel::gitops {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ArgoLogin)
};

constexpr int kHttpsPort = 443;

QJsonObject named(const QJsonValue &list, QStringView key, const QString &name)
{
    const QJsonArray items = list.toArray();
    for (const QJsonValue &item : items) {
        if (item[key].toString() == name) {
            return item.toObject();
        }
    }
    return {};
}

QString pathOf(const QUrl &url)
{
    QString path = url.path();
    while (path.endsWith(u'/')) {
        path.chop(1);
    }
    return path;
}

bool isSame(const QUrl &left, const QUrl &right)
{
    return left.scheme() == right.scheme() && left.host().compare(right.host(), Qt::CaseInsensitive) == 0
        && left.port(kHttpsPort) == right.port(kHttpsPort) && pathOf(left) == pathOf(right);
}

} // namespace

QUrl ArgoLogin::url() const
{
    QUrl url((isPlainText ? u"http://"_s : u"https://"_s) + server, QUrl::StrictMode);
    QString path = rootPath;
    if (!path.isEmpty() && !path.startsWith(u'/')) {
        path.prepend(u'/');
    }
    url.setPath(path);
    return url;
}

QString argoLoginFile()
{
    const QString given = qEnvironmentVariable("ARGOCD_CONFIG_DIR");
    const QString old = QDir::homePath() + u"/.argocd/config"_s;
    if (given.isEmpty() && QFileInfo::exists(old)) {
        return old;
    }
    return (given.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u"/argocd"_s : given)
        + u"/config"_s;
}

Result<QList<ArgoLogin>> readArgoLogins(const QString &file)
{
    if (!QFileInfo::exists(file)) {
        return QList<ArgoLogin>();
    }
    const auto text = readFile(file);
    const auto read = text ? yaml::read(*text, file) : failure(text);
    if (!read) {
        return failure(read);
    }
    const QJsonValue config = yaml::toJson(*read);
    QList<ArgoLogin> logins;
    const QJsonArray contexts = config[u"contexts"].toArray();
    for (const QJsonValue &context : contexts) {
        const QString name = context[u"server"].toString();
        const QJsonObject server = named(config[u"servers"], u"server", name);
        const QJsonObject user = named(config[u"users"], u"name", context[u"user"].toString());
        const QByteArray token = user[u"auth-token"].toString().toUtf8();
        if (name.isEmpty() || token.isEmpty()) {
            continue;
        }
        logins.append({.server = name,
                       .rootPath = server[u"grpc-web-root-path"].toString(),
                       .token = token,
                       .authority = QByteArray::fromBase64(server[u"certificate-authority-data"].toString().toLatin1()),
                       .isPlainText = server[u"plain-text"].toBool(),
                       .isInsecure = server[u"insecure"].toBool()});
    }
    return logins;
}

std::optional<ArgoLogin> loginFor(const QList<ArgoLogin> &logins, const QUrl &url)
{
    for (const ArgoLogin &login : logins) {
        if (isSame(login.url(), url)) {
            return login;
        }
    }
    return {};
}

Result<QByteArray> argoToken(const QByteArray &given)
{
    const QByteArray token = given.trimmed();
    const bool isFine = !token.isEmpty() && std::ranges::all_of(token, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-';
    });
    if (!isFine) {
        return failure(Error::Kind::Invalid, Text::tr("reading a token of Argo CD"),
                       Text::tr("It is none: a token consists of letters, digits, dots, \"-\" and \"_\"."));
    }
    return token;
}

} // namespace sentinel::gitops
