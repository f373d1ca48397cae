// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/preflight/Checks.h"
#include "core/preflight/Json.h"
#include "core/preflight/Nodes.h"
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

/// Who made an object of a name we need; empty: our own release, by either way.
QString stranger(const QJsonObject &object)
{
    const Labels labels = labelsOf(object[u"metadata"][u"labels"]);
    const QString release = annotationOf(object, u"meta.helm.sh/release-name"_s);
    if (!release.isEmpty() && release != "sentinel"_L1) {
        return Text::tr("Helm release %1").arg(plainLine(release));
    }
    if (labels.value(u"app.kubernetes.io/instance"_s) == "sentinel"_L1
        || labels.value(u"app.kubernetes.io/part-of"_s) == "sentinel"_L1) {
        return {};
    }
    const QString manager = labels.value(u"app.kubernetes.io/managed-by"_s);
    return manager.isEmpty() ? Text::tr("nobody it names") : plainLine(manager);
}

bool isAsked(const QList<QJsonObject> &objects, const QString &kind, const QString &name)
{
    return std::ranges::any_of(objects, [&](const QJsonObject &each) { return kindOf(each) == kind && nameOf(each) == name; });
}

/// An image may be named with or without its registry; digests stand for themselves.
bool hasImage(const QStringList &names, const QString &image)
{
    return std::ranges::any_of(names, [&image](const QString &name) {
        return name == image || name == u"docker.io/"_s + image || name == u"docker.io/library/"_s + image;
    });
}

} // namespace

Checks checkExisting(const Demand &demand, const Sight &sight)
{
    const QString rule = u"preflight.existing"_s;
    QStringList taken;
    bool installed = false;
    const QList<std::pair<QString, QString>> lists{
        {u"Service"_s, u"services"_s}, {u"Deployment"_s, u"deployments.apps"_s}, {u"StatefulSet"_s, u"statefulsets.apps"_s}};
    for (const auto &[kind, list] : lists) {
        const auto &objects = sight.of(list);
        if (!objects) {
            return {notChecked(rule, unseen(list.section(u'.', 0, 0), objects.error()),
                               Text::tr("%1 in %2").arg(whoMay(u"list"_s, list.section(u'.', 0, 0)), demand.ns()))};
        }
        for (const QJsonObject &object : *objects) {
            const QString who = stranger(object);
            installed = installed || (who.isEmpty() && kind == "Deployment"_L1);
            if (!who.isEmpty() && isAsked(demand.chart, kind, nameOf(object))) {
                taken.append(Text::tr("%1/%2 belongs to %3").arg(kind, nameOf(object), who));
            }
        }
    }
    if (!taken.isEmpty()) {
        Check check = fail(rule, Text::tr("Names Sentinel needs in %1 are taken: %2.").arg(demand.ns(), taken.first()),
                           Text::tr("Remove them, or install into another environment's namespace."));
        check.details = taken;
        return {check};
    }
    return {installed ? pass(rule, Text::tr("Sentinel runs in %1; this deploy goes on from it.").arg(demand.ns()))
                      : pass(rule, Text::tr("Nothing of another installation is in %1.").arg(demand.ns()))};
}

Checks checkNodeImages(const Demand &demand, const Sight &sight)
{
    const QString rule = u"preflight.images"_s;
    const QString key = u"target.imageRegistry"_s;
    const QString way
        = Text::tr("someone with a login for the registries (\"skopeo inspect docker://IMAGE\"), or the first pull");
    const QStringList images = imagesOf(demand.objects());
    const auto &nodes = sight.of(u"nodes"_s);
    if (!nodes) {
        return {notChecked(rule, unseen(u"nodes"_s, nodes.error()), way, key)};
    }
    QStringList names;
    const QList<Node> all = nodesOf(*nodes, {}, {});
    for (const Node &node : all) {
        names += node.images;
    }
    QStringList unknown;
    std::ranges::copy_if(images, std::back_inserter(unknown), [&names](const QString &image) { return !hasImage(names, image); });
    if (unknown.isEmpty()) {
        return {pass(rule, Text::tr("All %n image(s) lie on nodes of the cluster already.", nullptr, int(images.size())), key)};
    }
    Check check = notChecked(rule,
                             Text::tr("%1 of %2 images lie on no node yet; whether the nodes can pull them is not known.")
                                 .arg(unknown.size())
                                 .arg(images.size()),
                             way, key);
    check.details = unknown;
    return {check};
}

