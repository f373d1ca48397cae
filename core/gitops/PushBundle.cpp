// SPDX-License-Identifier: GPL-3.0-or-later
// By trees and an index instead of a working copy: nothing of the repository is written to disk as files, so no symbolic link in
// it can lead our writing elsewhere.
#include "core/gitops/PushBundle.h"

#include "core/base/Files.h"
#include "core/base/OperationRun.h"
#include "core/gitops/Git.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <memory>

using namespace Qt::StringLiterals;

namespace sentinel::gitops {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(PushBundle)
};

QString doing()
{
    return Text::tr("pushing the bundle");
}

/// A repository of this one push, and the index it builds the commit in.
struct Work
{
    QTemporaryDir folder;
    BundlePush request;
    QString prefix; ///< "clusters/eu/", or nothing
    QString parent; ///< commit the branch is at; empty: the branch is new

    [[nodiscard]] GitRun git(QStringList arguments) const
    {
        GitRun run{.doing = doing(), .repository = folder.filePath(u"git"_s), .arguments = std::move(arguments)};
        run.environment = {{u"GIT_INDEX_FILE"_s, folder.filePath(u"index"_s)}, {u"GIT_WORK_TREE"_s, request.bundle}};
        return run;
    }
};

using WorkPtr = std::shared_ptr<Work>;

struct BundleFiles
{
    QString name; ///< of the plan
    QString sum; ///< of bundle.json: stands for the whole bundle
    QStringList paths;
};

bool isInside(const QString &path)
{
    const QString clean = QDir::cleanPath(path);
    return !path.isEmpty() && !path.contains(u'\n') && !path.contains(QChar::Null) && clean == path && !clean.startsWith(u'/')
        && !clean.startsWith(u"../") && clean != u".." && clean != u"."
        && !clean.split(u'/').contains(u".git"_s, Qt::CaseInsensitive);
}

/// What bundle.json lists, itself included.
Result<BundleFiles> filesOf(const QByteArray &manifest)
{
    const QJsonObject document = QJsonDocument::fromJson(manifest).object();
    if (document[u"kind"].toString() != u"BundleManifest") {
        return failure(Error::Kind::Invalid, doing(), Text::tr("bundle.json is not the list of a bundle."));
    }
    BundleFiles files{.name = document[u"metadata"][u"name"].toString(),
                      .sum = QString::fromLatin1(QCryptographicHash::hash(manifest, QCryptographicHash::Sha256).toHex()),
                      .paths = {u"bundle.json"_s}};
    const QJsonArray items = document[u"items"].toArray();
    for (const QJsonValue &item : items) {
        const QString path = item[u"path"].toString();
        if (!isInside(path)) {
            return failure(Error::Kind::Invalid, doing(), Text::tr("bundle.json names a file outside the bundle: %1").arg(path));
        }
        files.paths.append(path);
    }
    return files;
}

Result<BundleFiles> bundleIn(const QString &folder)
{
    const Result<QByteArray> manifest = readFile(folder + u"/bundle.json"_s);
    if (!manifest) {
        return failure(Error::Kind::NotFound, doing(), Text::tr("There is no bundle in %1: it has no bundle.json.").arg(folder));
    }
    Result<BundleFiles> files = filesOf(*manifest);
    if (files && QFileInfo(folder + u"/bundle.json.sig"_s).isFile()) {
        files->paths.append(u"bundle.json.sig"_s);
    }
    return files;
}

/// The branch as it is now: fetched into our repository, its tree in our index.
Async<void> fetchBranch(WorkPtr work, CancelToken cancel)
{
    const QString branch = u"refs/heads/"_s + work->request.branch;
    const Result<QByteArray> known
        = co_await runGit(work->git({u"ls-remote"_s, u"--"_s, work->request.repository, branch}), cancel);
    if (!known) {
        co_return failure(known);
    }
    if (known->trimmed().isEmpty()) {
        co_return {};
    }
    const Result<QByteArray> fetched
        = co_await runGit(work->git({u"fetch"_s, u"--quiet"_s, u"--no-tags"_s, u"--depth=1"_s, u"--"_s, work->request.repository,
                                     u"+"_s + branch + u":refs/before"_s}),
                          cancel);
    if (!fetched) {
        co_return failure(fetched);
    }
    const Result<QByteArray> parent = co_await runGit(work->git({u"rev-parse"_s, u"refs/before^{commit}"_s}), cancel);
    if (!parent) {
        co_return failure(parent);
    }
    work->parent = QString::fromLatin1(parent->trimmed());
    if (const Result<QByteArray> read = co_await runGit(work->git({u"read-tree"_s, work->parent}), cancel); !read) {
        co_return failure(read);
    }
    if (const auto set = co_await runGit(work->git({u"update-ref"_s, branch, work->parent}), cancel); !set) {
        co_return failure(set);
    }
    co_return {};
}

