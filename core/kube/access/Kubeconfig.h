// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/kube/access/ClusterAccess.h"
#include "core/kube/access/Consent.h"
#include "core/kube/access/KubeconfigEntry.h"

#include <QStringList>

namespace sentinel::kube {

/// What kubectl reads to find clusters: one file, or several merged so that the first one that names a thing wins.
/// Every problem is Invalid (or Unsupported, NotFound, Forbidden) with a sentence and its place in the file.
class Kubeconfig
{
public:
    /// The files to read: `file` alone when it is given (`--kubeconfig`), else those of `variable` (KUBECONFIG), else
    /// ".kube/config" in `home`.
    [[nodiscard]] static QStringList files(const QString &file, const QString &variable, const QString &home);
    /// Reads `file`, or what the environment names. Files of KUBECONFIG that do not exist are passed over; none at all is
    /// NotFound.
    [[nodiscard]] static Result<Kubeconfig> read(const QString &file = {});
    [[nodiscard]] static Result<Kubeconfig> readFiles(const QStringList &files);

    [[nodiscard]] QStringList contexts() const; ///< in the order of the files
    [[nodiscard]] QString currentContext() const { return m_current; } ///< empty when none is set
    [[nodiscard]] QStringList files() const { return m_files; } ///< those that were read

    /// Everything needed to speak to `context` (empty: the current one), certificate and key files read. Nothing is run yet: a
    /// sign-in program needs its own consent. Forbidden: the certificate shall not be verified, and `consent` does not allow it.
    /// Unsupported: auth providers, keys with a passphrase.
    [[nodiscard]] Result<ClusterAccess> access(const QString &context = {}, std::shared_ptr<Consent> consent = {}) const;

private:
    [[nodiscard]] Result<void> add(const QString &file, const QByteArray &text);
    [[nodiscard]] Result<const KubeconfigEntry *> wanted(const QString &context) const;

    QStringList m_files;
    QStringList m_source; ///< what to read again; empty: what the environment names by then
    QString m_current;
    QList<KubeconfigEntry> m_clusters;
    QList<KubeconfigEntry> m_users;
    QList<KubeconfigEntry> m_contexts;
};

} // namespace sentinel::kube
