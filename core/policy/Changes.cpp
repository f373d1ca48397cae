// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/Changes.h"

#include "core/base/Quantity.h"
#include "core/policy/Pods.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>
#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace sentinel::policy {

namespace {

using yaml::Value;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(PolicyChanges)
};

QString keyOf(const Object &object)
{
    return object.group() + u'/' + object.kind + u'/' + object.nameSpace + u'/' + object.name;
}

QStringList imagesOf(const Pods &pods)
{
    QStringList images;
    for (const Container &container : containersOf(pods)) {
        images.append(textAt(*container.tree, {u"image"}));
    }
    return images;
}

/// One object before and after.
class Comparison
{
public:
    Comparison(const Object &older, const Object &newer, QList<Effect> &effects)
        : m_older(older)
        , m_newer(newer)
        , m_effects(effects)
    {
    }

    void run()
    {
        const qsizetype before = m_effects.size();
        if (m_newer.kind == "Secret"_L1 && m_newer.group().isEmpty()) {
            compareSecret();
        } else if (m_newer.kind == "ConfigMap"_L1) {
            if (differs({u"data"}) || differs({u"binaryData"})) {
                say(Effect::Kind::Config,
                    Text::tr("Its settings change; pods that read them as variables see them after a restart only."));
            }
        } else if (m_newer.kind == "PersistentVolumeClaim"_L1) {
            compareClaim(valueAt(m_older.tree, {u"spec"}), valueAt(m_newer.tree, {u"spec"}), m_newer.title());
        } else {
            compareWorkload();
        }
        if (m_effects.size() == before && differs({u"spec"})) {
            say(Effect::Kind::Changes, Text::tr("It changes in place."));
        } else if (m_effects.size() == before && !sameButMetadata()) {
            say(Effect::Kind::Changes, Text::tr("It changes in place."));
        }
    }

private:
    void say(Effect::Kind kind, const QString &sentence)
    {
        m_effects.append({.kind = kind, .object = m_newer.title(), .sentence = sentence, .where = m_newer.at(m_newer.tree)});
    }
    [[nodiscard]] bool differs(std::initializer_list<QStringView> path) const
    {
        return !(valueAt(m_older.tree, path) == valueAt(m_newer.tree, path));
    }
    [[nodiscard]] bool sameButMetadata() const
    {
        Value older = m_older.tree;
        Value newer = m_newer.tree;
        older.remove(u"metadata");
        newer.remove(u"metadata");
        return older == newer;
    }

    void compareSecret()
    {
        int changed = 0;
        int added = 0;
        int gone = 0;
        for (const QStringView field : {QStringView(u"data"), QStringView(u"stringData")}) {
            const Value &before = valueAt(m_older.tree, {field});
            const Value &after = valueAt(m_newer.tree, {field});
            for (const yaml::Entry &entry : after.entries()) {
                const Value *old = before.find(entry.key);
                added += old ? 0 : 1;
                changed += old && !(*old == entry.value) ? 1 : 0;
            }
            gone += static_cast<int>(
                std::ranges::count_if(before.entries(), [&after](const yaml::Entry &entry) { return !after.find(entry.key); }));
        }
        if (changed + added + gone > 0) {
            say(Effect::Kind::Secret,
                Text::tr("Of its keys %1 get another value, %2 are new and %3 go; values are not shown.")
                    .arg(changed)
                    .arg(added)
                    .arg(gone));
        }
    }

    void compareClaim(const Value &before, const Value &after, const QString &claim)
    {
        if (!(valueAt(before, {u"storageClassName"}) == valueAt(after, {u"storageClassName"}))
            || !(valueAt(before, {u"accessModes"}) == valueAt(after, {u"accessModes"}))) {
            say(Effect::Kind::Data,
                Text::tr(
                    "%1 asks for another kind of storage. A claim cannot move: its data must be copied to a new one by hand.")
                    .arg(claim));
        }
        const auto size
            = [](const Value &spec) { return Quantity::parse(textAt(spec, {u"resources", u"requests", u"storage"})); };
        const Result<Quantity> old = size(before);
        const Result<Quantity> now = size(after);
        if (old && now && *now < *old) {
            say(Effect::Kind::Data,
                Text::tr("%1 would shrink from %2 to %3, which Kubernetes refuses.")
                    .arg(claim, old->toString(), now->toString()));
        } else if (old && now && *old < *now) {
            say(Effect::Kind::Changes,
                Text::tr("%1 grows from %2 to %3, where its storage class can.").arg(claim, old->toString(), now->toString()));
        }
    }

