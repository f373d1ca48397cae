// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rollback/Revert.h"
#include "core/gitops/Git.h"

#include <QCoreApplication>
#include <QDir>
#include <QRegularExpression>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace sentinel::rollback {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

const QString kTrailer = u"Sentinel-Rollback: "_s;
constexpr int kDeepest = 200; ///< commits in which one of ours is looked for

QString doing()
{
    return Text::tr("reverting in Git");
}

struct Work
{
    QTemporaryDir folder;
    RevertOrder order;
    QString url; ///< where git finds it
    QString parent{}; ///< commit the branch is at

    [[nodiscard]] gitops::GitRun git(QStringList arguments) const
    {
        gitops::GitRun run{.doing = doing(), .repository = folder.filePath(u"git"_s), .arguments = std::move(arguments)};
        run.environment = {{u"GIT_INDEX_FILE"_s, folder.filePath(u"index"_s)}, {u"GIT_WORK_TREE"_s, folder.filePath(u"git"_s)}};
        return run;
    }
};
using WorkPtr = std::shared_ptr<Work>;

bool isCommit(const QString &revision)
{
    static const QRegularExpression kCommit(u"^[0-9a-f]{40}([0-9a-f]{24})?$"_s);
    return kCommit.match(revision).hasMatch();
}

/// Runs them one after the other; the answer is that of the last.
[[nodiscard]] Async<QByteArray> runAll(WorkPtr work, QList<QStringList> steps, CancelToken cancel)
{
    QByteArray answer;
    for (const QStringList &step : std::as_const(steps)) {
        const auto done = co_await gitops::runGit(work->git(step), cancel);
        if (!done) {
            co_return failure(done);
        }
        answer = *done;
    }
    co_return answer;
}

[[nodiscard]] Async<void> fetch(WorkPtr work, CancelToken cancel)
{
    const gitops::GitRun make{.doing = doing(),
                              .arguments = {u"init"_s, u"--quiet"_s, u"--bare"_s, u"--"_s, work->folder.filePath(u"git"_s)}};
    if (const auto made = co_await gitops::runGit(make, cancel); !made) {
        co_return failure(made);
    }
    const QString branch = u"refs/heads/"_s + work->order.branch;
    const auto parent = co_await runAll(work,
                                        {{u"check-ref-format"_s, branch},
                                         {u"fetch"_s, u"--quiet"_s, u"--no-tags"_s, u"--"_s, work->url, u"+%1:%1"_s.arg(branch)},
                                         {u"symbolic-ref"_s, u"HEAD"_s, branch},
                                         {u"config"_s, u"core.bare"_s, u"false"_s},
                                         {u"rev-parse"_s, u"--verify"_s, branch + u"^{commit}"_s}},
                                        cancel);
    if (!parent) {
        co_return failure(parent);
    }
    work->parent = QString::fromLatin1(parent->trimmed());
    co_return {};
}

/// A commit of this run that was pushed before a kill.
[[nodiscard]] Async<QString> ownCommit(WorkPtr work, CancelToken cancel)
{
    const auto found
        = co_await gitops::runGit(work->git({u"log"_s, u"--max-count=%1"_s.arg(kDeepest), u"--fixed-strings"_s,
                                             u"--grep="_s + kTrailer + work->order.run, u"--format=%H"_s, work->parent}),
                                  cancel);
    if (!found) {
        co_return failure(found);
    }
    co_return QString::fromLatin1(found->trimmed()).section(u'\n', 0, 0);
}

