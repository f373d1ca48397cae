// SPDX-License-Identifier: GPL-3.0-or-later
// What follows from what a probe told.
#include "core/preflight/Json.h"
#include "core/preflight/inside/Told.h"

#include <QCoreApplication>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::preflight {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

// Microseconds. etcd asks for 10 ms, and says so in its own alerts; at 50 ms one connection to PostgreSQL commits 20 times a
// second.
constexpr qint64 kGoodCommit = 10'000;
constexpr qint64 kSlowCommit = 50'000;
constexpr double kWarnOffset = 5; // seconds, as for the API server's clock
constexpr double kFailOffset = 60;
constexpr qint64 kSilentAudit = 24 * 3600; // seconds: a login is written, and every node has some

QString again()
{
    return Text::tr("another look from inside (--run-job)");
}

QString milliseconds(qint64 microseconds)
{
    return QString::number(double(microseconds) / 1000, 'f', 1) + u" ms"_s;
}

/// Names of one kind, with what was said of each.
struct Silence
{
    QStringList unknown{};
    QStringList silent{};
    QStringList untold{};
};

Check namesCheck(const Silence &bad, qsizetype all, const QString &node)
{
    const QString rule = u"preflight.pod-dns"_s;
    const QString key = u"network.dnsNamespace"_s;
    Check check;
    if (!bad.silent.isEmpty()) {
        check = fail(rule, Text::tr("No name server answers a pod on %1 for %2.").arg(node, bad.silent.first()),
                     Text::tr("Look whether the cluster's DNS runs and whether a network policy keeps pods from it."), key);
    } else if (!bad.unknown.isEmpty()) {
        check = fail(rule, Text::tr("Seen from a pod there is no %1.").arg(bad.unknown.first()),
                     Text::tr("Have the name made in the DNS the cluster asks, or correct the plan."), key);
    } else if (!bad.untold.isEmpty()) {
        check = notChecked(rule, Text::tr("The pod did not tell of %1.").arg(bad.untold.first()), again(), key);
    } else {
        check = pass(rule, Text::tr("All %n name(s) have an address, seen from a pod.", nullptr, int(all)), key);
    }
    check.details = bad.silent + bad.unknown + bad.untold;
    return check;
}

/// A way that does not lead there, as a line.
QString lineOf(const Endpoint &endpoint, const QString &error)
{
    return error.isEmpty() ? Text::tr("%1 (%2)").arg(endpoint.place(), endpoint.what)
                           : Text::tr("%1 (%2): %3").arg(endpoint.place(), endpoint.what, error);
}

Check wayCheck(const Endpoint &endpoint, const Told &told)
{
    const QString rule = u"preflight.pod-egress"_s;
    const auto found = told.ways.constFind(endpoint.place());
    if (found == told.ways.cend()) {
        return notChecked(rule, Text::tr("The pod did not tell of %1.").arg(lineOf(endpoint, {})), again(), endpoint.answer);
    }
    if (!found->reached) {
        const QString line = Text::tr("A pod cannot reach %1.").arg(lineOf(endpoint, found->error));
        return endpoint.whose == Endpoint::Whose::Product
            ? fail(rule, line, Text::tr("Open the way in the firewall or the proxy between, or correct the plan."),
                   endpoint.answer)
            : warn(
                  rule, line,
                  Text::tr("Pods of Sentinel do not need it; make sure that Argo CD, cert-manager or the nodes reach it by their "
                           "own way."),
                  endpoint.answer);
    }
    if (found->trusted == false) {
        return warn(rule, Text::tr("A pod reaches %1 and does not trust its certificate.").arg(lineOf(endpoint, found->error)),
                    Text::tr("Where an authority of your own signed it, whoever speaks to it has to be given that authority."),
                    endpoint.answer);
    }
    return pass(rule, Text::tr("A pod reaches %1.").arg(lineOf(endpoint, {})), endpoint.answer);
}

} // namespace

Checks checkPodNames(const Demand &demand, const InsideWish &wish, const Told &told)
{
    Silence bad;
    for (const QString &name : wish.names) {
        const auto found = told.names.constFind(name);
        if (found == told.names.cend()) {
            bad.untold.append(name);
        } else if (found->state == Told::Name::State::Unknown) {
            bad.unknown.append(name);
        } else if (found->state == Told::Name::State::Silent) {
            bad.silent.append(name);
        }
    }
    // Where nobody answers for the cluster's own name, the others say nothing about themselves.
    if (bad.silent.contains(wish.names.first())) {
        bad.unknown.clear();
    }
    const QString node = told.node.isEmpty() ? demand.cluster : told.node;
    return {namesCheck(bad, wish.names.size(), node)};
}

