// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/preflight/Checks.h"
#include "core/preflight/Pods.h"

#include <QCoreApplication>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::preflight {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

constexpr auto kDefault = "storageclass.kubernetes.io/is-default-class"_L1;

/// The volumes of one class, and the class.
struct Share
{
    QString name; ///< empty: the default
    QList<VolumeWish> wishes;
    const QJsonObject *storageClass = nullptr;

    [[nodiscard]] QString title() const { return storageClass ? titleOf(*storageClass) : u"StorageClass/"_s + name; }
    [[nodiscard]] QString key() const { return name.isEmpty() ? u"storage.class"_s : keyOfName; }
    QString keyOfName = u"storage.class"_s;
};

QList<Share> sharesOf(const Demand &demand, const QList<QJsonObject> &classes)
{
    QList<Share> shares;
    const QList<VolumeWish> wishes = volumesOf(demand.objects());
    for (const VolumeWish &wish : wishes) {
        auto share = std::ranges::find(shares, wish.storageClass, &Share::name);
        if (share == shares.end()) {
            Share made{.name = wish.storageClass};
            if (wish.storageClass == demand.answers.text(u"storage.databaseClass")) {
                made.keyOfName = u"storage.databaseClass"_s;
            }
            const auto found = std::ranges::find_if(classes, [&](const QJsonObject &each) {
                return made.name.isEmpty() ? annotationOf(each, kDefault) == "true"_L1 : nameOf(each) == made.name;
            });
            made.storageClass = found == classes.cend() ? nullptr : &*found;
            shares.append(made);
            share = shares.end() - 1;
        }
        share->wishes.append(wish);
    }
    return shares;
}

QString namesOf(const QList<QJsonObject> &classes)
{
    QStringList names;
    for (const QJsonObject &each : classes) {
        names.append(nameOf(each));
    }
    return names.isEmpty() ? Text::tr("none") : names.join(u", "_s);
}

Check exists(const Share &share, const QList<QJsonObject> &classes)
{
    const QString rule = u"preflight.storage-class"_s;
    if (!share.storageClass) {
        return share.name.isEmpty()
            ? fail(rule,
                   Text::tr("The plan leaves the storage class to the cluster, which has no default; it has: %1.")
                       .arg(namesOf(classes)),
                   Text::tr("Mark one as the default, or name one in the plan."), share.key())
            : fail(rule, Text::tr("The cluster has no storage class \"%1\"; it has: %2.").arg(share.name, namesOf(classes)),
                   Text::tr("Make it, or name one that is there in the plan."), share.key());
    }
    int volumes = 0;
    qint64 bytes = 0;
    for (const VolumeWish &wish : share.wishes) {
        volumes += wish.count;
        bytes += wish.bytes * wish.count;
    }
    const QString provisioner = plainLine((*share.storageClass)[u"provisioner"].toString());
    Check check = pass(rule,
                       Text::tr("%n volume(s), %1 in all, are asked from %2 (%3).", nullptr, volumes)
                           .arg(amountText(u"storage"_s, bytes * 1000), nameOf(*share.storageClass), provisioner),
                       share.key());
    for (const VolumeWish &wish : share.wishes) {
        check.details.append(Text::tr("%1 %2: %3 × %4")
                                 .arg(wish.owner, wish.name)
                                 .arg(wish.count)
                                 .arg(amountText(u"storage"_s, wish.bytes * 1000)));
    }
    return check;
}

Check grows(const Share &share)
{
    const QString rule = u"preflight.storage-expansion"_s;
    const QString name = nameOf(*share.storageClass);
    return (*share.storageClass)[u"allowVolumeExpansion"].toBool()
        ? pass(rule, Text::tr("Volumes of %1 can grow.").arg(name), share.key())
        : warn(rule, Text::tr("Volumes of %1 cannot grow (allowVolumeExpansion).").arg(name),
               Text::tr("Choose a class that can, or make the volumes large enough for years (storage.databaseVolume)."),
               share.key());
}

