// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/scenarios/Scenarios.h"

#include <QCoreApplication>
#include <QFile>
#include <algorithm>

using namespace Qt::StringLiterals;

// Q_INIT_RESOURCE must stand outside of any namespace.
static void initScenarioResources()
{
    Q_INIT_RESOURCE(scenarios);
}

namespace sentinel::sandbox {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

bool isOfWorkloads(Fault::Kind kind)
{
    switch (kind) {
    case Fault::Kind::LoseNode:
    case Fault::Kind::MissingImage:
    case Fault::Kind::FailProbe:
    case Fault::Kind::FailContainer:
    case Fault::Kind::FillVolume:
        return true;
    case Fault::Kind::ExpireCertificate:
    case Fault::Kind::SlowApi:
    case Fault::Kind::TooManyRequests:
    case Fault::Kind::DropWatches:
        return false;
    }
    Q_UNREACHABLE_RETURN(false);
}

} // namespace

const QList<Scenario> &shippedScenarios()
{
    static const QList<Scenario> all = [] {
        initScenarioResources();
        QList<Scenario> list;
        for (const auto name :
             {"lose-node"_L1, "missing-image"_L1, "failing-probe"_L1, "crashing-program"_L1, "failing-migration"_L1,
              "full-volume"_L1, "expiring-certificate"_L1, "slow-api"_L1, "too-many-requests"_L1, "dropped-watch"_L1}) {
            const QString path = u":/sentinel/scenarios/%1.yaml"_s.arg(name);
            QFile file(path);
            // A file that is missing or wrong fails the test that reads them all; here it is only not offered.
            if (!file.open(QIODevice::ReadOnly)) {
                continue;
            }
            if (auto scenario = readScenario(file.readAll(), path)) {
                list.append(*std::move(scenario));
            }
        }
        return list;
    }();
    return all;
}

Scenarios::Scenarios(Breakage &breakage, FaultSwitches *switches)
    : m_breakage(breakage)
    , m_switches(switches)
    , m_all(shippedScenarios())
{
}

const Scenario *Scenarios::find(const QString &id) const
{
    const auto found = std::ranges::find(m_all, id, &Scenario::id);
    return found == m_all.end() ? nullptr : &*found;
}

Result<void> Scenarios::add(Scenario scenario)
{
    if (find(scenario.id)) {
        return failure(Error::Kind::Conflict, Text::tr("adding a scenario"),
                       Text::tr("There is a scenario \"%1\" already; give yours another name.").arg(scenario.id));
    }
    m_all.append(std::move(scenario));
    return {};
}

Result<void> Scenarios::start(const QString &id)
{
    const Scenario *scenario = find(id);
    if (!scenario) {
        return failure(Error::Kind::NotFound, Text::tr("starting a scenario"), Text::tr("There is no scenario \"%1\".").arg(id));
    }
    if (m_active.contains(id)) {
        return {};
    }
    QList<Fault> ours;
    QList<Fault> others;
    for (const Fault &fault : scenario->faults) {
        (isOfWorkloads(fault.kind) ? ours : others).append(fault);
    }
    if (!others.isEmpty() && !m_switches) {
        return failure(
            Error::Kind::Unsupported, Text::tr("starting a scenario"),
            Text::tr("The scenario \"%1\" breaks the API or certificates; this cluster has no switch for that.").arg(id));
    }
    m_active.append(id);
    m_breakage.start(id, ours);
    for (const Fault &fault : std::as_const(others)) {
        m_switches->start(id, fault);
    }
    return {};
}

Result<void> Scenarios::clear(const QString &id)
{
    if (!find(id)) {
        return failure(Error::Kind::NotFound, Text::tr("ending a scenario"), Text::tr("There is no scenario \"%1\".").arg(id));
    }
    if (m_active.removeAll(id) == 0) {
        return {};
    }
    m_breakage.clear(id);
    if (m_switches) {
        m_switches->clear(id);
    }
    return {};
}

void Scenarios::clearAll()
{
    const QStringList active = m_active;
    for (const QString &id : active) {
        static_cast<void>(clear(id));
    }
}

} // namespace sentinel::sandbox
