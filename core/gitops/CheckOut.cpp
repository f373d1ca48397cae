// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gitops/CheckOut.h"

#include "core/base/OperationRun.h"
#include "core/gitops/Git.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace sentinel::gitops {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CheckOut)
};

QString gitDirectory(const QString &repository)
{
    const QString inside = repository + u"/.git"_s;
    return QFileInfo(inside).isDir() ? inside : repository;
}

} // namespace

Async<CheckedOut> checkOut(CheckOutRequest request, CancelToken cancel)
{
    const QString doing = Text::tr("checking a revision out");
    const QString repository = QDir(gitDirectory(request.repository)).absolutePath();
    if (!QFileInfo::exists(repository + u"/HEAD"_s)) {
        co_return failure(Error::Kind::NotFound, doing, Text::tr("repository not found: %1").arg(request.repository));
    }
    GitRun find{.doing = doing, .repository = repository};
    find.arguments = {u"rev-parse"_s, u"--verify"_s, u"--quiet"_s, u"--end-of-options"_s, request.revision + u"^{commit}"_s};
    const Result<QByteArray> found = co_await runGit(find, cancel);
    if (!found && found.error().kind != Error::Kind::Invalid) {
        co_return failure(found);
    }
    if (!found) {
        co_return failure(Error::Kind::NotFound, doing,
                          Text::tr("unable to resolve '%1' to a commit SHA").arg(plainLine(request.revision)));
    }
    const QString commit = QString::fromLatin1(found->trimmed());
    const QString folder = QDir(request.cache).absoluteFilePath(commit);
    if (QFileInfo(folder).isDir()) {
        co_return CheckedOut{.folder = folder, .commit = commit};
    }
    if (!QDir().mkpath(request.cache)) {
        co_return failure(Error::Kind::Unreachable, doing, Text::tr("%1 cannot be made.").arg(request.cache));
    }
    QFile::setPermissions(request.cache, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    // Written beside and renamed: a folder named by a commit is always whole.
    const QTemporaryDir place(QDir(request.cache).absoluteFilePath(u"new-XXXXXX"_s));
    const QString content = place.filePath(u"content"_s);
    GitRun read{.doing = doing, .repository = repository, .arguments = {u"read-tree"_s, commit}};
    read.environment = {{u"GIT_INDEX_FILE"_s, place.filePath(u"index"_s)}};
    if (const Result<QByteArray> done = co_await runGit(read, cancel); !done) {
        co_return failure(done);
    }
    GitRun write{.doing = doing, .repository = repository};
    write.arguments = {u"-c"_s,
                       u"core.symlinks=false"_s,
                       u"-c"_s,
                       u"core.autocrlf=false"_s,
                       u"-c"_s,
                       u"core.bare=false"_s,
                       u"--work-tree"_s,
                       place.path(),
                       u"checkout-index"_s,
                       u"--all"_s,
                       u"--prefix"_s,
                       u"content/"_s};
    write.environment = read.environment;
    if (const Result<QByteArray> done = co_await runGit(write, cancel); !done) {
        co_return failure(done);
    }
    QDir().mkpath(content); // of a commit without files
    if (!QDir().rename(content, folder) && !QFileInfo(folder).isDir()) {
        co_return failure(Error::Kind::Unreachable, doing, Text::tr("%1 cannot be written.").arg(folder));
    }
    co_return CheckedOut{.folder = folder, .commit = commit};
}

} // namespace sentinel::gitops