Check binds(const Share &share, int zones)
{
    const QString rule = u"preflight.storage-binding"_s;
    const QString name = nameOf(*share.storageClass);
    const bool waits = (*share.storageClass)[u"volumeBindingMode"].toString() == "WaitForFirstConsumer"_L1;
    if (waits) {
        return pass(rule, Text::tr("Volumes of %1 are made where their pod runs.").arg(name), share.key());
    }
    return zones > 1
        ? warn(rule,
               Text::tr("Volumes of %1 are made at once, before their pod has a node, in one of %2 zones.").arg(name).arg(zones),
               Text::tr("Use a class with volumeBindingMode: WaitForFirstConsumer."), share.key())
        : pass(rule, Text::tr("Volumes of %1 are made at once; with one zone that does no harm.").arg(name), share.key());
}

/// What the class says of its speed, where it says any: provisioners of clouds name it so.
int iopsOf(const QJsonObject &storageClass)
{
    const QJsonObject parameters = storageClass[u"parameters"].toObject();
    for (const QString &name : {u"iops"_s, u"provisionedIops"_s, u"DiskIOPSReadWrite"_s, u"provisioned-iops-on-create"_s}) {
        if (const int iops = parameters.value(name).toString().toInt(); iops > 0) {
            return iops;
        }
    }
    return 0;
}

Checks speed(const Demand &demand, const Share &share)
{
    const QString rule = u"preflight.storage-speed"_s;
    int wanted = 0;
    QString whose;
    for (const sizing::Component &component : demand.environment.sizing.components) {
        const bool here = std::ranges::any_of(share.wishes, [&](const VolumeWish &wish) {
            return wish.owner.section(u'/', 1) == component.name
                || (component.name == "postgresql"_L1 && wish.owner == "StatefulSet/patroni"_L1);
        });
        if (here && component.iops > wanted) {
            wanted = component.iops;
            whose = component.name;
        }
    }
    if (wanted == 0) {
        return {};
    }
    const int said = iopsOf(*share.storageClass);
    const QString name = nameOf(*share.storageClass);
    if (said == 0) {
        return {notChecked(rule,
                           Text::tr("%1 needs %2 operations a second; the class %3 does not say what it gives.")
                               .arg(whose)
                               .arg(wanted)
                               .arg(name),
                           Text::tr("whoever runs the storage, or a test with fio on a volume of this class"),
                           u"load.eventsPerSecond"_s)};
    }
    return {said >= wanted
                ? pass(rule, Text::tr("%1 needs %2 operations a second; %3 gives %4.").arg(whose).arg(wanted).arg(name).arg(said),
                       u"load.eventsPerSecond"_s)
                : fail(rule, Text::tr("%1 needs %2 operations a second; %3 gives %4.").arg(whose).arg(wanted).arg(name).arg(said),
                       Text::tr("Choose a faster class for the database (storage.databaseClass)."), u"storage.databaseClass"_s)};
}

int zonesOf(const Sight &sight)
{
    QStringList zones;
    if (const auto &nodes = sight.of(u"nodes"_s)) {
        for (const QJsonObject &node : *nodes) {
            const QString zone = labelsOf(node[u"metadata"][u"labels"]).value(u"topology.kubernetes.io/zone"_s);
            if (!zone.isEmpty() && !zones.contains(zone)) {
                zones.append(zone);
            }
        }
    }
    return int(zones.size());
}

} // namespace

Checks checkStorage(const Demand &demand, const Sight &sight)
{
    const auto &classes = sight.of(u"storageclasses.storage.k8s.io"_s);
    if (!classes) {
        return {notChecked(u"preflight.storage-class"_s, unseen(u"storageclasses"_s, classes.error()),
                           whoMay(u"list"_s, u"storageclasses"_s), u"storage.class"_s)};
    }
    Checks checks;
    const QList<Share> shares = sharesOf(demand, *classes);
    for (const Share &share : shares) {
        if (sight.rehearsal && !share.storageClass) {
            checks.append(notChecked(u"preflight.storage-class"_s,
                                     Text::tr("The rehearsal cluster makes volumes of any class (%1).").arg(share.name),
                                     Text::tr("a preflight on the real cluster"), share.key()));
            continue;
        }
        Checks own{exists(share, *classes)};
        if (share.storageClass) {
            own += Checks{grows(share), binds(share, zonesOf(sight))} + speed(demand, share);
        }
        for (Check &check : own) {
            check.object = share.title();
        }
        checks += own;
    }
    return checks;
}

} // namespace sentinel::preflight
