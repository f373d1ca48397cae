// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QStringList>

namespace sentinel::gitops {

/// A step from an object to one of its fields.
struct FieldStep
{
    QString name{}; ///< of a map's entry; empty: a member of a list
    qsizetype index = -1; ///< of a member
    QString key{}; ///< by which a member is known ("name"); empty: by its place only
    QJsonObject member{}; ///< it, where it is known by a key
};
using FieldPath = QList<FieldStep>;

/// ".spec.template.spec.containers[web].image", ".metadata.labels[app.kubernetes.io/name]".
[[nodiscard]] QString fieldText(const FieldPath &path);

struct FieldDifference
{
    FieldPath path;
    QJsonValue before; ///< undefined: it is not there
    QJsonValue after;
    QStringList managers{}; ///< who owns it in the cluster, by managed fields
    bool isHidden = false; ///< a secret: values are masks, and different ones where the secrets are
};

/// Fields in which two states of an object differ. What the server writes by itself (status, versions, managed fields, marks of
/// the tools that applied it) plays no part. Lists whose members have names are compared by name, not by place. Contents of
/// Secrets come masked.
[[nodiscard]] QList<FieldDifference> fieldDifferences(const QJsonObject &before, const QJsonObject &after);

/// The object without what the server and the tools write by themselves.
[[nodiscard]] QJsonObject plainObject(QJsonObject object);

/// Managers that own the field, or something in it, newest write first: "hpa (scale)", "kubectl-edit".
[[nodiscard]] QStringList managersOf(const QJsonObject &live, const FieldPath &path);

/// The object without the values of a Secret: masks that are equal where the values are.
[[nodiscard]] QJsonObject withoutSecrets(QJsonObject object);

} // namespace sentinel::gitops
