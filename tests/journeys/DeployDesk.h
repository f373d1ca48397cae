// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "qml/Sentinel/Deploy/DeployController.h"
#include "qml/Sentinel/Deploy/ObjectController.h"
#include "qml/Sentinel/Deploy/ScenarioController.h"
#include "tests/core/deploy/World.h"

#include <QSignalSpy>
#include <QTest>

namespace sentinel::journeys {

using namespace Qt::StringLiterals;

/// A person at the Deploy page: its controllers, on a cluster in memory.
class DeployDesk
{
public:
    explicit DeployDesk(const QStringList &answers)
        : world(answers)
    {
        console::ClusterLink::setConnector([this](const console::ClusterPlace &, const CancelToken &) {
            const Promise<deploy::Services> promise;
            deploy::Services services = world.services();
            services.rehearsal = rehearsal;
            promise.keep(std::move(services));
            return promise.answer();
        });
        deploy.setLink(&link);
        deploy.setBundle(&bundle);
        object.setDeploy(&deploy);
        scenarios.setLink(&link);
    }
    /// The shell says where the cluster is.
    void connects(QVariantMap place = {{u"kubeconfig"_s, u"/somewhere"_s}, {u"context"_s, u"test"_s}})
    {
        place.insert(u"usable"_s, true);
        link.setPlaceProperties(place);
        QVERIFY(testing::runUntil(world.clock, [this] { return link.isReady() || link.trouble().isPresent(); }));
    }
    void choosesTheBundle() { bundle.setFolder(world.request().folder); }
    /// Lets everything that is on its way arrive.
    [[nodiscard]] bool waitsFor(const std::function<bool()> &condition)
    {
        return QTest::qWaitFor([this, &condition] { return testing::runUntil(world.clock, condition) || condition(); }, 10'000);
    }
    [[nodiscard]] bool deploysToTheEnd()
    {
        deploy.deploy();
        return waitsFor([this] { return !deploy.isRunning(); });
    }
    [[nodiscard]] static QList<console::RowsModel::Row> rows(const QObject &controller, const char *property)
    {
        return controller.property(property).value<console::RowsModel *>()->rows();
    }

    bool rehearsal = true;
    testing::DeployWorld world;
    console::ClusterLink link;
    console::BundleController bundle;
    console::DeployController deploy;
    console::ObjectController object;
    console::ScenarioController scenarios;
};

} // namespace sentinel::journeys
