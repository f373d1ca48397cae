// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/preflight/inside/LookInside.h"

#include "core/bundle/Images.h"
#include "core/preflight/Json.h"
#include "core/preflight/inside/Objects.h"
#include "core/preflight/inside/Told.h"
#include "core/preflight/inside/Traces.h"
#include "core/preflight/inside/Waiting.h"

#include <QCoreApplication>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::preflight {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

constexpr auto kRule = "preflight.inside"_L1;
constexpr int kLastLines = 50;
constexpr qint64 kMostLog = 256 * 1024; // bytes

/// What was seen, from the environment's namespace and from each node.
struct Seen
{
    Result<Told> pod = failure(Error::Kind::Cancelled, Text::tr("looking from inside"), Text::tr("stopped"));
    QList<NodeTold> nodes{};
    int left = 0; ///< nodes nobody was sent to
    QString nodesUnseen{}; ///< why the nodes are not known
};

std::unexpected<Error> nothingSeen(const QString &why)
{
    return failure(Error::Kind::Unreachable, Text::tr("looking from inside"), why);
}

journal::Scope scopeOf(const LookPtr &look)
{
    return {.kind = u"look"_s,
            .context = look->services.context,
            .cluster = look->services.cluster,
            .environment = look->demand.environment.name};
}

/// Removes what a look left behind whose program ended, and ends its operation.
[[nodiscard]] Async<void> clearBefore(LookPtr look)
{
    const journal::Scope scope = scopeOf(look);
    const auto before = look->services.journal->openOperation(scope.kind, scope.cluster, scope.environment);
    if (!before) {
        co_return failure(before);
    }
    if (!*before) {
        co_return {};
    }
    const QString id = (*before)->id;
    auto log = look->services.journal->resume(id);
    if (!log) {
        co_return failure(log);
    }
    look->tell(Text::tr("An earlier look (%1) did not end; what it made is removed.").arg(id));
    const auto removed = co_await removeTraces(look, id);
    if (!removed) {
        co_return failure(removed);
    }
    if (!look->kept.isEmpty()) {
        co_return failure(Error::Kind::Forbidden, Text::tr("removing what an earlier look made"), look->kept.first());
    }
    co_return log->outcome(journal::Outcome::Stopped, Text::tr("What it made was removed by a later look."));
}

Result<void> beginLook(const LookPtr &look)
{
    auto log = look->services.journal->begin(scopeOf(look), Text::tr("look from inside %1").arg(look->demand.ns()));
    if (!log) {
        return failure(log);
    }
    look->log = std::move(*log);
    return {};
}

/// The namespace as planned, with this look's mark, where there is none yet.
[[nodiscard]] Async<void> makeNamespace(LookPtr look, QJsonObject object, CancelToken cancel)
{
    const kube::ResourceType type{
        .group = {}, .version = u"v1"_s, .kind = u"Namespace"_s, .plural = u"namespaces"_s, .namespaced = false};
    const auto there = co_await look->services.api->get(type, {.ns = {}, .name = nameOf(object)}, cancel);
    if (there || there.error().kind != Error::Kind::NotFound) {
        co_return {}; // there, or not for our eyes: then what is made in it tells
    }
    QJsonObject metadata = object[u"metadata"].toObject();
    QJsonObject labels = metadata[u"labels"].toObject();
    labels.insert(kOperationLabel, look->id());
    metadata.insert(u"labels"_s, labels);
    object.insert(u"metadata"_s, metadata);
    const auto made = co_await makeTrace(look, object, cancel);
    co_return made || made.error().kind == Error::Kind::Conflict ? Result<void>() : failure(made);
}

[[nodiscard]] Async<void> makeAll(LookPtr look, QJsonObject ns, QList<QJsonObject> objects, CancelToken cancel)
{
    if (const auto made = co_await makeNamespace(look, ns, cancel); !made) {
        co_return failure(made);
    }
    for (const QJsonObject &object : std::as_const(objects)) {
        const auto made = co_await makeTrace(look, object, cancel);
        if (!made) {
            Error error = made.error();
            error.detail = Text::tr("%1 cannot be made: %2").arg(titleOf(object), plainLine(error.detail));
            co_return failure(error);
        }
    }
    co_return {};
}

/// Names of the nodes that can run something, at most as many as are looked at; the others are counted.
[[nodiscard]] Async<QStringList> chooseNodes(LookPtr look, std::shared_ptr<Seen> seen, CancelToken cancel)
{
    const kube::ResourceType type{.group = {}, .version = u"v1"_s, .kind = u"Node"_s, .plural = u"nodes"_s, .namespaced = false};
    const auto nodes = co_await look->services.api->list(type, {}, cancel);
    if (!nodes) {
        seen->nodesUnseen = unseen(u"nodes"_s, nodes.error());
        co_return QStringList();
    }
    QStringList names;
    for (const QJsonObject &node : nodes->items) {
        names.append(nameOf(node));
    }
    names.sort();
    const qsizetype most = look->services.mostNodes;
    seen->left = int(std::max<qsizetype>(0, names.size() - most));
    co_return names.mid(0, most);
}

