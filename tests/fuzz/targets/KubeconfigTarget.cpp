// SPDX-License-Identifier: GPL-3.0-or-later
// A kubeconfig somebody was sent: whatever is in it, it is read or refused with a sentence.
#include "Fuzz.h"
#include "core/kube/access/Kubeconfig.h"

#include <QFile>
#include <QTemporaryDir>

using namespace sentinel;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("config"));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly)) {
        return 0;
    }
    file.write(fuzz::bytesOf(data, size));
    file.close();
    const auto read = kube::Kubeconfig::readFiles({path});
    if (!read) {
        fuzz::promise(!read.error().detail.isEmpty(), "a refusal has a sentence");
        return 0;
    }
    QStringList contexts = read->contexts();
    contexts.append(QString());
    for (const QString &context : std::as_const(contexts)) {
        const auto access = read->access(context);
        if (!access) {
            fuzz::promise(!access.error().detail.isEmpty(), "a refusal has a sentence");
            continue;
        }
        const QString scheme = access->server.scheme();
        fuzz::promise(scheme == QStringLiteral("https") || scheme == QStringLiteral("http"), "only http and https are spoken");
        fuzz::promise(!access->server.host().isEmpty(), "a server has a host");
        fuzz::promise(access->certificate.isEmpty() == access->key.isEmpty(), "a certificate comes with its key");
    }
    return 0;
}
