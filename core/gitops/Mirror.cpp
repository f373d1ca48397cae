// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gitops/Mirror.h"

#include "core/base/SafeText.h"
#include "core/gitops/Git.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QHash>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <optional>

using namespace Qt::StringLiterals;

namespace sentinel::gitops {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Mirror)
};

const QString kDefaultBranch = u"refs/sentinel/default"_s; ///< where the other side's HEAD is kept

bool isCommit(const QString &revision)
{
    static const QRegularExpression hash(u"^[0-9a-f]{40}$"_s);
    return hash.match(revision).hasMatch();
}

QString doing()
{
    return Text::tr("fetching a repository");
}

/// One at a time for each mirror: git refuses two that write its settings or the same branch at once. Whoever comes waits for the
/// one before.
class Turn
{
public:
    explicit Turn(const QString &mirror)
    {
        static thread_local QHash<QString, Promise<void>> last;
        if (const auto found = last.constFind(mirror); found != last.cend()) {
            m_before = *found;
        }
        last.insert(mirror, m_mine);
    }
    ~Turn() { m_mine.keep({}); }
    Turn(const Turn &) = delete;
    Turn &operator=(const Turn &) = delete;

    [[nodiscard]] Async<void> comes() const { return m_before ? m_before->answer() : now(); }

private:
    static Async<void> now() { co_return {}; }

    std::optional<Promise<void>> m_before;
    Promise<void> m_mine;
};

/// Made beside and put in place at once, so that another program never finds half of one.
[[nodiscard]] Async<void> make(QString mirror, CancelToken cancel)
{
    if (QFileInfo::exists(mirror + u"/HEAD"_s)) {
        co_return {};
    }
    const QString parent = QFileInfo(mirror).path();
    if (!QDir().mkpath(parent)) {
        co_return failure(Error::Kind::Unreachable, doing(), Text::tr("%1 cannot be made.").arg(parent));
    }
    QFile::setPermissions(parent, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    QTemporaryDir place(parent + u"/new-XXXXXX"_s);
    const QString fresh = place.filePath(u"mirror.git"_s);
    const auto made = co_await runGit({.doing = doing(), .arguments = {u"init"_s, u"--quiet"_s, u"--bare"_s, u"--"_s, fresh}},
                                      std::move(cancel));
    if (!made) {
        co_return failure(made);
    }
    if (!QDir().rename(fresh, mirror) && !QFileInfo::exists(mirror + u"/HEAD"_s)) {
        co_return failure(Error::Kind::Unreachable, doing(), Text::tr("%1 cannot be made.").arg(mirror));
    }
    co_return {};
}

/// Whether the commit and all it needs lie in the mirror.
[[nodiscard]] Async<bool> has(QString mirror, QString revision, CancelToken cancel)
{
    GitRun look{.doing = doing(), .repository = mirror};
    look.arguments = {u"rev-parse"_s, u"--verify"_s, u"--quiet"_s, u"--end-of-options"_s, revision + u"^{commit}"_s};
    const auto found = co_await runGit(look, std::move(cancel));
    if (!found && found.error().kind != Error::Kind::Invalid) {
        co_return failure(found);
    }
    co_return found.has_value();
}

[[nodiscard]] Async<void> fetch(QString mirror, QString url, QStringList references, CancelToken cancel)
{
    GitRun run{.doing = doing(), .repository = mirror};
    run.arguments = QStringList{u"fetch"_s, u"--quiet"_s, u"--force"_s, u"--no-tags"_s, u"--no-write-fetch-head"_s, u"--"_s, url}
        + references;
    const auto done = co_await runGit(run, std::move(cancel));
    co_return done ? Result<void>() : failure(done);
}

/// Branches, tags and which branch is the default one; then the commit by itself, when no branch leads to it any more.
[[nodiscard]] Async<void> refresh(QString mirror, QString url, QString revision, CancelToken cancel)
{
    const auto fetched = co_await fetch(mirror, url, {u"+refs/heads/*:refs/heads/*"_s, u"+refs/tags/*:refs/tags/*"_s}, cancel);
    if (!fetched) {
        co_return fetched;
    }
    // A repository may have branches and a HEAD that names none of them.
    std::ignore = co_await fetch(mirror, url, {u"+HEAD:"_s + kDefaultBranch}, cancel);
    if (isCommit(revision)) {
        const auto there = co_await has(mirror, revision, cancel);
        if (there && !*there) {
            // Many servers refuse to give a commit by name: then it is not found, which is told later.
            std::ignore = co_await fetch(mirror, url, {u'+' + revision + u":refs/sentinel/"_s + revision}, cancel);
        }
    }
    co_return {};
}

QString offlineNote(const Error &error, const QString &mirror)
{
    const QDateTime last = QFileInfo(mirror + u"/refs/sentinel/default"_s).lastModified();
    return Text::tr("The repository did not answer (%1); this is what was fetched on %2.")
        .arg(error.detail, last.isValid() ? last.toString(Qt::ISODate) : Text::tr("an earlier day"));
}

} // namespace

QString mirrorFolder(const QString &cache, const QString &url)
{
    const QByteArray sum = QCryptographicHash::hash(url.toUtf8(), QCryptographicHash::Sha256).toHex().first(24);
    return QDir(cache).absoluteFilePath(QString::fromLatin1(sum) + u"/mirror.git"_s);
}

Async<Mirrored> mirrorRevision(MirrorRequest request, CancelToken cancel)
{
    if (const auto fine = checkRepositoryUrl(doing(), request.url); !fine) {
        co_return failure(fine);
    }
    const QString mirror = mirrorFolder(request.cache, request.url);
    const Turn turn(mirror);
    std::ignore = co_await turn.comes();
    const bool isDefault = request.revision.isEmpty() || request.revision == u"HEAD";
    const QString revision = isDefault ? kDefaultBranch : request.revision;
    if (const auto made = co_await make(mirror, cancel); !made) {
        co_return failure(made);
    }
    const auto known = co_await has(mirror, revision, cancel);
    if (!known) {
        co_return failure(known);
    }
    Mirrored mirrored;
    if (!*known || !isCommit(revision)) {
        const auto refreshed = co_await refresh(mirror, request.url, revision, cancel);
        if (!refreshed && (!*known || refreshed.error().kind == Error::Kind::Cancelled)) {
            co_return failure(refreshed);
        }
        mirrored.isOffline = !refreshed;
        mirrored.note = refreshed ? QString() : offlineNote(refreshed.error(), mirror);
    }
    auto out = co_await checkOut(
        {.repository = mirror, .revision = revision, .cache = QFileInfo(mirror).path() + u"/revisions"_s}, cancel);
    if (!out) {
        Error error = out.error();
        if (isDefault) {
            error.detail = Text::tr("The repository %1 has no commit yet.").arg(withoutPassword(plainLine(request.url)));
        }
        co_return failure(error);
    }
    mirrored.content = std::move(*out);
    co_return mirrored;
}

} // namespace sentinel::gitops
