// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gitops/PushBundle.h"

#include "tests/core/gitops/Repository.h"

#include <QStandardPaths>

using namespace sentinel;
using namespace sentinel::gitops;
using namespace Qt::StringLiterals;

class GitopsPushBundleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theBundleBecomesTheFirstCommitOfAnEmptyRepository();
    void theSameBundleAgainChangesNothing();
    void filesOfAnEarlierBundleGoAndThoseOfOthersStay();
    void aBundleLiesInAFolderOfALargerRepository();
    void theSameBundleHasTheSameMessage();
    void bytesArriveAsTheyAre();
    void aCommitPushedMeanwhileIsNotOverwritten();
    void aSymbolicLinkInTheRepositoryLeadsNowhere();
    void theAuthorIsWhoGitSays();
    void whatCannotWorkIsSaid_data();
    void whatCannotWorkIsSaid();

private:
    [[nodiscard]] QString bundle() const { return m_folder.filePath(u"bundle"_s); }
    [[nodiscard]] static Result<Pushed> push(const BundlePush &request) { return QCoro::waitFor(pushBundle(request, {})); }
    QTemporaryDir m_folder;
};

void GitopsPushBundleTest::initTestCase()
{
    if (QStandardPaths::findExecutable(u"git"_s).isEmpty()) {
        QSKIP("git is not on PATH");
    }
    // The settings of whoever runs the tests decide nothing.
    put(m_folder.filePath(u"gitconfig"_s), "[core]\n\tautocrlf = true\n");
    qputenv("GIT_CONFIG_GLOBAL", m_folder.filePath(u"gitconfig"_s).toUtf8());
    qputenv("GIT_CONFIG_NOSYSTEM", "1");
}

void GitopsPushBundleTest::theBundleBecomesTheFirstCommitOfAnEmptyRepository()
{
    const Repository repository;
    putBundle(bundle(), {{u"README.md"_s, "hello"}, {u"environments/dev/values.yaml"_s, "a: 1\n"}});

    const Result<Pushed> pushed = push({.bundle = bundle(), .repository = repository.bare, .branch = u"main"_s});

    QVERIFY2(pushed, pushed ? "" : qPrintable(pushed.error().detail));
    QVERIFY(pushed->changed);
    QCOMPARE(pushed->files, 3);
    QCOMPARE(pushed->commit, git(repository.bare, {u"rev-parse"_s, u"main"_s}));
    QCOMPARE(repository.files(), (QStringList{u"README.md"_s, u"bundle.json"_s, u"environments/dev/values.yaml"_s}));
}

void GitopsPushBundleTest::theSameBundleAgainChangesNothing()
{
    const Repository repository;
    putBundle(bundle(), {{u"README.md"_s, "hello"}});
    const Result<Pushed> first = push({.bundle = bundle(), .repository = repository.bare, .branch = u"main"_s});
    const Result<Pushed> second = push({.bundle = bundle(), .repository = repository.bare, .branch = u"main"_s});

    QVERIFY(first && second);
    QVERIFY(!second->changed);
    QCOMPARE(second->commit, first->commit);
    QCOMPARE(git(repository.bare, {u"rev-list"_s, u"--count"_s, u"main"_s}), u"1"_s);
}

void GitopsPushBundleTest::filesOfAnEarlierBundleGoAndThoseOfOthersStay()
{
    Repository repository;
    repository.push(u"CODEOWNERS"_s, "* @ops");
    putBundle(bundle(), {{u"one.yaml"_s, "1"}, {u"two.yaml"_s, "2"}});
    QVERIFY(push({.bundle = bundle(), .repository = repository.bare, .branch = u"main"_s}));
    repository.push(u"notes.txt"_s, "mine");
    putBundle(bundle(), {{u"two.yaml"_s, "22"}, {u"three.yaml"_s, "3"}});

    const Result<Pushed> pushed = push({.bundle = bundle(), .repository = repository.bare, .branch = u"main"_s});

    QVERIFY2(pushed, pushed ? "" : qPrintable(pushed.error().detail));
    QCOMPARE(repository.files(),
             (QStringList{u"CODEOWNERS"_s, u"bundle.json"_s, u"notes.txt"_s, u"three.yaml"_s, u"two.yaml"_s}));
    QCOMPARE(repository.content(u"two.yaml"_s), u"22"_s);
    QCOMPARE(pushed->files, 4); // one gone, one new, one changed, the list
}

