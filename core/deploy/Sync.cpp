// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deploy/Sync.h"

#include <QJsonArray>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::deploy {

namespace {

const QString kInfoName = u"console.sentinel/run"_s;

bool names(const QJsonValue &operation, const QString &run)
{
    const QJsonArray info = operation[u"info"].toArray();
    return std::ranges::any_of(info, [&run](const QJsonValue &entry) {
        return entry[u"name"].toString() == kInfoName && entry[u"value"].toString() == run;
    });
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

QJsonObject syncPatch(const QJsonObject &application, const QString &revision, const QString &run, const QString &userName)
{
    const QJsonValue policy = application[u"spec"][u"syncPolicy"];
    QJsonObject sync{{u"revision"_s, revision}, {u"prune"_s, true}, {u"syncStrategy"_s, QJsonObject{{u"hook"_s, QJsonObject()}}}};
    if (policy[u"syncOptions"].isArray()) {
        sync.insert(u"syncOptions"_s, policy[u"syncOptions"]);
    }
    QJsonObject operation{{u"initiatedBy"_s, QJsonObject{{u"username"_s, userName}}},
                          {u"info"_s, QJsonArray{QJsonObject{{u"name"_s, kInfoName}, {u"value"_s, run}}}},
                          {u"sync"_s, sync}};
    if (policy[u"retry"].isObject()) {
        operation.insert(u"retry"_s, policy[u"retry"]);
    }
    return {{u"metadata"_s, QJsonObject{{u"resourceVersion"_s, application[u"metadata"][u"resourceVersion"]}}},
            {u"operation"_s, operation},
            {u"status"_s, QJsonObject{{u"operationState"_s, QJsonValue::Null}}}};
}

} // namespace sentinel::deploy
