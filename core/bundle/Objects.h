// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/bundle/Environment.h"
#include "core/yaml/Value.h"

#include <optional>

namespace sentinel::bundle {

/// `value`, said to come from the answer `key`.
[[nodiscard]] yaml::Value from(const QString &key, yaml::Value value);

struct ObjectName
{
    QString name;
    QString nameSpace; ///< empty: cluster-scoped
};

/// apiVersion, kind and metadata with the labels every object of a bundle carries; the caller adds spec. `wave` orders the
/// objects under Argo CD and means nothing elsewhere.
[[nodiscard]] yaml::Value object(const Environment &environment, const QString &apiVersion, const QString &kind,
                                 const ObjectName &name, int wave);

/// {name, key}, as Kubernetes and cert-manager refer to one entry of a Secret; null when nothing was answered.
[[nodiscard]] yaml::Value secretKeyReference(const Environment &environment, const QString &answer, const QString &usualKey);

/// The block of one address, which may be written with a port ("169.254.20.10:53", "[fd00::10]:53").
[[nodiscard]] QString blockOfAddress(QString address);

/// The port an HTTP address is asked on: its own, or that of its scheme.
[[nodiscard]] int portOfUrl(const QString &url);

/// Where pods that take part in the mesh take in what it carries; nothing without a mesh.
[[nodiscard]] std::optional<int> meshPort(const plan::Answers &answers);

/// Sets `key` of `map` to the text answer of `answer`, when there is one.
void setText(yaml::Value &map, const QString &key, const Environment &environment, const QString &answer);

} // namespace sentinel::bundle