/// Takes what the last bundle brought out of the index.
Async<void> removeEarlier(WorkPtr work, CancelToken cancel)
{
    if (work->parent.isEmpty()) {
        co_return {};
    }
    const Result<QByteArray> manifest
        = co_await runGit(work->git({u"cat-file"_s, u"blob"_s, work->parent + u':' + work->prefix + u"bundle.json"_s}), cancel);
    if (!manifest && manifest.error().kind == Error::Kind::Cancelled) {
        co_return failure(manifest);
    }
    // No earlier bundle, or a file of that name that is none: nothing of it is ours.
    const Result<BundleFiles> files = manifest ? filesOf(*manifest) : failure(manifest);
    if (!files) {
        co_return {};
    }
    QByteArray list;
    for (const QString &path : files->paths) {
        list += (work->prefix + path).toUtf8() + '\0';
    }
    list += (work->prefix + u"bundle.json.sig"_s).toUtf8() + '\0';
    GitRun run = work->git({u"update-index"_s, u"-z"_s, u"--force-remove"_s, u"--stdin"_s});
    run.input = list;
    if (const Result<QByteArray> removed = co_await runGit(run, cancel); !removed) {
        co_return failure(removed);
    }
    co_return {};
}

/// Stores the bundle's files and puts them into the index. Bytes as they are: no line ends changed, no filters, no ignore rules.
Async<void> addFiles(WorkPtr work, BundleFiles files, CancelToken cancel)
{
    QByteArray names;
    for (const QString &path : files.paths) {
        const QFileInfo file(work->request.bundle + u'/' + path);
        if (!file.isFile() || file.isSymLink()) {
            co_return failure(Error::Kind::NotFound, doing(), Text::tr("The file %1 of the bundle is missing.").arg(path));
        }
        names += file.absoluteFilePath().toUtf8() + '\n';
    }
    GitRun store = work->git({u"hash-object"_s, u"-w"_s, u"--no-filters"_s, u"--stdin-paths"_s});
    store.input = names;
    const Result<QByteArray> sums = co_await runGit(store, cancel);
    if (!sums) {
        co_return failure(sums);
    }
    const QList<QByteArray> blobs = sums->trimmed().split('\n');
    if (blobs.size() != files.paths.size()) {
        co_return failure(Error::Kind::Internal, doing(), Text::tr("Git stored another number of files than it was given."));
    }
    QByteArray entries;
    for (qsizetype i = 0; i < blobs.size(); ++i) {
        const bool runs = QFileInfo(work->request.bundle + u'/' + files.paths[i]).isExecutable();
        entries += (runs ? "100755 " : "100644 ") + blobs[i] + " 0\t" + (work->prefix + files.paths[i]).toUtf8() + '\0';
    }
    GitRun add = work->git({u"update-index"_s, u"-z"_s, u"--index-info"_s});
    add.input = entries;
    if (const Result<QByteArray> added = co_await runGit(add, cancel); !added) {
        co_return failure(added);
    }
    co_return {};
}

/// Lines of `git diff-index --cached`, one a file; everything when the branch is new.
Async<int> countChanges(WorkPtr work, CancelToken cancel)
{
    const QStringList arguments = work->parent.isEmpty()
        ? QStringList{u"ls-files"_s, u"--cached"_s}
        : QStringList{u"diff-index"_s, u"--cached"_s, u"--name-only"_s, work->parent};
    const Result<QByteArray> list = co_await runGit(work->git(arguments), cancel);
    if (!list) {
        co_return failure(list);
    }
    co_return static_cast<int>(list->count('\n'));
}

Async<QString> commitIndex(WorkPtr work, BundleFiles files, CancelToken cancel)
{
    GitRun run = work->git({u"commit"_s, u"--quiet"_s, u"--allow-empty-message"_s, u"--cleanup=verbatim"_s, u"--file=-"_s});
    const Result<QByteArray> address = co_await runGit(work->git({u"config"_s, u"--get"_s, u"user.email"_s}), cancel);
    if (!address && !qEnvironmentVariableIsSet("GIT_AUTHOR_EMAIL")) {
        run.arguments = QStringList{u"-c"_s, u"user.name=Sentinel Console"_s, u"-c"_s, u"user.email=sentinel-console@localhost"_s}
            + run.arguments;
    }
    // Hooks of the person run in a folder that holds nothing of ours.
    run.environment.insert(u"GIT_WORK_TREE"_s, work->folder.filePath(u"git"_s));
    run.input = u"sentinel: bundle of the plan %1\n\nBundle-SHA256: %2\n"_s.arg(plainLine(files.name), files.sum).toUtf8();
    if (const Result<QByteArray> made = co_await runGit(run, cancel); !made) {
        co_return failure(made);
    }
    const Result<QByteArray> commit = co_await runGit(work->git({u"rev-parse"_s, u"HEAD"_s}), cancel);
    if (!commit) {
        co_return failure(commit);
    }
    co_return QString::fromLatin1(commit->trimmed());
}

