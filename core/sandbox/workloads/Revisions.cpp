// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/workloads/Revisions.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::sandbox {

namespace {

/// What a roll back puts into the object: the template as a whole.
QJsonObject contentOf(const QJsonObject &owner)
{
    QJsonObject podTemplate = objectAt(owner, {u"spec", u"template"});
    podTemplate.insert(u"$patch", u"replace"_s);
    return {{u"spec"_s, QJsonObject{{u"template"_s, podTemplate}}}};
}

} // namespace

Revisions syncRevisions(World &world, const QJsonObject &owner)
{
    const auto byNumber = [](const QJsonObject &each) { return each.value(u"revision").toInteger(); };
    Revisions revisions{.all = controlledBy(world.store, kinds::controllerRevision(), owner), .update = {}};
    std::ranges::stable_sort(revisions.all, {}, byNumber);
    const QJsonObject content = contentOf(owner);
    const qint64 newest = revisions.all.isEmpty() ? 0 : byNumber(revisions.all.last());
    for (QJsonObject &each : revisions.all) {
        if (each.value(u"data").toObject() != content) {
            continue;
        }
        revisions.update = nameOf(each);
        if (byNumber(each) < newest) {
            each = world.store
                       .change(
                           kinds::controllerRevision(), namespaceOf(each), nameOf(each),
                           [&](QJsonObject &object) {
                               object.insert(u"revision", newest + 1);
                               return true;
                           },
                           Store::Half::Both)
                       .value_or(each);
        }
        std::ranges::stable_sort(revisions.all, {}, byNumber);
        return revisions;
    }
    const QString hash = contentHash(content);
    QJsonObject labels = objectAt(owner, {u"spec", u"template", u"metadata", u"labels"});
    labels.insert(QStringView(kRevisionLabel), hash);
    const auto made = world.store.create(kinds::controllerRevision(),
                                         {{u"metadata"_s,
                                           QJsonObject{{u"name"_s, nameOf(owner) + u'-' + hash},
                                                       {u"namespace"_s, namespaceOf(owner)},
                                                       {u"labels"_s, labels},
                                                       {u"ownerReferences"_s, QJsonArray{controllerReference(owner)}}}},
                                          {u"data"_s, content},
                                          {u"revision"_s, newest + 1}});
    revisions.update = nameOf(owner) + u'-' + hash;
    if (made) {
        revisions.all.append(*made);
    }
    return revisions;
}

void trimRevisions(World &world, const QJsonObject &owner, const Revisions &revisions, const QStringList &live)
{
    qint64 surplus = revisions.all.size() - live.size() - numberAt(owner, {u"spec", u"revisionHistoryLimit"}, 10);
    for (const QJsonObject &each : revisions.all) {
        if (surplus > 0 && !live.contains(nameOf(each))) {
            static_cast<void>(world.store.remove(kinds::controllerRevision(), namespaceOf(each), nameOf(each)));
            --surplus;
        }
    }
}

} // namespace sentinel::sandbox
