// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/yaml/Value.h"

#include <QByteArray>

namespace sentinel::yaml {

/// What a file may cost to read. A plan is a few kilobytes; these stop bombs, not people.
struct Limits
{
    qsizetype bytes = 4 * 1024 * 1024;
    int depth = 64;
    qsizetype nodes = 200'000; ///< aliases count each time they are used
};

/// Reads one document. Refused with file:line:column and a sentence, all of kind Invalid: duplicate keys, unclosed quotes and
/// brackets, tabs as indentation, keys that are no strings, unknown tags, more than one document, text that is not UTF-8, and
/// anything past `limits`. A leading byte order mark is allowed. An empty file is null.
[[nodiscard]] Result<Value> read(const QByteArray &text, const QString &fileName, Limits limits = {});

/// Every document of a stream (what `helm template` prints); empty documents are left out.
[[nodiscard]] Result<QList<Value>> readAll(const QByteArray &text, const QString &fileName, Limits limits = {});

/// The same for manifests, of which there are megabytes: trees and places without spans, in a quarter of the time. Reads with
/// libyaml, as Kubernetes' own reader descends from it; what that finds odd is read and refused as above.
[[nodiscard]] Result<QList<Value>> readManifests(const QByteArray &text, const QString &fileName, Limits limits = {});

} // namespace sentinel::yaml
