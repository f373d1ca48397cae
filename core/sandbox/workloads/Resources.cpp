// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/workloads/Resources.h"

#include "core/base/Quantity.h"
#include "core/sandbox/workloads/Json.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::sandbox {

namespace {

Amounts requestsOfContainer(const QJsonObject &container)
{
    Amounts amounts = amountsIn(objectAt(container, {u"resources", u"limits"}));
    const Amounts requests = amountsIn(objectAt(container, {u"resources", u"requests"}));
    for (auto each = requests.begin(); each != requests.end(); ++each) {
        amounts.insert(each.key(), *each);
    }
    return amounts;
}

void add(Amounts &sum, const Amounts &other)
{
    for (auto each = other.begin(); each != other.end(); ++each) {
        sum[each.key()] += *each;
    }
}

} // namespace

Amounts amountsIn(const QJsonObject &list)
{
    Amounts amounts;
    for (auto each = list.begin(); each != list.end(); ++each) {
        const QString text = each.value().isString() ? each.value().toString() : QString::number(each.value().toDouble());
        if (const auto quantity = Quantity::parse(text)) {
            amounts.insert(each.key(), quantity->milli());
        }
    }
    return amounts;
}

Amounts requestsOf(const QJsonObject &podSpec)
{
    Amounts together;
    for (const QJsonValue &each : podSpec.value(u"containers").toArray()) {
        add(together, requestsOfContainer(each.toObject()));
    }
    Amounts sidecars;
    Amounts largest;
    for (const QJsonValue &each : podSpec.value(u"initContainers").toArray()) {
        const QJsonObject container = each.toObject();
        Amounts needs = requestsOfContainer(container);
        if (container.value(u"restartPolicy").toString() == u"Always") {
            add(sidecars, needs);
            continue;
        }
        add(needs, sidecars);
        for (auto need = needs.begin(); need != needs.end(); ++need) {
            largest[need.key()] = std::max(largest.value(need.key()), *need);
        }
    }
    add(together, sidecars);
    for (auto each = largest.begin(); each != largest.end(); ++each) {
        together[each.key()] = std::max(together.value(each.key()), *each);
    }
    add(together, amountsIn(podSpec.value(u"overhead").toObject()));
    together[u"pods"_s] = 1000;
    return together;
}

QString qosClassOf(const QJsonObject &podSpec)
{
    bool isGuaranteed = true;
    bool asksForAny = false;
    for (const QString &list : {u"initContainers"_s, u"containers"_s}) {
        for (const QJsonValue &each : podSpec.value(list).toArray()) {
            const Amounts limits = amountsIn(objectAt(each.toObject(), {u"resources", u"limits"}));
            const Amounts requests = requestsOfContainer(each.toObject());
            for (const QString &name : {u"cpu"_s, u"memory"_s}) {
                asksForAny = asksForAny || limits.contains(name) || requests.contains(name);
                isGuaranteed = isGuaranteed && limits.contains(name) && limits.value(name) == requests.value(name);
            }
        }
    }
    return !asksForAny ? u"BestEffort"_s : isGuaranteed ? u"Guaranteed"_s : u"Burstable"_s;
}

} // namespace sentinel::sandbox