void GitopsPushBundleTest::aBundleLiesInAFolderOfALargerRepository()
{
    Repository repository;
    repository.push(u"bundle.json"_s, "not ours");
    putBundle(bundle(), {{u"a.yaml"_s, "1"}});

    QVERIFY(push({.bundle = bundle(), .repository = repository.bare, .branch = u"live"_s, .path = u"/clusters/eu/"_s}));
    QVERIFY(push({.bundle = bundle(), .repository = repository.bare, .branch = u"main"_s, .path = u"clusters/eu"_s}));

    QCOMPARE(repository.files(u"live"_s), (QStringList{u"clusters/eu/a.yaml"_s, u"clusters/eu/bundle.json"_s}));
    QCOMPARE(repository.files(), (QStringList{u"bundle.json"_s, u"clusters/eu/a.yaml"_s, u"clusters/eu/bundle.json"_s}));
    QCOMPARE(repository.content(u"bundle.json"_s), u"not ours"_s);
}

void GitopsPushBundleTest::theSameBundleHasTheSameMessage()
{
    const Repository one;
    const Repository two;
    putBundle(bundle(), {{u"a.yaml"_s, "1"}});
    QVERIFY(push({.bundle = bundle(), .repository = one.bare, .branch = u"main"_s}));
    QVERIFY(push({.bundle = bundle(), .repository = two.bare, .branch = u"main"_s}));

    const QString message = git(one.bare, {u"log"_s, u"-1"_s, u"--format=%B"_s, u"main"_s});
    QCOMPARE(message, git(two.bare, {u"log"_s, u"-1"_s, u"--format=%B"_s, u"main"_s}));
    QVERIFY2(message.startsWith(u"sentinel: bundle of the plan example"), qPrintable(message));
    QCOMPARE(git(one.bare, {u"rev-parse"_s, u"main^{tree}"_s}), git(two.bare, {u"rev-parse"_s, u"main^{tree}"_s}));
}

void GitopsPushBundleTest::bytesArriveAsTheyAre()
{
    const Repository repository;
    const QByteArray odd = "one\r\ntwo\n\x80\xff\n";
    putBundle(bundle(), {{u"odd.bin"_s, odd}, {u".gitignore"_s, "*\n"}, {u".gitattributes"_s, "* text\n"}});

    QVERIFY(push({.bundle = bundle(), .repository = repository.bare, .branch = u"main"_s}));

    QCOMPARE(repository.files().size(), 4);
    QProcess show;
    show.start(u"git"_s, {u"--git-dir"_s, repository.bare, u"cat-file"_s, u"blob"_s, u"main:odd.bin"_s});
    show.waitForFinished();
    QCOMPARE(show.readAllStandardOutput(), odd);
}

