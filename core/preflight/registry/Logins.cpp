// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/preflight/registry/Logins.h"

#include "core/base/Files.h"
#include "core/base/Program.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace sentinel::preflight {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

constexpr Duration kHelperPatience = std::chrono::seconds(20);

QString doingFor(const QString &registry)
{
    return Text::tr("looking for the login at %1").arg(registry);
}

/// "https://index.docker.io/v1/" is how docker files Docker Hub; others are a host, podman's perhaps with a path.
QString plainKey(QString key)
{
    for (const QString &scheme : {u"https://"_s, u"http://"_s}) {
        if (key.startsWith(scheme)) {
            key = key.sliced(scheme.size());
            key = key.section(u'/', 0, 0); // with a scheme, a path is the version of the protocol
        }
    }
    return key == "index.docker.io"_L1 || key == "registry-1.docker.io"_L1 ? u"docker.io"_s : key;
}

Login loginIn(const QJsonObject &entry)
{
    Login login{.identityToken = entry[u"identitytoken"].toString().toUtf8()};
    const QByteArray both = QByteArray::fromBase64(entry[u"auth"].toString().toLatin1());
    const qsizetype colon = both.indexOf(':');
    login.user = colon > 0 ? both.first(colon) : entry[u"username"].toString().toUtf8();
    login.password = colon > 0 ? both.sliced(colon + 1) : entry[u"password"].toString().toUtf8();
    while (login.password.endsWith('\0')) {
        login.password.chop(1); // old docker padded it
    }
    return login;
}

/// Of all entries that hold the repository, the longest.
Login filedIn(const QJsonObject &auths, const QString &registry, const QString &repository)
{
    const QString whole = registry + u'/' + repository;
    QString best;
    Login login;
    for (auto each = auths.begin(); each != auths.end(); ++each) {
        const QString key = plainKey(each.key());
        const bool holds = key == whole || whole.startsWith(key + u'/');
        if (holds && key.size() > best.size()) {
            best = key;
            login = loginIn(each.value().toObject());
        }
    }
    return login;
}

/// What a helper is asked for: Docker Hub by the name docker gives it.
QByteArray serverFor(const QString &registry)
{
    return registry == "docker.io"_L1 ? "https://index.docker.io/v1/" : registry.toUtf8();
}

[[nodiscard]] Async<Login> askHelper(QString name, QString registry, CancelToken cancel)
{
    static const QRegularExpression sane(u"^[A-Za-z0-9][A-Za-z0-9._-]*$"_s);
    if (!sane.match(name).hasMatch()) {
        co_return failure(Error::Kind::Invalid, doingFor(registry), Text::tr("The name of the login helper is none."));
    }
    const QString program = u"docker-credential-"_s + name;
    ProgramRun run{.program = program, .arguments = {u"get"_s}, .input = serverFor(registry)};
    run.atMost = kHelperPatience;
    const auto ran = co_await runProgram(run, cancel);
    if (!ran) {
        co_return failure(ran);
    }
    if (ran->exitCode != 0) {
        // "credentials not found": it keeps none for this one. Its words may hold anything, so they are not shown.
        if (ran->out.contains("not found") || ran->error.contains("not found")) {
            co_return Login();
        }
        co_return failure(Error::Kind::Unauthorized, doingFor(registry),
                          Text::tr("%1 ended with %2.").arg(program).arg(ran->exitCode));
    }
    const QJsonObject told = QJsonDocument::fromJson(ran->out).object();
    const QByteArray secret = told[u"Secret"].toString().toUtf8();
    if (secret.isEmpty()) {
        co_return failure(Error::Kind::Invalid, doingFor(registry), Text::tr("%1 wrote no login.").arg(program));
    }
    const QByteArray user = told[u"Username"].toString().toUtf8();
    co_return user == "<token>" ? Login{.identityToken = secret} : Login{.user = user, .password = secret};
}

[[nodiscard]] Async<Login> lookIn(QString file, QString registry, QString repository, CancelToken cancel)
{
    const auto text = readFile(file);
    if (!text) {
        co_return failure(text);
    }
    QJsonParseError problem;
    const QJsonObject document = QJsonDocument::fromJson(*text, &problem).object();
    if (problem.error != QJsonParseError::NoError) {
        co_return failure(Error::Kind::Invalid, doingFor(registry),
                          Text::tr("%1 is no JSON: %2").arg(file, problem.errorString()));
    }
    const QJsonObject helpers = document[u"credHelpers"].toObject();
    for (auto each = helpers.begin(); each != helpers.end(); ++each) {
        if (plainKey(each.key()) == registry) {
            co_return co_await askHelper(each.value().toString(), registry, cancel);
        }
    }
    Login login = filedIn(document[u"auths"].toObject(), registry, repository);
    if (const QString store = document[u"credsStore"].toString(); login.isNobody() && !store.isEmpty()) {
        co_return co_await askHelper(store, registry, cancel);
    }
    co_return login;
}

} // namespace

QStringList usualLoginFiles()
{
    const QString home = QDir::homePath();
    QStringList files;
    const auto add = [&files](const QString &folder, const QString &name) {
        if (!folder.isEmpty()) {
            files.append(folder + name);
        }
    };
    add(qEnvironmentVariable("REGISTRY_AUTH_FILE"), {});
    add(qEnvironmentVariable("XDG_RUNTIME_DIR"), u"/containers/auth.json"_s);
    add(qEnvironmentVariable("XDG_CONFIG_HOME", home + u"/.config"_s), u"/containers/auth.json"_s);
    add(qEnvironmentVariable("DOCKER_CONFIG", home + u"/.docker"_s), u"/config.json"_s);
    return files;
}

Async<Login> findLogin(QString registry, QString repository, QStringList files, CancelToken cancel)
{
    for (const QString &file : std::as_const(files)) {
        if (!QFile::exists(file)) {
            continue;
        }
        const auto login = co_await lookIn(file, registry, repository, cancel);
        if (!login || !login->isNobody()) {
            co_return login;
        }
    }
    co_return Login();
}

} // namespace sentinel::preflight
