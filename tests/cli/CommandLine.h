// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Cli.h"

#include <QStringList>
#include <QTemporaryDir>

namespace sentinel::testing {

struct Answer
{
    cli::Exit code = cli::Exit::CouldNot;
    QString out;
    QString err;
};

/// Runs a command line in-process.
[[nodiscard]] Answer run(const QStringList &arguments, Language language = Language::English);

/// A folder with a plan in it that was made by `plan new`.
class PlanFolder
{
public:
    explicit PlanFolder(const QStringList &arguments = {});
    [[nodiscard]] QString plan() const { return file(QStringLiteral("sentinel-plan.yaml")); }
    [[nodiscard]] QString file(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] QByteArray read(const QString &name) const;
    void write(const QString &name, const QByteArray &content) const;

private:
    QTemporaryDir m_folder;
};

} // namespace sentinel::testing
