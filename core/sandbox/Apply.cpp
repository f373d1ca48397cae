// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/Apply.h"

#include "core/sandbox/FieldSet.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace sentinel::sandbox {

namespace {

/// One entry of `metadata.managedFields`.
struct Owner
{
    QString manager;
    QString operation; ///< "Apply" or "Update"
    QString apiVersion;
    QString subresource{};
    QString time{};
    FieldSet fields{};

    [[nodiscard]] bool isSame(const Owner &other) const
    {
        return manager == other.manager && operation == other.operation && subresource == other.subresource
            && apiVersion == other.apiVersion;
    }
};

QList<Owner> ownersOf(const QJsonObject &object)
{
    QList<Owner> result;
    for (const auto &item : object.value("metadata"_L1)["managedFields"_L1].toArray()) {
        const QJsonObject entry = item.toObject();
        if (entry.value("manager"_L1).toString().isEmpty() && !entry.contains("fieldsV1"_L1)) {
            continue; // "[{}]" is how people say: forget all of it
        }
        result.append({.manager = entry.value("manager"_L1).toString(),
                       .operation = entry.value("operation"_L1).toString(),
                       .apiVersion = entry.value("apiVersion"_L1).toString(),
                       .subresource = entry.value("subresource"_L1).toString(),
                       .time = entry.value("time"_L1).toString(),
                       .fields = FieldSet::fromV1(entry.value("fieldsV1"_L1).toObject())});
    }
    return result;
}

QJsonObject withOwners(QJsonObject object, const QList<Owner> &owners)
{
    QJsonArray entries;
    for (const Owner &owner : owners) {
        if (owner.fields.isEmpty()) {
            continue;
        }
        QJsonObject entry{{"manager"_L1, owner.manager}, {"operation"_L1, owner.operation}, {"apiVersion"_L1, owner.apiVersion},
                          {"time"_L1, owner.time},       {"fieldsType"_L1, "FieldsV1"_L1},  {"fieldsV1"_L1, owner.fields.toV1()}};
        if (!owner.subresource.isEmpty()) {
            entry.insert("subresource"_L1, owner.subresource);
        }
        entries.append(entry);
    }
    QJsonObject metadata = object.value("metadata"_L1).toObject();
    if (entries.isEmpty()) {
        metadata.remove("managedFields"_L1);
    } else {
        metadata.insert("managedFields"_L1, entries);
    }
    object.insert("metadata"_L1, metadata);
    return object;
}

/// Without what nobody owns: identity, what the server counts, and the half the request cannot write.
FieldSet ownable(const Type &type, FieldSet fields, const QString &subresource)
{
    fields.removePath({u"f:apiVersion"_s});
    fields.removePath({u"f:kind"_s});
    for (const auto key : {"name"_L1, "namespace"_L1, "creationTimestamp"_L1, "selfLink"_L1, "uid"_L1, "generation"_L1,
                           "managedFields"_L1, "resourceVersion"_L1, "deletionTimestamp"_L1, "deletionGracePeriodSeconds"_L1}) {
        fields.removePath({u"f:metadata"_s, u"f:"_s + key});
    }
    if (const auto metadata = fields.below.find(u"f:metadata"_s); metadata != fields.below.end()) {
        metadata->isMember = false;
        if (metadata->below.isEmpty()) {
            fields.below.erase(metadata);
        }
    }
    if (type.resource() == "namespaces"_L1) {
        fields.removePath({u"f:spec"_s, u"f:finalizers"_s}); // the server's own
    }
    if (subresource == "status"_L1) {
        fields.removePath({u"f:spec"_s});
        fields.removePath({u"f:metadata"_s});
    } else if (type.hasStatus) {
        fields.removePath({u"f:status"_s});
    }
    return fields;
}

FieldChanges ownableChanges(const Type &type, const QJsonObject &before, const QJsonObject &after, const QString &subresource)
{
    FieldChanges changes = compared(Schema::table().kind(type), before, after);
    changes.added = ownable(type, changes.added, subresource);
    changes.modified = ownable(type, changes.modified, subresource);
    changes.removed = ownable(type, changes.removed, subresource);
    return changes;
}

QString shownOwner(const Owner &owner)
{
    QString text = u'"' + owner.manager + u'"';
    if (!owner.subresource.isEmpty()) {
        text += u" with subresource \"%1\""_s.arg(owner.subresource);
    }
    if (owner.operation == "Update"_L1) {
        text += u" using "_s + owner.apiVersion;
        if (!owner.time.isEmpty()) {
            text += u" at "_s + owner.time;
        }
    }
    return text;
}

Problem ownedByOthers(const QList<Owner> &conflicts)
{
    Problem problem{.code = 409, .reason = u"Conflict"_s};
    QStringList sentences;
    for (const Owner &owner : conflicts) {
        const QString who = shownOwner(owner);
        QStringList lines;
        for (const QString &path : owner.fields.paths()) {
            problem.causes.append({.reason = u"FieldManagerConflict"_s, .message = u"conflict with "_s + who, .field = path});
            lines.append(path);
        }
        sentences.append(u"conflicts with %1:\n- %2"_s.arg(who, lines.join(u"\n- "_s)));
    }
    problem.message = problem.causes.size() == 1
        ? u"Apply failed with 1 conflict: %1: %2"_s.arg(problem.causes.constFirst().message, problem.causes.constFirst().field)
        : u"Apply failed with %1 conflicts: %2"_s.arg(problem.causes.size()).arg(sentences.join(u'\n'));
    return problem;
}

/// What `changes` take from everybody but `writer`; the owners as they are afterwards. Fills `conflicts`.
QList<Owner> afterChanges(QList<Owner> owners, const Owner &writer, const FieldChanges &changes, QList<Owner> &conflicts)
{
    const FieldSet taken = changes.added.united(changes.modified);
    for (Owner &owner : owners) {
        if (owner.isSame(writer)) {
            continue;
        }
        const FieldSet common = owner.fields.common(taken);
        if (!common.isEmpty()) {
            conflicts.append(owner);
            conflicts.last().fields = common;
        }
        owner.fields = owner.fields.without(common).without(changes.removed);
    }
    return owners;
}

/// Fields the writer named last time and does not now, and that nobody else names.
FieldSet dropped(const FieldSet &last, const FieldSet &wanted, const QList<Owner> &owners, const Owner &writer)
{
    FieldSet kept = wanted.withParents();
    for (const Owner &owner : owners) {
        if (!owner.isSame(writer)) {
            kept = kept.united(owner.fields.withParents());
        }
    }
    return last.withParents().without(kept);
}

} // namespace

