// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kube/access/ClusterCheck.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace sentinel::kube {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

using enum CheckStep::Id;
constexpr std::array kSteps{Kubeconfig, Context, Consent, Address, Connection, Tls, SignIn, Version, Rights};

} // namespace

QStringView stepName(CheckStep::Id id)
{
    switch (id) {
    case Kubeconfig:
        return u"kubeconfig";
    case Context:
        return u"context";
    case CheckStep::Id::Consent:
        return u"consent";
    case Address:
        return u"address";
    case Connection:
        return u"connection";
    case Tls:
        return u"tls";
    case SignIn:
        return u"sign-in";
    case Version:
        return u"version";
    case Rights:
        return u"rights";
    }
    return {};
}

QString stepTitle(CheckStep::Id id)
{
    switch (id) {
    case Kubeconfig:
        return Text::tr("Kubeconfig");
    case Context:
        return Text::tr("Context");
    case CheckStep::Id::Consent:
        return Text::tr("Your consent");
    case Address:
        return Text::tr("Address");
    case Connection:
        return Text::tr("Connection");
    case Tls:
        return Text::tr("Certificate");
    case SignIn:
        return Text::tr("Signing in");
    case Version:
        return Text::tr("Version");
    case Rights:
        return Text::tr("Rights");
    }
    return {};
}

QStringView outcomeName(CheckStep::Outcome outcome)
{
    switch (outcome) {
    case CheckStep::Outcome::Waiting:
        return u"waiting";
    case CheckStep::Outcome::Passed:
        return u"passed";
    case CheckStep::Outcome::Warned:
        return u"warned";
    case CheckStep::Outcome::Failed:
        return u"failed";
    case CheckStep::Outcome::NotChecked:
        return u"not-checked";
    }
    return {};
}

ClusterCheck::ClusterCheck()
{
    for (const CheckStep::Id id : kSteps) {
        steps.append({.id = id});
    }
}

const CheckStep &ClusterCheck::step(CheckStep::Id id) const
{
    return *std::ranges::find(steps, id, &CheckStep::id);
}

const CheckStep *ClusterCheck::firstFailed() const
{
    const auto found = std::ranges::find(steps, CheckStep::Outcome::Failed, &CheckStep::outcome);
    return found == steps.end() ? nullptr : &*found;
}

} // namespace sentinel::kube
