// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/bundle/Environment.h"
#include "core/yaml/Value.h"

namespace sentinel::bundle {

/// What the values are made of: an environment, with the answers and sizing of it or of one of its clusters.
struct Source
{
    const Environment &environment;
    const plan::Answers &answers;
    const sizing::Sizing &sizing;
    QString cluster; ///< its name on figures, alerts and lines

    [[nodiscard]] QString text(const QString &key) const { return answers.text(key); }
    [[nodiscard]] bool isOn(const QString &key) const { return answers.applies(key) && answers.flag(key); }
};

/// Whether the chart runs the database and the broker as several that stand in for each other.
[[nodiscard]] bool isHighlyAvailable(const plan::Answers &answers);
[[nodiscard]] bool hasPatroni(const plan::Answers &answers);
[[nodiscard]] bool hasSinglePostgresql(const plan::Answers &answers);
/// Whether something reads the nodes, and so lives in the namespace beside (`hostNamespace`).
[[nodiscard]] bool watchesNodes(const plan::Answers &answers);
[[nodiscard]] bool hasGrafana(const plan::Answers &answers);
[[nodiscard]] bool sendsAlertsTo(const plan::Answers &answers, QStringView receiver);

[[nodiscard]] yaml::Value answered(const Source &source, const QString &key);
void setSecret(yaml::Value &map, const Source &source, const QString &answer, const QString &usualKey, const QString &keyValue);
/// How the component's pods keep apart; "required" only where a rollout still has a free node.
[[nodiscard]] yaml::Value spreadOf(const Source &source, const sizing::Component &component);
/// Requests, limits and, where there are such classes, the priority of the component's pods.
void setPower(yaml::Value &part, const Source &source, const sizing::Component &component);
/// {size, className}; `why` is the answer the size follows from.
[[nodiscard]] yaml::Value volumeOf(const Source &source, const sizing::Component &component, const QString &why);

// What each part of the chart beside Sentinel's own pods is told.
void appendData(yaml::Value &values, const Source &source); ///< PostgreSQL, Redis and what makes several of them one
void appendServices(yaml::Value &values, const Source &source); ///< n8n, Ollama, truthsync, mesh
void appendScaling(yaml::Value &values, const Source &source); ///< KEDA, spot machines, quota
void appendObservability(yaml::Value &values, const Source &source);

} // namespace sentinel::bundle