Async<Checks> checkRegistries(Demand demand, HasImage hasImage, CancelToken cancel)
{
    const QString rule = u"preflight.images"_s;
    const QString key = u"target.imageRegistry"_s;
    const QList<QJsonObject> objects = demand.objects();
    const QStringList images = imagesOf(objects);
    std::vector<std::pair<QString, Async<bool>>> asked;
    for (const QString &image : images) {
        asked.emplace_back(image, hasImage(image, cancel));
    }
    QStringList missing;
    QStringList unknown;
    for (auto &[image, flow] : asked) {
        const auto there = co_await std::move(flow);
        if (!there && there.error().kind == Error::Kind::Cancelled) {
            co_return failure(there);
        }
        const QString line = Text::tr("%1, for %2").arg(image, ownersOf(objects, image).join(u", "_s));
        if (!there) {
            unknown.append(Text::tr("%1: %2").arg(line, plainLine(there.error().detail)));
        } else if (!*there) {
            missing.append(line);
        }
    }
    Check check;
    if (!missing.isEmpty()) {
        check = fail(rule,
                     Text::tr("%n image(s) are missing in the registry: %1.", nullptr, int(missing.size())).arg(missing.first()),
                     Text::tr("Push it, or mirror what images/images.txt of the bundle lists; then look again."), key);
        check.details = missing + unknown;
    } else if (!unknown.isEmpty()) {
        check = notChecked(
            rule,
            Text::tr("%1 of %2 images could not be asked for: %3").arg(unknown.size()).arg(images.size()).arg(unknown.first()),
            Text::tr("someone with a login for the registries, from where they can be reached"), key);
        check.details = unknown;
    } else {
        check = pass(rule, Text::tr("The registries have all %n image(s).", nullptr, int(images.size())), key);
    }
    co_return Checks{check};
}

Checks checkClock(const Sight &sight)
{
    const QString rule = u"preflight.clock"_s;
    if (!sight.clockSkew) {
        return {notChecked(rule, Text::tr("The API server does not say what time it has."),
                           Text::tr("someone on the control plane"))};
    }
    const double seconds = double(*sight.clockSkew) / 1000;
    const QString text = QString::number(std::abs(seconds), 'f', 1);
    const QString found = std::abs(seconds) < 1 ? Text::tr("The clocks of the API server and of this machine agree.")
        : seconds > 0 ? Text::tr("The clock of the API server is %1 s ahead of this machine's.").arg(text)
                      : Text::tr("The clock of the API server is %1 s behind this machine's.").arg(text);
    const QString remedy = Text::tr("Let both follow the same time servers (chrony, systemd-timesyncd).");
    if (std::abs(seconds) > 60) {
        return {fail(rule, found, remedy)};
    }
    return {std::abs(seconds) > 5 ? warn(rule, found, remedy) : pass(rule, found)};
}

Async<Checks> checkName(Demand demand, Resolve resolve, CancelToken cancel)
{
    const QString rule = u"preflight.dns"_s;
    const QString key = u"network.host"_s;
    const QString host = demand.answers.text(key);
    if (host.isEmpty() || demand.answers.text(u"network.exposure") == "none"_L1) {
        co_return Checks();
    }
    if (!resolve) {
        co_return Checks{notChecked(rule, Text::tr("Nobody asked for the address of %1.").arg(host),
                                    Text::tr("\"sentinelctl preflight\""), key)};
    }
    const auto addresses = co_await resolve(host, cancel);
    if (addresses) {
        co_return Checks{pass(rule, Text::tr("%1 is %2 from here.").arg(host, addresses->join(u", "_s)), key)};
    }
    if (addresses.error().kind == Error::Kind::Cancelled) {
        co_return failure(addresses);
    }
    const QString found = Text::tr("%1 has no address from here: %2").arg(host, plainLine(addresses.error().detail));
    // The name may be made when the address of the way in is known; an HTTP challenge needs it before.
    const bool acme = demand.answers.text(u"network.tls") == "acmeHttp01"_L1;
    co_return Checks{
        warn(rule, found,
             acme ? Text::tr("Make the DNS record as soon as the Ingress has an address: the certificate waits for it.")
                  : Text::tr("Make the DNS record once the way in has an address."),
             key)};
}

} // namespace sentinel::preflight
