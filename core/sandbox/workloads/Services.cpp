// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/workloads/Services.h"

using namespace Qt::StringLiterals;

namespace sentinel::sandbox {

Services::Services(World &world)
    : Controller(world)
{
    lookAtAll(kinds::service());
}

void Services::observe(const Change &change)
{
    if (change.type == &kinds::service()) {
        look(change.object);
    }
}

QString Services::freeAddress() const
{
    QSet<QString> used{u"10.96.0.1"_s};
    for (const QJsonObject &each : m_world.store.list(kinds::service())) {
        used.insert(textAt(each, {u"spec", u"clusterIP"}));
    }
    for (int number = 10; number < 65'000; ++number) {
        const QString address = u"10.96.%1.%2"_s.arg(number / 250).arg(number % 250 + 2);
        if (!used.contains(address)) {
            return address;
        }
    }
    return {};
}

void Services::reconcile(const Key &key)
{
    const auto service = m_world.store.find(kinds::service(), key.ns, key.name);
    if (!service) {
        return;
    }
    const QString type = textAt(*service, {u"spec", u"type"});
    if (type != u"ExternalName" && textAt(*service, {u"spec", u"clusterIP"}).isEmpty()) {
        m_world.store.change(
            kinds::service(), key.ns, key.name,
            [&](QJsonObject &object) {
                const QString address = freeAddress();
                if (address.isEmpty()) {
                    return false;
                }
                put(object, {u"spec", u"clusterIP"}, address);
                put(object, {u"spec", u"clusterIPs"}, QJsonArray{address});
                return true;
            },
            Store::Half::Main);
    }
    if (type == u"LoadBalancer" && listAt(*service, {u"status", u"loadBalancer", u"ingress"}).isEmpty()) {
        // Clouds take a while; here the time an Ingress takes too.
        const QDateTime due
            = timeAt(*service, {u"metadata", u"creationTimestamp"}).addMSecs(m_world.options.pace.address.count());
        if (m_world.now() < due) {
            lookLater(key, Duration(m_world.now().msecsTo(due)));
            return;
        }
        QJsonObject status = objectAt(*service, {u"status"});
        const QString address = u"203.0.113.%1"_s.arg(10 + steadyNumber(key.ns + key.name, 200));
        status.insert(u"loadBalancer",
                      QJsonObject{{u"ingress"_s, QJsonArray{QJsonObject{{u"ip"_s, address}, {u"ipMode"_s, u"VIP"_s}}}}});
        writeStatus(kinds::service(), *service, status);
        m_world.events.normal(*service, u"service-controller"_s, u"EnsuredLoadBalancer"_s, u"Ensured load balancer"_s);
    }
}

} // namespace sentinel::sandbox
