// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/deploy/Health.h"

namespace sentinel::deploy {

// One rule a kind that runs pods or syncs; `judge` picks it.
[[nodiscard]] Judgement judgeDeployment(const QJsonObject &deployment);
[[nodiscard]] Judgement judgeReplicaSet(const QJsonObject &set);
[[nodiscard]] Judgement judgeStatefulSet(const QJsonObject &set);
[[nodiscard]] Judgement judgeDaemonSet(const QJsonObject &set);
[[nodiscard]] Judgement judgeJob(const QJsonObject &job);
[[nodiscard]] Judgement judgeCronJob(const QJsonObject &job);
[[nodiscard]] Judgement judgePod(const QJsonObject &pod);
[[nodiscard]] Judgement judgeApplication(const QJsonObject &application);

} // namespace sentinel::deploy
