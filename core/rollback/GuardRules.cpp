// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rollback/GuardRules.h"
#include "core/yaml/Json.h"
#include "core/yaml/Read.h"

#include <QCoreApplication>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace sentinel::rollback {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

constexpr Duration kShortest = std::chrono::minutes(1);
constexpr Duration kLongest = std::chrono::hours(24);

std::unexpected<Error> wrong(const QString &fileName, const QString &sentence)
{
    return failure(Error::Kind::Invalid, Text::tr("reading the rules of the guard"), fileName + u": "_s + sentence,
                   {.file = fileName});
}

Result<void> readSlo(GuardRules &rules, const QJsonObject &slo, const QString &fileName)
{
    rules.query = slo[u"query"].toString();
    if (rules.query.isEmpty()) {
        return {};
    }
    bool isNumber = false;
    rules.above = slo[u"above"].toVariant().toString().toDouble(&isNumber);
    if (!isNumber) {
        return wrong(fileName, Text::tr("“spec.slo.above” must be a number."));
    }
    const auto port = servicePortOf(slo[u"prometheus"].toString());
    if (!port) {
        return wrong(fileName, port.error().detail);
    }
    rules.prometheus = *port;
    return {};
}

} // namespace

Result<kube::ServicePort> servicePortOf(const QString &text)
{
    kube::ServicePort port{.ns = text.section(u'/', 0, 0), .service = text.section(u'/', 1), .port = {}};
    port.tls = port.service.startsWith(u"https:");
    port.service = port.tls ? port.service.sliced(6) : port.service;
    port.port = port.service.section(u':', 1);
    port.service = port.service.section(u':', 0, 0);
    const auto path = kube::proxyPath(port, u"/"_s);
    return path ? Result<kube::ServicePort>(port)
                : failure(Error::Kind::Invalid, Text::tr("reading the address of Prometheus"),
                          Text::tr("“%1” is no NAMESPACE/SERVICE:PORT.").arg(text));
}

Result<GuardRules> readGuardRules(const QByteArray &text, const QString &fileName)
{
    const auto value = yaml::read(text, fileName);
    if (!value) {
        return failure(value);
    }
    const QJsonValue document = yaml::toJson(*value);
    if (document[u"kind"].toString() != u"RollbackGuard") {
        return wrong(fileName, Text::tr("This is no RollbackGuard."));
    }
    const QJsonObject spec = document[u"spec"].toObject();
    GuardRules rules{.isOn = true};
    const auto watch = parseDuration(spec[u"watch"].toString());
    if (!watch || *watch < kShortest || *watch > kLongest) {
        return wrong(fileName, Text::tr("“spec.watch” must be a time from 1m to 24h."));
    }
    rules.watch = *watch;
    const auto slo = readSlo(rules, spec[u"slo"].toObject(), fileName);
    return slo ? Result<GuardRules>(rules) : failure(slo);
}

} // namespace sentinel::rollback
