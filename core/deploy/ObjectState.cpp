// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deploy/ObjectState.h"

using namespace Qt::StringLiterals;

namespace sentinel::deploy {

size_t qHash(const ObjectKey &key, size_t seed) noexcept
{
    return qHashMulti(seed, key.group, key.kind, key.ns, key.name);
}

ObjectKey keyOf(const QJsonObject &object)
{
    const QString version = object[u"apiVersion"].toString();
    const QJsonObject metadata = object[u"metadata"].toObject();
    return {.group = version.contains(u'/') ? version.section(u'/', 0, 0) : QString(),
            .kind = object[u"kind"].toString(),
            .ns = metadata[u"namespace"].toString(),
            .name = metadata[u"name"].toString()};
}

QString healthName(Health health)
{
    switch (health) {
    case Health::Healthy:
        return u"healthy"_s;
    case Health::Progressing:
        return u"progressing"_s;
    case Health::Waiting:
        return u"waiting"_s;
    case Health::Degraded:
        return u"degraded"_s;
    case Health::Missing:
        return u"missing"_s;
    case Health::Suspended:
        return u"suspended"_s;
    case Health::Unknown:
        return u"unknown"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

QString causeName(Cause cause)
{
    switch (cause) {
    case Cause::ImageMissing:
        return u"image-missing"_s;
    case Cause::ImageDenied:
        return u"image-denied"_s;
    case Cause::ImageUnreachable:
        return u"image-unreachable"_s;
    case Cause::Unschedulable:
        return u"unschedulable"_s;
    case Cause::VolumePending:
        return u"volume-pending"_s;
    case Cause::VolumeFull:
        return u"volume-full"_s;
    case Cause::ProbeFailing:
        return u"probe-failing"_s;
    case Cause::Crashing:
        return u"crashing"_s;
    case Cause::OutOfMemory:
        return u"out-of-memory"_s;
    case Cause::ConfigMissing:
        return u"config-missing"_s;
    case Cause::Quota:
        return u"quota"_s;
    case Cause::Refused:
        return u"refused"_s;
    case Cause::MigrationFailed:
        return u"migration-failed"_s;
    case Cause::HookFailed:
        return u"hook-failed"_s;
    case Cause::JobFailed:
        return u"job-failed"_s;
    case Cause::CertificatePending:
        return u"certificate-pending"_s;
    case Cause::IssuerNotReady:
        return u"issuer-not-ready"_s;
    case Cause::SyncFailed:
        return u"sync-failed"_s;
    case Cause::NodeLost:
        return u"node-lost"_s;
    case Cause::DeadlineExceeded:
        return u"deadline-exceeded"_s;
    case Cause::WaitsForMigration:
        return u"waits-for-migration"_s;
    case Cause::WaitsForDatabase:
        return u"waits-for-database"_s;
    case Cause::WaitsForPods:
        return u"waits-for-pods"_s;
    case Cause::WaitsForWave:
        return u"waits-for-wave"_s;
    case Cause::WaitsForOwner:
        return u"waits-for-owner"_s;
    case Cause::Starting:
        return u"starting"_s;
    case Cause::Other:
        return u"other"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

bool mendsByItself(Cause cause)
{
    switch (cause) {
    case Cause::WaitsForMigration:
    case Cause::WaitsForDatabase:
    case Cause::WaitsForPods:
    case Cause::WaitsForWave:
    case Cause::WaitsForOwner:
    case Cause::Starting:
    case Cause::CertificatePending:
    case Cause::VolumePending:
        return true;
    case Cause::ImageMissing:
    case Cause::ImageDenied:
    case Cause::ImageUnreachable:
    case Cause::Unschedulable:
    case Cause::VolumeFull:
    case Cause::ProbeFailing:
    case Cause::Crashing:
    case Cause::OutOfMemory:
    case Cause::ConfigMissing:
    case Cause::Quota:
    case Cause::Refused:
    case Cause::MigrationFailed:
    case Cause::HookFailed:
    case Cause::JobFailed:
    case Cause::IssuerNotReady:
    case Cause::SyncFailed:
    case Cause::NodeLost:
    case Cause::DeadlineExceeded:
    case Cause::Other:
        return false;
    }
    Q_UNREACHABLE_RETURN(false);
}

} // namespace sentinel::deploy
