// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rollback/GuardSlo.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QUrl>
#include <cmath>

using namespace Qt::StringLiterals;

namespace sentinel::rollback {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

constexpr qsizetype kLongestSentence = 200; ///< of a service's own words

/// "[time, "value"]"
std::optional<double> sampleIn(const QJsonValue &sample)
{
    bool isNumber = false;
    const double value = sample.toArray().at(1).toString().toDouble(&isNumber);
    return isNumber && !std::isnan(value) ? std::optional(value) : std::nullopt;
}

} // namespace

SloReading sloIn(const QByteArray &body)
{
    const QJsonObject answer = QJsonDocument::fromJson(body).object();
    if (answer[u"status"].toString() != u"success") {
        const QString said = answer[u"error"].toString().left(kLongestSentence);
        return {.problem = said.isEmpty() ? Text::tr("Prometheus did not answer the query.")
                                          : Text::tr("Prometheus did not take the query: %1").arg(said)};
    }
    const QJsonValue data = answer[u"data"];
    std::optional<double> highest;
    const auto take = [&highest](std::optional<double> value) {
        if (value && (!highest || *value > *highest)) {
            highest = value;
        }
    };
    if (data[u"resultType"].toString() == u"scalar") {
        take(sampleIn(data[u"result"]));
    } else {
        const QJsonArray series = data[u"result"].toArray();
        for (const QJsonValue &one : series) {
            take(sampleIn(one[u"value"]));
        }
    }
    return highest ? SloReading{.value = highest} : SloReading{.problem = Text::tr("The query has no value just now.")};
}

Async<SloReading> readSlo(kube::ApiPtr api, GuardRules rules, CancelToken cancel)
{
    const QString query = QString::fromLatin1(QUrl::toPercentEncoding(rules.query));
    const auto answer = co_await kube::askService(
        api, rules.prometheus, {.path = u"/api/v1/query?query="_s + query, .accept = "application/json"}, cancel);
    if (!answer && answer.error().kind == Error::Kind::Cancelled) {
        co_return failure(answer);
    }
    if (!answer) {
        co_return SloReading{.problem = Text::tr("Prometheus cannot be asked: %1").arg(answer.error().detail)};
    }
    co_return sloIn(answer->body);
}

} // namespace sentinel::rollback
