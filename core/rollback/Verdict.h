// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Finding.h"
#include "core/policy/Changes.h"
#include "core/rollback/Difference.h"
#include "core/rollback/Evidence.h"
#include "core/rollback/RestorePoint.h"

namespace sentinel::rollback {

/// How one check, or all of them, came out.
enum class Light {
    Green, ///< looked at, nothing in the way
    None, ///< does not apply here
    Amber, ///< somebody should say that it is meant; also whatever could not be found out
    Red, ///< in the way
};
/// "green", "none", "amber", "red": the words of documents.
[[nodiscard]] QString lightName(Light light);

/// One of the fifteen.
struct Check
{
    QString rule; ///< stable: "rollback.schema"
    QString title; ///< in the person's language
    Light light = Light::Amber;
    Findings findings{}; ///< of severity error (red), warning (amber) or info
};

/// Whether and how one may go back, with everything a person should know before.
struct Verdict
{
    Subject subject{};
    Candidate candidate{};
    Candidate present{};
    Choice choice{};
    QList<Check> checks{}; ///< always fifteen, always in this order
    Difference difference{};
    QList<ImageChange> images{}; ///< of the pods
    QList<policy::Effect> effects{}; ///< what it does to each object, the gravest first
    QStringList happens{}; ///< sentences: what the rollback would do, in order
    QString sticks{}; ///< sentence: how long it lasts
    QString patch{}; ///< JSON of what is sent to Argo CD, or the commands of a revert by hand; empty for Helm
    QString pointer{}; ///< JSON of what the owner would be told, indented; empty where nothing has to be
    gitops::PauseWay pauseWay = gitops::PauseWay::Switch;
    int schema = 0; ///< of the data as it is now; 0: nobody wrote it down
    QString schemaNeeds{}; ///< the lowest version that can read it
    std::optional<RestorePoint> restorePoint{}; ///< that fits the older version, where data would not go back by itself
    int schemaThen = 0; ///< that the older version brings; 0: it does not say

    [[nodiscard]] Light light() const;
    /// Amber ones that `accepted` does not name: what is still in the way when nothing is red.
    [[nodiscard]] QStringList unaccepted(const QStringList &accepted) const;
    [[nodiscard]] Findings findings() const; ///< of all checks, the worst first
    [[nodiscard]] int count(Light light) const;
};

/// Pure: the same evidence gives the same verdict.
[[nodiscard]] Verdict verdictOf(const Evidence &evidence);

} // namespace sentinel::rollback