QJsonObject withUpdateTracked(const Type &type, const QJsonObject &before, QJsonObject after, const Writer &writer)
{
    const QJsonValue given = after.value("metadata"_L1)["managedFields"_L1];
    const bool isReset = given.isArray() && ownersOf(after).isEmpty();
    QList<Owner> owners = isReset || given.isArray() ? ownersOf(after) : ownersOf(before);
    Owner self{.manager = writer.manager,
               .operation = u"Update"_s,
               .apiVersion = type.apiVersion(),
               .subresource = writer.subresource,
               .time = writer.time};
    const FieldChanges changes = ownableChanges(type, before, after, writer.subresource);
    if (!changes.isNothing()) {
        QList<Owner> conflicts;
        owners = afterChanges(owners, self, changes, conflicts);
        const auto found = std::ranges::find_if(owners, [&self](const Owner &owner) { return owner.isSame(self); });
        self.fields = (found == owners.end() ? FieldSet() : found->fields)
                          .without(changes.removed)
                          .united(changes.added)
                          .united(changes.modified);
        if (found == owners.end()) {
            owners.append(self);
        } else {
            *found = self;
        }
    }
    return withOwners(after, owners);
}

Outcome<QJsonObject> appliedTo(const Type &type, const QJsonObject &before, const QJsonObject &wanted, const Writer &writer)
{
    const SchemaNode *schema = Schema::table().kind(type);
    QList<Owner> owners = ownersOf(before);
    if (!before.isEmpty() && owners.isEmpty()) {
        owners.append({.manager = u"before-first-apply"_s,
                       .operation = u"Update"_s,
                       .apiVersion = type.apiVersion(),
                       .time = writer.time,
                       .fields = ownable(type, FieldSet::of(schema, before), writer.subresource)});
    }
    Owner self{.manager = writer.manager,
               .operation = u"Apply"_s,
               .apiVersion = type.apiVersion(),
               .subresource = writer.subresource,
               .time = writer.time};
    const auto found = std::ranges::find_if(owners, [&self](const Owner &owner) { return owner.isSame(self); });
    const Owner last = found == owners.end() ? self : *found;

    const FieldSet named = FieldSet::of(schema, wanted);
    QJsonObject merged = laidOver(schema, before, wanted).toObject();
    merged = withoutFields(schema, merged, dropped(last.fields, named, owners, self)).toObject();

    const FieldChanges changes = ownableChanges(type, before, merged, writer.subresource);
    QList<Owner> conflicts;
    owners = afterChanges(owners, self, changes, conflicts);
    if (!conflicts.isEmpty() && !writer.force) {
        return refuse(ownedByOthers(conflicts));
    }
    self.fields = ownable(type, named, writer.subresource);
    // The time tells when something of the entry changed, so that applying the same again changes nothing.
    self.time = self.fields == last.fields && changes.isNothing() && !last.time.isEmpty() ? last.time : writer.time;
    const auto place = std::ranges::find_if(owners, [&self](const Owner &owner) { return owner.isSame(self); });
    if (place == owners.end()) {
        owners.append(self);
    } else {
        *place = self;
    }
    return withOwners(merged, owners);
}

} // namespace sentinel::sandbox