[[nodiscard]] Async<Told> readPod(LookPtr look, JobEnd end, CancelToken cancel)
{
    if (!end.ended || end.pod.isEmpty()) {
        co_return nothingSeen(end.trouble.isEmpty() ? Text::tr("no pod was made") : end.trouble);
    }
    const auto lines = std::make_shared<QList<QByteArray>>();
    const kube::LogOptions options{.container = kProbeContainer, .tailLines = kLastLines, .mostBytes = kMostLog};
    const auto read = co_await look->services.api->logs(
        {.ns = end.ns, .name = end.pod}, options, [lines](const QByteArray &line) { lines->append(line); }, cancel);
    if (!read) {
        co_return failure(read);
    }
    auto told = readTold(*lines, look->id());
    co_return told || end.trouble.isEmpty() ? std::move(told) : nothingSeen(end.trouble);
}

[[nodiscard]] Async<void> sendAndRead(LookPtr look, InsideWish wish, std::shared_ptr<Seen> seen, CancelToken cancel)
{
    look->tell(Text::tr("A pod is sent into %1.").arg(look->demand.ns()));
    QList<JobEnd> jobs;
    const auto made = co_await makeAll(look, look->demand.nameSpace, probeObjects(look->demand, wish, look->id()), cancel);
    if (!made) {
        seen->pod = failure(made);
        co_return {}; // the nodes' would fail for the same reason
    }
    jobs.append({.ns = look->demand.ns(), .job = look->id()});
    QStringList nodes;
    if (wish.nodes) {
        const auto chosen = co_await chooseNodes(look, seen, cancel);
        nodes = chosen ? *chosen : QStringList();
        const QList<QJsonObject> objects = nodeProbeObjects(look->demand, look->id(), nodes);
        Result<void> sent;
        if (!objects.isEmpty()) {
            sent = co_await makeAll(look, hostNamespaceObject(look->demand), objects, cancel);
        }
        for (qsizetype at = 0; sent && at < nodes.size(); ++at) {
            jobs.append({.ns = look->demand.environment.hostNamespace(), .job = nodeJobName(look->id(), at)});
        }
        seen->nodesUnseen = sent ? seen->nodesUnseen : plainLine(sent.error().detail);
    }
    const auto ends = co_await awaitJobs(look, jobs, cancel);
    if (!ends) {
        co_return failure(ends);
    }
    for (qsizetype at = 0; at < ends->size(); ++at) {
        auto told = co_await readPod(look, ends->at(at), cancel);
        if (at == 0) {
            seen->pod = std::move(told);
        } else {
            seen->nodes.append({.node = nodes[at - 1], .told = std::move(told)});
        }
    }
    co_return {};
}

Check notSeen(const LookPtr &look, const Error &error)
{
    const QString found = Text::tr("What a pod sees is not known: %1").arg(plainLine(error.detail));
    if (look->services.rehearsal && error.kind == Error::Kind::Invalid) {
        return notChecked(
            kRule,
            Text::tr("The pod was taken, ran and is removed again; on the rehearsal cluster it runs no program that "
                     "could see anything."),
            Text::tr("the same on the real cluster"));
    }
    if (error.kind == Error::Kind::Forbidden) {
        return notChecked(
            kRule, found,
            Text::tr("someone who may create serviceaccounts, networkpolicies, persistentvolumeclaims and jobs in %1, and "
                     "read the logs of its pods")
                .arg(look->demand.ns()),
            u"target.imageRegistry"_s);
    }
    return notChecked(
        kRule, found,
        Text::tr("the same again, once %1 can be pulled and its pod can start").arg(bundle::preflightImage(look->demand.answers)),
        u"target.imageRegistry"_s);
}

