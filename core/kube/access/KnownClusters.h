// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ProtectionLevel.h"
#include "core/base/Result.h"
#include "core/kube/access/Consent.h"
#include "core/yaml/Value.h"

namespace sentinel::kube {

/// A cluster the person works with: a reference to a context of a kubeconfig, never a copy of what stands there.
struct KnownCluster
{
    QString name{}; ///< the person's own; unique in the list, names it everywhere
    QString kubeconfig{}; ///< absolute path; empty: what kubectl reads (KUBECONFIG, ~/.kube/config)
    QString context{}; ///< of that file; never empty
    ProtectionLevel protection = ProtectionLevel::Confirm;
    QString colour = QStringLiteral("blue"); ///< one of clusterColours()
    yaml::Value rest{}; ///< what another version of the program wrote beside it; kept

    bool operator==(const KnownCluster &) const = default;
};

/// Names of the colours a cluster can have; the design's tokens "bandBlue", "bandTeal", … draw them.
[[nodiscard]] const QStringList &clusterColours();
/// Where a cluster's name says that it is in production ("prod", "live"), it starts with more protection.
[[nodiscard]] ProtectionLevel suggestedProtection(const QString &name);

struct InsecureConsent
{
    InsecureWish wish;
    QDateTime at{}; ///< UTC
    yaml::Value rest{};
};

struct PluginConsent
{
    QString command; ///< absolute
    QStringList arguments{}; ///< to be shown; secrets left out
    QByteArray inputHash{}; ///< of PluginWish
    QByteArray sha256{}; ///< of the program's file
    QDateTime at{};
    yaml::Value rest{};
};

/// The clusters of a person, and what the person allowed for them. A value; `KnownClustersFile` keeps it.
class KnownClusters
{
public:
    /// Invalid with FILE:LINE:COLUMN for what is wrong in a field this version knows.
    [[nodiscard]] static Result<KnownClusters> read(const QByteArray &text, const QString &file);
    [[nodiscard]] QByteArray text() const;

    [[nodiscard]] const QList<KnownCluster> &clusters() const { return m_clusters; } ///< in the person's order
    [[nodiscard]] const KnownCluster *find(const QString &name) const;
    /// The one that refers to this context of this file; null when none does.
    [[nodiscard]] const KnownCluster *find(const QString &kubeconfig, const QString &context) const;
    /// Conflict: the name is taken. Invalid: a name or context that is empty, a colour that is none of ours.
    [[nodiscard]] Result<void> add(KnownCluster cluster);
    /// Another content for the one called `name`. NotFound; Conflict: its new name is taken.
    [[nodiscard]] Result<void> replace(const QString &name, KnownCluster cluster);
    [[nodiscard]] Result<void> remove(const QString &name); ///< NotFound. What was allowed for it stays allowed

    [[nodiscard]] const QList<InsecureConsent> &insecure() const { return m_insecure; }
    [[nodiscard]] const QList<PluginConsent> &plugins() const { return m_plugins; }
    [[nodiscard]] bool allows(const ConsentWish &wish) const;
    void allow(const ConsentWish &wish, const QDateTime &at); ///< a program's older hashes and servers give way to it
    void forbid(const ConsentWish &wish); ///< takes back every consent for the same cluster, or program and arguments

private:
    QList<KnownCluster> m_clusters;
    QList<InsecureConsent> m_insecure;
    QList<PluginConsent> m_plugins;
    yaml::Value m_rest;
};

/// `clusters.yaml` of a folder: 0600 in a folder of 0700, written whole or not at all, so that a reader or a crash never sees a
/// part. Several programs may change it: each change reads, changes and writes under a lock. Errors: Invalid (somebody edited it
/// wrongly; it is never written over then), Forbidden, Unreachable, Timeout (another program holds it).
class KnownClustersFile
{
public:
    explicit KnownClustersFile(QString folder)
        : m_folder(std::move(folder))
    {
    }

    [[nodiscard]] QString path() const;
    [[nodiscard]] Result<KnownClusters> read() const; ///< empty when there is no file yet
    [[nodiscard]] Result<KnownClusters> change(const std::function<Result<void>(KnownClusters &)> &edit) const;
    /// What this file allows, read again whenever it has changed. A file that cannot be read allows nothing.
    [[nodiscard]] std::shared_ptr<Consent> consent() const;

private:
    QString m_folder;
};

} // namespace sentinel::kube