/// The index becomes the branch's tree, with the order's paths as they were then.
[[nodiscard]] Async<void> takeBack(WorkPtr work, CancelToken cancel)
{
    if (const auto known
        = co_await runAll(work, {{u"merge-base"_s, u"--is-ancestor"_s, work->order.commit, work->parent}}, cancel);
        !known) {
        co_return failure(Error::Kind::NotFound, doing(),
                          Text::tr("The commit %1 is not in the branch %2; revert by hand.")
                              .arg(work->order.commit.left(12), work->order.branch));
    }
    if (const auto read = co_await runAll(work, {{u"read-tree"_s, work->parent}}, cancel); !read) {
        co_return failure(read);
    }
    const QStringList paths = work->order.paths;
    for (const QString &path : paths) {
        const auto now = co_await gitops::runGit(
            work->git({u"ls-tree"_s, u"-r"_s, u"-z"_s, u"--name-only"_s, u"--full-tree"_s, work->parent, u"--"_s, path}), cancel);
        const auto then = co_await gitops::runGit(
            work->git({u"ls-tree"_s, u"-r"_s, u"-z"_s, u"--full-tree"_s, work->order.commit, u"--"_s, path}), cancel);
        if (!now || !then) {
            co_return failure(now ? then : now);
        }
        gitops::GitRun remove = work->git({u"update-index"_s, u"-z"_s, u"--force-remove"_s, u"--stdin"_s});
        remove.input = *now;
        gitops::GitRun add = work->git({u"update-index"_s, u"-z"_s, u"--index-info"_s});
        add.input = *then;
        const auto removed = co_await gitops::runGit(remove, cancel);
        const auto added = removed ? co_await gitops::runGit(add, cancel) : removed;
        if (!added) {
            co_return failure(added);
        }
    }
    co_return {};
}

QString messageOf(const RevertOrder &order)
{
    return u"Roll back to %1\n\n%2\n\n%3%4\n"_s.arg(order.commit.left(12), order.reason, kTrailer, order.run);
}

[[nodiscard]] Async<Reverted> commitAndPush(WorkPtr work, CancelToken cancel)
{
    const auto same
        = co_await gitops::runGit(work->git({u"diff-index"_s, u"--cached"_s, u"--name-only"_s, work->parent}), cancel);
    if (!same) {
        co_return failure(same);
    }
    if (same->trimmed().isEmpty()) {
        co_return Reverted{.commit = work->parent};
    }
    gitops::GitRun make = work->git({u"commit"_s, u"--quiet"_s, u"--cleanup=verbatim"_s, u"--file=-"_s});
    const auto address = co_await gitops::runGit(work->git({u"config"_s, u"--get"_s, u"user.email"_s}), cancel);
    if (!address && !qEnvironmentVariableIsSet("GIT_AUTHOR_EMAIL")) {
        make.arguments
            = QStringList{u"-c"_s, u"user.name=Sentinel Console"_s, u"-c"_s, u"user.email=sentinel-console@localhost"_s}
            + make.arguments;
    }
    make.input = messageOf(work->order).toUtf8();
    if (const auto made = co_await gitops::runGit(make, cancel); !made) {
        co_return failure(made);
    }
    const QString branch = u"refs/heads/"_s + work->order.branch;
    const auto commit = co_await runAll(work, {{u"rev-parse"_s, branch}}, cancel);
    if (!commit) {
        co_return failure(commit);
    }
    const QString name = QString::fromLatin1(commit->trimmed());
    const auto pushed
        = co_await gitops::runGit(work->git({u"push"_s, u"--quiet"_s, u"--"_s, work->url, name + u':' + branch}), cancel);
    if (!pushed) {
        co_return failure(pushed);
    }
    co_return Reverted{.commit = name, .changed = true};
}

[[nodiscard]] Async<Reverted> revertIn(QString url, RevertOrder order, CancelToken cancel)
{
    if (const auto fine = gitops::checkRepositoryUrl(doing(), url); !fine) {
        co_return failure(fine);
    }
    const auto work = std::make_shared<Work>();
    work->order = std::move(order);
    work->url = url;
    if (!work->folder.isValid()) {
        co_return failure(Error::Kind::Unreachable, doing(), work->folder.errorString());
    }
    if (const auto fetched = co_await fetch(work, cancel); !fetched) {
        co_return failure(fetched);
    }
    const auto own = co_await ownCommit(work, cancel);
    if (!own) {
        co_return failure(own);
    }
    if (!own->isEmpty()) {
        co_return Reverted{.commit = *own, .changed = true};
    }
    if (const auto taken = co_await takeBack(work, cancel); !taken) {
        co_return failure(taken);
    }
    co_return co_await commitAndPush(work, cancel);
}

