// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/yaml/Value.h"

#include <QByteArray>
#include <QList>

namespace sentinel::yaml {

/// Lines `first` to `last` (from 1) come from the answer `key`.
struct LineOrigin
{
    int first = 0;
    int last = 0;
    QString key;
    bool operator==(const LineOrigin &) const = default;
};

struct Emitted
{
    QByteArray text; ///< UTF-8, ends with a line feed
    QList<LineOrigin> origins; ///< in order of lines
};

/// Block style, two spaces, keys in the tree's order, comments above their values. Any string that YAML 1.1 or 1.2 would read as
/// something else is quoted; text of several lines becomes a literal block. Reading the result gives the same tree back.
[[nodiscard]] Emitted emit(const Value &document, const QString &headComment = {});

/// Several documents, separated by "---".
[[nodiscard]] Emitted emitAll(const QList<Value> &documents, const QString &headComment = {});

/// One scalar as the emitter would write it on a line ("\"no\"", "1.10", "plain").
[[nodiscard]] QByteArray emitScalar(const Value &scalar);

} // namespace sentinel::yaml
