// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deploy/Flow.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sentinel::deploy {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

const QString kEffect = u"preflight"_s;

preflight::Request requestOf(const FlowPtr &flow)
{
    return {.folder = flow->package.folder,
            .environment = flow->package.environment,
            .cluster = flow->package.cluster,
            .way = flow->package.via == Via::ArgoCd ? preflight::Way::ArgoCd : preflight::Way::Helm};
}

/// What was found, with what it is about.
QString spoken(const preflight::Check &check)
{
    return check.object.isEmpty() ? check.found : check.object + u": "_s + check.found;
}

/// What the journal keeps of it: the reasons, and what they are for.
QJsonObject factsOf(const preflight::Report &report)
{
    QJsonObject facts{{u"failed"_s, QString::number(report.count(preflight::State::Fail))},
                      {u"warned"_s, QString::number(report.count(preflight::State::Warn))},
                      {u"notChecked"_s, QString::number(report.count(preflight::State::NotChecked))}};
    for (const preflight::Check &check : report.checks) {
        if (!check.overriddenBy.isEmpty()) {
            facts.insert(u"override:"_s + check.rule, check.overriddenBy);
        }
    }
    return facts;
}

void tellResult(const FlowPtr &flow, const preflight::Report &report)
{
    for (const preflight::Check &check : report.checks) {
        const QString title = preflight::ruleOf(check.rule).title;
        if (check.state == preflight::State::Fail && !check.overriddenBy.isEmpty()) {
            flow->run->log(Text::tr("preflight, accepted (%1): %2: %3").arg(check.overriddenBy, title, spoken(check)));
        } else if (check.state == preflight::State::Fail || check.state == preflight::State::Warn) {
            flow->run->log(Text::tr("preflight: %1: %2").arg(title, spoken(check)));
        }
    }
    flow->tell(Text::tr("%1 failed, %2 to look at, %3 not checked, %4 good")
                   .arg(report.count(preflight::State::Fail))
                   .arg(report.count(preflight::State::Warn))
                   .arg(report.count(preflight::State::NotChecked))
                   .arg(report.count(preflight::State::Pass)));
}

Error refusal(const preflight::Report &report)
{
    const preflight::Checks standing = report.standing();
    const preflight::Check &first = standing.first();
    return {.kind = Error::Kind::Conflict,
            .doing = Text::tr("looking whether the bundle would come up"),
            .detail = Text::tr("%1: %2 %3 Nothing was changed. Mend it, or accept it with a reason (--override %4=REASON).")
                          .arg(preflight::ruleOf(first.rule).title, spoken(first), first.remedy, first.rule)};
}

[[nodiscard]] Async<void> lookAndDecide(FlowPtr flow)
{
    auto report = co_await flow->services.preflight(requestOf(flow), preflight::Depth::Quick, flow->cancel());
    if (!report) {
        co_return failure(report);
    }
    std::ignore = preflight::accept(*report, flow->request.overrides);
    flow->run->setPreflight(*report);
    tellResult(flow, *report);
    if (flow->request.dryRun) {
        for (const preflight::Check &check : report->standing()) {
            flow->run->addPlanned(
                Text::tr("be refused by preflight: %1: %2").arg(preflight::ruleOf(check.rule).title, spoken(check)));
        }
        co_return {};
    }
    if (!report->isClear()) {
        flow->refused = true;
        const Error error = refusal(*report);
        std::ignore = flow->record->failed(kEffect, error.detail);
        co_return failure(error);
    }
    co_return flow->record->noted(kEffect, Text::tr("Preflight is good"), factsOf(*report));
}

[[nodiscard]] Async<void> lookFirst(FlowPtr flow)
{
    const QString reason = flow->request.skipPreflight;
    if (!reason.isEmpty()) {
        flow->tell(Text::tr("left out: %1").arg(reason));
        co_return flow->request.dryRun
            ? Result<void>()
            : flow->record->noted(kEffect, Text::tr("Preflight was left out: %1").arg(reason), {{u"skipped"_s, reason}});
    }
    // What came up half-way is looked at by its health; the first look stands.
    if (flow->record->isDone(kEffect)) {
        flow->tell(Text::tr("looked at before"));
        co_return {};
    }
    if (!flow->request.dryRun) {
        if (const auto noted = flow->record->intend(kEffect, Text::tr("Preflight")); !noted) {
            co_return failure(noted);
        }
    }
    co_return co_await lookAndDecide(flow);
}

} // namespace

Async<void> lookAhead(FlowPtr flow)
{
    if (const auto good = co_await lookFirst(flow); !good) {
        co_return failure(good);
    }
    co_return co_await gatherSecrets(flow);
}

} // namespace sentinel::deploy