Result<WorkPtr> prepared(BundlePush request)
{
    if (const Result<void> fine = checkRepositoryUrl(doing(), request.repository); !fine) {
        return failure(fine);
    }
    auto work = std::make_shared<Work>();
    request.bundle = QDir(request.bundle).absolutePath();
    if (QFileInfo(request.repository).isDir()) {
        request.repository = QDir(request.repository).absolutePath();
    }
    QString path = QDir::cleanPath(request.path);
    while (path.startsWith(u'/')) {
        path.remove(0, 1);
    }
    if (!path.isEmpty() && path != u"." && !isInside(path)) {
        return failure(Error::Kind::Invalid, doing(), Text::tr("%1 is no folder inside a repository.").arg(request.path));
    }
    work->prefix = path.isEmpty() || path == u"." ? QString() : path + u'/';
    work->request = std::move(request);
    if (!work->folder.isValid()) {
        return failure(Error::Kind::Unreachable, doing(), work->folder.errorString());
    }
    return work;
}

Async<void> makeRepository(WorkPtr work, CancelToken cancel)
{
    GitRun check{.doing = doing(), .arguments = {u"check-ref-format"_s, u"refs/heads/"_s + work->request.branch}};
    if (const Result<QByteArray> fine = co_await runGit(check, cancel); !fine || work->request.branch.startsWith(u'-')) {
        if (!fine && fine.error().kind != Error::Kind::Invalid) {
            co_return failure(fine);
        }
        co_return failure(Error::Kind::Invalid, doing(),
                          Text::tr("“%1” is no name of a branch.").arg(plainLine(work->request.branch)));
    }
    GitRun make{.doing = doing(), .arguments = {u"init"_s, u"--quiet"_s, u"--bare"_s, u"--"_s, work->folder.filePath(u"git"_s)}};
    if (const Result<QByteArray> made = co_await runGit(make, cancel); !made) {
        co_return failure(made);
    }
    for (const QStringList &step : {QStringList{u"symbolic-ref"_s, u"HEAD"_s, u"refs/heads/"_s + work->request.branch},
                                    QStringList{u"config"_s, u"core.bare"_s, u"false"_s}}) {
        if (const Result<QByteArray> done = co_await runGit(work->git(step), cancel); !done) {
            co_return failure(done);
        }
    }
    co_return {};
}

} // namespace

Async<Pushed> pushBundle(BundlePush request, CancelToken cancel)
{
    const Result<WorkPtr> made = prepared(std::move(request));
    if (!made) {
        co_return failure(made);
    }
    const WorkPtr work = *made;
    const Result<BundleFiles> files = bundleIn(work->request.bundle);
    if (!files) {
        co_return failure(files);
    }
    if (const Result<void> done = co_await makeRepository(work, cancel); !done) {
        co_return failure(done);
    }
    if (const Result<void> done = co_await fetchBranch(work, cancel); !done) {
        co_return failure(done);
    }
    if (const Result<void> done = co_await removeEarlier(work, cancel); !done) {
        co_return failure(done);
    }
    if (const Result<void> done = co_await addFiles(work, *files, cancel); !done) {
        co_return failure(done);
    }
    const Result<int> changes = co_await countChanges(work, cancel);
    if (!changes) {
        co_return failure(changes);
    }
    if (*changes == 0) {
        co_return Pushed{.commit = work->parent};
    }
    const Result<QString> commit = co_await commitIndex(work, *files, cancel);
    if (!commit) {
        co_return failure(commit);
    }
    const QString branch = u"refs/heads/"_s + work->request.branch;
    const Result<QByteArray> pushed = co_await runGit(
        work->git({u"push"_s, u"--quiet"_s, u"--"_s, work->request.repository, *commit + u':' + branch}), cancel);
    if (!pushed && pushed.error().kind == Error::Kind::Conflict) {
        co_return failure(Error::Kind::Conflict, doing(),
                          Text::tr("Somebody else pushed to the branch %1 meanwhile. Nothing was overwritten; look at what came, "
                                   "then push again.")
                              .arg(work->request.branch));
    }
    if (!pushed) {
        co_return failure(pushed);
    }
    co_return Pushed{.commit = *commit, .changed = true, .files = *changes};
}

} // namespace sentinel::gitops
