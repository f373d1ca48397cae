// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition/RehearsalFaults.h"

namespace sentinel::composition {

using sandbox::Fault;

namespace {

constexpr Duration kLeastBetweenCuts = std::chrono::seconds(1);

bool hits(const Fault &fault, const QJsonObject &certificate)
{
    const QJsonValue metadata = certificate[u"metadata"];
    return sandbox::fits(fault.target.ns, metadata[u"namespace"].toString())
        && sandbox::fits(fault.target.name, metadata[u"name"].toString());
}

} // namespace

void RehearsalFaults::start(const QString &scenario, const Fault &fault)
{
    m_active.insert(scenario, fault);
    switch (fault.kind) {
    case Fault::Kind::SlowApi:
        m_front.setDelay(fault.after);
        break;
    case Fault::Kind::TooManyRequests:
        m_front.setTooManyRequests(fault.percent / 100.0, int(std::chrono::ceil<std::chrono::seconds>(fault.after).count()));
        break;
    case Fault::Kind::DropWatches:
        cutWatchesEvery(scenario, fault);
        break;
    case Fault::Kind::ExpireCertificate:
        if (m_certificates) {
            m_certificates->expireSoon([fault](const QJsonObject &certificate) { return hits(fault, certificate); }, fault.after);
        }
        break;
    case Fault::Kind::LoseNode:
    case Fault::Kind::MissingImage:
    case Fault::Kind::FailProbe:
    case Fault::Kind::FailContainer:
    case Fault::Kind::FillVolume:
        break; // the workloads' own
    }
}

void RehearsalFaults::cutWatchesEvery(const QString &scenario, const Fault &fault)
{
    const auto timer = std::make_shared<QTimer>();
    const auto cut = [this, gone = fault.gone] {
        if (gone) {
            m_front.forgetHistory();
        }
        m_front.dropWatches();
    };
    QObject::connect(timer.get(), &QTimer::timeout, timer.get(), cut);
    timer->start(std::max(fault.after, kLeastBetweenCuts));
    m_cutting.insert(scenario, timer);
    cut();
}

void RehearsalFaults::clear(const QString &scenario)
{
    const QList<Fault> faults = m_active.values(scenario);
    m_active.remove(scenario);
    m_cutting.remove(scenario);
    for (const Fault &fault : faults) {
        if (fault.kind == Fault::Kind::SlowApi) {
            m_front.setDelay(Duration::zero());
        } else if (fault.kind == Fault::Kind::TooManyRequests) {
            m_front.setTooManyRequests(0);
        } else if (fault.kind == Fault::Kind::ExpireCertificate && m_certificates) {
            m_certificates->letRenew([fault](const QJsonObject &certificate) { return hits(fault, certificate); });
        }
    }
}

} // namespace sentinel::composition
