// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kube/Api.h"

#include <QDateTime>

namespace sentinel::gitops {

/// An object an Application brings, as Argo CD saw it last. Health is empty where the kind has none, and for Argo CD 3 as
/// shipped, which keeps it out of the object (`Application::healthIsElsewhere`).
struct ApplicationResource
{
    QString group;
    QString version;
    QString kind;
    QString ns;
    QString name;
    QString sync; ///< "Synced", "OutOfSync"; empty for hooks
    QString health; ///< "Healthy", "Progressing", "Degraded", …
    QString message; ///< of its health
    int wave = 0;
    bool isHook = false;
    bool needsPruning = false;
};

/// What the last or present operation did to one object.
struct SyncedResource
{
    QString group;
    QString version;
    QString kind;
    QString ns;
    QString name;
    QString status; ///< "Synced", "SyncFailed", "Pruned", "PruneSkipped"
    QString hookType; ///< "PreSync", …; empty for what is no hook
    QString hookPhase; ///< "Running", "Succeeded", "Failed", "Error", "Terminating"
    QString syncPhase; ///< "PreSync", "Sync", "PostSync", "SyncFail"
    QString message;
};

struct ApplicationCondition
{
    QString type; ///< "ComparisonError", "InvalidSpecError", "SyncError", "SharedResourceWarning", …
    QString message;
    QDateTime since;
    [[nodiscard]] bool isError() const { return type.endsWith(QLatin1StringView("Error")); }
};

struct HistoryEntry
{
    qint64 id = 0;
    QStringList revisions; ///< one, or one for each of several sources
    QDateTime began;
    QDateTime ended;
    QString by; ///< "" when automatic
    bool automated = false;
    QJsonObject source; ///< as deployed; empty when there were several
    QList<QJsonObject> sources;
};

struct ApplicationOperation
{
    QString phase; ///< "Running", "Terminating", "Failed", "Error", "Succeeded"; empty: none ever
    QString message;
    QDateTime began;
    QDateTime ended; ///< with phase Running: it failed and waits to try again
    int retries = 0;
    QStringList revisions; ///< what is being deployed; may differ from the Application's own during a rollback
    QJsonObject request; ///< the operation asked for, to be compared with one's own
    QList<SyncedResource> resources;

    [[nodiscard]] bool isOver() const { return phase != u"Running" && phase != u"Terminating"; }
    [[nodiscard]] bool waitsToRetry() const { return phase == u"Running" && ended.isValid(); }
};

/// An Argo CD Application, 2.14 to 3.6. Strings are the cluster's: plain text only.
struct Application
{
    QString ns;
    QString name;
    QString project;
    QString repository;
    QString targetRevision;
    QString path;
    QString destinationServer;
    QString destinationName; ///< of a cluster Argo CD knows; empty when the server is given
    QString destinationNamespace;
    QString sync; ///< "Synced", "OutOfSync", "Unknown"; empty: never compared
    QStringList revisions; ///< what `sync` was compared with
    QString health;
    QString healthMessage;
    bool healthIsElsewhere = false; ///< of each resource; see `ApplicationResource`
    bool isCompared = false; ///< `sync` is about the source the Application has now
    bool isAutomated = false;
    bool prunes = false;
    bool healsItself = false;
    bool isDeleting = false;
    bool isAsked = false; ///< `operation` is set: an operation waits or runs; another one written now would be swallowed
    QString owner; ///< "ApplicationSet/sentinel-prod"; empty: nobody's
    QDateTime reconciledAt;
    ApplicationOperation operation;
    QList<ApplicationResource> resources;
    QList<ApplicationCondition> conditions;
    QList<HistoryEntry> history; ///< oldest first
    QStringList images;

    /// Writing an operation now would be lost without a word.
    [[nodiscard]] bool isBusy() const { return isAsked || !operation.isOver(); }
};

[[nodiscard]] kube::ResourceType applicationType();
/// Invalid when the object is no Application. Fields that are missing or of another kind than expected stay empty.
[[nodiscard]] Result<Application> readApplication(const kube::Object &object);

} // namespace sentinel::gitops
