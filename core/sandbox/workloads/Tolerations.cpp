// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/workloads/Tolerations.h"

#include <QJsonArray>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::sandbox {

namespace {

bool tolerationFits(const QJsonObject &toleration, const QJsonObject &taint)
{
    const QString effect = toleration.value(u"effect").toString();
    if (!effect.isEmpty() && effect != taint.value(u"effect").toString()) {
        return false;
    }
    const QString key = toleration.value(u"key").toString();
    const bool isExists = toleration.value(u"operator").toString() == u"Exists";
    if (key.isEmpty()) {
        return isExists;
    }
    return key == taint.value(u"key").toString()
        && (isExists || toleration.value(u"value").toString() == taint.value(u"value").toString());
}

} // namespace

bool tolerates(const QJsonObject &podSpec, const QJsonObject &taint)
{
    return std::ranges::any_of(podSpec.value(u"tolerations").toArray(),
                               [&](const QJsonValue &each) { return tolerationFits(each.toObject(), taint); });
}

std::optional<Duration> toleratedFor(const QJsonObject &podSpec, const QJsonObject &taint)
{
    using std::chrono::seconds;
    std::optional<Duration> least;
    bool isTolerated = false;
    for (const QJsonValue &each : podSpec.value(u"tolerations").toArray()) {
        const QJsonObject toleration = each.toObject();
        if (!tolerationFits(toleration, taint)) {
            continue;
        }
        isTolerated = true;
        if (toleration.contains(u"tolerationSeconds")) {
            const Duration stay = seconds(std::max<qint64>(0, toleration.value(u"tolerationSeconds").toInteger()));
            least = std::min(least.value_or(stay), stay);
        }
    }
    if (isTolerated) {
        return least;
    }
    const QString key = taint.value(u"key").toString();
    const bool isOfNode = key == u"node.kubernetes.io/unreachable" || key == u"node.kubernetes.io/not-ready";
    return isOfNode ? Duration(seconds(300)) : Duration::zero();
}

} // namespace sentinel::sandbox
