// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QJsonObject>

namespace sentinel::sandbox {

/// How an ApplicationSet fills its template.
struct TemplateRules
{
    bool goTemplate = false; ///< `{{ .cluster }}`; else `{{cluster}}`
    bool missingIsError = false; ///< goTemplateOptions: missingkey=error
};

/// Every text of `content`, keys of maps included, with its placeholders filled from `parameters`. Invalid: a missing value, in
/// Go's words. Unsupported: more than a value between the braces (functions, pipes, conditions).
[[nodiscard]] Result<QJsonObject> filled(const QJsonObject &content, const QJsonObject &parameters, const TemplateRules &rules);

} // namespace sentinel::sandbox
