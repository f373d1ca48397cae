// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Duration.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace sentinel::sandbox {

/// What a fault hits. Empty parts match everything; names may hold "*". A pod also answers to the kind and name of whatever
/// controls it (Deployment, StatefulSet, Job, …), at any remove.
struct Target
{
    QString kind;
    QString ns;
    QString name;
    QJsonObject labels{};
};

/// One thing that goes wrong while its scenario is active.
struct Fault
{
    enum class Kind {
        LoseNode, ///< nodes stop answering: those that match, or those the matching pods run on, `count` at most
        MissingImage, ///< the registry knows no such image; it goes from the nodes too
        FailProbe, ///< `probe` of the matching pods' containers fails
        FailContainer, ///< the container ends with `exitCode` after `after`, each time it is started
        FillVolume, ///< a claim is full until it is enlarged; of pods: the emptyDir `volume` passes its limit
        ExpireCertificate, ///< matching Certificates end in `after`
        SlowApi, ///< every answer of the API is `after` late
        TooManyRequests, ///< `percent` of the requests are answered with 429 and Retry-After `after`
        DropWatches, ///< watches are cut every `after`; with `gone` they cannot be resumed (410)
    };
    Kind kind = Kind::LoseNode;
    Target target{};
    QString container; ///< name with "*"; empty: every one
    QString image; ///< name with "*"; empty: every one
    QString probe = QStringLiteral("readiness"); ///< readiness, liveness, startup
    QString volume; ///< name in the pod
    QString sentence; ///< what the probe or the container says
    QStringList log{}; ///< the container's last lines
    Duration after{0};
    int exitCode = 1;
    int count = 1;
    int percent = 100;
    bool gone = false;
};

/// Whether `pattern` with "*" fits `text`; an empty pattern fits everything.
[[nodiscard]] bool fits(const QString &pattern, const QString &text);

} // namespace sentinel::sandbox