    /// Fields of the spec that may not change once it is there.
    void compareFixed()
    {
        const bool isSet = m_newer.kind == "StatefulSet"_L1;
        const bool isJob = m_newer.kind == "Job"_L1;
        if (differs({u"spec", u"selector"})
            && (isSet || isJob || m_newer.kind == "Deployment"_L1 || m_newer.kind == "DaemonSet"_L1)) {
            say(Effect::Kind::Replaced,
                Text::tr("Its selector changes, which Kubernetes refuses in place: it stops and is made anew."));
        } else if (isJob && differs({u"spec", u"template"})) {
            say(Effect::Kind::Replaced, Text::tr("A job cannot change: it is deleted and runs once more."));
        } else if (isSet && (differs({u"spec", u"serviceName"}) || differs({u"spec", u"podManagementPolicy"}))) {
            say(Effect::Kind::Replaced,
                Text::tr("A StatefulSet cannot change this in place: it is deleted and made anew; its claims stay."));
        } else if (m_newer.kind == "Service"_L1
                   && (textAt(m_older.tree, {u"spec", u"clusterIP"}) == "None"_L1)
                       != (textAt(m_newer.tree, {u"spec", u"clusterIP"}) == "None"_L1)) {
            say(Effect::Kind::Replaced,
                Text::tr("A Service cannot become headless or stop being it: it is deleted and made anew."));
        }
    }

    void compareClaimTemplates()
    {
        const QList<Value> &before = valueAt(m_older.tree, {u"spec", u"volumeClaimTemplates"}).items();
        const QList<Value> &after = valueAt(m_newer.tree, {u"spec", u"volumeClaimTemplates"}).items();
        const auto named = [](const QList<Value> &list, const QString &name) {
            const auto found
                = std::ranges::find_if(list, [&](const Value &each) { return textAt(each, {u"metadata", u"name"}) == name; });
            return found == list.end() ? nullptr : &*found;
        };
        bool changed = before.size() != after.size();
        for (const Value &claim : before) {
            const QString name = textAt(claim, {u"metadata", u"name"});
            if (const Value *now = named(after, name)) {
                compareClaim(valueAt(claim, {u"spec"}), valueAt(*now, {u"spec"}), Text::tr("its claim %1").arg(name));
                changed = changed || !(valueAt(claim, {u"spec"}) == valueAt(*now, {u"spec"}));
            } else {
                changed = true;
                say(Effect::Kind::Data, Text::tr("It no longer uses its claim %1: the data in it is left behind.").arg(name));
            }
        }
        if (changed) {
            say(Effect::Kind::Replaced,
                Text::tr("A StatefulSet's claims cannot change in place: it is deleted without its pods and made anew."));
        }
    }

    void compareWorkload()
    {
        const std::optional<Pods> before = podsOf(m_older);
        const std::optional<Pods> after = podsOf(m_newer);
        const qsizetype known = m_effects.size();
        compareFixed();
        if (m_newer.kind == "StatefulSet"_L1) {
            compareClaimTemplates();
        }
        if (!before || !after) {
            return;
        }
        const bool replaced = std::ranges::any_of(m_effects.begin() + known, m_effects.end(),
                                                  [](const Effect &effect) { return effect.kind == Effect::Kind::Replaced; });
        if (after->runOn() && differs({u"spec", u"template"}) && !replaced) {
            const bool atOnce = textAt(m_newer.tree, {u"spec", u"strategy", u"type"}) == "Recreate"_L1;
            const bool newImage = imagesOf(*before) != imagesOf(*after);
            say(Effect::Kind::Restarts,
                atOnce         ? Text::tr("All its pods stop, then new ones start: it is away for a while.")
                    : newImage ? Text::tr("Its pods are replaced one after another, by ones of other images.")
                               : Text::tr("Its pods are replaced one after another."));
        }
        const Value &was = valueAt(m_older.tree, {u"spec", u"replicas"});
        const Value &is = valueAt(m_newer.tree, {u"spec", u"replicas"});
        if (!was.isNull() && !is.isNull() && !(was == is)) {
            say(Effect::Kind::Scales, Text::tr("From %1 to %2 pods.").arg(was.text(), is.text()));
        }
    }

