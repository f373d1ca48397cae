// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/Kubeconfig.h"

#include "core/base/Files.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace sentinel::sandbox {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

/// The first line of every kubeconfig of ours; a file that begins otherwise is somebody else's.
constexpr QByteArrayView kMarker("# Written by Sentinel Console for its rehearsal cluster. Overwritten at each start.\n");

} // namespace

QByteArray kubeconfig(const Credentials &credentials, const QString &url)
{
    const QByteArray name = QByteArray(kContextName.data(), kContextName.size());
    QByteArray text = kMarker.toByteArray();
    text += "apiVersion: v1\nkind: Config\n"
            "clusters:\n- name: "
        + name + "\n  cluster:\n    server: " + url.toUtf8()
        + "\n    certificate-authority-data: " + credentials.authority.toBase64() + "\nusers:\n- name: " + name
        + "\n  user:\n    token: " + credentials.token + "\ncontexts:\n- name: " + name + "\n  context:\n    cluster: " + name
        + "\n    user: " + name + "\n    namespace: default\ncurrent-context: " + name + "\n";
    return text;
}

Result<void> writeKubeconfig(const QString &path, const Credentials &credentials, const QString &url)
{
    const QString doing = Text::tr("writing the kubeconfig %1").arg(path);
    if (QFileInfo(path).isSymLink() || QFileInfo::exists(path)) {
        const auto present = readFile(path);
        if (!present || !present->startsWith(kMarker)) {
            return failure(Error::Kind::Conflict, doing,
                           Text::tr("There is a kubeconfig already that this program did not write, so it was left as it is. "
                                    "Name another file."));
        }
        // An existing file keeps its mode when it is rewritten; ours holds a token.
        QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
    }
    return writeFile(path, kubeconfig(credentials, url));
}

} // namespace sentinel::sandbox
