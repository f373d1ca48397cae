// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/Sentinel/Rollback/RollbackDoor.h"

#include "app/composition/ClusterConnection.h"
#include "app/composition/RollbackServices.h"
#include "core/gitops/Application.h"
#include "core/helm/History.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace sentinel::console {

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
                        .context = connection->access.context};
}

Async<QList<rollback::Subject>> subjectsOn(kube::ApiPtr api, CancelToken cancel)
{
    QList<rollback::Subject> subjects;
    const auto applications = co_await api->list(gitops::applicationType(), {}, cancel);
    if (applications) {
        for (kube::Object object : applications->items) {
            object.insert(u"apiVersion"_s, u"argoproj.io/v1alpha1"_s);
            object.insert(u"kind"_s, u"Application"_s);
            subjects.append(rollback::subjectOf(object));
        }
    } else if (applications.error().kind == Error::Kind::Unreachable || applications.error().kind == Error::Kind::Cancelled) {
        co_return failure(applications);
    }
    const auto heads = co_await helm::readHeads(api, {}, {}, cancel);
    QSet<std::pair<QString, QString>> told;
    for (const helm::ReleaseHead &head : heads.value_or(QList<helm::ReleaseHead>())) {
        if (!told.contains({head.ns, head.name})) {
            told.insert({head.ns, head.name});
            subjects.append({.way = rollback::Way::Helm, .ns = head.ns, .name = head.name, .targetNs = head.ns});
        }
    }
    std::ranges::sort(subjects, {}, [](const rollback::Subject &subject) { return std::pair(subject.name, subject.ns); });
    co_return subjects;
}

} // namespace sentinel::console