    const Object &m_older;
    const Object &m_newer;
    QList<Effect> &m_effects;
};

void addGone(const Object &object, QList<Effect> &effects)
{
    const auto say = [&](Effect::Kind kind, const QString &sentence) {
        effects.append({.kind = kind, .object = object.title(), .sentence = sentence, .where = object.at(object.tree)});
    };
    if (object.kind == "Namespace"_L1) {
        say(Effect::Kind::Data, Text::tr("The namespace goes, and with it everything in it, claims and Secrets too."));
    } else if (object.kind == "PersistentVolumeClaim"_L1) {
        say(Effect::Kind::Data, Text::tr("The claim goes; its data with it, unless its storage class keeps volumes."));
    } else if (object.kind == "CustomResourceDefinition"_L1) {
        say(Effect::Kind::Data, Text::tr("The definition goes, and with it every object of this kind in the cluster."));
    } else if (!valueAt(object.tree, {u"spec", u"volumeClaimTemplates"}).items().isEmpty()) {
        say(Effect::Kind::Data, Text::tr("It goes, its claims stay: their data is left behind until somebody deletes them."));
    } else {
        say(Effect::Kind::Disappears, Text::tr("It goes."));
    }
}

} // namespace

QString effectName(Effect::Kind kind)
{
    switch (kind) {
    case Effect::Kind::Appears:
        return u"appears"_s;
    case Effect::Kind::Disappears:
        return u"disappears"_s;
    case Effect::Kind::Restarts:
        return u"restarts"_s;
    case Effect::Kind::Replaced:
        return u"replaced"_s;
    case Effect::Kind::Data:
        return u"data"_s;
    case Effect::Kind::Secret:
        return u"secret"_s;
    case Effect::Kind::Scales:
        return u"scales"_s;
    case Effect::Kind::Config:
        return u"config"_s;
    case Effect::Kind::Changes:
        return u"changes"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

QList<Effect> effectsOf(const Manifests &older, const Manifests &newer)
{
    QHash<QString, const Object *> before;
    for (const Object &object : older.objects) {
        before.insert(keyOf(object), &object);
    }
    QList<Effect> effects;
    QSet<QString> seen;
    for (const Object &object : newer.objects) {
        seen.insert(keyOf(object));
        if (const Object *old = before.value(keyOf(object))) {
            Comparison(*old, object, effects).run();
        } else {
            effects.append({.kind = Effect::Kind::Appears,
                            .object = object.title(),
                            .sentence = Text::tr("It is new."),
                            .where = object.at(object.tree)});
        }
    }
    for (const Object &object : older.objects) {
        if (!seen.contains(keyOf(object))) {
            addGone(object, effects);
        }
    }
    const auto rank = [](const Effect &effect) {
        static constexpr std::array kOrder{Effect::Kind::Data,   Effect::Kind::Replaced, Effect::Kind::Disappears,
                                           Effect::Kind::Secret, Effect::Kind::Restarts, Effect::Kind::Scales,
                                           Effect::Kind::Config, Effect::Kind::Appears,  Effect::Kind::Changes};
        return std::ranges::find(kOrder, effect.kind) - kOrder.begin();
    };
    std::ranges::stable_sort(effects, {}, rank);
    return effects;
}

} // namespace sentinel::policy
