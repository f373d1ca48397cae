// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gitops/IgnoreRules.h"
#include "core/kube/Api.h"

namespace sentinel::gitops {

/// What predictions of one comparison share.
struct PredictContext
{
    QList<kube::ResourceType> types; ///< what the cluster serves
    IgnoreRules rules;
    QString fieldManager;
    QString instance; ///< what the application's objects are marked with
    bool isWithoutServer = false; ///< a dry run was refused once: told afterwards
};

struct Prediction
{
    QJsonObject live; ///< empty: it is not there
    QJsonObject after; ///< what an apply would make of it
};

/// What the server would make of an object, and what it has now. Errors: those of Api; Unsupported: no such kind there.
[[nodiscard]] Async<Prediction> predict(kube::ApiPtr api, QJsonObject wanted, std::shared_ptr<PredictContext> context,
                                        CancelToken cancel);

/// The wanted object with the label by which Argo CD before 3.0 knows its own, where the live one is known by that.
[[nodiscard]] QJsonObject markedAsLive(QJsonObject wanted, const QJsonObject &live, const QString &instance);

/// Fields an earlier client-side apply set (its annotation says which) and the wanted object has no more are gone from `after`.
[[nodiscard]] QJsonObject withoutTakenBack(QJsonObject after, const QJsonObject &live, const QJsonObject &wanted);

/// The live object with what the wanted one says laid over it; lists of members with names member by member.
[[nodiscard]] QJsonValue laidOver(const QJsonValue &live, const QJsonValue &wanted);

} // namespace sentinel::gitops
