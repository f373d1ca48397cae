// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QString>

namespace sentinel::deploy {

/// Which object is meant; the version of its kind plays no part.
struct ObjectKey
{
    QString group; ///< empty for the core group
    QString kind;
    QString ns; ///< empty for cluster-scoped kinds
    QString name;

    [[nodiscard]] bool isNull() const { return name.isEmpty(); }
    [[nodiscard]] QString toString() const { return kind + u'/' + name; } ///< "Pod/backend-7d9f4-x2k8p"
    auto operator<=>(const ObjectKey &) const = default;
};
[[nodiscard]] size_t qHash(const ObjectKey &key, size_t seed = 0) noexcept;
/// Of an object as a server tells it or a manifest writes it.
[[nodiscard]] ObjectKey keyOf(const QJsonObject &object);

enum class Health {
    Healthy,
    Progressing, ///< on its way, nothing is wrong
    Waiting, ///< something else comes first; `waitsFor` names it
    Degraded, ///< wrong; `why` says what
    Missing, ///< wanted, and not there yet
    Suspended, ///< somebody paused it
    Unknown,
};
/// "healthy", "progressing", "waiting", "degraded", "missing", "suspended", "unknown": the words of JSON documents.
[[nodiscard]] QString healthName(Health health);

/// What lies at the root of an object that is not healthy, or passes it on.
enum class Cause {
    ImageMissing, ///< the registry has no such image or tag
    ImageDenied, ///< the registry wants a login
    ImageUnreachable, ///< the registry gives no answer
    Unschedulable, ///< no node has room, or none may take it
    VolumePending, ///< a PersistentVolumeClaim finds no volume
    VolumeFull, ///< no space left on a volume
    ProbeFailing, ///< runs, and does not answer its probe
    Crashing, ///< its process ends again and again
    OutOfMemory, ///< killed for passing its memory limit
    ConfigMissing, ///< a Secret or ConfigMap, or a key of it, is not there
    Quota, ///< a ResourceQuota or LimitRange refuses it
    Refused, ///< admission refuses it: pod security, a webhook
    MigrationFailed, ///< the Job that migrates the schema failed
    HookFailed, ///< a hook of Argo CD or Helm failed
    JobFailed, ///< any other Job failed
    CertificatePending, ///< cert-manager has not issued it yet
    IssuerNotReady, ///< the issuer itself does not work
    SyncFailed, ///< Argo CD could not apply or compare
    NodeLost, ///< its node does not answer
    DeadlineExceeded, ///< a rollout has made no progress for too long
    WaitsForMigration,
    WaitsForDatabase,
    WaitsForPods, ///< passes on what its pods have
    WaitsForWave, ///< Argo CD brings the next wave when this one is healthy
    WaitsForOwner, ///< passes on what an object it belongs to has
    Starting, ///< nothing is wrong, it takes its time
    Other,
};
/// "image-missing", "waits-for-migration", …: the words of JSON documents.
[[nodiscard]] QString causeName(Cause cause);
/// Whether waiting may mend it: false for an image that does not exist.
[[nodiscard]] bool mendsByItself(Cause cause);

/// One link of the chain from the root of a trouble to the symptom a person sees.
struct WhyStep
{
    Cause cause = Cause::Other;
    ObjectKey object; ///< where it was seen
    QString title; ///< "Image not found", in the person's language
    QString detail; ///< the proof, plain text; may hold strings of the cluster
    QString remedy; ///< the next step; empty where there is none at this link

    bool operator==(const WhyStep &) const = default;
};

/// One object as the Deploy page and `status` show it.
struct ObjectState
{
    ObjectKey key;
    ObjectKey owner{}; ///< null for what the bundle itself brings
    int depth = 0; ///< 0 for what the bundle brings, 1 and more for what controllers make of it
    bool waved = false; ///< whether `wave` means anything
    int wave = 0; ///< sync wave of Argo CD
    Health health = Health::Unknown;
    QString sentence{}; ///< "1 of 3 ready", "waits for the migration": plain text
    int ready = 0; ///< of `wanted` pods, completions or the like; 0 of 0: not counted
    int wanted = 0;
    QList<ObjectKey> waitsFor{};
    QList<WhyStep> why{}; ///< root first; empty while healthy
    QDateTime since{}; ///< created on the cluster; invalid while missing

    bool operator==(const ObjectState &) const = default;
};

} // namespace sentinel::deploy
