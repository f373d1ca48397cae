// SPDX-License-Identifier: GPL-3.0-or-later
// Registries are asked as container runtimes ask them: names, signing in, and what is believed.
#include "core/preflight/registry/Challenge.h"
#include "core/preflight/registry/ImageName.h"
#include "core/preflight/registry/Registries.h"
#include "tests/core/kube/Servers.h"
#include "tests/core/kube/Waiting.h"

#include <QTemporaryDir>
#include <QTest>
#include <vector>

using namespace sentinel;
using namespace sentinel::preflight;
using namespace Qt::StringLiterals;

namespace {

const QByteArray kLogin = QByteArray("ana:s3cret").toBase64();

/// A registry that has one image, and the person who asks it.
struct World
{
    Authority authority{u"registry-ca"_s};
    ScriptedServer server{authority};
    QTemporaryDir folder;
    RegistryOptions options;

    World()
    {
        options.authority = authority.certificate();
        options.environment = [](const char *) { return QString(); };
        options.loginFiles = {folder.filePath(u"auth.json"_s)};
        options.deadline = std::chrono::seconds(10);
        server.answer = [](const Seen &seen, QHttpServerResponder &responder) { manifest(seen, responder); };
    }
    static void manifest(const Seen &seen, QHttpServerResponder &responder)
    {
        reply(responder, seen.path == "/v2/team/web/manifests/1.0"_L1 ? 200 : 404, QByteArray());
    }
    [[nodiscard]] QString host() const { return u"127.0.0.1:%1"_s.arg(server.port()); }
    [[nodiscard]] QString image(const QString &rest) const { return host() + u'/' + rest; }
    void keepLogin(const QByteArray &json) const
    {
        QFile file(folder.filePath(u"auth.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(json).replace("HOST", host().toUtf8()).replace('\'', '"'));
    }
    /// Only who shows this gets an answer; others are sent to `challenge`.
    void demands(const QByteArray &authorization, const QByteArray &challenge)
    {
        server.answer = [authorization, challenge](const Seen &seen, QHttpServerResponder &responder) {
            if (seen.path == "/token"_L1) {
                const bool known = seen.headers.value("authorization") == "Basic " + kLogin;
                reply(responder, known ? 200 : 401, QJsonObject{{u"token"_s, u"t0ken"_s}});
            } else if (seen.headers.value("authorization") == authorization) {
                manifest(seen, responder);
            } else {
                reply(responder, 401, QByteArray("denied"), {{"WWW-Authenticate", challenge}});
            }
        };
    }
    [[nodiscard]] QByteArray bearer() const
    {
        return "Bearer realm=\"https://" + host().toUtf8() + "/token\",service=\"reg\",scope=\"repository:team/web:pull\"";
    }
    Result<bool> ask(const QString &rest) { return answerOf(registries(options)(image(rest), {})); }
    [[nodiscard]] int asked(const QString &path) const { return int(std::ranges::count(server.seen, path, &Seen::path)); }
};

} // namespace

class PreflightRegistriesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesAreTakenApartAsRuntimesDo_data()
    {
        QTest::addColumn<QString>("image");
        QTest::addColumn<QString>("host");
        QTest::addColumn<QString>("repository");
        QTest::addColumn<QString>("reference");
        const QString digest = u"sha256:"_s + QString(64, u'a');
        QTest::newRow("short") << u"redis:7"_s << u"registry-1.docker.io"_s << u"library/redis"_s << u"7"_s;
        QTest::newRow("user") << u"grafana/grafana"_s << u"registry-1.docker.io"_s << u"grafana/grafana"_s << u"latest"_s;
        QTest::newRow("hub") << u"docker.io/library/redis:7.4-alpine"_s << u"registry-1.docker.io"_s << u"library/redis"_s
                             << u"7.4-alpine"_s;
        QTest::newRow("port") << u"reg:5000/a/b/c:1"_s << u"reg:5000"_s << u"a/b/c"_s << u"1"_s;
        QTest::newRow("digest") << u"quay.io/coreos/etcd:v3@"_s + digest << u"quay.io"_s << u"coreos/etcd"_s << digest;
        QTest::newRow("none") << u"Not An Image"_s << QString() << QString() << QString();
        QTest::newRow("climbing") << u"quay.io/../../etc:1"_s << QString() << QString() << QString();
        QTest::newRow("query") << u"quay.io/a:1?x=y"_s << QString() << QString() << QString();
    }
    void namesAreTakenApartAsRuntimesDo()
    {
        QFETCH(QString, image);
        QFETCH(QString, host);
        QFETCH(QString, repository);
        QFETCH(QString, reference);
        const auto name = imageNamed(image);
        QCOMPARE(name.has_value(), !host.isEmpty());
        if (name) {
            QCOMPARE(name->host(), host);
            QCOMPARE(name->repository, repository);
            QCOMPARE(name->reference, reference);
        }
    }
    void anImageIsThereOrNot()
    {
        World world;
        QVERIFY(world.ask(u"team/web:1.0"_s).value());
        QVERIFY(!world.ask(u"team/web:2.0"_s).value());
        QCOMPARE(world.server.seen.first().method, "HEAD"); // Docker Hub counts the others as pulls
        QVERIFY(world.server.seen.first().headers.value("accept").contains("vnd.oci.image.index"));
    }
    void aTokenIsFetchedWithTheLoginAndSharedByARepository()
    {
        World world;
        world.keepLogin("{'auths':{'HOST':{'auth':'" + kLogin + "'}}}");
        world.demands("Bearer t0ken", world.bearer());
        const HasImage has = registries(world.options);
        QVERIFY(answerOf(has(world.image(u"team/web:1.0"_s), {})).value());
        QVERIFY(!answerOf(has(world.image(u"team/web:9"_s), {})).value());
        QCOMPARE(world.asked(u"/token"_s), 1);
        for (const Seen &seen : std::as_const(world.server.seen)) {
            if (seen.path == "/token"_L1) {
                QCOMPARE(seen.asked(u"scope"_s), u"repository:team/web:pull"_s);
                QCOMPARE(seen.asked(u"service"_s), u"reg"_s);
            } else {
                QVERIFY(!seen.headers.value("authorization").contains("Basic")); // the password goes to the realm alone
            }
        }
    }
    void withoutALoginARefusalIsNoAnswer()
    {
        World world;
        world.demands("Bearer t0ken", world.bearer());
        const auto answer = world.ask(u"team/web:1.0"_s);
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, Error::Kind::Unauthorized);
    }
    void basicIsAnsweredWithTheLoginOfTheNearestEntry()
    {
        World world;
        world.keepLogin("{'auths':{'HOST':{'auth':'eDp5'},'HOST/team':{'auth':'" + kLogin + "'}}}");
        world.demands("Basic " + kLogin, "Basic realm=\"x\"");
        QVERIFY(world.ask(u"team/web:1.0"_s).value());
    }
    void aHelperIsAskedWithoutAShell()
    {
        World world;
        const QString helper = world.folder.filePath(u"docker-credential-mine"_s);
        QFile script(helper);
        QVERIFY(script.open(QIODevice::WriteOnly));
        script.write("#!/bin/sh\n[ \"$1\" = get ] && cat >" + world.folder.filePath(u"asked"_s).toUtf8()
                     + "\necho '{\"ServerURL\":\"x\",\"Username\":\"ana\",\"Secret\":\"s3cret\"}'\n");
        script.close();
        QVERIFY(QFile::setPermissions(helper, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        const QByteArray path = qgetenv("PATH");
        qputenv("PATH", world.folder.path().toUtf8() + ':' + path);
        const auto back = qScopeGuard([path] { qputenv("PATH", path); });
        world.keepLogin("{'credHelpers':{'HOST':'mine'}}");
        world.demands("Basic " + kLogin, "Basic realm=\"x\"");
        QVERIFY(world.ask(u"team/web:1.0"_s).value());
        QFile asked(world.folder.filePath(u"asked"_s));
        QVERIFY(asked.open(QIODevice::ReadOnly));
        QCOMPARE(asked.readAll().trimmed(), world.host().toUtf8());

        world.keepLogin("{'credHelpers':{'HOST':'mine;touch /tmp/x'}}");
        QCOMPARE(world.ask(u"team/web:1.0"_s).error().kind, Error::Kind::Invalid);
        world.keepLogin("{'credsStore':'nobody-has-this'}");
        QCOMPARE(world.ask(u"team/web:1.0"_s).error().kind, Error::Kind::NotFound);
    }
    void aPasswordIsInNoSentence()
    {
        World world;
        world.keepLogin("{'auths':{'HOST':{'auth':'" + kLogin + "'}}}");
        world.demands("Basic nothing", "Basic realm=\"x\"");
        const auto answer = world.ask(u"team/web:1.0"_s);
        QCOMPARE(answer.error().kind, Error::Kind::Unauthorized);
        QVERIFY(!(answer.error().detail + answer.error().doing).contains("s3cret"_L1));
        world.keepLogin("{'auths': broken s3cret");
        QVERIFY(!world.ask(u"team/web:1.0"_s).error().detail.contains("s3cret"_L1));
    }
    void whoAsksTooOftenIsToldWhen()
    {
        World world;
        world.server.answer
            = [](const Seen &, QHttpServerResponder &responder) { reply(responder, 429, QByteArray(), {{"Retry-After", "30"}}); };
        const auto answer = world.ask(u"team/web:1.0"_s);
        QCOMPARE(answer.error().kind, Error::Kind::RateLimited);
        QVERIFY(answer.error().detail.contains("30 s"_L1));
    }
    void aRegistryOfAnotherAuthorityHearsNothing()
    {
        World world;
        const Authority other(u"other-ca"_s);
        world.options.authority = other.certificate();
        const auto answer = world.ask(u"team/web:1.0"_s);
        QCOMPARE(answer.error().kind, Error::Kind::Unreachable);
        QVERIFY2(answer.error().detail.contains("registry-ca"_L1), qPrintable(answer.error().detail));
        QVERIFY(world.server.seen.isEmpty());
    }
    void authoritiesOfAFolderHoldForTheirHost()
    {
        World world;
        world.options.authority.clear();
        world.options.authorityFolders = {world.folder.path()};
        QVERIFY(!world.ask(u"team/web:1.0"_s));
        QVERIFY(QDir(world.folder.path()).mkpath(world.host()));
        QFile file(world.folder.filePath(world.host() + u"/ca.crt"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(world.authority.certificate());
        file.close();
        QVERIFY(world.ask(u"team/web:1.0"_s).value());
    }
    void aRegistryThatIsNotThereIsNoAnswer()
    {
        World world;
        const auto answer = answerOf(registries(world.options)(u"127.0.0.1:1/a:1"_s, {}));
        QCOMPARE(answer.error().kind, Error::Kind::Unreachable);
    }
    void aLoginIsNotSentWhereTheWayIsOpen()
    {
        World world;
        world.keepLogin("{'auths':{'HOST':{'auth':'" + kLogin + "'}}}");
        world.demands("Bearer t0ken", "Bearer realm=\"http://auth.example.com/token\",service=\"reg\"");
        const auto answer = world.ask(u"team/web:1.0"_s);
        QCOMPARE(answer.error().kind, Error::Kind::Unsupported);
        QVERIFY(answer.error().detail.contains("auth.example.com"_L1));
    }
    void onlySoManyAreAskedAtOnce()
    {
        World world;
        world.options.atOnce = 2;
        std::vector<QHttpServerResponder> open;
        world.server.answer = [&open](const Seen &, QHttpServerResponder &responder) { open.push_back(std::move(responder)); };
        const HasImage has = registries(world.options);
        QObject context;
        int there = 0;
        for (int at = 0; at < 5; ++at) {
            deliver(has(world.image(u"team/web:%1"_s.arg(at)), {}), &context,
                    [&there](const Result<bool> &answer) { there += answer.value_or(false); });
        }
        QTRY_COMPARE(open.size(), 2);
        for (int done = 0; done < 5; ++done) {
            QTRY_VERIFY(!open.empty());
            QVERIFY(open.size() <= 2);
            reply(open.front(), 200, QByteArray());
            open.erase(open.begin());
        }
        QTRY_COMPARE(there, 5);
    }
    void whoStopsIsNotKeptWaiting()
    {
        World world;
        world.server.answer = [](const Seen &, QHttpServerResponder &) { }; // never
        CancelSource stop;
        const HasImage has = registries(world.options);
        QObject context;
        std::optional<Result<bool>> answer;
        deliver(has(world.image(u"team/web:1"_s), stop.token()), &context,
                [&answer](const Result<bool> &told) { answer = told; });
        stop.cancel();
        QTRY_VERIFY(answer.has_value());
        QCOMPARE(answer->error().kind, Error::Kind::Cancelled);
    }
    void challengesAreReadAsTheyAreWritten()
    {
        const Challenge one = challengeIn("bearer service=\"a \\\"b\", realm=\"https://x.example.com/t?a=b\" , scope=s");
        QCOMPARE(one.kind, Challenge::Kind::Bearer);
        QCOMPARE(tokenTarget(one, {}).left(10), "/t?a=b&ser");
        QCOMPARE(challengeIn("Negotiate").kind, Challenge::Kind::Other);
        QCOMPARE(challengeIn("Bearer realm=\"::\"").kind, Challenge::Kind::Other);
        QCOMPARE(challengeIn({}).kind, Challenge::Kind::None);
    }
};

QTEST_GUILESS_MAIN(PreflightRegistriesTest)
#include "tst_PreflightRegistries.moc"
