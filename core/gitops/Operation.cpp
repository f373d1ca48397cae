// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gitops/Operation.h"

#include <QJsonArray>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::gitops {

namespace {

const QString kInfoName = u"console.sentinel/run"_s;

bool names(const QJsonValue &operation, const QString &run)
{
    const QJsonArray info = operation[u"info"].toArray();
    return std::ranges::any_of(info, [&run](const QJsonValue &entry) {
        return entry[u"name"].toString() == kInfoName && entry[u"value"].toString() == run;
    });
}

QJsonObject strategyOf(const SyncWish &wish)
{
    const QJsonObject force = wish.force ? QJsonObject{{u"force"_s, true}} : QJsonObject();
    return {{wish.strategy == SyncWish::Strategy::Apply ? u"apply"_s : u"hook"_s, force}};
}

/// Those asked for, and of the spec's the ones that say something else: "Name=value".
QJsonArray optionsOf(const QJsonArray &spec, const QStringList &asked)
{
    QJsonArray options = QJsonArray::fromStringList(asked);
    for (const QJsonValue &option : spec) {
        const QString name = option.toString().section(u'=', 0, 0) + u'=';
        if (std::ranges::none_of(asked, [&name](const QString &each) { return each.startsWith(name); })) {
            options.append(option);
        }
    }
    return options;
}

QJsonArray selectionOf(const QList<SelectedResource> &resources)
{
    QJsonArray list;
    for (const SelectedResource &resource : resources) {
        QJsonObject item{{u"kind"_s, resource.kind}, {u"name"_s, resource.name}};
        if (!resource.group.isEmpty()) {
            item.insert(u"group"_s, resource.group);
        }
        if (!resource.ns.isEmpty()) {
            item.insert(u"namespace"_s, resource.ns);
        }
        list.append(item);
    }
    return list;
}

QJsonArray objectsOf(const QList<QJsonObject> &objects)
{
    QJsonArray list;
    for (const QJsonObject &object : objects) {
        list.append(object);
    }
    return list;
}

void insertList(QJsonObject &object, const QString &key, const QJsonArray &list)
{
    if (!list.isEmpty()) {
        object.insert(key, list);
    }
}

} // namespace

bool isBusy(const QJsonObject &application)
{
    const QString phase = application[u"status"][u"operationState"][u"phase"].toString();
    return application[u"operation"].isObject() || phase == u"Running" || phase == u"Terminating";
}

bool isOurs(const QJsonObject &application, const QString &run)
{
    if (application[u"operation"].isObject()) {
        return names(application[u"operation"], run);
    }
    return names(application[u"status"][u"operationState"][u"operation"], run);
}

bool isSyncedTo(const QJsonObject &application, const QString &revision)
{
    const QJsonValue sync = application[u"status"][u"sync"];
    return sync[u"status"].toString() == u"Synced" && sync[u"revision"].toString() == revision;
}

QString initiatorOf(const QJsonObject &application)
{
    const QJsonValue waiting = application[u"operation"][u"initiatedBy"];
    const QJsonValue running = application[u"status"][u"operationState"][u"operation"][u"initiatedBy"];
    const QJsonValue by = waiting.isObject() ? waiting : running;
    return by[u"automated"].toBool() ? u"auto-sync"_s : by[u"username"].toString();
}

QJsonObject syncPatch(const QJsonObject &application, const SyncWish &wish, const QString &run, const QString &userName)
{
    const QJsonValue policy = application[u"spec"][u"syncPolicy"];
    QJsonObject sync{{u"prune"_s, wish.prune}, {u"syncStrategy"_s, strategyOf(wish)}};
    const bool areSeveral
        = wish.sources.isEmpty() ? application[u"spec"][u"sources"].toArray().size() > 0 : wish.sources.size() > 1;
    if (areSeveral) {
        insertList(sync, u"revisions"_s, QJsonArray::fromStringList(wish.revisions));
        insertList(sync, u"sources"_s, objectsOf(wish.sources));
    } else {
        if (!wish.revisions.isEmpty()) {
            sync.insert(u"revision"_s, wish.revisions.first());
        }
        if (!wish.sources.isEmpty()) {
            sync.insert(u"source"_s, wish.sources.first());
        }
    }
    if (wish.dryRun) {
        sync.insert(u"dryRun"_s, true);
    }
    insertList(sync, u"syncOptions"_s, optionsOf(policy[u"syncOptions"].toArray(), wish.options));
    insertList(sync, u"resources"_s, selectionOf(wish.resources));
    QJsonObject operation{{u"initiatedBy"_s, QJsonObject{{u"username"_s, userName}}},
                          {u"info"_s, QJsonArray{QJsonObject{{u"name"_s, kInfoName}, {u"value"_s, run}}}},
                          {u"sync"_s, sync}};
    QJsonObject retry = policy[u"retry"].toObject();
    if (wish.retries >= 0) {
        retry.insert(u"limit"_s, wish.retries);
    }
    if (!retry.isEmpty()) {
        operation.insert(u"retry"_s, retry);
    }
    return {{u"metadata"_s, QJsonObject{{u"resourceVersion"_s, application[u"metadata"][u"resourceVersion"]}}},
            {u"operation"_s, operation},
            {u"status"_s, QJsonObject{{u"operationState"_s, QJsonValue::Null}}}};
}

QJsonObject terminatePatch(const QJsonObject &application)
{
    return {{u"metadata"_s, QJsonObject{{u"resourceVersion"_s, application[u"metadata"][u"resourceVersion"]}}},
            {u"status"_s, QJsonObject{{u"operationState"_s, QJsonObject{{u"phase"_s, u"Terminating"_s}}}}}};
}

} // namespace sentinel::gitops
