// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/composition/RehearsalCluster.h"
#include "app/composition/RehearsalFaults.h"
#include "app/composition/RehearsalTools.h"
#include "core/sandbox/Cluster.h"
#include "core/sandbox/delivery/ApplicationController.h"
#include "core/sandbox/delivery/ApplicationSetController.h"
#include "core/sandbox/delivery/IssuerController.h"
#include "core/sandbox/scenarios/Scenarios.h"
#include "core/sandbox/workloads/Workloads.h"

#include <QTemporaryDir>

namespace sentinel::composition {

/// What a rehearsal cluster is made of, in the order in which one needs the other.
struct RehearsalCluster::Parts
{
    explicit Parts(const RehearsalSettings &settings);

    SystemClock wall;
    QTemporaryDir cache; ///< revisions that were checked out
    sandbox::Cluster cluster;
    sandbox::Registry registry; ///< for what controllers apply
    HelmRenderer renderer;
    sandbox::RepositoryMap repositories;
    RehearsalFaults faults;
    sandbox::Workloads workloads;
    sandbox::DeliveryWorld world;
    sandbox::IssuerController issuers;
    sandbox::CertificateController certificates;
    sandbox::ApplicationSetController sets;
    sandbox::ApplicationController applications;
};

} // namespace sentinel::composition