Error unsupported(const QString &sentence)
{
    return {.kind = Error::Kind::Unsupported, .doing = doing(), .detail = sentence};
}

} // namespace

Result<RevertOrder> revertOrder(const Subject &subject, const Candidate &candidate, const QString &run)
{
    const QJsonValue spec = subject.application[u"spec"];
    const QJsonValue source = spec[u"source"];
    const QString branch = source[u"targetRevision"].toString();
    if (spec[u"sources"].isArray() || !source.isObject()) {
        return failure(unsupported(Text::tr("The Application has several sources; revert in each repository by hand.")));
    }
    if (!source[u"chart"].toString().isEmpty() || source[u"path"].toString().isEmpty()) {
        return failure(unsupported(
            Text::tr("The Application's source is a chart of a repository of charts; there is no commit to revert.")));
    }
    if (isCommit(branch) || branch.isEmpty() || branch == u"HEAD" || branch.startsWith(u"refs/tags/")) {
        return failure(
            unsupported(Text::tr("The Application follows “%1”, which is no branch by name; revert by hand.").arg(branch)));
    }
    if (!isCommit(candidate.revision)) {
        return failure(unsupported(Text::tr("“%1” is no commit.").arg(candidate.revision)));
    }
    const QString path = QDir::cleanPath(source[u"path"].toString());
    QStringList paths{path};
    const QJsonArray files = source[u"helm"][u"valueFiles"].toArray();
    for (const QJsonValue &file : files) {
        const QString place = QDir::cleanPath(path + u'/' + file.toString());
        const bool isInside = !place.startsWith(u"..") && !place.startsWith(u'/') && !file.toString().contains(u"://");
        if (isInside && !place.startsWith(path + u'/')) {
            paths.append(place);
        }
    }
    return RevertOrder{.url = source[u"repoURL"].toString(),
                       .branch = branch,
                       .commit = candidate.revision,
                       .paths = paths,
                       .run = run,
                       .reason = Text::tr("The files of %1 as they were then: %2.").arg(subject.name, paths.join(u", "_s))};
}

QStringList revertCommands(const RevertOrder &order, const QString &branch)
{
    // A shell reads these; names of a repository may hold anything.
    const auto word = [](const QString &text) { return u'\'' + QString(text).replace(u"'"_s, u"'\\''"_s) + u'\''; };
    QStringList paths;
    for (const QString &path : order.paths) {
        paths.append(word(path));
    }
    return {u"git fetch origin"_s, u"git switch --create %1 %2"_s.arg(word(branch), word(u"origin/"_s + order.branch)),
            // Files that only the newer version has go too.
            u"git rm -r --quiet --ignore-unmatch -- %1"_s.arg(paths.join(u' ')),
            u"git checkout %1 -- %2"_s.arg(word(order.commit), paths.join(u' ')), u"git commit"_s,
            u"git push --set-upstream origin HEAD"_s};
}

QString revertText(const RevertOrder &order)
{
    const QString text = Text::tr("Roll back to %1").arg(order.commit.left(12)) + u"\n\n"_s + order.reason + u"\n\n"_s;
    return text + revertCommands(order, u"rollback-"_s + order.commit.left(8)).join(u'\n') + u'\n';
}

Async<Reverted> RevertByGit::revert(RevertOrder order, CancelToken cancel)
{
    const QString place = m_placeOf ? m_placeOf(order.url) : QString();
    const QString url = place.isEmpty() ? order.url : place;
    return revertIn(url, std::move(order), std::move(cancel));
}

} // namespace sentinel::rollback
