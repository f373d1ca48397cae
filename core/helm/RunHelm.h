// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Program.h"
#include "core/helm/HelmBinary.h"

#include <QJsonObject>
#include <QTemporaryDir>
#include <memory>

namespace sentinel::helm {

/// A folder of one run, 0700: helm's own caches, and the values we hand over. Gone with the last owner.
class Workplace
{
public:
    [[nodiscard]] static Result<std::shared_ptr<Workplace>> make();
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    /// A values file (JSON is YAML), 0600. Nothing is written for empty values.
    [[nodiscard]] Result<QStringList> valuesFile(const QJsonObject &values) const;

private:
    QTemporaryDir m_folder;
};

struct HelmRun
{
    HelmBinary helm;
    QString doing; ///< "installing the release sentinel"
    QStringList arguments;
    std::shared_ptr<Workplace> place;
    std::function<void(const QString &)> line{};
    Duration atMost{0};
};

/// What helm printed. Its failures become errors with helm's own sentence and the fitting kind.
[[nodiscard]] Async<QByteArray> runHelm(HelmRun run, CancelToken cancel);

/// A path as helm's list flags read it: they split at commas unless quoted.
[[nodiscard]] QString listItem(const QString &path);

/// The error for what helm wrote when it failed.
[[nodiscard]] Error helmError(const QString &doing, const QByteArray &text);

} // namespace sentinel::helm
