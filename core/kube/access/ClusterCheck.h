// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Async.h"
#include "core/base/CancelToken.h"
#include "core/base/Clock.h"
#include "core/kube/Api.h"
#include "core/kube/access/Consent.h"
#include "core/kube/access/ExecPlugin.h"

namespace sentinel::kube {

/// One question of "does this cluster work?", in the order they are asked.
struct CheckStep
{
    enum class Id {
        Kubeconfig, ///< the files are there and can be read
        Context, ///< the context, its cluster and its user are there
        Consent, ///< what needs the person's word was allowed
        Address, ///< the server's (or the proxy's) name is known
        Connection, ///< something listens there
        Tls, ///< who signed its certificate, and until when it is good
        SignIn, ///< as whom the server knows us
        Version, ///< one this program is made for
        Rights, ///< pods may be listed
    };
    enum class Outcome {
        Waiting, ///< not asked yet
        Passed,
        Warned, ///< works, but somebody should know
        Failed,
        NotChecked, ///< a step before it failed
    };
    Id id = Id::Kubeconfig;
    Outcome outcome = Outcome::Waiting;
    QString sentence{}; ///< what was found; plain text
    QString remedy{}; ///< what to do, where something is to be done
    Location where{}; ///< in a kubeconfig, where that is wrong

    bool operator==(const CheckStep &) const = default;
};

[[nodiscard]] QStringView stepName(CheckStep::Id id); ///< "kubeconfig", "sign-in": for documents, never translated
[[nodiscard]] QString stepTitle(CheckStep::Id id); ///< "Certificate": for people
[[nodiscard]] QStringView outcomeName(CheckStep::Outcome outcome); ///< "passed", "not-checked"

/// What was found out about a cluster so far.
struct ClusterCheck
{
    QString context{};
    QStringList kubeconfigs{}; ///< files that were read
    QString server{}; ///< "https://…"
    QString proxy{}; ///< without its password; empty: none
    QString user{}; ///< as the server names us
    QStringList groups{};
    ServerVersion version{};
    QList<CheckStep> steps{}; ///< always all of them
    std::optional<ConsentWish> wish{}; ///< set when the Consent step failed: allow it, then check again

    ClusterCheck();
    [[nodiscard]] const CheckStep &step(CheckStep::Id id) const;
    [[nodiscard]] const CheckStep *firstFailed() const; ///< null: the cluster can be used
};

struct CheckOrder
{
    QString kubeconfig{}; ///< empty: as kubectl finds it
    QString context{}; ///< empty: the current one
    std::shared_ptr<Consent> consent = std::make_shared<NoConsent>();
    PluginHost host{};
    Duration deadline = std::chrono::seconds(15); ///< of each request
};

/// Asks every step; `progress` hears after each. Never fails but with Cancelled: what is wrong stands in the steps.
[[nodiscard]] Async<ClusterCheck> checkCluster(CheckOrder order, std::function<void(const ClusterCheck &)> progress,
                                               CancelToken cancel);

/// What the context needs and nobody allowed yet, in the order it is asked. Errors: those of reading the kubeconfig, NotFound:
/// the sign-in program.
[[nodiscard]] Async<QList<ConsentWish>> consentsNeeded(CheckOrder order);

/// The versions this program is made for: 1.34 to 1.37.
constexpr int kOldestMinor = 34;
constexpr int kNewestMinor = 37;

} // namespace sentinel::kube
