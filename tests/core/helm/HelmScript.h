// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/helm/HelmBinary.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace sentinel::helm {

/// Stands in for helm where the test is about how it is called: a script in a folder of the test, which leaves there what it saw.
class HelmScript
{
public:
    explicit HelmScript(const QByteArray &body)
    {
        QFile file(m_folder.filePath(QStringLiteral("helm")));
        if (!file.open(QIODevice::WriteOnly)) {
            qFatal("%s", qPrintable(file.errorString()));
        }
        file.write("#!/bin/sh\nplace=" + m_folder.path().toUtf8()
                   + "\nfor each in \"$@\"; do printf '%s\\n' \"$each\" >>$place/arguments; done\nenv >$place/environment\n"
                   + body);
        file.close();
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }

    [[nodiscard]] HelmBinary binary(int major) const
    {
        return {.path = m_folder.filePath(QStringLiteral("helm")), .version = QStringLiteral("0"), .major = major};
    }
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] QString seen(const QString &name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }
    [[nodiscard]] QStringList arguments() const { return seen(QStringLiteral("arguments")).split(u'\n', Qt::SkipEmptyParts); }

private:
    QTemporaryDir m_folder;
};

} // namespace sentinel::helm