Checks judge(const LookPtr &look, const InsideWish &wish, const Seen &seen)
{
    Checks checks;
    if (seen.pod) {
        const QString node = seen.pod->node;
        checks.append(pass(kRule,
                           node.isEmpty() ? Text::tr("A pod has looked; what it needed is removed again.")
                                          : Text::tr("A pod on %1 has looked; what it needed is removed again.").arg(node)));
        checks += checkPodNames(look->demand, wish, *seen.pod) + checkPodWays(wish, *seen.pod) + checkPodDisk(wish, *seen.pod)
            + checkPodClock(*seen.pod);
    } else {
        checks.append(notSeen(look, seen.pod.error()));
    }
    if (!seen.nodes.isEmpty()) {
        checks += checkNodeAudit(seen.nodes, seen.left);
    } else if (wish.nodes) {
        const QString why = seen.nodesUnseen.isEmpty() ? Text::tr("no pod could be sent to the nodes") : seen.nodesUnseen;
        checks.append(notChecked(u"preflight.node-audit"_s, Text::tr("Whether the nodes have auditd is not known: %1").arg(why),
                                 Text::tr("whoever may log in to these nodes"), u"observability.watchdog"_s));
    }
    if (!look->kept.isEmpty()) {
        Check check = warn(kRule, Text::tr("Something of the look could not be removed: %1").arg(look->kept.first()),
                           Text::tr("Look again, which removes it first, or remove what bears the label %1=%2.")
                               .arg(kOperationLabel, look->id()));
        check.object = u"Job/"_s + look->id();
        check.details = look->kept;
        checks.append(check);
    }
    return checks;
}

void conclude(const LookPtr &look, bool stopped)
{
    // What happened happened, whether or not it can be written down.
    if (!look->kept.isEmpty()) {
        std::ignore = look->log->outcome(journal::Outcome::Stopped, look->kept.first(), true);
        return;
    }
    std::ignore = look->log->outcome(stopped ? journal::Outcome::Stopped : journal::Outcome::Done,
                                     Text::tr("A pod looked from inside %1; all it needed is removed.").arg(look->demand.ns()));
}

} // namespace

Async<Checks> lookInside(Request request, InsideServices services, std::function<void(QString)> tell, CancelToken cancel)
{
    auto demand = readDemand(request);
    if (!demand) {
        co_return failure(demand);
    }
    const auto here
        = std::make_shared<Look>(Look{.demand = std::move(*demand), .services = std::move(services), .tell = std::move(tell)});
    auto claim = here->services.journal->claim(scopeOf(here));
    if (!claim) {
        co_return failure(claim);
    }
    here->claim = std::make_shared<journal::Claim>(std::move(*claim));
    auto types = co_await here->services.api->discover(cancel);
    if (!types) {
        co_return failure(types);
    }
    here->types = std::move(*types);
    if (const auto cleared = co_await clearBefore(here); !cleared) {
        co_return failure(cleared);
    }
    if (const auto begun = beginLook(here); !begun) {
        co_return failure(begun);
    }
    const InsideWish wish = insideWishOf(here->demand);
    const auto seen = std::make_shared<Seen>();
    const auto looked = co_await sendAndRead(here, wish, seen, cancel);
    here->tell(Text::tr("What it made is being removed."));
    // Whether or not somebody asked to stop: what was made goes.
    if (const auto removed = co_await removeTraces(here, here->id()); !removed) {
        here->kept.append(plainLine(removed.error().detail));
    }
    conclude(here, cancel.isCancelled());
    if (cancel.isCancelled()) {
        co_return failure(Error::Kind::Cancelled, Text::tr("looking from inside"), Text::tr("stopped; what was made is removed"));
    }
    co_return looked ? Result<Checks>(judge(here, wish, *seen)) : failure(looked);
}

QStringList whatALookMakes(const Demand &demand)
{
    const InsideWish wish = insideWishOf(demand);
    QStringList lines;
    const QList<QJsonObject> objects = probeObjects(demand, wish, u"look-…"_s);
    QStringList kinds;
    for (const QJsonObject &object : objects) {
        kinds.append(kindOf(object));
    }
    lines.append(Text::tr("In %1, made first where there is none: %2.").arg(demand.ns(), kinds.join(u", "_s)));
    lines.append(
        Text::tr("A pod of the image %1, without rights, for some minutes at most.").arg(bundle::preflightImage(demand.answers)));
    lines.append(Text::tr("It resolves %1 names, tries %2 servers the plan names, and writes to a new volume of 1Gi.")
                     .arg(wish.names.size())
                     .arg(wish.endpoints.size()));
    if (wish.nodes) {
        lines.append(
            Text::tr("In %1, for each node: a pod as root that reads its /var/log.").arg(demand.environment.hostNamespace()));
    }
    lines.append(Text::tr("All of it is removed at the end; what a killed look leaves is removed by the next."));
    return lines;
}

void takeInside(Report &report, const Checks &checks)
{
    report.checks.removeIf([](const Check &check) { return check.rule == kRule; });
    report.checks += checks;
    report.sort();
}

Check notLookedInside()
{
    return notChecked(
        kRule,
        Text::tr("Only a pod can see the cluster's DNS, the ways out of it, how fast its disks are and what its nodes audit."),
        Text::tr("\"sentinelctl preflight DIR --run-job\", which sends one and removes it again"));
}

} // namespace sentinel::preflight
