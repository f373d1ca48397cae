// SPDX-License-Identifier: GPL-3.0-or-later
// Field names: pkg/apis/application/v1alpha1/types.go of Argo CD.
#include "core/gitops/Application.h"
#include "core/base/Timestamp.h"

#include "core/gitops/Git.h"

#include <QCoreApplication>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace sentinel::gitops {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Application)
};

QStringList textsOf(const QJsonValue &value)
{
    QStringList texts;
    const QJsonArray list = value.toArray();
    for (const QJsonValue &item : list) {
        texts.append(item.toString());
    }
    return texts;
}

/// Several sources have a list, one source has one value; an empty value is none.
QStringList revisionsOf(const QJsonObject &object)
{
    const QStringList several = textsOf(object[u"revisions"]);
    if (!several.isEmpty()) {
        return several;
    }
    const QString one = object[u"revision"].toString();
    return one.isEmpty() ? QStringList() : QStringList{one};
}

ApplicationResource resourceOf(const QJsonObject &object)
{
    return {.group = object[u"group"].toString(),
            .version = object[u"version"].toString(),
            .kind = object[u"kind"].toString(),
            .ns = object[u"namespace"].toString(),
            .name = object[u"name"].toString(),
            .sync = object[u"status"].toString(),
            .health = object[u"health"][u"status"].toString(),
            .message = object[u"health"][u"message"].toString(),
            .wave = object[u"syncWave"].toInt(),
            .isHook = object[u"hook"].toBool(),
            .needsPruning = object[u"requiresPruning"].toBool()};
}

SyncedResource syncedOf(const QJsonObject &object)
{
    return {.group = object[u"group"].toString(),
            .version = object[u"version"].toString(),
            .kind = object[u"kind"].toString(),
            .ns = object[u"namespace"].toString(),
            .name = object[u"name"].toString(),
            .status = object[u"status"].toString(),
            .hookType = object[u"hookType"].toString(),
            .hookPhase = object[u"hookPhase"].toString(),
            .syncPhase = object[u"syncPhase"].toString(),
            .message = withoutPassword(object[u"message"].toString())};
}

HistoryEntry historyOf(const QJsonObject &object)
{
    HistoryEntry entry{.id = object[u"id"].toInteger(),
                       .revisions = revisionsOf(object),
                       .began = timestampOf(object[u"deployStartedAt"]),
                       .ended = timestampOf(object[u"deployedAt"]),
                       .by = object[u"initiatedBy"][u"username"].toString(),
                       .automated = object[u"initiatedBy"][u"automated"].toBool(),
                       .source = object[u"source"].toObject()};
    const QJsonArray sources = object[u"sources"].toArray();
    for (const QJsonValue &source : sources) {
        entry.sources.append(source.toObject());
    }
    return entry;
}

ApplicationOperation operationOf(const QJsonObject &state)
{
    ApplicationOperation operation{.phase = state[u"phase"].toString(),
                                   .message = withoutPassword(state[u"message"].toString()),
                                   .began = timestampOf(state[u"startedAt"]),
                                   .ended = timestampOf(state[u"finishedAt"]),
                                   .retries = state[u"retryCount"].toInt(),
                                   .revisions = revisionsOf(state[u"syncResult"].toObject()),
                                   .request = state[u"operation"].toObject()};
    const QJsonArray resources = state[u"syncResult"][u"resources"].toArray();
    for (const QJsonValue &resource : resources) {
        operation.resources.append(syncedOf(resource.toObject()));
    }
    return operation;
}

void readSpec(Application &application, const QJsonObject &spec)
{
    const QJsonArray sources = spec[u"sources"].toArray();
    const QJsonObject source = sources.isEmpty() ? spec[u"source"].toObject() : sources.first().toObject();
    application.project = spec[u"project"].toString();
    application.repository = source[u"repoURL"].toString();
    application.targetRevision = source[u"targetRevision"].toString();
    application.path = source[u"path"].toString();
    application.destinationServer = spec[u"destination"][u"server"].toString();
    application.destinationName = spec[u"destination"][u"name"].toString();
    application.destinationNamespace = spec[u"destination"][u"namespace"].toString();
    const QJsonValue automated = spec[u"syncPolicy"][u"automated"];
    application.isAutomated = automated.isObject() && automated[u"enabled"].toBool(true);
    application.prunes = automated[u"prune"].toBool();
    application.healsItself = automated[u"selfHeal"].toBool();
}

void readStatus(Application &application, const QJsonObject &status, const QJsonObject &spec)
{
    const QJsonObject sync = status[u"sync"].toObject();
    const QJsonObject compared = sync[u"comparedTo"].toObject();
    application.sync = sync[u"status"].toString();
    application.revisions = revisionsOf(sync);
    application.isCompared = !compared.isEmpty() && compared[u"source"] == spec[u"source"]
        && compared[u"sources"] == spec[u"sources"] && compared[u"destination"] == spec[u"destination"];
    application.health = status[u"health"][u"status"].toString();
    application.healthMessage = withoutPassword(status[u"health"][u"message"].toString());
    application.healthIsElsewhere = status[u"resourceHealthSource"].toString() == u"appTree";
    application.reconciledAt = timestampOf(status[u"reconciledAt"]);
    application.operation = operationOf(status[u"operationState"].toObject());
    application.images = textsOf(status[u"summary"][u"images"]);
    const QJsonArray resources = status[u"resources"].toArray();
    for (const QJsonValue &resource : resources) {
        application.resources.append(resourceOf(resource.toObject()));
    }
    const QJsonArray conditions = status[u"conditions"].toArray();
    for (const QJsonValue &condition : conditions) {
        application.conditions.append(
            {.type = condition[u"type"].toString(),
             .message = withoutPassword(condition[u"message"].toString()), // Argo CD quotes addresses as they are
             .since = timestampOf(condition[u"lastTransitionTime"])});
    }
    const QJsonArray history = status[u"history"].toArray();
    for (const QJsonValue &entry : history) {
        application.history.append(historyOf(entry.toObject()));
    }
}

} // namespace

kube::ResourceType applicationType()
{
    return {.group = u"argoproj.io"_s, .version = u"v1alpha1"_s, .kind = u"Application"_s, .plural = u"applications"_s};
}

Result<Application> readApplication(const kube::Object &object)
{
    const QJsonObject metadata = object[u"metadata"].toObject();
    if (object[u"kind"].toString() != u"Application" || !object[u"apiVersion"].toString().startsWith(u"argoproj.io/")
        || metadata[u"name"].toString().isEmpty()) {
        return failure(Error::Kind::Invalid, Text::tr("reading an Argo CD application"),
                       Text::tr("This object is no Application of Argo CD."));
    }
    Application application;
    application.ns = metadata[u"namespace"].toString();
    application.name = metadata[u"name"].toString();
    application.isDeleting = metadata.contains(u"deletionTimestamp");
    application.isAsked = object[u"operation"].isObject();
    const QJsonArray owners = metadata[u"ownerReferences"].toArray();
    for (const QJsonValue &owner : owners) {
        if (owner[u"controller"].toBool()) {
            application.owner = owner[u"kind"].toString() + u'/' + owner[u"name"].toString();
        }
    }
    readSpec(application, object[u"spec"].toObject());
    readStatus(application, object[u"status"].toObject(), object[u"spec"].toObject());
    return application;
}

} // namespace sentinel::gitops