void GitopsPushBundleTest::aCommitPushedMeanwhileIsNotOverwritten()
{
    Repository repository;
    repository.push(u"a"_s, "1");
    putBundle(bundle(), {{u"a.yaml"_s, "1"}});
    // Somebody else's push lands between our reading of the branch and our push: by a hook of the person's own git.
    const QString hooks = m_folder.filePath(u"hooks"_s);
    put(hooks + u"/pre-push"_s,
        "#!/bin/sh\nunset GIT_DIR GIT_INDEX_FILE GIT_WORK_TREE\ncd " + repository.copy.toUtf8()
            + " && echo 2 >b && git add b && git -c user.name=o -c user.email=o@o -c core.hooksPath=/dev/null commit -qm other"
              " && git -c core.hooksPath=/dev/null push -q origin HEAD:main\n");
    QFile::setPermissions(hooks + u"/pre-push"_s, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    put(m_folder.filePath(u"gitconfig-hooks"_s), "[core]\n\thooksPath = " + hooks.toUtf8() + "\n");
    const QByteArray before = qgetenv("GIT_CONFIG_GLOBAL");
    qputenv("GIT_CONFIG_GLOBAL", m_folder.filePath(u"gitconfig-hooks"_s).toUtf8());

    const Result<Pushed> pushed = push({.bundle = bundle(), .repository = repository.bare, .branch = u"main"_s});

    qputenv("GIT_CONFIG_GLOBAL", before);
    QVERIFY(!pushed);
    QVERIFY2(pushed.error().kind == Error::Kind::Conflict, qPrintable(pushed.error().detail));
    QVERIFY(pushed.error().detail.contains(u"Nothing was overwritten"));
    QCOMPARE(repository.files(), (QStringList{u"a"_s, u"b"_s}));
    // And now it goes through, on top of theirs.
    QVERIFY(push({.bundle = bundle(), .repository = repository.bare, .branch = u"main"_s}));
    QVERIFY(repository.files().contains(u"b"_s));
}

void GitopsPushBundleTest::aSymbolicLinkInTheRepositoryLeadsNowhere()
{
    Repository repository;
    const QString outside = m_folder.filePath(u"outside"_s);
    QVERIFY(QDir().mkpath(outside));
    QVERIFY(QFile::link(outside, repository.copy + u"/environments"_s));
    repository.push(u"x"_s, "1");
    putBundle(bundle(), {{u"environments/dev.yaml"_s, "a: 1"}});

    const Result<Pushed> pushed = push({.bundle = bundle(), .repository = repository.bare, .branch = u"main"_s});

    QVERIFY2(pushed, pushed ? "" : qPrintable(pushed.error().detail));
    QVERIFY(QDir(outside).isEmpty());
    QCOMPARE(repository.content(u"environments/dev.yaml"_s), u"a: 1"_s);
}

void GitopsPushBundleTest::theAuthorIsWhoGitSays()
{
    const Repository repository;
    putBundle(bundle(), {{u"a.yaml"_s, "1"}});
    QVERIFY(push({.bundle = bundle(), .repository = repository.bare, .branch = u"main"_s}));
    QCOMPARE(git(repository.bare, {u"log"_s, u"-1"_s, u"--format=%an <%ae>"_s, u"main"_s}),
             u"Sentinel Console <sentinel-console@localhost>"_s);

    put(m_folder.filePath(u"gitconfig-person"_s), "[user]\n\tname = Ada\n\temail = ada@example.com\n");
    const QByteArray before = qgetenv("GIT_CONFIG_GLOBAL");
    qputenv("GIT_CONFIG_GLOBAL", m_folder.filePath(u"gitconfig-person"_s).toUtf8());
    putBundle(bundle(), {{u"a.yaml"_s, "2"}});
    QVERIFY(push({.bundle = bundle(), .repository = repository.bare, .branch = u"main"_s}));
    qputenv("GIT_CONFIG_GLOBAL", before);
    QCOMPARE(git(repository.bare, {u"log"_s, u"-1"_s, u"--format=%an <%ae>"_s, u"main"_s}), u"Ada <ada@example.com>"_s);
}

void GitopsPushBundleTest::whatCannotWorkIsSaid_data()
{
    QTest::addColumn<QString>("bundleFolder");
    QTest::addColumn<QString>("repository");
    QTest::addColumn<QString>("branch");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, const QString &bundleFolder, const QString &repository, const QString &branch,
                        Error::Kind kind, const QString &words) {
        QTest::newRow(name) << bundleFolder << repository << branch << static_cast<int>(kind) << words;
    };
    row("no bundle", u"/nowhere"_s, u"/tmp"_s, u"main"_s, Error::Kind::NotFound, u"no bundle.json"_s);
    row("no repository", {}, u"/nowhere/repository"_s, u"main"_s, Error::Kind::NotFound, u"/nowhere/repository"_s);
    row("a password", {}, u"https://me:hunter2@git.example.com/x.git"_s, u"main"_s, Error::Kind::Invalid, u"credential helper"_s);
    row("a program", {}, u"ext::sh -c true"_s, u"main"_s, Error::Kind::Invalid, u"no address"_s);
    row("an option", {}, u"--upload-pack=touch"_s, u"main"_s, Error::Kind::Invalid, u"no address"_s);
    row("a strange branch", {}, u"/tmp"_s, u"a..b"_s, Error::Kind::Invalid, u"no name of a branch"_s);
    row("no such host", {}, u"https://git.invalid/x.git"_s, u"main"_s, Error::Kind::Unreachable, u"git.invalid"_s);
}

void GitopsPushBundleTest::whatCannotWorkIsSaid()
{
    QFETCH(QString, bundleFolder);
    QFETCH(QString, repository);
    QFETCH(QString, branch);
    QFETCH(int, kind);
    QFETCH(QString, words);
    putBundle(bundle(), {{u"a.yaml"_s, "1"}});

    const Result<Pushed> pushed
        = push({.bundle = bundleFolder.isEmpty() ? bundle() : bundleFolder, .repository = repository, .branch = branch});

    QVERIFY(!pushed);
    QVERIFY2(pushed.error().detail.contains(words), qPrintable(pushed.error().detail));
    QVERIFY(!pushed.error().detail.contains(u"hunter2"));
    QCOMPARE(static_cast<int>(pushed.error().kind), kind);
}

QTEST_GUILESS_MAIN(GitopsPushBundleTest)
#include "tst_GitopsPushBundle.moc"