Checks checkPodWays(const InsideWish &wish, const Told &told)
{
    Checks checks;
    for (const Endpoint &endpoint : wish.endpoints) {
        checks.append(wayCheck(endpoint, told));
    }
    for (const QString &what : wish.untold) {
        checks.append(notChecked(u"preflight.pod-egress"_s, Text::tr("The address of %1 lies in a Secret.").arg(what),
                                 Text::tr("whoever knows the address"), u"observability.receivers"_s));
    }
    return checks;
}

Checks checkPodDisk(const InsideWish &wish, const Told &told)
{
    const QString rule = u"preflight.disk-latency"_s;
    const QString name = wish.storageClass.isEmpty() ? Text::tr("the default storage class") : wish.storageClass;
    if (!told.disk || !told.disk->error.isEmpty() || told.disk->writes < 50) {
        const QString why = told.disk && !told.disk->error.isEmpty() ? told.disk->error : Text::tr("too few writes came about");
        return {
            notChecked(rule, Text::tr("A volume of %1 could not be measured: %2.").arg(name, why), again(), wish.storageAnswer)};
    }
    const QString found = Text::tr("A commit on a volume of %1 takes %2, and one in a hundred %3 or more (%4 writes on %5).")
                              .arg(name, milliseconds(told.disk->median), milliseconds(told.disk->p99))
                              .arg(told.disk->writes)
                              .arg(told.node);
    const QString remedy = Text::tr("Choose a class on faster disks for the database (storage.databaseClass).");
    if (told.disk->p99 > kSlowCommit) {
        return {fail(rule, found, remedy, wish.storageAnswer)};
    }
    return {told.disk->p99 > kGoodCommit ? warn(rule, found, remedy, wish.storageAnswer) : pass(rule, found, wish.storageAnswer)};
}

Checks checkPodClock(const Told &told)
{
    // One server may have a wrong clock itself; the middle of several is the node's.
    QList<double> offsets;
    for (const Told::Way &way : told.ways) {
        if (way.trusted == true && way.offset) {
            offsets.append(*way.offset);
        }
    }
    if (offsets.isEmpty()) {
        return {};
    }
    std::ranges::sort(offsets);
    const double offset = offsets[offsets.size() / 2];
    const QString rule = u"preflight.clock"_s;
    const QString text = QString::number(std::abs(offset), 'f', 1);
    const QString found
        = Text::tr("The clock of the node %1 and those of %n server(s) it reaches differ by %2 s.", nullptr, int(offsets.size()))
              .arg(told.node, text);
    const QString remedy = Text::tr("Let the nodes follow time servers (chrony, systemd-timesyncd).");
    Check check = std::abs(offset) > kFailOffset ? fail(rule, found, remedy)
        : std::abs(offset) > kWarnOffset         ? warn(rule, found, remedy)
                                                 : pass(rule, found);
    check.object = u"Node/"_s + told.node;
    return {check};
}

Checks checkNodeAudit(const QList<NodeTold> &nodes, int left)
{
    const QString rule = u"preflight.node-audit"_s;
    const QString key = u"observability.watchdog"_s;
    QStringList without;
    QStringList quiet;
    QStringList unknown;
    for (const NodeTold &one : nodes) {
        if (!one.told || !one.told->audit || !one.told->audit->error.isEmpty()) {
            const QString why = !one.told ? one.told.error().detail
                : one.told->audit         ? one.told->audit->error
                                          : Text::tr("its pod did not tell");
            unknown.append(Text::tr("%1: %2").arg(one.node, plainLine(why)));
        } else if (!one.told->audit->log) {
            without.append(one.node);
        } else if (one.told->audit->age > kSilentAudit) {
            quiet.append(one.node);
        }
    }
    Check check;
    if (!without.isEmpty()) {
        check = fail(rule, Text::tr("%n node(s) have no audit log: %1.", nullptr, int(without.size())).arg(without.first()),
                     Text::tr("Install and start auditd there, or leave the watch on the nodes out of the plan."), key);
        check.details = without + quiet + unknown;
    } else if (!quiet.isEmpty()) {
        check = warn(rule,
                     Text::tr("On %n node(s) nothing was audited for a day: %1.", nullptr, int(quiet.size())).arg(quiet.first()),
                     Text::tr("Look whether auditd runs there (systemctl status auditd)."), key);
        check.details = quiet + unknown;
    } else if (!unknown.isEmpty() || left > 0) {
        check = notChecked(rule,
                           unknown.isEmpty()
                               ? Text::tr("%1 nodes have auditd; %2 more were not looked at.").arg(nodes.size()).arg(left)
                               : Text::tr("Not every node could be looked at. %1").arg(unknown.first()),
                           Text::tr("whoever may log in to these nodes"), key);
        check.details = unknown;
    } else {
        check = pass(rule, Text::tr("auditd writes on all %n node(s).", nullptr, int(nodes.size())), key);
    }
    return {check};
}

} // namespace sentinel::preflight
