// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/Sentinel/Rollback/RollbackDoor.h"

#include "app/composition/ClusterConnection.h"
#include "app/composition/RollbackServices.h"
#include "core/gitops/Application.h"
#include "core/helm/History.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace sentinel::console {

namespace {

RollbackConnector &connector()
{
    static RollbackConnector g_connector = openDoor;
    return g_connector;
}

/// Argo CD or helm that is not there is an answer; what may not be read or does not answer is none.
bool isNothing(const Error &error)
{
    return error.kind == Error::Kind::NotFound || error.kind == Error::Kind::Unsupported;
}

int urgency(const rollback::Subject &subject)
{
    const QString health = subject.application[u"status"][u"health"][u"status"].toString();
    return health == u"Degraded" || health == u"Missing" ? 0 : health == u"Healthy" || health.isEmpty() ? 2 : 1;
}

QList<rollback::Subject> applicationsIn(const kube::ObjectList &list)
{
    QList<rollback::Subject> subjects;
    for (kube::Object object : list.items) {
        object.insert(u"apiVersion"_s, u"argoproj.io/v1alpha1"_s);
        object.insert(u"kind"_s, u"Application"_s);
        subjects.append(rollback::subjectOf(object));
    }
    return subjects;
}

QList<rollback::Subject> releasesIn(const QList<helm::ReleaseHead> &heads)
{
    QList<rollback::Subject> subjects;
    QSet<std::pair<QString, QString>> told;
    for (const helm::ReleaseHead &head : heads) {
        if (!told.contains({head.ns, head.name})) {
            told.insert({head.ns, head.name});
            subjects.append({.way = rollback::Way::Helm, .ns = head.ns, .name = head.name, .targetNs = head.ns});
        }
    }
    return subjects;
}

} // namespace

Result<RollbackDoor> openDoor(const ClusterPlace &place)
{
    auto connection = composition::connectTo({.kubeconfig = place.kubeconfig, .context = place.context});
    if (!connection) {
        return failure(connection);
    }
    connection->rehearsal = place.rehearsal;
    return RollbackDoor{.api = connection->api,
                        .services =
                            [connection = *connection](const rollback::Subject &subject, const CancelToken &cancel) {
                                return composition::rollbackServices(connection, subject, composition::RollbackPurpose::GoingBack,
                                                                     cancel);
                            },
                        .context = connection->access.context,
                        .server = connection->access.server.toString()};
}

void setRollbackConnector(RollbackConnector made)
{
    connector() = std::move(made);
}

Result<RollbackDoor> doorTo(const ClusterPlace &place)
{
    return connector()(place);
}

Async<SubjectsFound> subjectsOn(kube::ApiPtr api, CancelToken cancel)
{
    SubjectsFound found;
    const auto applications = co_await api->list(gitops::applicationType(), {}, cancel);
    const auto heads = co_await helm::readHeads(api, {}, {}, cancel);
    if (!applications && !isNothing(applications.error())) {
        found.unread = applications.error();
    } else if (!heads && !isNothing(heads.error())) {
        found.unread = heads.error();
    }
    if (!applications && !heads && found.unread) {
        co_return std::unexpected(*found.unread);
    }
    found.subjects = applicationsIn(applications.value_or(kube::ObjectList()));
    found.subjects += releasesIn(heads.value_or(QList<helm::ReleaseHead>()));
    std::ranges::sort(found.subjects, {},
                      [](const rollback::Subject &subject) { return std::tuple(urgency(subject), subject.name, subject.ns); });
    co_return found;
}

} // namespace sentinel::console
