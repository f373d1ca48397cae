// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deploy/BundleGit.h"
#include "core/gitops/Git.h"
#include "core/gitops/PushBundle.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>

using namespace Qt::StringLiterals;

namespace sentinel::deploy {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

/// A bare repository for an address nobody is to be asked at.
[[nodiscard]] Async<QString> localRepository(QString folder, QString url, CancelToken cancel)
{
    const QString name
        = QString::fromLatin1(QCryptographicHash::hash(url.toUtf8(), QCryptographicHash::Sha256).toHex().first(16));
    const QString path = folder + u'/' + name + u".git"_s;
    if (QDir(path).exists(u"HEAD"_s)) {
        co_return path;
    }
    if (!QDir().mkpath(path)) {
        co_return failure(Error::Kind::Forbidden, Text::tr("making the repository of the rehearsal"),
                          Text::tr("%1 cannot be made.").arg(path));
    }
    const auto made = co_await gitops::runGit(
        {.doing = Text::tr("making the repository of the rehearsal"), .arguments = {u"init"_s, u"--quiet"_s, u"--bare"_s, path}},
        cancel);
    if (!made) {
        co_return failure(made);
    }
    co_return path;
}

[[nodiscard]] Async<PushedBundle> pushTo(QString folder, QString repository, QString url, QString branch, CancelToken cancel)
{
    const auto pushed = co_await gitops::pushBundle({.bundle = folder, .repository = repository, .branch = branch}, cancel);
    if (!pushed) {
        co_return failure(pushed);
    }
    co_return PushedBundle{.url = url, .revision = pushed->commit, .changed = pushed->changed};
}

[[nodiscard]] Async<PushedBundle> rehearse(kube::ApiPtr api, QString rehearsal, QString folder, QString url, QString branch,
                                           CancelToken cancel)
{
    const auto repository = co_await localRepository(rehearsal, url, cancel);
    if (!repository) {
        co_return failure(repository);
    }
    auto pushed = co_await pushTo(folder, *repository, url, branch, cancel);
    if (!pushed) {
        co_return failure(pushed);
    }
    const auto told = co_await api->request("POST", u"/rehearsal/v1/repositories"_s,
                                            kube::Object{{u"url"_s, url}, {u"path"_s, *repository}}, cancel);
    if (!told) {
        co_return failure(told);
    }
    co_return pushed;
}

} // namespace

Async<PushedBundle> BundleGit::push(QString folder, QString url, QString branch, CancelToken cancel)
{
    if (m_rehearsalFolder.isEmpty()) {
        return pushTo(std::move(folder), url, url, std::move(branch), std::move(cancel));
    }
    return rehearse(m_api, m_rehearsalFolder, std::move(folder), std::move(url), std::move(branch), std::move(cancel));
}

} // namespace sentinel::deploy
