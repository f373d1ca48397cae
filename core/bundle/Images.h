// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/bundle/Environment.h"

#include <QString>
#include <span>

namespace sentinel::bundle {

/// One line of resources/catalog/images.yaml, packed at build time.
struct Image
{
    QStringView component;
    bool own = false; ///< built by the customer, in target.imageRegistry with the tag target.version
    QStringView registry; ///< of the others; target.mirrorRegistry takes its place
    QStringView repository;
    /// Of an own image: one that does not follow target.version, because a database is not restarted with each release.
    QStringView tag;
    QStringView when; ///< what has to be switched on in the chart for it to run; empty: always
};

[[nodiscard]] std::span<const Image> shippedImages();
/// Whether the values written for the environment make the chart run it.
[[nodiscard]] bool isUsed(const Image &image, const Environment &environment);
/// The image of ours that looks at a cluster from inside, which no chart runs.
[[nodiscard]] QString preflightImage(const plan::Answers &answers);

} // namespace sentinel::bundle
